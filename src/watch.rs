//! A folder of knowledge files that is being worked on: waits until something in it has changed.
//!
//! Owns which changes count, and when one has ended. What is done then is left to those who wait.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context as _, bail};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Editors write a file in several steps; what comes within this time of the last step belongs to it.
const QUIET: Duration = Duration::from_millis(100);

/// The changes in a folder, from the moment on at which this was made.
pub struct Changes {
    folder: PathBuf,
    /// Where the folder truly lies.
    whole: PathBuf,
    events: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Listens to a folder.
    ///
    /// # Errors
    /// When it cannot be watched.
    pub fn of(folder: &Path) -> anyhow::Result<Self> {
        let cannot = || format!("cannot watch {}", folder.display());
        let (send, events) = channel();
        // Sending fails only when nobody waits any more.
        let mut watcher = notify::recommended_watcher(move |event| drop(send.send(event)))?;
        watcher.watch(folder, RecursiveMode::Recursive).with_context(cannot)?;
        let whole = folder.canonicalize().with_context(cannot)?;
        Ok(Self { folder: folder.to_owned(), whole, events, _watcher: watcher })
    }

    /// Whether the folder is still there.
    ///
    /// # Errors
    /// When it is not: one that is made anew under the same name is another one, of which no change would be told.
    pub fn still(&self) -> anyhow::Result<()> {
        if !self.whole.exists() {
            bail!("{} is no longer there; start again when it is", self.folder.display());
        }
        Ok(())
    }

    /// Waits for a change to begin and to end.
    ///
    /// # Errors
    /// When the system tells of no more changes.
    pub fn wait(&self) -> anyhow::Result<()> {
        while !concerns(&self.events.recv()?) {}
        while self.events.recv_timeout(QUIET).is_ok() {}
        Ok(())
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
