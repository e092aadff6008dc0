//! `/compare` and `/trend` as a reader sees them: what stands side by side, and which numbers make a change.

use std::fmt::Write as _;

use casebook::app::App;
use casebook::knowledge::load;
use casebook::render::terminal;
use casebook::request::Request;

use crate::support::{Folder, app, respond};

const BASE: &str = "
[[source]]
id = 's'
title = 'S'
publisher = 'P'
published = '2020'

[[aspect]]
id = 'fuel'
label = 'Fuel from elsewhere'
aliases = []

[[aspect]]
id = 'gas-share'
label = 'Share of gas'
unit = 'percent'
aliases = []
part_of = 'fuel'

[[aspect]]
id = 'oil-share'
label = 'Share of oil'
unit = 'percent'
aliases = []
part_of = 'fuel'

[[aspect]]
id = 'prisoners'
label = 'Prisoners'
unit = 'people'
aliases = []
";

/// A fact base of four states with the given facts: id, more keys.
fn invented(facts: &[(&str, &str)]) -> App {
    let mut text = BASE.to_owned();
    for name in ["Arland", "Borland", "Corland", "Dorland"] {
        let id = name.to_lowercase();
        let _ = write!(
            text,
            "[[actor]]\nid = '{id}'\nname = '{name}'\nkind = 'country'\nsummary = '{name}.'\nsources = ['s']\n"
        );
    }
    for (id, keys) in facts {
        let _ = write!(text, "[[fact]]\nid = '{id}'\ntext = 'This is {id}.'\nsources = ['s']\n{keys}\n");
    }
    let folder = Folder::with(&[("base.toml", text.as_bytes())]);
    App::new(load(&folder.path()).knowledge.expect("the fact base has no errors"))
}

/// The answer as plain text, its white space made even, so that a table's wrapping does not matter.
fn text(app: &App, line: &str) -> String {
    let answer = respond(app, &Request::parse(line).unwrap()).unwrap();
    terminal::plain(&answer).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn two_buyers_from_one_seller_stand_side_by_side() {
    let answer = text(&app(), "/compare first:China second:Sudan");
    assert!(answer.contains("Arms sales by buyer · Belarus"), "{answer}");
    assert!(answer.contains("170") && answer.contains("168"), "{answer}");
}

#[test]
fn what_each_says_of_the_other_is_a_pair() {
    let app = invented(&[
        ("from-b", "about = ['arland']\nwith = ['borland']\naspect = 'gas-share'\nvalue = 5"),
        ("from-a", "about = ['borland']\nwith = ['arland']\naspect = 'gas-share'\nvalue = 7"),
    ]);
    let answer = text(&app, "/compare first:arland second:borland");
    assert!(answer.contains("Share of gas Arland: • This is from-b. [1] Borland: • This is from-a. [1]"), "{answer}");
}

#[test]
fn near_aspects_share_a_row_under_their_own_labels() {
    let app = invented(&[
        ("gas", "about = ['arland']\nwith = ['corland']\naspect = 'gas-share'\nvalue = 90"),
        ("oil", "about = ['borland']\nwith = ['corland']\naspect = 'oil-share'\nvalue = 80"),
    ]);
    let answer = text(&app, "/compare first:arland second:borland");
    assert!(
        answer.contains("Share of gas / Share of oil Arland: • This is gas. [1] Borland: • This is oil. [1]"),
        "{answer}"
    );
    assert!(!answer.contains("Only for"), "{answer}");
}

#[test]
fn numbers_with_different_others_are_not_compared() {
    let app = invented(&[
        ("from-c", "about = ['arland']\nwith = ['corland']\naspect = 'prisoners'\nvalue = 1"),
        ("from-d", "about = ['borland']\nwith = ['dorland']\naspect = 'prisoners'\nvalue = 2"),
    ]);
    let answer = text(&app, "/compare first:arland second:borland");
    assert!(!answer.contains("This is from-c"), "{answer}");
}

#[test]
fn a_disputed_number_makes_no_change() {
    let facts = |dispute: &'static str| {
        invented(&[
            ("early", "about = ['arland']\naspect = 'prisoners'\ndate = '2010'\nvalue = 10"),
            (
                "late",
                Box::leak(
                    format!("about = ['arland']\naspect = 'prisoners'\ndate = '2012'\nvalue = 650\n{dispute}")
                        .into_boxed_str(),
                ),
            ),
            ("other", "about = ['arland']\naspect = 'prisoners'\ndate = '2012'\nvalue = 2700"),
        ])
    };
    let change = "From 10 (2010)";
    let disputed = text(&facts("disputes = ['other']"), "/trend prisoners");
    assert!(!disputed.contains(change) && disputed.contains("disputed"), "{disputed}");
    let undisputed = text(&facts(""), "/trend prisoners");
    assert!(undisputed.contains(change), "{undisputed}");
}

#[test]
fn a_trend_shows_those_who_are_the_others_in_a_number() {
    let app = invented(&[("deal", "about = ['arland']\nwith = ['borland']\naspect = 'prisoners'\nvalue = 3")]);
    let answer = text(&app, "/trend aspect:prisoners about:borland");
    assert!(answer.contains("This is deal."), "{answer}");
}

#[test]
fn nothing_of_a_near_row_is_left_out() {
    let ids: Vec<String> = (0..5).map(|at| format!("gas-{at}")).collect();
    let keys = "about = ['arland']\naspect = 'gas-share'";
    let mut facts: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), keys)).collect();
    facts.push(("oil", "about = ['borland']\naspect = 'oil-share'"));
    let answer = text(&invented(&facts), "/compare first:arland second:borland");
    for id in &ids {
        assert!(answer.contains(&format!("This is {id}.")), "{id}: {answer}");
    }
}
