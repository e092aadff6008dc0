//! The ties of two actors, shared and differing, and the events in which both took part.

use crate::answer::Statement;
use crate::command::draft::{Draft, tie_words};
use crate::knowledge::{ActorId, EntryId, Knowledge, Relation, RelationId};
use crate::request::{Command, Request, Value};

/// So many ties of a sort are shown; all stand on the page of each actor.
const TIES: usize = 12;

/// So many events with both are shown, the latest ones; the others are in the timeline.
const EVENTS: usize = 8;

/// Adds the ties between the two, those that both have, those in which they differ, and the events with both.
pub(super) fn compare(draft: &mut Draft<'_>, [first, second]: [ActorId; 2]) {
    let knowledge = draft.knowledge;
    let (left, right) = (knowledge.relations_of(first), knowledge.relations_of(second));
    let direct: Vec<RelationId> = left.iter().copied().filter(|id| right.contains(id)).collect();
    let (mut shared, mut differing) = (Vec::new(), Vec::new());
    let mut matched: Vec<RelationId> = Vec::new();
    for &id in left.iter().filter(|id| !direct.contains(id)) {
        let like = |other: &RelationId| {
            !direct.contains(other) && !matched.contains(other) && {
                tie_from(&knowledge[id], first) == tie_from(&knowledge[*other], second)
            }
        };
        match right.iter().copied().find(like) {
            Some(other) => {
                matched.push(other);
                shared.push((id, other));
            }
            None => differing.push(id),
        }
    }
    differing.extend(right.iter().filter(|id| !direct.contains(id) && !matched.contains(id)));
    let one = |draft: &mut Draft<'_>, id: RelationId| draft.tie(&knowledge[id]);
    section(draft, "Ties between the two", direct, one);
    section(draft, "Ties that both have", shared, |draft, pair| both_have(draft, pair, first));
    section(draft, "Ties in which they differ", differing, one);
    events(draft, [first, second]);
}

/// A tie as it looks from one end: its kind, whether it goes out from there, and the actor at the other end.
fn tie_from(relation: &Relation, end: ActorId) -> (&str, bool, ActorId) {
    let outward = relation.from == end;
    (&relation.kind, outward, if outward { relation.to } else { relation.from })
}

fn section<T>(
    draft: &mut Draft<'_>,
    heading: &str,
    ties: Vec<T>,
    mut words: impl FnMut(&mut Draft<'_>, T) -> Statement,
) {
    let heading = if ties.len() > TIES { format!("{heading}, {TIES} of {}", ties.len()) } else { heading.to_owned() };
    let statements = ties.into_iter().take(TIES).map(|tie| words(draft, tie)).collect();
    draft.section(heading, statements);
}

fn both_have(draft: &mut Draft<'_>, (one, other): (RelationId, RelationId), first: ActorId) -> Statement {
    let knowledge: &Knowledge = draft.knowledge;
    let (one, other) = (&knowledge[one], &knowledge[other]);
    let (_, outward, end) = tie_from(one, first);
    let (kind, end) = (tie_words(&one.kind), &knowledge[end].name);
    let text = if outward { format!("Each {kind} {end}") } else { format!("{end} {kind} each") };
    let note = |relation: &Relation| relation.note.as_deref().map(|note| note.trim_end_matches('.').to_owned());
    let text = match (note(one), note(other)) {
        (None, None) => text,
        (left, right) if left == right => format!("{text} ({})", left.unwrap_or_default()),
        (left, right) => format!("{text} ({}; {})", left.unwrap_or("–".into()), right.unwrap_or("–".into())),
    };
    draft.citer.derive(text, [&one.cites, &other.cites])
}

fn events(draft: &mut Draft<'_>, [first, second]: [ActorId; 2]) {
    let knowledge = draft.knowledge;
    let shared = knowledge.events_of(first).iter().copied().filter(|&id| knowledge[id].actors.contains(&second));
    let (mut undated, dated): (Vec<_>, Vec<_>) = shared.partition(|&id| knowledge[id].date.is_none());
    undated.extend(dated);
    let earlier = undated.len().saturating_sub(EVENTS);
    let heading = match earlier {
        0 => "Events with both".to_owned(),
        _ => format!("Events with both, the latest of {}", undated.len()),
    };
    let lines = undated.iter().skip(earlier).map(|&event| draft.event_line(event)).collect();
    draft.section(heading, lines);
    if earlier > 0 {
        draft.offer(
            "Timeline",
            Request::of(Command::Timeline).with("about", Value::entry(knowledge.key(EntryId::Actor(first)))),
        );
    }
}
