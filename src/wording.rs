//! Casebook's own words in the language of a reader: messages, dates, numbers and ties. English so far.
//!
//! Owns how things are said. What is said was decided before, as [`crate::message::Words`].

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::message::{Joint, Message, Words};

mod date;
mod name;
mod tie;

/// The words of one language.
pub struct Wording {
    bundle: FluentBundle<FluentResource>,
}

/// English: what every other language falls back on.
static ENGLISH: LazyLock<Wording> = LazyLock::new(|| Wording::new("en", include_str!("wording/en.ftl")));

impl Wording {
    /// The words of a language; English for one that is not spoken here.
    pub fn of(_language: &LanguageIdentifier) -> &'static Self {
        &ENGLISH
    }

    /// A faulty line of the words is left out; a test reads every line.
    fn new(language: &str, words: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
        // The marks around arguments would be counted and copied along, and Discord shows them in some places.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// Something in words.
    pub fn words(&self, words: &Words) -> String {
        match words {
            Words::Written(text) => text.clone(),
            Words::Count(count) => count.to_string(),
            Words::Value(value) => value.to_string(),
            Words::Change(share) => format!("{:+.0} %", share * 100.0),
            Words::Date(date) => self.words(&date::said(date)),
            Words::Tie(tie) => tie::said(self, tie),
            Words::Name(name) => name::definite(name),
            Words::Message(message) => self.message(message),
            Words::List(parts, joint) => {
                let parts: Vec<String> = parts.iter().map(|part| self.words(part)).collect();
                parts.join(match joint {
                    Joint::Comma => ", ",
                    Joint::Dot => " · ",
                    Joint::Semicolon => "; ",
                })
            }
        }
    }

    /// A pattern that is no message, with its arguments filled in; none if the language has no such pattern.
    fn pattern(&self, id: &str, arguments: &[(&'static str, &str)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let arguments = arguments.iter().map(|&(name, text)| (name, FluentValue::from(text))).collect();
        Some(self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }

    /// A message in words. One that the language lacks shows its id; a test looks for that.
    pub fn message(&self, message: &Message) -> String {
        let pattern = self.bundle.get_message(message.id()).and_then(|found| found.value());
        let Some(pattern) = pattern else { return message.id().to_owned() };
        let mut arguments = FluentArgs::new();
        for (name, words) in message.arguments() {
            match words {
                Words::Count(count) => arguments.set(name, *count),
                words => arguments.set(name, FluentValue::from(self.words(words))),
            }
        }
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, VariantKey};

    use super::*;

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
                other => panic!("{other:?}: only arguments are looked up here"),
            }
        }
    }

    #[test]
    fn every_message_has_words_with_its_arguments_and_no_words_are_left_over() {
        let resource = fluent_syntax::parser::parse(include_str!("wording/en.ftl")).unwrap();
        let worded: BTreeMap<String, BTreeSet<String>> = resource
            .body
            .iter()
            .filter_map(|entry| match entry {
                Entry::Message(message) if message.id.name.starts_with("tie-") => None,
                Entry::Message(message) => {
                    let mut found = BTreeSet::new();
                    arguments(message.value.as_ref().unwrap(), &mut found);
                    Some((message.id.name.to_owned(), found))
                }
                Entry::Term(_) | Entry::Junk { .. } => panic!("{entry:?}"),
                _ => None,
            })
            .collect();
        let asked = Message::ALL
            .iter()
            .map(|(id, arguments)| (String::from(*id), arguments.iter().map(|name| String::from(*name)).collect()));
        assert_eq!(worded, asked.collect());
    }

    #[test]
    fn counts_choose_the_form_of_their_noun() {
        let facts =
            |count: usize| Wording::of(&"en".parse().unwrap()).message(&Message::FactCount { count: count.into() });
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
        let resource = fluent_syntax::parser::parse(include_str!("wording/en.ftl")).unwrap();
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
}
