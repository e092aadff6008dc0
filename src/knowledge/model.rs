//! The entries of a fact base as they are once loaded: references resolved, dates read, nothing to change.
//!
//! Owns the types; how they come from TOML belongs to [`super::load()`], look-ups to [`super::Knowledge`].

use super::date::Date;
use crate::diagnostic::FileId;

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The place of the entry in its table.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

ids! {
    /// An event, by its place in [`super::Knowledge::events`].
    EventId;
    /// An actor, by its place in [`super::Knowledge::actors`].
    ActorId;
    /// A topic, by its place in [`super::Knowledge::topics`].
    TopicId;
    /// An aspect, by its place in [`super::Knowledge::aspects`].
    AspectId;
    /// A fact, by its place in [`super::Knowledge::facts`].
    FactId;
    /// A source, by its place in [`super::Knowledge::sources`].
    SourceId;
    /// A relation, by its place in [`super::Knowledge::relations`].
    RelationId;
}

/// Any entry that can be found and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryId {
    /// An event.
    Event(EventId),
    /// An actor.
    Actor(ActorId),
    /// A topic.
    Topic(TopicId),
    /// An aspect.
    Aspect(AspectId),
    /// A fact.
    Fact(FactId),
    /// A source.
    Source(SourceId),
}

/// The kinds of entries that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Something that happened.
    Event,
    /// A person, state, body or thing that acts or is acted on.
    Actor,
    /// A subject that events belong to.
    Topic,
    /// What actors are compared on.
    Aspect,
    /// One cited sentence.
    Fact,
    /// A document that facts rest on.
    Source,
}

macro_rules! narrow {
    ($($(#[$doc:meta])+ $method:ident $variant:ident $id:ident;)+) => {
        impl EntryId {$(
            $(#[$doc])+
            pub fn $method(self) -> Option<$id> {
                if let Self::$variant(id) = self { Some(id) } else { None }
            }
        )+}
    };
}

narrow! {
    /// The id, if the entry is an event.
    event Event EventId;
    /// The id, if the entry is an actor.
    actor Actor ActorId;
    /// The id, if the entry is a topic.
    topic Topic TopicId;
    /// The id, if the entry is an aspect.
    aspect Aspect AspectId;
    /// The id, if the entry is a fact.
    fact Fact FactId;
    /// The id, if the entry is a source.
    source Source SourceId;
}

impl EntryId {
    /// The kind of the entry.
    pub fn kind(self) -> Kind {
        match self {
            Self::Event(_) => Kind::Event,
            Self::Actor(_) => Kind::Actor,
            Self::Topic(_) => Kind::Topic,
            Self::Aspect(_) => Kind::Aspect,
            Self::Fact(_) => Kind::Fact,
            Self::Source(_) => Kind::Source,
        }
    }
}

impl Kind {
    /// The kind in one lower-case word, as the TOML tables are called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Actor => "actor",
            Self::Topic => "topic",
            Self::Aspect => "aspect",
            Self::Fact => "fact",
            Self::Source => "source",
        }
    }
}

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
#[derive(Debug)]
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
#[derive(Debug)]
pub struct Actor {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The name that is shown.
    pub name: Box<str>,
    /// What it is.
    pub kind: ActorKind,
    /// Other names and spellings, in any script.
    pub aliases: Box<[Box<str>]>,
    /// One sentence on who or what it is.
    pub summary: Box<str>,
    /// What the summary rests on.
    pub cites: Cites,
    /// Where it was written.
    pub origin: Origin,
}

/// Something that happened.
#[derive(Debug)]
pub struct Event {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The title that is shown.
    pub title: Box<str>,
    /// Other titles.
    pub aliases: Box<[Box<str>]>,
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
#[derive(Debug)]
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
#[derive(Debug)]
pub struct Aspect {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// The name that is shown.
    pub label: Box<str>,
    /// The unit of its numbers.
    pub unit: Option<Box<str>>,
    /// Other names.
    pub aliases: Box<[Box<str>]>,
    /// What a reader should know of it.
    pub note: Option<Box<str>>,
    /// Where it was written.
    pub origin: Origin,
}

/// One cited sentence about actors or events.
#[derive(Debug)]
pub struct Fact {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// What it is about; actors and events only, never empty.
    pub about: Box<[EntryId]>,
    /// What it compares or measures.
    pub aspect: Option<AspectId>,
    /// When it held.
    pub date: Option<Date>,
    /// The sentence.
    pub text: Box<str>,
    /// The number in it, in the unit of its aspect.
    pub value: Option<f64>,
    /// Whose claim it is.
    pub attributed_to: Option<Box<str>>,
    /// What it rests on.
    pub cites: Cites,
    /// The facts that say otherwise; if one disputes the other, both list each other.
    pub disputes: Box<[FactId]>,
    /// How much weight the curator gives it.
    pub rank: Rank,
    /// Why it has that rank.
    pub reason: Option<Box<str>>,
    /// Whether it was said before what it speaks of.
    pub forecast: bool,
    /// Where it was written.
    pub origin: Origin,
}

/// A tie between two actors.
#[derive(Debug)]
pub struct Relation {
    /// The id, as the files write it.
    pub key: Box<str>,
    /// Whose tie it is.
    pub from: ActorId,
    /// What ties them: `member-of`, `ally-of`, …
    pub kind: Box<str>,
    /// To whom.
    pub to: ActorId,
    /// When it held.
    pub date: Option<Date>,
    /// What a reader should know of it.
    pub note: Option<Box<str>>,
    /// What it rests on.
    pub cites: Cites,
    /// Where it was written.
    pub origin: Origin,
}

/// A golden question: what to ask, and what must come first.
#[derive(Debug)]
pub struct Question {
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
