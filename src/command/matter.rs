//! Whom a text names, and on what matter: "press freedom of Belarus" is Belarus, and press freedom.
//!
//! Owns how such a text is parted, and how an aspect is found by a loose description. It serves `/compare` and `/trend`, whose
//! texts people fill with more than a name.

use super::Call;
use super::lookup::Lookup;
use crate::answer::Standing;
use crate::knowledge::{ActorId, AspectId, EntryId, Kind};
use crate::matcher::{Hit, Model, Outcome, Period, Scope, Use};
use crate::meaning::is_telling;

/// A text, parted.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// The actors whom single words name, in their order, each once.
    pub(super) actors: Vec<ActorId>,
    /// The other words that tell something.
    pub(super) rest: String,
    /// The time that it speaks of.
    pub(super) period: Option<Period>,
}

/// Parts a text. A name of several words stays in the rest, unless it is a person's.
pub(super) fn part(call: Call<'_>, text: &str) -> Parted {
    let reading = call.base.matcher.find(text, Scope::of(&[Kind::Aspect])).reading().clone();
    let mut parted = Parted { period: reading.period, ..Parted::default() };
    let mut rest: Vec<&str> = Vec::new();
    for term in &reading.terms {
        match call.base.meanings.actor(term) {
            Some(actor) if !parted.actors.contains(&actor) => parted.actors.push(actor),
            Some(_) => {}
            None if matches!(term.usage, Use::Date | Use::Bound) || !is_telling(&term.written) => {}
            None => rest.push(&term.written),
        }
    }
    parted.rest = rest.join(" ");
    parted
}

/// What a text of which each word is said for one actor stands for: "Baku", "the Kremlin".
pub(super) fn stands_for(call: Call<'_>, text: &str) -> Option<ActorId> {
    let knowledge = call.knowledge();
    let text = text.to_lowercase();
    let text = text.trim().trim_start_matches("the ");
    let words = knowledge.words().iter().find(|words| words.says.iter().any(|said| said.to_lowercase() == text))?;
    knowledge.actors().find(|(_, actor)| actor.name == words.means).map(|(id, _)| id)
}

/// An aspect has to have so much of what is asked for, by weight; less if there are facts on it of those who are asked for.
const LIKE: f32 = 0.5;
const LIKE_OF_SOMEBODY: f32 = 0.4;

/// A word that is as near as this to one of the aspect's means something there.
const READ: f32 = 0.3;

/// Aspects that have nearly as much are as likely.
const NEARLY: f32 = 0.15;

/// So many are looked at.
const LOOKED_AT: usize = 12;

/// The aspect that a text means: by its name, or else the one that is nearest in meaning. Of several as near, those that
/// `fits` speaks for come before others; the aspect to which all of them belong stands for them, if it fits.
pub(super) fn aspect(call: Call<'_>, text: &str, of_somebody: bool, fits: impl Fn(AspectId) -> bool) -> Lookup {
    let option = "aspect";
    let outcome = call.base.matcher.find(text, Scope::of(&[Kind::Aspect]));
    let reading = outcome.reading().clone();
    let exact = reading.model == Model::Exact && matches!(outcome, Outcome::Found { .. });
    let found = |standing, aspects: &[AspectId]| Lookup {
        option,
        standing,
        hits: aspects.iter().map(|id| Hit::certain(EntryId::Aspect(*id))).collect(),
        reading: reading.clone(),
    };
    let by_name = matches!(outcome, Outcome::Found { .. }).then(|| outcome.hits().first()?.entry.aspect()).flatten();
    if let Some(aspect) = by_name.filter(|aspect| exact || fits(*aspect)) {
        return found(Standing::Found, &[aspect]);
    }
    let near = call.base.meanings.aspects(&call.base.matcher, &reading, LOOKED_AT).into_iter();
    let telling = reading.terms.iter().filter(|term| is_telling(&term.written)).count();
    // Where nobody is named, every word has to mean something: growth is not the growth of something else.
    let near: Vec<(AspectId, f32)> = near
        .filter(|(_, near)| of_somebody || near.readings.iter().filter(|read| read.nearness >= READ).count() >= telling)
        .map(|(id, near)| (id, near.line.asked))
        .collect();
    let least = if of_somebody { LIKE_OF_SOMEBODY } else { LIKE };
    let fitting: Vec<(AspectId, f32)> = near.iter().copied().filter(|(id, like)| *like >= least && fits(*id)).collect();
    let alike = near.into_iter().filter(|(_, like)| *like >= LIKE).collect();
    let near = if fitting.is_empty() { alike } else { fitting };
    let most = near.first().map_or(0.0, |(_, like)| *like);
    let likely: Vec<AspectId> = near.iter().filter(|(_, like)| *like >= most - NEARLY).map(|(id, _)| *id).collect();
    // Where words and meaning agree on the best, the next best is no matter of choice.
    let by_words = outcome.hits().first().filter(|_| !matches!(outcome, Outcome::Unknown { .. }));
    let agreed = by_words.and_then(|hit| hit.entry.aspect()).filter(|aspect| likely.first() == Some(aspect));
    if let Some(aspect) = agreed {
        return found(Standing::Found, &[aspect]);
    }
    let broader = |id: &AspectId| call.knowledge()[*id].part_of.unwrap_or(*id);
    match likely.as_slice() {
        [] => by_name.map_or_else(|| Lookup::of(option, outcome), |aspect| found(Standing::Found, &[aspect])),
        [one] => found(Standing::Found, &[*one]),
        [one, others @ ..] if others.iter().all(|other| broader(other) == broader(one)) && fits(broader(one)) => {
            found(Standing::Found, &[broader(one)])
        }
        several => found(Standing::Ambiguous, several),
    }
}
