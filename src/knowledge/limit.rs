//! A fact base without the collections that a server may not see.
//!
//! Owns which entries are left: those of the other collections, and what they refer to, so that each of them can be shown
//! whole. What is left is a fact base like any other, so counts, completions and ranks know nothing of the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{
    Actor, ActorId, Aspect, AspectId, Attribution, Cite, Cites, Dispute, EntryId, Event, EventId, Fact, FactId,
    Relation, RelationId, Source, SourceId, Topic, TopicId,
};
use super::{Allows, Knowledge, Parts};

impl Knowledge {
    /// The fact base of some collections only, and of what their entries refer to in others: an actor's name and summary, but
    /// not what is said of that actor there. Files in no collection belong to all. Golden questions are left out, since they
    /// ask of the whole.
    #[must_use]
    pub fn limited_to(&self, collections: &[&str]) -> Self {
        let kept = Kept::of(self, collections);
        let words = self.parts.words.iter().filter(|words| self.is_within(words.origin.file, collections));
        let parts = Parts {
            sources: kept.table(&self.parts.sources, EntryId::Source, SourceId, Source::clone),
            actors: kept.table(&self.parts.actors, EntryId::Actor, ActorId, |actor| kept.actor(actor)),
            events: kept.table(&self.parts.events, EntryId::Event, EventId, |event| kept.event(event)),
            topics: kept.table(&self.parts.topics, EntryId::Topic, TopicId, Topic::clone),
            aspects: kept.table(&self.parts.aspects, EntryId::Aspect, AspectId, |aspect| kept.aspect(aspect)),
            facts: kept.table(&self.parts.facts, EntryId::Fact, FactId, |fact| kept.fact(fact)),
            relations: kept.table(&self.parts.relations, EntryId::Relation, RelationId, |tie| kept.relation(tie)),
            questions: Vec::new(),
            words: words.cloned().collect(),
            allows: Allows::new(),
        };
        Self::new(parts).with_collections(self.collections.only(collections))
    }

    /// Whether a file lies in one of the collections, or in none.
    fn is_within(&self, file: crate::diagnostic::FileId, collections: &[&str]) -> bool {
        let at = self.collections.of_file.get(file.0 as usize).copied().flatten();
        at.and_then(|at| self.collections.names.get(at)).is_none_or(|name| collections.contains(&&**name))
    }

    fn entries(&self) -> impl Iterator<Item = EntryId> {
        let events = self.events().map(|(id, _)| EntryId::Event(id));
        let facts = self.facts().map(|(id, _)| EntryId::Fact(id));
        let relations = self.relations().map(|(id, _)| EntryId::Relation(id));
        let actors = self.actors().map(|(id, _)| EntryId::Actor(id));
        let topics = self.topics().map(|(id, _)| EntryId::Topic(id));
        let aspects = self.aspects().map(|(id, _)| EntryId::Aspect(id));
        let sources = self.sources().map(|(id, _)| EntryId::Source(id));
        events.chain(facts).chain(relations).chain(actors).chain(topics).chain(aspects).chain(sources)
    }

    /// What an entry cannot be shown without.
    fn references(&self, entry: EntryId) -> Vec<EntryId> {
        let cited =
            |cites: &Cites| cites.as_slice().iter().map(|cite| EntryId::Source(cite.source)).collect::<Vec<_>>();
        let actors = |ids: &[ActorId]| ids.iter().copied().map(EntryId::Actor).collect::<Vec<_>>();
        match entry {
            EntryId::Actor(id) => cited(&self[id].cites),
            EntryId::Event(id) => {
                let topics = self[id].topics.iter().copied().map(EntryId::Topic);
                topics.chain(actors(&self[id].actors)).chain(cited(&self[id].cites)).collect()
            }
            EntryId::Fact(id) => {
                let fact = &self[id];
                let speaker = match fact.attributed_to {
                    Some(Attribution::Actor(actor)) => Some(EntryId::Actor(actor)),
                    _ => None,
                };
                let subjects = fact.about.iter().chain(&fact.with).copied();
                let single = fact.aspect.map(EntryId::Aspect).into_iter().chain(speaker);
                subjects.chain(single).chain(cited(&fact.cites)).collect()
            }
            EntryId::Relation(id) => {
                let mut all = actors(&[self[id].from, self[id].to]);
                all.extend(cited(&self[id].cites));
                all
            }
            EntryId::Aspect(id) => self[id].part_of.map(EntryId::Aspect).into_iter().collect(),
            EntryId::Topic(_) | EntryId::Source(_) => Vec::new(),
        }
    }
}

/// The entries that are left, each with its number among those of its table.
struct Kept(BTreeMap<EntryId, u32>);

impl Kept {
    fn of(knowledge: &Knowledge, collections: &[&str]) -> Self {
        let own =
            |entry: &EntryId| knowledge.collection(*entry).is_none_or(|collection| collections.contains(&collection));
        let mut left: Vec<EntryId> = knowledge.entries().filter(own).collect();
        let mut kept: BTreeSet<EntryId> = left.iter().copied().collect();
        while let Some(entry) = left.pop() {
            left.extend(knowledge.references(entry).into_iter().filter(|other| kept.insert(*other)));
        }
        let mut counts = [0; 7];
        let numbered = kept.into_iter().filter_map(|entry| {
            let count = counts.get_mut(entry.kind() as usize)?;
            *count += 1;
            Some((entry, *count - 1))
        });
        Self(numbered.collect())
    }

    fn table<T, I: Copy>(
        &self,
        entries: &[T],
        of: impl Fn(I) -> EntryId,
        id: impl Fn(u32) -> I,
        limited: impl Fn(&T) -> T,
    ) -> Vec<T> {
        let kept = |number: u32| self.0.contains_key(&of(id(number)));
        entries.iter().zip(0..).filter(|(_, number)| kept(*number)).map(|(entry, _)| limited(entry)).collect()
    }

    /// The new number of an entry. All that is referred to is kept; were it not, the reference would be left out.
    fn number(&self, entry: EntryId) -> Option<u32> {
        self.0.get(&entry).copied()
    }

    fn actor_id(&self, id: ActorId) -> Option<ActorId> {
        self.number(EntryId::Actor(id)).map(ActorId)
    }

    fn aspect_id(&self, id: AspectId) -> Option<AspectId> {
        self.number(EntryId::Aspect(id)).map(AspectId)
    }

    /// The new ids of actors and events.
    fn subjects(&self, entries: &[EntryId]) -> Box<[EntryId]> {
        let renumber = |&entry: &EntryId| match entry {
            EntryId::Event(_) => self.number(entry).map(|number| EntryId::Event(EventId(number))),
            EntryId::Actor(_) => self.number(entry).map(|number| EntryId::Actor(ActorId(number))),
            other => Some(other),
        };
        entries.iter().filter_map(renumber).collect()
    }

    fn cites(&self, cites: &Cites) -> Cites {
        let cite = |cite: &Cite| {
            let source = SourceId(self.number(EntryId::Source(cite.source))?);
            Some(Cite { source, locator: cite.locator.clone() })
        };
        Cites::new(cites.as_slice().iter().filter_map(cite).collect()).unwrap_or_else(|| cites.clone())
    }

    fn actor(&self, actor: &Actor) -> Actor {
        Actor { cites: self.cites(&actor.cites), ..actor.clone() }
    }

    fn event(&self, event: &Event) -> Event {
        Event {
            actors: event.actors.iter().filter_map(|id| self.actor_id(*id)).collect(),
            topics: event.topics.iter().filter_map(|id| self.number(EntryId::Topic(*id)).map(TopicId)).collect(),
            cites: self.cites(&event.cites),
            ..event.clone()
        }
    }

    fn aspect(&self, aspect: &Aspect) -> Aspect {
        Aspect { part_of: aspect.part_of.and_then(|id| self.aspect_id(id)), ..aspect.clone() }
    }

    /// A fact disputes those that are left; one that stands in another collection does not show that there is a dispute.
    fn fact(&self, fact: &Fact) -> Fact {
        let dispute = |dispute: &Dispute| {
            let fact = FactId(self.number(EntryId::Fact(dispute.fact))?);
            Some(Dispute { fact, on: dispute.on.clone() })
        };
        let attributed_to = match &fact.attributed_to {
            Some(Attribution::Actor(id)) => self.actor_id(*id).map(Attribution::Actor),
            other => other.clone(),
        };
        Fact {
            about: self.subjects(&fact.about),
            with: self.subjects(&fact.with),
            aspect: fact.aspect.and_then(|id| self.aspect_id(id)),
            disputes: fact.disputes.iter().filter_map(dispute).collect(),
            cites: self.cites(&fact.cites),
            attributed_to,
            ..fact.clone()
        }
    }

    fn relation(&self, relation: &Relation) -> Relation {
        Relation {
            from: self.actor_id(relation.from).unwrap_or(relation.from),
            to: self.actor_id(relation.to).unwrap_or(relation.to),
            cites: self.cites(&relation.cites),
            ..relation.clone()
        }
    }
}
