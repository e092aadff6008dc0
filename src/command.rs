//! What each command answers: one file each below this one.
//!
//! Owns which file answers which command. What a command is called and takes stands in [`crate::request::COMMANDS`].

use crate::answer::Answer;
use crate::knowledge::Knowledge;
use crate::matcher::{MOST_TYPED, Matcher, Scope};
use crate::message::{Message, Words};
use crate::request::{Command, Context, LANGUAGE, Opt, Request, UserError};

mod actor;
mod ask;
mod bars;
mod check;
mod comparable;
mod compare;
mod complete;
mod coverage;
mod denial;
mod draft;
mod event;
mod evidence;
mod figure;
mod headline;
mod help;
mod likelihood;
mod lookup;
mod matter;
mod meanings;
mod named;
mod near;
mod offers;
mod office;
mod period;
mod reading;
mod related;
mod roles;
mod route;
mod sources;
mod tie;
mod ties;
mod timeline;
mod transfers;
mod trend;
mod twins;

pub use bars::Bar;
pub use complete::{choices, completions};
pub use coverage::coverage;
pub use evidence::Evidence;
pub use likelihood::{Weighing, evidence};
pub use meanings::Meanings;
pub use near::weighing;
use twins::told_apart;

/// A completion: what is shown and what is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is shown.
    pub label: Words,
    /// What is shown behind it, and stays when it is cut: what tells it from others, or when it was.
    pub mark: Option<Words>,
    /// What is sent when it is chosen: the id of the entry, or a word.
    pub value: String,
}

impl Choice {
    /// Label and mark.
    pub fn words(&self) -> Words {
        Words::dotted([Some(self.label.clone()), self.mark.clone()].into_iter().flatten())
    }
}

/// What requests are answered from. It is replaced whole, never changed.
#[derive(Debug)]
pub struct Base {
    /// The entries.
    pub knowledge: Knowledge,
    /// The index over them.
    pub matcher: Matcher,
    /// The index over what they mean.
    pub meanings: Meanings,
}

impl Base {
    /// Indexes a fact base.
    pub fn of(knowledge: Knowledge) -> Self {
        Self { matcher: Matcher::of(&knowledge), meanings: Meanings::of(&knowledge), knowledge }
    }
}

/// A request, who makes it, and what it is answered from.
#[derive(Debug, Clone, Copy)]
struct Call<'a> {
    base: &'a Base,
    context: &'a Context,
    request: &'a Request,
}

/// Why a command went no further.
enum Stop {
    /// It is not clear what is meant: this answer says so.
    Unclear(Box<Answer>),
    /// The user has to do something differently.
    Refused(UserError),
}

impl Stop {
    fn refused(message: Message) -> Self {
        Self::Refused(message.into())
    }
}

/// Answers a request.
///
/// # Errors
/// What the user has to do differently.
pub fn answer(base: &Base, context: &Context, request: &Request) -> Result<Answer, UserError> {
    let call = Call { base, context: &context.answered_as(request), request };
    match run(call) {
        Ok(answer) => Ok(keeping_language(answer, request)),
        Err(Stop::Unclear(answer)) => Ok(keeping_language(*answer, request)),
        Err(Stop::Refused(error)) => Err(error),
    }
}

/// What may be asked next is asked in the language that the request names, if it names one.
fn keeping_language(mut answer: Answer, request: &Request) -> Answer {
    if let Some(language) = request.text(LANGUAGE) {
        let tools = answer.tools.related.iter_mut().chain(&mut answer.tools.comparable);
        for next in answer.actions.iter_mut().map(|action| &mut action.request).chain(tools) {
            *next = next.clone().with(LANGUAGE, language);
        }
    }
    answer
}

fn run(call: Call<'_>) -> Result<Answer, Stop> {
    match call.request.spec().command {
        Command::Ask => ask::answer(call),
        Command::Event => event::answer(call),
        Command::Actor => actor::answer(call),
        Command::Compare => compare::answer(call),
        Command::Timeline => timeline::answer(call),
        Command::Trend => trend::answer(call),
        Command::Sources => sources::answer(call),
        Command::Check => check::answer(call),
        Command::Help => Ok(help::answer(call)),
        Command::Related => related::answer(call),
        Command::Comparable => comparable::answer(call),
        Command::Ties => ties::answer(call),
    }
}

/// Among which entries an option is looked up.
pub fn scope(option: &Opt) -> Option<Scope> {
    option.kinds().map(Scope::of)
}

/// The most characters of an option that are read; nothing where none are typed.
pub fn max_length(option: &Opt) -> Option<u16> {
    option.asks().then_some(MOST_TYPED)
}
