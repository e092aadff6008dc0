//! What a fact base holds, by collection and table: the counts below the faults.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;

use crate::knowledge::{Knowledge, Origin};

/// The name under which the files that lie in no collection are counted.
const NO_COLLECTION: &str = "(in no collection)";

/// How many entries of each table a collection holds.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Counts {
    sources: usize,
    actors: usize,
    events: usize,
    topics: usize,
    aspects: usize,
    facts: usize,
    relations: usize,
    questions: usize,
}

/// The counts of all collections, by name.
pub(super) type Holdings = BTreeMap<String, Counts>;

/// Counts the entries of a fact base.
pub(super) fn count(knowledge: &Knowledge) -> Holdings {
    let mut holdings = Holdings::new();
    let mut counts = |origin: Origin, of: fn(&mut Counts) -> &mut usize| {
        let collection = knowledge.collection_at(origin).unwrap_or(NO_COLLECTION);
        *of(holdings.entry(collection.to_owned()).or_default()) += 1;
    };
    knowledge.sources().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.sources));
    knowledge.actors().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.actors));
    knowledge.events().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.events));
    knowledge.topics().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.topics));
    knowledge.aspects().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.aspects));
    knowledge.facts().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.facts));
    knowledge.relations().for_each(|(_, entry)| counts(entry.origin, |counts| &mut counts.relations));
    knowledge.questions().iter().for_each(|question| counts(question.origin, |counts| &mut counts.questions));
    holdings
}

/// Writes the counts, one collection a line.
pub(super) fn write(out: &mut impl Write, holdings: &Holdings) -> anyhow::Result<()> {
    let header = ["collection", "sources", "actors", "events", "topics", "aspects", "facts", "relations", "questions"];
    let row = |(name, counts): (&String, &Counts)| {
        let Counts { sources, actors, events, topics, aspects, facts, relations, questions } = *counts;
        let counts = [sources, actors, events, topics, aspects, facts, relations, questions];
        std::iter::once(name.clone()).chain(counts.iter().map(ToString::to_string)).collect()
    };
    super::write_table(out, &header, holdings.iter().map(row))
}
