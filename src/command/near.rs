//! What is near to a question that nothing answers: up to five whole facts, events or actors, as what they are.
//!
//! Owns when that is shown instead of an answer, and how nearness in words and in meaning are put together. Both are found
//! by others: [`crate::matcher`] and [`crate::meaning`].

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::Call;
use super::draft::Draft;
use super::lookup::Lookup;
use super::roles::Roles;
use crate::answer::{Answer, Mark, Standing, Statement};
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{Hit, Reading, Reason, Term, Use, stem};
use crate::meaning::{Asked, Meaning, Near, Text, is_telling};
use crate::message::{Message, Words};
use crate::request::{ANSWER_TYPE, Value};

/// The facts, events and actors of a fact base by what they mean.
#[derive(Debug)]
pub struct Meanings {
    entries: Vec<EntryId>,
    meaning: Meaning,
    /// Whom names name. A name is near to itself only, and says what a question is about.
    roles: Roles,
}

/// The answer type that a request carries whose entries are shown as near, and not as the names nearest to a text.
const NEAR: &str = "near";

/// So many entries are shown.
const SHOWN: usize = 5;

/// So many are looked at on either side.
const LOOKED_AT: usize = 20;

/// Reciprocal rank fusion adds 1 / (this + rank) for each ranking that an entry is in (Cormack, Clarke and Büttcher, SIGIR
/// 2009). With their 60, the tenth would count nearly as much as the first; here there are two short rankings.
const FUSION: f32 = 4.0;

/// What has less of the question's meaning, or explains less of its words, is not worth showing: of a question that names
/// somebody stored, and of any other. The latter is more often about something else altogether.
const LEAST_MEANING: [f32; 2] = [0.2, 0.5];
const LEAST_EXPLAINED: [f32; 2] = [0.3, 0.75];

/// So many words must be read as something near where nobody stored is named.
const LEAST_READ: usize = 3;

/// A word is read as something near from this nearness on; what is less near than the second is not worth showing.
const READ: f32 = 0.5;
const LEAST_NEAR: f32 = 0.3;

/// The entry that the words speak for must be among so many by its meaning.
const AGREEING: usize = 2;

/// So much of the question must be explained by words or meaning, each word counting alike.
const SUPPORTED: f32 = 0.8;

/// A name must be as like one of the entry as this.
const NAMED: f32 = 0.6;

/// So many words are told of, how they were read.
const READINGS: usize = 3;

/// A word read as one that is nearer than this is read as itself.
const ITSELF: f32 = 0.99;

/// Entries nearest to a question in meaning, the nearest first, each with how the words were read.
type Meant = Vec<(EntryId, Near)>;

impl Meanings {
    /// Indexes a fact base.
    pub fn of(knowledge: &Knowledge) -> Self {
        let actors = knowledge.actors().map(|(id, actor)| (EntryId::Actor(id), &*actor.summary, &actor.asked));
        let events = knowledge.events().map(|(id, event)| (EntryId::Event(id), &*event.summary, &event.asked));
        let facts = knowledge.facts().map(|(id, fact)| (EntryId::Fact(id), &*fact.text, &fact.asked));
        let mut entries = Vec::new();
        let mut texts = Vec::new();
        for (entry, text, asked) in facts.chain(events).chain(actors) {
            let asked = asked.iter().map(|question| &**question);
            let whole: Vec<&str> = std::iter::once(text).chain(asked).collect();
            entries.push(entry);
            texts.push((whole.join("\n"), aside(knowledge, entry)));
        }
        let numbered = (0_u32..).zip(&texts);
        let meaning = Meaning::new(numbered.map(|(id, (text, aside))| Text { id, text, aside }));
        Self { entries, meaning, roles: Roles::of(knowledge) }
    }

    /// The entries nearest to what was asked, with how its words were read.
    fn nearest(&self, reading: &Reading) -> Meant {
        let asked: Vec<Asked<'_>> = reading.terms.iter().map(|term| self.asked(term)).collect();
        let near = self.meaning.nearest(&asked, |_| true, LOOKED_AT);
        near.into_iter().filter_map(|near| Some((*self.entries.get(near.id as usize)?, near))).collect()
    }

    /// Whether a word names an actor, or those of a country.
    pub(super) fn names(&self, word: &str) -> bool {
        self.roles.names(word)
    }

    /// Whether a word is, or was taken for, a name that is stored.
    fn is_name(&self, term: &Term) -> bool {
        self.roles.names(&term.written) || term.correction.as_deref().is_some_and(|word| self.roles.names(word))
    }

    fn asked<'q>(&self, term: &'q Term) -> Asked<'q> {
        let name = self.is_name(term);
        let weight = if term.usage == Use::Dropped { 0.0 } else { 1.0 };
        Asked { word: &term.written, weight, name }
    }
}

/// What an entry belongs to: those involved, its aspect, its title, when and where.
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
            format!("{}\n{names}\n{}\n{date}", event.title, event.place.as_deref().unwrap_or_default())
        }
        EntryId::Actor(id) => {
            let actor = &knowledge[id];
            format!("{}\n{}", actor.name, actor.aliases.join("\n"))
        }
        _ => String::new(),
    }
}

/// What is shown instead of an answer; nothing where there is one, or nothing near. What the meaning of the question speaks
/// for is found from then on.
pub(super) fn answer(call: Call<'_>, lookup: &mut Lookup) -> Option<Answer> {
    let meant = LazyCell::new(|| call.base.meanings.nearest(&lookup.reading));
    if is_supported(call, lookup, &meant) {
        drop(meant);
        lookup.standing = Standing::Found;
        return None;
    }
    let text = call.request.text(lookup.option).unwrap_or_default();
    let opposite = match lookup.standing {
        // An entry that was named by its id is not read.
        Standing::Found if lookup.reading.terms.is_empty() || !contradicts(call, text, lookup.entry()?) => return None,
        Standing::Found => true,
        Standing::Unknown => false,
        Standing::Near | Standing::Ambiguous => return None,
    };
    let near = call.request.text(ANSWER_TYPE) == Some(NEAR);
    let carried = near && matches!(call.request.value(lookup.option), Some(Value::Near(_)));
    let found = if carried {
        lookup.hits.iter().map(|hit| (hit.entry, None)).collect()
    } else {
        fused(call, lookup, &meant, opposite)
    };
    (!found.is_empty()).then(|| show(call, lookup, &found, opposite))
}

/// Whether the meaning of the question speaks for the entry that its words speak for.
///
/// Meaning makes no answer by itself: the entry is the best by its words too, it leaves out nobody who is named, nothing
/// bounded or denied, and it has what is asked for; only that some words stand in it otherwise had spoken against it.
fn is_supported(call: Call<'_>, lookup: &Lookup, meant: &LazyCell<Meant, impl FnOnce() -> Meant>) -> bool {
    let unexplained = matches!(lookup.reason, Some(Reason::Unexplained | Reason::Unlike));
    let (Some(hit), Some(signs), true) = (lookup.hits.first(), lookup.reading.signs, unexplained) else {
        return false;
    };
    let near = meant.iter().take(AGREEING).find(|(entry, _)| *entry == hit.entry).map(|(_, near)| near);
    let text = call.request.text(lookup.option).unwrap_or_default();
    near.is_some_and(|near| {
        signs.may_answer(lookup.reading.slot)
            && share_explained(call, &lookup.reading, hit, near) >= SUPPORTED
            && !contradicts(call, text, hit.entry)
    })
}

/// How much of a question an entry explains, by its words or by what they mean; nothing where it leaves out a name, a number
/// or a date.
fn share_explained(call: Call<'_>, reading: &Reading, hit: &Hit, near: &Near) -> f32 {
    let (mut explained, mut all) = (0.0, 0.0);
    for (at, term) in reading.terms.iter().enumerate().filter(|(_, term)| term.usage != Use::Dropped) {
        let by_words =
            hit.why.found.iter().filter(|found| found.term == at).map(|found| found.likeness * found.likeness);
        let by_meaning = near.readings.iter().filter(|read| read.asked == at).map(|read| read.nearness.sqrt());
        let exact = term.usage != Use::Kept || term.folded.bytes().any(|byte| byte.is_ascii_digit());
        let name = exact || call.base.meanings.is_name(term);
        let best = by_words.chain(by_meaning.filter(|_| !name)).fold(0.0, f32::max);
        if name && best < NAMED {
            return 0.0;
        }
        explained += best;
        all += 1.0;
    }
    // One word is no question.
    if all > 1.0 { explained / all } else { 0.0 }
}

/// Whether an entry says the opposite of what is asked, or the same with the parts exchanged.
fn contradicts(call: Call<'_>, question: &str, entry: EntryId) -> bool {
    let texts = told(call.knowledge(), entry);
    let (matcher, roles) = (&call.base.matcher, &call.base.meanings.roles);
    matcher.opposes(question, &texts.join("\n")) || roles.are_swapped(question, &texts)
}

/// What an entry says, with the questions that it answers and what it is compared on.
fn told(knowledge: &Knowledge, entry: EntryId) -> Vec<&str> {
    let (mut texts, asked): (Vec<&str>, &[Box<str>]) = match entry {
        EntryId::Fact(id) => {
            let aspect = knowledge[id].aspect.map(|aspect| &*knowledge[aspect].label);
            (aspect.into_iter().chain([&*knowledge[id].text]).collect(), &knowledge[id].asked)
        }
        EntryId::Event(id) => (vec![&*knowledge[id].title, &*knowledge[id].summary], &knowledge[id].asked),
        EntryId::Relation(id) => (vec![&*knowledge[id].title], &[]),
        _ => (Vec::new(), &[]),
    };
    texts.extend(asked.iter().map(|question| &**question));
    texts
}

/// The entries that are near by their words or by their meaning, the nearest first. `sure`: the first hit is near whatever
/// its words explain.
fn fused(call: Call<'_>, lookup: &Lookup, by_meaning: &Meant, sure: bool) -> Vec<(EntryId, Option<Near>)> {
    let shown = |entry: EntryId| !matches!(entry, EntryId::Aspect(_) | EntryId::Topic(_) | EntryId::Source(_));
    let by_words: Vec<&Hit> = lookup.hits.iter().filter(|hit| shown(hit.entry)).collect();
    let names = lookup.reading.terms.iter().any(|term| call.base.meanings.is_name(term));
    let at = usize::from(!names);
    let explained = by_words.first().is_some_and(|hit| sure || hit.why.question >= LEAST_EXPLAINED[at]);
    let meant = by_meaning.first().is_some_and(|(_, near)| {
        let read = near.readings.iter().filter(|reading| reading.nearness >= READ).count();
        near.score >= LEAST_MEANING[at] && (names || read >= LEAST_READ)
    });
    if !explained && !meant {
        return Vec::new();
    }
    let mut scores: BTreeMap<EntryId, f32> = BTreeMap::new();
    let words = by_words.iter().map(|hit| hit.entry);
    for (rank, entry) in (1_u8..).zip(words).chain((1_u8..).zip(by_meaning.iter().map(|(entry, _)| *entry))) {
        *scores.entry(entry).or_default() += 1.0 / (FUSION + f32::from(rank));
    }
    let mut order: Vec<(EntryId, f32)> = scores.into_iter().collect();
    order.sort_by(|(one, a), (other, b)| b.total_cmp(a).then(one.cmp(other)));
    let near = |entry: EntryId| by_meaning.iter().find(|(other, _)| *other == entry).map(|(_, near)| near.clone());
    let found = order.into_iter().map(|(entry, _)| (entry, near(entry)));
    found.filter(|(entry, near)| touches(call, lookup, *entry, near.as_ref())).take(SHOWN).collect()
}

/// Whether an entry has one of the names of the question, if it has any, and one of its other words, if it has any: that a
/// state is stored says nothing of its capital.
fn touches(call: Call<'_>, lookup: &Lookup, entry: EntryId, near: Option<&Near>) -> bool {
    let hit = lookup.hits.iter().find(|hit| hit.entry == entry);
    let found = |at: usize| hit.is_some_and(|hit| hit.why.found.iter().any(|found| found.term == at));
    let read = |at: usize| {
        near.is_some_and(|near| near.readings.iter().any(|read| read.asked == at && read.nearness >= LEAST_NEAR))
    };
    let kept = |named: bool| {
        let terms = lookup.reading.terms.iter().enumerate().filter(|(_, term)| term.usage == Use::Kept);
        let of_kind = terms.filter(move |(_, term)| call.base.meanings.is_name(term) == named);
        of_kind.filter(|(_, term)| named || is_telling(&term.written)).map(|(at, _)| at).collect::<Vec<_>>()
    };
    [true, false].into_iter().all(|named| {
        let terms = kept(named);
        terms.is_empty() || terms.into_iter().any(|at| found(at) || read(at))
    })
}

fn show(call: Call<'_>, lookup: &Lookup, found: &[(EntryId, Option<Near>)], opposite: bool) -> Answer {
    let knowledge = call.knowledge();
    let typed = matches!(call.request.value(lookup.option), Some(Value::Text(_))) && call.request.can_be_carried();
    let (request, found) = if typed {
        (call.request.clone(), found)
    } else {
        // Every page is made from what a button carries: as many entries, and not how the text was read.
        let keys = Value::near(found.iter().map(|(entry, _)| knowledge.key(*entry).to_owned()));
        let carried = if let Value::Near(keys) = &keys { keys.len() } else { found.len() };
        let request = call.request.clone().with(lookup.option, keys).with(ANSWER_TYPE, NEAR);
        (request, found.get(..carried).unwrap_or(found))
    };
    let mut draft = Draft::new(call, request, Message::NearTitle);
    draft.note(if opposite { Message::NearOpposite } else { Message::NearNote });
    let mut statements = Vec::new();
    for (entry, near) in found {
        let Some(statement) = statement(&mut draft, *entry) else { continue };
        let near = near.as_ref().filter(|_| typed);
        let readings = readings(lookup, *entry, near).into_iter().map(Box::new).map(Mark::Near);
        statements.push(readings.fold(statement, Statement::marked));
        draft.offer_entry(*entry);
    }
    draft.section(Message::NearHeading, statements);
    let hits: Vec<Hit> = found.iter().map(|(entry, _)| hit(lookup, *entry)).collect();
    draft.finish(Standing::Near, &hits)
}

/// The hit of an entry that was found by its words, or one for what was found by its meaning alone.
fn hit(lookup: &Lookup, entry: EntryId) -> Hit {
    let found = lookup.hits.iter().find(|hit| hit.entry == entry);
    found.cloned().unwrap_or(Hit { score: 0.0, ..Hit::certain(entry) })
}

fn statement(draft: &mut Draft<'_>, entry: EntryId) -> Option<Statement> {
    match entry {
        EntryId::Fact(id) => draft.facts([id]).pop(),
        EntryId::Event(id) => {
            let date = draft.knowledge[id].date.clone();
            draft.summary(entry).map(|statement| statement.dated(date.as_ref()))
        }
        EntryId::Relation(id) => Some(draft.tie(&draft.knowledge[id])),
        _ => draft.summary(entry),
    }
}

/// How the words of the question were read in one entry, where they were not read as themselves: those that were read as
/// something first, and no more than help.
fn readings(lookup: &Lookup, entry: EntryId, near: Option<&Near>) -> Vec<Message> {
    let Some(near) = near else { return Vec::new() };
    let hit = lookup.hits.iter().find(|hit| hit.entry == entry);
    let found = |at: usize| hit.is_some_and(|hit| hit.why.found.iter().any(|found| found.term == at));
    let mut terms: Vec<(usize, &Term)> = Vec::new();
    for (at, term) in lookup.reading.terms.iter().enumerate() {
        let known = terms.iter().any(|(_, other)| other.folded == term.folded);
        if term.usage == Use::Kept && is_telling(&term.written) && !known {
            terms.push((at, term));
        }
    }
    let (mut read, mut missing) = (Vec::new(), Vec::new());
    for (at, term) in terms {
        let word: Words = term.written.as_str().into();
        match near.readings.iter().find(|reading| reading.asked == at) {
            Some(reading) if reading.nearness >= ITSELF || stem(&reading.word) == stem(&term.folded) => {}
            Some(reading) => read.push(Message::WordReadAs { word, read: (&reading.word).into() }),
            None if found(at) => {}
            None => missing.push(Message::WordNotFound { word }),
        }
    }
    read.into_iter().chain(missing).take(READINGS).collect()
}
