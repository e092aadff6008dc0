//! How the options of `/timeline` are read: a period, a month, a topic, several names or words of events, wherever typed.
//!
//! Owns what a text means to a timeline. Which entry a name means is looked up as everywhere.

use std::collections::BTreeSet;

use crate::answer::Standing;
use crate::command::lookup::{Lookup, is_all_of};
use crate::command::period::{End, calendar, edtf};
use crate::command::{Call, Stop};
use crate::knowledge::date::{Date, Day};
use crate::knowledge::{EntryId, EventId, Kind, Knowledge};
use crate::matcher::{Period, Scope, Use, stem};
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

/// The request with what `about` says besides a name in the options that it belongs to: a period, a topic, several names.
pub(super) fn plainly(call: Call<'_>) -> Request {
    let request = call.request.clone();
    let Some(Value::Text(text)) = request.value("about") else { return request };
    let outcome = call.base.matcher.find(text, Scope::of(&[Kind::Actor, Kind::Topic]));
    let reading = outcome.reading();
    let dated = |usage: Use| matches!(usage, Use::Date | Use::Bound | Use::Dropped);
    let bare = reading.terms.iter().all(|term| dated(term.usage) || term.folded.len() <= LONGEST_PREPOSITION);
    let free = request.value("from").is_none() && request.value("to").is_none();
    if let Some(period) = reading.period.filter(|period| bare && free && period.except.is_none()) {
        return from_to(request.without("about"), period);
    }
    let key = |entry: EntryId| call.knowledge().key(entry).to_owned();
    if let Some(names) = names(call, text) {
        return request.with("about", Value::entries(names.into_iter().map(key)));
    }
    let lookup = call.look_up_among("about", Scope::of(&[Kind::Actor, Kind::Topic]));
    match lookup.and_then(|lookup| lookup.entry()) {
        Some(topic @ EntryId::Topic(_)) if request.value("topic").is_none() => {
            request.without("about").with("topic", Value::entry(&key(topic)))
        }
        _ => request,
    }
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

/// Reads a bound: EDTF, as one writes in a question ("November 2013", "май 2007"), or an event, which bounds by its first day.
/// Where several events may be meant, the look-up is left to be settled.
pub(super) fn read_bound(
    call: Call<'_>,
    option: &'static str,
    end: End,
) -> Result<(Option<Date>, Option<Lookup>), Stop> {
    let refused = || Stop::refused(Message::TakesDate { option: option.into() });
    let mut days = match call.request.value(option) {
        None => return Ok((None, None)),
        Some(Value::Text(text)) => match Date::parse(text) {
            Ok(date) if text.len() <= LONGEST_DATE => return Ok((Some(date), None)),
            Ok(date) => Some(date.days()),
            Err(_) => call.base.matcher.period(text).map(|period| (period.first, period.last)),
        },
        Some(_) => None,
    };
    if days.is_none() {
        let lookup = call.look_up_as(option, Kind::Event).ok_or_else(refused)?;
        if lookup.standing == Standing::Ambiguous {
            return Ok((None, Some(lookup)));
        }
        let event = lookup.entry().and_then(EntryId::event);
        let date = event.and_then(|id| call.knowledge()[id].date.as_ref());
        days = date.map(|date| (date.days().0, date.days().0));
    }
    let (first, last) = days.ok_or_else(refused)?;
    let date = edtf(first, last, end).and_then(|text| Date::parse(&text).ok());
    date.map(|date| (Some(date), None)).ok_or_else(refused)
}

/// Words that may stand before a period: "in", "by", "of", "for", "the".
const LONGEST_PREPOSITION: usize = 3;
