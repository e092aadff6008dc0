//! Everything stored, as the matcher sees it: entries, their names, the words of their texts, and where each word occurs.
//!
//! Built once from records, in the order of their ids, so that the order of loading changes nothing. Which entries answer
//! a question is left to `gather` and `score`.

use super::lexicon::Lexicon;
use super::normalize::Words;
use super::{Field, Record, Scope, Slots};
use crate::knowledge::EntryId;
use std::collections::HashMap;
use std::ops::Range;

/// The index.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) lexicon: Lexicon,
    entries: Vec<Entry>,
    names: Vec<Name>,
    name_words: Vec<u32>,
    bag_words: Vec<BagWord>,
    postings: Vec<Posting>,
    /// Where the postings of each word start; one more than there are words.
    starts: Vec<u32>,
    weights: Vec<Weights>,
}

/// One entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: EntryId,
    pub(super) days: Option<(i32, i32)>,
    pub(super) slots: Slots,
    pub(super) weight: u32,
    names: (u32, u32),
    bag: (u32, u32),
}

/// A name or alias of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    words: (u32, u32),
    /// Sum of the weights of its words.
    pub(super) mass: f32,
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
}

/// Longer names are cut here: nobody types the thirteenth word.
pub(super) const LONGEST_NAME: usize = 12;

/// Letters of a word that are kept.
const LONGEST_WORD: usize = 31;

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

    /// The numbers of all entries, in the order of their ids.
    pub(super) fn numbers(&self) -> Range<u32> {
        0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// Entry number `entry`.
    pub(super) fn entry(&self, entry: u32) -> Option<&Entry> {
        self.entries.get(entry as usize)
    }

    /// Whether entry number `entry` is in scope.
    pub(super) fn is_in(&self, entry: u32, scope: Scope) -> bool {
        self.entry(entry).is_some_and(|entry| scope.has(entry.id.kind()))
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

    /// How much a word says.
    pub(super) fn weights(&self, word: u32) -> Weights {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }
}

fn range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}

/// The index while it is being built; words are numbered as they come.
#[derive(Default)]
struct Draft {
    words: Words,
    numbers: HashMap<Box<str>, u32>,
    entries: Vec<Entry>,
    names: Vec<Name>,
    name_words: Vec<u32>,
    bag_words: Vec<BagWord>,
}

impl Draft {
    fn add(&mut self, record: &Record<'_>) {
        let names = count(&self.names);
        let all = std::iter::once(record.name).chain(record.aliases.iter().copied());
        for (number, name) in all.enumerate() {
            let start = count(&self.name_words);
            self.read(name, |draft, word| {
                if count(&draft.name_words) - start < count_of(LONGEST_NAME) {
                    draft.name_words.push(word);
                }
            });
            let words = (start, count(&self.name_words));
            if words.0 < words.1 && !self.repeats(names, words) {
                self.names.push(Name { words, mass: 0.0, alias: number > 0 });
            } else {
                self.name_words.truncate(start as usize);
            }
        }
        let bag = count(&self.bag_words);
        for &(field, text) in &record.texts {
            self.read(text, |draft, word| draft.bag_words.push(BagWord { word, field }));
        }
        self.entries.push(Entry {
            id: record.entry,
            days: record.days,
            slots: record.slots,
            weight: record.weight,
            names: (names, count(&self.names)),
            bag: (bag, count(&self.bag_words)),
        });
    }

    /// Whether the entry has a name of these words already.
    fn repeats(&self, names: u32, words: (u32, u32)) -> bool {
        let own = self.name_words.get(range(words));
        let earlier = self.names.get(names as usize..).unwrap_or_default();
        earlier.iter().any(|name| self.name_words.get(range(name.words)) == own)
    }

    fn read(&mut self, text: &str, mut keep: impl FnMut(&mut Draft, u32)) {
        let mut words = std::mem::take(&mut self.words);
        words.read(text);
        for word in words.iter() {
            let folded = word.folded.get(..LONGEST_WORD).unwrap_or(word.folded);
            let number = self.number(folded);
            keep(self, number);
        }
        self.words = words;
    }

    fn number(&mut self, folded: &str) -> u32 {
        if let Some(&number) = self.numbers.get(folded) {
            return number;
        }
        let number = count_of(self.numbers.len());
        self.numbers.insert(folded.into(), number);
        number
    }

    fn finish(mut self) -> Index {
        let ranked = self.rank();
        let lexicon = Lexicon::new(ranked.iter().map(|word| &**word));
        drop(ranked);
        self.sort_bags();
        let occurrences = self.occurrences(lexicon.len());
        let weights = self.weigh(&occurrences, lexicon.len());
        let (postings, starts) = self.post(occurrences, &weights, lexicon.len());
        Index {
            lexicon,
            entries: self.entries,
            names: self.names,
            name_words: self.name_words,
            bag_words: self.bag_words,
            postings,
            starts,
            weights,
        }
    }

    /// Numbers the words by the alphabet; gives them in that order.
    fn rank(&mut self) -> Vec<Box<str>> {
        let mut words: Vec<(Box<str>, u32)> = std::mem::take(&mut self.numbers).into_iter().collect();
        words.sort_unstable();
        let mut ranks = vec![0_u32; words.len()];
        for (rank, (_, number)) in (0..).zip(&words) {
            ranks[*number as usize] = rank;
        }
        self.name_words.iter_mut().for_each(|word| *word = ranks[*word as usize]);
        self.bag_words.iter_mut().for_each(|bag| bag.word = ranks[bag.word as usize]);
        words.into_iter().map(|(word, _)| word).collect()
    }

    /// Sorts each bag and keeps each word once, in its best field.
    fn sort_bags(&mut self) {
        let mut kept: Vec<BagWord> = Vec::with_capacity(self.bag_words.len());
        for entry in &mut self.entries {
            let start = count(&kept);
            if let Some(bag) = self.bag_words.get_mut(range(entry.bag)) {
                bag.sort_unstable_by(|a, b| {
                    a.word.cmp(&b.word).then(b.field.worth().cmp(&a.field.worth())).then(a.field.cmp(&b.field))
                });
                kept.extend_from_slice(bag);
            }
            let mut last = None;
            let mut end = start as usize;
            for at in start as usize..kept.len() {
                let word = kept[at];
                if last != Some(word.word) {
                    kept[end] = word;
                    end += 1;
                }
                last = Some(word.word);
            }
            kept.truncate(end);
            entry.bag = (start, count(&kept));
        }
        kept.shrink_to_fit();
        self.bag_words = kept;
    }

    /// Each word of each entry once: (word, entry), with whether a name has it.
    fn occurrences(&self, words: usize) -> Occurrences {
        let mut lists = Occurrences { starts: vec![0; words + 1], entries: Vec::new() };
        self.each_occurrence(|word, _, _| lists.starts[word as usize + 1] += 1);
        for at in 1..lists.starts.len() {
            lists.starts[at] += lists.starts[at - 1];
        }
        let mut next = lists.starts.clone();
        let total = lists.starts.last().map_or(0, |&total| total as usize);
        lists.entries = vec![(0, false); total];
        self.each_occurrence(|word, entry, named| {
            let slot = &mut next[word as usize];
            lists.entries[*slot as usize] = (entry, named);
            *slot += 1;
        });
        lists
    }

    fn each_occurrence(&self, mut give: impl FnMut(u32, u32, bool)) {
        let mut own: Vec<u32> = Vec::new();
        for (number, entry) in (0..).zip(&self.entries) {
            own.clear();
            let names = self.names.get(range(entry.names)).unwrap_or_default();
            for name in names {
                own.extend_from_slice(self.name_words.get(range(name.words)).unwrap_or_default());
            }
            own.sort_unstable();
            own.dedup();
            for &word in &own {
                give(word, number, true);
            }
            let bag = self.bag_words.get(range(entry.bag)).unwrap_or_default();
            for bag in bag.iter().filter(|bag| own.binary_search(&bag.word).is_err()) {
                give(bag.word, number, false);
            }
        }
    }

    /// Weighs the words by their rarity, and the names by their words.
    fn weigh(&mut self, occurrences: &Occurrences, words: usize) -> Vec<Weights> {
        let all = self.entries.len();
        let weights: Vec<Weights> = (0..words)
            .map(|word| {
                let entries = occurrences.of(word);
                let named = entries.iter().filter(|(_, named)| *named).count();
                Weights { in_names: rarity(named, all), anywhere: rarity(entries.len(), all) }
            })
            .collect();
        for name in &mut self.names {
            let words = self.name_words.get(range(name.words)).unwrap_or_default();
            name.mass = words.iter().map(|&word| weights[word as usize].in_names).sum();
        }
        weights
    }

    fn post(&self, occurrences: Occurrences, weights: &[Weights], words: usize) -> (Vec<Posting>, Vec<u32>) {
        let mut postings = Vec::with_capacity(occurrences.entries.len());
        for word in 0..words {
            for &(entry, named) in occurrences.of(word) {
                let own = &self.entries[entry as usize];
                postings.push(if named {
                    Posting { entry, share: self.share(own, count_of(word), weights), worth: u8::MAX }
                } else {
                    let bag = self.bag_words.get(range(own.bag)).unwrap_or_default();
                    let at = bag.binary_search_by_key(&count_of(word), |bag| bag.word);
                    let worth = at.ok().and_then(|at| bag.get(at)).map_or(0, |bag| bag.field.worth());
                    Posting { entry, share: 0, worth }
                });
            }
        }
        (postings, occurrences.starts)
    }

    /// The largest share that the word has in a name of the entry, of 255.
    fn share(&self, entry: &Entry, word: u32, weights: &[Weights]) -> u8 {
        let own = weights.get(word as usize).map_or(0.0, |weights| weights.in_names);
        let names = self.names.get(range(entry.names)).unwrap_or_default();
        let with = names
            .iter()
            .filter(|name| self.name_words.get(range(name.words)).is_some_and(|words| words.contains(&word)));
        let lightest = with.map(|name| name.mass).fold(f32::INFINITY, f32::min);
        (own / lightest.max(own) * 255.0) as u8
    }
}

/// The entries of each word.
struct Occurrences {
    starts: Vec<u32>,
    entries: Vec<(u32, bool)>,
}

impl Occurrences {
    fn of(&self, word: usize) -> &[(u32, bool)] {
        let at = |word: usize| self.starts.get(word).map_or(0, |&start| start as usize);
        self.entries.get(at(word)..at(word + 1)).unwrap_or_default()
    }
}

/// How much it says that an entry has a word that `with` of `all` entries have: the logarithm of its rarity, scaled so
/// that a word of one entry has weight 1 however large the fact base is. A word of none is taken for one of one.
fn rarity(with: usize, all: usize) -> f32 {
    let (with, all) = (with.max(1) as f32, all.max(1) as f32);
    ((1.0 + all / with).ln() / (1.0 + all).ln()).clamp(0.0, 1.0)
}

fn count<T>(items: &[T]) -> u32 {
    count_of(items.len())
}

/// Counts stay below 2^32: there is no memory for more.
fn count_of(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
