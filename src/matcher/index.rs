//! Everything stored, as the matcher sees it: entries, their names, the words of their texts, and where each word occurs.
//!
//! Made once by `draft`. Which entries answer a question is left to `gather` and `score`.

use super::draft::Draft;
use super::lexicon::Lexicon;
use super::{Field, Record, Scope, Slots};
use crate::knowledge::{EntryId, Kind};
use std::ops::Range;

/// The index.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) entries: Vec<Entry>,
    /// The kind of each entry, apart from the rest of it: of most entries that a question meets no more is looked at.
    pub(super) kinds: Vec<Kind>,
    /// The numbers of the entries, the best known first.
    pub(super) best_known: Vec<u32>,
    pub(super) names: Vec<Name>,
    pub(super) name_words: Vec<u32>,
    pub(super) bag_words: Vec<BagWord>,
    pub(super) postings: Vec<Posting>,
    /// Where the postings of each word start; one more than there are words.
    pub(super) starts: Vec<u32>,
    pub(super) weights: Vec<Weights>,
}

/// One entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: EntryId,
    pub(super) days: Option<(i32, i32)>,
    pub(super) slots: Slots,
    /// How much refers to it and how many names it has, from 0 to 1 on a scale of logarithms.
    pub(super) fame: f32,
    pub(super) names: (u32, u32),
    pub(super) bag: (u32, u32),
}

/// A name or alias of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) words: (u32, u32),
    /// Sum of the weights of its words.
    pub(super) mass: f32,
    /// How many letters they have together.
    pub(super) letters: u16,
    pub(super) alias: bool,
}

/// A word of an entry's texts, with the weight of the best field it stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct BagWord {
    pub(super) word: u32,
    pub(super) field: Field,
}

/// One entry in the list of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    /// Number of the entry.
    pub(super) entry: u32,
    /// Share of the word in the mass of the shortest name that has it, of 255; 0 if only texts have it.
    pub(super) share: u8,
    /// What a find in the best place is worth, of 255.
    pub(super) worth: u8,
}

/// How much a word says, from 0 (in every entry) to 1 (in one).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weights {
    /// Among names.
    pub(super) in_names: f32,
    /// Among names and texts.
    pub(super) anywhere: f32,
    /// A name has it.
    pub(super) named: bool,
}

impl Index {
    /// Builds the index.
    pub(super) fn new<'k>(records: impl IntoIterator<Item = Record<'k>>) -> Index {
        let mut records: Vec<Record<'k>> = records.into_iter().collect();
        records.sort_unstable_by_key(|record| record.entry);
        let mut draft = Draft::default();
        for record in &records {
            draft.add(record);
        }
        drop(records);
        draft.finish()
    }

    /// Entry number `entry`.
    pub(super) fn entry(&self, entry: u32) -> Option<&Entry> {
        self.entries.get(entry as usize)
    }

    /// Whether entry number `entry` is in scope.
    pub(super) fn is_in(&self, entry: u32, scope: Scope) -> bool {
        self.kinds.get(entry as usize).is_some_and(|&kind| scope.has(kind))
    }

    /// The names of an entry.
    pub(super) fn names(&self, entry: &Entry) -> &[Name] {
        self.names.get(range(entry.names)).unwrap_or_default()
    }

    /// The words of a name.
    pub(super) fn words(&self, name: &Name) -> &[u32] {
        self.name_words.get(range(name.words)).unwrap_or_default()
    }

    /// The words of an entry's texts, sorted.
    pub(super) fn bag(&self, entry: &Entry) -> &[BagWord] {
        self.bag_words.get(range(entry.bag)).unwrap_or_default()
    }

    /// Where a word occurs, by number of entry.
    pub(super) fn postings(&self, word: u32) -> &[Posting] {
        self.postings_of(word..word + 1)
    }

    /// Where the words of a range occur: by word, then by number of entry.
    pub(super) fn postings_of(&self, words: Range<u32>) -> &[Posting] {
        let at = |word: u32| self.starts.get(word as usize).map_or(0, |&start| start as usize);
        self.postings.get(at(words.start)..at(words.end)).unwrap_or_default()
    }

    /// Whether the name of an entry in scope has a folded word.
    pub(super) fn is_in_name(&self, folded: &str, scope: Scope) -> bool {
        let Some(word) = self.lexicon.exact(folded) else { return false };
        self.weights(word).named
            && self.postings(word).iter().any(|posting| posting.share > 0 && self.is_in(posting.entry, scope))
    }

    /// How much a word says.
    pub(super) fn weights(&self, word: u32) -> Weights {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }
}

pub(super) fn range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}
