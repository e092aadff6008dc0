//! Where a date lies on an axis of time, and how far it may be wrong.

use edtf_core::{Edtf, Interval, IntervalEndpoint, SetKind};

use super::order::Reach;
use super::{Date, Day};

/// The days of a date, as they are drawn on an axis of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The first day; [`Day::MIN`] where no beginning is known.
    pub first: Day,
    /// The last day; [`Day::MAX`] where no end is known.
    pub last: Day,
    /// Whether it lasted from the first day to the last; else it was at some time between them.
    pub lasts: bool,
    /// By how many days the first day and the last may be wrong.
    pub margins: [Day; 2],
    /// Whether it began earlier, or ended later, at a time that nobody tells. The first day, or the last, is then the last one, or
    /// the first, of which something is told.
    pub untold: [bool; 2],
}

impl Date {
    /// Where it lies on an axis of time.
    pub fn extent(&self) -> Extent {
        let (first, last) = self.days();
        let extent =
            Extent { first: first.min(last), last: last.max(first), lasts: false, margins: [0; 2], untold: [false; 2] };
        match self.read() {
            Some(Edtf::Date(date)) => Extent { margins: [date.reach(); 2], ..extent },
            Some(Edtf::Interval(interval)) => of_interval(&interval, extent),
            Some(Edtf::Set(set)) => Extent { lasts: set.kind == SetKind::AllMembers, ..extent },
            Some(Edtf::DateTime(_)) | None => extent,
        }
    }
}

/// Where one end is not known, what is told of the other is all that is.
fn of_interval(interval: &Interval, extent: Extent) -> Extent {
    let Interval { start, end } = interval;
    let extent = Extent { lasts: true, margins: [start.reach(), end.reach()], ..extent };
    let days =
        |told: &edtf_core::Date| Date::parse(&told.to_string()).map_or((extent.first, extent.last), |date| date.days());
    match (start, end) {
        (IntervalEndpoint::Date(told), IntervalEndpoint::Unknown) => {
            Extent { last: days(told).1, untold: [false, true], ..extent }
        }
        (IntervalEndpoint::Unknown, IntervalEndpoint::Date(told)) => {
            Extent { first: days(told).0, untold: [true, false], ..extent }
        }
        _ => extent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(text: &str) -> Extent {
        Date::parse(text).unwrap().extent()
    }

    #[test]
    fn a_date_lasts_or_lies_somewhere_and_may_be_wrong_by_its_own_precision() {
        for (text, lasts, margins) in [
            ("2013-11-20", false, [0, 0]),
            ("2013-11", false, [0, 0]),
            ("2010-07~", false, [31, 31]),
            ("2010?", false, [365, 365]),
            ("2010%", false, [730, 730]),
            ("2006/2012~", true, [0, 366]),
            ("1993/..", true, [0, 0]),
            ("[2001,2003]", false, [0, 0]),
            ("{2001,2003}", true, [0, 0]),
        ] {
            let (first, last) = Date::parse(text).unwrap().days();
            assert_eq!(extent(text), Extent { first, last, lasts, margins, untold: [false, false] }, "{text}");
        }
    }

    #[test]
    fn an_open_end_goes_on_and_an_unknown_one_stops_at_what_is_told() {
        assert_eq!((extent("1993/..").last, extent("1993/..").untold), (Day::MAX, [false, false]));
        assert_eq!((extent("1993/").last, extent("1993/").untold), (extent("1993").last, [false, true]));
        assert_eq!((extent("/1993").first, extent("/1993").untold), (extent("1993").first, [true, false]));
    }
}
