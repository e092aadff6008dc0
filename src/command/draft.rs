//! An answer being written: the pieces that several commands share.
//!
//! Owns how facts are ordered and how entries become statements and actions.

use crate::answer::{Action, Answer, Block, Citer, MATCHES, Mark, Match, Standing, Statement};
use crate::command::{Base, Request, actor, event};
use crate::knowledge::{Cites, EntryId, EventId, FactId, Knowledge, Rank, Relation};
use crate::matcher::Hit;

/// How many actions an answer offers at most: one row of buttons.
const ACTIONS: usize = 5;

/// An answer being written.
pub(super) struct Draft<'k> {
    pub(super) knowledge: &'k Knowledge,
    pub(super) citer: Citer<'k>,
    title: String,
    blocks: Vec<Block>,
    actions: Vec<Action>,
}

impl<'k> Draft<'k> {
    pub(super) fn new(base: &'k Base, title: impl Into<String>) -> Self {
        let knowledge = &base.knowledge;
        Self { knowledge, citer: Citer::new(knowledge), title: title.into(), blocks: Vec::new(), actions: Vec::new() }
    }

    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }

    /// Adds a section, unless it would be empty.
    pub(super) fn section(&mut self, heading: impl Into<String>, statements: Vec<Statement>) {
        if !statements.is_empty() {
            self.blocks.push(Block::Section { heading: heading.into(), statements });
        }
    }

    /// Adds labelled particulars; rows without a text are left out.
    pub(super) fn card(&mut self, rows: impl IntoIterator<Item = (&'static str, String)>, cites: &Cites) {
        let rows: Vec<_> = rows.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        if !rows.is_empty() {
            let cites = self.citer.numbers(cites);
            self.blocks.push(Block::Card { rows, cites });
        }
    }

    pub(super) fn block(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Offers a request, unless it is offered already or there are enough.
    pub(super) fn offer(&mut self, label: impl Into<String>, request: Request) {
        let line = request.line();
        if self.actions.len() < ACTIONS && self.actions.iter().all(|action| action.request.line() != line) {
            self.actions.push(Action { label: label.into(), request });
        }
    }

    /// Offers to show an actor or event.
    pub(super) fn offer_entry(&mut self, entry: EntryId) {
        let (key, title) = (self.knowledge.key(entry), self.knowledge.title(entry));
        match entry {
            EntryId::Actor(_) => self.offer(title, Request::of(&actor::SPEC, "question", key)),
            EntryId::Event(_) => self.offer(title, Request::of(&event::SPEC, "question", key)),
            _ => {}
        }
    }

    /// Offers one choice for each entry, each filling an option of the request.
    pub(super) fn offer_choices(&mut self, request: &Request, option: &'static str, matches: &[Match]) {
        for choice in matches {
            let request = request.clone().with(option, choice.key.as_str());
            self.actions.push(Action { label: choice.title.clone(), request });
        }
    }

    /// Facts as statements: preferred ones first, then by date; a fact that only disputes one already shown stands
    /// beside that one.
    pub(super) fn facts(&mut self, ids: impl IntoIterator<Item = FactId>) -> Vec<Statement> {
        let mut ids: Vec<FactId> = ids.into_iter().collect();
        let knowledge = self.knowledge;
        ids.sort_by_key(|&id| fact_order(knowledge, id));
        ids.dedup();
        let mut beside: Vec<FactId> = Vec::new();
        let mut statements = Vec::new();
        for id in ids {
            if !beside.contains(&id) {
                beside.extend(knowledge[id].disputes.iter().map(|dispute| dispute.fact));
                statements.push(self.citer.fact(&knowledge[id]));
            }
        }
        statements
    }

    /// The summary of an actor or event as a statement.
    pub(super) fn summary(&mut self, entry: EntryId) -> Option<Statement> {
        let (text, cites) = match entry {
            EntryId::Event(id) => (&self.knowledge[id].summary, &self.knowledge[id].cites),
            EntryId::Actor(id) => (&self.knowledge[id].summary, &self.knowledge[id].cites),
            _ => return None,
        };
        Some(self.citer.state(&**text, cites))
    }

    /// An event as one line of a list: its title, with its date.
    pub(super) fn event_line(&mut self, id: EventId) -> Statement {
        let event = &self.knowledge[id];
        self.citer.state(&*event.title, &event.cites).dated(event.date.as_ref())
    }

    /// A tie between two actors as a sentence.
    pub(super) fn tie(&mut self, relation: &Relation) -> Statement {
        let (from, to) = (&self.knowledge[relation.from].name, &self.knowledge[relation.to].name);
        let note =
            relation.note.as_deref().map(|note| format!(" ({})", note.trim_end_matches('.'))).unwrap_or_default();
        let text = format!("{from} {} {to}{note}", tie_words(&relation.kind));
        self.citer.state(text, &relation.cites).dated(relation.date.as_ref())
    }

    pub(super) fn finish(self, standing: Standing, matches: Vec<Match>) -> Answer {
        Answer {
            title: self.title,
            standing,
            matches,
            blocks: self.blocks,
            citations: self.citer.citations(),
            actions: self.actions,
        }
    }
}

/// Hits as an answer carries them.
pub(super) fn matches(knowledge: &Knowledge, hits: &[Hit]) -> Vec<Match> {
    hits.iter().take(MATCHES).map(|hit| Match::new(knowledge, hit.entry, hit.score)).collect()
}

/// What facts on the same matter are sorted by.
fn fact_order(knowledge: &Knowledge, id: FactId) -> impl Ord + use<> {
    let fact = &knowledge[id];
    let rank = match fact.rank {
        Rank::Preferred => 0,
        Rank::Normal => 1,
        Rank::Deprecated => 2,
    };
    let date = fact.date.as_ref().map(crate::knowledge::date::Date::order);
    (rank, date.is_none(), date, id)
}

/// `member-of` → "is a member of", `has-embassy-in` → "has an embassy in", `supplies` → "supplies".
pub(super) fn tie_words(kind: &str) -> String {
    let words = kind.replace('-', " ");
    let article = |noun: &str| if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    match (words.strip_prefix("has "), words.ends_with(" of")) {
        (Some(noun), _) => format!("has {} {noun}", article(noun)),
        (None, true) => format!("is {} {words}", article(&words)),
        (None, false) if words.starts_with("in ") => format!("is {words}"),
        (None, false) => words,
    }
}

/// Whether a statement is contradicted.
pub(super) fn is_disputed(statement: &Statement) -> bool {
    statement.marks().contains(&Mark::Disputed)
}
