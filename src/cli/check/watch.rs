//! `casebook check --watch`: checks again whenever a knowledge file changes.

use std::io::Write as _;
use std::path::Path;

use crate::watch::Changes;

/// Checks at once and after each change, until the program is ended.
///
/// # Errors
/// When the folder cannot be watched, or is removed.
pub(super) fn run(folder: &Path, check: impl Fn() -> anyhow::Result<()>) -> anyhow::Result<()> {
    let changes = Changes::of(folder)?;
    loop {
        // Faults have been written by now, and do not end the watch.
        drop(check());
        changes.still()?;
        writeln!(anstream::stderr().lock(), "watching {} for changes; Ctrl-C ends", folder.display())?;
        changes.wait()?;
    }
}
