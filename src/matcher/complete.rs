//! Completion: what entries a half-typed name may become.
//!
//! Every typed word is taken for the start of a stored word. Since stored words are numbered by the alphabet, the words
//! with one start are a range of numbers, and their postings lie side by side: of the names in scope, those of the typed
//! word with the fewest are walked, and only what the others have too is looked at. Only when that finds too little, starts
//! with one slip of the finger are tried. Whole questions are left to `find`.

use super::{Hit, Why};
use crate::matcher::index::lexicon::Lexicon;
use crate::matcher::index::postings::Posting;
use crate::matcher::index::tables::Sieve;
use crate::matcher::index::{Entry, Index, Partition, View};
use crate::matcher::text::normalize::{LONGEST_NAME, LONGEST_WORD, Words};
use std::ops::Range;

/// The stored words that a typed word may start.
struct Starts {
    /// Letters typed.
    typed: usize,
    /// Ranges of words with what they cost; apart and in order.
    ranges: Vec<(Range<u32>, f32)>,
}

/// Entries that are rated for one completion: of more, those of whose name the typed start makes the most.
const MOST_RATED: usize = 1500;

/// Shortest typed word in which a slip is looked for.
const SHORTEST_SLIPPED: usize = 3;

/// Cost of two letters that changed places, of a letter too many or missing, and of a wrong letter, as shares of a word.
const SWAPPED: f32 = 0.10;
const EXTRA: f32 = 0.12;
const WRONG: f32 = 0.14;

/// Cost of a slip in the first letter, on top.
const FIRST: f32 = 0.05;

/// Cost of a wrong last letter, on top: without it, next to nothing was typed.
const LAST: f32 = 0.10;

/// Value of words in the order of the name.
const ORDERED: f32 = 0.15;

/// Value of a name that starts with the first typed word.
const FROM_START: f32 = 0.15;

/// Value of naming the whole name.
const COVERED: f32 = 0.2;

/// Lost by an alias: what is listed is the name, and the choice should be seen to continue what was typed.
const ALIAS: f32 = 0.2;

/// Value of being well known, against equals.
const PRIOR: f32 = 0.02;

/// From this value on the name was typed whole: an alias is then as good as a name.
const WHOLE: f32 = 1.0 - PRIOR - 0.001;

/// The entries in scope that `typed` may be the start of, best first.
pub(super) fn complete(view: View<'_>, typed: &str, limit: usize) -> Vec<Hit> {
    let mut words = Words::default();
    words.read_typed(typed);
    let words: Vec<&str> = words.iter().take(LONGEST_NAME).map(|word| word.start(LONGEST_WORD)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let lexicon = &view.index.lexicon;
    let exact: Vec<Starts> = words.iter().map(|word| Starts::exact(lexicon, word)).collect();
    let whole: Option<Vec<u32>> = words.iter().map(|word| lexicon.exact(word)).collect();
    let mut hits =
        walk(view, &exact, whole.iter().flat_map(|words| view.spelt(words)).take(MOST_COMPLETIONS).collect());
    if hits.len() < limit.min(ENOUGH) {
        let last = words.len() - 1;
        let near = words.iter().enumerate().map(|(at, word)| Starts::near(lexicon, word, at == last));
        let near: Vec<Starts> = near.collect();
        for hit in walk(view, &near, Vec::new()) {
            if !hits.iter().any(|known| known.entry == hit.entry) {
                hits.push(hit);
            }
        }
    }
    hits.truncate(limit);
    hits
}

/// With so many plain completions, slips are not looked for.
const ENOUGH: usize = 5;

/// The best known entries in scope, for an empty input.
pub(super) fn first(view: View<'_>, limit: usize) -> Vec<Hit> {
    let known = view.index.best_known.iter().filter_map(|&number| view.index.entry(number));
    let entries = known.filter(|entry| view.scope.has(entry.id.kind())).take(limit);
    entries.map(|entry| Hit { entry: entry.id, score: 0.0, why: Why::default() }).collect()
}

/// Scores the entries in which every typed word starts a word of one name, and those in `entries`.
fn walk(view: View<'_>, starts: &[Starts], mut entries: Vec<u32>) -> Vec<Hit> {
    let mut by_rarity: Vec<&Starts> = starts.iter().collect();
    by_rarity.sort_by_cached_key(|start| start.lists(view).map(|(_, list)| list.len()).sum::<usize>());
    let Some((rarest, others)) = by_rarity.split_first() else {
        return Vec::new();
    };
    // So that the entries of one typed word can be held against those of the others without being looked at.
    let sieves: Vec<Sieve> = others.iter().map(|start| start.sieve(view)).collect();
    let named = rarest.lists(view).flat_map(|(cost, list)| list.iter().map(move |posting| (cost, posting)));
    let likely = named.filter(|(_, posting)| sieves.iter().all(|sieve| sieve.may_have(posting.entry)));
    let mut likely: Vec<(f32, &Posting)> = likely.collect();
    if likely.len() > MOST_RATED {
        likely.select_nth_unstable_by(MOST_RATED, |(a, one), (b, other)| {
            a.total_cmp(b).then(other.share.cmp(&one.share)).then(one.entry.cmp(&other.entry))
        });
        likely.truncate(MOST_RATED);
    }
    entries.extend(likely.iter().map(|(_, posting)| posting.entry));
    entries.sort_unstable();
    entries.dedup();
    let mut hits: Vec<(f32, &Entry)> = entries
        .into_iter()
        .filter_map(|number| view.index.entry(number))
        .filter_map(|entry| Some((rate(view.index, starts, entry)?, entry)))
        .collect();
    hits.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.id.cmp(&b.1.id)));
    hits.truncate(MOST_COMPLETIONS);
    hits.iter().map(|(score, entry)| Hit { entry: entry.id, score: *score, why: Why::default() }).collect()
}

/// Bits of a sieve of entries, a power of two: exact for as many, and of twice as many still a good guess.
const SIEVE_BITS: usize = 131_072;

/// Most completions that anyone asks for.
const MOST_COMPLETIONS: usize = 50;

/// How well the best name of an entry continues what was typed, from 0 to 1; `None` if none does.
fn rate(index: &Index, starts: &[Starts], entry: &Entry) -> Option<f32> {
    let rates = index.names(entry).iter().filter_map(|name| {
        let rate = rate_name(starts, index.words(name), name.letters)?;
        Some(if name.number > 0 && rate < WHOLE { rate - ALIAS } else { rate }.max(0.0))
    });
    rates.max_by(f32::total_cmp).map(|rate| rate + PRIOR * entry.prior)
}

fn rate_name(starts: &[Starts], words: &[u32], letters: u16) -> Option<f32> {
    let mut taken = 0_u32;
    let mut cost = 0.0;
    let mut typed = 0;
    let mut ordered = true;
    let mut last = None;
    for start in starts {
        let fits = |at: usize| (taken & (1 << at) == 0).then(|| start.cost(words[at])).flatten();
        // The first fitting word after the last one taken, or else the first fitting one at all.
        let from = last.map_or(0, |last| last + 1);
        let later = (from..words.len()).find_map(|at| fits(at).map(|cost| (at, cost)));
        let (at, own) = later.or_else(|| (0..from).find_map(|at| fits(at).map(|cost| (at, cost))))?;
        ordered &= at >= from;
        last = Some(at);
        taken |= 1 << at;
        cost += own;
        typed += start.typed;
    }
    let from_start = taken & 1 == 1 && ordered;
    let value = 1.0 - ORDERED - FROM_START - COVERED - PRIOR - cost
        + if ordered { ORDERED } else { 0.0 }
        + if from_start { FROM_START } else { 0.0 }
        + COVERED * (typed as f32 / f32::from(letters.max(1))).min(1.0);
    Some(value.max(0.0))
}

impl Starts {
    /// The postings of the words in names in scope, with what the words cost.
    fn lists<'v>(&'v self, view: View<'v>) -> impl Iterator<Item = (f32, &'v [Posting])> {
        let lists = |partition: &'v Partition| {
            self.ranges.iter().map(move |(range, cost)| (*cost, partition.names.of_range(range)))
        };
        view.partitions().flat_map(lists)
    }

    /// The entries in scope that have one of the words in a name.
    fn sieve(&self, view: View<'_>) -> Sieve {
        let mut sieve = Sieve::new(SIEVE_BITS);
        self.lists(view).flat_map(|(_, list)| list).for_each(|posting| sieve.insert(posting.entry));
        sieve
    }

    fn exact(lexicon: &Lexicon, word: &str) -> Starts {
        Starts { typed: word.len(), ranges: vec![(lexicon.starting(word), 0.0)] }
    }

    /// All starts within one slip. `last`: more of the word may follow.
    fn near(lexicon: &Lexicon, word: &str, last: bool) -> Starts {
        let mut starts = Starts::exact(lexicon, word);
        if word.len() < SHORTEST_SLIPPED || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return starts;
        }
        let typed = word.as_bytes();
        let mut range = lexicon.all();
        for at in 0..typed.len() {
            starts.slips_at(lexicon, typed, at, &range);
            if at + 1 == typed.len() && !last {
                starts.ranges.push((range.clone(), EXTRA + LAST));
            }
            range = lexicon.narrow(range, at, typed[at]);
        }
        starts.part();
        starts
    }

    /// The slips at letter `at`, given the words that start with the letters before it.
    fn slips_at(&mut self, lexicon: &Lexicon, typed: &[u8], at: usize, range: &Range<u32>) {
        let first = if at == 0 { FIRST } else { 0.0 };
        let follow = |range: Range<u32>, depth: usize, rest: &[u8]| {
            rest.iter().zip(depth..).fold(range, |range, (&letter, depth)| lexicon.narrow(range, depth, letter))
        };
        let rest = typed.get(at + 1..).unwrap_or_default();
        if !rest.is_empty() {
            self.ranges.push((follow(range.clone(), at, rest), EXTRA + first));
        }
        if let [next, rest @ ..] = rest {
            let swapped = follow(range.clone(), at, &[*next, typed[at]]);
            self.ranges.push((follow(swapped, at + 2, rest), SWAPPED + first));
        }
        // Words that end here come first; they have no next letter.
        let mut left = lexicon.narrow(range.clone(), at, 0).end..range.end;
        while let Some(letter) = lexicon.letter(left.start, at).filter(|_| !left.is_empty()) {
            let with = lexicon.narrow(left.clone(), at, letter);
            left.start = with.end.max(left.start + 1);
            if letter != typed[at] {
                let last = if rest.is_empty() { LAST } else { 0.0 };
                self.ranges.push((follow(with.clone(), at + 1, rest), WRONG + first + last));
                self.ranges.push((follow(with, at + 1, &typed[at..]), EXTRA + first));
            }
        }
    }

    /// Parts the ranges, which are nested or apart, into ranges that are apart, each with its least cost.
    fn part(&mut self) {
        let mut ranges = std::mem::take(&mut self.ranges);
        ranges.retain(|(range, _)| !range.is_empty());
        ranges.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
        let mut open: Vec<(u32, f32)> = Vec::new();
        let mut at = 0;
        for (range, cost) in ranges {
            at = self.close(&mut open, at, range.start);
            let within = open.last().map_or(cost, |&(_, outer)| outer.min(cost));
            open.push((range.end, within));
        }
        self.close(&mut open, at, u32::MAX);
    }

    /// Puts down the open ranges, the innermost last, from `at` up to `until`.
    fn close(&mut self, open: &mut Vec<(u32, f32)>, mut at: u32, until: u32) -> u32 {
        while let Some(&(end, cost)) = open.last() {
            let stop = end.min(until);
            if at < stop {
                self.ranges.push((at..stop, cost));
                at = stop;
            }
            if end > until {
                break;
            }
            open.pop();
        }
        at.max(until)
    }

    /// What it costs to take the typed word for the start of stored word number `word`.
    fn cost(&self, word: u32) -> Option<f32> {
        let at = self.ranges.partition_point(|(range, _)| range.end <= word);
        self.ranges.get(at).filter(|(range, _)| range.contains(&word)).map(|(_, cost)| *cost)
    }
}
