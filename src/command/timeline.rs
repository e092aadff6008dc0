//! `/timeline`: events in order, of actors or a topic, within a period; uncertain order is shown as uncertain.

use super::draft::Draft;
use super::lookup::Lookup;
use super::period::{self, Bounds, End};
use super::{Call, Stop, figure};
use crate::answer::{Answer, Mark, Standing};
use crate::knowledge::date::{Date, Day};
use crate::knowledge::{ActorId, EntryId, EventId, Knowledge, TopicId};
use crate::matcher::Hit;
use crate::message::{Message, Words};
use crate::request::{Request, Value};
use asked::Said;

mod asked;

pub(super) use asked::{from_to, month, names};

/// What to leave out.
struct Filter {
    about: Vec<ActorId>,
    topic: Option<TopicId>,
    said: Option<Said>,
    bounds: Bounds,
}

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let (request, mut read_as) = asked::plainly(call)?;
    let call = Call { request: &request, ..call };
    let from = asked::read_bound(call, "from", End::First)?;
    let to = asked::read_bound(call, "to", End::Last)?;
    let said = asked::said(call);
    let looked_up = ["about", "topic"].into_iter().filter(|option| *option == "topic" || said.is_none());
    let looked_up = looked_up.filter_map(|option| call.look_up(option));
    let lookups: Vec<Lookup> = looked_up.chain(from.open).chain(to.open).collect();
    read_as.extend(from.read_as.into_iter().chain(to.read_as));
    let (from, to) = (from.date, to.date);
    let dated = [("from", &from), ("to", &to)].into_iter().fold(call.request.clone(), |request, (option, date)| {
        date.as_ref().map_or(request.clone(), |date| request.with(option, date.edtf()))
    });
    let settled = Call { request: &dated, ..call }.settle(&lookups)?;
    let hits = |option| lookups.iter().filter(move |lookup| lookup.option == option).flat_map(|lookup| &lookup.hits);
    let topic = hits("topic").next().and_then(|hit| hit.entry.topic());
    let about: Vec<ActorId> = match dated.value("about") {
        Some(Value::Entries(_)) => hits("about").filter_map(|hit| hit.entry.actor()).collect(),
        _ => hits("about").next().and_then(|hit| hit.entry.actor()).into_iter().collect(),
    };
    let request = if about.len() > 1 { dated } else { settled };
    let filter = Filter { about, topic, said, bounds: Bounds { from, to } };
    if filter.first() > filter.last() {
        return Err(Stop::refused(Message::FromAfterTo));
    }
    read_as.extend(call.read_as(&lookups));
    Ok(show(call, request, &filter, read_as))
}

fn show(call: Call<'_>, request: Request, filter: &Filter, read_as: Vec<Message>) -> Answer {
    let knowledge = call.knowledge();
    let mut draft = Draft::new(call, request, title(knowledge, filter));
    draft.read_as = read_as;
    let all = match filter {
        Filter { about, .. } if !about.is_empty() => about.first().map_or(&[][..], |actor| knowledge.events_of(*actor)),
        Filter { topic: Some(topic), .. } => knowledge.events_on(*topic),
        _ => knowledge.timeline(),
    };
    let events: Vec<EventId> = all.iter().copied().filter(|&id| filter.admits(knowledge, id)).collect();
    let (dated, undated): (Vec<EventId>, Vec<EventId>) =
        events.iter().copied().partition(|&id| knowledge[id].date.is_some());
    let (dated, wider): (Vec<EventId>, Vec<EventId>) =
        dated.into_iter().partition(|&id| filter.holds(knowledge[id].date.as_ref()));
    let in_order: Vec<EventId> = dated.iter().chain(&wider).chain(&undated).copied().collect();
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
    let lines = wider.into_iter().map(|id| draft.event_line(id)).collect();
    draft.section(Message::OnlyPartlyThen, lines);
    let undated = undated.into_iter().map(|id| draft.event_line(id)).collect();
    draft.section(Message::Undated, undated);
    draft.figure = figure::timeline(&mut draft, &in_order);
    let asked = filter.about.iter().copied().map(EntryId::Actor).chain(filter.topic.map(EntryId::Topic));
    let hits: Vec<_> = asked.chain(in_order.into_iter().map(EntryId::Event)).map(Hit::certain).collect();
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
    let about = filter.about.iter().map(|id| Words::Name(knowledge[*id].name.to_string()));
    let topic = filter.topic.iter().map(|id| Words::from(&knowledge[*id].label));
    let said = filter.said.iter().map(Said::words);
    let same = filter
        .bounds
        .from
        .as_ref()
        .zip(filter.bounds.to.as_ref())
        .filter(|(from, to)| from == to)
        .map(|(date, _)| date);
    let of: Vec<Words> = about.chain(topic).chain(said).chain(same.map(Words::from)).collect();
    let title = if of.is_empty() { Message::Timeline } else { Message::TimelineOf { of: Words::dotted(of) } };
    if same.is_some() {
        return title.into();
    }
    period::titled(title.into(), &filter.bounds)
}

impl Filter {
    fn first(&self) -> Day {
        self.bounds.from.as_ref().map_or(Day::MIN, |date| date.days().0)
    }

    fn last(&self) -> Day {
        self.bounds.to.as_ref().map_or(Day::MAX, |date| date.days().1)
    }

    /// Whether a date lies in the period whole: what went on before and after it is less what happened then.
    fn holds(&self, date: Option<&Date>) -> bool {
        date.map(Date::days).is_none_or(|(first, last)| self.first() <= first && last <= self.last())
    }

    fn admits(&self, knowledge: &Knowledge, id: EventId) -> bool {
        let event = &knowledge[id];
        let about = self.about.iter().all(|id| event.actors.contains(id));
        let said = self.said.as_ref().is_none_or(|said| said.admits(knowledge, id));
        let topic = self.topic.is_none_or(|id| event.topics.contains(&id));
        about && topic && said && self.bounds.admit(event.date.as_ref())
    }
}
