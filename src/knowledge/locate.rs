//! Where in a file an entry, a key or an element stands.
//!
//! Positions are not kept in memory: they are found again, by reading the file's text once more, when there is a fault
//! to show. A good fact base never pays for them.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::Table;
use super::model::Origin;
use crate::diagnostic::{Code, Diagnostic, FileId, Files};

/// A fault whose places are named by entry and key rather than by bytes.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The fault, without labels.
    pub diagnostic: Diagnostic,
    /// Where it shows; the first is where to look.
    pub places: Vec<Place>,
}

/// A place in a knowledge file: an entry, and within it a key, and within that an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The table of the entry.
    pub table: Table,
    /// The entry.
    pub origin: Origin,
    /// The key; where the entry does not have it, the whole entry is shown.
    pub key: &'static str,
    /// The element of a list.
    pub index: Option<usize>,
}

impl Place {
    /// The value of a key.
    pub fn key(table: Table, origin: Origin, key: &'static str) -> Self {
        Self { table, origin, key, index: None }
    }

    /// An element of a list.
    pub fn element(table: Table, origin: Origin, key: &'static str, index: usize) -> Self {
        Self { table, origin, key, index: Some(index) }
    }
}

impl Fault {
    /// A fault at one place.
    pub fn new(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self { diagnostic: Diagnostic::new(code, message), places: vec![place] }
    }

    /// Adds a place that gives the reason.
    #[must_use]
    pub fn and(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.help(help);
        self
    }
}

/// Turns faults into diagnostics with line and column, reading each file that they name at most once.
pub fn locate(faults: Vec<Fault>, files: &Files) -> Vec<Diagnostic> {
    let mut layouts: BTreeMap<FileId, Layout<'_>> = BTreeMap::new();
    let mut located = Vec::with_capacity(faults.len());
    for Fault { mut diagnostic, places } in faults {
        for place in places {
            let file = place.origin.file;
            let layout = layouts.entry(file).or_insert_with(|| Layout::read(files.text(file)));
            diagnostic = diagnostic.at(file, layout.span(place), "");
        }
        located.push(diagnostic);
    }
    located
}

/// The line on which each place begins, from 1; reads each file that they name at most once.
pub fn lines(places: &[Place], files: &Files) -> Vec<usize> {
    let mut layouts: BTreeMap<FileId, Layout<'_>> = BTreeMap::new();
    let line = |place: &Place| {
        let file = place.origin.file;
        let layout = layouts.entry(file).or_insert_with(|| Layout::read(files.text(file)));
        files.position(file, layout.span(*place).start).0
    };
    places.iter().map(line).collect()
}

/// The line on which an entry begins, from 1, and its text as the file writes it, from its header to its last line.
pub fn passage(table: Table, origin: Origin, files: &Files) -> (usize, &str) {
    let text = files.text(origin.file);
    let layout = Layout::read(text);
    let Some(entry) = layout.entry(table, origin) else { return (1, "") };
    // A table ends where its last value ends; one that is written within braces, with its brace.
    let values = entry.get_ref().as_table().into_iter().flat_map(DeTable::values);
    let end = values.map(|value| value.span().end).fold(entry.span().end, usize::max);
    let line = |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let start = line(entry.span().start);
    let end = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |more| end + more);
    (files.position(origin.file, start).0, text.get(start..end).unwrap_or_default())
}

/// A file's text as TOML with the place of each value.
pub(super) struct Layout<'t>(DeTable<'t>);

impl<'t> Layout<'t> {
    /// Reads a text that has been read before; what cannot be read is left out.
    pub(super) fn read(text: &'t str) -> Self {
        Self(DeTable::parse_recoverable(text).0.into_inner())
    }

    /// An entry by its table and its place in it.
    pub(super) fn entry(&self, table: Table, origin: Origin) -> Option<&Spanned<DeValue<'t>>> {
        self.0.get(table.word())?.get_ref().get(origin.ordinal as usize)
    }

    fn span(&self, place: Place) -> Range<usize> {
        let Some(entry) = self.entry(place.table, place.origin) else { return 0..0 };
        let Some(value) = entry.get_ref().get(place.key) else { return entry.span() };
        let element = place.index.and_then(|index| value.get_ref().get(index));
        element.unwrap_or(value).span()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_shown_from_its_header_to_its_last_line() {
        let text = "# a\n[[topic]] # first\nid = 'a'\naliases = [\n  'x',\n] # last\n\n# b\n[[topic]]\nlabel = \"\"\"\n[[fact]]\n\
                    \"\"\"\n\n[[actor]]\nid = 'c'\n";
        let mut files = Files::default();
        let file = files.add("a.toml".into(), text.into());
        let passage = |table, ordinal| passage(table, Origin { file, ordinal }, &files);
        assert_eq!(passage(Table::Topic, 0), (2, "[[topic]] # first\nid = 'a'\naliases = [\n  'x',\n] # last"));
        assert_eq!(passage(Table::Topic, 1), (9, "[[topic]]\nlabel = \"\"\"\n[[fact]]\n\"\"\""));
        assert_eq!(passage(Table::Actor, 0), (14, "[[actor]]\nid = 'c'"));
        assert_eq!(passage(Table::Actor, 1), (1, ""), "not there");
        let file = files.add("b.toml".into(), "topic = [\n  { id = 'a', label = 'x' },\n  { id = 'b' },\n]\n".into());
        let (line, within) = super::passage(Table::Topic, Origin { file, ordinal: 1 }, &files);
        assert_eq!((line, within), (3, "  { id = 'b' },"));
    }
}
