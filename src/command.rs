//! What each command answers: one file each below this one.
//!
//! Owns which file answers which command. What a command is called and takes stands in [`crate::request::COMMANDS`].

use crate::answer::Answer;
use crate::knowledge::Knowledge;
use crate::matcher::{Matcher, Scope};
use crate::message::Message;
use crate::request::{Command, Opt, Request, UserError};

mod actor;
mod ask;
mod compare;
mod draft;
mod event;
mod help;
mod lookup;
mod sources;
mod timeline;
mod trend;

pub use help::{counted, coverage};

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

    fn refused(message: Message) -> Self {
        Self::Refused(UserError(message))
    }
}

/// Answers a request.
///
/// # Errors
/// What the user has to do differently.
pub fn answer(base: &Base, request: &Request) -> Result<Answer, UserError> {
    let answered = match request.spec().command {
        Command::Ask => ask::answer(base, request),
        Command::Event => event::answer(base, request),
        Command::Actor => actor::answer(base, request),
        Command::Compare => compare::answer(base, request),
        Command::Timeline => timeline::answer(base, request),
        Command::Trend => trend::answer(base, request),
        Command::Sources => sources::answer(base, request),
        Command::Help => help::answer(base, request),
    };
    match answered {
        Ok(answer) => Ok(answer),
        Err(Stop::Unclear(answer)) => Ok(*answer),
        Err(Stop::Refused(error)) => Err(error),
    }
}

/// Among which entries an option is looked up.
pub fn scope(option: &Opt) -> Option<Scope> {
    option.kinds().map(Scope::of)
}
