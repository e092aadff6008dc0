//! `casebook ask`: one line, or a batch of them, answered as text or as JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use serde::Serialize;

use super::pager::show;
use super::picture::{self, Format};
use super::{Base, Reader, limited, look};
use crate::answer::{Answer, Basis, MATCHES, Match, Standing, Tools};
use crate::app::App;
use crate::render::terminal::{draw, draw_front, plain};
use crate::request::{Command, Context, Request, UserError};
use crate::why;
use crate::wording::Wording;

/// The arguments of `casebook ask`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct Options {
    /// Print one JSON object a line
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    base: Base,
    /// Look only in these collections, as a server does that is limited to them
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    collections: Vec<String>,
    #[command(flatten)]
    reader: Reader,
    /// Answer each line of a file, or of standard input with `-`
    #[arg(long, value_name = "FILE", conflicts_with = "line")]
    batch: Option<PathBuf>,
    /// Check the message in a file, or from standard input with `-`: its figures and dates beside those of the fact base
    #[arg(long, value_name = "FILE", conflicts_with_all = ["line", "batch", "complete", "why"])]
    message: Option<PathBuf>,
    /// Take the last option as half-typed, and list what completes it
    #[arg(long)]
    complete: bool,
    /// Print the whole answer, not its short form
    #[arg(long)]
    all: bool,
    /// Print how the question was read, what was found, and what decided
    #[arg(long, conflicts_with_all = ["json", "batch", "complete"])]
    why: bool,
    /// Draw the answer into a file as well, whose name ends in .png or .svg
    #[arg(long, value_name = "FILE", conflicts_with_all = ["batch", "message", "complete", "why"])]
    picture: Option<PathBuf>,
    /// A command such as `/actor Aliyev`, or a plain question
    #[arg(required_unless_present_any = ["batch", "message"])]
    line: Option<String>,
}

/// So much of a message is read, in bytes: more than the 4,000 characters that are looked at take.
const MOST_OF_A_MESSAGE: u64 = 65_536;

/// One line of `--json`.
#[derive(Debug, Serialize)]
struct Json {
    command: Option<&'static str>,
    question: String,
    outcome: &'static str,
    matches: Vec<JsonMatch>,
    text: String,
    sources: Vec<JsonSource>,
    elapsed_us: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct JsonMatch {
    kind: &'static str,
    id: String,
    title: String,
    score: f32,
}

#[derive(Debug, Serialize)]
struct JsonSource {
    number: usize,
    id: String,
    text: String,
    url: Option<String>,
}

/// What came of one line.
struct Reply {
    /// Who reads it, in the language that the request names if it names one.
    reader: Context,
    request: Option<Request>,
    outcome: Result<Answer, UserError>,
    elapsed: Duration,
}

/// Runs `casebook ask`.
///
/// # Errors
/// When the fact base cannot be used, a file cannot be read, or a single line is not a request.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let app = limited(options.base.open()?, &options.collections)?;
    let reader = if options.json { options.reader.context_of_programs() } else { options.reader.context() };
    if let Some(line) = options.line.as_deref().filter(|_| options.why) {
        return explain(&app, &reader, line);
    }
    if let Some(path) = &options.message {
        let mut bytes = Vec::new();
        lines_of(path)?.take(MOST_OF_A_MESSAGE).read_to_end(&mut bytes).context("cannot read the message")?;
        let text = String::from_utf8_lossy(&bytes);
        let reply = answered(&app, &reader, Request::on_message(Command::Check.spec(), &text));
        return write_alone(&reply, &text, options);
    }
    if let Some(line) = &options.line {
        let format = options.picture.as_deref().map(Format::of).transpose()?;
        let reply = reply(&app, &reader, line, options.complete);
        // It is there also where a reader of the text goes away early.
        let drawn = match (&options.picture, format, &reply.outcome) {
            (Some(path), Some(format), Ok(answer)) => picture::write(answer, path, format),
            _ => Ok(()),
        };
        return write_alone(&reply, line, options).and(drawn);
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    let mut lines = lines_of(options.batch.as_deref().unwrap_or(Path::new("-")))?;
    let mut bytes = Vec::new();
    while lines.read_until(b'\n', &mut bytes).context("cannot read the batch")? > 0 {
        let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
        write_reply(&mut out, &reply(&app, &reader, &line, options.complete), &line, options)?;
        bytes.clear();
    }
    out.flush()?;
    Ok(())
}

/// Writes one reply, or fails with what the user has to do differently.
fn write_alone(reply: &Reply, line: &str, options: &Options) -> anyhow::Result<()> {
    match &reply.outcome {
        Ok(answer) if !options.json => Ok(show(&drawn(answer, options.all))?),
        Err(error) if !options.json => bail!(worded(&reply.reader, error)),
        _ => write_reply(&mut anstream::stdout().lock(), reply, line, options),
    }
}

fn explain(app: &App, reader: &Context, line: &str) -> anyhow::Result<()> {
    let request = Request::parse(line).map_err(|error| anyhow!(worded(reader, &error)))?;
    writeln!(anstream::stdout().lock(), "{}", why::explain(app, reader, &request))?;
    Ok(())
}

/// The lines of a file, or those of standard input for `-`.
///
/// # Errors
/// When the file cannot be opened.
pub(super) fn lines_of(path: &Path) -> anyhow::Result<Box<dyn BufRead>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Box::new(BufReader::new(file)))
}

fn reply(app: &App, reader: &Context, line: &str, complete: bool) -> Reply {
    if !complete {
        return answered(app, reader, Request::parse(line));
    }
    let start = Instant::now();
    let (request, outcome) = match Request::parse_half_typed(line) {
        Ok(request) => {
            let outcome = completed(app, reader, &request, line);
            (Some(request), Ok(outcome))
        }
        Err(error) => (None, Err(error)),
    };
    timed(reader, request, outcome, start)
}

/// The reply to a request, unless it could not be read.
fn answered(app: &App, reader: &Context, request: Result<Request, UserError>) -> Reply {
    let start = Instant::now();
    let (request, outcome) = match request {
        Ok(request) => {
            let outcome = app.respond(reader, &request);
            (Some(request), outcome)
        }
        Err(error) => (None, Err(error)),
    };
    timed(reader, request, outcome, start)
}

fn timed(reader: &Context, request: Option<Request>, outcome: Result<Answer, UserError>, start: Instant) -> Reply {
    let elapsed = start.elapsed();
    let reader = request.as_ref().map_or_else(|| reader.clone(), |request| reader.answered_as(request));
    Reply { reader, request, outcome, elapsed }
}

/// What the user has to do differently, in the language of the reader.
fn worded(reader: &Context, error: &UserError) -> String {
    Wording::of(&reader.language).message(&error.0)
}

/// Completions as an answer that holds nothing but matches.
fn completed(app: &App, reader: &Context, request: &Request, line: &str) -> Answer {
    let hits = request
        .last_option(line)
        .map(|option| app.completions(reader, request, option.name, MATCHES))
        .unwrap_or_default();
    let matches: Vec<Match> = hits.iter().map(|hit| Match::new(app.knowledge(), hit.entry, hit.score)).collect();
    let standing = if matches.is_empty() { Standing::Unknown } else { Standing::Found };
    let title = matches.iter().map(|found| format!("{}\t{}", found.key, found.title)).collect::<Vec<_>>().join("\n");
    Answer {
        request: request.clone(),
        language: reader.language.clone(),
        title: title.into(),
        read_as: Vec::new(),
        standing,
        matches,
        blocks: Vec::new(),
        figure: None,
        citations: Vec::new(),
        actions: Vec::new(),
        tools: Tools::default(),
        basis: Basis::default(),
    }
}

/// The answer as one asked for it: whole, or in its short form.
fn drawn(answer: &Answer, all: bool) -> String {
    if all { draw(answer, look()) } else { draw_front(answer, look(), "--all") }
}

fn write_reply(out: &mut impl Write, reply: &Reply, line: &str, options: &Options) -> anyhow::Result<()> {
    if options.json {
        serde_json::to_writer(&mut *out, &Json::new(reply, line))?;
        writeln!(out)?;
        return Ok(());
    }
    if let Ok(answer) = &reply.outcome {
        write!(out, "{}", drawn(answer, options.all))?;
    }
    Ok(())
}

impl Json {
    fn new(reply: &Reply, line: &str) -> Self {
        let answer = reply.outcome.as_ref().ok();
        let outcome = answer.map_or("error", |answer| answer.standing.word());
        let matches = answer.map(|answer| answer.matches.iter().map(JsonMatch::new).collect());
        let citations = answer.into_iter().flat_map(|answer| &answer.citations);
        let source = |citation: &crate::answer::Citation| JsonSource {
            number: citation.number,
            id: citation.key.clone(),
            text: Wording::of(&reply.reader.language).words(&citation.text),
            url: citation.url.clone(),
        };
        Self {
            command: reply.request.as_ref().map(|request| request.spec().name),
            question: reply.request.as_ref().map_or_else(|| line.to_owned(), Request::question),
            outcome,
            matches: matches.unwrap_or_default(),
            text: answer.map(plain).unwrap_or_default(),
            sources: citations.map(source).collect(),
            elapsed_us: u64::try_from(reply.elapsed.as_micros()).unwrap_or(u64::MAX),
            error: reply.outcome.as_ref().err().map(|error| worded(&reply.reader, error)),
        }
    }
}

impl JsonMatch {
    fn new(found: &Match) -> Self {
        Self { kind: found.entry.kind().word(), id: found.key.clone(), title: found.title.clone(), score: found.score }
    }
}
