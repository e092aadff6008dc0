//! The entries found so far for one question, with rough scores; the best few become candidates.

use super::question::Question;
use super::senses::{Sense, Senses, terms};
use crate::matcher::MOST_HITS;
use crate::matcher::index::View;
use crate::matcher::index::postings::Posting;
use crate::matcher::text::term::Use;

/// Entries that are scored exactly.
pub(in crate::matcher) const SCORED: usize = 40;

/// Postings that are walked for one question. Two common given names and their look-alikes fit in.
pub(super) const MOST_POSTINGS: usize = 3000;

/// Beyond those that are listed, an entry is scored only if its rough score is at least this share of the best one's.
const PROMISING: f32 = 0.5;

/// Steps of one search in a long list.
const SEARCH: usize = 8;

/// Share of the question in the rough score, the rest being the share of the name.
const ROUGH_QUESTION: f32 = 0.6;

/// One list of postings to walk.
pub(super) struct Walk<'i> {
    pub(super) sense: Sense,
    pub(super) postings: &'i [Posting],
    /// They are of names, not of texts.
    pub(super) names: bool,
    /// Likeness squared: nearly right words must not add up to a right one.
    pub(super) fit: f32,
    /// `fit` times the weight of the terms.
    pub(super) gain: f32,
}

/// Whether an entry has a date in the period that the question speaks of.
pub(super) fn is_dated(view: View<'_>, question: &Question, entry: u32) -> bool {
    let days = || view.index.entry(entry).and_then(|entry| entry.days);
    question.period.is_some_and(|period| days().is_some_and(|days| period.overlaps(days)))
}

/// What is known so far of one entry.
#[derive(Clone, Copy)]
struct Tally {
    entry: u32,
    /// Terms that were found, one bit each.
    terms: u32,
    question: f32,
    name: f32,
}

/// The entries found so far, with a hash table over them that never grows.
pub(super) struct Pool {
    slots: Vec<Tally>,
    table: [u16; TABLE],
}

/// Places in the table, a power of two: every posting walked may bring a new entry, and a quarter stays free.
const TABLE: usize = 4096;

const FREE: u16 = u16::MAX;

impl Pool {
    /// A pool for the entries of so many postings.
    pub(super) fn new(postings: usize) -> Pool {
        Pool { slots: Vec::with_capacity(postings.min(MOST_POSTINGS)), table: [FREE; TABLE] }
    }

    /// Whether nothing was found yet.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The place of an entry in the table, or the free one that it would get.
    fn place(&self, entry: u32) -> usize {
        let mut at = (entry.wrapping_mul(0x9e37_79b9) >> (32 - TABLE.trailing_zeros())) as usize;
        while self.slots.get(usize::from(self.table[at])).is_some_and(|slot| slot.entry != entry) {
            at = (at + 1) % TABLE;
        }
        at
    }

    pub(super) fn add(&mut self, posting: Posting, walk: &Walk<'_>) {
        let place = self.place(posting.entry);
        if self.table[place] == FREE {
            self.table[place] = u16::try_from(self.slots.len()).unwrap_or(FREE);
            self.slots.push(Tally { entry: posting.entry, terms: 0, question: 0.0, name: 0.0 });
        }
        if let Some(slot) = self.slots.get_mut(usize::from(self.table[place])) {
            slot.credit(posting, walk);
        }
    }

    /// What it costs to update with a list: its length, or a search in it for each entry here, whichever is less.
    pub(super) fn steps(&self, walk: &Walk<'_>) -> usize {
        walk.postings.len().min(self.slots.len() * SEARCH)
    }

    /// Credits only entries that are here already; the list would bring too many.
    pub(super) fn update(&mut self, walk: &Walk<'_>) {
        if walk.postings.len() <= self.slots.len() * SEARCH {
            for posting in walk.postings {
                let place = self.place(posting.entry);
                if let Some(slot) = self.slots.get_mut(usize::from(self.table[place])) {
                    slot.credit(*posting, walk);
                }
            }
            return;
        }
        for slot in &mut self.slots {
            if slot.terms & walk.sense.terms() == 0
                && let Ok(found) = walk.postings.binary_search_by_key(&slot.entry, |posting| posting.entry)
                && let Some(posting) = walk.postings.get(found)
            {
                slot.credit(*posting, walk);
            }
        }
    }

    /// Credits the words of a date to the entries of that date.
    pub(super) fn credit_days(&mut self, view: View<'_>, question: &Question, senses: &Senses) {
        if question.period.is_none() {
            return;
        }
        for slot in &mut self.slots {
            if is_dated(view, question, slot.entry) {
                let dates = (0..).zip(&question.terms).zip(&senses.weights).filter(|((number, term), _)| {
                    matches!(term.usage, Use::Date | Use::Bound) && slot.terms & terms(*number, 1) == 0
                });
                slot.question += dates.map(|(_, weight)| weight).sum::<f32>();
            }
        }
    }

    /// The most promising entries, best first.
    pub(super) fn best(self, senses: &Senses) -> Vec<u32> {
        let mut found: Vec<(f32, u32)> = self
            .slots
            .into_iter()
            .map(|slot| {
                let question = slot.question / senses.mass.max(f32::MIN_POSITIVE);
                (ROUGH_QUESTION * question + (1.0 - ROUGH_QUESTION) * slot.name.min(1.0), slot.entry)
            })
            .collect();
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if found.len() > SCORED {
            found.select_nth_unstable_by(SCORED, order);
            found.truncate(SCORED);
        }
        found.sort_unstable_by(order);
        let least = PROMISING * found.first().map_or(0.0, |(best, _)| *best);
        let promising = found.iter().take_while(|(score, _)| *score >= least).count();
        found.truncate(promising.max(MOST_HITS));
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

impl Tally {
    /// Senses come likest first, so the first that a term brings to an entry is its best.
    fn credit(&mut self, posting: Posting, walk: &Walk<'_>) {
        if self.terms & walk.sense.terms() == 0 {
            self.terms |= walk.sense.terms();
            self.question += walk.gain * f32::from(posting.boost) / 255.0;
            self.name += walk.fit * f32::from(posting.share) / 255.0;
        }
    }
}
