//! Ids: numbers that stand for entries, one type for each table.

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
    /// An event, by its place in [`crate::knowledge::Knowledge::events`].
    EventId;
    /// An actor, by its place in [`crate::knowledge::Knowledge::actors`].
    ActorId;
    /// A topic, by its place in [`crate::knowledge::Knowledge::topics`].
    TopicId;
    /// An aspect, by its place in [`crate::knowledge::Knowledge::aspects`].
    AspectId;
    /// A fact, by its place in [`crate::knowledge::Knowledge::facts`].
    FactId;
    /// A source, by its place in [`crate::knowledge::Knowledge::sources`].
    SourceId;
    /// A relation, by its place in [`crate::knowledge::Knowledge::relations`].
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
    /// A relation.
    Relation(RelationId),
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
    /// A tie between two actors.
    Relation,
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
    /// The id, if the entry is a relation.
    relation Relation RelationId;
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
            Self::Relation(_) => Kind::Relation,
        }
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] =
        &[Self::Event, Self::Actor, Self::Topic, Self::Aspect, Self::Fact, Self::Source, Self::Relation];

    /// Whether entries of this kind are sentences by themselves, found by what they state: they have no names of their own.
    pub fn is_statement(self) -> bool {
        matches!(self, Self::Fact | Self::Relation)
    }

    /// The kind in one lower-case word, as the TOML tables are called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Actor => "actor",
            Self::Topic => "topic",
            Self::Aspect => "aspect",
            Self::Fact => "fact",
            Self::Source => "source",
            Self::Relation => "relation",
        }
    }
}
