//! The console: the same commands as in Discord, typed into a terminal.
//!
//! Owns line editing, history within the session, what is said to the console itself, and completion of commands, options and
//! entries with Tab. How a long text is shown is left to the caller.
//! History is not written to disk, because questions are not stored.

use std::io::{IsTerminal as _, Write as _};

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{CompletionType, Config, Editor, Helper, Highlighter, Hinter, Validator};

use crate::answer::Answer;
use crate::app::App;
use crate::message::{Message, Words};
use crate::render::inline::Protocol;
use crate::render::picture::Picture;
use crate::render::terminal::{Look, draw, draw_front};
use crate::request::{COMMANDS, Context, Request, Spec, UserError, View};
use crate::wording::Wording;

/// How many entries Tab goes through.
const ENTRIES: usize = 25;

/// What ends the console.
const QUIT: &[&str] = &["quit", "exit", "bye", "q"];

/// What shows the whole of the last answer.
const ALL: &[&str] = &["all", "more"];

/// How answers are shown.
pub struct Screen<'a> {
    /// Shows a text, however long.
    pub show: &'a dyn Fn(&str) -> std::io::Result<()>,
    /// How the terminal is told to show pictures, if it does.
    pub images: Option<Protocol>,
}

impl Screen<'_> {
    /// Shows the short form of an answer, and its picture below where there is one and it can be drawn.
    fn show_front(&self, answer: &Answer, look: Look) -> std::io::Result<()> {
        (self.show)(&draw_front(answer, look, ALL[0]))?;
        let picture = self.images.and_then(|images| Some((images, Picture::on(answer, View::Front)?.png().ok()?)));
        match picture {
            // The codes are no text whose colours could be taken away.
            Some((images, png)) => std::io::stdout().write_all(images.written(&png).as_bytes()),
            None => Ok(()),
        }
    }
}

/// Answers line by line until the input ends, in the short form unless all is asked for.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn run(app: &App, context: &Context, look: Look, screen: &Screen<'_>) -> anyhow::Result<()> {
    // Entries need not begin with what was typed, so Tab goes through them instead of to what they share.
    let config = Config::builder().completion_type(CompletionType::Circular).build();
    let mut editor: Editor<Completion<'_>, MemHistory> = Editor::with_history(config, MemHistory::new())?;
    editor.set_helper(Some(Completion { app, context }));
    let mut out = anstream::stdout();
    if std::io::stdin().is_terminal() {
        let greeting = Message::ConsoleGreeting {
            help: "help".into(),
            tab: "Tab".into(),
            all: ALL[0].into(),
            quit: QUIT[0].into(),
        };
        writeln!(out, "{}", worded(context, &greeting.into()))?;
    }
    let mut last: Option<Answer> = None;
    loop {
        match editor.readline("casebook> ") {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => {
                editor.add_history_entry(line.as_str())?;
                match said(&line) {
                    Said::Quit => return Ok(()),
                    Said::All => match &last {
                        Some(answer) => (screen.show)(&draw(answer, look))?,
                        None => writeln!(out, "{}", worded(context, &Message::NothingAsked.into()))?,
                    },
                    Said::Request(request) => match request.and_then(|request| app.respond(context, &request)) {
                        Ok(answer) => screen.show_front(last.insert(answer), look)?,
                        Err(error) => writeln!(out, "{}", worded(context, &(*error.0).into()))?,
                    },
                }
            }
            Err(ReadlineError::Interrupted) => {}
            Err(ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

/// What a line says to the console.
enum Said {
    Quit,
    All,
    Request(Result<Request, UserError>),
}

/// A line that is the name of a command and no more is that command, with its slash or without.
fn said(line: &str) -> Said {
    let word = line.trim().trim_end_matches(['.', '!', '?', ';']).to_lowercase();
    let bare = word.trim_start_matches(['/', ':']);
    if QUIT.contains(&bare) {
        return Said::Quit;
    }
    if ALL.contains(&bare) {
        return Said::All;
    }
    let is_command = Spec::named(bare).is_some();
    Said::Request(match line.trim() {
        "?" | "/?" => Request::parse("/help"),
        _ if is_command => Request::parse(&format!("/{bare}")),
        line => Request::parse(line),
    })
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
    fn what_people_type_to_leave_or_get_help_is_understood() {
        let request = |line: &str| match said(line) {
            Said::Request(Ok(request)) => request.line(),
            Said::Request(Err(_)) => "refused".to_owned(),
            Said::Quit => "quit".to_owned(),
            Said::All => "all".to_owned(),
        };
        for line in ["quit", "exit", "/quit", ":q", " Quit "] {
            assert_eq!(request(line), "quit", "{line}");
        }
        for line in ["help", "/help", "?", "HELP", "help?"] {
            assert_eq!(request(line), "/help", "{line}");
        }
        assert_eq!(request("all"), "all");
        assert_eq!(request("sources"), "/sources");
        assert_eq!(request("/nothing"), "refused");
        assert_eq!(request("quit smoking?"), "/ask question:quit smoking?", "a question goes where questions go");
        assert_eq!(request("event"), "refused", "it needs a text, and says so");
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
