//! Questions that were not answered, grouped, each with a draft of what would have answered it.
//!
//! Owns which questions are one, and which are near enough to something stored to be drafted. Reading the questions and
//! writing the drafts is left to [`crate::cli`].

use std::collections::{BTreeMap, HashMap};

use crate::answer::{Answer, Match, Standing};
use crate::app::App;
use crate::golden::safe_remedies;
use crate::knowledge::EntryId;
use crate::matcher::{Term, Use, stem};
use crate::meaning::is_telling;
use crate::remedy::{Remedy, Wish};
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
    /// What came of the lines that were read, so that one that comes again is not asked again.
    seen: HashMap<Box<str>, Seen>,
    most: usize,
    /// Questions that were answered, or left to a choice.
    pub answered: usize,
    /// Unanswered questions that were not kept, because there are too many others.
    pub left_out: usize,
}

/// What came of a line.
#[derive(Debug)]
enum Seen {
    Answered,
    /// It is of the group with this key.
    Unanswered(Vec<String>),
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
        Self { app, groups: BTreeMap::new(), seen: HashMap::new(), most: MOST, answered: 0, left_out: 0 }
    }

    /// Asks a question, and keeps it if it is not answered.
    ///
    /// # Errors
    /// When the line is no request.
    pub fn add(&mut self, line: &str) -> Result<(), UserError> {
        self.add_times(line, 1)
    }

    /// The same for one that was asked so many times.
    ///
    /// # Errors
    /// When the line is no request.
    pub fn add_times(&mut self, line: &str, times: usize) -> Result<(), UserError> {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.seen.get(&*line) {
            Some(Seen::Answered) => self.answered = self.answered.saturating_add(times),
            Some(Seen::Unanswered(key)) => {
                if let Some(group) = self.groups.get_mut(key) {
                    group.count = group.count.saturating_add(times);
                }
            }
            None => {
                let seen = self.ask(&line, times)?.filter(|_| self.seen.len() < self.most);
                self.seen.extend(seen.map(|seen| (line.into(), seen)));
            }
        }
        Ok(())
    }

    /// Asks a line; none where it was left out.
    fn ask(&mut self, line: &str, times: usize) -> Result<Option<Seen>, UserError> {
        let request = Request::parse(line)?;
        let key = self.key(&request);
        if let Some(group) = self.groups.get_mut(&key) {
            group.count = group.count.saturating_add(times);
            return Ok(Some(Seen::Unanswered(key)));
        }
        let answer = self.app.respond(&Context::default(), &request)?;
        let standing = answer.standing;
        if matches!(standing, Standing::Found | Standing::Ambiguous) {
            self.answered = self.answered.saturating_add(times);
            return Ok(Some(Seen::Answered));
        }
        if self.groups.len() >= self.most {
            self.left_out = self.left_out.saturating_add(times);
            return Ok(None);
        }
        // `/ask` itself tells what is near from what is not.
        let told = request.spec().command == Command::Ask;
        let near = |found: &&Match| standing == Standing::Near || !told && found.score >= LEAST_SCORE;
        let first = answer.matches.first().filter(near).map(|found| found.entry);
        let nearest = first.map(|entry| Wish::new(self.app.knowledge(), request.clone(), &answer, entry));
        let order = self.groups.len();
        self.groups.insert(key.clone(), Group { line: line.to_owned(), count: times, order, standing, nearest });
        Ok(Some(Seen::Unanswered(key)))
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
        for ((at, wish), remedy) in places.into_iter().zip(&wishes).zip(safe_remedies(self.app, &wishes, met)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::load;

    #[test]
    fn so_many_different_questions_are_kept_and_the_rest_is_counted() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/example/balloons");
        let app = App::new(load(&folder).knowledge.unwrap());
        let mut gaps = Gaps { most: 3, ..Gaps::new(&app) };
        for word in ["bread", "butter", "cheese", "milk", "bread", "beer", "milk"] {
            gaps.add(&format!("price of {word} in lisbon")).unwrap();
        }
        gaps.add("/actor blanchard").unwrap();
        assert_eq!((gaps.answered, gaps.left_out), (1, 3));
        let counts: Vec<(String, usize)> = gaps.finish().into_iter().map(|gap| (gap.line, gap.count)).collect();
        let expected = [("bread", 2), ("butter", 1), ("cheese", 1)];
        assert_eq!(counts, expected.map(|(word, count)| (format!("price of {word} in lisbon"), count)));
    }
}
