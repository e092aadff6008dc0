//! Who gives and who gets, where a text tells of selling, lending, sending and their likes.
//!
//! Owns the verbs and nouns, and how the two parts are found around them. English, and only where it is plain: a part that is
//! not told is not guessed. Which words name an actor is told by [`super::roles`].

use crate::knowledge::ActorId;

/// A word of a text: whom it names, or its stem.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    Actor(ActorId),
    Word(String),
}

/// The two ends of what changes hands, as far as they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Transfer {
    giver: Option<ActorId>,
    taker: Option<ActorId>,
}

impl Transfer {
    /// Whether one has an end give that the other has get, and no end the same.
    pub(super) fn is_reverse_of(self, other: Self) -> bool {
        !self.agrees_with(other) && (same(self.giver, other.taker) || same(self.taker, other.giver))
    }

    /// Whether both have an end in common.
    pub(super) fn agrees_with(self, other: Self) -> bool {
        same(self.giver, other.giver) || same(self.taker, other.taker)
    }
}

fn same(one: Option<ActorId>, other: Option<ActorId>) -> bool {
    one.is_some() && one == other
}

/// Stems of verbs whose subject gives, and of nouns for what is given.
const GIVES: [&str; 14] = [
    "sell", "seller", "export", "suppli", "supplier", "suppl", "lend", "deliv", "deliveri", "deliver", "give", "send",
    "donat", "grant",
];

/// Stems of verbs whose subject gets. Who pays gets what is paid for.
const GETS: [&str; 11] =
    ["buy", "buyer", "purchas", "import", "borrow", "receiv", "recipi", "acquir", "obtain", "pay", "custom"];

/// Words that stand between a verb and those who give or get.
const MOST_BETWEEN: usize = 6;

/// What each verb of giving or getting in a text says of its two ends.
pub(super) fn transfers(tokens: &[Token]) -> Vec<Transfer> {
    let is =
        |at: usize, words: &[&str]| matches!(tokens.get(at), Some(Token::Word(word)) if words.contains(&word.as_str()));
    let told = |at: usize| {
        let gives = is(at, &GIVES);
        if !gives && !is(at, &GETS) {
            return None;
        }
        let before = tokens.get(at.saturating_sub(MOST_BETWEEN)..at)?;
        let after = tokens.get(at + 1..)?;
        let passive = is(at.wrapping_sub(1), &["was", "were", "is", "are", "be", "been"]);
        let by = led_to(after, &["by"]);
        let subject = if passive { by } else { nearest_before(before).or(by) };
        let other = led_to(after, if gives { &["to"] } else { &["from"] }).or_else(|| direct(after));
        let other = other.filter(|other| Some(*other) != subject);
        Some(if gives { Transfer { giver: subject, taker: other } } else { Transfer { giver: other, taker: subject } })
    };
    (0..tokens.len()).filter_map(told).filter(|told| *told != Transfer::default()).collect()
}

/// The last actor before a verb, unless a preposition leads to it.
fn nearest_before(before: &[Token]) -> Option<ActorId> {
    let at = before.iter().rposition(|token| matches!(token, Token::Actor(_)))?;
    let led = at.checked_sub(1).and_then(|at| before.get(at));
    let leads = matches!(led, Some(Token::Word(word)) if ["to", "from", "in", "with", "for", "against"].contains(&word.as_str()));
    match before.get(at) {
        Some(Token::Actor(id)) if !leads => Some(*id),
        _ => None,
    }
}

/// The actor to whom one of the prepositions leads.
fn led_to(after: &[Token], prepositions: &[&str]) -> Option<ActorId> {
    after.windows(2).find_map(|pair| match pair {
        [Token::Word(word), Token::Actor(id)] if prepositions.contains(&word.as_str()) => Some(*id),
        _ => None,
    })
}

/// The actor right after a verb: "lend Belarus", "pay China".
fn direct(after: &[Token]) -> Option<ActorId> {
    if let Some(Token::Actor(id)) = after.first() { Some(*id) } else { None }
}
