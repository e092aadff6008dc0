//! Events with numbers at their marks, and a list of what the numbers stand for.

use super::{Item, LANE, MARK, lanes};
use crate::render::picture::axis::{FOOT, Time};
use crate::render::picture::scene::{Area, GROUND, MARGIN, Pen, Scene, WIDTH};
use crate::wording::Wording;

/// Columns of the list.
const COLUMNS: i32 = 2;

/// Between two columns.
const GUTTER: i32 = 24;

/// What number and mark take before an entry of the list.
const LEAD: i32 = 62;

/// So many lines an entry takes at most.
const LINES: usize = 3;

/// Draws marks and list; returns the height of the picture.
pub(super) fn draw(scene: &mut Scene, top: i32, items: &[Item], axis: Time, wording: &Wording) -> i32 {
    let numbers: Vec<String> = (1..=items.len()).map(|number| number.to_string()).collect();
    let placed: Vec<i32> = items.iter().zip(&numbers).map(|(item, number)| number_at(item, number)).collect();
    let covers: Vec<(i32, i32)> = items
        .iter()
        .zip(&numbers)
        .zip(&placed)
        .map(|((item, number), &x)| {
            let (from, to) = item.covers();
            (from.min(x - 4), to.max(x + Pen::PLAIN.width(number) + 4))
        })
        .collect();
    let (lane, count) = lanes(&covers);
    let bottom = top + 10 + count * LANE;
    axis.draw(scene, top, bottom, wording);
    for (((item, number), x), lane) in items.iter().zip(&numbers).zip(placed).zip(lane) {
        // Later lanes stand further up: the first one lies on the axis.
        let y = bottom - lane * LANE - LANE / 2;
        item.draw(scene, y);
        // No bar passes behind a number.
        let behind = Area { x: x - 1, y: y - LANE / 2, width: Pen::PLAIN.width(number) + 3, height: LANE };
        scene.fill(behind, GROUND, 100);
        scene.write(x, y + 6, number, Pen::PLAIN);
    }
    list(scene, bottom + FOOT + 16, items, &numbers)
}

/// Where the number of an item is written: behind its mark, or before it at the right edge.
fn number_at(item: &Item, number: &str) -> i32 {
    let (width, behind) = (Pen::PLAIN.width(number), item.at + MARK + 3);
    if behind + width > WIDTH - 4 { item.at - MARK - 3 - width } else { behind }
}

/// Writes the list in columns, of which the first are the longer ones; returns the height of the picture.
fn list(scene: &mut Scene, top: i32, items: &[Item], numbers: &[String]) -> i32 {
    let column = (WIDTH - 2 * MARGIN - GUTTER) / COLUMNS;
    let text = |item: &Item| Pen::PLAIN.wrapped(&format!("{} · {}", item.dated, item.label), column - LEAD, LINES);
    let entries: Vec<Vec<String>> = items.iter().map(text).collect();
    let height = |entry: &Vec<String>| i32::try_from(entry.len()).unwrap_or_default() * Pen::PLAIN.leading() + 6;
    let half = entries.iter().map(height).sum::<i32>() / COLUMNS;
    let (mut x, mut y, mut end) = (MARGIN, top, top);
    for ((item, entry), number) in items.iter().zip(&entries).zip(numbers) {
        if x == MARGIN && y - top >= half {
            (x, y) = (MARGIN + column + GUTTER, top);
        }
        let bold = Pen { colour: Pen::PLAIN.colour, size: Pen::PLAIN.size, ..Pen::NAME };
        scene.write(x + 32 - bold.width(number), y + bold.size, number, bold);
        scene.mark((x + 47, y + bold.size - 6), MARK, item.style, false);
        y = scene.write_lines(x + LEAD, y, entry, Pen::PLAIN) + 6;
        end = end.max(y);
    }
    end + MARGIN / 2
}
