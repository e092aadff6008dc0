//! `casebook check`: every fault of a fact base in one run, for people, for programs, or beside the lines on GitHub.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{configured_folder, worded};
use crate::app::App;
use crate::command::coverage;
use crate::diagnostic::{Diagnostic, Files, Json, Severity, annotate, draw};
use crate::golden::{Score, Scores};
use crate::knowledge::{Loaded, load};
use crate::message::Message;
use crate::review::review;

mod holdings;
mod mend;
mod watch;

use holdings::Holdings;

/// The arguments of `casebook check`.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder of the knowledge files [default: as config.toml says]
    folder: Option<PathBuf>,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// First mend what has only one remedy, such as a date without quotation marks; comments and order stay
    #[arg(long)]
    fix: bool,
    /// Check again whenever a file changes, until Ctrl-C
    #[arg(long, conflicts_with = "fix")]
    watch: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the line with a caret, and what to do
    Human,
    /// One JSON object a line; the last one is the summary
    Json,
    /// GitHub workflow commands, which show beside the lines of a pull request
    Github,
}

/// The last line of `--format json`.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    errors: usize,
    warnings: usize,
    golden: &'a Scores,
    holds: &'a Holdings,
}

/// Runs `casebook check`.
///
/// # Errors
/// When there is an error, or a warning with `--strict`.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let folder = options.folder.clone().map_or_else(configured_folder, Ok)?;
    if options.watch {
        return watch::run(&folder, || check_folder(&folder, options));
    }
    if options.fix {
        mend::run(&folder)?;
    }
    check_folder(&folder, options)
}

fn check_folder(folder: &Path, options: &Options) -> anyhow::Result<()> {
    let Loaded { knowledge, mut diagnostics, files } = load(folder);
    let app = knowledge.map(App::new);
    let scores = app.as_ref().map(|app| review(app, &files, &mut diagnostics).scores).unwrap_or_default();
    write_all(&diagnostics, &files, options.format)?;
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let found = Message::ErrorsWarnings {
        errors: Message::ErrorCount { count: errors.into() }.into(),
        warnings: Message::WarningCount { count: warnings.into() }.into(),
    };
    let mut out = anstream::stdout().lock();
    match options.format {
        Format::Json => {
            let holds = app.as_ref().map(|app| holdings::count(app.knowledge())).unwrap_or_default();
            writeln!(out, "{}", serde_json::to_string(&Summary { errors, warnings, golden: &scores, holds: &holds })?)?;
        }
        Format::Github => {}
        Format::Human => {
            write_scores(&mut out, &scores)?;
            write_holdings(&mut out, folder, app.as_ref())?;
            let files = Message::FileCount { count: files.paths().count().into() }.into();
            writeln!(out, "{}", worded(&Message::FilesWith { files, found: found.clone().into() }))?;
        }
    }
    if errors > 0 || (options.strict && warnings > 0) {
        bail!("{} has faults: {}", folder.display(), worded(&found));
    }
    Ok(())
}

/// What the fact base holds; of one that cannot be used, what was therefore not looked at.
fn write_holdings(out: &mut impl Write, folder: &Path, app: Option<&App>) -> anyhow::Result<()> {
    match app {
        Some(app) => {
            holdings::write(out, &holdings::count(app.knowledge()))?;
            writeln!(out, "{}: {}", folder.display(), worded(&coverage(app.knowledge())))?;
        }
        None => writeln!(out, "Style and golden questions are checked when there is no error.")?,
    }
    Ok(())
}

fn write_all(diagnostics: &[Diagnostic], files: &Files, format: Format) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    for diagnostic in diagnostics {
        match format {
            Format::Human => writeln!(out, "{}\n", draw(diagnostic, files, true))?,
            Format::Json => writeln!(out, "{}", serde_json::to_string(&Json::new(diagnostic, files))?)?,
            Format::Github => writeln!(out, "{}", annotate(diagnostic, files))?,
        }
    }
    Ok(())
}

/// A share in three decimals, or a dash where there is none.
pub(super) fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"))
}

/// The golden questions by class, with precision (right among answered) and recall (right among all).
pub(super) fn write_scores(out: &mut impl Write, scores: &Scores) -> anyhow::Result<()> {
    if scores.is_empty() {
        return Ok(());
    }
    let total = scores.values().fold(Score::default(), |sum, score| Score {
        right: sum.right + score.right,
        wrong: sum.wrong + score.wrong,
        near: sum.near + score.near,
        unanswered: sum.unanswered + score.unanswered,
    });
    let header = ["golden questions", "right", "wrong", "near", "unanswered", "precision", "recall"];
    let all = scores.iter().map(|(class, score)| (class.as_str(), *score)).chain([("all", total)]);
    let row = |(class, score): (&str, Score)| {
        let counts = [score.right, score.wrong, score.near, score.unanswered].map(|count| count.to_string());
        let shares = [share(score.precision()), share(score.recall())];
        [class.to_owned()].into_iter().chain(counts).chain(shares).collect()
    };
    write_table(out, &header, all.map(row))
}

/// A table without lines, and an empty line below it.
fn write_table(out: &mut impl Write, header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> anyhow::Result<()> {
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_header(header.to_vec());
    for row in rows {
        table.add_row(row);
    }
    writeln!(out, "{}\n", table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n"))?;
    Ok(())
}
