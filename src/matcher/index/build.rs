//! The index while it is being built: names and texts are read record by record, then the words are numbered by the
//! alphabet, and for each kind of entry weighed by their rarity and listed with their entries.
//!
//! Records come in the order of their ids, so that the order of loading changes nothing.

use crate::knowledge::Kind;
use crate::matcher::index::lexicon::Lexicon;
use crate::matcher::index::postings::{Posting, Postings};
use crate::matcher::index::tables::first_letters;
use crate::matcher::index::{BagWord, Entry, Index, Name, Partition, range, rarity, spelling};
use crate::matcher::text::language::Languages;
use crate::matcher::text::normalize::{LONGEST_NAME, LONGEST_WORD, Words};
use crate::matcher::{Field, Record, Scope};
use foldhash::HashMap;
use std::ops::Range;

/// Stress of a word that holds a name together, as in a question: "President of Belarus" is named by its other words.
const LOOSE: f32 = 0.3;

/// The index while it is being built; words are numbered as they come.
#[derive(Default)]
pub(in crate::matcher) struct IndexBuilder<'k> {
    words: Words,
    numbers: HashMap<Box<str>, u32>,
    entries: Vec<Entry>,
    names: Vec<Name>,
    name_words: Vec<u32>,
    bag_words: Vec<BagWord>,
    /// The words of each text that was read: names of actors and places come again and again.
    texts: HashMap<&'k str, (u32, u32)>,
    text_words: Vec<u32>,
}

impl<'k> IndexBuilder<'k> {
    /// Takes the next record.
    pub(in crate::matcher) fn add(&mut self, record: &Record<'k>) {
        let names = count(&self.names);
        let all = std::iter::once(record.name).chain(record.aliases.iter().copied());
        for (number, name) in (0..).zip(all) {
            let start = count(&self.name_words);
            let (mut letters, mut cut) = (0, false);
            self.read(name, |draft, word, length| {
                cut = count(&draft.name_words) - start == count_of(LONGEST_NAME);
                if !cut {
                    draft.name_words.push(word);
                    letters += length;
                }
            });
            let words = (start, count(&self.name_words));
            if words.0 < words.1 && !self.repeats(names, words) {
                self.names.push(Name { words, mass: 0.0, letters, number, cut });
            } else {
                self.name_words.truncate(start as usize);
            }
        }
        let bag = count(&self.bag_words);
        for &(field, text) in &record.texts {
            let words = self.text(text);
            let words = self.text_words.get(range(words)).unwrap_or_default();
            self.bag_words.extend(words.iter().map(|&word| BagWord { word, field }));
        }
        self.entries.push(Entry {
            id: record.entry,
            days: record.days,
            answer_types: record.answer_types,
            prior: prior(record.weight, count(&self.names) - names),
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

    /// Where the words of a text stand.
    fn text(&mut self, text: &'k str) -> (u32, u32) {
        if let Some(&words) = self.texts.get(text) {
            return words;
        }
        let start = count(&self.text_words);
        self.read(text, |draft, word, _| draft.text_words.push(word));
        let words = (start, count(&self.text_words));
        self.texts.insert(text, words);
        words
    }

    fn read(&mut self, text: &str, mut keep: impl FnMut(&mut IndexBuilder<'k>, u32, u16)) {
        let mut words = std::mem::take(&mut self.words);
        words.read(text);
        for word in words.iter() {
            let folded = word.start(LONGEST_WORD);
            let number = self.number(folded);
            keep(self, number, folded.len() as u16);
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

    /// Numbers and weighs the words, and lists where they occur.
    pub(in crate::matcher) fn finish(mut self, languages: &Languages) -> Index {
        self.texts = HashMap::default();
        self.text_words = Vec::new();
        let ranked = self.rank();
        let lexicon = Lexicon::new(ranked.iter().map(|word| &**word));
        drop(ranked);
        self.sort_bags();
        let partitions = self.partitions(&lexicon, languages);
        let mut best_known: Vec<u32> = (0..count(&self.entries)).collect();
        best_known.sort_by(|&a, &b| self.entries[b as usize].prior.total_cmp(&self.entries[a as usize].prior));
        let kinds = |word| {
            let with = partitions.iter().filter(|part| part.names.has(word) || part.texts.has(word));
            with.fold(Scope::of(&[]), |kinds, part| kinds.and(part.kind))
        };
        Index {
            word_kinds: (0..count_of(lexicon.len())).map(kinds).collect(),
            lexicon,
            best_known,
            entries: self.entries,
            names: self.names,
            name_words: self.name_words,
            bag_words: self.bag_words,
            partitions,
        }
    }

    /// Numbers the words by the alphabet; gives them in that order.
    fn rank(&mut self) -> Vec<Box<str>> {
        let numbers = std::mem::take(&mut self.numbers);
        let mut words: Vec<(u64, Box<str>, u32)> =
            numbers.into_iter().map(|(word, number)| (first_letters(word.as_bytes()), word, number)).collect();
        words.sort_unstable();
        let mut ranks = vec![0_u32; words.len()];
        for (rank, (_, _, number)) in (0..).zip(&words) {
            ranks[*number as usize] = rank;
        }
        self.name_words.iter_mut().for_each(|word| *word = ranks[*word as usize]);
        self.bag_words.iter_mut().for_each(|bag| bag.word = ranks[bag.word as usize]);
        words.into_iter().map(|(_, word, _)| word).collect()
    }

    /// Sorts each bag and keeps each word once, in its best field.
    fn sort_bags(&mut self) {
        let mut kept: Vec<BagWord> = Vec::with_capacity(self.bag_words.len());
        for entry in &mut self.entries {
            let start = count(&kept);
            if let Some(bag) = self.bag_words.get_mut(range(entry.bag)) {
                bag.sort_unstable_by(|a, b| {
                    a.word.cmp(&b.word).then(b.field.boost().cmp(&a.field.boost())).then(a.field.cmp(&b.field))
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

    /// One partition for each kind; the entries of a kind are neighbours.
    fn partitions(&mut self, lexicon: &Lexicon, languages: &Languages) -> Vec<Partition> {
        let mut kinds: Vec<(Kind, Range<u32>)> = Vec::new();
        for (number, entry) in (0..).zip(&self.entries) {
            match kinds.last_mut() {
                Some((kind, entries)) if *kind == entry.id.kind() => entries.end = number + 1,
                _ => kinds.push((entry.id.kind(), number..number + 1)),
            }
        }
        let stress: Vec<f32> = (0..count_of(lexicon.len()))
            .map(|word| if languages.binds(lexicon.word(word)) { LOOSE } else { 1.0 })
            .collect();
        kinds.into_iter().map(|(kind, entries)| self.partition(kind, entries, &stress)).collect()
    }

    /// Weighs the words by their rarity and the names by their words, and lists which entries have each word.
    fn partition(&mut self, kind: Kind, entries: Range<u32>, stress: &[f32]) -> Partition {
        let words = stress.len();
        let (mut in_names, mut in_texts) = (vec![0_u32; words], vec![0_u32; words]);
        self.each_occurrence(&entries, |word, _, occurrence| match occurrence {
            Occurrence::Name { .. } => in_names[word as usize] += 1,
            Occurrence::Text(_) => in_texts[word as usize] += 1,
        });
        let mut partition = Partition {
            kind,
            names: Postings::with_counts(&mut in_names),
            texts: Postings::with_counts(&mut in_texts),
            weights: Vec::new(),
            spellings: self.spellings(&entries),
            entries,
        };
        let all = partition.entries.len();
        let stress = (0..).zip(stress).filter(|(word, _)| partition.names.has(*word)).map(|(_, stress)| stress);
        let weights = partition.names.counts().zip(stress).map(|(with, stress)| stress * rarity(with as usize, all));
        partition.weights = weights.collect();
        self.weigh_names(&partition);
        let (mut names, mut texts) = (std::mem::take(&mut partition.names), std::mem::take(&mut partition.texts));
        self.each_occurrence(&partition.entries, |word, entry, occurrence| match occurrence {
            Occurrence::Name { lightest } => {
                let own = partition.weights.get(names.rank(word)).copied().unwrap_or_default();
                let share = (own / lightest.max(own) * 255.0) as u8;
                names.put(take(&mut in_names, word), Posting { entry, share, boost: u8::MAX });
            }
            Occurrence::Text(field) => {
                texts.put(take(&mut in_texts, word), Posting { entry, share: 0, boost: field.boost() });
            }
        });
        Partition { names, texts, ..partition }
    }

    fn spellings(&self, entries: &Range<u32>) -> Vec<(u64, u32)> {
        let mut spellings = Vec::new();
        for number in entries.clone() {
            for name in self.names.get(range(self.entries[number as usize].names)).unwrap_or_default() {
                let words = self.name_words.get(range(name.words)).unwrap_or_default();
                spellings.push((spelling(words.iter().copied()), number));
            }
        }
        spellings.sort_unstable();
        spellings
    }

    fn weigh_names(&mut self, partition: &Partition) {
        let of = |number: u32| self.entries.get(number as usize).map_or((0, 0), |entry| entry.names);
        let names = (of(partition.entries.start).0, of(partition.entries.end - 1).1);
        for name in self.names.get_mut(range(names)).unwrap_or_default() {
            let words = self.name_words.get(range(name.words)).unwrap_or_default();
            name.mass = words.iter().map(|&word| partition.weight(word)).sum();
        }
    }

    /// Gives each word of each of the entries once, with the number of the entry and where it is found there.
    fn each_occurrence(&self, entries: &Range<u32>, mut give: impl FnMut(u32, u32, Occurrence)) {
        let mut own: Vec<(u32, f32)> = Vec::new();
        for number in entries.clone() {
            let Some(entry) = self.entries.get(number as usize) else { return };
            own.clear();
            for name in self.names.get(range(entry.names)).unwrap_or_default() {
                let words = self.name_words.get(range(name.words)).unwrap_or_default();
                own.extend(words.iter().map(|&word| (word, name.mass)));
            }
            own.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            own.dedup_by_key(|(word, _)| *word);
            for &(word, lightest) in &own {
                give(word, number, Occurrence::Name { lightest });
            }
            let bag = self.bag_words.get(range(entry.bag)).unwrap_or_default();
            for bag in bag.iter().filter(|bag| own.binary_search_by_key(&bag.word, |(word, _)| *word).is_err()) {
                give(bag.word, number, Occurrence::Text(bag.field));
            }
        }
    }
}

/// The next free place of a word.
fn take(places: &mut [u32], word: u32) -> u32 {
    let place = &mut places[word as usize];
    *place += 1;
    *place - 1
}

/// Where an entry has a word.
#[derive(Clone, Copy)]
enum Occurrence {
    /// In a name; the lightest of those that have it has this mass.
    Name { lightest: f32 },
    /// In a text of this sort.
    Text(Field),
}

/// How much refers to an entry, and how many names it has, as a share of what the best known entries of any fact base have.
fn prior(weight: u32, names: u32) -> f32 {
    ((weight as f32 + names as f32).ln_1p() / MOST_PRIOR).min(1.0)
}

/// The logarithm of 22,000 references and names.
const MOST_PRIOR: f32 = 10.0;

fn count<T>(items: &[T]) -> u32 {
    count_of(items.len())
}

/// Counts stay below 2^32: there is no memory for more.
fn count_of(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
