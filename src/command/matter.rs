//! Whom a text names, and on what matter: "press freedom of Belarus" is Belarus, and press freedom.
//!
//! Owns how such a text is parted, and how an aspect is found by a loose description. It serves `/compare` and `/trend`, whose
//! texts people fill with more than a name.

use std::collections::BTreeSet;

use super::Call;
use super::evidence::LIGHT_VERBS;
use super::lookup::Lookup;
use crate::answer::Standing;
use crate::knowledge::{ActorId, AspectId, EntryId, Kind};
use crate::matcher::{Hit, Model, Outcome, Period, Scope, Term, Use, stem};
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
            None if LIGHT_VERBS.contains(&&*stem(&term.folded)) => {}
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
/// `fits` speaks for come before others, and those that its first test speaks for before those of the next; the aspect to which
/// all of them belong stands for them, if it fits.
pub(super) fn aspect(call: Call<'_>, text: &str, of_somebody: bool, fits: &[&dyn Fn(AspectId) -> bool]) -> Lookup {
    let option = "aspect";
    let outcome = telling_words(call, text);
    let reading = outcome.reading().clone();
    let exact = reading.model == Model::Exact && matches!(outcome, Outcome::Found { .. });
    let fits_any = |id: AspectId| fits.iter().any(|fits| fits(id));
    let found = |standing, aspects: &[AspectId]| Lookup {
        option,
        standing,
        hits: aspects.iter().map(|id| Hit::certain(EntryId::Aspect(*id))).collect(),
        reading: reading.clone(),
    };
    let by_name = matches!(outcome, Outcome::Found { .. }).then(|| outcome.hits().first()?.entry.aspect()).flatten();
    let fits_best = |aspect: &AspectId| fits.first().is_none_or(|fits| fits(*aspect));
    if let Some(aspect) = by_name.filter(|aspect| exact && (!of_somebody || fits_any(*aspect)) || fits_best(aspect)) {
        return found(Standing::Found, &[aspect]);
    }
    let near = call.base.meanings.aspects(&call.base.matcher, &reading, LOOKED_AT).into_iter();
    let telling = reading.terms.iter().filter(|term| is_telling(&term.written)).count();
    // Where nobody is named, every word has to mean something: growth is not the growth of something else.
    let near: Vec<(AspectId, f32)> = near
        .filter(|(_, near)| of_somebody || near.readings.iter().filter(|read| read.nearness >= READ).count() >= telling)
        .map(|(id, near)| (id, near.line.asked))
        .collect();
    let near = preferred(call, &near, of_somebody, fits);
    let most = near.first().map_or(0.0, |(_, like)| *like);
    let likely: Vec<AspectId> = near.iter().filter(|(_, like)| *like >= most - NEARLY).map(|(id, _)| *id).collect();
    if let Some(aspect) = agreed(&outcome, &likely) {
        return found(Standing::Found, &[aspect]);
    }
    let broader = |id: &AspectId| call.knowledge()[*id].part_of.unwrap_or(*id);
    match likely.as_slice() {
        [] => by_name.map_or_else(|| Lookup::of(option, outcome), |aspect| found(Standing::Found, &[aspect])),
        [one] => found(Standing::Found, &[*one]),
        [one, others @ ..] if others.iter().all(|other| broader(other) == broader(one)) && fits_any(broader(one)) => {
            found(Standing::Found, &[broader(one)])
        }
        several => found(Standing::Ambiguous, several),
    }
}

/// The best by words, where it is the likeliest, too, or leads by words: then the next best is no matter of choice.
fn agreed(outcome: &Outcome, likely: &[AspectId]) -> Option<AspectId> {
    let known = !matches!(outcome, Outcome::Unknown { .. });
    let leads = |best: &&Hit| known || best.score >= outcome.hits().get(1).map_or(0.0, |next| next.score) + NEARLY;
    let best = outcome.hits().first().filter(leads).and_then(|hit| hit.entry.aspect());
    best.filter(|aspect| if known { likely.first() == Some(aspect) } else { likely.contains(aspect) })
}

/// What is found for a text, verbs that say little aside: how somebody came to power is a matter of power, and of no coming.
fn telling_words(call: Call<'_>, text: &str) -> Outcome {
    let find = |text: &str| call.base.matcher.find(text, Scope::of(&[Kind::Aspect]));
    let outcome = find(text);
    let reading = outcome.reading();
    let light = |term: &&Term| LIGHT_VERBS.contains(&&*stem(&term.folded));
    if reading.model == Model::Exact || !reading.terms.iter().any(|term| light(&term)) {
        return outcome;
    }
    let kept: Vec<&str> = reading.terms.iter().filter(|term| !light(term)).map(|term| &*term.written).collect();
    if kept.iter().any(|word| is_telling(word)) { find(&kept.join(" ")) } else { outcome }
}

/// Of the aspects that are near to a text, those to choose among: ones that belong to what was named and for which the best test
/// speaks; then those for which one test speaks, the best first; then all that are like enough.
fn preferred(
    call: Call<'_>,
    near: &[(AspectId, f32)],
    of_somebody: bool,
    fits: &[&dyn Fn(AspectId) -> bool],
) -> Vec<(AspectId, f32)> {
    let knowledge = call.knowledge();
    let broader = |id: AspectId| knowledge[id].part_of.unwrap_or(id);
    let nearest = near.first().map_or(0.0, |(_, like)| *like);
    let is_named = |(_, like): &&(AspectId, f32)| *like >= LIKE && *like >= nearest - NEARLY;
    let named: BTreeSet<AspectId> = near.iter().filter(is_named).map(|(id, _)| broader(*id)).collect();
    let of_named = near.iter().copied().filter(|(id, _)| named.contains(&broader(*id)));
    let of_named = of_named.filter(|(id, _)| of_somebody && fits.first().is_some_and(|fits| fits(*id)));
    let least = if of_somebody { LIKE_OF_SOMEBODY } else { LIKE };
    // What is named and has nothing is not replaced by what is less like it: energy by power.
    let least = least.max(nearest - NEARLY);
    let fitting = |fits: &&dyn Fn(AspectId) -> bool| {
        let fitting = near.iter().copied().filter(|(id, like)| *like >= least && fits(*id));
        Some(fitting.collect::<Vec<_>>()).filter(|fitting| !fitting.is_empty())
    };
    let of_named = Some(of_named.collect::<Vec<_>>()).filter(|found| !found.is_empty());
    let alike = || near.iter().copied().filter(|(_, like)| *like >= LIKE).collect();
    of_named.or_else(|| fits.iter().find_map(fitting)).unwrap_or_else(alike)
}
