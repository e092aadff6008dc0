//! Every language has all words, and a language may differ from English in all that languages differ in.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, VariantKey};

use super::*;
use crate::knowledge::Value;
use crate::knowledge::date::Date;
use crate::message::Tie;
use crate::request::COMMANDS;

mod languages;

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
    let kinds = |words: &str| -> BTreeSet<String> {
        let resource = fluent_syntax::parser::parse(words).unwrap();
        let ids = resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) if message.id.name.starts_with("tie-") => Some(message.id.name.to_owned()),
            _ => None,
        });
        ids.collect()
    };
    for (tag, words) in LANGUAGES {
        assert_eq!(kinds(words), kinds(LANGUAGES[0].1), "{tag}");
        let resource = fluent_syntax::parser::parse(*words).unwrap();
        for entry in &resource.body {
            if let Entry::Message(message) = entry
                && message.id.name.starts_with("tie-")
            {
                assert_words_for_either_end(tag, message);
            }
        }
    }
}

fn assert_words_for_either_end(tag: &str, tie: &fluent_syntax::ast::Message<&str>) {
    let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        &tie.value.as_ref().unwrap().elements[..]
    else {
        panic!("{tag}: {}: one choice by $way", tie.id.name);
    };
    assert_eq!(*selector, InlineExpression::VariableReference { id: Identifier { name: "way" } });
    let ways: Vec<&str> = variants.iter().map(|variant| name(&variant.key)).collect();
    assert_eq!(ways, ["past", "back", "back-past", "now"], "{tag}: {}", tie.id.name);
    for variant in variants {
        let mut found = BTreeSet::new();
        arguments(&variant.value, &mut found);
        let names: Vec<&str> = found.iter().map(String::as_str).collect();
        let known = [&["from", "to"][..], &["from", "post"], &["from", "office", "to"]];
        assert!(known.contains(&&names[..]), "{tag}: {}: {names:?}", tie.id.name);
    }
}

fn name<'w>(key: &VariantKey<&'w str>) -> &'w str {
    match key {
        VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => name,
    }
}

fn date(edtf: &str) -> Words {
    Words::from(&Date::parse(edtf).unwrap())
}

#[test]
fn what_a_language_leaves_out_is_said_in_english() {
    let russian = Wording::new("ru", "when = Когда\nslash-help = Справка");
    let said = [Message::When, Message::Next].map(|message| russian.message(&message));
    assert_eq!(said, ["Когда", "Next ▶"]);
    let help = COMMANDS.last().unwrap();
    assert_eq!(russian.words(&help.described()), "Справка");
    assert_eq!(russian.words(&help.options[0].described(help)), "show the answer only to you");
    assert_eq!(russian.called(&help.described()), None);
}

/// A tie of a kind that has no words, between two of which one takes the article in English.
#[test]
fn names_and_unforeseen_ties_are_said_without_the_grammar_of_english() {
    let [from, to] = ["European Union", "Belarus"].map(|name| Words::Name(name.to_owned()));
    let (office, date, as_of, note) = (None, None, None, None);
    let tie = Tie { kind: "friend-of".to_owned(), from, to, office, back: false, past: false, date, as_of, note };
    let said = |tag: &str| Wording::of(&tag.parse().unwrap()).words(&Words::Tie(Box::new(tie.clone())));
    assert_eq!(said("ru"), "European Union — friend of — Belarus.");
    assert_eq!(said("tr"), "European Union – friend of – Belarus.");
}

#[test]
fn a_list_in_a_sentence_ends_with_the_word_of_its_language() {
    let said =
        |tag: &str, names: &[&str]| Wording::of(&tag.parse().unwrap()).words(&Words::listed(names.iter().copied()));
    let three = ["en", "ru", "be", "az", "tr"].map(|tag| said(tag, &["a", "b", "c"]));
    assert_eq!(three, ["a, b and c", "a, b и c", "a, b і c", "a, b və c", "a, b ve c"]);
    assert_eq!([said("ru", &["a", "b"]), said("ru", &["a"]), said("ru", &[])], ["a и b", "a", ""]);
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
    assert_eq!(values("be"), values("ru"));
    assert_eq!(values("tr"), values("az"));
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
    assert_eq!(["tr", "az", "en"].map(begun), ["İstanbul", "İstanbul", "Istanbul"]);
}
