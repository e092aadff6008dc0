//! What a curator could add so that an entry answers a question: which words nothing explains, and one line that helps.
//!
//! A line is told only after it was tried: the fact base is indexed with it, and the question is asked again. What can be
//! added is defined in [`crate::knowledge::Addition`].

use std::collections::BTreeSet;

use crate::answer::{Answer, Mark, Statement};
use crate::app::App;
use crate::knowledge::{Addition, EntryId, Knowledge};
use crate::matcher::{Outcome, Use, stem};
use crate::meaning::is_telling;
use crate::message::{Message, Words};
use crate::request::{Context, Request};

/// A question and the entry that should answer it.
#[derive(Debug)]
pub struct Wish {
    /// The question.
    pub request: Request,
    /// The entry.
    pub entry: EntryId,
    /// How words of the question were read in the entry by their meaning: the word, and that of the entry.
    pub readings: Vec<(String, String)>,
}

/// What is missing, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The words of the question that nothing in the entry explains, as they were typed.
    pub unexplained: Vec<String>,
    /// A line with which the question is answered as wished; none of those tried did where there is none.
    pub addition: Option<Addition>,
}

impl Wish {
    /// A wish about a question that was answered otherwise.
    pub fn new(knowledge: &Knowledge, request: Request, answer: &Answer, entry: EntryId) -> Self {
        Self { request, entry, readings: readings(knowledge, answer, entry) }
    }
}

/// A remedy for each wish. `is_met` says of the wish of a number whether an answer fulfils it.
pub fn remedies(app: &App, wishes: &[Wish], is_met: impl Fn(usize, &Answer) -> bool) -> Vec<Remedy> {
    let mut found: Vec<Remedy> = Vec::with_capacity(wishes.len());
    let mut candidates: Vec<Vec<Addition>> = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let (unexplained, additions) = missing(app, wish, wishes);
        found.push(Remedy { unexplained, addition: None });
        candidates.push(additions);
    }
    let rounds = candidates.iter().map(Vec::len).max().unwrap_or(0);
    for round in 0..rounds {
        // One index for all wishes: to make one for each would take too long.
        let open: Vec<(usize, &Addition)> = (0..wishes.len())
            .filter(|&at| found[at].addition.is_none())
            .filter_map(|at| Some((at, candidates[at].get(round)?)))
            .collect();
        let additions: Vec<Addition> = open.iter().map(|(_, addition)| (*addition).clone()).collect();
        let tried = App::new(app.knowledge().with_additions(&additions));
        for (at, addition) in open {
            let answer = tried.respond(&Context::default(), &wishes[at].request);
            if answer.is_ok_and(|answer| is_met(at, &answer)) {
                found[at].addition = Some(addition.clone());
            }
        }
    }
    found
}

/// The words that nothing in the entry explains, and what could be added, what is to be tried first first.
fn missing(app: &App, wish: &Wish, all: &[Wish]) -> (Vec<String>, Vec<Addition>) {
    let mut explained = app.explain(&wish.request);
    let (Some((text, outcome, _)), true) = (explained.pop(), explained.is_empty()) else {
        return (Vec::new(), Vec::new());
    };
    let unexplained = unexplained(app.knowledge(), &outcome, wish.entry);
    let mut additions: Vec<Addition> =
        words(wish, all).filter(|(word, _)| unexplained.contains(word)).map(table).collect();
    let asked = Addition::Asked(wish.entry, text.into());
    let alias = Addition::Alias(wish.entry, text.into());
    match wish.entry {
        EntryId::Fact(_) => additions.push(asked),
        EntryId::Actor(_) | EntryId::Event(_) if outcome.reading().sentence => additions.extend([asked, alias]),
        EntryId::Actor(_) | EntryId::Event(_) => additions.extend([alias, asked]),
        EntryId::Topic(_) | EntryId::Aspect(_) => {
            if let [word] = &*unexplained {
                additions.push(Addition::Alias(wish.entry, word.as_str().into()));
            }
            additions.push(alias);
        }
        EntryId::Source(_) | EntryId::Relation(_) => {}
    }
    (unexplained, additions)
}

/// What words were read as in other questions too. A `[[words]]` table changes how every question with the word is read, and
/// one reading by nearness may be chance (*oil* for *gas*), so one question is no reason to draft it.
fn words<'w>(wish: &'w Wish, all: &'w [Wish]) -> impl Iterator<Item = &'w (String, String)> {
    wish.readings.iter().filter(move |reading| all.iter().filter(|other| other.readings.contains(reading)).count() > 1)
}

fn table((word, read): &(String, String)) -> Addition {
    Addition::Words(word.as_str().into(), read.as_str().into())
}

fn unexplained(knowledge: &Knowledge, outcome: &Outcome, entry: EntryId) -> Vec<String> {
    let hit = outcome.hits().iter().find(|hit| hit.entry == entry);
    let stems: BTreeSet<String> = match hit {
        Some(_) => BTreeSet::new(),
        None => stems(&knowledge.words_of(entry)),
    };
    let terms = outcome.reading().terms.iter().enumerate();
    let open = terms.filter(|(at, term)| {
        let is_found = match hit {
            Some(hit) => hit.why.found.iter().any(|found| found.term == *at),
            None => stems.contains(&*stem(&term.folded)),
        };
        term.usage == Use::Kept && is_telling(&term.written) && !is_found
    });
    open.map(|(_, term)| term.written.clone()).collect()
}

fn stems(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(word).to_string()).collect()
}

/// How words were read in the statement that an answer makes of an entry.
fn readings(knowledge: &Knowledge, answer: &Answer, entry: EntryId) -> Vec<(String, String)> {
    let told: Words = match entry {
        EntryId::Fact(id) => (&*knowledge[id].text).into(),
        EntryId::Event(id) => (&*knowledge[id].summary).into(),
        EntryId::Actor(id) => (&*knowledge[id].summary).into(),
        _ => return Vec::new(),
    };
    let statements = answer.statements().into_iter().filter(|statement| *statement.text() == told);
    let marks = statements.flat_map(Statement::marks);
    let read = marks.filter_map(|mark| match mark {
        Mark::Near(message) => match &**message {
            Message::WordReadAs { word: Words::Written(word), read: Words::Written(read) } => {
                Some((word.clone(), read.clone()))
            }
            _ => None,
        },
        _ => None,
    });
    read.collect()
}
