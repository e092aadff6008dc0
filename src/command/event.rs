//! `/event`: what happened, when, where, who, what is disputed, and what came before and after.

use std::collections::BTreeMap;

use super::draft::{Draft, is_disputed};
use super::{Call, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::date::Date;
use crate::knowledge::{EntryId, Event, EventId, Knowledge};
use crate::message::{Message, Words};

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookup = call.look_up("question");
    let request = call.settle(lookup.as_slice())?;
    let Some((id, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?.event()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let mut draft = Draft::new(call, request, &call.knowledge()[id].title);
    show(&mut draft, id);
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

/// The whole page of an event.
fn show(draft: &mut Draft<'_>, id: EventId) {
    let entry = EntryId::Event(id);
    let knowledge = draft.knowledge;
    let event = &knowledge[id];
    let summary = draft.summary(entry).into_iter().collect();
    draft.section("", summary);
    draft.card(particulars(knowledge, event), &event.cites);
    let (disputed, plain) =
        draft.facts(knowledge.facts_about(entry).iter().copied()).into_iter().partition(is_disputed);
    draft.section(Message::Facts, plain);
    draft.section(Message::Disagreements, disputed);
    let (before, after) = neighbours(knowledge, id);
    for (heading, neighbour) in [(Message::Before, before), (Message::After, after)] {
        if let Some(neighbour) = neighbour {
            let line = draft.event_line(neighbour);
            draft.section(heading, vec![line]);
            draft.offer_entry(EntryId::Event(neighbour));
        }
    }
    for &actor in &event.actors {
        draft.offer_entry(EntryId::Actor(actor));
    }
}

/// When, where, who and on what, each where it is known.
pub(super) fn particulars(knowledge: &Knowledge, event: &Event) -> [(Message, Words); 4] {
    [
        (Message::When, event.date.as_ref().map(Words::from).unwrap_or_default()),
        (Message::Where, event.place.as_ref().map(Words::from).unwrap_or_default()),
        (Message::Who, Words::list(event.actors.iter().map(|&id| &knowledge[id].name))),
        (Message::Topics, Words::list(event.topics.iter().map(|&id| &knowledge[id].label))),
    ]
}

/// The nearest events before and after in which at least two of the same actors took part, or the only one.
fn neighbours(knowledge: &Knowledge, id: EventId) -> (Option<EventId>, Option<EventId>) {
    let event = &knowledge[id];
    let Some((first, last)) = event.date.as_ref().map(Date::days) else { return (None, None) };
    let wanted = event.actors.len().clamp(1, 2);
    let mut shared: BTreeMap<EventId, usize> = BTreeMap::new();
    for &other in event.actors.iter().flat_map(|&actor| knowledge.events_of(actor)) {
        *shared.entry(other).or_default() += 1;
    }
    let related = shared
        .iter()
        .map(|(&other, &count)| (other, count))
        .filter(|&(other, count)| other != id && count >= wanted)
        .map(|(other, _)| other);
    let dated = related.filter_map(|other| Some((knowledge[other].date.as_ref()?, other)));
    let before = dated.clone().filter(|(date, _)| date.days().1 < first).max_by_key(|(date, id)| (date.order(), *id));
    let after = dated.filter(|(date, _)| date.days().0 > last).min_by_key(|(date, id)| (date.order(), *id));
    (before.map(|(_, id)| id), after.map(|(_, id)| id))
}
