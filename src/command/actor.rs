//! `/actor`: who or what it is, its names, ties, facts by aspect, and latest events.

use std::collections::BTreeMap;

use super::draft::{Draft, matches};
use super::lookup::look_up;
use super::{Base, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::{ActorId, AspectId, EntryId, FactId};
use crate::matcher::Hit;
use crate::request::{Command, Request, Value};

/// How many of the latest events are shown; the others are in the timeline, one press away.
const LATEST_EVENTS: usize = 5;

pub(super) fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (id, outcome) = look_up(base, request, "question", EntryId::actor)?;
    Ok(show(base, id, outcome.hits()))
}

/// The whole page of an actor.
pub(super) fn show(base: &Base, id: ActorId, hits: &[Hit]) -> Answer {
    let knowledge = &base.knowledge;
    let actor = &knowledge[id];
    let mut draft = Draft::new(base, &*actor.name);
    let summary = draft.summary(EntryId::Actor(id)).into_iter().collect();
    draft.section("", summary);
    draft.card([("Kind", actor.kind.word().to_owned()), ("Also called", actor.aliases.join(" · "))], &actor.cites);
    let ties = knowledge.relations_of(id).iter().map(|&tie| draft.tie(&knowledge[tie])).collect();
    draft.section("Memberships and ties", ties);
    let latest = knowledge.events_of(id).iter().rev().take(LATEST_EVENTS);
    let lines = latest.clone().map(|&event| draft.event_line(event)).collect();
    draft.section("Latest events", lines);
    let mut groups: BTreeMap<Option<AspectId>, Vec<FactId>> = BTreeMap::new();
    for &fact in knowledge.facts_about(EntryId::Actor(id)) {
        groups.entry(knowledge[fact].aspect).or_default().push(fact);
    }
    for (aspect, facts) in groups {
        let heading = aspect.map_or("Facts", |aspect| &knowledge[aspect].label);
        let statements = draft.facts(facts);
        draft.section(heading, statements);
    }
    if knowledge.events_of(id).len() > 1 {
        draft.offer("Timeline", Request::of(Command::Timeline).with("about", Value::entry(&actor.key)));
    }
    for &event in latest {
        draft.offer_entry(EntryId::Event(event));
    }
    draft.finish(Standing::Found, matches(knowledge, hits))
}
