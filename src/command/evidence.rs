//! What speaks for each entry that may answer a question.
//!
//! Owns the features of a candidate, in words and in meaning. What they are worth is left to [`super::likelihood`], what bars
//! a candidate to [`super::bars`].

use serde::Serialize;

use super::Call;
use super::lookup::Lookup;
use crate::answer::Standing;
use crate::knowledge::date::Date;
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{AnswerType, Hit, Period, Term, Use, stem};
use crate::meaning::{Near, is_telling, is_word};

/// An entry that may be the answer, with what speaks for it.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    pub(super) hit: Hit,
    pub(super) near: Near,
    pub(super) features: Evidence,
}

/// What speaks for a candidate, and against it; all from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// The matcher's score.
    pub words: f32,
    /// One over the rank by words.
    pub words_rank: f32,
    /// How sure the matcher is that it is the answer; 0 where it does not say so.
    pub decided: f32,
    /// Nearness in meaning.
    pub meaning: f32,
    /// One over the rank by meaning.
    pub meaning_rank: f32,
    /// Share of the question that stands in the nearest of its lines, by weight.
    pub asked: f32,
    /// Likeness of the question and that line, each seen from the other.
    pub line: f32,
    /// Share of the question's words that it explains, each counting alike.
    pub explained: f32,
    /// How little it explains the name that it explains least.
    pub missing_name: f32,
    /// The same, of numbers and dates.
    pub missing_number: f32,
    /// It explains less than half of the ordinary words, or nothing of what somebody is asked to have done.
    pub untold: f32,
    /// Telling words of the question, of so many.
    pub terms: f32,
    /// It has what is asked for: a date, a number.
    pub answer_type: f32,
    /// It has no date, or no number, where one is asked for.
    pub lacks: f32,
    /// It is an event.
    pub event: f32,
    /// It is an actor.
    pub actor: f32,
}

/// So many entries are looked at by their meaning, beside those found by their words.
const LOOKED_AT: usize = 20;

/// A word explained less than this is as good as not explained.
const UNKNOWN: f32 = 0.3;
pub(super) const HALF: f32 = 0.5;

/// One word asks nothing of what a statement says.
pub(super) const FEWEST_TERMS: f32 = 2.0 / MOST_TERMS;

/// More telling words than these make no candidate likelier.
const MOST_TERMS: f32 = 6.0;

/// All that may answer a question: what is near by meaning, then what is near by words only.
pub(super) fn candidates(call: Call<'_>, lookup: &Lookup) -> Vec<Weighed> {
    let meanings = &call.base.meanings;
    let question = meanings.ask(&call.base.matcher, &lookup.reading);
    let nearest = question.nearest(LOOKED_AT);
    let mut places: Vec<usize> = nearest.iter().map(|near| near.place).collect();
    let by_words = lookup.hits.iter().filter_map(|hit| meanings.place(hit.entry));
    for place in by_words {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let terms = telling(call, lookup);
    let candidate = |place: usize| {
        let near = question.of(place);
        let rank = nearest.iter().position(|other| other.place == place);
        Some(weigh(call, lookup, &terms, (meanings.entry(&near)?, near, rank)))
    };
    places.into_iter().filter_map(candidate).collect()
}

/// What kind of word a term of the question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name, stored or not.
    Name,
    /// The name of a city, where it may also stand for a state.
    City,
    /// A number or a part of a date.
    Number,
    Ordinary,
}

/// The terms of a question that tell what is asked, by their places.
fn telling<'l>(call: Call<'_>, lookup: &'l Lookup) -> Vec<(usize, &'l Term, Kind)> {
    let terms = lookup.reading.terms.iter().enumerate();
    let used = terms.filter(|(_, term)| !matches!(term.usage, Use::Dropped | Use::Bound));
    let meanings = &call.base.meanings;
    let kind = |at: usize, term: &Term| {
        if meanings.is_city(&lookup.reading.terms, at) {
            Some(Kind::City)
        } else if term.usage == Use::Date || term.folded.bytes().any(|byte| byte.is_ascii_digit()) {
            Some(Kind::Number)
        } else if meanings.is_part_of_name(term) || is_unknown_name(term) {
            Some(Kind::Name)
        } else {
            is_telling(&term.written).then_some(Kind::Ordinary)
        }
    };
    used.filter_map(|(at, term)| Some((at, term, kind(at, term)?))).collect()
}

/// Whether a question tells nothing but names, numbers and dates.
pub(super) fn names_only(call: Call<'_>, lookup: &Lookup) -> bool {
    telling(call, lookup).iter().all(|(.., kind)| *kind != Kind::Ordinary)
}

/// A word that is neither stored nor English names somebody or something that is not stored, whatever the case of its letters.
fn is_unknown_name(term: &Term) -> bool {
    let stored = term.likeness >= STORED;
    !stored && (term.named || !is_word(&term.written) && term.folded.len() > SHORT)
}

/// From this likeness on a word is a stored one, misspelt at most.
const STORED: f32 = 0.8;

/// Words of so many letters are abbreviations and slips.
const SHORT: usize = 3;

fn weigh(
    call: Call<'_>,
    lookup: &Lookup,
    terms: &[(usize, &Term, Kind)],
    (entry, near, near_rank): (EntryId, Near, Option<usize>),
) -> Weighed {
    let knowledge = call.knowledge();
    let hit_rank = lookup.hits.iter().position(|hit| hit.entry == entry);
    let hit = hit_rank.and_then(|rank| lookup.hits.get(rank));
    let decided = lookup.standing == Standing::Found && hit_rank == Some(0);
    let wanted = lookup.reading.answer_type.map(|wanted| has(knowledge, entry, wanted));
    let mut features = Evidence {
        words: hit.map_or(0.0, |hit| hit.score),
        words_rank: reciprocal(hit_rank),
        decided: if decided { lookup.reading.confidence } else { 0.0 },
        meaning: near.score,
        meaning_rank: reciprocal(near_rank),
        asked: near.line.asked,
        line: near.line.likeness(),
        answer_type: wanted.map_or(HALF, flag),
        lacks: flag(wanted == Some(false)),
        event: flag(entry.event().is_some()),
        actor: flag(entry.actor().is_some()),
        ..Evidence::default()
    };
    let within = lookup.reading.period.is_some_and(|period| tells_of(knowledge, entry, period));
    let share = |&(at, term, kind): &(usize, &Term, Kind)| {
        if within && term.usage == Use::Date { 1.0 } else { share_explained(hit, &near, (at, term, kind)) }
    };
    let explained: Vec<f32> = terms.iter().map(share).collect();
    let all = count(explained.len());
    features.terms = (all / MOST_TERMS).min(1.0);
    features.explained = if all > 0.0 { explained.iter().sum::<f32>() / all } else { 0.0 };
    note_missing(&mut features, terms, &explained);
    let ordinary = || terms.iter().zip(&explained).filter(|((.., kind), _)| *kind == Kind::Ordinary);
    let told = ordinary().filter(|(_, explained)| **explained >= HALF).count();
    let verb = verb(lookup, terms).and_then(|at| explained.get(at)).is_some_and(|explained| *explained < UNKNOWN);
    features.untold = flag(2 * told < ordinary().count() || verb);
    let hit = hit.cloned().unwrap_or(Hit { score: 0.0, ..Hit::certain(entry) });
    Weighed { hit, near, features }
}

/// How little the name and the number are explained that are explained least.
fn note_missing(features: &mut Evidence, terms: &[(usize, &Term, Kind)], explained: &[f32]) {
    for (&(.., kind), explained) in terms.iter().zip(explained) {
        let missing = match kind {
            Kind::Name | Kind::City => &mut features.missing_name,
            Kind::Number => &mut features.missing_number,
            Kind::Ordinary => continue,
        };
        *missing = missing.max(1.0 - explained);
    }
}

/// Verbs that say little of what was done.
#[rustfmt::skip]
pub(super) const LIGHT_VERBS: [&str; 18] = [
    "get", "got", "have", "make", "made", "take", "took", "go", "went", "come", "came", "becom", "becam", "give", "gave", "want", "need", "use",
];

/// What somebody is asked to have done, by its place among the telling terms: the word after the name after "did", or the one
/// after "who".
fn verb(lookup: &Lookup, terms: &[(usize, &Term, Kind)]) -> Option<usize> {
    let dropped = |words: &[&str]| {
        let is = |term: &Term| term.usage == Use::Dropped && words.contains(&&*term.folded);
        lookup.reading.terms.iter().position(is)
    };
    let after_name = || {
        let did = dropped(&["did", "does", "do"])?;
        let name = terms.iter().position(|&(at, _, kind)| at > did && kind == Kind::Name)?;
        Some(name + terms.get(name..)?.iter().position(|(.., kind)| *kind != Kind::Name)?)
    };
    let after_who = || {
        let who = dropped(&["who"])?;
        terms.iter().position(|&(at, ..)| at == who + 1)
    };
    let verb = after_name().or_else(after_who)?;
    let (_, term, kind) = terms.get(verb)?;
    (*kind == Kind::Ordinary && !LIGHT_VERBS.contains(&&*stem(&term.folded))).then_some(verb)
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

fn reciprocal(rank: Option<usize>) -> f32 {
    rank.map_or(0.0, |rank| 1.0 / (1.0 + count(rank)))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and ranks are small")]
fn count(number: usize) -> f32 {
    number as f32
}

/// How much of one term a candidate explains. An English word is no misspelling of another, and a number is near to itself
/// only.
fn share_explained(hit: Option<&Hit>, near: &Near, (at, term, kind): (usize, &Term, Kind)) -> f32 {
    let itself = |word: &str| stem(word) == stem(&term.folded);
    let same = |word: &str| itself(word) || kind != Kind::City && (word.is_empty() || !is_word(&term.written));
    let found = hit.into_iter().flat_map(|hit| &hit.why.found).filter(|found| found.term == at && same(&found.word));
    let by_words = found.map(|found| found.likeness * found.likeness).fold(0.0, f32::max);
    let read = near.readings.iter().filter(|read| read.asked == at);
    let by_meaning = read.map(|read| read.nearness).fold(0.0, f32::max);
    match kind {
        Kind::Number if by_meaning >= HALF => 1.0,
        Kind::Number => by_words,
        // A name half like another is another's.
        Kind::Name | Kind::City if by_words < STORED * STORED => by_meaning,
        Kind::Name | Kind::City | Kind::Ordinary => by_words.max(by_meaning),
    }
}

/// The telling terms of a question, by their places, with how much of each a candidate explains.
pub(super) fn shares(call: Call<'_>, lookup: &Lookup, candidate: &Weighed) -> Vec<(usize, f32)> {
    let terms = telling(call, lookup).into_iter();
    terms.map(|term| (term.0, share_explained(Some(&candidate.hit), &candidate.near, term))).collect()
}

/// Whether an entry has what is asked for. Whom, where and why it may tell in its text.
fn has(knowledge: &Knowledge, entry: EntryId, answer_type: AnswerType) -> bool {
    match (answer_type, entry) {
        (AnswerType::HowMany, EntryId::Fact(id)) => {
            let fact = &knowledge[id];
            fact.value.is_some() || fact.text.bytes().any(|byte| byte.is_ascii_digit())
        }
        (AnswerType::HowMany, _) | (AnswerType::When, EntryId::Actor(_)) => false,
        (AnswerType::When, _) => days(knowledge, entry).is_some(),
        _ => true,
    }
}

/// The first and the last day of an entry; a fact without a date has those of its event.
pub(super) fn days(knowledge: &Knowledge, entry: EntryId) -> Option<(i32, i32)> {
    date(knowledge, entry).map(Date::days)
}

pub(super) fn date(knowledge: &Knowledge, entry: EntryId) -> Option<&Date> {
    match entry {
        EntryId::Fact(id) => {
            let mut events = knowledge[id].about.iter().filter_map(|entry| entry.event());
            let of_event = || events.find_map(|event| knowledge[event].date.as_ref());
            knowledge[id].date.as_ref().or_else(of_event)
        }
        EntryId::Event(id) => knowledge[id].date.as_ref(),
        EntryId::Relation(id) => knowledge[id].date.as_ref(),
        _ => None,
    }
}

/// Whether an entry's date tells that it holds in a period.
fn tells_of(knowledge: &Knowledge, entry: EntryId, period: Period) -> bool {
    let Some(date) = date(knowledge, entry) else { return false };
    let (first, last) = date.days();
    // What lasted until 2015, nobody says since when, tells nothing of 1995; and some day of 2012 nothing of November.
    let begun = first != i32::MIN;
    let interval = date.edtf().contains('/');
    begun && period.overlaps((first, last)) && (interval || period.fit((first, last)) >= HALF)
}
