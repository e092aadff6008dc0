//! From a folder to tables: walks it, reads each file, and reports every fault of form.
//!
//! Owns the file system and TOML. What the values mean is decided in [`super::resolve`].

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::{Deref, Range};
use std::path::Path;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::format::{
    self, RawActor, RawAspect, RawEvent, RawFact, RawQuestion, RawRelation, RawSource, RawTopic, RawWords, Table,
};
use super::locate::Layout;
use super::model::Origin;
use crate::diagnostic::{Code, Diagnostic, FileId, Files, nearest};

/// The largest file that is read, in bytes. A file of this size holds some 100,000 entries; a larger one is more likely
/// a mistake than a page of facts, and would cost its size in memory several times over.
const LARGEST_FILE: u64 = 32 * 1024 * 1024;

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
}

/// Reads all `*.toml` files below a folder, in the order of their paths.
pub(super) fn read_folder(folder: &Path, tables: &mut Tables, files: &mut Files, faults: &mut Vec<Diagnostic>) {
    let before = faults.len();
    let mut walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) if entry.depth() > 0 && is_hidden(entry.file_name()) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Ok(entry) if entry.file_type().is_file() && entry.path().extension().is_some_and(|ext| ext == "toml") => {
                read_file(entry.path(), tables, files, faults);
            }
            Ok(_) => {}
            Err(error) => faults.push(walk_fault(&error, folder, files)),
        }
    }
    if files.is_empty() && faults.len() == before {
        let message = format!("there is no `.toml` file in {}", folder.display());
        faults.push(Diagnostic::new(Code::NoFiles, message).help("name the folder that holds the knowledge files"));
    }
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
    match read_text(path, &shown) {
        Ok(text) => {
            let file = files.add(shown, text);
            let text = files.text(file);
            faults.extend(form_faults(text, file));
            read_tables(text, file, tables, faults);
        }
        Err(fault) => {
            let file = files.add(shown, String::new());
            faults.push(fault.at(file, 0..0, ""));
        }
    }
}

fn read_text(path: &Path, shown: &str) -> Result<String, Diagnostic> {
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
    String::from_utf8(fs::read(path).map_err(unreadable)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1;
        Diagnostic::new(Code::NotUtf8, format!("`{shown}` is not UTF-8: byte {at}, in line {line}"))
            .help("save the file as UTF-8")
    })
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
        faults.extend(errors.iter().map(|error| {
            let span = error.span().unwrap_or(0..0);
            Diagnostic::new(Code::Syntax, format!("this is not TOML: {}", error.message())).at(file, span, "")
        }));
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
        match Table::ALL.iter().find(|table| table.word() == name.get_ref()) {
            Some(&table) => read_table(table, value, file, &layout, tables, faults),
            None => faults.push(unknown_table(name.get_ref(), file, span)),
        }
    }
}

fn unknown_table(name: &str, file: FileId, span: Range<usize>) -> Diagnostic {
    let fault = Diagnostic::new(Code::UnknownTable, format!("unknown table `{name}`")).at(file, span, "");
    let all = || Table::ALL.iter().map(|table| format!("`[[{}]]`", table.word())).collect::<Vec<_>>().join(", ");
    let help = nearest(name, Table::ALL.iter().map(|table| table.word()))
        .map_or_else(|| format!("the tables are {}", all()), |near| format!("did you mean `[[{near}]]`?"));
    fault.help(help)
}

fn read_table<'t>(
    table: Table,
    value: Spanned<DeValue<'t>>,
    file: FileId,
    layout: &dyn Deref<Target = Layout<'t>>,
    tables: &mut Tables,
    faults: &mut Vec<Diagnostic>,
) {
    let word = table.word();
    let span = value.span();
    let DeValue::Array(array) = value.into_inner() else {
        let message = format!("`{word}` must be written as an array of tables");
        faults.push(Diagnostic::new(Code::WrongType, message).at(file, span, "").help(format!("write `[[{word}]]`")));
        return;
    };
    for (ordinal, entry) in array.into_iter().enumerate() {
        let origin = Origin { file, ordinal: u32::try_from(ordinal).unwrap_or(u32::MAX) };
        let mut reader = EntryReader { table, origin, layout, broken: &mut tables.broken, faults };
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

/// Reads one entry; on a fault, finds all the others of that entry too.
struct EntryReader<'a, 't> {
    table: Table,
    origin: Origin,
    layout: &'a dyn Deref<Target = Layout<'t>>,
    broken: &'a mut BTreeSet<String>,
    faults: &'a mut Vec<Diagnostic>,
}

impl EntryReader<'_, '_> {
    fn read<T: DeserializeOwned>(&mut self, entry: Spanned<DeValue<'_>>) -> Option<(Origin, T)> {
        let span = entry.span();
        let Some(id) = entry.get_ref().as_table().map(id_of) else {
            let message = format!("an entry of `{}` must be a table", self.table.word());
            self.fault(Code::WrongType, message, span);
            return None;
        };
        let read = T::deserialize(ValueDeserializer::from(entry)).ok();
        if read.is_none() {
            self.broken.extend(id);
            self.explain::<T>();
        }
        read.map(|read| (self.origin, read))
    }

    /// Finds each fault of an entry that cannot be read: keys it must not have, keys it must have, wrong types.
    fn explain<T: DeserializeOwned>(&mut self) {
        let Some(entry) = self.layout.entry(self.table, self.origin) else { return };
        let span = entry.span();
        let DeValue::Table(mut keys) = entry.get_ref().clone() else { return };
        let shape = &SHAPES[&self.table];
        let unknown: Vec<_> =
            keys.keys().filter(|key| !shape.known.contains(key.get_ref().as_ref())).cloned().collect();
        for key in unknown {
            self.unknown_key(key.get_ref(), key.span(), shape);
            keys.remove(&key);
        }
        for missing in shape.required.iter().filter(|&key| !keys.contains_key(key.as_str())) {
            let message = format!("this {} has no `{missing}`", self.table.word());
            let help = format!("add `{missing} = …`");
            self.faults
                .push(Diagnostic::new(Code::MissingKey, message).at(self.origin.file, span.clone(), "").help(help));
        }
        loop {
            let value = Spanned::new(span.clone(), DeValue::Table(keys.clone()));
            let Err(error) = T::deserialize(ValueDeserializer::from(value)) else { return };
            let at = error.span().unwrap_or_default();
            // An error that lies in no key is about a missing one, which has been reported.
            let Some(key) = keys.iter().find(|(_, value)| covers(value.span(), &at)).map(|(key, _)| key.clone()) else {
                return;
            };
            keys.remove(&key);
            self.fault(Code::WrongType, format!("wrong type for `{}`: {}", key.get_ref(), error.message()), at);
        }
    }

    fn unknown_key(&mut self, key: &str, span: Range<usize>, shape: &Shape) {
        let word = self.table.word();
        let help = match nearest(key, shape.known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys of `[[{word}]]` are {}", listed(&shape.known)),
        };
        let fault = Diagnostic::new(Code::UnknownKey, format!("`[[{word}]]` has no key `{key}`"));
        self.faults.push(fault.at(self.origin.file, span, "").help(help));
    }

    fn fault(&mut self, code: Code, message: String, span: Range<usize>) {
        self.faults.push(Diagnostic::new(code, message).at(self.origin.file, span, ""));
    }
}

fn covers(outer: Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn listed(words: &BTreeSet<String>) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn id_of(table: &DeTable<'_>) -> Option<String> {
    table.get("id").and_then(|id| id.get_ref().as_str()).map(ToOwned::to_owned)
}

/// The keys of a table, taken from the schema so that they are written down once.
struct Shape {
    known: BTreeSet<String>,
    required: BTreeSet<String>,
}

static SHAPES: LazyLock<BTreeMap<Table, Shape>> = LazyLock::new(|| {
    let schema = format::schema();
    let definitions = schema.as_value().pointer("/$defs").cloned().unwrap_or_default();
    let shape = |table: &Table| {
        let definition = definitions.get(table.word()).cloned().unwrap_or_default();
        let known = definition["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
        let required = definition["required"].as_array().into_iter().flatten();
        Shape { known, required: required.filter_map(|key| key.as_str().map(ToOwned::to_owned)).collect() }
    };
    Table::ALL.iter().map(|table| (*table, shape(table))).collect()
});
