//! From a text to the entry that is meant, and the answers for when that is not clear.
//!
//! Owns what is said when nothing, or more than one thing, was found. Ranking belongs to [`crate::matcher`].

use super::draft::{Draft, matches};
use super::help::coverage;
use super::{Base, Stop, scope};
use crate::answer::{Answer, Block, Match, Standing};
use crate::knowledge::{EntryId, Kind};
use crate::matcher::{Hit, Outcome, Scope};
use crate::request::Request;

/// An entry is likely when its score has at least this share of the best one's; the two best always are.
const LIKELY: f32 = 0.7;

/// How many entries are shown to choose from.
const CHOICES: usize = 5;

/// The entry that the text of an option means, with how it was found; the hits hold it first, then others.
///
/// `narrow` takes the entry as the kind that the option names.
pub(super) fn look_up<T>(
    base: &Base,
    request: &Request,
    option: &'static str,
    narrow: fn(EntryId) -> Option<T>,
) -> Result<(T, Outcome), Stop> {
    let text = request.text(option).unwrap_or_default();
    let scope = request.spec().option(option).and_then(scope).unwrap_or(Scope::of(&[]));
    let named = base.knowledge.entry(text.trim()).filter(|entry| scope.has(entry.kind()));
    let outcome = named.map_or_else(|| base.matcher.find(text, scope), Outcome::certain);
    match &outcome {
        Outcome::Found { hits, .. } => match hits.first().and_then(|hit| narrow(hit.entry)) {
            Some(found) => Ok((found, outcome)),
            None => Err(Stop::unclear(unknown(base, request, option, hits))),
        },
        Outcome::Ambiguous { hits, .. } => Err(Stop::unclear(ambiguous(base, request, option, hits))),
        Outcome::Unknown { hits, .. } => Err(Stop::unclear(unknown(base, request, option, hits))),
    }
}

/// The outcome and the entry for a text read as a name of one kind; none if that is unclear, or the id of another kind.
pub(super) fn find_certain(base: &Base, request: &Request, option: &str, kind: Kind) -> Option<(Outcome, Hit)> {
    let text = request.text(option).unwrap_or_default();
    let outcome = match base.knowledge.entry(text.trim()) {
        Some(entry) if entry.kind() == kind => Outcome::certain(entry),
        Some(_) => return None,
        None => base.matcher.find(text, Scope::of(&[kind])),
    };
    let hit = match &outcome {
        Outcome::Found { hits, .. } => hits.first()?.clone(),
        _ => return None,
    };
    Some((outcome, hit))
}

/// The same for an option that may be left out.
pub(super) fn look_up_if_given<T>(
    base: &Base,
    request: &Request,
    option: &'static str,
    narrow: fn(EntryId) -> Option<T>,
) -> Result<Option<T>, Stop> {
    let given = request.text(option).filter(|text| !text.trim().is_empty());
    given.map(|_| look_up(base, request, option, narrow).map(|(found, _)| found)).transpose()
}

/// Says that the fact base does not know, what comes nearest, and what it covers.
fn unknown(base: &Base, request: &Request, option: &'static str, hits: &[Hit]) -> Answer {
    let mut draft = Draft::new(base, "Not in this fact base");
    let text = request.text(option).unwrap_or_default().trim();
    draft.note(format!("The fact base has no answer for “{text}”. It does not guess."));
    let all = matches(&base.knowledge, hits);
    choices(&mut draft, "Nearest entries, which may be about something else", &all, request, option);
    draft.note(coverage(&base.knowledge));
    draft.finish(Standing::Unknown, all)
}

/// Shows the entries that may be meant.
fn ambiguous(base: &Base, request: &Request, option: &'static str, hits: &[Hit]) -> Answer {
    let mut draft = Draft::new(base, "Which one is meant?");
    let text = request.text(option).unwrap_or_default().trim();
    draft.note(format!("Several entries fit “{text}”. Choose one, or add a word."));
    let all = matches(&base.knowledge, hits);
    let least = all.first().map_or(0.0, |best| best.score) * LIKELY;
    let likely: Vec<Match> = all
        .iter()
        .enumerate()
        .filter(|(at, found)| *at < 2 || found.score >= least)
        .map(|(_, found)| found.clone())
        .collect();
    choices(&mut draft, "Likely entries", &likely, request, option);
    draft.finish(Standing::Ambiguous, all)
}

fn choices(draft: &mut Draft<'_>, heading: &str, all: &[Match], request: &Request, option: &'static str) {
    let nearest: Vec<_> = all.iter().take(CHOICES).cloned().collect();
    if !nearest.is_empty() {
        draft.offer_choices(request, option, &nearest);
        draft.block(Block::Choices { heading: heading.to_owned(), choices: nearest });
    }
}
