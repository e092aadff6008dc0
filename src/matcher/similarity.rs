//! How alike two words are: edit distance in which edits that names undergo in spelling and travel cost less.
//!
//! Words that are nothing alike are turned away early; whole names are compared in `score`.

use super::sound::LONGEST;

/// Cost of an edit that no rule makes cheaper. The others are parts of it.
const EDIT: u16 = 20;

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
const TRANSPOSED: u16 = 13;

/// A letter twice where once was meant: hardly seen.
const DOUBLED: u16 = 6;

/// What is left for words that only sound the same, against words that are the same letter by letter.
const SOUND_SHARE: f32 = 0.97;

/// What is left for words that are nearly the same letter by letter: a slip is never quite as good as the word.
const WRITTEN_SHARE: f32 = 0.995;

/// Two words share a stem from this many equal letters at their start.
const STEM: usize = 4;

/// An ending is at most this long.
const ENDING: usize = 3;

/// What each letter of an ending costs, as a share of the word: endings are cheap, since many languages bend names.
const ENDING_LETTER: f32 = 0.045;

/// Two spellings of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling<'w> {
    /// Folded letters.
    pub(super) letters: &'w [u8],
    /// Sound form.
    pub(super) sound: &'w [u8],
}

/// How alike two words are as they are written, from 0 to 1, or 0 if that is less than `least`; 1 only for the same
/// letters. Symmetric.
pub(super) fn written_likeness(a: Spelling<'_>, b: Spelling<'_>, least: f32) -> f32 {
    if a.letters == b.letters {
        return 1.0;
    }
    WRITTEN_SHARE * closeness(a.letters, b.letters, least)
}

/// How alike two words sound, from 0 to 1, or 0 if that is less than `least`. Symmetric.
pub(super) fn sound_likeness(a: Spelling<'_>, b: Spelling<'_>, least: f32) -> f32 {
    SOUND_SHARE * closeness(a.sound, b.sound, least)
}

/// How alike two words are if they are one stem with two endings; 0 if they share no stem.
pub(super) fn stem_likeness(a: Spelling<'_>, b: Spelling<'_>) -> f32 {
    let of = |a: &[u8], b: &[u8]| {
        let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let (more, less) = (a.len().max(b.len()) - same, a.len().min(b.len()) - same);
        if same < STEM || more > ENDING || same < more + less {
            return 0.0;
        }
        1.0 - ENDING_LETTER * (more + less) as f32
    };
    of(a.letters, b.letters).max(SOUND_SHARE * of(a.sound, b.sound))
}

/// One less the cost of turning `a` into `b`, as a share of the longer one; 0 if that is less than `least`.
fn closeness(a: &[u8], b: &[u8], least: f32) -> f32 {
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 0.0;
    }
    let whole = f32::from(EDIT) * longer as f32;
    let limit = ((1.0 - least) * whole) as u16;
    match distance(a, b, limit) {
        Some(cost) => 1.0 - f32::from(cost) / whole,
        None => 0.0,
    }
}

/// Cheapest way from `a` to `b` by single edits and swaps of neighbours, or `None` if it costs more than `limit`.
fn distance(a: &[u8], b: &[u8], limit: u16) -> Option<u16> {
    let (a, b) = apart(a, b);
    if a.is_empty() || b.is_empty() {
        let cost = cost_of_all(a) + cost_of_all(b);
        return (cost <= limit).then_some(cost);
    }
    let mut cells = [Cell::default(); LONGEST];
    let columns = cells.get_mut(..b.len())?;
    fill_first_row(columns, b);
    let (mut earlier, mut above, mut above_before) = (0, 0, 0);
    for &letter in a {
        let gone = extra(letter, earlier);
        let swaps = &SWAPS[usize::from(letter) & 127];
        // To the left of the first column: all of `a` so far is gone.
        let (mut kept, mut swapped_from, mut next_from, mut other_before) = (above, 0, above_before, 0);
        above_before = above;
        above += gone;
        let (mut left, mut lowest) = (above, above);
        for cell in &mut *columns {
            let swapped = u16::from(swaps[usize::from(cell.letter) & 127]);
            let mut cost = (kept + swapped).min(cell.last + gone).min(left + cell.came);
            if earlier == cell.letter && other_before == letter && letter != earlier {
                cost = cost.min(swapped_from + TRANSPOSED);
            }
            swapped_from = next_from;
            next_from = cell.previous;
            other_before = cell.letter;
            kept = cell.last;
            cell.previous = cell.last;
            cell.last = cost;
            left = cost;
            lowest = lowest.min(cost);
        }
        if lowest > limit {
            return None;
        }
        earlier = letter;
    }
    columns.last().map(|cell| cell.last).filter(|cost| *cost <= limit)
}

/// One column of the table of costs: a letter of `b`, with the costs of the last two rows.
#[derive(Clone, Copy, Default)]
struct Cell {
    letter: u8,
    /// Cost of the letter as an extra one.
    came: u16,
    last: u16,
    previous: u16,
}

/// The row before the first letter of `a`: all of `b` so far is extra.
fn fill_first_row(columns: &mut [Cell], b: &[u8]) {
    let (mut before, mut cost) = (0, 0);
    for (cell, &letter) in columns.iter_mut().zip(b) {
        let came = extra(letter, before);
        cost += came;
        before = letter;
        *cell = Cell { letter, came, last: cost, previous: 0 };
    }
}

fn cost_of_all(letters: &[u8]) -> u16 {
    let before = std::iter::once(&0).chain(letters);
    letters.iter().zip(before).map(|(&letter, &before)| extra(letter, before)).sum()
}

/// The two words without the letters that they start and end with alike; of very long words, only the start.
fn apart<'w>(a: &'w [u8], b: &'w [u8]) -> (&'w [u8], &'w [u8]) {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let cut = |word: &'w [u8]| word.get(..(word.len() - end).min(LONGEST)).unwrap_or_default();
    (cut(a), cut(b))
}

/// Cost of a letter more or less, standing after `before`.
fn extra(letter: u8, before: u8) -> u16 {
    if before == letter {
        DOUBLED
    } else if is_vowel(letter) {
        VOWEL_EXTRA
    } else if letter == b'h' {
        H_EXTRA
    } else {
        EDIT
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Letters that stand for each other between languages and scripts; the first of each with any of the rest.
const KIN: [&[u8]; 27] = [
    b"vufbw", b"uw", b"bp", b"fp", b"dt", b"gkhjCqZ", b"khqcCgx", b"hgk", b"szSXcZ", b"zXZsS", b"SZCjXc", b"CXjZkhc",
    b"jiyZhC", b"Xzcst", b"lr", b"nm", b"csXCSkh", b"qkg", b"xkhsS", b"ij", b"yj", b"Zjg", b"wvu", b"pbf", b"td",
    b"mn", b"rl",
];

/// Cost of one letter for another.
static SWAPS: [[u8; 128]; 128] = swaps();

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sound::sound_out;
    use proptest::prelude::*;

    fn with<R>(a: &str, b: &str, compare: impl Fn(Spelling<'_>, Spelling<'_>) -> R) -> R {
        let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
        sound_out(a.as_bytes(), &mut of_a);
        sound_out(b.as_bytes(), &mut of_b);
        compare(Spelling { letters: a.as_bytes(), sound: &of_a }, Spelling { letters: b.as_bytes(), sound: &of_b })
    }

    fn written(a: &str, b: &str) -> f32 {
        with(a, b, |a, b| written_likeness(a, b, 0.0))
    }

    fn sounding(a: &str, b: &str) -> f32 {
        with(a, b, |a, b| sound_likeness(a, b, 0.0))
    }

    #[test]
    fn slips_cost_little_and_other_words_much() {
        assert!(written("jhon", "john") > 0.8);
        assert!(written("lukashenka", "lukashenko") > 0.94);
        assert!(written("martin", "merkel") < 0.6);
        assert!(written("iran", "iraq") < 0.76);
    }

    #[test]
    fn spellings_of_one_sound_are_alike() {
        for (a, b) in [
            ("lukaschenko", "lukaszenko"),
            ("yeltsin", "jelzin"),
            ("chirac", "shirak"),
            ("gelmut", "helmut"),
            ("dzheyms", "james"),
        ] {
            assert!(sounding(a, b) > 0.74, "{a} {b} {}", sounding(a, b));
        }
    }

    #[test]
    fn endings_do_not_hide_a_stem() {
        assert!(with("germanii", "germaniya", stem_likeness) > 0.8);
        assert!(with("berlino", "berlin", stem_likeness) > 0.9);
        assert!(with("iran", "iraq", stem_likeness) < 0.1);
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_and_a_share(a in "[a-z]{0,40}", b in "[a-z]{0,40}") {
            let stem = |a: &str, b: &str| with(a, b, stem_likeness);
            for likeness in [written, sounding, stem] {
                let (one, other) = (likeness(&a, &b), likeness(&b, &a));
                prop_assert!((one - other).abs() < 1e-6, "{} {}", one, other);
                prop_assert!((0.0..=1.0).contains(&one));
            }
        }

        #[test]
        fn a_word_is_likest_to_itself(a in "[a-z]{1,20}", b in "[a-z]{1,20}") {
            prop_assert!(written(&a, &a) > 0.9999);
            prop_assert!(a == b || written(&a, &b) < 1.0);
        }

        #[test]
        fn each_wrong_letter_makes_a_word_less_like(word in "[a-y]{6,12}", at in 0_usize..5) {
            // A z is kin to few letters, and no word here has one, so that the edits cannot undo each other.
            let mut letters: Vec<char> = word.chars().collect();
            letters[at] = 'z';
            let once: String = letters.iter().collect();
            letters[at + 1] = 'z';
            let twice: String = letters.iter().collect();
            prop_assert!(written(&word, &once) < 1.0);
            prop_assert!(written(&word, &twice) <= written(&word, &once));
        }

        #[test]
        fn a_limit_changes_nothing_above_it(a in "[a-e]{1,9}", b in "[a-e]{1,9}") {
            let free = written(&a, &b);
            let limited = with(&a, &b, |a, b| written_likeness(a, b, 0.6));
            prop_assert!((limited - free).abs() < 1e-6 || limited < 1e-6 && free < 0.6);
        }
    }
}
