//! An answer as text for a terminal, or as plain text for a file.

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table, presets};

use super::line::{Ink, Line, citation_line, parts, statement_lines};
use super::page::basis;
use crate::answer::{Answer, BEST, Block, Statement, Versus};
use crate::message::{Message, Words};
use crate::wording::Wording;

/// The widest that running text is set, in columns: longer lines are hard to follow.
const WIDEST: usize = 100;

/// The narrowest that a table is set, in columns.
const NARROWEST: usize = 40;

/// How a terminal is to be written to.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Columns.
    pub width: usize,
    /// Whether to use colour.
    pub colour: bool,
}

/// Draws the short form of an answer for a terminal, with how much it leaves out; the whole, where that is short.
///
/// `way` is what to type for the whole.
pub fn draw_front(answer: &Answer, look: Look, way: &str) -> String {
    if !answer.is_long() {
        return draw(answer, look);
    }
    let front = answer.front(BEST);
    let left = answer.statements().len().saturating_sub(front.statements().len());
    let statements = Message::StatementCount { count: left.into() }.into();
    let wording = Wording::of(&answer.language);
    let note = wording.message(&Message::MoreStatements { statements, way: way.into() });
    drawn(&front, look, Some(note))
}

/// Draws a whole answer for a terminal: wrapped, in colour where wanted, pairs as a table.
pub fn draw(answer: &Answer, look: Look) -> String {
    drawn(answer, look, None)
}

fn drawn(answer: &Answer, look: Look, note: Option<String>) -> String {
    let look = Look { width: look.width.clamp(NARROWEST, WIDEST), ..look };
    let wording = Wording::of(&answer.language);
    let mut paragraphs = vec![look.paint(Ink::Strong, &wording.words(&answer.title))];
    let read_as = answer.read_as.iter().map(|message| look.line(&Line::plain(wording.message(message))));
    paragraphs.extend(paragraph(read_as));
    for block in &answer.blocks {
        match block {
            Block::Versus(versus) => paragraphs.push(table(versus, look, wording)),
            _ => paragraphs.extend(parts(block, wording).iter().map(|part| {
                let heading = (!part.heading.is_empty()).then(|| look.paint(Ink::Strong, &part.heading));
                let lines = part.lines.iter().map(|line| look.line(line));
                heading.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
            })),
        }
    }
    paragraphs.extend(note.map(|note| look.line(&Line::of(vec![(Ink::Faint, note)]))));
    paragraphs.extend(sources(answer, |line| look.line(line), |heading| look.paint(Ink::Strong, heading)));
    let basis = basis(answer);
    if !basis.is_empty() {
        paragraphs.push(look.line(&Line::of(vec![(Ink::Faint, wording.words(&Words::dotted(basis)))])));
    }
    paragraphs.join("\n\n") + "\n"
}

/// The whole answer as plain text, not wrapped.
pub fn plain(answer: &Answer) -> String {
    let line = |line: &Line| format!("{}{}", "  ".repeat(line.indent), line.text());
    let wording = Wording::of(&answer.language);
    let mut paragraphs = vec![wording.words(&answer.title)];
    paragraphs.extend(paragraph(answer.read_as.iter().map(|message| wording.message(message))));
    for part in answer.blocks.iter().flat_map(|block| parts(block, wording)) {
        let heading = (!part.heading.is_empty()).then(|| part.heading.clone());
        paragraphs.push(heading.into_iter().chain(part.lines.iter().map(line)).collect::<Vec<_>>().join("\n"));
    }
    paragraphs.extend(sources(answer, line, str::to_owned));
    paragraphs.join("\n\n")
}

/// Lines under each other; nothing where there are none.
fn paragraph(lines: impl Iterator<Item = String>) -> Option<String> {
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn sources(answer: &Answer, line: impl Fn(&Line) -> String, heading: impl Fn(&str) -> String) -> Option<String> {
    let wording = Wording::of(&answer.language);
    let one = |citation| {
        let mut shown: Line = citation_line(citation, wording);
        shown.spans.extend(citation.url.iter().map(|url| (Ink::Link, format!(" <{url}>"))));
        line(&shown)
    };
    let cited = cited(answer);
    let lines: Vec<String> =
        answer.citations.iter().filter(|citation| cited.contains(&citation.number)).map(one).collect();
    (!lines.is_empty()).then(|| format!("{}\n{}", heading(&wording.message(&Message::Sources)), lines.join("\n")))
}

/// The numbers of the sources that what is shown cites.
fn cited(answer: &Answer) -> BTreeSet<usize> {
    let cards =
        answer.blocks.iter().filter_map(|block| if let Block::Card { cites, .. } = block { Some(cites) } else { None });
    let statements = answer.statements().into_iter().flat_map(Statement::cites);
    cards.flatten().chain(statements).copied().collect()
}

fn table(versus: &Versus, look: Look, wording: &Wording) -> String {
    let mut table = Table::new();
    let width = u16::try_from(look.width).unwrap_or(u16::MAX);
    table
        .load_style(presets::UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width);
    table.set_header(["", &versus.names[0], &versus.names[1]]);
    for row in &versus.rows {
        table.add_row([wording.words(&row.label), cell(&row.sides[0], wording), cell(&row.sides[1], wording)]);
    }
    table.to_string().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn cell(statements: &[Statement], wording: &Wording) -> String {
    let lines: Vec<String> = statements
        .iter()
        .flat_map(|statement| statement_lines(statement, 0, wording))
        .map(|line| line.text())
        .collect();
    match lines.as_slice() {
        [] => wording.message(&Message::NothingKnown),
        [only] => only.trim_start_matches("• ").to_owned(),
        several => several.join("\n"),
    }
}

impl Look {
    fn line(self, line: &Line) -> String {
        let text: String = line.spans.iter().map(|(ink, text)| self.paint(*ink, text)).collect();
        let indent = "  ".repeat(line.indent);
        let hanging = format!("{indent}  ");
        let options = textwrap::Options::new(self.width).initial_indent(&indent).subsequent_indent(&hanging);
        let has_address = line.spans.iter().any(|(ink, _)| *ink == Ink::Link);
        textwrap::fill(&text, if has_address { whole_words(options) } else { options })
    }

    fn paint(self, ink: Ink, text: &str) -> String {
        // What is stored or typed gives the terminal no orders.
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let style = match ink {
            Ink::Plain | Ink::Link => return text,
            _ if !self.colour => return text,
            Ink::Strong => Style::new().bold(),
            Ink::Faint => Style::new().dimmed(),
            Ink::Warning => AnsiColor::Yellow.on_default(),
            Ink::Cite => AnsiColor::Cyan.on_default(),
        };
        format!("{style}{text}{style:#}")
    }
}

/// An address on two lines can be neither pressed nor copied: it is not broken, however long it is.
fn whole_words(options: textwrap::Options<'_>) -> textwrap::Options<'_> {
    options
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}
