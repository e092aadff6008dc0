//! The text of an answer, cut into sheets: one for each page, each with the sources of all that it cites.
//!
//! Owns how long a page is and where one ends: not between a label and what it is about, nor between a statement and what is
//! said to the contrary, where that can be helped. How sources are listed is known in `listing`; what is pressed below a page is
//! added in `page`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::line::{Ink, Line, Part, Role, cite_words, parts};
use super::listing::{LONGEST as LONGEST_SOURCE, Listing, NOTICE, notice};
use super::markdown::{draw, shortened, strong};
use super::{cut, length, limits};
use crate::answer::{Answer, Block};
use crate::message::Message;
use crate::wording::Wording;

/// A page is kept this short, in UTF-16 units, although an embed would take more: it is read on a phone, and what is longer
/// than a message's plain content could not be repeated as such.
pub(super) const PAGE: usize = 1900;
const _: () = assert!(PAGE <= limits::CONTENT && PAGE <= limits::DESCRIPTION);

/// A heading takes at most so much of a page.
const HEADING: usize = 200;

/// Where a page begins among the lines of a label, the label takes at most so much of what the heading may.
const LABEL: usize = 80;

/// As much of a statement is repeated where its sources go on.
const REPEATED: usize = 200;

/// What a notice takes of a page: escaping at most doubles it, and a space and its emphasis stand around it.
const NOTICE_ROOM: usize = 2 * NOTICE + 4;

// A statement and the dearest of its sources always fit on a page, with a few units for the number and line breaks.
const _: () = assert!(HEADING + REPEATED + 2 * NOTICE_ROOM + LONGEST_SOURCE + 32 <= PAGE);

/// The text of a page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Markdown.
    pub(super) text: String,
    /// Which of the answer's actions are listed here; only where there are more than one menu takes.
    pub(super) choices: Range<usize>,
    /// Which of the answer's lines that cite something stand here, counted from 0; the last may go on on the next sheet.
    pub(super) cited: Range<usize>,
    /// The numbers of the sources that are listed here.
    pub(super) listed: BTreeSet<usize>,
    /// The headings that begin here.
    pub(super) headings: Vec<String>,
    /// What stands here first, without its heading.
    pub(super) first: String,
    /// The beginning of a text that had to be cut.
    pub(super) cut: Option<String>,
}

/// Cuts parts of an answer into sheets; there is always at least one.
pub(super) fn fill_parts(answer: &Answer, parts: &[Part]) -> Vec<Sheet> {
    let mut filler = Filler::new(answer, Wording::of(&answer.language));
    for part in parts {
        filler.add_part(part, false);
    }
    filler.finish()
}

/// Cuts an answer into sheets; there is always at least one. Takes time in proportion to the answer's length.
pub(super) fn fill(answer: &Answer) -> Vec<Sheet> {
    let wording = Wording::of(&answer.language);
    let mut filler = Filler::new(answer, wording);
    let actions = answer.actions.len();
    let many = actions > limits::MENU_LINES;
    let choices =
        answer.blocks.iter().map(|block| if let Block::Choices { choices, .. } = block { choices.len() } else { 0 });
    let listed = many && choices.sum::<usize>() == actions;
    for block in &answer.blocks {
        let counted = listed && matches!(block, Block::Choices { .. });
        for part in &parts(block, wording) {
            filler.add_part(part, counted);
        }
    }
    if many && !listed {
        let lines = answer.actions.iter().map(|action| Line::plain(format!("• {}", wording.words(&action.label))));
        let heading = wording.message(&Message::ToChooseFrom);
        filler.add_part(&Part { heading, lines: lines.collect() }, true);
    }
    filler.finish()
}

/// A line that fits on a page with its sources.
struct Piece {
    line: Line,
    cut: Option<String>,
}

struct Filler<'a> {
    wording: &'a Wording,
    done: Vec<Sheet>,
    sheet: Sheet,
    /// The sources of the sheet.
    listing: Listing<'a>,
    /// Of the sheet without its sources.
    length: usize,
    chosen: usize,
    /// So many lines that cite something were begun.
    told: usize,
}

/// A part of an answer while it is added.
struct Adding<'p> {
    part: &'p Part,
    /// What the next line stands under is not on the sheet yet.
    pending: bool,
    /// The heading was not on any sheet yet.
    begins: bool,
    /// Whose the lines are.
    label: Option<&'p Line>,
    /// What contrary lines are contrary to.
    opposed: Option<&'p Line>,
}

impl<'p> Adding<'p> {
    fn new(part: &'p Part) -> Self {
        Self { part, pending: true, begins: !part.heading.is_empty(), label: None, opposed: None }
    }

    /// What stands above a line where a page begins with it.
    fn lead(&self, line: &Line) -> String {
        let label = self.label.filter(|_| !self.begins && line.role != Role::Label);
        let label = label.map(|label| draw(&shortened(label, LABEL, "").unwrap_or_else(|| label.clone())) + "\n");
        let label = label.unwrap_or_default();
        let heading = &self.part.heading;
        let room = HEADING.saturating_sub(length(&label));
        if heading.is_empty() { label } else { strong(heading, room) + "\n" + &label }
    }

    /// Notes what the lines after this one belong to.
    fn pass(&mut self, line: &'p Line) {
        match line.role {
            Role::Label => self.label = Some(line),
            Role::Whole if line.indent == 0 => self.label = None,
            Role::Whole | Role::Contrary => {}
        }
        if line.role != Role::Contrary {
            self.opposed = Some(line);
        }
    }
}

impl<'a> Filler<'a> {
    fn new(answer: &'a Answer, wording: &'a Wording) -> Self {
        let listing = Listing::new(&answer.citations, wording);
        Self { wording, done: Vec::new(), sheet: Sheet::default(), listing, length: 0, chosen: 0, told: 0 }
    }

    /// Adds lines under their heading, which is repeated on each page. `counted` lines are the actions, one for one.
    fn add_part(&mut self, part: &Part, counted: bool) {
        let mut adding = Adding::new(part);
        for together in part.lines.chunk_by(|line, next| line.role == Role::Label || next.role == Role::Contrary) {
            if together.len() > 1 && !self.has_room_for(&adding, together) && self.fit_on_a_page(&adding, together) {
                self.turn();
                adding.pending = true;
            }
            for line in together {
                self.add_line(&mut adding, line, counted);
                adding.pass(line);
            }
        }
    }

    fn add_line(&mut self, adding: &mut Adding<'_>, line: &Line, counted: bool) {
        let cited = !line.cites.is_empty();
        self.told += usize::from(cited);
        for piece in self.pieces(line, PAGE.saturating_sub(length(&adding.lead(line)))) {
            let text = draw(&piece.line) + "\n";
            let full = counted && self.chosen - self.sheet.choices.start == limits::MENU_LINES;
            let lead = if adding.pending { adding.lead(line) } else { String::new() };
            if full || !self.has_room(&lead, &text, &piece.line) {
                self.turn();
                adding.pending = true;
            }
            if adding.pending {
                self.begin(adding, line, &text);
            }
            if self.sheet.first.is_empty() {
                piece.line.text().trim().trim_start_matches("• ").clone_into(&mut self.sheet.first);
            }
            if cited {
                self.sheet.cited = self.sheet.cited.start.min(self.told - 1)..self.told;
            }
            self.push(&text);
            self.listing.add(&piece.line);
            self.sheet.cut = self.sheet.cut.take().or(piece.cut);
        }
        self.chosen += usize::from(counted);
    }

    /// Puts down what a line stands under, and of what it contradicts the beginning, where that is on the page before.
    fn begin(&mut self, adding: &mut Adding<'_>, line: &Line, text: &str) {
        if !self.sheet.text.is_empty() {
            self.push("\n");
        }
        self.push(&adding.lead(line));
        adding.pending = false;
        if std::mem::take(&mut adding.begins) {
            self.sheet.headings.push(adding.part.heading.clone());
        }
        let Some(opposed) = adding.opposed.filter(|_| line.role == Role::Contrary) else { return };
        let mut repeated = shortened(opposed, REPEATED, "").unwrap_or_else(|| opposed.clone());
        let end = repeated.spans.iter().rposition(|(ink, _)| *ink != Ink::Cite).map_or(0, |last| last + 1);
        repeated.spans.insert(end, (Ink::Faint, notice(&Message::Continued, self.wording)));
        let drawn = draw(&repeated) + "\n";
        let both = self.listing.with([&repeated, line]);
        if self.length + length(&drawn) + length(text) + both <= PAGE {
            self.push(&drawn);
            self.listing.add(&repeated);
        }
    }

    fn has_room(&self, lead: &str, text: &str, line: &Line) -> bool {
        let more = 1 + length(lead) + length(text) + self.listing.with([line]);
        self.sheet.text.is_empty() || self.length + more <= PAGE
    }

    fn has_room_for(&self, adding: &Adding<'_>, lines: &[Line]) -> bool {
        let lead = if adding.pending { lines.first().map(|line| adding.lead(line)) } else { None };
        self.length + 1 + length(&lead.unwrap_or_default()) + drawn_length(lines) + self.listing.with(lines) <= PAGE
    }

    fn fit_on_a_page(&self, adding: &Adding<'_>, lines: &[Line]) -> bool {
        let lead = lines.first().map(|line| adding.lead(line)).unwrap_or_default();
        !self.sheet.text.is_empty() && length(&lead) + drawn_length(lines) + self.listing.alone(lines) <= PAGE
    }

    fn push(&mut self, text: &str) {
        self.length += length(text);
        self.sheet.text.push_str(text);
    }

    /// The line as it is, unless its sources do not fit on one page: then the line is repeated with a part of them each.
    fn pieces(&self, line: &Line, page: usize) -> Vec<Piece> {
        // One unit for the end of the line, one for the empty line before the sources.
        let page = page.saturating_sub(2);
        if length(&draw(line)) + self.listing.alone([line]) <= page {
            return vec![Piece { line: line.clone(), cut: None }];
        }
        let costs: Vec<usize> = self.listing.each_alone(line);
        let costs = || line.cites.iter().zip(&costs).map(|(&number, cost)| cost + length(&draw(&cited(&[number]))));
        let mut bare = line.clone();
        bare.spans.retain(|(ink, _)| *ink != Ink::Cite);
        let room = page.saturating_sub(costs().max().unwrap_or(0) + NOTICE_ROOM);
        let short = shortened(&bare, room, &notice(&Message::Shortened, self.wording));
        let beginning = short.is_some().then(|| cut(line.text().trim(), 40));
        let mut text = short.unwrap_or_else(|| bare.clone());
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut rest, mut costs) = (line.cites.as_slice(), costs().collect::<Vec<_>>().into_iter().peekable());
        loop {
            let mut room = page.saturating_sub(length(&draw(&text)) + NOTICE_ROOM);
            let mut count = 0;
            while let Some(cost) = costs.next_if(|cost| count == 0 || *cost <= room) {
                room = room.saturating_sub(cost);
                count += 1;
            }
            let (now, later) = rest.split_at(count.min(rest.len()));
            text.spans.extend(cited(now).spans);
            if !later.is_empty() {
                let more = Message::SourcesGoOn { count: later.len().into() };
                text.spans.push((Ink::Faint, notice(&more, self.wording)));
            }
            now.clone_into(&mut text.cites);
            pieces.push(Piece { line: text, cut: beginning.clone() });
            if later.is_empty() {
                return pieces;
            }
            rest = later;
            text = shortened(&bare, REPEATED, "").unwrap_or_else(|| bare.clone());
            text.spans.push((Ink::Faint, notice(&Message::Continued, self.wording)));
        }
    }

    /// Ends the sheet with the sources of what stands on it.
    fn turn(&mut self) {
        let mut sheet = std::mem::take(&mut self.sheet);
        sheet.choices.end = self.chosen;
        sheet.text.truncate(sheet.text.trim_end().len());
        let (listed, cut) = self.listing.draw_onto(&mut sheet.text);
        sheet.listed = listed;
        sheet.cut = sheet.cut.or(cut);
        self.done.push(sheet);
        self.sheet.choices = self.chosen..self.chosen;
        self.sheet.cited = self.told..self.told;
        self.length = 0;
    }

    fn finish(mut self) -> Vec<Sheet> {
        if !self.sheet.text.is_empty() || self.done.is_empty() {
            self.turn();
        }
        self.done
    }
}

/// Of lines one below the other.
fn drawn_length(lines: &[Line]) -> usize {
    lines.iter().map(|line| length(&draw(line)) + 1).sum()
}

fn cited(numbers: &[usize]) -> Line {
    Line::of(vec![(Ink::Cite, cite_words(numbers))])
}
