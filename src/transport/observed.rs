//! The core as it is asked while the bot serves: each request of the fact base that there is now, counted and measured.
//!
//! It owns what is noted of a request, and what `/help` says of how the bot is run.

use std::sync::Arc;
use std::time::Instant;

use super::Answers;
use super::health::utc;
use super::metrics::Metrics;
use crate::answer::{Answer, Block};
use crate::command::Choice;
use crate::ledger::Ledger;
use crate::library::Library;
use crate::message::Message;
use crate::request::{Command, Context, Request, UserError};

/// Answers from a library.
pub(super) struct Observed {
    pub(super) library: Arc<Library>,
    pub(super) metrics: Arc<Metrics>,
    /// Where unanswered questions are kept, if they are.
    pub(super) ledger: Option<Arc<Ledger>>,
}

impl Answers for Observed {
    fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError> {
        let (app, spec, begun) = (self.library.app(), request.spec(), Instant::now());
        let watched = Watched { metrics: &self.metrics, command: spec.name };
        let mut answer = app.respond(context, request);
        drop(watched);
        let outcome = answer.as_ref().map_or("error", |answer| answer.standing.word());
        self.metrics.answered(spec.name, outcome, begun.elapsed());
        if let (Some(ledger), Ok(answer)) = (&self.ledger, &answer) {
            ledger.note(request, answer.standing);
        }
        if let (Command::Help, Ok(answer)) = (spec.command, &mut answer) {
            self.tell(answer);
        }
        answer
    }

    fn complete(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice> {
        let (app, begun) = (self.library.app(), Instant::now());
        let watched = Watched { metrics: &self.metrics, command: request.spec().name };
        let choices = app.complete(context, request, option, most);
        drop(watched);
        self.metrics.completed(begun.elapsed());
        choices
    }
}

impl Observed {
    /// Says first what hinders, where something does, and last what is kept of questions.
    fn tell(&self, help: &mut Answer) {
        if let Some(trouble) = self.library.trouble() {
            let (since, why) = (utc(trouble.since).into(), trouble.why.into());
            help.blocks.insert(0, Block::Note(Message::KnowledgeBroken { since, why }));
        }
        let kept = if self.ledger.is_some() { Message::GapsKept } else { Message::NothingKept };
        help.blocks.push(Block::Note(kept));
    }
}

/// Notes a panic on its way through.
struct Watched<'m> {
    metrics: &'m Metrics,
    command: &'static str,
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.metrics.panicked(self.command);
        }
    }
}
