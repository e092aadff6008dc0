//! An answer as Discord messages: pages of Markdown within every limit, with buttons that carry all they need.
//!
//! Owns what is pressed below a page. Its text comes from `sheet`; the objects that are sent are built in `embed`.

use std::collections::BTreeSet;

use super::line::{Ink, Line};
use super::markdown::{draw, escaped_within, shortened};
use super::sheet::{Sheet, fill};
use super::{cut, limits};
use crate::answer::{Action, Answer};
use crate::message::{Joint, Message, Words};
use crate::request::{Press, ROOM};
use crate::wording::Wording;

/// One message's worth of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The title of the embed.
    pub title: String,
    /// Markdown.
    pub description: String,
    /// Small print: which page this is, and that the menu has more lines elsewhere.
    pub footer: String,
    /// To the previous and the next page.
    pub turns: Vec<Button>,
    /// What may be asked next, where that fits into one row.
    pub buttons: Vec<Button>,
    /// What may be asked next, where there is more than one row.
    pub menu: Vec<Button>,
    /// What the menu shows before a line is chosen.
    pub placeholder: String,
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

/// How texts were read takes at most this much of the first page.
const READING: usize = 90;

// What every canonical request keeps within, Discord has room for.
const _: () = assert!(ROOM <= limits::CUSTOM_ID);

/// Cuts an answer into pages; there is always at least one.
pub fn pages(answer: &Answer) -> Vec<Page> {
    let sheets = fill(answer);
    let count = sheets.len();
    sheets.into_iter().enumerate().map(|(number, sheet)| page_of(answer, sheet, number, count)).collect()
}

/// One page of an answer, from 0; past the last page, the last one.
pub fn page(answer: &Answer, number: usize) -> Page {
    let mut sheets = fill(answer);
    let count = sheets.len();
    let number = number.min(count - 1);
    page_of(answer, sheets.swap_remove(number), number, count)
}

fn page_of(answer: &Answer, sheet: Sheet, number: usize, count: usize) -> Page {
    let wording = Wording::of(&answer.language);
    let mut taken = BTreeSet::new();
    let turns = turns(answer, number, count, &mut taken);
    let many = answer.actions.len() > limits::MENU_LINES;
    let actions = if many { answer.actions.get(sheet.choices).unwrap_or_default() } else { &answer.actions };
    let as_menu = answer.actions.len() > limits::BUTTONS;
    let most = if as_menu { limits::MENU_LABEL } else { limits::BUTTON_LABEL };
    let offered: Vec<Button> = actions.iter().filter_map(|action| button(action, wording, most, &mut taken)).collect();
    let (menu, buttons) = if as_menu { (offered, Vec::new()) } else { (Vec::new(), offered) };
    let place = (count > 1).then(|| Message::Page { page: (number + 1).into(), count: count.into() });
    let of_page = (many && !menu.is_empty()).then_some(Message::MenuOfPage);
    let footer = Words::dotted([place, of_page].into_iter().flatten());
    Page {
        title: escaped_within(&wording.words(&answer.title), limits::TITLE),
        description: if number == 0 { with_reading(answer, sheet.text) } else { sheet.text },
        footer: cut(&wording.words(&footer), limits::FOOTER),
        turns,
        buttons,
        menu,
        placeholder: cut(&wording.message(&Message::ChooseOne), limits::PLACEHOLDER),
        cut: sheet.cut,
    }
}

/// The first page says how texts were read. It stands beside what the pages are cut from, so that they are the same when
/// a button asks again, with what the texts were taken for.
fn with_reading(answer: &Answer, text: String) -> String {
    if answer.read_as.is_empty() {
        return text;
    }
    let messages = answer.read_as.iter().cloned().map(Words::from).collect();
    let reading = Wording::of(&answer.language).words(&Words::List(messages, Joint::Semicolon));
    let line = Line { indent: 0, spans: vec![(Ink::Faint, reading)], cites: Vec::new() };
    format!("{}\n\n{text}", draw(&shortened(&line, READING, "").unwrap_or(line)))
}

fn turns(answer: &Answer, number: usize, count: usize, taken: &mut BTreeSet<String>) -> Vec<Button> {
    let wording = Wording::of(&answer.language);
    let to = |label: Message, page: usize| {
        let label = cut(&wording.message(&label), limits::BUTTON_LABEL);
        (label, Press { request: answer.request.clone(), page }.encode())
    };
    let previous = number.checked_sub(1).map(|page| to(Message::Previous, page));
    let next = (number + 1 < count).then(|| to(Message::Next, number + 1));
    let both = [previous, next].into_iter().flatten();
    both.filter_map(|(label, custom_id)| unique(label, custom_id, taken)).collect()
}

fn button(action: &Action, wording: &Wording, most: usize, taken: &mut BTreeSet<String>) -> Option<Button> {
    let press = Press { request: action.request.clone(), page: 0 };
    unique(cut(&wording.words(&action.label), most), press.encode(), taken)
}

/// Discord refuses a message in which two components carry the same.
fn unique(label: String, custom_id: String, taken: &mut BTreeSet<String>) -> Option<Button> {
    taken.insert(custom_id.clone()).then_some(Button { label, custom_id })
}
