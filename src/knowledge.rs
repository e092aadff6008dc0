//! The fact base in memory: immutable, resolved, with look-ups by id and by who and what is concerned.
//!
//! Owns the entries and the indexes over them. Finding an entry by a question belongs to [`crate::matcher`].

use std::collections::BTreeMap;

use date::Date;
use index::Index;
use load::Collections;
use resolve::Allows;
use short::ShortKeys;

mod addition;
pub mod date;
mod format;
mod ids;
mod index;
mod limit;
mod load;
mod locate;
mod model;
mod read;
mod resolve;
mod short;
mod typed_date;
mod world;

pub use addition::Addition;
pub use format::{Table, schema};
pub use load::{Loaded, load, load_with};
pub use locate::{Fault, Place, lines, locate, passage};
pub use model::{
    Actor, ActorId, ActorKind, Allow, Aspect, AspectId, Attribution, Better, Cite, Cites, Dispute, EntryId, Event,
    EventId, Fact, FactId, GoldenQuestion, Kind, Origin, Rank, Relation, RelationId, Source, SourceId, Topic, TopicId,
    Value, Words,
};
pub use read::digest;
pub use short::{NotShortKey, ShortKey};

/// The tables of a fact base, each sorted by id, or by file and line where its entries have none.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    pub(crate) sources: Vec<Source>,
    pub(crate) actors: Vec<Actor>,
    pub(crate) events: Vec<Event>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) aspects: Vec<Aspect>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) questions: Vec<GoldenQuestion>,
    pub(crate) words: Vec<Words>,
    pub(crate) allows: Allows,
}

/// A whole fact base. Nothing in it changes once it is loaded.
#[derive(Debug)]
pub struct Knowledge {
    parts: Parts,
    /// The words of the fact base, then those that people say for its states.
    words: Vec<Words>,
    index: Index,
    short_keys: ShortKeys,
    collections: Collections,
}

impl Knowledge {
    pub(crate) fn new(mut parts: Parts) -> Self {
        make_disputes_mutual(&mut parts.facts);
        name_relations(&mut parts.relations, &parts.actors);
        let words = parts.words.iter().cloned().chain(world::words(&parts.actors, &parts.words)).collect();
        let (index, short_keys) = (Index::of(&parts), ShortKeys::of(&parts));
        Self { parts, words, index, short_keys, collections: Collections::default() }
    }

    fn with_collections(mut self, collections: Collections) -> Self {
        self.collections = collections;
        self
    }

    /// The collections: the folders on the first level, in order.
    pub fn collections(&self) -> &[Box<str>] {
        &self.collections.names
    }

    /// The version of the fact base: eight hexadecimal digits that change with any byte of its files. A server that sees some
    /// collections only has the version of the whole.
    pub fn version(&self) -> &str {
        &self.collections.version
    }

    /// The collection that an entry is in; none if its file lies in no folder.
    pub fn collection(&self, entry: EntryId) -> Option<&str> {
        self.collection_at(match entry {
            EntryId::Event(id) => self[id].origin,
            EntryId::Actor(id) => self[id].origin,
            EntryId::Topic(id) => self[id].origin,
            EntryId::Aspect(id) => self[id].origin,
            EntryId::Fact(id) => self[id].origin,
            EntryId::Source(id) => self[id].origin,
            EntryId::Relation(id) => self[id].origin,
        })
    }

    /// The collection in which something was written; none if its file lies in no folder.
    pub fn collection_at(&self, origin: Origin) -> Option<&str> {
        let at = self.collections.of_file.get(origin.file.0 as usize).copied().flatten()?;
        self.collections.names.get(at).map(|name| &**name)
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
            relations Relation RelationId;
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
            EntryId::Relation(id) => &self[id].key,
        }
    }

    /// What an entry is called: its name, title or label; a fact's text; of a relation its ends, and what lies between them.
    pub fn title(&self, entry: EntryId) -> &str {
        match entry {
            EntryId::Event(id) => &self[id].title,
            EntryId::Actor(id) => &self[id].name,
            EntryId::Topic(id) => &self[id].label,
            EntryId::Aspect(id) => &self[id].label,
            EntryId::Fact(id) => &self[id].text,
            EntryId::Source(id) => &self[id].title,
            EntryId::Relation(id) => &self[id].title,
        }
    }

    /// The name of whose claim a fact is.
    pub fn speaker<'k>(&'k self, attribution: &'k Attribution) -> &'k str {
        match attribution {
            Attribution::Actor(id) => &self[*id].name,
            Attribution::Name(name) => name,
        }
    }

    /// The events in order of date; those without a date come last.
    pub fn timeline(&self) -> &[EventId] {
        &self.index.timeline
    }

    /// The dates of the event that begins first and of the one that ends last; none if no event has both.
    pub fn span(&self) -> Option<(&Date, &Date)> {
        let (first, last) = self.index.span?;
        Some((self[first].date.as_ref()?, self[last].date.as_ref()?))
    }

    /// The golden questions, in the order of files and lines.
    pub fn questions(&self) -> &[GoldenQuestion] {
        &self.parts.questions
    }

    /// The facts about an actor or event, in the order of their ids; none for other kinds.
    pub fn facts_about(&self, entry: EntryId) -> &[FactId] {
        match entry {
            EntryId::Actor(id) => self.index.about_actor.of(id.index()),
            EntryId::Event(id) => self.index.about_event.of(id.index()),
            _ => &[],
        }
    }

    /// The facts in which an actor or event is one of the others, in the order of their ids; none for other kinds.
    pub fn facts_with(&self, entry: EntryId) -> &[FactId] {
        match entry {
            EntryId::Actor(id) => self.index.with_actor.of(id.index()),
            EntryId::Event(id) => self.index.with_event.of(id.index()),
            _ => &[],
        }
    }

    /// The facts that an actor claims, in the order of their ids.
    pub fn facts_said_by(&self, actor: ActorId) -> &[FactId] {
        self.index.said_by_actor.of(actor.index())
    }

    /// The facts that compare or measure an aspect, in the order of their ids.
    pub fn facts_on(&self, aspect: AspectId) -> &[FactId] {
        self.index.facts_of_aspect.of(aspect.index())
    }

    /// Whether there is a fact about an entry that can be held beside one about another entry of its kind: on the same aspect,
    /// with the same others.
    pub fn is_compared(&self, entry: EntryId) -> bool {
        self.index.compared.contains(&entry)
    }

    /// The events an actor took part in, in the order of the timeline.
    pub fn events_of(&self, actor: ActorId) -> &[EventId] {
        self.index.events_of_actor.of(actor.index())
    }

    /// The events that belong to a topic, in the order of the timeline.
    pub fn events_on(&self, topic: TopicId) -> &[EventId] {
        self.index.events_of_topic.of(topic.index())
    }

    /// The ties of an actor, in either direction, in the order of their ids.
    pub fn relations_of(&self, actor: ActorId) -> &[RelationId] {
        self.index.relations_of_actor.of(actor.index())
    }

    /// The relations in which an actor holds an office, in the order of their ids.
    pub fn offices_of(&self, actor: ActorId) -> impl Iterator<Item = RelationId> {
        let ties = self.relations_of(actor).iter().copied();
        ties.filter(move |&id| self[id].from == actor && self[id].office.is_some())
    }

    /// The aspects that name another as the broader one, in the order of their ids.
    pub fn parts_of(&self, aspect: AspectId) -> &[AspectId] {
        self.index.parts_of_aspect.of(aspect.index())
    }

    /// Each kind of relation with its relations, in the order of the kinds and of the ids.
    pub fn relation_kinds(&self) -> impl Iterator<Item = (&str, &[RelationId])> {
        self.index.relations_by_kind.iter().map(|(kind, list)| (&**kind, &**list))
    }

    /// The relations in which the office of a relation is held, its own among them: what still holds first, then the latest.
    pub fn holders(&self, tie: &Relation) -> &[RelationId] {
        let office = tie.office.clone().map(|office| (tie.kind.clone(), office, tie.to));
        office.and_then(|office| self.index.holders.get(&office)).map_or(&[], Vec::as_slice)
    }

    /// Sorts ties: what still holds first, then the latest.
    pub fn sort_ties(&self, ties: &mut [RelationId]) {
        ties.sort_by_cached_key(|&id| index::held_last(&self[id], id));
    }

    /// Each office, as it is written, with the relations in which it is held, in the order of the offices and of the ids.
    pub fn offices(&self) -> impl Iterator<Item = (&str, &[RelationId])> {
        self.index.relations_by_office.iter().map(|(office, list)| (&**office, &**list))
    }

    /// What people type, and what is meant by it: the words of the fact base in the order of files and lines, then those that
    /// people say for its states.
    pub fn words(&self) -> &[Words] {
        &self.words
    }

    /// The warnings that an entry allows.
    pub fn allowed(&self, table: Table, origin: Origin) -> &[Allow] {
        self.parts.allows.get(&(table, origin)).map_or(&[], |allow| &**allow)
    }

    /// All warnings that entries allow, with the entries, in the order of tables, files and lines.
    pub fn all_allowed(&self) -> impl Iterator<Item = ((Table, Origin), &[Allow])> {
        self.parts.allows.iter().map(|(&entry, allow)| (entry, &**allow))
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
            impl std::ops::Index<$id> for Knowledge {
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

/// Gives each relation what it is called: its ends, and between them the office or the kind.
fn name_relations(relations: &mut [Relation], actors: &[Actor]) {
    for relation in relations {
        let kind = relation.kind.replace('-', " ");
        let between = relation.office.as_deref().unwrap_or(&kind);
        let [from, to] = [relation.from, relation.to].map(|end| &actors[end.index()].name);
        relation.title = format!("{from} · {between} · {to}").into();
    }
}

/// If one fact disputes another, the other disputes it; what they disagree on is told once for both.
fn make_disputes_mutual(facts: &mut [Fact]) {
    let mut pairs: BTreeMap<(usize, FactId), Option<Box<str>>> = BTreeMap::new();
    for (fact, id) in facts.iter().zip((0..).map(FactId)) {
        for Dispute { fact: other, on } in &fact.disputes {
            for pair in [(id.index(), *other), (other.index(), id)] {
                let known = pairs.entry(pair).or_default();
                if known.is_none() {
                    known.clone_from(on);
                }
            }
        }
    }
    let mut lists: Vec<Vec<Dispute>> = vec![Vec::new(); facts.len()];
    for ((at, fact), on) in pairs {
        lists[at].push(Dispute { fact, on });
    }
    for (fact, list) in facts.iter_mut().zip(lists) {
        fact.disputes = list.into();
    }
}
