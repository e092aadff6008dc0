//! What of an answer can be drawn: values, events and ties as data, without pixels and without words of a language.

use super::Mark;
use crate::knowledge::date::Date;
use crate::knowledge::{Better, Value};
use crate::message::{Tie, Words};

/// What of an answer can be drawn. The blocks of the answer are complete without it.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Events on an axis of time.
    Timeline(Timeline),
    /// Values over time.
    Trend(Trend),
    /// Values of two entries, measure by measure.
    Pairs(Pairs),
    /// An actor in the middle of its ties.
    Ties(Ties),
}

/// Events on an axis of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The topics that events name by their place here.
    pub topics: Vec<Words>,
    /// The events in order of date; never empty.
    pub events: Vec<Happening>,
}

/// An event on the axis of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    /// What it is called.
    pub label: Words,
    /// When.
    pub date: Date,
    /// The place of its topic among those of the figure.
    pub topic: Option<usize>,
    /// Numbers of citations of the answer; never empty.
    pub cites: Vec<usize>,
}

/// What values count.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What is measured.
    pub label: Words,
    /// The unit of the values; may be empty.
    pub unit: Words,
    /// Which values are better, where that is told.
    pub better: Option<Better>,
}

/// Values over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// What is measured.
    pub measure: Measure,
    /// The lines or rows of points; one of them at least has two points.
    pub series: Vec<Series>,
    /// Points that say otherwise than each other, each by its series and its place there.
    pub disputes: Vec<[(usize, usize); 2]>,
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

/// Values of two entries, measure by measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs {
    /// The names of the two.
    pub names: [Words; 2],
    /// The measures of which both have values; never empty.
    pub rows: Vec<Pair>,
}

/// The values of two entries on one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// What is measured.
    pub measure: Measure,
    /// The values of each; neither is empty.
    pub sides: [Vec<Reading>; 2],
}

/// A value that may have no date.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The number, or the range in which it lies.
    pub value: Value,
    /// When.
    pub date: Option<Date>,
    /// What to know before believing it.
    pub marks: Vec<Mark>,
    /// Numbers of citations of the answer; never empty.
    pub cites: Vec<usize>,
}

/// An actor in the middle of its ties.
#[derive(Debug, Clone, PartialEq)]
pub struct Ties {
    /// The actor.
    pub name: Words,
    /// Those it is tied to, in the order of the answer, each once; never empty.
    pub others: Vec<Other>,
    /// How many more there are.
    pub more: usize,
}

/// One that an actor is tied to, and by what.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// What it is called.
    pub name: Words,
    /// The ties, each told by the actor in the middle, with numbers of citations of the answer; never empty.
    pub ties: Vec<(Tie, Vec<usize>)>,
}
