//! Values that are not TOML: texts without their quotation marks, lists, dates and numbers as people type them.

use super::{Found, Line};
use crate::knowledge::date::Date;
use crate::knowledge::read::number::{number, words_beside};
use crate::knowledge::typed_date;

/// Quotation marks that look well and enclose nothing.
pub(super) const CURLY: [char; 6] = ['“', '”', '„', '«', '»', '‟'];

/// What is wrong with the value of a key, and what to write.
pub(super) fn wrong_value(line: Line<'_>, key: &str, value: &str, error: &toml::de::Error) -> Option<Found> {
    if value.is_empty() {
        return line.value("this key has no value", "\"…\"", false);
    }
    if value.starts_with(CURLY) || (value.starts_with('[') && value.contains(CURLY) && !value.contains('"')) {
        let straight: String = value.chars().map(|c| if CURLY.contains(&c) { '"' } else { c }).collect();
        let safe = !value.contains(['"', '\\', '#']) && straight.matches('"').count() == elements(value) * 2;
        return line.value("curly quotation marks do not enclose a text; straight ones do", &straight, safe);
    }
    if error.message().starts_with("missing comma") {
        return elements_apart(line, value);
    }
    if let Some(list) = value.strip_prefix('(').and_then(|list| list.strip_suffix(')')) {
        return line.value("a list stands in square brackets", &format!("[{list}]"), false);
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
        let key = line.parts().map_or("", |(key, _)| key);
        let help = format!("write `{key} = \"{}\"`", inside.trim_end());
        return Some(Found { message, help, span: line.span(), mend: None });
    }
    let closed = inside.split_once('"').filter(|(text, _)| !text.ends_with('\\'));
    if closed.is_some_and(|(text, rest)| rest.trim().is_empty() && (text.contains("\\u") || text.contains("\\U"))) {
        let help =
            "write the character itself; `\\u` takes four digits, `\\U` eight, and half of a pair is no character"
                .to_owned();
        let message = "the digits behind `\\u` in this text name no character".to_owned();
        return Some(Found { message, help, span: line.span(), mend: None });
    }
    if let Some((text, rest)) = closed.filter(|(_, rest)| !rest.trim().is_empty())
        && rest.chars().all(|c| matches!(c, ',' | ';' | '.' | ' '))
    {
        return line.value("nothing stands behind a value, no comma either", &format!("\"{text}\""), true);
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
        let read = number(value);
        let toml = read.as_ref().map_or("2328", |read| &*read.toml);
        let found = line.value("a number has digits and at most one point", toml, false)?;
        let help = format!("{}{}", found.help, words_beside(read.as_ref()));
        return Some(Found { help, ..found });
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

/// Texts of a list between which no comma stands, or that hold quotation marks of their own.
fn elements_apart(line: Line<'_>, value: &str) -> Option<Found> {
    let pieces: Vec<&str> = value.trim_matches(['[', ']']).split('"').collect();
    let between = pieces.iter().step_by(2);
    if pieces.len().is_multiple_of(2) || between.flat_map(|piece| piece.chars()).any(|c| c != ',' && !c.is_whitespace())
    {
        let message = "a text ends at the next quotation mark".to_owned();
        let help = "write `\\\"` for a quotation mark inside a text, with a backslash before it".to_owned();
        return Some(Found { message, help, span: line.place(value), mend: None });
    }
    let texts: Vec<String> = pieces.iter().skip(1).step_by(2).map(|text| format!("\"{text}\"")).collect();
    line.value("the elements of a list stand between commas", &format!("[{}]", texts.join(", ")), false)
}

pub(super) fn quoted(text: &str) -> String {
    if text.starts_with('"') && text.ends_with('"') && text.len() > 1 { text.to_owned() } else { format!("\"{text}\"") }
}

/// How many texts a value has: one, or the elements of a list.
fn elements(value: &str) -> usize {
    if value.starts_with('[') { value.trim_end_matches([']', ' ']).trim_end_matches(',').split(',').count() } else { 1 }
}
