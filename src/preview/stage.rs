//! What the preview shows now: the last fact base that loaded, and what is wrong with the files as they are.
//!
//! Owns that a bad file never replaces good knowledge, and that a check that was overtaken by a change is forgotten.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;
use tokio::time::timeout;

use crate::app::App;
use crate::command::coverage;
use crate::diagnostic::{Diagnostic, Files, Json, draw};
use crate::golden::{Verdict, line_of};
use crate::knowledge::{Loaded, Place, Table, lines, load};
use crate::request::Context;
use crate::review::review;
use crate::transport::discord::Desk;
use crate::wording::Wording;

/// A fact base that loaded, ready to answer as in Discord.
pub(super) struct Good {
    pub(super) app: Arc<App>,
    pub(super) desk: Desk<App>,
    pub(super) files: Files,
}

/// What there is to see, as a page reads it.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Scene {
    /// Higher for what is newer.
    pub(super) number: u64,
    /// The version of the facts that are answered from; nothing while none ever loaded.
    version: Option<String>,
    /// What they are, in a sentence.
    holds: String,
    /// Whether the files as they are cannot be used, and older ones are answered from.
    stale: bool,
    /// Whether style and golden questions are still being looked at.
    checking: bool,
    /// What ended the watch over the folder.
    trouble: Option<String>,
    faults: Vec<Shown>,
    golden: Vec<Golden>,
}

/// A fault, as `check` writes it for programs and for people.
#[derive(Debug, Clone, Serialize)]
struct Shown {
    #[serde(flatten)]
    fault: serde_json::Value,
    drawn: String,
}

/// A golden question and what came of it.
#[derive(Debug, Clone, Serialize)]
struct Golden {
    line: String,
    class: String,
    expect: Vec<String>,
    verdict: Option<Verdict>,
    known_miss: Option<String>,
    file: String,
    row: usize,
}

/// The folder, what was made of it, and those who wait for a change of it.
pub(super) struct Stage {
    folder: PathBuf,
    now: watch::Sender<(Scene, Option<Arc<Good>>)>,
    /// Held while style and golden questions are looked at, which may take long.
    looking: Mutex<()>,
}

/// Browsers give up on a response that does not begin.
const LONGEST_WAIT: Duration = Duration::from_secs(50);

impl Stage {
    /// Nothing yet from a folder.
    pub(super) fn of(folder: PathBuf) -> Self {
        Self { folder, now: watch::Sender::new((Scene::default(), None)), looking: Mutex::new(()) }
    }

    /// What is answered from.
    pub(super) fn good(&self) -> Option<Arc<Good>> {
        self.now.borrow().1.clone()
    }

    /// The scene that is newer than one of a number, as soon as there is one; after a while the one that there is.
    pub(super) async fn after(&self, number: u64) -> Scene {
        let mut changes = self.now.subscribe();
        // Either way what there is now is the answer.
        drop(timeout(LONGEST_WAIT, changes.wait_for(|(scene, _)| scene.number > number)).await);
        self.now.borrow().0.clone()
    }

    /// Reads the folder, and shows it if it can be used; looks at style and golden questions meanwhile.
    pub(super) fn load(self: &Arc<Self>) {
        let Loaded { knowledge, diagnostics, files } = load(&self.folder);
        let faults = shown(&diagnostics, &files);
        let good = knowledge.map(|knowledge| {
            let app = Arc::new(App::new(knowledge));
            Arc::new(Good { desk: Desk::without_settings(Arc::clone(&app)), app, files })
        });
        let mut number = 0;
        self.now.send_modify(|(scene, kept)| {
            scene.number += 1;
            number = scene.number;
            scene.faults = faults;
            (scene.stale, scene.checking) = (good.is_none() && kept.is_some(), good.is_some());
            if let Some(good) = &good {
                let knowledge = good.app.knowledge();
                scene.version = Some(knowledge.version().to_owned());
                scene.holds = Wording::of(&Context::default().language).message(&coverage(knowledge));
                *kept = Some(Arc::clone(good));
            }
        });
        if let Some(good) = good {
            let stage = Arc::clone(self);
            std::thread::spawn(move || stage.look_at(&good, diagnostics, number));
        }
    }

    fn look_at(&self, good: &Good, mut diagnostics: Vec<Diagnostic>, number: u64) {
        // One after the other; one that was overtaken by a change while it waited is not begun.
        let _turn = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        if self.now.borrow().0.number != number {
            return;
        }
        let asked = review(&good.app, &good.files, &mut diagnostics);
        let golden = golden(good, &asked.verdicts);
        let faults = shown(&diagnostics, &good.files);
        self.now.send_if_modified(|(scene, _)| {
            let newest = scene.number == number;
            if newest {
                scene.number += 1;
                scene.checking = false;
                (scene.faults, scene.golden) = (faults, golden);
            }
            newest
        });
    }

    /// Tells why no more changes will be seen.
    pub(super) fn leave(&self, why: &str) {
        self.now.send_modify(|(scene, _)| {
            scene.number += 1;
            scene.checking = false;
            scene.trouble = Some(why.to_owned());
        });
    }
}

fn shown(diagnostics: &[Diagnostic], files: &Files) -> Vec<Shown> {
    let one = |diagnostic| Shown {
        fault: serde_json::to_value(Json::new(diagnostic, files)).unwrap_or_default(),
        drawn: draw(diagnostic, files, false),
    };
    diagnostics.iter().map(one).collect()
}

fn golden(good: &Good, verdicts: &[Option<Verdict>]) -> Vec<Golden> {
    let knowledge = good.app.knowledge();
    let questions = knowledge.questions();
    let places: Vec<Place> =
        questions.iter().map(|question| Place::key(Table::Question, question.origin, "ask")).collect();
    let rows = lines(&places, &good.files);
    let one = |((question, verdict), row): ((&crate::knowledge::GoldenQuestion, &Option<Verdict>), usize)| Golden {
        line: line_of(question),
        class: question.class.to_string(),
        expect: question.expect.iter().map(|&entry| knowledge.key(entry).to_owned()).collect(),
        verdict: *verdict,
        known_miss: question.known_miss.as_deref().map(ToOwned::to_owned),
        file: good.files.path(question.origin.file).to_owned(),
        row,
    };
    questions.iter().zip(verdicts).zip(rows).map(one).collect()
}
