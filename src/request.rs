//! What is asked, as data: a command with its options, however it was typed, pressed or followed from an answer.
//!
//! Owns the shape of commands, the one-line syntax, the form that a button carries, and the messages for requests that
//! cannot be read. How a request is answered is left to [`crate::command`].

use std::fmt;

use unic_langid::LanguageIdentifier;

use crate::knowledge::ShortKey;
use crate::message::{Message, Words};
use crate::suggestion::nearest;

mod commands;
mod line;
mod press;
mod view;

pub use commands::{
    AGREES, ANSWER_TYPE, BESIDE, COMMANDS, Command, DIFFERS, FURTHER, Form, LANGUAGE, Opt, PRIVATE, SINCE, Spec, Takes,
    UNTIL,
};
pub use press::{Press, ROOM};
pub use view::View;

/// Who asks: what an answer depends on beside the request itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The language of the reader; `und` where it is not known.
    pub language: LanguageIdentifier,
    /// The server in which it is asked; none outside servers.
    pub server: Option<ServerId>,
}

/// A server of Discord, which its people call a guild, by its id.
pub type ServerId = std::num::NonZeroU64;

impl Context {
    /// A reader of a language, given as a tag such as `en-GB`; not known when it is no tag.
    pub fn of_language(tag: &str) -> Self {
        Self { language: tag.parse().unwrap_or_default(), server: None }
    }

    /// The same reader, answered in the language that a request names; else as before.
    #[must_use]
    pub fn answered_as(&self, request: &Request) -> Self {
        let named = request.text(LANGUAGE).and_then(|tag| tag.parse().ok());
        Self { language: named.unwrap_or_else(|| self.language.clone()), server: self.server }
    }

    /// The same reader in a server.
    #[must_use]
    pub fn in_server(self, server: Option<ServerId>) -> Self {
        Self { server, ..self }
    }
}

/// A command with the options that were given.
#[derive(Clone)]
pub struct Request {
    spec: &'static Spec,
    /// In the order of the options of the command.
    given: Vec<(&'static str, Value)>,
}

/// The value of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, as it was typed.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// The entries that a text was taken for.
    Entries(Vec<Key>),
    /// The entries that a text may mean, where it was not clear which.
    Among(Vec<Key>),
    /// The entries nearest to a text that means none of them.
    Near(Vec<Key>),
}

/// An entry as a request names it. It may be unknown to the fact base that answers.
#[derive(Debug, Clone)]
pub enum Key {
    /// By its id.
    Id(String),
    /// By the short key of its id, as a button carries it.
    Short(ShortKey),
}

/// What a user has to do differently, in one or two sentences for that user alone.
#[derive(Debug, Clone, PartialEq)]
pub struct UserError(pub Box<Message>);

impl From<Message> for UserError {
    fn from(message: Message) -> Self {
        Self(Box::new(message))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Value {
    /// One entry, by its id.
    pub fn entry(id: &str) -> Self {
        Self::entries([id.to_owned()])
    }

    /// Several entries, by their ids.
    pub fn entries(ids: impl IntoIterator<Item = String>) -> Self {
        Self::Entries(ids.into_iter().map(Key::Id).collect())
    }
}

impl Key {
    /// The short key of the entry.
    pub fn short(&self) -> ShortKey {
        match self {
            Self::Id(id) => ShortKey::of(id),
            Self::Short(key) => *key,
        }
    }
}

/// An id and its short key name the same entry.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.short() == other.short()
    }
}

impl Eq for Key {}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => f.write_str(id),
            Self::Short(key) => write!(f, "~{key}"),
        }
    }
}

/// Question texts stay out of logs, so they stay out of debug output.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("command", &self.spec.name).finish_non_exhaustive()
    }
}

impl PartialEq for Request {
    fn eq(&self, other: &Self) -> bool {
        self.spec.name == other.spec.name && self.given == other.given
    }
}

impl Request {
    /// A request for the command of a name.
    ///
    /// # Errors
    /// When there is no such command or option, or a required option is missing.
    pub fn new(command: &str, options: Vec<(String, Value)>) -> Result<Self, UserError> {
        Self::half_typed(command, options)?.checked()
    }

    /// A request that is still being typed: options may be missing.
    ///
    /// # Errors
    /// When there is no such command or option.
    pub fn half_typed(command: &str, options: Vec<(String, Value)>) -> Result<Self, UserError> {
        let mut request = Self::bare(find_command(command)?);
        for (name, value) in options {
            request.set(&name, value)?;
        }
        Ok(request)
    }

    /// A request for a message command: the text of the message is its first option.
    ///
    /// # Errors
    /// When the command needs more than that.
    pub fn on_message(spec: &'static Spec, text: &str) -> Result<Self, UserError> {
        let mut request = Self::bare(spec);
        if let Some(option) = spec.options.first() {
            request.set(option.name, Value::from(text))?;
        }
        request.checked()
    }

    /// A request without options.
    pub fn of(command: Command) -> Self {
        Self::bare(command.spec())
    }

    /// The command.
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// What was given for an option.
    pub fn value(&self, option: &str) -> Option<&Value> {
        self.given.iter().find(|(name, _)| *name == option).map(|(_, value)| value)
    }

    /// The text of an option, if one was given; the id, where it is one entry's.
    pub fn text(&self, option: &str) -> Option<&str> {
        match self.value(option)? {
            Value::Text(text) => Some(text),
            Value::Entries(keys) => match keys.as_slice() {
                [Key::Id(id)] => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a flag was set.
    pub fn flag(&self, option: &str) -> bool {
        self.value(option) == Some(&Value::Flag(true))
    }

    /// Whether only the one who asks is to see the answer. What is said of somebody else's message never stands under it.
    pub fn private(&self) -> bool {
        self.flag(PRIVATE) || self.spec.form != Form::Chat
    }

    /// The same request, shown to whom and in the language in which another one is.
    #[must_use]
    pub fn shown_as(self, other: &Self) -> Self {
        [PRIVATE, LANGUAGE].into_iter().fold(self, |request, option| match other.value(option) {
            Some(value) => request.with(option, value.clone()),
            None => request,
        })
    }

    /// What is asked alone, whoever sees it in whatever language.
    #[must_use]
    pub fn what_is_asked(self) -> Self {
        self.without(PRIVATE).without(LANGUAGE)
    }

    /// The same request with another value for an option; for options that the command has not, the same request.
    #[must_use]
    pub fn with(mut self, option: &str, value: impl Into<Value>) -> Self {
        if let Some(option) = self.spec.option(option) {
            self = self.without(option.name);
            self.given.push((option.name, value.into()));
            self.given.sort_by_key(|(name, _)| self.spec.options.iter().position(|known| known.name == *name));
        }
        self
    }

    /// The same request without an option.
    #[must_use]
    pub fn without(mut self, option: &str) -> Self {
        self.given.retain(|(name, _)| *name != option);
        self
    }

    fn bare(spec: &'static Spec) -> Self {
        Self { spec, given: Vec::new() }
    }

    /// Sets what somebody typed. A blank text is as good as none, and so is a flag that says no.
    fn set(&mut self, name: &str, value: Value) -> Result<(), UserError> {
        let Some(option) = self.spec.typed().find(|option| option.name == name) else {
            let names = self.spec.typed().map(|option| format!("`{}`", option.name));
            let (command, name) = (self.spec.name.into(), name.into());
            return Err(Message::NoSuchOption { command, name, names: Words::listed(names) }.into());
        };
        let takes_text = option.takes != Takes::Flag;
        let value = match value {
            Value::Text(text) => match option.takes {
                Takes::OneOf(words) => read_one_of(name, &text, words)?,
                Takes::Flag => Some(read_flag(name, &text)?).filter(|yes| *yes).map(Value::Flag),
                _ => Some(text.trim().to_owned()).filter(|text| !text.is_empty()).map(Value::Text),
            },
            Value::Flag(_) if takes_text => return Err(Message::TakesText { option: name.into() }.into()),
            Value::Flag(yes) => yes.then_some(Value::Flag(true)),
            found => Some(found),
        };
        *self = match value {
            Some(value) => self.clone().with(name, value),
            None => self.clone().without(name),
        };
        Ok(())
    }

    fn checked(self) -> Result<Self, UserError> {
        match self.spec.options.iter().find(|option| option.required && self.value(option.name).is_none()) {
            Some(missing) => Err(UserError::from(Message::OptionMissing {
                command: self.spec.name.into(),
                option: missing.name.into(),
                description: missing.described(self.spec),
                example: self.spec.example.into(),
            })),
            None => Ok(self),
        }
    }
}

fn find_command(name: &str) -> Result<&'static Spec, UserError> {
    Spec::named(name).ok_or_else(|| {
        let help = match nearest(name, COMMANDS.iter().map(|spec| spec.name)) {
            Some(near) => Message::DidYouMean { near: near.into() },
            None => Message::TheCommandsAre {
                names: Words::listed(COMMANDS.iter().map(|spec| format!("`/{}`", spec.name))),
            },
        };
        Message::NoSuchCommand { name: name.into(), help: help.into() }.into()
    })
}

/// One of some words, of which the part before a hyphen will do: `ru-RU` is `ru`. A blank text is none.
fn read_one_of(name: &str, text: &str, words: &'static [&'static str]) -> Result<Option<Value>, UserError> {
    let text = text.trim().to_lowercase();
    let meant = text.split(['-', '_']).next().unwrap_or_default();
    match words.iter().find(|word| **word == meant) {
        Some(word) => Ok(Some((*word).into())),
        None if text.is_empty() => Ok(None),
        None => {
            let names = Words::listed(words.iter().map(|word| format!("`{word}`")));
            Err(Message::TakesOneOf { option: name.into(), names }.into())
        }
    }
}

fn read_flag(name: &str, text: &str) -> Result<bool, UserError> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" => Ok(true),
        "false" | "no" => Ok(false),
        _ => Err(Message::TakesFlag { option: name.into() }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_texts_stay_out_of_debug_output() {
        let request = Request::parse("/ask a private matter").unwrap();
        assert!(!format!("{request:?}").contains("matter"));
    }

    #[test]
    fn a_flag_sets_what_it_is_called_and_nothing_else() {
        static LOUD: Spec = Spec {
            command: Command::Help,
            form: Form::Chat,
            name: "shout",
            description: "",
            example: "/shout",
            options: &[
                Opt { name: "loud", code: 'l', description: "", required: false, takes: Takes::Flag },
                Opt { name: PRIVATE, code: 'p', description: "", required: false, takes: Takes::Flag },
            ],
        };
        let mut request = Request::bare(&LOUD);
        request.set("loud", Value::Flag(true)).unwrap();
        assert!(request.flag("loud") && !request.private());
    }

    #[test]
    fn the_text_of_a_message_is_the_first_option_of_a_message_command() {
        let request = Request::on_message(Command::Check.spec(), "private:true?").unwrap();
        assert_eq!((request.text("message"), request.private()), (Some("private:true?"), true));
    }
}
