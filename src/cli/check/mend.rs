//! `casebook check --fix`: writes into the files what the faults themselves say, where nothing else can be meant.
//!
//! Each edit replaces the few bytes that are wrong, so that comments, order and everything else stay as they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::diagnostic::{Diagnostic, Edit, FileId, Files};
use crate::knowledge::{Loaded, load};

/// A file that can be read after one round shows what was hidden by its first faults, seldom more than once.
const ROUNDS: usize = 5;

/// Mends a folder, and says what was mended. A file that cannot be written is named, and left as it is.
///
/// # Errors
/// When nothing can be said, because the standard error output is closed.
pub(super) fn run(folder: &Path) -> anyhow::Result<()> {
    let mut left: BTreeSet<String> = BTreeSet::new();
    for _ in 0..ROUNDS {
        let Loaded { diagnostics, files, .. } = load(folder);
        let mut edits = edits(&diagnostics);
        edits.retain(|&file, _| !left.contains(files.path(file)));
        if edits.is_empty() {
            return Ok(());
        }
        for (file, edits) in edits {
            match write(Path::new(files.path(file)), files.text(file), &mended(files.text(file), &edits)) {
                Ok(()) => report(&files, file, &edits)?,
                Err(error) => {
                    writeln!(anstream::stderr().lock(), "not mended: {error:#}")?;
                    left.insert(files.path(file).to_owned());
                }
            }
        }
    }
    Ok(())
}

/// The edits of each file, from its end to its beginning, so that one does not move the place of the next.
fn edits(diagnostics: &[Diagnostic]) -> BTreeMap<FileId, Vec<&Edit>> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for diagnostic in diagnostics {
        if let (Some(label), Some(edit)) = (diagnostic.labels.first(), &diagnostic.mend) {
            by_file.entry(label.file).or_default().push(edit);
        }
    }
    for edits in by_file.values_mut() {
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        // Of two edits in one place the first wins; the next round sees to what is left.
        let mut end = 0;
        edits.retain(|edit| {
            let apart = edit.span.start >= end;
            end = if apart { edit.span.end } else { end };
            apart
        });
        edits.reverse();
    }
    by_file
}

fn mended(text: &str, edits: &[&Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits {
        if text.get(edit.span.clone()).is_some() {
            text.replace_range(edit.span.clone(), &edit.text);
        }
    }
    text
}

/// Writes a file beside the old one and puts it in its place, so that a crash leaves one of the two whole.
fn write(path: &Path, before: &str, after: &str) -> anyhow::Result<()> {
    let shown = path.display();
    let path = fs::canonicalize(path).with_context(|| format!("cannot find {shown}"))?;
    if fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))? != before {
        bail!("{shown} was changed while it was being mended; run the check again");
    }
    let permissions = fs::metadata(&path).with_context(|| format!("cannot read {shown}"))?.permissions();
    // Another file could be put in its place, which is not what whoever protected it wanted.
    if permissions.readonly() {
        bail!("{shown} is read-only; allow writing to it, and run the check again");
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.mended"));
    let written = fs::write(&beside, after)
        .and_then(|()| fs::set_permissions(&beside, permissions))
        .and_then(|()| fs::rename(&beside, &path));
    written.with_context(|| format!("cannot write {shown}"))
}

fn report(files: &Files, file: FileId, edits: &[&Edit]) -> anyhow::Result<()> {
    let mut out = anstream::stderr().lock();
    for edit in edits.iter().rev() {
        let (line, _) = files.position(file, edit.span.start);
        let before = files.text(file).get(edit.span.clone()).unwrap_or_default();
        writeln!(out, "mended {}:{line}: {before} → {}", files.path(file), edit.text)?;
    }
    Ok(())
}
