//! The fact base that is answered from while its files may change: it is replaced whole, or kept.
//!
//! It owns when changed files are taken, and what is told of files that cannot be. Loading is left to [`crate::knowledge`];
//! when to look, to those who have a clock.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use arc_swap::ArcSwap;

use crate::app::App;
use crate::config::Servers;
use crate::diagnostic::{Diagnostic, Files, Severity};
use crate::knowledge::{Knowledge, Loaded, digest, load};

/// How many faults of one state are written to the log: the first ones hide the others.
const MOST_TOLD: usize = 20;

/// The fact base that is answered from.
#[derive(Debug)]
pub struct Library(ArcSwap<State>);

#[derive(Debug)]
struct State {
    app: Arc<App>,
    loaded: SystemTime,
    trouble: Option<Trouble>,
}

/// What is known of the fact base that is answered from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How many entries there are of each kind.
    pub entries: [(&'static str, usize); 7],
    /// Eight hexadecimal digits that change with its files.
    pub version: String,
    /// When it was loaded.
    pub loaded: SystemTime,
    /// Why the files are not what is answered from.
    pub trouble: Option<Trouble>,
}

/// Files that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Since when.
    pub since: SystemTime,
    /// The first fault, on one line, and how many more there are.
    pub why: String,
}

impl Library {
    /// A fact base that was loaded at a time.
    pub fn new(app: App, loaded: SystemTime) -> Self {
        Self(ArcSwap::from_pointee(State { app: Arc::new(app), loaded, trouble: None }))
    }

    /// What is answered from now. Who holds it goes on with it, whatever replaces it meanwhile.
    pub fn app(&self) -> Arc<App> {
        Arc::clone(&self.0.load().app)
    }

    /// Why the files are not what is answered from.
    pub fn trouble(&self) -> Option<Trouble> {
        self.0.load().trouble.clone()
    }

    /// What is known of it now.
    pub fn status(&self) -> Status {
        let state = self.0.load();
        let knowledge = state.app.knowledge();
        Status {
            entries: count(knowledge),
            version: knowledge.version().to_owned(),
            loaded: state.loaded,
            trouble: state.trouble.clone(),
        }
    }

    fn replace(&self, app: App, loaded: SystemTime) {
        self.0.store(Arc::new(State { app: Arc::new(app), loaded, trouble: None }));
    }

    /// Keeps what there is; the trouble began when the first of its kind was told.
    fn keep(&self, why: String, now: SystemTime) {
        let state = self.0.load();
        let since = state.trouble.as_ref().map_or(now, |trouble| trouble.since);
        let trouble = Some(Trouble { since, why });
        self.0.store(Arc::new(State { app: Arc::clone(&state.app), loaded: state.loaded, trouble }));
    }
}

fn count(knowledge: &Knowledge) -> [(&'static str, usize); 7] {
    [
        ("source", knowledge.sources().len()),
        ("actor", knowledge.actors().len()),
        ("event", knowledge.events().len()),
        ("topic", knowledge.topics().len()),
        ("aspect", knowledge.aspects().len()),
        ("fact", knowledge.facts().len()),
        ("relation", knowledge.relations().len()),
    ]
}

/// Looks after the files of a fact base.
#[derive(Debug)]
pub struct Keeper {
    library: Arc<Library>,
    folder: PathBuf,
    servers: Servers,
    /// The files that were last taken, or refused.
    settled: Option<[u8; 32]>,
    /// The files as they were at the last look, where they are not those.
    seen: Option<[u8; 32]>,
    /// What was last told of files that could not be used, so that it is told once.
    told: BTreeSet<String>,
}

/// What a look at the files came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// They are as they were.
    Same,
    /// They are being changed: look again soon. What two looks in a row find alike is taken to be whole.
    Changing,
    /// The fact base was replaced.
    Replaced,
    /// What the files hold cannot be used; the fact base is kept.
    Refused,
}

impl Keeper {
    /// Looks after the files in a folder, of which `settled` was the digest before they were loaded. Servers that are limited
    /// to some collections are so in each new fact base.
    pub fn new(library: Arc<Library>, folder: PathBuf, servers: Servers, settled: [u8; 32]) -> Self {
        Self { library, folder, servers, settled: Some(settled), seen: None, told: BTreeSet::new() }
    }

    /// Takes up the files at the next two looks, changed or not.
    pub fn forget(&mut self) {
        self.settled = None;
    }

    /// Looks at the files, and loads them where they have changed and seem whole. It blocks, and takes as long as loading does.
    pub fn look(&mut self, now: SystemTime) -> Look {
        let found = digest(&self.folder);
        if self.settled == Some(found) {
            self.seen = None;
            return Look::Same;
        }
        if self.seen != Some(found) {
            self.seen = Some(found);
            return Look::Changing;
        }
        let loaded = self.load();
        if digest(&self.folder) != found {
            self.seen = None;
            return Look::Changing;
        }
        (self.settled, self.seen) = (Some(found), None);
        match loaded {
            Ok(app) => {
                self.told.clear();
                self.library.replace(app, now);
                tracing::info!(version = self.library.status().version, "the fact base was replaced");
                Look::Replaced
            }
            Err(faults) => {
                self.refuse(&faults, now);
                Look::Refused
            }
        }
    }

    fn load(&self) -> Result<App, Vec<String>> {
        let Loaded { knowledge, diagnostics, files } = load(&self.folder);
        let Some(knowledge) = knowledge else {
            let errors = diagnostics.iter().filter(|fault| fault.severity() == Severity::Error);
            return Err(errors.map(|fault| self.line(fault, &files)).collect());
        };
        let limits = self.servers.limits(knowledge.collections()).map_err(|error| vec![format!("{error:#}")])?;
        Ok(App::new(knowledge).with_servers(&limits))
    }

    fn refuse(&mut self, faults: &[String], now: SystemTime) {
        let now_told: BTreeSet<String> = faults.iter().take(MOST_TOLD).cloned().collect();
        for fault in now_told.difference(&self.told) {
            tracing::error!(fault, "the changed files cannot be used");
        }
        self.told = now_told;
        let first = faults.first().cloned().unwrap_or_default();
        let more = faults.len().saturating_sub(1);
        self.library.keep(if more == 0 { first } else { format!("{first} (+{more})") }, now);
    }

    /// A fault on one line, with its place below the folder.
    fn line(&self, fault: &Diagnostic, files: &Files) -> String {
        let message = fault.message.replace(['\r', '\n'], " ");
        let Some(label) = fault.labels.first() else { return message };
        let path = std::path::Path::new(files.path(label.file));
        let (line, column) = files.position(label.file, label.span.start);
        format!("{}:{line}:{column}: {message}", path.strip_prefix(&self.folder).unwrap_or(path).display())
    }
}
