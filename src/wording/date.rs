//! What there is to say of a date: which pieces, in which pattern. The words of both are the language's own.

use edtf_core::{Edtf, Interval, IntervalEndpoint, Qualifier, SetElement, SetKind, TimeShift, Year};

use crate::knowledge::date::Date;
use crate::message::{Joint, Message, Words};

/// A date as messages: "20–21 November 2013", "about July 2010", "2006–2012" in English.
pub(super) fn said(date: &Date) -> Words {
    match Edtf::parse(date.edtf()) {
        Err(_) => date.edtf().into(),
        Ok(Edtf::Date(date)) => whole(&date),
        Ok(Edtf::DateTime(moment)) => {
            let edtf_core::Time { hour, minute, shift, .. } = moment.time;
            let time = format!("{hour:02}:{minute:02}{}", shift.map(offset_said).unwrap_or_default());
            Message::DateTime { date: whole(&moment.date), time: time.into() }.into()
        }
        Ok(Edtf::Interval(interval)) => interval_said(&interval),
        Ok(Edtf::Set(set)) => {
            let mut dates: Vec<Words> = set.elements.iter().map(element_said).collect();
            match (dates.pop(), set.kind) {
                (Some(only), _) if dates.is_empty() => only,
                (Some(last), SetKind::OneMember) => {
                    Message::DateOr { dates: Words::List(dates, Joint::Comma), last }.into()
                }
                (Some(last), _) => Message::DateAnd { dates: Words::List(dates, Joint::Comma), last }.into(),
                (None, _) => Words::default(),
            }
        }
    }
}

/// `UTC` and what comes behind it are written so in every language.
fn offset_said(shift: TimeShift) -> String {
    match shift {
        TimeShift::Utc | TimeShift::Offset { minutes: 0, .. } => " UTC".to_owned(),
        TimeShift::Offset { minutes, .. } => {
            let sign = if minutes < 0 { '−' } else { '+' };
            format!(" UTC{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

fn element_said(element: &SetElement) -> Words {
    match element {
        SetElement::Date(date) => whole(date),
        SetElement::OnOrBefore(date) => Message::DateOrBefore { date: whole(date) }.into(),
        SetElement::OnOrAfter(date) => Message::DateOrAfter { date: whole(date) }.into(),
        SetElement::Range(first, last) => range_said(first, last),
    }
}

fn interval_said(interval: &Interval) -> Words {
    use IntervalEndpoint::{Open, Unknown};
    match (&interval.start, &interval.end) {
        (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => return range_said(start, end),
        (Open | Unknown, Open | Unknown) => Message::DateUnknown,
        (start, Open) => Message::DateSince { date: endpoint_said(start) },
        (start, Unknown) => Message::DateEndUnknown { date: endpoint_said(start) },
        (Open, end) => Message::DateUntil { date: endpoint_said(end) },
        (Unknown, end) => Message::DateBeginningUnknown { date: endpoint_said(end) },
        (start, end) => Message::DateFromTo { first: endpoint_said(start), last: endpoint_said(end) },
    }
    .into()
}

fn endpoint_said(endpoint: &IntervalEndpoint) -> Words {
    match endpoint {
        IntervalEndpoint::Date(date) => whole(date),
        IntervalEndpoint::OnOrBefore(date) => Message::DateOrBefore { date: whole(date) }.into(),
        IntervalEndpoint::OnOrAfter(date) => Message::DateOrAfter { date: whole(date) }.into(),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Message::UnknownTime.into(),
    }
}

/// A range says what both ends share only once: "20–21 November 2013", "May–July 2010".
fn range_said(start: &edtf_core::Date, end: &edtf_core::Date) -> Words {
    if start == end {
        return whole(start);
    }
    let (from, to) = (Parts::of(start), Parts::of(end));
    let wide = |first, last| Message::DateWideSpan { first, last }.into();
    if from.doubt != Doubt::default() || to.doubt != Doubt::default() {
        return wide(whole(start), whole(end));
    }
    let same_year = from.year == to.year;
    let span = |first: Words, last: Words| Words::from(Message::DateSpan { first, last });
    match (&from.within, &to.within) {
        (None, None) if from.is_numbered() && to.is_numbered() => {
            Message::YearSpan { first: from.year, last: to.year }.into()
        }
        (Some(first), Some(last)) if same_year => match (first, last) {
            (Within::Day(first, month), Within::Day(last, same)) if month == same => Message::DateFull {
                day: span((*first).into(), (*last).into()),
                month: month_said(*month),
                year: to.year,
            }
            .into(),
            (Within::Month(first), Within::Month(last)) => {
                Message::DateMonth { month: span(month_said(*first), month_said(*last)), year: to.year }.into()
            }
            (Within::Season(first, half), Within::Season(last, same)) if half == same && last <= &LAST_SEASON => {
                Message::DateSeason {
                    season: span(season_said(*first), season_said(*last)),
                    year: to.year,
                    half: (*half).into(),
                }
                .into()
            }
            (Within::Day(day, month), _) => {
                wide(Message::DateDay { day: (*day).into(), month: month_said(*month) }.into(), to.said())
            }
            (Within::Month(month), Within::Day(..)) => wide(month_said(*month), to.said()),
            _ => wide(from.said(), to.said()),
        },
        _ => wide(from.said(), to.said()),
    }
}

fn whole(date: &edtf_core::Date) -> Words {
    let parts = Parts::of(date);
    let date = parts.said();
    match parts.doubt {
        Doubt { approximate: true, uncertain: true } => Message::DatePerhapsAbout { date }.into(),
        Doubt { approximate: true, uncertain: false } => Message::DateAbout { date }.into(),
        Doubt { approximate: false, uncertain: true } => Message::DatePerhaps { date }.into(),
        Doubt { approximate: false, uncertain: false } => date,
    }
}

/// Whether any part of a date is approximate or uncertain.
#[derive(Debug, Default, PartialEq)]
struct Doubt {
    approximate: bool,
    uncertain: bool,
}

/// The pieces of one date.
struct Parts {
    doubt: Doubt,
    within: Option<Within>,
    year: Words,
}

/// Where in its year a date lies.
enum Within {
    /// A day of a month.
    Day(usize, u8),
    Month(u8),
    /// A season, or another part of the year; and of which half of the earth, if that is told.
    Season(u8, &'static str),
}

impl Parts {
    fn of(date: &edtf_core::Date) -> Self {
        let rounded = Qualifier { uncertain: false, approximate: date.year.significant_digits.is_some() };
        let all =
            [Some(rounded), Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
        let any = |is: fn(Qualifier) -> bool| all.into_iter().flatten().any(is);
        let day = date.day.and_then(edtf_core::DateField::value).map(usize::from);
        let month = date.month.and_then(edtf_core::DateField::value);
        Self {
            doubt: Doubt { approximate: any(|q| q.approximate), uncertain: any(|q| q.uncertain) },
            within: month.and_then(|month| Within::of(month, day)),
            year: year_said(&date.year),
        }
    }

    /// Whether the year is told by its number, and is no decade, century or year before our era.
    fn is_numbered(&self) -> bool {
        matches!(&self.year, Words::Message(year) if matches!(**year, Message::Year { .. }))
    }

    fn said(&self) -> Words {
        let year = self.year.clone();
        match self.within {
            Some(Within::Day(day, month)) => {
                Message::DateFull { day: day.into(), month: month_said(month), year }.into()
            }
            Some(Within::Month(month)) => Message::DateMonth { month: month_said(month), year }.into(),
            Some(Within::Season(season, half)) => {
                Message::DateSeason { season: season_said(season), year, half: half.into() }.into()
            }
            None => year,
        }
    }
}

/// The last of the seasons, before quarters and other parts of the year.
const LAST_SEASON: u8 = 24;

impl Within {
    /// EDTF counts the months 1–12 and the seasons, quarters and so on from 21 to 41 (ISO 8601-2, 4.8): four seasons
    /// anywhere, then the same north and south of the equator.
    fn of(month: u8, day: Option<usize>) -> Option<Self> {
        match (month, day) {
            (1..=12, Some(day)) => Some(Self::Day(day, month)),
            (1..=12, None) => Some(Self::Month(month)),
            (25..=28, _) => Some(Self::Season(month - 4, "north")),
            (29..=32, _) => Some(Self::Season(month - 8, "south")),
            (21..=41, _) => Some(Self::Season(month, "unknown")),
            _ => None,
        }
    }
}

/// EDTF counts years astronomically: 0 is 1 BCE.
fn year_said(year: &Year) -> Words {
    match (year.kind, year.value()) {
        (_, Some(value)) if value <= 0 => Message::YearBce { year: year_number(value.abs_diff(1)) },
        (edtf_core::YearKind::Standard { negative: false, digits }, None) => match digits.map(|d| d.map(u64::from)) {
            // "The 1900s" could as well be the century.
            [Some(a), Some(b), Some(0), None] => Message::FirstDecade { year: year_number(a * 1000 + b * 100) },
            [Some(a), Some(b), Some(c), None] => {
                let year = a * 1000 + b * 100 + c * 10;
                Message::Decade { year: year_number(year), ending: ending(year).into() }
            }
            [Some(a), Some(b), None, None] => Message::Century { number: counted(a * 10 + b + 1) },
            _ => Message::YearUnknown,
        },
        (_, Some(value)) => Message::Year { year: year_number(value.unsigned_abs()) },
        (_, None) => Message::YearUnknown,
    }
    .into()
}

fn year_number(year: u64) -> Words {
    Message::YearNumber { number: counted(year), ending: ending(year).into() }.into()
}

/// Fluent counts in `f64`; what would be rounded is no number to it.
fn counted(number: u64) -> Words {
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    let exact = usize::try_from(number).ok().filter(|_| number <= EXACT);
    exact.map_or_else(|| number.to_string().into(), Words::Count)
}

/// The last word of a number as it is spoken: 3 in 2013, 90 in 1990, 100 in 1900, 1000 in 2000.
fn ending(number: u64) -> usize {
    let last = |below: u64| usize::try_from(number % below).ok().filter(|&last| last > 0);
    last(10).or_else(|| last(100)).or(last(1000).map(|_| 100)).or(last(1_000_000).map(|_| 1000)).unwrap_or(1_000_000)
}

fn month_said(number: u8) -> Words {
    Message::Month { number: usize::from(number).into() }.into()
}

fn season_said(number: u8) -> Words {
    Message::Season { number: usize::from(number).into() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Wording;
    use proptest::prelude::*;

    const DATES: &[(&str, &str)] = &[
        ("2013-11-20/2013-11-21", "20–21 November 2013"),
        ("2010-07~", "about July 2010"),
        ("2006/2012", "2006–2012"),
        ("2006-10-17", "17 October 2006"),
        ("2011-22", "summer 2011"),
        ("2016-11-30/2016-12-02", "30 November – 2 December 2016"),
        ("2012-12-30/2013-01-02", "30 December 2012 – 2 January 2013"),
        ("2010-05/2010-07", "May–July 2010"),
        ("2010-05/2010-07-15", "May – 15 July 2010"),
        ("2010-21/2010-22", "spring–summer 2010"),
        ("2010-33/2010-35", "first quarter of 2010 – third quarter of 2010"),
        ("2010-25", "spring 2010 (Northern Hemisphere)"),
        ("2010-32", "winter 2010 (Southern Hemisphere)"),
        ("198X/200X", "the 1980s – the decade of the 2000s"),
        ("-0043/-0039", "44 BCE – 40 BCE"),
        ("Y170000002", "170,000,002"),
        ("Y9007199254740993", "9007199254740993"),
        ("2010-05/2011-07", "May 2010 – July 2011"),
        ("2013?", "perhaps 2013"),
        ("2013%", "perhaps about 2013"),
        ("201X", "the 2010s"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("190X", "the decade of the 1900s"),
        ("0476", "476"),
        ("1950S2", "about 1950"),
        ("2011-33", "first quarter of 2011"),
        ("2016-03-04/2016-03-04", "4 March 2016"),
        ("1985-04-XX", "April 1985"),
        ("1985-XX-XX", "1985"),
        ("1993/..", "since 1993"),
        ("../1918", "until 1918"),
        ("1993/", "from 1993, end unknown"),
        ("2006~/2012", "about 2006 – 2012"),
        ("[1667,1668,1670]", "1667, 1668 or 1670"),
        ("{1667..1668,1670}", "1667–1668 and 1670"),
        ("{2010-05..2010-07}", "May–July 2010"),
        ("2021-04-13T09:30:00", "13 April 2021, 09:30"),
        ("2021-04-13T09:30:00Z", "13 April 2021, 09:30 UTC"),
        ("2021-04-13T23:30:00-05:00", "13 April 2021, 23:30 UTC−5:00"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0000", "1 BCE"),
    ];

    fn worded(date: &Date) -> String {
        Wording::of(&"en".parse().unwrap()).words(&date.into())
    }

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, words) in DATES {
            assert_eq!(worded(&Date::parse(edtf).unwrap()), *words, "{edtf}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_has_words(text in "[0-9XYES?~%./,{}\\[\\]:T-]{1,24}") {
            if let Ok(date) = Date::parse(&text) {
                prop_assert!(!worded(&date).is_empty());
            }
        }
    }
}
