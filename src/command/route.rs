//! Questions that another command answers: what happened when, how two differ, how something changed, what it rests on.
//!
//! Owns when `/ask` hands a question on, and that the answer says so. What a question is read as stands below this file, one
//! file for each command that is meant; the words that tell stand in `cues`. A question that is handed on and comes back
//! without an answer is answered as any other.

use super::lookup::{Lookup, SAME_WORD};
use super::{Call, Stop, run};
use crate::answer::{Answer, Standing};
use crate::knowledge::{AspectId, FactId};
use crate::matcher::{Model, Term, Use};
use crate::message::Message;
use crate::request::{Request, Value};
use cues::{CUES, Cues};

mod change;
mod cues;
mod origin;
mod pair;
mod time;

/// The answer of the command that is meant; nothing where that is `/ask`, or where the other has no answer.
pub(super) fn answer(call: Call<'_>, lookup: &Lookup) -> Option<Answer> {
    let Some(Value::Text(text)) = call.request.value(lookup.option) else { return None };
    // A name that is stored is that name, whatever its words ask elsewhere.
    let exact = lookup.reading.model == Model::Exact && lookup.standing == Standing::Found;
    if lookup.reading.terms.is_empty() || exact {
        return None;
    }
    CUES.iter().find_map(|cues| {
        let asked = Asked::new(call, lookup, text, cues);
        let meant = [origin::request, pair::request, change::request, time::request];
        let request = meant.into_iter().find_map(|read| read(&asked))?;
        asked.handed_on(request)
    })
}

/// A question, as far as it matters which command it belongs to.
struct Asked<'a> {
    call: Call<'a>,
    lookup: &'a Lookup,
    text: &'a str,
    words: Vec<Word>,
    cues: &'static Cues,
}

/// A word of the question in small letters.
#[derive(Debug)]
struct Word {
    text: String,
    usage: Use,
    /// Its number among the terms of the reading.
    term: usize,
}

impl<'a> Asked<'a> {
    fn new(call: Call<'a>, lookup: &'a Lookup, text: &'a str, cues: &'static Cues) -> Self {
        let word = |(number, term): (usize, &Term)| Word {
            text: term.written.to_lowercase(),
            usage: term.usage,
            term: number,
        };
        let words = lookup.reading.terms.iter().enumerate().map(word).collect();
        Self { call, lookup, text, words, cues }
    }

    /// The answer to what was meant instead, if there is one.
    fn handed_on(&self, request: Request) -> Option<Answer> {
        let request = request.shown_as(self.call.request);
        let mut answer = match run(Call { request: &request, ..self.call }) {
            Ok(answer) => answer,
            Err(Stop::Unclear(answer)) => *answer,
            Err(Stop::Refused(_)) => return None,
        };
        let answered = answer.standing == Standing::Found && !answer.blocks.is_empty();
        if !answered && answer.standing != Standing::Ambiguous {
            return None;
        }
        let line = answer.request.clone().what_is_asked().line();
        // What was asked for are the facts, and not whom or what they are about.
        answer.matches.sort_by_key(|found| found.entry.fact().is_none());
        answer.read_as.insert(0, Message::ShownAs { request: line.into() });
        Some(answer)
    }

    /// Whether the words of a phrase stand together somewhere, and where they begin.
    fn position(&self, phrase: &str) -> Option<usize> {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        self.words
            .windows(wanted.len())
            .position(|words| words.iter().map(|word| &*word.text).eq(wanted.iter().copied()))
    }

    /// Whether one of the phrases opens the question, words that only hold it together before it; what follows it.
    fn opened_by(&self, phrases: &[&str]) -> Option<&[Word]> {
        let found = phrases.iter().filter_map(|phrase| Some((self.position(phrase)?, phrase.split(' ').count())));
        let (at, length) = found.min()?;
        let opens = self.words.get(..at)?.iter().all(|word| self.is_filler(word));
        self.words.get(at + length..).filter(|_| opens)
    }

    fn is_filler(&self, word: &Word) -> bool {
        self.cues.fillers.contains(&&*word.text)
    }

    /// Whether the best hit, found by statements, says so much of the question, and a given word of it too.
    fn is_said(&self, word: &Word) -> bool {
        let hit = self.lookup.hits.first().filter(|_| self.lookup.standing == Standing::Found);
        hit.is_some_and(|hit| hit.why.found.iter().any(|found| found.term == word.term && found.likeness >= SAME_WORD))
    }

    /// On what the facts that are nearest to the question speak, the nearest first.
    fn nearest_aspects(&self) -> Vec<(FactId, AspectId)> {
        let knowledge = self.call.knowledge();
        let facts = self.lookup.hits.iter().filter_map(|hit| hit.entry.fact());
        facts.filter_map(|id| Some((id, knowledge[id].aspect?))).collect()
    }
}

/// Words as one text.
fn joined<'w>(words: impl IntoIterator<Item = &'w Word>) -> String {
    words.into_iter().map(|word| &*word.text).collect::<Vec<_>>().join(" ")
}
