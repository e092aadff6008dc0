//! `casebook gaps`: reads questions, and drafts what would have answered those that were not answered.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use serde::Serialize;

use super::ask::lines_of;
use super::{Base, worded};
use crate::app::App;
use crate::diagnostic::Files;
use crate::gaps::{Gap, Gaps, MOST};
use crate::knowledge::{Addition, Place, lines};
use crate::ledger::counted;
use crate::request::UserError;

/// The arguments of `casebook gaps`.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The file that `[gaps]` in config.toml names, or questions, one a line, or `-` for standard input: a command such as `/actor Aliyev`, or a plain question. Empty
    /// lines and those that begin with `#` are skipped
    file: PathBuf,
    #[command(flatten)]
    base: Base,
    /// Print one JSON object for each question that was not answered
    #[arg(long)]
    json: bool,
}

/// One line of `--json`.
#[derive(Debug, Serialize)]
struct Json<'g> {
    question: &'g str,
    count: usize,
    outcome: &'static str,
    unexplained: &'g [String],
    nearest: Option<Nearest<'g>>,
    /// The list of the nearest entry that `toml` belongs into; none for a table of its own.
    list: Option<&'static str>,
    toml: Option<String>,
    /// Whether `toml` was tried on golden questions, and spoils none of them.
    guarded: bool,
}

#[derive(Debug, Serialize)]
struct Nearest<'g> {
    id: &'g str,
    title: &'g str,
    file: &'g str,
    line: usize,
}

/// A longer line, in bytes, is no question but a file without line ends, and not kept in memory.
const LONGEST_LINE: u64 = 4 * 1024;

/// Runs `casebook gaps`. It prints, and writes no file.
///
/// # Errors
/// When the fact base cannot be used, or the file cannot be read.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let (app, files) = options.base.open_with(None)?;
    let mut gaps = Gaps::new(&app);
    read(&mut gaps, &mut *lines_of(&options.file)?, &options.file)?;
    let (answered, left_out) = (gaps.answered, gaps.left_out);
    let gaps = gaps.finish();
    let mut out = anstream::stdout().lock();
    if options.json {
        for gap in &gaps {
            writeln!(out, "{}", serde_json::to_string(&json(&app, &files, gap))?)?;
        }
    } else {
        write_drafts(&mut out, &app, &files, &gaps)?;
        writeln!(
            out,
            "# {answered} answered or left to a choice, {} not",
            gaps.iter().fold(0_usize, |all, gap| all.saturating_add(gap.count))
        )?;
    }
    if left_out > 0 {
        writeln!(
            anstream::stderr(),
            "{left_out} more were not answered: only {MOST} different ones are kept; read fewer"
        )?;
    }
    Ok(())
}

/// A line, or one of the ledger that the bot keeps, which says how often it was asked.
fn add(gaps: &mut Gaps<'_>, line: &str) -> Result<(), UserError> {
    match counted(line) {
        Some((times, question)) => gaps.add_times(question, usize::try_from(times).unwrap_or(usize::MAX)),
        None => gaps.add(line),
    }
}

/// Adds each line; those that cannot be read are named.
fn read(gaps: &mut Gaps<'_>, input: &mut dyn BufRead, path: &Path) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    for number in 1_usize.. {
        bytes.clear();
        let reading = || format!("cannot read {}", path.display());
        let mut limited = std::io::Read::take(&mut *input, LONGEST_LINE);
        if limited.read_until(b'\n', &mut bytes).with_context(reading)? == 0 {
            break;
        }
        let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < LONGEST_LINE;
        let fault = if whole {
            match std::str::from_utf8(&bytes).map(str::trim) {
                Ok(line) if line.is_empty() || line.starts_with('#') => None,
                Ok(line) => add(gaps, line).err().map(|error| worded(&error.0)),
                Err(_) => Some("not UTF-8: save the file as UTF-8".to_owned()),
            }
        } else {
            skip_line(input).with_context(reading)?;
            Some(format!("longer than {LONGEST_LINE} bytes: write one question a line"))
        };
        if let Some(fault) = fault {
            writeln!(anstream::stderr(), "{}:{number}: {fault}", path.display())?;
        }
    }
    Ok(())
}

fn skip_line(input: &mut dyn BufRead) -> std::io::Result<()> {
    loop {
        let (read, done) = {
            let buffer = input.fill_buf()?;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            (end.map_or(buffer.len(), |end| end + 1), end.is_some() || buffer.is_empty())
        };
        input.consume(read);
        if done {
            return Ok(());
        }
    }
}

fn nearest<'g>(app: &'g App, files: &'g Files, gap: &Gap) -> Option<Nearest<'g>> {
    let (entry, remedy) = gap.draft.as_ref()?;
    let entry = remedy.addition.as_ref().and_then(Addition::entry).unwrap_or(*entry);
    let (table, origin) = app.knowledge().written(entry);
    let line = lines(&[Place::key(table, origin, "id")], files).first().copied().unwrap_or_default();
    let (id, title) = (app.knowledge().key(entry), app.knowledge().title(entry));
    Some(Nearest { id, title, file: files.path(origin.file), line })
}

fn json<'g>(app: &'g App, files: &'g Files, gap: &'g Gap) -> Json<'g> {
    let remedy = gap.draft.as_ref().map(|(_, remedy)| remedy);
    let addition = remedy.and_then(|remedy| remedy.addition.as_ref());
    Json {
        question: &gap.line,
        count: gap.count,
        outcome: if gap.near { "near" } else { "none" },
        unexplained: remedy.map(|remedy| &*remedy.unexplained).unwrap_or_default(),
        nearest: nearest(app, files, gap),
        list: addition.and_then(Addition::list),
        toml: addition.map(Addition::toml),
        guarded: !app.knowledge().questions().is_empty() && remedy.is_some_and(|remedy| !remedy.is_untried),
    }
}

/// The drafts as TOML with comments: an element of a list is pasted into that list, a table into any file.
fn write_drafts(out: &mut impl Write, app: &App, files: &Files, gaps: &[Gap]) -> anyhow::Result<()> {
    for gap in gaps {
        let (Some((_, remedy)), Some(nearest)) = (&gap.draft, nearest(app, files, gap)) else { continue };
        let times = if gap.count > 1 { format!(" ({} times)", gap.count) } else { String::new() };
        writeln!(out, "# {}{times}", gap.line)?;
        writeln!(out, "#   nearest: {} “{}”, {}:{}", nearest.id, nearest.title, nearest.file, nearest.line)?;
        if !remedy.unexplained.is_empty() {
            writeln!(out, "#   nothing there explains: {}", remedy.unexplained.join(", "))?;
        }
        match (&remedy.addition, &remedy.spoiling) {
            (Some(addition), _) => {
                if let Some(list) = addition.list() {
                    writeln!(out, "#   into `{list}` of {}:", nearest.id)?;
                }
                if remedy.is_untried {
                    writeln!(out, "#   not tried on the golden questions:")?;
                }
                let comma = if addition.list().is_some() { "," } else { "" };
                writeln!(out, "{}{comma}\n", addition.toml())?;
            }
            (None, Some((addition, question))) => writeln!(
                out,
                "#   if you {}, the golden question `{question}` is no longer answered as it should be\n",
                addition.advice(app.knowledge()).replace('\n', " ")
            )?,
            (None, None) => writeln!(out, "#   no line that was tried makes it the answer\n")?,
        }
    }
    let is_drafted = |gap: &Gap| gap.draft.as_ref().is_some_and(|(_, remedy)| remedy.addition.is_some());
    if gaps.iter().any(is_drafted) && app.knowledge().questions().is_empty() {
        writeln!(out, "# The fact base has no golden questions, so that none of these lines was tried on them.\n")?;
    }
    let apart: Vec<&Gap> = gaps.iter().filter(|gap| gap.draft.is_none()).collect();
    if !apart.is_empty() {
        writeln!(out, "# Not covered: nothing stored is near to")?;
        for gap in apart {
            writeln!(out, "#   {} × {}", gap.count, gap.line)?;
        }
        writeln!(out)?;
    }
    Ok(())
}
