//! A word of a question, and what it may be used for.
//!
//! Owns the shape alone; how a question is read is decided in `query`.

use crate::matcher::text::similarity::Spelling;
use crate::matcher::text::sound;

/// What a question wants to know of an entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AnswerType {
    /// A date.
    When,
    /// A place.
    Where,
    /// The people or states involved.
    Who,
    /// A number.
    HowMany,
    /// Something else: which, what, why, how.
    Which,
}

/// What became of a word of the question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// It is looked for.
    Kept,
    /// It only holds the sentence together.
    Dropped,
    /// It belongs to a date.
    Date,
    /// It belongs to a bounded date ("after 2013"), which only the days of an entry can meet.
    Bound,
}

/// One word of the question.
#[derive(Clone, Debug)]
pub(in crate::matcher) struct Term {
    pub(in crate::matcher) folded: String,
    pub(in crate::matcher) written: String,
    pub(in crate::matcher) sound: Vec<u8>,
    pub(in crate::matcher) usage: Use,
    /// How much the word counts because of how it was written, before its rarity is known.
    pub(in crate::matcher) stress: f32,
    /// It has a letter outside the Latin script.
    pub(in crate::matcher) foreign: bool,
    /// It is written as a name is: with a capital that its place does not ask for.
    pub(in crate::matcher) named: bool,
    /// It bounds or denies something, and it is not known what.
    pub(in crate::matcher) unread: bool,
    /// Stems of other words that it may be read as.
    pub(in crate::matcher) readings: Vec<Box<str>>,
    /// Other forms of the given name that it may be.
    pub(in crate::matcher) forms: Vec<&'static str>,
}

impl Term {
    /// Whether its writer set it apart from the names.
    pub(in crate::matcher) fn is_ordinary(&self) -> bool {
        self.stress <= ORDINARY
    }

    /// Whether it is an initial: one letter, whatever letters it is folded to ("Ю" is "yu").
    pub(in crate::matcher) fn is_initial(&self) -> bool {
        self.written.chars().count() == 1 && !self.folded.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The term with other letters.
    pub(in crate::matcher) fn spelt(&self, folded: &str) -> Term {
        Term {
            folded: folded.to_owned(),
            written: folded.to_owned(),
            sound: sound_of(folded),
            readings: Vec::new(),
            forms: Vec::new(),
            ..*self
        }
    }

    pub(in crate::matcher) fn spelling(&self) -> Spelling<'_> {
        Spelling::new(self.folded.as_bytes(), &self.sound)
    }
}

/// Stress of a word in small letters in a text that uses capitals: an ordinary word, not a name.
pub(in crate::matcher) const ORDINARY: f32 = 0.45;

pub(in crate::matcher) fn sound_of(folded: &str) -> Vec<u8> {
    let mut sound = Vec::new();
    sound::sound_out(folded.as_bytes(), &mut sound);
    sound
}
