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

[[event]]
id = 'war'
title = 'War over the fords'
summary = 'A war.'
sources = ['s']
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
    let (rows, alone) = answer.split_once("Only for Arland").unwrap();
    assert!(!rows.contains("This is from-c") && alone.contains("This is from-c"), "{answer}");
}

#[test]
fn a_disputed_number_makes_no_change() {
    let facts = |dispute: &'static str| {
        invented(&[
            ("early", "about = ['arland']\naspect = 'prisoners'\ndate = '2010'\nvalue = 10"),
            (
                "late",
                Box::leak(
                    format!("about = ['arland']\naspect = 'prisoners'\ndate = '2012'\nvalue = 650\nasked = ['how many prisoners are there in arland']\n{dispute}")
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
fn an_aspect_is_understood_in_the_texts_and_by_a_loose_description() {
    let app = app();
    for (line, label) in [
        ("/compare first:press freedom of Belarus second:press freedom in Azerbaijan", "Press freedom rank"),
        ("/compare first:Azerbaijani political prisoners second:Belarusian political prisoners", "Political prisoners"),
        ("/compare first:Ilham Aliyev second:Lukashenko aspect:how they came to power", "Path to power"),
        ("/compare first:Belarus second:Azerbaijan aspect:how they came to power", "Path to power"),
        ("/compare first:hungary second:slovakia aspect:gas", "Share of gas from"),
    ] {
        let answer = text(&app, line);
        assert!(answer.contains(label) && !answer.contains("Summary"), "{line}: {answer}");
    }
    let aside = text(&app, "/compare first:sunny Belarus second:Azerbaijan");
    assert!(aside.starts_with("Belarus and Azerbaijan") && aside.contains("Summary"), "{aside}");
}

#[test]
fn a_capital_an_office_and_an_event_stand_for_whom_or_what_they_mean() {
    let app = app();
    for (line, title) in [
        ("/compare first:Baku second:Minsk", "Azerbaijan and Belarus"),
        ("/compare first:the Kremlin second:Brussels", "Russia and European Union"),
        ("/compare first:prime minister of azerbaijan second:lukashenko", "Artur Rasizade and Alexander Lukashenko"),
        ("/compare first:polonaise second:russian missiles in armenia", "Polonaise and Iskander-E"),
        (
            "/compare first:Lukashenko's visit to Baku, November 2013 second:visit-aliyev-belarus-2006",
            "Lukashenko's visit",
        ),
    ] {
        let answer = text(&app, line);
        assert!(answer.starts_with(title), "{line}: {answer}");
    }
}

#[test]
fn the_numbers_of_one_side_are_shown_when_they_are_few() {
    let app = invented(&[
        ("many", "about = ['arland']\naspect = 'prisoners'\nvalue = 5"),
        ("words", "about = ['arland']\naspect = 'fuel'"),
    ]);
    let answer = text(&app, "/compare first:arland second:borland");
    assert!(answer.contains("Only for Arland • This is many."), "{answer}");
    assert!(answer.contains("facts on: Fuel from elsewhere") && !answer.contains("facts on: Prisoners"), "{answer}");
}

#[test]
fn what_a_trend_s_text_says_of_actors_and_a_time_limits_it_and_its_buttons() {
    let app = app();
    let answer = text(&app, "/trend exports of weapons to Yemen");
    assert!(answer.contains("28 million") && answer.contains("There is one number only"), "{answer}");
    let request = Request::parse("/trend trade turnover after 2009").unwrap();
    let answer = respond(&app, &request).unwrap();
    let shown = terminal::plain(&answer);
    assert!(shown.contains("146 million") && !shown.contains("100 million"), "{shown}");
    assert_eq!(terminal::plain(&respond(&app, &answer.request).unwrap()).lines().next(), shown.lines().next());
    let again = Request::parse(&answer.request.line()).unwrap();
    assert!(!terminal::plain(&respond(&app, &again).unwrap()).contains("100 million"));
    assert!(text(&app, "/trend gas").starts_with("Which one is meant?"));
}

#[test]
fn a_disputed_number_is_no_headline_without_the_other() {
    let number = |dispute: &str| {
        format!(
            "about = ['arland']\naspect = 'prisoners'\nattributed_to = 'Cairo'\nvalue = 650\nasked = ['how many prisoners are there in arland']\n{dispute}"
        )
    };
    let asked = |keys: &str, other: &str| {
        let other = format!("about = ['arland']\naspect = 'prisoners'\nattributed_to = 'London'\n{other}");
        text(&invented(&[("low", keys), ("high", &other)]), "/ask how many prisoners are there in arland")
    };
    let disputed = asked(&number("disputes = [{ fact = 'high', on = 'how many' }]"), "value = 2700");
    assert!(disputed.contains("650 (Cairo) or 2700 (London) people: disputed"), "{disputed}");
    assert!(disputed.contains("(disputed: how many)"), "{disputed}");
    let denied = asked(&number("disputes = ['high']"), "");
    assert!(!denied.contains("How many:"), "{denied}");
}

#[test]
fn of_a_long_side_near_to_a_short_one_the_numbers_are_shown_and_where_the_rest_is() {
    let told = |id: &'static str| (id, "about = ['borland']\naspect = 'oil-share'");
    let app = invented(&[
        ("gas", "about = ['arland']\naspect = 'gas-share'\nvalue = 90"),
        told("one"),
        told("three"),
        told("two"),
        ("zero", "about = ['borland']\naspect = 'oil-share'\nvalue = 80"),
    ]);
    let answer = text(&app, "/compare first:arland second:borland");
    assert!(answer.contains("This is zero.") && !answer.contains("This is two."), "{answer}");
    assert!(answer.contains("aspect:fuel"), "{answer}");
    let all = text(&app, "/compare first:arland second:borland aspect:fuel");
    assert!(["gas", "one", "two", "three", "zero"].iter().all(|id| all.contains(&format!("This is {id}."))), "{all}");
}

#[test]
fn two_who_are_called_by_their_offices_are_no_visits() {
    let app = app();
    let answer = text(&app, "/compare first:the president of Belarus second:the president of Russia");
    assert!(answer.starts_with("Alexander Lukashenko and Vladimir Putin"), "{answer}");
    let answer = text(&app, "/compare first:the president of Belarus second:the president of Azerbaijan");
    assert!(answer.starts_with("Which one is meant?") && !answer.contains("visit"), "{answer}");
}

#[test]
fn an_aspect_that_is_not_here_is_said_and_all_rows_are_shown() {
    let answer = text(&app(), "/compare first:Belarus second:Azerbaijan aspect:football");
    assert!(answer.starts_with("Belarus and Azerbaijan") && answer.contains("nothing on “football”"), "{answer}");
    assert!(answer.contains("Democracy Index rank"), "{answer}");
}

#[test]
fn a_trend_of_one_year_names_it_once() {
    let answer = text(&app(), "/trend trade 2016");
    assert!(answer.starts_with("Trade turnover (million US dollars), 2016 "), "{answer}");
    assert!(!answer.contains("2016 to 2016"), "{answer}");
}

#[test]
fn a_value_leads_only_where_the_fact_says_it_of_what_was_asked_for() {
    let app = app();
    for question in [
        // It names whom it asks of, and another one's number is nearest.
        "skolko oruzhiya prodala belarus v 2013 godu",
        "From 2006 to 2012 mutual trade increased six-fold, reaching how much?",
        // The verb stands in no sentence of the fact.
        "when did belarus leave the eastern partnership",
        "when did azerbaijan leave the council of europe",
        // The date is that of the article.
        "when did lukashenko meet aliyev",
        // It says itself when.
        "товарооборот в 2010 году",
    ] {
        let answer = text(&app, &format!("/ask {question}"));
        assert!(!answer.contains("When:") && !answer.contains("How many:"), "{question}: {answer}");
    }
    for (question, value) in [
        ("how many azeris live in belarus", "How many: 6000 people"),
        ("how many politcal prisonrs in belaruss", "How many: 10 people"),
        ("сколько политзаключенных в беларуси", "How many: 10 people"),
        ("how far can an iskandar rocket shot", "How many: 280 km"),
        ("how much did azerbaijan lend belarus", "How many: 300 million US dollars"),
        ("How many tonnes of oil did Belarus get from Azerbaijan in 2016?", "How many: 84.7 thousand tonnes"),
    ] {
        let answer = text(&app, &format!("/ask {question}"));
        assert!(answer.contains(value), "{question}: {answer}");
    }
}

#[test]
fn a_number_leads_where_it_is_the_only_one_of_the_time_asked_for_and_no_forecast() {
    let app = invented(&[
        (
            "first",
            "about = ['arland']\naspect = 'prisoners'\ndate = '2010'\nvalue = 10\nasked = ['how many prisoners are there in arland']",
        ),
        ("second", "about = ['arland']\naspect = 'prisoners'\ndate = '2012'\nvalue = 20"),
        (
            "third",
            "about = ['borland']\naspect = 'prisoners'\ndate = '2012'\nvalue = 30\nforecast = true\nasked = ['how many prisoners are there in borland']",
        ),
    ]);
    let asked = |question: &str| text(&app, &format!("/ask {question}"));
    let either = asked("how many prisoners are there in arland");
    assert!(either.contains("This is first.") && !either.contains("How many:"), "{either}");
    let one = asked("how many prisoners were there in arland in 2010");
    assert!(one.contains("How many: 10 people"), "{one}");
    let foreseen = asked("how many prisoners are there in borland");
    assert!(foreseen.contains("This is third.") && !foreseen.contains("How many:"), "{foreseen}");
}

#[test]
fn who_took_part_in_an_event_does_not_lead_as_who_did_it() {
    let answer = text(&app(), "/ask who came up with the term caviar diplomacy");
    assert!(answer.find("When:") < answer.find("Who:"), "{answer}");
}

#[test]
fn numbers_form_a_series_with_the_same_others_whatever_the_event() {
    let app = invented(&[
        ("old", "about = ['arland']\nwith = ['borland']\naspect = 'prisoners'\ndate = '2010'\nvalue = 10"),
        (
            "new",
            "about = ['arland', 'war']\nwith = ['borland']\naspect = 'prisoners'\ndate = '2012'\nvalue = 20\nasked = ['how many of the prisoners in borland were of arland in the war over the fords']",
        ),
        ("other", "about = ['arland']\nwith = ['corland']\naspect = 'prisoners'\ndate = '2014'\nvalue = 90"),
    ]);
    let answer = text(&app, "/trend prisoners");
    assert!(answer.contains("From 10 (2010) to 20 (2012): higher"), "{answer}");
    assert!(answer.contains("Arland · Borland") && answer.contains("Arland · Corland"), "{answer}");
    let question = "/ask how many prisoners of arland are there in borland";
    assert!(!text(&app, question).contains("How many:"), "{}", text(&app, question));
    let of_war = text(&app, "/ask how many prisoners of arland were there in borland in the war over the fords");
    assert!(of_war.contains("How many: 20 people"), "{of_war}");
}
