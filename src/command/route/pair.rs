//! How two differ: questions for `/compare`.
//!
//! Both must be named, and in nothing but their names; what follows them must be something to compare on.

use super::{Asked, Word, joined};
use crate::command::lookup::is_all_of;
use crate::knowledge::{AspectId, EntryId, Kind};
use crate::matcher::{Outcome, Scope};
use crate::request::{Command, Request, Value};

const SIDES: [Kind; 2] = [Kind::Actor, Kind::Event];

pub(super) fn request(asked: &Asked<'_>) -> Option<Request> {
    let (first, tail) =
        differing(asked).or_else(|| versus(asked)).or_else(|| choice(asked)).or_else(|| either(asked))?;
    let (second, rest) = asked.split_name(&tail)?;
    let request = Request::of(Command::Compare).with("first", first).with("second", &*second);
    if rest.is_empty() {
        return Some(request);
    }
    let aspect = asked.aspect(&rest, &request)?;
    Some(request.with("aspect", Value::entry(asked.call.knowledge().key(EntryId::Aspect(aspect)))))
}

/// "difference between X and Y in Z".
fn differing(asked: &Asked<'_>) -> Option<(String, String)> {
    let rest = asked.opened_by(asked.cues.differing)?;
    let between = |at: &usize| rest.get(*at).is_some_and(|word| asked.cues.and.contains(&&*word.text));
    let parts = |at: usize| (joined(rest.iter().take(at)), joined(rest.iter().skip(at + 1)));
    (1..rest.len()).filter(between).map(parts).find(|(first, _)| asked.may_name(first, &SIDES))
}

/// "X vs Y Z".
fn versus(asked: &Asked<'_>) -> Option<(String, String)> {
    let found = |phrase: &&str| Some((asked.position(phrase)?, phrase.split(' ').count()));
    let (at, length) = asked.cues.versus.iter().find_map(found)?;
    let first = joined(asked.words.iter().take(at));
    asked.may_name(&first, &SIDES).then(|| (first, joined(asked.words.iter().skip(at + length))))
}

/// "X or Y: which Z", "which Z: X or Y".
fn choice(asked: &Asked<'_>) -> Option<(String, String)> {
    let text = asked.text.to_lowercase();
    let (one, other) = text.split_once([':', ',', '?'])?;
    let or = format!(" {} ", asked.cues.or);
    [(one, other), (other, one)].into_iter().find_map(|(pair, rest)| {
        let (first, second) = pair.trim().trim_end_matches('?').split_once(&or)?;
        let named = asked.may_name(first, &SIDES) && asked.may_name(second, &SIDES) && !rest.trim().is_empty();
        named.then(|| (first.trim().to_owned(), format!("{} {}", second.trim(), rest.trim())))
    })
}

/// "which has more Z, X or Y", "Z of X and Y".
fn either(asked: &Asked<'_>) -> Option<(String, String)> {
    let is_between = |word: &str| word == asked.cues.or || asked.cues.and.first() == Some(&word);
    let at = asked.words.iter().position(|word| is_between(&word.text))?;
    let (before, after) = (asked.words.get(..at)?, asked.words.get(at + 1..)?);
    let one_of = |words: &[Word]| asked.may_name(&joined(words), &SIDES);
    let starts = before.len().saturating_sub(LONGEST_NAME)..before.len();
    let start = starts.into_iter().find(|start| before.get(*start..).is_some_and(one_of))?;
    let end = (1..=after.len().min(LONGEST_NAME)).rev().find(|end| after.get(..*end).is_some_and(one_of))?;
    let (leading, first) = before.split_at_checked(start)?;
    let (second, behind) = after.split_at_checked(end)?;
    let telling = |word: &&Word| !asked.is_filler(word) && !asked.cues.more.contains(&&*word.text);
    let matter = joined(leading.iter().chain(behind).filter(telling));
    // What is said of one thing and another is more often one statement of both.
    let aspect = asked.call.means(&matter, &[Kind::Aspect])?;
    let chooses = asked.words.get(at).is_some_and(|word| word.text == asked.cues.or);
    (chooses || asked.call.is_name(aspect, &matter)).then(|| (joined(first), format!("{} {matter}", joined(second))))
}

impl Asked<'_> {
    /// The name that a text begins with, and what follows it without the words that lead there.
    fn split_name(&self, text: &str) -> Option<(String, String)> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let name =
            |length: &usize| self.may_name(&words.iter().take(*length).copied().collect::<Vec<_>>().join(" "), &SIDES);
        let length = (1..=words.len().min(LONGEST_NAME)).rev().find(name)?;
        let (name, rest) = words.split_at_checked(length)?;
        let rest = rest.iter().copied().skip_while(|word| self.cues.regarding.contains(word));
        Some((name.join(" "), rest.collect::<Vec<_>>().join(" ")))
    }

    /// What to compare on: as it is called, or else on what the nearest facts about both speak.
    fn aspect(&self, text: &str, pair: &Request) -> Option<AspectId> {
        if let Some(aspect) = self.call.means(text, &[Kind::Aspect]).and_then(EntryId::aspect) {
            return Some(aspect);
        }
        let knowledge = self.call.knowledge();
        let side = |option| self.call.means(pair.text(option).unwrap_or_default(), &SIDES);
        let (first, second) = (side("first")?, side("second")?);
        let nearest = self.nearest_aspects();
        let on = |side: EntryId, aspect: AspectId| {
            nearest.iter().any(|(fact, on)| *on == aspect && knowledge[*fact].about.contains(&side))
        };
        nearest.iter().map(|(_, aspect)| *aspect).find(|&aspect| on(first, aspect) && on(second, aspect))
    }

    /// Whether a text names one entry of some kinds, or several that are to be chosen from, in all of its words.
    pub(super) fn may_name(&self, text: &str, kinds: &[Kind]) -> bool {
        let outcome = self.call.base.matcher.find(text, Scope::of(kinds));
        let unknown = matches!(outcome, Outcome::Unknown { .. });
        !unknown && outcome.hits().first().is_some_and(|hit| is_all_of(outcome.reading(), hit))
    }
}

/// Names with more words than this are not looked for in front of others.
const LONGEST_NAME: usize = 6;
