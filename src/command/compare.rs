//! `/compare`: two actors or two events side by side.
//!
//! A row for each aspect that both have facts on, then what lies between them, what only one has, the ties they share and
//! those in which they differ, and the events in which both took part. Long lists are cut with a word on where the rest is.

use super::draft::{Draft, matches};
use super::lookup::{find_certain, look_up, look_up_if_given};
use super::{Base, Stop};
use crate::request::Request;

use crate::answer::{Answer, Standing};
use crate::knowledge::{EntryId, Kind, Knowledge};
use crate::matcher::{Hit, Outcome};
use crate::message::Message;

mod facts;
mod ties;

pub(super) fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (sides, outcomes) = look_up_pair(base, request)?;
    let aspect = look_up_if_given(base, request, "aspect", EntryId::aspect)?;
    let knowledge = &base.knowledge;
    let mut draft = Draft::new(base, sides.map(|side| knowledge.title(side)).join(" and "));
    facts::compare(&mut draft, sides, aspect);
    if let ([EntryId::Actor(first), EntryId::Actor(second)], None) = (sides, aspect) {
        ties::compare(&mut draft, [first, second]);
    }
    for side in sides {
        draft.offer_entry(side);
    }
    Ok(draft.finish(Standing::Found, matches(knowledge, &merged(&outcomes))))
}

/// The two that are meant. Only like can be compared, so each text is read as the kind of which the other is too.
fn look_up_pair(base: &Base, request: &Request) -> Result<([EntryId; 2], [Outcome; 2]), Stop> {
    let as_kind = |kind| {
        let first = find_certain(base, request, "first", kind)?;
        let second = find_certain(base, request, "second", kind)?;
        let score = first.1.score + second.1.score;
        (first.1.entry != second.1.entry).then_some((score, [first.1.entry, second.1.entry], [first.0, second.0]))
    };
    let both = [Kind::Event, Kind::Actor].into_iter().filter_map(as_kind).max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((_, sides, outcomes)) = both {
        return Ok((sides, outcomes));
    }
    let (first, first_outcome) = look_up(base, request, "first", Some)?;
    let (second, second_outcome) = look_up(base, request, "second", Some)?;
    refuse_unlike(&base.knowledge, first, second)?;
    Ok(([first, second], [first_outcome, second_outcome]))
}

/// A pair that cannot be compared is not an answer, but a request to ask differently.
fn refuse_unlike(knowledge: &Knowledge, first: EntryId, second: EntryId) -> Result<(), Stop> {
    let (first_title, second_title) = (knowledge.title(first), knowledge.title(second));
    if first == second {
        return Err(Stop::refused(Message::SameTwice { title: first_title.into() }));
    }
    if first.kind() != second.kind() {
        return Err(Stop::refused(Message::UnlikePair {
            first: first_title.into(),
            first_kind: first.kind().into(),
            second: second_title.into(),
            second_kind: second.kind().into(),
        }));
    }
    Ok(())
}

/// The hits of both, turn by turn, so that the two that are compared come first.
fn merged(outcomes: &[Outcome; 2]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let longest = outcomes.iter().map(|outcome| outcome.hits().len()).max().unwrap_or_default();
    for turn in 0..longest {
        for hit in outcomes.iter().filter_map(|outcome| outcome.hits().get(turn)) {
            if hits.iter().all(|known| known.entry != hit.entry) {
                hits.push(hit.clone());
            }
        }
    }
    hits
}
