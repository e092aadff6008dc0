//! Dates as people type them, turned into EDTF for a hint: "15.11.1956", "November 1956", "c. 1956", "20–21 May 2013".
//!
//! Only hints come from here: what is stored is what the curator then writes.

use super::date::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Seasons as EDTF numbers them (ISO 8601-2, 4.8).
const SEASONS: [(&str, u8); 5] = [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];

const ABOUT: [&str; 10] =
    ["circa ", "about ", "around ", "approximately ", "approx. ", "approx ", "ca. ", "ca ", "c. ", "c "];

/// What a text may mean, as EDTF: nothing, one date, or two where day and month cannot be told apart.
pub(super) fn edtf(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace(['–', '—', '−'], "-").replace(['\u{a0}', ',', '"'], " ");
    let text = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut read = whole(&text);
    read.retain(|edtf| Date::parse(edtf).is_ok());
    read.dedup();
    read
}

fn whole(text: &str) -> Vec<String> {
    let with = |rest: &str, mark: &str| single(rest).into_iter().map(|date| format!("{date}{mark}")).collect();
    if let Some(rest) = ABOUT.iter().find_map(|about| text.strip_prefix(about)).or_else(|| text.strip_prefix('~')) {
        return with(rest.trim(), "~");
    }
    if let Some(rest) = ["perhaps ", "probably ", "maybe "].iter().find_map(|word| text.strip_prefix(word)) {
        return with(rest, "?");
    }
    if let Some(rest) =
        ["since ", "from "].iter().find_map(|word| text.strip_prefix(word)).filter(|rest| !rest.contains(" to "))
    {
        return with(rest, "/..");
    }
    if let Some(rest) = ["until ", "till ", "up to "].iter().find_map(|word| text.strip_prefix(word)) {
        return single(rest).into_iter().map(|date| format!("../{date}")).collect();
    }
    let read = single(text);
    if read.is_empty() { range(text).into_iter().collect() } else { read }
}

fn range(text: &str) -> Option<String> {
    let text = text.strip_prefix("from ").or_else(|| text.strip_prefix("between ")).unwrap_or(text);
    let (first, last) = [" to ", " until ", " and ", " - ", "-"].iter().find_map(|joint| text.split_once(joint))?;
    let (first, last) = (first.trim(), last.trim());
    let end = single(last).into_iter().next().or_else(|| {
        // 1956-60
        let century = first.get(..2).filter(|_| is_year(first) && last.len() == 2 && digits(last).is_some())?;
        Some(format!("{century}{last}"))
    })?;
    let start = single(first).into_iter().next().or_else(|| {
        // “20–21 November 2013” and “May–July 2010” tell the year, or month and year, only once.
        let mut rest: Vec<&str> = last.split(' ').collect();
        rest.remove(0);
        let whole = if digits(first).is_some() || rest.len() == 1 {
            format!("{first} {}", rest.join(" "))
        } else {
            format!("{first} {}", rest.last()?)
        };
        single(&whole).into_iter().next()
    })?;
    Some(format!("{start}/{end}"))
}

/// A single date, in one or two readings.
fn single(text: &str) -> Vec<String> {
    let text = text.trim_end_matches('.');
    if let Some(date) = numbers(text) {
        return date;
    }
    let decade = text.strip_prefix("the ").unwrap_or(text).strip_suffix("0s").or_else(|| text.strip_suffix("0's"));
    if let Some(decade) = decade.filter(|decade| decade.len() == 3 && digits(decade).is_some()) {
        return vec![format!("{decade}X")];
    }
    words(text).into_iter().collect()
}

/// 15.11.1956, 15/11/1956, 1956/11/15, 11.1956, 1956.
fn numbers(text: &str) -> Option<Vec<String>> {
    let parts: Vec<u32> = text.split(['.', '/', '-']).map(digits).collect::<Option<_>>()?;
    let year_first = text.split(['.', '/', '-']).next().is_some_and(is_year);
    let day = |year: u32, month: u32, day: u32| format!("{year:04}-{month:02}-{day:02}");
    Some(match parts.as_slice() {
        [year] if is_year(text) => vec![format!("{year:04}")],
        [year, month] if year_first && *month <= 12 => vec![format!("{year:04}-{month:02}")],
        [month, year] if *year > 31 && *month <= 12 => vec![format!("{year:04}-{month:02}")],
        [year, month, d] if year_first => vec![day(*year, *month, *d)],
        // With points the day comes first everywhere; with strokes it depends on the country.
        [d, month, year] if *year > 31 && (text.contains('.') || *d > 12 || d == month) => vec![day(*year, *month, *d)],
        [month, d, year] if *year > 31 && *d > 12 => vec![day(*year, *month, *d)],
        [a, b, year] if *year > 31 => vec![day(*year, *b, *a), day(*year, *a, *b)],
        _ => return None,
    })
}

/// 15 November 1956, November 15 1956, Nov. 1956, the summer of 2011, 20th century.
fn words(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', '.']).filter(|word| !matches!(*word, "" | "the" | "of" | "in")).collect();
    let mut year = None;
    let mut month = None;
    let mut season = None;
    let mut day = None;
    for word in &words {
        if *word == "century" {
            let number = words.first().and_then(|first| ordinal(first))?;
            return Some(format!("{:02}XX", number.checked_sub(1)?));
        } else if is_year(word) {
            year = digits(word);
        } else if let Some(number) = month_number(word) {
            month = Some(number);
        } else if let Some((_, number)) = SEASONS.iter().find(|(name, _)| name == word) {
            season = Some(*number);
        } else {
            day = Some(ordinal(word)?);
        }
    }
    let year = year?;
    match (month, season, day) {
        (Some(month), None, Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (Some(month), None, None) => Some(format!("{year:04}-{month:02}")),
        (None, Some(season), None) => Some(format!("{year:04}-{season}")),
        _ => None,
    }
}

fn month_number(word: &str) -> Option<usize> {
    let whole = |month: &str| word == month || (word.len() >= 3 && word.len() <= 4 && month.starts_with(word));
    MONTHS.iter().position(|month| whole(month)).map(|at| at + 1)
}

fn ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits(number).filter(|number| *number < 100)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && digits(text).is_some()
}

fn digits(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_as_people_type_them_have_an_edtf_form() {
        for (typed, edtf_form) in [
            ("November 1956", "1956-11"),
            ("Nov. 1956", "1956-11"),
            ("15.11.1956", "1956-11-15"),
            ("15/11/1956", "1956-11-15"),
            ("11/15/1956", "1956-11-15"),
            ("1956/11/15", "1956-11-15"),
            ("1956-11-5", "1956-11-05"),
            ("1956.11", "1956-11"),
            ("11/1956", "1956-11"),
            ("c. 1956", "1956~"),
            ("ca. November 1956", "1956-11~"),
            ("about 1956", "1956~"),
            ("15 November 1956", "1956-11-15"),
            ("15th of November, 1956", "1956-11-15"),
            ("November 15, 1956", "1956-11-15"),
            ("the summer of 2011", "2011-22"),
            ("1956-1960", "1956/1960"),
            ("1956–60", "1956/1960"),
            ("2010-13", "2010/2013"),
            ("20–21 November 2013", "2013-11-20/2013-11-21"),
            ("30 November – 2 December 2016", "2016-11-30/2016-12-02"),
            ("May-July 2010", "2010-05/2010-07"),
            ("from May 2010 to July 2011", "2010-05/2011-07"),
            ("between 2006 and 2012", "2006/2012"),
            ("1950s", "195X"),
            ("the 1950s", "195X"),
            ("20th century", "19XX"),
            ("since 1993", "1993/.."),
            ("until 1918", "../1918"),
            ("perhaps 2013", "2013?"),
        ] {
            assert_eq!(edtf(typed), [edtf_form], "{typed}");
        }
    }

    #[test]
    fn where_day_and_month_may_be_swapped_both_are_told() {
        assert_eq!(edtf("05/06/2010"), ["2010-06-05", "2010-05-06"]);
    }

    #[test]
    fn what_is_no_date_has_none() {
        for text in ["", "soon", "31.02.2010", "99/99/2010", "May", "the day after", "1.2.3.4", "маем 2010"] {
            assert_eq!(edtf(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_hint_is_a_date(text in "\\PC{0,30}|([0-9]{1,4}[-./ ]?){1,4}|(c\\. |from )?[0-9a-z]{0,4} ?(may|nov)[a-z.]{0,4} [0-9-]{2,9}") {
            for hint in edtf(&text) {
                prop_assert!(Date::parse(&hint).is_ok());
            }
        }
    }
}
