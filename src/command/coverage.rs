//! How much a fact base holds, in one sentence.

use crate::knowledge::Knowledge;
use crate::message::Message;

/// What a fact base holds, in one sentence.
pub fn coverage(knowledge: &Knowledge) -> Message {
    let facts = Message::FactCount { count: knowledge.facts().len().into() }.into();
    let events = Message::EventCount { count: knowledge.events().len().into() }.into();
    let actors = Message::ActorCount { count: knowledge.actors().len().into() }.into();
    let sources = Message::SourceCount { count: knowledge.sources().len().into() }.into();
    match knowledge.span() {
        Some((first, last)) => {
            Message::CoverageSpan { facts, events, actors, sources, first: first.into(), last: last.into() }
        }
        None => Message::Coverage { facts, events, actors, sources },
    }
}
