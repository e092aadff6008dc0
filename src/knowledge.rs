//! The fact base in memory: immutable, resolved, with look-ups by id and by who and what is concerned.
//!
//! Owns the entries and the indexes over them. Finding an entry by a question belongs to [`crate::matcher`].

use std::ops::Index;

use date::{Date, Day};

pub mod date;
mod format;
mod ids;
mod load;
mod locate;
mod model;
mod read;
mod resolve;
mod short;

pub use format::{Table, schema};
pub use load::{Loaded, load, load_with};
pub use locate::{Fault, Place, locate};
pub use model::{
    Actor, ActorId, ActorKind, Aspect, AspectId, Cite, Cites, EntryId, Event, EventId, Fact, FactId, Kind, Origin,
    Question, Rank, Relation, RelationId, Source, SourceId, Topic, TopicId,
};
use short::ShortKeys;
pub use short::{NotShortKey, ShortKey};

/// The tables of a fact base, each sorted by id.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) sources: Vec<Source>,
    pub(crate) actors: Vec<Actor>,
    pub(crate) events: Vec<Event>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) aspects: Vec<Aspect>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) questions: Vec<Question>,
}

/// A whole fact base. Nothing in it changes once it is loaded.
#[derive(Debug)]
pub struct Knowledge {
    parts: Parts,
    collections: Vec<Box<str>>,
    facts_of_actor: Lists<FactId>,
    facts_of_event: Lists<FactId>,
    facts_of_aspect: Lists<FactId>,
    events_of_actor: Lists<EventId>,
    events_of_topic: Lists<EventId>,
    relations_of_actor: Lists<RelationId>,
    timeline: Vec<EventId>,
    short_keys: ShortKeys,
    span: Option<(EventId, EventId)>,
}

/// The event that begins first and the one that ends last, of those of which it is known.
fn span(events: &[Event], timeline: &[EventId]) -> Option<(EventId, EventId)> {
    let dated = || timeline.iter().filter_map(|&id| Some((id, events[id.index()].date.as_ref()?)));
    let (first, _) = dated().find(|(_, date)| date.days().0 > Day::MIN)?;
    let ending = dated().filter(|(_, date)| date.days().1 < Day::MAX);
    let (last, _) = ending.max_by_key(|(_, date)| (date.days().1, date.order()))?;
    Some((first, last))
}

/// For each entry of one table, the entries of another that concern it.
#[derive(Debug)]
struct Lists<T>(Vec<Vec<T>>);

impl<T: Copy + PartialEq> Lists<T> {
    fn new(len: usize, pairs: impl IntoIterator<Item = (usize, T)>) -> Self {
        let mut lists: Vec<Vec<T>> = std::iter::repeat_with(Vec::new).take(len).collect();
        for (index, value) in pairs {
            if let Some(list) = lists.get_mut(index).filter(|list| list.last() != Some(&value)) {
                list.push(value);
            }
        }
        Self(lists)
    }

    fn of(&self, index: usize) -> &[T] {
        self.0.get(index).map_or(&[], Vec::as_slice)
    }
}

macro_rules! numbered {
    ($id:ident, $list:expr) => {
        $list.iter().zip(0..).map(|(entry, number)| (entry, $id(number)))
    };
}

impl Knowledge {
    pub(crate) fn new(mut parts: Parts) -> Self {
        make_disputes_mutual(&mut parts.facts);
        let about = |wanted: fn(EntryId) -> Option<usize>| {
            numbered!(FactId, parts.facts)
                .flat_map(move |(fact, id)| fact.about.iter().filter_map(move |&entry| Some((wanted(entry)?, id))))
        };
        let ties =
            numbered!(RelationId, parts.relations).flat_map(|(tie, id)| [(tie.from.index(), id), (tie.to.index(), id)]);
        let measured = numbered!(FactId, parts.facts).filter_map(|(fact, id)| Some((fact.aspect?.index(), id)));
        let mut timeline: Vec<EventId> = numbered!(EventId, parts.events).map(|(_, id)| id).collect();
        timeline.sort_by_key(|&id| {
            let date = parts.events[id.index()].date.as_ref();
            (date.is_none(), date.map(Date::order), id)
        });
        let events = &parts.events;
        let of_events = |select: fn(&Event) -> Vec<usize>| {
            timeline.iter().flat_map(move |&id| select(&events[id.index()]).into_iter().map(move |index| (index, id)))
        };
        Self {
            facts_of_actor: Lists::new(parts.actors.len(), about(|entry| entry.actor().map(ActorId::index))),
            facts_of_event: Lists::new(parts.events.len(), about(|entry| entry.event().map(EventId::index))),
            facts_of_aspect: Lists::new(parts.aspects.len(), measured),
            events_of_actor: Lists::new(
                parts.actors.len(),
                of_events(|e| e.actors.iter().map(|id| id.index()).collect()),
            ),
            events_of_topic: Lists::new(
                parts.topics.len(),
                of_events(|e| e.topics.iter().map(|id| id.index()).collect()),
            ),
            relations_of_actor: Lists::new(parts.actors.len(), ties),
            short_keys: short_keys(&parts),
            span: span(&parts.events, &timeline),
            timeline,
            collections: Vec::new(),
            parts,
        }
    }

    pub(crate) fn with_collections(mut self, collections: Vec<Box<str>>) -> Self {
        self.collections = collections;
        self
    }

    /// The collections: the folders on the first level, in order.
    pub fn collections(&self) -> &[Box<str>] {
        &self.collections
    }

    /// The entry with an id, exactly as the files write it.
    pub fn entry(&self, key: &str) -> Option<EntryId> {
        macro_rules! search {
            ($($list:ident $variant:ident $id:ident;)+) => {$(
                if let Ok(at) = self.parts.$list.binary_search_by(|entry| (*entry.key).cmp(key)) {
                    return u32::try_from(at).ok().map(|number| EntryId::$variant($id(number)));
                }
            )+};
        }
        search! {
            actors Actor ActorId;
            events Event EventId;
            facts Fact FactId;
            aspects Aspect AspectId;
            topics Topic TopicId;
            sources Source SourceId;
        }
        None
    }

    /// The entry with a short key; none where two entries share it.
    pub fn entry_of_short_key(&self, key: ShortKey) -> Option<EntryId> {
        self.short_keys.entry(key)
    }

    /// The id of an entry, as the files write it.
    pub fn key(&self, entry: EntryId) -> &str {
        match entry {
            EntryId::Event(id) => &self[id].key,
            EntryId::Actor(id) => &self[id].key,
            EntryId::Topic(id) => &self[id].key,
            EntryId::Aspect(id) => &self[id].key,
            EntryId::Fact(id) => &self[id].key,
            EntryId::Source(id) => &self[id].key,
        }
    }

    /// What an entry is called: its name, title or label; a fact's text.
    pub fn title(&self, entry: EntryId) -> &str {
        match entry {
            EntryId::Event(id) => &self[id].title,
            EntryId::Actor(id) => &self[id].name,
            EntryId::Topic(id) => &self[id].label,
            EntryId::Aspect(id) => &self[id].label,
            EntryId::Fact(id) => &self[id].text,
            EntryId::Source(id) => &self[id].title,
        }
    }

    /// The events in order of date; those without a date come last.
    pub fn timeline(&self) -> &[EventId] {
        &self.timeline
    }

    /// The dates of the event that begins first and of the one that ends last; none if no event has both.
    pub fn span(&self) -> Option<(&Date, &Date)> {
        let (first, last) = self.span?;
        Some((self[first].date.as_ref()?, self[last].date.as_ref()?))
    }

    /// The golden questions, in the order of files and lines.
    pub fn questions(&self) -> &[Question] {
        &self.parts.questions
    }

    /// The facts about an actor or event, in the order of their ids; none for other kinds.
    pub fn facts_about(&self, entry: EntryId) -> &[FactId] {
        match entry {
            EntryId::Actor(id) => self.facts_of_actor.of(id.index()),
            EntryId::Event(id) => self.facts_of_event.of(id.index()),
            _ => &[],
        }
    }

    /// The facts that compare or measure an aspect, in the order of their ids.
    pub fn facts_on(&self, aspect: AspectId) -> &[FactId] {
        self.facts_of_aspect.of(aspect.index())
    }

    /// The events an actor took part in, in the order of the timeline.
    pub fn events_of(&self, actor: ActorId) -> &[EventId] {
        self.events_of_actor.of(actor.index())
    }

    /// The events that belong to a topic, in the order of the timeline.
    pub fn events_on(&self, topic: TopicId) -> &[EventId] {
        self.events_of_topic.of(topic.index())
    }

    /// The ties of an actor, in either direction, in the order of their ids.
    pub fn relations_of(&self, actor: ActorId) -> &[RelationId] {
        self.relations_of_actor.of(actor.index())
    }
}

macro_rules! tables {
    ($($list:ident $entry:ident $id:ident $doc:literal;)+) => {
        impl Knowledge {$(
            #[doc = $doc]
            pub fn $list(&self) -> impl ExactSizeIterator<Item = ($id, &$entry)> + DoubleEndedIterator {
                self.parts.$list.iter().enumerate().map(|(at, entry)| ($id(u32::try_from(at).unwrap_or(u32::MAX)), entry))
            }
        )+}
        $(
            /// An id is only ever used with the fact base that gave it.
            impl Index<$id> for Knowledge {
                type Output = $entry;

                fn index(&self, id: $id) -> &$entry {
                    &self.parts.$list[id.index()]
                }
            }
        )+
    };
}

tables! {
    sources Source SourceId "The sources, in the order of their ids.";
    actors Actor ActorId "The actors, in the order of their ids.";
    events Event EventId "The events, in the order of their ids.";
    topics Topic TopicId "The topics, in the order of their ids.";
    aspects Aspect AspectId "The aspects, in the order of their ids.";
    facts Fact FactId "The facts, in the order of their ids.";
    relations Relation RelationId "The relations, in the order of their ids.";
}

fn short_keys(parts: &Parts) -> ShortKeys {
    let actors = numbered!(ActorId, parts.actors).map(|(entry, id)| (&*entry.key, EntryId::Actor(id)));
    let events = numbered!(EventId, parts.events).map(|(entry, id)| (&*entry.key, EntryId::Event(id)));
    let facts = numbered!(FactId, parts.facts).map(|(entry, id)| (&*entry.key, EntryId::Fact(id)));
    let aspects = numbered!(AspectId, parts.aspects).map(|(entry, id)| (&*entry.key, EntryId::Aspect(id)));
    let topics = numbered!(TopicId, parts.topics).map(|(entry, id)| (&*entry.key, EntryId::Topic(id)));
    let sources = numbered!(SourceId, parts.sources).map(|(entry, id)| (&*entry.key, EntryId::Source(id)));
    ShortKeys::new(actors.chain(events).chain(facts).chain(aspects).chain(topics).chain(sources))
}

/// If one fact disputes another, the other disputes it.
fn make_disputes_mutual(facts: &mut [Fact]) {
    let mut pairs: Vec<(usize, FactId)> = numbered!(FactId, facts)
        .flat_map(|(fact, id)| fact.disputes.iter().flat_map(move |&other| [(other.index(), id), (id.index(), other)]))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let lists = Lists::new(facts.len(), pairs);
    for (fact, list) in facts.iter_mut().zip(lists.0) {
        fact.disputes = list.into();
    }
}
