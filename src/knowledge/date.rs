//! Dates: EDTF as the files write it, and days to compare and select by.
//!
//! Reading and bounds come from the crate `edtf-core`; what is here is the day count. Words for people belong to
//! [`crate::wording`].

use edtf_core::{Bound, BoundDate, Edtf};

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

    /// The date as the curator wrote it, in EDTF.
    pub fn edtf(&self) -> &str {
        &self.text
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
