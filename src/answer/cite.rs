//! Numbering of citations, and the only way to make a statement.

use std::collections::{BTreeMap, BTreeSet};

use super::{Mark, Place, Statement};
use crate::knowledge::{Cite, Cites, Dispute, Fact, Knowledge, Rank, SourceId};
use crate::message::{Joint, Message, Words};

/// A source as an answer cites it.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Its number in the answer, from 1.
    pub number: usize,
    /// The source's id, as the files write it.
    pub key: String,
    /// Author, title, publisher and date in one line.
    pub work: Words,
    /// The same with the places that the answer cites.
    pub text: Words,
    /// Where it can be read.
    pub url: Option<String>,
}

/// So many cited places of one source are named; a reader who needs all is better served by the source itself.
const PLACES: usize = 4;

/// Makes statements for one answer and numbers the sources that they cite.
#[derive(Debug)]
pub struct Citer<'k> {
    knowledge: &'k Knowledge,
    cited: Vec<(SourceId, Vec<Box<str>>)>,
    /// The place of each source in `cited`.
    at: BTreeMap<SourceId, usize>,
}

impl<'k> Citer<'k> {
    /// A citer that has cited nothing yet.
    pub fn new(knowledge: &'k Knowledge) -> Self {
        Self { knowledge, cited: Vec::new(), at: BTreeMap::new() }
    }

    /// A statement that rests on the given citations.
    pub fn state(&mut self, text: impl Into<Words>, cites: &Cites) -> Statement {
        self.derive(text, [cites])
    }

    /// A statement that follows from several, and rests on what each of them rests on.
    pub fn derive<'c>(&mut self, text: impl Into<Words>, cites: impl IntoIterator<Item = &'c Cites>) -> Statement {
        let (mut seen, mut numbers, mut places) = (BTreeSet::new(), Vec::new(), Vec::new());
        for cite in cites.into_iter().flat_map(Cites::as_slice) {
            let number = self.number(cite);
            if seen.insert(number) {
                numbers.push(number);
            }
            let place = cite.locator.as_deref().map(|locator| Place { number, locator: locator.to_owned() });
            places.extend(place.filter(|place| !places.contains(place)));
        }
        Statement {
            text: text.into(),
            cites: numbers,
            places,
            date: None,
            attributed_to: None,
            marks: Vec::new(),
            against: Vec::new(),
        }
    }

    /// A fact as a statement, with what is said to the contrary beside it.
    pub fn fact(&mut self, fact: &Fact) -> Statement {
        let mut statement = self.fact_alone(fact);
        let knowledge = self.knowledge;
        let contrary = |dispute: &Dispute| {
            let mut contrary = self.fact_alone(&knowledge[dispute.fact]);
            if let Some(on) = &dispute.on {
                contrary.marks.retain(|mark| *mark != Mark::Disputed);
                contrary.marks.push(Mark::DisputedOn(on.to_string()));
            }
            contrary
        };
        statement.against = fact.disputes.iter().map(contrary).collect();
        statement
    }

    /// The numbers under which some citations appear in this answer, and where in them.
    pub fn numbers(&mut self, cites: &Cites) -> (Vec<usize>, Vec<Place>) {
        let Statement { cites, places, .. } = self.state("", cites);
        (cites, places)
    }

    /// The sources cited so far, for the end of the answer.
    pub fn citations(self) -> Vec<Citation> {
        let knowledge = self.knowledge;
        (1..).zip(self.cited).map(|(number, (id, places))| Citation::new(number, id, &places, knowledge)).collect()
    }

    fn fact_alone(&mut self, fact: &Fact) -> Statement {
        let mut statement = self.state(&*fact.text, &fact.cites);
        statement.date.clone_from(&fact.date);
        statement.attributed_to = fact.attributed_to.as_ref().map(|who| self.knowledge.speaker(who).to_owned());
        if !fact.disputes.is_empty() {
            statement.marks.push(Mark::Disputed);
        }
        if fact.forecast {
            statement.marks.push(Mark::Forecast);
        }
        if fact.rank == Rank::Deprecated {
            statement.marks.push(Mark::Superseded(fact.reason.as_deref().map(ToOwned::to_owned)));
        }
        statement
    }

    /// One place more than are named is kept, which shows that there are more.
    fn number(&mut self, cite: &Cite) -> usize {
        let at = *self.at.entry(cite.source).or_insert_with(|| {
            self.cited.push((cite.source, Vec::new()));
            self.cited.len() - 1
        });
        let places = &mut self.cited[at].1;
        if places.len() <= PLACES {
            places.extend(cite.locator.clone().filter(|locator| !places.contains(locator)));
        }
        at + 1
    }
}

impl Citation {
    fn new(number: usize, id: SourceId, places: &[Box<str>], knowledge: &Knowledge) -> Self {
        let source = &knowledge[id];
        let mut text = Words::from(Message::Citation {
            title: (&source.title).into(),
            publisher: (&source.publisher).into(),
            date: (&source.published).into(),
        });
        if let Some(author) = &source.author {
            text = Message::CitationBy { author: author.into(), citation: text }.into();
        }
        let work = text.clone();
        if !places.is_empty() {
            let more = (places.len() > PLACES).then_some("…".into());
            let shown = places.iter().take(PLACES).map(Words::from).chain(more).collect();
            text = Message::CitationAt { citation: text, places: Words::List(shown, Joint::Semicolon) }.into();
        }
        Self { number, key: source.key.to_string(), work, text, url: source.url.as_deref().map(ToOwned::to_owned) }
    }
}
