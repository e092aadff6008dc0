//! How a question was read and why an entry came first, for a curator who wants to know.

use crate::app::App;
use crate::command::{Bar, Weighing};
use crate::knowledge::Knowledge;
use crate::knowledge::date::{Day, calendar};
use crate::matcher::{AnswerType, Field, FoundIn, Hit, Outcome, Period, Reading, Reason, Senses, Term, Use};
use crate::request::{Context, Request};

/// So many of the stored words that a word may mean are shown.
const CANDIDATES: usize = 5;

/// How each text of a request was read and what decided, as plain text; empty where nothing was looked up.
pub fn explain(app: &App, reader: &Context, request: &Request) -> String {
    let weighing = app.weighing(reader, request);
    let mut parts = Vec::new();
    for (question, outcome, senses) in app.explain(request) {
        parts.push(matched(question, &outcome, &senses, app.knowledge()));
        parts.extend(weighing.iter().map(|weighing| weighed(weighing, outcome.reading(), app.knowledge())));
    }
    parts.join("\n")
}

/// The reasoning behind an outcome.
fn matched(question: &str, outcome: &Outcome, senses: &Senses<'_>, knowledge: &Knowledge) -> String {
    let verdict = match outcome {
        Outcome::Found { .. } => "found".to_owned(),
        Outcome::Ambiguous { .. } => "ambiguous".to_owned(),
        Outcome::Unknown { reason, .. } => format!("unknown: {}", unknown(*reason)),
    };
    let reading = outcome.reading();
    let mut lines = vec![format!("“{question}” is {verdict}"), read_as(reading)];
    lines.extend(reading.terms.iter().zip(senses).map(|(term, senses)| term_line(term, senses)));
    if let Some(features) = reading.features {
        lines.push(format!("  confidence {:.2}", reading.confidence));
        lines.push(format!(
            "  decided by: score {:.2}, question explained {:.2}, name covered {:.2}, margin {:.2}, \
             heaviest word missing {:.2}, heaviest name missing {:.2}, worst likeness {:.2}, letters {:.2}",
            features.score,
            features.question,
            features.name,
            features.margin,
            features.missing,
            features.missing_name,
            features.worst,
            features.letters
        ));
    }
    for hit in outcome.hits() {
        lines.push(format!("  {:.3} {} “{}”", hit.score, knowledge.key(hit.entry), knowledge.title(hit.entry)));
        lines.push(format!("        {}", found_line(hit, reading)));
    }
    lines.join("\n")
}

/// How words and meaning were weighed against each other, and what was short of an answer.
fn weighed(weighing: &Weighing, reading: &Reading, knowledge: &Knowledge) -> String {
    let Weighing { sure, needed, bar, candidates } = weighing;
    let first = candidates.first().map_or("nothing", |(entry, ..)| knowledge.key(*entry));
    let short = if sure < needed { format!(", {:.2} short of an answer", needed - sure) } else { String::new() };
    let barred = bar.map(|bar| format!("; barred: {}", barred(bar))).unwrap_or_default();
    let mut lines = vec![
        format!("weighed with its meaning, {first} comes first"),
        format!("  likelihood {sure:.2} of {needed:.2} that are needed{short}{barred}"),
    ];
    if sure < needed || bar.is_some() {
        lines.push(format!("  to make it the answer, add the question to `asked` of {first}, if it answers it"));
    }
    for (entry, features, near) in candidates.iter().take(CANDIDATES) {
        lines.push(format!("  {} “{}”", knowledge.key(*entry), knowledge.title(*entry)));
        lines.push(format!(
            "        words {:.2}, meaning {:.2}, nearest line {:.2}, explained {:.2}; unexplained: name {:.2}, \
             number {:.2}",
            features.words,
            features.meaning,
            features.line,
            features.explained,
            features.missing_name,
            features.missing_number
        ));
        let written = |at: usize| reading.terms.get(at).map_or("?", |term| &term.written);
        let read = near.readings.iter().filter(|read| *read.word != *written(read.asked));
        let read: Vec<String> =
            read.map(|read| format!("{} as {} {:.2}", written(read.asked), read.word, read.nearness)).collect();
        if !read.is_empty() {
            lines.push(format!("        read {}", read.join(", ")));
        }
    }
    lines.join("\n")
}

fn barred(bar: Bar) -> &'static str {
    match bar {
        Bar::Opposite => "something stored says the opposite, or gives those named the other parts",
        Bar::OtherTime => "it lies outside the time that is asked for",
        Bar::OtherName => "it leaves out a name, or a word that is neither stored nor English",
        Bar::OtherNumber => "it leaves out a number or a date",
        Bar::Unread => "the question bounds or denies something that it does not say",
        Bar::NoHolder => "it tells of no holder of the office that is asked for",
        Bar::TooShort => "one word asks for no statement",
    }
}

fn read_as(reading: &Reading) -> String {
    let form = if reading.sentence { "a sentence" } else { "a name to look up" };
    let answer_type = reading.answer_type.map(|answer_type| format!(", asking {}", asked(answer_type)));
    let period = reading.period.map(|period| format!(", of the time {}", time(period)));
    format!("  read as {form}{}{}", answer_type.unwrap_or_default(), period.unwrap_or_default())
}

fn asked(answer_type: AnswerType) -> &'static str {
    match answer_type {
        AnswerType::When => "when",
        AnswerType::Where => "where",
        AnswerType::Who => "who",
        AnswerType::HowMany => "how many",
        AnswerType::Which => "which, what, why or how",
    }
}

/// A period in EDTF, with what it leaves out.
fn time(period: Period) -> String {
    let day = |day: Day| calendar(day).map_or("..".to_owned(), |date| date.to_string());
    let days = |first, last| if first == last { day(first) } else { format!("{}/{}", day(first), day(last)) };
    let except = period.except.map(|(first, last)| format!(" but not {}", days(first, last)));
    days(period.first, period.last) + &except.unwrap_or_default()
}

fn unknown(reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => "there is no word to look for",
        Reason::Nothing => "nothing stored shares a word with it",
        Reason::Unexplained => "a telling word of it is nowhere near the best entry",
        Reason::Unlike => "the best entry is too unlike it",
        Reason::OtherTime => "the best entry lies outside the time that is asked for",
        Reason::Unread => "it bounds or denies something that the best entry does not say",
    }
}

fn text(field: Field) -> &'static str {
    match field {
        Field::Statement => "statement",
        Field::Asked => "asked",
        Field::Actor => "actor",
        Field::Event => "event",
        Field::Place => "place",
        Field::Aspect => "aspect",
        Field::Topic => "topic",
        Field::Summary => "summary",
        Field::Attribution => "attribution",
        Field::Note => "note",
    }
}

fn term_line(term: &Term, senses: &[(&str, f32)]) -> String {
    let usage = match term.usage {
        Use::Kept => format!("weight {:.2}", term.weight),
        Use::Dropped => "dropped".to_owned(),
        Use::Date => "part of a date".to_owned(),
        Use::Bound => "part of a bounded date".to_owned(),
    };
    let correction = term.correction.as_deref().map(|word| format!(", taken for `{word}`")).unwrap_or_default();
    let candidates: Vec<_> =
        senses.iter().take(CANDIDATES).map(|(word, likeness)| format!("{word} {likeness:.2}")).collect();
    let among = if candidates.is_empty() { String::new() } else { format!(" (stored: {})", candidates.join(", ")) };
    format!("  `{}` → `{}`: {usage}{correction}{among}", term.written, term.folded)
}

fn found_line(hit: &Hit, reading: &Reading) -> String {
    let why = &hit.why;
    let one = |found: &crate::matcher::Found| {
        let term = reading.terms.get(found.term).map_or("?", |term| &term.folded);
        let place = match found.place {
            FoundIn::Name => "name",
            FoundIn::Text(field) => text(field),
            FoundIn::Days => "date",
        };
        format!("{term}={}@{place} {:.2}", found.word, found.likeness)
    };
    let found = why.found.iter().map(one).collect::<Vec<_>>().join(", ");
    let name = why.which.map(|which| if which == 0 { "name".to_owned() } else { format!("alias {which}") });
    format!("{} question {:.2} name {:.2}: {found}", name.as_deref().unwrap_or("texts"), why.question, why.name)
}
