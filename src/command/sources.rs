//! `/sources`: all sources, or one with all that rests on it.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::lookup::Lookup;
use super::{Call, Stop};
use crate::answer::{Answer, Candidate, Match, Standing};
use crate::knowledge::{Cite, Cites, EntryId, Knowledge, SourceId};
use crate::matcher::Hit;
use crate::message::{Message, Words};

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let Some(mut lookup) = call.look_up("source") else { return Ok(list(call)) };
    ask_which(call, &mut lookup);
    let request = call.settle(std::slice::from_ref(&lookup))?;
    let Some(id) = lookup.entry().and_then(EntryId::source) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let mut draft = Draft::new(call, request, &call.knowledge()[id].title);
    show(&mut draft, id);
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

/// A text that is the publisher or the author of several sources means any of them.
fn ask_which(call: Call<'_>, lookup: &mut Lookup) {
    let Some(text) = call.request.text("source").map(str::to_lowercase) else { return };
    let is = |name: &str| name.to_lowercase() == text;
    let by = call
        .knowledge()
        .sources()
        .filter(|(_, source)| is(&source.publisher) || source.author.as_deref().is_some_and(is));
    let by: Vec<Hit> = by.map(|(id, _)| Hit::certain(EntryId::Source(id))).collect();
    if by.len() > 1 {
        lookup.hits = by;
        lookup.standing = Standing::Ambiguous;
    }
}

fn list(call: Call<'_>) -> Answer {
    let knowledge = call.knowledge();
    let mut draft = Draft::new(call, call.request.clone(), Message::Sources);
    let count = Message::SourceCount { count: knowledge.sources().len().into() };
    draft.note(Message::RestsOn { sources: count.into() });
    let resting = Resting::of_all(knowledge);
    let candidate = |((id, source), resting): ((SourceId, &crate::knowledge::Source), Resting)| {
        let note = Message::SourceLine {
            publisher: (&source.publisher).into(),
            date: (&source.published).into(),
            facts: Message::FactCount { count: resting.facts.into() }.into(),
            events: Message::EventCount { count: resting.events.into() }.into(),
            actors: Message::ActorCount { count: resting.actors.into() }.into(),
        };
        Candidate { found: Match::new(knowledge, EntryId::Source(id), 1.0), note: note.into() }
    };
    let choices = knowledge.sources().zip(resting).map(candidate).collect();
    draft.choices(Message::OneSource, "source", choices);
    let hits: Vec<_> = knowledge.sources().map(|(id, _)| Hit::certain(EntryId::Source(id))).collect();
    draft.finish(Standing::Found, &hits)
}

fn show(draft: &mut Draft<'_>, id: SourceId) {
    let knowledge = draft.knowledge;
    let source = &knowledge[id];
    if let Some(itself) = Cites::new(vec![Cite { source: id, locator: None }]) {
        let text = |text: &Option<Box<str>>| text.as_ref().map(Words::from).unwrap_or_default();
        let rows = [
            (Message::Author, text(&source.author)),
            (Message::Publisher, (&source.publisher).into()),
            (Message::Published, (&source.published).into()),
            (Message::Language, text(&source.language)),
            (Message::Link, text(&source.url)),
            (Message::Remark, text(&source.note)),
        ];
        draft.card(rows, &itself);
    }
    let rests = |cites: &Cites| cites.as_slice().iter().any(|cite| cite.source == id);
    let facts = knowledge.facts().filter(|(_, fact)| rests(&fact.cites)).map(|(id, _)| id);
    let facts = draft.facts(facts);
    draft.section(Message::FactsResting, facts);
    let events = knowledge.timeline().iter().filter(|event| rests(&knowledge[**event].cites));
    let events = events.map(|&event| draft.event_line(event)).collect();
    draft.section(Message::EventsResting, events);
}

/// How much rests on a source.
#[derive(Debug, Clone, Default)]
struct Resting {
    facts: usize,
    events: usize,
    actors: usize,
}

impl Resting {
    /// For each source, in the order of their ids.
    fn of_all(knowledge: &Knowledge) -> Vec<Self> {
        let mut all = vec![Self::default(); knowledge.sources().len()];
        let mut count = |cites: &Cites, add: fn(&mut Self)| {
            let sources: BTreeSet<SourceId> = cites.as_slice().iter().map(|cite| cite.source).collect();
            for id in sources {
                all.get_mut(id.index()).into_iter().for_each(add);
            }
        };
        knowledge.facts().for_each(|(_, fact)| count(&fact.cites, |resting| resting.facts += 1));
        knowledge.events().for_each(|(_, event)| count(&event.cites, |resting| resting.events += 1));
        knowledge.actors().for_each(|(_, actor)| count(&actor.cites, |resting| resting.actors += 1));
        all
    }
}
