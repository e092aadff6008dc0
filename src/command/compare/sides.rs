//! What the two texts of a comparison mean, and on what matter the two are compared.

use std::collections::BTreeSet;

use crate::answer::Standing;
use crate::command::lookup::Lookup;
use crate::command::matter;
use crate::command::{Call, Stop};
use crate::knowledge::{ActorId, AspectId, EntryId, Kind};
use crate::matcher::{Hit, Model, Period, Reading, Scope, office_meant};
use crate::meaning::is_telling;
use crate::message::Message;

/// A text is a name when so much of it, and of the name, is found in the other.
const WHOLE: f32 = 0.9;

/// A word as like a stored one as this means that word.
const SAME_WORD: f32 = 0.85;

/// The look-ups of both texts, and what else they say: "press freedom of Belarus" is Belarus, and press freedom.
pub(super) fn read(call: Call<'_>) -> (Vec<Lookup>, String) {
    let pair = look_up_pair(call);
    let is_open = |side: &Lookup| side.entry().is_none() && is_holder(call, side);
    if pair.len() < 2 || pair.iter().all(is_whole) || pair.iter().any(is_open) {
        return (pair, String::new());
    }
    let sides: Vec<(Lookup, String)> =
        pair.iter().zip(pair.iter().rev()).filter_map(|(lookup, other)| side(call, lookup, other)).collect();
    let kinds: BTreeSet<Kind> = sides.iter().filter_map(|(lookup, _)| lookup.entry()).map(EntryId::kind).collect();
    let entries: BTreeSet<EntryId> = sides.iter().filter_map(|(lookup, _)| lookup.entry()).collect();
    if entries.len() < 2 || kinds.len() > 1 {
        return (pair, String::new());
    }
    let (lookups, matters): (Vec<Lookup>, Vec<String>) = sides.into_iter().unzip();
    let matter = matters.into_iter().find(|matter| !matter.is_empty());
    (lookups, matter.unwrap_or_default())
}

/// The time of which the texts of two actors speak, besides their names.
pub(super) fn period(call: Call<'_>, lookups: &[Lookup]) -> Result<Option<Period>, Stop> {
    let sides = lookups.iter().filter(|lookup| lookup.entry().is_some_and(|entry| entry.actor().is_some()));
    let said = |lookup: &Lookup| {
        let text = call.request.text(lookup.option)?;
        let outcome = call.base.matcher.find(text, Scope::of(&[Kind::Actor]));
        outcome.reading().period.filter(|_| outcome.reading().model != Model::Exact)
    };
    let periods: Vec<Period> = sides.filter_map(said).collect();
    if periods.iter().any(|period| period.except.is_some()) {
        return Err(Stop::refused(Message::TakesNoException));
    }
    // What the two say of different times is shown for all of it.
    let first = periods.iter().map(|period| period.first).min();
    let last = periods.iter().map(|period| period.last).max();
    Ok(first.zip(last).map(|(first, last)| Period { first, last, except: None }))
}

/// What the texts mean. Only like can be compared, so each text is read as the kind of which the other is too.
fn look_up_pair(call: Call<'_>) -> Vec<Lookup> {
    let as_kind = |kind| {
        let pair = [call.look_up_as("first", kind)?, call.look_up_as("second", kind)?];
        let [first, second] = [pair[0].entry()?, pair[1].entry()?];
        (first != second).then(|| (pair[0].score() + pair[1].score(), pair))
    };
    let actors = || ["first", "second"].map(|option| call.look_up_as(option, Kind::Actor)).into_iter().flatten();
    // Who asks for the holder of an office does not mean the visit of one.
    if actors().any(|side| is_holder(call, &side)) {
        return actors().collect();
    }
    let both = [Kind::Event, Kind::Actor].into_iter().filter_map(as_kind).max_by(|a, b| a.0.total_cmp(&b.0));
    match both {
        Some((_, pair)) => pair.into(),
        None => ["first", "second"].into_iter().filter_map(|option| call.look_up(option)).collect(),
    }
}

/// Leaves what can be compared with the other side, where that is known: nothing is compared with itself, nor with what is of
/// another kind. Where one of several is left, it is meant.
pub(super) fn keep_comparable(lookups: &mut [Lookup]) {
    let [first, second, ..] = lookups else { return };
    let known = [second.entry(), first.entry()];
    for (open, known) in [first, second].into_iter().zip(known) {
        let Some(known) = known.filter(|_| open.standing != Standing::Found) else { continue };
        open.hits.retain(|hit| hit.entry != known && hit.entry.kind() == known.kind());
        open.standing = match (open.hits.len(), open.standing) {
            (0, _) => Standing::Unknown,
            (1, Standing::Ambiguous) => Standing::Found,
            (_, standing) => standing,
        };
    }
}

/// Whether a text names nothing but an office, and means its holder.
fn is_holder(call: Call<'_>, lookup: &Lookup) -> bool {
    let held = |hit: &Hit| hit.why.question >= WHOLE && office_meant(call.knowledge(), hit).is_some();
    lookup.hits.first().is_some_and(held)
}

/// Whether an entry was named, by its id or by nothing but its name; an event also by words that all stand in it.
fn is_whole(lookup: &Lookup) -> bool {
    let named = |hit: &Hit| {
        let described = hit.entry.event().is_some() && has_all(&lookup.reading, hit);
        described || hit.why.question >= WHOLE && hit.why.name >= WHOLE
    };
    let exact = lookup.reading.terms.is_empty() || lookup.reading.model == Model::Exact;
    lookup.entry().is_some() && (exact || lookup.hits.first().is_some_and(named))
}

/// One text as the actor whom it names or stands for, with what else it says.
fn side(call: Call<'_>, lookup: &Lookup, other: &Lookup) -> Option<(Lookup, String)> {
    let text = call.request.text(lookup.option).unwrap_or_default();
    let actor = |actor| Lookup {
        option: lookup.option,
        standing: Standing::Found,
        hits: vec![Hit::certain(EntryId::Actor(actor))],
        reading: Reading::default(),
    };
    if let Some(meant) = matter::stands_for(call, text) {
        return Some((actor(meant), String::new()));
    }
    let by_name = call.look_up_as(lookup.option, Kind::Actor)?;
    let holds_office = by_name.hits.first().and_then(|hit| office_meant(call.knowledge(), hit)).is_some();
    if let Some(thing) = thing_of_event(call, lookup.option, other) {
        return Some((actor(thing), String::new()));
    }
    if is_whole(&by_name) || by_name.entry().is_some() && holds_office {
        return Some((by_name, String::new()));
    }
    let parted = matter::part(call, text);
    match parted.actors.as_slice() {
        [one] if !parted.rest.is_empty() => Some((actor(*one), parted.rest)),
        _ => by_name.entry().map(|_| (by_name, String::new())),
    }
}

/// The one thing of the sort of the other side that is named by the title of the event that a text means: who asks for rockets
/// in a country beside a launcher means the rockets, not their deployment. An event named by its id is meant as such.
fn thing_of_event(call: Call<'_>, option: &'static str, other: &Lookup) -> Option<ActorId> {
    let knowledge = call.knowledge();
    let (event, other) = (call.look_up_as(option, Kind::Event)?, other.entry()?.actor()?);
    let meant = event.hits.first().filter(|hit| event.entry().is_some() && has_all(&event.reading, hit))?;
    let event = &knowledge[meant.entry.event()?];
    let named = |id: &ActorId| event.title.contains(&*knowledge[*id].name);
    let alike = |id: &ActorId| knowledge[*id].kind == knowledge[other].kind && *id != other;
    let mut things = event.actors.iter().copied().filter(|id| named(id) && alike(id));
    things.next().filter(|_| things.next().is_none())
}

/// Whether an entry has every telling word of a text; nothing was read of one that names its entry by the id.
fn has_all(reading: &Reading, hit: &Hit) -> bool {
    let found = |at: usize| hit.why.found.iter().any(|found| found.term == at && found.likeness >= SAME_WORD);
    let terms = reading.terms.iter().enumerate().filter(|(_, term)| is_telling(&term.written));
    let mut terms = terms.map(|(at, _)| at).peekable();
    terms.peek().is_some() && terms.all(found)
}

/// The aspect to which the comparison is limited: the one that is named, or the one of which the texts speak. An aspect on
/// which both have facts, or which is near to such ones, is meant before one on which they have none.
pub(super) fn aspect(call: Call<'_>, lookups: &[Lookup], matter: &str) -> Option<Lookup> {
    let knowledge = call.knowledge();
    let sides: Vec<EntryId> = lookups.iter().filter_map(Lookup::entry).collect();
    let broader = |aspect: AspectId| knowledge[aspect].part_of.unwrap_or(aspect);
    let has = |aspect: AspectId| {
        let near = |other: Option<AspectId>| other.is_some_and(|other| broader(other) == broader(aspect));
        sides.iter().all(|side| knowledge.facts_about(*side).iter().any(|&id| near(knowledge[id].aspect)))
    };
    match (call.look_up("aspect"), call.request.text("aspect")) {
        (Some(given), Some(text)) if !given.reading.terms.is_empty() => Some(matter::aspect(call, text, true, &[&has])),
        (Some(given), _) => Some(given),
        (None, _) if matter.is_empty() => None,
        // What the texts say beside the names may be no matter at all ("sunny Baku"): then it is left aside.
        (None, _) => {
            Some(matter::aspect(call, matter, true, &[&has])).filter(|lookup| lookup.standing != Standing::Unknown)
        }
    }
}
