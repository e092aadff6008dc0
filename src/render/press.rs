//! What stands below a page: buttons that turn it, what can be done with any answer, and what may be asked next.
//!
//! Owns their order and that no two carry the same. What a press does is left to `transport`.

use std::collections::BTreeSet;

use super::markdown::bare;
use super::sheet::Sheet;
use super::{length, limits};
use crate::answer::{Action, Answer, Standing};
use crate::message::{Message, Words};
use crate::request::{Command, PRIVATE, Press, Request, View};
use crate::wording::Wording;

/// Something to press: a button, or a line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it is called.
    pub label: String,
    /// What to know before choosing it, in a menu; may be empty.
    pub note: String,
    /// What it carries.
    pub custom_id: String,
}

/// Where a screen stands among those of its answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standpoint {
    /// What is seen.
    pub(super) view: View,
    /// How many pages the whole answer has.
    pub(super) count: usize,
    /// Whether the answer has a first screen that is none of them.
    pub(super) has_front: bool,
    /// Whether only one reader sees it.
    pub(super) private: bool,
}

/// Makes the buttons of one message. Discord refuses a message in which two components carry the same.
pub(super) struct Presses<'a> {
    answer: &'a Answer,
    wording: &'a Wording,
    taken: BTreeSet<String>,
}

impl<'a> Presses<'a> {
    pub(super) fn new(answer: &'a Answer) -> Self {
        Self { answer, wording: Wording::of(&answer.language), taken: BTreeSet::new() }
    }

    /// None for what is offered already, and for a request of which some texts are not clear and their entries have no room.
    fn button(&mut self, label: &Words, note: &Words, request: &Request, view: View, most: usize) -> Option<Button> {
        let custom_id = Press { request: request.clone(), view }.encode();
        if length(&custom_id) > limits::CUSTOM_ID {
            return None;
        }
        let label = bare(&self.wording.words(label), most);
        let note = self.wording.words(note);
        let note = if note.is_empty() { note } else { bare(&note, limits::MENU_NOTE) };
        self.taken.insert(custom_id.clone()).then_some(Button { label, note, custom_id })
    }

    /// A button for something else of the same answer.
    pub(super) fn to(&mut self, label: Message, view: View) -> Option<Button> {
        let answer = self.answer;
        self.button(&label.into(), &Words::default(), &answer.request, view, limits::BUTTON_LABEL)
    }

    /// The buttons that turn the pages.
    pub(super) fn turns(&mut self, at: Standpoint) -> Vec<Button> {
        let Standpoint { view, count, has_front, .. } = at;
        let is_last = |page: usize| page + 1 >= count;
        let turns = match view {
            View::Front if has_front => {
                vec![(Message::More { pages: Message::PageCount { count: count.into() }.into() }, View::Page(0))]
            }
            View::Page(page) => {
                let back = page.checked_sub(1).map(|page| (Message::Previous, View::Page(page)));
                let next = (!is_last(page)).then(|| (Message::Next, View::Page(page + 1)));
                let front = has_front.then_some((Message::Shorter, View::Front));
                [back, next, front].into_iter().flatten().collect()
            }
            View::Sources(None) => vec![(Message::Shorter, View::Front)],
            View::Sources(Some(page)) => {
                let back = page.checked_sub(1).map(|page| (Message::Previous, View::Sources(Some(page))));
                let next = (!is_last(page)).then(|| (Message::Next, View::Sources(Some(page + 1))));
                let whole = (Message::Page { page: (page + 1).into(), count: count.into() }, View::Page(page));
                [back, next, Some(whole)].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        };
        turns.into_iter().filter_map(|(label, view)| self.to(label, view)).collect()
    }

    /// What can be done with any answer. `cited` is the first statement that is seen.
    pub(super) fn tools(&mut self, at: Standpoint, cited: Option<usize>) -> Vec<Button> {
        let answer = self.answer;
        let (page, checked) = match at.view {
            View::Page(page) => (Some(page), false),
            View::Sources(page) => (page, true),
            _ => (None, false),
        };
        let mut tools = Vec::new();
        if let Some(from) = cited {
            let cite = if page.is_some() || !at.has_front { View::Cite(from) } else { View::CiteFront(from) };
            tools.extend((!checked).then(|| self.to(Message::ToSources, View::Sources(page))).flatten());
            tools.extend(self.to(Message::ToCite, cite));
        }
        let asked = [(Message::ToRelated, &answer.tools.related), (Message::ToComparable, &answer.tools.comparable)];
        for (label, request) in asked {
            let Some(request) = request.as_ref().filter(|_| !checked) else { continue };
            tools.extend(self.button(&label.into(), &Words::default(), request, View::Front, limits::BUTTON_LABEL));
        }
        if !at.private {
            let nothing = Request::of(Command::Help);
            let delete = |to: &mut Self, request: &Request| {
                to.button(&Message::ToDelete.into(), &Words::default(), request, View::Delete, limits::BUTTON_LABEL)
            };
            // It says whose answer stands here; it can be pressed without.
            tools.extend(delete(self, &answer.request).or_else(|| delete(self, &nothing)));
        } else if matches!(answer.standing, Standing::Found | Standing::Near) {
            let public = answer.request.clone().without(PRIVATE);
            let label = Message::ToShare.into();
            tools.extend(self.button(&label, &Words::default(), &public, View::Share(page), limits::BUTTON_LABEL));
        }
        tools
    }

    /// What may be asked next, as lines of a menu or as buttons: in a menu where there is more than a row of them, or more to know
    /// of each.
    pub(super) fn actions(&mut self, actions: &[Action]) -> (Vec<Button>, Vec<Button>) {
        let noted = actions.iter().any(|action| !action.note.is_empty());
        let as_menu = self.answer.actions.len() > limits::BUTTONS || noted;
        let most = if as_menu { limits::MENU_LABEL } else { limits::BUTTON_LABEL };
        let one = |action: &Action| self.button(&action.label, &action.note, &action.request, View::Front, most);
        let offered = actions.iter().filter_map(one).collect();
        if as_menu { (offered, Vec::new()) } else { (Vec::new(), offered) }
    }

    /// The pages to go to.
    pub(super) fn jumps(&mut self, lines: &[(usize, Message)]) -> Vec<Button> {
        let answer = self.answer;
        let one = |(page, label): &(usize, Message)| {
            let label = label.clone().into();
            self.button(&label, &Words::default(), &answer.request, View::Page(*page), limits::MENU_LABEL)
        };
        lines.iter().filter_map(one).collect()
    }
}

/// Pages to go to, with the headings that begin there, or else what stands there first: every one, or where a menu takes no more
/// every second one and so on; and the last.
pub(super) fn to_go_to(sheets: &[Sheet]) -> Vec<(usize, Message)> {
    let last = sheets.len().saturating_sub(1);
    if last < 2 {
        return Vec::new();
    }
    let each = last.div_ceil(limits::MENU_LINES - 1);
    let mut lines: Vec<(usize, Message)> = Vec::new();
    for (at, several) in sheets.get(..last).unwrap_or_default().chunks(each).enumerate() {
        let mut headings: Vec<&String> = several.iter().flat_map(|sheet| &sheet.headings).collect();
        if headings.is_empty() {
            headings.extend(several.first().map(|sheet| &sheet.first));
        }
        let mut headings: Vec<Words> = headings.into_iter().map(|heading| heading.as_str().into()).collect();
        if each > 1 && headings.len() > 2 {
            headings.splice(1..headings.len() - 1, ["…".into()]);
        }
        let (page, headings) = (at * each, Words::dotted(headings));
        let label = match several.len() {
            1 => Message::GoToPage { page: (page + 1).into(), headings },
            more => Message::GoToPages { first: (page + 1).into(), last: (page + more).into(), headings },
        };
        lines.push((page, label));
    }
    lines.push((last, Message::LastPage { page: (last + 1).into() }));
    lines
}
