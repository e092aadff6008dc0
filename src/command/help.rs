//! `/help`: what can be asked, and what the fact base holds.

use super::draft::Draft;
use super::{Base, COMMANDS, Opt, PRIVATE, Request, Spec, Stop};
use crate::answer::{Answer, Standing};
use crate::knowledge::Knowledge;
use crate::wording::date::date_text;

pub(super) const SPEC: Spec = Spec {
    name: "help",
    description: "What can be asked, and what this fact base holds",
    example: "/help",
    options: &[Opt { ..PRIVATE }],
    answer,
};

#[expect(clippy::unnecessary_wraps, reason = "every command has this shape")]
fn answer(base: &Base, _request: &Request) -> Result<Answer, Stop> {
    let mut draft = Draft::new(base, "Casebook");
    draft.note(
        "Casebook answers from a curated fact base. Each statement carries its sources; where sources disagree, both \
         are shown; what is not in the fact base is not answered.",
    );
    for spec in COMMANDS {
        draft.note(format!("/{}: {}. For example: {}", spec.name, spec.description, spec.example));
    }
    draft.note("Names may be misspelt or written in another script, and any option takes free text.");
    draft.note(coverage(&base.knowledge));
    let collections = base.knowledge.collections();
    if !collections.is_empty() {
        draft.note(format!("Collections: {}.", collections.join(", ")));
    }
    draft.note(format!("Casebook {}.", env!("CARGO_PKG_VERSION")));
    Ok(draft.finish(Standing::Found, Vec::new()))
}

/// What a fact base holds, in one sentence.
pub fn coverage(knowledge: &Knowledge) -> String {
    format!(
        "It holds {} on {} and {}, from {}{}.",
        counted(knowledge.facts().len(), "fact"),
        counted(knowledge.events().len(), "event"),
        counted(knowledge.actors().len(), "actor"),
        counted(knowledge.sources().len(), "source"),
        knowledge
            .span()
            .map(|(first, last)| format!("; its events date from {} to {}", date_text(first), date_text(last)))
            .unwrap_or_default()
    )
}

/// A number with its noun: "1 fact", "2 facts".
pub fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
