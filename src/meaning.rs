//! Nearness in meaning, for questions that share no word with what they ask for. English only.
//!
//! Owns an index over texts by the vectors of their words. Each word of a question is read as the word of a text that is
//! nearest to it; a text's score is the weighted mean over the words of the question. Vectors do not tell opposites,
//! years, numbers or names apart: what is near is worth showing as near, and never an answer by that alone. A name and a
//! word with a digit are therefore near to themselves only. Which words are names, and what a score is good for, is left
//! to the matcher.

use std::cmp::Reverse;
use std::collections::BTreeMap;

pub use question::Query;
use table::{DIMENSIONS, LENGTH, Vector};

mod names;
mod question;
mod table;
#[cfg(test)]
mod tests;
mod words;

/// Cosines below this count as none, so that a long text does not win by length. Of all pairs of words in the shipped
/// base, 1.2 % reach it. It also loses true kin: *sell* and *exports* have .25, *frontier* and *border* .33.
const FLOOR: f32 = 0.4;

/// What a word counts that stands in [`Text::aside`] only.
const ASIDE: f32 = 0.8;

/// Words of the texts that one word of a question is held against, the nearest first.
const MOST_PARTNERS: usize = 64;

/// Words of a question that are read.
const MOST_ASKED: usize = 32;

/// A text to be found, by its place among all texts.
#[derive(Debug, Clone, Default)]
pub struct Text<'t> {
    /// What it says, and the questions that it answers: each stands by itself, too.
    pub lines: Vec<&'t str>,
    /// What it belongs to, which counts a little less: the names of those involved, the label of its aspect.
    pub aside: String,
}

/// One word of a question, or several written as one ("arms-export").
#[derive(Debug, Clone, Default)]
pub struct QueryWord<'q> {
    /// The word, as typed.
    pub word: &'q str,
    /// What it counts beside the others, from 0. Its rarity among the texts (IDF) is added here, not by the caller.
    pub weight: f32,
    /// Whether it is a name. A name is near to itself only, and to what it may be read as.
    pub name: bool,
    /// Words that it may be read as, and how near they are to it, from 0 to 1.
    pub readings: Vec<(&'q str, f32)>,
}

/// A text that is near to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The place of the text.
    pub place: usize,
    /// How near, from 0 (nothing in common) to 1 (every word of the question stands in the text).
    pub score: f32,
    /// What the words of the question were read as, in their order; those near to nothing are left out.
    pub readings: Vec<WordReading>,
    /// How near the nearest of its lines is by itself.
    pub line: Passage,
}

/// How near a question and one line are, each seen from the other; both from 0 to 1, by weight of the words.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Passage {
    /// What of the question stands in the line.
    pub asked: f32,
    /// What of the line stands in the question.
    pub told: f32,
}

impl Passage {
    /// Both together: their harmonic mean, which is known as F1.
    pub fn likeness(self) -> f32 {
        let sum = self.asked + self.told;
        if sum > 0.0 { 2.0 * self.asked * self.told / sum } else { 0.0 }
    }
}

/// What one word of a question was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct WordReading {
    /// The place of the word among those asked.
    pub asked: usize,
    /// The word of the text, folded.
    pub word: Box<str>,
    /// The squared cosine of both, from 0 to 1; less where the word stands aside.
    pub nearness: f32,
}

/// Whether a word means something by itself: it is more than a stop word or a single letter.
pub fn is_telling(word: &str) -> bool {
    let mut telling = false;
    words::each_word(word, &mut String::new(), |_| telling = true);
    telling
}

/// Whether a word is known to name somebody, a place or a people, in whatever case it is typed.
pub fn is_known_name(word: &str) -> bool {
    let mut known = false;
    words::each_word(word, &mut String::new(), |word| known = names::has(word));
    known
}

/// Whether a word is an English word or a well-known name, rather than a misspelling of one.
pub fn is_word(word: &str) -> bool {
    let mut known = false;
    words::each_word(word, &mut String::new(), |word| known = table::is_piece(word));
    known
}

/// Texts, by the meaning of their words.
#[derive(Debug, Default)]
pub struct Meaning {
    /// By text: where its lines begin; one more for the end of the last.
    texts: Vec<u32>,
    /// By line: where its words begin; one more for the end of the last.
    lines: Vec<u32>,
    /// The words of all lines.
    told: Vec<u32>,
    /// The distinct words of all texts, in order.
    words: Vec<Box<str>>,
    /// By word.
    vectors: Vec<Vector>,
    /// By word: where its postings begin; one more for the end of the last.
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

/// A text that a word stands in, by its place; the lowest bit is set where it stands aside only. So they sort by text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Posting(u32);

impl Posting {
    fn new(place: u32, aside: bool) -> Posting {
        Posting(place << 1 | u32::from(aside))
    }

    fn place(self) -> usize {
        (self.0 >> 1) as usize
    }

    fn factor(self) -> f32 {
        if self.0 & 1 == 1 { ASIDE } else { 1.0 }
    }
}

/// A folded word of the question, and its nearest words.
#[derive(Debug)]
struct Word {
    asked: usize,
    weight: f32,
    /// Words of the texts and how near they are, the nearest first.
    partners: Vec<(u32, f32)>,
    /// The same, in the order of words.
    in_order: Vec<(u32, f32)>,
}

impl Meaning {
    /// Indexes texts. Their order decides between equally near ones.
    pub fn new<'t>(texts: impl IntoIterator<Item = Text<'t>>) -> Meaning {
        let mut found: BTreeMap<Box<str>, Found> = BTreeMap::new();
        let mut buffer = String::new();
        let mut meaning = Meaning { texts: vec![0], lines: vec![0], starts: vec![0], ..Meaning::default() };
        let mut told: u32 = 0;
        for (text, place) in texts.into_iter().zip(0..u32::MAX / 2) {
            for line in text.lines {
                words::each_word(line, &mut buffer, |word| {
                    note(&mut found, word, Posting::new(place, false)).told.push(told);
                    told += 1;
                });
                meaning.lines.push(told);
            }
            words::each_word(&text.aside, &mut buffer, |word| {
                note(&mut found, word, Posting::new(place, true));
            });
            meaning.texts.push(count(meaning.lines.len() - 1));
        }
        meaning.told = vec![0; told as usize];
        for ((word, found), number) in found.into_iter().zip(0..) {
            meaning.vectors.push(table::vector(&word).unwrap_or([0; DIMENSIONS]));
            meaning.words.push(word);
            meaning.postings.extend(found.postings);
            meaning.starts.push(count(meaning.postings.len()));
            found.told.into_iter().for_each(|at| meaning.told[at as usize] = number);
        }
        meaning.postings.shrink_to_fit();
        meaning
    }

    /// Holds a question against all texts.
    pub fn ask(&self, asked: &[QueryWord<'_>]) -> Query<'_> {
        let words = self.read(asked);
        let mut scores = vec![0.0_f32; self.len()];
        let mut best = vec![0.0_f32; scores.len()];
        for word in &words {
            self.add(word, &mut scores, &mut best);
        }
        Query::new(self, words, scores)
    }

    /// The distinct words of all texts, folded, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    fn len(&self) -> usize {
        self.texts.len().saturating_sub(1)
    }

    /// The words of each line of a text.
    fn lines_of(&self, place: usize) -> impl Iterator<Item = &[u32]> {
        let range = |starts: &[u32], at: usize| {
            let ends = starts.get(at).zip(starts.get(at + 1));
            ends.map_or(0..0, |(start, end)| *start as usize..*end as usize)
        };
        range(&self.texts, place).map(move |line| self.told.get(range(&self.lines, line)).unwrap_or_default())
    }

    /// The words of a question, weighted by their rarity, with their partners.
    fn read(&self, asked: &[QueryWord<'_>]) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut seen: Vec<Box<str>> = Vec::new();
        let mut buffer = String::new();
        for (place, given) in asked.iter().enumerate() {
            words::each_word(given.word, &mut buffer, |word| {
                if words.len() < MOST_ASKED && given.weight > 0.0 && !seen.iter().any(|other| **other == *word) {
                    seen.push(word.into());
                    let weight = given.weight * self.rarity(word);
                    let partners = self.partners(word, given);
                    let mut in_order = partners.clone();
                    in_order.sort_unstable_by_key(|(word, _)| *word);
                    words.push(Word { asked: place, weight, partners, in_order });
                }
            });
        }
        words
    }

    /// The weight of a word by the texts it stands in: the IDF of BM25 as Lucene has it, which is never negative.
    fn rarity(&self, word: &str) -> f32 {
        self.weight(self.find(word).map_or(0, |word| self.postings_of(word).len()))
    }

    /// The weight of a word that stands in so many texts.
    fn weight(&self, count: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "counts of texts are far below 2^24, or need no last digit")]
        let (count, all) = (count as f32, self.len() as f32);
        (1.0 + (all - count + 0.5) / (count + 0.5)).ln()
    }

    /// The words of the texts that a word of the question may be read as, the nearest first.
    fn partners(&self, word: &str, given: &QueryWord<'_>) -> Vec<(u32, f32)> {
        let same = self.find(word).map(|word| (word, 1.0));
        let read = given.readings.iter().filter_map(|&(word, nearness)| Some((self.find(word)?, nearness)));
        let mut partners: Vec<(u32, f32)> = same.into_iter().chain(read).collect();
        if let Some(vector) = table::vector(word).filter(|_| !given.name) {
            let vector = vector.map(i16::from);
            let least = least_product();
            let near = self.vectors.iter().zip(0..).filter_map(|(other, at)| {
                let product = product(&vector, other);
                (product >= least).then(|| (at, squared_cosine(product)))
            });
            partners.extend(near);
        }
        let nearer = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        partners.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        partners.dedup_by_key(|(word, _)| *word);
        partners.sort_unstable_by(nearer);
        partners.truncate(MOST_PARTNERS);
        partners
    }

    /// Adds to each text what its nearest word is worth. `best` comes and goes with zeros.
    fn add(&self, word: &Word, scores: &mut [f32], best: &mut [f32]) {
        let posted = |&(partner, nearness): &(u32, f32)| {
            self.postings_of(partner).iter().map(move |posting| (posting.place(), nearness * posting.factor()))
        };
        for (place, nearness) in word.partners.iter().flat_map(posted) {
            best[place] = best[place].max(nearness);
        }
        for (place, _) in word.partners.iter().flat_map(posted) {
            scores[place] += word.weight * std::mem::take(&mut best[place]);
        }
    }

    /// What a word was read as in one text: the first of its partners that none there is nearer than.
    fn reading(&self, word: &Word, place: usize) -> Option<WordReading> {
        let standing = word.partners.iter().filter_map(|&(partner, nearness)| {
            let postings = self.postings_of(partner);
            let at = postings.binary_search_by(|posting| posting.place().cmp(&place)).ok()?;
            Some((partner, nearness * postings[at].factor()))
        });
        let nearer = |a: &(u32, f32), b: &(u32, f32)| a.1.total_cmp(&b.1).then(Reverse(a.0).cmp(&Reverse(b.0)));
        let (partner, nearness) = standing.max_by(nearer)?;
        let text = self.words.get(partner as usize)?.clone();
        Some(WordReading { asked: word.asked, word: text, nearness })
    }

    fn find(&self, word: &str) -> Option<u32> {
        self.words.binary_search_by(|other| (**other).cmp(word)).ok().and_then(|at| u32::try_from(at).ok())
    }

    fn postings_of(&self, word: u32) -> &[Posting] {
        let word = word as usize;
        let range = self.starts[word] as usize..self.starts[word + 1] as usize;
        self.postings.get(range).unwrap_or_default()
    }
}

/// Where a word stands.
#[derive(Default)]
struct Found {
    postings: Vec<Posting>,
    /// Places among the words of all lines.
    told: Vec<u32>,
}

/// Notes that a word stands in a text, once: what it says comes before what stands aside.
fn note<'f>(found: &'f mut BTreeMap<Box<str>, Found>, word: &str, posting: Posting) -> &'f mut Found {
    if !found.contains_key(word) {
        found.insert(word.into(), Found::default());
    }
    let word = found.entry(word.into()).or_default();
    if word.postings.last().is_none_or(|last| last.place() != posting.place()) {
        word.postings.push(posting);
    }
    word
}

/// A count of what is kept in memory under numbers of 32 bits.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn product(a: &[i16; DIMENSIONS], b: &Vector) -> i32 {
    a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum()
}

/// The product of two vectors whose cosine is [`FLOOR`].
fn least_product() -> i32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "below 2^16")]
    let least = (FLOOR * (LENGTH * LENGTH) as f32) as i32;
    least
}

/// Below 1, which only a word itself has.
fn squared_cosine(product: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "below 2^17")]
    let cosine = product as f32 / (LENGTH * LENGTH) as f32;
    (cosine * cosine).min(0.999)
}
