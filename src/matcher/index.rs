//! Everything stored, as the matcher sees it: entries, their names, the words of their texts, and where each word occurs.
//!
//! The entries of one kind make a partition with postings and term weights of its own, and a question sees only the
//! partitions in its scope: no entry outside it can use up a limit or change a weight. Made once by `draft`. Which entries
//! answer a question is left to `candidates` and `score`.

use super::{AnswerTypes, Field, Record, Scope};
use crate::knowledge::{EntryId, Kind};
use crate::matcher::index::build::IndexBuilder;
use crate::matcher::index::lexicon::{Effort, Lexicon, WordMatch};
use crate::matcher::index::postings::Postings;
use crate::matcher::text::language::Languages;
use crate::matcher::text::normalize::LONGEST_NAME;
use crate::matcher::text::stem::stem as stem_of;
use crate::matcher::text::term::Term;
use std::ops::Range;

pub(super) mod build;
pub(super) mod lexicon;
pub(super) mod postings;
pub(super) mod tables;

/// The index.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) entries: Vec<Entry>,
    /// The numbers of the entries, the best known first.
    pub(super) best_known: Vec<u32>,
    pub(super) names: Vec<Name>,
    pub(super) name_words: Vec<u32>,
    pub(super) bag_words: Vec<BagWord>,
    /// By kind.
    pub(super) partitions: Vec<Partition>,
    /// Kinds of the entries that have each word, one bit each.
    pub(super) word_kinds: Vec<Scope>,
}

/// The entries of one kind, and where each word occurs among them.
#[derive(Debug)]
pub(super) struct Partition {
    pub(super) kind: Kind,
    /// Numbers of the entries.
    pub(super) entries: Range<u32>,
    /// Entries that have a word in a name.
    pub(super) names: Postings,
    /// Term weights of the words of names, in the order of `names`.
    pub(super) weights: Vec<f32>,
    /// Entries that have a word in their texts and in no name.
    pub(super) texts: Postings,
    /// Whole names: a hash of their words, and the entry; sorted.
    pub(super) spellings: Vec<(u64, u32)>,
}

/// One entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: EntryId,
    pub(super) days: Option<(i32, i32)>,
    pub(super) answer_types: AnswerTypes,
    /// How much refers to it and how many names it has, from 0 to 1 on a scale of logarithms.
    pub(super) prior: f32,
    pub(super) names: (u32, u32),
    pub(super) bag: (u32, u32),
}

/// Words with the letters of a stem that are looked at for its inflections; of short stems only the first are.
const MOST_INFLECTIONS: usize = 200;

/// A name or alias of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) words: (u32, u32),
    /// Sum of the weights of its words.
    pub(super) mass: f32,
    /// How many letters they have together.
    pub(super) letters: u16,
    /// 0 for the name itself, then the aliases as the record has them; a name that repeats another is not kept.
    pub(super) number: u16,
    /// It has more words than are kept.
    pub(super) cut: bool,
}

/// A word of an entry's texts, with the weight of the best field it stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct BagWord {
    pub(super) word: u32,
    pub(super) field: Field,
}

impl Index {
    /// Builds the index.
    pub(super) fn new<'k>(records: impl IntoIterator<Item = Record<'k>>, languages: &Languages) -> Index {
        let mut records: Vec<Record<'k>> = records.into_iter().collect();
        records.sort_unstable_by_key(|record| record.entry);
        let mut draft = IndexBuilder::default();
        for record in &records {
            draft.add(record);
        }
        drop(records);
        draft.finish(languages)
    }

    /// Entry number `entry`.
    pub(super) fn entry(&self, entry: u32) -> Option<&Entry> {
        self.entries.get(entry as usize)
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

    /// The partition of entry number `entry`.
    pub(super) fn partition(&self, entry: u32) -> Option<&Partition> {
        self.partitions.iter().find(|partition| partition.entries.contains(&entry))
    }

    /// What a question in `scope` sees.
    pub(super) fn view(&self, scope: Scope) -> View<'_> {
        View { index: self, scope }
    }
}

impl Partition {
    /// The term weight of a word among the names.
    pub(super) fn weight(&self, word: u32) -> f32 {
        self.weights.get(self.names.rank(word)).copied().unwrap_or_default()
    }
}

/// The part of the index that is in scope.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'i> {
    pub(super) index: &'i Index,
    pub(super) scope: Scope,
}

impl<'i> View<'i> {
    /// The partitions in scope.
    pub(super) fn partitions(self) -> impl Iterator<Item = &'i Partition> {
        self.index.partitions.iter().filter(move |partition| self.scope.has(partition.kind))
    }

    /// The partitions in scope that tell rare words from common ones. Ties repeat the names of their ends, which would
    /// look common, and are called by words such as "has" and "in", which would look like names.
    fn telling(self) -> impl Iterator<Item = &'i Partition> {
        self.partitions().filter(|partition| partition.kind != Kind::Relation)
    }

    /// The number of a folded word, if an entry in scope has it.
    pub(super) fn exact(self, folded: &str) -> Option<u32> {
        self.index.lexicon.exact(folded).filter(|&word| self.visible().has(word))
    }

    /// The words of entries in scope that have a stem.
    pub(super) fn inflections(self, stem: &str) -> impl Iterator<Item = u32> {
        let start = stem.get(..stem.len().saturating_sub(usize::from(stem.ends_with(['i', 'y'])))).unwrap_or(stem);
        let lexicon = &self.index.lexicon;
        let starting = lexicon.starting(start).take(MOST_INFLECTIONS);
        starting.filter(move |&word| self.visible().has(word) && stem_of(lexicon.word(word)) == stem)
    }

    /// The words of entries in scope that `term` may mean, the likest first.
    pub(super) fn candidates(self, term: &Term, sentence: bool, effort: Effort) -> Vec<WordMatch> {
        self.index.lexicon.candidates(term, sentence, effort, self.visible())
    }

    /// The term weight of a word: its rarity among the entries in scope, from 0 (in all) to 1 (in one).
    pub(super) fn weight(self, word: u32) -> f32 {
        let (mut with, mut all) = (0, 0);
        for partition in self.telling() {
            with += partition.names.of(word).len() + partition.texts.of(word).len();
            all += partition.entries.len();
        }
        rarity(with, all)
    }

    /// Whether a name of an entry in scope has the word.
    pub(super) fn is_named(self, word: u32) -> bool {
        self.telling().any(|partition| partition.names.has(word))
    }

    /// Whether a name of an actor in scope has the word.
    pub(super) fn names_actor(self, word: u32) -> bool {
        self.partitions().any(|partition| partition.kind == Kind::Actor && partition.names.has(word))
    }

    /// The entries in scope of which one name is these words and no others, by number.
    pub(super) fn spelt(self, words: &[u32]) -> impl Iterator<Item = u32> {
        let hash = spelling(words.iter().copied());
        self.partitions().flat_map(move |partition| {
            let from = partition.spellings.partition_point(|&(other, _)| other < hash);
            let alike = partition.spellings.iter().skip(from).take_while(move |&&(other, _)| other == hash);
            alike.map(|&(_, entry)| entry)
        })
    }

    fn visible(self) -> Visible<'i> {
        Visible { kinds: &self.index.word_kinds, scope: self.scope }
    }
}

/// The words that a question sees: those that entries in scope have. The others take up no room in any limit.
#[derive(Clone, Copy, Debug)]
pub(in crate::matcher) struct Visible<'i> {
    /// Kinds of the entries that have each word.
    pub(in crate::matcher) kinds: &'i [Scope],
    pub(in crate::matcher) scope: Scope,
}

impl Visible<'_> {
    pub(in crate::matcher) fn has(self, word: u32) -> bool {
        self.kinds.get(word as usize).is_some_and(|kinds| kinds.meets(self.scope))
    }
}

/// A hash of the words of a whole name, FNV-1a; of a name that is cut, of the words that are kept.
pub(super) fn spelling(words: impl Iterator<Item = u32>) -> u64 {
    words
        .take(LONGEST_NAME)
        .fold(0xcbf2_9ce4_8422_2325, |hash, word| (hash ^ u64::from(word)).wrapping_mul(0x0100_0000_01b3))
}

/// How much it says that an entry has a word that `with` of `all` entries have: its inverse document frequency, scaled so
/// that a word of one entry weighs 1 however large the fact base is. A word of none is taken for one of one.
pub(super) fn rarity(with: usize, all: usize) -> f32 {
    let (with, all) = (with.max(1) as f32, all.max(1) as f32);
    ((1.0 + all / with).ln() / (1.0 + all).ln()).clamp(0.0, 1.0)
}

pub(super) fn range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}
