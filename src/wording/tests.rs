//! Every language has all words, and a language may differ from English in all that languages differ in.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, VariantKey};

use super::*;
use crate::knowledge::Value;
use crate::knowledge::date::Date;
use crate::message::Tie;
use crate::request::COMMANDS;

/// Arguments by which a form is chosen; a language may have no use for them.
const CHOOSERS: [&str; 8] = ["case", "way", "shape", "article", "noun", "kind", "half", "ending"];

/// The arguments that a pattern shows or chooses by.
fn arguments(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    arguments(&variant.value, found);
                }
                selector
            }
        };
        match inline {
            InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("{other:?}: only arguments are looked up here"),
        }
    }
}

/// The keys under which a language may have words for texts of the program.
fn keys() -> BTreeSet<String> {
    let key = |words| if let Words::Keyed { key, .. } = words { key } else { panic!("{words:?} has no key") };
    let options = |spec: &'static crate::request::Spec| spec.typed().map(|option| option.described(spec));
    COMMANDS.iter().flat_map(|spec| options(spec).chain([spec.described()])).map(key).collect()
}

#[test]
fn every_message_has_words_with_its_arguments_and_no_words_are_left_over() {
    for (tag, words) in LANGUAGES {
        let resource = fluent_syntax::parser::parse(*words).unwrap();
        let mut worded: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let mut found = BTreeSet::new();
                    arguments(message.value.as_ref().unwrap(), &mut found);
                    message.attributes.iter().for_each(|case| arguments(&case.value, &mut found));
                    let known = |of: &str| found.contains(of) || of == "name" && keys().contains(message.id.name);
                    let mut cases = message.attributes.iter().map(|case| case.id.name);
                    assert!(cases.all(known), "{tag}: {} has a case for nothing", message.id.name);
                    found.retain(|name| !CHOOSERS.contains(&name.as_str()));
                    worded.insert(message.id.name.to_owned(), found);
                }
                Entry::Term(_) | Entry::Junk { .. } => panic!("{tag}: {entry:?}"),
                _ => {}
            }
        }
        worded.retain(|id, _| !id.starts_with("tie-") && !keys().contains(id));
        let shown =
            |names: &[&str]| names.iter().filter(|name| !CHOOSERS.contains(name)).map(|&name| name.into()).collect();
        let asked: BTreeMap<String, BTreeSet<String>> =
            Message::ALL.iter().map(|(id, names)| (String::from(*id), shown(names))).collect();
        assert_eq!(worded, asked, "{tag}");
    }
}

#[test]
fn counts_choose_the_form_of_their_noun() {
    let facts = |count: usize| Wording::of(&"en".parse().unwrap()).message(&Message::FactCount { count: count.into() });
    assert_eq!([0, 1, 2, 1000].map(facts), ["0 facts", "1 fact", "2 facts", "1000 facts"]);
}

#[test]
fn a_language_that_is_not_spoken_here_is_answered_in_english() {
    for tag in ["und", "tlh", "en-GB"] {
        assert_eq!(Wording::of(&tag.parse().unwrap()).message(&Message::When), "When");
    }
}

/// The patterns of ties are found by the kinds that curators write, not by messages.
#[test]
fn every_kind_of_tie_has_words_for_either_end_now_and_then() {
    let resource = fluent_syntax::parser::parse(LANGUAGES[0].1).unwrap();
    let ties = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) if message.id.name.starts_with("tie-") => Some(message),
        _ => None,
    });
    for tie in ties {
        let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
            &tie.value.as_ref().unwrap().elements[..]
        else {
            panic!("{}: one choice by $way", tie.id.name);
        };
        assert_eq!(*selector, InlineExpression::VariableReference { id: Identifier { name: "way" } });
        let ways: Vec<&str> = variants
            .iter()
            .map(|variant| match variant.key {
                VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => name,
            })
            .collect();
        assert_eq!(ways, ["past", "back", "back-past", "now"], "{}", tie.id.name);
        for variant in variants {
            let mut found = BTreeSet::new();
            arguments(&variant.value, &mut found);
            let names: Vec<&str> = found.iter().map(String::as_str).collect();
            let known = [&["from", "to"][..], &["from", "post"], &["from", "office", "to"]];
            assert!(known.contains(&&names[..]), "{}: {names:?}", tie.id.name);
        }
    }
}

/// So many sorts of case, order and plural as the next languages need. What is left out here is said in English.
const RUSSIAN: &str = "
fact-count = { $count ->
    [one] { $count } факт
    [few] { $count } факта
   *[many] { $count } фактов
}
date-full = { $day } { $month } { $year }
    .month = genitive
date-since = с { $date }
    .date = genitive
month = { $case ->
    [genitive] { $number ->
        [5] мая
       *[11] ноября
    }
   *[plain] { $number ->
        [5] май
       *[11] ноябрь
    }
}
joint-comma = { $before }; { $after }
definite = { $name }
joined = { $from } – { $kind } – { $to }
slash-help = Справка
";

fn russian() -> Wording {
    Wording::new("ru", RUSSIAN)
}

fn date(edtf: &str) -> Words {
    Words::from(&Date::parse(edtf).unwrap())
}

#[test]
fn a_language_chooses_plurals_cases_and_joints_in_its_file() {
    let russian = russian();
    let facts = |count: usize| russian.message(&Message::FactCount { count: count.into() });
    assert_eq!([1, 2, 5, 21, 12_000].map(facts), ["1 факт", "2 факта", "5 фактов", "21 факт", "12\u{a0}000 фактов"]);
    for (edtf, words) in [
        ("2013-11", "ноябрь 2013"),
        ("2013-11-20", "20 ноября 2013"),
        ("2013-11-20/2013-11-21", "20–21 ноября 2013"),
        ("2010-05/..", "с мая 2010"),
        ("2010-05", "май 2010"),
    ] {
        assert_eq!(russian.words(&date(edtf)), words, "{edtf}");
    }
    assert_eq!(russian.words(&Words::list(["a", "b", "c"])), "a; b; c");
    assert_eq!(russian.message(&Message::Next), "Next ▶", "English stands in");
    assert_eq!(russian.words(&COMMANDS.last().unwrap().described()), "Справка");
}

#[test]
fn names_and_unforeseen_ties_are_said_without_the_grammar_of_english() {
    let [from, to] = ["European Union", "Belarus"].map(|name| Words::Name(name.to_owned()));
    let (office, date, as_of, note) = (None, None, None, None);
    let tie = Tie { kind: "friend-of".to_owned(), from, to, office, back: false, past: false, date, as_of, note };
    assert_eq!(russian().words(&Words::Tie(Box::new(tie))), "European Union – friend of – Belarus.");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let values = |tag: &str| {
        let wording = Wording::new(tag, "");
        let value = |number| wording.words(&Words::Value(Value::new(number).unwrap()));
        let range = wording.words(&Words::Value(Value::range(1000.0, 30_000.0).unwrap()));
        [value(1991.0), value(0.5), value(1_234_567.25), value(-3.0), range]
    };
    assert_eq!(values("en"), ["1991", "0.5", "1,234,567.25", "-3", "1000–30,000"]);
    assert_eq!(values("ru"), ["1991", "0,5", "1\u{a0}234\u{a0}567,25", "-3", "1000–30\u{a0}000"]);
    assert_eq!(values("az"), ["1991", "0,5", "1.234.567,25", "-3", "1000–30.000"]);
}

#[test]
fn a_change_says_its_way_and_never_that_nothing_changed() {
    let change = |share| Wording::of(&"en".parse().unwrap()).words(&Words::Change(share));
    assert_eq!([0.25, -0.5, 0.004, 0.0096].map(change), ["+25 %", "−50 %", "+0.4 %", "+1 %"]);
}

#[test]
fn a_sentence_begins_with_the_capital_of_its_language() {
    let begun = |tag: &str| Wording::new(tag, "").capitalised("istanbul");
    assert_eq!(["tr", "en"].map(begun), ["İstanbul", "Istanbul"]);
}
