//! Finds the entries that a question means, or says that none is meant.
//!
//! A matcher is made from records, one for each entry, and never changes. A question passes through `question` (what is
//! asked), `lexicon` (which stored words its words may be), `candidates` (which entries have them), `score` (how well they
//! fit) and `decide` (whether the best one is an answer); `search` says how far to look. `complete` has a way of its own.
//! What an entry says, and how an answer is worded, is left to others.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "scores are f32: counts of letters, words and entries lose nothing there that a score could show, and what is \
              cast back is a share that was clamped before"
)]

mod complete;
mod index;
mod outcome;
mod query;
mod rank;
mod records;
mod search;
#[cfg(test)]
mod tests;
mod text;

pub use outcome::{Found, Hit, Outcome, Reading, Term, Why};
pub use query::date::Period;
pub use rank::decide::Reason;
pub use rank::model::{Features, Model};
pub use rank::score::FoundIn;
pub use records::office_meant;
pub use text::normalize::MOST_TYPED;
pub use text::stem::stem;
pub use text::term::{AnswerType, Use};

use crate::knowledge::{EntryId, Kind, Words};
use index::lexicon::Effort;
use query::question::Question;
use query::thesaurus::Thesaurus;
use rank::decide::Verdict;
use search::Search;
use text::language::Languages;

/// What the matcher is told of one entry.
#[derive(Clone, Debug)]
pub struct Record<'k> {
    /// The entry.
    pub entry: EntryId,
    /// Its name, title or label; empty for a fact.
    pub name: &'k str,
    /// Its other names.
    pub aliases: Vec<&'k str>,
    /// Texts that speak of it.
    pub texts: Vec<(Field, &'k str)>,
    /// First and last day of its date, inclusive, in days since 1970-01-01; `i32::MIN` and `i32::MAX` for an open end.
    pub days: Option<(i32, i32)>,
    /// What can be asked of it.
    pub answer_types: AnswerTypes,
    /// How much refers to it: the better known of two equal entries comes first.
    pub weight: u32,
}

/// A text of an entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// The text of a fact.
    Statement,
    /// The sentence that sums an entry up.
    Summary,
    /// Where it was.
    Place,
    /// A name of someone who took part, or whom a fact is about.
    Actor,
    /// A name of an event that a fact is about.
    Event,
    /// A label of a topic.
    Topic,
    /// A label of an aspect.
    Aspect,
    /// A question that it answers, as the curator wrote it.
    Asked,
    /// Who says so.
    Attribution,
    /// Anything else.
    Note,
}

impl Field {
    /// Field boost, of 255: what a word in the field counts beside one in a name.
    pub(crate) fn boost(self) -> u8 {
        match self {
            // The statement is all that a fact has, in place of a name.
            Field::Statement | Field::Asked => 230,
            Field::Actor | Field::Event | Field::Place => 190,
            Field::Aspect | Field::Topic => 170,
            Field::Summary => 150,
            Field::Attribution | Field::Note => 110,
        }
    }
}

/// Which of when, where, who and how many an entry can answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct AnswerTypes(u8);

impl AnswerTypes {
    /// No answer type.
    pub const NONE: AnswerTypes = AnswerTypes(0);

    /// These and `answer_type`.
    #[must_use]
    pub fn with(self, answer_type: AnswerType) -> AnswerTypes {
        AnswerTypes(self.0 | 1 << answer_type as u8)
    }

    /// Whether `answer_type` is among them.
    #[must_use]
    pub fn has(self, answer_type: AnswerType) -> bool {
        self.0 & (1 << answer_type as u8) != 0
    }
}

/// The kinds of entry to look among.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Scope(u8);

impl Scope {
    /// Every kind.
    pub const ALL: Scope = Scope(u8::MAX);

    /// Only these kinds.
    #[must_use]
    pub fn of(kinds: &[Kind]) -> Scope {
        Scope(kinds.iter().fold(0, |set, &kind| set | 1 << kind as u8))
    }

    /// Whether `kind` is in scope.
    #[must_use]
    pub fn has(self, kind: Kind) -> bool {
        self.meets(Scope::of(&[kind]))
    }

    /// This scope and `kind`.
    fn and(self, kind: Kind) -> Scope {
        Scope(self.0 | Scope::of(&[kind]).0)
    }

    /// Whether the two have a kind in common.
    fn meets(self, other: Scope) -> bool {
        self.0 & other.0 != 0
    }
}

/// For each term of a reading the stored words that it may mean, with their likeness from 0 to 1, the likest first.
pub type Senses<'m> = Vec<Vec<(&'m str, f32)>>;

/// Hits of an outcome where names are looked up: as many as are scored.
pub const MOST_NAMED: usize = query::pool::SCORED;

/// Hits of which a decision knows; statements have no more.
const MOST_HITS: usize = 10;

/// Finds entries. Made once, never changed, shared freely.
#[derive(Debug)]
pub struct Matcher {
    index: index::Index,
    languages: Languages,
    thesaurus: Thesaurus,
}

impl Matcher {
    /// Builds a matcher; the order of the records changes nothing.
    pub fn new<'k>(records: impl IntoIterator<Item = Record<'k>>) -> Matcher {
        let languages = Languages::new();
        Matcher { index: index::Index::new(records, &languages), languages, thesaurus: Thesaurus::default() }
    }

    /// The same matcher with the words that people use for one another: everyday ones, and those of the fact base.
    #[must_use]
    pub fn with_words(self, words: &[Words]) -> Matcher {
        Matcher { thesaurus: Thesaurus::new(words), ..self }
    }

    /// Whether a text says the opposite of what a question asks, such as that somebody sells what is asked to be bought.
    #[must_use]
    pub fn opposes(&self, question: &str, text: &str) -> bool {
        self.thesaurus.opposes(question, text)
    }

    /// For each word of a question, folded, the stems of the words that people use for it; its own left out.
    #[must_use]
    pub fn words_for(&self, folded: &[&str]) -> Vec<Vec<Box<str>>> {
        self.thesaurus.read(folded)
    }

    /// Finds what `question` means among the entries in `scope`.
    #[must_use]
    pub fn find(&self, question: &str, scope: Scope) -> Outcome {
        self.find_read(question, scope).1
    }

    /// The same, and what each word of the question may mean.
    #[must_use]
    pub fn explain(&self, question: &str, scope: Scope) -> (Outcome, Senses<'_>) {
        let (question, outcome) = self.find_read(question, scope);
        let senses = query::senses::Senses::new(self.index.view(scope), &question, Effort::Thorough);
        let words = senses.by_term(question.terms.len()).into_iter().map(|senses| {
            senses.into_iter().map(|sense| (self.index.lexicon.word(sense.word), sense.likeness)).collect()
        });
        (outcome, words.collect())
    }

    /// The period that `text` speaks of, as in a question.
    #[must_use]
    pub fn period(&self, text: &str) -> Option<Period> {
        query::question::read(text, &self.languages, &|_| false).period
    }

    /// The period that a text speaks of, with the words that tell it.
    #[must_use]
    pub fn dating(&self, text: &str) -> (Option<Period>, Vec<String>) {
        let read = query::question::read(text, &self.languages, &|_| false);
        let dated = read.terms.into_iter().filter(|term| matches!(term.usage, Use::Date | Use::Bound));
        (read.period, dated.map(|term| term.written).collect())
    }

    /// Whether a word is the name of a month in a language that is read.
    #[must_use]
    pub fn is_month(&self, word: &str) -> bool {
        let mut words = text::normalize::Words::default();
        words.read_typed(word);
        words.iter().any(|word| self.languages.months.month(word).is_some())
    }

    fn find_read(&self, question: &str, scope: Scope) -> (Question, Outcome) {
        let view = self.index.view(scope);
        let is_stored = |word: &str| view.exact(word).is_some_and(|word| view.is_named(word));
        let mut question = query::question::read(question, &self.languages, &is_stored);
        query::given::note_forms(&mut question);
        if scope.has(Kind::Fact) {
            self.read_words(&mut question);
        }
        let (question, search) = search::search(view, question);
        let reading = self.reading(&question, &search);
        let hits = search.ranked.iter().filter_map(|scored| self.hit(scored)).collect();
        let outcome = match search.verdict {
            Verdict::Found => Outcome::Found { hits, reading },
            Verdict::Ambiguous => Outcome::Ambiguous { hits, reading },
            Verdict::Unknown(reason) => Outcome::Unknown { hits, reading, reason },
        };
        (question, outcome)
    }

    /// Notes what the words of a question may be read as. Only statements are found so: a name is what it is.
    fn read_words(&self, question: &mut Question) {
        let folded: Vec<&str> = question.terms.iter().map(|term| &*term.folded).collect();
        let readings = self.thesaurus.read(&folded);
        for (term, readings) in question.terms.iter_mut().zip(readings).filter(|(term, _)| term.usage == Use::Kept) {
            let own = stem(&term.folded).into();
            term.readings = std::iter::once(own).chain(readings).collect();
        }
    }

    /// Lists up to `limit` entries in `scope` that `typed` may become, best first; for an empty input, the best known.
    #[must_use]
    pub fn complete(&self, typed: &str, scope: Scope, limit: usize) -> Vec<Hit> {
        let view = self.index.view(scope);
        if typed.trim().is_empty() { complete::first(view, limit) } else { complete::complete(view, typed, limit) }
    }

    fn hit(&self, scored: &rank::score::Scored) -> Option<Hit> {
        let entry = self.index.entry(scored.entry)?;
        let found = scored.finds.iter().map(|find| Found {
            term: usize::from(find.term),
            word: self.index.lexicon.word(find.word).to_owned(),
            likeness: find.likeness,
            place: find.place,
        });
        Some(Hit {
            entry: entry.id,
            score: scored.score.clamp(0.0, 1.0),
            why: Why {
                question: scored.question,
                name: scored.name,
                whole: scored.whole,
                which: scored
                    .which
                    .and_then(|which| self.index.names(entry).get(which as usize))
                    .map(|name| name.number.into()),
                found: found.collect(),
            },
        })
    }

    fn reading(&self, question: &Question, search: &Search) -> Reading {
        let senses = &search.senses;
        let terms = question.terms.iter().zip(&senses.weights).zip(&senses.best).map(|((term, &weight), best)| Term {
            written: term.written.clone(),
            folded: term.folded.clone(),
            usage: term.usage,
            named: term.named,
            unread: term.unread,
            weight,
            likeness: best.map_or(0.0, |best| best.likeness),
            correction: best
                .filter(|best| best.likeness < 1.0)
                .map(|best| self.index.lexicon.word(best.word).to_owned()),
        });
        Reading {
            answer_type: question.answer_type,
            period: question.period,
            terms: terms.collect(),
            sentence: question.sentence,
            features: search.features,
            model: search.model,
            confidence: search.confidence,
        }
    }
}
