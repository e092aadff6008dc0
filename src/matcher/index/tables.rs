//! Compact tables for the vocabulary: spellings in one piece of memory, words by the hash of a form, a set that never grows.
//!
//! What is put into them is up to `lexicon`.

use crate::matcher::text::edits::LetterSet;
use crate::matcher::text::similarity::Spelling;
use std::ops::Range;

/// Buckets in a table of forms, for each word: fewer would be long to walk, more would take more memory than the words.
const BUCKETS_PER_WORD: usize = 4;

/// Words that are weighed for one term at most, by their letters and by their sound: the likest forms are looked up first,
/// so the rest are hardly ever meant.
const MOST_WEIGHED: usize = 384;

/// Slots of the set: a power of two, of which some stay free.
const SEEN_SLOTS: usize = 1024;

/// Many short words with their sound forms, side by side in one piece of memory, so that comparing one reads two places.
#[derive(Default, Debug)]
pub(in crate::matcher) struct Spellings {
    bytes: Vec<u8>,
    words: Vec<Packed>,
    /// The first letters of each word: most of a search ends there, without a look at the words.
    heads: Vec<u64>,
}

/// Where a word stands: its letters, and its sound form behind them.
#[derive(Clone, Copy, Debug)]
struct Packed {
    start: u32,
    letters: u8,
    sound: u8,
    sets: (LetterSet, LetterSet),
}

impl Spellings {
    /// Adds a word; one of more than 255 letters would be cut, but `draft` keeps far fewer.
    pub(in crate::matcher) fn push(&mut self, word: Spelling<'_>) {
        let short = |letters: &[u8]| u8::try_from(letters.len()).unwrap_or(u8::MAX);
        let start = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        let packed = Packed { start, letters: short(word.letters), sound: short(word.sound), sets: word.sets };
        self.bytes.extend(word.letters.iter().take(packed.letters.into()));
        self.bytes.extend(word.sound.iter().take(packed.sound.into()));
        self.words.push(packed);
        self.heads.push(first_letters(word.letters));
    }

    pub(in crate::matcher) fn len(&self) -> usize {
        self.words.len()
    }

    /// Word number `number`; an empty one past the last.
    pub(in crate::matcher) fn at(&self, number: u32) -> Spelling<'_> {
        let Some(&word) = self.words.get(number as usize) else { return Spelling::default() };
        let bytes = self.bytes.get(word.start as usize..).unwrap_or_default();
        let (letters, rest) = bytes.split_at_checked(word.letters.into()).unwrap_or_default();
        let sound = rest.get(..word.sound.into()).unwrap_or_default();
        Spelling { letters, sound, sets: word.sets }
    }

    /// The letters of word number `number`.
    pub(in crate::matcher) fn letters(&self, number: u32) -> &[u8] {
        self.at(number).letters
    }

    /// The number of a word among the sorted words.
    pub(in crate::matcher) fn find(&self, word: &[u8]) -> Option<u32> {
        let head = first_letters(word);
        let from = self.heads.partition_point(|&other| other < head);
        let alike = self.heads.get(from..)?.iter().take_while(|&&other| other == head).count();
        (from..from + alike)
            .filter_map(|number| u32::try_from(number).ok())
            .find(|&number| self.letters(number) == word)
    }

    /// The first of the sorted words that is not less than `string`.
    pub(in crate::matcher) fn lower_bound(&self, string: &[u8], range: Range<usize>) -> usize {
        self.bound(range, |at| at < string)
    }

    /// The first of the sorted words that is greater than all that start with `prefix`.
    pub(in crate::matcher) fn upper_bound(&self, prefix: &[u8], range: Range<usize>) -> usize {
        self.bound(range, |at| at.get(..prefix.len()).unwrap_or(at) <= prefix)
    }

    pub(in crate::matcher) fn bound(&self, range: Range<usize>, before: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low.midpoint(high);
            if u32::try_from(middle).is_ok_and(|middle| before(self.letters(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// The first eight letters of a word as a number; of two words, the one with the lesser number comes first.
pub(in crate::matcher) fn first_letters(word: &[u8]) -> u64 {
    let letters = word.iter().copied().chain(std::iter::repeat(0));
    letters.take(8).fold(0, |packed, letter| packed << 8 | u64::from(letter))
}

/// Word numbers by the hash of a form. Beside each number stands as much more of the hash as 32 bits have room for, so
/// that hardly any word is given for a form that it lacks.
#[derive(Debug)]
pub(in crate::matcher) struct Buckets {
    shift: u32,
    /// Bits of a word number.
    number_bits: u32,
    starts: Vec<u32>,
    words: Vec<u32>,
}

impl Buckets {
    /// Calls `forms` for every word below `count` twice: to count, then to fill.
    pub(in crate::matcher) fn new(count: usize, forms: impl Fn(u32, &mut dyn FnMut(u64))) -> Buckets {
        let words = 0..u32::try_from(count).unwrap_or(u32::MAX);
        let bits = (count * BUCKETS_PER_WORD).max(2).next_power_of_two().trailing_zeros();
        let shift = 64 - bits;
        let number_bits = (count.max(2) as u64).next_power_of_two().trailing_zeros().min(32);
        let mut starts = vec![0_u32; (1 << bits) + 1];
        words.clone().for_each(|word| forms(word, &mut |form| starts[bucket(form, shift) + 1] += 1));
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut filled = vec![0; starts.last().map_or(0, |&total| total as usize)];
        words.for_each(|word| {
            forms(word, &mut |form| {
                let slot = &mut next[bucket(form, shift)];
                filled[*slot as usize] = word | check(form, number_bits);
                *slot += 1;
            });
        });
        Buckets { shift, number_bits, starts, words: filled }
    }

    /// The words with a form, by number; now and then one more.
    pub(in crate::matcher) fn with(&self, form: u64) -> impl Iterator<Item = u32> {
        let at = bucket(form, self.shift);
        let bound = |at: usize| self.starts.get(at).map_or(0, |&start| start as usize);
        let words = self.words.get(bound(at)..bound(at + 1)).unwrap_or_default();
        let (number, check) = (number_mask(self.number_bits), check(form, self.number_bits));
        words.iter().filter(move |&word| word & !number == check).map(move |word| word & number)
    }
}

fn number_mask(bits: u32) -> u32 {
    u32::MAX.checked_shr(32 - bits).unwrap_or_default()
}

/// Bits of another hash of the form, above the bits of a word number.
fn check(form: u64, number_bits: u32) -> u32 {
    let hash = form.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32;
    hash as u32 & !number_mask(number_bits)
}

/// Fibonacci hashing: the top bits of a product with 2^64 / φ.
fn bucket(form: u64, shift: u32) -> usize {
    (form.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift) as usize
}

/// The words weighed so far: a hash set that never grows.
pub(in crate::matcher) struct Seen {
    slots: [u32; SEEN_SLOTS],
    free: usize,
}

impl Seen {
    pub(in crate::matcher) fn new() -> Seen {
        Seen { slots: [u32::MAX; SEEN_SLOTS], free: MOST_WEIGHED }
    }

    /// Whether no more words are wanted.
    pub(in crate::matcher) fn is_full(&self) -> bool {
        self.free == 0
    }

    /// Whether the word was put in.
    pub(in crate::matcher) fn has(&self, word: u32) -> bool {
        let from = bucket(u64::from(word), 64 - SEEN_SLOTS.trailing_zeros());
        let slots = self.slots[from..].iter().chain(&self.slots[..from]);
        slots.take_while(|&&slot| slot != u32::MAX).any(|&slot| slot == word)
    }

    /// Whether the word is new; `false` too when no more words are wanted.
    pub(in crate::matcher) fn insert(&mut self, word: u32) -> bool {
        let mut at = bucket(u64::from(word), 64 - SEEN_SLOTS.trailing_zeros());
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == word {
                return false;
            }
            if *slot == u32::MAX {
                let room = self.free > 0;
                if room {
                    *slot = word;
                    self.free -= 1;
                }
                return room;
            }
            at = (at + 1) % SEEN_SLOTS;
        }
        false
    }
}

/// A bit for the low bits of each number put in: tells at a glance that a number was not, and now and then misses it.
#[derive(Debug)]
pub(in crate::matcher) struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    /// A sieve of so many bits, a power of two: exact for numbers below it.
    pub(in crate::matcher) fn new(bits: usize) -> Sieve {
        Sieve { bits: vec![0; bits / 64] }
    }

    pub(in crate::matcher) fn insert(&mut self, number: u32) {
        let (at, bit) = self.place(number);
        self.bits[at] |= bit;
    }

    /// Whether the number may have been put in.
    pub(in crate::matcher) fn may_have(&self, number: u32) -> bool {
        let (at, bit) = self.place(number);
        self.bits[at] & bit != 0
    }

    fn place(&self, number: u32) -> (usize, u64) {
        let at = number as usize / 64 % self.bits.len();
        (at, 1 << (number % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn buckets_give_every_word_of_a_form() {
        let buckets = Buckets::new(100, |word, forms| forms(u64::from(word / 10)));
        for form in 0..10 {
            let words: Vec<u32> = buckets.with(form).collect();
            assert!((form * 10..form * 10 + 10).all(|word| words.contains(&u32::try_from(word).unwrap())));
            assert!(words.len() < 20);
        }
    }

    #[test]
    fn a_full_set_takes_no_more() {
        let mut seen = Seen::new();
        let taken = (0..5000).filter(|&word| seen.insert(word)).count();
        assert_eq!(taken, MOST_WEIGHED);
        assert!(!seen.insert(0));
        assert!(seen.has(0) && !seen.has(4999));
    }

    proptest! {
        #[test]
        fn bounds_are_those_of_a_sorted_list(mut words in prop::collection::vec("[a-c]{1,3}", 0..20), prefix in "[a-d]{1,2}") {
            words.sort();
            words.dedup();
            let mut strings = Spellings::default();
            for word in &words {
                strings.push(Spelling::new(word.as_bytes(), &[]));
            }
            let first = strings.lower_bound(prefix.as_bytes(), 0..words.len());
            let last = strings.upper_bound(prefix.as_bytes(), first..words.len());
            let starting: Vec<&String> = words.iter().filter(|word| word.starts_with(&prefix)).collect();
            prop_assert_eq!(words[first..last].iter().collect::<Vec<_>>(), starting);
        }
    }
}
