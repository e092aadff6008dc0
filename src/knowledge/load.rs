//! Loads a folder of knowledge files, and reports all faults of all files in one run.

use std::path::Path;

use sha2::{Digest as _, Sha256};

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
    let collections = Collections::of(folder, &files);
    if let Some(file) = file {
        read_file(file, &mut tables, &mut files, &mut diagnostics);
    }
    let knowledge = match resolve(tables, &mut diagnostics) {
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

/// What the folder tells beside its entries: the first level of folders below the root, which file lies in which of them, and
/// the version of it all.
#[derive(Debug, Clone, Default)]
pub(super) struct Collections {
    /// The names, in order.
    pub(super) names: Vec<Box<str>>,
    /// For each file, its collection as an index into the names; none for a file that lies in the root itself.
    pub(super) of_file: Vec<Option<usize>>,
    /// See [`Knowledge::version`].
    pub(super) version: Box<str>,
}

impl Collections {
    fn of(root: &Path, files: &Files) -> Self {
        let folders: Vec<Option<Box<str>>> = files.paths().map(|path| first_folder(root, Path::new(path))).collect();
        let mut names: Vec<Box<str>> = folders.iter().flatten().cloned().collect();
        names.sort_unstable();
        names.dedup();
        let of_file = folders.iter().map(|folder| names.binary_search(folder.as_ref()?).ok()).collect();
        Self { names, of_file, version: version(root, files) }
    }

    /// Some of them only: a file of another one lies in none.
    pub(super) fn only(&self, some: &[&str]) -> Self {
        let names: Vec<Box<str>> = self.names.iter().filter(|name| some.contains(&&***name)).cloned().collect();
        let at = |old: usize| names.binary_search(self.names.get(old)?).ok();
        let of_file = self.of_file.iter().map(|old| at((*old)?)).collect();
        Self { names, of_file, version: self.version.clone() }
    }
}

/// The first 32 bits of the SHA-256 of all files with their paths below the root, as eight hexadecimal digits. The order in
/// which they are read changes nothing.
fn version(root: &Path, files: &Files) -> Box<str> {
    let one = |(path, text): (&str, &str)| {
        let below = Path::new(path).strip_prefix(root).unwrap_or(Path::new(path));
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Sha256::digest(format!("{}\0{text}", parts.join("/")))
    };
    let mut digests: Vec<_> = files.texts().map(one).collect();
    digests.sort_unstable();
    let [first, second, third, fourth, ..]: [u8; 32] = Sha256::digest(digests.concat()).into();
    format!("{:08x}", u32::from_be_bytes([first, second, third, fourth])).into()
}

fn first_folder(root: &Path, file: &Path) -> Option<Box<str>> {
    let mut parts = file.strip_prefix(root).ok()?.components();
    let first = parts.next()?;
    parts.next()?;
    Some(first.as_os_str().to_string_lossy().into())
}
