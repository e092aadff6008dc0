//! The slash commands: one row each in [`COMMANDS`], one file each below this one.
//!
//! Owns the shape of a command and of a request. Registration, help, completion and dispatch on every transport are
//! derived from the rows; what a request is answered with stands in the command's own file.

use crate::answer::Answer;
use crate::knowledge::{Kind, Knowledge};
use crate::matcher::{Matcher, Scope};

mod actor;
mod ask;
mod compare;
mod draft;
mod event;
mod help;
mod lookup;
pub mod press;
mod request;
mod sources;
mod timeline;
mod trend;

pub use help::{counted, coverage};
pub use request::{Request, UserError, Value};

/// All commands, in the order in which help lists them.
pub static COMMANDS: &[Spec] =
    &[ask::SPEC, event::SPEC, actor::SPEC, compare::SPEC, timeline::SPEC, trend::SPEC, sources::SPEC, help::SPEC];

/// One command: everything that is to be known of it.
#[derive(Debug)]
pub struct Spec {
    /// Its name, without the slash.
    pub name: &'static str,
    /// What it is for, in at most 100 characters.
    pub description: &'static str,
    /// A line to try.
    pub example: &'static str,
    /// Its options; those that are required come first.
    pub options: &'static [Opt],
    answer: fn(&Base, &Request) -> Result<Answer, Stop>,
}

/// One option of a command.
#[derive(Debug)]
pub struct Opt {
    /// Its name.
    pub name: &'static str,
    /// What it is for, in at most 100 characters.
    pub description: &'static str,
    /// Whether the command needs it.
    pub required: bool,
    /// What it takes.
    pub takes: Takes,
}

/// What an option takes.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    /// A text that names, describes or asks about entries of these kinds, completed as one types.
    Entries(&'static [Kind]),
    /// A text with nothing to complete.
    Text,
    /// Yes or no.
    Flag,
}

/// A completion: what is shown and what is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is shown.
    pub label: String,
    /// What is sent when it is chosen: the id of the entry.
    pub value: String,
}

/// What requests are answered from. It is replaced whole, never changed.
#[derive(Debug)]
pub struct Base {
    /// The entries.
    pub knowledge: Knowledge,
    /// The index over them.
    pub matcher: Matcher,
}

/// Why a command went no further.
enum Stop {
    /// It is not clear what is meant: this answer says so.
    Unclear(Box<Answer>),
    /// The user has to do something differently.
    Refused(UserError),
}

impl Stop {
    fn unclear(answer: Answer) -> Self {
        Self::Unclear(Box::new(answer))
    }

    fn refused(message: impl Into<String>) -> Self {
        Self::Refused(UserError(message.into()))
    }
}

/// The option that keeps an answer between the bot and the one who asks.
const PRIVATE: Opt =
    Opt { name: "private", description: "Show the answer only to you", required: false, takes: Takes::Flag };

impl Spec {
    /// The command of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|spec| spec.name == name)
    }

    /// The option of a name.
    pub fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name == name)
    }

    /// Answers a request for this command.
    ///
    /// # Errors
    /// What the user has to do differently.
    pub fn answer(&self, base: &Base, request: &Request) -> Result<Answer, UserError> {
        match (self.answer)(base, request) {
            Ok(answer) => Ok(answer),
            Err(Stop::Unclear(answer)) => Ok(*answer),
            Err(Stop::Refused(error)) => Err(error),
        }
    }
}

impl Opt {
    /// Whether the option completes what is half-typed.
    pub fn completes(&self) -> bool {
        matches!(self.takes, Takes::Entries(_))
    }

    /// The kinds of entries it names.
    pub fn scope(&self) -> Option<Scope> {
        if let Takes::Entries(kinds) = self.takes { Some(Scope::of(kinds)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// <https://docs.discord.com/developers/interactions/application-commands>, "Application Command Naming" and
    /// "Application Command Object".
    #[test]
    fn every_row_can_be_registered() {
        let named = |name: &str| name.len() <= 32 && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        for spec in COMMANDS {
            assert!(named(spec.name) && (1..=100).contains(&spec.description.len()), "{}", spec.name);
            let first_optional = spec.options.iter().position(|o| !o.required).unwrap_or(spec.options.len());
            assert!(spec.options[first_optional..].iter().all(|o| !o.required), "{}: required come first", spec.name);
            for option in spec.options {
                assert!(named(option.name) && (1..=100).contains(&option.description.len()), "{}", option.name);
            }
        }
    }

    #[test]
    fn every_example_is_a_request_for_its_own_command() {
        for spec in COMMANDS {
            assert_eq!(Request::parse(spec.example).unwrap().spec().name, spec.name);
        }
    }
}
