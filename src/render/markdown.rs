//! Lines as Markdown, as Discord's clients read it.
//!
//! Owns escaping and emphasis, and makes texts shorter without splitting either. How much fits on a page is left to `sheet`.

use std::iter::Peekable;
use std::str::Chars;

use super::line::{Ink, Line};
use super::{cut, length};

/// Shows nothing, and keeps two markers from being read as one.
const SEPARATOR: char = '\u{200B}';

/// A line with its emphasis.
///
/// Neighbours of one emphasis become one run, spaces stand outside the markers, and two markers never touch: a client reads
/// `* x*` as asterisks and `***` as either marker.
pub fn draw(line: &Line) -> String {
    let mut drawn = "  ".repeat(line.indent);
    let mut run = ("", String::new());
    for (ink, text) in &line.spans {
        let (marker, text) = match ink {
            Ink::Strong => ("**", escape(text)),
            Ink::Faint | Ink::Warning => ("*", escape(text)),
            Ink::Plain | Ink::Cite => ("", escape(text)),
            Ink::Link => ("", link(text)),
        };
        if marker != run.0 {
            emphasise(&mut drawn, run.0, &run.1);
            run = (marker, String::new());
        }
        run.1.push_str(&text);
    }
    emphasise(&mut drawn, run.0, &run.1);
    drawn
}

/// A text in bold, in at most so many units.
pub fn strong(text: &str, most: usize) -> String {
    let mut drawn = String::new();
    emphasise(&mut drawn, "**", &escaped_within(text, most.saturating_sub("****".len() + 1)));
    drawn
}

fn emphasise(drawn: &mut String, marker: &str, text: &str) {
    let inner = text.trim();
    if marker.is_empty() || inner.is_empty() {
        drawn.push_str(text);
        return;
    }
    let (before, rest) = text.split_at(text.len() - text.trim_start().len());
    let (_, after) = rest.split_at(inner.len());
    drawn.push_str(before);
    if drawn.ends_with('*') {
        drawn.push(SEPARATOR);
    }
    drawn.push_str(marker);
    drawn.push_str(inner);
    // Some clients take the marker after an escaped backslash for an escaped marker.
    if inner.ends_with('\\') {
        drawn.push(SEPARATOR);
    }
    drawn.push_str(marker);
    drawn.push_str(after);
}

/// A text to be copied, in a block of code, in at most so many units. Nothing in it ends the block or turns the direction.
pub fn code_block(text: &str, most: usize) -> String {
    let fence = "```";
    let plain = |c: char| match c {
        '\n' => c,
        c if c.is_control() => ' ',
        c => c,
    };
    let text: String = text.chars().filter(|c| !turns(*c)).map(plain).collect();
    let text = text.replace(fence, "`\u{200B}`\u{200B}`");
    format!("{fence}\n{}\n{fence}", cut(&text, most.saturating_sub(2 * fence.len() + 2)))
}

/// A web address that can be pressed and is not previewed.
///
/// What would end the address early is percent-encoded.
pub fn link(url: &str) -> String {
    let mut link = String::with_capacity(url.len() + 2);
    link.push('<');
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() || turns(c) || matches!(c, '<' | '>' | '\\' | '\u{FEFF}') {
            let mut bytes = [0; 4];
            link.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            link.push(c);
        }
    }
    link.push('>');
    link
}

/// Takes the meaning from whatever Discord would read as Markdown, a mention, an emoji or a link: what is typed shows as
/// typed. It becomes one line: line breaks become spaces.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut chars = text.chars().peekable();
    escape_list_marker(&mut chars, &mut escaped);
    while let Some(c) = chars.next() {
        let special = match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '#' | '@' | '[' | ']' => true,
            // Begins an emoji such as `:smile:`, or stands in `https://`.
            ':' => chars.peek().is_none_or(|next| !next.is_whitespace()),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(match c {
            '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => ' ',
            // JavaScript takes it for a space, and emphasis that begins with a space for asterisks.
            '\u{FEFF}' => '\u{2060}',
            c if turns(c) => '\u{2060}',
            c => c,
        });
    }
    escaped
}

/// A text for where no Markdown is read, such as the label of a button, in at most so many units: one line, without what shows
/// nothing or turns the direction. It is never empty, which Discord would refuse.
pub fn bare(text: &str, most: usize) -> String {
    let plain = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
    let text: String = text.chars().filter(|c| !turns(*c) && !is_hidden(*c)).map(plain).collect();
    let text = cut(text.trim(), most);
    if text.is_empty() { "…".to_owned() } else { text }
}

/// Whether a character shows nothing and is not needed to write any script, as those that join letters are.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a character turns the direction of all that follows on the line, our own words too. No script needs it to be read.
fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// At the beginning of a line `- `, `+ ` and `1. ` would begin a list.
fn escape_list_marker(chars: &mut Peekable<Chars<'_>>, escaped: &mut String) {
    while let Some(c) = chars.next_if(|c| c.is_whitespace()) {
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    let mut number = false;
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        escaped.push(digit);
        number = true;
    }
    if let Some(c) = chars.next_if(|c| if number { *c == '.' } else { matches!(c, '-' | '+') }) {
        if chars.peek().is_none_or(|next| next.is_whitespace()) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

/// A text, escaped, in at most so many units; an ellipsis shows a cut.
pub fn escaped_within(text: &str, most: usize) -> String {
    let mut drawn = String::new();
    shrink(text, |shorter| {
        drawn = escape(shorter);
        length(&drawn).saturating_sub(most)
    });
    drawn
}

/// The line in at most so many units, with a notice that it was cut; `None` if it fits as it is.
///
/// The longest texts give way first. Numbers of citations stay.
pub fn shortened(line: &Line, most: usize, notice: &str) -> Option<Line> {
    if length(&draw(line)) <= most {
        return None;
    }
    let mut short = line.clone();
    // Half an address leads elsewhere.
    for (ink, _) in short.spans.iter_mut().filter(|(ink, _)| *ink == Ink::Link) {
        *ink = Ink::Plain;
    }
    let end = short.spans.iter().rposition(|(ink, _)| *ink != Ink::Cite).map_or(0, |last| last + 1);
    let mut longest: Vec<usize> = (0..end).filter(|&at| short.spans[at].0 != Ink::Cite).collect();
    longest.sort_by_key(|&at| std::cmp::Reverse(length(&short.spans[at].1)));
    short.spans.insert(end, (Ink::Warning, notice.to_owned()));
    for at in longest {
        let whole = short.spans[at].1.clone();
        let over = shrink(&whole, |shorter| {
            shorter.clone_into(&mut short.spans[at].1);
            length(&draw(&short)).saturating_sub(most)
        });
        if over == 0 {
            break;
        }
    }
    Some(short)
}

/// Tries ever shorter cuts of a text until `excess` says that nothing is too long, or nothing is left; gives the last excess.
///
/// Escaping makes one unit into two at most, so that half the excess can always be cut.
fn shrink(text: &str, mut excess: impl FnMut(&str) -> usize) -> usize {
    let mut room = length(text);
    let mut over = excess(text);
    while over > 0 && room > 0 {
        room = room.saturating_sub(over.div_ceil(2));
        over = excess(&cut(text, room));
    }
    over
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(spans: &[(Ink, &str)]) -> Line {
        let spans = spans.iter().map(|(ink, text)| (*ink, (*text).to_owned())).collect();
        Line::of(spans)
    }

    #[test]
    fn spaces_stand_outside_the_markers_and_markers_never_touch() {
        let drawn = |spans: &[(Ink, &str)]| draw(&line(spans));
        assert_eq!(drawn(&[(Ink::Plain, "A."), (Ink::Faint, " — according to B")]), "A. *— according to B*");
        assert_eq!(drawn(&[(Ink::Faint, "a "), (Ink::Warning, "(b)")]), "*a (b)*");
        assert_eq!(drawn(&[(Ink::Strong, "a"), (Ink::Warning, "b")]), "**a**\u{200B}*b*");
        assert_eq!(drawn(&[(Ink::Strong, " ")]), " ");
        assert_eq!(drawn(&[(Ink::Faint, "a\\")]), "*a\\\\\u{200B}*");
    }

    #[test]
    fn what_is_typed_stays_dead() {
        for (typed, drawn) in [
            ("https://a.example/b_c", "https\\://a.example/b\\_c"),
            (":smile: at 10:30", "\\:smile: at 10\\:30"),
            ("1. one", "1\\. one"),
            ("1.5 or 2. two", "1.5 or 2. two"),
            ("- one\n# two", "\\- one \\# two"),
            ("a\u{202E}b", "a\u{2060}b"),
            ("@everyone <@1>", "\\@everyone \\<\\@1\\>"),
        ] {
            assert_eq!(escape(typed), drawn);
        }
    }

    #[test]
    fn nothing_ends_an_address_early() {
        assert_eq!(link("https://a.example/<b> c_d"), "<https://a.example/%3Cb%3E%20c_d>");
    }

    proptest! {
        #[test]
        fn what_is_shortened_fits_and_keeps_its_citations(text in "[a*_ :\\\\]{0,200}", who in "[b*]{0,200}", most in 40usize..120) {
            let whole = line(&[(Ink::Plain, &text), (Ink::Faint, &who), (Ink::Cite, " [1]")]);
            let short = shortened(&whole, most, " (cut)").unwrap_or(whole);
            prop_assert!(length(&draw(&short)) <= most);
            prop_assert!(draw(&short).ends_with(" \\[1\\]"));
        }

        #[test]
        fn what_is_escaped_fits(text in "[a*_😀 ]{0,80}", most in 0usize..60) {
            prop_assert!(length(&escaped_within(&text, most)) <= most);
            prop_assert!(length(&strong(&text, most + 8)) <= most + 8);
        }
    }
}
