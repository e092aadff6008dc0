//! What is asked in one's own words: shown as near where nothing stored says just that, and never as what it is not.

use casebook::answer::{Answer, Mark, Standing, Statement};
use casebook::app::App;
use casebook::knowledge::load;
use casebook::render::terminal::plain;
use casebook::request::{Context, Request};

use crate::support::{Folder, app};

/// Two states and a company that nobody else writes of, with what they sell to each other.
const BASE: &str = r#"
    [[source]]
    id = "gazette"
    title = "Gazette"
    publisher = "Press"
    published = "1960"

    [[actor]]
    id = "ruritania"
    name = "Ruritania"
    kind = "country"
    summary = "Ruritania is a kingdom in the mountains."
    sources = ["gazette"]

    [[actor]]
    id = "graustark"
    name = "Graustark"
    kind = "country"
    summary = "Graustark is a principality by the sea."
    sources = ["gazette"]

    [[aspect]]
    id = "arms-exports"
    label = "Arms exports"
    unit = "million crowns"

    [[fact]]
    id = "ruritania-exports"
    about = ["ruritania"]
    with = ["graustark"]
    aspect = "arms-exports"
    date = "1956"
    value = 12
    text = "Ruritania exported weapons worth 12 million crowns to Graustark in 1956."
    sources = ["gazette"]

    [[fact]]
    id = "graustark-fishing"
    about = ["graustark"]
    text = "The fishing fleet of Graustark lost half of its boats in a storm."
    sources = ["gazette"]
"#;

fn small() -> App {
    let folder = Folder::with(&[("base/all.toml", BASE.as_bytes())]);
    App::new(load(&folder.path()).knowledge.expect("the fact base has no errors"))
}

fn ask(app: &App, question: &str) -> Answer {
    let request = Request::new("ask", vec![("question".to_owned(), question.into())]).unwrap();
    app.respond(&Context::default(), &request).unwrap()
}

fn keys(answer: &Answer) -> Vec<&str> {
    answer.matches.iter().map(|found| found.key.as_str()).collect()
}

#[test]
fn another_word_for_the_same_is_understood() {
    let answer = ask(&small(), "how many guns did ruritania sell in 1956");
    assert_eq!(keys(&answer)[0], "ruritania-exports");
    assert!(matches!(answer.standing, Standing::Found | Standing::Near), "{:?}", answer.standing);
}

#[test]
fn the_opposite_the_exchanged_and_the_other_year_are_never_found() {
    let app = small();
    for question in [
        "how many weapons did ruritania import from graustark in 1956",
        "which weapons did graustark export to ruritania",
        "how many weapons did ruritania export to graustark in 1957",
        "how many weapons did ruritania export to atlantis",
        "how many weapons did Ruritania export to Atlantis",
        "who sank the fishing fleet of ruritania",
        "how many guns did graustark sell ruritania in 1956",
        "how much did ruritania pay graustark for weapons in 1956",
        "who was the minister of ruritania in 1956",
        "was the fishing fleet of graustark lost in the gulf of zyndra",
        "weapons",
        "why did ruritania burn the weapons of graustark",
        "who bought weapons worth 12 million crowns from ruritania, not graustark",
        "which weapons did ruritania export to graustark after the storm",
        "how many weapons did ruritania export to vietnam in 1956",
        "when did ruritania sell its fishing fleet to graustark",
    ] {
        let answer = ask(&app, question);
        assert_ne!(answer.standing, Standing::Found, "{question}: {:?}", keys(&answer));
    }
}

#[test]
fn what_is_asked_in_other_words_is_found_where_nothing_speaks_against_it() {
    let app = small();
    for question in
        ["how many guns did ruritania sell to graustark in 1956", "weapons sold by ruritania to graustark in 1956"]
    {
        let answer = ask(&app, question);
        assert_eq!((answer.standing, keys(&answer)[0]), (Standing::Found, "ruritania-exports"), "{question}");
    }
}

#[test]
fn what_is_near_is_shown_whole_with_its_source_and_how_it_was_read() {
    let answer = ask(&small(), "who repaired the boats of graustark after bad weather");
    assert_eq!(answer.standing, Standing::Near);
    let text = plain(&answer);
    assert!(text.starts_with("Nothing stored says just this"), "{text}");
    assert!(text.contains("The fishing fleet of Graustark lost half of its boats in a storm."), "{text}");
    assert!(text.contains("[1] “Gazette”"), "{text}");
    let marks = answer.statements().into_iter().flat_map(Statement::marks);
    assert!(marks.into_iter().any(|mark| matches!(mark, Mark::Near(_))), "{text}");
}

#[test]
fn what_has_nothing_to_do_with_it_is_unknown() {
    for app in [small(), app()] {
        for question in [
            "whats the capital of graustark",
            "how long do I boil an egg",
            "who won the football last night",
            "asdf qwer",
            "hello",
        ] {
            let answer = ask(&app, question);
            assert_eq!(answer.standing, Standing::Unknown, "{question}: {:?}", keys(&answer));
        }
    }
}

#[test]
fn a_button_of_what_is_near_gives_the_same_again() {
    let app = small();
    let short = "who repaired the boats of graustark after bad weather";
    for question in
        [short.to_owned(), format!("{short}, and what else is there to be said of it {}", "in all ".repeat(20))]
    {
        let answer = ask(&app, &question);
        assert_eq!(answer.standing, Standing::Near, "{question}");
        let again = app.respond(&Context::default(), &answer.request).unwrap();
        assert_eq!((again.standing, keys(&again)), (Standing::Near, keys(&answer)), "{question}");
    }
}
