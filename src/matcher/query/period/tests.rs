//! What periods are read from which words, language by language.

use super::*;
use crate::matcher::query::question;
use proptest::prelude::*;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::new);

fn of(text: &str) -> Option<Period> {
    question::read(text, &LANGUAGES, &|_| false).period
}

/// "2013-11-20/2013-11-21", "2014/", "/2012-12", "2013": what a period starts and ends with, in EDTF.
fn days(edtf: &str) -> Period {
    let parse = |text: &str| crate::knowledge::date::Date::parse(text).unwrap().days();
    let (first, last) = edtf.split_once('/').unwrap_or((edtf, edtf));
    let first = if first.is_empty() { i32::MIN } else { parse(first).0 };
    Period::new(first, if last.is_empty() { i32::MAX } else { parse(last).1 })
}

fn assert_periods(expected: &[(&str, &str)]) {
    let wrong: Vec<String> = expected
        .iter()
        .filter(|(text, edtf)| of(text) != Some(days(edtf)))
        .map(|(text, edtf)| format!("{text}: {:?} is not {edtf}", of(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reads_dates_as_people_write_them() {
    assert_periods(&[
        ("visit 2013", "2013"),
        ("visit nov 2013", "2013-11"),
        ("в ноябре 2013 года", "2013-11"),
        ("2013-11", "2013-11"),
        ("20.11.2013", "2013-11-20"),
        ("2013-11-20", "2013-11-20"),
        ("20 November 2013", "2013-11-20"),
        ("20th of November 2013", "2013-11-20"),
        ("November 20, 2013", "2013-11-20"),
        ("20–21 November 2013", "2013-11-20/2013-11-21"),
        ("May–July 2010", "2010-05/2010-07"),
        ("20 de noviembre de 2013", "2013-11-20"),
        ("juillet 2013", "2013-07"),
        ("2 août 2013", "2013-08-02"),
        ("2013-cü ilin noyabrında", "2013-11"),
        ("2013 yılının Kasım ayında", "2013-11"),
        ("2013 m. lapkričio 20 d.", "2013-11-20"),
        ("the 1990s", "1990/1999"),
        ("season 2013–14", "2013/2014"),
        ("2010–2012", "2010/2012"),
    ]);
    for text in ["Marta May", "F-16", "in November", "Lukashenko"] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn reads_bounds_in_english() {
    assert_periods(&[
        ("Lukashenko visit to Baku after 2013", "2014/"),
        ("visits after November 2013", "2013-12/"),
        ("visits after 20 November 2013", "2013-11-21/"),
        ("visits after the year 2013", "2014/"),
        ("visits since 2014", "2014/"),
        ("visits since March 2014", "2014-03/"),
        ("visits before 2013", "/2012"),
        ("visits prior to May 2013", "/2013-04"),
        ("visits until 2012", "/2012"),
        ("visits no later than 2012", "/2012"),
        ("visits not before 2012", "2012/"),
        ("visits not after 2012", "/2012"),
        ("visits between 2014 and 2016", "2014/2016"),
        ("visits from 2014 to 2016", "2014/2016"),
        ("visits 2014 to 2016", "2014/2016"),
        ("from March 2014 until May 2016", "2014-03/2016-05"),
        ("after 2010 and before 2013", "2011/2012"),
        ("the report from 2013", "2013"),
        ("2013 or later", "2013/"),
    ]);
}

#[rustfmt::skip]
const AFTER_2013: &[&str] = &[
    "визит после 2013 года", "візіт пасля 2013 года", "візит після 2013 року", "Besuch nach 2013",
    "Besuche nach dem Jahr 2013", "visites après 2013", "visite dopo il 2013", "visitas después de 2013",
    "visitas depois de 2013", "bezoek na 2013", "vizite după 2013", "wizyta po 2013 roku",
    "vizitas po 2013 metų", "2013-cü ildən sonra", "səfər 2013-dən sonra", "2013'ten sonra ziyaret",
    "2013 yılından sonra", "2013 йылдан һуң", "2013 के बाद", "بعد از ۲۰۱۳", "2013-ից հետո",
];

#[rustfmt::skip]
const BEFORE_2013: &[&str] = &[
    "визит до 2013 года", "раньше 2013 года", "візіт да 2013 года", "раней 2013", "візит до 2013 року",
    "Besuch vor 2013", "avant 2013", "prima del 2013", "antes de 2013", "voor 2013 bezoek", "înainte de 2013",
    "przed 2013 rokiem", "prieš 2013 metus", "2013-cü ildən əvvəl", "2013'ten önce", "2013 йылға тиклем",
    "2013 से पहले", "قبل از ۲۰۱۳", "2013-ից առաջ",
];

#[rustfmt::skip]
const SINCE_2013: &[&str] = &[
    "с 2013 года визиты", "з 2013 года візіты", "з 2013 року", "seit 2013", "ab 2013", "depuis 2013",
    "dal 2013", "desde 2013", "sinds 2013", "începând cu 2013", "od 2013 roku", "nuo 2013 metų",
    "2013-cü ildən bəri", "2013'ten beri", "2013 йылдан алып", "2013 से", "2013 թվականից ի վեր",
];

#[rustfmt::skip]
const UNTIL_2013: &[&str] = &[
    "визиты по 2013", "візіты па 2013", "візити по 2013 рік", "bis 2013", "jusqu'en 2013", "jusqu’à 2013",
    "fino al 2013", "hasta 2013", "até 2013", "tot 2013", "până în 2013", "do 2013 roku", "iki 2013 metų",
    "2013-cü ilə qədər", "2013-cü ilədək", "2013'e kadar", "2013 तक", "تا ۲۰۱۳", "մինչև 2013",
];

#[rustfmt::skip]
const FROM_2013_TO_2015: &[&str] = &[
    "с 2013 по 2015 год", "с 2013 до 2015", "между 2013 и 2015", "паміж 2013 і 2015", "між 2013 та 2015",
    "von 2013 bis 2015", "zwischen 2013 und 2015", "entre 2013 et 2015", "de 2013 à 2015",
    "tra il 2013 e il 2015", "dal 2013 al 2015", "entre 2013 y 2015", "entre 2013 e 2015",
    "tussen 2013 en 2015", "între 2013 și 2015", "między 2013 a 2015", "tarp 2013 ir 2015", "nuo 2013 iki 2015",
    "2013-cü ildən 2015-ci ilə qədər", "2013 və 2015-ci illər arasında", "2013 ile 2015 arasında",
    "2013'ten 2015'e kadar", "2013 और 2015 के बीच", "بین ۲۰۱۳ و ۲۰۱۵", "2013–2015",
];

#[test]
fn reads_bounds_in_the_languages_that_are_read() {
    let all = [
        (AFTER_2013, "2014/"),
        (BEFORE_2013, "/2012"),
        (SINCE_2013, "2013/"),
        (UNTIL_2013, "/2013"),
        (FROM_2013_TO_2015, "2013/2015"),
    ];
    let all: Vec<_> = all.iter().flat_map(|(texts, edtf)| texts.iter().map(|text| (*text, *edtf))).collect();
    assert_periods(&all);
}

#[test]
fn leaves_a_denied_date_out() {
    for text in [
        "not in 2013",
        "visits except 2013",
        "кроме 2013 года",
        "не в 2013 году",
        "nicht im Jahr 2013",
        "2013 hariç",
        "sauf en 2013",
    ] {
        let Period { first, last, .. } = days("2013");
        assert_eq!(of(text), Some(Period { first: i32::MIN, last: i32::MAX, except: Some((first, last)) }), "{text}");
    }
    let period = of("since 2010, but not in 2013").unwrap();
    assert!(
        period.overlaps((15_000, 15_000)) && !period.overlaps((16_029, 16_029)) && !period.overlaps((14_000, 14_000))
    );
}

#[test]
fn says_what_it_does_not_understand() {
    for (text, unread) in [
        ("what happened after the embassy opened", "after"),
        ("who ruled before Lukashenko", "before"),
        ("not Lukashenko", "not"),
        ("which states did not recognise Abkhazia", "not"),
        ("визит не Лукашенко", "ne"),
        ("la cumbre no se celebró en Bakú", "no"),
        ("after 2016 before 2014", "after 2016 before 2014"),
    ] {
        let question = question::read(text, &LANGUAGES, &|_| false);
        let words: Vec<&str> =
            question.terms.iter().filter(|term| term.unread).map(|term| term.folded.as_str()).collect();
        assert_eq!(words.join(" "), unread, "{text}");
    }
    let plain = [
        "visit to Baku after 2013",
        "nach Baku",
        "Grenze zwischen Belarus und Polen",
        "до Баку",
        "no later than 2013",
        "Baku no",
        "No Man's Land",
    ];
    for text in plain {
        let question = question::read(text, &LANGUAGES, &|_| false);
        assert!(question.terms.iter().all(|term| !term.unread), "{text}");
    }
}

proptest! {
    #[test]
    fn never_ends_before_it_starts(words in prop::collection::vec("[a-z]{1,4}|[0-9]{1,5}|after|before|until|not", 0..8)) {
        if let Some(period) = of(&words.join(" ")) {
            prop_assert!(period.first <= period.last);
        }
    }
}
