//! How long an answer takes where much hangs on one entry: two actors with the same ties and events, and one source with a
//! place of its own for each. Matching is not in it: the requests name their entries.

use std::fmt::Write as _;
use std::hint::black_box;

use anyhow::{Context as _, anyhow};
use casebook::app::App;
use casebook::knowledge::load;
use casebook::request::{Context, Request};
use criterion::{BenchmarkId, Criterion, SamplingMode};

/// Entries in the fact base: a fifth each are others, ties of the one, ties of the other, events of both, facts.
const SIZES: &[usize] = &[1_000, 10_000, 100_000];

const LINES: [(&str, &str); 4] = [
    ("compare", "/compare first:hub-one second:hub-two"),
    ("timeline", "/timeline about:hub-one"),
    ("sources", "/sources"),
    ("source", "/sources source:book"),
];

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("answers");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for &size in SIZES {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("hubs.toml"), hubs(size / 5)?)?;
        let app = App::new(load(folder.path()).knowledge.context("the invented hubs have a fault")?);
        for (name, line) in LINES {
            let request = Request::parse(line).map_err(|error| anyhow!("{line}: {error:?}"))?;
            let context = Context::default();
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| black_box(app.respond(&context, &request)));
            });
        }
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}

fn hubs(count: usize) -> Result<String, std::fmt::Error> {
    let mut text = "[[source]]\nid = 'book'\ntitle = 'Book'\npublisher = 'Press'\npublished = '2000'\n".to_owned();
    for hub in ["hub-one", "hub-two"] {
        writeln!(
            text,
            "[[actor]]\nid = '{hub}'\nname = '{hub}'\nkind = 'country'\nsummary = 'A hub.'\nsources = ['book']"
        )?;
    }
    for n in 0..count {
        write!(
            text,
            "[[actor]]\nid = 'other-{n}'\nname = 'Other {n}'\nkind = 'group'\nsummary = 'One of many.'\nsources = ['book']\n\
             [[relation]]\nid = 'one-{n}'\nfrom = 'hub-one'\nkind = 'ally-of'\nto = 'other-{n}'\nsources = ['book#page {n}']\n\
             [[relation]]\nid = 'two-{n}'\nfrom = 'hub-two'\nkind = 'ally-of'\nto = 'other-{n}'\nsources = ['book#page {n}']\n\
             [[event]]\nid = 'event-{n}'\ntitle = 'Event {n}'\ndate = '{:04}'\nactors = ['hub-one', 'hub-two']\n\
             summary = 'It happened.'\nsources = ['book#line {n}']\n\
             [[fact]]\nid = 'fact-{n}'\nabout = ['hub-one']\ntext = 'A fact of number {n}.'\nsources = ['book#note {n}']\n",
            n % 2000
        )?;
    }
    Ok(text)
}
