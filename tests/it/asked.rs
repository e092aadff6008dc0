//! What a question says of names, times and parts of its own: names and no more, ends exchanged, bounds beside a name.

use casebook::answer::{Answer, Standing};
use casebook::app::App;
use casebook::message::Message;
use casebook::render::terminal::plain;
use casebook::request::{Context, Press, Request, View};

use crate::support::app;

fn answer(app: &App, line: &str) -> Answer {
    app.respond(&Context::default(), &Request::parse(line).unwrap()).unwrap()
}

fn first(answer: &Answer) -> &str {
    answer.matches.first().map_or("", |found| found.key.as_str())
}

/// Which of the questions do not end as this, with this entry first.
fn others<'q>(app: &App, standing: Standing, asked: &[(&'q str, &str)]) -> Vec<(&'q str, Standing, String)> {
    let told = |&(question, key): &(&'q str, &str)| {
        let answer = answer(app, &format!("/ask {question}"));
        let as_meant = answer.standing == standing && (key.is_empty() || first(&answer) == key);
        (!as_meant).then(|| (question, answer.standing, first(&answer).to_owned()))
    };
    asked.iter().filter_map(told).collect()
}

#[test]
fn who_somebody_is_and_where_something_is_ask_for_the_name_and_no_more() {
    let found = [
        ("who is lukashenko", "alexander-lukashenko"),
        ("кто такой Лукашенко", "alexander-lukashenko"),
        ("who was Robert Fico?", "robert-fico"),
        ("where is the Minsk Automobile Plant", "maz-in-belarus"),
        ("is Armenia in the CSTO", "armenia-in-csto"),
    ];
    let app = app();
    assert_eq!(others(&app, Standing::Found, &found), []);
    assert_eq!(others(&app, Standing::Ambiguous, &[("who is aliyev", "")]), []);
    assert_eq!(others(&app, Standing::Unknown, &[("tell me a joke", ""), ("what is a lukas", "")]), []);
}

#[test]
fn an_office_and_a_year_pick_the_holder_and_another_year_is_only_near() {
    let app = app();
    let found = [
        ("president of russia 2024", "putin-leads-russia"),
        ("who was the president of azerbaijan in 1995", "heydar-aliyev-led-azerbaijan"),
        ("prime minister of azerbaijan in November 2016", "rasizade-in-government"),
    ];
    assert_eq!(others(&app, Standing::Found, &found), []);
    let lead = plain(&answer(&app, "/ask who was the president of azerbaijan in 1995"));
    let lead = lead.split("See also").next().unwrap_or_default();
    assert!(lead.contains("Heydar") && !lead.contains("Ilham"), "{lead}");
    assert_eq!(others(&app, Standing::Near, &[("president of belarus in 2012", "lukashenko-leads-belarus")]), []);
}

#[test]
fn a_tie_answers_whether_it_is_and_not_whether_it_is_the_other_way_round() {
    let app = app();
    let so = [
        ("does Azerbaijan have ties with Slovakia", ""),
        ("is Belarus an ally of Russia", "belarus-ally-of-russia"),
        ("is Belarus a member of the OSCE", "belarus-in-osce"),
        ("was Azerbaijan part of the Soviet Union", ""),
    ];
    assert_eq!(others(&app, Standing::Found, &so), []);
    for question in [
        "is the Council of Europe a member of Azerbaijan",
        "does NATO belong to the United States",
        "is the United Kingdom a member of the Central European Initiative",
        "is Ukraine a member of the European Union",
    ] {
        let standing = answer(&app, &format!("/ask {question}")).standing;
        assert!(matches!(standing, Standing::Near | Standing::Unknown), "{question}: {standing:?}");
    }
}

#[test]
fn a_bound_beside_a_name_bounds_timelines_and_comparisons() {
    let app = app();
    for (line, carried) in [
        ("/timeline about:Belarus after 2013", "/timeline about:belarus from:2014-01-01"),
        ("/timeline about:Belarus before 2013", "/timeline about:belarus to:2012-12-31"),
        ("/timeline about:Belarus after 2010 to:2012", "/timeline about:belarus from:2011-01-01 to:2012-12-31"),
        (
            "/timeline about:Lukashenko visit to Baku after 2013",
            "/timeline about:Lukashenko visit to Baku from:2014-01-01",
        ),
    ] {
        let answer = answer(&app, line);
        assert_eq!(answer.request.clone().what_is_asked().line(), carried, "{line}");
        let told = plain(&answer);
        assert!(!told.lines().any(|told| told.starts_with('•') && told.contains("November 2013")), "{line}: {told}");
    }
    let compared = answer(&app, "/compare first:Belarus 2016 second:Azerbaijan");
    assert!(!plain(&compared).contains("2013:"), "{}", plain(&compared));
    let carried = Press { request: compared.request.clone(), view: View::Front }.encode();
    let compared = Answer { read_as: Vec::new(), ..compared };
    assert_eq!(plain(&answer_of(&app, &carried)), plain(&compared));
    for line in [
        "/timeline about:Belarus not in 2013",
        "/compare first:Belarus not in 2013 second:Azerbaijan",
        "/timeline from:since 2010, but not in 2013",
    ] {
        let error = app.respond(&Context::default(), &Request::parse(line).unwrap()).unwrap_err();
        assert_eq!(*error.0, Message::TakesNoException, "{line}");
    }
}

fn answer_of(app: &App, carried: &str) -> Answer {
    app.respond(&Context::default(), &Press::decode(carried).unwrap().request).unwrap()
}

#[test]
fn bounds_that_are_signs_misspelt_or_rare_are_kept() {
    let app = app();
    for question in
        ["prior 2013", "befor 2013", "older than 2013", "> 2013", "2014+", "outside 2013", "за исключением 2013"]
    {
        let found = answer(&app, &format!("/event Lukashenko visit to Baku {question}"));
        assert_ne!(first(&found), "visit-lukashenko-baku-2013", "{question}");
    }
    for line in ["/actor anyone but Lukashenko", "/actor all but Belarus", "/event визит Лукашенко в Баку до 2013"]
    {
        assert_ne!(answer(&app, line).standing, Standing::Found, "{line}");
    }
}

#[test]
fn a_trend_of_somebody_is_on_what_is_stored_of_them() {
    let app = app();
    for (line, aspect) in [
        ("/trend arms exports to Azerbaijan", "arms-sales-by-buyer"),
        ("/trend exports of weapons to Yemen", "arms-sales-by-buyer"),
        ("/trend trade of Belarus with Georgia", "trade-turnover"),
        ("/trend gas Slovakia gets from Russia", "gas-from-russia"),
        ("/trend aspect:trade about:belarus", "trade-turnover"),
        ("/trend political prisoners of Azerbaijan and Belarus", "political-prisoners"),
    ] {
        let answer = answer(&app, line);
        assert_eq!((answer.standing, first(&answer)), (Standing::Found, aspect), "{line}");
    }
}

#[test]
fn which_of_two_has_more_is_a_comparison() {
    let app = app();
    for (question, line) in [
        ("which has more political prisoners belarus or azerbaijan", "political-prisoners"),
        ("press freedom of belarus and azerbaijan", "press-freedom-rank"),
    ] {
        let shown = answer(&app, &format!("/ask {question}"));
        let carried = format!("/compare first:belarus second:azerbaijan aspect:{line}");
        assert_eq!(shown.request.clone().what_is_asked().line(), carried, "{question}");
    }
    // Neither of these is a matter to compare on.
    for question in ["did belarus or azerbaijan attack armenia", "which is freer belarus or azerbaijan"] {
        assert_ne!(answer(&app, &format!("/ask {question}")).request.spec().name, "compare", "{question}");
    }
}

#[test]
fn one_word_of_many_events_is_a_choice() {
    assert_eq!(answer(&app(), "/event visit").standing, Standing::Ambiguous);
}
