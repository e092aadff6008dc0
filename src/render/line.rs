//! An answer as lines of inked text, the same for every place that shows it.

use crate::answer::{Block, Citation, Mark, Match, Statement, VersusRow};

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
        Self { indent: 0, spans: vec![(Ink::Plain, text.into())], cites: Vec::new() }
    }

    /// The text without its ink.
    pub fn text(&self) -> String {
        self.spans.iter().map(|(_, text)| text.as_str()).collect()
    }
}

/// The content of a block.
pub fn parts(block: &Block) -> Vec<Part> {
    match block {
        Block::Note(text) => vec![part("", vec![Line::plain(text)])],
        Block::Card { rows, cites } => {
            vec![part("", rows.iter().map(|(label, text)| card_line(label, text, cites)).collect())]
        }
        Block::Section { heading, statements } => {
            vec![part(heading, statements.iter().flat_map(|statement| statement_lines(statement, 0)).collect())]
        }
        Block::Versus(versus) => {
            versus.rows.iter().map(|row| part(&row.label, versus_lines(&versus.names, row))).collect()
        }
        Block::Choices { heading, choices } => vec![part(heading, choices.iter().map(choice_line).collect())],
    }
}

/// A source as a line of the list at the end.
pub fn citation_line(citation: &Citation) -> Line {
    let number = (Ink::Cite, format!("[{}] ", citation.number));
    Line { indent: 0, spans: vec![number, (Ink::Plain, citation.text.clone())], cites: Vec::new() }
}

/// A statement, and under it what is said to the contrary.
pub fn statement_lines(statement: &Statement, indent: usize) -> Vec<Line> {
    let mut lines = vec![statement_line("• ", statement, indent)];
    lines.extend(statement.against().iter().map(|other| statement_line("↔ ", other, indent + 1)));
    lines
}

fn part(heading: &str, lines: Vec<Line>) -> Part {
    Part { heading: heading.to_owned(), lines }
}

fn statement_line(bullet: &str, statement: &Statement, indent: usize) -> Line {
    let mut spans = vec![(Ink::Plain, bullet.to_owned())];
    if let Some(date) = statement.date() {
        spans.push((Ink::Faint, format!("{date}: ")));
    }
    spans.push((Ink::Plain, statement.text().to_owned()));
    if let Some(who) = statement.attributed_to() {
        spans.push((Ink::Faint, format!(" — according to {who}")));
    }
    if !statement.marks().is_empty() {
        let marks: Vec<String> = statement.marks().iter().map(mark_words).collect();
        spans.push((Ink::Warning, format!(" ({})", marks.join("; "))));
    }
    spans.push((Ink::Cite, cite_words(statement.cites())));
    Line { indent, spans, cites: statement.cites().to_vec() }
}

fn mark_words(mark: &Mark) -> String {
    match mark {
        Mark::Disputed => "disputed".to_owned(),
        Mark::Forecast => "forecast".to_owned(),
        Mark::Superseded(None) => "superseded".to_owned(),
        Mark::Superseded(Some(reason)) => format!("superseded: {reason}"),
        Mark::OrderUncertain => "order uncertain".to_owned(),
    }
}

pub(super) fn cite_words(cites: &[usize]) -> String {
    cites.iter().fold(" ".to_owned(), |words, number| words + &format!("[{number}]"))
}

fn card_line(label: &str, text: &str, cites: &[usize]) -> Line {
    let is_address =
        (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace);
    let ink = if is_address { Ink::Link } else { Ink::Plain };
    let spans = vec![(Ink::Strong, format!("{label}: ")), (ink, text.to_owned()), (Ink::Cite, cite_words(cites))];
    Line { indent: 0, spans, cites: cites.to_vec() }
}

fn versus_lines(names: &[String; 2], row: &VersusRow) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, side) in names.iter().zip(&row.sides) {
        let label = if side.is_empty() { format!("{name}: nothing known") } else { format!("{name}:") };
        lines.push(Line { indent: 0, spans: vec![(Ink::Strong, label)], cites: Vec::new() });
        lines.extend(side.iter().flat_map(|statement| statement_lines(statement, 1)));
    }
    lines
}

fn choice_line(choice: &Match) -> Line {
    let spans = vec![
        (Ink::Plain, format!("• {} ", choice.title)),
        (Ink::Faint, format!("({}, {})", choice.entry.kind().word(), choice.key)),
    ];
    Line { indent: 0, spans, cites: Vec::new() }
}
