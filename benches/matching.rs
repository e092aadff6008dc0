//! How long a question and a completion take, by the number of entries.
//!
//! A question goes from the parsed request to the answer, as `elapsed_us` of `casebook ask --json` does; a completion to
//! its list. Each round is the same batch, so that the mean over it is that of a question.

#[path = "support/catalogue.rs"]
mod catalogue;
#[path = "support/letters.rs"]
mod letters;
#[expect(dead_code, reason = "what a question means counts only where answers are scored")]
#[path = "support/questions.rs"]
mod questions;

use std::hint::black_box;

use anyhow::Context as _;
use casebook::app::App;
use casebook::knowledge::load;
use casebook::request::{Context, Request};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use questions::{Question, Way};

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

/// Questions in a batch, of which a fifth are half-typed.
const BATCH: usize = 500;

/// Completions in a list, as Discord shows them.
const CHOICES: usize = 25;

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let context = Context::default();
    let mut group = criterion.benchmark_group("matching");
    group.sample_size(20).sampling_mode(SamplingMode::Flat);
    for &size in SIZES {
        let (entries, folder) = catalogue::written(size)?;
        let app = App::new(load(folder.path()).knowledge.context("the invented catalogue has a fault")?);
        let asked = questions::ask(&entries, BATCH);
        let (half, whole): (Vec<&Question>, Vec<&Question>) = asked.iter().partition(|q| q.way == Way::HalfTyped);
        let whole = requests(&whole)?;
        group.throughput(Throughput::Elements(whole.len() as u64));
        group.bench_function(BenchmarkId::new("question", size), |bencher| {
            bencher.iter(|| whole.iter().for_each(|request| drop(black_box(app.respond(&context, request)))));
        });
        let half = requests(&half)?;
        group.throughput(Throughput::Elements(half.len() as u64));
        group.bench_function(BenchmarkId::new("completion", size), |bencher| {
            bencher.iter(|| {
                for request in &half {
                    drop(black_box(app.complete(&context, request, "question", CHOICES)));
                }
            });
        });
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}

fn requests(questions: &[&Question]) -> anyhow::Result<Vec<Request>> {
    let line = |question: &&Question| {
        let command = if question.person { "actor" } else { "event" };
        let line = format!("/{command} question:{}", question.text);
        Request::parse(&line).map_err(|error| anyhow::anyhow!("{line}: {error:?}"))
    };
    questions.iter().map(line).collect()
}
