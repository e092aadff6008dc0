//! Two entries, measure by measure: a scale of its own for each measure, with the values of the one above it and those of the
//! other below.

use super::axis::Scale;
use super::cited;
use super::scene::{FAINT, MARGIN, Pen, RULE, STYLES, Scene, Stroke, WARNING, WIDTH};
use crate::answer::Mark;
use crate::answer::figure::{Measure, Pair, Pairs, Reading};
use crate::knowledge::Better;
use crate::message::{Joint, Message, Words};
use crate::render::line::mark_words;
use crate::wording::Wording;

/// The ends of every scale.
const LEFT: i32 = MARGIN + 90;
/// See [`LEFT`].
const RIGHT: i32 = WIDTH - MARGIN - 90;

/// Half the width of a mark.
const MARK: i32 = 8;

/// From a mark to its label.
const TO_LABEL: i32 = 12;

/// Draws pairs under a title.
pub(super) fn scene(pairs: &Pairs, title: &str, wording: &Wording) -> Scene {
    let mut scene = Scene::default();
    let top = scene.title(title);
    let names: Vec<_> = STYLES.into_iter().zip(pairs.names.each_ref().map(|name| wording.words(name))).collect();
    let mut y = scene.key(top, &names) + 4;
    for row in &pairs.rows {
        y = draw(&mut scene, y, row, wording);
    }
    scene.height = y + MARGIN / 2;
    scene
}

/// The unit of a measure, and which values are better.
pub(super) fn aside(measure: &Measure) -> Words {
    let better = measure.better.map(|better| match better {
        Better::Higher => Message::HigherIsBetter,
        Better::Lower => Message::LowerIsBetter,
    });
    let unit = Some(measure.unit.clone()).filter(|unit| !unit.is_empty());
    Words::dotted(unit.into_iter().chain(better.map(Words::from)))
}

/// Draws one measure from `top` on; returns where it ends.
fn draw(scene: &mut Scene, top: i32, row: &Pair, wording: &Wording) -> i32 {
    scene.line((MARGIN, top), (WIDTH - MARGIN, top), Stroke::plain(RULE, 1));
    let heading = Pen::NAME.wrapped(&wording.words(&row.measure.label), WIDTH - 2 * MARGIN, 2);
    let mut y = scene.write_lines(MARGIN, top + 8, &heading, Pen::NAME);
    let aside = wording.words(&aside(&row.measure));
    if !aside.is_empty() {
        y = scene.write_lines(MARGIN, y, &Pen::FAINT.wrapped(&aside, WIDTH - 2 * MARGIN, 2), Pen::FAINT);
    }
    let ends = |reading: &Reading| [reading.value.least(), reading.value.most()];
    let scale = Scale::over(row.sides.iter().flatten().flat_map(ends), LEFT, RIGHT);
    let labels = row.sides.each_ref().map(|side| placed(side, scale, wording));
    let above = labels[0].iter().map(|label| label.level + 1).max().unwrap_or_default();
    let below = labels[1].iter().map(|label| label.level + 1).max().unwrap_or_default();
    let line = y + 8 + above * Pen::PLAIN.leading() + TO_LABEL;
    scene.line((LEFT, line), (RIGHT, line), Stroke::plain(FAINT, 1));
    write_ends(scene, scale, line, wording);
    for (number, (side, labels)) in row.sides.iter().zip(&labels).enumerate() {
        let up = number == 0;
        for (reading, label) in side.iter().zip(labels) {
            mark(scene, reading, scale, line, number);
            let down = |level: i32| line + TO_LABEL + Pen::PLAIN.size + level * Pen::PLAIN.leading();
            let base = if up { line - TO_LABEL - label.level * Pen::PLAIN.leading() - 3 } else { down(label.level) };
            scene.write(label.x, base, &label.text, label.pen);
        }
    }
    line + TO_LABEL + below * Pen::PLAIN.leading() + 16
}

/// Writes the values at which a scale ends: each has its own.
fn write_ends(scene: &mut Scene, scale: Scale, line: i32, wording: &Wording) {
    let [least, most] = scale.ends().map(|end| {
        let end = wording.words(&Words::Number(end));
        Pen::FAINT.wrapped(&end, LEFT - MARGIN - TO_LABEL, 1).concat()
    });
    scene.write(LEFT - TO_LABEL - Pen::FAINT.width(&least), line + 6, &least, Pen::FAINT);
    scene.write(RIGHT + TO_LABEL, line + 6, &most, Pen::FAINT);
}

/// The mark of a value; a range is a bar with a mark at either end.
fn mark(scene: &mut Scene, reading: &Reading, scale: Scale, line: i32, side: usize) {
    let (least, most) = (scale.place(reading.value.least()), scale.place(reading.value.most()));
    // Equal values of the two are both seen: one stands a little higher, the other a little lower.
    let y = if side == 0 { line - 5 } else { line + 5 };
    let style = STYLES[side];
    let hollow = reading.marks.iter().any(|mark| matches!(mark, Mark::Forecast | Mark::Superseded(_)));
    if reading.value.number().is_none() {
        scene.line((least, y), (most, y), Stroke { colour: style.colour, width: 4, dashed: hollow });
        scene.mark((most, y), MARK, style, hollow);
    }
    scene.mark((least, y), MARK, style, hollow);
}

struct Label {
    x: i32,
    level: i32,
    text: String,
    pen: Pen,
}

/// The labels of one side, each on the first level where it meets none before it.
fn placed(side: &[Reading], scale: Scale, wording: &Wording) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for reading in side {
        let disputed = reading.marks.iter().any(|mark| matches!(mark, Mark::Disputed | Mark::DisputedOn(_)));
        let pen = if disputed { Pen { colour: WARNING, ..Pen::PLAIN } } else { Pen::PLAIN };
        let text = pen.wrapped(&said(reading, wording), RIGHT - LEFT, 1).concat();
        let width = pen.width(&text);
        let middle = i32::midpoint(scale.place(reading.value.least()), scale.place(reading.value.most()));
        let x = (middle - width / 2).clamp(MARGIN, WIDTH - MARGIN - width);
        let free = |level: &i32| {
            labels.iter().all(|other| {
                other.level != *level || other.x + other.pen.width(&other.text) + 12 <= x || x + width + 12 <= other.x
            })
        };
        // Each label before it takes one level at most.
        let level = (0..=i32::try_from(labels.len()).unwrap_or(i32::MAX)).find(free).unwrap_or_default();
        labels.push(Label { x, level, text, pen });
    }
    labels
}

/// A value with its date, what to know of it, and the numbers of its citations.
pub(super) fn said(reading: &Reading, wording: &Wording) -> String {
    let value = wording.words(&reading.value.into());
    let date = reading.date.as_ref().map(Words::from);
    // Why it is superseded stands in the answer.
    let plain =
        |mark: &Mark| if matches!(mark, Mark::Superseded(_)) { Message::Superseded.into() } else { mark_words(mark) };
    let aside: Vec<Words> = date.into_iter().chain(reading.marks.iter().map(plain)).collect();
    let aside = if aside.is_empty() {
        String::new()
    } else {
        format!(" {}", wording.message(&Message::Marks { marks: Words::List(aside, Joint::Comma) }))
    };
    format!("{value}{aside}{}", cited(&reading.cites))
}
