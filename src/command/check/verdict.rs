//! Whether a claim agrees with what is stored.
//!
//! Owns the verdicts. A claim differs only from what speaks of the very same thing; anything less is shown beside it, or
//! nothing is said.

use super::claim::{Claim, Figure};
use super::held::{Held, MOSTLY, is_then, length, on, stored};
use super::quantity::Quantity;
use super::token::tokens;
use crate::command::Call;
use crate::command::evidence::{date, days};
use crate::knowledge::EntryId;
use crate::matcher::{Period, stem};

/// How a claim stands to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// The entry has another figure or date, or gives those named the other parts.
    Differs,
    /// The entry has this figure or date.
    Agrees,
    /// The entry is on the same matter, and nothing can be compared.
    Beside,
}

/// What an entry says on a part of a message.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) verdict: Verdict,
    pub(super) entry: EntryId,
    /// The part of the message, where it is at hand.
    pub(super) written: String,
}

/// An entry is on the matter of a claim when it explains so much of it.
const SAME: f32 = 0.6;

/// It is on the very same matter when it explains so much, and the two are so like as a whole. Of twenty false figures none lies
/// below .64; a population, which is near to the number of those in prison, has .32.
const VERY_SAME: f32 = 0.75;
const LIKE: f32 = 0.5;
const HALF_LIKE: f32 = 0.4;

/// Without a figure or a date, only what is as like as this can say the opposite of a claim.
const VERY_LIKE: f32 = 0.8;

/// What happened once has a date; what explains nearly as much as the best may have happened again.
const AS_GOOD: f32 = 0.1;

/// A year, in days, for the years around a date.
const YEAR: i32 = 366;

/// What the fact base has on a claim; nothing where it has nothing.
pub(super) fn findings(call: Call<'_>, claim: &Claim) -> Vec<Finding> {
    if !claim.figures.is_empty() {
        let held = on(call, &claim.matter, claim.period);
        let found = claim.figures.iter().filter_map(|figure| {
            let (verdict, entry) = of_figure(call, &held, claim, figure)?;
            Some(Finding { verdict, entry, written: figure.written.clone() })
        });
        let mut found: Vec<Finding> = found.collect();
        // The date of an event is told beside a figure of which nothing is held.
        if let (true, Some(period)) = (found.is_empty(), claim.period) {
            let dated = of_date(call, claim, period);
            let agrees = dated.filter(|(verdict, entry)| *verdict == Verdict::Agrees && entry.event().is_some());
            found.extend(agrees.map(|(verdict, entry)| Finding { verdict, entry, written: claim.date.clone() }));
        }
        return found;
    }
    let found = match claim.period {
        Some(period) => of_date(call, claim, period).map(|found| (found, &claim.date)),
        None => of_parts(&on(call, &claim.matter, None)).map(|found| (found, &claim.written)),
    };
    found.into_iter().map(|((verdict, entry), written)| Finding { verdict, entry, written: written.clone() }).collect()
}

/// Whether an entry speaks of the very same thing.
fn is_very_same(held: &Held) -> bool {
    held.explained >= VERY_SAME && held.line >= LIKE && held.whole
}

/// What is stored on one figure of a claim.
fn of_figure(call: Call<'_>, held: &[Held], claim: &Claim, figure: &Figure) -> Option<(Verdict, EntryId)> {
    let same = |stored: &Quantity| figure.quantity.is_comparable(stored) && figure.quantity.agrees(stored);
    let tells = |held: &&Held| figure.counted.as_ref().is_none_or(|counted| held.tells_of(counted)) && !held.narrower;
    let on_matter = || held.iter().filter(|held| held.explained >= SAME && held.line >= HALF_LIKE).filter(tells);
    let agreeing = || on_matter().filter(|held| stored(call, held.entry).1.iter().any(same));
    if let Some(found) = agreeing().find(|held| held.whole && !held.opposite) {
        return Some((Verdict::Agrees, found.entry));
    }
    if let Some(found) = agreeing().find(|held| held.opposite) {
        return Some((Verdict::Differs, found.entry));
    }
    // What another figure of the claim agrees with is that one's.
    let taken = |stored: &Quantity| {
        let others = claim.figures.iter().map(|other| &other.quantity);
        others.filter(|other| other.is_comparable(stored)).any(|other| other.agrees(stored))
    };
    let has_other = |held: &&Held| {
        stored(call, held.entry).0.is_some_and(|stored| figure.quantity.is_comparable(&stored) && !taken(&stored))
    };
    let best = on_matter().map(|held| held.explained).fold(0.0, f32::max);
    let very_same = |held: &&Held| is_very_same(held) && held.explained >= best - AS_GOOD && !held.opposite;
    let differing: Vec<&Held> = on_matter().filter(very_same).filter(has_other).collect();
    let first = differing.first()?;
    // Without a date, one of several figures may be meant.
    let time = |held: &Held| days(call.knowledge(), held.entry);
    let several = claim.period.is_none() && differing.iter().any(|held| time(held) != time(first));
    Some((if several { Verdict::Beside } else { Verdict::Differs }, first.entry))
}

/// Stems of words for what happens again and again.
#[rustfmt::skip]
const REPEATED: [&str; 22] = [
    "visit", "go", "went", "come", "came", "fli", "flew", "travel", "arriv", "trip", "tour", "return", "receiv", "host", "meet",
    "met", "talk", "sign", "spoke", "won", "elect", "attend",
];

/// What is stored on when something was. What happens again and again has another date only around the one that is given.
fn of_date(call: Call<'_>, claim: &Claim, period: Period) -> Option<(Verdict, EntryId)> {
    let then = on(call, &claim.matter, Some(period));
    let mut same = then.iter().filter(|held| is_very_same(held) && !held.opposite && !held.narrower);
    if let Some(held) = same.clone().find(|held| is_just_then(call, held.entry, period)) {
        return Some((Verdict::Agrees, held.entry));
    }
    let near = |days: (i32, i32)| {
        days.0 <= period.last.saturating_add(YEAR / 2) && period.first.saturating_sub(YEAR / 2) <= days.1
    };
    let around = dated(call, &format!("{} {}", claim.timeless, claim.years()), &near);
    if let Some(entry) = once(&around) {
        return Some((verdict_of(call, entry, period, Verdict::Differs), entry));
    }
    // In which month it was, says nothing of the day.
    if let Some(held) = same.next() {
        return Some((Verdict::Beside, held.entry));
    }
    let again = tokens(&claim.timeless).iter().any(|word| REPEATED.contains(&&*stem(&word.text.to_lowercase())));
    let other = if again { Verdict::Beside } else { Verdict::Differs };
    if let Some(entry) = once(&dated(call, &claim.timeless, &|_| true)) {
        return Some((verdict_of(call, entry, period, other), entry));
    }
    let reversed =
        then.iter().find(|held| is_very_same(held) && held.opposite && is_just_then(call, held.entry, period));
    reversed.map(|held| (Verdict::Differs, held.entry))
}

/// The verdict on an entry on the very matter: `other` where it is of another time.
fn verdict_of(call: Call<'_>, entry: EntryId, period: Period, other: Verdict) -> Verdict {
    let is_then = days(call.knowledge(), entry).is_some_and(|days| is_then(period, days));
    match (is_just_then(call, entry, period), is_then) {
        (true, _) => Verdict::Agrees,
        (false, true) => Verdict::Beside,
        (false, false) => other,
    }
}

/// Whether an entry's date tells no less than a period: most of its days lie in it, or it names its days and the period is
/// among them.
fn is_just_then(call: Call<'_>, entry: EntryId, period: Period) -> bool {
    let Some(date) = date(call.knowledge(), entry) else { return false };
    let (mut parts, days) = (date.edtf().split('/'), date.days());
    let names_days = parts.all(|part| part.len() >= "2013-11-20".len());
    is_then(period, days) && (period.fit(days) >= MOSTLY || names_days)
}

/// What is stored on the very matter of a text, with its days, where these are no more than a year.
fn dated(call: Call<'_>, text: &str, fits: &dyn Fn((i32, i32)) -> bool) -> Vec<(EntryId, (i32, i32))> {
    let held = on(call, text, None);
    let best = held.iter().map(|held| held.explained).fold(0.0, f32::max);
    let same = held
        .iter()
        .filter(|held| is_very_same(held) && held.explained >= best - AS_GOOD && !held.opposite && !held.narrower);
    let dated = same.filter_map(|held| Some((held.entry, days(call.knowledge(), held.entry)?)));
    dated.filter(|(_, days)| length(*days) <= i64::from(YEAR) && fits(*days)).collect()
}

/// The first of some entries, where all are of one time.
fn once(dated: &[(EntryId, (i32, i32))]) -> Option<EntryId> {
    let (entry, days) = dated.first()?;
    dated.iter().all(|(_, other)| other.0 <= days.1 && days.0 <= other.1).then_some(*entry)
}

/// What is stored on who did what, where there is neither figure nor date.
fn of_parts(held: &[Held]) -> Option<(Verdict, EntryId)> {
    if let Some(found) = held.iter().find(|held| held.opposite && held.explained >= VERY_SAME && held.line >= VERY_LIKE)
    {
        return Some((Verdict::Differs, found.entry));
    }
    held.iter().find(|held| is_very_same(held) && !held.opposite).map(|held| (Verdict::Beside, held.entry))
}
