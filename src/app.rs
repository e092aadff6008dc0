//! The application without any transport: a request goes in, an answer comes out.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::Answer;
use crate::command::{self, Bar, Base, Choice, Evidence, Weighing};
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{Hit, Outcome, Senses};
use crate::request::{Context, Request, ServerId, UserError};

/// A fact base with its index, ready to answer. It never changes.
#[derive(Debug)]
pub struct App {
    base: Base,
    /// What the servers see that are limited to some collections, each set of collections once.
    limited: Vec<Base>,
    /// The servers that are, with which of these they see.
    servers: BTreeMap<ServerId, usize>,
}

impl App {
    /// Indexes a fact base.
    pub fn new(knowledge: Knowledge) -> Self {
        Self { base: Base::of(knowledge), limited: Vec::new(), servers: BTreeMap::new() }
    }

    /// The same, with servers that see some collections only.
    #[must_use]
    pub fn with_servers(self, limits: &BTreeMap<ServerId, BTreeSet<String>>) -> Self {
        let sets: BTreeSet<&BTreeSet<String>> = limits.values().collect();
        let limited = |set: &&BTreeSet<String>| {
            let names: Vec<&str> = set.iter().map(String::as_str).collect();
            Base::of(self.base.knowledge.limited_to(&names))
        };
        let limited = sets.iter().map(limited).collect();
        let at = |set: &BTreeSet<String>| sets.iter().position(|other| *other == set);
        let servers = limits.iter().filter_map(|(server, set)| Some((*server, at(set)?))).collect();
        Self { limited, servers, ..self }
    }

    /// What somebody sees: all, but in a server that is limited to some collections.
    fn base(&self, context: &Context) -> &Base {
        let limited = context.server.and_then(|server| self.limited.get(*self.servers.get(&server)?));
        limited.unwrap_or(&self.base)
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
        command::answer(self.base(context), context, request)
    }

    /// Completes the half-typed text of an option with at most so many entries; the likeliest first.
    pub fn complete(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice> {
        command::choices(self.base(context), context, request, option, most)
    }

    /// The entries that complete the half-typed text of an option, at most so many; the likeliest first.
    pub fn completions(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Hit> {
        command::completions(self.base(context), context, request, option, most)
    }

    /// What speaks for each entry that may answer a question, and what bars it; nothing for other commands than `/ask`.
    pub fn evidence(&self, context: &Context, request: &Request) -> Vec<(EntryId, Evidence, Option<Bar>)> {
        command::evidence(self.base(context), context, request)
    }

    /// How a question of `/ask` was weighed; nothing where the matcher alone decides.
    pub fn weighing(&self, context: &Context, request: &Request) -> Option<Weighing> {
        command::weighing(self.base(context), context, request)
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
