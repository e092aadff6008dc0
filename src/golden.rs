//! Golden questions: asks what the fact base's own `[[question]]` tables ask, and compares.
//!
//! Owns what counts as right, wrong and unanswered, and the report by class. It also tries every view of every entry
//! against the lengths that Discord allows.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::{Answer, Standing};
use crate::app::App;
use crate::diagnostic::Code;
use crate::knowledge::{EntryId, Fault, GoldenQuestion, Knowledge, Place, Table};
use crate::matcher::Outcome;
use crate::remedy::{Remedy, Wish, remedies};
use crate::render::page;
use crate::request::{Context, Request, UserError};
use crate::wording::Wording;

/// The class of questions to which the right answer is a choice.
const AMBIGUOUS: &str = "ambiguous";

/// Among so many candidates must all that an ambiguous question may mean be found.
const CANDIDATES: usize = 5;

/// How the questions of one class were answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Answered as expected.
    pub right: usize,
    /// Answered, but otherwise.
    pub wrong: usize,
    /// Shown among what is near, not as the answer.
    pub near: usize,
    /// Not answered although an answer was expected.
    pub unanswered: usize,
}

/// The scores of all classes, by name.
pub type Scores = BTreeMap<String, Score>;

/// All golden questions, asked.
#[derive(Debug, Default)]
pub struct Asked {
    /// How each was answered, in the order of [`Knowledge::questions`]; nothing for what is no request.
    pub verdicts: Vec<Option<Verdict>>,
    /// The same, counted.
    pub scores: Scores,
    /// What is to be looked at: what is not answered as expected, or is although it is known to be missed.
    pub faults: Vec<Fault>,
}

/// What came of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// As expected.
    Right,
    /// Answered, but otherwise.
    Wrong,
    /// Shown among what is near, not as the answer.
    Near,
    /// Not answered although an answer was expected.
    Unanswered,
}

impl Score {
    /// All questions.
    pub fn total(self) -> usize {
        self.right + self.wrong + self.near + self.unanswered
    }

    /// The share of given answers that are right; `None` where none was given.
    pub fn precision(self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    /// The share of questions that are answered rightly; `None` where none was asked.
    pub fn recall(self) -> Option<f64> {
        share(self.right, self.total())
    }

    /// Counts one more question.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Right => self.right += 1,
            Verdict::Wrong => self.wrong += 1,
            Verdict::Near => self.near += 1,
            Verdict::Unanswered => self.unanswered += 1,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions are small")]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// One question, asked.
#[derive(Debug)]
pub struct Attempt {
    /// How it was answered.
    pub verdict: Verdict,
    /// The rank of the first right entry among the matches, from 1.
    pub rank: Option<usize>,
    request: Request,
    answer: Answer,
}

/// Asks one golden question.
///
/// # Errors
/// When it is no request.
pub fn ask(app: &App, question: &GoldenQuestion) -> Result<Attempt, UserError> {
    let request = Request::parse(&line_of(question))?;
    let answer = app.respond(&Context::default(), &request)?;
    let rank = answer.matches.iter().position(|found| question.expect.contains(&found.entry)).map(|at| at + 1);
    Ok(Attempt { verdict: judge(question, &answer), rank, request, answer })
}

/// What the matcher makes of a question; none where it is not asked for one entry by a text.
///
/// # Errors
/// When the question is no request.
pub fn outcome(app: &App, question: &GoldenQuestion) -> Result<Option<Outcome>, UserError> {
    let request = Request::parse(&line_of(question))?;
    let mut explained = app.explain(&request);
    Ok(if explained.len() == 1 { explained.pop().map(|(_, outcome, _)| outcome) } else { None })
}

/// Asks all golden questions.
pub fn ask_all(app: &App) -> Asked {
    let Asked { mut verdicts, mut scores, mut faults } = Asked::default();
    let mut missing = Vec::new();
    for question in app.knowledge().questions() {
        let asked = ask(app, question);
        verdicts.push(asked.as_ref().ok().map(|asked| asked.verdict));
        match asked {
            Ok(asked) => {
                scores.entry(question.class.to_string()).or_default().add(asked.verdict);
                match (asked.verdict, &question.known_miss) {
                    (Verdict::Right, None) | (Verdict::Wrong | Verdict::Near | Verdict::Unanswered, Some(_)) => {}
                    (Verdict::Right, Some(_)) => {
                        let message = format!("`{}` is answered as expected", line_of(question));
                        let fault = Fault::new(Code::GoldenMet, message, place(question));
                        faults.push(fault.help("remove `known_miss`"));
                    }
                    (Verdict::Wrong | Verdict::Near | Verdict::Unanswered, None) => missing.push((question, asked)),
                }
            }
            Err(error) => {
                let error = Wording::of(&Context::default().language).message(&error.0);
                faults.push(Fault::new(Code::BadQuestion, format!("{}: {error}", line_of(question)), place(question)));
            }
        }
    }
    faults.extend(missed(app, &missing));
    Asked { verdicts, scores, faults }
}

/// What to say of questions that were not answered as expected: what came instead, and what would help.
pub fn missed(app: &App, asked: &[(&GoldenQuestion, Attempt)]) -> Vec<Fault> {
    let knowledge = app.knowledge();
    let expecting = asked.iter().filter_map(|(question, asked)| {
        let entry = *question.expect.first()?;
        Some((*question, Wish::new(knowledge, asked.request.clone(), &asked.answer, entry)))
    });
    let (questions, wishes): (Vec<&GoldenQuestion>, Vec<Wish>) = expecting.unzip();
    let is_met = |at: usize, answer: &Answer| questions.get(at).is_some_and(|it| judge(it, answer) == Verdict::Right);
    let mut helps = safe_remedies(app, &wishes, is_met).into_iter();
    let mut faults = Vec::with_capacity(asked.len());
    for (question, asked) in asked {
        let keys: Vec<&str> = question.expect.iter().map(|&entry| knowledge.key(entry)).collect();
        let wanted = if keys.is_empty() { "unknown".to_owned() } else { keys.join(", ") };
        let got = describe(&asked.answer);
        let message = format!("`{}` should give {wanted}, and gives {got}", line_of(question));
        let help = match question.expect.first() {
            Some(&entry) => helps.next().map(|remedy| advise(knowledge, entry, &remedy)),
            None => {
                Some("say in `expect` what answers it, if that is right; `--why` shows which words led there".into())
            }
        };
        let fault = Fault::new(Code::GoldenMissed, message, place(question));
        faults.push(help.into_iter().fold(fault, Fault::help));
    }
    faults
}

/// What would help, in a curator's words.
pub fn advise(knowledge: &Knowledge, entry: EntryId, remedy: &Remedy) -> String {
    let words: Vec<String> = remedy.unexplained.iter().map(|word| format!("`{word}`")).collect();
    let key = knowledge.key(entry);
    let missing = match &*words {
        [] => format!("every word is found in `{key}`"),
        _ => format!("nothing in `{key}` explains {}", words.join(", ")),
    };
    match (&remedy.addition, &remedy.spoiling) {
        (Some(addition), _) => {
            let tried = if remedy.is_untried { " (not tried on the golden questions)" } else { "" };
            format!("{missing}: {}{tried}", addition.advice(knowledge))
        }
        (None, Some((addition, question))) => {
            format!(
                "{missing}; if you {}, `{question}` is no longer answered as it should be",
                addition.advice(knowledge)
            )
        }
        (None, None) => format!("{missing}; no name and no question that was tried as an addition makes it the answer"),
    }
}

/// A remedy for each wish, none of which spoils a golden question that is answered as expected.
pub fn safe_remedies(app: &App, wishes: &[Wish], is_met: impl Fn(usize, &Answer) -> bool) -> Vec<Remedy> {
    let is_right =
        |app: &App, question: &GoldenQuestion| ask(app, question).is_ok_and(|asked| asked.verdict == Verdict::Right);
    let asked = app.knowledge().questions().iter().filter(|_| !wishes.is_empty());
    let right: Vec<&GoldenQuestion> = asked.filter(|question| is_right(app, question)).collect();
    let spoilt =
        |tried: &App| right.iter().find(|question| !is_right(tried, question)).map(|question| line_of(question));
    remedies(app, wishes, is_met, if right.is_empty() { None } else { Some(&spoilt) })
}

fn place(question: &GoldenQuestion) -> Place {
    Place::key(Table::Question, question.origin, "ask")
}

/// The line that asks a golden question.
pub fn line_of(question: &GoldenQuestion) -> String {
    format!("/{} {}", question.command, question.ask)
}

fn judge(question: &GoldenQuestion, answer: &Answer) -> Verdict {
    let found: Vec<EntryId> = answer.matches.iter().map(|found| found.entry).collect();
    let expected = &question.expect;
    let right = match (answer.standing, expected.first()) {
        (Standing::Unknown | Standing::Near, None) => return Verdict::Right,
        (Standing::Near, Some(_)) if found.iter().any(|entry| expected.contains(entry)) => return Verdict::Near,
        (Standing::Unknown | Standing::Near, Some(_)) => return Verdict::Unanswered,
        (_, None) => false,
        (standing, Some(_)) if &*question.class == AMBIGUOUS => {
            let candidates = &found[..found.len().min(CANDIDATES)];
            standing == Standing::Ambiguous && expected.iter().all(|entry| candidates.contains(entry))
        }
        (Standing::Ambiguous, Some(_)) => return Verdict::Unanswered,
        (Standing::Found, Some(_)) if &*question.command == "compare" => found.starts_with(expected),
        (Standing::Found, Some(_)) => found.first().is_some_and(|entry| expected.contains(entry)),
    };
    if right { Verdict::Right } else { Verdict::Wrong }
}

fn describe(answer: &Answer) -> String {
    let keys: Vec<&str> = answer.matches.iter().take(3).map(|found| found.key.as_str()).collect();
    let standing = match answer.standing {
        Standing::Found => "found",
        Standing::Ambiguous => "ambiguous",
        Standing::Near => "near",
        Standing::Unknown => "unknown",
    };
    format!("{standing}: {}", if keys.is_empty() { "nothing".to_owned() } else { keys.join(", ") })
}

/// Shows every actor, event, topic, aspect and source in its own view, and reports texts that had to be cut.
pub fn try_views(app: &App) -> Vec<Fault> {
    let knowledge = app.knowledge();
    let actors = knowledge.actors().map(|(_, a)| ("/actor question", &a.key, Place::key(Table::Actor, a.origin, "id")));
    let events = knowledge.events().map(|(_, e)| ("/event question", &e.key, Place::key(Table::Event, e.origin, "id")));
    let topics = knowledge.topics().map(|(_, t)| ("/timeline topic", &t.key, Place::key(Table::Topic, t.origin, "id")));
    let aspects =
        knowledge.aspects().map(|(_, a)| ("/trend aspect", &a.key, Place::key(Table::Aspect, a.origin, "id")));
    let sources =
        knowledge.sources().map(|(_, s)| ("/sources source", &s.key, Place::key(Table::Source, s.origin, "id")));
    let facts = knowledge.facts().map(|(_, f)| ("/ask question", &f.key, Place::key(Table::Fact, f.origin, "id")));
    let ties =
        knowledge.relations().map(|(_, r)| ("/ask question", &r.key, Place::key(Table::Relation, r.origin, "id")));
    let views = actors.chain(events).chain(topics).chain(aspects).chain(sources).chain(facts).chain(ties);
    let cut = views.filter_map(|(option, key, place)| {
        let line = format!("{option}:{key}");
        let request = Request::parse(&line).ok()?;
        let answer = app.respond(&Context::default(), &request).ok()?;
        let cut = page::pages(&answer).iter().find_map(|page| page.cut.clone())?;
        let fault = Fault::new(Code::OverLimit, format!("`{line}` does not fit: “{cut}” is cut"), place);
        Some(fault.help("shorten the text"))
    });
    cut.collect()
}
