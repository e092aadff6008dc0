//! What comes before what: a total order to sort by, and whether two dates could truly stand the other way round.
//!
//! A date is placed by its beginning. When that was is not always told to the second: `2010` begins on some day of 2010,
//! `1993/..` on some day of 1993 however long it lasts, and `2010-07~` perhaps in June or August.

use std::cmp::Reverse;

use edtf_core::{Date as Plain, Edtf, Interval, IntervalEndpoint, Qualifier, Set, SetElement, SetKind};

use super::{Date, Day, SECONDS_A_DAY, Second, day_of};

/// Where a date stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    begins: Second,
    ends: Day,
}

impl Order {
    pub(super) fn new(begins: Second, ends: Day) -> Self {
        Self { begins, ends }
    }
}

/// A key to sort by: the earliest first, and last what has no date.
pub fn earliest_first(date: Option<&Date>) -> impl Ord + Copy + use<> {
    (date.is_none(), date.map(Date::order))
}

/// A key to sort by: the latest first, and last what has no date.
pub fn latest_first(date: Option<&Date>) -> impl Ord + Copy + use<> {
    (date.is_none(), date.map(|date| Reverse(date.order())))
}

impl Date {
    /// Whether this could truly have begun before the other did, by all that both dates say.
    ///
    /// Two neighbours in a list that is sorted by [`Date::order`] are of uncertain order when the later could have begun
    /// before the earlier. Dates of one day are: nobody tells which came first on it.
    ///
    /// EDTF gives no width to `~` and `?` (ISO 8601-2, 8.4.2, note). Here each makes a date wrong by its own precision
    /// at most: about July 2010 may be June or August, perhaps 2013 may be 2012 or 2014, and with `%` twice as much.
    pub fn could_begin_before(&self, other: &Self) -> bool {
        let beginning = |date: &Self| date.read().map(|edtf| Span::of_beginning(&edtf, date));
        match (beginning(self), beginning(other)) {
            (Some(own), Some(other)) => own.first < other.last,
            _ => false,
        }
    }
}

/// The seconds between which something lies, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: Second,
    last: Second,
}

impl Span {
    const WHENEVER: Self = Self { first: Second::MIN, last: Second::MAX };
    const ALWAYS: Self = Self { first: Second::MIN, last: Second::MIN };

    fn of_beginning(edtf: &Edtf, date: &Date) -> Self {
        match edtf {
            Edtf::Date(plain) => Self::of(plain),
            Edtf::DateTime(_) => Self { first: date.begins, last: date.begins },
            Edtf::Interval(interval) => Self::of_start(interval),
            Edtf::Set(set) => Self::of_set(set),
        }
    }

    /// A day of the date, and those around it where it is not certain.
    fn of(plain: &Plain) -> Self {
        let margin = margin(plain);
        let Self { first, last } = Self::written(plain);
        Self { first: first.saturating_sub(margin), last: last.saturating_add(margin) }
    }

    /// The days of a date as it is written.
    fn written(plain: &Plain) -> Self {
        let bounds = Edtf::Date(*plain).bounds();
        let first = day_of(bounds.earliest).filter(|&day| day > Day::MIN);
        let last = day_of(bounds.latest).filter(|&day| day < Day::MAX);
        Self {
            first: first.map_or(Second::MIN, |day| Second::from(day) * SECONDS_A_DAY),
            last: last.map_or(Second::MAX, |day| (Second::from(day) + 1) * SECONDS_A_DAY - 1),
        }
    }

    /// An interval begins before it ends, even where both are told vaguely.
    fn of_start(interval: &Interval) -> Self {
        let end = match &interval.end {
            IntervalEndpoint::Date(end) | IntervalEndpoint::OnOrBefore(end) => Self::of(end).last,
            IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => Second::MAX,
        };
        let start = match &interval.start {
            IntervalEndpoint::Date(start) => Self::of(start),
            IntervalEndpoint::OnOrBefore(start) => Self { first: Second::MIN, ..Self::of(start) },
            IntervalEndpoint::OnOrAfter(start) => Self { last: Second::MAX, ..Self::of(start) },
            IntervalEndpoint::Open => Self::ALWAYS,
            IntervalEndpoint::Unknown => Self::WHENEVER,
        };
        Self { first: start.first, last: start.last.min(end) }
    }

    /// One of several dates may be any of them; all of them begin with the first.
    fn of_set(set: &Set) -> Self {
        let one = set.kind == SetKind::OneMember;
        let spans = set.elements.iter().map(|element| match element {
            SetElement::OnOrBefore(plain) if one => Self { first: Second::MIN, ..Self::of(plain) },
            SetElement::OnOrBefore(_) => Self::ALWAYS,
            SetElement::OnOrAfter(plain) if one => Self { last: Second::MAX, ..Self::of(plain) },
            SetElement::Date(plain) | SetElement::OnOrAfter(plain) => Self::of(plain),
            SetElement::Range(first, last) if one => Self { first: Self::of(first).first, last: Self::of(last).last },
            SetElement::Range(first, _) => Self::of(first),
        });
        let join = |a: Self, b: Self| Self {
            first: a.first.min(b.first),
            last: if one { a.last.max(b.last) } else { a.last.min(b.last) },
        };
        spans.reduce(join).unwrap_or(Self::WHENEVER)
    }
}

/// By how many days something may be wrong.
pub(super) trait Reach {
    fn reach(&self) -> Day;
}

impl Reach for Plain {
    fn reach(&self) -> Day {
        Day::try_from(margin(self) / SECONDS_A_DAY).unwrap_or(Day::MAX)
    }
}

impl Reach for IntervalEndpoint {
    fn reach(&self) -> Day {
        match self {
            Self::Date(plain) | Self::OnOrBefore(plain) | Self::OnOrAfter(plain) => plain.reach(),
            Self::Open | Self::Unknown => 0,
        }
    }
}

/// How far a date may be wrong: by the length of its finest qualified part, once for `~` and once for `?`.
fn margin(plain: &Plain) -> Second {
    let times = |qualifier: Qualifier| Second::from(qualifier.approximate) + Second::from(qualifier.uncertain);
    let parts = [
        (plain.day.map(|day| day.qualifier), *plain),
        (plain.month.map(|month| month.qualifier), Plain { day: None, ..*plain }),
        (Some(plain.year.qualifier), Plain { day: None, month: None, ..*plain }),
    ];
    let qualified =
        parts.into_iter().find_map(|(qualifier, whole)| Some((times(qualifier?), whole)).filter(|q| q.0 > 0));
    qualified.map_or(0, |(times, whole)| {
        let Span { first, last } = Span::written(&whole);
        last.saturating_sub(first).saturating_add(1).saturating_mul(times)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// Whether two neighbours in a sorted list could truly stand the other way round.
    fn uncertain(earlier: &str, later: &str) -> bool {
        let (earlier, later) = (date(earlier), date(later));
        assert!(earlier.order() <= later.order());
        later.could_begin_before(&earlier)
    }

    #[test]
    fn what_could_truly_stand_the_other_way_round_is_uncertain() {
        for (earlier, later) in [
            ("2010", "2010-12"),
            ("2010", "2010-12-30"),
            ("2010", "2010"),
            ("2013-11-20", "2013-11-20"),
            ("2013-11-20/2013-11-21", "2013-11-20"),
            ("2010-07~", "2010-08-15"),
            ("2012", "2013?"),
            ("2011", "2013%"),
            ("201X", "2018-05"),
            ("2010/2012", "2010-06"),
            ("/1918", "1900"),
            ("[1667,1670]", "1669"),
            ("1985-04-XX", "1985-04-20"),
            ("2013-11-20", "2013-11-20T10:00:00Z"),
        ] {
            let (earlier, later) =
                if date(earlier).order() <= date(later).order() { (earlier, later) } else { (later, earlier) };
            assert!(uncertain(earlier, later), "{earlier} and {later}");
        }
    }

    #[test]
    fn what_could_not_is_certain() {
        for (earlier, later) in [
            ("1993/..", "1994"),
            ("1993/", "1994"),
            ("../1918", "1900"),
            ("2006/2012", "2010"),
            ("2010", "2011-01-01"),
            ("2010-07", "2010-08"),
            ("2010-07~", "2010-09"),
            ("2011", "2013?"),
            ("190X", "1910"),
            ("{1667,1670}", "1669"),
            ("2013-11-20T09:59:59Z", "2013-11-20T10:00:00Z"),
            ("2004-~06-11", "2004-08-01"),
        ] {
            assert!(!uncertain(earlier, later), "{earlier} and {later}");
        }
    }

    #[test]
    fn an_interval_begins_before_it_ends() {
        assert!(!date("2010/2010-06-15").could_begin_before(&date("2009")));
        assert!(!date("2010-07").could_begin_before(&date("2010/2010-06-15")));
        assert!(date("2010-05").could_begin_before(&date("2010/2010-06-15")));
    }

    #[test]
    fn offsets_count() {
        let (tokyo, london) = (date("2021-04-14T01:00:00+09:00"), date("2021-04-13T23:00:00Z"));
        assert!(tokyo.order() < london.order());
        assert!(!london.could_begin_before(&tokyo));
        assert_eq!(tokyo.days(), date("2021-04-14").days(), "the day is the one that is written");
    }

    #[test]
    fn what_has_no_date_comes_last_in_either_direction() {
        let dates = [None, Some(date("2013")), Some(date("2024")), Some(date("../1918"))];
        let sorted = |mut dates: Vec<Option<Date>>, later_first: bool| -> Vec<Option<String>> {
            if later_first {
                dates.sort_by_key(|date| latest_first(date.as_ref()));
            } else {
                dates.sort_by_key(|date| earliest_first(date.as_ref()));
            }
            dates.iter().map(|date| date.as_ref().map(|date| date.edtf().to_owned())).collect()
        };
        let wanted =
            |texts: [&str; 3]| texts.map(|text| Some(text.to_owned())).into_iter().chain([None]).collect::<Vec<_>>();
        assert_eq!(sorted(dates.to_vec(), false), wanted(["../1918", "2013", "2024"]));
        assert_eq!(sorted(dates.to_vec(), true), wanted(["2024", "2013", "../1918"]));
    }

    proptest! {
        #[test]
        fn certain_order_is_a_partial_order(texts in proptest::collection::vec("(19|20)[0-9X]{2}(-(0[1-9]|1[0-2]))?[~?%]?(/(20[2-9][0-9]|\\.\\.)?)?", 3)) {
            let dates: Vec<Date> = texts.iter().filter_map(|text| Date::parse(text).ok()).collect();
            let certainly_before = |a: &Date, b: &Date| !b.could_begin_before(a) && a != b;
            for a in &dates {
                prop_assert!(a.could_begin_before(a) || a.edtf().contains('T'), "{a:?} is not certainly before itself");
                for b in &dates {
                    prop_assert!(!(certainly_before(a, b) && certainly_before(b, a)));
                    prop_assert!(!certainly_before(a, b) || a.order() <= b.order(), "{a:?} {b:?}");
                    for c in &dates {
                        let (ab, bc) = (certainly_before(a, b), certainly_before(b, c));
                        prop_assert!(!(ab && bc) || certainly_before(a, c), "{a:?} {b:?} {c:?}");
                    }
                }
            }
        }
    }
}
