//! The same questions about the same invented catalogue through Casebook, a scan of all names, and tantivy.
//!
//! Owns the sizes and the table. Sizes other than the usual ones can be given as arguments.

#[path = "../../support/catalogue.rs"]
mod catalogue;
mod engine;
#[path = "../../support/letters.rs"]
mod letters;
mod measure;
mod ours;
#[expect(dead_code, reason = "whether a person or an event is meant counts only where there are commands")]
#[path = "../../support/questions.rs"]
mod questions;
mod scan;
mod terms;

use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use casebook::knowledge::load;
use comfy_table::{CellAlignment, Table, presets};
use engine::Engine;
use measure::Score;
use ours::Ours;
use questions::{Question, Way};
use scan::Scan;
use terms::Terms;

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

/// Questions of all ways together.
const QUESTIONS: usize = 1000;

const HEADINGS: &[&str] = &[
    "entries",
    "engine",
    "index ms",
    "typo",
    "reordered",
    "surname",
    "half-typed",
    "top-1",
    "right",
    "false",
    "p50 ms",
    "p99 ms",
    "typing p50",
    "typing p99",
];

fn main() -> anyhow::Result<()> {
    let given: Vec<usize> = std::env::args().skip(1).map(|size| size.parse()).collect::<Result<_, _>>()?;
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_header(HEADINGS);
    for column in table.column_iter_mut().filter(|column| column.index != 1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    for &size in if given.is_empty() { SIZES } else { &given } {
        compare(size, &mut table)?;
    }
    writeln!(std::io::stdout().lock(), "{table}")?;
    Ok(())
}

/// Measures one engine after the other, so that each has the machine and the memory to itself.
fn compare(size: usize, table: &mut Table) -> anyhow::Result<()> {
    let (entries, folder) = catalogue::written(size)?;
    let questions = questions::ask(&entries, QUESTIONS);
    let knowledge = load(folder.path()).knowledge.context("the invented catalogue has a fault")?;
    let mut add = |engine: &dyn Engine, took: Duration| -> anyhow::Result<()> {
        table.add_row(row(size, engine, took, &questions)?);
        Ok(())
    };
    let (engine, took) = timed(|| Ours::new(&knowledge));
    add(&engine, took)?;
    drop(engine);
    let (engine, took) = timed(|| Terms::new(&entries));
    add(&engine?, took)?;
    let (engine, took) = timed(|| Scan::new(&entries));
    add(&engine, took)
}

fn timed<T>(build: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = build();
    (value, start.elapsed())
}

fn row(size: usize, engine: &dyn Engine, took: Duration, questions: &[Question]) -> anyhow::Result<Vec<String>> {
    let score = Score::of(engine, questions)?;
    let share = |share: f64| format!("{share:.3}");
    let time = |time: Duration| format!("{:.3}", time.as_secs_f64() * 1000.0);
    Ok(vec![
        size.to_string(),
        engine.name().to_owned(),
        format!("{:.0}", took.as_secs_f64() * 1000.0),
        share(score.first(&[Way::Typo])),
        share(score.first(&[Way::Reordered])),
        share(score.first(&[Way::Surname])),
        share(score.first(&[Way::HalfTyped])),
        share(score.first(&[Way::Typo, Way::Reordered, Way::Surname])),
        share(score.right()),
        share(score.wrong()),
        time(score.asking(50)),
        time(score.asking(99)),
        time(score.typing(50)),
        time(score.typing(99)),
    ])
}
