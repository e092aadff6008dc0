//! What is not TOML, in the words of a teacher: by the line in which the parser stumbled, what was meant and what to type.
//!
//! The parser knows what it expected; a curator wants to know what to write. So each line is looked at for the mistakes
//! that people make, and the parser's own words are the last resort.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::knowledge::date::Date;
use crate::knowledge::format::Table;
use crate::knowledge::typed_date;
use crate::suggestion::nearest;

const CURLY: [char; 6] = ['“', '”', '„', '«', '»', '‟'];

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
    for (start, error) in sorted {
        let line = line_at(text, start);
        // `[event]` twice is one table twice, with each of its keys.
        if (twice(error) && !single.is_empty()) || !seen.insert(line.start) || single_bracket(line).is_some() {
            continue;
        }
        if is_open && !all.is_empty() {
            break;
        }
        let found = if is_open { open_list(text, start) } else { None };
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

    /// Key and value, without the remark behind the value where the value is no text.
    fn parts(self) -> Option<(&'t str, &'t str)> {
        let (key, value) = self.text.split_once('=')?;
        let value = if value.contains('"') { value } else { value.split('#').next().unwrap_or_default() };
        Some((key.trim(), value.trim()))
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

fn mistake(line: Line<'_>, error: &toml::de::Error) -> Option<Found> {
    let whole =
        |message: &str, help: String| Some(Found { message: message.to_owned(), help, span: line.span(), mend: None });
    if error.message() == "duplicate key" {
        let key = line.parts().map_or(line.text, |(key, _)| key);
        let help = "remove one of the two; if a new entry begins between them, write its `[[…]]` above it".to_owned();
        return whole(&format!("`{key}` stands twice in this entry"), help);
    }
    let Some((key, value)) = line.parts() else {
        return match line.text.split_once(':') {
            Some((key, value)) => {
                let help = format!("write `{} = {}`", key.trim(), quoted(value.trim()));
                whole("a key and its value are joined by an equals sign", help)
            }
            None if line.text.contains(" \"") => {
                let (key, value) = line.text.trim().split_once(' ')?;
                whole("a key and its value are joined by an equals sign", format!("write `{key} = {}`", value.trim()))
            }
            None => whole(
                "this line is neither an entry nor a key",
                "write `key = \"text\"`, or `#` before a remark".to_owned(),
            ),
        };
    };
    if key.contains(' ') {
        let joined = key.replace(' ', "_");
        return whole("a key is one word", format!("write `{joined} = {value}`"));
    }
    wrong_value(line, key, value, error)
}

fn wrong_value(line: Line<'_>, key: &str, value: &str, error: &toml::de::Error) -> Option<Found> {
    if value.is_empty() {
        return line.value("this key has no value", "\"…\"", false);
    }
    if value.starts_with(CURLY) || (value.starts_with('[') && value.contains(CURLY) && !value.contains('"')) {
        let straight: String = value.chars().map(|c| if CURLY.contains(&c) { '"' } else { c }).collect();
        let safe = !value.contains(['"', '\\', '#']) && straight.matches('"').count() == elements(value) * 2;
        return line.value("curly quotation marks do not enclose a text; straight ones do", &straight, safe);
    }
    if error.message().starts_with("missing comma") {
        return line.value("the elements of a list stand between commas", "[\"…\", \"…\"]", false);
    }
    if let Some(inside) = value.strip_prefix('"') {
        return quotation_marks(line, inside, error);
    }
    if value.starts_with('\'') {
        let plain = value.trim_matches('\'').replace('"', "\\\"");
        return line.value("an apostrophe ends a text that begins with one", &format!("\"{plain}\""), false);
    }
    let small = value.to_lowercase();
    match small.as_str() {
        "true" | "false" => return line.value("`true` and `false` have small letters", &small, true),
        "yes" | "no" => {
            let word = if small == "yes" { "true" } else { "false" };
            return line.value("it is either `true` or `false`", word, false);
        }
        _ => {}
    }
    bare_value(line, key, value)
}

fn quotation_marks(line: Line<'_>, inside: &str, error: &toml::de::Error) -> Option<Found> {
    if error.message().contains("escape") {
        let help = "write two, `\\\\`; one alone begins a special character".to_owned();
        let message = "a backslash in a text must be written twice".to_owned();
        return Some(Found { message, help, span: line.span(), mend: None });
    }
    if !inside.contains('"') {
        let message = "this text has no quotation mark at its end".to_owned();
        let help = format!("write `\"{}\"`", inside.trim_end());
        return Some(Found { message, help, span: line.span(), mend: None });
    }
    let inner = inside.strip_suffix('"').unwrap_or(inside);
    line.value(
        "a text ends at the next quotation mark; one inside it needs a backslash before it",
        &format!("\"{}\"", inner.replace('"', "\\\"")),
        false,
    )
}

/// A value without quotation marks that is neither number nor `true` or `false`.
fn bare_value(line: Line<'_>, key: &str, value: &str) -> Option<Found> {
    if matches!(key, "date" | "published") {
        let safe = Date::parse(value).is_ok();
        let edtf = if safe {
            value.to_owned()
        } else {
            typed_date::edtf(value).into_iter().next().unwrap_or_else(|| value.to_owned())
        };
        return line.value("a date stands in quotation marks", &quoted(&edtf), safe);
    }
    if key == "value" {
        let digits: String = value.chars().filter(|c| !matches!(c, ',' | ' ' | '\'' | '\u{a0}')).collect();
        let number = if digits.parse::<f64>().is_ok() { digits } else { "2328".to_owned() };
        return line.value("a number has digits and at most one point", &number, false);
    }
    if let Some(list) = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        let texts: Vec<String> = list.split(',').map(|element| quoted(element.trim())).collect();
        return line.value("each text of a list stands in quotation marks", &format!("[{}]", texts.join(", ")), false);
    }
    if value.starts_with(['[', '{']) {
        return None;
    }
    line.value("a text stands in quotation marks", &quoted(value.trim_end_matches('"')), false)
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

fn quoted(text: &str) -> String {
    if text.starts_with('"') && text.ends_with('"') && text.len() > 1 { text.to_owned() } else { format!("\"{text}\"") }
}

/// How many texts a value has: one, or the elements of a list.
fn elements(value: &str) -> usize {
    if value.starts_with('[') { value.trim_end_matches([']', ' ']).trim_end_matches(',').split(',').count() } else { 1 }
}
