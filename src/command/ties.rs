//! The ties of an actor as a picture and in sentences; a button on the page of the actor asks it.

use super::draft::Draft;
use super::{Call, Stop, actor, figure};
use crate::answer::{Answer, Standing};
use crate::knowledge::EntryId;
use crate::message::{Message, Words};

/// So many of those that it is tied to can be asked for next.
const MENU: usize = 25;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookup = call.look_up("question");
    let request = call.settle(lookup.as_slice())?;
    let Some((id, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?.actor()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let knowledge = call.knowledge();
    let title = Words::dotted([Words::from(&knowledge[id].name), Message::Ties.into()]);
    let mut draft = Draft::new(call, request, title);
    let ties = actor::ties(knowledge, id);
    let statements = ties.iter().map(|&tie| draft.tie_told_by(&knowledge[tie], id)).collect();
    draft.section("", statements);
    draft.figure = figure::ties(&mut draft, id, &ties);
    if ties.is_empty() {
        draft.note(Message::NoSuchFact);
    }
    let ends = ties.iter().map(|&tie| if knowledge[tie].from == id { knowledge[tie].to } else { knowledge[tie].from });
    let lines: Vec<_> = ends.map(EntryId::Actor).map(|other| (other, draft.showing(other))).take(MENU).collect();
    draft.menu(lines);
    Ok(draft.finish(Standing::Found, &lookup.hits))
}
