//! A text that is longer than the terminal, page by page.
//!
//! Owns when a pager is started, and which. Where the output is no terminal, the text is written as it is.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::{Command, Stdio};

use crate::config::pager;

/// Writes a text to standard output; through a pager where that is a terminal with fewer lines.
///
/// # Errors
/// When it cannot be written.
pub(super) fn show(text: &str) -> io::Result<()> {
    let is_long = io::stdout().is_terminal() && io::stdin().is_terminal() && is_longer(text);
    if is_long && pager().is_some_and(|pager| page(&pager, text)) {
        return Ok(());
    }
    write!(anstream::stdout().lock(), "{text}")
}

/// Whether a text has more lines than the terminal; one is left for what is typed next.
fn is_longer(text: &str) -> bool {
    let height = terminal_size::terminal_size().map(|(_, terminal_size::Height(height))| usize::from(height));
    height.is_some_and(|height| text.lines().count() + 1 > height)
}

/// Whether the pager took the text. One that the reader leaves early has shown what was wanted.
fn page(pager: &str, text: &str) -> bool {
    let mut words = pager.split_whitespace();
    let Some(program) = words.next() else { return false };
    let mut command = Command::new(program);
    // `less` would show the codes of colours, and clear the screen at its end.
    command.args(words).env("LESS", "-FRX").env("LESSCHARSET", "utf-8").stdin(Stdio::piped());
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut input) = child.stdin.take() {
        let plain = anstream::AutoStream::choice(&io::stdout()) == anstream::ColorChoice::Never;
        let text = if plain { anstream::adapter::strip_str(text).to_string() } else { text.to_owned() };
        // A closed pipe means that the reader has seen enough.
        let _ = input.write_all(text.as_bytes());
    }
    child.wait().is_ok()
}
