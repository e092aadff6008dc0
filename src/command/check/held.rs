//! What the fact base holds on the matter of a claim.
//!
//! Owns when an entry and a claim speak of the very same thing: the same names on both sides, the same time where the claim has
//! one, and nearly all other words explained. Words and meanings are weighed as for a question of `/ask`.

use super::claim::figures;
use super::quantity::Quantity;
use super::units::Bound;
use crate::command::Call;
use crate::command::bars::statement_of;
use crate::command::denial::denies;
use crate::command::evidence::{Weighed, days, shares};
use crate::command::likelihood::Ranking;
use crate::command::lookup::Lookup;
use crate::command::near::is_latin;
use crate::knowledge::{ActorId, EntryId, Knowledge};
use crate::matcher::{Hit, Period, Term, Use};
use crate::meaning::{is_telling, is_word};
use crate::request::{Command, Request};

/// An entry on the matter of a claim.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) entry: EntryId,
    /// Share of the claim's words that it explains.
    pub(super) explained: f32,
    /// How like the claim and one of its lines are, each seen from the other.
    pub(super) line: f32,
    /// It says the opposite, or gives those named the other parts.
    pub(super) opposite: bool,
    /// It is about nobody whom the claim does not name.
    pub(super) whole: bool,
    /// Words of the claim that it says nothing of.
    unexplained: Vec<String>,
    /// One of them is said of a word that it has: "potato exports", where it tells of exports.
    pub(super) narrower: bool,
}

impl Held {
    /// Whether it says something of a word of the claim.
    pub(super) fn tells_of(&self, word: &str) -> bool {
        !self.unexplained.iter().any(|other| other == word)
    }
}

/// A name half like another is another's.
const MISSING_NAME: f32 = 0.5;

/// A word as like a stored one as this is that word.
const STORED: f32 = 0.8;

/// A word of which less is explained is not told of; one of which more is, is.
const UNEXPLAINED: f32 = 0.3;
const EXPLAINED: f32 = 0.5;

/// Letters of a short word.
const SHORT: usize = 4;

/// Words before a verb that say nothing of what is done.
const ADVERBS: [&str; 10] = ["still", "already", "now", "yet", "once", "even", "today", "ever", "then", "again"];

/// A year, and a day to spare: what lasted longer tells too little of a day.
const YEAR: i64 = 367;

/// More of an entry's days lie in a period than outside.
pub(super) const MOSTLY: f32 = 0.5;

/// The entries on the matter of a text, the likeliest first; those of another time are left out where there is a period.
pub(super) fn on(call: Call<'_>, text: &str, period: Option<Period>) -> Vec<Held> {
    let request = Request::of(Command::Ask).with("question", text);
    let call = Call { request: &request, ..call };
    let Some(lookup) = call.look_up("question") else { return Vec::new() };
    let held = if !is_latin(text) || is_foreign(call, &lookup) {
        lookup.hits.iter().filter_map(|hit| by_words(call, &lookup, hit)).collect()
    } else {
        let ranking = Ranking::of(call, &lookup);
        ranking.candidates.iter().filter_map(|candidate| weighed(call, &lookup, text, candidate)).collect::<Vec<_>>()
    };
    let fits = |held: &Held| {
        period.is_none_or(|period| days(call.knowledge(), held.entry).is_some_and(|days| is_then(period, days)))
    };
    held.into_iter().filter(fits).collect()
}

/// Whether an entry of some days tells of a period: most of it lies there, or the period lies in it and it is not longer than a
/// year.
pub(super) fn is_then(period: Period, days: (i32, i32)) -> bool {
    let within = days.0 <= period.first && period.last <= days.1 && length(days) <= YEAR;
    period.overlaps(days) && (within || period.fit(days) >= MOSTLY)
}

/// So many days.
pub(super) fn length(days: (i32, i32)) -> i64 {
    i64::from(days.1) - i64::from(days.0) + 1
}

/// Whether a text in Latin letters is not English: of most of its words the vectors know nothing.
fn is_foreign(call: Call<'_>, lookup: &Lookup) -> bool {
    let ordinary = |term: &&Term| {
        term.usage == Use::Kept && !call.base.meanings.is_part_of_name(term) && is_telling(&term.written)
    };
    let (english, foreign): (Vec<&Term>, Vec<&Term>) =
        lookup.reading.terms.iter().filter(ordinary).partition(|term| is_word(&term.written));
    foreign.len() > english.len() && foreign.iter().any(|term| term.likeness >= STORED)
}

fn weighed(call: Call<'_>, lookup: &Lookup, text: &str, candidate: &Weighed) -> Option<Held> {
    let (entry, features) = (candidate.hit.entry, &candidate.features);
    if !is_told(entry) || features.missing_name > MISSING_NAME {
        return None;
    }
    let statement = match entry {
        EntryId::Relation(id) => &call.knowledge()[id].title,
        _ => statement_of(call.knowledge(), entry),
    };
    let roles = &call.base.meanings.roles;
    let denied = denies(&format!("when {text}"), statement) || call.base.matcher.opposes(text, statement);
    let opposite = roles.are_swapped(text, &[statement]) || denied && features.explained >= STORED;
    let whole = is_whole(call, lookup, entry, &|term, actor| names(call, term, actor));
    let shares = shares(call, lookup, candidate);
    let terms = &lookup.reading.terms;
    let unexplained =
        |(at, share): &(usize, f32)| *share < UNEXPLAINED && terms.get(*at).is_some_and(|term| !is_dated(term));
    let adverb =
        |at: usize| terms.get(at).is_some_and(|term| term.folded.ends_with("ly") || ADVERBS.contains(&&*term.folded));
    let narrower = shares.windows(2).any(|pair| {
        let &[one, other] = pair else { return false };
        let name = |at: usize| terms.get(at).is_none_or(|term| call.base.meanings.is_part_of_name(term));
        unexplained(&one)
            && other.0 == one.0 + 1
            && other.1 >= EXPLAINED
            && !name(other.0)
            && !name(one.0)
            && !adverb(one.0)
    });
    let unexplained = shares.iter().filter(|share| unexplained(share)).filter_map(|(at, _)| terms.get(*at));
    let unexplained = unexplained.map(|term| term.written.clone()).collect();
    Some(Held { entry, explained: features.explained, line: features.line, opposite, whole, unexplained, narrower })
}

/// An entry that was found by its words alone. Words that nobody stored tell nothing, unless they are names.
fn by_words(call: Call<'_>, lookup: &Lookup, hit: &Hit) -> Option<Held> {
    if !is_told(hit.entry) {
        return None;
    }
    let kept = || lookup.reading.terms.iter().enumerate().filter(|(_, term)| term.usage == Use::Kept);
    let found = |at: usize| hit.why.found.iter().any(|found| found.term == at && found.likeness >= STORED);
    // A short word is like many.
    let stored = |term: &Term| term.likeness >= STORED && (term.correction.is_none() || term.folded.len() > SHORT);
    let strange = kept().any(|(at, term)| term.named && !found(at));
    let told = kept().filter(|(_, term)| stored(term)).count();
    let explained = kept().filter(|(at, term)| stored(term) && found(*at)).count();
    let ordinary = kept().any(|(at, term)| found(at) && !call.base.meanings.is_stored_name(term) && !term.named);
    #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
    let explained = explained as f32 / told.max(1) as f32;
    let whole =
        is_whole(call, lookup, hit.entry, &|term, actor| names(call, term, actor) || inflects(call, term, actor));
    (!strange && ordinary).then_some(Held {
        entry: hit.entry,
        explained,
        line: explained,
        opposite: false,
        whole,
        unexplained: Vec::new(),
        narrower: false,
    })
}

fn is_told(entry: EntryId) -> bool {
    matches!(entry, EntryId::Fact(_) | EntryId::Event(_) | EntryId::Relation(_))
}

fn is_dated(term: &Term) -> bool {
    matches!(term.usage, Use::Date | Use::Bound)
}

/// Whether a text names all whom a statement is about, and one of those with them. Who leads a state stands for it.
fn is_whole(call: Call<'_>, lookup: &Lookup, entry: EntryId, is_name: &dyn Fn(&Term, ActorId) -> bool) -> bool {
    let knowledge = call.knowledge();
    let named = |actor: ActorId| lookup.reading.terms.iter().any(|term| is_name(term, actor));
    let led = |actor: ActorId| {
        let mut ties = knowledge.relations_of(actor).iter().map(|&tie| &knowledge[tie]);
        ties.any(|tie| tie.to == actor && tie.office.is_some() && named(tie.from))
    };
    let is_named = |entry: &EntryId| entry.actor().is_none_or(|actor| named(actor) || led(actor));
    match entry {
        EntryId::Fact(id) => {
            let fact = &knowledge[id];
            fact.about.iter().all(is_named) && (fact.with.is_empty() || fact.with.iter().any(is_named))
        }
        EntryId::Relation(id) => [knowledge[id].from, knowledge[id].to].into_iter().all(named),
        _ => true,
    }
}

/// The words of an actor's names.
fn names_of(knowledge: &Knowledge, actor: ActorId) -> impl Iterator<Item = String> {
    let entry = &knowledge[actor];
    std::iter::once(&entry.name).chain(&entry.aliases).flat_map(|name| name.split_whitespace()).map(str::to_lowercase)
}

/// Whether a word is one of an actor's names, or part of one.
fn names(call: Call<'_>, term: &Term, actor: ActorId) -> bool {
    let word = term.written.to_lowercase();
    call.base.meanings.actor(term) == Some(actor)
        || (word.chars().count() > 2 || term.written.chars().all(char::is_uppercase))
            && names_of(call.knowledge(), actor).any(|name| name == word)
}

/// Letters at the end of a name that may change with its case.
const ENDING: usize = 3;
const SHORTEST_STEM: usize = 4;

/// Whether a word is one of an actor's names in another case: "Беларуси" for "Беларусь".
fn inflects(call: Call<'_>, term: &Term, actor: ActorId) -> bool {
    let word = term.written.to_lowercase();
    names_of(call.knowledge(), actor).any(|name| {
        let shared = name.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
        let longest = name.chars().count().max(word.chars().count());
        shared >= SHORTEST_STEM && shared + ENDING >= longest
    })
}

/// The figures of an entry: that which it is about, if there is one, and all in its text.
pub(super) fn stored(call: Call<'_>, entry: EntryId) -> (Option<Quantity>, Vec<Quantity>) {
    let knowledge: &Knowledge = call.knowledge();
    let text = statement_of(knowledge, entry);
    let mut all = figures(call, text);
    let value = entry.fact().and_then(|id| {
        let fact = &knowledge[id];
        let unit = fact.aspect.and_then(|aspect| knowledge[aspect].unit.as_deref()).unwrap_or_default();
        fact.value.map(|value| Quantity::stored(value, unit, Bound::Exact))
    });
    let Some(mut value) = value else {
        let only = if let [only] = all.as_slice() { Some(only.clone()) } else { None };
        return (only, all);
    };
    // How exact it is, its text tells.
    if let Some(written) = all.iter().find(|written| written.is_comparable(&value) && written.agrees(&value)) {
        value.bound = written.bound;
    }
    all.push(value.clone());
    (Some(value), all)
}
