//! Casebook's own words in the language of a reader: messages, dates, numbers and ties.
//!
//! Owns how things are said. What is said was decided before, as [`crate::message::Words`]. A language is one file of words,
//! which says how to add one, one tag of
//! [`crate::message::SPOKEN`], and one line of `LANGUAGES`.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::message::{Joint, Message, SPOKEN as TAGS, Tie, Words};

mod date;
mod name;
mod number;
#[cfg(test)]
pub(crate) mod pseudo;
#[cfg(test)]
mod tests;
mod tie;

/// The languages spoken here, English first: it stands in for what another language has no words for.
const LANGUAGES: &[(&str, &str); TAGS.len()] = &[
    (TAGS[0], include_str!("wording/en.ftl")),
    (TAGS[1], include_str!("wording/ru.ftl")),
    (TAGS[2], include_str!("wording/be.ftl")),
    (TAGS[3], include_str!("wording/az.ftl")),
    (TAGS[4], include_str!("wording/tr.ftl")),
];

/// The languages that have words for the commands alone.
const FOR_COMMANDS: &[(&str, &str)] = &[
    ("de", include_str!("wording/commands/de.ftl")),
    ("es", include_str!("wording/commands/es.ftl")),
    ("fr", include_str!("wording/commands/fr.ftl")),
    ("pl", include_str!("wording/commands/pl.ftl")),
    ("uk", include_str!("wording/commands/uk.ftl")),
];

/// The form in which something is wanted where no pattern says otherwise.
const PLAIN: &str = "plain";

/// The words of one language.
pub struct Wording {
    language: LanguageIdentifier,
    bundle: FluentBundle<FluentResource>,
}

static SPOKEN: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let spoken = LANGUAGES.iter().map(|(tag, words)| Wording::new(tag, words));
    #[cfg(test)]
    let spoken = spoken.chain([pseudo::wording()]);
    spoken.collect()
});

impl Wording {
    /// The words of a language, whatever its region; English for one that is not spoken here.
    pub fn of(language: &LanguageIdentifier) -> &'static Self {
        let spoken = SPOKEN.iter().find(|wording| wording.language.language == language.language);
        spoken.unwrap_or(&SPOKEN[0])
    }

    /// The language in which this speaks.
    pub fn language(&self) -> &LanguageIdentifier {
        &self.language
    }

    /// The words that a language has for the commands; it may have words for nothing else.
    pub fn for_commands(tag: &str) -> Self {
        let mut known = LANGUAGES.iter().chain(FOR_COMMANDS);
        let words = known.find(|(known, _)| *known == tag).map_or("", |(_, words)| words);
        Self::new(tag, words)
    }

    /// What a command or an option is called, by what is said of it; none where the language has no name of its own for it.
    pub fn called(&self, described: &Words) -> Option<String> {
        let Words::Keyed { key, .. } = described else { return None };
        let name = self.bundle.get_message(key)?.get_attribute("name")?;
        Some(self.bundle.format_pattern(name.value(), None, &mut Vec::new()).into_owned())
    }

    /// The words of a language, before those of English. A faulty line is left out; a test reads every line.
    fn new(tag: &str, words: &str) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![counting(&language)]);
        // The marks around arguments would be counted and copied along, and Discord shows them in some places.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number::formatted));
        for words in [LANGUAGES[0].1, words] {
            let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Something in words.
    pub fn words(&self, words: &Words) -> String {
        self.words_in(words, PLAIN)
    }

    /// What lies between the two ends of a tie, told by its own words without them: "is a member of".
    pub fn tie_between(&self, tie: &Tie) -> String {
        tie::between(self, tie)
    }

    /// A message in words. One that no language has shows its id; a test looks for that.
    pub fn message(&self, message: &Message) -> String {
        self.message_in(message, PLAIN)
    }

    fn words_in(&self, words: &Words, case: &str) -> String {
        match words {
            Words::Written(text) => text.clone(),
            Words::Count(_) | Words::Number(_) => self.number(words.clone()),
            Words::Value(value) => {
                let [least, most] = [value.least(), value.most()].map(Words::Number);
                let range = value.number().is_none().then(|| Message::ValueRange { least: least.clone(), most });
                range.map_or_else(|| self.number(least), |range| self.message_in(&range, case))
            }
            Words::Change(change) => self.message_in(&number::change(*change), case),
            Words::Date(date) => self.words_in(&date::said(date), case),
            Words::Tie(tie) => tie::said(self, tie),
            Words::Name(name) if name::is_definite(name) => {
                self.message_in(&Message::Definite { name: name.as_str().into() }, case)
            }
            Words::Name(name) => name.clone(),
            Words::Message(message) => self.message_in(message, case),
            Words::Keyed { key, text } => self.pattern(key, &[]).unwrap_or_else(|| text.clone()),
            Words::List(parts, joint) => {
                let mut parts: Vec<String> = parts.iter().map(|part| self.words_in(part, case)).collect();
                let last = if *joint == Joint::And && parts.len() > 1 { parts.pop() } else { None };
                let before = parts.join(&self.between(*joint));
                match last {
                    Some(last) => self.message(&Message::JointAnd { before: before.into(), after: last.into() }),
                    None => before,
                }
            }
        }
    }

    fn message_in(&self, message: &Message, case: &str) -> String {
        let Some(found) = self.bundle.get_message(message.id()) else { return message.id().to_owned() };
        let Some(pattern) = found.value() else { return message.id().to_owned() };
        let mut arguments = FluentArgs::new();
        arguments.set("case", case.to_owned());
        for (name, words) in message.arguments() {
            let wanted = found
                .get_attribute(name)
                .map(|form| self.bundle.format_pattern(form.value(), Some(&arguments), &mut Vec::new()).into_owned());
            arguments.set(
                name,
                match words {
                    Words::Count(count) => FluentValue::from(*count),
                    Words::Number(number) => FluentValue::from(*number),
                    words => self.words_in(words, wanted.as_deref().unwrap_or(case)).into(),
                },
            );
        }
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A pattern that is no message, with its arguments filled in; none if there is no such pattern.
    fn pattern(&self, id: &str, arguments: &[(&'static str, &str)]) -> Option<String> {
        let found = self.bundle.get_message(id)?;
        let arguments = arguments.iter().map(|&(name, text)| (name, FluentValue::from(text))).collect();
        Some(self.bundle.format_pattern(found.value()?, Some(&arguments), &mut Vec::new()).into_owned())
    }

    fn number(&self, number: Words) -> String {
        self.message(&Message::Number { number })
    }

    /// What stands between two parts of a list.
    fn between(&self, joint: Joint) -> String {
        let (before, after) = (Words::default(), Words::default());
        self.message(&match joint {
            Joint::Comma | Joint::And => Message::JointComma { before, after },
            Joint::Dot => Message::JointDot { before, after },
            Joint::Semicolon => Message::JointSemicolon { before, after },
        })
    }

    /// A sentence with its first letter as the language writes it. The dotted i is one of Unicode's special cases.
    fn capitalised(&self, text: &str) -> String {
        let mut letters = text.chars();
        match letters.next() {
            Some('i') if matches!(self.language.language.as_str(), "az" | "tr") => format!("İ{}", letters.as_str()),
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => String::new(),
        }
    }
}

/// The language by whose rules numbers choose forms and are written: itself, but for Belarusian. Its rules are wrong in
/// `intl_pluralrules` 7.0.2, which Fluent uses (22 and 25 are "other", 1.5 is "one"); by CLDR, Russian has the same
/// categories for all that is counted here, and the same marks in numbers.
fn counting(language: &LanguageIdentifier) -> LanguageIdentifier {
    if language.language == "be" { "ru".parse().unwrap_or_default() } else { language.clone() }
}
