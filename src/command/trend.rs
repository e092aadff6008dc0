//! `/trend`: the numbers of an aspect over time, in words and as a figure, with disputed and forecast values marked.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::lookup::Lookup;
use super::matter::{self, Parted};
use super::period::{self, Bounds};
use super::{Call, Stop, figure, tie};
use crate::answer::{Answer, Standing, Statement};
use crate::knowledge::{AspectId, EntryId, Fact, FactId, Knowledge, Rank};
use crate::matcher::{Hit, Model};
use crate::meaning::is_telling;
use crate::message::{Message, Words};
use crate::request::{Key, Request, Value};

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let Some((asked, said)) = read(call) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let aspect = asked.entry().and_then(EntryId::aspect);
    if said.period.is_some_and(|period| period.except.is_some()) {
        return Err(Stop::refused(Message::TakesNoException));
    }
    let lookups: Vec<Lookup> = [asked].into_iter().chain(call.look_up("about")).collect();
    let request = call.settle(&lookups)?;
    let Some(aspect) = aspect else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let filter = Filter::of(call, aspect, lookups.get(1), &said);
    let mut draft =
        Draft::new(call, filter.carried_by(call.knowledge(), request), title(call.knowledge(), aspect, &filter));
    draft.read_as = call.read_as(&lookups);
    let standing = show(&mut draft, aspect, &filter);
    let hits = lookups.first().map(|lookup| lookup.hits.as_slice()).unwrap_or_default();
    Ok(draft.finish_with_facts(standing, hits, 1))
}

/// The aspect that is meant, and what its text says of actors and of a time: "exports of weapons to Yemen since 2010". An aspect with
/// numbers about all who are named is meant before one without.
fn read(call: Call<'_>) -> Option<(Lookup, Parted)> {
    let knowledge = call.knowledge();
    let by_name = call.look_up("aspect")?;
    let Some(text) = call.request.text("aspect").filter(|_| !by_name.reading.terms.is_empty()) else {
        return Some((by_name, Parted::default()));
    };
    let exact = by_name.standing == Standing::Found && by_name.reading.model == Model::Exact;
    if exact {
        return Some((by_name, Parted::default()));
    }
    let parted = matter::part(call, text);
    // Whoever is named may belong to the name: "share sold to the West". One word is part of many names.
    let telling = by_name.reading.terms.iter().filter(|term| is_telling(&term.written)).count();
    let whole = |hit: &Hit| telling > 1 && tie::is_in_name(&by_name.reading, hit);
    if by_name.standing != Standing::Unknown && by_name.hits.first().is_some_and(whole) {
        return Some((by_name, Parted { period: parted.period, ..Parted::default() }));
    }
    let facts = |aspect: AspectId| knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]);
    let of_all = |fact: &&Fact| parted.actors.iter().all(|id| involves(fact, EntryId::Actor(*id)));
    let of_one = |fact: &&Fact| parted.actors.iter().any(|id| involves(fact, EntryId::Actor(*id)));
    let has_numbers = |aspect: AspectId| facts(aspect).filter(of_all).any(|fact| fact.value.is_some());
    let has_facts = |aspect: AspectId| facts(aspect).any(|fact| of_all(&fact));
    let of_some = |aspect: AspectId| facts(aspect).filter(of_one).any(|fact| fact.value.is_some());
    let asked = if parted.rest.is_empty() { text } else { &parted.rest };
    Some((matter::aspect(call, asked, !parted.actors.is_empty(), &[&has_numbers, &has_facts, &of_some]), parted))
}

fn involves(fact: &Fact, entry: EntryId) -> bool {
    fact.about.contains(&entry) || fact.with.contains(&entry)
}

/// Which numbers are shown.
#[derive(Debug, Default)]
struct Filter {
    /// Those in which all of these are.
    about: Vec<EntryId>,
    /// Those in which one of them is are shown, too: there are none of all.
    any: bool,
    bounds: Bounds,
}

impl Filter {
    fn of(call: Call<'_>, aspect: AspectId, about: Option<&Lookup>, said: &Parted) -> Self {
        let named = match about {
            Some(about) if about.reading.terms.is_empty() => about.hits.iter().map(|hit| hit.entry).collect(),
            Some(about) => about.entry().into_iter().collect(),
            None => Vec::new(),
        };
        let actors = said.actors.iter().copied().map(EntryId::Actor);
        let about: Vec<EntryId> = if named.is_empty() { actors.collect() } else { named };
        let facts = call.knowledge().facts_on(aspect).iter().map(|&id| &call.knowledge()[id]);
        let of_all = facts.into_iter().any(|fact| about.iter().all(|&entry| involves(fact, entry)));
        Self { any: !of_all, about, bounds: Bounds::of(call.request, said.period) }
    }

    /// The request of which the texts are replaced by what they were read as.
    fn carried_by(&self, knowledge: &Knowledge, request: Request) -> Request {
        let keys = self.about.iter().map(|&entry| Key::Id(knowledge.key(entry).to_owned())).collect::<Vec<_>>();
        let request = if keys.is_empty() { request } else { request.with("about", Value::Entries(keys)) };
        self.bounds.carried_by(request)
    }

    fn admits(&self, fact: &Fact) -> bool {
        let mut about = self.about.iter().map(|&entry| involves(fact, entry));
        let involved = if self.any { about.any(|is| is) } else { about.all(|is| is) };
        self.bounds.admit(fact.date.as_ref()) && involved
    }
}

fn show(draft: &mut Draft<'_>, aspect: AspectId, filter: &Filter) -> Standing {
    let knowledge = draft.knowledge;
    if let Some(note) = &knowledge[aspect].note {
        draft.note(Message::AspectNote { note: note.into() });
    }
    let facts = knowledge.facts_on(aspect).iter().copied();
    let facts: Vec<FactId> = facts.filter(|&id| filter.admits(&knowledge[id])).collect();
    let (numbers, words): (Vec<FactId>, Vec<FactId>) =
        facts.iter().copied().partition(|&id| knowledge[id].value.is_some());
    let count = numbers.len();
    let series = series(knowledge, numbers);
    for (subjects, ids) in &series {
        let change = change(draft, ids);
        let mut statements = draft.facts(ids.iter().copied());
        statements.extend(change);
        draft.section(heading(knowledge, subjects, &series), statements);
    }
    let named = series.iter().map(|(subjects, ids)| (heading(knowledge, subjects, &series), ids.clone())).collect();
    draft.figure = figure::trend(draft, aspect, named);
    if draft.figure.is_none()
        && let Some(message) = figure::no_trend(count)
    {
        draft.note(message);
    }
    let words = draft.facts(words);
    draft.section(Message::NoNumber, words);
    if facts.is_empty() {
        draft.note(Message::NoSuchFact);
        return Standing::Unknown;
    }
    Standing::Found
}

/// The numbers that form a series: those of the same actors, or else events, with the same others.
type AllSeries<'k> = BTreeMap<(Vec<EntryId>, &'k [EntryId]), Vec<FactId>>;

fn series(knowledge: &Knowledge, numbers: Vec<FactId>) -> AllSeries<'_> {
    let mut series = AllSeries::new();
    for id in numbers {
        let fact = &knowledge[id];
        series.entry((fact.subjects(), &fact.with)).or_default().push(id);
    }
    series
}

/// Whom a series is about; with the others where there are several series of the same.
fn heading(knowledge: &Knowledge, (subjects, with): &(Vec<EntryId>, &[EntryId]), all: &AllSeries<'_>) -> Words {
    let several = all.keys().filter(|(others, _)| others == subjects).count() > 1;
    let with = if several { *with } else { &[] };
    names(knowledge, &[subjects.as_slice(), with].concat())
}

fn names(knowledge: &Knowledge, subjects: &[EntryId]) -> Words {
    Words::dotted(subjects.iter().map(|&entry| knowledge.title(entry)))
}

fn title(knowledge: &Knowledge, aspect: AspectId, filter: &Filter) -> Words {
    let aspect = &knowledge[aspect];
    let label = Words::from(&aspect.label);
    let about = (!filter.about.is_empty()).then(|| names(knowledge, &filter.about));
    let title = match (about, aspect.unit.as_ref().map(Words::from)) {
        (Some(about), Some(unit)) => Message::TrendOf { aspect: label, about, unit },
        (Some(about), None) => Message::TrendBareOf { aspect: label, about },
        (None, Some(unit)) => Message::Trend { aspect: label, unit },
        (None, None) => Message::TrendBare { aspect: label },
    };
    period::titled(title.into(), &filter.bounds)
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
