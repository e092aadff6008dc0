//! The model behind the decision: from the features of the best entry to how sure it is that it is meant.
//!
//! Two logistic regressions, fitted by `scripts/fit-decision.py`; docs/matching.md says on what, and how far the confidence
//! can be believed. What follows from the confidence is left to `decide`.

use serde::Serialize;

use crate::matcher::{AnswerType, AnswerTypes};

/// What the decision rests on; all from 0 to 1.
#[derive(Clone, Copy, PartialEq, Default, Debug, Serialize)]
pub struct Features {
    /// Score of the best entry.
    pub score: f32,
    /// Share of the question that it explains.
    pub question: f32,
    /// Share of its name that was named.
    pub name: f32,
    /// Distance of its score to the next entry's.
    pub margin: f32,
    /// Weight of the heaviest term that it does not explain.
    pub missing: f32,
    /// Weight of the heaviest term that it explains.
    pub heaviest: f32,
    /// Weight of the heaviest term that it has nothing like.
    pub unfound: f32,
    /// The same, among terms written as names.
    pub missing_name: f32,
    /// The same, among terms that stand in the names of other entries.
    pub elsewhere: f32,
    /// Worst likeness among the terms found.
    pub worst: f32,
    /// Letters of the terms found, as a share of those that are not alike by chance.
    pub letters: f32,
    /// Weight of the heaviest name of an actor that it leaves out. The model does not see it.
    #[serde(skip)]
    pub other_actor: f32,
    /// Which answer types it has. The model does not see them.
    #[serde(skip)]
    pub answer_types: AnswerTypes,
}

/// A statement that leaves out an actor who is named in the question is about somebody else, however common the name.
const SOMEBODY_ELSE: f32 = 0.02;

/// What only an entry that has it can answer.
const MEASURED: [AnswerType; 2] = [AnswerType::HowMany, AnswerType::When];

impl Features {
    /// Whether the best entry, a statement, leaves out nobody who is asked about, and has what is asked for.
    pub fn may_answer(&self, answer_type: Option<AnswerType>) -> bool {
        let has = answer_type
            .is_none_or(|answer_type| self.answer_types.has(answer_type) || !MEASURED.contains(&answer_type));
        has && self.other_actor < SOMEBODY_ELSE
    }
}

/// What the confidence of a decision comes from.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Model {
    /// A stored name was typed word for word: nothing is left to guess.
    Exact,
    /// The regression for names typed to look them up.
    #[default]
    Lookup,
    /// The regression for sentences, and wherever statements are asked for.
    Sentence,
}

/// What each feature says for the best entry, in log-odds. None has the sign that it cannot have: a better likeness never
/// lowers the confidence, and a heavier missing word never raises it.
struct Weights {
    score: f32,
    question: f32,
    name: f32,
    margin: f32,
    missing: f32,
    unfound: f32,
    missing_name: f32,
    elsewhere: f32,
    worst: f32,
    letters: f32,
    bias: f32,
}

const LOOKUP: Weights = Weights {
    score: 0.5,
    question: 1.4,
    name: 3.5,
    margin: 5.3,
    missing: -0.7,
    unfound: -0.8,
    missing_name: 0.0,
    elsewhere: -0.9,
    worst: 2.5,
    letters: 2.4,
    bias: -6.6,
};

const SENTENCE: Weights = Weights {
    score: 2.1,
    question: 2.9,
    name: 1.7,
    margin: 1.7,
    missing: 0.0,
    unfound: 0.0,
    missing_name: -0.6,
    elsewhere: -0.5,
    worst: 3.2,
    letters: 3.0,
    bias: -8.2,
};

impl Model {
    /// How sure it is that the best entry is meant, from 0 to 1.
    pub(in crate::matcher) fn confidence(self, features: &Features) -> f32 {
        let by = match self {
            Model::Exact => return 1.0,
            Model::Lookup => &LOOKUP,
            Model::Sentence => &SENTENCE,
        };
        let odds = by.score * features.score
            + by.question * features.question
            + by.name * features.name
            + by.margin * features.margin
            + by.missing * features.missing
            + by.unfound * features.unfound
            + by.missing_name * features.missing_name
            + by.elsewhere * features.elsewhere
            + by.worst * features.worst
            + by.letters * features.letters
            + by.bias;
        1.0 / (1.0 + (-odds).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Feature = (&'static str, fn(&mut Features) -> &mut f32);

    /// The more, the surer.
    const FOR: [Feature; 6] = [
        ("score", |features| &mut features.score),
        ("question", |features| &mut features.question),
        ("name", |features| &mut features.name),
        ("margin", |features| &mut features.margin),
        ("worst", |features| &mut features.worst),
        ("letters", |features| &mut features.letters),
    ];

    /// The more, the less sure.
    const AGAINST: [Feature; 4] = [
        ("missing", |features| &mut features.missing),
        ("unfound", |features| &mut features.unfound),
        ("missing_name", |features| &mut features.missing_name),
        ("elsewhere", |features| &mut features.elsewhere),
    ];

    #[test]
    fn every_feature_counts_in_one_of_the_models() {
        for (name, of) in FOR.iter().chain(&AGAINST) {
            let counts = |model: Model| {
                let (none, mut all) = (Features::default(), Features::default());
                *of(&mut all) = 1.0;
                (model.confidence(&all) - model.confidence(&none)).abs() > 0.0
            };
            assert!(counts(Model::Lookup) || counts(Model::Sentence), "{name} says nothing");
        }
    }

    proptest! {
        #[test]
        fn every_feature_has_the_sign_that_it_must_have(
            values in prop::array::uniform10(0.0_f32..=1.0), less in 0.0_f32..=1.0, more in 0.0_f32..=1.0,
        ) {
            let mut features = Features::default();
            FOR.iter().chain(&AGAINST).zip(values).for_each(|((_, of), value)| *of(&mut features) = value);
            let (less, more) = (less.min(more), less.max(more));
            for model in [Model::Exact, Model::Lookup, Model::Sentence] {
                for (number, (name, of)) in FOR.iter().chain(&AGAINST).enumerate() {
                    let sure = |value: f32| {
                        let mut features = features;
                        *of(&mut features) = value;
                        model.confidence(&features)
                    };
                    let rises = if number < FOR.len() { sure(less) <= sure(more) } else { sure(less) >= sure(more) };
                    prop_assert!(rises, "{name} in {model:?}: {} at {less}, {} at {more}", sure(less), sure(more));
                }
            }
        }
    }
}
