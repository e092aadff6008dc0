//! `casebook eval`: asks a file of golden questions, and reports how well and how fast they were answered, which
//! were missed, and what would help.

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::anyhow;
use clap::Args;
use serde::Serialize;

use super::check::{share, write_scores};
use super::{Base, worded};
use crate::app::App;
use crate::command::{Bar, Evidence};
use crate::diagnostic::{Files, draw};
use crate::golden::{self, Attempt, Scores, Verdict, ask, line_of, outcome};
use crate::knowledge::{GoldenQuestion, Place, Table, lines, locate};
use crate::matcher::{Features, Model, Outcome};
use crate::request::{Context, Request};

/// The arguments of `casebook eval`.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// A knowledge file with `[[question]]` tables; those of the fact base itself are not asked
    file: PathBuf,
    #[command(flatten)]
    base: Base,
    /// Instead of scores, print one JSON object for each question: what the decision about its best entry rested on, and
    /// whether that entry was the right one
    #[arg(long)]
    features: bool,
}

/// One line of `--features`.
#[derive(Debug, Serialize)]
struct Line<'q> {
    ask: &'q str,
    class: &'q str,
    model: Model,
    outcome: &'static str,
    features: Features,
    confidence: f32,
    right: bool,
    candidates: Vec<Candidate<'q>>,
}

/// What may answer a question of `/ask`.
#[derive(Debug, Serialize)]
struct Candidate<'q> {
    id: &'q str,
    right: bool,
    bar: Option<Bar>,
    features: Evidence,
}

/// A question, what came of it, and how sure the matcher was.
type Answered<'q> = (&'q GoldenQuestion, Attempt, Option<f32>);

/// Upper ends of the bands of confidence in the table of calibration.
const BANDS: [f32; 5] = [0.2, 0.4, 0.6, 0.8, 1.0];

/// Runs `casebook eval`.
///
/// # Errors
/// When the fact base or the file cannot be used.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let (app, files) = options.base.open_with(Some(&options.file))?;
    let last = files.last();
    let questions = app.knowledge().questions().iter().filter(|question| Some(question.origin.file) == last);
    if options.features {
        return write_features(&mut anstream::stdout().lock(), &app, questions);
    }
    let (mut scores, mut asked, mut times) = (Scores::new(), Vec::new(), Vec::new());
    for question in questions {
        let start = Instant::now();
        let one = ask(&app, question).map_err(|error| anyhow!(worded(&error.0)))?;
        times.push(start.elapsed());
        scores.entry(question.class.to_string()).or_default().add(one.verdict);
        let sure = outcome(&app, question).map_err(|error| anyhow!(worded(&error.0)))?;
        asked.push((question, one, sure.map(|outcome| outcome.reading().confidence)));
    }
    let mut out = anstream::stdout().lock();
    write_scores(&mut out, &scores)?;
    write_ranks(&mut out, &asked)?;
    write_calibration(&mut out, &asked)?;
    write_times(&mut out, times)?;
    let missed = asked.into_iter().filter(|(_, one, _)| one.verdict != Verdict::Right);
    let (known, missed): (Vec<_>, Vec<_>) =
        missed.map(|(question, one, _)| (question, one)).partition(|(question, _)| question.known_miss.is_some());
    write_known(&mut out, &known, &files)?;
    for diagnostic in locate(golden::missed(&app, &missed), &files) {
        writeln!(out, "\n{}", draw(&diagnostic, &files, true))?;
    }
    Ok(())
}

fn write_features<'q>(
    out: &mut impl Write,
    app: &App,
    questions: impl Iterator<Item = &'q GoldenQuestion>,
) -> anyhow::Result<()> {
    for question in questions {
        let Some(outcome) = outcome(app, question).map_err(|error| anyhow!(worded(&error.0)))? else { continue };
        let reading = outcome.reading();
        let (Some(best), Some(features)) = (outcome.hits().first(), reading.features) else { continue };
        let request = Request::parse(&line_of(question)).map_err(|error| anyhow!(worded(&error.0)))?;
        let candidate = |(entry, features, bar)| {
            let right = question.expect.contains(&entry);
            Candidate { id: app.knowledge().key(entry), right, bar, features }
        };
        let line = Line {
            candidates: app.evidence(&Context::default(), &request).into_iter().map(candidate).collect(),
            ask: &question.ask,
            class: &question.class,
            model: reading.model,
            outcome: match &outcome {
                Outcome::Found { .. } => "match",
                Outcome::Ambiguous { .. } => "ambiguous",
                Outcome::Unknown { .. } => "none",
            },
            features,
            confidence: reading.confidence,
            right: question.expect.contains(&best.entry),
        };
        writeln!(out, "{}", serde_json::to_string(&line)?)?;
    }
    Ok(())
}

/// The questions of which it is known that they are missed, and why.
fn write_known(out: &mut impl Write, known: &[(&GoldenQuestion, Attempt)], files: &Files) -> anyhow::Result<()> {
    if known.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nmissed, as `known_miss` says: {}", known.len())?;
    let places: Vec<Place> =
        known.iter().map(|(question, _)| Place::key(Table::Question, question.origin, "ask")).collect();
    for ((question, _), line) in known.iter().zip(lines(&places, files)) {
        let why = question.known_miss.as_deref().unwrap_or_default();
        writeln!(out, "  {line}: {}: {why}", line_of(question))?;
    }
    Ok(())
}

/// Mean reciprocal rank over the questions that have a right entry (Voorhees, TREC-8, 1999).
#[expect(clippy::cast_precision_loss, reason = "ranks and counts are small")]
fn write_ranks(out: &mut impl Write, asked: &[Answered<'_>]) -> anyhow::Result<()> {
    let inside: Vec<_> = asked.iter().filter(|(question, ..)| !question.expect.is_empty()).collect();
    let sum: f64 = inside.iter().filter_map(|(_, asked, _)| asked.rank).map(|rank| 1.0 / rank as f64).sum();
    let mean = (!inside.is_empty()).then(|| sum / inside.len() as f64);
    writeln!(out, "mean reciprocal rank: {}", share(mean))?;
    Ok(())
}

/// How often the best entry was right, by how sure the matcher was of it.
#[expect(clippy::cast_precision_loss, reason = "counts of questions are small")]
fn write_calibration(out: &mut impl Write, asked: &[Answered<'_>]) -> anyhow::Result<()> {
    let mut low = 0.0;
    for high in BANDS {
        let within = |confidence: f32| confidence >= low && (confidence < high || high >= 1.0);
        let band: Vec<_> = asked.iter().filter(|(.., sure)| sure.is_some_and(within)).collect();
        let right = band.iter().filter(|(_, asked, _)| asked.rank == Some(1)).count();
        let precision = (!band.is_empty()).then(|| right as f64 / band.len() as f64);
        writeln!(out, "confidence {low:.1}–{high:.1}: {right} of {} right, {}", band.len(), share(precision))?;
        low = high;
    }
    Ok(())
}

/// Half of the questions were answered within p50, 99 in 100 within p99.
fn write_times(out: &mut impl Write, mut times: Vec<Duration>) -> anyhow::Result<()> {
    times.sort_unstable();
    let at = |hundredths: usize| times.get((times.len() * hundredths / 100).min(times.len().saturating_sub(1)));
    if let (Some(half), Some(most)) = (at(50), at(99)) {
        writeln!(out, "time of a question: p50 {half:?}, p99 {most:?}")?;
    }
    Ok(())
}
