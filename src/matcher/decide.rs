//! Whether the best entry is an answer: found, one of several, or not here.

use super::gather::Senses;
use super::question::{Question, Use};
use super::score::Scored;

/// What the ranking amounts to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    Found,
    Ambiguous,
    Unknown(Reason),
}

/// Why a question has no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// There was no word to look for.
    Empty,
    /// Nothing stored shares a word with the question.
    Nothing,
    /// A telling word of the question is found nowhere near the best entry.
    Unexplained,
    /// The best entry is too unlike the question.
    Unlike,
}

/// What the decision rests on; all from 0 to 1.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Signs {
    /// Score of the best entry.
    pub score: f32,
    /// Share of the question that it explains.
    pub question: f32,
    /// Share of its name that was named.
    pub name: f32,
    /// Likeness of the whole texts.
    pub whole: f32,
    /// Distance of its score to the next entry's.
    pub margin: f32,
    /// Weight of the heaviest term that it does not explain.
    pub missing: f32,
    /// Weight of the heaviest term that it explains.
    pub heaviest: f32,
    /// The same, among terms written as names.
    pub missing_name: f32,
    /// Worst likeness among the terms found.
    pub worst: f32,
    /// Letters of the terms found, as a share of `MANY_LETTERS`.
    pub letters: f32,
}

/// So many letters are not alike by chance.
const MANY_LETTERS: f32 = 12.0;

/// Reads the signs.
pub(super) fn signs(question: &Question, senses: &Senses, ranked: &[Scored]) -> Option<Signs> {
    let best = ranked.first()?;
    let next = ranked.get(1).map_or(0.0, |next| next.score);
    let mut signs = Signs {
        score: best.score,
        question: best.question,
        name: best.name,
        whole: best.whole,
        margin: best.score - next,
        worst: 1.0,
        ..Signs::default()
    };
    let mut letters = 0.0;
    for (number, term) in (0..).zip(&question.terms).filter(|(_, term)| term.usage != Use::Dropped) {
        let found = best.finds.iter().find(|find| find.term == number);
        let likeness = found.map_or(0.0, |find| find.likeness);
        let weight = senses.weights.get(usize::from(number)).copied().unwrap_or_default();
        let missing = weight * (1.0 - likeness * likeness);
        signs.missing = signs.missing.max(missing);
        if term.named {
            signs.missing_name = signs.missing_name.max(missing);
        }
        if found.is_some() {
            signs.heaviest = signs.heaviest.max(weight * likeness * likeness);
            signs.worst = signs.worst.min(likeness);
            letters += likeness * term.folded.len() as f32;
        }
    }
    signs.letters = (letters / MANY_LETTERS).min(1.0);
    Some(signs)
}

/// What each sign says for or against the best entry, in log-odds.
struct Weighing {
    score: f32,
    question: f32,
    name: f32,
    whole: f32,
    margin: f32,
    missing: f32,
    missing_name: f32,
    worst: f32,
    letters: f32,
    bias: f32,
}

/// For names typed to look them up. Both weighings are logistic regressions on questions of known answer, one half of
/// each set, rounded; docs/matching.md says which sets, and how far the confidence can be believed.
const LOOKUP: Weighing = Weighing {
    score: 1.3,
    question: 2.0,
    name: 2.5,
    whole: -1.4,
    margin: 5.9,
    missing: -2.1,
    missing_name: 0.0,
    worst: 2.4,
    letters: 2.7,
    bias: -6.1,
};

/// For sentences.
const SENTENCE: Weighing = Weighing {
    score: 2.3,
    question: 3.1,
    name: 1.3,
    whole: 0.0,
    margin: 2.1,
    missing: 0.2,
    missing_name: -0.9,
    worst: 3.6,
    letters: 3.1,
    bias: -8.8,
};

/// From this confidence on the best entry is the answer: of two such answers in five that are least sure, more than half
/// are still right.
const FOUND: f32 = 0.6;

/// From this confidence on the best entries are worth choosing from.
const LIKELY: f32 = 0.45;

/// Share of a question that must be explained where statements are asked for: that France is known does not answer what
/// its capital is.
const EXPLAINED: f32 = 0.667;

/// Two entries explain a question equally well up to these differences in score, share of the question and of the name.
const EQUAL_SCORE: f32 = 0.03;
const EQUAL_QUESTION: f32 = 0.07;
const EQUAL_NAME: f32 = 0.15;

/// In a look-up, a term as heavy as this, and heavier than all that were found, is what the question is about: if nothing
/// stored explains it, nothing stored is meant.
const ESSENTIAL: f32 = 0.6;

/// A name of which so much was typed may have more words than are stored, as with a second given name.
const WHOLLY_NAMED: f32 = 0.9;

/// A term as heavy as this, explained by nothing, is the reason when there is no answer.
const HEAVY: f32 = 0.5;

/// How sure it is that the best entry is meant, from 0 to 1.
pub(super) fn confidence(question: &Question, signs: &Signs) -> f32 {
    let by = if question.sentence { &SENTENCE } else { &LOOKUP };
    let odds = by.score * signs.score
        + by.question * signs.question
        + by.name * signs.name
        + by.whole * signs.whole
        + by.margin * signs.margin
        + by.missing * signs.missing
        + by.missing_name * signs.missing_name
        + by.worst * signs.worst
        + by.letters * signs.letters
        + by.bias;
    1.0 / (1.0 + (-odds).exp())
}

/// Decides. `statements`: statements are asked for, so that having the name of what a question is about is not enough.
pub(super) fn decide(question: &Question, signs: &Signs, ranked: &[Scored], statements: bool) -> Verdict {
    let confidence = confidence(question, signs);
    if statements && signs.question < EXPLAINED {
        return Verdict::Unknown(Reason::Unexplained);
    }
    let essential = signs.missing >= ESSENTIAL && signs.missing >= signs.heaviest;
    if !question.sentence && essential && signs.name < WHOLLY_NAMED {
        return Verdict::Unknown(Reason::Unexplained);
    }
    if confidence < LIKELY {
        let reason = if signs.missing >= HEAVY { Reason::Unexplained } else { Reason::Unlike };
        return Verdict::Unknown(reason);
    }
    let equals = matches!(ranked, [best, next, ..] if are_equal(best, next));
    if confidence < FOUND || equals { Verdict::Ambiguous } else { Verdict::Found }
}

/// Whether nothing in the question speaks for the one rather than the other.
fn are_equal(best: &Scored, next: &Scored) -> bool {
    best.score - next.score < EQUAL_SCORE
        && (best.question - next.question).abs() < EQUAL_QUESTION
        && (best.name - next.name).abs() < EQUAL_NAME
}
