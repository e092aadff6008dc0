//! Years, months and days named in a question, as a span of days.
//!
//! Entries bring their own days; whether the two overlap is asked in `score`.

/// A span of days, inclusive, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
}

impl Period {
    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(self, days: (i32, i32)) -> bool {
        self.first <= days.1 && days.0 <= self.last
    }

    /// Share of an entry's days that lie in the period: what was that day fits a day better than what was all that year.
    pub(super) fn fit(self, days: (i32, i32)) -> f32 {
        let length = |first: i32, last: i32| (i64::from(last) - i64::from(first) + 1).max(0) as f32;
        let shared = length(self.first.max(days.0), self.last.min(days.1));
        shared / length(days.0, days.1).max(1.0)
    }

    fn until(self, end: Period) -> Period {
        Period { first: self.first.min(end.first), last: self.last.max(end.last) }
    }
}

/// Years that a four-digit number is taken for.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

/// Stems of month names, folded, in the languages of the users; a stem is compared with the start of a word.
const MONTHS: [&[&str]; 12] = [
    &["januar", "yanvar", "ianvar", "jan", "ocak", "studzen", "sichen", "siczen", "stycz"],
    &["februar", "fevral", "feb", "subat", "lyuty", "lyutag", "liuty", "lutego", "luty"],
    &["march", "mart", "marz", "mar", "sakavik", "berezen", "berezn", "marca", "mars"],
    &["april", "aprel", "apr", "nisan", "krasavik", "kviten", "kvitn", "avril"],
    &["may", "mai", "maya", "maia", "mae", "traven", "travn", "maja"],
    &["june", "jun", "iyun", "iiun", "haziran", "cherven", "chervn", "czerw"],
    &["july", "jul", "iyul", "iiul", "temmuz", "lipen", "lipn", "lip"],
    &["august", "avgust", "aug", "agustos", "zhniven", "zhnivn", "serpen", "serpn", "sierp"],
    &["septemb", "sentyabr", "sentiabr", "sep", "eylul", "verasen", "verasn", "veresen", "veresn"],
    &["octob", "oktyabr", "oktiabr", "oktob", "oct", "ekim", "kastrychnik", "zhovten", "zhovtn"],
    &["novemb", "noyabr", "noiabr", "nov", "kasim", "listapad", "listopad"],
    &["decemb", "dekabr", "dezemb", "dec", "aralik", "snezhan", "snezhn", "gruden", "grudn"],
];

/// Stems shorter than this must be the whole word, so that *Marta* is no month.
const SHORTEST_STEM: usize = 5;

/// The period named by folded `words`, if any, and a flag for each word that took part in naming it.
pub(super) fn period(words: &[&str]) -> (Option<Period>, Vec<bool>) {
    let mut used = vec![false; words.len()];
    let mut found: Option<Period> = None;
    let mut at = 0;
    while at < words.len() {
        if let Some((span, taken)) = date_at(words, at) {
            used.iter_mut().skip(at).take(taken).for_each(|used| *used = true);
            found = Some(found.map_or(span, |so_far| so_far.until(span)));
            at += taken;
        } else {
            at += 1;
        }
    }
    (found, used)
}

/// The date that starts at word `at`, and how many words it takes.
fn date_at(words: &[&str], at: usize) -> Option<(Period, usize)> {
    let word = |offset: usize| words.get(at + offset).copied().unwrap_or_default();
    let year = |offset| parse_year(word(offset));
    let number = |offset| parse_below(word(offset), 31);
    let month = |offset| parse_month(word(offset));
    // 2013-11-20, 2013-11
    if let Some(y) = year(0) {
        let m = parse_two_digits(word(1), 12);
        return Some(match (m, parse_two_digits(word(2), 31)) {
            (Some(m), Some(d)) => (day(y, m, d), 3),
            (Some(m), None) if year(2).is_none() => (month_of(y, m), 2),
            _ => (year_of(y), 1),
        });
    }
    // 20.11.2013, 20 November 2013, November 20 2013, November 2013
    let (d, m) = (number(0), number(1).filter(|&m| m <= 12).or_else(|| month(1)));
    if let (Some(d), Some(m), Some(y)) = (d, m, year(2)) {
        return Some((day(y, m, d), 3));
    }
    if let (Some(m), Some(d), Some(y)) = (month(0), number(1), year(2)) {
        return Some((day(y, m, d), 3));
    }
    match (month(0), year(1)) {
        (Some(m), Some(y)) => Some((month_of(y, m), 2)),
        _ => None,
    }
}

fn parse_year(word: &str) -> Option<i32> {
    let year = (word.len() == 4).then(|| word.parse().ok())??;
    YEARS.contains(&year).then_some(year)
}

fn parse_below(word: &str, most: u32) -> Option<u32> {
    word.parse().ok().filter(|n| (1..=most).contains(n))
}

fn parse_two_digits(word: &str, most: u32) -> Option<u32> {
    (word.len() == 2).then(|| parse_below(word, most))?
}

fn parse_month(word: &str) -> Option<u32> {
    let is_month = |stems: &&[&str]| {
        stems.iter().any(|stem| word == *stem || stem.len() >= SHORTEST_STEM && word.starts_with(stem))
    };
    (1..).zip(&MONTHS).find(|(_, stems)| is_month(stems)).map(|(number, _)| number)
}

fn year_of(year: i32) -> Period {
    Period { first: day_number(year, 1, 1), last: day_number(year + 1, 1, 1) - 1 }
}

fn month_of(year: i32, month: u32) -> Period {
    let next = if month == 12 { day_number(year + 1, 1, 1) } else { day_number(year, month + 1, 1) };
    Period { first: day_number(year, month, 1), last: next - 1 }
}

/// The day, or its month if that month has no such day.
fn day(year: i32, month: u32, day: u32) -> Period {
    let whole = month_of(year, month);
    let first = day_number(year, month, day);
    if first > whole.last { whole } else { Period { first, last: first } }
}

/// Days from 1970-01-01 in the Gregorian calendar (Howard Hinnant, `days_from_civil`).
fn day_number(year: i32, month: u32, day: u32) -> i32 {
    let month = month.cast_signed();
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day.cast_signed() - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Option<Period> {
        period(&text.split(' ').collect::<Vec<_>>()).0
    }

    #[test]
    fn counts_days() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2000, 3, 1), 11_017);
        assert_eq!(day_number(1969, 12, 31), -1);
    }

    #[test]
    fn reads_dates_in_several_ways() {
        let november = Period { first: day_number(2013, 11, 1), last: day_number(2013, 11, 30) };
        let twentieth = Period { first: day_number(2013, 11, 20), last: day_number(2013, 11, 20) };
        for (text, expected) in [
            ("visit 2013", Some(year_of(2013))),
            ("visit nov 2013", Some(november)),
            ("v noyabre 2013 goda", Some(november)),
            ("2013 11", Some(november)),
            ("20 11 2013", Some(twentieth)),
            ("2013 11 20", Some(twentieth)),
            ("20 november 2013", Some(twentieth)),
            ("november 20 2013", Some(twentieth)),
            ("2010 2012", Some(year_of(2010).until(year_of(2012)))),
            ("from 2010 to 2012", Some(year_of(2010).until(year_of(2012)))),
            ("marta may", None),
            ("f 16", None),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn marks_the_words_of_the_date() {
        assert_eq!(period(&["in", "nov", "2013", "baku"]).1, [false, true, true, false]);
    }

    proptest! {
        #[test]
        fn never_ends_before_it_starts(words in prop::collection::vec("[a-z]{1,4}|[0-9]{1,5}", 0..6)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            if let (Some(period), _) = period(&words) {
                prop_assert!(period.first <= period.last);
            }
        }
    }
}
