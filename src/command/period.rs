//! Periods: as the dates that a request carries, and the texts that speak of them.

use crate::knowledge::date::{Date, Day};
use crate::matcher::{Period, Reading, Term, Use};
use crate::message::{Message, Words};
use crate::request::{Request, SINCE, UNTIL};

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

/// Words before a time, such as "in 2013".
const BEFORE_TIME: [&str; 8] = ["in", "at", "on", "of", "during", "as", "for", "by"];

/// The words of a text without the time of which it speaks, and without the words that are left out.
pub(super) fn without_time(reading: &Reading, left_out: impl Fn(&Term) -> bool) -> String {
    let is_time = |term: &Term| matches!(term.usage, Use::Date | Use::Bound);
    let leads_to_time = |at: usize, term: &Term| {
        let next = reading.terms.get(at + 1..).unwrap_or_default().iter().find(|term| term.folded != "the");
        BEFORE_TIME.contains(&&*term.folded) && next.is_none_or(is_time)
    };
    let terms = reading.terms.iter().enumerate();
    let kept = terms.filter(|(at, term)| !is_time(term) && !left_out(term) && !leads_to_time(*at, term));
    kept.map(|(_, term)| &*term.written).collect::<Vec<_>>().join(" ")
}

/// Whether a text speaks of a time and of nothing else.
pub(super) fn is_bare(reading: &Reading) -> bool {
    let joins = |term: &Term| term.usage == Use::Dropped || term.folded.len() <= LONGEST_PREPOSITION;
    reading.period.is_some() && without_time(reading, joins).is_empty()
}

/// Words that may stand before a period: "in", "by", "of", "for", "the".
const LONGEST_PREPOSITION: usize = 3;

/// The first day and the last of what is shown; neither may be told.
#[derive(Debug, Default, Clone)]
pub(super) struct Bounds {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl Bounds {
    /// Those that a request carries, or else those of a period of which its texts speak.
    pub(super) fn of(request: &Request, said: Option<Period>) -> Self {
        let date = |option| request.text(option).and_then(|text| Date::parse(text).ok());
        let end = |end, is_open: bool| {
            let period = said.filter(|_| !is_open)?;
            Date::parse(&edtf(period.first, period.last, end)?).ok()
        };
        let open = |edge: fn(&Period) -> bool| said.as_ref().is_some_and(edge);
        let from = date(SINCE).or_else(|| end(End::First, open(|period| period.first == Day::MIN)));
        let to = date(UNTIL).or_else(|| end(End::Last, open(|period| period.last == Day::MAX)));
        Self { from, to }
    }

    /// The request that carries them.
    pub(super) fn carried_by(&self, request: Request) -> Request {
        [(SINCE, &self.from), (UNTIL, &self.to)].into_iter().fold(request, |request, (option, date)| match date {
            Some(date) => request.with(option, date.edtf()),
            None => request,
        })
    }

    /// Whether there are none.
    pub(super) fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a date lies between them, if in part; what has none, only where they are open.
    pub(super) fn admit(&self, date: Option<&Date>) -> bool {
        let Some(date) = date else { return self.is_open() };
        self.from.as_ref().is_none_or(|from| date.days().1 >= from.days().0)
            && self.to.as_ref().is_none_or(|to| date.days().0 <= to.days().1)
    }
}

/// A title with the period that its answer is limited to.
pub(super) fn titled(title: Words, Bounds { from, to }: &Bounds) -> Words {
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
