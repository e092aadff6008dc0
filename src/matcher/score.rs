//! What an entry is worth as an answer to a question, and why.
//!
//! The words of the question are assigned to the words of a name one to one, and what the name leaves over may be found in
//! the entry's texts and days. How much of the question is explained and how much of the name is named make the score.
//! Whether it is enough to answer is left to `decide`.

use super::Field;
use super::gather::{Sense, Senses};
use super::index::{Entry, Index, Name};
use super::question::{Question, Use};

/// An entry with its score.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    pub(super) entry: u32,
    /// From 0 to 1.
    pub(super) score: f32,
    /// Share of the question's weight that the entry explains.
    pub(super) question: f32,
    /// Share of the name's weight that the question names.
    pub(super) name: f32,
    /// Likeness of the whole texts, letter by letter.
    pub(super) whole: f32,
    /// Which of the entry's names it was, if it has any.
    pub(super) which: Option<u32>,
    /// What each term found.
    pub(super) finds: Vec<Find>,
}

/// What one term found in an entry.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Find {
    pub(super) term: u8,
    pub(super) word: u32,
    pub(super) likeness: f32,
    pub(super) place: Place,
}

/// Where a term was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In a name, title or label.
    Name,
    /// In a text.
    Text(Field),
    /// In the entry's days.
    Days,
}

/// How the parts of a score are mixed.
struct Mix {
    question: f32,
    name: f32,
    whole: f32,
}

/// For half-remembered names: what is typed is the name, so its letters count as a whole.
const LOOKUP: Mix = Mix { question: 0.45, name: 0.3, whole: 0.25 };

/// For sentences: most of their words belong to no name, and a name that stands there whole is what they are about.
const SENTENCE: Mix = Mix { question: 0.55, name: 0.45, whole: 0.0 };

/// Lost by an alias against a name that fits as well.
const ALIAS: f32 = 0.004;

/// Lost when the words stand in another order than in the name.
const DISORDER: f32 = 0.02;

/// What is left of the score of an entry whose days the question rules out.
const OTHER_DAYS: f32 = 0.6;

/// Most that being well known adds: enough to part equals.
const FAME: f32 = 0.01;

/// Added when the entry can answer what is asked for: it parts a dated entry from an undated one.
const ANSWERS: f32 = 0.02;

/// Scores entry number `number`.
pub(super) fn score(index: &Index, question: &Question, senses: &Senses, number: u32) -> Option<Scored> {
    let entry = index.entry(number)?;
    let around = around(index, question, senses, entry);
    let names = index.names(entry);
    let mix = if question.sentence { &SENTENCE } else { &LOOKUP };
    let mut best: Option<Scored> = None;
    let by_name = (0..).zip(names).map(|(at, name)| (Some(at), assign(index, senses, name), Some(name)));
    let unnamed = names.is_empty().then_some((None, Assigned::default(), None));
    for (which, assigned, name) in by_name.chain(unnamed) {
        if name.is_some() && assigned.finds.is_empty() && around.is_empty() {
            continue;
        }
        let scored = mixed(question, senses, &assigned, name, &around, mix);
        if best.as_ref().is_none_or(|best| scored.score > best.score) {
            best = Some(Scored { entry: number, which, ..scored });
        }
    }
    let mut best = best?;
    best.score = settle(best.score, question, entry, names.len());
    Some(best)
}

/// Blends in the likeness of the whole texts; only for the few best, since it compares letter by letter.
pub(super) fn refine(index: &Index, question: &Question, scored: &mut Scored) {
    if question.sentence {
        return;
    }
    let Some(name) = index
        .entry(scored.entry)
        .and_then(|entry| scored.which.and_then(|which| index.names(entry).get(which as usize)))
    else {
        return;
    };
    scored.whole = whole(index, question, scored, name);
    scored.score += LOOKUP.whole * scored.whole;
}

/// Days and fame are weighed last.
fn settle(score: f32, question: &Question, entry: &Entry, names: usize) -> f32 {
    let ruled_out = match (question.period, entry.days) {
        (Some(period), Some(days)) => !period.overlaps(days),
        _ => false,
    };
    let known = (entry.weight as f32 + names as f32).ln_1p() / 10.0;
    let answers = question.slot.is_some_and(|slot| entry.slots.has(slot));
    let score = score + FAME * known.min(1.0) + if answers { ANSWERS } else { 0.0 };
    if ruled_out { score * OTHER_DAYS } else { score }
}

/// The words of a name given to terms.
#[derive(Default)]
struct Assigned {
    finds: Vec<Find>,
    terms: u32,
    /// Share of the name's weight.
    name: f32,
    /// Weight of the question.
    question: f32,
    ordered: bool,
}

fn assign(index: &Index, senses: &Senses, name: &Name) -> Assigned {
    let words = index.words(name);
    let mut pairs: Vec<(Sense, usize)> = Vec::new();
    for (at, &word) in words.iter().enumerate() {
        pairs.extend(senses.of(word).map(|&sense| (sense, at)));
    }
    if pairs.is_empty() {
        return Assigned::default();
    }
    pairs.sort_unstable_by(|(a, at), (b, bt)| {
        b.likeness.total_cmp(&a.likeness).then(b.span.cmp(&a.span)).then(a.term.cmp(&b.term)).then(at.cmp(bt))
    });
    let mut assigned = Assigned { ordered: true, ..Assigned::default() };
    let mut taken = 0_u32;
    let mut places: Vec<(u8, usize)> = Vec::new();
    for (sense, at) in pairs {
        let mask = ((1_u32 << sense.span) - 1) << (sense.term & 31);
        if assigned.terms & mask != 0 || taken & (1 << at) != 0 {
            continue;
        }
        assigned.terms |= mask;
        taken |= 1 << at;
        places.push((sense.term, at));
        let fit = sense.likeness * sense.likeness;
        assigned.name += fit * index.weights(sense.word).in_names / name.mass.max(f32::MIN_POSITIVE);
        for term in sense.term..sense.term + sense.span {
            assigned.question += fit * senses.weights.get(usize::from(term)).copied().unwrap_or_default();
        }
        assigned.finds.push(Find { term: sense.term, word: sense.word, likeness: sense.likeness, place: Place::Name });
    }
    places.sort_unstable();
    assigned.ordered = places.is_sorted_by_key(|(_, at)| *at);
    assigned
}

/// What the terms find in an entry's texts and days: the gain of each term, with where it was found.
fn around(index: &Index, question: &Question, senses: &Senses, entry: &Entry) -> Vec<(f32, Find)> {
    let mut around: Vec<(f32, Find)> = Vec::new();
    for bag in index.bag(entry) {
        for sense in senses.of(bag.word).filter(|sense| sense.span == 1) {
            let weight = senses.weights.get(usize::from(sense.term)).copied().unwrap_or_default();
            let worth = f32::from(bag.field.worth()) / 255.0;
            let gain = sense.likeness * sense.likeness * worth * weight;
            let find =
                Find { term: sense.term, word: sense.word, likeness: sense.likeness, place: Place::Text(bag.field) };
            around.push((gain, find));
        }
    }
    if let (Some(period), Some(days)) = (question.period, entry.days)
        && period.overlaps(days)
    {
        for (term, _) in (0..).zip(&question.terms).filter(|(_, term)| term.usage == Use::Date) {
            let gain = senses.weights.get(usize::from(term)).copied().unwrap_or_default();
            around.push((gain, Find { term, word: u32::MAX, likeness: 1.0, place: Place::Days }));
        }
    }
    around.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.term.cmp(&b.1.term)).then(a.1.word.cmp(&b.1.word)));
    around
}

fn mixed(
    question: &Question,
    senses: &Senses,
    assigned: &Assigned,
    name: Option<&Name>,
    around: &[(f32, Find)],
    mix: &Mix,
) -> Scored {
    let mut finds = assigned.finds.clone();
    let mut terms = assigned.terms;
    let mut gained = assigned.question;
    for (gain, find) in around {
        let mask = 1_u32 << (find.term & 31);
        if terms & mask == 0 {
            terms |= mask;
            gained += gain;
            finds.push(*find);
        }
    }
    finds.sort_unstable_by_key(|find| find.term);
    let explained = (gained / senses.mass.max(f32::MIN_POSITIVE)).min(1.0);
    let named = assigned.name.min(1.0);
    let mut score = mix.question * explained + mix.name * named;
    if name.is_none() {
        score = explained * (mix.question + mix.name);
    }
    if name.is_some_and(|name| name.alias) {
        score -= ALIAS;
    }
    if !assigned.finds.is_empty() && !assigned.ordered && !question.sentence {
        score -= DISORDER;
    }
    Scored { entry: 0, score, question: explained, name: named, whole: 0.0, which: None, finds }
}

/// Likeness of the whole question and the whole name without spaces, the words in the order of the name.
fn whole(index: &Index, question: &Question, scored: &Scored, name: &Name) -> f32 {
    let mut asked = String::new();
    let mut kept = String::new();
    let mut used = 0_u32;
    for &word in index.words(name) {
        kept.push_str(index.lexicon.word(word));
        let find = scored
            .finds
            .iter()
            .find(|find| find.word == word && find.place == Place::Name && used & (1 << (find.term & 31)) == 0);
        if let Some(find) = find {
            used |= 1 << (find.term & 31);
            asked.push_str(question.terms.get(usize::from(find.term)).map_or("", |term| &term.folded));
        }
    }
    for (at, term) in question.terms.iter().enumerate() {
        if used & (1 << (at & 31)) == 0 && term.usage != Use::Dropped {
            asked.push_str(&term.folded);
        }
    }
    let longer = asked.len().max(kept.len()).max(1);
    1.0 - strsim::osa_distance(&asked, &kept) as f32 / longer as f32
}
