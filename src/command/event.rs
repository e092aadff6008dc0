//! `/event`: what happened, when, where, who, what is disputed, and what came before and after.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::draft::{Draft, is_disputed};
use super::timeline::could_stand_before;
use super::{Call, Stop};
use crate::answer::{Answer, Mark, Standing};
use crate::knowledge::date::order::earliest_first;
use crate::knowledge::{ActorId, EntryId, Event, EventId, Knowledge};
use crate::message::{Message, Words};

/// So many related events are shown; the others stand in the timelines of those who took part.
const RELATED: usize = 5;

/// So many events of each actor are looked at on either side of one, so that a page costs as little where an actor took part in
/// all events as elsewhere.
const AROUND: usize = 200;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookup = call.look_up("question");
    let request = call.settle(lookup.as_slice())?;
    let Some((id, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?.event()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let mut draft = Draft::new(call, request, &call.knowledge()[id].title);
    draft.read_as = call.understood(&lookup, None);
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
            let (earlier, later) = if heading == Message::Before { (neighbour, id) } else { (id, neighbour) };
            let uncertain = could_stand_before(knowledge, later, earlier);
            let line = if uncertain { line.marked(Mark::OrderUncertain) } else { line };
            draft.section(heading, vec![line]);
            draft.offer_entry(EntryId::Event(neighbour));
        }
    }
    let neighbours = [before, after];
    let related = related(knowledge, id, RELATED + neighbours.len())
        .into_iter()
        .filter(|other| !neighbours.contains(&Some(*other)));
    let related: Vec<EventId> = related.take(RELATED).collect();
    let lines = related.iter().map(|&event| draft.event_line(event)).collect();
    draft.section(Message::Related, lines);
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

/// The events that stand next to one in time, before and after it; none without a date.
pub(super) fn neighbours(knowledge: &Knowledge, id: EventId) -> (Option<EventId>, Option<EventId>) {
    let timeline = knowledge.timeline();
    let dated = |at: usize| timeline.get(at).copied().filter(|&id| knowledge[id].date.is_some());
    match timeline.binary_search_by_key(&in_time(knowledge, id), |&id| in_time(knowledge, id)) {
        Ok(at) if dated(at).is_some() => (at.checked_sub(1).and_then(dated), dated(at + 1)),
        _ => (None, None),
    }
}

/// The events with most of the same actors, two of them or the only one, the nearest in time first; `most` of them.
///
/// Of an actor who took part in very many, only those around this one count.
pub(super) fn related(knowledge: &Knowledge, id: EventId, most: usize) -> Vec<EventId> {
    let event = &knowledge[id];
    let wanted = event.actors.len().clamp(1, 2);
    let around = event.actors.iter().flat_map(|&actor| around(knowledge, actor, id));
    let mut met: Vec<EventId> = around.copied().collect();
    met.sort_unstable();
    met.dedup();
    let actors: BTreeSet<ActorId> = event.actors.iter().copied().collect();
    let count = |other: EventId| knowledge[other].actors.iter().filter(|actor| actors.contains(actor)).count();
    let shared = met.into_iter().map(|other| (other, count(other)));
    let shared = shared.filter(|&(other, count)| other != id && count >= wanted);
    let mut related: Vec<_> =
        shared.map(|(other, count)| (Reverse(count), distance(event, &knowledge[other]), other)).collect();
    if related.len() > most {
        related.select_nth_unstable(most);
        related.truncate(most);
    }
    related.sort_unstable();
    related.into_iter().map(|(.., other)| other).collect()
}

/// The events of an actor that stand nearest to one of them in the timeline, so many on either side.
fn around(knowledge: &Knowledge, actor: ActorId, id: EventId) -> &[EventId] {
    let events = knowledge.events_of(actor);
    let at = events.partition_point(|&other| in_time(knowledge, other) < in_time(knowledge, id));
    events.get(at.saturating_sub(AROUND)..events.len().min(at + AROUND + 1)).unwrap_or_default()
}

/// Where an event stands in the timeline.
fn in_time(knowledge: &Knowledge, id: EventId) -> impl Ord + use<> {
    (earliest_first(knowledge[id].date.as_ref()), id)
}

/// The days between two events, 0 where they overlap; as many as there are where one has no date.
fn distance(one: &Event, other: &Event) -> u32 {
    match (&one.date, &other.date) {
        (Some(one), Some(other)) => {
            let ((first, last), (from, to)) = (one.days(), other.days());
            from.saturating_sub(last).max(first.saturating_sub(to)).max(0).unsigned_abs()
        }
        _ => u32::MAX,
    }
}
