//! Questions that are names and no more: who or what somebody is, who holds an office, what something is in.
//!
//! Owns which words only ask for a name. Which names are stored is left to [`crate::matcher`], who held an office when to
//! [`super::tie`].

use super::lookup::{Lookup, is_all_of};
use super::period::without_time;
use super::{Call, tie};
use crate::answer::Standing;
use crate::knowledge::{ActorId, ActorKind, EntryId, Kind, Relation, RelationId};
use crate::matcher::{Hit, Model, Outcome, Scope, Term, office_meant};

/// Words with which a name is asked for and nothing else about it, in the languages that are read.
#[rustfmt::skip]
const ASKING: [&str; 41] = [
    "who", "whos", "what", "whats", "is", "was", "are", "were", "s", "the", "a", "an", "tell", "me", "us", "about",
    "кто", "что", "такой", "такая", "такое", "такие", "это", "хто", "што", "такі", "такія", "гэта",
    "kim", "kimdir", "nədir", "nedir", "wer", "ist", "war", "qui", "est", "quién", "es", "qué", "kto",
];

/// Words that ask for the place of what they stand before, and what may stand there.
const WHERE: [&str; 4] = ["where", "based", "located", "situated"];

/// Ties that tell where something is.
const PLACED: [&str; 2] = ["located-in", "based-in"];

/// Ties that tell what somebody or something is in, whatever one calls that.
const WITHIN: [&str; 6] = ["member-of", "part-of", "was-part-of", "takes-part-in", "located-in", "based-in"];

/// What a question means that is a name and no more; nothing where it is more, or where the name is not stored. Where an office
/// had no holder then, its holders at other times come with [`Standing::Unknown`].
pub(super) fn look_up(call: Call<'_>, lookup: &Lookup) -> Option<Lookup> {
    let exact = lookup.reading.model == Model::Exact && lookup.standing == Standing::Found;
    if exact || lookup.reading.terms.is_empty() {
        return None;
    }
    office(call, lookup)
        .or_else(|| within(call, lookup))
        .or_else(|| place(call, lookup))
        .or_else(|| actor(call, lookup))
}

/// Who held the office that is named whole, at the time that is asked for.
fn office(call: Call<'_>, lookup: &Lookup) -> Option<Lookup> {
    let knowledge = call.knowledge();
    let outcome = call.base.matcher.find(&name(lookup, &ASKING), Scope::of(&[Kind::Relation]));
    let whole = |hit: &&Hit| tie::is_all(outcome.reading(), hit);
    let (hit, office) =
        outcome.hits().iter().filter(whole).find_map(|hit| Some((hit, office_meant(knowledge, hit)?)))?;
    let ties = knowledge.holders(&knowledge[office]).to_vec();
    let then = tie::told_of(knowledge, &ties, lookup.reading.period);
    let standing = if then.is_empty() { Standing::Unknown } else { Standing::Found };
    let shown = if then.is_empty() { ties } else { then };
    let hits = shown.into_iter().map(|id| Hit { entry: EntryId::Relation(id), ..hit.clone() }).collect();
    Some(Lookup { standing, hits, ..lookup.clone() })
}

/// The tie that tells that one thing is in the other: "is Armenia in the CSTO".
fn within(call: Call<'_>, lookup: &Lookup) -> Option<Lookup> {
    let terms = &lookup.reading.terms;
    let opens = terms.first().is_some_and(|term| ["is", "are", "was", "were"].contains(&&*term.folded));
    let at = terms.iter().rposition(|term| term.folded == "in").filter(|_| opens && lookup.reading.period.is_none())?;
    let text = |terms: &[Term]| {
        let words = terms.iter().map(|term| &*term.written).filter(|word| !ASKING.contains(&&*word.to_lowercase()));
        words.collect::<Vec<_>>().join(" ")
    };
    let one = whole_actor(call, &text(terms.get(1..at)?))?;
    let other = whole_actor(call, &text(terms.get(at + 1..)?))?;
    ties(call, lookup, one, |tie| WITHIN.contains(&&*tie.kind) && tie.to == other)
}

/// The tie that tells where something is; of what has none, all that it is.
fn place(call: Call<'_>, lookup: &Lookup) -> Option<Lookup> {
    let terms = &lookup.reading.terms;
    if lookup.reading.period.is_some() || terms.first().is_none_or(|term| term.folded != WHERE[0]) {
        return None;
    }
    let asking: Vec<&str> = ASKING.into_iter().chain(WHERE).collect();
    let actor = whole_actor(call, &name(lookup, &asking))?;
    let itself =
        || Lookup { standing: Standing::Found, hits: vec![Hit::certain(EntryId::Actor(actor))], ..lookup.clone() };
    Some(ties(call, lookup, actor, |tie| PLACED.contains(&&*tie.kind)).unwrap_or_else(itself))
}

/// The ties of somebody to others that are meant.
fn ties(call: Call<'_>, lookup: &Lookup, of: ActorId, is_meant: impl Fn(&Relation) -> bool) -> Option<Lookup> {
    let knowledge = call.knowledge();
    let meant = |id: &&RelationId| knowledge[**id].from == of && is_meant(&knowledge[**id]);
    let ties = knowledge.relations_of(of).iter().filter(meant);
    let hits: Vec<Hit> = ties.map(|id| Hit::certain(EntryId::Relation(*id))).collect();
    (!hits.is_empty()).then(|| Lookup { standing: Standing::Found, hits, ..lookup.clone() })
}

/// The actor who is named whole; several, where several are called so.
fn actor(call: Call<'_>, lookup: &Lookup) -> Option<Lookup> {
    let asking = |term: &Term| ASKING.contains(&&*term.written.to_lowercase());
    if lookup.reading.period.is_some() || !lookup.reading.terms.iter().any(asking) {
        return None;
    }
    let (standing, hits) = actors(call, &name(lookup, &ASKING))?;
    Some(Lookup { standing, hits, ..lookup.clone() })
}

fn whole_actor(call: Call<'_>, text: &str) -> Option<ActorId> {
    let (standing, hits) = actors(call, text)?;
    hits.first().filter(|_| standing == Standing::Found)?.entry.actor()
}

/// The actors whose name a text is: of a person, any part of it.
fn actors(call: Call<'_>, text: &str) -> Option<(Standing, Vec<Hit>)> {
    let outcome = call.base.matcher.find(text, Scope::of(&[Kind::Actor]));
    let is_person = |hit: &Hit| hit.entry.actor().is_some_and(|id| call.knowledge()[id].kind == ActorKind::Person);
    let named = |hit: &&Hit| {
        let whole = tie::is_all(outcome.reading(), hit) || is_person(hit) && tie::is_in_name(outcome.reading(), hit);
        // "Tell me a joke" asks for nobody of a like name.
        whole && is_all_of(outcome.reading(), hit)
    };
    let hits: Vec<Hit> = outcome.hits().iter().filter(named).cloned().collect();
    match (&outcome, hits.len()) {
        (Outcome::Unknown { .. }, _) | (_, 0) => None,
        (Outcome::Ambiguous { .. }, 2..) => Some((Standing::Ambiguous, hits)),
        _ => Some((Standing::Found, hits)),
    }
}

/// The words of a question that do not only ask, the time that it speaks of aside.
fn name(lookup: &Lookup, asking: &[&str]) -> String {
    without_time(&lookup.reading, |term| asking.contains(&&*term.written.to_lowercase()))
}
