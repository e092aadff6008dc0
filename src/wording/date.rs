//! Dates in English: "20–21 November 2013", "about July 2010", "2006–2012".

use edtf_core::{Edtf, Interval, IntervalEndpoint, Qualifier, SetElement, SetKind, TimeShift, Year, YearKind};

use crate::knowledge::date::Date;

/// A date in words.
pub fn date_text(date: &Date) -> String {
    Edtf::parse(date.edtf()).map_or_else(|_| date.edtf().to_owned(), |date| words(&date))
}

fn words(date: &Edtf) -> String {
    match date {
        Edtf::Date(date) => date_words(date),
        Edtf::DateTime(moment) => {
            let edtf_core::Time { hour, minute, shift, .. } = moment.time;
            format!(
                "{}, {hour:02}:{minute:02}{}",
                date_words(&moment.date),
                shift.map(offset_words).unwrap_or_default()
            )
        }
        Edtf::Interval(interval) => interval_words(interval),
        Edtf::Set(set) => {
            let elements: Vec<String> = set.elements.iter().map(element_words).collect();
            let joint = if set.kind == SetKind::OneMember { " or " } else { " and " };
            join(&elements, joint)
        }
    }
}

fn offset_words(shift: TimeShift) -> String {
    match shift {
        TimeShift::Utc | TimeShift::Offset { minutes: 0, .. } => " UTC".to_owned(),
        TimeShift::Offset { minutes, .. } => {
            let sign = if minutes < 0 { '−' } else { '+' };
            format!(" UTC{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
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
        let rounded = Qualifier { uncertain: false, approximate: date.year.significant_digits.is_some() };
        let all =
            [Some(rounded), Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
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
        (YearKind::Standard { digits: [Some(a), Some(b), None, None], .. }, _) => {
            format!("the {} century", ordinal(a * 10 + b + 1))
        }
        // “The 1900s” alone is a century to many.
        (YearKind::Standard { digits: [Some(a), Some(b), Some(0), None], .. }, _) => {
            format!("the {a}{b}00s decade")
        }
        (YearKind::Standard { digits: [Some(a), Some(b), Some(c), None], .. }, _) => {
            format!("the {a}{b}{c}0s")
        }
        (_, Some(value)) => value.to_string(),
        (_, None) => "an unknown year".to_owned(),
    }
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
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
            ("190X", "the 1900s decade"),
            ("19XX", "the 20th century"),
            ("20XX", "the 21st century"),
            ("0476", "476"),
            ("1950S2", "about 1950"),
            ("2016-03-04/2016-03-04", "4 March 2016"),
            ("1985-04-XX", "April 1985"),
            ("1985-XX-XX", "1985"),
            ("1993/..", "since 1993"),
            ("../1918", "until 1918"),
            ("1993/", "from 1993, end unknown"),
            ("2006~/2012", "about 2006 – 2012"),
            ("[1667,1668,1670]", "1667, 1668 or 1670"),
            ("{1667..1668,1670}", "1667–1668 and 1670"),
            ("2021-04-13T09:30:00", "13 April 2021, 09:30"),
            ("2021-04-13T09:30:00Z", "13 April 2021, 09:30 UTC"),
            ("2021-04-13T23:30:00-05:00", "13 April 2021, 23:30 UTC−5:00"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("0000", "1 BCE"),
        ] {
            assert_eq!(date_text(&Date::parse(edtf).unwrap()), words, "{edtf}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_has_words(text in "[0-9XYES?~%./,{}\\[\\]:T-]{1,24}") {
            if let Ok(date) = Date::parse(&text) {
                prop_assert!(!date_text(&date).is_empty());
            }
        }
    }
}
