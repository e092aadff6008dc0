//! What something rests on: questions for `/sources`.

use super::{Asked, Word, joined};
use crate::knowledge::Kind;
use crate::request::{Command, Request, Value};

/// What sources can be asked on; a statement last, since it has no name.
const MATTERS: [&[Kind]; 2] = [&[Kind::Event, Kind::Actor, Kind::Topic, Kind::Aspect], &[Kind::Fact]];

pub(super) fn request(asked: &Asked<'_>) -> Option<Request> {
    let matter = sources_on(asked).or_else(|| come_from(asked))?;
    let request = Request::of(Command::Sources);
    if matter.is_empty() {
        return Some(request);
    }
    let entry = MATTERS.iter().find_map(|kinds| asked.call.means(&matter, kinds));
    let key = entry.map(|entry| Value::entry(asked.call.knowledge().key(entry)));
    Some(request.with("source", key.unwrap_or_else(|| Value::from(matter))))
}

/// "sources on X", "list your sources": the word opens the question, or only words that say no more of it stand before it.
fn sources_on(asked: &Asked<'_>) -> Option<String> {
    let says_more = |word: &&Word| !asked.is_filler(word) && !asked.cues.of_sources.contains(&&*word.text);
    let at = asked.words.iter().position(|word| asked.cues.sources.contains(&&*word.text))?;
    let (before, rest) = (asked.words.get(..at)?, asked.words.get(at + 1..)?);
    if before.iter().any(|word| says_more(&word)) {
        return None;
    }
    if !rest.iter().any(|word| says_more(&word)) {
        // One word may be the beginning of a name.
        return (asked.words.len() > 1 || before.is_empty() && rest.is_empty()).then(String::new);
    }
    let (leads, matter) = rest.split_first()?;
    asked.cues.sources_on.contains(&&*leads.text).then(|| joined(matter))
}

/// "where does the figure of X come from".
fn come_from(asked: &Asked<'_>) -> Option<String> {
    let opening = asked.cues.where_does.iter().find(|opening| asked.position(opening) == Some(0))?;
    let end = asked.cues.come_from.iter().find_map(|ending| {
        let at = asked.position(ending)?;
        (at + ending.split(' ').count() == asked.words.len()).then_some(at)
    })?;
    let words = asked.words.get(opening.split(' ').count()..end)?;
    let told = |word: &Word| asked.cues.told.contains(&&*word.text);
    let matter = words.iter().filter(|word| !told(word));
    let bare =
        words.iter().all(|word| told(word) || asked.is_filler(word) || asked.cues.of_sources.contains(&&*word.text));
    (words.iter().any(told) || bare).then(|| if bare { String::new() } else { joined(matter) })
}
