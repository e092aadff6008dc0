//! Promises that hold for every answer: cited, within every limit, the same each time, and never a panic.

use casebook::answer::{Answer, Block};
use casebook::app::App;
use casebook::render::page::{Page, limits, pages};
use casebook::render::{length, terminal};
use casebook::request::{COMMANDS, Context, Press, Request};
use casebook::wording::Wording;
use proptest::prelude::*;

use crate::support::{Folder, app, respond};

/// One request for every view of every entry, and for every pair of states.
fn all_requests(app: &App) -> Vec<Request> {
    let knowledge = app.knowledge();
    let mut lines: Vec<String> = COMMANDS.iter().map(|spec| spec.example.to_owned()).collect();
    lines.push("/timeline".to_owned());
    lines.extend(knowledge.actors().map(|(_, actor)| format!("/actor {}", actor.key)));
    lines.extend(knowledge.events().map(|(_, event)| format!("/event {}", event.key)));
    lines.extend(knowledge.facts().map(|(_, fact)| format!("/ask {}", fact.key)));
    lines.extend(knowledge.aspects().map(|(_, aspect)| format!("/trend {}", aspect.key)));
    lines.extend(knowledge.topics().map(|(_, topic)| format!("/timeline topic:{}", topic.key)));
    lines.extend(knowledge.sources().map(|(_, source)| format!("/sources {}", source.key)));
    let keys: Vec<_> = knowledge.actors().take(12).map(|(_, actor)| &actor.key).collect();
    for (first, second) in keys.iter().flat_map(|first| keys.iter().map(move |second| (first, second))) {
        if first != second {
            lines.push(format!("/compare first:{first} second:{second}"));
        }
    }
    lines.iter().map(|line| Request::parse(line).unwrap()).collect()
}

fn english() -> &'static Wording {
    Wording::of(&Context::default().language)
}

fn assert_cited(answer: &Answer, line: &str) {
    let count = answer.citations.len();
    for statement in answer.statements() {
        assert!(!statement.cites().is_empty(), "{line}: “{:?}” has no citation", statement.text());
        assert!(statement.cites().iter().all(|&n| (1..=count).contains(&n)), "{line}: cites what is not listed");
    }
    for block in &answer.blocks {
        if let Block::Card { rows, cites } = block {
            assert!(!cites.is_empty(), "{line}: the card {rows:?} has no citation");
        }
    }
}

fn assert_within_limits(page: &Page, line: &str) {
    assert!((1..=limits::TITLE).contains(&length(&page.title)), "{line}: title");
    assert!(length(&page.description) <= limits::CONTENT, "{line}: description of {}", length(&page.description));
    assert!(length(&page.footer) <= limits::FOOTER, "{line}: footer");
    assert!(page.turns.len() <= limits::BUTTONS && page.buttons.len() <= limits::BUTTONS, "{line}: buttons");
    assert!(page.menu.len() <= limits::MENU_LINES, "{line}: menu");
    let mut carried: Vec<_> = page.turns.iter().chain(&page.buttons).chain(&page.menu).collect();
    for button in &carried {
        assert!((1..=limits::BUTTON_LABEL).contains(&length(&button.label)), "{line}: label `{}`", button.label);
        assert!(length(&button.custom_id) <= limits::CUSTOM_ID, "{line}: `{}`", button.custom_id);
        Press::decode(&button.custom_id).unwrap_or_else(|error| panic!("{line}: {}: {error:?}", button.custom_id));
    }
    carried.sort_by_key(|button| &button.custom_id);
    carried.dedup_by_key(|button| &button.custom_id);
    assert_eq!(carried.len(), page.turns.len() + page.buttons.len() + page.menu.len(), "{line}: the same id twice");
}

#[test]
fn every_statement_of_every_view_has_a_citation_and_every_page_fits() {
    let app = app();
    for request in all_requests(&app) {
        let answer = respond(&app, &request).unwrap();
        assert_cited(&answer, &request.line());
        for page in pages(&answer) {
            assert_within_limits(&page, &request.line());
        }
    }
}

#[test]
fn paging_loses_nothing() {
    let app = app();
    for request in all_requests(&app) {
        let answer = respond(&app, &request).unwrap();
        let shown: String = pages(&answer).iter().map(|page| page.description.replace('\\', "")).collect();
        for statement in answer.statements() {
            let text: String = english().words(statement.text()).replace('\\', "");
            assert!(shown.contains(&text), "{}: “{text}” is on no page", request.line());
        }
    }
}

#[test]
fn ten_fact_bases_give_the_same_bytes() {
    let questions =
        ["/compare first:Azerbaijan second:Belarus", "/actor Lukashenko", "/ask embassy", "/timeline", "/help"];
    let texts = || {
        let app = app();
        questions.map(|line| terminal::plain(&respond(&app, &Request::parse(line).unwrap()).unwrap()))
    };
    let first = texts();
    for _ in 1..10 {
        assert_eq!(texts(), first);
    }
}

#[test]
fn the_order_of_files_and_tables_changes_no_answer() {
    let source = "[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'P'\npublished = '2020'\n";
    let ada = "[[actor]]\nid = 'ada'\nname = 'Ada Lovelace'\nkind = 'person'\nsummary = 'A.'\nsources = ['s']\n";
    let eve = "[[actor]]\nid = 'eve'\nname = 'Eve Lovelace'\nkind = 'person'\nsummary = 'E.'\nsources = ['s']\n";
    let one = Folder::with(&[("a.toml", format!("{source}{ada}{eve}").as_bytes())]);
    let other = Folder::with(&[("a.toml", eve.as_bytes()), ("b.toml", ada.as_bytes()), ("c.toml", source.as_bytes())]);
    let answer = |folder: &Folder| {
        let app = App::new(casebook::knowledge::load(&folder.path()).knowledge.unwrap());
        terminal::plain(&respond(&app, &Request::parse("/actor Lovelace").unwrap()).unwrap())
    };
    assert_eq!(answer(&one), answer(&other));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_panics_and_every_answer_fits(lines in prop::collection::vec("(/(ask|event|actor|compare|timeline|trend|sources|help) )?(first:)?\\PC{0,60}( second:\\PC{0,20})?", 8)) {
        thread_local!(static APP: App = app());
        APP.with(|app| {
            for line in &lines {
                let Ok(request) = Request::parse(line) else { continue };
                for option in request.spec().options {
                    app.complete(&request, option.name, limits::CHOICES);
                }
                if let Ok(answer) = respond(app, &request) {
                    assert_cited(&answer, line);
                    for page in pages(&answer) {
                        assert_within_limits(&page, line);
                    }
                    terminal::plain(&answer);
                }
            }
        });
    }
}
