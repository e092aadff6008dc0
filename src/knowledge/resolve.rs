//! From tables to [`Knowledge`]: ids become references, texts become dates and words, and each fault is reported.
//!
//! Owns what a value may be. Reading files belongs to [`super::read`], rules of good style to [`crate::check`].

use std::collections::BTreeMap;

use super::format::{
    RawActor, RawAspect, RawEvent, RawFact, RawQuestion, RawRelation, RawSource, RawTopic, RawWords, Table, Text,
};
use super::ids::{Ids, is_kebab};
use super::locate::{Fault, Place};
use super::model::{
    Actor, ActorKind, Allow, Aspect, Better, EntryId, Event, Fact, GoldenQuestion, Kind, Origin, Rank, Relation,
    Source, Topic, Words,
};
use super::read::{Tables, Unread};
use super::{Knowledge, Parts};
use crate::diagnostic::{Code, Diagnostic};

mod field;

use field::name_unknown;

/// The kinds of entries of which a fact says something.
const SUBJECTS: &[Kind] = &[Kind::Actor, Kind::Event];

/// The warnings that entries allow, each with the reason.
pub(crate) type Allows = BTreeMap<(Table, Origin), Box<[Allow]>>;

/// Resolves all tables.
///
/// # Errors
/// Every fault of every entry, but for those that may come from a file that could not be read: these are counted in one
/// of the `diagnostics`.
pub(super) fn resolve(tables: Tables, diagnostics: &mut Vec<Diagnostic>) -> Result<Knowledge, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut held_back = 0;
    let mut unknown = Vec::new();
    let mut allows = Allows::new();
    let (tables, ids) = Ids::assign(tables, &mut faults);
    macro_rules! entries {
        ($list:ident, $table:ident, $method:ident, $each:ident) => {{
            let resolve = |(origin, raw)| {
                let table = Table::$table;
                let (faults, unknown) = (&mut faults, &mut unknown);
                Entry { table, origin, ids: &ids, faults, unknown, allows: &mut allows, held_back: &mut held_back }
                    .$method(raw)
            };
            tables.$list.into_iter().$each(resolve).collect()
        }};
    }
    let parts = Parts {
        sources: entries!(sources, Source, source, filter_map),
        actors: entries!(actors, Actor, actor, filter_map),
        events: entries!(events, Event, event, filter_map),
        topics: entries!(topics, Topic, topic, map),
        aspects: entries!(aspects, Aspect, aspect, map),
        facts: entries!(facts, Fact, fact, filter_map),
        relations: entries!(relations, Relation, relation, filter_map),
        questions: entries!(questions, Question, question, map),
        words: entries!(words, Words, words, map),
        allows,
    };
    name_unknown(&parts, &mut faults, unknown);
    if faults.is_empty() {
        faults.extend(part_of_loops(&parts.aspects));
    }
    if held_back > 0 {
        diagnostics.push(held_back_fault(held_back, ids.unread()));
    }
    if faults.is_empty() { Ok(Knowledge::new(parts)) } else { Err(faults) }
}

/// Says how many faults were held back, and which files have to be mended first.
fn held_back_fault(count: usize, unread: &[Unread]) -> Diagnostic {
    let references = if count == 1 { "1 reference was".to_owned() } else { format!("{count} references were") };
    let message = format!("{references} not checked: what is named may stand in a file that cannot be read");
    let fault = Diagnostic::new(Code::HeldBack, message).help("mend the errors of that file first, and check again");
    unread.iter().fold(fault, |fault, unread| fault.at(unread.file, 0..0, ""))
}

/// The entry being resolved. After a fault its methods go on with what is left, so that the other faults show too.
struct Entry<'a> {
    table: Table,
    origin: Origin,
    ids: &'a Ids,
    faults: &'a mut Vec<Fault>,
    /// Faults of ids that no entry has, of which only the names can tell what was meant.
    unknown: &'a mut Vec<Unknown>,
    allows: &'a mut Allows,
    /// How many faults may come from a file that could not be read, and so are not reported.
    held_back: &'a mut usize,
}

/// An id that no entry has.
struct Unknown {
    /// The index of its fault.
    fault: usize,
    id: Text,
    kinds: &'static [Kind],
}

impl Entry<'_> {
    fn source(mut self, raw: RawSource) -> Option<Source> {
        self.allow(&raw.allow);
        let published = self.date("published", Some(&raw.published));
        self.url(raw.url.as_deref());
        Some(Source {
            key: raw.id,
            title: self.text("title", raw.title),
            publisher: self.text("publisher", raw.publisher),
            author: self.optional("author", raw.author),
            url: raw.url,
            language: self.optional("language", raw.language),
            note: self.optional("note", raw.note),
            origin: self.origin,
            published: published?,
        })
    }

    fn actor(mut self, raw: RawActor) -> Option<Actor> {
        self.allow(&raw.allow);
        let cites = self.cites(&raw.sources);
        Some(Actor {
            key: raw.id,
            name: self.text("name", raw.name),
            kind: self.word("kind", Some(&raw.kind), ActorKind::WORDS),
            aliases: self.texts("aliases", raw.aliases),
            asked: self.texts("asked", raw.asked),
            summary: self.text("summary", raw.summary),
            origin: self.origin,
            cites: cites?,
        })
    }

    fn event(mut self, raw: RawEvent) -> Option<Event> {
        self.allow(&raw.allow);
        let cites = self.cites(&raw.sources);
        Some(Event {
            key: raw.id,
            title: self.text("title", raw.title),
            aliases: self.texts("aliases", raw.aliases),
            asked: self.texts("asked", raw.asked),
            date: self.date("date", raw.date.as_deref()),
            place: self.optional("place", raw.place),
            actors: self.references("actors", &raw.actors, &[Kind::Actor], EntryId::actor),
            topics: self.references("topics", &raw.topics, &[Kind::Topic], EntryId::topic),
            summary: self.text("summary", raw.summary),
            origin: self.origin,
            cites: cites?,
        })
    }

    fn topic(mut self, raw: RawTopic) -> Topic {
        self.allow(&raw.allow);
        Topic {
            key: raw.id,
            label: self.text("label", raw.label),
            aliases: self.texts("aliases", raw.aliases),
            origin: self.origin,
        }
    }

    fn aspect(mut self, raw: RawAspect) -> Aspect {
        self.allow(&raw.allow);
        Aspect {
            key: raw.id,
            label: self.text("label", raw.label),
            unit: self.optional("unit", raw.unit),
            aliases: self.texts("aliases", raw.aliases),
            part_of: self.reference("part_of", None, raw.part_of.as_deref(), &[Kind::Aspect]).and_then(EntryId::aspect),
            better: raw.better.map(|better| self.word("better", Some(&better), Better::WORDS)),
            note: self.optional("note", raw.note),
            origin: self.origin,
        }
    }

    fn fact(mut self, raw: RawFact) -> Option<Fact> {
        self.allow(&raw.allow);
        let cites = self.cites(&raw.sources);
        if raw.about.is_empty() {
            self.fault(Code::EmptyList, "this fact is about nothing", "about").help_last("name an actor or event");
        }
        let about = self.references("about", &raw.about, SUBJECTS, Some);
        Some(Fact {
            with: self.with(&raw.with, &raw.about),
            about,
            aspect: self.reference("aspect", None, raw.aspect.as_deref(), &[Kind::Aspect]).and_then(EntryId::aspect),
            date: self.date("date", raw.date.as_deref()),
            text: self.text("text", raw.text),
            value: self.value(raw.value),
            attributed_to: self.attribution(raw.attributed_to),
            disputes: self.disputes(&raw.id, raw.disputes),
            rank: self.word("rank", raw.rank.as_deref(), Rank::WORDS),
            reason: self.optional("reason", raw.reason),
            forecast: raw.forecast,
            asked: self.texts("asked", raw.asked),
            origin: self.origin,
            key: raw.id,
            cites: cites?,
        })
    }

    fn relation(mut self, raw: RawRelation) -> Option<Relation> {
        self.allow(&raw.allow);
        let cites = self.cites(&raw.sources);
        let from = self.reference("from", None, Some(&raw.from), &[Kind::Actor]).and_then(EntryId::actor);
        let to = self.reference("to", None, Some(&raw.to), &[Kind::Actor]).and_then(EntryId::actor);
        if !is_kebab(&raw.kind) {
            let message = format!("`{}` is not a kind of relation", raw.kind);
            self.fault(Code::UnknownWord, message, "kind").help_last("write it in kebab-case, such as `member-of`");
        }
        Some(Relation {
            key: raw.id,
            kind: raw.kind,
            office: self.optional("office", raw.office),
            title: Box::default(),
            date: self.date("date", raw.date.as_deref()),
            note: self.optional("note", raw.note),
            origin: self.origin,
            from: from?,
            to: to?,
            cites: cites?,
        })
    }

    fn question(mut self, raw: RawQuestion) -> GoldenQuestion {
        self.allow(&raw.allow);
        GoldenQuestion {
            ask: self.text("ask", raw.ask),
            command: self.text("command", raw.command),
            expect: self.references("expect", &raw.expect, Kind::ALL, Some),
            known_miss: self.optional("known_miss", raw.known_miss),
            class: raw.class.map_or_else(|| "plain".into(), |class| self.text("class", class)),
            origin: self.origin,
        }
    }

    fn words(mut self, raw: RawWords) -> Words {
        self.allow(&raw.allow);
        if raw.says.is_empty() {
            self.fault(Code::EmptyList, "`says` is empty", "says").help_last("write what people type");
        }
        Words {
            says: self.texts("says", raw.says),
            means: self.text("means", raw.means),
            never: self.texts("never", raw.never),
            origin: self.origin,
        }
    }
}

/// Reports each loop of aspects that are part of each other, at the aspect in it with the first id.
fn part_of_loops(aspects: &[Aspect]) -> Vec<Fault> {
    // Where the walk from an aspect first came by; a walk that meets its own trace has gone in a circle.
    let mut walk_of: Vec<Option<usize>> = vec![None; aspects.len()];
    let mut faults = Vec::new();
    for start in 0..aspects.len() {
        let mut at = start;
        while walk_of[at].is_none() {
            walk_of[at] = Some(start);
            let Some(broader) = aspects[at].part_of else { break };
            at = broader.index();
            if walk_of[at] == Some(start) {
                faults.push(part_of_loop(aspects, at));
            }
        }
    }
    faults
}

fn part_of_loop(aspects: &[Aspect], first: usize) -> Fault {
    let broader = |at: &usize| aspects[*at].part_of.map(super::model::AspectId::index);
    let ring = std::iter::successors(broader(&first), broader).take_while(|&at| at != first);
    let keys: Vec<&str> = ring.chain([first]).map(|at| &*aspects[at].key).collect();
    let message = format!("`{}` is part of itself, by way of `{}`", aspects[first].key, keys.join("`, `"));
    Fault::new(Code::PartOfLoop, message, Place::key(Table::Aspect, aspects[first].origin, "part_of"))
        .help("remove `part_of` from the broadest of them")
}
