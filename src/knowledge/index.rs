//! The look-ups of a fact base: for each entry, the others that concern it.

use std::collections::{BTreeMap, BTreeSet};

use super::Parts;
use super::date::Day;
use super::date::order::{earliest_first, latest_first};
use super::model::{ActorId, AspectId, Attribution, EntryId, Event, EventId, Fact, FactId, Kind, Relation, RelationId};

/// All look-ups. Lists are in the order of ids, those of events in the order of the timeline.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) about_actor: Lists<FactId>,
    pub(super) about_event: Lists<FactId>,
    pub(super) with_actor: Lists<FactId>,
    pub(super) with_event: Lists<FactId>,
    pub(super) said_by_actor: Lists<FactId>,
    pub(super) facts_of_aspect: Lists<FactId>,
    /// Those about which there is a fact that stands beside one about another of their kind.
    pub(super) compared: BTreeSet<EntryId>,
    pub(super) parts_of_aspect: Lists<AspectId>,
    pub(super) events_of_actor: Lists<EventId>,
    pub(super) events_of_topic: Lists<EventId>,
    pub(super) relations_of_actor: Lists<RelationId>,
    pub(super) relations_by_kind: BTreeMap<Box<str>, Vec<RelationId>>,
    /// By kind, office and whose it is; what still holds first, then the latest.
    pub(super) holders: BTreeMap<Office, Vec<RelationId>>,
    pub(super) relations_by_office: BTreeMap<Box<str>, Vec<RelationId>>,
    /// All events in order of date; those without a date come last.
    pub(super) timeline: Vec<EventId>,
    /// The event that begins first and the one that ends last, of those of which it is known.
    pub(super) span: Option<(EventId, EventId)>,
}

/// A kind of relation, the office, and whose office it is.
type Office = (Box<str>, Box<str>, ActorId);

/// For each entry of one table, the entries of another that concern it.
#[derive(Debug)]
pub(super) struct Lists<T>(Vec<Vec<T>>);

macro_rules! numbered {
    ($id:ident, $list:expr) => {
        $list.iter().zip(0..).map(|(entry, number)| (entry, $id(number)))
    };
}

impl Index {
    pub(super) fn of(parts: &Parts) -> Self {
        let (actors, events) = (parts.actors.len(), parts.events.len());
        let timeline = timeline(&parts.events);
        let in_order = |select: fn(&Event) -> Vec<usize>| {
            let select = move |&id: &EventId| select(&parts.events[id.index()]).into_iter().map(move |at| (at, id));
            timeline.iter().flat_map(select)
        };
        let of_actor = in_order(|event| event.actors.iter().map(|id| id.index()).collect());
        let of_topic = in_order(|event| event.topics.iter().map(|id| id.index()).collect());
        let narrower =
            numbered!(AspectId, parts.aspects).filter_map(|(aspect, id)| Some((aspect.part_of?.index(), id)));
        Self {
            about_actor: Lists::new(actors, of_facts(&parts.facts, |fact| &fact.about, actor_at)),
            about_event: Lists::new(events, of_facts(&parts.facts, |fact| &fact.about, event_at)),
            with_actor: Lists::new(actors, of_facts(&parts.facts, |fact| &fact.with, actor_at)),
            with_event: Lists::new(events, of_facts(&parts.facts, |fact| &fact.with, event_at)),
            said_by_actor: Lists::new(actors, said(&parts.facts)),
            facts_of_aspect: Lists::new(parts.aspects.len(), measured(&parts.facts)),
            compared: compared(&parts.facts),
            parts_of_aspect: Lists::new(parts.aspects.len(), narrower),
            events_of_actor: Lists::new(actors, of_actor),
            events_of_topic: Lists::new(parts.topics.len(), of_topic),
            relations_of_actor: Lists::new(actors, ends(&parts.relations)),
            relations_by_kind: by_word(&parts.relations, |relation| Some(&relation.kind)),
            holders: holders(&parts.relations),
            relations_by_office: by_word(&parts.relations, |relation| relation.office.as_ref()),
            span: span(&parts.events, &timeline),
            timeline,
        }
    }
}

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

    pub(super) fn of(&self, index: usize) -> &[T] {
        self.0.get(index).map_or(&[], Vec::as_slice)
    }
}

fn actor_at(entry: EntryId) -> Option<usize> {
    entry.actor().map(ActorId::index)
}

fn event_at(entry: EntryId) -> Option<usize> {
    entry.event().map(EventId::index)
}

/// Each fact with the entries of one kind that one of its lists names.
fn of_facts(
    facts: &[Fact],
    list: fn(&Fact) -> &[EntryId],
    at: fn(EntryId) -> Option<usize>,
) -> impl Iterator<Item = (usize, FactId)> {
    numbered!(FactId, facts)
        .flat_map(move |(fact, id)| list(fact).iter().filter_map(move |&entry| Some((at(entry)?, id))))
}

fn said(facts: &[Fact]) -> impl Iterator<Item = (usize, FactId)> {
    numbered!(FactId, facts).filter_map(|(fact, id)| match fact.attributed_to {
        Some(Attribution::Actor(actor)) => Some((actor.index(), id)),
        _ => None,
    })
}

fn measured(facts: &[Fact]) -> impl Iterator<Item = (usize, FactId)> {
    numbered!(FactId, facts).filter_map(|(fact, id)| Some((fact.aspect?.index(), id)))
}

/// The entries about which there is a fact on an aspect, and one with the same others about another entry of their kind.
fn compared(facts: &[Fact]) -> BTreeSet<EntryId> {
    let mut groups: BTreeMap<(AspectId, &[EntryId], Kind), BTreeSet<EntryId>> = BTreeMap::new();
    for fact in facts {
        let Some(aspect) = fact.aspect else { continue };
        for &about in &fact.about {
            groups.entry((aspect, &fact.with, about.kind())).or_default().insert(about);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).flatten().collect()
}

fn ends(relations: &[Relation]) -> impl Iterator<Item = (usize, RelationId)> {
    numbered!(RelationId, relations).flat_map(|(tie, id)| [(tie.from.index(), id), (tie.to.index(), id)])
}

fn by_word(relations: &[Relation], word: fn(&Relation) -> Option<&Box<str>>) -> BTreeMap<Box<str>, Vec<RelationId>> {
    let mut lists: BTreeMap<Box<str>, Vec<RelationId>> = BTreeMap::new();
    for (relation, id) in numbered!(RelationId, relations) {
        if let Some(word) = word(relation) {
            lists.entry(word.clone()).or_default().push(id);
        }
    }
    lists
}

fn holders(relations: &[Relation]) -> BTreeMap<Office, Vec<RelationId>> {
    let mut lists: BTreeMap<Office, Vec<RelationId>> = BTreeMap::new();
    for (relation, id) in numbered!(RelationId, relations) {
        if let Some(office) = &relation.office {
            lists.entry((relation.kind.clone(), office.clone(), relation.to)).or_default().push(id);
        }
    }
    for list in lists.values_mut() {
        list.sort_by_cached_key(|&id| held_last(&relations[id.index()], id));
    }
    lists
}

/// A key to sort ties by: what still holds, then what has ended, the latest first.
pub(super) fn held_last(tie: &Relation, id: RelationId) -> impl Ord + use<> {
    (tie.is_past(), latest_first(tie.date.as_ref()), id)
}

fn timeline(events: &[Event]) -> Vec<EventId> {
    let mut timeline: Vec<EventId> = numbered!(EventId, events).map(|(_, id)| id).collect();
    timeline.sort_by_key(|&id| (earliest_first(events[id.index()].date.as_ref()), id));
    timeline
}

/// The event that begins first and the one that ends last, of those of which it is known.
fn span(events: &[Event], timeline: &[EventId]) -> Option<(EventId, EventId)> {
    let dated = || timeline.iter().filter_map(|&id| Some((id, events[id.index()].date.as_ref()?)));
    let (first, _) = dated().find(|(_, date)| date.days().0 > Day::MIN)?;
    let ending = dated().filter(|(_, date)| date.days().1 < Day::MAX);
    let (last, _) = ending.max_by_key(|(_, date)| (date.days().1, date.order()))?;
    Some((first, last))
}
