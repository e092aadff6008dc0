//! An answer being written: the pieces that several commands share.
//!
//! Owns how facts are ordered and how entries become statements and actions.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::{Call, offers, tie, told_apart};
use crate::answer::{
    Action, Answer, Basis, Block, Candidate, Citer, Figure, MATCHES, Mark, Match, Standing, Statement, Tools,
};
use crate::knowledge::date::Date;
use crate::knowledge::{ActorId, Cites, EntryId, EventId, FactId, Kind, Knowledge, Rank, Relation};
use crate::matcher::Hit;
use crate::message::{Message, Words};
use crate::request::{Command, Request, Value};

/// How many further questions an answer offers at most, beside a list to choose from.
const ACTIONS: usize = 5;

/// An answer being written.
pub(super) struct Draft<'k> {
    pub(super) knowledge: &'k Knowledge,
    pub(super) citer: Citer<'k>,
    pub(super) figure: Option<Figure>,
    pub(super) read_as: Vec<Message>,
    request: Request,
    language: LanguageIdentifier,
    title: Words,
    blocks: Vec<Block>,
    actions: Vec<Action>,
    /// The entries that actions show, each with the place of its action.
    offered: Vec<(usize, EntryId)>,
    /// Facts that were made statements, in their order; no more than an answer lists.
    told: Vec<FactId>,
}

impl<'k> Draft<'k> {
    /// An empty answer to a canonical request.
    pub(super) fn new(call: Call<'k>, request: Request, title: impl Into<Words>) -> Self {
        let knowledge = &call.base.knowledge;
        Self {
            knowledge,
            citer: Citer::new(knowledge),
            figure: None,
            read_as: Vec::new(),
            request,
            language: call.context.language.clone(),
            title: title.into(),
            blocks: Vec::new(),
            actions: Vec::new(),
            offered: Vec::new(),
            told: Vec::new(),
        }
    }

    pub(super) fn note(&mut self, message: Message) {
        self.blocks.push(Block::Note(message));
    }

    /// Adds a section, unless it would be empty.
    pub(super) fn section(&mut self, heading: impl Into<Words>, statements: Vec<Statement>) {
        if !statements.is_empty() {
            self.blocks.push(Block::Section { heading: heading.into(), statements });
        }
    }

    /// Adds labelled particulars; rows without a text are left out.
    pub(super) fn card(&mut self, rows: impl IntoIterator<Item = (Message, Words)>, cites: &Cites) {
        let rows: Vec<_> = rows.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        if !rows.is_empty() {
            let (cites, places) = self.citer.numbers(cites);
            self.blocks.push(Block::Card { rows, cites, places });
        }
    }

    pub(super) fn block(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Offers a request, unless it is offered already or there are enough.
    pub(super) fn offer(&mut self, label: impl Into<Words>, request: Request) {
        if self.actions.len() < ACTIONS && self.actions.iter().all(|action| action.request != request) {
            self.actions.push(Action { label: label.into(), note: Words::default(), request });
        }
    }

    /// Offers entries in a menu, each once, however many, with their kinds and dates and with what they ask.
    pub(super) fn menu(&mut self, lines: impl IntoIterator<Item = (EntryId, Request)>) {
        let (entries, requests): (Vec<EntryId>, Vec<Request>) = lines.into_iter().unzip();
        for ((label, entry), request) in told_apart(self.knowledge, &entries).into_iter().zip(entries).zip(requests) {
            self.actions.push(Action { label, note: kind_and_date(self.knowledge, entry), request });
        }
    }

    /// Offers to show an actor or event.
    pub(super) fn offer_entry(&mut self, entry: EntryId) {
        if matches!(entry, EntryId::Actor(_) | EntryId::Event(_)) {
            let at = self.actions.len();
            self.offer(self.knowledge.title(entry), self.showing(entry));
            self.offered.extend((self.actions.len() > at).then_some((at, entry)));
        }
    }

    /// What shows an entry.
    pub(super) fn showing(&self, entry: EntryId) -> Request {
        let command = match entry {
            EntryId::Actor(_) => Command::Actor,
            EntryId::Event(_) => Command::Event,
            _ => Command::Ask,
        };
        Request::of(command).with("question", Value::entry(self.knowledge.key(entry)))
    }

    /// Offers entries to choose from, each filling an option of the canonical request, and lists the first so many.
    pub(super) fn choices(
        &mut self,
        heading: Message,
        option: &'static str,
        mut choices: Vec<Candidate>,
        listed: usize,
    ) {
        let entries: Vec<EntryId> = choices.iter().map(|choice| choice.found.entry).collect();
        for (label, choice) in told_apart(self.knowledge, &entries).into_iter().zip(&choices) {
            let request = self.request.clone().with(option, Value::entry(&choice.found.key));
            self.actions.push(Action { label, note: kind_and_date(self.knowledge, choice.found.entry), request });
        }
        choices.truncate(listed);
        self.blocks.push(Block::Choices { heading, choices });
    }

    /// Facts as statements, in their order; a fact that only disputes one already shown stands beside that one.
    pub(super) fn facts(&mut self, ids: impl IntoIterator<Item = FactId>) -> Vec<Statement> {
        self.first_facts(ids, usize::MAX)
    }

    /// The same, no more than so many of them.
    pub(super) fn first_facts(&mut self, ids: impl IntoIterator<Item = FactId>, most: usize) -> Vec<Statement> {
        let mut statements = Vec::new();
        for id in self.in_order(ids, most) {
            if self.told.len() < MATCHES && !self.told.contains(&id) {
                self.told.push(id);
            }
            statements.push(self.citer.fact(&self.knowledge[id]));
        }
        statements
    }

    /// The facts that stand for themselves among some, in their order, no more than so many.
    pub(super) fn in_order(&self, ids: impl IntoIterator<Item = FactId>, most: usize) -> Vec<FactId> {
        let knowledge = self.knowledge;
        let mut ids: Vec<FactId> = ids.into_iter().collect();
        ids.sort_by_cached_key(|&id| fact_order(knowledge, id));
        ids.dedup();
        let mut beside: BTreeSet<FactId> = BTreeSet::new();
        let mut shown = Vec::new();
        for id in ids {
            if shown.len() < most && !beside.contains(&id) {
                beside.extend(knowledge[id].disputes.iter().map(|dispute| dispute.fact));
                shown.push(id);
            }
        }
        shown
    }

    /// A fact, an event or a tie as one statement.
    pub(super) fn whole(&mut self, entry: EntryId) -> Option<Statement> {
        match entry {
            EntryId::Fact(id) => self.facts([id]).pop(),
            EntryId::Event(id) => {
                let date = self.knowledge[id].date.as_ref();
                self.summary(entry).map(|statement| statement.dated(date))
            }
            EntryId::Relation(id) => Some(self.tie(&self.knowledge[id])),
            _ => None,
        }
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
        self.tie_told_by(relation, relation.from)
    }

    /// The same, told from the end of one of the two.
    pub(super) fn tie_told_by(&mut self, relation: &Relation, teller: ActorId) -> Statement {
        let tie = tie::told(self.knowledge, relation, teller);
        self.citer.state(Words::Tie(Box::new(tie)), &relation.cites)
    }

    /// The answer whose facts are what was asked for: those that were told follow the hits that were chosen, so many of them.
    pub(super) fn finish_with_facts(self, standing: Standing, hits: &[Hit], chosen: usize) -> Answer {
        let (chosen, others) = hits.split_at(chosen.min(hits.len()));
        let told = self.told.iter().map(|&id| Hit::certain(EntryId::Fact(id)));
        let hits: Vec<Hit> = chosen.iter().cloned().chain(told).chain(others.iter().cloned()).collect();
        self.finish(standing, &hits)
    }

    /// The answer. No two of the entries that it offers are called the same.
    pub(super) fn finish(mut self, standing: Standing, hits: &[Hit]) -> Answer {
        let entries: Vec<EntryId> = self.offered.iter().map(|(_, entry)| *entry).collect();
        for (label, (at, _)) in told_apart(self.knowledge, &entries).into_iter().zip(&self.offered) {
            self.actions.get_mut(*at).into_iter().for_each(|action| action.label = label.clone());
        }
        let entry = hits.first().map(|hit| hit.entry).filter(|_| standing == Standing::Found);
        let about = entry.filter(|_| self.is_about_one());
        Answer {
            tools: self.tools(about),
            basis: self.basis(about),
            request: self.request,
            language: self.language,
            title: self.title,
            read_as: self.read_as,
            standing,
            matches: hits.iter().take(MATCHES).map(|hit| Match::new(self.knowledge, hit.entry, hit.score)).collect(),
            blocks: self.blocks,
            figure: self.figure,
            citations: self.citer.citations(),
            actions: self.actions,
        }
    }

    /// Whether the answer is one entry's.
    fn is_about_one(&self) -> bool {
        match self.request.spec().command {
            Command::Ask | Command::Event | Command::Actor | Command::Trend => true,
            Command::Sources => self.request.value("source").is_some(),
            Command::Compare
            | Command::Timeline
            | Command::Check
            | Command::Help
            | Command::Related
            | Command::Ties
            | Command::Comparable => false,
        }
    }

    fn tools(&self, about: Option<EntryId>) -> Tools {
        let ask = |command: Command, entry: EntryId| {
            Request::of(command).with("question", Value::entry(self.knowledge.key(entry)))
        };
        let related = about.filter(|&entry| offers::has_related(self.knowledge, entry));
        // A fact is compared by comparing whom it is about.
        let compared = about.and_then(|entry| match entry {
            EntryId::Fact(id) => self.knowledge[id].about.first().copied(),
            EntryId::Relation(id) => Some(EntryId::Actor(self.knowledge[id].from)),
            entry => Some(entry),
        });
        let comparable = compared.filter(|&entry| offers::has_comparable(self.knowledge, entry));
        Tools {
            related: related.map(|entry| ask(Command::Related, entry)),
            comparable: comparable.map(|entry| ask(Command::Comparable, entry)),
        }
    }

    fn basis(&self, about: Option<EntryId>) -> Basis {
        let knowledge = self.knowledge;
        let named = |entry| (knowledge.key(entry).to_owned(), knowledge.collection(entry).map(ToOwned::to_owned));
        Basis { entry: about.map(named), version: knowledge.version().to_owned() }
    }
}

/// What to know of an entry before choosing it.
fn kind_and_date(knowledge: &Knowledge, entry: EntryId) -> Words {
    let (kind, date) = match entry {
        EntryId::Event(id) => (Kind::Event.into(), knowledge[id].date.as_ref()),
        EntryId::Actor(id) => (Words::from(knowledge[id].kind), None),
        EntryId::Fact(id) => (Kind::Fact.into(), knowledge[id].date.as_ref()),
        EntryId::Relation(id) => (Kind::Relation.into(), knowledge[id].date.as_ref()),
        EntryId::Source(id) => (Kind::Source.into(), Some(&knowledge[id].published)),
        EntryId::Topic(_) | EntryId::Aspect(_) => (entry.kind().into(), None),
    };
    Words::dotted([Some(kind), date.map(Words::from)].into_iter().flatten())
}

/// What facts on the same matter are sorted by: preferred ones first, then by date.
fn fact_order(knowledge: &Knowledge, id: FactId) -> impl Ord + use<> {
    let fact = &knowledge[id];
    let rank = match fact.rank {
        Rank::Preferred => 0,
        Rank::Normal => 1,
        Rank::Deprecated => 2,
    };
    let date = fact.date.as_ref().map(Date::order);
    (rank, date.is_none(), date, id)
}

/// Whether a statement is contradicted.
pub(super) fn is_disputed(statement: &Statement) -> bool {
    statement.marks().contains(&Mark::Disputed)
}
