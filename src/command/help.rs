//! `/help`: what can be asked, and what the fact base holds.

use super::Call;
use super::draft::Draft;
use crate::answer::{Answer, Standing};
use crate::knowledge::Knowledge;
use crate::message::{Message, Words};
use crate::request::{COMMANDS, Form};

pub(super) fn answer(call: Call<'_>) -> Answer {
    let mut draft = Draft::new(call, call.request.clone(), Message::Casebook);
    draft.note(Message::AboutCasebook);
    for spec in COMMANDS {
        let (name, description, example) = (spec.name.into(), spec.described(), spec.example.into());
        draft.note(match spec.form {
            Form::Chat => Message::CommandHelp { name, description, example },
            Form::Message(_) => Message::CheckHelp { description, example },
        });
    }
    draft.note(Message::NamesForgiven);
    draft.note(coverage(call.knowledge()));
    let collections = call.knowledge().collections();
    if !collections.is_empty() {
        draft.note(Message::Collections { names: Words::list(collections) });
    }
    draft.note(Message::Version { version: env!("CARGO_PKG_VERSION").into() });
    draft.finish(Standing::Found, &[])
}

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
