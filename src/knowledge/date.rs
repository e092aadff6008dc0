//! Dates: EDTF as the files write it, days to compare and select by, and words for people.
//!
//! Reading and bounds come from the crate `edtf-core`; what is here is the day count and the rendering in English.

use std::fmt;

use edtf_core::{Bound, BoundDate, Edtf, Interval, IntervalEndpoint, Qualifier, SetElement, SetKind, Year};

/// A date as the curator wrote it, with the first and last day that it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    text: Box<str>,
    first: Day,
    last: Day,
}

/// A day of the proleptic Gregorian calendar: days since 1970-01-01.
///
/// The ends of the range stand for "no beginning" and "no end".
pub type Day = i32;

/// 1970-01-01 as a Julian day number.
const EPOCH_JULIAN_DAY: i32 = 2_440_588;

impl Date {
    /// Reads an EDTF expression of any level.
    ///
    /// # Errors
    /// What is wrong, and at which byte, when the text is not EDTF or names a day that no calendar has.
    pub fn parse(text: &str) -> Result<Self, edtf_core::ParseError> {
        let bounds = Edtf::parse(text)?.bounds();
        let first = day_of(bounds.earliest).unwrap_or(Day::MIN);
        let last = day_of(bounds.latest).unwrap_or(Day::MAX);
        Ok(Self { text: text.into(), first, last })
    }

    /// One day as a date; none outside the years 0 to 9999.
    pub fn on(day: Day) -> Option<Self> {
        let date = time::Date::from_julian_day(day.checked_add(EPOCH_JULIAN_DAY)?).ok()?;
        Self::parse(&format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())).ok()
    }

    /// The first and the last day that the date touches, both included.
    pub fn days(&self) -> (Day, Day) {
        (self.first, self.last)
    }

    /// What timelines sort by: the first day, then the last.
    pub fn order(&self) -> (Day, Day) {
        self.days()
    }
}

/// The date in English: "20–21 November 2013", "about July 2010", "2006–2012".
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Edtf::parse(&self.text) {
            Ok(date) => f.write_str(&words(&date)),
            Err(_) => f.write_str(&self.text),
        }
    }
}

fn day_of(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => Some(day_number(date)),
        Bound::NegativeInfinity => Some(Day::MIN),
        Bound::PositiveInfinity => Some(Day::MAX),
        Bound::Unknown => None,
    }
}

/// Years outside the range of the crate `time` count as no beginning or no end.
fn day_number(date: BoundDate) -> Day {
    let out_of_range = if date.year < 0 { Day::MIN } else { Day::MAX };
    let day = i32::try_from(date.year).ok().zip(time::Month::try_from(date.month).ok());
    day.and_then(|(year, month)| time::Date::from_calendar_date(year, month, date.day).ok())
        .map_or(out_of_range, |day| day.to_julian_day() - EPOCH_JULIAN_DAY)
}

fn words(date: &Edtf) -> String {
    match date {
        Edtf::Date(date) => date_words(date),
        Edtf::DateTime(moment) => {
            format!("{}, {:02}:{:02}", date_words(&moment.date), moment.time.hour, moment.time.minute)
        }
        Edtf::Interval(interval) => interval_words(interval),
        Edtf::Set(set) => {
            let elements: Vec<String> = set.elements.iter().map(element_words).collect();
            let joint = if set.kind == SetKind::OneMember { " or " } else { " and " };
            join(&elements, joint)
        }
    }
}

fn join(parts: &[String], joint: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{}{joint}{last}", first.join(", ")),
    }
}

fn element_words(element: &SetElement) -> String {
    match element {
        SetElement::Date(date) => date_words(date),
        SetElement::OnOrBefore(date) => format!("{} or before", date_words(date)),
        SetElement::OnOrAfter(date) => format!("{} or after", date_words(date)),
        SetElement::Range(first, last) => format!("{}–{}", date_words(first), date_words(last)),
    }
}

fn interval_words(interval: &Interval) -> String {
    use IntervalEndpoint::{Open, Unknown};
    match (&interval.start, &interval.end) {
        (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => range_words(start, end),
        (Open | Unknown, Open | Unknown) => "at an unknown time".to_owned(),
        (start, Open) => format!("since {}", endpoint_words(start)),
        (start, Unknown) => format!("from {}, end unknown", endpoint_words(start)),
        (Open, end) => format!("until {}", endpoint_words(end)),
        (Unknown, end) => format!("until {}, beginning unknown", endpoint_words(end)),
        (start, end) => format!("{} to {}", endpoint_words(start), endpoint_words(end)),
    }
}

fn endpoint_words(endpoint: &IntervalEndpoint) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => date_words(date),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or before", date_words(date)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or after", date_words(date)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => "an unknown time".to_owned(),
    }
}

/// A range says what both ends share only once: "20–21 November 2013", "May–July 2010".
fn range_words(start: &edtf_core::Date, end: &edtf_core::Date) -> String {
    let (from, to) = (Parts::of(start), Parts::of(end));
    let plain = from.qualifier.is_empty() && to.qualifier.is_empty();
    let same_year = from.year == to.year;
    let same_month = same_year && from.month == to.month;
    match (&from, &to) {
        (Parts { day: Some(first), .. }, Parts { day: Some(last), .. }) if plain && same_month => {
            format!("{first}–{last} {}", to.without_day())
        }
        (Parts { day: None, month: None, .. }, Parts { day: None, month: None, .. }) if plain => {
            format!("{}–{}", from.year, to.year)
        }
        (Parts { month: Some(first), day: None, .. }, Parts { month: Some(_), day: None, .. })
            if plain && same_year =>
        {
            format!("{first}–{}", to.whole())
        }
        (Parts { month: Some(_), .. }, Parts { month: Some(_), .. }) if plain && same_year => {
            format!("{} – {}", from.without_year(), to.whole())
        }
        _ => format!("{} – {}", date_words(start), date_words(end)),
    }
}

fn date_words(date: &edtf_core::Date) -> String {
    let parts = Parts::of(date);
    format!("{}{}", parts.qualifier, parts.whole())
}

/// The pieces of one date, each in words. A month stands for a season too.
#[derive(PartialEq)]
struct Parts {
    qualifier: &'static str,
    day: Option<u8>,
    month: Option<&'static str>,
    year: String,
}

impl Parts {
    fn of(date: &edtf_core::Date) -> Self {
        let all = [Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
        let month = date.month.and_then(edtf_core::DateField::value).and_then(month_word);
        Self {
            qualifier: qualifier_words(all.into_iter().flatten()),
            day: date.day.and_then(edtf_core::DateField::value).filter(|_| month.is_some()),
            month,
            year: year_words(&date.year),
        }
    }

    fn without_day(&self) -> String {
        self.month.map_or_else(|| self.year.clone(), |month| format!("{month} {}", self.year))
    }

    fn without_year(&self) -> String {
        let month = self.month.unwrap_or_default();
        self.day.map_or_else(|| month.to_owned(), |day| format!("{day} {month}"))
    }

    fn whole(&self) -> String {
        self.day.map_or_else(|| self.without_day(), |day| format!("{day} {}", self.without_day()))
    }
}

fn qualifier_words(mut all: impl Iterator<Item = Qualifier> + Clone) -> &'static str {
    let approximate = all.clone().any(|q| q.approximate);
    match (approximate, all.any(|q| q.uncertain)) {
        (true, true) => "perhaps about ",
        (true, false) => "about ",
        (false, true) => "perhaps ",
        (false, false) => "",
    }
}

/// EDTF counts years astronomically: 0 is 1 BCE.
fn year_words(year: &Year) -> String {
    match (year.kind, year.value()) {
        (_, Some(value)) if value <= 0 => format!("{} BCE", 1 - value),
        (edtf_core::YearKind::Standard { negative: false, digits }, _) => match digits {
            [Some(a), Some(b), Some(c), Some(d)] => format!("{a}{b}{c}{d}"),
            [Some(a), Some(b), Some(c), None] => format!("the {a}{b}{c}0s"),
            [Some(a), Some(b), None, None] => format!("the {a}{b}00s"),
            _ => "an unknown year".to_owned(),
        },
        (_, Some(value)) => value.to_string(),
        (_, None) => "an unknown year".to_owned(),
    }
}

/// EDTF counts the months 1–12 and the seasons, quarters and so on from 21 (ISO 8601-2, 4.8).
fn month_word(number: u8) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const SEASONS: [&str; 21] = [
        "spring",
        "summer",
        "autumn",
        "winter", // where the place is not told
        "spring (north)",
        "summer (north)",
        "autumn (north)",
        "winter (north)",
        "spring (south)",
        "summer (south)",
        "autumn (south)",
        "winter (south)",
        "first quarter of",
        "second quarter of",
        "third quarter of",
        "fourth quarter of",
        "first third of",
        "second third of",
        "last third of",
        "first half of",
        "second half of",
    ];
    let at = |list: &'static [&str], from: u8| number.checked_sub(from).and_then(|n| list.get(usize::from(n)).copied());
    at(&MONTHS, 1).or_else(|| at(&SEASONS, 21))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, words) in [
            ("2013-11-20/2013-11-21", "20–21 November 2013"),
            ("2010-07~", "about July 2010"),
            ("2006/2012", "2006–2012"),
            ("2006-10-17", "17 October 2006"),
            ("2011-22", "summer 2011"),
            ("2016-11-30/2016-12-02", "30 November – 2 December 2016"),
            ("2012-12-30/2013-01-02", "30 December 2012 – 2 January 2013"),
            ("2010-05/2010-07", "May–July 2010"),
            ("2010-05/2011-07", "May 2010 – July 2011"),
            ("2013?", "perhaps 2013"),
            ("2013%", "perhaps about 2013"),
            ("201X", "the 2010s"),
            ("19XX", "the 1900s"),
            ("1985-04-XX", "April 1985"),
            ("1985-XX-XX", "1985"),
            ("1993/..", "since 1993"),
            ("../1918", "until 1918"),
            ("1993/", "from 1993, end unknown"),
            ("2006~/2012", "about 2006 – 2012"),
            ("[1667,1668,1670]", "1667, 1668 or 1670"),
            ("{1667..1668,1670}", "1667–1668 and 1670"),
            ("2021-04-13T09:30:00Z", "13 April 2021, 09:30"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("0000", "1 BCE"),
        ] {
            assert_eq!(Date::parse(edtf).unwrap().to_string(), words, "{edtf}");
        }
    }

    #[test]
    fn days_count_from_1970_and_open_ends_are_infinite() {
        assert_eq!(Date::parse("1970-01-01").unwrap().days(), (0, 0));
        assert_eq!(Date::parse("1969-12").unwrap().days(), (-31, -1));
        assert_eq!(Date::parse("2000/..").unwrap().days(), (10_957, Day::MAX));
        assert_eq!(Date::parse("../1970").unwrap().days(), (Day::MIN, 364));
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in ["2013-02-30", "2013-13", "soon", "", "20-11-2013", "2013-11-20/2013-11-31"] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_has_words_and_ordered_days(text in "[0-9XYES?~%./,{}\\[\\]:T-]{1,24}") {
            if let Ok(date) = Date::parse(&text) {
                prop_assert!(!date.to_string().is_empty());
                let (first, last) = date.days();
                prop_assert!(first <= last || text.contains(','), "{text}: {first} > {last}");
            }
        }
    }
}
