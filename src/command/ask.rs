//! `/ask`: the best facts for a question; *when*, *where*, *who* and *how many* lead with what was asked for.

use super::draft::Draft;
use super::lookup::Lookup;
use super::{Call, Stop, event, headline, named, near, route, tie};
use crate::answer::{Answer, Standing, Statement};
use crate::knowledge::{AspectId, EntryId, FactId, Knowledge, Relation, RelationId};
use crate::matcher::{AnswerType, Hit};
use crate::message::{Message, Words};
use crate::request::{ANSWER_TYPE, FURTHER, Key, Request, Value};

/// A further fact is shown when it fits nearly as well as the best one: at this share of its score.
const NEARLY_AS_GOOD: f32 = 0.7;

/// How many further facts are shown at most.
const FURTHER_FACTS: usize = 4;

/// So many ties of one sort are shown; all stand on the page of the actor that they share.
const TIES: usize = 40;

/// The answer types, with the words that stand for them in a request.
const ANSWER_TYPES: [(AnswerType, &str); 4] = [
    (AnswerType::When, "when"),
    (AnswerType::Where, "where"),
    (AnswerType::Who, "who"),
    (AnswerType::HowMany, "how-many"),
];

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let (mut lookup, mut ranking) = (call.look_up("question"), None);
    if let Some(found) = lookup.take() {
        if let Some(named) = named::look_up(call, &found) {
            if named.standing == Standing::Unknown {
                return Ok(near::listed(call, &named));
            }
            (lookup, ranking) = (Some(named), None);
        } else {
            if let Some(elsewhere) = route::answer(call, &found) {
                return Ok(elsewhere);
            }
            let (found, weighed) = near::weighed(call, found);
            if let Some(near) = near::answer(call, &found, weighed.as_ref()) {
                return Ok(near);
            }
            (lookup, ranking) = (Some(found), weighed);
        }
    }
    let request = call.settle(lookup.as_slice())?;
    let Some((entry, lookup)) = lookup.and_then(|lookup| Some((lookup.entry()?, lookup))) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let answer_type = answer_type(call, &lookup)
        .filter(|&answer_type| headline::may_lead(call, (entry, answer_type), &lookup, ranking.as_ref()));
    let meant = Meant { entry, answer_type, further: further(call, entry, &lookup) };
    let mut draft = Draft::new(call, meant.canonical(call.knowledge(), request), title(call.knowledge(), entry));
    let first = ranking.as_ref().and_then(|ranking| ranking.candidates.first());
    let near = first.filter(|first| first.hit.entry == entry).map(|first| &first.near);
    draft.read_as = call.understood(&lookup, near);
    match entry {
        EntryId::Fact(id) => show_fact(&mut draft, id, &meant),
        EntryId::Relation(id) => show_relation(&mut draft, id, &meant),
        EntryId::Aspect(id) => show_aspect(&mut draft, id),
        _ => show_entry(&mut draft, &meant),
    }
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

/// What a question comes down to.
struct Meant {
    entry: EntryId,
    answer_type: Option<AnswerType>,
    further: Vec<EntryId>,
}

impl Meant {
    fn canonical(&self, knowledge: &Knowledge, request: Request) -> Request {
        let further = self.further.iter().map(|&entry| Key::Id(knowledge.key(entry).to_owned())).collect::<Vec<_>>();
        let request = if further.is_empty() { request } else { request.with(FURTHER, Value::Entries(further)) };
        match ANSWER_TYPES.iter().find(|(answer_type, _)| Some(*answer_type) == self.answer_type) {
            Some((_, word)) => request.with(ANSWER_TYPE, *word),
            None => request,
        }
    }
}

/// What the question wants to know: as the request carries it, or as the question was read.
fn answer_type(call: Call<'_>, lookup: &Lookup) -> Option<AnswerType> {
    match call.request.text(ANSWER_TYPE) {
        Some(word) => ANSWER_TYPES.iter().find(|(_, known)| *known == word).map(|(answer_type, _)| *answer_type),
        None => lookup.reading.answer_type,
    }
}

/// The statements to show beside the best entry: those that the request carries, or those that fit nearly as well.
fn further(call: Call<'_>, entry: EntryId, lookup: &Lookup) -> Vec<EntryId> {
    let carried: Vec<EntryId> = call.carried(FURTHER).into_iter().filter(|entry| entry.kind().is_statement()).collect();
    if !carried.is_empty() {
        return carried;
    }
    let knowledge = call.knowledge();
    if entry.kind().is_statement() {
        return nearly_as_good(knowledge, &lookup.hits, entry);
    }
    let about = |id: &FactId| knowledge[*id].about.contains(&entry);
    let facts = lookup.hits.iter().filter_map(|hit| hit.entry.fact()).filter(about);
    facts.take(FURTHER_FACTS).map(EntryId::Fact).collect()
}

/// The other statements that fit nearly as well, the best first, without those that stand beside the first anyway.
fn nearly_as_good(knowledge: &Knowledge, hits: &[Hit], best: EntryId) -> Vec<EntryId> {
    let least = hits.first().map_or(1.0, |hit| hit.score) * NEARLY_AS_GOOD;
    let good = hits.iter().filter(|hit| hit.score >= least).map(|hit| hit.entry);
    let beside = |entry: EntryId| match (best, entry) {
        (EntryId::Fact(best), EntryId::Fact(id)) => knowledge[best].disputes.iter().any(|dispute| dispute.fact == id),
        _ => false,
    };
    good.filter(|&entry| entry.kind().is_statement() && entry != best && !beside(entry)).take(FURTHER_FACTS).collect()
}

/// The names of those whom a fact is about; what another entry is called.
fn title(knowledge: &Knowledge, entry: EntryId) -> Words {
    match entry {
        EntryId::Fact(id) => Words::dotted(knowledge[id].about.iter().map(|&entry| knowledge.title(entry))),
        EntryId::Relation(id) => Words::dotted([knowledge[id].from, knowledge[id].to].map(|end| &knowledge[end].name)),
        _ => knowledge.title(entry).into(),
    }
}

fn show_fact(draft: &mut Draft<'_>, id: FactId, meant: &Meant) {
    let knowledge = draft.knowledge;
    let fact = &knowledge[id];
    if let Some(row) = meant.answer_type.and_then(|answer_type| headline::of_fact(knowledge, fact, answer_type)) {
        draft.card([row], &fact.cites);
    }
    let best = draft.facts([id]);
    draft.section("", best);
    see_also(draft, &meant.further);
    for &entry in &fact.about {
        draft.offer_entry(entry);
    }
}

/// A tie, and with it those of the same sort: the other holders of an office, the other members of a body.
fn show_relation(draft: &mut Draft<'_>, id: RelationId, meant: &Meant) {
    let knowledge = draft.knowledge;
    let mut ties = meant.further.iter().filter_map(|entry| entry.relation());
    let best = &knowledge[id];
    let shares = |other: &Relation| other.kind == best.kind && (other.to == best.to || other.from == best.from);
    let like = ties.find(|&other| shares(&knowledge[other]));
    let same = tie::of_the_same_sort(knowledge, best, like);
    // Of an office, only those who are meant: a year in the question picks.
    let is_meant = |tie: &RelationId| best.office.is_none() || meant.further.contains(&EntryId::Relation(*tie));
    let rest = same.iter().copied().filter(|&other| other != id);
    let (same, mut others): (Vec<RelationId>, Vec<RelationId>) = rest.partition(is_meant);
    let first: Vec<RelationId> = std::iter::once(id).chain(same).collect();
    let statements: Vec<Statement> = first.iter().take(TIES).map(|&tie| draft.tie(&knowledge[tie])).collect();
    let listed = TIES.saturating_sub(statements.len()).min(others.len());
    if let Some(more) = (first.len() + others.len()).checked_sub(statements.len() + listed).filter(|&more| more > 0) {
        let end = if like.is_some_and(|like| knowledge[like].to != best.to) { best.from } else { best.to };
        draft.note(Message::MoreTies { more: more.into(), name: (&knowledge[end].name).into() });
    }
    draft.section("", statements);
    let told = |entry: &EntryId| entry.relation().is_some_and(|tie| first.contains(&tie) || others.contains(&tie));
    let further: Vec<EntryId> = meant.further.iter().copied().filter(|entry| !told(entry)).collect();
    others.truncate(listed);
    see_also(draft, &others.into_iter().map(EntryId::Relation).chain(further).collect::<Vec<_>>());
    for end in [best.from, best.to] {
        draft.offer_entry(EntryId::Actor(end));
    }
}

/// Facts, then ties.
fn see_also(draft: &mut Draft<'_>, further: &[EntryId]) {
    let knowledge = draft.knowledge;
    let mut statements = draft.facts(further.iter().filter_map(|entry| entry.fact()));
    statements.extend(further.iter().filter_map(|entry| entry.relation()).map(|tie| draft.tie(&knowledge[tie])));
    draft.section(Message::SeeAlso, statements);
}

fn show_aspect(draft: &mut Draft<'_>, id: AspectId) {
    let knowledge = draft.knowledge;
    if let Some(note) = &knowledge[id].note {
        draft.note(Message::AspectNote { note: note.into() });
    }
    let statements = draft.facts(knowledge.facts_on(id).iter().copied());
    draft.section("", statements);
}

/// An event, actor or topic: what was asked for, the summary, and the facts that fit the question best.
fn show_entry(draft: &mut Draft<'_>, meant: &Meant) {
    let (knowledge, entry) = (draft.knowledge, meant.entry);
    if let EntryId::Event(id) = entry {
        let label = meant.answer_type.and_then(card_label);
        let mut rows = event::particulars(knowledge, &knowledge[id]);
        rows.sort_by_key(|(row, _)| label.as_ref() != Some(row));
        draft.card(rows, &knowledge[id].cites);
    }
    let summary = draft.summary(entry).into_iter().collect();
    draft.section("", summary);
    if let EntryId::Topic(id) = entry {
        let lines = knowledge.events_on(id).iter().map(|&event| draft.event_line(event)).collect();
        draft.section(Message::Events, lines);
    }
    let about = knowledge.facts_about(entry).iter().copied().take(FURTHER_FACTS);
    let further: Vec<FactId> = meant.further.iter().filter_map(|entry| entry.fact()).collect();
    let shown = if further.is_empty() { about.collect() } else { further };
    let statements = draft.facts(shown);
    draft.section(Message::Facts, statements);
    draft.offer_entry(entry);
}

/// The row of an event's card that answers the word that was asked with.
fn card_label(answer_type: AnswerType) -> Option<Message> {
    match answer_type {
        AnswerType::When => Some(Message::When),
        AnswerType::Where => Some(Message::Where),
        // Those who took part are not yet those who did it.
        AnswerType::Who | AnswerType::HowMany | AnswerType::Which => None,
    }
}
