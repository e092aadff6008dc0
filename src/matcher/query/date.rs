//! Years, months and days named in a question, as spans of days.
//!
//! What bounds a date ("after 2013") is read in `period`; whether an entry's days fit is asked in `score`.

use crate::matcher::text::language::MonthNames;
use crate::matcher::text::normalize::Word;
use time::{Date, Month};

/// A span of days, counted from 1970-01-01, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// First day; `i32::MIN` for no beginning.
    pub first: i32,
    /// Last day; `i32::MAX` for no end.
    pub last: i32,
    /// Days within that are left out ("not in 2013").
    pub except: Option<(i32, i32)>,
}

impl Period {
    /// All days from `first` to `last`.
    pub(in crate::matcher) fn new(first: i32, last: i32) -> Period {
        Period { first, last, except: None }
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(self, days: (i32, i32)) -> bool {
        let left_out = self.except.is_some_and(|except| except.0 <= days.0 && days.1 <= except.1);
        self.first <= days.1 && days.0 <= self.last && !left_out
    }

    /// Share of an entry's days that lie in the period: what was that day fits a day better than what was all that year.
    pub fn fit(self, days: (i32, i32)) -> f32 {
        let length = |first: i32, last: i32| (i64::from(last) - i64::from(first) + 1).max(0) as f32;
        let shared = length(self.first.max(days.0), self.last.min(days.1));
        shared / length(days.0, days.1).max(1.0)
    }

    /// From the start of the earlier to the end of the later.
    pub(in crate::matcher) fn until(self, end: Period) -> Period {
        Period::new(self.first.min(end.first), self.last.max(end.last))
    }
}

/// Years that a four-digit number is taken for.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

/// What may stand between a day, its month and its year: "20th of November", "20 de noviembre de 2013".
const OF: [&str; 15] = ["of", "de", "del", "d", "di", "do", "da", "the", "th", "st", "nd", "rd", "er", "le", "go"];

/// What makes a decade of a year, folded: "1990s", "1990er", "1990-х", "1990-ых".
const DECADE: [&str; 5] = ["s", "er", "ern", "h", "yh"];

/// The date that starts at word `at`, and how many words it takes. `is_ending`: whether a word is the ending of the one before
/// it, as in "2013-cü ilin noyabrında".
pub(in crate::matcher) fn date_at(
    words: &[Word<'_>],
    at: usize,
    months: &MonthNames,
    is_ending: &dyn Fn(&str) -> bool,
) -> Option<(Period, usize)> {
    let dates = Dates { words: words.get(at..).unwrap_or_default(), months, is_ending };
    dates.year_first().or_else(|| dates.day_first()).or_else(|| dates.month_first())
}

/// Words that may start with a date.
struct Dates<'w> {
    words: &'w [Word<'w>],
    months: &'w MonthNames,
    is_ending: &'w dyn Fn(&str) -> bool,
}

impl Dates<'_> {
    /// 2013-11-20, 2013-11, 2013–14, 2013 November 20, 1990s, 2013.
    fn year_first(&self) -> Option<(Period, usize)> {
        let y = self.year(0)?;
        if let (Some(m), false) = (parse_two_digits(self.word(1), 12), self.month(2).is_some()) {
            return Some(match parse_two_digits(self.word(2), 31) {
                Some(d) if self.month(3).is_none() => (day(y, m, d), 3),
                None if self.year(2).is_none() => (month_of(y, m), 2),
                _ => (year_of(y), 1),
            });
        }
        let end = parse_two_digits(self.word(1), 99).map(u32::cast_signed).filter(|&end| end > y % 100);
        if let (Some(end), None) = (end, self.month(2)) {
            return Some((year_of(y).until(year_of(y - y % 100 + end)), 2));
        }
        if y % 10 == 0 && DECADE.contains(&self.word(1)) {
            return Some((year_of(y).until(year_of(y + 9)), 2));
        }
        let at = self.after(1, self.is_ending);
        // "2013, May 2014" is no month of 2013.
        if let (Some(m), None) = (self.month(at), self.year(self.after(at + 1, &is_of))) {
            return Some(match self.number(at + 1) {
                Some(d) if self.month(at + 2).is_none() => (day(y, m, d), at + 2),
                _ => (month_of(y, m), at + 1),
            });
        }
        Some((year_of(y), 1))
    }

    /// 20.11.2013, 20 November 2013, 20–21 November 2013.
    fn day_first(&self) -> Option<(Period, usize)> {
        let d = self.number(0)?;
        if let (Some(m), Some(y)) = (self.number(1).filter(|&m| m <= 12), self.year(2)) {
            return Some((day(y, m, d), 3));
        }
        let second = self.number(1);
        let at = self.after(if second.is_some() { 2 } else { 1 }, &is_of);
        let to = self.after(at + 1, &is_of);
        let (m, y) = (self.month(at)?, self.year(to)?);
        Some((day(y, m, d).until(day(y, m, second.unwrap_or(d))), to + 1))
    }

    /// November 20 2013, November 2013, May–July 2010.
    fn month_first(&self) -> Option<(Period, usize)> {
        let m = self.month(0)?;
        if let (Some(d), Some(y)) = (self.number(1), self.year(self.after(2, &is_of))) {
            return Some((day(y, m, d), self.after(2, &is_of) + 1));
        }
        let end = self.month(1);
        let at = self.after(if end.is_some() { 2 } else { 1 }, &is_of);
        let y = self.year(at)?;
        Some((month_of(y, m).until(month_of(y, end.unwrap_or(m))), at + 1))
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded)
    }

    fn year(&self, at: usize) -> Option<i32> {
        let year = (self.word(at).len() == 4).then(|| self.word(at).parse().ok())??;
        YEARS.contains(&year).then_some(year)
    }

    fn number(&self, at: usize) -> Option<u32> {
        parse_below(self.word(at), 31)
    }

    fn month(&self, at: usize) -> Option<u32> {
        self.words.get(at).and_then(|&word| self.months.month(word))
    }

    /// The first of the words from `at` on, of which two may be passed over, that is not to be passed over.
    fn after(&self, at: usize, pass: &dyn Fn(&str) -> bool) -> usize {
        (at..at + 2).find(|&at| !pass(self.word(at))).unwrap_or(at + 2)
    }
}

fn is_of(word: &str) -> bool {
    OF.contains(&word)
}

fn parse_below(word: &str, most: u32) -> Option<u32> {
    word.parse().ok().filter(|n| (1..=most).contains(n))
}

fn parse_two_digits(word: &str, most: u32) -> Option<u32> {
    (word.len() == 2).then(|| parse_below(word, most))?
}

fn year_of(year: i32) -> Period {
    month_of(year, 1).until(month_of(year, 12))
}

fn month_of(year: i32, month: u32) -> Period {
    let days = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok()).map_or(31, |m| m.length(year));
    Period::new(day_number(year, month, 1), day_number(year, month, days.into()))
}

/// The day, or its month if that month has no such day.
fn day(year: i32, month: u32, day: u32) -> Period {
    let whole = month_of(year, month);
    let first = whole.first + day.cast_signed() - 1;
    if first > whole.last { whole } else { Period::new(first, first) }
}

/// Days from 1970-01-01 in the Gregorian calendar; 0 for a day that it does not have, which no caller asks for.
fn day_number(year: i32, month: u32, day: u32) -> i32 {
    let parts = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok()).zip(u8::try_from(day).ok());
    let date = parts.and_then(|(month, day)| Date::from_calendar_date(year, month, day).ok());
    date.map_or(0, |date| date.to_julian_day() - time::UtcDateTime::UNIX_EPOCH.date().to_julian_day())
}
