//! The application without any transport: a request goes in, an answer comes out.

use crate::answer::Answer;
use crate::command::{Base, Choice, Request, UserError};
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{Hit, Matcher, Outcome, Senses};

/// A fact base with its index, ready to answer. It never changes.
#[derive(Debug)]
pub struct App {
    base: Base,
}

/// How many completions are offered at most: a longer list is not read.
pub const CHOICES: usize = 25;

impl App {
    /// Indexes a fact base.
    pub fn new(knowledge: Knowledge) -> Self {
        let matcher = Matcher::of(&knowledge);
        Self { base: Base { knowledge, matcher } }
    }

    /// The fact base.
    pub fn knowledge(&self) -> &Knowledge {
        &self.base.knowledge
    }

    /// Answers a request.
    ///
    /// # Errors
    /// What the user has to do differently.
    pub fn respond(&self, request: &Request) -> Result<Answer, UserError> {
        request.spec().answer(&self.base, request)
    }

    /// Completes the half-typed text of an option; the likeliest first.
    pub fn complete(&self, request: &Request, option: &str) -> Vec<Choice> {
        self.completions(request, option).iter().map(|hit| self.choice(hit.entry)).collect()
    }

    /// The entries that complete the half-typed text of an option; the likeliest first.
    pub fn completions(&self, request: &Request, option: &str) -> Vec<Hit> {
        let Some(scope) = request.spec().option(option).and_then(crate::command::Opt::scope) else {
            return Vec::new();
        };
        self.base.matcher.complete(request.text(option).unwrap_or_default(), scope, CHOICES)
    }

    /// What each text of a request is matched to, with the stored words that each of its words may mean.
    pub fn explain<'a>(&'a self, request: &'a Request) -> Vec<(&'a str, Outcome, Senses<'a>)> {
        let options = request.spec().options.iter();
        let texts = options.filter_map(|option| Some((request.text(option.name)?, option.scope()?)));
        let explain = |(text, scope)| {
            let (outcome, senses) = self.base.matcher.explain(text, scope);
            (text, outcome, senses)
        };
        texts.map(explain).collect()
    }

    fn choice(&self, entry: EntryId) -> Choice {
        let knowledge = &self.base.knowledge;
        Choice { label: knowledge.title(entry).to_owned(), value: knowledge.key(entry).to_owned() }
    }
}
