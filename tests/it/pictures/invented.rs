//! Figures of any size, the same each time.

use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn label(text: &str, number: usize) -> Words {
    format!("{text} {}", number + 1).into()
}

/// Dates of every shape over some years; all on one day where they are to be equal.
fn date_of(number: usize, count: usize, equal: bool) -> Date {
    if equal {
        return date("2013-11-20");
    }
    let (year, month) = (2000 + number * 20 / count.max(2), number * 7 % 12 + 1);
    date(&match number % 5 {
        0 => format!("{year}-{month:02}-15"),
        1 => format!("{year}-{month:02}~"),
        2 => format!("{year}"),
        3 => format!("{year}-{month:02}/{}", year + 2),
        _ => format!("{year}/.."),
    })
}

/// Events with some topics.
pub(super) fn timeline(count: usize, text: &str, equal: bool) -> Figure {
    let topics = (0..4).map(|topic| label("Topic", topic)).collect();
    let mut events: Vec<Happening> = (0..count)
        .map(|number| Happening {
            label: label(text, number),
            date: date_of(number, count, equal),
            topic: Some(number % 5).filter(|topic| *topic < 4),
            cites: vec![number % 9 + 1],
        })
        .collect();
    events.sort_by_key(|event| event.date.order());
    Figure::Timeline(Timeline { topics, events })
}

/// Three series, the first with a dispute and a forecast.
pub(super) fn trend(count: usize, text: &str, equal: bool) -> Figure {
    let value = |number: usize, series: usize| {
        let number = f64::from(u32::try_from(number * 7 % 31 + 10 * series + 5).unwrap());
        if equal { 42.0 } else { number }
    };
    let series: Vec<Series> = (0..3)
        .map(|series| {
            let point = |number: usize| {
                let date = if equal { date(&format!("{}", 1700 + number)) } else { date_of(number, count, false) };
                let value = value(number, series);
                let ranged = !equal && number % 4 == 3;
                let value = if ranged { Value::range(value, value + 6.0) } else { Value::new(value) };
                let marks = match (series, number) {
                    (0, 0 | 1) => vec![Mark::Disputed],
                    (0, 2) => vec![Mark::Forecast],
                    (1, 1) => vec![Mark::Superseded(Some("counted anew".to_owned()))],
                    _ => Vec::new(),
                };
                Point { date, value: value.unwrap(), marks, cites: vec![number % 9 + 1] }
            };
            let mut points: Vec<Point> = (0..count.div_ceil(3).max(3)).map(point).collect();
            points.sort_by_key(|point| point.date.order());
            Series { name: label(text, series), points }
        })
        .collect();
    let measure = Measure { label: text.into(), unit: "million US dollars".into(), better: None };
    Figure::Trend(Trend { measure, series, disputes: vec![[(0, 0), (0, 1)]] })
}

/// Measures of two entries.
pub(super) fn pairs(count: usize, text: &str, equal: bool) -> Figure {
    let row = |number: usize| {
        let value = |side: usize, which: usize| {
            let value = f64::from(u32::try_from(number * 3 + side * 5 * number + which).unwrap());
            Value::new(if equal { 7.0 } else { value }).unwrap()
        };
        let reading = |side: usize, which: usize| Reading {
            value: value(side, which),
            date: (which != 1).then(|| date("2013")),
            marks: if which == 0 && side == 1 { vec![Mark::Disputed] } else { Vec::new() },
            cites: vec![1, 2],
        };
        let sides = [0, 1].map(|side| (0..=number % 3).map(|which| reading(side, which)).collect());
        Pair {
            measure: Measure { label: label(text, number), unit: "rank".into(), better: Some(Better::Lower) },
            sides,
        }
    };
    let rows = (0..count.min(8)).map(row).collect();
    Figure::Pairs(Pairs { names: [label(text, 0), label(text, 1)], rows })
}

/// An actor with ties, of which at most two dozen are drawn.
pub(super) fn ties(count: usize, text: &str, equal: bool) -> Figure {
    let tie = |number: usize| {
        let kind = ["member-of", "ally-of", "supplies-arms-to", "has-embassy-in"][if equal { 0 } else { number % 4 }];
        let past = number % 3 == 2;
        let date = date(if past { "2006~/2012" } else { "1993/.." });
        let ends = [text.into(), label(text, number)];
        let [from, to] = ends;
        Tie {
            kind: kind.into(),
            from,
            to,
            office: None,
            back: number % 2 == 1,
            past,
            date: Some(date),
            as_of: None,
            note: None,
        }
    };
    let other = |number: usize| {
        let ties = (0..=number % 5).map(|more| (tie(number + more), vec![number % 9 + 1])).collect();
        Other { name: label(text, number), ties }
    };
    let others = (0..count.min(24)).map(other).collect();
    Figure::Ties(Ties { name: text.into(), others, more: count.saturating_sub(24) })
}

/// The numbers of all citations in a figure.
pub(super) fn cites(figure: &Figure) -> Vec<usize> {
    let lists: Vec<&Vec<usize>> = match figure {
        Figure::Timeline(timeline) => timeline.events.iter().map(|event| &event.cites).collect(),
        Figure::Trend(trend) => {
            trend.series.iter().flat_map(|series| &series.points).map(|point| &point.cites).collect()
        }
        Figure::Pairs(pairs) => pairs.rows.iter().flat_map(|row| &row.sides).flatten().map(|one| &one.cites).collect(),
        Figure::Ties(ties) => ties.others.iter().flat_map(|other| &other.ties).map(|(_, cites)| cites).collect(),
    };
    lists.into_iter().flatten().copied().collect()
}
