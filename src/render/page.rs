//! An answer as Discord messages: screens of Markdown within every limit, with buttons that carry all they need.
//!
//! Owns which text, small print and buttons make a screen. The text comes from `sheet` and `checked`, what is pressed from
//! `press`; the objects that are sent are built in `embed`.

use super::checked::{self, Copied};
use super::line::{Ink, Line};
use super::markdown::{draw, escaped_within, shortened};
use super::press::{Presses, Standpoint, to_go_to};
use super::sheet::{Sheet, fill};
use super::{cut, limits};
use crate::answer::{Answer, BEST};
use crate::message::{Joint, Message, Words};
use crate::request::{ROOM, View};
use crate::wording::Wording;

pub use super::press::Button;

/// One message's worth of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Plain content, instead of an embed: what is to be copied.
    pub content: String,
    /// The title of the embed.
    pub title: String,
    /// Markdown.
    pub description: String,
    /// Small print: which page this is, that the menu has more lines elsewhere, and what the answer was made from.
    pub footer: String,
    /// To the previous and the next page, and between the short form and the whole.
    pub turns: Vec<Button>,
    /// What can be done with any answer.
    pub tools: Vec<Button>,
    /// What may be asked next, where that fits into one row.
    pub buttons: Vec<Button>,
    /// What may be asked next, where there is more than one row, or more to know of each.
    pub menu: Vec<Button>,
    /// What the menu shows before a line is chosen.
    pub placeholder: String,
    /// Pages to go to.
    pub jumps: Vec<Button>,
    /// What their menu shows before a line is chosen.
    pub jump_placeholder: String,
    /// The beginning of a text of which the end had to be left out.
    pub cut: Option<String>,
}

/// How texts were read takes at most this much of the first page.
const READING: usize = 90;

// What every canonical request keeps within, Discord has room for.
const _: () = assert!(ROOM <= limits::CUSTOM_ID);

/// Cuts a whole answer into pages; there is always at least one.
pub fn pages(answer: &Answer) -> Vec<Page> {
    let (sheets, has_front) = (fill(answer), front(answer).is_some());
    let whole = Whole { to_go_to: &to_go_to(&sheets), sheets: &sheets, has_front, private: false };
    (0..sheets.len()).map(|page| whole.page(answer, page)).collect()
}

/// One screen of an answer, as only one reader sees it or as all do; past the last page, the last one.
pub fn screen(answer: &Answer, view: View, private: bool) -> Page {
    let (sheets, front) = (fill(answer), front(answer));
    let whole = Whole { to_go_to: &to_go_to(&sheets), sheets: &sheets, has_front: front.is_some(), private };
    let last = sheets.len() - 1;
    // Another fact base may have no statement left to check or to copy: then what it says is shown.
    let has_statements = sheets.iter().any(|sheet| !sheet.cited.is_empty());
    let view =
        if has_statements || matches!(view, View::Front | View::Page(_) | View::Share(_)) { view } else { View::Front };
    match (view, front) {
        (View::Front | View::Share(None), Some((_, sheet))) => whole.screen(answer, &sheet, View::Front),
        (View::Front | View::Share(None) | View::Delete, None) | (View::Delete, _) => whole.page(answer, 0),
        (View::Page(page) | View::Share(Some(page)), _) => whole.page(answer, page.min(last)),
        (View::Sources(None), Some((short, sheet))) => whole.screen(answer, &checked::sources(&short, &sheet), view),
        (View::Sources(page), _) => {
            let page = page.unwrap_or_default().min(last);
            let sheet = sheets.get(page).map(|sheet| checked::sources(answer, sheet)).unwrap_or_default();
            whole.screen(answer, &sheet, View::Sources(Some(page)))
        }
        (View::CiteFront(from), Some((short, _))) => to_copy(&short, from, View::CiteFront),
        (View::CiteFront(from) | View::Cite(from), _) => to_copy(answer, from, View::Cite),
    }
}

/// The short form of a long answer, where it fits on one sheet.
fn front(answer: &Answer) -> Option<(Answer, Sheet)> {
    let sizes = (1..=BEST).rev().filter(|_| answer.is_long());
    let forms = sizes.map(|most| answer.front(most));
    forms
        .map(|short| (fill(&short), short))
        .find(|(sheets, _)| sheets.len() == 1)
        .and_then(|(sheets, short)| Some((short, sheets.into_iter().next()?)))
}

/// What every screen of an answer knows of the whole.
#[derive(Clone, Copy)]
struct Whole<'s> {
    sheets: &'s [Sheet],
    to_go_to: &'s [(usize, Message)],
    has_front: bool,
    private: bool,
}

impl Whole<'_> {
    fn page(self, answer: &Answer, page: usize) -> Page {
        let empty = Sheet::default();
        self.screen(answer, self.sheets.get(page).unwrap_or(&empty), View::Page(page))
    }

    fn screen(self, answer: &Answer, sheet: &Sheet, view: View) -> Page {
        let Self { sheets, has_front, private, .. } = self;
        let wording = Wording::of(&answer.language);
        let at = Standpoint { view, count: sheets.len(), has_front, private };
        let mut presses = Presses::new(answer);
        let turns = presses.turns(at);
        let tools = presses.tools(at, (!sheet.cited.is_empty()).then_some(sheet.cited.start));
        let reads = matches!(view, View::Front | View::Page(_));
        let many = answer.actions.len() > limits::MENU_LINES;
        let actions =
            if many { answer.actions.get(sheet.choices.clone()).unwrap_or_default() } else { &answer.actions };
        let (menu, buttons) = presses.actions(if reads { actions } else { &[] });
        let jumps = if matches!(view, View::Page(_)) { presses.jumps(self.to_go_to) } else { Vec::new() };
        let of_page = (many && !menu.is_empty()).then_some(Message::MenuOfPage);
        let first = matches!(view, View::Front) || view == View::Page(0) && !has_front;
        Page {
            content: String::new(),
            title: escaped_within(&wording.words(&answer.title), limits::TITLE),
            description: if first { with_reading(answer, sheet.text.clone()) } else { sheet.text.clone() },
            footer: cut(&wording.words(&small_print(answer, at, of_page)), limits::FOOTER),
            turns,
            tools,
            buttons,
            menu,
            placeholder: cut(&wording.message(&Message::ChooseOne), limits::PLACEHOLDER),
            jumps,
            jump_placeholder: cut(&wording.message(&Message::GoTo), limits::PLACEHOLDER),
            cut: sheet.cut.clone(),
        }
    }
}

/// Where one is, and what the answer was made from.
fn small_print(answer: &Answer, at: Standpoint, of_page: Option<Message>) -> Words {
    let count = Words::from(at.count);
    let place = match at.view {
        View::Front => at.has_front.then_some(Message::InShort { pages: Message::PageCount { count }.into() }),
        View::Page(page) => (at.count > 1).then(|| Message::Page { page: (page + 1).into(), count }),
        View::Sources(_) => Some(Message::WhereItStands),
        _ => None,
    };
    let mut parts: Vec<Words> = [place, of_page].into_iter().flatten().map(Words::from).collect();
    parts.extend(basis(answer));
    Words::dotted(parts)
}

/// What an answer was made from: the entry with its collection, and the version of the fact base.
pub(super) fn basis(answer: &Answer) -> Vec<Words> {
    let entry = answer.basis.entry.iter().flat_map(|(id, collection)| [Some(id), collection.as_ref()]);
    let mut parts: Vec<Words> = entry.flatten().map(|part| part.as_str().into()).collect();
    if !answer.basis.version.is_empty() {
        parts.push(Message::Basis { version: answer.basis.version.as_str().into() }.into());
    }
    parts
}

/// The statements of an answer from one on, to be copied.
fn to_copy(answer: &Answer, from: usize, view: fn(usize) -> View) -> Page {
    let Copied { text: content, before, after } = checked::to_copy(answer, from);
    let mut presses = Presses::new(answer);
    let turns = [before.map(|at| (Message::Previous, at)), after.map(|at| (Message::Next, at))];
    let turns = turns.into_iter().flatten().filter_map(|(label, at)| presses.to(label, view(at))).collect();
    Page { content, turns, ..Page::default() }
}

/// The first page says how texts were read. It stands beside what the pages are cut from, so that they are the same when
/// a button asks again, with what the texts were taken for.
fn with_reading(answer: &Answer, text: String) -> String {
    if answer.read_as.is_empty() {
        return text;
    }
    let messages = answer.read_as.iter().cloned().map(Words::from).collect();
    let reading = Wording::of(&answer.language).words(&Words::List(messages, Joint::Semicolon));
    let line = Line::of(vec![(Ink::Faint, reading)]);
    format!("{}\n\n{text}", draw(&shortened(&line, READING, "").unwrap_or(line)))
}
