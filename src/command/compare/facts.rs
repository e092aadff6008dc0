//! The facts of two entries, aspect by aspect.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::{Block, Statement, Versus, VersusRow};
use crate::command::draft::Draft;
use crate::command::period::Bounds;
use crate::command::{event, figure};
use crate::knowledge::date::Date;
use crate::knowledge::{AspectId, EntryId, EventId, Fact, FactId, Knowledge};
use crate::message::{Message, Words};

/// So many statements of one side stand in a row. A request that names the aspect shows all.
const IN_A_ROW: usize = 3;

/// Numbers that only one side has are shown when there are so few.
const FEW_NUMBERS: usize = 4;

/// So many facts between the two are shown, the latest ones.
const BETWEEN: usize = 8;

/// What facts must share to be compared: the aspect, and the others in them without the two that are compared.
type Matter = (Option<AspectId>, Vec<EntryId>);

/// The facts of a pair on one matter.
#[derive(Default)]
struct Shares {
    /// Those about one side and nothing of its like.
    own: [Vec<FactId>; 2],
    /// Those about one side and others.
    with_others: [Vec<FactId>; 2],
    both: Vec<FactId>,
}

/// Adds the rows, what lies between the two, and on what only one of them has facts.
pub(super) fn compare(draft: &mut Draft<'_>, sides: [EntryId; 2], aspect: Option<AspectId>, bounds: &Bounds) {
    let knowledge = draft.knowledge;
    let shares = shares(knowledge, sides, aspect, bounds);
    let mut rows = if aspect.is_none() { particulars(draft, sides) } else { Vec::new() };
    let told = rows.len();
    let mut comparable: Vec<_> =
        shares.iter().filter(|(_, shares)| shares.own.iter().all(|own| !own.is_empty())).collect();
    comparable.sort_by_key(|(_, shares)| !has_numbers(knowledge, shares));
    let most = if aspect.is_some() { usize::MAX } else { IN_A_ROW };
    rows.extend(comparable.iter().filter_map(|(matter, shares)| row(draft, matter, shares, most)));
    let measured = comparable.iter().filter_map(|(matter, shares)| measured(draft, matter, shares, most)).collect();
    draft.figure = figure::pairs(draft, sides, measured);
    rows.extend(near_rows(draft, &shares, most));
    let between: Vec<FactId> = shares.values().flat_map(|shares| &shares.both).copied().collect();
    if rows.len() == told && between.is_empty() {
        draft.note(match aspect {
            Some(aspect) => Message::NotComparedOn { aspect: (&knowledge[aspect].label).into() },
            None => Message::NotCompared,
        });
    }
    if !rows.is_empty() {
        let names = sides.map(|side| knowledge.title(side).to_owned());
        draft.block(Block::Versus(Versus { names, rows }));
    }
    let heading = match between.len() {
        count if count > BETWEEN => Message::BetweenLatest { count: count.into() },
        _ => Message::Between,
    };
    let between = draft.facts(latest(knowledge, between));
    draft.section(heading, between);
    for (side, number) in sides.into_iter().zip([0, 1]) {
        alone(draft, side, &shares, number, aspect.is_some());
    }
}

/// What both have on one matter, no more than so many statements on either side; none without an aspect.
fn row(draft: &mut Draft<'_>, matter: &Matter, shares: &Shares, most: usize) -> Option<VersusRow> {
    let label = label(draft.knowledge, matter);
    let label = capped_label(draft.knowledge, label, &shares.own, most, matter.0?);
    let sides = shares.own.each_ref().map(|own| draft.first_facts(own.iter().copied(), most));
    Some(VersusRow { label, sides })
}

/// What is drawn of one matter: the facts that its row tells of.
fn measured(
    draft: &Draft<'_>,
    matter: &Matter,
    shares: &Shares,
    most: usize,
) -> Option<(AspectId, Words, [Vec<FactId>; 2])> {
    let told = shares.own.each_ref().map(|own| draft.in_order(own.iter().copied(), most));
    Some((matter.0?, label(draft.knowledge, matter), told))
}

/// A label, with a word on how many facts are left out and which aspect shows them.
fn capped_label(knowledge: &Knowledge, label: Words, own: &[Vec<FactId>; 2], most: usize, aspect: AspectId) -> Words {
    match own.iter().map(|own| own.len().saturating_sub(most)).sum::<usize>() {
        0 => label,
        more => Message::MoreOnAspect { label, more: more.into(), aspect: (&knowledge[aspect].key).into() }.into(),
    }
}

/// The label of an aspect, with the others in the facts.
fn label(knowledge: &Knowledge, (aspect, others): &Matter) -> Words {
    let label = aspect.map(|id| Words::from(&knowledge[id].label));
    Words::dotted(label.into_iter().chain(others.iter().map(|&entry| knowledge.title(entry).into())))
}

/// What only one side has, beside what the other has on an aspect that belongs to the same broader one; a request for that one
/// shows all of it.
fn near_rows(draft: &mut Draft<'_>, shares: &BTreeMap<Matter, Shares>, most: usize) -> Vec<VersusRow> {
    let knowledge = draft.knowledge;
    let mut near: BTreeMap<(AspectId, &[EntryId]), [Vec<&Matter>; 2]> = BTreeMap::new();
    for (matter, share) in shares {
        let Some(aspect) = matter.0 else { continue };
        for side in [0, 1] {
            if !share.own[side].is_empty() && share.own[1 - side].is_empty() {
                near.entry((broader(knowledge, aspect), &matter.1)).or_default()[side].push(matter);
            }
        }
    }
    let mut rows = Vec::new();
    for (&(aspect, _), matters) in near.iter().filter(|(_, sides)| sides.iter().all(|matters| !matters.is_empty())) {
        let own = [0, 1].map(|side: usize| {
            let facts = matters[side].iter().filter_map(|matter| shares.get(*matter));
            let mut facts: Vec<FactId> = facts.flat_map(|share| share.own[side].iter().copied()).collect();
            // Numbers stand first: they are what can be compared at a glance.
            facts.sort_by_key(|&id| knowledge[id].value.is_none());
            facts
        });
        let label = capped_label(knowledge, near_label(knowledge, aspect, matters), &own, most, aspect);
        rows.push(VersusRow { label, sides: own.map(|facts| draft.facts(facts.into_iter().take(most))) });
    }
    rows
}

/// The aspect of each side where each has one; the broader aspect where there are more.
fn near_label(knowledge: &Knowledge, aspect: AspectId, matters: &[Vec<&Matter>; 2]) -> Words {
    let own = matters.each_ref().map(|matters| matters.iter().filter_map(|matter| matter.0).collect::<BTreeSet<_>>());
    let label = |id: AspectId| Words::from(&knowledge[id].label);
    match own.each_ref().map(|own| own.iter().copied().collect::<Vec<_>>()).each_ref().map(Vec::as_slice) {
        [[first], [second]] if first == second => label(*first),
        [[first], [second]] => Message::NearAspects { first: label(*first), second: label(*second) }.into(),
        _ => label(aspect),
    }
}

/// The broader aspect that one belongs to, or itself.
fn broader(knowledge: &Knowledge, aspect: AspectId) -> AspectId {
    knowledge[aspect].part_of.unwrap_or(aspect)
}

/// What only one side has: all of it on a named aspect, otherwise its numbers, if they are few, and the other aspects with how
/// many facts there are.
fn alone(draft: &mut Draft<'_>, side: EntryId, shares: &BTreeMap<Matter, Shares>, number: usize, whole: bool) {
    let knowledge = draft.knowledge;
    let name = Words::from(knowledge.title(side));
    let one_sided = |shares: &Shares| shares.own[1 - number].is_empty();
    // What the two have beside each other stands in a row: the same broader aspect, and the same others.
    let group = |matter: &Matter| Some((broader(knowledge, matter.0?), matter.1.clone()));
    let theirs =
        shares.iter().filter(|(_, shares)| shares.own[number].is_empty() && !shares.own[1 - number].is_empty());
    let theirs: BTreeSet<(AspectId, Vec<EntryId>)> = theirs.filter_map(|(matter, _)| group(matter)).collect();
    let near = |matter: &Matter| group(matter).is_some_and(|group| theirs.contains(&group));
    if whole {
        let facts = shares.iter().flat_map(|(matter, shares)| {
            let own = if one_sided(shares) && !near(matter) { shares.own[number].as_slice() } else { &[] };
            own.iter().chain(&shares.with_others[number]).copied()
        });
        let statements = draft.facts(facts);
        draft.section(Message::OnlyFor { name }, statements);
        return;
    }
    let mut facts: BTreeMap<AspectId, Vec<FactId>> = BTreeMap::new();
    for (matter, shares) in shares.iter().filter(|(matter, shares)| one_sided(shares) && !near(matter)) {
        if let Some(aspect) = matter.0 {
            facts.entry(aspect).or_default().extend(&shares.own[number]);
        }
    }
    summed_up(draft, &name, facts);
}

/// The numbers among the facts that only one side has, if they are few; of the others the aspects, with how many facts there are.
fn summed_up(draft: &mut Draft<'_>, name: &Words, mut facts: BTreeMap<AspectId, Vec<FactId>>) {
    let knowledge = draft.knowledge;
    let numbers: Vec<FactId> = facts.values().flatten().copied().filter(|&id| knowledge[id].value.is_some()).collect();
    if numbers.len() <= FEW_NUMBERS {
        for facts in facts.values_mut() {
            facts.retain(|id| !numbers.contains(id));
        }
        let statements = draft.facts(numbers);
        draft.section(Message::OnlyFor { name: name.clone() }, statements);
    }
    facts.retain(|_, facts| !facts.is_empty());
    let told = |(aspect, facts): (AspectId, Vec<FactId>)| {
        let label = Words::from(&knowledge[aspect].label);
        if facts.len() == 1 { label } else { Message::LabelCount { label, count: facts.len().into() }.into() }
    };
    let labels: Vec<Words> = facts.into_iter().map(told).collect();
    if !labels.is_empty() {
        draft.note(Message::OnlyForOn { name: name.clone(), aspects: Words::list(labels) });
    }
}

/// The latest facts; those without a date count as the earliest.
fn latest(knowledge: &Knowledge, mut facts: Vec<FactId>) -> Vec<FactId> {
    facts.sort_by_key(|&id| (knowledge[id].date.as_ref().map(Date::order), id));
    facts.split_off(facts.len().saturating_sub(BETWEEN))
}

/// Rows with numbers on both sides come first: they can be compared at a glance.
fn has_numbers(knowledge: &Knowledge, shares: &Shares) -> bool {
    shares.own.iter().all(|own| own.iter().any(|&id| knowledge[id].value.is_some()))
}

fn shares(
    knowledge: &Knowledge,
    sides: [EntryId; 2],
    aspect: Option<AspectId>,
    bounds: &Bounds,
) -> BTreeMap<Matter, Shares> {
    let mut all: Vec<FactId> = sides.iter().flat_map(|&side| knowledge.facts_about(side)).copied().collect();
    all.sort_unstable();
    all.dedup();
    let mut shares: BTreeMap<Matter, Shares> = BTreeMap::new();
    // An aspect that one of them has no facts on stands for those that are near to it.
    let on = |side: EntryId| knowledge.facts_about(side).iter().any(|&id| knowledge[id].aspect == aspect);
    let direct = sides.into_iter().all(on);
    let group = |id: Option<AspectId>| id.map(|id| broader(knowledge, id));
    // A broader aspect has in it what belongs to it.
    let within =
        |id: Option<AspectId>| id.and_then(|id| knowledge[id].part_of).is_some_and(|whole| Some(whole) == aspect);
    let wanted = |id| aspect.is_none() || id == aspect || within(id) || (!direct && group(id) == group(aspect));
    let then = |id: FactId| bounds.admit(knowledge[id].date.as_ref());
    for id in all.into_iter().filter(|&id| wanted(knowledge[id].aspect) && then(id)) {
        let fact = &knowledge[id];
        let others = fact.with.iter().copied().filter(|entry| !sides.contains(entry)).collect();
        let share = shares.entry((fact.aspect, others)).or_default();
        match sides.map(|side| fact.about.contains(&side)) {
            [true, true] => share.both.push(id),
            [first, _] => {
                let side = usize::from(!first);
                let list = if is_alone(knowledge, fact, sides[side]) { &mut share.own } else { &mut share.with_others };
                list[side].push(id);
            }
        }
    }
    shares
}

/// Whether a fact is about a side and nothing of its like: who reports of a state may be named beside it, a state not.
fn is_alone(knowledge: &Knowledge, fact: &Fact, side: EntryId) -> bool {
    let like = |entry: EntryId| (entry.kind(), entry.actor().map(|actor| knowledge[actor].kind));
    fact.about.iter().all(|&entry| entry == side || like(entry) != like(side))
}

/// The summaries; of two events when, where and who as well.
fn particulars(draft: &mut Draft<'_>, sides: [EntryId; 2]) -> Vec<VersusRow> {
    let summaries = sides.map(|side| draft.summary(side).into_iter().collect());
    let mut rows = vec![VersusRow { label: Message::Summary.into(), sides: summaries }];
    if let [EntryId::Event(first), EntryId::Event(second)] = sides {
        let knowledge = draft.knowledge;
        let [left, right] = [first, second].map(|id| event::particulars(knowledge, &knowledge[id]));
        for ((label, left), (_, right)) in left.into_iter().zip(right) {
            let side = |draft: &mut Draft<'_>, text: Words, id: EventId| {
                (!text.is_empty()).then(|| draft.citer.state(text, &knowledge[id].cites)).into_iter().collect()
            };
            let sides = [side(draft, left, first), side(draft, right, second)];
            rows.push(VersusRow { label: label.into(), sides });
        }
    }
    rows.retain(|row| row.sides.iter().any(|side: &Vec<Statement>| !side.is_empty()));
    rows
}
