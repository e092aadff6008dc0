//! What comes of a question: the entries that were found, how it was read, and whether one of them is meant.
//!
//! Owns the shape of that. Who decides is `rank`.

use crate::knowledge::EntryId;
use crate::matcher::query::date::Period;
use crate::matcher::rank::decide::Reason;
use crate::matcher::rank::model::{Features, Model};
use crate::matcher::rank::score::FoundIn;
use crate::matcher::text::term::{AnswerType, Use};

/// An entry that was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// How well it fits, from 0 to 1.
    pub score: f32,
    /// What the score is made of.
    pub why: Why,
}

/// What a score is made of.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Why {
    /// Share of the question that the entry explains, by weight.
    pub question: f32,
    /// Share of the name that the question names, by weight.
    pub name: f32,
    /// Likeness of the whole texts; 0 if they were not compared.
    pub whole: f32,
    /// Which name it was: 0 for the name itself, then the aliases; `None` for an entry found by its texts alone.
    pub which: Option<usize>,
    /// What each term found.
    pub found: Vec<Found>,
}

/// What one term found in an entry.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// Number of the term in the reading.
    pub term: usize,
    /// The stored word; empty for a date.
    pub word: String,
    /// How alike the two are, from 0 to 1.
    pub likeness: f32,
    /// Where it stands.
    pub place: FoundIn,
}

/// What a question amounts to.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// The first hit is the answer.
    Found {
        /// The best first: up to ten, of names up to forty.
        hits: Vec<Hit>,
        /// What the question was understood as.
        reading: Reading,
    },
    /// The first hits are equally likely.
    Ambiguous {
        /// The best first: up to ten, of names up to forty.
        hits: Vec<Hit>,
        /// What the question was understood as.
        reading: Reading,
    },
    /// Nothing stored is meant.
    Unknown {
        /// The nearest first, as many; none of them is the answer.
        hits: Vec<Hit>,
        /// What the question was understood as.
        reading: Reading,
        /// Why there is no answer.
        reason: Reason,
    },
}

impl Outcome {
    /// The hits, best first, whatever the outcome.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        match self {
            Outcome::Found { hits, .. } | Outcome::Ambiguous { hits, .. } | Outcome::Unknown { hits, .. } => hits,
        }
    }
}

/// What a question was understood as.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Reading {
    /// What it wants to know.
    pub answer_type: Option<AnswerType>,
    /// When.
    pub period: Option<Period>,
    /// Its words.
    pub terms: Vec<Term>,
    /// It is a sentence rather than a name typed to look it up.
    pub sentence: bool,
    /// What the decision rested on, if anything was found at all.
    pub features: Option<Features>,
    /// How the confidence came from that.
    pub model: Model,
    /// How sure it was that the first hit is meant, from 0 to 1.
    pub confidence: f32,
}

/// A word of the question.
#[derive(Clone, PartialEq, Debug)]
pub struct Term {
    /// As it was written.
    pub written: String,
    /// As it was looked for.
    pub folded: String,
    /// What became of it.
    pub usage: Use,
    /// Whether it is written as a name is: with a capital that its place does not ask for.
    pub named: bool,
    /// Whether it bounds or denies something that was not understood: "not China", "after the war".
    pub unread: bool,
    /// How much it counts, from 0 to 1.
    pub weight: f32,
    /// The likest stored word, if it is another.
    pub correction: Option<String>,
    /// How like it is, or the word itself if it is stored, from 0 to 1.
    pub likeness: f32,
}

impl Hit {
    /// An entry that was named by its id.
    pub fn certain(entry: EntryId) -> Self {
        Self { entry, score: 1.0, why: Why::default() }
    }
}

impl Outcome {
    /// The outcome for an entry that was named by its id.
    pub fn certain(entry: EntryId) -> Self {
        Self::Found { hits: vec![Hit::certain(entry)], reading: Reading::default() }
    }

    /// What the question was understood as.
    pub fn reading(&self) -> &Reading {
        match self {
            Self::Found { reading, .. } | Self::Ambiguous { reading, .. } | Self::Unknown { reading, .. } => reading,
        }
    }
}
