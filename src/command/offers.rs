//! Whether an entry has what an answer's buttons ask for: related entries, and others to compare it with.
//!
//! Every answer asks this, so it costs as little where much is stored about an entry. What there is, is gathered in
//! [`super::related`] and [`super::comparable`].

use crate::knowledge::{EntryId, Knowledge};

/// Whether anything is related to an entry.
pub(super) fn has_related(knowledge: &Knowledge, entry: EntryId) -> bool {
    match entry {
        EntryId::Event(id) => !knowledge[id].actors.is_empty() || knowledge[id].date.is_some(),
        EntryId::Actor(id) => !knowledge.events_of(id).is_empty() || !knowledge.relations_of(id).is_empty(),
        EntryId::Fact(_) | EntryId::Relation(_) => true,
        EntryId::Topic(_) | EntryId::Aspect(_) | EntryId::Source(_) => false,
    }
}

/// Whether there is anything to compare an entry with.
pub(super) fn has_comparable(knowledge: &Knowledge, entry: EntryId) -> bool {
    let event = entry.event().map(|id| &knowledge[id]);
    knowledge.is_compared(entry)
        || event.is_some_and(|event| {
            event.topics.iter().any(|&topic| knowledge.events_on(topic).len() > 1)
                || event.actors.iter().any(|&actor| knowledge.events_of(actor).len() > 1)
        })
}
