//! Drawing answers. One answer becomes the same [`line::Line`]s everywhere; each place gives them its own ink.
//!
//! Owns lengths and cutting. What is said was decided before: nothing here adds a word of content, except the notice
//! that something was cut.

use unicode_segmentation::UnicodeSegmentation;

mod checked;
pub mod embed;
#[cfg(test)]
mod foreign;
pub mod inline;
pub mod limits;
pub mod line;
mod listing;
pub mod markdown;
pub mod page;
pub mod picture;
mod press;
mod sheet;
pub mod terminal;

/// The length of a text as Discord counts it, in UTF-16 units.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The text, or as much of it as fits into `most` UTF-16 units with an ellipsis that shows the cut.
///
/// No character is split, nor a letter from its accents; where a word ends near by, the cut is there.
pub fn cut(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(1);
    let (mut used, mut end) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        used += length(cluster);
        if used > room {
            break;
        }
        end = at + cluster.len();
    }
    let kept = text.get(..end).unwrap_or_default();
    let word_end = kept.rfind(char::is_whitespace).filter(|at| end - at <= LONGEST_WORD_LOST);
    let kept = word_end.and_then(|at| kept.get(..at)).unwrap_or(kept);
    if most == 0 { String::new() } else { format!("{}…", kept.trim_end()) }
}

/// Up to so many bytes are given up to end at a word: most words are shorter, and a longer stretch would be missed.
const LONGEST_WORD_LOST: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_end_at_words_and_never_split_a_letter() {
        assert_eq!(cut("Lukashenko visits Baku", 22), "Lukashenko visits Baku");
        assert_eq!(cut("Lukashenko visits Baku", 20), "Lukashenko visits…");
        assert_eq!(cut("абвгд", 3), "аб…");
        assert_eq!(cut("👩‍👩‍👧‍👧👩‍👩‍👧‍👧", 12), "👩‍👩‍👧‍👧…");
        assert_eq!(cut("abc", 0), "");
    }

    proptest! {
        #[test]
        fn no_cut_is_too_long(text in "\\PC{0,80}", most in 0usize..60) {
            prop_assert!(length(&cut(&text, most)) <= most);
        }
    }
}
