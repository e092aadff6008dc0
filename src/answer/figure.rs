//! What of an answer can be drawn: values over time, as data without pixels.

use super::Mark;
use crate::knowledge::Value;
use crate::knowledge::date::Date;
use crate::message::Words;

/// Values over time. The axis that runs on is time, from the first date to the last.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is measured.
    pub label: Words,
    /// The unit of the values; may be empty.
    pub unit: Words,
    /// The lines or rows of points.
    pub series: Vec<Series>,
}

/// Points that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Of whom they say something.
    pub name: Words,
    /// The points in order of date.
    pub points: Vec<Point>,
}

/// A value at a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// When.
    pub date: Date,
    /// The number, or the range in which it lies.
    pub value: Value,
    /// What to know before believing it.
    pub marks: Vec<Mark>,
    /// Numbers of citations of the answer; never empty.
    pub cites: Vec<usize>,
}
