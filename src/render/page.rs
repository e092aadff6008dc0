//! An answer as Discord messages: pages of Markdown within every limit, with buttons that carry all they need.
//!
//! Owns Discord's numbers and the cutting into pages. The objects that are sent are built in `embed`.

use std::collections::BTreeSet;

use super::line::{Ink, Line, citation_line, parts};
use super::{cut, length};
use crate::answer::{Action, Answer};
use crate::message::Message;
use crate::request::{Press, ROOM};
use crate::wording::Wording;

/// One message's worth of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The title of the embed.
    pub title: String,
    /// Markdown.
    pub description: String,
    /// Small print: which page this is.
    pub footer: String,
    /// To the previous and the next page.
    pub turns: Vec<Button>,
    /// What may be asked next, where that fits into one row.
    pub buttons: Vec<Button>,
    /// What may be asked next, where there is more than one row.
    pub menu: Vec<Button>,
    /// The beginning of a text of which the end had to be left out.
    pub cut: Option<String>,
}

/// Something to press: a button, or a line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it is called.
    pub label: String,
    /// What it carries.
    pub custom_id: String,
}

/// Discord's limits, all in UTF-16 units or pieces.
///
/// Sources: <https://docs.discord.com/developers/resources/message>, "Embed Limits", and
/// <https://docs.discord.com/developers/components/reference>.
pub mod limits {
    /// The title of an embed.
    pub const TITLE: usize = 256;
    /// The description of an embed.
    pub const DESCRIPTION: usize = 4096;
    /// The footer of an embed.
    pub const FOOTER: usize = 2048;
    /// The plain content of a message.
    pub const CONTENT: usize = 2000;
    /// The label of a button; a line of a menu could have 100.
    pub const BUTTON_LABEL: usize = 80;
    /// Buttons in a row.
    pub const BUTTONS: usize = 5;
    /// Lines of a menu.
    pub const MENU_LINES: usize = 25;
    /// What a component carries.
    pub const CUSTOM_ID: usize = 100;
    /// Completions of an option.
    pub const CHOICES: usize = 25;
    /// What a completion shows.
    pub const CHOICE_LABEL: usize = 100;
}

/// A page is kept this short although Discord would take more: it is read on a phone, and a message of more than 2,000
/// units could not be repeated as plain content.
const PAGE: usize = 1900;

/// The list of sources takes at most this much of a page.
const SOURCES: usize = 900;

/// How texts were read takes at most this much of the first page.
const READING: usize = 90;

// What every request promises to keep within is what Discord has room for.
const _: () = assert!(ROOM <= limits::CUSTOM_ID);

/// Cuts an answer into pages; there is always at least one.
pub fn pages(answer: &Answer) -> Vec<Page> {
    let wording = Wording::of(&answer.language);
    let bodies = Bodies::fill(answer, wording);
    let count = bodies.len();
    let whole_title = escape(&wording.words(&answer.title));
    let title = cut(&whole_title, limits::TITLE);
    let title_cut = (length(&whole_title) > limits::TITLE).then(|| title.clone());
    let one = |(page, Body { text, cut }): (usize, Body)| {
        let mut taken = BTreeSet::new();
        let turns = turns(answer, page, count, &mut taken);
        let offered: Vec<Button> =
            answer.actions.iter().filter_map(|action| button(action, wording, &mut taken)).collect();
        let as_menu = offered.len() > limits::BUTTONS;
        let (menu, buttons) = if as_menu { (offered, Vec::new()) } else { (Vec::new(), offered) };
        let footer = if count > 1 {
            wording.message(&Message::Page { page: (page + 1).into(), count: count.into() })
        } else {
            String::new()
        };
        let menu = menu.into_iter().take(limits::MENU_LINES).collect();
        let cut = cut.or_else(|| title_cut.clone());
        let text = if page == 0 { with_reading(answer, &text) } else { text };
        Page { title: title.clone(), description: text, footer, turns, buttons, menu, cut }
    };
    bodies.into_iter().enumerate().map(one).collect()
}

/// The description of a page.
struct Body {
    text: String,
    cut: Option<String>,
}

/// The descriptions of the pages while they are being filled.
struct Bodies<'a> {
    answer: &'a Answer,
    wording: &'a Wording,
    done: Vec<Body>,
    text: String,
    cut: Option<String>,
    cites: BTreeSet<usize>,
}

impl<'a> Bodies<'a> {
    fn fill(answer: &'a Answer, wording: &'a Wording) -> Vec<Body> {
        let (done, text, cites) = (Vec::new(), String::new(), BTreeSet::new());
        let mut bodies = Self { answer, wording, done, text, cut: None, cites };
        for part in answer.blocks.iter().flat_map(|block| parts(block, wording)) {
            let heading =
                if part.heading.is_empty() { String::new() } else { format!("**{}**\n", escape(&part.heading)) };
            let mut pending = heading.clone();
            for line in &part.lines {
                let whole = markdown(line);
                let text = format!("{}\n", cut(&whole, PAGE - SOURCES));
                if !bodies.has_room(&format!("{pending}{text}"), &line.cites) {
                    bodies.turn();
                    pending.clone_from(&heading);
                }
                bodies.text.push_str(&std::mem::take(&mut pending));
                bodies.text.push_str(&text);
                if length(&whole) > PAGE - SOURCES {
                    bodies.cut = Some(cut(&whole, 40));
                }
                bodies.cites.extend(&line.cites);
            }
            bodies.text.push('\n');
        }
        bodies.turn();
        bodies.done
    }

    fn has_room(&self, more: &str, cites: &[usize]) -> bool {
        let cites: BTreeSet<usize> = self.cites.iter().chain(cites).copied().collect();
        self.text.is_empty() || length(&self.text) + length(more) + length(&self.sources(&cites)) <= PAGE
    }

    fn turn(&mut self) {
        let text = std::mem::take(&mut self.text);
        let cites = std::mem::take(&mut self.cites);
        let body = format!("{}\n{}", text.trim_end(), self.sources(&cites));
        if !body.trim().is_empty() || self.done.is_empty() {
            let text = cut(body.trim_end(), limits::DESCRIPTION);
            self.done.push(Body { text, cut: self.cut.take() });
        }
    }

    fn sources(&self, cites: &BTreeSet<usize>) -> String {
        let shown = self.answer.citations.iter().filter(|citation| cites.contains(&citation.number));
        let mut text = String::new();
        for citation in shown {
            let plain = cut(&markdown(&citation_line(citation, self.wording)), SOURCES / 3);
            let line = match &citation.url {
                Some(url) if length(url) <= SOURCES / 3 => format!("\n-# {plain} <{url}>"),
                _ => format!("\n-# {plain}"),
            };
            if length(&text) + length(&line) > SOURCES {
                text.push_str("\n-# … more sources: `/sources`");
                break;
            }
            text.push_str(&line);
        }
        text
    }
}

/// The first page says how texts were read. It stands beside what the pages are cut from, so that they are the same when
/// a button asks again, with what the texts were taken for.
fn with_reading(answer: &Answer, text: &str) -> String {
    let wording = Wording::of(&answer.language);
    let line =
        |message| markdown(&Line { indent: 0, spans: vec![(Ink::Faint, wording.message(message))], cites: vec![] });
    let lines: Vec<String> = answer.read_as.iter().map(line).collect();
    if lines.is_empty() { text.to_owned() } else { format!("{}\n\n{text}", cut(&lines.join("\n"), READING)) }
}

fn turns(answer: &Answer, page: usize, count: usize, taken: &mut BTreeSet<String>) -> Vec<Button> {
    let wording = Wording::of(&answer.language);
    let to = |label: Message, page: usize| {
        (wording.message(&label), Press { request: answer.request.clone(), page }.encode())
    };
    let previous = page.checked_sub(1).map(|page| to(Message::Previous, page));
    let next = (page + 1 < count).then(|| to(Message::Next, page + 1));
    let both = [previous, next].into_iter().flatten();
    both.filter_map(|(label, custom_id)| unique(label, custom_id, taken)).collect()
}

fn button(action: &Action, wording: &Wording, taken: &mut BTreeSet<String>) -> Option<Button> {
    let press = Press { request: action.request.clone(), page: 0 };
    unique(cut(&wording.words(&action.label), limits::BUTTON_LABEL), press.encode(), taken)
}

/// Discord refuses a message in which two components carry the same.
fn unique(label: String, custom_id: String, taken: &mut BTreeSet<String>) -> Option<Button> {
    taken.insert(custom_id.clone()).then_some(Button { label, custom_id })
}

fn markdown(line: &Line) -> String {
    let indent = "  ".repeat(line.indent);
    let spans = line.spans.iter().map(|(ink, text)| {
        let escaped = escape(text);
        let (text, space) = split_end(&escaped);
        match ink {
            _ if text.is_empty() => escaped.clone(),
            Ink::Strong => format!("**{text}**{space}"),
            Ink::Faint | Ink::Warning => format!("*{text}*{space}"),
            Ink::Plain | Ink::Cite => escaped.clone(),
        }
    });
    format!("{indent}{}", spans.collect::<String>())
}

/// Markdown takes no space before a closing asterisk.
fn split_end(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end().len())
}

/// Takes their meaning from the characters that Discord reads as Markdown, a mention or a link. A web address stays.
pub fn escape(text: &str) -> String {
    if text.starts_with("https://") || text.starts_with("http://") {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '#' | '@' | '[' | ']') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
