//! Periods as the dates that a request carries.

use crate::knowledge::date::{Date, Day};
use crate::message::{Message, Words};

pub(super) use crate::knowledge::date::calendar;

/// Which end of a period is meant.
#[derive(Clone, Copy)]
pub(super) enum End {
    First,
    Last,
}

/// The year or month that the days are, or else the day at one end of them; none where that end is open.
pub(super) fn edtf(first: Day, last: Day, end: End) -> Option<String> {
    let whole = calendar(first).zip(calendar(last)).and_then(|(first, last)| {
        let after = last.next_day()?;
        let begins = first.day() == 1 && after.day() == 1;
        let year = begins && first.ordinal() == 1 && after.ordinal() == 1 && first.year() == last.year();
        let month = begins && (first.year(), first.month()) == (last.year(), last.month());
        let words = format!("{:04}-{:02}", first.year(), u8::from(first.month()));
        if year { words.get(..4).map(ToOwned::to_owned) } else { month.then_some(words) }
    });
    whole.or_else(|| {
        let day = calendar(if matches!(end, End::First) { first } else { last })?;
        Some(format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day()))
    })
}

/// A title with the period that its answer is limited to.
pub(super) fn titled(title: Words, from: Option<&Date>, to: Option<&Date>) -> Words {
    match (from, to) {
        (Some(from), Some(to)) if from == to => Message::InOnePeriod { title, date: from.into() }.into(),
        (Some(from), Some(to)) => Message::InPeriod { title, from: from.into(), to: to.into() }.into(),
        (Some(from), None) => Message::SinceDate { title, from: from.into() }.into(),
        (None, Some(to)) => Message::UntilDate { title, to: to.into() }.into(),
        (None, None) => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_carried_as_the_year_or_month_that_it_is_or_as_its_end() {
        let days = |text: &str| Date::parse(text).unwrap().days();
        for (period, first, last) in [
            ("2013", "2013", "2013"),
            ("2013-11", "2013-11", "2013-11"),
            ("2013-12", "2013-12", "2013-12"),
            ("2013-11-20/2014-02-03", "2013-11-20", "2014-02-03"),
            ("2012/2013", "2012-01-01", "2013-12-31"),
        ] {
            let (from, to) = days(period);
            assert_eq!(edtf(from, to, End::First).as_deref(), Some(first), "{period}");
            assert_eq!(edtf(from, to, End::Last).as_deref(), Some(last), "{period}");
        }
        assert_eq!(edtf(0, Day::MAX, End::First).as_deref(), Some("1970-01-01"));
        assert_eq!(edtf(0, Day::MAX, End::Last), None);
    }
}
