//! A fact base that loads, looked at as a whole: its style, its golden questions, and every view against Discord's lengths.
//!
//! Owns that all of it is looked at wherever a fact base is checked. What is looked for stands in [`crate::check`] and
//! [`crate::golden`].

use crate::app::App;
use crate::check;
use crate::diagnostic::{Diagnostic, Files};
use crate::golden::{Asked, ask_all, try_views};
use crate::knowledge::locate;

/// Adds what is found to what loading found, in the order in which a reader should meet it, and tells how the golden questions
/// were answered.
pub fn review(app: &App, files: &Files, diagnostics: &mut Vec<Diagnostic>) -> Asked {
    let mut asked = ask_all(app);
    let mut faults = check::check(app.knowledge());
    faults.append(&mut asked.faults);
    faults.extend(try_views(app));
    diagnostics.extend(locate(check::allow(app.knowledge(), faults), files));
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    asked
}
