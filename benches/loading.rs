//! How long it takes to read a knowledge folder, and to index what was read, by the number of entries.

#[path = "support/catalogue.rs"]
mod catalogue;
#[path = "support/letters.rs"]
mod letters;

use anyhow::Context as _;
use casebook::knowledge::load;
use casebook::matcher::Matcher;
use criterion::{BenchmarkId, Criterion, Throughput};

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("loading");
    group.sample_size(10);
    for &size in SIZES {
        let (_, folder) = catalogue::written(size)?;
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("load", size), |bencher| {
            bencher.iter_with_large_drop(|| load(folder.path()));
        });
        let knowledge = load(folder.path()).knowledge.context("the invented catalogue has a fault")?;
        group.bench_function(BenchmarkId::new("index", size), |bencher| {
            bencher.iter_with_large_drop(|| Matcher::of(&knowledge));
        });
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}
