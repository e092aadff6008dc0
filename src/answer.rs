//! What an answer says, as data: blocks of cited statements, citations, and what may be asked next.
//!
//! Owns the shape of answers and the rule that no statement goes without a citation. Commands fill answers;
//! [`crate::render`] draws them; neither wording for a place nor any length is known here.

use crate::command::Request;
use crate::knowledge::date::Date;
use crate::knowledge::{EntryId, Knowledge};
use crate::wording::date::date_text;

mod cite;

pub use cite::{Citation, Citer};

/// A whole answer. Renderers draw it from top to bottom.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What it is about, in a few words.
    pub title: String,
    /// Whether the question was answered.
    pub standing: Standing,
    /// Up to [`MATCHES`] entries that the question was matched to, the best first, whatever the standing.
    pub matches: Vec<Match>,
    /// The content.
    pub blocks: Vec<Block>,
    /// The sources cited, numbered from 1 in the order in which they are first cited.
    pub citations: Vec<Citation>,
    /// What the reader may ask next.
    pub actions: Vec<Action>,
}

/// How many matches an answer carries at most.
pub const MATCHES: usize = 10;

/// Whether the question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was.
    Found,
    /// Several entries may be meant: the reader chooses.
    Ambiguous,
    /// The fact base does not know.
    Unknown,
}

/// An entry that the question was matched to.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The entry.
    pub entry: EntryId,
    /// Its id, as the files write it.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// How well it matches, from 0 to 1.
    pub score: f32,
}

impl Match {
    /// An entry that was matched with a score from 0 to 1.
    pub fn new(knowledge: &Knowledge, entry: EntryId, score: f32) -> Self {
        Self { entry, key: knowledge.key(entry).to_owned(), title: knowledge.title(entry).to_owned(), score }
    }
}

/// A part of an answer.
#[derive(Debug, Clone)]
pub enum Block {
    /// Casebook's own words about what it found or did not find. Never a statement about the world.
    Note(String),
    /// Labelled particulars of an entry, such as when and where, with what they rest on.
    Card {
        /// Label and text, in the order to be shown.
        rows: Vec<(&'static str, String)>,
        /// Numbers of citations; not empty.
        cites: Vec<usize>,
    },
    /// Statements under a heading.
    Section {
        /// What they have in common; empty for the lead of an answer.
        heading: String,
        /// The statements, in the order to be shown.
        statements: Vec<Statement>,
    },
    /// Two entries side by side.
    Versus(Versus),
    /// Entries to choose from, or to look at instead.
    Choices {
        /// Why they are shown.
        heading: String,
        /// The entries.
        choices: Vec<Match>,
    },
}

/// Two entries side by side: rows of what is known of each.
#[derive(Debug, Clone)]
pub struct Versus {
    /// The names of the two.
    pub names: [String; 2],
    /// One row for each thing compared.
    pub rows: Vec<VersusRow>,
}

/// What is known of two entries in one respect. A side with nothing known is empty.
#[derive(Debug, Clone)]
pub struct VersusRow {
    /// The respect, such as the label of an aspect.
    pub label: String,
    /// What is known of each.
    pub sides: [Vec<Statement>; 2],
}

/// One sentence with its citations. Only a [`Citer`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    text: String,
    cites: Vec<usize>,
    date: Option<String>,
    attributed_to: Option<String>,
    marks: Vec<Mark>,
    against: Vec<Statement>,
}

/// What a reader must know of a statement before believing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Another source says otherwise.
    Disputed,
    /// It was said before what it speaks of.
    Forecast,
    /// The curator holds it superseded, for this reason.
    Superseded(Option<String>),
    /// Its place in the order is not certain, because its date is not.
    OrderUncertain,
}

impl Statement {
    /// The sentence.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Numbers of citations, from 1; never empty.
    pub fn cites(&self) -> &[usize] {
        &self.cites
    }

    /// When it held, in words.
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// Whose claim it is.
    pub fn attributed_to(&self) -> Option<&str> {
        self.attributed_to.as_deref()
    }

    /// What to know before believing it.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The same statement with a date.
    #[must_use]
    pub fn dated(mut self, date: Option<&Date>) -> Self {
        self.date = date.map(date_text);
        self
    }

    /// The same statement with one more mark.
    #[must_use]
    pub fn marked(mut self, mark: Mark) -> Self {
        self.marks.push(mark);
        self
    }

    /// What is said to the contrary.
    pub fn against(&self) -> &[Statement] {
        &self.against
    }
}

/// Something the reader may ask next, as a button or a line of a menu.
#[derive(Debug, Clone)]
pub struct Action {
    /// What it is called.
    pub label: String,
    /// What it asks.
    pub request: Request,
}

impl Answer {
    /// All statements, wherever they stand, those to the contrary included.
    pub fn statements(&self) -> Vec<&Statement> {
        let mut all = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Section { statements, .. } => collect(statements, &mut all),
                Block::Versus(versus) => {
                    versus.rows.iter().flat_map(|row| &row.sides).for_each(|side| collect(side, &mut all));
                }
                Block::Note(_) | Block::Card { .. } | Block::Choices { .. } => {}
            }
        }
        all
    }
}

fn collect<'a>(statements: &'a [Statement], all: &mut Vec<&'a Statement>) {
    for statement in statements {
        all.push(statement);
        collect(&statement.against, all);
    }
}
