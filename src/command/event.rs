//! `/event`: what happened, when, where, who, what is disputed, and what came before and after.

use super::draft::{Draft, is_disputed, matches};
use super::lookup::look_up;
use super::{Base, Opt, PRIVATE, Request, Spec, Stop, Takes};
use crate::answer::{Answer, Standing};
use crate::knowledge::date::Date;
use crate::knowledge::{EntryId, Event, EventId, Kind, Knowledge};
use crate::matcher::Hit;
use crate::wording::date::date_text;

pub(super) const SPEC: Spec = Spec {
    name: "event",
    description: "One event: date, place, who took part, facts, disagreements, what came before and after",
    example: "/event opening of the embassy in Baku",
    options: &[
        Opt {
            name: "question",
            description: "The event, in your own words, with a year if you know it",
            required: true,
            takes: Takes::Entries(&[Kind::Event]),
        },
        PRIVATE,
    ],
    answer,
};

fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (id, outcome) = look_up(base, request, "question", EntryId::event)?;
    Ok(show(base, id, outcome.hits()))
}

/// The whole page of an event.
pub(super) fn show(base: &Base, id: EventId, hits: &[Hit]) -> Answer {
    let entry = EntryId::Event(id);
    let knowledge = &base.knowledge;
    let event = &knowledge[id];
    let mut draft = Draft::new(base, &*event.title);
    let summary = draft.summary(entry).into_iter().collect();
    draft.section("", summary);
    draft.card(particulars(knowledge, event), &event.cites);
    let (disputed, plain) =
        draft.facts(knowledge.facts_about(entry).iter().copied()).into_iter().partition(is_disputed);
    draft.section("Facts", plain);
    draft.section("Where sources disagree", disputed);
    let (before, after) = neighbours(knowledge, id);
    for (heading, neighbour) in [("Before", before), ("After", after)] {
        if let Some(neighbour) = neighbour {
            let line = draft.event_line(neighbour);
            draft.section(heading, vec![line]);
            draft.offer_entry(EntryId::Event(neighbour));
        }
    }
    for &actor in &event.actors {
        draft.offer_entry(EntryId::Actor(actor));
    }
    draft.finish(Standing::Found, matches(knowledge, hits))
}

/// When, where, who and on what, each where it is known.
pub(super) fn particulars(knowledge: &Knowledge, event: &Event) -> [(&'static str, String); 4] {
    let names = |names: &mut dyn Iterator<Item = &str>| names.collect::<Vec<_>>().join(", ");
    [
        ("When", event.date.as_ref().map(date_text).unwrap_or_default()),
        ("Where", event.place.as_deref().unwrap_or_default().to_owned()),
        ("Who", names(&mut event.actors.iter().map(|&id| &*knowledge[id].name))),
        ("Topics", names(&mut event.topics.iter().map(|&id| &*knowledge[id].label))),
    ]
}

/// The nearest events before and after in which at least two of the same actors took part, or the only one.
fn neighbours(knowledge: &Knowledge, id: EventId) -> (Option<EventId>, Option<EventId>) {
    let event = &knowledge[id];
    let Some((first, last)) = event.date.as_ref().map(Date::days) else { return (None, None) };
    let wanted = event.actors.len().clamp(1, 2);
    let related = event.actors.iter().flat_map(|&actor| knowledge.events_of(actor)).copied().filter(|&other| {
        let shared = knowledge[other].actors.iter().filter(|actor| event.actors.contains(actor));
        other != id && shared.count() >= wanted
    });
    let dated = related.filter_map(|other| Some((knowledge[other].date.as_ref()?, other)));
    let before = dated.clone().filter(|(date, _)| date.days().1 < first).max_by_key(|(date, id)| (date.order(), *id));
    let after = dated.filter(|(date, _)| date.days().0 > last).min_by_key(|(date, id)| (date.order(), *id));
    (before.map(|(_, id)| id), after.map(|(_, id)| id))
}
