//! How alike two words are: edit distance in which edits that names undergo in spelling and travel cost less.
//!
//! Words that are nothing alike are turned away early; whole names are compared in `score`.

use crate::matcher::text::edits::{EDIT, LetterSet, SWAPS, TRANSPOSED, extra};
use crate::matcher::text::sound::LONGEST;

/// What is left for words that only sound the same, against words that are the same letter by letter.
const SOUND_SHARE: f32 = 0.97;

/// What is left for words that are nearly the same letter by letter: a slip is never quite as good as the word.
const WRITTEN_SHARE: f32 = 0.995;

/// Two words share a stem from this many equal letters at their start.
pub(in crate::matcher) const STEM: usize = 4;

/// An ending is at most this long.
pub(in crate::matcher) const ENDING: usize = 3;

/// What each letter of an ending costs, as a share of the word: endings are cheap, since many languages bend names.
const ENDING_LETTER: f32 = 0.045;

/// Two spellings of a word.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::matcher) struct Spelling<'w> {
    /// Folded letters.
    pub(in crate::matcher) letters: &'w [u8],
    /// Sound form.
    pub(in crate::matcher) sound: &'w [u8],
    /// Which letters each of the two has.
    pub(in crate::matcher) sets: (LetterSet, LetterSet),
}

impl<'w> Spelling<'w> {
    pub(in crate::matcher) fn new(letters: &'w [u8], sound: &'w [u8]) -> Spelling<'w> {
        Spelling { letters, sound, sets: (LetterSet::of(letters), LetterSet::of(sound)) }
    }
}

/// How alike two words are as they are written, from 0 to 1, or 0 if that is less than `least`; 1 only for the same
/// letters. Symmetric.
pub(in crate::matcher) fn written_likeness(a: Spelling<'_>, b: Spelling<'_>, least: f32) -> f32 {
    if a.letters == b.letters {
        return 1.0;
    }
    let limit = limit(a.letters, b.letters, least / WRITTEN_SHARE);
    if a.sets.0.least_cost(b.sets.0) > limit {
        return 0.0;
    }
    WRITTEN_SHARE * closeness(a.letters, b.letters, limit)
}

/// How alike two words sound, from 0 to 1, or 0 if that is less than `least`. Symmetric.
pub(in crate::matcher) fn sound_likeness(a: Spelling<'_>, b: Spelling<'_>, least: f32) -> f32 {
    let limit = limit(a.sound, b.sound, least / SOUND_SHARE);
    if a.sets.1.least_cost(b.sets.1) > limit {
        return 0.0;
    }
    SOUND_SHARE * closeness(a.sound, b.sound, limit)
}

/// How alike two words are if they are one stem with two endings; 0 if they share no stem.
pub(in crate::matcher) fn stem_likeness(a: Spelling<'_>, b: Spelling<'_>) -> f32 {
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

/// What turning `a` into `b` may cost for the two to be as alike as `least`.
fn limit(a: &[u8], b: &[u8], least: f32) -> u16 {
    ((1.0 - least) * f32::from(EDIT) * a.len().max(b.len()) as f32) as u16
}

/// One less the cost of turning `a` into `b`, as a share of the longer one; 0 if it costs more than `limit`.
fn closeness(a: &[u8], b: &[u8], limit: u16) -> f32 {
    let longer = a.len().max(b.len());
    match distance(a, b, limit) {
        Some(cost) if longer > 0 => 1.0 - f32::from(cost) / (f32::from(EDIT) * longer as f32),
        _ => 0.0,
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
    let (mut earlier, mut above, mut above_before, mut lowest_before) = (0, 0, 0, 0);
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
        // The next row may still come cheaper from the one before, by a swap of neighbours.
        if lowest > limit && lowest_before + TRANSPOSED > limit {
            return None;
        }
        lowest_before = lowest;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::text::sound::sound_out;
    use proptest::prelude::*;

    fn with<R>(a: &str, b: &str, compare: impl Fn(Spelling<'_>, Spelling<'_>) -> R) -> R {
        let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
        sound_out(a.as_bytes(), &mut of_a);
        sound_out(b.as_bytes(), &mut of_b);
        compare(Spelling::new(a.as_bytes(), &of_a), Spelling::new(b.as_bytes(), &of_b))
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
    fn a_limit_spares_letters_that_changed_places() {
        assert!(with("bc", "cb", |a, b| written_likeness(a, b, 0.6)) > 0.6);
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
        fn a_glance_turns_away_no_word_that_is_alike(a in "[a-zSCZX0-9]{0,9}", b in "[a-zSCZX0-9]{0,9}") {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            prop_assert!(distance(a, b, u16::MAX).is_some_and(|cost| LetterSet::of(a).least_cost(LetterSet::of(b)) <= cost));
        }

        #[test]
        fn a_limit_changes_nothing_above_it(a in "[a-e]{1,9}", b in "[a-e]{1,9}") {
            let free = written(&a, &b);
            let limited = with(&a, &b, |a, b| written_likeness(a, b, 0.6));
            prop_assert!((limited - free).abs() < 1e-6 || limited < 1e-6 && free < 0.6);
        }
    }
}
