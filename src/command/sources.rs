//! `/sources`: all sources, or one with all that rests on it.

use super::draft::{Draft, matches};
use super::help::counted;
use super::lookup::look_up;
use super::{Base, Opt, PRIVATE, Request, Spec, Stop, Takes};
use crate::answer::{Answer, Block, Match, Standing};
use crate::knowledge::{Cite, Cites, EntryId, Kind, Knowledge, SourceId};
use crate::matcher::Hit;
use crate::wording::date::date_text;

pub(super) const SPEC: Spec = Spec {
    name: "sources",
    description: "The sources of this fact base, or one of them with all that rests on it",
    example: "/sources",
    options: &[
        Opt {
            name: "source",
            description: "A source, by its title, author or publisher",
            required: false,
            takes: Takes::Entries(&[Kind::Source]),
        },
        PRIVATE,
    ],
    answer,
};

fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    if request.text("source").is_none() {
        return Ok(list(base, request));
    }
    let (id, outcome) = look_up(base, request, "source", EntryId::source)?;
    Ok(show(base, id, outcome.hits()))
}

fn list(base: &Base, request: &Request) -> Answer {
    let knowledge = &base.knowledge;
    let mut draft = Draft::new(base, "Sources");
    let count = counted(knowledge.sources().len(), "source");
    draft.note(format!("Everything in this fact base rests on {count}."));
    let choices: Vec<Match> = knowledge
        .sources()
        .map(|(id, source)| {
            let resting = Resting::on(knowledge, id);
            let title =
                format!("{} ({}, {}) — {resting}", source.title, source.publisher, date_text(&source.published));
            Match { entry: EntryId::Source(id), key: source.key.to_string(), title, score: 1.0 }
        })
        .collect();
    draft.offer_choices(request, "source", &choices);
    draft
        .block(Block::Choices { heading: "One source with all that rests on it: /sources source:…".into(), choices });
    let hits: Vec<_> = knowledge.sources().map(|(id, _)| Hit::certain(EntryId::Source(id))).collect();
    draft.finish(Standing::Found, matches(knowledge, &hits))
}

fn show(base: &Base, id: SourceId, hits: &[Hit]) -> Answer {
    let knowledge = &base.knowledge;
    let source = &knowledge[id];
    let mut draft = Draft::new(base, &*source.title);
    if let Some(itself) = Cites::new(vec![Cite { source: id, locator: None }]) {
        let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
        let rows = [
            ("Author", text(&source.author)),
            ("Publisher", source.publisher.to_string()),
            ("Published", date_text(&source.published)),
            ("Language", text(&source.language)),
            ("Link", text(&source.url)),
            ("Note", text(&source.note)),
        ];
        draft.card(rows, &itself);
    }
    let rests = |cites: &Cites| cites.as_slice().iter().any(|cite| cite.source == id);
    let facts = knowledge.facts().filter(|(_, fact)| rests(&fact.cites)).map(|(id, _)| id);
    let facts = draft.facts(facts);
    draft.section("Facts that rest on it", facts);
    let events = knowledge.timeline().iter().filter(|event| rests(&knowledge[**event].cites));
    let events = events.map(|&event| draft.event_line(event)).collect();
    draft.section("Events that rest on it", events);
    draft.finish(Standing::Found, matches(knowledge, hits))
}

/// How much rests on a source.
struct Resting {
    facts: usize,
    events: usize,
    actors: usize,
}

impl Resting {
    fn on(knowledge: &Knowledge, id: SourceId) -> Self {
        let rests = |cites: &Cites| cites.as_slice().iter().any(|cite| cite.source == id);
        Self {
            facts: knowledge.facts().filter(|(_, fact)| rests(&fact.cites)).count(),
            events: knowledge.events().filter(|(_, event)| rests(&event.cites)).count(),
            actors: knowledge.actors().filter(|(_, actor)| rests(&actor.cites)).count(),
        }
    }
}

impl std::fmt::Display for Resting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (facts, events) = (counted(self.facts, "fact"), counted(self.events, "event"));
        write!(f, "{facts}, {events}, {}", counted(self.actors, "actor"))
    }
}
