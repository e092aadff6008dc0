//! What a picture shows, in words, for those who do not see it.

use super::{pairs, ties};
use crate::answer::Figure;
use crate::answer::figure::{Pair, Pairs, Reading, Series, Ties, Timeline, Trend};
use crate::message::{Joint, Message, Words};
use crate::render::{cut, limits};
use crate::wording::Wording;

/// The words for a picture with a title; what is too long for Discord is cut at its end.
pub(super) fn text(figure: &Figure, title: &str, wording: &Wording) -> String {
    let title = Words::from(title);
    let message = match figure {
        Figure::Timeline(timeline) => {
            let count = Message::EventCount { count: timeline.events.len().into() }.into();
            Message::AltTimeline { title, count, events: events(timeline, wording) }
        }
        Figure::Trend(trend) => Message::AltTrend { title, series: series(trend, wording) },
        Figure::Pairs(pairs) => Message::AltPairs { title, rows: rows(pairs, wording) },
        Figure::Ties(ties) => Message::AltTies { title, ties: all(ties, wording) },
    };
    cut(&wording.message(&message), limits::ALT)
}

/// More than so many cannot be read out within the limit.
const MOST: usize = 100;

fn joined(parts: impl Iterator<Item = String>) -> Words {
    Words::List(parts.take(MOST).map(Words::from).collect(), Joint::Semicolon)
}

/// Something with what belongs to it: "Belarus: 5,400 (2013)".
fn labelled(label: &Words, text: impl Into<Words>, wording: &Wording) -> String {
    let label = wording.message(&Message::CardLabel { label: label.clone() });
    format!("{label} {}", wording.words(&text.into()))
}

fn events(timeline: &Timeline, wording: &Wording) -> Words {
    joined(timeline.events.iter().map(|event| labelled(&Words::from(&event.date), event.label.clone(), wording)))
}

fn series(trend: &Trend, wording: &Wording) -> Words {
    let one = |series: &Series| {
        let points = series.points.iter().map(|point| Reading {
            value: point.value,
            date: Some(point.date.clone()),
            marks: point.marks.clone(),
            cites: Vec::new(),
        });
        labelled(&series.name, readings(points, wording), wording)
    };
    joined(trend.series.iter().map(one))
}

fn rows(pairs: &Pairs, wording: &Wording) -> Words {
    let side = |name: &Words, side: &[Reading]| {
        let bare = side.iter().map(|reading| Reading { cites: Vec::new(), ..reading.clone() });
        format!("{} {}", wording.words(name), wording.words(&readings(bare, wording)))
    };
    let one = |pair: &Pair| {
        let sides = pairs.names.iter().zip(&pair.sides).map(|(name, readings)| side(name, readings));
        labelled(&pair.measure.label, Words::list(sides), wording)
    };
    joined(pairs.rows.iter().map(one))
}

fn readings(readings: impl Iterator<Item = Reading>, wording: &Wording) -> Words {
    Words::list(readings.take(MOST).map(|reading| pairs::said(&reading, wording).trim().to_owned()))
}

fn all(figure: &Ties, wording: &Wording) -> Words {
    joined(figure.others.iter().map(|other| {
        let told = other.ties.iter().map(|(tie, _)| ties::label(tie, wording));
        labelled(&other.name, Words::list(told), wording)
    }))
}
