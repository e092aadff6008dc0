//! What an entry holds beside texts, dates and ids: numbers, speakers, disputes, and words of which the format has a list.

use std::fmt;

use super::{ActorId, FactId};
use crate::diagnostic::Code;

/// A finite number, or the range in which it lies, in the unit of its aspect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    least: f64,
    most: f64,
}

impl Value {
    /// A number; none if it is not finite.
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self { least: number, most: number })
    }

    /// A range; none if an end is not finite, or the first is not the smaller one.
    pub fn range(least: f64, most: f64) -> Option<Self> {
        (least.is_finite() && most.is_finite() && least < most).then_some(Self { least, most })
    }

    /// The number, or the lower end of the range.
    pub fn least(self) -> f64 {
        self.least
    }

    /// The number, or the upper end of the range.
    pub fn most(self) -> f64 {
        self.most
    }

    /// The number, unless it is a range.
    pub fn number(self) -> Option<f64> {
        (self.least.total_cmp(&self.most).is_eq()).then_some(self.least)
    }
}

/// `2328`, or `1000–3000`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => write!(f, "{number}"),
            None => write!(f, "{}–{}", self.least, self.most),
        }
    }
}

/// Whose claim a fact is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribution {
    /// An actor's.
    Actor(ActorId),
    /// That of somebody who is no actor of the fact base.
    Name(Box<str>),
}

/// A fact that says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The other fact.
    pub fact: FactId,
    /// What the two disagree on, in a few words.
    pub on: Option<Box<str>>,
}

/// A warning that a curator has looked at, and lets stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The warning.
    pub code: Code,
    /// Why it does not apply.
    pub why: Box<str>,
}

macro_rules! words {
    ($(#[$doc:meta])+ $name:ident { $($(#[$variant_doc:meta])+ $variant:ident $word:literal,)+ }) => {
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name { $($(#[$variant_doc])+ $variant,)+ }

        impl $name {
            /// Every value with the word that the files write for it.
            pub const WORDS: &[(&str, Self)] = &[$(($word, Self::$variant),)+];

            /// The word that the files write for it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

words! {
    /// What an actor is.
    ActorKind {
        /// A human being.
        Person "person",
        /// A state or territory.
        Country "country",
        /// A body such as an alliance or a ministry.
        Organisation "organisation",
        /// A firm or a plant.
        Company "company",
        /// People without a body, such as a diaspora.
        #[default]
        Group "group",
        /// A thing, such as a weapons system or a pipeline.
        Object "object",
    }
}

words! {
    /// Which of two numbers on an aspect is the better one.
    Better {
        /// The higher one, as of harvests.
        #[default]
        Higher "higher",
        /// The lower one, as of ranks.
        Lower "lower",
    }
}

words! {
    /// How much weight a curator gives a fact among others on the same matter.
    Rank {
        /// The one to show first.
        Preferred "preferred",
        /// As good as others.
        #[default]
        Normal "normal",
        /// Kept for the record, known to be superseded.
        Deprecated "deprecated",
    }
}
