//! The value that leads the answer to *when*, *where* or *how many*, and when none may lead.
//!
//! Owns whether an entry says the value of the very thing that is asked for, and how disputed numbers stand together. Which
//! entry answers is left to [`super::likelihood`].

use std::collections::BTreeSet;

use super::Call;
use super::likelihood::Ranking;
use super::lookup::Lookup;
use crate::knowledge::date::Date;
use crate::knowledge::{ActorKind, EntryId, Fact, FactId, Kind, Knowledge, Rank};
use crate::matcher::{AnswerType, Field, FoundIn, Hit, Reading, Scope, Term, Use};
use crate::meaning::is_telling;
use crate::message::{Message, Words};

/// One line of the entry, its sentence, a name or a question that it answers, has so much of the question: words from several of
/// them make no statement ("when did it leave …").
const ONE_LINE: f32 = 0.6;

/// The same, by the matcher's measure, where vectors tell nothing.
const EXPLAINED: f32 = 0.6;

/// A word as like a stored one as this means that word.
const SAME_WORD: f32 = 0.8;

/// Whether what an entry has for the word that was asked with is what was asked for; otherwise the entry stands for itself. A request
/// that carries its entry was weighed before.
pub(super) fn may_lead(
    call: Call<'_>,
    (entry, answer_type): (EntryId, AnswerType),
    lookup: &Lookup,
    ranking: Option<&Ranking>,
) -> bool {
    let (knowledge, reading) = (call.knowledge(), &lookup.reading);
    if reading.terms.is_empty() {
        return true;
    }
    let weighed = ranking.and_then(|ranking| ranking.candidates.first());
    let told = match (weighed, lookup.hits.first()) {
        (Some(first), Some(hit)) => first.near.line.asked >= ONE_LINE || says_each(call, &reading.terms, hit),
        (None, Some(hit)) => hit.why.question >= EXPLAINED,
        (_, None) => false,
    };
    let Some(fact) = entry.fact() else { return told };
    let named = named(call, lookup);
    told && names_subject(knowledge, &knowledge[fact], &named) && holds(knowledge, fact, answer_type, (reading, &named))
}

/// The actors and events that the question names.
fn named(call: Call<'_>, lookup: &Lookup) -> BTreeSet<EntryId> {
    let text = call.request.text(lookup.option).unwrap_or_default();
    let found = call.base.matcher.find(text, Scope::of(&[Kind::Actor, Kind::Event]));
    let telling = |at: usize| found.reading().terms.get(at).is_some_and(|term| is_telling(&term.written));
    let by_name = |hit: &&Hit| {
        let mut found = hit.why.found.iter().filter(|found| found.place == FoundIn::Name && telling(found.term));
        found.any(|found| found.likeness >= SAME_WORD)
    };
    let by_matcher = found.hits().iter().filter(by_name).map(|hit| hit.entry);
    let by_word = lookup.reading.terms.iter().filter_map(|term| call.base.meanings.actor(term));
    by_matcher.chain(by_word.map(EntryId::Actor)).collect()
}

/// Whether each ordinary word of the question stands in what the entry itself says, not in the questions that it answers.
fn says_each(call: Call<'_>, terms: &[Term], hit: &Hit) -> bool {
    let said = |at: usize| {
        let mut found = hit.why.found.iter().filter(|found| found.term == at && found.likeness >= SAME_WORD);
        found.any(|found| found.place != FoundIn::Text(Field::Asked))
    };
    let ordinary =
        |term: &Term| term.usage != Use::Dropped && is_telling(&term.written) && !call.base.meanings.is_name(term);
    terms.iter().enumerate().filter(|(_, term)| ordinary(term)).all(|(at, _)| said(at))
}

/// Whether whom a fact is about is named: each state, or one of the others.
fn names_subject(knowledge: &Knowledge, fact: &Fact, named: &BTreeSet<EntryId>) -> bool {
    let is_state = |entry: &EntryId| entry.actor().is_some_and(|id| knowledge[id].kind == ActorKind::Country);
    let actors = fact.about.iter().copied().filter(|entry| entry.actor().is_some());
    let (states, others): (Vec<EntryId>, Vec<EntryId>) = actors.partition(is_state);
    let each_state = states.iter().all(|state| named.contains(state));
    others.iter().any(|other| named.contains(other)) || each_state && (!states.is_empty() || others.is_empty())
}

/// Whether a fact gives a value without more to it: neither foreseen nor superseded, and the one that is asked for.
fn holds(
    knowledge: &Knowledge,
    id: FactId,
    answer_type: AnswerType,
    (reading, named): (&Reading, &BTreeSet<EntryId>),
) -> bool {
    let fact = &knowledge[id];
    let right = match answer_type {
        AnswerType::When => happened_then(knowledge, fact, reading),
        AnswerType::HowMany => is_only_number(knowledge, id, reading, named),
        AnswerType::Where | AnswerType::Who | AnswerType::Which => true,
    };
    right && !fact.forecast && fact.rank != Rank::Deprecated
}

/// Whether the date of a fact is undisputed, that of what happened, and more than the question itself says. What held when
/// somebody wrote of it did not happen then.
fn happened_then(knowledge: &Knowledge, fact: &Fact, reading: &Reading) -> bool {
    let days = fact.date.as_ref().map(Date::days);
    let mut published = fact.cites.as_slice().iter().map(|cite| knowledge[cite.source].published.days());
    let as_written = published.any(|published| days == Some(published));
    let said = reading.period.zip(days).is_some_and(|(asked, days)| days.0 <= asked.first && asked.last <= days.1);
    fact.disputes.is_empty() && !as_written && !said
}

/// Whether no other undisputed number of its series is as much asked for: one of the time, or of the event, that is named.
fn is_only_number(knowledge: &Knowledge, id: FactId, reading: &Reading, named: &BTreeSet<EntryId>) -> bool {
    let fact = &knowledge[id];
    let of_event = fact.about.iter().any(|entry| entry.event().is_some() && named.contains(entry));
    let subjects =
        |other: &Fact| if of_event { other.about == fact.about } else { other.subjects() == fact.subjects() };
    let within = |other: &Fact| {
        let days = other.date.as_ref().map(Date::days);
        reading.period.is_none_or(|period| days.is_none_or(|days| period.overlaps(days)))
    };
    let disputed = |other: FactId| fact.disputes.iter().any(|dispute| dispute.fact == other);
    let is_rival = |&other: &FactId| {
        let rival = &knowledge[other];
        other != id
            && !disputed(other)
            && rival.value.is_some()
            && rival.with == fact.with
            && subjects(rival)
            && within(rival)
    };
    fact.aspect.is_none_or(|aspect| !knowledge.facts_on(aspect).iter().any(is_rival))
}

/// What a fact says to the word that was asked with.
pub(super) fn of_fact(knowledge: &Knowledge, fact: &Fact, answer_type: AnswerType) -> Option<(Message, Words)> {
    let event = fact.about.iter().find_map(|entry| entry.event()).map(|id| &knowledge[id]);
    match answer_type {
        AnswerType::When => {
            let date = fact.date.as_ref().or_else(|| event.and_then(|event| event.date.as_ref()));
            date.map(|date| (Message::When, date.into()))
        }
        AnswerType::Where => event.and_then(|event| event.place.as_ref()).map(|place| (Message::Where, place.into())),
        AnswerType::HowMany => number(knowledge, fact).map(|value| (Message::HowMany, value)),
        // Whom a fact is about stands in the title.
        AnswerType::Who | AnswerType::Which => None,
    }
}

/// The number of a fact, with its unit. A disputed number is given with the other numbers; where a contrary statement has none, no
/// number is given.
fn number(knowledge: &Knowledge, fact: &Fact) -> Option<Words> {
    let unit = fact.aspect.and_then(|aspect| knowledge[aspect].unit.as_ref());
    let with_unit = |value: Words| match unit {
        Some(unit) => Message::Quantity { value, unit: unit.into() }.into(),
        None => value,
    };
    let others = fact.disputes.iter().map(|dispute| &knowledge[dispute.fact]);
    let contrary: Vec<&Fact> = others.filter(|other| other.aspect == fact.aspect && other.value.is_some()).collect();
    if fact.disputes.is_empty() {
        return fact.value.map(|value| with_unit(value.into()));
    }
    let told = |fact: &Fact| {
        let who = fact.attributed_to.as_ref().map(|who| knowledge.speaker(who));
        let who = who.or_else(|| Some(&*knowledge[fact.cites.as_slice().first()?.source].publisher))?;
        Some(Words::from(Message::ValueBy { value: fact.value?.into(), who: who.into() }))
    };
    let mut values = contrary.into_iter().filter_map(told);
    let first = values.next().zip(told(fact)).map(|(other, one)| Words::from(Message::EitherValue { one, other }));
    let all = values.fold(first?, |one, other| Message::EitherValue { one, other }.into());
    Some(Message::DisputedValues { values: with_unit(all) }.into())
}
