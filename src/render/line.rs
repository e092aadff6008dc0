//! An answer as lines of inked text, the same for every place that shows it.

use crate::answer::{Block, Candidate, Citation, Mark, Place, Statement, VersusRow};
use crate::message::{Joint, Message, Words};
use crate::wording::Wording;

/// What a stretch of text is, so that a place can show it in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Running text.
    Plain,
    /// A heading or label.
    Strong,
    /// What is said beside the content: dates, who says so.
    Faint,
    /// What a reader should notice: that something is disputed.
    Warning,
    /// Numbers of citations.
    Cite,
    /// A web address to follow.
    Link,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How far it is set in, in steps.
    pub indent: usize,
    /// Its stretches of text, to be joined as they are.
    pub spans: Vec<(Ink, String)>,
    /// Numbers of the citations in it.
    pub cites: Vec<usize>,
    /// Where in their sources what it says stands.
    pub places: Vec<Place>,
    /// How it belongs to the lines around it.
    pub role: Role,
}

/// How a line belongs to those around it, which a page break must not hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It stands for itself.
    Whole,
    /// It says whose the lines after it are, up to the next of its kind.
    Label,
    /// It contradicts the line before it, or the one that the line before it contradicts.
    Contrary,
}

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What they have in common; may be empty.
    pub heading: String,
    /// The lines.
    pub lines: Vec<Line>,
}

impl Line {
    /// A line of running text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(vec![(Ink::Plain, text.into())])
    }

    /// A line of stretches of text that cites nothing.
    pub fn of(spans: Vec<(Ink, String)>) -> Self {
        Self { indent: 0, spans, cites: Vec::new(), places: Vec::new(), role: Role::Whole }
    }

    /// The text without its ink.
    pub fn text(&self) -> String {
        self.spans.iter().map(|(_, text)| text.as_str()).collect()
    }
}

/// The content of a block.
pub fn parts(block: &Block, wording: &Wording) -> Vec<Part> {
    let part = |heading: &Words, lines| Part { heading: wording.words(heading), lines };
    match block {
        Block::Note(message) => vec![part(&Words::default(), vec![Line::plain(wording.message(message))])],
        Block::Card { rows, cites, places } => {
            let lines = rows.iter().map(|(label, text)| Line {
                cites: cites.clone(),
                places: places.clone(),
                ..card_line(label, text, cites, wording)
            });
            vec![part(&Words::default(), lines.collect())]
        }
        Block::Section { heading, statements } => {
            vec![part(heading, statements.iter().flat_map(|one| statement_lines(one, 0, wording)).collect())]
        }
        Block::Versus(versus) => {
            let one = |row: &VersusRow| part(&row.label, versus_lines(&versus.names, row, wording));
            versus.rows.iter().map(one).collect()
        }
        Block::Choices { heading, choices } => {
            let lines = choices.iter().map(|choice| choice_line(choice, wording)).collect();
            vec![Part { heading: wording.message(heading), lines }]
        }
    }
}

/// A source as a line of the list at the end.
pub fn citation_line(citation: &Citation, wording: &Wording) -> Line {
    let number = (Ink::Cite, format!("[{}] ", citation.number));
    Line::of(vec![number, (Ink::Plain, wording.words(&citation.text))])
}

/// A statement, and under it what is said to the contrary.
pub fn statement_lines(statement: &Statement, indent: usize, wording: &Wording) -> Vec<Line> {
    let mut lines = vec![statement_line("• ", statement, indent, wording)];
    let contrary = |other| Line { role: Role::Contrary, ..statement_line("↔ ", other, indent + 1, wording) };
    lines.extend(statement.against().iter().map(contrary));
    lines
}

fn statement_line(bullet: &str, statement: &Statement, indent: usize, wording: &Wording) -> Line {
    let mut spans = vec![(Ink::Plain, bullet.to_owned())];
    if let Some(date) = statement.date() {
        spans.push((Ink::Faint, format!("{} ", wording.message(&Message::Dated { date: date.into() }))));
    }
    spans.push((Ink::Plain, wording.words(statement.text())));
    if let Some(who) = statement.attributed_to() {
        spans.push((Ink::Faint, format!(" {}", wording.message(&Message::AccordingTo { who: who.into() }))));
    }
    if !statement.marks().is_empty() {
        let marks = Words::List(statement.marks().iter().map(mark_words).collect(), Joint::Semicolon);
        spans.push((Ink::Warning, format!(" {}", wording.message(&Message::Marks { marks }))));
    }
    spans.push((Ink::Cite, cite_words(statement.cites())));
    let (cites, places) = (statement.cites().to_vec(), statement.places().to_vec());
    Line { indent, cites, places, ..Line::of(spans) }
}

pub(super) fn mark_words(mark: &Mark) -> Words {
    match mark {
        Mark::Disputed => Message::Disputed,
        Mark::DisputedOn(on) => Message::DisputedOn { on: on.as_str().into() },
        Mark::Forecast => Message::Forecast,
        Mark::Superseded(None) => Message::Superseded,
        Mark::Superseded(Some(reason)) => Message::SupersededBecause { reason: reason.trim_end_matches('.').into() },
        Mark::OrderUncertain => Message::OrderUncertain,
        Mark::Near(reading) => (**reading).clone(),
    }
    .into()
}

pub(super) fn cite_words(cites: &[usize]) -> String {
    cites.iter().fold(" ".to_owned(), |words, number| words + &format!("[{number}]"))
}

fn card_line(label: &Message, text: &Words, cites: &[usize], wording: &Wording) -> Line {
    let (label, text) = (wording.message(&Message::CardLabel { label: label.clone().into() }), wording.words(text));
    let is_address =
        (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace);
    let ink = if is_address { Ink::Link } else { Ink::Plain };
    Line::of(vec![(Ink::Strong, format!("{label} ")), (ink, text), (Ink::Cite, cite_words(cites))])
}

fn versus_lines(names: &[String; 2], row: &VersusRow, wording: &Wording) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, side) in names.iter().zip(&row.sides) {
        let name = name.as_str().into();
        let (label, role) = if side.is_empty() {
            (Message::NothingKnownOf { name }, Role::Whole)
        } else {
            (Message::Side { name }, Role::Label)
        };
        lines.push(Line { role, ..Line::of(vec![(Ink::Strong, wording.message(&label))]) });
        lines.extend(side.iter().flat_map(|statement| statement_lines(statement, 1, wording)));
    }
    lines
}

fn choice_line(choice: &Candidate, wording: &Wording) -> Line {
    Line::of(vec![(Ink::Plain, format!("• {} ", choice.found.title)), (Ink::Faint, wording.words(&choice.note))])
}
