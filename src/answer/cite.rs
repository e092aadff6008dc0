//! Numbering of citations, and the only way to make a statement.

use super::{Mark, Statement};
use crate::knowledge::{Cite, Cites, Fact, Knowledge, Rank, SourceId};
use crate::wording::date::date_text;

/// A source as an answer cites it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Its number in the answer, from 1.
    pub number: usize,
    /// The source's id, as the files write it.
    pub key: String,
    /// Author, title, publisher and date, and where in the source the cited places are, in one line.
    pub text: String,
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
}

impl<'k> Citer<'k> {
    /// A citer that has cited nothing yet.
    pub fn new(knowledge: &'k Knowledge) -> Self {
        Self { knowledge, cited: Vec::new() }
    }

    /// A statement that rests on the given citations.
    pub fn state(&mut self, text: impl Into<String>, cites: &Cites) -> Statement {
        self.derive(text, [cites])
    }

    /// A statement that follows from several, and rests on what each of them rests on.
    pub fn derive<'c>(&mut self, text: impl Into<String>, cites: impl IntoIterator<Item = &'c Cites>) -> Statement {
        let mut numbers = Vec::new();
        for cite in cites.into_iter().flat_map(Cites::as_slice) {
            let number = self.number(cite);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        Statement {
            text: text.into(),
            cites: numbers,
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
        statement.against = fact.disputes.iter().map(|dispute| self.fact_alone(&knowledge[dispute.fact])).collect();
        statement
    }

    /// The numbers under which some citations appear in this answer.
    pub fn numbers(&mut self, cites: &Cites) -> Vec<usize> {
        self.state("", cites).cites
    }

    /// The sources cited so far, for the end of the answer.
    pub fn citations(self) -> Vec<Citation> {
        let knowledge = self.knowledge;
        (1..).zip(self.cited).map(|(number, (id, places))| Citation::new(number, id, &places, knowledge)).collect()
    }

    fn fact_alone(&mut self, fact: &Fact) -> Statement {
        let mut statement = self.state(&*fact.text, &fact.cites);
        statement.date = fact.date.as_ref().map(date_text);
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

    fn number(&mut self, cite: &Cite) -> usize {
        let at = self.cited.iter().position(|(source, _)| *source == cite.source).unwrap_or_else(|| {
            self.cited.push((cite.source, Vec::new()));
            self.cited.len() - 1
        });
        let places = &mut self.cited[at].1;
        places.extend(cite.locator.clone().filter(|locator| !places.contains(locator)));
        at + 1
    }
}

impl Citation {
    fn new(number: usize, id: SourceId, places: &[Box<str>], knowledge: &Knowledge) -> Self {
        let source = &knowledge[id];
        let author = source.author.as_deref().map(|author| format!("{author}, ")).unwrap_or_default();
        let more = if places.len() > PLACES { "; …" } else { "" };
        let shown = places.iter().take(PLACES).map(|place| &**place).collect::<Vec<_>>().join("; ");
        let places = if places.is_empty() { String::new() } else { format!(" ({shown}{more})") };
        let text =
            format!("{author}“{}”, {}, {}{places}", source.title, source.publisher, date_text(&source.published));
        Self { number, key: source.key.to_string(), text, url: source.url.as_deref().map(ToOwned::to_owned) }
    }
}
