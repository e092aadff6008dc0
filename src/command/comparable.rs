//! What an entry can be compared with: what there are facts about that stand beside its own, and events of the same topics or
//! actors.
//!
//! A button asks it; each line of its menu compares the two. What completes `/compare` is chosen from the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::{Call, Stop};
use crate::answer::{Answer, Candidate, Match, Standing};
use crate::knowledge::{AspectId, EntryId, Knowledge};
use crate::message::{Message, Words};
use crate::request::{Command, Request, Value};

/// So many are offered, the likest.
const SHOWN: usize = 20;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookup = call.look_up("question");
    let request = call.settle(lookup.as_slice())?;
    let Some((entry, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let knowledge = call.knowledge();
    let mut draft = Draft::new(call, request, Message::CompareTitle { title: knowledge.title(entry).into() });
    let mut best = best(knowledge, entry);
    let more = best.len().saturating_sub(SHOWN);
    best.truncate(SHOWN);
    if best.is_empty() {
        draft.note(Message::NotCompared);
        return Ok(draft.finish(Standing::Unknown, &lookup.hits));
    }
    let candidate = |&(other, count): &(EntryId, usize)| Candidate {
        found: Match::new(knowledge, other, 1.0),
        note: note(entry, count),
    };
    let choices: Vec<Candidate> = best.iter().map(candidate).collect();
    let comparing = |other: EntryId| {
        let key = |entry| Value::entry(knowledge.key(entry));
        Request::of(Command::Compare).with("first", key(entry)).with("second", key(other))
    };
    draft.menu(best.iter().map(|&(other, _)| (other, comparing(other))));
    draft.block(crate::answer::Block::Choices { heading: Message::ComparableHeading, choices });
    if more > 0 {
        draft.note(Message::MoreComparable { more: more.into() });
    }
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

/// How many aspects two actors share; events share what makes them alike, which is no number to read.
fn note(entry: EntryId, count: usize) -> Words {
    match entry {
        EntryId::Actor(_) => {
            Message::SharedAspects { aspects: Message::AspectCount { count: count.into() }.into() }.into()
        }
        _ => Words::default(),
    }
}

/// The likest first, each with how much it shares.
fn best(knowledge: &Knowledge, entry: EntryId) -> Vec<(EntryId, usize)> {
    let kind = |entry: EntryId| entry.actor().map(|id| knowledge[id].kind);
    let mut shared: Vec<(EntryId, usize)> = shared(knowledge, entry).into_iter().collect();
    shared.sort_by_key(|&(other, count)| (kind(other) != kind(entry), Reverse(count), other));
    shared
}

/// What can be compared with an entry, with how much they share: aspects; of events, also topics and actors.
pub(super) fn shared(knowledge: &Knowledge, entry: EntryId) -> BTreeMap<EntryId, usize> {
    let mut shared = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (other, aspect) in others(knowledge, entry) {
        if aspect.is_none_or(|aspect| seen.insert((other, aspect))) {
            *shared.entry(other).or_default() += 1;
        }
    }
    shared
}

/// What shares something with an actor or event, as often as it does: an aspect, where there are facts about both that stand
/// side by side; for events also a topic or an actor.
fn others(knowledge: &Knowledge, entry: EntryId) -> impl Iterator<Item = (EntryId, Option<AspectId>)> {
    let event = entry.event().map(|id| &knowledge[id]);
    let topics = event.into_iter().flat_map(|event| &event.topics).flat_map(|&topic| knowledge.events_on(topic));
    let actors = event.into_iter().flat_map(|event| &event.actors).flat_map(|&actor| knowledge.events_of(actor));
    let events = topics.chain(actors).map(|&other| (EntryId::Event(other), None));
    let mut own: BTreeMap<AspectId, BTreeSet<&[EntryId]>> = BTreeMap::new();
    for fact in knowledge.facts_about(entry).iter().map(|&id| &knowledge[id]) {
        if let Some(aspect) = fact.aspect {
            own.entry(aspect).or_default().insert(&fact.with);
        }
    }
    let facts = own.into_iter().flat_map(move |(aspect, own)| {
        let facts = knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]);
        let beside = facts.filter(move |fact| own.contains(&*fact.with));
        beside.flat_map(|fact| &fact.about).map(move |&about| (about, Some(aspect)))
    });
    let all = events.chain(facts);
    all.filter(move |(other, _)| *other != entry && other.kind() == entry.kind())
}
