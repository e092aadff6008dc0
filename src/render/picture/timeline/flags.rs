//! A few events, each with a flag on which its date and title stand.
//!
//! The flags of the left half stand above the marks and open to the right, those of the right half hang below and open to the
//! left. A flag stands higher than all whose poles it would meet, so that nothing overlaps and no pole crosses a text.

use super::{Item, LANE, MARK, TO_LABEL, lanes};
use crate::render::picture::axis::{FOOT, Time};
use crate::render::picture::scene::{Area, GROUND, MARGIN, Pen, Scene, WIDTH};
use crate::wording::Wording;

/// The widest that a flag is.
const WIDEST: i32 = 300;

/// So many lines a title takes at most.
const LINES: usize = 3;

/// Between a pole and its text, and between two flags.
const GAP: i32 = 8;

/// The highest that flags stand, or hang.
const HIGHEST: i32 = 380;

/// Where the flag of an item is.
#[derive(Debug, Clone)]
pub(super) struct Flag {
    dated: Vec<String>,
    title: Vec<String>,
    above: bool,
    /// From the marks to its nearer edge.
    near: i32,
}

impl Flag {
    fn new(item: &Item) -> Self {
        let above = item.at <= WIDTH / 2;
        let dated = Pen::FAINT.wrapped(&item.dated, WIDEST, 2);
        let title = Pen::PLAIN.wrapped(&item.label, WIDEST, LINES);
        Self { dated, title, above, near: 0 }
    }

    fn width(&self) -> i32 {
        let dated = self.dated.iter().map(|line| Pen::FAINT.width(line));
        let title = self.title.iter().map(|line| Pen::PLAIN.width(line));
        GAP + dated.chain(title).max().unwrap_or_default()
    }

    fn height(&self) -> i32 {
        let lines = i32::try_from(self.dated.len() + self.title.len()).unwrap_or_default();
        lines * Pen::PLAIN.leading() + 4
    }

    fn far(&self) -> i32 {
        self.near + self.height()
    }
}

/// The flags of items, where all find room.
pub(super) fn placed(items: &[Item]) -> Option<Vec<Flag>> {
    let mut flags: Vec<Flag> = items.iter().map(Flag::new).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
    // Those nearest to the middle of the picture come first; of one place, they read in their order from the top.
    order.sort_by_key(|&at| ((items[at].at - WIDTH / 2).abs(), if flags[at].above { items.len() - at } else { at }));
    let mut done: Vec<usize> = Vec::new();
    for at in order {
        let (x, width) = (items[at].at, flags[at].width() + GAP);
        let meets = |other: &&usize| flags[**other].above == flags[at].above && (items[**other].at - x).abs() <= width;
        let near = done.iter().filter(meets).map(|&other| flags[other].far() + GAP).max();
        flags[at].near = near.unwrap_or(GAP);
        if flags[at].far() > HIGHEST {
            return None;
        }
        done.push(at);
    }
    Some(flags)
}

/// Draws marks and flags; returns the height of the picture.
pub(super) fn draw(scene: &mut Scene, top: i32, items: &[Item], flags: &[Flag], axis: Time, wording: &Wording) -> i32 {
    let reach = |above: bool| flags.iter().filter(|flag| flag.above == above).map(Flag::far).max().unwrap_or(0);
    let (lane, lanes) = lanes(&items.iter().map(Item::covers).collect::<Vec<_>>());
    let upper = top + reach(true) + MARK;
    let lower = upper + lanes * LANE;
    let bottom = lower + reach(false) + MARK + 6;
    axis.draw(scene, top, bottom, wording);
    let mut marks = Scene::default();
    for ((item, flag), lane) in items.iter().zip(flags).zip(lane) {
        let y = upper + lane * LANE + LANE / 2;
        let far = if flag.above { upper - flag.far() } else { lower + flag.far() };
        scene.line((item.at, y), (item.at, far), TO_LABEL);
        item.draw(&mut marks, y);
        let text = if flag.above { far } else { lower + flag.near };
        write(scene, item, flag, text);
    }
    scene.add(marks);
    bottom + FOOT + MARGIN / 2
}

fn write(scene: &mut Scene, item: &Item, flag: &Flag, top: i32) {
    let mut top = top;
    let lines =
        flag.dated.iter().map(|line| (line, Pen::FAINT)).chain(flag.title.iter().map(|line| (line, Pen::PLAIN)));
    for (line, pen) in lines {
        // The lines of the axis pass behind the text.
        let x = if flag.above { item.at + GAP } else { item.at - GAP - pen.width(line) };
        scene.fill(Area { x: x - 2, y: top, width: pen.width(line) + 4, height: pen.leading() }, GROUND, 85);
        scene.write(x, top + pen.size, line, pen);
        top += pen.leading();
    }
}
