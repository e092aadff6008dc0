//! From a folder to tables: walks it, reads each file, and reports every fault of form.
//!
//! Owns the file system and TOML. What the values mean is decided in [`super::resolve`].

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::fs;
use std::ops::{Deref, Range};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::{
    RawActor, RawAspect, RawEvent, RawFact, RawQuestion, RawRelation, RawSource, RawTopic, RawWords, Table,
};
use super::locate::Layout;
use super::model::Origin;
use crate::diagnostic::{Code, Diagnostic, FileId, Files};
use crate::suggestion::nearest;

mod entry;
mod number;
mod syntax;

use entry::EntryReader;

/// The largest file that is read, in bytes. A file of this size holds some 100,000 entries; a larger one is more likely
/// a mistake than a page of facts, and would cost its size in memory several times over.
const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// Tables that people write where the format has another for the same.
const OTHER_TABLES: &[(&str, &str)] = &[
    ("article", "`[[source]]`"),
    ("book", "`[[source]]`"),
    ("claim", "`[[fact]]`, with `attributed_to`"),
    ("company", "`[[actor]]`, with `kind = \"company\"`"),
    ("country", "`[[actor]]`, with `kind = \"country\"`"),
    ("document", "`[[source]]`"),
    ("group", "`[[actor]]`, with `kind = \"group\"`"),
    ("link", "`[[relation]]`"),
    ("object", "`[[actor]]`, with `kind = \"object\"`"),
    ("office", "`[[relation]]`, with `kind = \"holds-office\"` and `office`"),
    ("organisation", "`[[actor]]`, with `kind = \"organisation\"`"),
    ("organization", "`[[actor]]`, with `kind = \"organisation\"`"),
    ("people", "`[[actor]]`, with `kind = \"person\"`"),
    ("person", "`[[actor]]`, with `kind = \"person\"`"),
    ("place", "`[[actor]]` with `kind = \"object\"` where something is said of it, and `place` in an event"),
    ("quote", "`[[fact]]`, with `attributed_to`"),
    ("statement", "`[[fact]]`, with `attributed_to`"),
    ("synonym", "`[[words]]`"),
    ("theme", "`[[topic]]`"),
    ("tie", "`[[relation]]`"),
    ("treaty", "`[[event]]` for its signing, or `[[actor]]` with `kind = \"object\"`"),
    ("word", "`[[words]]`"),
];

/// Everything that the files hold, table by table, with the place of each entry.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) sources: Vec<(Origin, RawSource)>,
    pub(super) actors: Vec<(Origin, RawActor)>,
    pub(super) events: Vec<(Origin, RawEvent)>,
    pub(super) topics: Vec<(Origin, RawTopic)>,
    pub(super) aspects: Vec<(Origin, RawAspect)>,
    pub(super) facts: Vec<(Origin, RawFact)>,
    pub(super) relations: Vec<(Origin, RawRelation)>,
    pub(super) questions: Vec<(Origin, RawQuestion)>,
    pub(super) words: Vec<(Origin, RawWords)>,
    /// Ids of entries that could not be read, so that references to them are not reported as well.
    pub(super) broken: BTreeSet<String>,
    /// Files that could not be read.
    pub(super) unread: Vec<Unread>,
}

/// A file that could not be read.
pub(super) struct Unread {
    pub(super) file: FileId,
    /// The ids that seem to stand in it; none where nothing of it is known.
    pub(super) ids: Option<BTreeSet<String>>,
}

/// Reads all `*.toml` files below a folder, in the order of their paths.
pub(super) fn read_folder(folder: &Path, tables: &mut Tables, files: &mut Files, faults: &mut Vec<Diagnostic>) {
    let before = faults.len();
    let mut misnamed: Vec<PathBuf> = Vec::new();
    for entry in walk(folder) {
        match entry {
            Ok(entry) if is_knowledge(&entry) => read_file(entry.path(), tables, files, faults),
            Ok(entry) => {
                if entry.file_type().is_file() && is_misnamed(entry.path()) {
                    misnamed.push(entry.path().to_owned());
                }
            }
            Err(error) => {
                faults.push(walk_fault(&error, folder, files));
                let unread = files.last().filter(|_| error.loop_ancestor().is_none());
                tables.unread.extend(unread.map(|file| Unread { file, ids: None }));
            }
        }
    }
    let skipped = misnamed.len();
    faults.extend(misnamed.iter().map(|path| {
        let message = format!("`{}` is not read, for its name does not end in `.toml`", path.display());
        Diagnostic::new(Code::SkippedFile, message).help("give it a name that ends in `.toml`, in small letters")
    }));
    if files.is_empty() && faults.len() == before + skipped {
        let message = format!("there is no `.toml` file in {}", folder.display());
        faults.push(
            Diagnostic::new(Code::NoFiles, message)
                .help("name the folder that holds the knowledge files; their names end in `.toml`"),
        );
    }
}

/// The SHA-256 of all that would be read of a folder, paths below the folder included: it changes with any byte of it.
///
/// What cannot be read counts as what the system says of it.
pub fn digest(folder: &Path) -> [u8; 32] {
    let mut digest = Sha256::new();
    let mut add = |path: &Path, bytes: &[u8]| {
        let path = path.strip_prefix(folder).unwrap_or(path).as_os_str().as_encoded_bytes();
        // Lengths, so that no two folders are written alike.
        digest.update((path.len() as u64).to_be_bytes());
        digest.update(path);
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    for entry in walk(folder) {
        match entry {
            Ok(entry) if is_knowledge(&entry) => match read_bytes(entry.path(), "") {
                Ok(bytes) => add(entry.path(), &bytes),
                Err(fault) => add(entry.path(), fault.message.as_bytes()),
            },
            Ok(_) => {}
            Err(error) => add(error.path().unwrap_or(folder), error.to_string().as_bytes()),
        }
    }
    digest.finalize().into()
}

/// What lies below a folder, in the order of the paths, but for what is hidden.
fn walk(folder: &Path) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> {
    let walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()))
}

fn is_knowledge(entry: &walkdir::DirEntry) -> bool {
    entry.file_type().is_file() && entry.path().extension().is_some_and(|ext| ext == "toml")
}

/// Whether a file that is not read has a name by which it seems to be meant for reading: `facts.toml.txt`, `FACTS.TOML`.
fn is_misnamed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    [".toml", ".toml.txt", ".tml", ".tom"].iter().any(|end| name.ends_with(end))
}

/// Files and folders whose names start with a dot belong to editors and version control.
fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

fn walk_fault(error: &walkdir::Error, folder: &Path, files: &mut Files) -> Diagnostic {
    let path = error.path().unwrap_or(folder).display().to_string();
    let file = files.add(path.clone(), String::new());
    if let Some(ancestor) = error.loop_ancestor() {
        let message = format!("`{path}` is a link back to `{}`, which holds it", ancestor.display());
        return Diagnostic::new(Code::LinkLoop, message).at(file, 0..0, "").help("remove the link");
    }
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Diagnostic::new(Code::Unreadable, format!("cannot read `{path}`: {reason}"))
        .at(file, 0..0, "")
        .help("check that the path exists and that this user may read it")
}

/// Reads one file.
pub(super) fn read_file(path: &Path, tables: &mut Tables, files: &mut Files, faults: &mut Vec<Diagnostic>) {
    let shown = path.display().to_string();
    let unread = match read_bytes(path, &shown).map(String::from_utf8) {
        Ok(Ok(text)) => {
            let file = files.add(shown, text);
            let text = files.text(file);
            faults.extend(form_faults(text, file));
            read_tables(text, file, tables, faults);
            return;
        }
        Ok(Err(error)) => {
            let (fault, at) = not_utf8(error.as_bytes(), error.utf8_error().valid_up_to());
            let file = files.add(shown, String::from_utf8_lossy(error.as_bytes()).into_owned());
            faults.push(fault.at(file, at..at, ""));
            file
        }
        Err(fault) => {
            let file = files.add(shown, String::new());
            faults.push(fault.at(file, 0..0, ""));
            file
        }
    };
    tables.unread.push(Unread { file: unread, ids: None });
}

fn read_bytes(path: &Path, shown: &str) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::new(Code::Unreadable, format!("cannot read `{shown}`: {error}"))
            .help("check that this user may read the file")
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        let mib = |bytes: u64| bytes.div_ceil(1024 * 1024);
        let message = format!("`{shown}` has {} MiB; the limit is {} MiB", mib(size), mib(LARGEST_FILE));
        return Err(Diagnostic::new(Code::TooLarge, message).help("split it into files by theme"));
    }
    fs::read(path).map_err(unreadable)
}

/// What to say of a file that is not UTF-8 from a byte on, and where it shows.
fn not_utf8(bytes: &[u8], at: usize) -> (Diagnostic, usize) {
    let (message, at) = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => ("the file is saved as UTF-16, not as UTF-8", 0),
        _ => ("the file is not UTF-8: this character is written in another encoding", at),
    };
    let help = "save it as UTF-8; in Notepad, Save as lets you choose the encoding";
    (Diagnostic::new(Code::NotUtf8, message).help(help), at)
}

/// What is accepted in a file, but better mended.
fn form_faults(text: &str, file: FileId) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    if text.starts_with('\u{feff}') {
        let message = "the file starts with a byte-order mark";
        let help = "save it as UTF-8 without a byte-order mark";
        faults.push(Diagnostic::new(Code::ByteOrderMark, message).at(file, 0..0, "").help(help));
    }
    if let Some(at) = text.find("\r\n") {
        let message = "the file has Windows line ends (CR LF)";
        let help = "save it with LF line ends, so that changes show line by line";
        faults.push(Diagnostic::new(Code::CarriageReturn, message).at(file, at..at, "").help(help));
    }
    faults
}

fn read_tables(text: &str, file: FileId, tables: &mut Tables, faults: &mut Vec<Diagnostic>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    // The parser goes on after an error, but what it recovers is a guess: only the errors are of use.
    if !errors.is_empty() {
        faults.extend(syntax::faults(text, file, &errors));
        tables.unread.push(Unread { file, ids: Some(syntax::ids(text)) });
        return;
    }
    let root = root.into_inner();
    if root.is_empty() {
        let fault = Diagnostic::new(Code::EmptyFile, "the file holds no table").at(file, 0..0, "");
        faults.push(fault.help("add a table such as `[[fact]]`, or remove the file"));
    }
    // Reading an entry uses it up: to explain a fault, the text is read once more, and only then.
    let layout = LazyCell::new(|| Layout::read(text));
    for (name, value) in root {
        let span = name.span();
        if let Some(&table) = Table::ALL.iter().find(|table| table.word() == name.get_ref()) {
            read_table(table, value, (text, file), &layout, tables, faults);
        } else {
            // What refers to its entries is right.
            let entries = value.get_ref().as_array().into_iter().flatten();
            tables.broken.extend(entries.filter_map(|entry| entry.get_ref().as_table().and_then(entry::id_of)));
            faults.push(unknown_table(name.get_ref(), value.get_ref(), file, span));
        }
    }
}

fn unknown_table(name: &str, value: &DeValue<'_>, file: FileId, span: Range<usize>) -> Diagnostic {
    if !matches!(value, DeValue::Array(_) | DeValue::Table(_)) {
        let fault = Diagnostic::new(Code::UnknownTable, format!("`{name}` stands above the first entry"));
        return fault.at(file, span, "").help("write the line that begins its entry above it, such as `[[event]]`");
    }
    let fault = Diagnostic::new(Code::UnknownTable, format!("unknown table `{name}`")).at(file, span, "");
    let small = name.to_lowercase();
    let other = OTHER_TABLES.iter().find(|(other, _)| *other == small || format!("{other}s") == small);
    if let Some((_, instead)) = other {
        return fault.help(format!("write {instead}"));
    }
    let all = || Table::ALL.iter().map(|table| format!("`[[{}]]`", table.word())).collect::<Vec<_>>().join(", ");
    let help = nearest(&small, Table::ALL.iter().map(|table| table.word()))
        .map_or_else(|| format!("the tables are {}", all()), |near| format!("did you mean `[[{near}]]`?"));
    fault.help(help)
}

fn read_table<'t>(
    table: Table,
    value: Spanned<DeValue<'t>>,
    (text, file): (&'t str, FileId),
    layout: &dyn Deref<Target = Layout<'t>>,
    tables: &mut Tables,
    faults: &mut Vec<Diagnostic>,
) {
    let span = value.span();
    let array = match value.into_inner() {
        DeValue::Array(array) => array,
        other => {
            tables.broken.extend(other.as_table().and_then(entry::id_of));
            faults.push(syntax::not_entries(table, text, file, span));
            return;
        }
    };
    for (ordinal, entry) in array.into_iter().enumerate() {
        let origin = Origin { file, ordinal: u32::try_from(ordinal).unwrap_or(u32::MAX) };
        let mut reader = EntryReader { table, origin, text, layout, broken: &mut tables.broken, faults };
        match table {
            Table::Source => tables.sources.extend(reader.read(entry)),
            Table::Actor => tables.actors.extend(reader.read(entry)),
            Table::Event => tables.events.extend(reader.read(entry)),
            Table::Topic => tables.topics.extend(reader.read(entry)),
            Table::Aspect => tables.aspects.extend(reader.read(entry)),
            Table::Fact => tables.facts.extend(reader.read(entry)),
            Table::Relation => tables.relations.extend(reader.read(entry)),
            Table::Question => tables.questions.extend(reader.read(entry)),
            Table::Words => tables.words.extend(reader.read(entry)),
        }
    }
}
