//! What an answer says, as data: blocks of cited statements, citations, and what may be asked next.
//!
//! Owns the shape of answers and the rule that no statement goes without a citation. Commands fill answers;
//! [`crate::render`] draws them, and [`crate::wording`] has the words; neither a language nor any length is known here.

use unic_langid::LanguageIdentifier;

use crate::knowledge::date::Date;
use crate::knowledge::{EntryId, Knowledge};
use crate::message::{Message, Words};
use crate::request::Request;

mod cite;
mod figure;
mod front;

pub use cite::{Citation, Citer};
pub use figure::{Figure, Point, Series};
pub use front::BEST;

/// A whole answer. Renderers draw it from top to bottom.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What was asked, with every text replaced by what it was taken for: asked again, it gives the same answer, and a
    /// button can carry it.
    pub request: Request,
    /// The language of the reader; `und` where it is not known.
    pub language: LanguageIdentifier,
    /// What it is about, in a few words.
    pub title: Words,
    /// How texts were read, where they are no names of what they were taken for. Not part of what the canonical request
    /// gives again.
    pub read_as: Vec<Message>,
    /// Whether the question was answered.
    pub standing: Standing,
    /// Up to [`MATCHES`] entries that the question was matched to, the best first, whatever the standing.
    pub matches: Vec<Match>,
    /// The content.
    pub blocks: Vec<Block>,
    /// What of the content can be drawn as well. The blocks are complete without it.
    pub figures: Vec<Figure>,
    /// The sources cited, numbered from 1 in the order in which they are first cited.
    pub citations: Vec<Citation>,
    /// What the reader may ask next.
    pub actions: Vec<Action>,
    /// What can be asked about any answer on an entry.
    pub tools: Tools,
    /// What the answer was made from.
    pub basis: Basis,
}

/// What can be asked about any answer on an entry.
#[derive(Debug, Clone, Default)]
pub struct Tools {
    /// For what is related to the entry.
    pub related: Option<Request>,
    /// For what the entry can be compared with.
    pub comparable: Option<Request>,
}

/// What an answer was made from, so that it can be cited and made again.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    /// The entry that was found: its id, and the collection that it is in.
    pub entry: Option<(String, Option<String>)>,
    /// The version of the fact base; see [`Knowledge::version`].
    pub version: String,
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
    /// Nothing stored says just what was asked, but something near to it.
    Near,
    /// The fact base does not know.
    Unknown,
}

impl Standing {
    /// What it is called where programs read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Found => "match",
            Self::Ambiguous => "ambiguous",
            Self::Near => "near",
            Self::Unknown => "none",
        }
    }
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
    Note(Message),
    /// Labelled particulars of an entry, such as when and where, with what they rest on.
    Card {
        /// Label and text, in the order to be shown.
        rows: Vec<(Message, Words)>,
        /// Numbers of citations; not empty.
        cites: Vec<usize>,
        /// Where in them.
        places: Vec<Place>,
    },
    /// Statements under a heading.
    Section {
        /// What they have in common; empty for the lead of an answer.
        heading: Words,
        /// The statements, in the order to be shown.
        statements: Vec<Statement>,
    },
    /// Two entries side by side.
    Versus(Versus),
    /// Entries to choose from, or to look at instead.
    Choices {
        /// Why they are shown.
        heading: Message,
        /// The entries.
        choices: Vec<Candidate>,
    },
}

/// An entry to choose.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The entry.
    pub found: Match,
    /// What to know before choosing; may be empty.
    pub note: Words,
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
    pub label: Words,
    /// What is known of each.
    pub sides: [Vec<Statement>; 2],
}

/// One sentence with its citations. Only a [`Citer`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    text: Words,
    cites: Vec<usize>,
    places: Vec<Place>,
    date: Option<Date>,
    attributed_to: Option<String>,
    marks: Vec<Mark>,
    against: Vec<Statement>,
}

/// Where in a source something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The number of the citation.
    pub number: usize,
    /// The page, chapter or paragraph, as the files write it.
    pub locator: String,
}

/// What a reader must know of a statement before believing it.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Another source says otherwise.
    Disputed,
    /// It says otherwise than what it stands beside, on this.
    DisputedOn(String),
    /// It was said before what it speaks of.
    Forecast,
    /// The curator holds it superseded, for this reason.
    Superseded(Option<String>),
    /// Its place in the order is not certain, because its date is not.
    OrderUncertain,
    /// It may not be what was asked for: how a word of the question was read, or that it was not found.
    Near(Box<Message>),
}

impl Statement {
    /// The sentence.
    pub fn text(&self) -> &Words {
        &self.text
    }

    /// Numbers of citations, from 1; never empty.
    pub fn cites(&self) -> &[usize] {
        &self.cites
    }

    /// Where in its sources it stands; nothing for a source that is cited as a whole.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// When it held.
    pub fn date(&self) -> Option<&Date> {
        self.date.as_ref()
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
        self.date = date.cloned();
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
    pub label: Words,
    /// What to know before choosing it, such as its kind and date; may be empty.
    pub note: Words,
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
