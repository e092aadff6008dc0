//! `/compare`: two actors or two events side by side.
//!
//! A row for each aspect that both have facts on, then what lies between them, what only one has, the ties they share and
//! those in which they differ, and the events in which both took part. Long lists are cut with a word on where the rest is.

use super::draft::Draft;
use super::lookup::Lookup;
use super::{Call, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::{ActorId, EntryId, Kind, Knowledge};
use crate::matcher::Hit;
use crate::message::Message;

mod facts;
mod ties;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let mut lookups = look_up_pair(call);
    stand_for_object(call, &mut lookups);
    lookups.extend(call.look_up("aspect"));
    let request = call.settle(&lookups)?;
    let [Some(first), Some(second), ..] = lookups.iter().map(Lookup::entry).collect::<Vec<_>>()[..] else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let knowledge = call.knowledge();
    refuse_unlike(knowledge, first, second)?;
    let aspect = lookups.get(2).and_then(Lookup::entry).and_then(EntryId::aspect);
    let title = Message::Pair { first: knowledge.title(first).into(), second: knowledge.title(second).into() };
    let mut draft = Draft::new(call, request, title);
    draft.read_as = call.read_as(&lookups);
    facts::compare(&mut draft, [first, second], aspect);
    if let (EntryId::Actor(first), EntryId::Actor(second), None) = (first, second, aspect) {
        ties::compare(&mut draft, [first, second]);
    }
    for side in [first, second] {
        draft.offer_entry(side);
    }
    Ok(draft.finish(Standing::Found, &merged(&lookups)))
}

/// What the two texts mean. Only like can be compared, so each text is read as the kind of which the other is too.
fn look_up_pair(call: Call<'_>) -> Vec<Lookup> {
    let as_kind = |kind| {
        let pair = [call.look_up_as("first", kind)?, call.look_up_as("second", kind)?];
        let [first, second] = [pair[0].entry()?, pair[1].entry()?];
        (first != second).then(|| (pair[0].score() + pair[1].score(), pair))
    };
    let both = [Kind::Event, Kind::Actor].into_iter().filter_map(as_kind).max_by(|a, b| a.0.total_cmp(&b.0));
    match both {
        Some((_, pair)) => pair.into(),
        None => ["first", "second"].into_iter().filter_map(|option| call.look_up(option)).collect(),
    }
}

/// An event whose title names one thing of the sort of the other side stands for that thing: who asks for rockets in a
/// country beside a launcher means the rockets, not their deployment. An event named by its id is meant as such.
fn stand_for_object(call: Call<'_>, lookups: &mut [Lookup]) {
    let knowledge = call.knowledge();
    let entries: Vec<_> = lookups.iter().map(Lookup::entry).collect();
    let (at, event, other) = match entries[..] {
        [Some(EntryId::Actor(other)), Some(EntryId::Event(event))] => (1, event, other),
        [Some(EntryId::Event(event)), Some(EntryId::Actor(other))] => (0, event, other),
        _ => return,
    };
    let named = |id: &ActorId| knowledge[event].title.contains(&*knowledge[*id].name);
    let alike = |id: &ActorId| knowledge[*id].kind == knowledge[other].kind && *id != other;
    let things: Vec<ActorId> = knowledge[event].actors.iter().copied().filter(|id| named(id) && alike(id)).collect();
    let by_id = call.request.text(lookups[at].option) == Some(&*knowledge[event].key);
    if let ([thing], false) = (things.as_slice(), by_id) {
        lookups[at].hits = vec![Hit::certain(EntryId::Actor(*thing))];
    }
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
