//! Casebook's own words in the language of a reader: messages, dates and numbers. English so far.
//!
//! Owns how things are said. What is said was decided before, as [`crate::message::Words`].

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::message::{Joint, Message, Words};

pub mod date;

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
            Words::Number(number) => number.to_string(),
            Words::Change(share) => format!("{:+.0} %", share * 100.0),
            Words::Date(date) => date::date_text(date),
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
