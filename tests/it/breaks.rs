//! Where a page ends: what a page says stands on it with whose it is, what is said to the contrary, and where that stands.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use casebook::app::App;
use casebook::render::page::{Page, pages};
use casebook::request::Request;

use crate::drawn::loaded;
use crate::support::markdown::{read, visible};
use crate::support::respond;

const BASE: &str = "[[source]]\nid = 'book'\ntitle = 'The book'\npublisher = 'Press'\npublished = '2020'\n\
    [[aspect]]\nid = 'salt'\nlabel = 'Salt'\naliases = []\n\
    [[actor]]\nid = 'arland'\nname = 'Arland'\nkind = 'country'\nsummary = 'A country.'\nsources = ['book']\n\
    [[actor]]\nid = 'borland'\nname = 'Borland'\nkind = 'country'\nsummary = 'Another.'\nsources = ['book']\n";

/// Sixty facts about each of two countries on one aspect; every third has two to the contrary.
fn disputed() -> App {
    let mut text = BASE.to_owned();
    for country in ["arland", "borland"] {
        for n in 0..60 {
            let long = "which the chronicle tells at some length ".repeat(1 + n % 4);
            let disputes =
                if n % 3 == 0 { format!("disputes = ['{country}-{n}-a', '{country}-{n}-b']\n") } else { String::new() };
            let _ = write!(
                text,
                "[[fact]]\nid = '{country}-{n}'\nabout = ['{country}']\naspect = 'salt'\ndate = '{}'\n\
                 text = 'Says {country} number {n}, {long}.'\nsources = ['book#leaf {country}-{n}']\n{disputes}",
                1800 + n
            );
            for other in ["a", "b"].into_iter().filter(|_| n % 3 == 0) {
                let _ = write!(
                    text,
                    "[[fact]]\nid = '{country}-{n}-{other}'\nabout = ['{country}']\ntext = 'Denies {country} number {n}, as {other} says, {long}.'\n\
                     sources = ['book#leaf {country}-{n}-{other}']\n"
                );
            }
        }
    }
    loaded(&text)
}

fn drawn(app: &App, line: &str) -> Vec<Page> {
    let drawn = pages(&respond(app, &Request::parse(line).unwrap()).unwrap());
    assert!(drawn.len() > 5, "{line} has {} pages", drawn.len());
    drawn
}

fn lines(page: &Page) -> Vec<String> {
    visible(&read(&page.description)).lines().map(|line| line.trim().to_owned()).collect()
}

/// What a line says or denies: "arland number 3".
fn said<'l>(line: &'l str, verb: &str) -> Option<&'l str> {
    let rest = line.split_once(verb)?.1;
    Some(rest.split_once(',').map_or(rest, |(number, _)| number))
}

#[test]
fn every_page_of_a_comparison_says_whose_a_statement_is() {
    for page in drawn(&disputed(), "/compare first:arland second:borland aspect:salt") {
        let mut whose = String::new();
        for line in lines(&page) {
            for (name, key) in [("Arland:", "arland"), ("Borland:", "borland")] {
                if line == name {
                    key.clone_into(&mut whose);
                }
            }
            if let Some(said) = said(&line, "Says ") {
                assert!(
                    said.starts_with(&whose) && !whose.is_empty(),
                    "{line} stands under {whose:?}:\n{}",
                    page.description
                );
            }
        }
        assert!(!page.description.trim_end().ends_with(":**"), "a label ends the page:\n{}", page.description);
    }
}

#[test]
fn what_is_denied_stands_on_the_page_of_the_denial() {
    for line in ["/compare first:arland second:borland aspect:salt", "/actor arland"] {
        for page in drawn(&disputed(), line) {
            let mut above = String::new();
            for line in lines(&page) {
                if let Some(said) = said(&line, "Says ") {
                    said.clone_into(&mut above);
                } else if let Some(denied) =
                    said(&line, "↔ Denies ").or(said(&line, "Denies ").filter(|_| line.contains('↔')))
                {
                    assert_eq!(denied, above, "{line}\n{}", page.description);
                }
            }
        }
    }
}

#[test]
fn the_line_of_a_source_names_the_places_of_its_page_and_counts_the_others() {
    for line in ["/actor arland", "/compare first:arland second:borland aspect:salt"] {
        for page in drawn(&disputed(), line) {
            let source = lines(&page).into_iter().find(|line| line.starts_with("[1]")).unwrap();
            let lines = lines(&page);
            let told = |line: &String| {
                line.find("Says ").or(line.find("Denies ")).and_then(|at| line.get(at..).map(ToOwned::to_owned))
            };
            let told = lines.iter().filter_map(told).collect::<BTreeSet<String>>().len();
            let (_, places) = source.split_once("(leaf ").unwrap_or_else(|| panic!("{source}"));
            let places: Vec<&str> =
                places.trim_end_matches(')').split("; ").map(|place| place.trim_start_matches("leaf ")).collect();
            let (more, places): (Vec<&str>, Vec<&str>) =
                places.into_iter().partition(|place| place.starts_with("and "));
            for place in &places {
                let (country, number) = place.split_once('-').unwrap();
                let number = number.split('-').next().unwrap();
                assert!(
                    page.description.contains(&format!("{country} number {number},")),
                    "{place} is not of this page:\n{}",
                    page.description
                );
            }
            let more = more.first().map_or(0, |more| more.split(' ').nth(1).unwrap().parse().unwrap());
            assert_eq!(places.len() + more, told, "{source}\n{}", page.description);
        }
    }
}
