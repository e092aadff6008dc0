//! What several tests need: the binary, and fact bases to answer from.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use casebook::answer::Answer;
use casebook::app::App;
use casebook::knowledge::load;
use casebook::request::{Context, Request, UserError};

pub mod bot;
pub mod browser;
pub mod discord;
pub mod endpoint;
pub mod markdown;
pub mod openmetrics;
pub mod preview;

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program, to be run in the root of the repository.
pub fn casebook(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
    command.args(arguments).current_dir(root()).env_remove("RUST_LOG").env("NO_COLOR", "1").env("LC_ALL", "C");
    command
}

/// Runs the program to its end.
pub fn run(arguments: &[&str]) -> Output {
    casebook(arguments).output().expect("the program runs")
}

/// What a finished program wrote to standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("standard output is UTF-8")
}

/// What a finished program wrote to standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("standard error is UTF-8")
}

/// The fact base of this repository.
pub fn app() -> App {
    App::new(load(&root().join("knowledge")).knowledge.expect("the fact base has no errors"))
}

/// The answer to a request of nobody in particular.
///
/// # Errors
/// What the user has to do differently.
pub fn respond(app: &App, request: &Request) -> Result<Answer, UserError> {
    app.respond(&Context::default(), request)
}

/// A fact base written to a folder that is removed when this is dropped.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with files: path within the folder, and bytes.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, bytes) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }
}
