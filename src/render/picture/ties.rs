//! An actor in the middle of its ties: the others in two columns, in the order of the answer, each line with what ties them.

use super::cited;
use super::scene::{Area, FAINT, INK, LEAD, MARGIN, Pen, Scene, Stroke, WIDTH};
use crate::answer::figure::{Other, Ties};
use crate::message::{Message, Tie, Words};
use crate::wording::Wording;

/// The width of the names at either side.
const NAME: i32 = 206;

/// The width of the name in the middle.
const MIDDLE: i32 = 164;

/// Between the middle and the lines that lead to the names.
const TRUNK: i32 = 14;

/// What stays free within a frame.
const PADDING: i32 = 8;

/// What stays free between two names.
const GAP: i32 = 12;

/// So many ties to one other are told.
const MOST_TIES: usize = 3;

/// Draws ties under a title.
pub(super) fn scene(ties: &Ties, title: &str, wording: &Wording) -> Scene {
    let mut scene = Scene::default();
    let heading = Words::dotted([title.into(), Words::from(Message::Ties)]);
    let top = scene.title(&wording.words(&heading)) + 4;
    let (left, right) = ties.others.split_at(ties.others.len() / 2);
    let rows = [left, right].map(|side| side.iter().map(|other| Row::new(other, wording)).collect::<Vec<_>>());
    let heights = rows.each_ref().map(|rows| rows.iter().map(Row::height).sum::<i32>());
    let name = Pen::NAME.wrapped(&wording.words(&ties.name), MIDDLE - 2 * PADDING, 4);
    let own = lines(&name, Pen::NAME) + 2 * PADDING;
    let height = heights.into_iter().max().unwrap_or_default().max(own);
    let middle = top + height / 2;
    for (number, (rows, tall)) in rows.iter().zip(heights).enumerate() {
        side(&mut scene, rows, top + (height - tall) / 2, middle, if number == 0 { -1 } else { 1 });
    }
    let area = Area { x: (WIDTH - MIDDLE) / 2, y: middle - own / 2, width: MIDDLE, height: own };
    framed(&mut scene, area, &name, Pen::NAME, Stroke::plain(INK, 3));
    scene.height = top + height + MARGIN;
    if ties.more > 0 {
        let (shown, more) = (ties.others.len(), ties.others.len() + ties.more);
        let note = Message::Some { heading: Message::Ties.into(), shown: shown.into(), count: more.into() };
        scene.write(MARGIN, scene.height - 4 + Pen::FAINT.size - MARGIN / 2, &wording.message(&note), Pen::FAINT);
        scene.height += Pen::FAINT.leading();
    }
    scene
}

fn lines(lines: &[String], pen: Pen) -> i32 {
    i32::try_from(lines.len()).unwrap_or_default() * pen.leading()
}

/// One other with its ties.
struct Row {
    name: Vec<String>,
    /// What is said of each tie, and whether it is past.
    ties: Vec<(Vec<String>, bool)>,
}

/// The width of what is said of a tie.
const SAID: i32 = (WIDTH - MIDDLE) / 2 - TRUNK - NAME - MARGIN - 12;

impl Row {
    fn new(other: &Other, wording: &Wording) -> Self {
        let said = |(tie, cites): &(Tie, Vec<usize>)| {
            (Pen::FAINT.wrapped(&format!("{}{}", label(tie, wording), cited(cites)), SAID, 3), tie.past)
        };
        let mut ties: Vec<(Vec<String>, bool)> = other.ties.iter().take(MOST_TIES).map(said).collect();
        if other.ties.len() > MOST_TIES {
            ties.push((vec![format!("+ {}", other.ties.len() - MOST_TIES)], false));
        }
        Self { name: Pen::NAME.wrapped(&wording.words(&other.name), NAME - 2 * PADDING, 4), ties }
    }

    fn said(&self) -> i32 {
        self.ties.iter().map(|(said, _)| lines(said, Pen::FAINT)).sum::<i32>() + 6
    }

    fn framed(&self) -> i32 {
        lines(&self.name, Pen::NAME) + 2 * PADDING
    }

    /// From its upper edge to its line: what is said of the ties stands on it.
    fn above(&self) -> i32 {
        self.said().max(self.framed() / 2)
    }

    fn height(&self) -> i32 {
        self.above() + self.framed() / 2 + GAP
    }

    fn is_past(&self) -> bool {
        self.ties.iter().all(|(_, past)| *past)
    }
}

/// What is said of a tie without its ends: its kind or office, and when it held.
pub(super) fn label(tie: &Tie, wording: &Wording) -> String {
    let kind = wording.tie_between(tie);
    match &tie.date {
        Some(date) => format!("{kind}, {}", wording.words(&date.into())),
        None => kind,
    }
}

/// Draws one side: the trunk along the middle, and from it a line to each other.
fn side(scene: &mut Scene, rows: &[Row], top: i32, middle: i32, out: i32) {
    let trunk = WIDTH / 2 + out * (MIDDLE / 2 + TRUNK);
    let edge = WIDTH / 2 + out * (WIDTH / 2 - MARGIN - NAME);
    let mut y = top;
    let mut reach = (middle, middle);
    for row in rows {
        let line = y + row.above();
        let stroke = Stroke { colour: if row.is_past() { LEAD } else { FAINT }, width: 2, dashed: row.is_past() };
        scene.line((trunk, line), (edge, line), stroke);
        let x = if out < 0 { MARGIN } else { edge };
        let area = Area { x, y: line - row.framed() / 2, width: NAME, height: row.framed() };
        let pen = if row.is_past() { Pen { colour: FAINT, ..Pen::NAME } } else { Pen::NAME };
        framed(scene, area, &row.name, pen, stroke);
        write_ties(scene, row, line - row.said(), trunk.min(edge) + 6);
        reach = (reach.0.min(line), reach.1.max(line));
        y += row.height();
    }
    if !rows.is_empty() {
        scene.line((trunk, reach.0), (trunk, reach.1), Stroke::plain(FAINT, 2));
        scene.line((WIDTH / 2 + out * MIDDLE / 2, middle), (trunk, middle), Stroke::plain(FAINT, 2));
    }
}

/// Writes what is said of ties on their line.
fn write_ties(scene: &mut Scene, row: &Row, top: i32, x: i32) {
    let mut y = top;
    for (said, past) in &row.ties {
        let pen = if *past { Pen::FAINT } else { Pen::PLAIN };
        y = scene.write_lines(x, y, said, pen);
    }
}

/// Writes lines in the middle of a frame.
fn framed(scene: &mut Scene, area: Area, name: &[String], pen: Pen, stroke: Stroke) {
    scene.shapes.push(super::scene::Shape::Frame { area, stroke });
    let mut y = area.y + PADDING - 3;
    for line in name {
        scene.write(area.x + (area.width - pen.width(line)) / 2, y + pen.size, line, pen);
        y += pen.leading();
    }
}
