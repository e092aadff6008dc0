//! Facts and relations: what contradicts what, who says so, and what is missing beside a number or an office.

use std::collections::BTreeMap;

use super::sentences::tells_a_saying;
use super::{MOST_COMPARED, words};
use crate::diagnostic::Code;
use crate::knowledge::date::{Certainty, Date, Day};
use crate::knowledge::{
    ActorId, ActorKind, AspectId, Attribution, Cites, EntryId, Fact, FactId, Fault, Knowledge, Origin, Place, Rank,
    Table,
};

/// The kind of relation that has an office.
const HOLDS_OFFICE: &str = "holds-office";

/// Words in `on` by which a dispute is about the date itself.
const OF_DATES: &[&str] = &["date", "dates", "day", "days", "month", "time", "when", "year", "years"];

/// What two numbers must share before they can contradict each other.
type Measured = (AspectId, Vec<EntryId>, Box<[EntryId]>, Option<(Day, Day)>);

pub(in crate::check) fn after_source(knowledge: &Knowledge) -> Vec<Fault> {
    let late = |date: Option<&Date>, cites: &Cites| {
        let published = cites.as_slice().iter().map(|cite| knowledge[cite.source].published.days().1).max();
        date.zip(published).is_some_and(|(date, published)| date.days().0 > published)
    };
    let fault = |table, origin| {
        Fault::new(Code::AfterSource, "this is dated after its source was published", Place::key(table, origin, "date"))
            .help("mend the date, or mark a fact with `forecast = true`")
    };
    let facts = knowledge.facts().filter(|(_, fact)| !fact.forecast && late(fact.date.as_ref(), &fact.cites));
    let events = knowledge.events().filter(|(_, event)| late(event.date.as_ref(), &event.cites));
    let facts = facts.map(|(_, entry)| fault(Table::Fact, entry.origin));
    facts.chain(events.map(|(_, entry)| fault(Table::Event, entry.origin))).collect()
}

pub(in crate::check) fn no_unit(knowledge: &Knowledge) -> Vec<Fault> {
    let unit = |fact: &Fact| fact.aspect.and_then(|aspect| knowledge[aspect].unit.as_deref());
    let bare = knowledge.facts().filter(|(_, fact)| fact.value.is_some() && unit(fact).is_none());
    bare.map(|(_, fact)| {
        Fault::new(Code::NoUnit, "this value has no unit", Place::key(Table::Fact, fact.origin, "value"))
            .help("name an `aspect` that has a `unit`")
    })
    .collect()
}

/// Forecasts are not compared with what came, nor superseded numbers with what supersedes them. Ranges that overlap agree.
pub(in crate::check) fn different_numbers(knowledge: &Knowledge) -> Vec<Fault> {
    let mut groups: BTreeMap<Measured, Vec<FactId>> = BTreeMap::new();
    let mut faults = Vec::new();
    for (id, fact) in knowledge.facts().filter(|(_, fact)| fact.rank != Rank::Deprecated) {
        let (Some(aspect), Some(value)) = (fact.aspect, fact.value) else { continue };
        let mut about = fact.about.to_vec();
        about.sort_unstable();
        about.dedup();
        let key = (aspect, about, fact.with.clone(), fact.date.as_ref().map(Date::days));
        let group = groups.entry(key).or_default();
        let contradicts = |&&other: &&FactId| {
            let other_fact = &knowledge[other];
            let disjoint =
                other_fact.value.is_some_and(|other| other.most() < value.least() || value.most() < other.least());
            let linked = fact.disputes.binary_search_by_key(&other, |dispute| dispute.fact).is_ok();
            disjoint && !linked && fact.forecast == other_fact.forecast
        };
        if let Some(&other) = group.iter().take(MOST_COMPARED).find(contradicts) {
            let key = &knowledge[other].key;
            let message = format!("`{}` and `{key}` give different numbers for the same thing", fact.key);
            let help = format!(
                "write `disputes = [{{ fact = \"{key}\", on = \"…\" }}]`, or tell them apart by date or `with`"
            );
            let fault = Fault::new(Code::DifferentNumbers, message, Place::key(Table::Fact, fact.origin, "value"));
            faults.push(fault.and(Place::key(Table::Fact, knowledge[other].origin, "value")).help(help));
        }
        group.push(id);
    }
    faults
}

/// What is said of different times or of different subjects is no disagreement, unless that is what it is about.
pub(in crate::check) fn doubtful_dispute(knowledge: &Knowledge) -> Vec<Fault> {
    let pairs = knowledge.facts().flat_map(|(id, fact)| {
        // Each pair stands with both facts: it is looked at once, where it was written or may have been.
        fact.disputes.iter().filter(move |dispute| dispute.fact > id).map(move |dispute| (fact, dispute))
    });
    pairs
        .filter_map(|(fact, dispute)| {
            let other = &knowledge[dispute.fact];
            let of_dates =
                dispute.on.as_ref().is_some_and(|on| words(on).iter().any(|word| OF_DATES.contains(&&**word)));
            let (key, what, help) = if !share_subject(fact, other) {
                let help = "remove `disputes`, or name in `about` or `with` what both are about";
                ("about", "say something of different subjects", help)
            } else if !of_dates && speak_of_different_times(fact, other) {
                let help = "give both the date of the matter; if one was only said later, tell it so (“she denied …”); \
                            if the date is in dispute, write `on = \"the date\"`; otherwise remove `disputes`";
                ("date", "speak of different times", help)
            } else {
                return None;
            };
            let message = format!("`{}` and `{}` {what}, so that both can be right", fact.key, other.key);
            let fault = Fault::new(Code::DoubtfulDispute, message, Place::key(Table::Fact, fact.origin, key));
            Some(fault.and(Place::key(Table::Fact, other.origin, key)).help(help))
        })
        .collect()
}

pub(in crate::check) fn speaker_name(knowledge: &Knowledge) -> Vec<Fault> {
    let folded = |name: &str| words(name).join(" ");
    let mut actors: BTreeMap<String, Option<ActorId>> = BTreeMap::new();
    for (id, actor) in knowledge.actors() {
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            // A name that two share names neither.
            actors
                .entry(folded(name))
                .and_modify(|owner| *owner = owner.filter(|&owner| owner == id))
                .or_insert(Some(id));
        }
    }
    let faults = knowledge.facts().filter_map(|(_, fact)| {
        let Some(Attribution::Name(name)) = &fact.attributed_to else { return None };
        let key = &knowledge[actors.get(&folded(name)).copied().flatten()?].key;
        let message = format!("“{name}” is the actor `{key}`");
        let fault = Fault::new(Code::SpeakerName, message, Place::key(Table::Fact, fact.origin, "attributed_to"));
        Some(fault.help(format!("write `attributed_to = \"{key}\"`")))
    });
    faults.collect()
}

/// Only of people: a state or a body is often meant by words that are no name of it (“the French”, “the cabinet”).
pub(in crate::check) fn speaker_in_about(knowledge: &Knowledge) -> Vec<Fault> {
    let faults = knowledge.facts().filter_map(|(_, fact)| {
        let Some(Attribution::Actor(id)) = fact.attributed_to else { return None };
        let actor = &knowledge[id];
        let at = fact.about.iter().position(|&entry| entry == EntryId::Actor(id))?;
        let offices = knowledge.relations_of(id).iter().filter_map(|&tie| knowledge[tie].office.as_ref());
        let names: Vec<String> =
            std::iter::once(&actor.name).chain(&actor.aliases).chain(offices).flat_map(|name| words(name)).collect();
        // “The presidents” are named by their office.
        let names_them =
            |word: &String| names.iter().any(|name| word == name || (name.len() > 3 && word.starts_with(&**name)));
        let is_named = words(&fact.text).iter().any(names_them);
        (actor.kind == ActorKind::Person && !is_named).then(|| {
            let message = format!("this does not name `{}`, who only says it", actor.key);
            let help = "name in `about` of whom or what it says something; who speaks stands in `attributed_to` alone";
            let place = Place::element(Table::Fact, fact.origin, "about", at);
            Fault::new(Code::SpeakerInAbout, message, place).help(help)
        })
    });
    faults.collect()
}

pub(in crate::check) fn misplaced_office(knowledge: &Knowledge) -> Vec<Fault> {
    let fault = |origin: Origin, key, message: &str, help: &str| {
        Fault::new(Code::MisplacedOffice, message, Place::key(Table::Relation, origin, key)).help(help)
    };
    let faults = knowledge.relations().filter_map(|(_, relation)| match (&*relation.kind, &relation.office) {
        (HOLDS_OFFICE, None) => Some(fault(
            relation.origin,
            "kind",
            "this relation does not say which office is held",
            "add `office`, such as `office = \"prime minister\"`",
        )),
        (HOLDS_OFFICE, Some(_)) | (_, None) => None,
        (_, Some(_)) => Some(fault(
            relation.origin,
            "office",
            "only a relation of the kind `holds-office` has an office",
            "write `kind = \"holds-office\"`, or remove `office`",
        )),
    });
    faults.collect()
}

fn share_subject(one: &Fact, other: &Fact) -> bool {
    let all = |fact: &Fact| fact.about.iter().chain(&fact.with).copied().collect::<Vec<EntryId>>();
    let others = all(other);
    all(one).iter().any(|entry| others.contains(entry))
}

/// Whether two facts are of times that have no day in common. A later saying may be of what was before it: whoever denies
/// a claim does so after it was made.
fn speak_of_different_times(one: &Fact, other: &Fact) -> bool {
    let (Some(first), Some(second)) = (&one.date, &other.date) else { return false };
    let later = if first.order() < second.order() { other } else { one };
    apart(first, second) && !tells_a_saying(&later.text)
}

/// Whether two dates have no day in common, so far as one can be sure of them.
fn apart(one: &Date, other: &Date) -> bool {
    let sure = |date: &Date| date.certainty() == Certainty::default();
    let (first, last) = (one.days().0.max(other.days().0), one.days().1.min(other.days().1));
    sure(one) && sure(other) && first > last
}
