//! The text of an answer, cut into sheets: one for each page, each with the sources of all that it cites.
//!
//! Owns how long a page is and where one ends. What is pressed below it is added in `page`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::line::{Ink, Line, Part, citation_line, cite_words, parts};
use super::markdown::{draw, escape, link, shortened, strong};
use super::{cut, length, limits};
use crate::answer::{Answer, Block, Citation};
use crate::message::Message;
use crate::wording::Wording;

/// A page is kept this short, in UTF-16 units, although an embed would take more: it is read on a phone, and what is longer
/// than a message's plain content could not be repeated as such.
pub(super) const PAGE: usize = 1900;
const _: () = assert!(PAGE <= limits::CONTENT && PAGE <= limits::DESCRIPTION);

/// A heading takes at most so much of a page.
const HEADING: usize = 200;

/// What a source is called takes at most so much of a page. With the longest heading and address it leaves a statement room.
const SOURCE: usize = 400;

/// The longest address that is shown, with its brackets.
const ADDRESS: usize = 800;

/// As much of a statement is repeated where its sources go on.
const REPEATED: usize = 200;

/// The longest notice of ours, such as that sources go on; a language whose words are longer has them cut.
const NOTICE: usize = 60;

/// What a notice takes of a page: escaping at most doubles it, and a space and its emphasis stand around it.
const NOTICE_ROOM: usize = 2 * NOTICE + 4;

// A statement and the dearest of its sources always fit on a page, with a few units for the number and line breaks.
const _: () = assert!(HEADING + REPEATED + 2 * NOTICE_ROOM + SOURCE + ADDRESS + 32 <= PAGE);

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

/// A source as it stands at the end of each page that cites it.
struct Source {
    text: String,
    length: usize,
    cut: Option<String>,
}

/// A line that fits on a page with its sources.
struct Piece {
    line: Line,
    cut: Option<String>,
}

struct Filler<'w> {
    wording: &'w Wording,
    sources: Vec<Source>,
    done: Vec<Sheet>,
    sheet: Sheet,
    cites: BTreeSet<usize>,
    /// Of the sheet with its sources.
    length: usize,
    chosen: usize,
    /// So many lines that cite something were begun.
    told: usize,
}

impl<'w> Filler<'w> {
    fn new(answer: &Answer, wording: &'w Wording) -> Self {
        let sources = answer.citations.iter().map(|citation| Source::new(citation, wording)).collect();
        let (done, sheet, cites) = (Vec::new(), Sheet::default(), BTreeSet::new());
        Self { wording, sources, done, sheet, cites, length: 0, chosen: 0, told: 0 }
    }

    /// Adds lines under their heading, which is repeated on each page. `counted` lines are the actions, one for one.
    fn add_part(&mut self, part: &Part, counted: bool) {
        let heading = if part.heading.is_empty() { String::new() } else { strong(&part.heading, HEADING) + "\n" };
        let (mut pending, mut begins) = (true, !part.heading.is_empty());
        for line in &part.lines {
            let cited = !line.cites.is_empty();
            self.told += usize::from(cited);
            for piece in self.pieces(line, PAGE.saturating_sub(length(&heading))) {
                let text = draw(&piece.line) + "\n";
                let full = counted && self.chosen - self.sheet.choices.start == limits::MENU_LINES;
                let lead = if pending { heading.as_str() } else { "" };
                if full || !self.has_room(lead, &text, &piece.line.cites) {
                    self.turn();
                    pending = true;
                }
                if std::mem::take(&mut pending) {
                    if !self.sheet.text.is_empty() {
                        self.push("\n");
                    }
                    self.push(&heading);
                    if std::mem::take(&mut begins) {
                        self.sheet.headings.push(part.heading.clone());
                    }
                }
                if self.sheet.first.is_empty() {
                    piece.line.text().trim().trim_start_matches("• ").clone_into(&mut self.sheet.first);
                }
                if cited {
                    self.sheet.cited = self.sheet.cited.start.min(self.told - 1)..self.told;
                }
                self.push(&text);
                self.cite(&piece.line.cites);
                self.sheet.cut = self.sheet.cut.take().or(piece.cut);
            }
            self.chosen += usize::from(counted);
        }
    }

    fn has_room(&self, heading: &str, text: &str, cites: &[usize]) -> bool {
        let new = cites.iter().filter(|number| !self.cites.contains(number));
        let more = 1 + length(heading) + length(text) + new.map(|&number| self.source_length(number)).sum::<usize>();
        self.sheet.text.is_empty() || self.length + more <= PAGE
    }

    fn push(&mut self, text: &str) {
        self.length += length(text);
        self.sheet.text.push_str(text);
    }

    fn cite(&mut self, cites: &[usize]) {
        for &number in cites {
            if self.cites.insert(number) {
                self.length += self.source_length(number);
            }
        }
    }

    /// The line as it is, unless its sources do not fit on one page: then the line is repeated with a part of them each.
    fn pieces(&self, line: &Line, page: usize) -> Vec<Piece> {
        let total: usize = line.cites.iter().map(|&number| self.source_length(number)).sum();
        // One unit for the end of the line, one for the empty line before the sources.
        let page = page.saturating_sub(2);
        if length(&draw(line)) + total <= page {
            return vec![Piece { line: line.clone(), cut: None }];
        }
        let cost = |number: usize| self.source_length(number) + length(&draw(&cited(&[number])));
        let dearest = line.cites.iter().map(|&number| cost(number)).max().unwrap_or(0);
        let mut bare = line.clone();
        bare.spans.retain(|(ink, _)| *ink != Ink::Cite);
        let short =
            shortened(&bare, page.saturating_sub(dearest + NOTICE_ROOM), &notice(&Message::Shortened, self.wording));
        let beginning = short.is_some().then(|| cut(line.text().trim(), 40));
        let mut text = short.unwrap_or_else(|| bare.clone());
        let mut pieces: Vec<Piece> = Vec::new();
        let mut rest = line.cites.as_slice();
        loop {
            let mut room = page.saturating_sub(length(&draw(&text)) + NOTICE_ROOM);
            let fits = rest.iter().take_while(|&&number| {
                let cost = cost(number);
                let fits = cost <= room;
                room = room.saturating_sub(cost);
                fits
            });
            let (now, later) = rest.split_at(fits.count().max(1).min(rest.len()));
            text.spans.extend(cited(now).spans);
            if !later.is_empty() {
                text.spans
                    .push((Ink::Faint, notice(&Message::SourcesGoOn { count: later.len().into() }, self.wording)));
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

    fn source_length(&self, number: usize) -> usize {
        self.sources.get(number.wrapping_sub(1)).map_or(0, |source| source.length)
    }

    /// Ends the sheet with the sources of what stands on it.
    fn turn(&mut self) {
        let mut sheet = std::mem::take(&mut self.sheet);
        sheet.choices.end = self.chosen;
        sheet.text.truncate(sheet.text.trim_end().len());
        let cites = std::mem::take(&mut self.cites);
        for (at, source) in cites.iter().filter_map(|number| self.sources.get(number.wrapping_sub(1))).enumerate() {
            sheet.text.push_str(if at == 0 { "\n\n" } else { "\n" });
            sheet.text.push_str(&source.text);
            sheet.cut = sheet.cut.or_else(|| source.cut.clone());
        }
        sheet.listed = cites;
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

impl Source {
    fn new(citation: &Citation, wording: &Wording) -> Self {
        let whole = citation_line(citation, wording);
        let short = shortened(&whole, SOURCE, &notice(&Message::Shortened, wording));
        let mut cut_off = short.is_some();
        let mut text = format!("-# {}", draw(short.as_ref().unwrap_or(&whole)));
        if let Some(link) = citation.url.as_deref().map(link) {
            let fits = length(&link) <= ADDRESS;
            cut_off |= !fits;
            let shown = if fits { format!(" {link}") } else { escape(&notice(&Message::AddressTooLong, wording)) };
            text.push_str(&shown);
        }
        // And the line break before it.
        let length = length(&text) + 1;
        Self { text, length, cut: cut_off.then(|| cut(&wording.words(&citation.text), 40)) }
    }
}

/// What a page says of itself, behind a space.
pub(super) fn notice(message: &Message, wording: &Wording) -> String {
    format!(" {}", cut(&wording.message(message), NOTICE))
}

fn cited(numbers: &[usize]) -> Line {
    Line::of(vec![(Ink::Cite, cite_words(numbers))])
}
