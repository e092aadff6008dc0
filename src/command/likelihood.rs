//! How likely each candidate is to be the answer: the order of candidates, and how sure the first is.
//!
//! Two linear models, fitted by `scripts/fit-answers.py`; docs/matching.md says on what. What a candidate's features are is
//! told by [`mod@super::evidence`].

use super::bars::{Bar, affirms, bar};
use super::evidence::{Evidence, FEWEST_TERMS, Weighed, candidates};
use super::lookup::Lookup;
use super::{Base, Call};
use crate::knowledge::EntryId;
use crate::meaning::Near;
use crate::request::{Command, Context, Request};

/// What each feature is worth, in log-odds. None has the sign that it cannot have.
#[derive(Debug)]
struct Weights {
    words: f32,
    words_rank: f32,
    decided: f32,
    meaning: f32,
    meaning_rank: f32,
    asked: f32,
    line: f32,
    explained: f32,
    missing_name: f32,
    missing_number: f32,
    untold: f32,
    answer_type: f32,
    lacks: f32,
    event: f32,
    actor: f32,
    terms: f32,
    margin: f32,
    bias: f32,
}

/// Which of two candidates is rather the answer.
const ORDER: Weights = Weights {
    words: 0.8,
    words_rank: 0.6,
    decided: 0.7,
    meaning: 1.5,
    meaning_rank: 0.8,
    asked: 2.0,
    line: 3.7,
    explained: 5.0,
    missing_name: -1.3,
    missing_number: -2.8,
    untold: 0.0,
    answer_type: 1.4,
    lacks: 0.0,
    event: -0.6,
    actor: -3.8,
    terms: 0.0,
    margin: 0.0,
    bias: 0.0,
};

/// Whether the first candidate is the answer.
const SURE: Weights = Weights {
    words: 0.0,
    words_rank: 0.8,
    decided: 0.4,
    meaning: 0.9,
    meaning_rank: 1.1,
    asked: 0.0,
    line: 2.3,
    explained: 0.0,
    missing_name: 0.0,
    missing_number: 0.0,
    untold: -0.6,
    answer_type: 0.0,
    lacks: -0.6,
    event: 0.0,
    actor: 0.0,
    terms: 1.7,
    margin: 1.3,
    bias: -4.6,
};

/// A candidate that is barred stands behind those that are not as near by so much.
const BARRED: f32 = 6.0;

/// A lead over the next candidate counts up to this.
const MOST_MARGIN: f32 = 3.0;

/// A candidate that has so much less in log-odds has the score of the first, divided by e.
const SPREAD: f32 = 4.0;

/// From this likelihood on the first candidate is the answer, unless something bars it.
pub(super) const ANSWER: f32 = 0.62;

/// A tie that explains so much of a question tells what was asked, however short the question is.
const WHOLLY: f32 = 0.95;

/// So many candidates are looked at for what bars them.
const FINALISTS: usize = 10;

/// The candidates, the likeliest first.
#[derive(Debug)]
pub(super) struct Ranking {
    pub(super) candidates: Vec<Weighed>,
    /// How likely the first is to be the answer, from 0 to 1.
    pub(super) sure: f32,
    /// What bars the first.
    pub(super) bar: Option<Bar>,
    /// The first is a tie that tells all that was asked.
    is_told: bool,
}

/// A candidate on its way to the final order.
struct Finalist {
    odds: f32,
    candidate: Weighed,
    bar: Option<Bar>,
}

/// What a question was held against, for those who fit the weights: each candidate with its features and what bars it.
pub fn evidence(base: &Base, context: &Context, request: &Request) -> Vec<(EntryId, Evidence, Option<Bar>)> {
    let call = Call { base, context, request };
    let Some(lookup) = call.look_up("question").filter(|_| request.spec().command == Command::Ask) else {
        return Vec::new();
    };
    let candidates = candidates(call, &lookup).into_iter();
    let told = |candidate: Weighed| (candidate.hit.entry, candidate.features, bar(call, &lookup, &candidate));
    candidates.map(told).collect()
}

/// How a question of `/ask` was weighed, for those who want to know why.
#[derive(Debug)]
pub struct Weighing {
    /// How likely the first candidate is to be the answer, from 0 to 1.
    pub sure: f32,
    /// How likely it has to be.
    pub needed: f32,
    /// What bars it.
    pub bar: Option<Bar>,
    /// The candidates, the likeliest first, with what speaks for each and how the words of the question were read in it.
    pub candidates: Vec<(EntryId, Evidence, Near)>,
}

impl Ranking {
    /// Puts candidates in their order. `Hit::score` becomes how likely each is beside the first.
    pub(super) fn of(call: Call<'_>, lookup: &Lookup) -> Self {
        let candidates = candidates(call, lookup).into_iter();
        let mut finalists: Vec<Finalist> = candidates
            .map(|candidate| Finalist { odds: ORDER.odds(&candidate.features, 0.0), candidate, bar: None })
            .collect();
        sort(&mut finalists);
        finalists.truncate(FINALISTS);
        for finalist in &mut finalists {
            finalist.bar = bar(call, lookup, &finalist.candidate);
            if matches!(finalist.bar, Some(Bar::Opposite | Bar::OtherTime | Bar::NoHolder)) {
                finalist.odds -= BARRED;
            }
        }
        sort(&mut finalists);
        let best = finalists.first().map_or(0.0, |first| first.odds);
        let margin = finalists.get(1).map_or(MOST_MARGIN, |next| (best - next.odds).min(MOST_MARGIN)) / MOST_MARGIN;
        let sure = finalists.first().map_or(0.0, |first| share(SURE.odds(&first.candidate.features, margin)));
        let bar =
            finalists.first().and_then(|first| first.bar.or_else(|| told_otherwise(call, lookup, first, &finalists)));
        let scored = |Finalist { odds, mut candidate, .. }: Finalist| {
            candidate.hit.score = sure * ((odds - best) / SPREAD).exp();
            candidate
        };
        let is_told = finalists.first().is_some_and(|Finalist { candidate: Weighed { hit, features, .. }, .. }| {
            hit.entry.relation().is_some() && features.explained >= WHOLLY && features.terms >= FEWEST_TERMS
        });
        Self { candidates: finalists.into_iter().map(scored).collect(), sure, bar, is_told }
    }

    /// Whether the first candidate is the answer.
    pub(super) fn has_answer(&self) -> bool {
        (self.sure >= ANSWER || self.is_told) && self.bar.is_none()
    }
}

fn sort(finalists: &mut [Finalist]) {
    finalists.sort_by(|a, b| b.odds.total_cmp(&a.odds).then(a.candidate.hit.entry.cmp(&b.candidate.hit.entry)));
}

/// Something that explains as much as the first says the opposite: then the first is no answer, if it is silent on who did what
/// to whom.
fn told_otherwise(call: Call<'_>, lookup: &Lookup, first: &Finalist, finalists: &[Finalist]) -> Option<Bar> {
    if affirms(call, lookup, first.candidate.hit.entry) {
        return None;
    }
    let explained = |finalist: &Finalist| finalist.candidate.features.explained;
    let opposite = |other: &&Finalist| other.bar == Some(Bar::Opposite) && explained(other) >= explained(first);
    finalists.iter().find(opposite).and_then(|other| other.bar)
}

fn share(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

impl Weights {
    fn odds(&self, of: &Evidence, margin: f32) -> f32 {
        self.words * of.words
            + self.words_rank * of.words_rank
            + self.decided * of.decided
            + self.meaning * of.meaning
            + self.meaning_rank * of.meaning_rank
            + self.asked * of.asked
            + self.line * of.line
            + self.explained * of.explained
            + self.missing_name * of.missing_name
            + self.missing_number * of.missing_number
            + self.untold * of.untold
            + self.lacks * of.lacks
            + self.terms * of.terms
            + self.answer_type * of.answer_type
            + self.event * of.event
            + self.actor * of.actor
            + self.margin * margin
            + self.bias
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    type Feature = fn(&mut Evidence) -> &mut f32;

    /// The evidence, with the sign that each must have; 0 for none.
    const SIGNS: [(&str, Feature, f32); 16] = [
        ("words", |features| &mut features.words, 1.0),
        ("words_rank", |features| &mut features.words_rank, 1.0),
        ("decided", |features| &mut features.decided, 1.0),
        ("meaning", |features| &mut features.meaning, 1.0),
        ("meaning_rank", |features| &mut features.meaning_rank, 1.0),
        ("asked", |features| &mut features.asked, 1.0),
        ("line", |features| &mut features.line, 1.0),
        ("explained", |features| &mut features.explained, 1.0),
        ("answer_type", |features| &mut features.answer_type, 1.0),
        ("terms", |features| &mut features.terms, 1.0),
        ("missing_name", |features| &mut features.missing_name, -1.0),
        ("missing_number", |features| &mut features.missing_number, -1.0),
        ("untold", |features| &mut features.untold, -1.0),
        ("lacks", |features| &mut features.lacks, -1.0),
        ("event", |features| &mut features.event, 0.0),
        ("actor", |features| &mut features.actor, 0.0),
    ];

    /// How much more likely each model holds an answer with a feature than without.
    fn worth(feature: Feature) -> [f32; 2] {
        let (without, mut with) = (Evidence::default(), Evidence::default());
        *feature(&mut with) = 1.0;
        [ORDER, SURE].map(|model| model.odds(&with, 0.0) - model.odds(&without, 0.0))
    }

    #[test]
    fn every_feature_has_the_sign_that_it_must_have_and_counts_in_one_of_the_models() {
        for (name, feature, sign) in SIGNS {
            let worth = worth(feature);
            assert!(worth.iter().all(|worth| worth * sign >= 0.0), "{name}: {worth:?}");
            assert!(worth.iter().any(|worth| worth.abs() > 0.0), "{name} says nothing");
        }
        assert!(SURE.odds(&Evidence::default(), 1.0) > SURE.odds(&Evidence::default(), 0.0));
    }

    #[test]
    fn no_feature_goes_without_a_sign() {
        let told = serde_json::to_value(Evidence::default()).unwrap();
        let told: BTreeSet<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(told, SIGNS.iter().map(|(name, ..)| *name).collect());
    }
}
