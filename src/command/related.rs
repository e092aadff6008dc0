//! What is related to an entry: what came before and after it, the same actors elsewhere, more on the same matter.
//!
//! A button asks it; each line of its menu shows one of the entries.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::event::{neighbours, related};
use super::{Call, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::date::order::latest_first;
use crate::knowledge::{ActorId, EntryId, EventId, FactId, Knowledge};
use crate::message::{Message, Words};

/// So many events, facts and actors are listed of each sort.
const SHOWN: usize = 6;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookup = call.look_up("question");
    let request = call.settle(lookup.as_slice())?;
    let Some((entry, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let title = Message::RelatedTo { title: call.knowledge().title(entry).into() };
    let mut draft = Draft::new(call, request, title);
    show(&mut draft, entry);
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

fn show(draft: &mut Draft<'_>, entry: EntryId) {
    let knowledge = draft.knowledge;
    let mut listed = vec![entry];
    if let EntryId::Event(id) = entry {
        let (before, after) = neighbours(knowledge, id);
        list(draft, Message::Before, before.as_slice(), &mut listed);
        list(draft, Message::After, after.as_slice(), &mut listed);
        list(draft, Message::Related, &related(knowledge, id, SHOWN), &mut listed);
    }
    let actors = actors(knowledge, entry);
    if !matches!(entry, EntryId::Event(_)) {
        list(draft, Message::EventsWith { names: names(knowledge, &actors) }, &events(knowledge, &actors), &mut listed);
    }
    let facts = on_the_same(knowledge, entry);
    let statements = draft.first_facts(facts.iter().copied(), SHOWN);
    draft.section(Message::Facts, statements);
    listed.extend(facts.into_iter().take(SHOWN).map(EntryId::Fact));
    listed.extend(actors.iter().copied().map(EntryId::Actor));
    if let EntryId::Actor(id) = entry {
        listed.extend(met(knowledge, id).into_iter().map(EntryId::Actor));
    }
    let mut seen = BTreeSet::new();
    listed.retain(|&entry| seen.insert(entry));
    let lines: Vec<_> = listed.into_iter().map(|entry| (entry, draft.showing(entry))).collect();
    draft.menu(lines);
}

fn names(knowledge: &Knowledge, actors: &[ActorId]) -> Words {
    Words::dotted(actors.iter().map(|&id| &knowledge[id].name))
}

/// Lists events that are not listed yet.
fn list(draft: &mut Draft<'_>, heading: Message, events: &[EventId], listed: &mut Vec<EntryId>) {
    let mut lines = Vec::new();
    for &event in events {
        if !listed.contains(&EntryId::Event(event)) {
            listed.push(EntryId::Event(event));
            lines.push(draft.event_line(event));
        }
    }
    draft.section(heading, lines);
}

/// Who is in an entry.
fn actors(knowledge: &Knowledge, entry: EntryId) -> Vec<ActorId> {
    match entry {
        EntryId::Event(id) => knowledge[id].actors.to_vec(),
        EntryId::Actor(id) => vec![id],
        EntryId::Fact(id) => {
            knowledge[id].about.iter().chain(&knowledge[id].with).filter_map(|entry| entry.actor()).collect()
        }
        EntryId::Relation(id) => vec![knowledge[id].from, knowledge[id].to],
        EntryId::Topic(_) | EntryId::Aspect(_) | EntryId::Source(_) => Vec::new(),
    }
}

/// The latest events with all of them.
fn events(knowledge: &Knowledge, actors: &[ActorId]) -> Vec<EventId> {
    let Some((first, others)) = actors.split_first() else { return Vec::new() };
    let all = |event: &&EventId| others.iter().all(|other| knowledge[**event].actors.contains(other));
    let mut events: Vec<EventId> = knowledge.events_of(*first).iter().filter(all).copied().collect();
    events.sort_by_key(|&event| (latest_first(knowledge[event].date.as_ref()), event));
    events.truncate(SHOWN);
    events
}

/// The other facts of the same aspect about the same.
fn on_the_same(knowledge: &Knowledge, entry: EntryId) -> Vec<FactId> {
    let EntryId::Fact(id) = entry else { return Vec::new() };
    let fact = &knowledge[id];
    let same = |other: &FactId| {
        let other_fact = &knowledge[*other];
        *other != id && other_fact.aspect == fact.aspect && other_fact.about.iter().any(|one| fact.about.contains(one))
    };
    let mut facts: Vec<FactId> =
        fact.about.iter().flat_map(|&one| knowledge.facts_about(one)).copied().filter(same).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}

/// Those who are in most of the same events as an actor.
fn met(knowledge: &Knowledge, id: ActorId) -> Vec<ActorId> {
    let events = knowledge.events_of(id).iter().flat_map(|&event| &knowledge[event].actors);
    let mut met: Vec<ActorId> = events.copied().filter(|&other| other != id).collect();
    met.sort_unstable();
    let counted = met.chunk_by(|one, other| one == other).filter_map(|same| Some((same.len(), *same.first()?)));
    let mut counted: Vec<(usize, ActorId)> = counted.collect();
    counted.sort_by_key(|&(count, other)| (std::cmp::Reverse(count), other));
    counted.into_iter().take(SHOWN).map(|(_, other)| other).collect()
}
