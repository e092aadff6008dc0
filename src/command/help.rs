//! `/help`: what can be asked, and what the fact base holds.

use super::Call;
use super::coverage::coverage;
use super::draft::Draft;
use crate::answer::{Answer, Standing};
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
