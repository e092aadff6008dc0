//! Loads a folder of knowledge files, and reports all faults of all files in one run.

use std::path::Path;

use super::Knowledge;
use super::locate::locate;
use super::read::{Tables, read_file, read_folder};
use super::resolve::resolve;
use crate::diagnostic::{Diagnostic, Files, Severity};

/// What loading a folder gave.
#[derive(Debug)]
pub struct Loaded {
    /// The fact base; `None` when any fault is an error.
    pub knowledge: Option<Knowledge>,
    /// Every fault, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// The files read, for showing the faults.
    pub files: Files,
}

/// Loads every `*.toml` file below `folder`.
pub fn load(folder: &Path) -> Loaded {
    load_with(folder, None)
}

/// Loads every `*.toml` file below `folder`, and one more file as if it stood there too.
pub fn load_with(folder: &Path, file: Option<&Path>) -> Loaded {
    let mut files = Files::default();
    let mut diagnostics = Vec::new();
    let mut tables = Tables::default();
    read_folder(folder, &mut tables, &mut files, &mut diagnostics);
    let collections = collections(folder, &files);
    if let Some(file) = file {
        read_file(file, &mut tables, &mut files, &mut diagnostics);
    }
    let knowledge = match resolve(tables) {
        Ok(knowledge) => Some(knowledge.with_collections(collections)),
        Err(faults) => {
            diagnostics.extend(locate(faults, &files));
            None
        }
    };
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    Loaded { knowledge: knowledge.filter(|_| !failed), diagnostics, files }
}

/// The first level of folders below the root, in order.
fn collections(root: &Path, files: &Files) -> Vec<Box<str>> {
    let mut names: Vec<Box<str>> = files
        .paths()
        .filter_map(|path| {
            let mut parts = Path::new(path).strip_prefix(root).ok()?.components();
            let first = parts.next()?;
            parts.next()?;
            Some(first.as_os_str().to_string_lossy().into())
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
