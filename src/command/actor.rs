//! `/actor`: who or what it is, its names, ties, latest events, facts by aspect, and what it says.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::{Call, Stop, figure};
use crate::answer::{Answer, Standing};
use crate::knowledge::date::order::latest_first;
use crate::knowledge::{ActorId, AspectId, EntryId, EventId, FactId, Knowledge, RelationId};
use crate::matcher::office_meant;
use crate::message::{Message, Words};
use crate::request::{Command, Request, Value};

/// How many of the latest events are shown; the others are in the timeline, one press away.
const LATEST_EVENTS: usize = 5;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookup = call.look_up("question");
    let request = call.settle(lookup.as_slice())?;
    let Some((id, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?.actor()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let mut draft = Draft::new(call, request, &call.knowledge()[id].name);
    let by_office = lookup.hits.first().is_some_and(|hit| office_meant(call.knowledge(), hit).is_some());
    draft.read_as =
        if by_office { call.read_as(std::slice::from_ref(&lookup)) } else { call.understood(&lookup, None) };
    show(&mut draft, id);
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

/// The whole page of an actor.
fn show(draft: &mut Draft<'_>, id: ActorId) {
    let knowledge = draft.knowledge;
    let actor = &knowledge[id];
    let summary = draft.summary(EntryId::Actor(id)).into_iter().collect();
    draft.section("", summary);
    let aliases = Words::dotted(actor.aliases.iter());
    draft.card([(Message::Kind, actor.kind.into()), (Message::AlsoCalled, aliases)], &actor.cites);
    let ties = ties(knowledge, id);
    let statements = ties.iter().map(|&tie| draft.tie_told_by(&knowledge[tie], id)).collect();
    draft.section(Message::Ties, statements);
    draft.figure = figure::ties(draft, id, &ties);
    let latest = latest_events(knowledge, id);
    let lines = latest.iter().map(|&event| draft.event_line(event)).collect();
    draft.section(Message::LatestEvents, lines);
    show_facts(draft, id);
    if ties.len() > 1 {
        draft.offer(Message::Ties, Request::of(Command::Ties).with("question", Value::entry(&actor.key)));
    }
    if knowledge.events_of(id).len() > 1 {
        draft.offer(Message::Timeline, Request::of(Command::Timeline).with("about", Value::entry(&actor.key)));
    }
    for event in latest {
        draft.offer_entry(EntryId::Event(event));
    }
}

/// Its own ties, then those of others to it, each by kind; of one kind what still holds first.
pub(super) fn ties(knowledge: &Knowledge, id: ActorId) -> Vec<RelationId> {
    let mut ties = knowledge.relations_of(id).to_vec();
    ties.sort_by_cached_key(|&tie| {
        let relation = &knowledge[tie];
        let date = latest_first(relation.date.as_ref());
        (relation.from != id, &relation.kind, relation.is_past(), date, tie)
    });
    ties
}

/// The latest first; what has no date comes last.
fn latest_events(knowledge: &Knowledge, id: ActorId) -> Vec<EventId> {
    let mut events = knowledge.events_of(id).to_vec();
    events.sort_by_key(|&event| (latest_first(knowledge[event].date.as_ref()), event));
    events.truncate(LATEST_EVENTS);
    events
}

/// The facts about it by aspect, those in which it is one of the others, and what it says; each fact once.
fn show_facts(draft: &mut Draft<'_>, id: ActorId) {
    let knowledge = draft.knowledge;
    let mut groups: BTreeMap<Option<AspectId>, Vec<FactId>> = BTreeMap::new();
    let about = knowledge.facts_about(EntryId::Actor(id));
    for &fact in about {
        groups.entry(knowledge[fact].aspect).or_default().push(fact);
    }
    for (aspect, facts) in groups {
        let heading = aspect.map_or(Message::Facts.into(), |aspect| Words::from(&knowledge[aspect].label));
        let statements = draft.facts(facts);
        draft.section(heading, statements);
    }
    let said = knowledge.facts_said_by(id);
    let with =
        knowledge.facts_with(EntryId::Actor(id)).iter().filter(|fact| said.binary_search(fact).is_err()).copied();
    let statements = draft.facts(with);
    draft.section(Message::InFactsOfOthers, statements);
    let said = said.iter().filter(|fact| about.binary_search(fact).is_err()).copied();
    let statements = draft.facts(said);
    draft.section(Message::Said, statements);
}
