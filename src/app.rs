//! The application without any transport: a request goes in, an answer comes out.

use crate::answer::Answer;
use crate::command::{self, Bar, Base, Choice, Features, Meanings};
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{Hit, Matcher, Outcome, Senses};
use crate::request::{Context, Request, UserError};

/// A fact base with its index, ready to answer. It never changes.
#[derive(Debug)]
pub struct App {
    base: Base,
}

impl App {
    /// Indexes a fact base.
    pub fn new(knowledge: Knowledge) -> Self {
        let matcher = Matcher::of(&knowledge);
        let meanings = Meanings::of(&knowledge);
        Self { base: Base { knowledge, matcher, meanings } }
    }

    /// The fact base.
    pub fn knowledge(&self) -> &Knowledge {
        &self.base.knowledge
    }

    /// Answers a request.
    ///
    /// # Errors
    /// What the user has to do differently.
    pub fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError> {
        command::answer(&self.base, context, request)
    }

    /// Completes the half-typed text of an option with at most so many entries; the likeliest first.
    pub fn complete(&self, request: &Request, option: &str, most: usize) -> Vec<Choice> {
        let entries: Vec<EntryId> = self.completions(request, option, most).iter().map(|hit| hit.entry).collect();
        let labels = command::told_apart(&self.base.knowledge, &entries);
        let choice = |(label, entry)| Choice { label, value: self.base.knowledge.key(entry).to_owned() };
        labels.into_iter().zip(entries).map(choice).collect()
    }

    /// The entries that complete the half-typed text of an option, at most so many; the likeliest first.
    pub fn completions(&self, request: &Request, option: &str, most: usize) -> Vec<Hit> {
        let Some(scope) = request.spec().option(option).and_then(command::scope) else {
            return Vec::new();
        };
        self.base.matcher.complete(request.text(option).unwrap_or_default(), scope, most)
    }

    /// What speaks for each entry that may answer a question, and what bars it; nothing for other commands than `/ask`.
    pub fn evidence(&self, context: &Context, request: &Request) -> Vec<(EntryId, Features, Option<Bar>)> {
        command::evidence(&self.base, context, request)
    }

    /// What each text of a request is matched to, with the stored words that each of its words may mean.
    pub fn explain<'a>(&'a self, request: &'a Request) -> Vec<(&'a str, Outcome, Senses<'a>)> {
        let options = request.spec().options.iter();
        let texts = options.filter_map(|option| Some((request.text(option.name)?, command::scope(option)?)));
        let explain = |(text, scope)| {
            let (outcome, senses) = self.base.matcher.explain(text, scope);
            (text, outcome, senses)
        };
        texts.map(explain).collect()
    }
}
