//! What is near to a question that nothing answers: up to five whole facts, events or actors, as what they are.
//!
//! Owns when that is shown instead of an answer. How likely each entry is to be the answer is told by
//! [`super::likelihood`].

use super::bars::Bar;
use super::draft::Draft;
use super::evidence::Weighed;
use super::likelihood::{ANSWER, Ranking, Weighing};
use super::lookup::Lookup;
use super::{Base, Call};
use crate::answer::{Answer, Mark, Standing, Statement};
use crate::knowledge::{ActorId, EntryId};
use crate::matcher::{Hit, Model, Term, Use, stem};
use crate::meaning::{Near, is_telling, is_word};
use crate::message::{Message, Words};
use crate::request::{ANSWER_TYPE, Command, Context, Request, Value};

/// The answer type that a request carries whose entries are shown as near, and not as the names nearest to a text.
const NEAR: &str = "near";

/// So many entries are shown.
const SHOWN: usize = 5;

/// What has less of the question's meaning is not worth showing: of a question that names somebody stored, and of any other.
/// The latter is more often about something else altogether.
const LEAST_MEANING: [f32; 2] = [0.15, 0.4];

/// What has less of the question's words, where words alone tell.
const LEAST_EXPLAINED: [f32; 2] = [0.3, 0.75];

/// What says the opposite is told to say so when it is as likely as this to be what was asked about.
const OPPOSITE: f32 = 0.5;

/// So many words must be read as something near where nobody stored is named.
const LEAST_READ: usize = 3;

/// Fewer are enough where they are all that is asked: "arms deal".
const LEAST_WHOLE: usize = 2;
const WHOLE: f32 = 0.9;

/// A word is read as something near from this nearness on; what is less near than the second is not worth showing.
const READ: f32 = 0.5;
const LEAST_NEAR: f32 = 0.3;

/// So many words are told of, how they were read.
const READINGS: usize = 3;

/// A word read as one that is nearer than this is read as itself.
const ITSELF: f32 = 0.99;

/// A look-up as it is once meaning has been heard, too, and what it was weighed by; nothing where names alone decide.
///
/// A name that was typed to look it up is the matcher's to find; so is a question in another script, of which the vectors know
/// nothing.
pub(super) fn weighed(call: Call<'_>, lookup: Lookup) -> (Lookup, Option<Ranking>) {
    let text = call.request.text(lookup.option).unwrap_or_default();
    let settled = |entry: EntryId| {
        lookup.reading.model == Model::Exact || !lookup.reading.sentence && !entry.kind().is_statement()
    };
    let by_name = match lookup.standing {
        Standing::Found | Standing::Ambiguous => lookup.hits.first().is_some_and(|hit| settled(hit.entry)),
        Standing::Near | Standing::Unknown => false,
    };
    if lookup.reading.terms.is_empty() || by_name || !is_latin(text) || is_foreign(call, &lookup) {
        return (lookup, None);
    }
    if let Some(actor) = only_actor(call, &lookup) {
        let hits = std::iter::once(Hit::certain(EntryId::Actor(actor))).chain(lookup.hits).collect();
        return (Lookup { standing: Standing::Found, hits, ..lookup }, None);
    }
    let ranking = Ranking::of(call, &lookup);
    let hits = ranking.candidates.iter().map(|candidate| candidate.hit.clone());
    if ranking.has_answer() {
        let lookup = Lookup { standing: Standing::Found, hits: hits.collect(), ..lookup };
        return (lookup, Some(ranking));
    }
    let standing = if lookup.standing == Standing::Ambiguous { Standing::Ambiguous } else { Standing::Unknown };
    (Lookup { standing, ..lookup }, Some(ranking))
}

/// How a question was weighed; nothing where the matcher alone decides.
pub fn weighing(base: &Base, context: &Context, request: &Request) -> Option<Weighing> {
    let call = Call { base, context, request };
    let lookup = call.look_up("question").filter(|_| request.spec().command == Command::Ask)?;
    let (_, ranking) = weighed(call, lookup);
    let Ranking { candidates, sure, bar, .. } = ranking?;
    let told = |candidate: Weighed| (candidate.hit.entry, candidate.features, candidate.near);
    Some(Weighing { sure, needed: ANSWER, bar, candidates: candidates.into_iter().map(told).collect() })
}

/// The actor whom each word of a text names, if it says nothing else: "Belarus; Minsk".
fn only_actor(call: Call<'_>, lookup: &Lookup) -> Option<ActorId> {
    let mut kept = lookup.reading.terms.iter().filter(|term| term.usage != Use::Dropped);
    let actor = call.base.meanings.actor(kept.next()?)?;
    kept.all(|term| call.base.meanings.actor(term) == Some(actor)).then_some(actor)
}

/// Whether what was found by its words was asked for in another language than English: of what it says the vectors know nothing.
fn is_foreign(call: Call<'_>, lookup: &Lookup) -> bool {
    let meanings = &call.base.meanings;
    let ordinary =
        |term: &&Term| term.usage == Use::Kept && !meanings.is_part_of_name(term) && is_telling(&term.written);
    let mut ordinary = lookup.reading.terms.iter().filter(ordinary).peekable();
    lookup.standing == Standing::Found && ordinary.peek().is_some() && !ordinary.any(|term| is_word(&term.written))
}

/// Whether a text has no letter of another script than Latin, whose blocks end here.
pub(super) fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| letter <= '\u{24f}' || !letter.is_alphabetic())
}

/// Entries that were looked up and are not quite what was asked for, as near.
pub(super) fn listed(call: Call<'_>, lookup: &Lookup) -> Answer {
    let found: Vec<_> = lookup.hits.iter().take(SHOWN).map(|hit| (hit.entry, None)).collect();
    show(call, lookup, &found, false)
}

/// What is shown instead of an answer; nothing where there is one, or nothing near.
pub(super) fn answer(call: Call<'_>, lookup: &Lookup, ranking: Option<&Ranking>) -> Option<Answer> {
    if lookup.standing != Standing::Unknown {
        return None;
    }
    let carried = call.request.text(ANSWER_TYPE) == Some(NEAR);
    let opposite = ranking.is_some_and(|ranking| ranking.bar == Some(Bar::Opposite) && ranking.sure >= OPPOSITE);
    let found: Vec<(EntryId, Option<Near>)> = match ranking {
        Some(ranking) => near(call, lookup, ranking),
        None if carried => lookup.hits.iter().map(|hit| (hit.entry, None)).collect(),
        None => by_words(call, lookup),
    };
    (!found.is_empty()).then(|| show(call, lookup, &found, opposite))
}

/// What a question in a script of which the vectors know nothing is near to, by its words.
fn by_words(call: Call<'_>, lookup: &Lookup) -> Vec<(EntryId, Option<Near>)> {
    let at = usize::from(!names_somebody(call, lookup));
    let shown = lookup.hits.iter().filter(|hit| is_shown(hit.entry));
    let near = shown.filter(|hit| hit.why.question >= LEAST_EXPLAINED[at]);
    near.take(SHOWN).map(|hit| (hit.entry, None)).collect()
}

fn is_shown(entry: EntryId) -> bool {
    !matches!(entry, EntryId::Aspect(_) | EntryId::Topic(_) | EntryId::Source(_))
}

/// Whether a question names somebody who is stored.
fn names_somebody(call: Call<'_>, lookup: &Lookup) -> bool {
    lookup.reading.terms.iter().any(|term| call.base.meanings.is_stored_name(term))
}

/// The candidates that are worth showing, the likeliest first.
fn near(call: Call<'_>, lookup: &Lookup, ranking: &Ranking) -> Vec<(EntryId, Option<Near>)> {
    let names = names_somebody(call, lookup);
    let at = usize::from(!names);
    let worth = ranking.candidates.first().is_some_and(|first| {
        let read = first.near.readings.iter().filter(|reading| reading.nearness >= READ).count();
        let enough = read >= LEAST_READ || read >= LEAST_WHOLE && first.features.explained >= WHOLE;
        first.features.meaning >= LEAST_MEANING[at] && (names || enough && first.features.missing_name < READ)
    });
    if !worth {
        return Vec::new();
    }
    let found = ranking.candidates.iter().map(|candidate| (candidate.hit.entry, Some(candidate.near.clone())));
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
        let of_kind = terms.filter(move |(_, term)| call.base.meanings.is_stored_name(term) == named);
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
        let Some(statement) = draft.whole(*entry).or_else(|| draft.summary(*entry)) else { continue };
        let near = near.as_ref().filter(|_| typed);
        let readings = readings(lookup, *entry, near).into_iter().map(Box::new).map(Mark::Near);
        statements.push(readings.fold(statement, Statement::marked));
    }
    let lines: Vec<_> = found.iter().map(|(entry, _)| (*entry, draft.showing(*entry))).collect();
    draft.menu(lines);
    draft.section(Message::NearHeading, statements);
    let hits: Vec<Hit> = found.iter().map(|(entry, _)| hit(lookup, *entry)).collect();
    draft.finish(Standing::Near, &hits)
}

/// The hit of an entry that was found by its words, or one for what was found by its meaning alone.
fn hit(lookup: &Lookup, entry: EntryId) -> Hit {
    let found = lookup.hits.iter().find(|hit| hit.entry == entry);
    found.cloned().unwrap_or(Hit { score: 0.0, ..Hit::certain(entry) })
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
