//! What is not TOML, in the words of a teacher: by the line in which the parser stumbled, what was meant and what to type.
//!
//! The parser knows what it expected; a curator wants to know what to write. So each line is looked at for the mistakes
//! that people make, and the parser's own words are the last resort.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::knowledge::format::Table;
use crate::suggestion::nearest;

mod value;

use value::{CURLY, quoted, wrong_value};

/// A line of a file, with where it begins.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

/// What is wrong in a line, where in the file, what to do, and what to write if nothing else can be meant.
struct Found {
    message: String,
    help: String,
    span: Range<usize>,
    mend: Option<(Range<usize>, String)>,
}

/// One fault for each line in which the parser stumbled; what follows from an open list or text is left out.
pub(super) fn faults(text: &str, file: FileId, errors: &[toml::de::Error]) -> Vec<Diagnostic> {
    let mut sorted: Vec<(usize, &toml::de::Error)> =
        errors.iter().map(|error| (error.span().map_or(0, |span| span.start), error)).collect();
    sorted.sort_by_key(|(start, _)| *start);
    let single: Vec<Diagnostic> = lines(text)
        .filter_map(single_bracket)
        // Within a text of several lines, a line like a header is no header.
        .map(|found| if has_long_text(text) { Found { mend: None, ..found } } else { found })
        .map(|found| found_fault(found, file))
        .collect();
    let twice = |error: &toml::de::Error| error.message() == "duplicate key";
    let open = |error: &toml::de::Error| {
        error.message().starts_with("unclosed array,") || error.message().contains("multi-line")
    };
    let is_open = sorted.iter().any(|(_, error)| open(error));
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    let mut told = 0;
    for (start, error) in sorted {
        let line = line_at(text, start);
        if start < told {
            continue;
        }
        // `[event]` twice is one table twice, with each of its keys.
        if (twice(error) && !single.is_empty()) || !seen.insert(line.start) || single_bracket(line).is_some() {
            continue;
        }
        if is_open && !all.is_empty() {
            break;
        }
        let found = if is_open { open_list(text, start) } else { broken_text(text, line) };
        told = if found.is_some() { rest_of_text(text, line).1 } else { told };
        if twice(error) && line.parts().is_some_and(|(key, _)| key == "id") {
            told = next_header(text, line);
        }
        all.push(found_fault(found.or_else(|| mistake(line, error)).unwrap_or_else(|| unknown(line, error)), file));
    }
    all.extend(single);
    all
}

/// The ids that seem to stand in a text that cannot be read.
pub(super) fn ids(text: &str) -> BTreeSet<String> {
    let ids = lines(text).filter_map(|line| {
        let (key, value) = line.text.split_once('=')?;
        let id: String = value
            .chars()
            .skip_while(|c| !c.is_alphanumeric())
            .take_while(|c| c.is_alphanumeric() || *c == '-')
            .collect();
        (key.trim() == "id" && !id.is_empty()).then_some(id)
    });
    ids.collect()
}

/// A name of a table that stands for something else than entries.
pub(super) fn not_entries(table: Table, text: &str, file: FileId, span: Range<usize>) -> Diagnostic {
    let header = line_at(text, span.start);
    single_bracket(header).filter(|_| header.text.contains(table.word())).map_or_else(
        || {
            let message = format!("`{}` stands for entries, and here for a single value", table.word());
            Diagnostic::new(Code::WrongType, message)
                .at(file, span, "")
                .help(format!("begin an entry with `[[{}]]`", table.word()))
        },
        |found| {
            let mut fault = found_fault(found, file);
            fault.code = Code::WrongType;
            fault
        },
    )
}

fn found_fault(found: Found, file: FileId) -> Diagnostic {
    let fault = Diagnostic::new(Code::Syntax, found.message).at(file, found.span, "").help(found.help);
    match found.mend {
        Some((span, text)) => fault.mend(span, text),
        None => fault,
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.split_inclusive('\n').scan(0, |start, text| {
        let line = Line { start: *start, text: text.trim_end_matches(['\n', '\r']) };
        *start += text.len();
        Some(line)
    })
}

fn has_long_text(text: &str) -> bool {
    text.contains("\"\"\"") || text.contains("'''")
}

fn line_at(text: &str, at: usize) -> Line<'_> {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let rest = text.get(start..).unwrap_or_default();
    Line { start, text: rest.lines().next().unwrap_or_default() }
}

impl<'t> Line<'t> {
    fn span(self) -> Range<usize> {
        let lead = self.text.len() - self.text.trim_start().len();
        self.start + lead..self.start + self.text.trim_end().len()
    }

    /// Key and value, without the remark behind the value.
    fn parts(self) -> Option<(&'t str, &'t str)> {
        let (key, value) = self.text.split_once('=')?;
        let value = remark(value).and_then(|at| value.get(..at)).unwrap_or(value);
        Some((key.trim(), value.trim()))
    }

    /// Whether a key and its value may begin on this line, or an entry.
    fn begins(self) -> bool {
        let text = self.text.trim_start();
        let key = text.split('=').next().unwrap_or_default().trim_end();
        let is_key = text.contains('=') && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_key || text.starts_with(['[', '#'])
    }

    /// Where the value stands in the file.
    fn place(self, value: &str) -> Range<usize> {
        let behind = self.text.find('=').map_or(0, |at| at + 1);
        let at = self.text.get(behind..).and_then(|text| text.find(value)).map_or(0, |at| at + behind);
        self.start + at..self.start + at + value.len()
    }

    /// A fault of the value: what to write for it, and whether nothing else can be meant.
    fn value(self, message: &str, instead: &str, safe: bool) -> Option<Found> {
        let (key, value) = self.parts()?;
        let span = self.place(value);
        let mend = safe.then(|| (span.clone(), instead.to_owned()));
        Some(Found { message: message.to_owned(), help: format!("write `{key} = {instead}`"), span, mend })
    }
}

/// Where a remark begins behind a value: at the first `#` outside of quotation marks, whichever were meant.
fn remark(value: &str) -> Option<usize> {
    let first = value.trim_start().trim_start_matches('[').trim_start().chars().next().unwrap_or('"');
    let is_mark = |c: char| match first {
        '\'' => c == '\'',
        curly if CURLY.contains(&curly) => CURLY.contains(&c),
        _ => c == '"',
    };
    let (mut inside, mut escaped) = (false, false);
    value.char_indices().find_map(|(at, letter)| {
        inside ^= is_mark(letter) && !escaped;
        escaped = letter == '\\' && !escaped;
        (letter == '#' && !inside).then_some(at)
    })
}

/// `[event]` for `[[event]]`, also where a bracket is missing on one side.
fn single_bracket(line: Line<'_>) -> Option<Found> {
    let text = line.text.split('#').next().unwrap_or_default().trim();
    let name = text.trim_matches(['[', ']']).trim();
    let table = Table::ALL.iter().map(|table| table.word()).find(|word| *word == name)?;
    let right = format!("[[{table}]]");
    (text.starts_with('[') && !(text.starts_with("[[") && text.ends_with("]]"))).then(|| {
        let lead = line.text.len() - line.text.trim_start().len();
        let span = line.start + lead..line.start + lead + text.len();
        let message = format!("`{text}` does not begin an entry");
        Found {
            message,
            help: format!("write `{right}`, with two brackets on each side"),
            span: span.clone(),
            mend: Some((span, right)),
        }
    })
}

/// A list that was not closed: the line in which it begins.
fn open_list(text: &str, at: usize) -> Option<Found> {
    let before: Vec<Line<'_>> = lines(text).take_while(|line| line.start < at).collect();
    let line = *before.iter().rev().find(|line| line.text.contains("= [") || line.text.contains("=["))?;
    let message = "this list is not closed".to_owned();
    Some(Found { message, help: "write `]` after its last element".to_owned(), span: line.span(), mend: None })
}

/// A text that goes on in the next line, which TOML allows only between three quotation marks.
fn broken_text(text: &str, line: Line<'_>) -> Option<Found> {
    let (key, value) = line.parts()?;
    let (rest, _) = rest_of_text(text, line);
    let is_open = value.starts_with('"') && value.matches('"').count() == 1;
    let whole = [value, &*rest].join(" ");
    let closed = whole.strip_suffix('"').filter(|_| is_open && !rest.is_empty())?;
    let message = "a text stands on one line".to_owned();
    Some(Found { message, help: format!("write `{key} = {closed}\"`"), span: line.span(), mend: None })
}

/// What follows a line up to the next key or entry, on one line, and where it ends.
fn rest_of_text(text: &str, line: Line<'_>) -> (String, usize) {
    let following = lines(text).skip_while(|next| next.start <= line.start).take_while(|next| !next.begins());
    let mut end = line.start + 1;
    let mut rest = Vec::new();
    for next in following {
        end = next.start + next.text.len() + 1;
        rest.push(next.text.trim());
    }
    (rest.join(" ").trim().to_owned(), end)
}

/// Where the next entry begins, with its header.
fn next_header(text: &str, line: Line<'_>) -> usize {
    let mut following = lines(text).skip_while(|next| next.start <= line.start);
    following.find(|next| next.text.trim_start().starts_with('[')).map_or(text.len(), |next| next.start)
}

fn mistake(line: Line<'_>, error: &toml::de::Error) -> Option<Found> {
    let whole =
        |message: &str, help: String| Some(Found { message: message.to_owned(), help, span: line.span(), mend: None });
    let Some((key, value)) = line.parts() else { return Some(no_key(line, error)) };
    if error.message() == "duplicate key" {
        if key == "id" {
            let help = "write the line that begins it above, such as `[[fact]]`".to_owned();
            return whole("a second `id` begins a new entry, and its `[[…]]` is missing", help);
        }
        return whole(&format!("`{key}` stands twice in this entry"), "remove one of the two".to_owned());
    }
    // An element of a list on a line of its own, such as `{ fact = "id", on = "the day" }`.
    if key.starts_with(['{', '[']) && error.message().starts_with("missing comma") {
        let help = "write `\\\"` for a quotation mark inside a text, and `,` between its keys".to_owned();
        return whole("a text ends at the next quotation mark, and a comma must follow it", help);
    }
    if key.starts_with(['{', '[']) {
        return None;
    }
    if key.contains(' ') {
        return whole("a key is one word", format!("write `{} = {value}`", key.replace(' ', "_")));
    }
    wrong_value(line, key, value, error)
}

/// What is wrong in a line without an equals sign.
fn no_key(line: Line<'_>, error: &toml::de::Error) -> Found {
    let text = line.text.trim();
    let (message, help) = if let Some(remark) = text.strip_prefix("//").or_else(|| text.strip_prefix("--")) {
        ("a remark begins with `#`", format!("write `# {}`", remark.trim()))
    } else if let Some(element) = text.strip_prefix(['-', '*', '•']).map(str::trim) {
        (
            "an element of a list has no hyphen or other sign before it",
            format!("write `{},`", quoted(element.trim_end_matches(','))),
        )
    } else if error.message().starts_with("missing comma") {
        ("the elements of a list stand between commas", "write `,` at the end of the line above".to_owned())
    } else if let Some((key, value)) = text.split_once(':') {
        let help = format!("write `{} = {}`", key.trim().trim_matches('"'), quoted(value.trim().trim_end_matches(',')));
        ("a key and its value are joined by an equals sign", help)
    } else if let Some((key, value)) = text.split_once(' ').filter(|(_, value)| value.starts_with('"')) {
        ("a key and its value are joined by an equals sign", format!("write `{key} = {value}`"))
    } else {
        ("this line is neither an entry nor a key", "write `key = \"text\"`, or `#` before a remark".to_owned())
    };
    Found { message: message.to_owned(), help, span: line.span(), mend: None }
}

fn unknown(line: Line<'_>, error: &toml::de::Error) -> Found {
    let header = line.text.trim().trim_matches(['[', ']']);
    let near = line
        .text
        .trim()
        .starts_with('[')
        .then(|| nearest(header, Table::ALL.iter().map(|table| table.word())))
        .flatten();
    let help = near.map_or_else(
        || "compare the line with an example in docs/knowledge-format.md".to_owned(),
        |near| format!("write `[[{near}]]` on a line of its own"),
    );
    let at = error.span().filter(|span| span.start < span.end).unwrap_or_else(|| line.span());
    Found { message: format!("this is not TOML: {}", error.message()), help, span: at, mend: None }
}
