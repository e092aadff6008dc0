//! `OpenMetrics` text, read strictly: what a server that scrapes would not take fails the test.
//!
//! Source: <https://prometheus.io/docs/specs/om/open_metrics_spec/>, "Text Format".

use std::collections::BTreeMap;

/// What was written: each sample's value by its name and labels, as in `casebook_entries{kind="fact"}`.
pub(crate) type Samples = BTreeMap<String, f64>;

/// Reads a whole exposition.
pub(crate) fn read(text: &str) -> Samples {
    let body = text.strip_suffix("# EOF\n").expect("it ends with the mark of the end");
    let (mut samples, mut families) = (Samples::new(), Vec::<Family>::new());
    for line in body.lines() {
        if let Some(told) = line.strip_prefix("# ") {
            let [what, name, rest] = told.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            if families.last().is_none_or(|family| family.name != name) {
                assert!(families.iter().all(|family| family.name != name), "{name} stands in two places");
                families.push(Family { name: name.to_owned(), kind: String::new(), help: false });
            }
            let family = families.last_mut().unwrap();
            match what {
                "TYPE" => rest.clone_into(&mut family.kind),
                "HELP" => family.help = !rest.is_empty(),
                "UNIT" => assert!(name.ends_with(&format!("_{rest}")), "{name} does not end in its unit {rest}"),
                _ => panic!("{line}"),
            }
            continue;
        }
        let family = families.last().unwrap_or_else(|| panic!("{line} belongs to nothing"));
        let (series, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line} has no value"));
        family.check(series);
        let value: f64 = value.parse().unwrap_or_else(|_| panic!("{line}: no number"));
        assert!(samples.insert(series.to_owned(), value).is_none(), "{series} stands twice");
    }
    for family in families {
        assert!(family.help, "{} has no help", family.name);
    }
    check_buckets(&samples);
    samples
}

struct Family {
    name: String,
    kind: String,
    help: bool,
}

impl Family {
    fn check(&self, series: &str) {
        let (name, labels) = series.split_once('{').unwrap_or((series, "}"));
        let suffix = name.strip_prefix(&self.name).unwrap_or_else(|| panic!("{series} in {}", self.name));
        let suffixes: &[&str] = match &*self.kind {
            "counter" => &["_total"],
            "gauge" => &[""],
            "histogram" => &["_bucket", "_sum", "_count"],
            "info" => &["_info"],
            other => panic!("{} is of the kind {other}", self.name),
        };
        assert!(suffixes.contains(&suffix), "{series} in a {}", self.kind);
        assert!(self.name.starts_with("casebook_") && !self.name.ends_with("_total"), "{}", self.name);
        let labels = labels.strip_suffix('}').unwrap_or_else(|| panic!("{series}"));
        for label in labels.split(',').filter(|label| !label.is_empty()) {
            let (key, value) = label.split_once('=').unwrap_or_else(|| panic!("{series}"));
            assert!(key.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{series}");
            assert!(value.len() > 1 && value.starts_with('"') && value.ends_with('"'), "{series}");
        }
    }
}

/// What is counted up to a bound is counted up to each higher one, and the last one counts all.
fn check_buckets(samples: &Samples) {
    for (series, all) in samples.iter().filter(|(series, _)| series.ends_with("_count")) {
        let start = format!("{}_bucket{{le=\"", series.trim_end_matches("_count"));
        let bound = |series: &str| series.strip_prefix(&start)?.strip_suffix("\"}")?.parse::<f64>().ok();
        let mut buckets: Vec<(f64, f64)> =
            samples.iter().filter_map(|(series, count)| Some((bound(series)?, *count))).collect();
        buckets.sort_by(|one, other| one.0.total_cmp(&other.0));
        assert!(buckets.is_sorted_by_key(|bucket| bucket.1), "{series}: {buckets:?}");
        assert_eq!(buckets.last(), Some(&(f64::INFINITY, *all)), "{series}");
    }
}
