//! The ties of two actors, shared and differing, and the events in which both took part.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::answer::Statement;
use crate::command::draft::Draft;
use crate::command::tie;
use crate::knowledge::{ActorId, EntryId, Knowledge, Relation, RelationId};
use crate::message::{Message, Tie, Words};
use crate::request::{Command, Request, Value};

/// So many ties of a sort are shown; all stand on the page of each actor.
const TIES: usize = 12;

/// So many events with both are shown, the latest ones; the others are in the timeline.
const EVENTS: usize = 8;

/// Adds the ties between the two, those that both have, those in which they differ, and the events with both.
pub(super) fn compare(draft: &mut Draft<'_>, [first, second]: [ActorId; 2]) {
    let knowledge = draft.knowledge;
    let (left, right) = (knowledge.relations_of(first), knowledge.relations_of(second));
    let of_both: BTreeSet<RelationId> =
        left.iter().chain(right).copied().filter(|&id| joins(knowledge, id, first, second)).collect();
    let mut likes: BTreeMap<Seen<'_>, VecDeque<RelationId>> = BTreeMap::new();
    for &id in right.iter().filter(|id| !of_both.contains(id)) {
        likes.entry(tie_from(&knowledge[id], second)).or_default().push_back(id);
    }
    let (mut shared, mut differing) = (Vec::new(), Vec::new());
    for &id in left.iter().filter(|id| !of_both.contains(id)) {
        match likes.get_mut(&tie_from(&knowledge[id], first)).and_then(VecDeque::pop_front) {
            Some(other) => shared.push((id, other)),
            None => differing.push(id),
        }
    }
    let mut unmatched: Vec<RelationId> = likes.into_values().flatten().collect();
    unmatched.sort_unstable();
    differing.extend(unmatched);
    let one = |draft: &mut Draft<'_>, id: RelationId| draft.tie(&knowledge[id]);
    section(draft, Message::TiesBetween, of_both.into_iter().collect(), one);
    section(draft, Message::TiesBoth, shared, |draft, pair| both_have(draft, pair, [first, second]));
    section(draft, Message::TiesDiffering, differing, one);
    events(draft, [first, second]);
}

/// Whether a tie joins the two.
fn joins(knowledge: &Knowledge, id: RelationId, first: ActorId, second: ActorId) -> bool {
    let ends = (knowledge[id].from, knowledge[id].to);
    ends == (first, second) || ends == (second, first)
}

/// A tie as it looks from one end.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Seen<'k> {
    kind: &'k str,
    office: Option<&'k str>,
    past: bool,
    /// Whether it goes out from there.
    outward: bool,
    other: ActorId,
}

fn tie_from(relation: &Relation, end: ActorId) -> Seen<'_> {
    let outward = relation.from == end;
    Seen {
        kind: &relation.kind,
        office: relation.office.as_deref(),
        past: relation.is_past(),
        outward,
        other: if outward { relation.to } else { relation.from },
    }
}

fn section<T>(
    draft: &mut Draft<'_>,
    heading: Message,
    ties: Vec<T>,
    mut words: impl FnMut(&mut Draft<'_>, T) -> Statement,
) {
    let heading = match ties.len() {
        count if count > TIES => Message::Some { heading: heading.into(), shown: TIES.into(), count: count.into() },
        _ => heading,
    };
    let statements = ties.into_iter().take(TIES).map(|tie| words(draft, tie)).collect();
    draft.section(heading, statements);
}

fn both_have(
    draft: &mut Draft<'_>,
    (one, other): (RelationId, RelationId),
    [first, second]: [ActorId; 2],
) -> Statement {
    let knowledge: &Knowledge = draft.knowledge;
    let (one, other) = (&knowledge[one], &knowledge[other]);
    let outward = tie_from(one, first).outward;
    let note = |relation: &Relation| relation.note.as_deref().map(|note| note.trim_end_matches('.').to_owned());
    let note = match (note(one), note(other)) {
        (left, right) if left == right => left,
        // Each note says of whom it is told.
        (left, right) => {
            let notes = [(first, left), (second, right)].into_iter();
            let told = notes.filter_map(|(actor, note)| Some(format!("{}: {}", knowledge[actor].name, note?)));
            Some(told.collect::<Vec<_>>().join("; "))
        }
    };
    let date = one.date.clone().filter(|date| other.date.as_ref() == Some(date));
    let tie = Tie { date, as_of: None, note, ..tie::told(knowledge, one, first) };
    let each = Words::from(Message::Each);
    let tie = if outward { Tie { from: each, ..tie } } else { Tie { to: each, back: false, ..tie } };
    let text = Words::Tie(Box::new(tie));
    draft.citer.derive(text, [&one.cites, &other.cites])
}

fn events(draft: &mut Draft<'_>, [first, second]: [ActorId; 2]) {
    let knowledge = draft.knowledge;
    let shared = knowledge.events_of(first).iter().copied().filter(|&id| knowledge[id].actors.contains(&second));
    let (mut undated, dated): (Vec<_>, Vec<_>) = shared.partition(|&id| knowledge[id].date.is_none());
    undated.extend(dated);
    let earlier = undated.len().saturating_sub(EVENTS);
    let heading = match earlier {
        0 => Message::EventsBoth,
        _ => Message::EventsBothLatest { count: undated.len().into() },
    };
    let lines = undated.iter().skip(earlier).map(|&event| draft.event_line(event)).collect();
    draft.section(heading, lines);
    if earlier > 0 {
        draft.offer(
            Message::Timeline,
            Request::of(Command::Timeline).with("about", Value::entry(knowledge.key(EntryId::Actor(first)))),
        );
    }
}
