//! `/trend`: the numbers of an aspect over time, in words, with disputed and forecast values marked.

use std::collections::BTreeMap;

use super::draft::{Draft, matches};
use super::lookup::{look_up, look_up_if_given};
use super::{Base, Opt, PRIVATE, Request, Spec, Stop, Takes};
use crate::answer::{Answer, Standing, Statement};
use crate::knowledge::{AspectId, EntryId, Fact, FactId, Kind, Knowledge};
use crate::matcher::Hit;
use crate::wording::date::date_text;

pub(super) const SPEC: Spec = Spec {
    name: "trend",
    description: "The numbers of an aspect over time, with disputed and forecast values marked",
    example: "/trend trade turnover",
    options: &[
        Opt {
            name: "aspect",
            description: "What is measured, such as trade turnover",
            required: true,
            takes: Takes::Entries(&[Kind::Aspect]),
        },
        Opt {
            name: "about",
            description: "Whose numbers: a person, state or organisation",
            required: false,
            takes: Takes::Entries(&[Kind::Actor, Kind::Event]),
        },
        PRIVATE,
    ],
    answer,
};

fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (aspect, outcome) = look_up(base, request, "aspect", EntryId::aspect)?;
    let about = look_up_if_given(base, request, "about", Some)?;
    Ok(show(base, aspect, about, outcome.hits()))
}

fn show(base: &Base, aspect: AspectId, about: Option<EntryId>, hits: &[Hit]) -> Answer {
    let knowledge = &base.knowledge;
    let mut draft = Draft::new(base, title(knowledge, aspect, about));
    if let Some(note) = &knowledge[aspect].note {
        draft.note(&**note);
    }
    let facts = knowledge.facts_on(aspect).iter().copied();
    let facts: Vec<FactId> =
        facts.filter(|&id| about.is_none_or(|entry| knowledge[id].about.contains(&entry))).collect();
    let (numbers, words): (Vec<FactId>, Vec<FactId>) =
        facts.iter().copied().partition(|&id| knowledge[id].value.is_some());
    let mut series: BTreeMap<&[EntryId], Vec<FactId>> = BTreeMap::new();
    for id in numbers {
        series.entry(&knowledge[id].about).or_default().push(id);
    }
    for (subjects, ids) in series {
        let names: Vec<&str> = subjects.iter().map(|&entry| knowledge.title(entry)).collect();
        let change = change(&mut draft, &ids);
        let mut statements = draft.facts(ids);
        statements.extend(change);
        draft.section(names.join(" · "), statements);
    }
    let words = draft.facts(words);
    draft.section("Without a number", words);
    if facts.is_empty() {
        draft.note("The fact base holds no fact on this.");
        return draft.finish(Standing::Unknown, matches(knowledge, hits));
    }
    draft.finish(Standing::Found, matches(knowledge, hits))
}

fn title(knowledge: &Knowledge, aspect: AspectId, about: Option<EntryId>) -> String {
    let about = about.map(|entry| format!(": {}", knowledge.title(entry))).unwrap_or_default();
    let unit = knowledge[aspect].unit.as_deref().map(|unit| format!(" ({unit})")).unwrap_or_default();
    format!("{}{about}{unit}", knowledge[aspect].label)
}

/// How the first number and the last compare. Forecasts and superseded numbers do not count; with less than two dated
/// numbers there is nothing to compare.
fn change(draft: &mut Draft<'_>, ids: &[FactId]) -> Option<Statement> {
    let knowledge = draft.knowledge;
    let counted = |fact: &&Fact| !fact.forecast && fact.rank != crate::knowledge::Rank::Deprecated;
    let mut points: Vec<_> = ids
        .iter()
        .map(|&id| &knowledge[id])
        .filter(counted)
        .filter_map(|fact| Some((fact.date.as_ref()?, fact.value?.number()?, fact)))
        .collect();
    points.sort_by_key(|(date, _, fact)| (date.order(), &*fact.key));
    let [(first_date, first, first_fact), .., (last_date, last, last_fact)] = points.as_slice() else { return None };
    if first_date.days().1 >= last_date.days().0 {
        return None;
    }
    let direction = match last.total_cmp(first) {
        std::cmp::Ordering::Greater => "higher",
        std::cmp::Ordering::Less => "lower",
        std::cmp::Ordering::Equal => "the same",
    };
    let share = if *first == 0.0 { String::new() } else { format!(", {:+.0} %", (last - first) / first.abs() * 100.0) };
    let text =
        format!("From {first} ({}) to {last} ({}): {direction}{share}.", date_text(first_date), date_text(last_date));
    Some(draft.citer.derive(text, [&first_fact.cites, &last_fact.cites]))
}
