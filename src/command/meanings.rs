//! The entries of a fact base by what they mean, and how a question is held against them.
//!
//! Owns which texts of an entry tell what it means, and which words of the fact base a word of a question may be read as: its
//! inflections, what people say for it, the names of the same actor. Nearness itself belongs to [`crate::meaning`].

use std::collections::{BTreeMap, BTreeSet};

use super::roles::Roles;
use crate::knowledge::{ActorId, AspectId, EntryId, Knowledge};
use crate::matcher::{Matcher, Reading, Term, Use, stem};
use crate::meaning::{Meaning, Near, Query, QueryWord, Text, is_known_name, is_word};

/// The facts, ties, events and actors of a fact base by what they mean.
#[derive(Debug)]
pub struct Meanings {
    entries: Vec<EntryId>,
    places: BTreeMap<EntryId, usize>,
    meaning: Meaning,
    /// What aspects are called, by their numbers.
    aspects: Meaning,
    /// Whom names name. A name is near to itself only, and says what a question is about.
    pub(super) roles: Roles,
    /// The words of the texts by their stems.
    inflections: BTreeMap<Box<str>, Vec<Box<str>>>,
    /// The words of the texts by the actor whom they name.
    names: BTreeMap<ActorId, Vec<Box<str>>>,
    /// The stems of the words for offices: *minister*, *secretary*.
    offices: BTreeSet<Box<str>>,
}

/// How near two inflections of one word are, two words that people use for one another, and a word and what it is a misspelling
/// of.
const INFLECTED: f32 = 0.95;
const SAID_FOR: f32 = 0.8;

/// A word is a misspelling of what it is as like as this.
const CORRECTED: f32 = 0.8;

/// Stems of words for going somewhere.
const MOTION: [&str; 15] = [
    "visit", "go", "come", "fli", "flight", "travel", "arriv", "trip", "journey", "tour", "return", "land", "invit",
    "receiv", "host",
];

/// How near two names of one actor are.
const SAME_ACTOR: f32 = 0.95;

impl Meanings {
    /// Indexes a fact base.
    pub fn of(knowledge: &Knowledge) -> Self {
        let actors = knowledge.actors().map(|(id, actor)| (EntryId::Actor(id), &*actor.summary, &*actor.asked));
        let events = knowledge.events().map(|(id, event)| (EntryId::Event(id), &*event.summary, &*event.asked));
        let facts = knowledge.facts().map(|(id, fact)| (EntryId::Fact(id), &*fact.text, &*fact.asked));
        let mut entries = Vec::new();
        let mut texts = Vec::new();
        let relations = knowledge
            .relations()
            .map(|(id, relation)| (EntryId::Relation(id), relation.note.as_deref().unwrap_or_default(), &[][..]));
        for (entry, text, asked) in facts.chain(events).chain(actors).chain(relations) {
            let title = if let EntryId::Fact(_) = entry { None } else { Some(knowledge.title(entry)) };
            let aliases = if let EntryId::Event(id) = entry { &*knowledge[id].aliases } else { &[] };
            let others = aliases.iter().chain(asked).map(|line| &**line);
            entries.push(entry);
            texts.push(Text {
                lines: title.into_iter().chain([text]).chain(others).collect(),
                aside: aside(knowledge, entry),
            });
        }
        let places = entries.iter().copied().zip(0..).collect();
        let (meaning, roles) = (Meaning::new(texts), Roles::of(knowledge));
        let mut inflections: BTreeMap<Box<str>, Vec<Box<str>>> = BTreeMap::new();
        let mut names: BTreeMap<ActorId, Vec<Box<str>>> = BTreeMap::new();
        for word in meaning.words() {
            match roles.named(word) {
                Some(actor) => names.entry(actor).or_default().push(word.into()),
                None => inflections.entry(stem(word).into()).or_default().push(word.into()),
            }
        }
        let offices =
            knowledge.offices().filter_map(|(office, _)| office.split(" of ").next()?.split_whitespace().next_back());
        let offices = offices.map(|word| stem(&word.to_lowercase()).into()).collect();
        let aspects = called(knowledge);
        for word in aspects.words() {
            let inflections = inflections.entry(stem(word).into()).or_default();
            if !inflections.iter().any(|known| **known == *word) {
                inflections.push(word.into());
            }
        }
        Self { entries, places, meaning, aspects, roles, inflections, names, offices }
    }

    /// Holds a question against all entries.
    pub(super) fn ask(&self, matcher: &Matcher, reading: &Reading) -> Query<'_> {
        self.hold(&self.meaning, matcher, reading)
    }

    /// The aspects whose names are nearest to a text, by the share of it that they have.
    pub(super) fn aspects(&self, matcher: &Matcher, reading: &Reading, most: usize) -> Vec<(AspectId, Near)> {
        let near = self.hold(&self.aspects, matcher, reading).nearest(most).into_iter();
        let mut aspects: Vec<(AspectId, Near)> =
            near.filter_map(|near| Some((AspectId(u32::try_from(near.place).ok()?), near))).collect();
        aspects.sort_by(|a, b| b.1.line.asked.total_cmp(&a.1.line.asked).then(a.0.cmp(&b.0)));
        aspects
    }

    fn hold<'m>(&'m self, meaning: &'m Meaning, matcher: &Matcher, reading: &Reading) -> Query<'m> {
        let folded: Vec<&str> = reading.terms.iter().map(|term| &*term.folded).collect();
        let said = matcher.words_for(&folded);
        let asked: Vec<QueryWord<'_>> = (0..)
            .zip(reading.terms.iter().zip(&said))
            .map(|(at, (term, said))| self.asked(reading, (at, term), said))
            .collect();
        meaning.ask(&asked)
    }

    /// The entry that a near text tells of.
    pub(super) fn entry(&self, near: &Near) -> Option<EntryId> {
        self.entries.get(near.place).copied()
    }

    /// The place of an entry.
    pub(super) fn place(&self, entry: EntryId) -> Option<usize> {
        self.places.get(&entry).copied()
    }

    /// Whether a word names an actor, or those of a country.
    pub(super) fn names(&self, word: &str) -> bool {
        self.roles.named(word).is_some()
    }

    /// Whether a word is, or was taken for, a name that is stored.
    pub(super) fn is_name(&self, term: &Term) -> bool {
        self.actor(term).is_some()
    }

    /// Whether a word is, or is part of, the name of somebody stored.
    pub(super) fn is_stored_name(&self, term: &Term) -> bool {
        self.is_name(term) || self.roles.names_several(&term.written)
    }

    /// Whether a word is, or is part of, a name: of somebody stored or known to the world.
    pub(super) fn is_part_of_name(&self, term: &Term) -> bool {
        self.is_stored_name(term) || is_known_name(&term.written)
    }

    /// Whether the term at a place of a question is a city, where the word may also stand for a state: "in Minsk", "a visit to
    /// Baku".
    pub(super) fn is_city(&self, terms: &[Term], at: usize) -> bool {
        if !terms.get(at).is_some_and(|term| self.roles.is_metonym(&term.written)) {
            return false;
        }
        let before = terms.get(..at).unwrap_or_default();
        let Some(last) = before.iter().rev().find(|term| !["the", "city"].contains(&&*term.folded)) else {
            return false;
        };
        let moves = |term: &Term| MOTION.contains(&&*stem(&term.folded));
        let led = ["in", "at", "near", "on", "over", "around", "outside"].contains(&&*last.folded) || moves(last);
        led || ["to", "into", "from"].contains(&&*last.folded) && before.iter().any(moves)
    }

    /// Whether the holder of an office is asked for: "who was the prime minister of …", where an office is stored under a name
    /// that ends in that word.
    pub(super) fn asks_for_holder(&self, terms: &[Term]) -> bool {
        let is = |term: &Term| ["is", "was", "were", "are", "s"].contains(&term.folded.as_str());
        let opens = terms.first().is_some_and(|term| term.folded == "who") && terms.get(1).is_some_and(is);
        opens && terms.iter().any(|term| self.offices.contains(&*stem(&term.folded)))
    }

    /// The actor whom a word names, or whose people, as it is or as what it is a misspelling of.
    pub(super) fn actor(&self, term: &Term) -> Option<ActorId> {
        let named = |word: &str| self.roles.named(word);
        named(&term.written).or_else(|| named(corrected(term).filter(|_| !is_word(&term.written))?))
    }

    fn asked<'q>(&'q self, reading: &Reading, (at, term): (usize, &'q Term), said: &[Box<str>]) -> QueryWord<'q> {
        let weight = if term.usage == Use::Dropped { 0.0 } else { 1.0 };
        let with_stem = |stem: &str| self.inflections.get(stem).map(Vec::as_slice).unwrap_or_default();
        let mut readings: Vec<(&str, f32)> = Vec::new();
        let mut add = |words: &'q [Box<str>], nearness| readings.extend(words.iter().map(|word| (&**word, nearness)));
        let actor = self.actor(term);
        if self.is_city(&reading.terms, at) {
            // The city is meant, and not the state.
        } else if let Some(actor) = actor {
            add(self.names.get(&actor).map(Vec::as_slice).unwrap_or_default(), SAME_ACTOR);
        } else {
            add(with_stem(&stem(&term.folded)), INFLECTED);
            for said in said {
                add(with_stem(said), SAID_FOR);
            }
        }
        if !is_word(&term.written) {
            readings.extend(corrected(term).map(|word| (word, term.likeness * term.likeness)));
        }
        QueryWord { word: &term.written, weight, name: self.is_part_of_name(term), readings }
    }
}

/// What aspects are called, by their numbers.
fn called(knowledge: &Knowledge) -> Meaning {
    Meaning::new(knowledge.aspects().map(|(_, aspect)| {
        let names = std::iter::once(&aspect.label).chain(&aspect.aliases);
        Text { lines: names.map(|name| &**name).collect(), aside: String::new() }
    }))
}

/// What a word is a misspelling of.
fn corrected(term: &Term) -> Option<&str> {
    term.correction.as_deref().filter(|_| term.likeness >= CORRECTED)
}

/// What an entry belongs to: those involved, its aspect, when and where.
fn aside(knowledge: &Knowledge, entry: EntryId) -> String {
    let names = |entries: &mut dyn Iterator<Item = EntryId>| {
        entries.map(|entry| knowledge.title(entry)).collect::<Vec<_>>().join("\n")
    };
    match entry {
        EntryId::Fact(id) => {
            let fact = &knowledge[id];
            let names = names(&mut fact.about.iter().chain(&fact.with).copied());
            let aspect = fact.aspect.map_or("", |aspect| &knowledge[aspect].label);
            let date = fact.date.as_ref().map_or("", |date| date.edtf());
            format!("{names}\n{aspect}\n{date}")
        }
        EntryId::Event(id) => {
            let event = &knowledge[id];
            let names = names(&mut event.actors.iter().copied().map(EntryId::Actor));
            let date = event.date.as_ref().map_or("", |date| date.edtf());
            format!("{names}\n{}\n{date}", event.place.as_deref().unwrap_or_default())
        }
        EntryId::Actor(id) => knowledge[id].aliases.join("\n"),
        _ => String::new(),
    }
}
