//! `/actor`: who or what it is, its names, ties, facts by aspect, and latest events.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::{Call, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::{ActorId, AspectId, EntryId, FactId};
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
    let ties = knowledge.relations_of(id).iter().map(|&tie| draft.tie(&knowledge[tie])).collect();
    draft.section(Message::Ties, ties);
    let latest = knowledge.events_of(id).iter().rev().take(LATEST_EVENTS);
    let lines = latest.clone().map(|&event| draft.event_line(event)).collect();
    draft.section(Message::LatestEvents, lines);
    let mut groups: BTreeMap<Option<AspectId>, Vec<FactId>> = BTreeMap::new();
    for &fact in knowledge.facts_about(EntryId::Actor(id)) {
        groups.entry(knowledge[fact].aspect).or_default().push(fact);
    }
    for (aspect, facts) in groups {
        let heading = aspect.map_or(Message::Facts.into(), |aspect| Words::from(&knowledge[aspect].label));
        let statements = draft.facts(facts);
        draft.section(heading, statements);
    }
    if knowledge.events_of(id).len() > 1 {
        draft.offer(Message::Timeline, Request::of(Command::Timeline).with("about", Value::entry(&actor.key)));
    }
    for &event in latest {
        draft.offer_entry(EntryId::Event(event));
    }
}
