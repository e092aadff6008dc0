//! Entries that are called the same, told apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::{EntryId, Knowledge};
use crate::message::{Message, Words};

/// Titles that agree in so many characters count as the same: what comes later is cut from a label.
const SEEN: usize = 60;

/// What each entry is called, so that no two are called the same: where titles are alike, what tells them apart stands before
/// them.
pub(super) fn told_apart(knowledge: &Knowledge, entries: &[EntryId]) -> Vec<Words> {
    let label = |(&entry, by): (&EntryId, Option<Words>)| match (Words::from(knowledge.title(entry)), by) {
        (title, Some(by)) => Message::Twin { title, by }.into(),
        (title, None) => title,
    };
    entries.iter().zip(marks(knowledge, entries)).map(label).collect()
}

/// What tells entries apart whose titles are alike: the date, or else the publisher, the kind, or the id.
pub(super) fn marks(knowledge: &Knowledge, entries: &[EntryId]) -> Vec<Option<Words>> {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, &entry) in entries.iter().enumerate() {
        let seen = knowledge.title(entry).to_lowercase().chars().take(SEEN).collect();
        alike.entry(seen).or_default().push(at);
    }
    let mut told = vec![None; entries.len()];
    for twins in alike.values().filter(|twins| twins.len() > 1) {
        let marks = MARKS.iter().find_map(|mark| distinct(knowledge, entries, twins, *mark)).unwrap_or_default();
        for (&at, by) in twins.iter().zip(marks) {
            told[at] = Some(by);
        }
    }
    told
}

/// What may tell an entry from another, if it has such a thing.
type Mark = fn(&Knowledge, EntryId) -> Option<Words>;

/// The best first; ids are always there and always differ.
const MARKS: [Mark; 4] = [date, publisher, kind, id];

/// The marks of the twins, if all have one and no two the same.
fn distinct(knowledge: &Knowledge, entries: &[EntryId], twins: &[usize], mark: Mark) -> Option<Vec<Words>> {
    let marks: Vec<Words> = twins.iter().map(|&at| mark(knowledge, entries[at])).collect::<Option<_>>()?;
    let different: BTreeSet<String> = marks.iter().map(|words| format!("{words:?}")).collect();
    (different.len() == marks.len()).then_some(marks)
}

fn date(knowledge: &Knowledge, entry: EntryId) -> Option<Words> {
    match entry {
        EntryId::Event(id) => knowledge[id].date.as_ref(),
        EntryId::Fact(id) => knowledge[id].date.as_ref(),
        EntryId::Relation(id) => knowledge[id].date.as_ref(),
        EntryId::Source(id) => Some(&knowledge[id].published),
        _ => None,
    }
    .map(Words::from)
}

fn publisher(knowledge: &Knowledge, entry: EntryId) -> Option<Words> {
    entry.source().map(|id| (&knowledge[id].publisher).into())
}

#[expect(clippy::unnecessary_wraps, reason = "every mark has this shape")]
fn kind(_: &Knowledge, entry: EntryId) -> Option<Words> {
    Some(entry.kind().into())
}

#[expect(clippy::unnecessary_wraps, reason = "every mark has this shape")]
fn id(knowledge: &Knowledge, entry: EntryId) -> Option<Words> {
    Some(knowledge.key(entry).into())
}
