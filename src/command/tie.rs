//! Ties between two actors: as they are told, which are of one sort, and which held at a time.

use std::borrow::Cow;

use crate::knowledge::date::Date;
use crate::knowledge::{ActorId, Knowledge, Relation, RelationId};
use crate::matcher::{FoundIn, Hit, Period, Reading, Use, office_meant};
use crate::message::{Message, Tie, Words};

/// A name is whole when so much of it was found, by weight: a letter may be wrong.
const WHOLE: f32 = 0.9;

/// A tie as it is told on the page of `teller`, one of its two ends.
pub(super) fn told(knowledge: &Knowledge, relation: &Relation, teller: ActorId) -> Tie {
    let name = |actor: ActorId| Words::Name(knowledge[actor].name.to_string());
    Tie {
        kind: relation.kind.to_string(),
        from: name(relation.from),
        to: name(relation.to),
        office: relation.office.as_deref().map(ToOwned::to_owned),
        back: teller != relation.from,
        past: relation.is_past(),
        date: relation.date.clone(),
        as_of: relation.date.is_none().then(|| as_of(knowledge, relation)).flatten().cloned(),
        note: relation.note.as_deref().map(ToOwned::to_owned),
    }
}

/// When the latest of its sources spoke of it.
fn as_of<'k>(knowledge: &'k Knowledge, relation: &Relation) -> Option<&'k Date> {
    let published = relation.cites.as_slice().iter().map(|cite| &knowledge[cite.source].published);
    published.max_by_key(|date| date.order())
}

/// The ties of the same sort as one: all who held its office, or all that have the tie that it shares with `like`.
/// What still holds first, then the latest.
pub(super) fn of_the_same_sort<'k>(
    knowledge: &'k Knowledge,
    tie: &Relation,
    like: Option<RelationId>,
) -> Cow<'k, [RelationId]> {
    if tie.office.is_some() {
        return knowledge.holders(tie).into();
    }
    let Some(like) = like.map(|like| &knowledge[like]) else { return Cow::default() };
    let to = like.to == tie.to;
    let same = |other: &Relation| {
        other.kind == tie.kind && if to { other.to == tie.to } else { like.from == tie.from && other.from == tie.from }
    };
    let all = knowledge.relations_of(if to { tie.to } else { tie.from }).iter().copied();
    let mut ties: Vec<RelationId> = all.filter(|&other| same(&knowledge[other])).collect();
    knowledge.sort_ties(&mut ties);
    ties.into()
}

/// The office by which a holder was found, with its dates.
pub(super) fn held(knowledge: &Knowledge, hit: &Hit) -> Option<Message> {
    hit.entry.actor()?;
    let relation = &knowledge[office_meant(knowledge, hit)?];
    let to = Words::Name(knowledge[relation.to].name.to_string());
    let post = Message::post(relation.office.as_deref()?, to).into();
    Some(match (&relation.date, as_of(knowledge, relation)) {
        (Some(date), _) => Message::Held { post, date: date.into() },
        (None, Some(date)) => Message::HeldAsOf { post, date: date.into() },
        (None, None) => return None,
    })
}

/// Whether a hit is all that was asked for but for the time: each word stands in its name.
pub(super) fn is_all(reading: &Reading, hit: &Hit) -> bool {
    hit.why.name >= WHOLE && is_in_name(reading, hit)
}

/// Whether each word that was looked for stands in the name of a hit.
pub(super) fn is_in_name(reading: &Reading, hit: &Hit) -> bool {
    let in_name = |term| hit.why.found.iter().any(|find| find.term == term && find.place == FoundIn::Name);
    let kept = (0..).zip(&reading.terms).filter(|(_, term)| term.usage == Use::Kept);
    kept.into_iter().all(|(number, _)| in_name(number))
}

/// Those of which a source tells that they held at a time: undated ones, when a source of that time speaks of them.
pub(super) fn told_of(knowledge: &Knowledge, ties: &[RelationId], period: Option<Period>) -> Vec<RelationId> {
    let told = |id: &RelationId| {
        let date = knowledge[*id].date.as_ref().or_else(|| as_of(knowledge, &knowledge[*id]));
        period.is_none_or(|period| date.is_some_and(|date| period.overlaps(date.days())))
    };
    ties.iter().copied().filter(told).collect()
}

/// Those that held at a time, in their order. What has no date is taken only where nothing dated is.
pub(super) fn at_the_time(knowledge: &Knowledge, ties: &[RelationId], period: Option<Period>) -> Vec<RelationId> {
    let Some(period) = period else { return ties.to_vec() };
    let (dated, undated): (Vec<_>, Vec<_>) = ties.iter().copied().partition(|&id| knowledge[id].date.is_some());
    let within = |id: &RelationId| knowledge[*id].date.as_ref().is_some_and(|date| period.overlaps(date.days()));
    let within: Vec<RelationId> = dated.into_iter().filter(within).collect();
    if within.is_empty() { undated } else { within }
}
