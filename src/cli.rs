//! The command line: what can be typed, and which part of the house each subcommand runs.

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};

use crate::app::App;
use crate::config::{Config, DEFAULT_FILE, DEFAULT_KNOWLEDGE, terminal, terminal_language, unknown_collection};
use crate::diagnostic::{Files, Severity, draw};
use crate::knowledge::{Loaded, load_with, schema};
use crate::message::{Message, SPOKEN};
use crate::render::inline::Protocol;
use crate::render::terminal::Look;
use crate::request::Context;
use crate::transport::console::{self, Screen};
use crate::wording::Wording;

mod ask;
mod check;
mod eval;
mod gaps;
mod healthcheck;
mod pager;
mod picture;
mod preview;
mod serve;

/// A bot that answers study groups from a curated, cited fact base.
#[derive(Debug, Parser)]
#[command(name = "casebook", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Subcommands,
}

#[derive(Debug, Subcommand)]
enum Subcommands {
    /// Answer in Discord
    Serve(serve::Options),
    /// Answer here, line by line
    Console {
        #[command(flatten)]
        base: Base,
        /// Look only in these collections, as a server does that is limited to them
        #[arg(long, value_name = "NAMES", value_delimiter = ',')]
        collections: Vec<String>,
        #[command(flatten)]
        reader: Reader,
    },
    /// Answer one question, or a file of them
    Ask(ask::Options),
    /// Check a fact base: faults, style, golden questions
    Check(check::Options),
    /// Ask a file of golden questions, and report how well and how fast they were answered
    Eval(eval::Options),
    /// Draft what would answer the questions that were not answered, for a curator to keep or strike
    Gaps(gaps::Options),
    /// Ask the bot that serves on this machine how it is: exit code 0 where it is well
    Healthcheck(healthcheck::Options),
    /// Show in a browser what members of a server will see, while the files are being written
    Preview(preview::Options),
    /// Print the JSON Schema of knowledge files, for editors
    Schema,
}

/// Runs what the arguments of the process ask for.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Subcommands::Serve(options) => serve::run(&options),
        Subcommands::Console { base, collections, reader } => {
            base.open().and_then(|app| limited(app, &collections)).and_then(|app| {
                console::run(&app, &reader.context(), look(), &Screen { show: &pager::show, images: images() })
            })
        }
        Subcommands::Ask(options) => ask::run(&options),
        Subcommands::Check(options) => check::run(&options),
        Subcommands::Eval(options) => eval::run(&options),
        Subcommands::Gaps(options) => gaps::run(&options),
        Subcommands::Healthcheck(options) => healthcheck::run(&options),
        Subcommands::Preview(options) => preview::run(&options),
        Subcommands::Schema => print_schema(),
    };
    done.map_or_else(|error| report(&error), |()| ExitCode::SUCCESS)
}

/// A reader that went away early, such as `head`, is no failure.
fn report(error: &anyhow::Error) -> ExitCode {
    let closed = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed) {
        return ExitCode::SUCCESS;
    }
    // With nobody to read the message, the exit code has to do.
    let _ = writeln!(anstream::stderr(), "casebook: {error:#}");
    ExitCode::FAILURE
}

/// Who reads the answers.
#[derive(Debug, Clone, Args)]
struct Reader {
    /// The language of labels, dates and notices [default: that of the terminal]
    #[arg(long, value_name = "TAG", value_parser = PossibleValuesParser::new(SPOKEN))]
    language: Option<String>,
}

impl Reader {
    /// The language that was named, or else that of the terminal.
    fn context(&self) -> Context {
        Context::of_language(&self.language.clone().or_else(terminal_language).unwrap_or_default())
    }

    /// The language that was named: what programs read does not change with where they run.
    fn context_of_programs(&self) -> Context {
        Context::of_language(self.language.as_deref().unwrap_or_default())
    }
}

/// Which fact base.
#[derive(Debug, Clone, Args)]
struct Base {
    /// The folder of the knowledge files [default: as config.toml says]
    #[arg(long, value_name = "DIR")]
    knowledge: Option<PathBuf>,
}

impl Base {
    /// The folder, or that which `config.toml` names.
    fn folder(&self) -> anyhow::Result<PathBuf> {
        self.knowledge.clone().map_or_else(configured_folder, Ok)
    }

    /// Loads the fact base, and indexes it.
    ///
    /// # Errors
    /// After showing every fault, when there is an error among them.
    fn open(&self) -> anyhow::Result<App> {
        Ok(self.open_with(None)?.0)
    }

    /// The same with one more file, or none, and with the text of all of them.
    ///
    /// # Errors
    /// After showing every fault, when there is an error among them.
    fn open_with(&self, file: Option<&Path>) -> anyhow::Result<(App, Files)> {
        let folder = self.folder()?;
        finish(load_with(&folder, file), &folder)
    }
}

/// Indexes what was loaded, and keeps its files, or shows every error in it.
fn finish(loaded: Loaded, folder: &Path) -> anyhow::Result<(App, Files)> {
    let Loaded { knowledge, diagnostics, files } = loaded;
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
    let mut stderr = anstream::stderr().lock();
    for diagnostic in errors.clone() {
        writeln!(stderr, "{}\n", draw(diagnostic, &files, true))?;
    }
    match (knowledge, errors.count()) {
        (Some(knowledge), _) => Ok((App::new(knowledge), files)),
        (None, count) => bail!("{} has {}", folder.display(), worded(&Message::FaultCount { count: count.into() })),
    }
}

/// The same for some collections only; for all where none is named.
///
/// # Errors
/// When there is no such collection.
fn limited(app: App, collections: &[String]) -> anyhow::Result<App> {
    let known = app.knowledge().collections();
    if let Some(name) = collections.iter().find(|name| !known.iter().any(|known| **known == ***name)) {
        return Err(unknown_collection(name, known));
    }
    let names: Vec<&str> = collections.iter().map(String::as_str).collect();
    Ok(if names.is_empty() { app } else { App::new(app.knowledge().limited_to(&names)) })
}

/// The folder that `config.toml` names, if there is such a file here.
fn configured_folder() -> anyhow::Result<PathBuf> {
    let file = Path::new(DEFAULT_FILE);
    if file.exists() { Ok(Config::read(file)?.knowledge) } else { Ok(DEFAULT_KNOWLEDGE.into()) }
}

/// How to write to standard output.
fn look() -> Look {
    Look { width: textwrap::termwidth(), colour: true }
}

/// How standard output shows pictures, where it is a terminal that does.
fn images() -> Option<Protocol> {
    let (term, program) = terminal();
    io::stdout().is_terminal().then(|| Protocol::of(&term, &program)).flatten()
}

/// A message in the language of the command line.
fn worded(message: &Message) -> String {
    Wording::of(&Context::default().language).message(message)
}

fn print_schema() -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(&schema()).context("the schema cannot be written")?;
    writeln!(io::stdout().lock(), "{text}")?;
    Ok(())
}
