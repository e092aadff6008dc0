//! Dates as people type them, turned into EDTF for a hint: "15.11.1956", "November 1956", "c. 1956", "20–21 May 2013".
//!
//! Only hints come from here: what is stored is what the curator then writes.

use super::date::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Seasons as EDTF numbers them (ISO 8601-2, 4.8).
const SEASONS: [(&str, u8); 5] = [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];

const ABOUT: &[&str] = &[
    "circa ",
    "about ",
    "around ",
    "approximately ",
    "approx. ",
    "approx ",
    "ca. ",
    "ca ",
    "c. ",
    "c.",
    "c ",
    "~",
    "≈",
];
const PERHAPS: &[&str] = &["perhaps ", "probably ", "maybe ", "possibly "];
const SINCE: &[&str] = &["since ", "from "];
const UNTIL: &[&str] = &["until ", "till ", "up to ", "as late as "];
const BEFORE: &[&str] = &["before ", "prior to ", "<"];
const AFTER: &[&str] = &["after ", "later than ", ">"];
const AT_LATEST: &[&str] = &["by ", "no later than ", "not later than ", "not after ", "at the latest "];
const AT_EARLIEST: &[&str] = &["no earlier than ", "not earlier than ", "not before "];

/// How people end a period that lasts.
const STILL: &[&str] = &["present", "the present", "today", "now", "still", ".."];

/// Words that EDTF has no form for, or that change nothing: “late October” is in October.
const LOOSE: &[&str] = &[
    "early ",
    "late ",
    "mid-",
    "mid ",
    "middle of ",
    "the middle of ",
    "end of ",
    "the end of ",
    "beginning of ",
    "the beginning of ",
    "start of ",
    "the start of ",
    "night of ",
    "the night of ",
    "morning of ",
    "the morning of ",
    "evening of ",
    "the evening of ",
    "on ",
    "in ",
    "during ",
    "some time in ",
    "sometime in ",
    "monday ",
    "tuesday ",
    "wednesday ",
    "thursday ",
    "friday ",
    "saturday ",
    "sunday ",
];

/// How people write that a date is not known.
const NOT_KNOWN: &[&str] =
    &["", "?", "-", "unknown", "none", "undated", "n.d.", "nd", "s.d.", "no date", "n/a", "today", "now", "yesterday"];

/// What a text may mean, as EDTF: nothing, one date, or several where it may mean more than one.
pub(super) fn edtf(text: &str) -> Vec<String> {
    let mut read = whole(&folded(text));
    read.retain(|edtf| Date::parse(edtf).is_ok());
    let mut seen = Vec::new();
    read.retain(|edtf| {
        !seen.contains(edtf) && {
            seen.push(edtf.clone());
            true
        }
    });
    read
}

/// Whether a text says that the date is not known.
pub(super) fn is_not_known(text: &str) -> bool {
    NOT_KNOWN.contains(&&*folded(text))
}

/// What is wrong with a date that is nearly written as EDTF writes it, in a curator's words, and what to write.
pub(super) fn reason(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.trim().split(['-', '.', '/']).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| digits(part)).collect::<Option<_>>()?;
    let year_first = parts.first().is_some_and(|part| is_year(part));
    match *numbers.as_slice() {
        [_, _, _] if !parts.iter().any(|part| is_year(part)) => Some((
            "the year has four digits".to_owned(),
            "write all four digits of the year, and put it first".to_owned(),
        )),
        [_, month] | [_, month, _] if year_first && !(1..=12).contains(&month) => {
            Some((format!("there is no month {month}"), "write the month as a number from 01 to 12".to_owned()))
        }
        [year, month, _] if year_first => {
            let (first, last) = Date::parse(&format!("{year:04}-{month:02}")).ok()?.days();
            let name = MONTHS.get(month as usize - 1).copied().map(capital).unwrap_or_default();
            let help = format!("write a day that it has, or the month alone: `{year:04}-{month:02}`");
            Some((format!("{name} {year} has {} days", last - first + 1), help))
        }
        _ => None,
    }
}

fn folded(text: &str) -> String {
    let folded = text.to_lowercase().replace(['–', '—', '−'], "-").replace(['\u{a0}', ',', '"'], " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What follows one of some words.
fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word)).map(str::trim)
}

fn whole(text: &str) -> Vec<String> {
    let with = |rest: &str, mark: &str| marked(&single(rest), "", mark);
    if let Some(rest) = behind(text, LOOSE) {
        return whole(rest);
    }
    if let Some(rest) = behind(text, ABOUT) {
        return with(rest, "~");
    }
    if let Some(rest) = behind(text, PERHAPS).or_else(|| text.strip_suffix("(?)")).or_else(|| text.strip_suffix(" ?")) {
        return with(rest.trim(), "?");
    }
    if let Some(rest) = behind(text, SINCE).filter(|rest| !rest.contains(" to ")) {
        return with(rest, "/..");
    }
    if let Some(rest) = behind(text, UNTIL) {
        return marked(&single(rest), "../", "");
    }
    bounded(text).unwrap_or_else(|| {
        let read = single(text);
        if read.is_empty() { either(text).or_else(|| range(text)).into_iter().collect() } else { read }
    })
}

fn marked(dates: &[String], before: &str, behind: &str) -> Vec<String> {
    dates.iter().map(|date| format!("{before}{date}{behind}")).collect()
}

/// Before 1956, after July 1956, by 1956: some day up to then or from then on; or, of what lasted, all of that time.
fn bounded(text: &str) -> Option<Vec<String>> {
    let until = |date: &String| vec![format!("[..{date}]"), format!("../{date}")];
    let since = |date: &String| vec![format!("[{date}..]"), format!("{date}/..")];
    let limit = |rest: &str| single(rest).into_iter().next();
    if let Some(rest) = behind(text, BEFORE) {
        return neighbour(&limit(rest)?, false).as_ref().map(until);
    }
    if let Some(rest) = behind(text, AFTER) {
        return neighbour(&limit(rest)?, true).as_ref().map(since);
    }
    if let Some(rest) = behind(text, AT_LATEST) {
        return limit(rest).as_ref().map(until);
    }
    behind(text, AT_EARLIEST).and_then(limit).as_ref().map(since)
}

/// The year, month or day before or after one.
fn neighbour(date: &str, after: bool) -> Option<String> {
    let parts: Vec<i32> = date.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let step = if after { 1 } else { -1 };
    match *parts.as_slice() {
        [year] => Some(format!("{:04}", year + step)),
        [year, month] => {
            let months = year * 12 + month - 1 + step;
            Some(format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1))
        }
        [year, month, day] => {
            let month = time::Month::try_from(u8::try_from(month).ok()?).ok()?;
            let day = time::Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()?;
            let next = if after { day.next_day() } else { day.previous_day() }?;
            Some(format!("{:04}-{:02}-{:02}", next.year(), u8::from(next.month()), next.day()))
        }
        _ => None,
    }
}

/// 1956 or 1957, October or November 1956.
fn either(text: &str) -> Option<String> {
    let (first, last) = text.split_once(" or ")?;
    let (start, end) = ends(first.trim(), last.trim())?;
    Some(format!("[{start},{end}]"))
}

fn range(text: &str) -> Option<String> {
    let text = text.strip_prefix("from ").or_else(|| text.strip_prefix("between ")).unwrap_or(text);
    let joints = [" to ", " until ", " till ", " and ", " - ", "--", "..", "/", "-"];
    joints.iter().filter_map(|joint| text.split_once(joint)).find_map(|(first, last)| {
        let (first, last) = (first.trim(), last.trim());
        if STILL.contains(&last) {
            return single(first).into_iter().next().map(|start| format!("{start}/.."));
        }
        let (start, end) = ends(first, last)?;
        Some(format!("{start}/{end}"))
    })
}

/// Two dates, where what both share may be told only once.
fn ends(first: &str, last: &str) -> Option<(String, String)> {
    let end = single(last).into_iter().next().or_else(|| {
        // 1956-60, 1956-10/11, 1956-11-15/20
        let start = single(first).into_iter().next().filter(|_| last.len() == 2 && digits(last).is_some())?;
        let shared = if start.len() == 4 { 2 } else { start.len() - 2 };
        Some(format!("{}{last}", start.get(..shared)?))
    })?;
    let start = single(first).into_iter().next().or_else(|| {
        // “20–21 November 2013” and “May–July 2010” tell the year, or month and year, only once.
        let mut rest: Vec<&str> = last.split(' ').collect();
        rest.remove(0);
        let whole = if digits(first).is_some() || rest.len() == 1 {
            format!("{first} {}", rest.join(" "))
        } else {
            format!("{first} {}", rest.last()?)
        };
        single(&whole).into_iter().next()
    })?;
    Some((start, end))
}

/// A single date, in one or two readings.
fn single(text: &str) -> Vec<String> {
    let text = behind(text, LOOSE).unwrap_or(text).trim_end_matches('.');
    if let Some(date) = numbers(text) {
        return date;
    }
    let decade = text.strip_prefix("the ").unwrap_or(text).strip_suffix("0s").or_else(|| text.strip_suffix("0's"));
    if let Some(decade) = decade.filter(|decade| decade.len() == 3 && digits(decade).is_some()) {
        return vec![format!("{decade}X")];
    }
    if let Some(year) = [" bc", " bce", " b.c"].iter().find_map(|era| text.strip_suffix(era)).and_then(digits) {
        return year
            .checked_sub(1)
            .map(|year| if year == 0 { "0000".to_owned() } else { format!("-{year:04}") })
            .into_iter()
            .collect();
    }
    moment(text).or_else(|| words(text)).into_iter().collect()
}

/// 15.11.1956, 15/11/1956, 1956/11/15, 11.1956, 1956.
fn numbers(text: &str) -> Option<Vec<String>> {
    let mark = text.chars().find(|letter| ['.', '/', '-'].contains(letter)).unwrap_or('-');
    let parts: Vec<u32> = text.split(mark).map(digits).collect::<Option<_>>()?;
    let (first, last) = (text.split(mark).next()?, text.split(mark).next_back()?);
    let (year_first, year_last) = (is_year(first), is_year(last));
    let day = |year: u32, month: u32, day: u32| format!("{year:04}-{month:02}-{day:02}");
    Some(match parts.as_slice() {
        [year] if is_year(text) => vec![format!("{year:04}")],
        [year, month] if year_first && (1..=12).contains(month) => vec![format!("{year:04}-{month:02}")],
        [month, year] if year_last && *month <= 12 => vec![format!("{year:04}-{month:02}")],
        // Databases write what they do not know as zero.
        [year, 0, 0] if year_first => vec![format!("{year:04}")],
        [year, month, 0] if year_first => vec![format!("{year:04}-{month:02}")],
        [year, month, d] if year_first && *month > 12 => vec![day(*year, *d, *month)],
        [year, month, d] if year_first => vec![day(*year, *month, *d)],
        // With points the day comes first everywhere; with strokes it depends on the country.
        [d, month, year] if year_last && (mark == '.' || *d > 12 || d == month) => vec![day(*year, *month, *d)],
        [month, d, year] if year_last && *d > 12 => vec![day(*year, *month, *d)],
        [a, b, year] if year_last => vec![day(*year, *b, *a), day(*year, *a, *b)],
        _ => return None,
    })
}

/// 1956-11-15 17:00, 1956-11-15T17:00.
fn moment(text: &str) -> Option<String> {
    let (day, time) = text.split_once(' ').or_else(|| text.split_once('t'))?;
    let [hour, minute] = *time.split(':').map(digits).collect::<Option<Vec<u32>>>()?.as_slice() else { return None };
    let day = numbers(day)?.into_iter().next()?;
    Some(format!("{day}T{hour:02}:{minute:02}:00"))
}

/// 15 November 1956, November 15 1956, Nov. 1956, 15-Nov-1956, the summer of 2011, winter 1956/57, 20th century.
fn words(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split([' ', '.', '-']).filter(|word| !matches!(*word, "" | "the" | "of" | "in")).collect();
    let (mut year, mut month, mut season, mut day) = (None, None, None, None);
    for word in &words {
        if *word == "century" {
            let number = words.first().and_then(|first| ordinal(first))?;
            return Some(format!("{:02}XX", number.checked_sub(1)?));
        } else if let Some(number) = year_of(word) {
            year = Some(number);
        } else if let (Some(number), None) = (month_number(word), month) {
            month = Some(number);
        } else if let Some((_, number)) = SEASONS.iter().find(|(name, _)| name == word) {
            season = Some(*number);
        } else if day.is_none() {
            day = Some(ordinal(word)?);
        } else {
            return None;
        }
    }
    let year = year?;
    match (month, season, day) {
        (Some(month), None, Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (Some(month), None, None) => Some(format!("{year:04}-{month:02}")),
        (None, Some(season), None) => Some(format!("{year:04}-{season}")),
        _ => None,
    }
}

/// 1956, or the first year of a winter, 1956/57.
fn year_of(word: &str) -> Option<u32> {
    let first = word.split_once('/').filter(|(_, last)| last.len() == 2 && digits(last).is_some());
    let year = first.map_or(word, |(first, _)| first);
    digits(year).filter(|_| is_year(year))
}

fn month_number(word: &str) -> Option<usize> {
    let whole = |month: &str| word == month || (word.len() >= 3 && word.len() <= 4 && month.starts_with(word));
    MONTHS.iter().position(|month| whole(month)).map(|at| at + 1)
}

fn ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits(number).filter(|number| *number < 100)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && digits(text).is_some()
}

fn digits(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests;
