//! Whether the best entry is an answer: found, one of several, or not here.

use crate::knowledge::Kind;
use crate::matcher::index::View;
use crate::matcher::query::candidates::Senses;
use crate::matcher::query::question::{Question, Use};
use crate::matcher::rank::model::{Model, Signs};
use crate::matcher::rank::score::Scored;

/// What the ranking amounts to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::matcher) enum Verdict {
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
    /// The days of the best entry lie outside the period asked for.
    OtherTime,
    /// Something is bounded or denied that was not understood, and the best entry does not say it itself.
    Unread,
}

/// A term as like a stored word as this means that word.
const SAME_WORD: f32 = 0.85;

/// So many letters are not alike by chance.
const MANY_LETTERS: f32 = 12.0;

/// Reads the signs.
pub(in crate::matcher) fn signs(
    view: View<'_>,
    question: &Question,
    senses: &Senses,
    ranked: &[Scored],
) -> Option<Signs> {
    let best = ranked.first()?;
    let next = ranked.get(1).map_or(0.0, |next| next.score);
    let mut signs = Signs {
        score: best.score,
        question: best.question,
        name: best.name,
        whole: best.whole,
        margin: best.score - next,
        worst: 1.0,
        slots: view.index.entry(best.entry).map(|entry| entry.slots).unwrap_or_default(),
        ..Signs::default()
    };
    let mut letters = 0.0;
    for (number, term) in (0..).zip(&question.terms).filter(|(_, term)| term.usage != Use::Dropped) {
        let found = best.finds.iter().find(|find| find.term == number);
        let likeness = found.map_or(0.0, |find| find.likeness);
        let weight = senses.weights.get(usize::from(number)).copied().unwrap_or_default();
        let missing = weight * (1.0 - likeness * likeness);
        signs.missing = signs.missing.max(missing);
        if likeness < ALIKE {
            signs.unfound = signs.unfound.max(weight);
        }
        if term.named {
            signs.missing_name = signs.missing_name.max(missing);
        }
        let known = senses.best.get(usize::from(number)).copied().flatten();
        if found.is_none() && known.is_some_and(|best| best.likeness >= SAME_WORD && view.is_named(best.word)) {
            signs.elsewhere = signs.elsewhere.max(missing);
        }
        if found.is_none() && known.is_some_and(|best| best.likeness >= SAME_WORD && view.names_actor(best.word)) {
            signs.other_actor = signs.other_actor.max(weight);
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

/// From this confidence on the best entry is the answer; docs/matching.md says how many of them were right.
const FOUND: f32 = 0.6;

/// From this confidence on a quick search is believed, if it left no term out and bent none much.
const PLAIN: f32 = 0.8;
const PLAIN_MISSING: f32 = 0.35;
const PLAIN_LIKENESS: f32 = 0.8;

/// From this confidence on the best entries are worth choosing from.
const LIKELY: f32 = 0.45;

/// Share of a question that must be explained where statements are asked for: that France is known does not answer what
/// its capital is.
const EXPLAINED: f32 = 0.667;

/// A visit by somebody else is another visit: an event or fact that leaves out so heavy a name, or so heavy a word of
/// another entry's name, is not what was asked for.
const OTHER_NAME: f32 = 0.5;
const ELSEWHERE: f32 = 0.4;

/// For a fact a lighter name is enough: the number of one state is not that of another, however often both are named.
const ELSEWHERE_OF_FACT: f32 = 0.2;

/// One word asks nothing of what a statement says: "thanks!" and "what time is it" share a word with some.
const FEWEST_WORDS: usize = 2;

/// A statement that leaves out so heavy a word says something else of those whom it names.
const TELLING: f32 = 0.45;

/// Two entries explain a question equally well up to these differences in score, share of the question and of the name.
const EQUAL_SCORE: f32 = 0.03;
const EQUAL_QUESTION: f32 = 0.07;
const EQUAL_NAME: f32 = 0.15;

/// In a look-up, a term as heavy as this, and heavier than all that were found, is what the question is about: if nothing
/// stored explains it, nothing stored is meant.
const ESSENTIAL: f32 = 0.6;

/// A word less alike than this is another word, whatever little it has in common with it.
const ALIKE: f32 = 0.75;

/// A name of which so much was typed may have more words than are stored, as with a second given name.
const WHOLLY_NAMED: f32 = 0.9;

/// A term as heavy as this, explained by nothing, is the reason when there is no answer.
const HEAVY: f32 = 0.5;

/// Whether the best entry is so plainly meant that looking further can be spared.
pub(in crate::matcher) fn is_plain(signs: &Signs, confidence: f32) -> bool {
    signs.missing < PLAIN_MISSING && signs.worst >= PLAIN_LIKENESS && confidence >= PLAIN
}

/// Decides. `kind`: that of the best entry. `statements`: statements are asked for, so that having the name of what a
/// question is about is not enough.
pub(in crate::matcher) fn decide(
    question: &Question,
    (model, signs, confidence): (Model, &Signs, f32),
    ranked: &[Scored],
    kind: Kind,
    statements: bool,
) -> Verdict {
    if model == Model::Exact {
        // Of statements all are shown that fit; only names need a choice.
        let several = !is_statement(kind) && matches!(ranked, [_, next, ..] if next.exact);
        return if several { Verdict::Ambiguous } else { Verdict::Found };
    }
    if statements && (signs.missing >= TELLING || !signs.may_answer(question.slot)) {
        return Verdict::Unknown(Reason::Unexplained);
    }
    let told_of = question.terms.iter().filter(|term| term.usage != Use::Dropped).count();
    if is_statement(kind) && told_of < FEWEST_WORDS {
        return Verdict::Unknown(Reason::Unlike);
    }
    let elsewhere = if is_statement(kind) { ELSEWHERE_OF_FACT } else { ELSEWHERE };
    let of_something_else = signs.missing_name >= OTHER_NAME || signs.elsewhere >= elsewhere;
    let told = kind == Kind::Event || is_statement(kind);
    if statements && signs.question < EXPLAINED || told && of_something_else {
        return Verdict::Unknown(Reason::Unexplained);
    }
    if let Some(scored) = ranked.first() {
        let mut unread = (0..).zip(&question.terms).filter(|(_, term)| term.unread);
        if scored.outside {
            return Verdict::Unknown(Reason::OtherTime);
        }
        if unread.any(|(number, _)| !scored.says(number)) {
            return Verdict::Unknown(Reason::Unread);
        }
    }
    if is_only_event_then(question, ranked, kind) {
        return Verdict::Found;
    }
    let essential = signs.unfound >= ESSENTIAL && signs.unfound >= signs.heaviest;
    if !question.sentence && essential && signs.name < WHOLLY_NAMED {
        return Verdict::Unknown(Reason::Unexplained);
    }
    if confidence < LIKELY {
        let reason = if signs.missing >= HEAVY { Reason::Unexplained } else { Reason::Unlike };
        return Verdict::Unknown(reason);
    }
    // Of statements all are shown that fit; only names need a choice.
    let equals = !is_statement(kind) && matches!(ranked, [best, next, ..] if are_equal(best, next));
    if confidence < FOUND || equals { Verdict::Ambiguous } else { Verdict::Found }
}

/// Whether entries of a kind are found by what they state: they have no names of their own.
fn is_statement(kind: Kind) -> bool {
    matches!(kind, Kind::Fact | Kind::Relation)
}

/// Whether a question is a date and no more, and the best entry the only event of that time: it has no name to be like.
fn is_only_event_then(question: &Question, ranked: &[Scored], kind: Kind) -> bool {
    let mut told = question.terms.iter().filter(|term| term.usage != Use::Dropped).peekable();
    let dated = told.peek().is_some() && told.all(|term| term.usage == Use::Date);
    let [best, others @ ..] = ranked else { return false };
    dated && kind == Kind::Event && best.within && !others.iter().any(|other| other.within)
}

/// Whether nothing in the question speaks for the one rather than the other.
fn are_equal(best: &Scored, next: &Scored) -> bool {
    best.score - next.score < EQUAL_SCORE
        && (best.question - next.question).abs() < EQUAL_QUESTION
        && (best.name - next.name).abs() < EQUAL_NAME
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::Slots;

    fn name() -> Question {
        Question { terms: Vec::new(), slot: None, period: None, sentence: false }
    }

    const SURE: Signs = Signs {
        score: 1.0,
        question: 1.0,
        name: 1.0,
        whole: 1.0,
        margin: 0.3,
        missing: 0.0,
        heaviest: 1.0,
        unfound: 0.0,
        missing_name: 0.0,
        elsewhere: 0.0,
        worst: 1.0,
        letters: 1.0,
        other_actor: 0.0,
        slots: Slots::NONE,
    };

    fn verdict(signs: &Signs, kind: Kind) -> Verdict {
        verdict_of(signs, &[], kind, false)
    }

    fn verdict_of(signs: &Signs, ranked: &[Scored], kind: Kind, statements: bool) -> Verdict {
        let model = if statements { Model::Sentence } else { Model::Lookup };
        decide(&name(), (model, signs, model.confidence(signs)), ranked, kind, statements)
    }

    #[test]
    fn a_whole_name_is_found_and_half_a_name_is_not() {
        assert_eq!(verdict(&SURE, Kind::Actor), Verdict::Found);
        let half = Signs { score: 0.4, question: 0.4, name: 0.4, missing: 1.0, margin: 0.01, worst: 0.7, ..SURE };
        assert_eq!(verdict(&half, Kind::Actor), Verdict::Unknown(Reason::Unexplained));
    }

    #[test]
    fn an_event_of_somebody_else_is_another_event() {
        let other = Signs { missing_name: 0.8, missing: 0.8, ..SURE };
        assert_eq!(verdict(&other, Kind::Event), Verdict::Unknown(Reason::Unexplained));
        assert_ne!(verdict(&other, Kind::Actor), Verdict::Unknown(Reason::Unexplained));
    }

    #[test]
    fn statements_need_most_of_the_question() {
        let named = Signs { question: 0.5, ..SURE };
        assert_eq!(verdict_of(&named, &[], Kind::Actor, true), Verdict::Unknown(Reason::Unexplained));
        assert_eq!(verdict_of(&named, &[], Kind::Actor, false), Verdict::Found);
    }

    #[test]
    fn equals_are_a_choice() {
        let one = Scored { score: 0.7, question: 1.0, name: 0.5, ..Scored::default() };
        let other = Scored { score: 0.69, ..one.clone() };
        assert_eq!(verdict_of(&SURE, &[one, other], Kind::Actor, false), Verdict::Ambiguous);
    }
}
