//! Every kind of answer in a language of which no letter is plain: what is plain was not worded.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::embed;
use super::page::{Page, pages, screen};
use super::terminal::{self, Look};
use crate::answer::{Answer, Basis};
use crate::app::App;
use crate::knowledge::{Knowledge, load};
use crate::message::{Message, SPOKEN};
use crate::request::{COMMANDS, Context, Request, Spec, View};
use crate::wording::{Wording, pseudo};

/// A fact base in which all that is stored is in Greek letters, ids aside. `{n}` numbers the entries.
const STORED: &str = "
[[source]]
id = 's{n}'
title = 'Πηγή {n}'
publisher = 'Εκδότης'
author = 'Γράφων'
published = '2020-05~'
url = 'https://1.2/{n}'
language = 'ελ'
[[topic]]
id = 't{n}'
label = 'Θέμα {n}'
aliases = []
[[aspect]]
id = 'x{n}'
label = 'Μέτρο {n}'
unit = 'μονάδα'
aliases = []
note = 'Σημείωση.'
better = 'higher'
[[actor]]
id = 'a{n}'
name = 'Δρων {n}'
kind = 'country'
aliases = ['Άλλο όνομα {n}']
summary = 'Λόγος.'
sources = ['s{n}#4', 's0']
[[event]]
id = 'e{n}'
title = 'Γεγονός {n}'
date = '201{n}-11-20/201{n}-12-02'
place = 'Τόπος'
actors = ['a{n}', 'a0']
topics = ['t{n}']
summary = 'Λόγος.'
sources = ['s{n}']
[[fact]]
id = 'f{n}'
about = ['a{n}']
aspect = 'x0'
date = '200{n}'
text = 'Γεγονός λέγεται {n}.'
value = 1234{n}.5
attributed_to = 'Λέγων'
forecast = true
rank = 'deprecated'
reason = 'λόγος'
sources = ['s{n}']
disputes = ['g{n}']
[[fact]]
id = 'g{n}'
about = ['a{n}', 'a0']
aspect = 'x{n}'
date = '201X'
text = 'Άλλο λέγεται {n}.'
value = [1, 2]
sources = ['s{n}']
[[relation]]
id = 'r{n}'
from = 'a{n}'
kind = 'holds-office'
office = 'πρόεδρος'
to = 'a0'
date = '199{n}-05/'
note = 'Σημείωση.'
sources = ['s{n}']
[[relation]]
id = 'q{n}'
from = 'a0'
kind = 'k1'
to = 'a{n}'
sources = ['s{n}']
[[event]]
id = 'u{n}'
title = 'Ἄχρονον {n}'
actors = ['a1']
summary = 'Λόγος.'
sources = ['s0']
";

/// Nearness in meaning knows English alone, so this is in plain letters.
const STORED_PLAIN: &str = "
[[actor]]
id = 'graustark'
name = 'Graustark'
kind = 'country'
summary = 'Graustark is a principality by the sea.'
sources = ['s0']
[[fact]]
id = 'boats-lost'
about = ['graustark']
text = 'The fishing fleet of Graustark lost half of its boats in a storm.'
sources = ['s0']
";

/// What `STORED_PLAIN` is near to.
const NEAR: &str = "who repaired the boats of graustark after bad weather";

fn stored() -> Knowledge {
    let folder = tempfile::tempdir().unwrap();
    let toml: String = (0..10).map(|n| STORED.replace("{n}", &n.to_string())).collect();
    std::fs::write(folder.path().join("all.toml"), toml + STORED_PLAIN).unwrap();
    let loaded = load(folder.path());
    loaded.knowledge.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

fn language() -> LanguageIdentifier {
    pseudo::TAG.parse().unwrap()
}

/// What is typed: names and texts that are found, that are near, that may mean several, and that are not here.
const TYPED: &[&str] = &["Δρων 1", "Γεγονός 3", "Μέτρο 0", "Πηγή 2", "Δρων", "Γεγονός λέγεται", "Ωωωω ψψψψ"];

/// Each command with each text in its first option, and with a pair where it takes one.
fn requests() -> Vec<Request> {
    let line = |spec: &Spec, text: &str| match spec.options.first() {
        Some(option) => format!("/{} {}:{text}", spec.name, option.name),
        None => format!("/{}", spec.name),
    };
    let mut lines: Vec<String> = COMMANDS.iter().flat_map(|spec| TYPED.iter().map(|text| line(spec, text))).collect();
    for pair in ["first:Δρων 1 second:Δρων 2", "first:Δρων 1 second:Δρων 0", "first:Γεγονός 1 second:Γεγονός 2"]
    {
        lines.push(format!("/compare {pair}"));
        lines.push(format!("/compare {pair} aspect:Μέτρο 0"));
    }
    lines.extend(
        ["/timeline", "/timeline from:2011 to:2015", "/timeline about:Δρων 1 from:2012", "/sources"].map(String::from),
    );
    lines.extend(
        ["/timeline to:2012", "/trend aspect:Μέτρο 0 about:Δρων 1", "/trend aspect:Μέτρο 1 about:Δρων 0"]
            .map(String::from),
    );
    lines.push(format!("/ask {NEAR}"));
    lines.iter().filter_map(|line| Request::parse(line).ok()).collect()
}

/// What of a text was neither worded nor stored: words of plain letters that are no names of the program.
fn plain_words(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic())).collect()
}

/// Names of commands and options stand in code, and so do tags of languages; the scheme of an address is nobody's word, and a kind of tie is stored.
fn is_name(word: &str) -> bool {
    let is_id = word.len() == 2 && word.ends_with(|c: char| c.is_ascii_digit());
    let option = |spec: &Spec| spec.options.iter().any(|option| option.name == word);
    let command = COMMANDS.iter().any(|spec| spec.name == word || option(spec));
    is_id
        || command
        || SPOKEN.contains(&word)
        || ["https", "holds", "office", "graustark", "Graustark", "boats-lost"].contains(&word)
}

fn assert_worded(what: &str, text: &str) {
    let examples = COMMANDS.iter().fold(text.to_owned(), |text, spec| text.replace(spec.example, ""));
    let plain = plain_words(&examples);
    let known = if what.ends_with(NEAR) {
        plain_words(STORED_PLAIN).union(&plain_words(NEAR)).copied().collect()
    } else {
        BTreeSet::new()
    };
    let plain: Vec<&&str> = plain.iter().filter(|word| !is_name(word) && !known.contains(*word)).collect();
    assert!(plain.is_empty(), "{what}: {plain:?} in\n{text}");
}

fn texts(page: &Page) -> Vec<String> {
    let rows = [&page.turns, &page.tools, &page.buttons, &page.menu, &page.jumps];
    let labels = rows.into_iter().flatten().flat_map(|button| [button.label.clone(), button.note.clone()]);
    let own = [&page.title, &page.description, &page.footer, &page.placeholder, &page.jump_placeholder, &page.content];
    labels.chain(own.into_iter().cloned()).collect()
}

#[test]
fn no_word_of_an_answer_stands_in_code() {
    let app = App::new(stored());
    let context = Context { language: language(), server: None };
    let mut seen = BTreeSet::new();
    for request in requests() {
        let what = request.line();
        let answer = match app.respond(&context, &request) {
            Ok(answer) => answer,
            Err(error) => {
                assert_worded(&what, &Wording::of(&context.language).message(&error.0));
                continue;
            }
        };
        seen.insert(format!("{} {:?}", request.spec().name, answer.standing));
        // The version is made of letters and digits, and stored by nobody.
        let answer = Answer { basis: Basis { version: "1".into(), ..answer.basis }, ..answer };
        let views = [View::Front, View::Sources(None), View::Sources(Some(0)), View::Cite(0), View::CiteFront(1)];
        let screens = views.into_iter().map(|view| screen(&answer, view, true));
        for text in pages(&answer).into_iter().chain(screens).flat_map(|page| texts(&page)) {
            assert_worded(&what, &text);
        }
        assert_worded(&what, &terminal::plain(&answer));
        assert_worded(&what, &terminal::draw(&answer, Look { width: 80, colour: false }));
        for option in request.spec().options {
            let choices = app.complete(&context, &request, option.name, 25);
            let shown = serde_json::to_value(embed::choices(choices, Wording::of(&context.language))).unwrap();
            for choice in shown["choices"].as_array().unwrap() {
                assert_worded(&what, choice["name"].as_str().unwrap());
            }
        }
    }
    let kinds: Vec<&String> = seen.iter().collect();
    for command in ["actor", "ask", "compare", "event", "sources", "timeline", "trend"] {
        assert!(seen.contains(&format!("{command} Found")), "{kinds:?}");
    }
    assert!(
        ["Ambiguous", "Near", "Unknown"].iter().all(|end| kinds.iter().any(|kind| kind.ends_with(end))),
        "{kinds:?}"
    );
}

#[test]
fn what_is_said_of_a_mistake_is_worded_too() {
    let wording = Wording::of(&language());
    for line in [
        "/αβγ",
        "/compare first:Δ",
        "/ask",
        "/timeline from:Δ",
        "/timeline from:2015 to:2011",
        "/help Δ",
        "/ask Δ private:Δ",
    ] {
        if let Err(error) = Request::parse(line) {
            assert_worded(line, &wording.message(&error.0));
        }
    }
    for message in [Message::Apology, Message::Stopped, Message::NotUnderstood, Message::StaleButton] {
        assert_worded(message.id(), &wording.message(&message));
    }
}
