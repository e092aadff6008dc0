//! So many events that only their number tells: how many there were in each part of the time.

use crate::knowledge::date::{Day, Extent};
use crate::message::{Message, Words};
use crate::render::picture::axis::{FOOT, Scale, Time};
use crate::render::picture::scene::{Area, MARGIN, Pen, RULE, STYLES, Scene, Stroke, WIDTH};
use crate::wording::Wording;

/// At most so many parts of the time are told apart.
const PARTS: usize = 60;

/// How high the fullest part is drawn.
const HIGHEST: i32 = 300;

/// Draws a bar for each part of the time; returns the height of the picture. What lasts, or lies somewhere in a span, counts
/// in the part of its middle.
pub(super) fn draw(
    scene: &mut Scene,
    top: i32,
    extents: impl Iterator<Item = Extent>,
    axis: Time,
    wording: &Wording,
) -> i32 {
    let middles: Vec<i64> = extents.map(middle).collect();
    let parts = axis.parts(PARTS);
    let (first, last) = (parts.first().copied().unwrap_or_default(), parts.last().copied().unwrap_or_default());
    let count =
        |from: i64, to: i64| middles.iter().filter(|day| (from..to).contains(&(**day).clamp(first, last - 1))).count();
    let counts: Vec<usize> = parts.windows(2).map(|part| count(part[0], part[1])).collect();
    let named = scene.write_lines(MARGIN, top, &[wording.message(&Message::Events)], Pen::FAINT);
    let (upper, bottom) = (named + 24, named + 24 + HIGHEST);
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let scale = Scale::over([0.0, number(counts.iter().max().copied().unwrap_or_default())], bottom, upper);
    axis.draw(scene, upper, bottom, wording);
    for (part, &count) in parts.windows(2).zip(&counts) {
        let (from, to, y) = (axis.x(part[0]), axis.x(part[1]), scale.place(number(count)));
        let area = Area { x: from + 1, y, width: (to - from - 2).max(2), height: bottom - y };
        scene.fill(area, STYLES[0].colour, 85);
    }
    for tick in scale.ticks().into_iter().filter(|tick| tick.fract() == 0.0) {
        let (y, name) = (scale.place(tick), wording.words(&Words::Number(tick)));
        scene.line((MARGIN + 10, y), (WIDTH - MARGIN - 10, y), Stroke::plain(RULE, 1));
        scene.write(MARGIN + 12, y - 3, &name, Pen::FAINT);
    }
    bottom + FOOT + MARGIN / 2
}

fn middle(extent: Extent) -> i64 {
    match (extent.first, extent.last) {
        (Day::MIN, last) => last.into(),
        (first, Day::MAX) => first.into(),
        (first, last) => i64::midpoint(first.into(), last.into()),
    }
}
