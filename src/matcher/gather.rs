//! From a question to the entries worth scoring: terms get their senses, senses their postings, and the best few pass.
//!
//! Words are walked rarest first and only as far as a fixed number of postings, so that a question costs about the same
//! whatever is stored. What the chosen entries are worth exactly is worked out in `score`.

use super::Scope;
use super::index::{Index, Posting};
use super::question::{Question, Use};

/// A term of the question taken for a stored word.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Sense {
    pub(super) word: u32,
    /// Number of the term.
    pub(super) term: u8,
    /// Terms that the word stands for: two, where the writer parted what is stored as one word.
    pub(super) span: u8,
    /// How alike the two are, from 0 to 1.
    pub(super) likeness: f32,
}

/// The senses of a question's terms.
#[derive(Debug)]
pub(super) struct Senses {
    /// By word, then by term.
    pub(super) by_word: Vec<Sense>,
    /// What each term weighs: its stress times its rarity.
    pub(super) weights: Vec<f32>,
    /// The likest word of each term, with its likeness.
    pub(super) best: Vec<Option<Sense>>,
    /// Sum of the weights.
    pub(super) mass: f32,
}

/// Entries that are scored exactly.
pub(super) const SCORED: usize = 64;

/// Postings that are walked for one question. Two common given names and their look-alikes fit in.
const MOST_POSTINGS: usize = 6000;

/// A term with a word as alike as this is not taken for an unknown word.
const KNOWN: f32 = 0.8;

/// Two terms that stand for one stored word must be as alike as this when written together.
const JOINED: f32 = 0.85;

/// Share of the question in the rough score, the rest being the share of the name.
const ROUGH_QUESTION: f32 = 0.6;

impl Senses {
    /// Looks all terms up.
    pub(super) fn new(index: &Index, question: &Question) -> Senses {
        let count = question.terms.len();
        let mut senses = Senses { by_word: Vec::new(), weights: vec![0.0; count], best: vec![None; count], mass: 0.0 };
        for number in 0..count {
            senses.add_term(index, question, number);
        }
        for number in 1..count {
            senses.add_pair(index, question, number);
        }
        senses.mass = senses.weights.iter().sum();
        senses.by_word.sort_unstable_by_key(|sense| (sense.word, sense.term, sense.span));
        senses
    }

    /// The senses that stored word number `word` has in the question.
    pub(super) fn of(&self, word: u32) -> impl Iterator<Item = &Sense> {
        let start = self.by_word.partition_point(|sense| sense.word < word);
        self.by_word.iter().skip(start).take_while(move |sense| sense.word == word)
    }

    fn add_term(&mut self, index: &Index, question: &Question, number: usize) {
        let (Some(term), Ok(at)) = (question.terms.get(number), u8::try_from(number)) else {
            return;
        };
        let mut rarity = 1.0;
        if term.usage == Use::Dropped {
            if let Some(word) = index.lexicon.exact(&term.folded) {
                let sense = Sense { word, term: at, span: 1, likeness: 1.0 };
                self.best[number] = Some(sense);
                self.by_word.push(sense);
                rarity = index.weights(word).anywhere;
            }
        } else {
            let found = index.lexicon.candidates(term, question.sentence || term.foreign);
            let senses = found.iter().map(|candidate| Sense {
                word: candidate.word,
                term: at,
                span: 1,
                likeness: candidate.likeness,
            });
            self.best[number] = senses.clone().next();
            self.by_word.extend(senses);
            if let Some(first) = found.first().filter(|first| first.likeness >= KNOWN) {
                let weights = index.weights(first.word);
                rarity = weights.in_names.min(weights.anywhere.max(0.0));
            }
        }
        self.weights[number] = term.stress * rarity;
    }

    /// Looks up two neighbouring terms as one word, if either is not stored as it stands.
    fn add_pair(&mut self, index: &Index, question: &Question, second: usize) {
        let unknown = |number: usize| {
            self.best[number].is_none_or(|sense| sense.likeness < 1.0) && question.terms[number].usage == Use::Kept
        };
        let (Some(first), true) = (second.checked_sub(1), unknown(second)) else {
            return;
        };
        if question.terms[first].usage != Use::Kept {
            return;
        }
        let mut joined = question.terms[first].clone();
        joined.folded.push_str(&question.terms[second].folded);
        joined.sound.extend_from_slice(&question.terms[second].sound);
        let Ok(term) = u8::try_from(first) else { return };
        for candidate in index.lexicon.candidates(&joined, false) {
            if candidate.likeness >= JOINED {
                self.by_word.push(Sense { word: candidate.word, term, span: 2, likeness: candidate.likeness });
            }
        }
    }
}

/// The entries in scope that share words with the question, at most `SCORED`, the most promising first.
pub(super) fn gather(index: &Index, senses: &Senses, scope: Scope) -> Vec<u32> {
    let mut pool = Pool::new();
    let mut walks = walks(index, senses);
    let mut room = MOST_POSTINGS;
    for walk in &mut walks {
        let postings = index.postings(walk.sense.word);
        if postings.len() <= room {
            room -= postings.len();
            for posting in postings {
                pool.add(*posting, walk);
            }
        } else {
            pool.update(postings, walk);
        }
    }
    pool.best(index, senses, scope)
}

/// One list of postings to walk.
struct Walk {
    sense: Sense,
    /// Likeness squared: nearly right words must not add up to a right one.
    fit: f32,
    /// `fit` times the weight of the terms.
    gain: f32,
}

/// The lists of all senses, the most telling first: a term's exact word before its look-alikes, rare terms before common.
fn walks(index: &Index, senses: &Senses) -> Vec<Walk> {
    let weight = |term: usize| senses.weights.get(term).copied().unwrap_or_default();
    let mut walks: Vec<Walk> = senses
        .by_word
        .iter()
        .map(|&sense| {
            let terms = usize::from(sense.term)..usize::from(sense.term + sense.span);
            let fit = sense.likeness * sense.likeness;
            Walk { sense, fit, gain: fit * terms.map(weight).sum::<f32>() }
        })
        .collect();
    walks.sort_unstable_by(|a, b| {
        let postings = |walk: &Walk| index.postings(walk.sense.word).len();
        b.gain.total_cmp(&a.gain).then_with(|| postings(a).cmp(&postings(b))).then(a.sense.word.cmp(&b.sense.word))
    });
    walks
}

/// What is known so far of one entry.
#[derive(Clone, Copy)]
struct Slot {
    entry: u32,
    /// Terms that were found, one bit each.
    terms: u32,
    question: f32,
    name: f32,
}

/// A hash table of entries that never grows.
struct Pool {
    slots: Vec<Slot>,
    used: Vec<u32>,
}

/// Slots of the pool, a power of two; every posting walked may bring a new entry.
const SLOTS: usize = 8192;

const EMPTY: Slot = Slot { entry: u32::MAX, terms: 0, question: 0.0, name: 0.0 };

impl Pool {
    fn new() -> Pool {
        Pool { slots: vec![EMPTY; SLOTS], used: Vec::with_capacity(SLOTS / 8) }
    }

    fn place(&self, entry: u32) -> usize {
        let mut at = (entry.wrapping_mul(0x9e37_79b9) >> (32 - SLOTS.trailing_zeros())) as usize;
        while self.slots.get(at).is_some_and(|slot| slot.entry != entry && slot.entry != u32::MAX) {
            at = (at + 1) % SLOTS;
        }
        at
    }

    fn add(&mut self, posting: Posting, walk: &Walk) {
        let at = self.place(posting.entry);
        if let Some(slot) = self.slots.get_mut(at) {
            if slot.entry == u32::MAX {
                slot.entry = posting.entry;
                self.used.push(u32::try_from(at).unwrap_or_default());
            }
            slot.credit(posting, walk);
        }
    }

    /// Credits only entries that are here already; the list is too long to walk.
    fn update(&mut self, postings: &[Posting], walk: &Walk) {
        for &at in &self.used {
            let Some(slot) = self.slots.get_mut(at as usize) else { continue };
            if slot.terms & walk.mask() == 0
                && let Ok(found) = postings.binary_search_by_key(&slot.entry, |posting| posting.entry)
                && let Some(posting) = postings.get(found)
            {
                slot.credit(*posting, walk);
            }
        }
    }

    fn best(self, index: &Index, senses: &Senses, scope: Scope) -> Vec<u32> {
        let mut found: Vec<(f32, u32)> = self
            .used
            .iter()
            .filter_map(|&at| self.slots.get(at as usize))
            .filter(|slot| index.is_in(slot.entry, scope))
            .map(|slot| {
                let question = slot.question / senses.mass.max(f32::MIN_POSITIVE);
                (ROUGH_QUESTION * question + (1.0 - ROUGH_QUESTION) * slot.name.min(1.0), slot.entry)
            })
            .collect();
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if found.len() > SCORED {
            found.select_nth_unstable_by(SCORED, order);
            found.truncate(SCORED);
        }
        found.sort_unstable_by(order);
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

impl Walk {
    fn mask(&self) -> u32 {
        ((1 << self.sense.span) - 1) << (self.sense.term & 31)
    }
}

impl Slot {
    /// Senses come likest first, so the first that a term brings to an entry is its best.
    fn credit(&mut self, posting: Posting, walk: &Walk) {
        if self.terms & walk.mask() == 0 {
            self.terms |= walk.mask();
            self.question += walk.gain * f32::from(posting.worth) / 255.0;
            self.name += walk.fit * f32::from(posting.share) / 255.0;
        }
    }
}
