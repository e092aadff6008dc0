//! English words that name somebody, a place or a people, in whatever case they are typed.
//!
//! Owns the list in `names.txt`, which `scripts/name-words.py` writes, and looking up in it.

use std::sync::LazyLock;

/// One word a line, in order.
const NAMES: &str = include_str!("names.txt");

static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| NAMES.lines().collect());

/// Whether a folded word is a name.
pub(super) fn has(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_small_letters_and_ordinary_words_are_none() {
        assert!(WORDS.is_sorted());
        for name in ["oslo", "vietnam", "churchill", "norwegian"] {
            assert!(has(name), "{name}");
        }
        for word in ["oil", "general", "west", "march", "arms", "may"] {
            assert!(!has(word), "{word}");
        }
    }
}
