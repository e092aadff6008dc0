//! How long an answer takes where much hangs on one entry: two actors with the same ties and events and facts on many aspects,
//! an office with many holders, and one source with a place of its own for each. Matching is not in it: the requests name
//! their entries.

use std::fmt::Write as _;
use std::hint::black_box;

use anyhow::{Context as _, anyhow};
use casebook::app::App;
use casebook::knowledge::load;
use casebook::request::{Context, Request};
use criterion::{BenchmarkId, Criterion, SamplingMode};

/// Entries in the fact base: a seventh each are others, ties of the one, ties of the other, holders of an office, events of
/// both, aspects, and facts on these, of the one and of the other by turns.
const SIZES: &[usize] = &[1_000, 10_000, 100_000];

const LINES: [(&str, &str); 6] = [
    ("compare", "/compare first:hub-one second:hub-two"),
    ("event", "/event event-7"),
    ("holder", "/ask holds-7"),
    ("timeline", "/timeline about:hub-one"),
    ("sources", "/sources"),
    ("source", "/sources source:book"),
];

const HUBS: [&str; 2] = ["hub-one", "hub-two"];

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("answers");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for &size in SIZES {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("hubs.toml"), hubs(size / 7)?)?;
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
    for hub in HUBS {
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
             [[relation]]\nid = 'holds-{n}'\nfrom = 'other-{n}'\nkind = 'holds-office'\noffice = 'Warden'\nto = 'hub-one'\n\
             date = '{year:04}'\nsources = ['book#list {n}']\n\
             [[event]]\nid = 'event-{n}'\ntitle = 'Event {n}'\ndate = '{year:04}'\nactors = ['hub-one', 'hub-two']\n\
             summary = 'It happened.'\nsources = ['book#line {n}']\n\
             [[aspect]]\nid = 'aspect-{n}'\nlabel = 'Measure {n}'\naliases = []\n\
             [[fact]]\nid = 'fact-{n}'\nabout = ['{about}']\naspect = 'aspect-{n}'\ntext = 'A fact of number {n}.'\n\
             sources = ['book#note {n}']\n",
            year = n % 2000,
            about = HUBS[n % HUBS.len()],
        )?;
    }
    Ok(text)
}
