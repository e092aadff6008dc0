//! Casebook's matcher.

use casebook::knowledge::{Kind, Knowledge};
use casebook::matcher::{Hit, Matcher, Outcome, Scope};

use crate::engine::{Engine, HITS, Reply, Standing};

pub(crate) struct Ours<'k> {
    knowledge: &'k Knowledge,
    matcher: Matcher,
    scope: Scope,
}

impl<'k> Ours<'k> {
    pub(crate) fn new(knowledge: &'k Knowledge) -> Self {
        let scope = Scope::of(&[Kind::Actor, Kind::Event]);
        Self { knowledge, matcher: Matcher::of(knowledge), scope }
    }

    fn reply(&self, hits: &[Hit], standing: Standing) -> Reply {
        // The catalogue numbers its ids: `e000042`.
        let number = |hit: &Hit| self.knowledge.key(hit.entry).trim_start_matches('e').parse().ok();
        Reply {
            entries: hits.iter().filter_map(number).collect(),
            score: hits.first().map_or(0.0, |hit| hit.score),
            standing: Some(standing),
        }
    }
}

impl Engine for Ours<'_> {
    fn name(&self) -> &'static str {
        "Casebook"
    }

    fn find(&self, question: &str) -> anyhow::Result<Reply> {
        let outcome = self.matcher.find(question, self.scope);
        let standing = match outcome {
            Outcome::Found { .. } => Standing::Answered,
            Outcome::Ambiguous { .. } => Standing::Ambiguous,
            Outcome::Unknown { .. } => Standing::Declined,
        };
        Ok(self.reply(outcome.hits(), standing))
    }

    fn complete(&self, typed: &str) -> anyhow::Result<Reply> {
        Ok(self.reply(&self.matcher.complete(typed, self.scope, HITS), Standing::Answered))
    }
}
