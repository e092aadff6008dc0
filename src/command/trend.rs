//! `/trend`: the numbers of an aspect over time, in words and as a figure, with disputed and forecast values marked.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::lookup::Lookup;
use super::{Call, Stop};
use crate::answer::{Answer, Figure, Mark, Point, Series, Standing, Statement};
use crate::knowledge::{AspectId, EntryId, Fact, FactId, Knowledge, Rank};
use crate::message::{Message, Words};

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let lookups: Vec<Lookup> = ["aspect", "about"].into_iter().filter_map(|option| call.look_up(option)).collect();
    let request = call.settle(&lookups)?;
    let entry = |option| lookups.iter().find(|lookup| lookup.option == option).and_then(Lookup::entry);
    let Some(aspect) = entry("aspect").and_then(EntryId::aspect) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let about = entry("about");
    let mut draft = Draft::new(call, request, title(call.knowledge(), aspect, about));
    draft.read_as = call.read_as(&lookups);
    let standing = show(&mut draft, aspect, about);
    let hits = lookups.first().map(|lookup| lookup.hits.as_slice()).unwrap_or_default();
    Ok(draft.finish(standing, hits))
}

fn show(draft: &mut Draft<'_>, aspect: AspectId, about: Option<EntryId>) -> Standing {
    let knowledge = draft.knowledge;
    if let Some(note) = &knowledge[aspect].note {
        draft.note(Message::AspectNote { note: note.into() });
    }
    let facts = knowledge.facts_on(aspect).iter().copied();
    let facts: Vec<FactId> = facts
        .filter(|&id| {
            about.is_none_or(|entry| knowledge[id].about.contains(&entry) || knowledge[id].with.contains(&entry))
        })
        .collect();
    let (numbers, words): (Vec<FactId>, Vec<FactId>) =
        facts.iter().copied().partition(|&id| knowledge[id].value.is_some());
    let mut series: BTreeMap<&[EntryId], Vec<FactId>> = BTreeMap::new();
    for id in numbers {
        series.entry(&knowledge[id].about).or_default().push(id);
    }
    for (subjects, ids) in &series {
        let change = change(draft, ids);
        let mut statements = draft.facts(ids.iter().copied());
        statements.extend(change);
        draft.section(names(knowledge, subjects), statements);
    }
    let words = draft.facts(words);
    draft.section(Message::NoNumber, words);
    let figure = figure(draft, aspect, &series);
    draft.figures.extend(figure);
    if facts.is_empty() {
        draft.note(Message::NoSuchFact);
        return Standing::Unknown;
    }
    Standing::Found
}

fn names(knowledge: &Knowledge, subjects: &[EntryId]) -> Words {
    Words::dotted(subjects.iter().map(|&entry| knowledge.title(entry)))
}

fn title(knowledge: &Knowledge, aspect: AspectId, about: Option<EntryId>) -> Message {
    let aspect = &knowledge[aspect];
    let label = Words::from(&aspect.label);
    match (about.map(|entry| knowledge.title(entry).into()), aspect.unit.as_ref().map(Words::from)) {
        (Some(about), Some(unit)) => Message::TrendOf { aspect: label, about, unit },
        (Some(about), None) => Message::TrendBareOf { aspect: label, about },
        (None, Some(unit)) => Message::Trend { aspect: label, unit },
        (None, None) => Message::TrendBare { aspect: label },
    }
}

/// The dated numbers, where there are two or more of them.
fn figure(draft: &mut Draft<'_>, aspect: AspectId, series: &BTreeMap<&[EntryId], Vec<FactId>>) -> Option<Figure> {
    let knowledge = draft.knowledge;
    let mut all = Vec::new();
    for (subjects, ids) in series {
        let mut facts: Vec<&Fact> = ids.iter().map(|&id| &knowledge[id]).collect();
        facts.sort_by_cached_key(|fact| (fact.date.as_ref().map(crate::knowledge::date::Date::order), &*fact.key));
        let mut points = Vec::new();
        for fact in facts {
            if let (Some(date), Some(value)) = (&fact.date, fact.value) {
                let statement = draft.citer.fact(fact);
                let (marks, cites): (&[Mark], &[usize]) = (statement.marks(), statement.cites());
                points.push(Point { date: date.clone(), value, marks: marks.to_vec(), cites: cites.to_vec() });
            }
        }
        if !points.is_empty() {
            all.push(Series { name: names(knowledge, subjects), points });
        }
    }
    let points: usize = all.iter().map(|series: &Series| series.points.len()).sum();
    let unit = knowledge[aspect].unit.as_ref().map(Words::from).unwrap_or_default();
    (points > 1).then(|| Figure { label: (&knowledge[aspect].label).into(), unit, series: all })
}

/// How the first number and the last compare. Forecasts, superseded and disputed numbers do not count; with less than two dated
/// numbers there is nothing to compare.
fn change(draft: &mut Draft<'_>, ids: &[FactId]) -> Option<Statement> {
    let knowledge = draft.knowledge;
    let counted = |fact: &&Fact| !fact.forecast && fact.rank != Rank::Deprecated && fact.disputes.is_empty();
    let mut points: Vec<_> = ids
        .iter()
        .map(|&id| &knowledge[id])
        .filter(counted)
        .filter_map(|fact| Some((fact.date.as_ref()?, fact.value?, fact)))
        .filter(|(_, value, _)| value.number().is_some())
        .collect();
    points.sort_by_key(|(date, _, fact)| (date.order(), &*fact.key));
    let [(first_date, first, first_fact), .., (last_date, last, last_fact)] = points.as_slice() else { return None };
    if first_date.days().1 >= last_date.days().0 {
        return None;
    }
    let (from, to) = (first.least(), last.least());
    let change = (from != 0.0).then(|| Words::Change((to - from) / from.abs()));
    let (first, last) = (Words::from(*first), Words::from(*last));
    let (first_date, last_date) = (Words::from(*first_date), Words::from(*last_date));
    let message = match (to.total_cmp(&from), change) {
        (std::cmp::Ordering::Greater, Some(change)) => Message::Higher { first, first_date, last, last_date, change },
        (std::cmp::Ordering::Less, Some(change)) => Message::Lower { first, first_date, last, last_date, change },
        (std::cmp::Ordering::Greater, None) => Message::HigherThanNone { first, first_date, last, last_date },
        (std::cmp::Ordering::Less, None) => Message::LowerThanNone { first, first_date, last, last_date },
        (std::cmp::Ordering::Equal, _) => Message::Same { first, first_date, last, last_date },
    };
    Some(draft.citer.derive(message, [&first_fact.cites, &last_fact.cites]))
}
