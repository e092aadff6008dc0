//! `/ask`: the best facts for a question; *when*, *where*, *who* and *how many* lead with what was asked for.

use super::draft::{Draft, matches};
use super::lookup::look_up;
use super::{Base, Opt, PRIVATE, Request, Spec, Stop, Takes, event};
use crate::answer::{Answer, Standing};
use crate::knowledge::{AspectId, EntryId, Fact, FactId, Kind, Knowledge};
use crate::matcher::{Hit, Outcome, Slot};
use crate::wording::date::date_text;

pub(super) const SPEC: Spec = Spec {
    name: "ask",
    description: "Ask in your own words; the best facts answer, with sources",
    example: "/ask how many political prisoners are there in Azerbaijan",
    options: &[
        Opt {
            name: "question",
            description: "Your question",
            required: true,
            takes: Takes::Entries(&[Kind::Fact, Kind::Event, Kind::Actor, Kind::Aspect, Kind::Topic]),
        },
        PRIVATE,
    ],
    answer,
};

/// A further fact is shown when it fits nearly as well as the best one: at this share of its score.
const NEARLY_AS_GOOD: f32 = 0.7;

/// How many further facts are shown at most.
const FURTHER_FACTS: usize = 4;

fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (entry, outcome) = look_up(base, request, "question", Some)?;
    Ok(match entry {
        EntryId::Fact(id) => show_fact(base, id, &outcome),
        EntryId::Aspect(id) => show_aspect(base, id, &outcome),
        _ => show_entry(base, entry, &outcome),
    })
}

fn show_fact(base: &Base, id: FactId, outcome: &Outcome) -> Answer {
    let knowledge = &base.knowledge;
    let fact = &knowledge[id];
    let names: Vec<&str> = fact.about.iter().map(|&entry| knowledge.title(entry)).collect();
    let mut draft = Draft::new(base, names.join(" · "));
    if let Some(row) = outcome.reading().slot.and_then(|slot| fact_slot(knowledge, fact, slot)) {
        draft.card([row], &fact.cites);
    }
    let best = draft.facts([id]);
    draft.section("", best);
    let beside: Vec<FactId> = fact.disputes.iter().map(|dispute| dispute.fact).collect();
    let further = further_facts(outcome.hits(), id, &beside);
    let statements = draft.facts(further);
    draft.section("See also", statements);
    for &entry in &fact.about {
        draft.offer_entry(entry);
    }
    draft.finish(Standing::Found, matches(knowledge, outcome.hits()))
}

/// What a fact says to the word that was asked with.
fn fact_slot(knowledge: &Knowledge, fact: &Fact, slot: Slot) -> Option<(&'static str, String)> {
    let event = fact.about.iter().find_map(|entry| entry.event()).map(|id| &knowledge[id]);
    match slot {
        Slot::When => {
            let date = fact.date.as_ref().or_else(|| event.and_then(|event| event.date.as_ref()));
            date.map(|date| ("When", date_text(date)))
        }
        Slot::Where => event.and_then(|event| event.place.as_deref()).map(|place| ("Where", place.to_owned())),
        Slot::HowMany => {
            let unit = fact.aspect.and_then(|aspect| knowledge[aspect].unit.as_deref()).unwrap_or_default();
            fact.value.map(|value| ("How many", format!("{value} {unit}").trim_end().to_owned()))
        }
        // Whom a fact is about stands in the title.
        Slot::Who | Slot::Which => None,
    }
}

/// The other facts that fit nearly as well, the best first, without those that stand beside the first anyway.
fn further_facts(hits: &[Hit], best: FactId, beside: &[FactId]) -> Vec<FactId> {
    let least = hits.first().map_or(1.0, |hit| hit.score) * NEARLY_AS_GOOD;
    let good = hits.iter().filter(|hit| hit.score >= least).filter_map(|hit| hit.entry.fact());
    good.filter(|id| *id != best && !beside.contains(id)).take(FURTHER_FACTS).collect()
}

fn show_aspect(base: &Base, id: AspectId, outcome: &Outcome) -> Answer {
    let knowledge = &base.knowledge;
    let mut draft = Draft::new(base, &*knowledge[id].label);
    if let Some(note) = &knowledge[id].note {
        draft.note(&**note);
    }
    let statements = draft.facts(knowledge.facts_on(id).iter().copied());
    draft.section("", statements);
    draft.finish(Standing::Found, matches(knowledge, outcome.hits()))
}

/// An event, actor or topic: the slot that was asked for, the summary, and the facts that fit the question best.
fn show_entry(base: &Base, entry: EntryId, outcome: &Outcome) -> Answer {
    let knowledge = &base.knowledge;
    let mut draft = Draft::new(base, knowledge.title(entry));
    if let EntryId::Event(id) = entry {
        let asked = outcome.reading().slot.and_then(slot_label);
        let mut rows = event::particulars(knowledge, &knowledge[id]);
        rows.sort_by_key(|(label, _)| asked != Some(label));
        draft.card(rows, &knowledge[id].cites);
    }
    let summary = draft.summary(entry).into_iter().collect();
    draft.section("", summary);
    if let EntryId::Topic(id) = entry {
        let lines = knowledge.events_on(id).iter().map(|&event| draft.event_line(event)).collect();
        draft.section("Events", lines);
    }
    let about = knowledge.facts_about(entry);
    let fitting = outcome.hits().iter().filter_map(|hit| hit.entry.fact()).filter(|id| about.contains(id));
    let fitting: Vec<_> = fitting.take(FURTHER_FACTS).collect();
    let shown = if fitting.is_empty() { about.iter().copied().take(FURTHER_FACTS).collect() } else { fitting };
    let statements = draft.facts(shown);
    draft.section("Facts", statements);
    draft.offer_entry(entry);
    draft.finish(Standing::Found, matches(knowledge, outcome.hits()))
}

/// The row of an event's card that answers the word that was asked with.
fn slot_label(slot: Slot) -> Option<&'static str> {
    match slot {
        Slot::When => Some("When"),
        Slot::Where => Some("Where"),
        Slot::Who => Some("Who"),
        Slot::HowMany | Slot::Which => None,
    }
}
