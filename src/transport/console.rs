//! The console: the same commands as in Discord, typed into a terminal.
//!
//! Owns line editing, history within the session, and completion of commands, options and entries with Tab.
//! History is not written to disk, because questions are not stored.

use std::io::{IsTerminal as _, Write as _};

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{CompletionType, Config, Editor, Helper, Highlighter, Hinter, Validator};

use crate::app::App;
use crate::message::Words;
use crate::render::terminal::{Look, draw};
use crate::request::{COMMANDS, Context, Request, Spec};
use crate::wording::Wording;

/// How many entries Tab goes through.
const ENTRIES: usize = 25;

/// Answers line by line until the input ends.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn run(app: &App, context: &Context, look: Look) -> anyhow::Result<()> {
    // Entries need not begin with what was typed, so Tab goes through them instead of to what they share.
    let config = Config::builder().completion_type(CompletionType::Circular).build();
    let mut editor: Editor<Completion<'_>, MemHistory> = Editor::with_history(config, MemHistory::new())?;
    editor.set_helper(Some(Completion { app, context }));
    let mut out = anstream::stdout();
    if std::io::stdin().is_terminal() {
        writeln!(out, "Ask a question, or type /help. Tab completes, Ctrl-D ends.")?;
    }
    loop {
        match editor.readline("casebook> ") {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => {
                editor.add_history_entry(line.as_str())?;
                match Request::parse(&line).and_then(|request| app.respond(context, &request)) {
                    Ok(answer) => write!(out, "{}", draw(&answer, look))?,
                    Err(error) => writeln!(out, "{}", worded(context, &(*error.0).into()))?,
                }
            }
            Err(ReadlineError::Interrupted) => {}
            Err(ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

fn worded(context: &Context, words: &Words) -> String {
    Wording::of(&context.language).words(words)
}

#[derive(Helper, Highlighter, Hinter, Validator)]
struct Completion<'a> {
    app: &'a App,
    context: &'a Context,
}

impl Completer for Completion<'_> {
    type Candidate = Pair;

    fn complete(&self, line: &str, cursor: usize, _: &rustyline::Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        Ok(complete(self.app, self.context, line.get(..cursor).unwrap_or(line)))
    }
}

/// What Tab offers for a line that ends at the cursor: from where to replace, and with what.
fn complete(app: &App, context: &Context, line: &str) -> (usize, Vec<Pair>) {
    if let Some(start) = line.strip_prefix('/').filter(|rest| !rest.contains(char::is_whitespace)) {
        let names = COMMANDS.iter().filter(|spec| spec.name.starts_with(start));
        return (0, names.map(|spec| pair(format!("/{}", spec.name), format!("/{} ", spec.name))).collect());
    }
    let Ok(request) = Request::parse_half_typed(line) else { return names(line) };
    let missing = request.spec().options.iter().any(|option| option.required && request.text(option.name).is_none());
    match request.last_option(line) {
        Some(option) if !(missing && line.ends_with(' ') && request.text(option.name).is_some()) => {
            let typed = request.text(option.name).unwrap_or_default();
            let start = if typed.is_empty() { line.len() } else { line.rfind(typed).unwrap_or(line.len()) };
            let entries = app.complete(context, &request, option.name, ENTRIES).into_iter();
            (start, entries.map(|choice| pair(worded(context, &choice.words()), choice.value)).collect())
        }
        _ => names(line),
    }
}

/// The names of the options of a line's command that are not in it yet.
fn names(line: &str) -> (usize, Vec<Pair>) {
    let command = line.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
    let options = Spec::named(command).into_iter().flat_map(Spec::typed);
    let names = options.map(|option| format!("{}:", option.name)).filter(|name| !line.contains(name.as_str()));
    (line.len(), names.map(|name| pair(name.clone(), name)).collect())
}

fn pair(display: String, replacement: String) -> Pair {
    Pair { display, replacement }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::load;

    fn offered(line: &str) -> (usize, Vec<String>) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
        let app = App::new(load(&folder).knowledge.unwrap());
        let (start, pairs) = complete(&app, &Context::default(), line);
        (start, pairs.into_iter().map(|pair| pair.replacement).collect())
    }

    #[test]
    fn tab_completes_commands_options_and_entries() {
        assert_eq!(offered("/tim"), (0, vec!["/timeline ".to_owned()]));
        assert_eq!(offered("/compare ").1, ["first:", "second:", "aspect:", "private:", "language:"]);
        assert_eq!(offered("/compare first:belarus ").1, ["second:", "aspect:", "private:", "language:"]);
        let (start, entries) = offered("/compare first:belarus second:azerb");
        assert_eq!((start, entries[0].as_str()), (30, "azerbaijan"));
        let (start, entries) = offered("/actor Lukashe");
        assert_eq!((start, entries[0].as_str()), (7, "alexander-lukashenko"));
        assert!(!offered("/actor ").1.is_empty());
        assert!(offered("/nothing x").1.is_empty());
    }
}
