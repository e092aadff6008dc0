//! The entries of a fact base as they are once loaded: references resolved, dates read, nothing to change.
//!
//! Owns the types; how they come from TOML belongs to [`super::load()`], look-ups to [`super::Knowledge`].

use super::date::{Date, End};
use crate::diagnostic::FileId;

mod id;
mod value;

pub use id::{ActorId, AspectId, EntryId, EventId, FactId, Kind, RelationId, SourceId, TopicId};
pub use value::{ActorKind, Allow, Attribution, Better, Dispute, Rank, Value};

/// Where an entry was written, so that a later check can point at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The entry's place among the tables of its name in that file, from 0.
    pub ordinal: u32,
}

/// A citation: a source, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The source.
    pub source: SourceId,
    /// A page, section or paragraph, as the curator wrote it.
    pub locator: Option<Box<str>>,
}

/// One or more citations: what lets a statement be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cites(Box<[Cite]>);

impl Cites {
    /// Citations, unless there are none.
    pub fn new(cites: Vec<Cite>) -> Option<Self> {
        (!cites.is_empty()).then(|| Self(cites.into()))
    }

    /// The citations in the order they were written; never empty.
    pub fn as_slice(&self) -> &[Cite] {
        &self.0
    }
}

/// A document that facts rest on.
#[derive(Debug, Clone)]
pub struct Source {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The title.
    pub title: Box<str>,
    /// Who published it.
    pub publisher: Box<str>,
    /// Who wrote it, where that is known.
    pub author: Option<Box<str>>,
    /// When it was published.
    pub published: Date,
    /// An http or https link.
    pub url: Option<Box<str>>,
    /// The language, as a BCP 47 tag.
    pub language: Option<Box<str>>,
    /// What a reader should know of it, such as how its date was worked out.
    pub note: Option<Box<str>>,
    /// Where it was written.
    pub origin: Origin,
}

/// A person, state, body or thing.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The name that is shown.
    pub name: Box<str>,
    /// What it is.
    pub kind: ActorKind,
    /// Other names and spellings, in any script.
    pub aliases: Box<[Box<str>]>,
    /// Questions that it answers, in people's words.
    pub asked: Box<[Box<str>]>,
    /// One sentence on who or what it is.
    pub summary: Box<str>,
    /// What the summary rests on.
    pub cites: Cites,
    /// Where it was written.
    pub origin: Origin,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The title that is shown.
    pub title: Box<str>,
    /// Other titles.
    pub aliases: Box<[Box<str>]>,
    /// Questions that it answers, in people's words.
    pub asked: Box<[Box<str>]>,
    /// When.
    pub date: Option<Date>,
    /// Where.
    pub place: Option<Box<str>>,
    /// Who took part.
    pub actors: Box<[ActorId]>,
    /// What it belongs to.
    pub topics: Box<[TopicId]>,
    /// One sentence on what happened.
    pub summary: Box<str>,
    /// What the summary rests on.
    pub cites: Cites,
    /// Where it was written.
    pub origin: Origin,
}

/// A subject that events belong to.
#[derive(Debug, Clone)]
pub struct Topic {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The name that is shown.
    pub label: Box<str>,
    /// Other names.
    pub aliases: Box<[Box<str>]>,
    /// Where it was written.
    pub origin: Origin,
}

/// What actors or pairs are compared on, or measured by.
#[derive(Debug, Clone)]
pub struct Aspect {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The name that is shown.
    pub label: Box<str>,
    /// The unit of its numbers.
    pub unit: Option<Box<str>>,
    /// Other names.
    pub aliases: Box<[Box<str>]>,
    /// A broader aspect that it belongs to; following it never leads back here.
    pub part_of: Option<AspectId>,
    /// Which numbers are better, where that can be said.
    pub better: Option<Better>,
    /// What a reader should know of it.
    pub note: Option<Box<str>>,
    /// Where it was written.
    pub origin: Origin,
}

/// One cited sentence about actors or events.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// Of whom or what it says something; actors and events only, never empty.
    pub about: Box<[EntryId]>,
    /// The others in it, such as the seller of what a buyer bought: actors and events in the order of their ids, each
    /// once, none of them in `about`. Facts with the same aspect and the same others can be compared.
    pub with: Box<[EntryId]>,
    /// What it compares or measures.
    pub aspect: Option<AspectId>,
    /// When it held.
    pub date: Option<Date>,
    /// The sentence.
    pub text: Box<str>,
    /// The number in it, in the unit of its aspect.
    pub value: Option<Value>,
    /// Whose claim it is.
    pub attributed_to: Option<Attribution>,
    /// What it rests on.
    pub cites: Cites,
    /// The facts that say otherwise, in the order of their ids; if one disputes the other, both list each other.
    pub disputes: Box<[Dispute]>,
    /// How much weight the curator gives it.
    pub rank: Rank,
    /// Why it has that rank.
    pub reason: Option<Box<str>>,
    /// Whether it was said before what it speaks of.
    pub forecast: bool,
    /// Questions that it answers, in people's words.
    pub asked: Box<[Box<str>]>,
    /// Where it was written.
    pub origin: Origin,
}

impl Fact {
    /// The actors that it is about, without the events in which it was so; the events where there are no actors. Numbers of the
    /// same subjects, aspect and others form a series.
    pub fn subjects(&self) -> Vec<EntryId> {
        let actors: Vec<EntryId> = self.about.iter().copied().filter(|entry| entry.actor().is_some()).collect();
        if actors.is_empty() { self.about.to_vec() } else { actors }
    }
}

/// A tie between two actors.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// Whose tie it is.
    pub from: ActorId,
    /// What ties them: `member-of`, `ally-of`, …
    pub kind: Box<str>,
    /// To whom.
    pub to: ActorId,
    /// What is held, such as `prime minister`.
    pub office: Option<Box<str>>,
    /// What it is called: its ends, and between them the office or the kind.
    pub title: Box<str>,
    /// When it held.
    pub date: Option<Date>,
    /// What a reader should know of it.
    pub note: Option<Box<str>>,
    /// What it rests on.
    pub cites: Cites,
    /// Where it was written.
    pub origin: Origin,
}

impl Relation {
    /// Whether it has ended, by its date. What has no date is taken to last as long as its source speaks of it.
    pub fn is_past(&self) -> bool {
        self.date.as_ref().is_some_and(|date| date.end() != End::Open)
    }
}

/// A golden question: what to ask, and what must come first.
#[derive(Debug, Clone)]
pub struct GoldenQuestion {
    /// The question, or the options of the command.
    pub ask: Box<str>,
    /// The command to ask with, without its slash.
    pub command: Box<str>,
    /// The entries that must be found; none: the answer must be that the fact base does not know.
    pub expect: Box<[EntryId]>,
    /// What it tests (`plain`, `misspelt`, …), for reports by class.
    pub class: Box<str>,
    /// Why it is not answered as expected yet, where that is known.
    pub known_miss: Option<Box<str>>,
    /// Where it was written.
    pub origin: Origin,
}

/// What people type, and the words of the fact base that mean it: a thesaurus that is read in one direction.
#[derive(Debug, Clone)]
pub struct Words {
    /// What people type; never empty.
    pub says: Box<[Box<str>]>,
    /// The words of the fact base for it.
    pub means: Box<str>,
    /// Words that mean the opposite, for which it must never be taken.
    pub never: Box<[Box<str>]>,
    /// Where it was written.
    pub origin: Origin,
}
