//! `casebook check --watch`: checks again whenever a knowledge file changes.

use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use anyhow::{Context as _, bail};
use notify::{Event, EventKind, RecursiveMode, Watcher as _};

/// Editors write a file in several steps; what comes within this time of the last step belongs to it.
const QUIET: Duration = Duration::from_millis(100);

/// Checks at once and after each change, until the program is ended.
///
/// # Errors
/// When the folder cannot be watched, or is removed.
pub(super) fn run(folder: &Path, check: impl Fn() -> anyhow::Result<()>) -> anyhow::Result<()> {
    let (send, changes) = channel();
    // Sending fails only when the program ends.
    let mut watcher = notify::recommended_watcher(move |event| drop(send.send(event)))?;
    watcher.watch(folder, RecursiveMode::Recursive).with_context(|| format!("cannot watch {}", folder.display()))?;
    let whole = folder.canonicalize().with_context(|| format!("cannot watch {}", folder.display()))?;
    loop {
        // Faults have been written by now, and do not end the watch.
        drop(check());
        // A folder that is made anew under the same name is another one, of which no change would be told.
        if !whole.exists() {
            bail!("{} is no longer there; start the check again when it is", folder.display());
        }
        writeln!(anstream::stderr().lock(), "watching {} for changes; Ctrl-C ends", folder.display())?;
        while !concerns(&changes.recv()?) {}
        while changes.recv_timeout(QUIET).is_ok() {}
    }
}

/// Whether a change may change what is found: of a knowledge file, or of a folder. Reading a file is no change.
fn concerns(event: &notify::Result<Event>) -> bool {
    event.as_ref().is_ok_and(|event| {
        let of_knowledge = |path: &Path| path.extension().is_none_or(|ext| ext == "toml");
        let changed = !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| of_knowledge(path));
        // Where the system has lost changes, it asks to look at everything.
        changed || event.need_rescan()
    })
}
