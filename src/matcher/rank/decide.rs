//! Whether the best entry is an answer: found, one of several, or not here.

use crate::knowledge::Kind;
use crate::matcher::index::View;
use crate::matcher::query::question::Question;
use crate::matcher::query::senses::Senses;
use crate::matcher::rank::model::{Features, Model};
use crate::matcher::rank::score::Scored;
use crate::matcher::text::term::{Term, Use};

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

/// Reads the features.
pub(in crate::matcher) fn features(
    view: View<'_>,
    question: &Question,
    senses: &Senses,
    ranked: &[Scored],
) -> Option<Features> {
    let best = ranked.first()?;
    let next = ranked.get(1).map_or(0.0, |next| next.score);
    let mut features = Features {
        score: best.score,
        question: best.question,
        name: best.name,
        margin: best.score - next,
        worst: 1.0,
        answer_types: view.index.entry(best.entry).map(|entry| entry.answer_types).unwrap_or_default(),
        ..Features::default()
    };
    let mut letters = 0.0;
    for (number, term) in (0..).zip(&question.terms).filter(|(_, term)| term.usage != Use::Dropped) {
        let weight = senses.weights.get(usize::from(number)).copied().unwrap_or_default();
        let Some(find) = best.finds.iter().find(|find| find.term == number) else {
            let known = senses.best.get(usize::from(number)).copied().flatten();
            let known = known.filter(|best| best.likeness >= SAME_WORD).map(|best| best.word);
            features.note_unfound(view, term, weight, known);
            continue;
        };
        let fit = find.likeness * find.likeness;
        features.note_missing(term, weight, (find.likeness, weight * (1.0 - fit)));
        features.heaviest = features.heaviest.max(weight * fit);
        features.worst = features.worst.min(find.likeness);
        letters += find.likeness * term.folded.len() as f32;
    }
    features.letters = (letters / MANY_LETTERS).min(1.0);
    Some(features)
}

impl Features {
    /// Notes a term that the best entry has nothing for; `known`: the stored word that it surely is.
    fn note_unfound(&mut self, view: View<'_>, term: &Term, weight: f32, known: Option<u32>) {
        self.note_missing(term, weight, (0.0, weight));
        if known.is_some_and(|word| view.is_named(word)) {
            self.elsewhere = self.elsewhere.max(weight);
        }
        if known.is_some_and(|word| view.names_actor(word)) {
            self.other_actor = self.other_actor.max(weight);
        }
    }

    /// Notes what is missing of a term: its likeness to what was found, and what that leaves of its weight.
    fn note_missing(&mut self, term: &Term, weight: f32, (likeness, missing): (f32, f32)) {
        self.missing = self.missing.max(missing);
        if likeness < ALIKE {
            self.unfound = self.unfound.max(weight);
        }
        if term.named {
            self.missing_name = self.missing_name.max(missing);
        }
    }
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
pub(in crate::matcher) fn is_plain(features: &Features, confidence: f32) -> bool {
    features.missing < PLAIN_MISSING && features.worst >= PLAIN_LIKENESS && confidence >= PLAIN
}

/// Decides. `kind`: that of the best entry. `statements`: statements are asked for, so that having the name of what a
/// question is about is not enough.
pub(in crate::matcher) fn decide(
    question: &Question,
    (model, features, confidence): (Model, &Features, f32),
    ranked: &[Scored],
    kind: Kind,
    statements: bool,
) -> Verdict {
    if model == Model::Exact {
        // All statements that fit are shown; only names need a choice.
        let several = !kind.is_statement() && matches!(ranked, [_, next, ..] if next.exact);
        return if several { Verdict::Ambiguous } else { Verdict::Found };
    }
    if let Some(reason) = veto(question, features, ranked, kind, statements) {
        return Verdict::Unknown(reason);
    }
    if is_only_event_then(question, ranked, kind) {
        return Verdict::Found;
    }
    let essential = features.unfound >= ESSENTIAL && features.unfound >= features.heaviest;
    if !question.sentence && essential && features.name < WHOLLY_NAMED {
        return Verdict::Unknown(Reason::Unexplained);
    }
    if confidence < LIKELY {
        let reason = if features.missing >= HEAVY { Reason::Unexplained } else { Reason::Unlike };
        return Verdict::Unknown(reason);
    }
    // All statements that fit are shown; only names need a choice.
    let equals = !kind.is_statement() && matches!(ranked, [best, next, ..] if are_equal(best, next));
    if confidence < FOUND || equals { Verdict::Ambiguous } else { Verdict::Found }
}

/// Why the best entry is no answer, however sure it is that it is meant.
fn veto(question: &Question, features: &Features, ranked: &[Scored], kind: Kind, statements: bool) -> Option<Reason> {
    if statements && (features.missing >= TELLING || !features.may_answer(question.answer_type)) {
        return Some(Reason::Unexplained);
    }
    let told_of = question.terms.iter().filter(|term| term.usage != Use::Dropped).count();
    if kind.is_statement() && told_of < FEWEST_WORDS {
        return Some(Reason::Unlike);
    }
    let elsewhere = if kind.is_statement() { ELSEWHERE_OF_FACT } else { ELSEWHERE };
    let of_something_else = features.missing_name >= OTHER_NAME || features.elsewhere >= elsewhere;
    let told = kind == Kind::Event || kind.is_statement();
    if statements && features.question < EXPLAINED || told && of_something_else {
        return Some(Reason::Unexplained);
    }
    let best = ranked.first()?;
    if best.outside {
        return Some(Reason::OtherTime);
    }
    let mut unread = (0..).zip(&question.terms).filter(|(_, term)| term.unread);
    unread.any(|(number, _)| !best.says(number)).then_some(Reason::Unread)
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
    use crate::matcher::AnswerTypes;

    fn name() -> Question {
        Question { terms: Vec::new(), answer_type: None, period: None, sentence: false }
    }

    const SURE: Features = Features {
        score: 1.0,
        question: 1.0,
        name: 1.0,
        margin: 0.3,
        missing: 0.0,
        heaviest: 1.0,
        unfound: 0.0,
        missing_name: 0.0,
        elsewhere: 0.0,
        worst: 1.0,
        letters: 1.0,
        other_actor: 0.0,
        answer_types: AnswerTypes::NONE,
    };

    fn verdict(features: &Features, kind: Kind) -> Verdict {
        verdict_of(features, &[], kind, false)
    }

    fn verdict_of(features: &Features, ranked: &[Scored], kind: Kind, statements: bool) -> Verdict {
        let model = if statements { Model::Sentence } else { Model::Lookup };
        decide(&name(), (model, features, model.confidence(features)), ranked, kind, statements)
    }

    #[test]
    fn a_whole_name_is_found_and_half_a_name_is_not() {
        assert_eq!(verdict(&SURE, Kind::Actor), Verdict::Found);
        let half = Features { score: 0.4, question: 0.4, name: 0.4, missing: 1.0, margin: 0.01, worst: 0.7, ..SURE };
        assert_eq!(verdict(&half, Kind::Actor), Verdict::Unknown(Reason::Unexplained));
    }

    #[test]
    fn an_event_of_somebody_else_is_another_event() {
        let other = Features { missing_name: 0.8, missing: 0.8, ..SURE };
        assert_eq!(verdict(&other, Kind::Event), Verdict::Unknown(Reason::Unexplained));
        assert_ne!(verdict(&other, Kind::Actor), Verdict::Unknown(Reason::Unexplained));
    }

    #[test]
    fn statements_need_most_of_the_question() {
        let named = Features { question: 0.5, ..SURE };
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
