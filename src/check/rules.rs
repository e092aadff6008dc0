//! The rules, one function each, sorted by what they look at; [`super::RULES`] says what each is for.

use unicode_normalization::UnicodeNormalization;

mod facts;
mod names;
mod sentences;
mod use_of;

pub(super) use facts::{
    after_source, different_numbers, doubtful_dispute, misplaced_office, no_unit, speaker_in_about, speaker_name,
};
pub(super) use names::{near_twins, office_alias, shared_alias};
pub(super) use sentences::{long_text, near_equal, no_attribution};
pub(super) use use_of::{unused, unused_source};

/// So many others at most is an entry compared with, the likeliest first: what goes on for longer is a template that
/// somebody filled in a thousand times, and no comparison of all with all ends in time.
const MOST_COMPARED: usize = 256;

/// The words of a text, in small letters, without punctuation.
fn words(text: &str) -> Vec<String> {
    let folded: String = text.nfkc().collect::<String>().to_lowercase();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}
