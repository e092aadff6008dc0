//! `/timeline`: events in order, of an actor or a topic, within a period; uncertain order is shown as uncertain.

use super::draft::{Draft, matches};
use super::lookup::look_up_if_given;
use super::{Base, Opt, PRIVATE, Request, Spec, Stop, Takes};
use crate::answer::{Answer, Mark, Standing};
use crate::knowledge::date::{Date, Day};
use crate::knowledge::{ActorId, EntryId, Event, EventId, Kind, Knowledge, TopicId};
use crate::matcher::{Hit, Period};

pub(super) const SPEC: Spec = Spec {
    name: "timeline",
    description: "Events in order of date",
    example: "/timeline about:Lukashenko from:2010 to:2016",
    options: &[
        Opt {
            name: "about",
            description: "Whose events: a person, state or organisation",
            required: false,
            takes: Takes::Entries(&[Kind::Actor]),
        },
        Opt { name: "from", description: "From when, such as 2010 or 2010-07", required: false, takes: Takes::Text },
        Opt { name: "to", description: "Until when, such as 2016 or 2016-11-29", required: false, takes: Takes::Text },
        Opt {
            name: "topic",
            description: "Only events that belong to this topic",
            required: false,
            takes: Takes::Entries(&[Kind::Topic]),
        },
        PRIVATE,
    ],
    answer,
};

/// Days from the first to the last of a leap year: what is longer is no single date, and is shown by its end.
const LONGEST_YEAR: i32 = 365;

/// A date that bounds the timeline: as it is shown, and the days that it touches.
struct Limit {
    words: String,
    days: (Day, Day),
}

/// What to leave out.
struct Filter {
    about: Option<ActorId>,
    topic: Option<TopicId>,
    from: Day,
    to: Day,
}

fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (from, to) = (read_date(base, request, "from")?, read_date(base, request, "to")?);
    let about = look_up_if_given(base, request, "about", EntryId::actor)?;
    let topic = look_up_if_given(base, request, "topic", EntryId::topic)?;
    let filter = Filter {
        about,
        topic,
        from: from.as_ref().map_or(Day::MIN, |limit| limit.days.0),
        to: to.as_ref().map_or(Day::MAX, |limit| limit.days.1),
    };
    if filter.from > filter.to {
        return Err(Stop::refused("`from` is later than `to`. Swap them, or leave one out."));
    }
    let words = [from, to].map(|limit| limit.map(|limit| limit.words));
    Ok(show(base, &filter, words))
}

/// Reads a bound: EDTF, or as one writes in a question ("November 2013", "май 2007").
fn read_date(base: &Base, request: &Request, option: &str) -> Result<Option<Limit>, Stop> {
    let Some(text) = request.text(option).map(str::trim) else { return Ok(None) };
    if let Ok(date) = Date::parse(text) {
        return Ok(Some(Limit { words: date.to_string(), days: date.days() }));
    }
    match base.matcher.period(text) {
        Some(period) => limit_of(period, text, option).map(Some),
        None => Err(Stop::refused(format!(
            "`{option}` takes a year, month or day, such as `2010`, `2010-07`, `2010-07-15` or `July 2010`."
        ))),
    }
}

/// The limit that a period sets: where it begins for `from`, where it ends for `to`.
fn limit_of(period: Period, text: &str, option: &str) -> Result<Limit, Stop> {
    let (end, open) = if option == "from" { (period.first, Day::MIN) } else { (period.last, Day::MAX) };
    if end == open {
        let (verb, other) = if option == "from" { ("begins", "to") } else { ("ends", "from") };
        return Err(Stop::refused(format!(
            "`{option}` says when the timeline {verb}, which “{text}” leaves open. Write it into `{other}`, or give a date."
        )));
    }
    let single = period.last.saturating_sub(period.first) <= LONGEST_YEAR;
    let words = match Date::on(end) {
        Some(day) if !single => day.to_string(),
        _ => text.to_owned(),
    };
    Ok(Limit { words, days: (period.first, period.last) })
}

fn show(base: &Base, filter: &Filter, period: [Option<String>; 2]) -> Answer {
    let knowledge = &base.knowledge;
    let mut draft = Draft::new(base, title(knowledge, filter, period));
    let all = match filter {
        Filter { about: Some(actor), .. } => knowledge.events_of(*actor),
        Filter { topic: Some(topic), .. } => knowledge.events_on(*topic),
        _ => knowledge.timeline(),
    };
    let events: Vec<EventId> = all.iter().copied().filter(|&id| filter.admits(&knowledge[id])).collect();
    let (dated, undated): (Vec<EventId>, Vec<EventId>) =
        events.iter().copied().partition(|&id| knowledge[id].date.is_some());
    let mut last_day = Day::MIN;
    let mut lines = Vec::new();
    for id in dated {
        let mut line = draft.event_line(id);
        let (first, last) = knowledge[id].date.as_ref().map_or((Day::MIN, Day::MAX), Date::days);
        if first <= last_day && last != last_day {
            line = line.marked(Mark::OrderUncertain);
        }
        last_day = last_day.max(last);
        lines.push(line);
        draft.offer_entry(EntryId::Event(id));
    }
    draft.section("", lines);
    let undated = undated.into_iter().map(|id| draft.event_line(id)).collect();
    draft.section("Without a date", undated);
    let asked = filter.about.map(EntryId::Actor).into_iter().chain(filter.topic.map(EntryId::Topic));
    let hits = asked.chain(events.iter().map(|&id| EntryId::Event(id)));
    let hits: Vec<_> = hits.map(Hit::certain).collect();
    if events.is_empty() {
        draft.note("The fact base holds no such event.");
        return draft.finish(Standing::Unknown, matches(knowledge, &hits));
    }
    draft.finish(Standing::Found, matches(knowledge, &hits))
}

fn title(knowledge: &Knowledge, filter: &Filter, [from, to]: [Option<String>; 2]) -> String {
    let mut title = "Timeline".to_owned();
    for entry in [filter.about.map(EntryId::Actor), filter.topic.map(EntryId::Topic)].into_iter().flatten() {
        title = format!("{title}: {}", knowledge.title(entry));
    }
    match (from, to) {
        (Some(from), Some(to)) => format!("{title}, {from} to {to}"),
        (Some(from), None) => format!("{title}, from {from}"),
        (None, Some(to)) => format!("{title}, until {to}"),
        (None, None) => title,
    }
}

impl Filter {
    fn admits(&self, event: &Event) -> bool {
        let about = self.about.is_none_or(|id| event.actors.contains(&id));
        let topic = self.topic.is_none_or(|id| event.topics.contains(&id));
        let everywhen = self.from == Day::MIN && self.to == Day::MAX;
        let within = match &event.date {
            Some(date) => date.days().1 >= self.from && date.days().0 <= self.to,
            None => everywhen,
        };
        about && topic && within
    }
}
