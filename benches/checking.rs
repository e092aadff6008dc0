//! How long the rules of `casebook check` take, by the number of entries: on the invented catalogue, and on entries that
//! are all made from one template, which is the worst that rules of likeness can meet.

#[path = "support/catalogue.rs"]
mod catalogue;
#[path = "support/letters.rs"]
mod letters;

use std::fmt::Write as _;
use std::fs;

use anyhow::Context as _;
use casebook::check;
use casebook::knowledge::{Knowledge, load};
use criterion::{BenchmarkId, Criterion, Throughput};
use tempfile::TempDir;

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

/// Entries in one file, so that no file grows too large to be read.
const PER_FILE: usize = 2000;

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("checking");
    group.sample_size(10);
    for &size in SIZES {
        let (_, folder) = catalogue::written(size)?;
        let bases = [("catalogue", knowledge(&folder)?), ("template", knowledge(&from_template(size)?)?)];
        group.throughput(Throughput::Elements(size as u64));
        for (name, knowledge) in &bases {
            group.bench_function(BenchmarkId::new(*name, size), |bencher| bencher.iter(|| check::check(knowledge)));
        }
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}

fn knowledge(folder: &TempDir) -> anyhow::Result<Knowledge> {
    load(folder.path()).knowledge.context("the invented entries have a fault")
}

/// Half of them events, half facts: titles and sentences that differ only in a number, or in one letter of a word.
fn from_template(size: usize) -> anyhow::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let head = "[[source]]\nid = 'gazette'\ntitle = 'Gazette'\npublisher = 'A publisher'\npublished = '2024'\n";
    fs::write(folder.path().join("sources.toml"), head)?;
    let numbers: Vec<usize> = (0..size / 2).collect();
    for (file, numbers) in numbers.chunks(PER_FILE).enumerate() {
        let mut text = String::new();
        for number in numbers {
            let town = town(*number);
            write!(
                text,
                "[[event]]\nid = 'meeting-{number}'\ntitle = 'Regular meeting of the council of {town}'\n\
                 summary = 'The council of {town} met for session {number} and agreed on the roads.'\n\
                 sources = ['gazette']\n\
                 [[fact]]\nid = 'said-{number}'\nabout = ['meeting-{number}']\n\
                 text = 'The council of a town met and spoke at length on roads in its session {number}.'\n\
                 sources = ['gazette']\n",
            )?;
        }
        fs::write(folder.path().join(format!("meetings-{file}.toml")), text)?;
    }
    Ok(folder)
}

/// A word of small letters that differs from its neighbours in one letter only.
fn town(mut number: usize) -> String {
    let mut word = String::from("Town");
    for _ in 0..4 {
        word.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    word
}
