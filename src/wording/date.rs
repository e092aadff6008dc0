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
        SetElement::Range(first, last) => Message::DateSpan { first: whole(first), last: whole(last) }.into(),
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
    let plain = from.doubt == Doubt::default() && to.doubt == Doubt::default();
    let same_year = from.year == to.year;
    let message = match (&from, &to) {
        (Parts { day: Some(first), .. }, Parts { day: Some(last), .. })
            if plain && same_year && from.month == to.month =>
        {
            let days = Message::DateSpan { first: (*first).into(), last: (*last).into() };
            Message::DateFull { day: days.into(), month: to.month.unwrap_or_default(), year: to.year }
        }
        (Parts { month: None, .. }, Parts { month: None, .. }) if plain => {
            Message::DateSpan { first: from.year, last: to.year }
        }
        (Parts { month: Some(first), day: None, .. }, Parts { month: Some(_), day: None, .. })
            if plain && same_year =>
        {
            Message::DateSpan { first: first.clone(), last: to.said() }
        }
        (Parts { month: Some(_), .. }, Parts { month: Some(_), .. }) if plain && same_year => {
            Message::DateWideSpan { first: from.without_year(), last: to.said() }
        }
        _ => Message::DateWideSpan { first: whole(start), last: whole(end) },
    };
    message.into()
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

/// The pieces of one date. A month stands for a season too.
struct Parts {
    doubt: Doubt,
    day: Option<usize>,
    month: Option<Words>,
    year: Words,
}

impl Parts {
    fn of(date: &edtf_core::Date) -> Self {
        let rounded = Qualifier { uncertain: false, approximate: date.year.significant_digits.is_some() };
        let all =
            [Some(rounded), Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
        let any = |is: fn(Qualifier) -> bool| all.into_iter().flatten().any(is);
        let month = date.month.and_then(edtf_core::DateField::value).and_then(month_said);
        Self {
            doubt: Doubt { approximate: any(|q| q.approximate), uncertain: any(|q| q.uncertain) },
            day: date.day.and_then(edtf_core::DateField::value).filter(|_| month.is_some()).map(usize::from),
            month,
            year: year_said(&date.year),
        }
    }

    fn without_year(&self) -> Words {
        let month = self.month.clone().unwrap_or_default();
        self.day.map_or_else(|| month.clone(), |day| Message::DateDay { day: day.into(), month: month.clone() }.into())
    }

    fn said(&self) -> Words {
        let year = self.year.clone();
        match (self.day, self.month.clone()) {
            (Some(day), Some(month)) => Message::DateFull { day: day.into(), month, year }.into(),
            (None, Some(month)) => Message::DateMonth { month, year }.into(),
            (_, None) => year,
        }
    }
}

/// EDTF counts years astronomically: 0 is 1 BCE.
fn year_said(year: &Year) -> Words {
    match (year.kind, year.value()) {
        (_, Some(value)) if value <= 0 => Message::YearBce { year: (1 - value).to_string().into() }.into(),
        (edtf_core::YearKind::Standard { negative: false, digits }, None) => match digits {
            // "The 1900s" could as well be the century.
            [Some(a), Some(b), Some(0), None] => Message::FirstDecade { year: format!("{a}{b}00").into() }.into(),
            [Some(a), Some(b), Some(c), None] => Message::Decade { year: format!("{a}{b}{c}0").into() }.into(),
            [Some(a), Some(b), None, None] => {
                Message::Century { number: (usize::from(a) * 10 + usize::from(b) + 1).into() }.into()
            }
            _ => Message::YearUnknown.into(),
        },
        (_, Some(value)) => value.to_string().into(),
        (_, None) => Message::YearUnknown.into(),
    }
}

/// EDTF counts the months 1–12 and the seasons, quarters and so on from 21 to 41 (ISO 8601-2, 4.8).
fn month_said(number: u8) -> Option<Words> {
    match number {
        1..=12 => Some(Message::Month { number: usize::from(number).into() }.into()),
        21..=41 => Some(Message::Season { number: usize::from(number).into() }.into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Wording;
    use proptest::prelude::*;

    fn worded(date: &Date) -> String {
        Wording::of(&"en".parse().unwrap()).words(&date.into())
    }

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
            ("2021-04-13T09:30:00", "13 April 2021, 09:30"),
            ("2021-04-13T09:30:00Z", "13 April 2021, 09:30 UTC"),
            ("2021-04-13T23:30:00-05:00", "13 April 2021, 23:30 UTC−5:00"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("0000", "1 BCE"),
        ] {
            assert_eq!(worded(&Date::parse(edtf).unwrap()), words, "{edtf}");
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
