//! How the options of `/timeline` are read: a period, a month, a topic, several names or words of events, wherever typed.
//!
//! Owns what a text means to a timeline. Which entry a name means is looked up as everywhere.

use std::collections::BTreeSet;

use crate::answer::Standing;
use crate::command::lookup::{Lookup, is_all_of};
use crate::command::period::{End, calendar, edtf, is_bare, without_time};
use crate::command::{Call, Stop};
use crate::knowledge::date::{Date, Day};
use crate::knowledge::{EntryId, EventId, Kind, Knowledge};
use crate::matcher::{Hit, Model, Period, Scope, Use, stem};
use crate::message::{Message, Words};
use crate::request::{Request, Value};

/// A longer EDTF expression is carried on as the one day that it bounds the timeline by.
const LONGEST_DATE: usize = 12;

/// So many names are read from one text: a press has room for them.
const MOST_NAMES: usize = 4;

/// What took longer, or is dated more vaguely, was not in one month.
const LONGEST_IN_MONTH: Day = 62;

/// A year with which a month is read, of no other meaning.
const SOME_YEAR: i32 = 2000;

/// Which events a text speaks of that names neither actor nor topic.
pub(super) enum Said {
    /// Those of a month, whatever the year: 1 is January.
    Month(u8),
    /// Those that have all words of a text.
    Events(String, BTreeSet<EventId>),
}

impl Said {
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Month(month) => Message::Month { number: usize::from(*month).into() }.into(),
            Self::Events(text, _) => text.as_str().into(),
        }
    }

    pub(super) fn admits(&self, knowledge: &Knowledge, id: EventId) -> bool {
        match self {
            Self::Month(month) => {
                let date = knowledge[id].date.as_ref();
                date.is_some_and(|date| {
                    let (first, last) = date.days();
                    let short = last.saturating_sub(first) < LONGEST_IN_MONTH;
                    short && [first, last].into_iter().filter_map(calendar).any(|day| u8::from(day.month()) == *month)
                })
            }
            Self::Events(_, events) => events.contains(&id),
        }
    }
}

/// The request with what `about` says besides a name in the options that it belongs to (a period, a topic, several names), and
/// what that was read as.
pub(super) fn plainly(call: Call<'_>) -> Result<(Request, Vec<Message>), Stop> {
    let Some(Value::Text(text)) = call.request.value("about") else { return Ok((call.request.clone(), Vec::new())) };
    let outcome = call.base.matcher.find(text, Scope::of(&[Kind::Actor, Kind::Topic]));
    let reading = outcome.reading();
    // A name that is stored is that name, whatever time it speaks of.
    let Some(period) = reading.period.filter(|_| reading.model != Model::Exact) else { return Ok(named(call, text)) };
    let request = narrowed(call, period)?;
    let rest = if is_bare(reading) { String::new() } else { without_time(reading, |_| false) };
    if rest.is_empty() {
        return Ok((request.without("about"), Vec::new()));
    }
    let request = request.with("about", &*rest);
    Ok(named(Call { request: &request, ..call }, &rest))
}

/// The request with the names or the topic that a text means, where it means either.
fn named(call: Call<'_>, text: &str) -> (Request, Vec<Message>) {
    let request = call.request.clone();
    let key = |entry: EntryId| call.knowledge().key(entry).to_owned();
    if let Some(names) = names(call, text) {
        return (request.with("about", Value::entries(names.into_iter().map(key))), Vec::new());
    }
    let lookup = call.look_up_among("about", Scope::of(&[Kind::Actor, Kind::Topic]));
    match lookup.and_then(|lookup| Some((lookup.entry()?, lookup))) {
        Some((topic @ EntryId::Topic(_), lookup)) if request.value("topic").is_none() => {
            let read_as = call.read_as(&[lookup]);
            (request.without("about").with("topic", Value::entry(&key(topic))), read_as)
        }
        _ => (request, Vec::new()),
    }
}

/// The request that is bounded by a period besides its own bounds.
fn narrowed(call: Call<'_>, period: Period) -> Result<Request, Stop> {
    if period.except.is_some() {
        return Err(Stop::refused(Message::TakesNoException));
    }
    let own = |option, end| Ok::<_, Stop>(read_bound(call, option, end)?.date.map(|date| date.days()));
    let first = own("from", End::First)?.map_or(period.first, |(first, _)| first.max(period.first));
    let last = own("to", End::Last)?.map_or(period.last, |(_, last)| last.min(period.last));
    if first > last {
        return Err(Stop::refused(Message::FromAfterTo));
    }
    Ok(from_to(call.request.clone(), Period { first, last, except: None }))
}

/// The actors that a text names, where it names several: "Belarus and Georgia".
pub(in crate::command) fn names(call: Call<'_>, text: &str) -> Option<Vec<EntryId>> {
    let parts: Vec<&str> = text.split([',', '&', '/']).flat_map(|part| part.split(" and ")).map(str::trim).collect();
    let actor = |text: &&str| match call.knowledge().entry(text) {
        Some(entry @ EntryId::Actor(_)) => Some(entry),
        _ => call.means(text, &[Kind::Actor]),
    };
    // "Bosnia and Herzegovina" is one.
    let one = || {
        let hits = call.base.matcher.find(text, Scope::of(&[Kind::Actor])).hits().to_vec();
        hits.first().is_some_and(|hit| call.is_name(hit.entry, text))
    };
    if parts.len() < 2 || one() {
        return None;
    }
    let mut names = parts.iter().map(actor).collect::<Option<Vec<EntryId>>>()?;
    names.dedup();
    (2..=MOST_NAMES).contains(&names.len()).then_some(names)
}

/// What a text for `about` speaks of that is no actor: a month, or events that have all of its words.
pub(super) fn said(call: Call<'_>) -> Option<Said> {
    let Some(Value::Text(text)) = call.request.value("about") else { return None };
    if call.look_up("about").is_some_and(|lookup| lookup.standing != Standing::Unknown) {
        return None;
    }
    if let Some(month) = month(call, text) {
        return Some(Said::Month(month));
    }
    let lookup = call.look_up_as("about", Kind::Event)?;
    let meant =
        lookup.hits.iter().filter(|hit| lookup.standing != Standing::Unknown && is_all_of(&lookup.reading, hit));
    let mut events: BTreeSet<EventId> = meant.filter_map(|hit| hit.entry.event()).collect();
    let kept = lookup.reading.terms.iter().filter(|term| term.usage == Use::Kept);
    let wanted: Vec<String> = kept.map(|term| stem(&term.written.to_lowercase()).into_owned()).collect();
    if !wanted.is_empty() {
        let knowledge = call.knowledge();
        let says = |id: &EventId| {
            let event = &knowledge[*id];
            let texts = [&event.title, &event.summary].into_iter().chain(&event.aliases);
            let stems = texts.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
            let stems: BTreeSet<String> = stems.map(|word| stem(&word.to_lowercase()).into_owned()).collect();
            wanted.iter().all(|word| stems.contains(word))
        };
        events.extend(knowledge.timeline().iter().copied().filter(says));
    }
    (!events.is_empty() && call.request.can_be_carried()).then(|| Said::Events(text.clone(), events))
}

/// The month that one word names, where it says no year.
pub(in crate::command) fn month(call: Call<'_>, text: &str) -> Option<u8> {
    let one = !text.is_empty() && !text.contains(char::is_whitespace) && call.base.matcher.period(text).is_none();
    let period = one.then(|| call.base.matcher.period(&format!("{text} {SOME_YEAR}"))).flatten()?;
    let (first, after) = (calendar(period.first)?, calendar(period.last)?.next_day()?);
    let whole = first.day() == 1 && after.day() == 1 && first.month().next() == after.month();
    (whole && first.year() == SOME_YEAR).then(|| first.month().into())
}

/// A request for a timeline with the bounds of a period.
pub(in crate::command) fn from_to(request: Request, period: Period) -> Request {
    let bound = |end| edtf(period.first, period.last, end);
    let request = bound(End::First).map_or(request.clone(), |from| request.with("from", from));
    bound(End::Last).map_or(request.clone(), |to| request.with("to", to))
}

/// A bound of a timeline, as it was read.
#[derive(Default)]
pub(super) struct Edge {
    pub(super) date: Option<Date>,
    /// Several events may be meant: the look-up is left to be settled.
    pub(super) open: Option<Lookup>,
    /// The event that was taken for it.
    pub(super) read_as: Option<Message>,
}

/// Reads a bound: EDTF, as one writes in a question ("November 2013", "май 2007"), or an event, which bounds by its first day.
pub(super) fn read_bound(call: Call<'_>, option: &'static str, end: End) -> Result<Edge, Stop> {
    let refused = || Stop::refused(Message::TakesDate { option: option.into() });
    let mut edge = Edge::default();
    let mut days = match call.request.value(option) {
        None => return Ok(edge),
        Some(Value::Text(text)) => match Date::parse(text) {
            Ok(date) if text.len() <= LONGEST_DATE => return Ok(Edge { date: Some(date), ..edge }),
            Ok(date) => Some(date.days()),
            Err(_) => {
                let outcome = call.base.matcher.find(text, Scope::of(&[Kind::Event]));
                let period = outcome.reading().period.filter(|_| is_bare(outcome.reading()));
                if period.is_some_and(|period| period.except.is_some()) {
                    return Err(Stop::refused(Message::TakesNoException));
                }
                period.map(|period| (period.first, period.last))
            }
        },
        Some(_) => None,
    };
    if days.is_none() {
        let lookup = call.look_up_as(option, Kind::Event).ok_or_else(refused)?;
        let whole = |hit: &Hit| lookup.reading.terms.is_empty() || is_all_of(&lookup.reading, hit);
        if lookup.standing == Standing::Found && !lookup.hits.first().is_some_and(whole) {
            return Err(refused());
        }
        if lookup.standing == Standing::Ambiguous {
            return Ok(Edge { open: Some(lookup), ..edge });
        }
        let event = lookup.entry().and_then(EntryId::event);
        let date = event.and_then(|id| call.knowledge()[id].date.as_ref());
        days = date.map(|date| (date.days().0, date.days().0));
        edge.read_as = call.read_as(&[lookup]).pop();
    }
    let (first, last) = days.ok_or_else(refused)?;
    let date = edtf(first, last, end).and_then(|text| Date::parse(&text).ok());
    Ok(Edge { date: Some(date.ok_or_else(refused)?), ..edge })
}
