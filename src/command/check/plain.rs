//! What people wrote in a message, without what Discord shows in another way and what shows nothing.
//!
//! Owns how much of a message is read, and which of its characters and marks are no words.

use unicode_normalization::UnicodeNormalization as _;

/// Characters of a message that are read: what is longer is no message but a document.
const MOST_READ: usize = 5000;

/// A message without what is no sentence of anybody: addresses, mentions, emoji of servers, marks of Markdown, characters that
/// show nothing or turn the direction of a line.
pub(super) fn plain(message: &str) -> String {
    let read: String = message.chars().take(MOST_READ).nfkc().filter(|c| !is_hidden(*c)).collect();
    let mut plain = String::with_capacity(read.len());
    let mut rest = read.as_str();
    while let Some(next) = rest.chars().next() {
        let skipped = address(rest).or_else(|| mention(rest)).or_else(|| emoji(rest));
        let length = skipped.unwrap_or(next.len_utf8());
        match next {
            _ if skipped.is_some() => plain.push(' '),
            '*' | '`' | '|' | '_' | '#' if plain.ends_with(['*', ' ', '\n', '`']) || plain.is_empty() => {}
            '*' | '`' | '|' => {}
            next => plain.push(next),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    plain
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || c.is_control() && c != '\n'
}

/// The length of an address at the beginning of a text.
fn address(text: &str) -> Option<usize> {
    let begins = ["https://", "http://", "www."].iter().any(|scheme| text.starts_with(scheme));
    begins.then(|| text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// The length of what Discord shows in another way, at the beginning of a text: `<@1>`, `<#1>`, `<:name:1>`, `<t:1>`.
fn mention(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let marked = inner.starts_with(['@', '#', ':', '/']) || inner.starts_with("a:") || inner.starts_with("t:");
    let end = inner.find('>').filter(|end| marked && *end < 100)?;
    Some(end + 2)
}

/// The length of an emoji written out, at the beginning of a text: `:flag_az:`.
fn emoji(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(':')?;
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '-')))?;
    let named = inner.get(..end)?.contains(|c: char| c.is_ascii_alphabetic());
    (named && inner.get(end..)?.starts_with(':')).then_some(end + 2)
}

/// A line without its number in a list, and without the marks of a quotation.
pub(super) fn without_number(line: &str) -> &str {
    let line = line.trim_start_matches(['>', '-', '•', ' ']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).and_then(|rest| rest.strip_prefix([')', '.'])?.strip_prefix(' '));
    rest.filter(|_| (1..3).contains(&digits)).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_says_is_left_out() {
        for (text, left) in [
            ("see https://a.b/2013?n=142 now", "see   now"),
            ("<@12345> has <:flag:678> and <t:1618953630:R> <3", "  has   and   <3"),
            ("**142** `prisoners` ||here|| :flag_az: at 18:00", "142 prisoners here   at 18:00"),
            ("14\u{200b}2 \u{202e}people\u{feff}", "142 people"),
            ("１４２ people", "142 people"),
        ] {
            assert_eq!(plain(text), left, "{text}");
        }
        assert_eq!(without_number("> 2. Belarus has 10"), "Belarus has 10");
        assert_eq!(without_number("142 people"), "142 people");
        assert_eq!(plain(&"x".repeat(6000)).len(), MOST_READ);
    }
}
