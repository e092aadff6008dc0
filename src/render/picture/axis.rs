//! The axes: where a day or a value lies, and which days and values are named.

use time::{Date as Calendar, Month};

use super::scene::{Pen, RULE, Scene, Stroke, WIDTH};
use crate::knowledge::date::{Date, Day, Extent};
use crate::message::Words;
use crate::wording::Wording;

/// 1970-01-01 as a Julian day number.
const EPOCH_JULIAN_DAY: i32 = 2_440_588;

/// At most so many days or values are named on an axis.
const MOST_TICKS: usize = 14;

/// Days that stand free on either side of what is shown, where all of it is of one day.
const AROUND: i64 = 10;

/// An axis of time, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    first: i64,
    last: i64,
    left: i32,
    right: i32,
}

/// Some days of an extent that are known, or as near to it as is.
fn known(extent: Extent) -> impl Iterator<Item = i64> {
    let margin =
        |day: Day, by: i64| Some(day).filter(|&day| day > Day::MIN && day < Day::MAX).map(|day| i64::from(day) + by);
    let [before, after] = extent.margins.map(|days| i64::from(days.min(MOST_MARGIN)));
    [margin(extent.first, -before), margin(extent.last, after + 1)].into_iter().flatten()
}

/// The widest that an uncertain end is drawn, in days: twice a decade.
const MOST_MARGIN: Day = 7305;

impl Time {
    /// An axis that holds all that is known of some extents, between two places of the picture.
    pub(super) fn over(extents: impl IntoIterator<Item = Extent>, left: i32, right: i32) -> Self {
        let days: Vec<i64> = extents.into_iter().flat_map(known).collect();
        let (first, last) = (days.iter().min().copied().unwrap_or(0), days.iter().max().copied().unwrap_or(0));
        let room = ((last - first) / 50).max(if last - first < AROUND { AROUND } else { 0 });
        Self { first: first - room, last: last + room, left, right }
    }

    /// Where a day begins; days outside of the axis lie at its ends.
    pub(super) fn x(self, day: i64) -> i32 {
        let day = day.clamp(self.first, self.last) - self.first;
        let along = day * i64::from(self.right - self.left) / (self.last - self.first).max(1);
        self.left + i32::try_from(along).unwrap_or_default()
    }

    /// Where an extent begins and ends; what has no known end reaches to that of the axis.
    pub(super) fn span(self, extent: Extent) -> (i32, i32) {
        let end = if extent.last == Day::MAX { self.last } else { i64::from(extent.last) + 1 };
        let begin = if extent.first == Day::MIN { self.first } else { i64::from(extent.first) };
        (self.x(begin), self.x(end))
    }

    /// Where an extent with what it may be wrong by begins and ends.
    pub(super) fn reach(self, extent: Extent) -> (i32, i32) {
        let [before, after] = extent.margins.map(|days| i64::from(days.min(MOST_MARGIN)));
        (self.x(i64::from(extent.first) - before), self.x(i64::from(extent.last) + after + 1))
    }

    /// The days that are named, with their names: years, months or days, as finely as their names find room.
    fn ticks(self, wording: &Wording) -> Vec<(i32, String)> {
        let named = |step: &Step| {
            let ticks = step.ticks(self.first, self.last)?;
            let ticks: Vec<(i32, String)> =
                ticks.into_iter().map(|(day, date)| (self.x(day), wording.words(&Words::from(&date)))).collect();
            let room = |pair: &[(i32, String)]| match pair {
                [(x, name), (next, after)] => {
                    i32::midpoint(Pen::FAINT.width(name), Pen::FAINT.width(after)) + TICK_GAP <= next - x
                }
                _ => true,
            };
            ticks.windows(2).all(room).then_some(ticks)
        };
        STEPS.iter().find_map(named).unwrap_or_default()
    }

    /// Draws the axis below what it carries, with a line up to `top` for each day that is named.
    pub(super) fn draw(self, scene: &mut Scene, top: i32, bottom: i32, wording: &Wording) {
        scene.line((self.left, bottom), (self.right, bottom), Stroke::plain(RULE, 2));
        for (x, name) in self.ticks(wording) {
            scene.line((x, top), (x, bottom + 6), Stroke::plain(RULE, 1));
            let width = Pen::FAINT.width(&name);
            let begin = (x - width / 2).clamp(2, WIDTH - 2 - width);
            scene.write(begin, bottom + BELOW + Pen::FAINT.size, &name, Pen::FAINT);
        }
    }

    /// Equal parts of the axis in which things are counted, as places between its ends: years, months or days.
    pub(super) fn parts(self, most: usize) -> Vec<i64> {
        let days = |step: &Step| step.ticks_up_to(self.first, self.last, most).filter(|ticks| ticks.len() > 1);
        let mut parts: Vec<i64> =
            STEPS.iter().find_map(days).unwrap_or_default().into_iter().map(|(day, _)| day).collect();
        if parts.first().is_none_or(|first| *first > self.first) {
            parts.insert(0, self.first);
        }
        parts.push(self.last + 1);
        parts
    }
}

/// From the axis to the names of its days.
const BELOW: i32 = 10;

/// From the axis to the end of the names of its days.
pub(super) const FOOT: i32 = BELOW + Pen::FAINT.leading();

/// What stays free between the names of two days.
const TICK_GAP: i32 = 14;

/// The steps between days that are named, the finest first.
const STEPS: [Step; 17] = [
    Step::Days(1),
    Step::Days(5),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
];

#[derive(Debug, Clone, Copy)]
enum Step {
    /// Every so many days of a month.
    Days(u8),
    Months(u8),
    Years(i32),
}

impl Step {
    fn ticks(self, first: i64, last: i64) -> Option<Vec<(i64, Date)>> {
        self.ticks_up_to(first, last, MOST_TICKS)
    }

    /// The days between two at which this step begins anew; nothing where there are too many.
    fn ticks_up_to(self, first: i64, last: i64, most: usize) -> Option<Vec<(i64, Date)>> {
        let mut day = self.before(calendar(first)?)?;
        let mut ticks = Vec::new();
        while day_number(day) <= last {
            if day_number(day) >= first {
                ticks.push((day_number(day), Date::parse(&self.written(day)).ok()?));
            }
            if ticks.len() > most {
                return None;
            }
            let Some(next) = self.next(day) else { break };
            day = next;
        }
        Some(ticks)
    }

    fn before(self, day: Calendar) -> Option<Calendar> {
        match self {
            Self::Days(_) => day.replace_day(1).ok(),
            Self::Months(_) => day.replace_day(1).ok()?.replace_month(Month::January).ok(),
            Self::Years(years) => first_of(day.year() - day.year().rem_euclid(years)),
        }
    }

    fn next(self, day: Calendar) -> Option<Calendar> {
        match self {
            Self::Days(days) => {
                let next = day.checked_add(time::Duration::days(days.into()))?;
                // The 31st is too near to the 1st.
                let near_end = next.month() == day.month() && days > 1 && next.day() > 27;
                if next.month() == day.month() && !near_end { Some(next) } else { following_month(day) }
            }
            Self::Months(months) => (0..months).try_fold(day, |day, _| following_month(day)),
            Self::Years(years) => first_of(day.year().checked_add(years)?),
        }
    }

    fn written(self, day: Calendar) -> String {
        let year = if day.year() < 0 { format!("-{:04}", -day.year()) } else { format!("{:04}", day.year()) };
        let month = u8::from(day.month());
        match self {
            Self::Days(_) => format!("{year}-{month:02}-{:02}", day.day()),
            Self::Months(_) => format!("{year}-{month:02}"),
            Self::Years(_) => year,
        }
    }
}

fn first_of(year: i32) -> Option<Calendar> {
    Calendar::from_calendar_date(year, Month::January, 1).ok()
}

fn following_month(day: Calendar) -> Option<Calendar> {
    let year = if day.month() == Month::December { day.year() + 1 } else { day.year() };
    Calendar::from_calendar_date(year, day.month().next(), 1).ok()
}

/// Days that no calendar has lie at its ends.
fn calendar(day: i64) -> Option<Calendar> {
    let julian = i32::try_from(day.saturating_add(EPOCH_JULIAN_DAY.into())).ok()?;
    let (least, most) = (Calendar::MIN.to_julian_day(), Calendar::MAX.to_julian_day());
    Calendar::from_julian_day(julian.clamp(least, most)).ok()
}

fn day_number(day: Calendar) -> i64 {
    i64::from(day.to_julian_day() - EPOCH_JULIAN_DAY)
}

/// A scale of values between two places: `from` is the place of the least one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    least: f64,
    most: f64,
    from: i32,
    to: i32,
    step: f64,
}

impl Scale {
    /// A scale that holds some values, between round numbers; it begins at 0 where that is not far.
    pub(super) fn over(values: impl IntoIterator<Item = f64>, from: i32, to: i32) -> Self {
        let values: Vec<f64> = values.into_iter().collect();
        let (mut least, mut most) =
            values.iter().fold((f64::MAX, f64::MIN), |(least, most), value| (least.min(*value), most.max(*value)));
        if least > most {
            (least, most) = (0.0, 1.0);
        }
        if least > 0.0 && least < most * NEAR_ZERO {
            least = 0.0;
        }
        if most < 0.0 && most > least * NEAR_ZERO {
            most = 0.0;
        }
        // Where all are the same, the value stands in the middle. Halves keep what is subtracted finite.
        let spread = (most / 2.0 - least / 2.0) * 2.0;
        let room = if spread > 0.0 { spread * 0.04 } else { (least.abs() * 0.1).max(1.0) };
        let step = round_step((spread + 2.0 * room).min(f64::MAX) / 5.0);
        let below = if least == 0.0 { 0.0 } else { ((least - room) / step).floor() * step };
        let above = if most == 0.0 { 0.0 } else { ((most + room) / step).ceil() * step };
        let above = if above > below { above } else { below + step };
        Self { least: below.max(f64::MIN), most: above.min(f64::MAX), from, to, step }
    }

    /// The values at its ends.
    pub(super) fn ends(self) -> [f64; 2] {
        [self.least, self.most].map(|end| tidy(end, self.step))
    }

    /// Where a value lies.
    pub(super) fn place(self, value: f64) -> i32 {
        let half = |value: f64| value / 2.0;
        let share = (half(value) - half(self.least)) / (half(self.most) - half(self.least));
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.from + whole(share * f64::from(self.to - self.from))
    }

    /// The values that are named.
    pub(super) fn ticks(self) -> Vec<f64> {
        let mut ticks = Vec::new();
        for number in 0..=MOST_TICKS {
            let tick = self.least + f64::from(u8::try_from(number).unwrap_or(u8::MAX)) * self.step;
            if tick.is_finite() && tick <= self.most + self.step * 0.01 {
                // What binary fractions leave behind is no value of the scale: 0.30000000000000004.
                ticks.push((tick / self.step).round() * self.step);
            }
        }
        ticks.into_iter().map(|tick| tidy(tick, self.step)).collect()
    }
}

/// Below this share of the greatest value, the scale begins at 0.
const NEAR_ZERO: f64 = 0.5;

/// The next of 1, 2, 5, 10, … that is no less than a number.
fn round_step(step: f64) -> f64 {
    let mut unit = 1.0;
    while unit < step / 10.0 && unit < 1e307 {
        unit *= 10.0;
    }
    while unit > step && unit > 1e-300 {
        unit /= 10.0;
    }
    [1.0, 2.0, 5.0].into_iter().map(|times| unit * times).find(|round| *round >= step).unwrap_or(unit * 10.0)
}

/// A multiple of a step without the binary dust of its last digits.
fn tidy(tick: f64, step: f64) -> f64 {
    if step >= 1.0 {
        return tick.round();
    }
    let mut parts = 1.0;
    while parts * step < 1.0 && parts < 1e15 {
        parts *= 10.0;
    }
    (tick * parts).round() / parts
}

#[expect(clippy::cast_possible_truncation, reason = "a place in a picture")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn extent(text: &str) -> Extent {
        Date::parse(text).unwrap().extent()
    }

    fn names(dates: &[&str]) -> Vec<String> {
        let english = Wording::of(&"en".parse().unwrap());
        let axis = Time::over(dates.iter().map(|date| extent(date)), 20, 980);
        axis.ticks(english).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn time_is_named_by_days_months_and_years() {
        assert_eq!(
            names(&["2013-11-20", "2013-11-21"]),
            ["11 November 2013", "16 November 2013", "21 November 2013", "26 November 2013", "1 December 2013"]
        );
        assert_eq!(
            names(&["2013-11", "2014-03"]),
            ["November 2013", "December 2013", "January 2014", "February 2014", "March 2014", "April 2014"]
        );
        assert_eq!(names(&["2006", "2012"]), ["2006", "2007", "2008", "2009", "2010", "2011", "2012", "2013"]);
        assert_eq!(names(&["-0300", "1950"]).first().map(String::as_str), Some("201 BCE"));
    }

    #[test]
    fn values_are_named_by_round_numbers() {
        let ticks = |values: &[f64]| Scale::over(values.iter().copied(), 0, 100).ticks();
        assert_eq!(ticks(&[1.0, 5.5]), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(&[0.1, 0.3]), [0.0, 0.1, 0.2, 0.3, 0.4]);
        assert_eq!(ticks(&[146.0, 163.0]), [145.0, 150.0, 155.0, 160.0, 165.0]);
        assert_eq!(ticks(&[-5.0, -1.0]), [-6.0, -4.0, -2.0, 0.0]);
        assert_eq!(ticks(&[0.0, 0.0]), [0.0, 0.5]);
    }

    #[test]
    fn what_has_no_end_reaches_to_that_of_the_axis() {
        let axis = Time::over([extent("1993/.."), extent("2000")], 0, 1000);
        assert_eq!(axis.span(extent("1993/..")).1, 1000);
        assert_eq!(axis.span(extent("../1995")).0, 0);
    }

    proptest! {
        #[test]
        fn every_value_has_a_place_on_its_scale(values in prop::collection::vec(prop::num::f64::NORMAL, 1..9)) {
            let scale = Scale::over(values.iter().copied(), 0, 100);
            for value in &values {
                prop_assert!((0..=100).contains(&scale.place(*value)));
            }
            prop_assert!(scale.ticks().len() <= MOST_TICKS + 1);
        }

        #[test]
        fn every_day_has_a_place_on_its_axis(days in prop::collection::vec(any::<i32>(), 2..9)) {
            let extents = days.iter().map(|&day| Extent { first: day, last: day, lasts: false, margins: [day.saturating_abs(), 0], untold: [false; 2] });
            let axis = Time::over(extents.clone(), 20, 980);
            for extent in extents {
                let ((from, to), (begin, end)) = (axis.span(extent), axis.reach(extent));
                prop_assert!(20 <= from && from <= to && to <= 980 && 20 <= begin && begin <= end && end <= 980);
            }
            prop_assert!(axis.parts(60).is_sorted());
        }
    }
}
