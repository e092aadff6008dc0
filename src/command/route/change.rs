//! How something changed: questions for `/trend`.
//!
//! There must be numbers to tell it by. A fact that says in words how something changed stays the answer.

use super::{Asked, Word, joined};
use crate::command::lookup::is_all_of;
use crate::knowledge::{AspectId, EntryId, Fact, Kind};
use crate::matcher::{Outcome, Scope, Use};
use crate::request::{Command, Request, Value};

/// Fewer numbers show no change.
const FEWEST: usize = 2;

/// So much of a question must a fact explain to tell what the question is on.
const EXPLAINED: f32 = 0.75;

pub(super) fn request(asked: &Asked<'_>) -> Option<Request> {
    let words = matter(asked)?;
    let words: Vec<&Word> = words
        .into_iter()
        .filter(|word| !asked.is_filler(word) && matches!(word.usage, Use::Kept | Use::Dropped))
        .collect();
    let (names, matter): (Vec<&Word>, Vec<&Word>) =
        words.into_iter().partition(|word| asked.call.base.meanings.names(&word.text));
    if matter.is_empty() {
        return None;
    }
    let about = names.iter().map(|word| asked.call.means(&word.text, &[Kind::Actor])).collect::<Option<Vec<_>>>()?;
    let aspect = asked.measured(&joined(matter), &about)?;
    let knowledge = asked.call.knowledge();
    let key = |entry: EntryId| Value::entry(knowledge.key(entry));
    let request = Request::of(Command::Trend).with("aspect", key(EntryId::Aspect(aspect)));
    Some(about.first().map_or(request.clone(), |&entry| request.with("about", key(entry))))
}

/// What is asked to have changed, with whose it is.
fn matter<'a>(asked: &'a Asked<'_>) -> Option<Vec<&'a Word>> {
    let words = &asked.words;
    if let Some(verb) = words.iter().position(|word| asked.cues.changes.contains(&&*word.text))
        && let Some(opening) = asked.cues.how_did.iter().find(|opening| asked.position(opening) == Some(0))
    {
        let opening = opening.split(' ').count();
        let said = words.get(verb).is_some_and(|verb| asked.is_said(verb));
        let rest = words.iter().enumerate().filter(|(at, _)| *at >= opening && *at != verb).map(|(_, word)| word);
        return (!said).then(|| rest.collect());
    }
    if let Some(rest) = asked.opened_by(asked.cues.change_of) {
        return Some(rest.iter().collect());
    }
    if let Some(at) = asked.cues.over_time.iter().find_map(|phrase| asked.position(phrase)) {
        return Some(words.iter().take(at).collect());
    }
    // "trade since 2008", and nothing that asks for more.
    let years = asked.lookup.reading.period.is_some_and(|period| {
        period.first > i32::MIN && period.last == i32::MAX || period.last.saturating_sub(period.first) > 366
    });
    let events = asked.cues.happened.iter().any(|phrase| asked.position(phrase).is_some());
    let plain = !asked.lookup.reading.sentence && years && !events;
    plain.then(|| words.iter().collect())
}

impl Asked<'_> {
    /// What a text calls that is stored in numbers about all of some: as it is called, or else on what the facts that
    /// explain most of the question speak.
    fn measured(&self, text: &str, about: &[EntryId]) -> Option<AspectId> {
        let outcome = self.call.base.matcher.find(text, Scope::of(&[Kind::Aspect]));
        let called = match &outcome {
            Outcome::Found { hits, .. } | Outcome::Ambiguous { hits, .. } => hits.as_slice(),
            Outcome::Unknown { .. } => &[],
        };
        let called = called.iter().filter(|hit| is_all_of(outcome.reading(), hit)).filter_map(|hit| hit.entry.aspect());
        let explained = self.lookup.hits.iter().take_while(|hit| hit.why.question >= EXPLAINED);
        let facts = explained.filter_map(|hit| hit.entry.fact());
        let nearest = facts.filter_map(|fact| self.call.knowledge()[fact].aspect);
        called.chain(nearest).find(|&aspect| self.numbers(aspect, about) >= FEWEST)
    }

    /// How many dates an aspect has numbers of, about all of some; none where there are also numbers of others that the
    /// command would show.
    fn numbers(&self, aspect: AspectId, about: &[EntryId]) -> usize {
        let knowledge = self.call.knowledge();
        let involves = |fact: &Fact, entry: &EntryId| fact.about.contains(entry) || fact.with.contains(entry);
        let facts = knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]);
        let shown = facts.filter(|fact| about.first().is_none_or(|entry| involves(fact, entry)));
        let mut numbers = 0;
        for fact in shown {
            if !about.iter().all(|entry| involves(fact, entry)) {
                return 0;
            }
            numbers += usize::from(fact.value.is_some() && fact.date.is_some());
        }
        numbers
    }
}
