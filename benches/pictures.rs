//! How long a picture takes, from the figure to the bytes of the PNG, by the number of what it shows.

use anyhow::Context as _;
use casebook::answer::Figure;
use casebook::answer::figure::{Happening, Measure, Point, Series, Timeline, Trend};
use casebook::knowledge::Value;
use casebook::knowledge::date::Date;
use casebook::render::picture::Picture;
use casebook::wording::Wording;
use criterion::{BenchmarkId, Criterion};

const SIZES: &[usize] = &[3, 30, 60, 100, 300];

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let english = Wording::of(&"en".parse().context("English")?);
    let mut group = criterion.benchmark_group("pictures");
    group.sample_size(20);
    for &size in SIZES {
        for (name, figure) in [("timeline", timeline(size)?), ("trend", trend(size)?)] {
            let bytes = Picture::drawn(&figure, "Invented", english).png()?.len();
            group.bench_function(BenchmarkId::new(format!("{name}/{bytes} bytes"), size), |bencher| {
                bencher.iter(|| Picture::drawn(&figure, "Invented", english).png());
            });
        }
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}

fn date(number: usize, size: usize) -> anyhow::Result<Date> {
    let (year, month) = (1990 + number * 30 / size, number % 12 + 1);
    let text = if number.is_multiple_of(3) { format!("{year}-{month:02}~") } else { format!("{year}-{month:02}-11") };
    Date::parse(&text).context("a date")
}

fn timeline(size: usize) -> anyhow::Result<Figure> {
    let topics = (0..7).map(|number| format!("Topic {number}").into()).collect();
    let event = |number: usize| {
        let label = format!("Signing of treaty {number} on friendship and cooperation").into();
        Ok(Happening { label, date: date(number, size)?, topic: Some(number % 7), cites: vec![number % 9 + 1] })
    };
    let events = (0..size).map(event).collect::<anyhow::Result<_>>()?;
    Ok(Figure::Timeline(Timeline { topics, events }))
}

fn trend(size: usize) -> anyhow::Result<Figure> {
    let point = |number: usize| {
        let value = Value::new(f64::from(u32::try_from(number * 7 % 101)?)).context("a value")?;
        Ok(Point { date: date(number, size)?, value, marks: Vec::new(), cites: vec![number % 9 + 1] })
    };
    let points = (0..size).map(point).collect::<anyhow::Result<_>>()?;
    let measure = Measure { label: "Trade".into(), unit: "million US dollars".into(), better: None };
    let series = vec![Series { name: "One".into(), points }];
    Ok(Figure::Trend(Trend { measure, series, disputes: Vec::new() }))
}
