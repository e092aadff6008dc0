//! What bars a candidate from being the answer, however near it is.
//!
//! Owns the bars. How near a candidate is, is told by [`mod@super::evidence`]; who has which part in a text, by [`super::roles`].

use serde::Serialize;

use super::Call;
use super::denial::{denies, says};
use super::evidence::{Evidence, FEWEST_TERMS, HALF, Weighed, days, names_only};
use super::lookup::Lookup;
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{AnswerType, Use};

/// Why a candidate cannot be the answer, however near it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bar {
    /// It says the opposite, or gives those named the other parts.
    Opposite,
    /// It lies outside the time asked for, or has no date where the time is bounded.
    OtherTime,
    /// It leaves out somebody or something that is named.
    OtherName,
    /// It leaves out a number or a date.
    OtherNumber,
    /// The question bounds or denies something, and it does not say so.
    Unread,
    /// It is no holder of the office asked for.
    NoHolder,
    /// The question has too few words to ask for a statement.
    TooShort,
}

/// Whether an entry that says these texts says the opposite of what is asked, or the same with the parts exchanged.
fn contradicts(call: Call<'_>, question: &str, entry: EntryId, texts: &[&str]) -> bool {
    let (matcher, roles) = (&call.base.matcher, &call.base.meanings.roles);
    let statement = statement_of(call.knowledge(), entry);
    matcher.opposes(question, &texts.join("\n"))
        || roles.are_swapped(question, texts)
        || denies(question, statement)
        || runs_back(call, question, entry)
}

/// Ties that both ends have alike.
const MUTUAL: [&str; 7] =
    ["ally-of", "partner-of", "has-ties-with", "cooperates-with", "aligned-with", "at-war-with", "in-conflict-with"];

/// Words with which a question may name the end first to which a tie leads: "does NATO have Turkey as a member".
const TURNING: [&str; 13] =
    ["by", "from", "have", "has", "had", "include", "includes", "count", "buy", "get", "receive", "import", "host"];

/// Whether it is asked of a tie with its ends exchanged: whether the Council of Europe is a member of Azerbaijan.
fn runs_back(call: Call<'_>, question: &str, entry: EntryId) -> bool {
    let Some(tie) = entry.relation().map(|id| &call.knowledge()[id]) else { return false };
    let words: Vec<String> = question.split_whitespace().map(str::to_lowercase).collect();
    let whether = words.first().is_some_and(|word| WHETHER.contains(&word.as_str()));
    let turned = words.iter().any(|word| TURNING.contains(&word.as_str()));
    whether
        && !turned
        && !MUTUAL.contains(&&*tie.kind)
        && call.base.meanings.roles.all_named(question) == [tie.to, tie.from]
}

/// Words that ask whether something is so.
const WHETHER: [&str; 7] = ["is", "are", "was", "were", "do", "does", "did"];

/// Whether an entry gives those whom the question names the parts that they have there.
pub(super) fn affirms(call: Call<'_>, lookup: &Lookup, entry: EntryId) -> bool {
    let question = call.request.text(lookup.option).unwrap_or_default();
    call.base.meanings.roles.are_kept(question, &told(call.knowledge(), entry))
}

/// What an entry itself states.
pub(super) fn statement_of(knowledge: &Knowledge, entry: EntryId) -> &str {
    match entry {
        EntryId::Fact(id) => &knowledge[id].text,
        EntryId::Event(id) => &knowledge[id].summary,
        _ => "",
    }
}

/// What an entry says, with the questions that it answers and what it is compared on.
fn told(knowledge: &Knowledge, entry: EntryId) -> Vec<&str> {
    let (mut texts, asked): (Vec<&str>, &[Box<str>]) = match entry {
        EntryId::Fact(id) => {
            let aspect = knowledge[id].aspect.map(|aspect| &*knowledge[aspect].label);
            (aspect.into_iter().chain([&*knowledge[id].text]).collect(), &knowledge[id].asked)
        }
        EntryId::Event(id) => (vec![&*knowledge[id].title, &*knowledge[id].summary], &knowledge[id].asked),
        EntryId::Relation(id) => (vec![&*knowledge[id].title], &[]),
        _ => (Vec::new(), &[]),
    };
    texts.extend(asked.iter().map(|question| &**question));
    texts
}

/// Whether a tie is another's: one of those whom the question names is neither of its ends.
fn is_of_others(call: Call<'_>, question: &str, entry: EntryId) -> bool {
    let Some(tie) = entry.relation().map(|id| &call.knowledge()[id]) else { return false };
    let named = call.base.meanings.roles.all_named(question);
    named.into_iter().any(|actor| actor != tie.from && actor != tie.to)
}

/// Whether a question has a word at most, or asks whether and names nobody but those of whom it asks: "is Baku in Azerbaijan".
fn asks_too_little(call: Call<'_>, lookup: &Lookup, features: &Evidence) -> bool {
    let whether = lookup.reading.terms.first().is_some_and(|term| WHETHER.contains(&&*term.folded));
    features.terms < FEWEST_TERMS || whether && names_only(call, lookup)
}

/// What bars a candidate.
pub(super) fn bar(call: Call<'_>, lookup: &Lookup, candidate: &Weighed) -> Option<Bar> {
    let (knowledge, reading, features) = (call.knowledge(), &lookup.reading, &candidate.features);
    let entry = candidate.hit.entry;
    let text = call.request.text(lookup.option).unwrap_or_default();
    let days = days(knowledge, entry);
    let bounded = reading.terms.iter().any(|term| term.usage == Use::Bound);
    let outside = reading.period.is_some_and(|period| days.map_or(bounded, |days| !period.overlaps(days)));
    let texts = told(knowledge, entry);
    let unread = reading.terms.iter().filter(|term| term.unread).any(|term| !says(&texts, term));
    let holder = reading.answer_type == Some(AnswerType::Who) && call.base.meanings.asks_for_holder(&reading.terms);
    let bars = [
        (contradicts(call, text, entry, &texts), Bar::Opposite),
        (outside, Bar::OtherTime),
        (features.missing_name > HALF || is_of_others(call, text, entry), Bar::OtherName),
        (features.missing_number > HALF, Bar::OtherNumber),
        (unread, Bar::Unread),
        (holder && !matches!(entry, EntryId::Relation(_) | EntryId::Actor(_)), Bar::NoHolder),
        (asks_too_little(call, lookup, features) && entry.kind().is_statement(), Bar::TooShort),
    ];
    bars.into_iter().find(|(holds, _)| *holds).map(|(_, bar)| bar)
}
