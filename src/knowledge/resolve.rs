//! From tables to [`Knowledge`]: ids become references, texts become dates and words, and each fault is reported.
//!
//! Owns what a value may be. Reading files belongs to [`super::read`], rules of good style to [`crate::check`].

use super::date::Date;
use super::format::{
    RawActor, RawAspect, RawEvent, RawFact, RawQuestion, RawRelation, RawSource, RawTopic, Table, Text,
};
use super::ids::{Ids, Target};
use super::locate::{Fault, Place};
use super::model::{
    Actor, ActorKind, Aspect, Cite, Cites, EntryId, Event, Fact, Kind, Origin, Question, Rank, Relation, Source, Topic,
};
use super::read::Tables;
use super::{Knowledge, Parts};
use crate::diagnostic::{Code, nearest};

/// Resolves all tables.
///
/// # Errors
/// Every fault of every entry.
pub(super) fn resolve(tables: Tables) -> Result<Knowledge, Vec<Fault>> {
    let mut faults = Vec::new();
    let (tables, ids) = Ids::assign(tables, &mut faults);
    let mut resolver = Resolver { ids: &ids, faults: &mut faults };
    let parts = Parts {
        sources: tables.sources.into_iter().filter_map(|(o, raw)| resolver.at(Table::Source, o).source(raw)).collect(),
        actors: tables.actors.into_iter().filter_map(|(o, raw)| resolver.at(Table::Actor, o).actor(raw)).collect(),
        events: tables.events.into_iter().filter_map(|(o, raw)| resolver.at(Table::Event, o).event(raw)).collect(),
        topics: tables.topics.into_iter().map(|(o, raw)| resolver.at(Table::Topic, o).topic(raw)).collect(),
        aspects: tables.aspects.into_iter().map(|(o, raw)| resolver.at(Table::Aspect, o).aspect(raw)).collect(),
        facts: tables.facts.into_iter().filter_map(|(o, raw)| resolver.at(Table::Fact, o).fact(raw)).collect(),
        relations: tables
            .relations
            .into_iter()
            .filter_map(|(o, raw)| resolver.at(Table::Relation, o).relation(raw))
            .collect(),
        questions: tables.questions.into_iter().map(|(o, raw)| resolver.at(Table::Question, o).question(raw)).collect(),
    };
    if faults.is_empty() { Ok(Knowledge::new(parts)) } else { Err(faults) }
}

struct Resolver<'a> {
    ids: &'a Ids,
    faults: &'a mut Vec<Fault>,
}

impl Resolver<'_> {
    fn at(&mut self, table: Table, origin: Origin) -> Entry<'_> {
        Entry { table, origin, ids: self.ids, faults: self.faults }
    }
}

/// The entry being resolved. After a fault its methods go on with what is left, so that the other faults show too.
struct Entry<'a> {
    table: Table,
    origin: Origin,
    ids: &'a Ids,
    faults: &'a mut Vec<Fault>,
}

impl Entry<'_> {
    fn source(mut self, raw: RawSource) -> Option<Source> {
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
        let cites = self.cites(&raw.sources);
        Some(Actor {
            key: raw.id,
            name: self.text("name", raw.name),
            kind: self.word("kind", Some(&raw.kind), ActorKind::WORDS),
            aliases: self.texts("aliases", raw.aliases),
            summary: self.text("summary", raw.summary),
            origin: self.origin,
            cites: cites?,
        })
    }

    fn event(mut self, raw: RawEvent) -> Option<Event> {
        let cites = self.cites(&raw.sources);
        Some(Event {
            key: raw.id,
            title: self.text("title", raw.title),
            aliases: self.texts("aliases", raw.aliases),
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
        Topic {
            key: raw.id,
            label: self.text("label", raw.label),
            aliases: self.texts("aliases", raw.aliases),
            origin: self.origin,
        }
    }

    fn aspect(mut self, raw: RawAspect) -> Aspect {
        Aspect {
            key: raw.id,
            label: self.text("label", raw.label),
            unit: self.optional("unit", raw.unit),
            aliases: self.texts("aliases", raw.aliases),
            note: self.optional("note", raw.note),
            origin: self.origin,
        }
    }

    fn fact(mut self, raw: RawFact) -> Option<Fact> {
        let cites = self.cites(&raw.sources);
        if raw.about.is_empty() {
            self.fault(Code::EmptyList, "this fact is about nothing", "about").help_last("name an actor or event");
        }
        if let Some(index) = raw.disputes.iter().position(|id| *id == raw.id) {
            let place = Place::element(self.table, self.origin, "disputes", index);
            let fault = Fault::new(Code::SelfDispute, format!("`{}` disputes itself", raw.id), place);
            self.faults.push(fault.help("name the fact that says otherwise, or remove the id"));
        }
        if raw.value.is_some_and(|value| !value.value().is_finite()) {
            self.fault(Code::BadNumber, "a value must be a finite number", "value");
        }
        Some(Fact {
            about: self.references("about", &raw.about, &[Kind::Actor, Kind::Event], Some),
            aspect: self.reference("aspect", None, raw.aspect.as_deref(), &[Kind::Aspect]).and_then(EntryId::aspect),
            date: self.date("date", raw.date.as_deref()),
            text: self.text("text", raw.text),
            value: raw.value.map(super::format::Number::value),
            attributed_to: self.optional("attributed_to", raw.attributed_to),
            disputes: self.references("disputes", &raw.disputes, &[Kind::Fact], EntryId::fact),
            rank: self.word("rank", raw.rank.as_deref(), Rank::WORDS),
            reason: self.optional("reason", raw.reason),
            forecast: raw.forecast,
            origin: self.origin,
            key: raw.id,
            cites: cites?,
        })
    }

    fn relation(mut self, raw: RawRelation) -> Option<Relation> {
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
            date: self.date("date", raw.date.as_deref()),
            note: self.optional("note", raw.note),
            origin: self.origin,
            from: from?,
            to: to?,
            cites: cites?,
        })
    }

    fn question(mut self, raw: RawQuestion) -> Question {
        const ANY: &[Kind] = &[Kind::Event, Kind::Actor, Kind::Topic, Kind::Aspect, Kind::Fact, Kind::Source];
        Question {
            ask: self.text("ask", raw.ask),
            command: self.text("command", raw.command),
            expect: self.references("expect", &raw.expect, ANY, Some),
            known_miss: self.optional("known_miss", raw.known_miss),
            class: raw.class.map_or_else(|| "plain".into(), |class| self.text("class", class)),
            origin: self.origin,
        }
    }

    fn text(&mut self, key: &'static str, text: Text) -> Text {
        if text.trim().is_empty() {
            self.fault(Code::Blank, format!("`{key}` is blank"), key).help_last("write a text");
        }
        text
    }

    fn optional(&mut self, key: &'static str, text: Option<Text>) -> Option<Text> {
        text.map(|text| self.text(key, text))
    }

    fn texts(&mut self, key: &'static str, texts: Box<[Text]>) -> Box<[Text]> {
        for index in (0..texts.len()).filter(|&index| texts[index].trim().is_empty()) {
            let place = Place::element(self.table, self.origin, key, index);
            self.faults
                .push(Fault::new(Code::Blank, format!("an element of `{key}` is blank"), place).help("remove it"));
        }
        texts
    }

    fn date(&mut self, key: &'static str, text: Option<&str>) -> Option<Date> {
        match Date::parse(text?) {
            Ok(date) => Some(date),
            Err(error) => {
                let message = format!("`{}` is not an EDTF date: {}", text.unwrap_or_default(), error.message);
                let help = "write it as in `2013-11-20/2013-11-21`, `2010-07~` (about) or `2006/2012`";
                self.fault(Code::BadDate, message, key).help_last(help);
                None
            }
        }
    }

    fn url(&mut self, url: Option<&str>) {
        if let Some(url) = url.filter(|url| !is_web_link(url)) {
            let message = format!("`{url}` is not an http or https link");
            self.fault(Code::BadUrl, message, "url").help_last("write the whole link, from `https://` on");
        }
    }

    fn word<T: Copy + Default>(&mut self, key: &'static str, word: Option<&str>, words: &[(&str, T)]) -> T {
        let Some(word) = word else { return T::default() };
        if let Some((_, value)) = words.iter().find(|(known, _)| *known == word) {
            return *value;
        }
        let help = match nearest(word, words.iter().map(|(known, _)| *known)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "it can be {}",
                words.iter().map(|(known, _)| format!("`{known}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        self.fault(Code::UnknownWord, format!("`{key}` cannot be `{word}`"), key).help_last(&help);
        T::default()
    }

    fn cites(&mut self, sources: &[Text]) -> Option<Cites> {
        if sources.is_empty() {
            let help = "cite at least one source: nothing is shown without a citation";
            self.fault(Code::EmptyList, "`sources` is empty", "sources").help_last(help);
        }
        let cite = |(index, text): (usize, &Text)| {
            let (id, locator) = text.split_once('#').map_or((&**text, None), |(id, locator)| (id, Some(locator)));
            let locator = locator.filter(|locator| !locator.is_empty()).map(Into::into);
            let target = self.reference("sources", Some(index), Some(id), &[Kind::Source])?;
            target.source().map(|source| Cite { source, locator })
        };
        Cites::new(sources.iter().enumerate().filter_map(cite).collect())
    }

    fn references<T>(
        &mut self,
        key: &'static str,
        ids: &[Text],
        kinds: &[Kind],
        narrow: fn(EntryId) -> Option<T>,
    ) -> Box<[T]> {
        let target = |(index, id): (usize, &Text)| self.reference(key, Some(index), Some(id), kinds).and_then(narrow);
        ids.iter().enumerate().filter_map(target).collect()
    }

    fn reference(
        &mut self,
        key: &'static str,
        index: Option<usize>,
        id: Option<&str>,
        kinds: &[Kind],
    ) -> Option<EntryId> {
        let id = id?;
        let place = Place { table: self.table, origin: self.origin, key, index };
        let wanted = kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" or ");
        match self.ids.target(id) {
            Some(Target::Entry(entry)) if kinds.contains(&entry.kind()) => return Some(entry),
            Some(Target::Broken) => {}
            Some(target) => {
                let message = format!("`{id}` is {}, not {wanted}", target.described());
                self.faults.push(
                    Fault::new(Code::WrongKind, message, place).help(format!("`{key}` takes the id of: {wanted}")),
                );
            }
            None => {
                let known = self.ids.of_kinds(kinds);
                let help = match nearest(id, known) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("add a table with `id = \"{id}\"`, or name one that is there"),
                };
                self.faults
                    .push(Fault::new(Code::UnknownReference, format!("unknown {wanted} `{id}`"), place).help(help));
            }
        }
        None
    }

    fn fault(&mut self, code: Code, message: impl Into<String>, key: &'static str) -> LastFault<'_> {
        self.faults.push(Fault::new(code, message, Place::key(self.table, self.origin, key)));
        LastFault(self.faults)
    }
}

/// The fault just pushed, to which help can be added.
struct LastFault<'a>(&'a mut Vec<Fault>);

impl LastFault<'_> {
    fn help_last(self, help: &str) {
        if let Some(fault) = self.0.pop() {
            self.0.push(fault.help(help));
        }
    }
}

/// Whether a text is an id: words of lower-case ASCII letters and digits, joined by single hyphens.
pub(super) fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn is_web_link(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !url.contains(char::is_whitespace))
}
