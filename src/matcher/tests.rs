//! The matcher as a whole: what it finds, what it declines, what never changes.

mod scope;

use super::*;
use crate::knowledge::{ActorId, AspectId, EventId, FactId};
use proptest::prelude::*;
use std::sync::LazyLock;

fn actor(id: u32, name: &'static str, aliases: &[&'static str]) -> Record<'static> {
    Record {
        entry: EntryId::Actor(ActorId(id)),
        name,
        aliases: aliases.to_vec(),
        texts: Vec::new(),
        days: None,
        answer_types: AnswerTypes::NONE,
        weight: 1,
    }
}

fn event(id: u32, name: &'static str, texts: &[(Field, &'static str)], days: (i32, i32)) -> Record<'static> {
    Record {
        entry: EntryId::Event(EventId(id)),
        name,
        aliases: Vec::new(),
        texts: texts.to_vec(),
        days: Some(days),
        answer_types: AnswerTypes::NONE.with(AnswerType::When).with(AnswerType::Where),
        weight: 1,
    }
}

fn fact(id: u32, texts: &[(Field, &'static str)]) -> Record<'static> {
    Record {
        entry: EntryId::Fact(FactId(id)),
        name: "",
        aliases: Vec::new(),
        texts: texts.to_vec(),
        days: None,
        answer_types: AnswerTypes::NONE,
        weight: 0,
    }
}

fn records() -> Vec<Record<'static>> {
    use Field::{Actor, Place, Statement, Summary};
    vec![
        actor(0, "Alexander Lukashenko", &["Аляксандр Лукашэнка", "Aleksandr Lukashenka"]),
        actor(1, "Ilham Aliyev", &["İlham Əliyev", "Ильхам Алиев"]),
        actor(2, "Heydar Aliyev", &["Heydər Əliyev"]),
        actor(3, "Azerbaijan", &["Азербайджан", "Azərbaycan", "Republic of Azerbaijan"]),
        actor(4, "Belarus", &["Беларусь", "Byelorussia"]),
        actor(5, "Minsk Automobile Plant", &["MAZ"]),
        actor(6, "France", &["Франция"]),
        event(
            0,
            "Lukashenko's visit to Baku, November 2013",
            &[
                (Place, "Baku"),
                (Actor, "Alexander Lukashenko"),
                (Actor, "Ilham Aliyev"),
                (Summary, "Lukashenko met Aliyev and opened the building of the Belarusian embassy."),
            ],
            (16_029, 16_030),
        ),
        event(
            1,
            "Aliyev's visit to Belarus, October 2006",
            &[(Place, "Minsk"), (Actor, "Ilham Aliyev")],
            (13_438, 13_439),
        ),
        event(2, "Aliyev's visit to Minsk, 2010", &[(Place, "Minsk")], (14_610, 14_974)),
        Record {
            answer_types: AnswerTypes::NONE.with(AnswerType::HowMany),
            ..fact(0, &[(Statement, "Azerbaijan's prisons held 142 political prisoners."), (Actor, "Azerbaijan")])
        },
        fact(1, &[(Statement, "France and Azerbaijan have cultural relations."), (Actor, "France")]),
    ]
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(records()));

const ACTORS: &[Kind] = &[Kind::Actor];
const EVENTS: &[Kind] = &[Kind::Event];

fn first(outcome: &Outcome) -> Option<EntryId> {
    outcome.hits().first().map(|hit| hit.entry)
}

#[test]
fn finds_names_however_they_are_written() {
    for (asked, id) in [
        ("Alexander Lukashenko", 0),
        ("lukashenco", 0),
        ("Лукашэнка", 0),
        ("Лукашенко", 0),
        ("Lukaschenko, Alexander", 0),
        ("alexnader lukashenko", 0),
        ("ilham əliyev", 1),
        ("Azerbaidjan", 3),
        ("azerbaycan", 3),
        ("maz", 5),
    ] {
        let outcome = MATCHER.find(asked, Scope::of(ACTORS));
        assert!(matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
        assert_eq!(first(&outcome), Some(EntryId::Actor(ActorId(id))), "{asked}");
    }
}

#[test]
fn finds_names_with_the_space_in_the_wrong_place() {
    for asked in ["AlexanderLukashenko", "alexanderlukashennko", "alexande rlukashenko", "АляксандрЛукашэнка"]
    {
        let outcome = MATCHER.find(asked, Scope::of(ACTORS));
        assert!(matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
        assert_eq!(first(&outcome), Some(EntryId::Actor(ActorId(0))), "{asked}");
    }
    let outcome = MATCHER.find("FranceNetherlands", Scope::of(ACTORS));
    assert!(matches!(outcome, Outcome::Unknown { .. }), "{outcome:?}");
}

#[test]
fn finds_people_by_initials_and_short_given_names() {
    let people = [
        actor(0, "Johann Conrad Altmeyer", &[]),
        actor(1, "Hans Joachim Bergdorf", &[]),
        actor(2, "Robert Castleford", &[]),
        actor(3, "Peter J. Dunmore", &[]),
        actor(4, "Katherine Dunmore", &[]),
        actor(5, "Hans Karl Bergdorf", &[]),
    ];
    let matcher = Matcher::new(people);
    for (asked, id) in [
        ("JC Altmeyer", 0),
        ("J. C. Altmeyer", 0),
        ("jc altmeyer", 0),
        ("Hans J Bergdorf", 1),
        ("Hans K Bergdorf", 5),
        ("Bob Castleford", 2),
        ("Peter James Dunmore", 3),
        ("Kate Dunmore", 4),
    ] {
        let outcome = matcher.find(asked, Scope::of(ACTORS));
        assert!(matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
        assert_eq!(first(&outcome), Some(EntryId::Actor(ActorId(id))), "{asked}");
    }
    // Other initials, another name's short form, and a short form alone are no proof.
    for asked in ["Hans X Bergdorf", "X Bergdorf", "Peter Johansson", "Jens Dunmore", "Bill Castlemaine", "Bob"] {
        let outcome = matcher.find(asked, Scope::of(ACTORS));
        assert!(!matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
    }
}

#[test]
fn finds_events_by_keywords_and_dates() {
    for (asked, id) in [
        ("lukashenka opens embasy baku", 0),
        ("when did Lukashenko visit Baku?", 0),
        ("visit 2013", 0),
        ("visit nov 2013", 0),
        ("визит в 2006 году", 1),
        ("Aliyev in Minsk 2010", 2),
    ] {
        let outcome = MATCHER.find(asked, Scope::of(EVENTS));
        assert_eq!(first(&outcome), Some(EntryId::Event(EventId(id))), "{asked}");
        assert!(!matches!(outcome, Outcome::Unknown { .. }), "{asked}: {outcome:?}");
    }
}

#[test]
fn a_date_alone_is_the_only_event_of_that_time() {
    for (asked, id) in [("what happened in November 2013", 0), ("Oct 2006", 1)] {
        let outcome = MATCHER.find(asked, Scope::of(EVENTS));
        assert!(matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
        assert_eq!(first(&outcome), Some(EntryId::Event(EventId(id))), "{asked}");
    }
    // Another day of the month, or more than a date.
    for asked in ["2 November 2013", "Putin in October 2006"] {
        let outcome = MATCHER.find(asked, Scope::of(EVENTS));
        assert!(!matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
    }
}

#[test]
fn words_that_hold_a_name_together_hardly_tell_it_from_others() {
    let matcher =
        Matcher::new([actor(0, "President of Montania", &[]), actor(1, "Montania", &[]), actor(2, "The Who", &[])]);
    for (asked, id) in [
        ("In quale città è nato il presidente di Montania?", 0),
        ("What is the largest lake of Montania?", 1),
        ("The Who", 2),
    ] {
        let outcome = matcher.find(asked, Scope::of(ACTORS));
        assert_eq!(first(&outcome), Some(EntryId::Actor(ActorId(id))), "{asked}: {outcome:?}");
    }
}

#[test]
fn a_name_that_is_stored_is_hardly_a_slip_for_another() {
    let matcher = Matcher::new([actor(0, "Elvira Presto", &[]), actor(1, "Helvira", &[])]);
    let likeness = |asked: &str| {
        let (_, senses) = matcher.explain(asked, Scope::of(ACTORS));
        senses.into_iter().flatten().find(|(word, _)| *word == "helvira").map(|(_, likeness)| likeness)
    };
    assert!(likeness("Which records did Elvira publish?") < likeness("Which records did Elvire publish?"));
}

#[test]
fn a_surname_of_two_is_ambiguous() {
    for asked in ["Aliyev", "Əliyev"] {
        let outcome = MATCHER.find(asked, Scope::of(ACTORS));
        assert!(matches!(outcome, Outcome::Ambiguous { .. }), "{asked}: {outcome:?}");
    }
}

#[test]
fn declines_what_is_not_there() {
    for (asked, scope) in [
        ("capital of France", Scope::ALL),
        ("Macron visits Minsk", Scope::of(EVENTS)),
        ("Macron", Scope::of(ACTORS)),
        ("Who won the World Cup in 2018?", Scope::ALL),
        ("?!", Scope::ALL),
        ("", Scope::ALL),
    ] {
        let outcome = MATCHER.find(asked, scope);
        assert!(matches!(outcome, Outcome::Unknown { .. }), "{asked}: {outcome:?}");
    }
}

#[test]
fn facts_answer_by_what_they_state() {
    let outcome = MATCHER.find("how many political prisoners in Azerbaijan?", Scope::ALL);
    assert_eq!(first(&outcome), Some(EntryId::Fact(FactId(0))));
    let (Outcome::Found { reading, .. } | Outcome::Ambiguous { reading, .. }) = outcome else {
        panic!("declined");
    };
    assert_eq!(reading.answer_type, Some(AnswerType::HowMany));
}

#[test]
fn keeps_to_its_scope() {
    let outcome = MATCHER.find("Lukashenko Baku Aliyev", Scope::of(ACTORS));
    assert!(outcome.hits().iter().all(|hit| hit.entry.kind() == Kind::Actor));
}

#[test]
fn completes_starts_of_names() {
    for (typed, id) in
        [("al", 0), ("luk", 0), ("al luk", 0), ("hey", 2), ("heydra al", 2), ("аляк", 0), ("minsk auto", 5)]
    {
        let hits = MATCHER.complete(typed, Scope::of(ACTORS), 5);
        assert_eq!(hits.first().map(|hit| hit.entry), Some(EntryId::Actor(ActorId(id))), "{typed}");
    }
    assert_eq!(MATCHER.complete("", Scope::of(EVENTS), 2).len(), 2);
    assert!(MATCHER.complete("zzzz", Scope::ALL, 5).is_empty());
}

#[test]
fn tells_what_each_term_may_mean() {
    let (_, senses) = MATCHER.explain("lukashenco visits", Scope::ALL);
    assert_eq!(senses.len(), 2);
    assert_eq!(senses[0].first().map(|(word, _)| *word), Some("lukashenko"));
    assert!(senses[1].iter().any(|(word, _)| *word == "visit"));
}

#[test]
fn nothing_stored_is_nothing_found() {
    let empty = Matcher::new([]);
    assert!(matches!(empty.find("Belarus", Scope::ALL), Outcome::Unknown { .. }));
    assert!(empty.complete("b", Scope::ALL, 5).is_empty());
}

#[test]
fn what_lies_outside_a_bound_is_never_found() {
    for asked in [
        "Lukashenko visit to Baku after 2013",
        "Lukashenko visit to Baku not in 2013",
        "Lukashenko visit to Baku before 2013",
        "Lukashenko visit to Baku until 2012",
        "Lukashenko visit to Baku since December 2013",
        "Lukashenko visit to Baku between 2014 and 2016",
        "Lukashenko visit to Baku 2014–2016",
        "визит Лукашенко в Баку после 2013 года",
        "Lukaşenkonun Bakıya səfəri 2013-cü ildən sonra",
        "Lukashenko visit to Baku after the embassy closed",
        "visit to Baku by Aliyev, not Lukashenko",
    ] {
        let outcome = MATCHER.find(asked, Scope::of(EVENTS));
        let visit = EntryId::Event(EventId(0));
        assert!(!(matches!(outcome, Outcome::Found { .. }) && first(&outcome) == Some(visit)), "{asked}: {outcome:?}");
    }
}

#[test]
fn what_lies_within_a_bound_is_found() {
    for asked in [
        "Lukashenko visit to Baku after 2012",
        "Lukashenko visit to Baku before 2014",
        "Lukashenko visit to Baku until 2013",
        "Lukashenko visit to Baku since 2013",
        "Lukashenko visit to Baku between 2012 and 2014",
        "Lukashenko visit to Baku not in 2012",
        "Lukashenko's visit to Baku, November 2013",
    ] {
        let outcome = MATCHER.find(asked, Scope::of(EVENTS));
        assert!(matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
        assert_eq!(first(&outcome), Some(EntryId::Event(EventId(0))), "{asked}");
    }
}

#[test]
fn a_denial_that_is_stored_is_no_denial() {
    let matcher = Matcher::new([
        fact(0, &[(Field::Statement, "Belarus did not recognise Abkhazia."), (Field::Actor, "Belarus")]),
        fact(1, &[(Field::Statement, "Russia recognised Ossetia."), (Field::Actor, "Russia")]),
    ]);
    let stored = matcher.find("Belarus did not recognise Abkhazia", Scope::ALL);
    assert!(matches!(stored, Outcome::Found { .. }), "{stored:?}");
    for asked in ["Russia did not recognise Ossetia", "Russia didn't recognise Ossetia"] {
        let denied = matcher.find(asked, Scope::ALL);
        assert!(!matches!(denied, Outcome::Found { .. }), "{asked}: {denied:?}");
    }
}

#[test]
fn a_name_is_found_whatever_its_words_would_say_in_a_question() {
    let names = [
        "After 2013",
        "Not One Less",
        "Before Sunrise",
        "The War",
        "Die Hard",
        "State of Care",
        "Since 1990",
        "Theresa May",
    ];
    let names: Vec<_> = (0..).zip(names).collect();
    let matcher =
        Matcher::new(names.iter().map(|&(id, name)| Record { days: Some((0, 0)), ..event(id, name, &[], (0, 0)) }));
    for (id, name) in names {
        for asked in [name.to_owned(), name.to_lowercase()] {
            let outcome = matcher.find(&asked, Scope::of(EVENTS));
            assert!(matches!(outcome, Outcome::Found { .. }), "{asked}: {outcome:?}");
            assert_eq!(first(&outcome), Some(EntryId::Event(EventId(id))), "{asked}");
        }
    }
}

#[test]
fn two_names_with_a_semicolon_are_no_sentence() {
    for (asked, sentence) in
        [("Belarus; Minsk", false), ("Belarus?", true), ("Who is Aliyev?", true), ("Πού είναι το Μινσκ;", true)]
    {
        assert_eq!(MATCHER.find(asked, Scope::ALL).reading().sentence, sentence, "{asked}");
    }
}

proptest! {
    #[test]
    fn no_question_panics(question in "\\PC{0,80}") {
            let outcome = MATCHER.find(&question, Scope::ALL);
        prop_assert!(outcome.hits().iter().all(|hit| (0.0..=1.0).contains(&hit.score)));
        let _ = MATCHER.complete(&question, Scope::ALL, 25);
    }

    #[test]
    fn no_record_panics(name in "\\PC{0,60}", alias in "\\PC{0,60}", asked in "\\PC{0,40}") {
        let record = Record { aliases: vec![&alias], name: &name, ..actor(0, "", &[]) };
        let matcher = Matcher::new([record]);
        let _ = matcher.find(&asked, Scope::ALL);
        let _ = matcher.find(&name, Scope::ALL);
    }

    #[test]
    fn the_order_of_records_changes_nothing(
        order in Just((0..records().len()).collect::<Vec<_>>()).prop_shuffle(),
        asked in prop::sample::select(vec!["Aliyev", "visit to Baku", "lukashenko", "azerbaijan prisoners 2013"]),
    ) {
        let stored = records();
        let shuffled = Matcher::new(order.iter().map(|&at| stored[at].clone()));
        prop_assert_eq!(shuffled.find(asked, Scope::ALL), MATCHER.find(asked, Scope::ALL));
        prop_assert_eq!(shuffled.complete(asked, Scope::ALL, 9), MATCHER.complete(asked, Scope::ALL, 9));
    }
}
