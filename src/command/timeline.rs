//! `/timeline`: events in order, of an actor or a topic, within a period; uncertain order is shown as uncertain.

use super::draft::Draft;
use super::lookup::Lookup;
use super::period::{self, End, edtf};
use super::{Call, Stop};
use crate::answer::{Answer, Mark, Standing};
use crate::knowledge::date::{Date, Day};
use crate::knowledge::{ActorId, EntryId, Event, EventId, Knowledge, TopicId};
use crate::matcher::Hit;
use crate::message::{Message, Words};
use crate::request::Request;

/// A longer EDTF expression is carried on as the one day that it bounds the timeline by.
const LONGEST_DATE: usize = 12;

/// What to leave out.
struct Filter {
    about: Option<ActorId>,
    topic: Option<TopicId>,
    from: Option<Date>,
    to: Option<Date>,
}

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let (from, to) = (read_bound(call, "from", End::First)?, read_bound(call, "to", End::Last)?);
    let lookups: Vec<Lookup> = ["about", "topic"].into_iter().filter_map(|option| call.look_up(option)).collect();
    let dated = [("from", &from), ("to", &to)].into_iter().fold(call.request.clone(), |request, (option, date)| {
        date.as_ref().map_or(request.clone(), |date| request.with(option, date.edtf()))
    });
    let request = Call { request: &dated, ..call }.settle(&lookups)?;
    let entry = |option| lookups.iter().find(|lookup| lookup.option == option).and_then(Lookup::entry);
    let (about, topic) = (entry("about").and_then(EntryId::actor), entry("topic").and_then(EntryId::topic));
    let filter = Filter { about, topic, from, to };
    if filter.first() > filter.last() {
        return Err(Stop::refused(Message::FromAfterTo));
    }
    Ok(show(call, request, &filter, &lookups))
}

/// Reads a bound: EDTF, or as one writes in a question ("November 2013", "май 2007").
fn read_bound(call: Call<'_>, option: &str, end: End) -> Result<Option<Date>, Stop> {
    let Some(text) = call.request.text(option) else { return Ok(None) };
    let days = match Date::parse(text) {
        Ok(date) if text.len() <= LONGEST_DATE => return Ok(Some(date)),
        Ok(date) => Some(date.days()),
        Err(_) => call.base.matcher.period(text).map(|period| (period.first, period.last)),
    };
    let date = days.and_then(|(first, last)| Date::parse(&edtf(first, last, end)?).ok());
    date.map(Some).ok_or_else(|| Stop::refused(Message::TakesDate { option: option.into() }))
}

fn show(call: Call<'_>, request: Request, filter: &Filter, lookups: &[Lookup]) -> Answer {
    let knowledge = call.knowledge();
    let mut draft = Draft::new(call, request, title(knowledge, filter));
    draft.read_as = call.read_as(lookups);
    let all = match filter {
        Filter { about: Some(actor), .. } => knowledge.events_of(*actor),
        Filter { topic: Some(topic), .. } => knowledge.events_on(*topic),
        _ => knowledge.timeline(),
    };
    let events: Vec<EventId> = all.iter().copied().filter(|&id| filter.admits(&knowledge[id])).collect();
    let (dated, undated): (Vec<EventId>, Vec<EventId>) =
        events.iter().copied().partition(|&id| knowledge[id].date.is_some());
    let mut lines = Vec::new();
    let mut earlier = None;
    for id in dated {
        let line = draft.event_line(id);
        let uncertain = earlier.is_some_and(|earlier| could_stand_before(knowledge, id, earlier));
        lines.push(if uncertain { line.marked(Mark::OrderUncertain) } else { line });
        earlier = Some(id);
        draft.offer_entry(EntryId::Event(id));
    }
    draft.section("", lines);
    let undated = undated.into_iter().map(|id| draft.event_line(id)).collect();
    draft.section(Message::Undated, undated);
    let asked = filter.about.map(EntryId::Actor).into_iter().chain(filter.topic.map(EntryId::Topic));
    let hits: Vec<_> = asked.chain(events.iter().map(|&id| EntryId::Event(id))).map(Hit::certain).collect();
    if events.is_empty() {
        draft.note(Message::NoSuchEvent);
        return draft.finish(Standing::Unknown, &hits);
    }
    draft.finish(Standing::Found, &hits)
}

/// Whether an event could truly have begun before another that stands before it.
pub(super) fn could_stand_before(knowledge: &Knowledge, later: EventId, earlier: EventId) -> bool {
    let dates = knowledge[later].date.as_ref().zip(knowledge[earlier].date.as_ref());
    dates.is_some_and(|(later, earlier)| later.could_begin_before(earlier))
}

fn title(knowledge: &Knowledge, filter: &Filter) -> Words {
    let entries = [filter.about.map(EntryId::Actor), filter.topic.map(EntryId::Topic)].into_iter().flatten();
    let names: Vec<&str> = entries.map(|entry| knowledge.title(entry)).collect();
    let title = if names.is_empty() { Message::Timeline } else { Message::TimelineOf { of: Words::dotted(names) } };
    period::titled(title.into(), filter.from.as_ref(), filter.to.as_ref())
}

impl Filter {
    fn first(&self) -> Day {
        self.from.as_ref().map_or(Day::MIN, |date| date.days().0)
    }

    fn last(&self) -> Day {
        self.to.as_ref().map_or(Day::MAX, |date| date.days().1)
    }

    fn admits(&self, event: &Event) -> bool {
        let about = self.about.is_none_or(|id| event.actors.contains(&id));
        let topic = self.topic.is_none_or(|id| event.topics.contains(&id));
        let within = match &event.date {
            Some(date) => date.days().1 >= self.first() && date.days().0 <= self.last(),
            None => self.from.is_none() && self.to.is_none(),
        };
        about && topic && within
    }
}
