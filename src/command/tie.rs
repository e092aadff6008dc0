//! Ties between two actors: as they are told, and which of several holders of an office a question means.

use super::Call;
use super::lookup::Lookup;
use crate::answer::Standing;
use crate::knowledge::date::Date;
use crate::knowledge::date::order::latest_first;
use crate::knowledge::{ActorId, EntryId, Kind, Knowledge, Relation, RelationId};
use crate::matcher::{FoundIn, Hit, Period, Reading, Scope, Use, office_meant};
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

/// The ties of the same sort as `id`: who else held its office, or what else has the tie that it shares with `like`.
/// What still holds first, without `id` itself.
pub(super) fn of_the_same_sort(knowledge: &Knowledge, id: RelationId, like: Option<RelationId>) -> Vec<RelationId> {
    let tie = &knowledge[id];
    let same_office = |other: &Relation| tie.office == other.office && tie.to == other.to;
    let shares = |other: &Relation| match like.map(|like| &knowledge[like]) {
        Some(like) if like.to == tie.to => other.to == tie.to,
        Some(like) if like.from == tie.from => other.from == tie.from,
        _ => false,
    };
    let same = |other: &Relation| if tie.office.is_some() { same_office(other) } else { shares(other) };
    let all = knowledge.relations_of_kind(&tie.kind).iter().copied();
    let ties: Vec<RelationId> = all.filter(|&other| other != id && same(&knowledge[other])).collect();
    in_order(knowledge, ties)
}

/// The ties of all who are stored as holders of an office.
pub(super) fn holders_of(knowledge: &Knowledge, office: RelationId) -> Vec<RelationId> {
    let mut ties = of_the_same_sort(knowledge, office, None);
    ties.push(office);
    in_order(knowledge, ties)
}

/// What still holds, then what has ended, the latest first.
fn in_order(knowledge: &Knowledge, mut ties: Vec<RelationId>) -> Vec<RelationId> {
    ties.sort_by_key(|&id| (knowledge[id].is_past(), latest_first(knowledge[id].date.as_ref()), id));
    ties
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

impl Call<'_> {
    /// What a text means that names an office: who holds it, at the time that the text speaks of. Where ties can be the
    /// answer, it is the tie; otherwise the holder.
    pub(super) fn holders(self, mut lookup: Lookup, reading: &Reading, scope: Scope) -> Lookup {
        let knowledge = self.knowledge();
        let Some(office) = lookup.hits.first().and_then(|hit| office_meant(knowledge, hit)) else { return lookup };
        let best = lookup.hits[0].clone();
        if lookup.standing == Standing::Unknown && !is_all(reading, &best) {
            return lookup;
        }
        let ties = holders_of(knowledge, office);
        let next = lookup.hits.get(1).and_then(|hit| office_meant(knowledge, hit));
        if lookup.standing == Standing::Ambiguous && next.is_none_or(|next| !ties.contains(&next)) {
            return lookup;
        }
        let meant = at_the_time(knowledge, &ties, reading.period);
        lookup.standing = match meant.len() {
            0 => Standing::Unknown,
            1 => Standing::Found,
            _ if scope.has(Kind::Relation) => Standing::Found,
            _ => Standing::Ambiguous,
        };
        let shown = if meant.is_empty() { ties } else { meant };
        let hit = |id: RelationId| {
            if scope.has(Kind::Relation) {
                return Hit { entry: EntryId::Relation(id), ..best.clone() };
            }
            let holder = EntryId::Actor(knowledge[id].from);
            let known = lookup.hits.iter().find(|hit| hit.entry == holder && office_meant(knowledge, hit) == Some(id));
            known.cloned().unwrap_or(Hit { entry: holder, ..best.clone() })
        };
        let mut hits: Vec<Hit> = shown.into_iter().map(hit).collect();
        let further = lookup.hits.iter().filter(|hit| hits.iter().all(|first| first.entry != hit.entry));
        let further: Vec<Hit> = further.cloned().collect();
        hits.extend(further);
        lookup.hits = hits;
        lookup
    }
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
    in_order(knowledge, ties.iter().copied().filter(told).collect())
}

/// Those that held at a time, the latest first. What has no date is taken only where nothing dated is.
fn at_the_time(knowledge: &Knowledge, ties: &[RelationId], period: Option<Period>) -> Vec<RelationId> {
    let ties = in_order(knowledge, ties.to_vec());
    let Some(period) = period else { return ties };
    let (dated, undated): (Vec<_>, Vec<_>) = ties.into_iter().partition(|&id| knowledge[id].date.is_some());
    let within = |id: &RelationId| knowledge[*id].date.as_ref().is_some_and(|date| period.overlaps(date.days()));
    let within: Vec<RelationId> = dated.into_iter().filter(within).collect();
    if within.is_empty() { undated } else { within }
}
