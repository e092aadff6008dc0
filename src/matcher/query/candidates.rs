//! From a question to the entries worth scoring: the senses of its terms get their postings, and the best few pass.
//!
//! Only postings in scope are read, the most telling words first and names before texts, up to a fixed number, so that a
//! question costs about the same whatever is stored. Of a word with more entries than that, those are taken that other
//! words of the question or its period share. What the chosen entries are worth exactly is worked out in `score`.

use super::pool::{MOST_POSTINGS, Pool, SCORED, Walk, is_dated};
use super::senses::Senses;
use crate::matcher::index::View;
use crate::matcher::index::postings::Posting;
use crate::matcher::query::question::Question;

/// Steps spent on lists that are too long to walk, to credit the entries that shorter lists brought.
const MOST_STEPS: usize = 12_000;

/// Postings of other words that are read to choose from a list that is too long to walk.
const MOST_COMPARED: usize = 100_000;

/// Entries with the very name that was typed that are sure to be scored; more of them are no better.
const SPELT: usize = SCORED / 2;

/// The entries in scope that share words with the question, at most `SCORED`: those that are spelt so, then the most
/// promising first.
pub(in crate::matcher) fn gather(view: View<'_>, question: &Question, senses: &Senses) -> Vec<u32> {
    let walks = walks(view, senses);
    let mut pool = Pool::new(walks.iter().map(|walk| walk.postings.len()).sum());
    let (mut room, mut steps) = (MOST_POSTINGS, MOST_STEPS);
    for (number, walk) in walks.iter().enumerate() {
        if walk.postings.len() <= room {
            walk.postings.iter().for_each(|posting| pool.add(*posting, walk));
            room -= walk.postings.len();
        } else if pool.is_empty() {
            let chosen = choose(view, question, walk, walks.get(number + 1..).unwrap_or_default());
            for posting in &chosen {
                pool.add(*posting, walk);
            }
            room -= chosen.len();
        } else if let Some(left) = steps.checked_sub(pool.steps(walk)) {
            steps = left;
            pool.update(walk);
        }
    }
    let spelt = senses.spelt.iter().flat_map(|words| view.spelt(words));
    let mut entries: Vec<u32> = spelt.take(SPELT).collect();
    entries.dedup();
    pool.credit_days(view, question, senses);
    for entry in pool.best(senses) {
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries.truncate(SCORED);
    entries
}

/// Of a list that is too long to walk, half of the postings that are read at most: those that the most other terms and
/// the period share, then those of which the word makes the most.
fn choose(view: View<'_>, question: &Question, walk: &Walk<'_>, others: &[Walk<'_>]) -> Vec<Posting> {
    let mut shared = vec![0_u32; view.index.entries.len()];
    let mut left = MOST_COMPARED;
    for other in others.iter().filter(|other| other.sense.terms() & walk.sense.terms() == 0) {
        left = left.saturating_sub(other.postings.len());
        for posting in other.postings.iter().filter(|_| left > 0) {
            shared[posting.entry as usize] |= other.sense.terms();
        }
    }
    let rank = |posting: &Posting| {
        let shared = shared.get(posting.entry as usize).map_or(0, |terms| terms.count_ones());
        (shared + u32::from(is_dated(view, question, posting.entry)), posting.share, posting.boost)
    };
    let mut chosen: Vec<((u32, u8, u8), Posting)> =
        walk.postings.iter().map(|posting| (rank(posting), *posting)).collect();
    if chosen.len() > MOST_POSTINGS / 2 {
        chosen.select_nth_unstable_by(MOST_POSTINGS / 2, |(a, one), (b, other)| {
            b.cmp(a).then(one.entry.cmp(&other.entry))
        });
        chosen.truncate(MOST_POSTINGS / 2);
    }
    chosen.into_iter().map(|(_, posting)| posting).collect()
}

/// The lists of all senses, the most telling first: a term's exact word before its look-alikes, rare terms before common,
/// names before texts.
fn walks<'i>(view: View<'i>, senses: &Senses) -> Vec<Walk<'i>> {
    let mut walks = Vec::with_capacity(2 * senses.by_word.len());
    for &sense in &senses.by_word {
        let fit = sense.likeness * sense.likeness;
        let gain = fit * senses.weight(sense);
        for (list, names) in view.partitions().flat_map(|part| [(&part.names, true), (&part.texts, false)]) {
            let postings = list.of(sense.word);
            if !postings.is_empty() {
                walks.push(Walk { sense, postings, names, fit, gain });
            }
        }
    }
    walks.sort_by(|a, b| {
        let names = b.names.cmp(&a.names);
        let length = a.postings.len().cmp(&b.postings.len());
        b.gain.total_cmp(&a.gain).then(names).then(length).then(a.sense.word.cmp(&b.sense.word))
    });
    walks
}
