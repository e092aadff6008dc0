//! A fact base and questions of somebody who means harm: no text breaks a page.

use std::collections::BTreeSet;

use casebook::render::page::{Page, pages, screen};
use casebook::render::{length, limits};
use casebook::request::{Request, View};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::answers::assert_within_limits;
use crate::drawn::{cited_and_listed, loaded, requests, walk};
use crate::languages::LANGUAGES;
use crate::support::markdown::{Node, all, read};
use crate::support::respond;

/// A text of up to some thousand units, of what could break a page.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "~~",
        "`",
        "||",
        "\\",
        "<",
        ">",
        "[",
        "](https://phishing.example)",
        ":a:",
        "@everyone",
        "#",
        "- ",
        "1. ",
        "-# ",
        " ",
        "\n",
        "\u{200B}",
        "\u{FEFF}",
        "\u{202E}",
        "a",
        "Ж",
        "👩‍👩‍👧‍👧",
        "e\u{301}",
        "w",
        "long ",
        "https://phishing.example/",
    ]);
    (prop::collection::vec(piece, 1..30), 1..40_usize).prop_map(|(pieces, times)| pieces.concat().repeat(times))
}

/// A fact base in which somebody who means harm wrote every text.
fn base(texts: &[String; 10]) -> String {
    let [title, publisher, author, name, alias, summary, label, text, reason, note] =
        &texts.each_ref().map(|text| Value::from(format!("x{text}x")).to_string());
    let url =
        Value::from(format!("https://a.example/{}", texts[0].replace("phishing", "").replace(char::is_whitespace, "")));
    format!(
        "[[source]]\nid = 's'\ntitle = {title}\npublisher = {publisher}\nauthor = {author}\npublished = '2020'\nurl = {url}\n\
         [[actor]]\nid = 'a'\nname = {name}\nkind = 'person'\naliases = [{alias}]\nsummary = {summary}\nsources = ['s']\n\
         [[actor]]\nid = 'b'\nname = 'B'\nkind = 'person'\nsummary = {note}\nsources = ['s']\n\
         [[aspect]]\nid = 'x'\nlabel = {label}\naliases = []\nunit = {publisher}\nnote = {note}\n\
         [[event]]\nid = 'e'\ntitle = {title}\nplace = {name}\nactors = ['a', 'b']\nsummary = {summary}\nsources = ['s']\n\
         [[fact]]\nid = 'f'\nabout = ['a']\naspect = 'x'\ndate = '2010'\nvalue = 2\ntext = {text}\nattributed_to = {author}\n\
         rank = 'deprecated'\nreason = {reason}\nsources = ['s']\ndisputes = ['g']\n\
         [[fact]]\nid = 'g'\nabout = ['b']\naspect = 'x'\ndate = '2011'\nvalue = 3\ntext = {note}\nsources = ['s']\n\
         [[relation]]\nid = 'r'\nfrom = 'a'\nkind = 'member-of'\nto = 'b'\nnote = {note}\nsources = ['s']\n"
    )
}

/// What asks for each entry, and the commands that take a text, with the text.
fn asked(typed: &str) -> Vec<Request> {
    let typed = ["/ask question:", "/event question:", "/actor question:", "/timeline about:", "/sources source:"]
        .iter()
        .filter_map(|start| Request::parse(&format!("{start}{typed}")).ok());
    let stored =
        ["/actor a", "/actor b", "/event e", "/ask f", "/ask r", "/trend x", "/sources s", "/sources", "/timeline"];
    requests(&stored).into_iter().chain(requests(&["/compare first:a second:b"])).chain(typed).collect()
}

/// What is written for Discord of fact bases in which somebody who means harm wrote every text: the same each time.
pub fn written() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let mut written = Vec::new();
    for _ in 0..3 {
        let texts = prop::array::uniform10(nasty()).new_tree(&mut runner).unwrap().current();
        let app = loaded(&base(&texts));
        for answer in asked(&texts[0]).iter().filter_map(|request| respond(&app, request).ok()) {
            written.extend(pages(&answer).into_iter().map(|page| page.description));
            written.push(screen(&answer, View::CiteFront(0), false).content);
        }
    }
    written
}

/// Bold, slanted, the small print of sources, and their addresses: nothing else is marked.
fn assert_no_markup_of_theirs(page: &Page, line: &str) {
    assert!(all(&read(&page.title)).iter().all(|node| matches!(node, Node::Text(_))), "{line}: {}", page.title);
    for node in all(&read(&page.description)) {
        let ours = match node {
            Node::Text(_) | Node::Styled("**" | "*", _) | Node::Block("-#", _) => true,
            Node::Link(url) => url.starts_with("https://a.example/"),
            _ => false,
        };
        assert!(ours, "{line}: {node:?} in\n{}", page.description);
        let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!page.description.contains(turns), "{line}: the direction turns in\n{}", page.description);
    }
    let hidden = |c: char| matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let lines = [&page.turns, &page.tools, &page.buttons, &page.menu, &page.jumps].into_iter().flatten();
    for label in lines.flat_map(|line| [&line.label, &line.note]) {
        assert!(!label.contains(hidden) && !label.contains('\n'), "{line}: {label:?}");
    }
}

/// What is to be copied is code and no more, whatever it says.
fn assert_nothing_lives_in_what_is_copied(page: &Page, line: &str) {
    assert!(length(&page.content) <= limits::CONTENT, "{line}: {}", page.content);
    for node in all(&read(&page.content)) {
        let dead = match node {
            Node::Code(_) => true,
            Node::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        assert!(dead, "{line}: {node:?} in\n{}", page.content);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_a_page(
        texts in prop::array::uniform10(nasty()),
        typed in nasty(),
        tag in prop::sample::select(&LANGUAGES),
    ) {
        let app = loaded(&base(&texts));
        for request in asked(&typed) {
            let Ok(mut answer) = respond(&app, &request) else { continue };
            prop_assert_eq!(walk(&app, &answer.request).len(), pages(&answer).len());
            for tag in ["en", tag] {
                answer.language = tag.parse().unwrap();
                let line = format!("{tag} {}", request.line());
                for page in pages(&answer) {
                    assert_no_markup_of_theirs(&page, &line);
                    assert_within_limits(&page, &line);
                    let (cited, listed) = cited_and_listed(&page);
                    prop_assert_eq!(cited, listed.keys().copied().collect::<BTreeSet<_>>(), "{}", line);
                }
                for view in [View::Front, View::Sources(None), View::Sources(Some(1)), View::CiteFront(0), View::Cite(2)] {
                    let page = screen(&answer, view, false);
                    let copied = !page.content.is_empty();
                    assert_nothing_lives_in_what_is_copied(&page, &line);
                    if !copied {
                        assert_no_markup_of_theirs(&page, &line);
                        assert_within_limits(&page, &line);
                    }
                }
            }
        }
    }
}
