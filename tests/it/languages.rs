//! Every language as its readers see it: dates of every shape, every kind of tie, and whole answers.
//!
//! What each file of words must hold is tested beside the words; here are snapshots, which somebody who speaks the language
//! has read.

use std::fmt::Write as _;

use casebook::app::App;
use casebook::knowledge::date::{Date, End};
use casebook::message::{Message, Tie, Words};
use casebook::render::page::pages;
use casebook::render::terminal;
use casebook::request::{Context, Request};
use casebook::wording::Wording;

use crate::answers::{all_requests, assert_within_limits};
use crate::drawn::loaded;
use crate::support::{app, respond, root};

/// All languages but English, which everything else is tested in.
pub const LANGUAGES: [&str; 4] = ["ru", "be", "az", "tr"];

fn wording(tag: &str) -> &'static Wording {
    Wording::of(&tag.parse().unwrap())
}

fn date(edtf: &str) -> Date {
    Date::parse(edtf).unwrap()
}

/// One of each shape that EDTF knows, and of each month and season.
const DATES: &[&str] = &[
    "2013",
    "2000",
    "1900",
    "0476",
    "0000",
    "-0043-03-15",
    "Y170000002",
    "1950S2",
    "2013-11",
    "2006-10-17",
    "1985-04-XX",
    "1985-XX-XX",
    "201X",
    "199X",
    "190X",
    "19XX",
    "01XX",
    "XXXX",
    "2010-07~",
    "2013?",
    "2013%",
    "2011~",
    "2006-10-17~",
    "2011-21",
    "2011-22",
    "2011-23",
    "2011-24",
    "2011-25",
    "2011-32",
    "2011-33",
    "2011-34",
    "2011-36",
    "2011-38",
    "2011-40",
    "2011-41",
    "2006/2012",
    "2010-05/2010-07",
    "2010-05/2011-07",
    "2013-11-20/2013-11-21",
    "2016-11-30/2016-12-02",
    "2012-12-30/2013-01-02",
    "2010-21/2010-22",
    "2010-33/2010-35",
    "198X/200X",
    "2006~/2012",
    "1993/..",
    "1993~/..",
    "2010-05/..",
    "2010-12/..",
    "2010-11-02/..",
    "2011-22/..",
    "2011-34/..",
    "199X/..",
    "02XX/..",
    "../1918",
    "../2010-05",
    "../2010-11-02",
    "../2011-22",
    "../1918~",
    "1993/",
    "/1918",
    "1993/2003..",
    "..1993/2003",
    "[1667,1668,1670]",
    "{1667..1668,1670}",
    "{2010-05..2010-07}",
    "[2010-05,2011-06]",
    "[..1984]",
    "[1984..]",
    "2021-04-13T09:30:00",
    "2021-04-13T09:30:00Z",
    "2021-04-13T23:30:00-05:00",
];

/// Parts of a year that change with what stands before them.
const PARTS: &[&str] = &[
    "2016-01", "2016-02", "2016-03", "2016-04", "2016-05", "2016-06", "2016-07", "2016-08", "2016-09", "2016-10",
    "2016-11", "2016-12", "2016-21", "2016-22", "2016-23", "2016-24", "2016-34", "2016-38", "2016-41",
];

/// Since, until and as of a date.
fn around(edtf: &str) -> [Message; 3] {
    let (title, date) = (Words::from("…"), Words::from(&date(edtf)));
    [
        Message::SinceDate { title: title.clone(), from: date.clone() },
        Message::UntilDate { title: title.clone(), to: date.clone() },
        Message::AsOf { text: title, date },
    ]
}

/// Sentences with a date in them.
fn sentences(edtf: &str) -> [Message; 6] {
    let (asked, june) = (Words::from(&date(edtf)), Words::from(&date("2017-06")));
    let title = Words::from("…");
    let counts = [
        Message::FactCount { count: 475.into() },
        Message::EventCount { count: 101.into() },
        Message::ActorCount { count: 172.into() },
        Message::SourceCount { count: 9.into() },
    ];
    let [facts, events, actors, sources] = counts.map(Words::from);
    let (first_date, last_date, change) = (asked.clone(), june.clone(), Words::Change(1.23));
    [
        Message::InPeriod { title: title.clone(), from: asked.clone(), to: june.clone() },
        Message::InOnePeriod { title: title.clone(), date: asked.clone() },
        Message::CoverageSpan {
            facts,
            events,
            actors,
            sources,
            first: Words::from(&date("1918")),
            last: asked.clone(),
        },
        Message::HeldAsOf { post: Message::post("president", "Belarus".into()).into(), date: asked.clone() },
        Message::Higher { first: 100.into(), first_date, last: 223.into(), last_date, change },
        Message::Citation { title, publisher: "Belarus Digest".into(), date: asked },
    ]
}

#[test]
fn dates() {
    for tag in LANGUAGES {
        let wording = wording(tag);
        let mut said = String::new();
        for edtf in DATES {
            writeln!(said, "{edtf} = {}", wording.words(&Words::from(&date(edtf)))).unwrap();
        }
        for edtf in PARTS {
            writeln!(said, "{}", around(edtf).map(|message| wording.message(&message)).join(" | ")).unwrap();
        }
        for edtf in ["2016", "2016-11", "2016-11-02", "2013-11~", "2011-22", "201X", "19XX"] {
            writeln!(said, "{}", sentences(edtf).map(|message| wording.message(&message)).join("\n")).unwrap();
        }
        let months = (1..=12).map(|number| wording.message(&Message::Month { number: Words::Count(number) }));
        writeln!(said, "{}", months.collect::<Vec<_>>().join(" ")).unwrap();
        insta::assert_snapshot!(format!("dates-{tag}"), said);
    }
}

/// Every kind that has a pattern, in the order of the file, and some that have none.
fn kinds() -> Vec<String> {
    let words = std::fs::read_to_string(root().join("src/wording/en.ftl")).unwrap();
    let kinds = words.lines().filter_map(|line| line.strip_prefix("tie-")?.split_once(" = "));
    kinds.map(|(kind, _)| kind.to_owned()).chain(["friend-of", "has-base-in", "funded-by"].map(String::from)).collect()
}

fn tie(kind: &str, date: Option<Date>) -> Tie {
    Tie {
        kind: kind.to_owned(),
        from: Words::Name("Belarus".to_owned()),
        to: Words::Name("European Union".to_owned()),
        office: (kind == "holds-office").then(|| "ambassador to Azerbaijan".to_owned()),
        back: false,
        past: date.as_ref().is_some_and(|date| date.end() != End::Open),
        as_of: date.is_none().then(|| Date::parse("2024-06~").unwrap()),
        date,
        note: None,
    }
}

#[test]
fn ties() {
    for tag in LANGUAGES {
        let wording = wording(tag);
        let said = |tie: Tie| wording.words(&Words::Tie(Box::new(tie)));
        let mut text = String::new();
        for kind in kinds() {
            writeln!(text, "{kind}").unwrap();
            for back in [false, true] {
                writeln!(text, "  {}", said(Tie { back, ..tie(&kind, None) })).unwrap();
                writeln!(text, "  {}", said(Tie { back, ..tie(&kind, Some(date("2016-11"))) })).unwrap();
            }
            let each = Words::from(Message::Each);
            writeln!(text, "  {}", said(Tie { from: each.clone(), ..tie(&kind, Some(date("2010/.."))) })).unwrap();
            writeln!(text, "  {}", said(Tie { to: each, ..tie(&kind, Some(date("2010/.."))) })).unwrap();
        }
        for edtf in ["2016", "2016-11-02", "2011-22", "201X", "2011~", "1993-10/2003-10", "../1991", "/1991", "1993/"] {
            writeln!(text, "{edtf}: {}", said(tie("holds-office", Some(date(edtf))))).unwrap();
        }
        insta::assert_snapshot!(format!("ties-{tag}"), text);
    }
}

/// All that an answer can hold, in few entries.
const BASE: &str = include_str!("languages/base.toml");

const ASKED: [&str; 16] = [
    "/help",
    "/event A visit to Baku",
    "/event talks and visit of somebody",
    "/actor Беларусь",
    "/actor Rasizade",
    "/compare first:Belarus second:Azerbaijan",
    "/compare first:Belarus second:Azerbaijan aspect:press freedom",
    "/ask when was the visit to Baku",
    "/ask how large was the trade in 2012",
    "/ask zzz qqq",
    "/timeline about:Belarus from:2013 to:2016-11",
    "/timeline from:2030",
    "/trend Trade turnover",
    "/sources",
    "/sources A Report",
    "/actor zzzz",
];

const MISTAKES: [&str; 8] = [
    "/foo",
    "/evnt x",
    "/help x",
    "/compare x",
    "/event colour:x",
    "/event question:x private:x",
    "/timeline from:2016 to:2010",
    "/compare first:Belarus second:Belarus",
];

/// The answer, or what the user has to do differently, as a terminal shows it.
fn answered(app: &App, context: &Context, line: &str) -> String {
    let answer = Request::parse(line).and_then(|request| app.respond(context, &request));
    match answer {
        Ok(answer) => terminal::plain(&answer),
        Err(error) => Wording::of(&context.language).message(&error.0),
    }
}

#[test]
fn answers() {
    let app = loaded(BASE);
    for tag in LANGUAGES {
        let context = Context::of_language(tag);
        let mut text = String::new();
        for line in ASKED.iter().chain(&MISTAKES) {
            writeln!(text, "> {line}\n{}\n", answered(&app, &context, line).trim_end()).unwrap();
        }
        insta::assert_snapshot!(format!("answers-{tag}"), text);
    }
}

/// Words are longer in some languages than in English; pages still keep within every limit.
#[test]
fn every_answer_fits_in_every_language() {
    let app = app();
    for request in all_requests(&app) {
        let Ok(mut answer) = respond(&app, &request) else { continue };
        for tag in LANGUAGES {
            answer.language = tag.parse().unwrap();
            for page in pages(&answer) {
                assert_within_limits(&page, &format!("{tag} {}", request.line()));
            }
        }
    }
}
