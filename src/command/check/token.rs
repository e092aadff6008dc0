//! A text in words, numbers and signs, with their places.

/// A word, a number or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    /// The byte at which it begins.
    pub(super) at: usize,
}

impl Token<'_> {
    /// The byte behind it.
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// The tokens of a text. A number is taken with its marks; the letters behind it are another token.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        let length = if first.is_ascii_digit() {
            super::numeral::in_digits(rest).1
        } else if first.is_alphabetic() {
            word_length(rest)
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.extend(rest.get(..length).map(|text| Token { text, at }));
        }
        at += length.max(1);
    }
    tokens
}

/// A word may have digits, as "T38" has, and an apostrophe within.
fn word_length(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let within = matches!(letter, '\'' | '’' | 'ʼ') && next.is_some_and(char::is_alphabetic);
        if !(letter.is_alphanumeric() || within || unicode_normalization::char::is_combining_mark(letter)) {
            return at;
        }
    }
    text.len()
}
