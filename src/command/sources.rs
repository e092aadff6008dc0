//! `/sources`: all sources, one with all that rests on it, or those on which all about an entry rests.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::lookup::Lookup;
use super::{Call, Stop};
use crate::answer::{Answer, Candidate, Match, Standing};
use crate::knowledge::{Cite, Cites, EntryId, EventId, FactId, Knowledge, Source, SourceId};
use crate::matcher::{Hit, Scope};
use crate::message::{Message, Words};
use crate::request::Request;

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let Some(mut lookup) = call.look_up("source") else { return Ok(list(call)) };
    ask_which(call, &mut lookup);
    if lookup.standing == Standing::Unknown
        && let Some(on) = matter(call)
    {
        let request = call.settle(std::slice::from_ref(&on))?;
        return on.entry().map(|entry| list_on(call, request, entry)).ok_or(Stop::refused(Message::StaleButton));
    }
    let request = call.settle(std::slice::from_ref(&lookup))?;
    let Some(id) = lookup.entry().and_then(EntryId::source) else {
        return Err(Stop::refused(Message::StaleButton));
    };
    let mut draft = Draft::new(call, request, &call.knowledge()[id].title);
    draft.read_as = call.understood(&lookup, None);
    show(&mut draft, id);
    Ok(draft.finish(Standing::Found, &lookup.hits))
}

/// An entry that is no source, where the option has its id: sources are asked on it. A text means a source.
fn matter(call: Call<'_>) -> Option<Lookup> {
    let lookup = call.look_up_among("source", Scope::ALL)?;
    (lookup.standing == Standing::Found && lookup.reading.terms.is_empty()).then_some(lookup)
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
    offer(&mut draft, Resting::of_all(knowledge));
    let hits: Vec<_> = knowledge.sources().map(|(id, _)| Hit::certain(EntryId::Source(id))).collect();
    draft.finish(Standing::Found, &hits)
}

/// The sources on which all rests that is stored about one entry, with how much of it rests on each.
fn list_on(call: Call<'_>, request: Request, entry: EntryId) -> Answer {
    let knowledge = call.knowledge();
    let resting = Resting::of(knowledge, entry);
    let mut draft = Draft::new(call, request, Message::SourcesOn { title: knowledge.title(entry).into() });
    let used = knowledge.sources().zip(&resting).filter(|(_, resting)| resting.any()).map(|((id, _), _)| id);
    let hits: Vec<Hit> = std::iter::once(entry).chain(used.map(EntryId::Source)).map(Hit::certain).collect();
    offer(&mut draft, resting);
    draft.finish(Standing::Found, &hits)
}

/// Offers the sources on which something rests.
fn offer(draft: &mut Draft<'_>, resting: Vec<Resting>) {
    let knowledge = draft.knowledge;
    let candidate = |((id, source), resting): ((SourceId, &Source), Resting)| {
        let note = Message::SourceLine {
            publisher: (&source.publisher).into(),
            date: (&source.published).into(),
            facts: Message::FactCount { count: resting.facts.into() }.into(),
            events: Message::EventCount { count: resting.events.into() }.into(),
            actors: Message::ActorCount { count: resting.actors.into() }.into(),
        };
        Candidate { found: Match::new(knowledge, EntryId::Source(id), 1.0), note: note.into() }
    };
    let all = resting.iter().all(|resting| !resting.any());
    let used = knowledge.sources().zip(resting).filter(|(_, resting)| all || resting.any());
    let choices = used.map(candidate).collect();
    draft.choices(Message::OneSource, "source", choices, usize::MAX);
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
        let facts = knowledge.facts().map(|(id, _)| EntryId::Fact(id));
        let events = knowledge.events().map(|(id, _)| EntryId::Event(id));
        let actors = knowledge.actors().map(|(id, _)| EntryId::Actor(id));
        Self::count(knowledge, facts.chain(events).chain(actors))
    }

    /// The same for what is stored about one entry: itself, the facts about it or on it, and its events.
    fn of(knowledge: &Knowledge, entry: EntryId) -> Vec<Self> {
        let about = knowledge.facts_about(entry).iter().chain(knowledge.facts_with(entry));
        let on = entry.aspect().map(|aspect| knowledge.facts_on(aspect)).unwrap_or_default();
        let facts: BTreeSet<FactId> = about.chain(on).copied().collect();
        let of_actor = entry.actor().map(|actor| knowledge.events_of(actor)).unwrap_or_default();
        let on_topic = entry.topic().map(|topic| knowledge.events_on(topic)).unwrap_or_default();
        let events: BTreeSet<EventId> = of_actor.iter().chain(on_topic).copied().collect();
        let facts = facts.into_iter().map(EntryId::Fact);
        Self::count(knowledge, std::iter::once(entry).chain(facts).chain(events.into_iter().map(EntryId::Event)))
    }

    fn count(knowledge: &Knowledge, entries: impl IntoIterator<Item = EntryId>) -> Vec<Self> {
        let mut all = vec![Self::default(); knowledge.sources().len()];
        for entry in entries {
            let (cites, add): (&Cites, fn(&mut Self)) = match entry {
                EntryId::Fact(id) => (&knowledge[id].cites, |resting| resting.facts += 1),
                EntryId::Event(id) => (&knowledge[id].cites, |resting| resting.events += 1),
                EntryId::Actor(id) => (&knowledge[id].cites, |resting| resting.actors += 1),
                _ => continue,
            };
            let sources: BTreeSet<SourceId> = cites.as_slice().iter().map(|cite| cite.source).collect();
            for id in sources {
                all.get_mut(id.index()).into_iter().for_each(add);
            }
        }
        all
    }

    fn any(&self) -> bool {
        self.facts + self.events + self.actors > 0
    }
}
