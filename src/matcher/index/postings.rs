//! Postings: for each word the entries that have it, in one piece of memory.
//!
//! A list covers few of all words, so the words that it has are a bit set with counts before each block (a rank
//! dictionary; Jacobson 1989): the place of a word is found in constant time, with a bit and a half for each word.

use std::ops::Range;

/// One entry that has a word.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::matcher) struct Posting {
    /// Number of the entry.
    pub(in crate::matcher) entry: u32,
    /// Share of the word in the mass of the shortest name that has it, of 255; 0 in a text.
    pub(in crate::matcher) share: u8,
    /// Boost of the field it stands in, of 255.
    pub(in crate::matcher) boost: u8,
}

/// The postings of all words, by word, then by entry.
#[derive(Default, Debug)]
pub(in crate::matcher) struct Postings {
    /// A bit for each word that has postings.
    bits: Vec<u64>,
    /// How many words have postings before each block of 64.
    ranks: Vec<u32>,
    /// Where the postings of each such word start; one more than there are such words.
    starts: Vec<u32>,
    list: Vec<Posting>,
}

impl Postings {
    /// Room for as many postings of each word as `counts` says; `counts` becomes the place of each word's first posting.
    pub(in crate::matcher) fn with_counts(counts: &mut [u32]) -> Postings {
        let mut made = Postings::default();
        let (mut words, mut total) = (0, 0);
        for block in counts.chunks_mut(BLOCK) {
            made.ranks.push(words);
            let mut bits = 0;
            for (at, count) in block.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
                bits |= 1 << at;
                words += 1;
                made.starts.push(total);
                total += std::mem::replace(count, total);
            }
            made.bits.push(bits);
        }
        made.starts.push(total);
        made.list = vec![Posting::default(); total as usize];
        made
    }

    /// Puts a posting in its place.
    pub(in crate::matcher) fn put(&mut self, place: u32, posting: Posting) {
        if let Some(slot) = self.list.get_mut(place as usize) {
            *slot = posting;
        }
    }

    /// Whether any entry has the word.
    pub(in crate::matcher) fn has(&self, word: u32) -> bool {
        self.bits.get(word as usize / BLOCK).is_some_and(|bits| bits >> (word as usize % BLOCK) & 1 == 1)
    }

    /// How many of the words below `word` have postings: the place of the word among them.
    pub(in crate::matcher) fn rank(&self, word: u32) -> usize {
        let (block, bit) = (word as usize / BLOCK, word as usize % BLOCK);
        match (self.ranks.get(block), self.bits.get(block)) {
            (Some(&rank), Some(bits)) => (rank + (bits & ((1 << bit) - 1)).count_ones()) as usize,
            _ => self.starts.len().saturating_sub(1),
        }
    }

    /// The postings of a word.
    pub(in crate::matcher) fn of(&self, word: u32) -> &[Posting] {
        if self.has(word) { self.between(self.rank(word), self.rank(word) + 1) } else { &[] }
    }

    /// The postings of the words of a range: by word, then by entry.
    pub(in crate::matcher) fn of_range(&self, words: &Range<u32>) -> &[Posting] {
        self.between(self.rank(words.start), self.rank(words.end))
    }

    /// How many postings each word has, for those that have any, in their order.
    pub(in crate::matcher) fn counts(&self) -> impl Iterator<Item = u32> {
        self.starts.windows(2).map(|pair| pair[1] - pair[0])
    }

    fn between(&self, first: usize, last: usize) -> &[Posting] {
        let at = |rank: usize| self.starts.get(rank).map_or(0, |&start| start as usize);
        self.list.get(at(first)..at(last)).unwrap_or_default()
    }
}

/// Words to a block: the bits of a number.
const BLOCK: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_word_has_its_own(counts in prop::collection::vec(prop_oneof![3 => Just(0_u32), 1 => 1_u32..4], 0..200), a in 0_u32..210, b in 0_u32..210) {
            let mut next = counts.clone();
            let mut postings = Postings::with_counts(&mut next);
            for (word, &count) in (0..).zip(&counts) {
                for number in 0..count {
                    postings.put(next[word as usize] + number, Posting { entry: word, ..Posting::default() });
                }
            }
            let count = |word: u32| counts.get(word as usize).copied().unwrap_or_default();
            let entries = |list: &[Posting]| list.iter().map(|posting| posting.entry).collect::<Vec<_>>();
            let expected = |words: Range<u32>| words.flat_map(|word| vec![word; count(word) as usize]).collect::<Vec<_>>();
            prop_assert_eq!(entries(postings.of(a)), expected(a..a + 1));
            prop_assert_eq!(postings.has(a), count(a) > 0);
            prop_assert_eq!(entries(postings.of_range(&(a.min(b)..b))), expected(a.min(b)..b));
        }
    }
}
