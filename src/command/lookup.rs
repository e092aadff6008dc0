//! From the texts of a request to the entries that are meant, and the answers for when that is not clear.
//!
//! Owns the canonical request: each text is replaced by the entry that it was taken for. A text that was not clear stays
//! while there is room for it in a button; otherwise the entries that it may mean are carried instead, and the answer does
//! not repeat it, so that every page of the answer is made from the same request. Ranking belongs to [`crate::matcher`].

use unicode_segmentation::UnicodeSegmentation as _;

use super::coverage::coverage;
use super::draft::Draft;
use super::{Call, Stop, scope, tie};
use crate::answer::{Answer, Candidate, Match, Standing};
use crate::knowledge::date::order::latest_first;
use crate::knowledge::{ActorKind, EntryId, Kind, Knowledge};
use crate::matcher::{Hit, MOST_NAMED, Model, Outcome, Reading, Scope, Term, Use};
use crate::meaning::is_word;
use crate::message::Message;
use crate::request::{Key, Request, Value};

/// An entry is likely when its score has at least this share of the best one's; the two best always are.
const LIKELY: f32 = 0.7;

/// An event of whose name so much was typed is the one that is meant.
const WHOLLY_NAMED: f32 = 0.9;

/// Events explain a question equally well up to this difference in the share of it.
const NEARLY_AS_WELL: f32 = 0.03;

/// A word as like a stored one as this means that word.
pub(super) const SAME_WORD: f32 = 0.85;

/// A lone word is read as a name from this likeness on, and as that of a body where it is so much of it. Of the shipped
/// base's questions in one misspelt word none lies below .87, and of bodies in less than .84 of a name. Names that are not stored reach
/// .85 (Oman, as Yaman), and .25 of a name (Atlantis, as one word of the North Atlantic Treaty Organisation).
const LEAST_LIKENESS: f32 = 0.86;
const LEAST_NAMED: f32 = 0.5;

/// Words before a name that belong to none.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// So many letters of a text are repeated where it only has to be recognised.
const RECOGNISED: usize = 30;

/// So many entries are listed to choose from; all can be chosen.
const CHOICES: usize = 10;

/// So many are listed of those that are only near.
const NEAREST: usize = 5;

/// What the text of an option was found to mean.
#[derive(Debug, Clone)]
pub(super) struct Lookup {
    /// The option.
    pub(super) option: &'static str,
    /// Whether one entry is meant, one of several, or none.
    pub(super) standing: Standing,
    /// The entries, the best first.
    pub(super) hits: Vec<Hit>,
    /// What the text was understood as; nothing where it names its entries.
    pub(super) reading: Reading,
}

impl Lookup {
    /// The entry that is meant, if that is clear.
    pub(super) fn entry(&self) -> Option<EntryId> {
        self.hits.first().filter(|_| self.standing == Standing::Found).map(|hit| hit.entry)
    }

    /// How well the best entry fits.
    pub(super) fn score(&self) -> f32 {
        self.hits.first().map_or(0.0, |hit| hit.score)
    }

    pub(super) fn of(option: &'static str, outcome: Outcome) -> Self {
        let reading = outcome.reading().clone();
        let (standing, hits) = match outcome {
            Outcome::Found { hits, .. } => (Standing::Found, hits),
            Outcome::Ambiguous { hits, .. } => (Standing::Ambiguous, hits),
            Outcome::Unknown { hits, .. } => (Standing::Unknown, hits),
        };
        Self { option, standing, hits, reading }
    }

    /// Offers all events that have every word of the text nearly as well as the best, the latest first: a visit of somebody who
    /// came four times is no one visit. A title that was typed whole, or nearly, is that event's.
    fn offer_equals(&mut self, knowledge: &Knowledge) {
        let Some(best) = self.hits.first().filter(|best| best.why.name < WHOLLY_NAMED) else { return };
        let least = best.why.question - NEARLY_AS_WELL;
        let fits =
            |hit: &Hit| hit.entry.event().is_some() && hit.why.question >= least && is_all_of(&self.reading, hit);
        // One word of many names is as good as any: "visit".
        let open = self.standing != Standing::Unknown || tie::is_in_name(&self.reading, best);
        if !open
            || self.reading.model == Model::Exact
            || self.hits.iter().any(|hit| hit.entry.fact().is_some())
            || !fits(best)
            || self.hits.iter().filter(|hit| fits(hit)).count() < 2
        {
            return;
        }
        let (mut equals, others): (Vec<Hit>, Vec<Hit>) = self.hits.iter().cloned().partition(fits);
        equals.sort_by_key(|hit| latest_first(hit.entry.event().and_then(|id| knowledge[id].date.as_ref())));
        self.standing = Standing::Ambiguous;
        self.hits = equals.into_iter().chain(others).collect();
    }

    /// The entries to choose from.
    fn choices(&self) -> Vec<&Hit> {
        let least = self.score() * LIKELY;
        let likely = |(at, hit): &(usize, &Hit)| self.standing != Standing::Ambiguous || *at < 2 || hit.score >= least;
        let most = if self.standing == Standing::Ambiguous { usize::MAX } else { NEAREST };
        self.hits.iter().enumerate().filter(likely).map(|(_, hit)| hit).take(most).collect()
    }
}

impl<'a> Call<'a> {
    pub(super) fn knowledge(self) -> &'a Knowledge {
        &self.base.knowledge
    }

    /// What an option means; none if it was not given.
    pub(super) fn look_up(self, option: &'static str) -> Option<Lookup> {
        let scope = self.request.spec().option(option).and_then(scope)?;
        self.look_up_among(option, scope)
    }

    /// What an option means among the entries of one kind.
    pub(super) fn look_up_as(self, option: &'static str, kind: Kind) -> Option<Lookup> {
        self.look_up_among(option, Scope::of(&[kind]))
    }

    /// What an option means among the entries of some kinds.
    pub(super) fn look_up_among(self, option: &'static str, scope: Scope) -> Option<Lookup> {
        let known = |keys: &[Key]| {
            let entries = keys.iter().filter_map(|key| self.entry(key));
            entries.filter(|entry| scope.has(entry.kind())).map(Hit::certain).collect::<Vec<_>>()
        };
        let (standing, hits) = match self.request.value(option)? {
            Value::Text(text) => match self.written_entry(text) {
                Some(entry) if scope.has(entry.kind()) => (Standing::Found, vec![Hit::certain(entry)]),
                _ => {
                    let outcome = self.base.matcher.find(text, scope);
                    let reading = outcome.reading().clone();
                    let mut lookup = Lookup::of(option, outcome);
                    if !scope.has(Kind::Fact) && is_too_unlike(self.knowledge(), &lookup) {
                        lookup.standing = Standing::Unknown;
                    }
                    if !scope.has(Kind::Fact) || !reading.sentence {
                        lookup.offer_equals(self.knowledge());
                    }
                    return Some(self.holders(lookup, &reading, scope));
                }
            },
            Value::Entries(keys) => (Standing::Found, known(keys)),
            Value::Among(keys) => (Standing::Ambiguous, known(keys)),
            Value::Near(keys) => (Standing::Unknown, known(keys)),
            Value::Flag(_) => return None,
        };
        let standing = if hits.is_empty() { Standing::Unknown } else { standing };
        Some(Lookup { option, standing, hits, reading: Reading::default() })
    }

    /// The entry of some kinds that a text names, with nothing that is not in it.
    pub(super) fn means(self, text: &str, kinds: &[Kind]) -> Option<EntryId> {
        let outcome = self.base.matcher.find(text, Scope::of(kinds));
        let Outcome::Found { hits, reading } = &outcome else { return None };
        hits.first().filter(|hit| is_all_of(reading, hit)).map(|hit| hit.entry)
    }

    /// The entries that an option carries.
    pub(super) fn carried(self, option: &str) -> Vec<EntryId> {
        match self.request.value(option) {
            Some(Value::Entries(keys)) => keys.iter().filter_map(|key| self.entry(key)).collect(),
            Some(Value::Text(text)) => text.split(',').filter_map(|id| self.written_entry(id)).collect(),
            _ => Vec::new(),
        }
    }

    fn entry(self, key: &Key) -> Option<EntryId> {
        match key {
            Key::Id(id) => self.knowledge().entry(id),
            Key::Short(key) => self.knowledge().entry_of_short_key(*key),
        }
    }

    /// The entry that a text is the id, or the written short key, of.
    fn written_entry(self, text: &str) -> Option<EntryId> {
        let short = || self.knowledge().entry_of_short_key(text.strip_prefix('~')?.parse().ok()?);
        self.knowledge().entry(text).or_else(short)
    }

    /// The canonical request, if everything in it is clear.
    ///
    /// What means nothing is told before what may mean several things: no choice would help it.
    pub(super) fn settle(self, lookups: &[Lookup]) -> Result<Request, Stop> {
        let mut request = self.request.clone();
        for lookup in lookups {
            if let Some(entry) = lookup.entry() {
                request = request.with(lookup.option, Value::entry(self.knowledge().key(entry)));
            }
        }
        let unclear = |standing| lookups.iter().find(|lookup| lookup.standing == standing);
        let Some(first) = unclear(Standing::Unknown).or_else(|| unclear(Standing::Ambiguous)) else {
            return Ok(request);
        };
        if !request.can_be_carried() {
            // Several texts share the room, so that each may have to do with fewer entries.
            let mut fewer = (1..=CHOICES).rev().map(|most| self.with_choices(&request, lookups, most));
            request = fewer.find(Request::can_be_carried).unwrap_or(request);
        }
        Err(Stop::Unclear(Box::new(self.unclear(request, first))))
    }

    /// The request with entries in place of texts that were not clear: what each may mean, no more than so many.
    fn with_choices(self, request: &Request, lookups: &[Lookup], most: usize) -> Request {
        let unclear = lookups.iter().filter(|lookup| lookup.entry().is_none());
        unclear.fold(request.clone(), |request, lookup| {
            let choices = lookup.choices().into_iter().take(most);
            let ids = choices.map(|hit| self.knowledge().key(hit.entry).to_owned());
            let value = match lookup.standing {
                Standing::Ambiguous => Value::among(ids),
                Standing::Unknown | Standing::Near | Standing::Found => Value::near(ids),
            };
            request.with(lookup.option, value)
        })
    }

    /// Says that a text means nothing here, or several things, and what may be meant.
    fn unclear(self, request: Request, lookup: &Lookup) -> Answer {
        let (carried, text) = match request.value(lookup.option) {
            Some(Value::Text(text)) => (usize::MAX, Some(text.clone())),
            Some(Value::Among(keys) | Value::Near(keys)) => (keys.len(), None),
            _ => (usize::MAX, None),
        };
        let choices: Vec<Candidate> =
            lookup.choices().into_iter().take(carried).map(|hit| self.candidate(hit, text.is_some())).collect();
        let known = lookup.standing == Standing::Ambiguous;
        let (title, note, heading) = match (known, text) {
            (true, Some(text)) => (Message::WhichOne, Message::SeveralFit { text: text.into() }, Message::Likely),
            (true, None) => (Message::WhichOne, Message::SeveralFitText, Message::Likely),
            (false, Some(text)) => (Message::NotHere, Message::NoAnswerFor { text: text.into() }, Message::Nearest),
            (false, None) => (Message::NotHere, Message::NoAnswer, Message::Nearest),
        };
        let mut draft = Draft::new(self, request, title);
        draft.note(note);
        if !choices.is_empty() {
            let count = choices.len();
            let more = count.saturating_sub(CHOICES);
            draft.choices(heading, lookup.option, choices, CHOICES);
            if more > 0 {
                // There may be more than were looked at.
                let more = if count < MOST_NAMED { more.into() } else { format!("{more}+").into() };
                draft.note(Message::MoreFit { more });
            }
        }
        if !known {
            draft.note(coverage(self.knowledge()));
        }
        draft.finish(if known { Standing::Ambiguous } else { Standing::Unknown }, &lookup.hits)
    }

    /// An entry to choose. The office by which it was found is told only where the next page knows the text too.
    fn candidate(self, hit: &Hit, has_text: bool) -> Candidate {
        let found = Match::new(self.knowledge(), hit.entry, hit.score);
        let held = tie::held(self.knowledge(), hit).filter(|_| has_text);
        let kind = || Message::CandidateKind { kind: hit.entry.kind().into(), id: found.key.as_str().into() };
        let note = held.unwrap_or_else(kind).into();
        Candidate { found, note }
    }
}

/// Whether an entry has every word that was looked for, articles aside.
pub(super) fn is_all_of(reading: &Reading, hit: &Hit) -> bool {
    let found = |at: usize| hit.why.found.iter().any(|found| found.term == at && found.likeness >= SAME_WORD);
    let looked_for = |term: &Term| term.usage != Use::Dropped && !ARTICLES.contains(&&*term.folded);
    let terms = reading.terms.iter().enumerate().filter(|(_, term)| looked_for(term));
    let mut terms = terms.map(|(at, _)| at).peekable();
    terms.peek().is_some() && terms.all(found)
}

/// Whether one word is all that was typed, and the best entry has it in another spelling only: a known word of its own, or one
/// word of the name of many that a body has. A person is called by one word of a name, and an event by any.
fn is_too_unlike(knowledge: &Knowledge, lookup: &Lookup) -> bool {
    let mut terms = lookup.reading.terms.iter().filter(|term| term.usage != Use::Dropped);
    let (Some(term), None, Some(hit)) = (terms.next(), terms.next(), lookup.hits.first()) else { return false };
    let [found] = hit.why.found.as_slice() else { return false };
    let bodies = [ActorKind::Country, ActorKind::Organisation, ActorKind::Company];
    let body = hit.entry.actor().is_some_and(|id| bodies.contains(&knowledge[id].kind));
    let other_word = found.likeness < LEAST_LIKENESS && is_word(&term.written);
    found.likeness < 1.0 && (other_word || body && hit.why.name < LEAST_NAMED)
}

/// As much of a text as is recognised.
pub(super) fn beginning(text: &str) -> String {
    let mut letters = text.graphemes(true);
    let beginning: String = letters.by_ref().take(RECOGNISED).collect();
    if letters.next().is_some() { beginning + "…" } else { beginning }
}
