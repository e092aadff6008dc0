//! An answer as Discord messages: pages of Markdown within every limit, with buttons that carry all they need.
//!
//! Owns what is pressed below a page. Its text comes from `sheet`; the objects that are sent are built in `embed`.

use std::collections::BTreeSet;

use super::markdown::escaped_within;
use super::sheet::{Sheet, fill};
use super::{cut, limits};
use crate::answer::{Action, Answer};
use crate::command::Request;
use crate::command::press::Press;

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

/// Cuts an answer into pages; there is always at least one. `request` is what the turning buttons ask again.
pub fn pages(answer: &Answer, request: &Request) -> Vec<Page> {
    let sheets = fill(answer);
    let count = sheets.len();
    sheets.into_iter().enumerate().map(|(number, sheet)| page_of(answer, request, sheet, number, count)).collect()
}

/// One page of an answer, from 0; past the last page, the last one.
pub fn page(answer: &Answer, request: &Request, number: usize) -> Page {
    let mut sheets = fill(answer);
    let count = sheets.len();
    let number = number.min(count - 1);
    page_of(answer, request, sheets.swap_remove(number), number, count)
}

fn page_of(answer: &Answer, request: &Request, sheet: Sheet, number: usize, count: usize) -> Page {
    let mut taken = BTreeSet::new();
    let turns = turns(request, number, count, &mut taken);
    let many = answer.actions.len() > limits::MENU_LINES;
    let actions = if many { answer.actions.get(sheet.choices).unwrap_or_default() } else { &answer.actions };
    let as_menu = answer.actions.len() > limits::BUTTONS;
    let most = if as_menu { limits::MENU_LABEL } else { limits::BUTTON_LABEL };
    let offered: Vec<Button> = actions.iter().filter_map(|action| button(action, most, &mut taken)).collect();
    let (menu, buttons) = if as_menu { (offered, Vec::new()) } else { (Vec::new(), offered) };
    let mut footer = if count > 1 { format!("Page {} of {count}", number + 1) } else { String::new() };
    if many && !menu.is_empty() {
        footer.push_str(" · the menu offers what this page lists");
    }
    Page {
        title: escaped_within(&answer.title, limits::TITLE),
        description: sheet.text,
        footer,
        turns,
        buttons,
        menu,
        cut: sheet.cut,
    }
}

fn turns(request: &Request, page: usize, count: usize, taken: &mut BTreeSet<String>) -> Vec<Button> {
    let to = |label: &str, page: usize| (label.to_owned(), Press { request: request.clone(), page });
    let previous = page.checked_sub(1).map(|page| to("◀ Previous", page));
    let next = (page + 1 < count).then(|| to("Next ▶", page + 1));
    let both = [previous, next].into_iter().flatten();
    both.filter_map(|(label, press)| unique(label, press.encode()?, taken)).collect()
}

fn button(action: &Action, most: usize, taken: &mut BTreeSet<String>) -> Option<Button> {
    let press = Press { request: action.request.clone(), page: 0 };
    unique(cut(&action.label, most), press.encode()?, taken)
}

/// Discord refuses a message in which two components carry the same.
fn unique(label: String, custom_id: String, taken: &mut BTreeSet<String>) -> Option<Button> {
    taken.insert(custom_id.clone()).then_some(Button { label, custom_id })
}
