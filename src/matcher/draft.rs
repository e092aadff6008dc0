//! The index while it is being built: names and texts are read record by record, then the words are numbered by the
//! alphabet, weighed by their rarity, and listed with their entries.
//!
//! Records come in the order of their ids, so that the order of loading changes nothing.

use super::index::{BagWord, Entry, Index, Name, Posting, Weights, range};
use super::lexicon::Lexicon;
use super::normalize::Words;
use super::tables::first_letters;
use super::{Field, Record};
use foldhash::HashMap;

/// Longer names are cut here: nobody types the thirteenth word.
pub(super) const LONGEST_NAME: usize = 12;

/// Letters of a word that are kept.
pub(super) const LONGEST_WORD: usize = 31;

/// The index while it is being built; words are numbered as they come.
#[derive(Default)]
pub(super) struct Draft<'k> {
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

impl<'k> Draft<'k> {
    /// Takes the next record.
    pub(super) fn add(&mut self, record: &Record<'k>) {
        let names = count(&self.names);
        let all = std::iter::once(record.name).chain(record.aliases.iter().copied());
        for (number, name) in all.enumerate() {
            let start = count(&self.name_words);
            let mut letters = 0;
            self.read(name, |draft, word, length| {
                if count(&draft.name_words) - start < count_of(LONGEST_NAME) {
                    draft.name_words.push(word);
                    letters += length;
                }
            });
            let words = (start, count(&self.name_words));
            if words.0 < words.1 && !self.repeats(names, words) {
                self.names.push(Name { words, mass: 0.0, letters, alias: number > 0 });
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
            slots: record.slots,
            fame: fame(record.weight, count(&self.names) - names),
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

    fn read(&mut self, text: &str, mut keep: impl FnMut(&mut Draft<'k>, u32, u16)) {
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
    pub(super) fn finish(mut self) -> Index {
        self.texts = HashMap::default();
        self.text_words = Vec::new();
        let ranked = self.rank();
        let lexicon = Lexicon::new(ranked.iter().map(|word| &**word));
        drop(ranked);
        self.sort_bags();
        let (weights, starts) = self.weigh(lexicon.len());
        let postings = self.post(&weights, &starts);
        let mut best_known: Vec<u32> = (0..count(&self.entries)).collect();
        best_known.sort_by(|&a, &b| self.entries[b as usize].fame.total_cmp(&self.entries[a as usize].fame));
        Index {
            lexicon,
            kinds: self.entries.iter().map(|entry| entry.id.kind()).collect(),
            best_known,
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

    /// Gives each word of each entry once, with the number of the entry and where it is found there.
    fn each_occurrence(&self, mut give: impl FnMut(u32, u32, Occurrence)) {
        let mut own: Vec<(u32, f32)> = Vec::new();
        for (number, entry) in (0..).zip(&self.entries) {
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

    /// Weighs the words by their rarity, and the names by their words; gives the weights, and where the postings of each
    /// word start.
    fn weigh(&mut self, words: usize) -> (Vec<Weights>, Vec<u32>) {
        let mut starts = vec![0_u32; words + 1];
        let mut named = vec![0_u32; words];
        self.each_occurrence(|word, _, occurrence| {
            starts[word as usize + 1] += 1;
            named[word as usize] += u32::from(matches!(occurrence, Occurrence::Name { .. }));
        });
        let all = count(&self.entries);
        let weigh = |(&with, &named): (&u32, &u32)| Weights {
            in_names: rarity(named, all),
            anywhere: rarity(with, all),
            named: named > 0,
        };
        let weights: Vec<Weights> = starts.iter().skip(1).zip(&named).map(weigh).collect();
        for name in &mut self.names {
            let words = self.name_words.get(range(name.words)).unwrap_or_default();
            name.mass = words.iter().map(|&word| weights[word as usize].in_names).sum();
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        (weights, starts)
    }

    fn post(&self, weights: &[Weights], starts: &[u32]) -> Vec<Posting> {
        let mut next = starts.to_vec();
        let total = starts.last().map_or(0, |&total| total as usize);
        let mut postings = vec![Posting { entry: 0, share: 0, worth: 0 }; total];
        self.each_occurrence(|word, entry, occurrence| {
            let slot = &mut next[word as usize];
            postings[*slot as usize] = match occurrence {
                Occurrence::Name { lightest } => {
                    let own = weights[word as usize].in_names;
                    Posting { entry, share: (own / lightest.max(own) * 255.0) as u8, worth: u8::MAX }
                }
                Occurrence::Text(field) => Posting { entry, share: 0, worth: field.worth() },
            };
            *slot += 1;
        });
        postings
    }
}

/// Where an entry has a word.
#[derive(Clone, Copy)]
enum Occurrence {
    /// In a name; the lightest of those that have it has this mass.
    Name { lightest: f32 },
    /// In a text of this sort.
    Text(Field),
}

/// How much it says that an entry has a word that `with` of `all` entries have: the logarithm of its rarity, scaled so
/// that a word of one entry has weight 1 however large the fact base is. A word of none is taken for one of one.
fn rarity(with: u32, all: u32) -> f32 {
    let (with, all) = (with.max(1) as f32, all.max(1) as f32);
    ((1.0 + all / with).ln() / (1.0 + all).ln()).clamp(0.0, 1.0)
}

/// How much refers to an entry, and how many names it has, as a share of what the best known entries of any fact base have.
fn fame(weight: u32, names: u32) -> f32 {
    ((weight as f32 + names as f32).ln_1p() / MOST_FAME).min(1.0)
}

/// The logarithm of 22,000 references and names.
const MOST_FAME: f32 = 10.0;

fn count<T>(items: &[T]) -> u32 {
    count_of(items.len())
}

/// Counts stay below 2^32: there is no memory for more.
fn count_of(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
