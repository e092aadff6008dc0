//! What lies behind an answer: the entries as the files write them, and what decided.

use serde::Serialize;

use super::stage::Good;
use crate::knowledge::{EntryId, passage};
use crate::request::{Context, Request};
use crate::why;

/// So many entries are shown with an answer.
const MOST: usize = 10;

/// What lies behind an answer.
#[derive(Debug, Default, Serialize)]
pub(super) struct Behind {
    /// What was asked, as a line of the console.
    line: String,
    /// The entries that the question was matched to, the one that is shown first.
    entries: Vec<Entry>,
    /// How it was read, and what decided.
    why: String,
}

/// An entry as its file writes it.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    kind: &'static str,
    id: String,
    title: String,
    file: String,
    line: usize,
    toml: String,
    /// What is stated about it.
    facts: Vec<Named>,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    title: String,
}

/// What lies behind the answer to a request; nothing where it is refused.
pub(super) fn behind(good: &Good, reader: &Context, request: &Request) -> Behind {
    let Ok(answer) = good.app.respond(reader, request) else { return Behind::default() };
    let knowledge = good.app.knowledge();
    let shown = answer.basis.entry.as_ref().and_then(|(id, _)| knowledge.entry(id));
    let mut entries: Vec<EntryId> = shown.into_iter().chain(answer.matches.iter().map(|found| found.entry)).collect();
    let mut seen = Vec::new();
    entries.retain(|entry| {
        !seen.contains(entry) && {
            seen.push(*entry);
            true
        }
    });
    entries.truncate(MOST);
    Behind {
        line: request.line(),
        entries: entries.into_iter().map(|entry| read(good, entry)).collect(),
        why: why::explain(&good.app, reader, request),
    }
}

/// The entry of an id.
pub(super) fn find(good: &Good, id: &str) -> Option<Entry> {
    good.app.knowledge().entry(id).map(|entry| read(good, entry))
}

fn read(good: &Good, entry: EntryId) -> Entry {
    let knowledge = good.app.knowledge();
    let (table, origin) = knowledge.written(entry);
    let (line, toml) = passage(table, origin, &good.files);
    let named = |entry| Named { id: knowledge.key(entry).to_owned(), title: knowledge.title(entry).to_owned() };
    Entry {
        kind: entry.kind().word(),
        id: knowledge.key(entry).to_owned(),
        title: knowledge.title(entry).to_owned(),
        file: good.files.path(origin.file).to_owned(),
        line,
        toml: toml.to_owned(),
        facts: knowledge.facts_about(entry).iter().map(|&fact| named(EntryId::Fact(fact))).collect(),
    }
}
