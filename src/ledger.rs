//! The ledger of gaps: questions that were not answered, kept for the curators, where the settings ask for it.
//!
//! It owns what is kept of a question, how much of it all, and the file. What would answer the questions is drafted in
//! [`crate::gaps`]. Neither who asked nor where is ever known here.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, bail};

use crate::answer::Standing;
use crate::request::{Command, Request, Takes};

/// So many different questions are kept.
const MOST: usize = 5_000;
/// So many bytes of them are kept, together.
const MOST_BYTES: usize = 1024 * 1024;
/// So many characters of a question are kept. A longer one is no question that a curator could do something about.
const LONGEST: usize = 300;
/// What stands above the questions.
const HEAD: &str =
    "# Questions that were not answered: how often each was asked, and the question. For `casebook gaps`.\n";

/// The ledger.
#[derive(Debug)]
pub struct Ledger {
    file: PathBuf,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    counts: BTreeMap<String, u64>,
    bytes: usize,
    changed: bool,
    /// Whether it was said that there is no more room, and that the file cannot be written.
    full: bool,
    unwritten: bool,
}

impl Ledger {
    /// Goes on with what a file holds; begins it where there is none.
    ///
    /// # Errors
    /// When it cannot be read or written, or holds something else. The message fits on one line.
    pub fn open(file: PathBuf) -> anyhow::Result<Self> {
        let shown = file.display().to_string();
        let kept = match fs::read_to_string(&file) {
            Ok(text) => {
                Kept::parse(&text).with_context(|| format!("{shown} is no ledger of gaps; name another file"))?
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Kept { changed: true, ..Kept::default() },
            Err(error) => return Err(error).with_context(|| format!("cannot read the ledger of gaps {shown}")),
        };
        let ledger = Self { file, kept: Mutex::new(kept) };
        write(&ledger.file, &ledger.kept().written())
            .with_context(|| format!("cannot write the ledger of gaps {shown}"))?;
        ledger.kept().changed = false;
        Ok(ledger)
    }

    /// Keeps a question that ended so, where it was not answered.
    pub fn note(&self, request: &Request, standing: Standing) {
        if matches!(standing, Standing::Near | Standing::Unknown)
            && let Some(line) = line(request)
        {
            self.kept().add(line, 1);
        }
    }

    /// Writes what changed since the last time. A file that cannot be written is tried again the next time.
    pub fn write(&self) {
        let text = {
            let mut kept = self.kept();
            if !std::mem::take(&mut kept.changed) {
                return;
            }
            kept.written()
        };
        let written = write(&self.file, &text);
        let mut kept = self.kept();
        if let Err(error) = &written {
            kept.changed = true;
            if !kept.unwritten {
                tracing::warn!(%error, "the ledger of gaps cannot be written; it is kept in memory meanwhile");
            }
        }
        kept.unwritten = written.is_err();
    }

    /// A panic leaves nothing half-done in it.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn parse(text: &str) -> anyhow::Result<Self> {
        let mut kept = Self::default();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let Some((times, question)) = counted(line) else {
                bail!("line {} is not a number, a tab and a question", number + 1);
            };
            kept.add(question.to_owned(), times);
        }
        kept.changed = false;
        Ok(kept)
    }

    fn add(&mut self, line: String, times: u64) {
        if let Some(count) = self.counts.get_mut(&line) {
            *count = count.saturating_add(times);
        } else if self.counts.len() < MOST && self.bytes + line.len() <= MOST_BYTES {
            self.bytes += line.len();
            self.counts.insert(line, times);
        } else {
            if !std::mem::replace(&mut self.full, true) {
                tracing::warn!(MOST, "the ledger of gaps is full; read it with `casebook gaps`, and begin another");
            }
            return;
        }
        self.changed = true;
    }

    /// The questions, those asked most often first.
    fn written(&self) -> String {
        let mut lines: Vec<(&String, &u64)> = self.counts.iter().collect();
        lines.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        lines.iter().fold(HEAD.to_owned(), |text, (line, count)| format!("{text}{count}\t{line}\n"))
    }
}

/// A line of a ledger: how often a question was asked, and the question.
pub fn counted(line: &str) -> Option<(u64, &str)> {
    let (count, question) = line.split_once('\t')?;
    Some((count.parse().ok()?, question))
}

/// What is kept of a request: its command, and what was typed, in small letters and without who or what Discord's marks in it
/// name. Nothing of one that was not typed, and of a message that is being checked, whose words are somebody else's.
fn line(request: &Request) -> Option<String> {
    let spec = request.spec();
    let given = || spec.options.iter().filter(|option| request.value(option.name).is_some());
    if spec.command == Command::Check || given().any(|option| matches!(option.takes, Takes::Carried)) {
        return None;
    }
    let mut kept = Request::of(spec.command);
    for option in given().filter(|option| matches!(option.takes, Takes::Entries(_) | Takes::Text)) {
        let words = request.text(option.name)?.to_lowercase();
        let words: Vec<&str> = words.split_whitespace().filter(|word| !is_mark(word)).collect();
        kept = kept.with(option.name, words.join(" "));
    }
    let line = kept.line();
    let told = line.chars().count() <= LONGEST && !line.chars().any(char::is_control) && line.contains(' ');
    told.then_some(line)
}

/// Whether a word holds a user, a role, a channel or a link, as Discord writes them.
fn is_mark(word: &str) -> bool {
    ["<@", "<#", "<:", "<a:", "<t:", "</", "@", "http://", "https://"].iter().any(|mark| word.contains(mark))
}

/// Writes a file beside the old one and puts it in its place, so that a crash leaves one of the two whole.
fn write(file: &Path, text: &str) -> std::io::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = file.with_file_name(format!(".{name}.new"));
    let write = || {
        let mut new = private(&beside)?;
        new.write_all(text.as_bytes())?;
        new.sync_all()?;
        fs::rename(&beside, file)
    };
    write().inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// A file that only its owner reads.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(line: &str) -> Request {
        Request::parse(line).unwrap()
    }

    fn open(folder: &tempfile::TempDir) -> Ledger {
        Ledger::open(folder.path().join("gaps.tsv")).unwrap()
    }

    fn text(folder: &tempfile::TempDir) -> String {
        let text = fs::read_to_string(folder.path().join("gaps.tsv")).unwrap();
        text.strip_prefix(HEAD).unwrap().to_owned()
    }

    #[test]
    fn what_was_not_answered_is_counted_and_outlives_the_process() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = open(&folder);
        ledger.note(&request("/ask price of  Bread"), Standing::Near);
        ledger.note(&request("/ask price of bread private:true language:ru"), Standing::Unknown);
        ledger.note(&request("/actor Nobody"), Standing::Unknown);
        ledger.note(&request("/actor Somebody"), Standing::Found);
        ledger.note(&request("/actor Anybody"), Standing::Ambiguous);
        ledger.write();
        assert_eq!(text(&folder), "2\t/ask question:price of bread\n1\t/actor question:nobody\n");
        drop(ledger);
        let ledger = open(&folder);
        ledger.note(&request("/actor NOBODY"), Standing::Unknown);
        ledger.write();
        assert_eq!(text(&folder), "2\t/actor question:nobody\n2\t/ask question:price of bread\n");
    }

    #[test]
    fn nobody_and_no_place_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = open(&folder);
        let typed =
            "/ask did <@7000000000000000001> or @ada say in <#8000000000000000001> that https://example.org/x holds";
        ledger.note(&request(typed), Standing::Unknown);
        ledger.note(&request("/check In 1999 a friend of mine said so."), Standing::Unknown);
        ledger.note(&request(&format!("/ask {}", "long ".repeat(100))), Standing::Unknown);
        ledger.write();
        assert_eq!(text(&folder), "1\t/ask question:did or say in that holds\n");
    }

    #[test]
    fn a_file_that_is_something_else_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        fs::write(&file, "knowledge = \"knowledge\"\n").unwrap();
        let error = format!("{:#}", Ledger::open(file.clone()).unwrap_err());
        assert!(error.contains("is no ledger of gaps") && error.contains("line 1"), "{error}");
        assert_eq!(fs::read_to_string(file).unwrap(), "knowledge = \"knowledge\"\n");
        let error = format!("{:#}", Ledger::open(folder.path().join("none/gaps.tsv")).unwrap_err());
        assert!(error.contains("cannot write the ledger of gaps"), "{error}");
    }

    #[test]
    fn it_is_bounded_and_goes_on_counting_what_it_has() {
        let mut kept = Kept::default();
        for number in 0..2 * MOST {
            kept.add(format!("/ask {number}"), 1);
        }
        kept.add("/ask 0".to_owned(), 1);
        assert_eq!((kept.counts.len(), kept.counts["/ask 0"]), (MOST, 2));
        let mut kept = Kept::default();
        for number in 0..MOST {
            kept.add(format!("{number:1000}"), 1);
        }
        assert!(kept.counts.len() > 1000 && kept.bytes <= MOST_BYTES);
    }

    #[test]
    fn what_cannot_be_written_is_written_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = open(&folder);
        ledger.note(&request("/actor Nobody"), Standing::Unknown);
        // A folder in the place of the file that is written beside it.
        let beside = folder.path().join(".gaps.tsv.new");
        fs::create_dir(&beside).unwrap();
        ledger.write();
        assert_eq!(text(&folder), "");
        fs::remove_dir(&beside).unwrap();
        ledger.write();
        assert_eq!(text(&folder), "1\t/actor question:nobody\n");
    }
}
