//! `/compare`: two actors or two events side by side.
//!
//! A row for each aspect that both have facts on, then what lies between them, what only one has, the ties they share and
//! those in which they differ, and the events in which both took part. Long lists are cut with a word on where the rest is.

use super::draft::Draft;
use super::lookup::{Lookup, beginning};
use super::period::{self, Bounds};
use super::{Call, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::Hit;
use crate::message::Message;

mod facts;
mod sides;
mod ties;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let (mut lookups, matter) = sides::read(call);
    sides::keep_comparable(&mut lookups);
    let on = sides::aspect(call, &lookups, &matter);
    // Both were named, so that what they are compared on may be left open.
    let unfound = on.as_ref().filter(|on| on.standing == Standing::Unknown).and_then(|_| call.request.text("aspect"));
    lookups.extend(on.filter(|_| unfound.is_none()));
    let all_rows = call.request.clone().without("aspect");
    let call = if unfound.is_some() { Call { request: &all_rows, ..call } } else { call };
    let bounds = Bounds::of(call.request, sides::period(call, &lookups)?);
    let request = bounds.carried_by(call.settle(&lookups)?);
    let [Some(first), Some(second), ..] = lookups.iter().map(Lookup::entry).collect::<Vec<_>>()[..] else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let knowledge = call.knowledge();
    refuse_unlike(knowledge, first, second)?;
    let aspect = lookups.get(2).and_then(Lookup::entry).and_then(EntryId::aspect);
    let title = Message::Pair { first: knowledge.title(first).into(), second: knowledge.title(second).into() };
    let mut draft = Draft::new(call, request, period::titled(title.into(), &bounds));
    draft.read_as = call.read_as(&lookups);
    if let Some(aspect) = aspect.filter(|_| !matter.is_empty()) {
        let title = (&knowledge[aspect].label).into();
        draft.read_as.push(Message::ReadAs { text: matter.into(), title });
    }
    if let Some(text) = unfound {
        draft.read_as.push(Message::NoSuchAspect { text: beginning(text).into() });
    }
    facts::compare(&mut draft, [first, second], aspect, &bounds);
    // Most ties have no date, so that none can be told of a time.
    if let (EntryId::Actor(first), EntryId::Actor(second), None, true) = (first, second, aspect, bounds.is_open()) {
        ties::compare(&mut draft, [first, second]);
    }
    for side in [first, second] {
        draft.offer_entry(side);
    }
    Ok(draft.finish_with_facts(Standing::Found, &merged(&lookups), 2))
}

/// A pair that cannot be compared is not an answer, but a request to ask differently.
fn refuse_unlike(knowledge: &Knowledge, first: EntryId, second: EntryId) -> Result<(), Stop> {
    let title = |entry| knowledge.title(entry).into();
    if first == second {
        return Err(Stop::refused(Message::SameTwice { title: title(first) }));
    }
    if first.kind() != second.kind() {
        let (first_kind, second_kind) = (first.kind().into(), second.kind().into());
        let message = Message::UnlikePair { first: title(first), first_kind, second: title(second), second_kind };
        return Err(Stop::refused(message));
    }
    Ok(())
}

/// The hits of both, turn by turn, so that the two that are compared come first.
fn merged(lookups: &[Lookup]) -> Vec<Hit> {
    let pair = lookups.get(..2).unwrap_or_default();
    let mut hits: Vec<Hit> = Vec::new();
    let longest = pair.iter().map(|lookup| lookup.hits.len()).max().unwrap_or_default();
    for turn in 0..longest {
        for hit in pair.iter().filter_map(|lookup| lookup.hits.get(turn)) {
            if hits.iter().all(|known| known.entry != hit.entry) {
                hits.push(hit.clone());
            }
        }
    }
    hits
}
