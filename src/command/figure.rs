//! What of an answer can be drawn, from the entries of which it tells.
//!
//! Owns what goes into a figure, and when there is one. A figure cites nothing that the answer does not.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::tie;
use crate::answer::Figure;
use crate::answer::figure::{Happening, Measure, Other, Pair, Pairs, Point, Reading, Series, Ties, Timeline, Trend};
use crate::knowledge::date::Date;
use crate::knowledge::{ActorId, Aspect, AspectId, EntryId, EventId, Fact, FactId, RelationId};
use crate::message::{Message, Words};

/// So many others are drawn around an actor.
const MOST_OTHERS: usize = 24;

/// So many measures of two entries are drawn.
const MOST_PAIRS: usize = 8;

/// The dated ones of some events; none where there are less than two, of which no order can be seen.
pub(super) fn timeline(draft: &mut Draft<'_>, events: &[EventId]) -> Option<Figure> {
    let knowledge = draft.knowledge;
    let mut topics = BTreeSet::new();
    let dated: Vec<_> =
        events.iter().map(|&id| &knowledge[id]).filter_map(|event| Some((event, event.date.clone()?))).collect();
    topics.extend(dated.iter().filter_map(|(event, _)| event.topics.first()));
    let topics: Vec<_> = topics.into_iter().collect();
    let mut happenings: Vec<Happening> = Vec::new();
    for (event, date) in dated {
        happenings.push(Happening {
            label: (&event.title).into(),
            date,
            topic: event.topics.first().and_then(|topic| topics.iter().position(|other| other == &topic)),
            cites: draft.citer.numbers(&event.cites).0,
        });
    }
    happenings.sort_by_key(|event| event.date.order());
    let topics = topics.into_iter().map(|&topic| (&knowledge[topic].label).into()).collect();
    (happenings.len() > 1).then_some(Figure::Timeline(Timeline { topics, events: happenings }))
}

/// Numbers over time, by series; none where no series has two dated numbers.
pub(super) fn trend(draft: &mut Draft<'_>, aspect: AspectId, series: Vec<(Words, Vec<FactId>)>) -> Option<Figure> {
    let knowledge = draft.knowledge;
    let mut at: BTreeMap<FactId, (usize, usize)> = BTreeMap::new();
    let mut all = Vec::new();
    for (name, mut ids) in series {
        ids.sort_by_cached_key(|&id| (knowledge[id].date.as_ref().map(Date::order), &*knowledge[id].key));
        let mut points = Vec::new();
        for id in ids {
            let fact = &knowledge[id];
            if let (Some(date), Some(value)) = (&fact.date, fact.value) {
                let statement = draft.citer.fact(fact);
                let (marks, cites) = (statement.marks().to_vec(), statement.cites().to_vec());
                at.insert(id, (all.len(), points.len()));
                points.push(Point { date: date.clone(), value, marks, cites });
            }
        }
        if !points.is_empty() {
            all.push(Series { name, points });
        }
    }
    let other = |id: FactId| knowledge[id].disputes.iter().filter(move |dispute| dispute.fact > id);
    let pair = |(&id, &one)| other(id).filter_map(|dispute| Some([one, *at.get(&dispute.fact)?])).collect::<Vec<_>>();
    let disputes = at.iter().flat_map(pair).collect();
    let several = all.iter().any(|series: &Series| series.points.len() > 1);
    several.then(|| Figure::Trend(Trend { measure: measure(&knowledge[aspect]), series: all, disputes }))
}

fn measure(aspect: &Aspect) -> Measure {
    let unit = aspect.unit.as_ref().map(Words::from).unwrap_or_default();
    Measure { label: (&aspect.label).into(), unit, better: aspect.better }
}

/// The numbers of two entries on the same measures: each measure with its label and the facts of both.
pub(super) fn pairs(
    draft: &mut Draft<'_>,
    sides: [EntryId; 2],
    rows: Vec<(AspectId, Words, [Vec<FactId>; 2])>,
) -> Option<Figure> {
    let knowledge = draft.knowledge;
    let mut drawn = Vec::new();
    for (aspect, label, facts) in rows {
        let sides = facts.map(|facts| readings(draft, facts));
        if drawn.len() < MOST_PAIRS && sides.iter().all(|side| !side.is_empty()) {
            drawn.push(Pair { measure: Measure { label, ..measure(&knowledge[aspect]) }, sides });
        }
    }
    let names = sides.map(|side| knowledge.title(side).into());
    (!drawn.is_empty()).then_some(Figure::Pairs(Pairs { names, rows: drawn }))
}

fn readings(draft: &mut Draft<'_>, facts: Vec<FactId>) -> Vec<Reading> {
    let knowledge = draft.knowledge;
    let numbers = facts.into_iter().map(|id| &knowledge[id]).filter_map(|fact: &Fact| Some((fact, fact.value?)));
    let reading = |(fact, value)| {
        let statement = draft.citer.fact(fact);
        let (marks, cites) = (statement.marks().to_vec(), statement.cites().to_vec());
        Reading { value, date: fact.date.clone(), marks, cites }
    };
    numbers.map(reading).collect()
}

/// The ties of an actor, in their order; none where there is none. Where there are more others than have room, those that more
/// ties lead to stay, and those that still have one.
pub(super) fn ties(draft: &mut Draft<'_>, id: ActorId, ties: &[RelationId]) -> Option<Figure> {
    let knowledge = draft.knowledge;
    let mut others: Vec<(ActorId, Vec<RelationId>)> = Vec::new();
    let mut places: BTreeMap<ActorId, usize> = BTreeMap::new();
    for &tie in ties {
        let end = if knowledge[tie].from == id { knowledge[tie].to } else { knowledge[tie].from };
        let at = *places.entry(end).or_insert_with(|| {
            others.push((end, Vec::new()));
            others.len() - 1
        });
        others[at].1.push(tie);
    }
    let more = others.len().saturating_sub(MOST_OTHERS);
    let past = |ties: &[RelationId]| ties.iter().all(|&tie| knowledge[tie].is_past());
    others.sort_by_key(|(end, ties)| (past(ties), std::cmp::Reverse(ties.len()), places.get(end)));
    others.truncate(MOST_OTHERS);
    others.sort_by_key(|(end, _)| places.get(end));
    let other = |(end, ties): (ActorId, Vec<RelationId>)| {
        let told = |tie: RelationId| {
            let relation = &knowledge[tie];
            (tie::told(knowledge, relation, id), draft.citer.numbers(&relation.cites).0)
        };
        Other { name: (&knowledge[end].name).into(), ties: ties.into_iter().map(told).collect() }
    };
    let others: Vec<Other> = others.into_iter().map(other).collect();
    let name = (&knowledge[id].name).into();
    (!others.is_empty()).then_some(Figure::Ties(Ties { name, others, more }))
}

/// What is said where numbers make no trend.
pub(super) fn no_trend(numbers: usize) -> Option<Message> {
    match numbers {
        0 => None,
        1 => Some(Message::OneNumber),
        _ => Some(Message::NoTrend),
    }
}
