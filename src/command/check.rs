//! `/check`, and *Check this message* in Discord: the figures and dates of a message beside those of the fact base.
//!
//! It shows what the sources say, and says of nobody that they are wrong. Of the message it repeats a figure or a date, or the
//! beginning of a clause. What is a claim is told by [`claim`], what the fact base holds on its matter by [`held`], and
//! how the two stand to each other by [`verdict`].

use std::collections::BTreeSet;

use super::draft::Draft;
use super::lookup::beginning;
use super::{Call, Stop};
use crate::answer::{Answer, Mark, Standing, Statement};
use crate::knowledge::EntryId;
use crate::matcher::Hit;
use crate::message::{Message, Words};
use crate::request::{AGREES, BESIDE, DIFFERS, Key, Request, Value};
use claim::claims;
use verdict::{Finding, Verdict, findings};

mod claim;
mod held;
mod numeral;
mod plain;
mod quantity;
mod token;
mod units;
mod verdict;

/// So many claims are looked up; each takes as long as a question.
const MOST_CLAIMS: usize = 16;

/// So many findings are shown: as many as a press carries.
const MOST_FINDINGS: usize = 8;

/// So many clauses of which nothing is held are named.
const MOST_NAMED: usize = 5;

/// The options that carry findings, with what they carry.
const CARRIED: [(&str, Verdict); 3] =
    [(DIFFERS, Verdict::Differs), (AGREES, Verdict::Agrees), (BESIDE, Verdict::Beside)];

pub(super) fn answer(call: Call<'_>) -> Result<Answer, Stop> {
    let Some(message) = call.request.text("message") else {
        let found = carried(call);
        let unread = if found.is_empty() {
            Message::NoTextInMessage
        } else {
            return Ok(show(call, call.request.clone(), &Checked { found, ..Checked::default() }));
        };
        return Err(Stop::refused(unread));
    };
    let checked = check(call, message);
    let request = if call.request.can_be_carried() { call.request.clone() } else { canonical(call, &checked.found) };
    Ok(show(call, request, &checked))
}

/// What came of a message.
#[derive(Default)]
struct Checked {
    found: Vec<Finding>,
    /// Findings that are not shown.
    more: usize,
    /// Clauses with a figure or a date of which nothing is held.
    nothing: Vec<String>,
    /// Claims that were not looked up.
    unread: usize,
}

fn check(call: Call<'_>, message: &str) -> Checked {
    let (mut claims, mut checked) = (claims(call, message), Checked::default());
    // What has a figure or a date comes before what has none.
    claims.sort_by_key(|claim| !claim.is_checkable());
    checked.unread = claims.iter().skip(MOST_CLAIMS).filter(|claim| claim.is_checkable()).count();
    claims.truncate(MOST_CLAIMS);
    let mut seen = BTreeSet::new();
    for claim in &claims {
        let found = findings(call, claim);
        if found.is_empty() && claim.is_checkable() {
            checked.nothing.push(claim.written.trim().to_owned());
        }
        checked.found.extend(found.into_iter().filter(|found| seen.insert((found.entry, found.written.clone()))));
    }
    // Of an entry that is compared, nothing more is shown beside.
    let compared: BTreeSet<EntryId> =
        checked.found.iter().filter(|found| found.verdict != Verdict::Beside).map(|found| found.entry).collect();
    checked.found.retain(|found| found.verdict != Verdict::Beside || !compared.contains(&found.entry));
    checked.found.sort_by_key(|found| found.verdict);
    checked.more = checked.found.len().saturating_sub(MOST_FINDINGS);
    checked.found.truncate(MOST_FINDINGS);
    checked
}

/// The findings that a button carries.
fn carried(call: Call<'_>) -> Vec<Finding> {
    let of = |(option, verdict): (&str, Verdict)| {
        let entries = call.carried(option).into_iter().take(MOST_FINDINGS);
        entries.map(move |entry| Finding { verdict, entry, written: String::new() }).collect::<Vec<_>>()
    };
    CARRIED.into_iter().flat_map(of).collect()
}

/// The request that carries the findings in place of a message that is too long.
fn canonical(call: Call<'_>, found: &[Finding]) -> Request {
    let request = call.request.clone().without("message");
    CARRIED.into_iter().fold(request, |request, (option, verdict)| {
        let of = found.iter().filter(|found| found.verdict == verdict);
        let keys: Vec<Key> = of.map(|found| Key::Id(call.knowledge().key(found.entry).to_owned())).collect();
        if keys.is_empty() { request } else { request.with(option, Value::Entries(keys)) }
    })
}

fn show(call: Call<'_>, request: Request, checked: &Checked) -> Answer {
    let mut draft = Draft::new(call, request, Message::CheckTitle);
    if checked.found.is_empty() {
        draft.note(if checked.nothing.is_empty() { Message::NothingToCheck } else { Message::NothingHeld });
    }
    for (_, verdict) in CARRIED {
        let heading = match verdict {
            Verdict::Differs => Message::CheckDiffers,
            Verdict::Agrees => Message::CheckAgrees,
            Verdict::Beside => Message::CheckBeside,
        };
        let of = checked.found.iter().filter(|found| found.verdict == verdict);
        let statements = of.filter_map(|found| statement(&mut draft, found)).collect();
        draft.section(heading, statements);
    }
    if !checked.nothing.is_empty() {
        let quoted =
            checked.nothing.iter().take(MOST_NAMED).map(|text| Message::Quoted { text: beginning(text).into() });
        draft.note(Message::NothingHeldOn { texts: Words::list(quoted) });
    }
    let left = checked.more + checked.unread + checked.nothing.len().saturating_sub(MOST_NAMED);
    if left > 0 {
        draft.note(Message::CheckMore { passages: Message::PassageCount { count: left.into() }.into() });
    }
    let hits: Vec<Hit> = checked.found.iter().map(|found| Hit::certain(found.entry)).collect();
    draft.finish(if hits.is_empty() { Standing::Unknown } else { Standing::Found }, &hits)
}

/// What an entry says, with the part of the message that it was held against.
fn statement(draft: &mut Draft<'_>, found: &Finding) -> Option<Statement> {
    let statement = draft.whole(found.entry)?;
    let said =
        (!found.written.is_empty()).then(|| Message::MessageSays { text: beginning(found.written.trim()).into() });
    Some(said.map(Box::new).map(Mark::Near).into_iter().fold(statement, Statement::marked))
}
