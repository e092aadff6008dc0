//! What a curator could add so that an entry answers a question: which words nothing explains, and one line that helps.
//!
//! A line is told only after it was tried: the fact base is indexed with it, and the question is asked again. What can be
//! added is defined in [`crate::knowledge::Addition`].

use std::collections::BTreeSet;

use crate::answer::{Answer, Mark, Statement};
use crate::app::App;
use crate::knowledge::{Addition, Aspect, AspectId, EntryId, Knowledge};
use crate::matcher::{Outcome, Term, Use, stem};
use crate::meaning::{Meaning, QueryWord, Text, is_telling};
use crate::message::{Message, Words};
use crate::request::{Context, Request};

/// A word at least so near to a word in the name of an aspect may be another name of it (squared cosine): *rockets* and
/// *missile* have 0.26, *want* and *trade* 0.20. What is nearer than the second is that word itself.
const NEAR_NAME: std::ops::Range<f32> = 0.25..0.99;

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
    /// Whether the line may spoil a golden question, for it was not tried on them.
    pub is_untried: bool,
    /// A line that would help, and the golden question that would no longer be answered rightly with it.
    pub spoiling: Option<(Addition, String)>,
}

/// Says which golden question, of those answered rightly now, would not be with another fact base.
pub type Guard<'g> = &'g dyn Fn(&App) -> Option<String>;

/// So often at most are the golden questions asked again. Lines are tried in groups, so that it takes more than this only
/// where many lines spoil something; what is left then is told as not tried.
const MOST_GUARDED: usize = 32;

impl Wish {
    /// A wish about a question that was answered otherwise.
    pub fn new(knowledge: &Knowledge, request: Request, answer: &Answer, entry: EntryId) -> Self {
        Self { request, entry, readings: readings(knowledge, answer, entry) }
    }
}

/// A remedy for each wish. `is_met` says of the wish of a number whether an answer fulfils it. Without a `guard`, lines are
/// not tried on golden questions.
pub fn remedies(
    app: &App,
    wishes: &[Wish],
    is_met: impl Fn(usize, &Answer) -> bool,
    guard: Option<Guard<'_>>,
) -> Vec<Remedy> {
    let (mut found, mut candidates) = (Vec::with_capacity(wishes.len()), Vec::with_capacity(wishes.len()));
    for wish in wishes {
        let (unexplained, additions) = missing(app, wish, wishes);
        found.push(Remedy { unexplained, addition: None, is_untried: false, spoiling: None });
        candidates.push(additions);
    }
    let mut trial = Trial { app, guard, found, kept: Vec::new(), left: MOST_GUARDED };
    let rounds = candidates.iter().map(Vec::len).max().unwrap_or(0);
    for round in 0..rounds {
        // One index for all wishes: to make one for each would take too long.
        let open: Vec<(usize, &Addition)> = (0..wishes.len())
            .filter(|&at| trial.found[at].addition.is_none())
            .filter_map(|at| Some((at, candidates[at].get(round)?)))
            .collect();
        let tried = trial.with(&open);
        let helps = |(at, _): &(usize, &Addition)| {
            tried.respond(&Context::default(), &wishes[*at].request).is_ok_and(|answer| is_met(*at, &answer))
        };
        let helping: Vec<(usize, &Addition)> = open.iter().copied().filter(helps).collect();
        trial.keep(&helping);
    }
    trial.found
}

/// Lines being tried.
struct Trial<'a> {
    app: &'a App,
    guard: Option<Guard<'a>>,
    found: Vec<Remedy>,
    /// The lines that spoil nothing, even together.
    kept: Vec<Addition>,
    /// How often the golden questions may be asked again.
    left: usize,
}

impl Trial<'_> {
    /// The fact base with some lines more.
    fn with(&self, lines: &[(usize, &Addition)]) -> App {
        let all: Vec<Addition> =
            self.kept.iter().cloned().chain(lines.iter().map(|(_, addition)| (*addition).clone())).collect();
        App::new(self.app.knowledge().with_additions(&all))
    }

    /// Takes over the lines with which every golden question is still answered, halving those that spoil one.
    fn keep(&mut self, lines: &[(usize, &Addition)]) {
        if lines.is_empty() {
            return;
        }
        let guard = self.guard.filter(|_| self.left > 0);
        let spoilt = guard.and_then(|guard| {
            self.left -= 1;
            guard(&self.with(lines))
        });
        match (spoilt, lines) {
            (None, _) => {
                for (at, addition) in lines {
                    self.found[*at].addition = Some((*addition).clone());
                    self.found[*at].is_untried = guard.is_none() && self.guard.is_some();
                    self.kept.extend(guard.map(|_| (*addition).clone()));
                }
            }
            (Some(question), [(at, addition)]) => self.found[*at].spoiling = Some(((*addition).clone(), question)),
            (Some(_), _) => {
                let (first, last) = lines.split_at(lines.len() / 2);
                self.keep(first);
                self.keep(last);
            }
        }
    }
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
    let alias = Addition::Alias(wish.entry, name_in(text, &outcome.reading().terms).into());
    match wish.entry {
        EntryId::Fact(id) => {
            // A name for what the fact is about helps all facts of that aspect.
            let aspect = app.knowledge()[id].aspect;
            additions.extend(aspect.and_then(|aspect| naming(app.knowledge(), aspect, &unexplained)));
            additions.push(asked);
        }
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

/// What in a question may be a name: without the words before and behind it that only make it a question.
fn name_in<'t>(text: &'t str, terms: &[Term]) -> &'t str {
    let counts = |term: &&Term| match term.usage {
        Use::Dropped => false,
        Use::Kept => is_telling(&term.written),
        Use::Date | Use::Bound => true,
    };
    let start = terms.iter().find(counts).and_then(|term| text.find(&term.written));
    let end = terms.iter().rfind(counts).and_then(|term| Some(text.rfind(&term.written)? + term.written.len()));
    start.zip(end).and_then(|(start, end)| text.get(start..end)).filter(|name| !name.is_empty()).unwrap_or(text)
}

/// The unexplained word that is nearest to a name of an aspect, as one more name of it.
fn naming(knowledge: &Knowledge, aspect: AspectId, unexplained: &[String]) -> Option<Addition> {
    let Aspect { label, aliases, .. } = &knowledge[aspect];
    let lines = std::iter::once(label).chain(aliases).map(|name| &**name).collect();
    let meaning = Meaning::new([Text { lines, ..Text::default() }]);
    let asked: Vec<QueryWord<'_>> =
        unexplained.iter().map(|word| QueryWord { word, weight: 1.0, ..QueryWord::default() }).collect();
    let readings = meaning.ask(&asked).of(0).readings;
    let nearest = readings.into_iter().max_by(|a, b| a.nearness.total_cmp(&b.nearness))?;
    let word = unexplained.get(nearest.asked).filter(|_| NEAR_NAME.contains(&nearest.nearness))?;
    Some(Addition::Alias(EntryId::Aspect(aspect), word.as_str().into()))
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
