//! What happened when: questions for `/timeline`.
//!
//! A period says enough by itself. A name beside it needs a word for events, or must be all that is asked: whether somebody
//! was somewhere in a year is a question of fact.

use super::{Asked, Word, joined};
use crate::answer::Standing;
use crate::command::timeline::{from_to, month, names};
use crate::knowledge::date::Date;
use crate::knowledge::{EntryId, Kind};
use crate::matcher::{AnswerType, Period, Use};
use crate::request::{Command, Request, Value};

pub(super) fn request(asked: &Asked<'_>) -> Option<Request> {
    // When, where or by whom something was done is a question of fact, whatever year it names.
    if !matches!(asked.lookup.reading.answer_type, None | Some(AnswerType::Which)) {
        return None;
    }
    let request = Request::of(Command::Timeline);
    let cued = asked.without(asked.cues.happened);
    let ordered = asked.without(asked.cues.in_order);
    let words = cued.as_ref().or(ordered.as_ref()).map_or_else(|| asked.words.iter().collect(), Clone::clone);
    let dated = |word: &Word| matches!(word.usage, Use::Date | Use::Bound);
    let rest: Vec<&Word> = words.iter().copied().filter(|word| !dated(word) && !asked.is_filler(word)).collect();
    let text = asked.between_first_and_last(&rest);
    let Some(period) = asked.lookup.reading.period else {
        let free = cued.is_some() || ordered.is_some() || asked.lookup.standing != Standing::Found;
        if free && month(asked.call, &text).is_some() {
            return Some(request.with("about", &*text));
        }
        return match (ordered.is_some(), rest.is_empty()) {
            (true, true) => Some(request),
            (true, false) => about(asked, request, &text),
            _ if cued.is_some() => bounded(asked, request, &words),
            _ => bounded(asked, request, &asked.words.iter().collect::<Vec<_>>()),
        };
    };
    // What is left out of a period cannot be said to the command.
    if period.except.is_some() || !asked.has_event_within(period) {
        return None;
    }
    let request = from_to(request, period);
    if rest.is_empty() {
        return Some(request);
    }
    let bare = asked.words.iter().all(|word| !asked.is_filler(word) || dated(word) || word.usage == Use::Kept);
    let names = bare && !asked.lookup.reading.sentence && asked.lookup.standing != Standing::Found;
    if cued.is_some() || ordered.is_some() || names { about(asked, request, &text) } else { None }
}

/// The request, limited to whom or what a text names; none where it names nothing, or more than that.
fn about(asked: &Asked<'_>, request: Request, text: &str) -> Option<Request> {
    let key = |entry: EntryId| asked.call.knowledge().key(entry).to_owned();
    if let Some(names) = names(asked.call, text) {
        return Some(request.with("about", Value::entries(names.into_iter().map(key))));
    }
    match asked.call.means(text, &[Kind::Actor, Kind::Topic])? {
        entry @ EntryId::Topic(_) => Some(request.with("topic", Value::entry(&key(entry)))),
        entry => Some(request.with("about", Value::entry(&key(entry)))),
    }
}

/// A period that an event bounds, and nothing else: "before the war".
fn bounded(asked: &Asked<'_>, request: Request, words: &[&Word]) -> Option<Request> {
    let words: Vec<&Word> = words.iter().copied().skip_while(|word| asked.is_plain_filler(word)).collect();
    let led = |phrases: &[&str]| {
        phrases.iter().find_map(|phrase| {
            let length = phrase.split(' ').count();
            (joined(words.iter().copied().take(length)) == *phrase).then(|| joined(words.iter().copied().skip(length)))
        })
    };
    let is_event = |text: &String| asked.may_name(text, &[Kind::Event]);
    if let Some(text) = led(asked.cues.up_to).filter(is_event) {
        return Some(request.with("to", text));
    }
    if let Some(text) = led(asked.cues.from).filter(is_event) {
        return Some(request.with("from", text));
    }
    let text = led(asked.cues.during).filter(is_event)?;
    let event = asked.call.means(&text, &[Kind::Event])?.event()?;
    let date = asked.call.knowledge()[event].date.as_ref()?.edtf();
    Some(request.with("from", date).with("to", date))
}

impl Asked<'_> {
    /// Whether an event surely lies within a period: what may lie there, or is merely going on, is no answer to what happened.
    fn has_event_within(&self, period: Period) -> bool {
        let knowledge = self.call.knowledge();
        let dates = knowledge.timeline().iter().filter_map(|&id| knowledge[id].date.as_ref());
        dates.map(Date::days).any(|(first, last)| period.first <= first && last <= period.last)
    }

    /// The words without those of the first of the phrases that stands among them; nothing where none does.
    fn without(&self, phrases: &[&str]) -> Option<Vec<&Word>> {
        let at = |phrase: &&str| Some((self.position(phrase)?, phrase.split(' ').count()));
        let (from, length) = phrases.iter().find_map(at)?;
        let kept = self.words.iter().enumerate().filter(|(at, _)| !(from..from + length).contains(at));
        Some(kept.map(|(_, word)| word).collect())
    }

    /// The words from the first of some to the last, with what holds them together.
    fn between_first_and_last(&self, words: &[&Word]) -> String {
        let within = |word: &&Word| {
            let ends = words.first().zip(words.last());
            ends.is_some_and(|(first, last)| (first.term..=last.term).contains(&word.term))
        };
        let plain = |word: &&Word| !matches!(word.usage, Use::Date | Use::Bound);
        joined(self.words.iter().filter(within).filter(plain))
    }

    /// Whether a word holds the question together, and leads to no event.
    fn is_plain_filler(&self, word: &Word) -> bool {
        self.is_filler(word) && !self.cues.during.contains(&&*word.text)
    }
}
