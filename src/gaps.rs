//! Questions that were not answered, grouped, each with a draft of what would have answered it.
//!
//! Owns which questions are one, and which are near enough to something stored to be drafted. Reading the questions and
//! writing the drafts is left to [`crate::cli`].

use std::collections::BTreeMap;

use crate::answer::{Answer, Match, Standing};
use crate::app::App;
use crate::knowledge::EntryId;
use crate::matcher::{Term, Use, stem};
use crate::meaning::is_telling;
use crate::remedy::{Remedy, Wish, remedies};
use crate::request::{Command, Context, Request, UserError};

/// So many different questions are kept; what comes after is counted only.
pub const MOST: usize = 10_000;

/// An entry that the text of a look-up fits less well than this is not what was asked for.
const LEAST_SCORE: f32 = 0.5;

/// The unanswered among many questions.
#[derive(Debug)]
pub struct Gaps<'a> {
    app: &'a App,
    groups: BTreeMap<Vec<String>, Group>,
    /// Questions that were answered, or left to a choice.
    pub answered: usize,
    /// Unanswered questions that were not kept, because there are too many others.
    pub left_out: usize,
}

#[derive(Debug)]
struct Group {
    line: String,
    count: usize,
    order: usize,
    standing: Standing,
    nearest: Option<Wish>,
}

/// A question that was not answered.
#[derive(Debug)]
pub struct Gap {
    /// The line as it was first written.
    pub line: String,
    /// How often it was asked, in any spelling.
    pub count: usize,
    /// Whether something near was shown.
    pub near: bool,
    /// The nearest entry, with what is missing and what would help; none where nothing stored is near.
    pub draft: Option<(EntryId, Remedy)>,
}

impl<'a> Gaps<'a> {
    /// No questions yet.
    pub fn new(app: &'a App) -> Self {
        Self { app, groups: BTreeMap::new(), answered: 0, left_out: 0 }
    }

    /// Asks a question, and keeps it if it is not answered.
    ///
    /// # Errors
    /// When the line is no request.
    pub fn add(&mut self, line: &str) -> Result<(), UserError> {
        let request = Request::parse(line)?;
        let key = self.key(&request);
        if let Some(group) = self.groups.get_mut(&key) {
            group.count += 1;
            return Ok(());
        }
        let answer = self.app.respond(&Context::default(), &request)?;
        match answer.standing {
            Standing::Found | Standing::Ambiguous => self.answered += 1,
            Standing::Near | Standing::Unknown if self.groups.len() >= MOST => self.left_out += 1,
            standing @ (Standing::Near | Standing::Unknown) => {
                // `/ask` itself tells what is near from what is not.
                let told = request.spec().command == Command::Ask;
                let near = |found: &&Match| standing == Standing::Near || !told && found.score >= LEAST_SCORE;
                let first = answer.matches.first().filter(near).map(|found| found.entry);
                let nearest = first.map(|entry| Wish::new(self.app.knowledge(), request.clone(), &answer, entry));
                let order = self.groups.len();
                let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
                self.groups.insert(key, Group { line, count: 1, order, standing, nearest });
            }
        }
        Ok(())
    }

    /// The questions that were not answered, those asked most often first.
    pub fn finish(self) -> Vec<Gap> {
        let mut groups: Vec<Group> = self.groups.into_values().collect();
        groups.sort_by_key(|group| (std::cmp::Reverse(group.count), group.order));
        let (mut gaps, mut wishes, mut places) = (Vec::with_capacity(groups.len()), Vec::new(), Vec::new());
        for (at, group) in groups.into_iter().enumerate() {
            let near = group.standing == Standing::Near;
            gaps.push(Gap { line: group.line, count: group.count, near, draft: None });
            if let Some(wish) = group.nearest {
                wishes.push(wish);
                places.push(at);
            }
        }
        let met = |at: usize, answer: &Answer| {
            let first = answer.matches.first().map(|found| found.entry);
            answer.standing == Standing::Found && wishes.get(at).map(|wish| wish.entry) == first
        };
        for ((at, wish), remedy) in places.into_iter().zip(&wishes).zip(remedies(self.app, &wishes, met)) {
            gaps[at].draft = Some((wish.entry, remedy));
        }
        gaps
    }

    /// What different spellings of one question have in common: the command, and the words as they were read.
    fn key(&self, request: &Request) -> Vec<String> {
        let mut key = vec![request.spec().name.to_owned()];
        for (_, outcome, _) in self.app.explain(request) {
            // A question mark makes a sentence, of which other words are dropped.
            let counts =
                |term: &&Term| term.usage != Use::Dropped && (term.usage != Use::Kept || is_telling(&term.written));
            let terms = outcome.reading().terms.iter().filter(counts);
            key.push(format!("{:?}", outcome.reading().answer_type));
            key.extend(terms.map(|term| stem(term.correction.as_deref().unwrap_or(&term.folded)).to_string()));
        }
        // A command without a text, such as one that names its entry by id, is its line.
        if key.len() == 1 { vec![request.line()] } else { key }
    }
}
