//! Faults in a fact base, as values: what is wrong, where, and what to type instead.
//!
//! Owns the list of codes, the shape of a diagnostic and its three written forms (for people, as JSON, as GitHub
//! annotations). Finding faults belongs to [`crate::knowledge`] and [`crate::check`].

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::OnceLock;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

mod code;

pub use code::{Code, Severity};

/// One fault: a code, one sentence, the places that show it, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault this is; the severity follows from it.
    pub code: Code,
    /// One sentence that names what is wrong.
    pub message: String,
    /// Where it shows. The first label is where to look; others give the reason. Empty for a whole folder.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// What to write in the file of the first label, where there is only one thing that can be meant.
    pub mend: Option<Edit>,
}

/// A piece of a file's text, and what to write in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The piece, in bytes of the file's text.
    pub span: Range<usize>,
    /// What to write there.
    pub text: String,
}

/// A place in a file, with a few words on what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which file, as an index into [`Files`].
    pub file: FileId,
    /// The place, in bytes of the file's text; `0..0` for a file as a whole.
    pub span: Range<usize>,
    /// A few words beside the caret; may be empty.
    pub text: String,
}

/// The index of a file in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// The files that were read, with their text, so that a diagnostic can show the line it speaks of.
#[derive(Debug, Default)]
pub struct Files(Vec<File>);

#[derive(Debug)]
struct File {
    path: String,
    text: String,
    /// Where each line begins, found when the first fault of the file is shown.
    lines: OnceLock<Vec<usize>>,
}

impl File {
    /// The line of a byte offset, counted from 0, and where it begins.
    fn line(&self, offset: usize) -> (usize, usize) {
        let begin = || std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let lines = self.lines.get_or_init(begin);
        let line = lines.partition_point(|&start| start <= offset).saturating_sub(1);
        (line, lines.get(line).copied().unwrap_or_default())
    }
}

impl Diagnostic {
    /// A diagnostic without a place; add places with [`Diagnostic::at`].
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), labels: Vec::new(), help: None, mend: None }
    }

    /// Adds a place; `text` is shown beside the caret.
    #[must_use]
    pub fn at(mut self, file: FileId, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push(Label { file, span, text: text.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what to write instead, where nothing else can be meant.
    #[must_use]
    pub fn mend(mut self, span: Range<usize>, text: impl Into<String>) -> Self {
        self.mend = Some(Edit { span, text: text.into() });
        self
    }

    /// Error or warning.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Orders diagnostics as a reader should meet them: first those that hide others, then by file, place and code.
    pub fn order(&self) -> impl Ord + '_ {
        let place = self.labels.first().map(|label| (label.file, label.span.start));
        (!self.code.hides_others(), place, self.code, &self.message)
    }
}

impl Files {
    /// Adds a file and gives its index. `path` is shown as it is given.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        self.0.push(File { path, text, lines: OnceLock::new() });
        FileId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// The path of a file, as it was given.
    pub fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.path)
    }

    /// The text of a file; empty for one that could not be read.
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.text)
    }

    /// The file that was read last.
    pub fn last(&self) -> Option<FileId> {
        self.0.len().checked_sub(1).and_then(|last| u32::try_from(last).ok()).map(FileId)
    }

    /// The paths of all files, in the order they were read.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|file| &*file.path)
    }

    /// The path and the text of each file.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|file| (&*file.path, &*file.text))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Line and column of a byte offset, both from 1; the column counts characters, as editors do.
    pub fn position(&self, file: FileId, offset: usize) -> (usize, usize) {
        let text = self.text(file);
        let offset = floor_boundary(text, offset);
        let (line, start) = self.file(file).map_or((0, 0), |file| file.line(offset));
        let before = text.get(start..offset).unwrap_or_default();
        (line + 1, before.chars().filter(|&c| c != '\u{feff}').count() + 1)
    }

    fn file(&self, file: FileId) -> Option<&File> {
        self.0.get(file.0 as usize)
    }
}

/// Draws a diagnostic for a person: code, `file:line:column`, the line with a caret, help.
pub fn draw(diagnostic: &Diagnostic, files: &Files, colour: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.slug()).elements(
        diagnostic.labels.iter().enumerate().map(|(n, label)| {
            let kind = if n == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            snippet(label, kind, files)
        }),
    );
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// Writes a diagnostic as one GitHub workflow command, which GitHub shows beside the line of a pull request.
///
/// Source: <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.
pub fn annotate(diagnostic: &Diagnostic, files: &Files) -> String {
    let command = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut line = format!("::{command} title={}", escape_property(diagnostic.code.slug()));
    if let Some(label) = diagnostic.labels.first() {
        let (row, column) = files.position(label.file, label.span.start);
        let path = escape_property(files.path(label.file));
        // Writing to a String cannot fail.
        let _ = write!(line, ",file={path},line={row},col={column}");
    }
    let mut message = diagnostic.message.clone();
    if let Some(help) = &diagnostic.help {
        message = format!("{message}\n{help}");
    }
    format!("{line}::{}", escape_message(&message))
}

/// A diagnostic as `--format json` writes it: one object a line.
#[derive(Debug, Serialize)]
pub struct Json<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    labels: Vec<JsonLabel<'a>>,
}

#[derive(Debug, Serialize)]
struct JsonLabel<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
}

impl<'a> Json<'a> {
    /// The JSON form of a diagnostic; lines and columns count from 1.
    pub fn new(diagnostic: &'a Diagnostic, files: &'a Files) -> Self {
        let labels = diagnostic.labels.iter().map(|label| {
            let (line, column) = files.position(label.file, label.span.start);
            JsonLabel { file: files.path(label.file), line, column, text: &label.text }
        });
        Self {
            code: diagnostic.code.slug(),
            severity: diagnostic.severity(),
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            labels: labels.collect(),
        }
    }
}

/// Shows only the lines that the span touches, so that a large file costs nothing to show.
fn snippet<'a>(label: &'a Label, kind: AnnotationKind, files: &'a Files) -> Snippet<'a, Annotation<'a>> {
    let text = files.text(label.file);
    let start = floor_boundary(text, label.span.start);
    let end = floor_boundary(text, label.span.end).max(start);
    let (line, first) = files.file(label.file).map_or((0, 0), |file| file.line(start));
    let last = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| end + at);
    let shown = text.get(first..last).unwrap_or_default().trim_end_matches('\r');
    let range = (start - first).min(shown.len())..(end - first).min(shown.len());
    let annotation = kind.span(range).label(label.text.as_str());
    Snippet::source(shown).line_start(line + 1).path(files.path(label.file)).annotation(annotation)
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn escape_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_not_bytes() {
        let mut files = Files::default();
        let file = files.add("a.toml".into(), "ä\nÜbung = 1".into());
        let equals = files.text(file).find('=').unwrap();
        assert_eq!(files.position(file, equals), (2, 7));
        assert_eq!(files.position(file, 1), (1, 1), "inside a character counts as its start");
        assert_eq!(files.position(file, 999).0, 2, "past the end is the end");
    }

    #[test]
    fn annotations_escape_what_github_would_read_as_a_separator() {
        let mut files = Files::default();
        let file = files.add("a,b:c.toml".into(), "x".into());
        let fault = Diagnostic::new(Code::Syntax, "50% wrong").at(file, 0..1, "").help("a\nb");
        assert_eq!(
            annotate(&fault, &files),
            "::error title=syntax,file=a%2Cb%3Ac.toml,line=1,col=1::50%25 wrong%0Aa%0Ab"
        );
    }
}
