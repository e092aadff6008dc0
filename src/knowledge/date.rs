//! Dates: EDTF as the files write it, and days to compare and select by.
//!
//! Reading and bounds come from the crate `edtf-core`; what is here is the day count, and in [`order`] what comes before
//! what. Words for people belong to [`crate::wording`].

use edtf_core::{Bound, BoundDate, Edtf, Interval, IntervalEndpoint, TimeShift};

mod extent;
pub mod order;

pub use extent::Extent;
use order::Order;

/// A date as the curator wrote it, with the first and last day that it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    text: Box<str>,
    first: Day,
    last: Day,
    begins: Second,
}

/// A day of the proleptic Gregorian calendar: days since 1970-01-01.
///
/// The ends of the range stand for "no beginning" and "no end".
pub type Day = i32;

/// Seconds since 1970-01-01T00:00:00Z.
type Second = i64;

const SECONDS_A_DAY: Second = 24 * 60 * 60;

/// 1970-01-01 as a Julian day number.
const EPOCH_JULIAN_DAY: i32 = 2_440_588;

/// A day of the calendar; none beyond its years.
pub fn calendar(day: Day) -> Option<time::Date> {
    time::Date::from_julian_day(day.checked_add(EPOCH_JULIAN_DAY)?).ok()
}

/// How sure a date is of itself, whatever its extent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Certainty {
    /// The source is in doubt (`?`).
    pub uncertain: bool,
    /// It is an estimate (`~`).
    pub approximate: bool,
}

/// How a date ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// On this day, or within the last of its months or years at the latest.
    By(Day),
    /// It has no end: `1993/..`.
    Open,
    /// It has an end, which is not known: `1993/`.
    Unknown,
}

impl Date {
    /// Reads an EDTF expression of any level. An interval from a date to that same date is that date.
    ///
    /// # Errors
    /// What is wrong, and at which byte, when the text is not EDTF or names a day that no calendar has.
    pub fn parse(text: &str) -> Result<Self, edtf_core::ParseError> {
        let read = Edtf::parse(text)?;
        let (edtf, text) = match read {
            Edtf::Interval(Interval { start: IntervalEndpoint::Date(start), end: IntervalEndpoint::Date(end) })
                if start == end =>
            {
                (Edtf::Date(start), Edtf::Date(start).to_string().into())
            }
            other => (other, text.into()),
        };
        let bounds = edtf.bounds();
        let first = day_of(bounds.earliest).unwrap_or(Day::MIN);
        let last = day_of(bounds.latest).unwrap_or(Day::MAX);
        let begins = match edtf {
            Edtf::DateTime(moment) => Second::from(first) * SECONDS_A_DAY + second_of_day(moment.time),
            _ => Second::from(first) * SECONDS_A_DAY,
        };
        Ok(Self { text, first, last, begins })
    }

    /// The date as the curator wrote it, in EDTF.
    pub fn edtf(&self) -> &str {
        &self.text
    }

    /// The first and the last day that the date touches, both included, whatever is uncertain about it. A time of day
    /// lies on the day that is written, wherever its offset puts it.
    pub fn days(&self) -> (Day, Day) {
        (self.first, self.last)
    }

    /// How the date ends.
    pub fn end(&self) -> End {
        match self.read() {
            Some(Edtf::Interval(Interval { end: IntervalEndpoint::Open | IntervalEndpoint::OnOrAfter(_), .. })) => {
                End::Open
            }
            Some(Edtf::Interval(Interval { end: IntervalEndpoint::Unknown, .. })) => End::Unknown,
            _ => End::By(self.last),
        }
    }

    /// What the curator is not sure of.
    pub fn certainty(&self) -> Certainty {
        let read = self.read();
        Certainty {
            uncertain: read.as_ref().is_some_and(Edtf::is_uncertain),
            approximate: read.as_ref().is_some_and(Edtf::is_approximate),
        }
    }

    /// What dates are sorted by: when they begin, then when they end. See [`order`] for what has no date.
    pub fn order(&self) -> Order {
        Order::new(self.begins, self.last)
    }

    /// The text was read before, so that it can be read again.
    fn read(&self) -> Option<Edtf> {
        Edtf::parse(&self.text).ok()
    }
}

/// The second of the day in UTC, which may lie before or after the day that is written. A time without an offset is
/// taken for UTC.
fn second_of_day(time: edtf_core::Time) -> Second {
    let written = (Second::from(time.hour) * 60 + Second::from(time.minute)) * 60 + Second::from(time.second);
    match time.shift {
        Some(TimeShift::Offset { minutes, .. }) => written - Second::from(minutes) * 60,
        Some(TimeShift::Utc) | None => written,
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_count_from_1970_and_open_ends_are_infinite() {
        assert_eq!(Date::parse("1970-01-01").unwrap().days(), (0, 0));
        assert_eq!(Date::parse("1969-12").unwrap().days(), (-31, -1));
        assert_eq!(Date::parse("2000/..").unwrap().days(), (10_957, Day::MAX));
        assert_eq!(Date::parse("../1970").unwrap().days(), (Day::MIN, 364));
    }

    #[test]
    fn an_interval_within_one_date_is_that_date() {
        for (interval, date) in
            [("2016-03-04/2016-03-04", "2016-03-04"), ("2010/2010", "2010"), ("2010-07~/2010-07~", "2010-07~")]
        {
            assert_eq!(Date::parse(interval).unwrap(), Date::parse(date).unwrap());
        }
        assert_ne!(Date::parse("2010~/2010").unwrap(), Date::parse("2010").unwrap());
    }

    #[test]
    fn extent_and_uncertainty_are_two_things() {
        for text in ["2010-07", "2010-07~", "2010-07?", "2010-07%"] {
            assert_eq!(Date::parse(text).unwrap().days(), Date::parse("2010-07").unwrap().days(), "{text}");
        }
        let certainty = |text| Date::parse(text).unwrap().certainty();
        assert_eq!(certainty("2010-07"), Certainty::default());
        assert_eq!(certainty("2010-07~"), Certainty { uncertain: false, approximate: true });
        assert_eq!(certainty("2006/2012?"), Certainty { uncertain: true, approximate: false });
        assert_eq!(certainty("{2006,2012%}"), Certainty { uncertain: true, approximate: true });
    }

    #[test]
    fn an_end_is_known_open_or_unknown() {
        let end = |text| Date::parse(text).unwrap().end();
        assert_eq!([end("1993/.."), end("1993/1994.."), end("1993/")], [End::Open, End::Open, End::Unknown]);
        assert_eq!([end("1969-12"), end("../1969"), end("1960/1969-12-31")], [End::By(-1); 3]);
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in ["2013-02-30", "2013-13", "soon", "", "20-11-2013", "2013-11-20/2013-11-31"] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_has_ordered_days(text in "[0-9XYES?~%./,{}\\[\\]:T-]{1,24}") {
            if let Ok(date) = Date::parse(&text) {
                let (first, last) = date.days();
                prop_assert!(first <= last || text.contains(','), "{text}: {first} > {last}");
            }
        }
    }
}
