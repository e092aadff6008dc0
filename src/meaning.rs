//! Nearness in meaning, for questions that share no word with what they ask for. English only.
//!
//! Owns an index over texts by the vectors of their words. Each word of a question is read as the word of a text that is
//! nearest to it; a text's score is the weighted mean over the words of the question. Vectors do not tell opposites,
//! years, numbers or names apart: what is near is worth showing as near, and never an answer by that alone. A name and a
//! word with a digit are therefore near to themselves only. Which words are names, and what a score is good for, is left
//! to the matcher.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use table::{DIMENSIONS, LENGTH, Vector};

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

/// A text to be found, under an id of the caller's.
#[derive(Debug, Clone, Copy)]
pub struct Text<'t> {
    /// What it is found by; any number, once.
    pub id: u32,
    /// What it says.
    pub text: &'t str,
    /// What it belongs to, which counts a little less: the names of those involved, the label of its aspect.
    pub aside: &'t str,
}

/// One word of a question, or several written as one ("arms-export").
#[derive(Debug, Clone, Copy)]
pub struct Asked<'q> {
    /// The word, as typed.
    pub word: &'q str,
    /// What it counts beside the others, from 0. Its rarity among the texts (IDF) is added here, not by the caller.
    pub weight: f32,
    /// Whether it is a name. A name is near to itself only.
    pub name: bool,
}

/// A text that is near to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The text's id.
    pub id: u32,
    /// How near, from 0 (nothing in common) to 1 (every word of the question stands in the text).
    pub score: f32,
    /// What the words of the question were read as, in their order; those near to nothing are left out.
    pub readings: Vec<Reading>,
}

/// What one word of a question was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
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

/// Texts, by the meaning of their words.
#[derive(Debug)]
pub struct Meaning {
    ids: Vec<u32>,
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
struct Word {
    asked: usize,
    weight: f32,
    /// Words of the texts and their squared cosines, the nearest first.
    partners: Vec<(u32, f32)>,
}

impl Meaning {
    /// Indexes texts. Their order decides between equally near ones.
    pub fn new<'t>(texts: impl IntoIterator<Item = Text<'t>>) -> Meaning {
        let mut ids = Vec::new();
        let mut found: BTreeMap<Box<str>, Vec<Posting>> = BTreeMap::new();
        let mut buffer = String::new();
        for text in texts {
            // Half of all u32 numbers a text: more than fit into memory.
            let Ok(place) = u32::try_from(ids.len()) else { break };
            ids.push(text.id);
            for (part, aside) in [(text.text, false), (text.aside, true)] {
                words::each_word(part, &mut buffer, |word| post(&mut found, word, Posting::new(place, aside)));
            }
        }
        let mut meaning = Meaning { ids, words: vec![], vectors: vec![], starts: vec![0], postings: vec![] };
        for (word, postings) in found {
            meaning.vectors.push(table::vector(&word).unwrap_or([0; DIMENSIONS]));
            meaning.words.push(word);
            meaning.postings.extend(postings);
            meaning.starts.push(u32::try_from(meaning.postings.len()).unwrap_or(u32::MAX));
        }
        meaning.postings.shrink_to_fit();
        meaning
    }

    /// The texts nearest to a question, the nearest first, of those that `scope` lets in; at most `limit`, none with a
    /// score of 0.
    pub fn nearest(&self, asked: &[Asked<'_>], scope: impl Fn(u32) -> bool, limit: usize) -> Vec<Near> {
        let words = self.read(asked);
        let whole: f32 = words.iter().map(|word| word.weight).sum();
        if whole <= 0.0 {
            return Vec::new();
        }
        let mut scores = vec![0.0_f32; self.ids.len()];
        let mut best = vec![0.0_f32; self.ids.len()];
        for word in &words {
            self.add(word, &mut scores, &mut best);
        }
        let mut order: Vec<usize> =
            (0..scores.len()).filter(|&place| scores[place] > 0.0 && scope(self.ids[place])).collect();
        let nearer = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        if order.len() > limit && limit > 0 {
            order.select_nth_unstable_by(limit - 1, nearer);
        }
        order.truncate(limit);
        order.sort_unstable_by(nearer);
        let near = |place: usize| Near {
            id: self.ids[place],
            score: (scores[place] / whole).min(1.0),
            readings: words.iter().filter_map(|word| self.reading(word, place)).collect(),
        };
        order.into_iter().map(near).collect()
    }

    /// The words of a question, weighted by their rarity, with their partners.
    fn read(&self, asked: &[Asked<'_>]) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut seen: Vec<Box<str>> = Vec::new();
        let mut buffer = String::new();
        for (place, given) in asked.iter().enumerate() {
            words::each_word(given.word, &mut buffer, |word| {
                if words.len() < MOST_ASKED && given.weight > 0.0 && !seen.iter().any(|other| **other == *word) {
                    seen.push(word.into());
                    let weight = given.weight * self.rarity(word);
                    words.push(Word { asked: place, weight, partners: self.partners(word, given.name) });
                }
            });
        }
        words
    }

    /// The weight of a word by the texts it stands in: the IDF of BM25 as Lucene has it, which is never negative.
    fn rarity(&self, word: &str) -> f32 {
        let count = self.find(word).map_or(0, |word| self.postings_of(word).len());
        #[expect(clippy::cast_precision_loss, reason = "counts of texts are far below 2^24, or need no last digit")]
        let (count, all) = (count as f32, self.ids.len() as f32);
        (1.0 + (all - count + 0.5) / (count + 0.5)).ln()
    }

    fn partners(&self, word: &str, name: bool) -> Vec<(u32, f32)> {
        let same = self.find(word);
        let mut partners: Vec<(u32, f32)> = same.map(|word| (word, 1.0)).into_iter().collect();
        let vector = if name { None } else { table::vector(word) };
        if let Some(vector) = vector {
            let vector = vector.map(i16::from);
            let least = least_product();
            let near = self.vectors.iter().zip(0..).filter_map(|(other, at)| {
                let product = product(&vector, other);
                (product >= least && Some(at) != same).then(|| (at, squared_cosine(product)))
            });
            partners.extend(near);
            partners.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            partners.truncate(MOST_PARTNERS);
        }
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
    fn reading(&self, word: &Word, place: usize) -> Option<Reading> {
        let standing = word.partners.iter().filter_map(|&(partner, nearness)| {
            let postings = self.postings_of(partner);
            let at = postings.binary_search_by(|posting| posting.place().cmp(&place)).ok()?;
            Some((partner, nearness * postings[at].factor()))
        });
        let nearer = |a: &(u32, f32), b: &(u32, f32)| a.1.total_cmp(&b.1).then(Reverse(a.0).cmp(&Reverse(b.0)));
        let (partner, nearness) = standing.max_by(nearer)?;
        let text = self.words.get(partner as usize)?.clone();
        Some(Reading { asked: word.asked, word: text, nearness })
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

/// Notes that a word stands in a text, once: what it says comes before what stands aside.
fn post(found: &mut BTreeMap<Box<str>, Vec<Posting>>, word: &str, posting: Posting) {
    match found.get_mut(word) {
        Some(postings) if postings.last().is_some_and(|last| last.place() == posting.place()) => {}
        Some(postings) => postings.push(posting),
        None => drop(found.insert(word.into(), vec![posting])),
    }
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
