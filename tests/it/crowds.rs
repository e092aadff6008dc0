//! Where much hangs on one entry: what is listed of many, and that what is not listed is said.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use casebook::answer::Standing;
use casebook::app::App;
use casebook::knowledge::load;
use casebook::render::page::pages;
use casebook::render::terminal;
use casebook::request::Request;

use crate::support::{Folder, respond};

/// A source, a country, and so many people.
fn crowd(people: usize) -> String {
    let mut text = "[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'P'\npublished = '2020'\n\
         [[actor]]\nid = 'arland'\nname = 'Arland'\nkind = 'country'\nsummary = 'A country.'\nsources = ['s']\n"
        .to_owned();
    for n in 0..people {
        let _ = write!(
            text,
            "[[actor]]\nid = 'person-{n}'\nname = 'Person {n}'\nkind = 'person'\nsummary = 'Somebody.'\nsources = ['s']\n"
        );
    }
    text
}

fn app(text: &str) -> App {
    let folder = Folder::with(&[("all.toml", text.as_bytes())]);
    App::new(load(&folder.path()).knowledge.expect("the fact base has no errors"))
}

fn text(app: &App, line: &str) -> String {
    terminal::plain(&respond(app, &Request::parse(line).unwrap()).unwrap())
}

#[test]
fn of_the_many_holders_of_an_office_the_latest_are_listed_and_the_others_counted() {
    let mut base = crowd(100);
    for n in 0..100 {
        let _ = write!(
            base,
            "[[relation]]\nid = 'held-{n}'\nfrom = 'person-{n}'\nkind = 'holds-office'\noffice = 'warden'\nto = 'arland'\n\
             date = '{}/{}'\nsources = ['s']\n",
            1900 + n,
            1901 + n
        );
    }
    let answer = text(&app(&base), "/ask held-3");
    assert!(answer.contains("Person 3 ") && answer.contains("Person 99 "), "{answer}");
    let listed = (0..100).filter(|n| answer.contains(&format!("Person {n} "))).count();
    assert!(listed < 100 && answer.contains(&format!("{} more stand among those of Arland", 100 - listed)), "{answer}");
}

#[test]
fn of_very_many_events_of_one_actor_those_around_an_event_are_related() {
    let mut base = crowd(1);
    for n in 0..2000 {
        let with = if n == 3 || n == 1500 { ", 'person-0'" } else { "" };
        let _ = write!(
            base,
            "[[event]]\nid = 'event-{n}'\ntitle = 'Meeting {n}'\ndate = '{:04}'\nactors = ['arland'{with}]\nsummary = 'They met.'\n\
             sources = ['s']\n",
            n + 1
        );
    }
    let app = app(&base);
    let answer = text(&app, "/event event-1000");
    for near in [998, 1002] {
        assert!(answer.contains(&format!("Meeting {near} ")), "{answer}");
    }
    // Whoever is in few events makes even distant ones related.
    assert!(text(&app, "/event event-1500").contains("Meeting 3 "));
}

#[test]
fn of_many_that_are_called_alike_all_can_be_chosen_and_those_not_listed_are_counted() {
    let mut base = crowd(0);
    for n in 0..34 {
        let _ = write!(
            base,
            "[[actor]]\nid = 'springfield-{n}'\nname = 'Springfield'\nkind = 'organisation'\nsummary = 'A town.'\nsources = ['s']\n\
             [[event]]\nid = 'visit-{n}'\ntitle = 'Visit to Shelbyville'\ndate = '{}'\nactors = ['springfield-{n}']\n\
             summary = 'Somebody came.'\nsources = ['s']\n",
            1950 + n
        );
    }
    let app = app(&base);
    for (line, name) in [("/actor Springfield", "springfield-"), ("/event visit to Shelbyville", "visit-")] {
        let answer = respond(&app, &Request::parse(line).unwrap()).unwrap();
        assert_eq!(answer.standing, Standing::Ambiguous, "{line}");
        let offered: BTreeSet<String> = answer.actions.iter().map(|action| action.request.line()).collect();
        assert_eq!(offered.len(), 34, "{line}: {offered:?}");
        let text = terminal::plain(&answer);
        let listed = text.lines().filter(|line| line.contains(name)).count();
        assert!(listed >= 5 && text.contains(&format!("Another {} fit", 34 - listed)), "{text}");
        let pages = pages(&answer);
        let pressed: BTreeSet<&str> =
            pages.iter().flat_map(|page| &page.menu).map(|line| line.custom_id.as_str()).collect();
        assert_eq!(pressed.len(), 34, "{line}");
    }
}

#[test]
fn a_choice_that_would_be_refused_is_not_offered() {
    let mut base = crowd(0);
    for n in 1..4 {
        let _ = write!(
            base,
            "[[actor]]\nid = 'lovelace-{n}'\nname = 'Lovelace number {n}'\nkind = 'person'\nsummary = 'A Lovelace.'\nsources = ['s']\n"
        );
    }
    let app = app(&base);
    let answer = respond(&app, &Request::parse("/compare first:lovelace-3 second:Lovelace number").unwrap()).unwrap();
    assert_eq!((answer.standing, answer.actions.len()), (Standing::Ambiguous, 2));
    for action in &answer.actions {
        assert!(respond(&app, &action.request).is_ok(), "{}", action.request.line());
    }
}
