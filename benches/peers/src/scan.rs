//! A scan: the question is compared with every name by strsim's normalised Damerau–Levenshtein distance.

use crate::catalogue::Entry;
use crate::engine::{Engine, Reply};
use crate::questions::fold;

pub(crate) struct Scan {
    names: Vec<(String, usize)>,
}

impl Scan {
    pub(crate) fn new(entries: &[Entry]) -> Self {
        let names = entries.iter().enumerate();
        let names = names.flat_map(|(number, entry)| entry.names.iter().map(move |name| (fold(name), number)));
        Self { names: names.collect() }
    }

    /// The entry whose name is the likest; of equals the first.
    fn likest(&self, likeness: impl Fn(&str) -> f64) -> Reply {
        let mut best = (0.0, None);
        for (name, number) in &self.names {
            let likeness = likeness(name);
            if likeness > best.0 {
                best = (likeness, Some(*number));
            }
        }
        #[expect(clippy::cast_possible_truncation, reason = "a share needs no more digits")]
        let score = best.0 as f32;
        Reply { entries: best.1.into_iter().collect(), score, standing: None }
    }
}

impl Engine for Scan {
    fn name(&self) -> &'static str {
        "strsim scan"
    }

    fn find(&self, question: &str) -> anyhow::Result<Reply> {
        let question = fold(question);
        Ok(self.likest(|name| strsim::normalized_damerau_levenshtein(&question, name)))
    }

    fn complete(&self, typed: &str) -> anyhow::Result<Reply> {
        let typed = fold(typed);
        // Folded names are ASCII, so that bytes are letters.
        let start = |name: &str| name.get(..typed.len()).unwrap_or(name).to_owned();
        Ok(self.likest(|name| strsim::normalized_damerau_levenshtein(&typed, &start(name))))
    }
}
