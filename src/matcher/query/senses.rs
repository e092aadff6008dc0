//! What the terms of a question may mean: for each, the stored words that are like it, with their weights.
//!
//! Which entries have these words is left to `candidates`.

use crate::matcher::index::View;
use crate::matcher::index::lexicon::Effort;
use crate::matcher::index::tables::Sieve;
use crate::matcher::query::question::Question;
use crate::matcher::text::normalize::LONGEST_NAME;
use crate::matcher::text::term::{Term, Use};

/// A term of the question taken for a stored word.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::matcher) struct Sense {
    pub(in crate::matcher) word: u32,
    /// Number of the term.
    pub(in crate::matcher) term: u8,
    /// Terms that the word stands for: two, where the writer parted what is stored as one word.
    pub(in crate::matcher) span: u8,
    /// How alike the two are, from 0 to 1.
    pub(in crate::matcher) likeness: f32,
}

impl Sense {
    /// A bit for each term that the word stands for.
    pub(in crate::matcher) fn terms(self) -> u32 {
        terms(self.term, self.span)
    }
}

/// A bit for each of `span` terms from number `term` on.
pub(in crate::matcher) fn terms(term: u8, span: u8) -> u32 {
    ((1 << span) - 1) << (term & 31)
}

/// The senses of a question's terms.
#[derive(Debug)]
pub(in crate::matcher) struct Senses {
    /// By word, then by term.
    pub(super) by_word: Vec<Sense>,
    /// The words: nearly every word of a name that the question lacks is turned away by it.
    sieve: Sieve,
    /// What each term weighs: its stress times its rarity.
    pub(in crate::matcher) weights: Vec<f32>,
    /// The likest word of each term, with its likeness.
    pub(in crate::matcher) best: Vec<Option<Sense>>,
    /// Sum of the weights.
    pub(in crate::matcher) mass: f32,
    /// The question word for word, if all its words are stored: as many as are kept of a name.
    pub(super) spelt: Option<Vec<u32>>,
    /// The question has more words than that.
    cut: bool,
}

/// A term with a word as alike as this is not taken for an unknown word.
const LEAST_KNOWN: f32 = 0.8;

/// What is left of a like word where all that was typed to look up is stored as it stands: a short name with a like word
/// must not come before a long one with the word itself.
const BESIDE_STORED: f32 = 0.92;

/// How alike a word and its inflection are, and a word and another that it is read as: a discount, not another word.
const INFLECTED: f32 = 0.97;
const READ: f32 = 0.88;

/// How alike two forms of one given name are.
const SHORT_FORM: f32 = 0.88;

/// Two terms that stand for one stored word must be as alike as this when written together.
const JOINED: f32 = 0.85;

impl Senses {
    /// Looks all terms up.
    pub(in crate::matcher) fn new(view: View<'_>, question: &Question, effort: Effort) -> Senses {
        let count = question.terms.len();
        let mut senses = Senses {
            by_word: Vec::new(),
            sieve: Sieve::new(SIEVE_BITS),
            weights: vec![0.0; count],
            best: vec![None; count],
            mass: 0.0,
            spelt: question.terms.iter().take(LONGEST_NAME).map(|term| view.exact(&term.folded)).collect(),
            cut: count > LONGEST_NAME,
        };
        let mut kept = question.terms.iter().filter(|term| term.usage == Use::Kept);
        let settled =
            !question.sentence && (senses.spelt.is_some() || kept.all(|term| view.exact(&term.folded).is_some()));
        for number in 0..count {
            senses.add_term(view, question, effort, number, settled);
        }
        for number in 1..count {
            senses.add_pair(view, question, effort, number);
        }
        senses.mass = senses.weights.iter().sum();
        senses.by_word.sort_unstable_by_key(|sense| (sense.word, sense.term, sense.span));
        for sense in &senses.by_word {
            senses.sieve.insert(sense.word);
        }
        senses
    }

    /// The senses that stored word number `word` has in the question.
    pub(in crate::matcher) fn of(&self, word: u32) -> impl Iterator<Item = &Sense> {
        let start = if self.sieve.may_have(word) {
            self.by_word.partition_point(|sense| sense.word < word)
        } else {
            self.by_word.len()
        };
        let from = self.by_word.get(start..).unwrap_or_default();
        from.iter().take_while(move |sense| sense.word == word)
    }

    /// Whether these words are the question, word for word; `cut`: the name has more.
    pub(in crate::matcher) fn spell(&self, words: &[u32], cut: bool) -> bool {
        self.cut == cut && !words.is_empty() && self.spelt.as_deref() == Some(words)
    }

    /// The senses of each of `terms` terms by itself, the likest first.
    pub(in crate::matcher) fn by_term(&self, terms: usize) -> Vec<Vec<Sense>> {
        let mut by_term = vec![Vec::new(); terms];
        for sense in self.by_word.iter().filter(|sense| sense.span == 1) {
            if let Some(senses) = by_term.get_mut(usize::from(sense.term)) {
                senses.push(*sense);
            }
        }
        for senses in &mut by_term {
            senses.sort_by(|a: &Sense, b| b.likeness.total_cmp(&a.likeness));
        }
        by_term
    }

    /// The weight of the terms that a sense is of.
    pub(in crate::matcher) fn weight(&self, sense: Sense) -> f32 {
        let first = usize::from(sense.term);
        self.weights.get(first..first + usize::from(sense.span)).unwrap_or_default().iter().sum()
    }

    fn add_term(&mut self, view: View<'_>, question: &Question, effort: Effort, number: usize, settled: bool) {
        let (Some(term), Ok(at)) = (question.terms.get(number), u8::try_from(number)) else {
            return;
        };
        let mut rarity = 1.0;
        if term.usage == Use::Dropped {
            if let Some(word) = view.exact(&term.folded) {
                let sense = Sense { word, term: at, span: 1, likeness: 1.0 };
                self.best[number] = Some(sense);
                self.by_word.push(sense);
                rarity = view.weight(word);
            }
        } else if term.usage != Use::Bound {
            let found = view.candidates(term, question.sentence, effort);
            let own = question.sentence && term.named && found.first().is_some_and(|first| first.likeness >= 1.0);
            let stored = (settled || own) && !term.foreign;
            let senses = found.iter().map(|candidate| Sense {
                word: candidate.word,
                term: at,
                span: 1,
                likeness: candidate.likeness * if stored && candidate.likeness < 1.0 { BESIDE_STORED } else { 1.0 },
            });
            self.best[number] = senses.clone().next();
            self.by_word.extend(senses);
            self.add_forms(view, term, at);
            let named = found.first().filter(|first| first.likeness >= LEAST_KNOWN).map(|first| first.word);
            let read = self.add_readings(view, term, at);
            if let Some(word) = named.or(read) {
                rarity = view.weight(word);
            }
        }
        self.weights[number] = term.stress * rarity;
    }

    /// Adds the other forms of a given name; the likest word stays what was typed.
    fn add_forms(&mut self, view: View<'_>, term: &Term, at: u8) {
        for word in term.forms.iter().filter_map(|form| view.exact(form)) {
            let alike = |sense: &&mut Sense| sense.word == word && sense.term == at;
            match self.by_word.iter_mut().rev().find(alike) {
                Some(known) => known.likeness = known.likeness.max(SHORT_FORM),
                None => self.by_word.push(Sense { word, term: at, span: 1, likeness: SHORT_FORM }),
            }
        }
    }

    /// Adds the inflections of a term, and of the words that it may be read as; gives the commonest of those.
    fn add_readings(&mut self, view: View<'_>, term: &Term, at: u8) -> Option<u32> {
        let [own, others @ ..] = term.readings.as_slice() else { return None };
        let stems = std::iter::once((own, INFLECTED)).chain(others.iter().map(|stem| (stem, READ)));
        let mut commonest: Option<(f32, u32)> = None;
        for (stem, likeness) in stems {
            for word in view.inflections(stem) {
                let known = self.by_word.iter().any(|sense| sense.word == word && sense.term == at);
                if !known {
                    let sense = Sense { word, term: at, span: 1, likeness };
                    self.by_word.push(sense);
                    self.best[usize::from(at)] = self.best[usize::from(at)].or(Some(sense));
                }
                let weight = view.weight(word);
                if commonest.is_none_or(|(least, _)| weight < least) {
                    commonest = Some((weight, word));
                }
            }
        }
        commonest.map(|(_, word)| word)
    }

    /// Looks up two neighbouring terms as one word, if either is not stored as it stands.
    fn add_pair(&mut self, view: View<'_>, question: &Question, effort: Effort, second: usize) {
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
        for candidate in view.candidates(&joined, false, effort) {
            if candidate.likeness >= JOINED {
                self.by_word.push(Sense { word: candidate.word, term, span: 2, likeness: candidate.likeness });
            }
        }
    }
}

/// Bits of the sieve, a power of two: several times the senses of a long question.
const SIEVE_BITS: usize = 8192;
