//! What a single edit of a word costs, and the least that two sets of letters can cost.
//!
//! Edits that names undergo in spelling and travel cost less than others. Which edits lead from one word to another is
//! found by `similarity`.

/// Cost of an edit that no rule makes cheaper. The others are parts of it.
pub(in crate::matcher) const EDIT: u16 = 20;

/// One vowel for another: unstressed vowels are the first to change, but Lee and Lie are two names.
const VOWEL_SWAP: u16 = 9;

/// Neighbouring vowels (e and i, o and u, a and e, a and o): a matter of transcription.
const NEAR_VOWEL_SWAP: u16 = 7;

/// A vowel more or less: Arabic and Hebrew write few, Hindi and Persian transcriptions lack some.
const VOWEL_EXTRA: u16 = 8;

/// An h more or less: dropped in French and Russian, added in English.
const H_EXTRA: u16 = 8;

/// Another letter of the same family (b and p, v and f, s and z …).
const KIN_SWAP: u16 = 7;

/// Two neighbours changed places: the commonest slip of quick fingers.
pub(in crate::matcher) const TRANSPOSED: u16 = 13;

/// A letter twice where once was meant: hardly seen.
const DOUBLED: u16 = 6;

/// Cost of a letter more or less, standing after `before`.
pub(in crate::matcher) fn extra(letter: u8, before: u8) -> u16 {
    if before == letter { DOUBLED } else { extra_alone(letter) }
}

/// The same where no equal letter stands before.
const fn extra_alone(letter: u8) -> u16 {
    if is_vowel(letter) {
        VOWEL_EXTRA
    } else if letter == b'h' {
        H_EXTRA
    } else {
        EDIT
    }
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Letters that stand for each other between languages and scripts; the first of each with any of the rest.
const KIN: [&[u8]; 27] = [
    b"vufbw", b"uw", b"bp", b"fp", b"dt", b"gkhjCqZ", b"khqcCgx", b"hgk", b"szSXcZ", b"zXZsS", b"SZCjXc", b"CXjZkhc",
    b"jiyZhC", b"Xzcst", b"lr", b"nm", b"csXCSkh", b"qkg", b"xkhsS", b"ij", b"yj", b"Zjg", b"wvu", b"pbf", b"td",
    b"mn", b"rl",
];

/// Cost of one letter for another.
pub(in crate::matcher) static SWAPS: [[u8; 128]; 128] = swaps();

const fn swaps() -> [[u8; 128]; 128] {
    let mut costs = [[EDIT as u8; 128]; 128];
    let mut i = 0;
    while i < KIN.len() {
        let family = KIN[i];
        let mut j = 1;
        while j < family.len() {
            costs[family[0] as usize][family[j] as usize] = KIN_SWAP as u8;
            costs[family[j] as usize][family[0] as usize] = KIN_SWAP as u8;
            j += 1;
        }
        i += 1;
    }
    costs = vowel_swaps(costs);
    let mut same = 0;
    while same < 128 {
        costs[same][same] = 0;
        same += 1;
    }
    costs
}

const fn vowel_swaps(mut costs: [[u8; 128]; 128]) -> [[u8; 128]; 128] {
    let vowels = b"aeiouy";
    let near: [&[u8; 2]; 12] = [b"ei", b"ou", b"ae", b"ao", b"iy", b"ie", b"uo", b"ea", b"oa", b"yi", b"uy", b"yu"];
    let mut i = 0;
    while i < vowels.len() * vowels.len() {
        let (a, b) = (vowels[i / vowels.len()], vowels[i % vowels.len()]);
        costs[a as usize][b as usize] = VOWEL_SWAP as u8;
        i += 1;
    }
    let mut i = 0;
    while i < near.len() {
        costs[near[i][0] as usize][near[i][1] as usize] = NEAR_VOWEL_SWAP as u8;
        i += 1;
    }
    costs
}

/// Which letters a word has, a bit each: what turns many words away at a glance.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::matcher) struct LetterSet(u32);

impl LetterSet {
    /// The letters of a word, folded or in sound form.
    pub(in crate::matcher) fn of(word: &[u8]) -> LetterSet {
        LetterSet(word.iter().fold(0, |set, &letter| set | 1 << BITS[usize::from(letter) & 127]))
    }

    /// The least that it can cost to turn a word of these letters into one of the `other`: each letter that only one of
    /// them has must change or go. Symmetric.
    pub(in crate::matcher) fn least_cost(self, other: LetterSet) -> u16 {
        self.cost_of_lacking(other).max(other.cost_of_lacking(self))
    }

    /// The least that it costs to do without the letters that `other` lacks.
    fn cost_of_lacking(self, other: LetterSet) -> u16 {
        let mut lacking = self.0 & !other.0;
        let mut cost = 0;
        while lacking != 0 {
            let (kin, alone) = LETTER_COSTS[lacking.trailing_zeros() as usize];
            cost += if kin & other.0 == 0 { alone } else { KIN_SWAP };
            lacking &= lacking - 1;
        }
        cost
    }
}

/// The letters that have a bit each in a set of letters; digits share one more.
const ALPHABET: &[u8; 30] = b"abcdefghijklmnopqrstuvwxyzSCZX";

/// The bit of each letter.
static BITS: [u8; 128] = bits();

const fn bits() -> [u8; 128] {
    let mut bits = [ALPHABET.len() as u8; 128];
    let mut at = 0;
    while at < ALPHABET.len() {
        bits[ALPHABET[at] as usize] = at as u8;
        at += 1;
    }
    bits
}

/// By bit: the letters that stand for the letter at less than an edit, and the least that it costs without any of them.
static LETTER_COSTS: [(u32, u16); 32] = letter_costs();

const fn letter_costs() -> [(u32, u16); 32] {
    // Of the digits some may be in both words: the bit says nothing.
    let mut costs = [(u32::MAX, 0); 32];
    let mut at = 0;
    while at < ALPHABET.len() {
        let letter = ALPHABET[at];
        let mut kin = 0;
        let mut other = 0;
        while other < ALPHABET.len() {
            if SWAPS[letter as usize][ALPHABET[other] as usize] < EDIT as u8 {
                kin |= 1 << other;
            }
            other += 1;
        }
        costs[at] = (kin, extra_alone(letter));
        at += 1;
    }
    costs
}
