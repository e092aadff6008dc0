//! What the matcher is told of a fact base: one record for each entry.
//!
//! Owns which texts of an entry can be searched, and which questions an entry can answer.

use super::{AnswerType, AnswerTypes, Field, Hit, Matcher, Record};
use crate::knowledge::date::Date;
use crate::knowledge::{ActorId, EntryId, Event, Fact, Knowledge, Relation, RelationId};

impl Matcher {
    /// Indexes a fact base.
    pub fn of(knowledge: &Knowledge) -> Self {
        let ties = TieNames::of(knowledge);
        Self::new(records(knowledge, &ties)).with_words(knowledge.words())
    }
}

/// The office that a hit was found by, if it was found as the holder of one, or as the tie itself.
pub fn office_meant(knowledge: &Knowledge, hit: &Hit) -> Option<RelationId> {
    let which = hit.why.which?;
    match hit.entry {
        EntryId::Actor(actor) => {
            knowledge.offices_of(actor).nth(which.checked_sub(1 + knowledge[actor].aliases.len())?)
        }
        EntryId::Relation(tie) => knowledge[tie].office.is_some().then_some(tie),
        _ => None,
    }
}

/// What relations are looked up by: an office with the actor that it belongs to ("prime minister of Azerbaijan"), by which its holder is
/// found too; of any other the words of its kind ("supplies oil to").
struct TieNames(Vec<String>);

impl TieNames {
    fn of(knowledge: &Knowledge) -> Self {
        let name = |relation: &Relation| match &relation.office {
            Some(office) => format!("{office} of {}", knowledge[relation.to].name),
            None => relation.kind.replace('-', " "),
        };
        Self(knowledge.relations().map(|(_, relation)| name(relation)).collect())
    }

    fn name(&self, id: RelationId) -> &str {
        self.0.get(id.index()).map_or("", String::as_str)
    }
}

fn records<'k>(knowledge: &'k Knowledge, ties: &'k TieNames) -> impl Iterator<Item = Record<'k>> {
    let topics = knowledge
        .topics()
        .map(|(id, topic)| named(EntryId::Topic(id), &topic.label, &topic.aliases, knowledge.events_on(id).len()));
    let aspects = knowledge
        .aspects()
        .map(|(id, aspect)| named(EntryId::Aspect(id), &aspect.label, &aspect.aliases, knowledge.facts_on(id).len()));
    let named = actors(knowledge, ties).chain(events(knowledge)).chain(topics).chain(aspects);
    named.chain(facts(knowledge)).chain(sources(knowledge)).chain(relations(knowledge, ties))
}

fn actors<'k>(knowledge: &'k Knowledge, ties: &'k TieNames) -> impl Iterator<Item = Record<'k>> {
    knowledge.actors().map(|(id, actor)| {
        let entry = EntryId::Actor(id);
        let facts = [knowledge.facts_about(entry), knowledge.facts_with(entry), knowledge.facts_said_by(id)];
        let facts: usize = facts.iter().map(|facts| facts.len()).sum();
        let refers = facts + knowledge.events_of(id).len() + knowledge.relations_of(id).len();
        let mut record = named(entry, &actor.name, &actor.aliases, refers);
        record.aliases.extend(knowledge.offices_of(id).map(|office| ties.name(office)));
        let answer_types = AnswerTypes::NONE.with(AnswerType::Who);
        Record { texts: vec![(Field::Summary, &actor.summary)], answer_types, ..record }
    })
}

fn events(knowledge: &Knowledge) -> impl Iterator<Item = Record<'_>> {
    knowledge.events().map(|(id, event)| {
        let entry = EntryId::Event(id);
        let record = named(entry, &event.title, &event.aliases, knowledge.facts_about(entry).len());
        let days = event.date.as_ref().map(Date::days);
        Record { texts: event_texts(knowledge, event), days, answer_types: event_answers(event), ..record }
    })
}

fn facts(knowledge: &Knowledge) -> impl Iterator<Item = Record<'_>> {
    knowledge.facts().map(|(id, fact)| {
        let days = fact.date.as_ref().map(Date::days);
        // What a fact compares or measures is the nearest thing to a name that it has.
        let (name, aliases) = fact.aspect.map_or(("", &[][..]), |id| (&*knowledge[id].label, &*knowledge[id].aliases));
        let record = named(EntryId::Fact(id), name, aliases, fact.disputes.len());
        Record { texts: fact_texts(knowledge, fact), days, answer_types: fact_answers(fact), ..record }
    })
}

fn sources(knowledge: &Knowledge) -> impl Iterator<Item = Record<'_>> {
    knowledge.sources().map(|(id, source)| {
        let texts = source.author.iter().map(|author| (Field::Actor, &**author));
        let texts = texts.chain([(Field::Actor, &*source.publisher)]).collect();
        Record { texts, days: Some(source.published.days()), ..named(EntryId::Source(id), &source.title, &[], 0) }
    })
}

fn relations<'k>(knowledge: &'k Knowledge, ties: &'k TieNames) -> impl Iterator<Item = Record<'k>> {
    knowledge.relations().map(|(id, relation)| {
        let days = relation.date.as_ref().map(Date::days);
        let who = AnswerTypes::NONE.with(AnswerType::Who);
        let answer_types = if days.is_some() { who.with(AnswerType::When) } else { who };
        let record = named(EntryId::Relation(id), ties.name(id), &[], 0);
        Record { texts: relation_texts(knowledge, relation), days, answer_types, ..record }
    })
}

fn named<'k>(entry: EntryId, name: &'k str, aliases: &'k [Box<str>], refers: usize) -> Record<'k> {
    Record {
        entry,
        name,
        aliases: aliases.iter().map(|alias| &**alias).collect(),
        texts: Vec::new(),
        days: None,
        answer_types: AnswerTypes::NONE,
        weight: u32::try_from(refers).unwrap_or(u32::MAX),
    }
}

fn event_texts<'k>(knowledge: &'k Knowledge, event: &'k Event) -> Vec<(Field, &'k str)> {
    let mut texts: Vec<(Field, &str)> = vec![(Field::Summary, &event.summary)];
    texts.extend(event.place.iter().map(|place| (Field::Place, &**place)));
    event.actors.iter().for_each(|&actor| texts.extend(actor_names(knowledge, actor)));
    for &topic in &event.topics {
        texts.push((Field::Topic, &knowledge[topic].label));
        texts.extend(knowledge[topic].aliases.iter().map(|alias| (Field::Topic, &**alias)));
    }
    texts
}

fn fact_texts<'k>(knowledge: &'k Knowledge, fact: &'k Fact) -> Vec<(Field, &'k str)> {
    let mut texts: Vec<(Field, &str)> = vec![(Field::Statement, &fact.text)];
    texts.extend(asked(&fact.asked));
    for &entry in fact.about.iter().chain(&fact.with) {
        match entry {
            EntryId::Actor(actor) => texts.extend(actor_names(knowledge, actor)),
            other => texts.push((Field::Event, knowledge.title(other))),
        }
    }
    texts.extend(fact.attributed_to.iter().map(|who| (Field::Attribution, knowledge.speaker(who))));
    texts
}

fn asked(questions: &[Box<str>]) -> impl Iterator<Item = (Field, &str)> {
    questions.iter().map(|question| (Field::Asked, &**question))
}

/// The names of both ends, and what ties them, as the curator wrote it.
fn relation_texts<'k>(knowledge: &'k Knowledge, relation: &'k Relation) -> Vec<(Field, &'k str)> {
    let mut texts: Vec<(Field, &str)> = vec![(Field::Statement, &relation.title)];
    // A name of an end stands for the one in the statement.
    let names = [relation.from, relation.to].into_iter().flat_map(|end| actor_names(knowledge, end));
    texts.extend(names.map(|(_, name)| (Field::Statement, name)));
    texts.extend(relation.note.iter().map(|note| (Field::Note, &**note)));
    texts
}

/// The name and all aliases, so that a question in another script finds what the actor is concerned in.
fn actor_names(knowledge: &Knowledge, id: ActorId) -> impl Iterator<Item = (Field, &str)> {
    let actor = &knowledge[id];
    let aliases = actor.aliases.iter().map(|alias| &**alias);
    std::iter::once(&*actor.name).chain(aliases).map(|name| (Field::Actor, name))
}

fn event_answers(event: &Event) -> AnswerTypes {
    let answer_type = |has: bool, answer_type: AnswerType| has.then_some(answer_type);
    let all = [
        answer_type(event.date.is_some(), AnswerType::When),
        answer_type(event.place.is_some(), AnswerType::Where),
        answer_type(!event.actors.is_empty(), AnswerType::Who),
    ];
    all.into_iter().flatten().fold(AnswerTypes::NONE, AnswerTypes::with)
}

fn fact_answers(fact: &Fact) -> AnswerTypes {
    let answer_type = |has: bool, answer_type: AnswerType| has.then_some(answer_type);
    let all = [
        answer_type(fact.date.is_some(), AnswerType::When),
        answer_type(fact.value.is_some(), AnswerType::HowMany),
        answer_type(fact.attributed_to.is_some(), AnswerType::Who),
    ];
    all.into_iter().flatten().fold(AnswerTypes::NONE, AnswerTypes::with)
}
