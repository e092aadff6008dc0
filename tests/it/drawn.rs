//! What a reader sees: every page of every answer, read as Discord's client reads it.

use std::collections::{BTreeMap, BTreeSet};

use casebook::answer::{Action, Answer};
use casebook::app::App;
use casebook::message::{Joint, Words};
use casebook::render::line::{Ink, Line, parts};
use casebook::render::page::{Page, pages, screen};
use casebook::render::terminal::{self, Look};
use casebook::render::{embed, limits};
use casebook::request::{Context, Press, Request, View};
use casebook::wording::Wording;
use serde_json::Value;

use crate::answers::{all_requests, assert_within_limits};
use crate::support::markdown::{Node, all, read, visible};
use crate::support::{Folder, app, respond};

/// Typed by somebody, or written in a file.
const HOSTILE: &[&str] = &[
    "https://phishing.example/a_b_c?d=*e*",
    "see <https://a.example> or [here](https://a.example)",
    "**bold** *em* ***both*** __u__ _i_ ~~s~~ ||spoiler||",
    "- item\n# heading\n> quote\n-# small\n1. one",
    "1. one",
    "> quote",
    "@everyone @here <@1> <@&2> <#3> <:a:4> <t:5:R> </ask:6> :smile: :)",
    "`code` ```block``` \\ \\* \\\\",
    "ends with *",
    "ends with \\",
    "* ",
    "** a ** b **",
    "a*",
    "_",
    "\u{FEFF}x\u{FEFF}",
];

/// A fact base in which every text is hostile.
fn hostile() -> App {
    let tables = |(at, text): (usize, &&str)| {
        let text = Value::from(format!("{text} {at}")).to_string();
        let other = (at + 1) % HOSTILE.len();
        format!(
            "[[source]]\nid = 's{at}'\ntitle = {text}\npublisher = {text}\nauthor = {text}\npublished = '2020'\nurl = 'https://a.example/s_{at}_(x)*y*?q=~~|'\n\
             [[topic]]\nid = 't{at}'\nlabel = {text}\naliases = []\n\
             [[aspect]]\nid = 'x{at}'\nlabel = {text}\naliases = []\n\
             [[actor]]\nid = 'a{at}'\nname = {text}\nkind = 'person'\nsummary = {text}\nsources = ['s{at}']\n\
             [[event]]\nid = 'e{at}'\ntitle = {text}\ndate = '20{:02}'\nplace = {text}\nactors = ['a{at}', 'a{other}']\ntopics = ['t{at}']\nsummary = {text}\nsources = ['s{at}', 's{other}']\n\
             [[fact]]\nid = 'f{at}'\nabout = ['a{at}']\naspect = 'x0'\ndate = '2020'\ntext = {text}\nvalue = {at}\nattributed_to = {text}\nrank = 'deprecated'\nreason = {text}\nsources = ['s{at}']\ndisputes = ['f{other}']\n\
             [[relation]]\nid = 'r{at}'\nfrom = 'a{at}'\nkind = 'member-of'\nto = 'a{other}'\nnote = {text}\nsources = ['s{at}']\n",
            at + 10
        )
    };
    loaded(&HOSTILE.iter().enumerate().map(tables).collect::<String>())
}

pub fn loaded(toml: &str) -> App {
    let folder = Folder::with(&[("all.toml", toml.as_bytes())]);
    let loaded = casebook::knowledge::load(&folder.path());
    App::new(loaded.knowledge.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
}

/// A fact base of so many sources, on all of which one fact rests.
pub fn well_sourced(count: usize) -> App {
    let source = |n| {
        format!(
            "[[source]]\nid = 's{n}'\ntitle = 'Report {n} of the commission on the state of the archive'\npublisher = 'The archive'\npublished = '2020'\nurl = 'https://a.example/{n}'\n"
        )
    };
    let sources: String = (0..count).map(source).collect();
    let ids: Vec<String> = (0..count).map(|n| format!("'s{n}'")).collect();
    let ids = ids.join(", ");
    loaded(&format!(
        "{sources}[[actor]]\nid = 'ada'\nname = 'Ada'\nkind = 'person'\nsummary = 'A person.'\nsources = ['s0']\n\
         [[fact]]\nid = 'f'\nabout = ['ada']\ntext = 'Ada wrote the first programme.'\nsources = [{ids}]\n"
    ))
}

pub fn requests(lines: &[&str]) -> Vec<Request> {
    lines.iter().map(|line| Request::parse(line).unwrap()).collect()
}

fn typed() -> Vec<Request> {
    let templates = [
        "/ask question:",
        "/event question:",
        "/actor question:",
        "/timeline about:",
        "/sources source:",
        "/trend aspect:",
    ];
    let typed = HOSTILE.iter().flat_map(|text| templates.map(|template| format!("{template}zzz qqq {text}")));
    typed.map(|line| Request::parse(&line).unwrap()).collect()
}

/// All answers that are looked at, each with what it was asked with.
fn answers() -> Vec<(Request, Answer)> {
    let (own, hostile, sourced) = (app(), hostile(), well_sourced(60));
    let own_requests = all_requests(&own).into_iter().chain(typed()).chain(requests(&["/event visit", "/actor Zzz"]));
    let asked = own_requests.map(|request| (&own, request));
    let asked = asked.chain(all_requests(&hostile).into_iter().chain(typed()).map(|request| (&hostile, request)));
    let asked = asked.chain(all_requests(&sourced).into_iter().map(|request| (&sourced, request)));
    asked.filter_map(|(app, request)| Some((request.clone(), respond(app, &request).ok()?))).collect()
}

fn english() -> &'static Wording {
    Wording::of(&Context::default().language)
}

/// As a client shows it: on one line, without what is not seen.
fn seen(text: &str) -> String {
    let seen = |c: char| if c.is_control() { ' ' } else { c };
    let hidden = |c: &char| matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !hidden(c)).map(seen).collect()
}

fn lines(answer: &Answer) -> Vec<Line> {
    answer.blocks.iter().flat_map(|block| parts(block, english())).flat_map(|part| part.lines).collect()
}

/// What may be bold, and what may be slanted.
fn emphasised(answer: &Answer) -> (BTreeSet<String>, BTreeSet<String>) {
    let parts: Vec<_> = answer.blocks.iter().flat_map(|block| parts(block, english())).collect();
    let mut strong: BTreeSet<String> = parts.iter().map(|part| seen(&part.heading).trim().to_owned()).collect();
    let mut faint = BTreeSet::new();
    for line in parts.iter().flat_map(|part| &part.lines) {
        for run in line.spans.chunk_by(|a, b| is_faint(a.0) == is_faint(b.0)) {
            let text: String = run.iter().map(|(_, text)| text.as_str()).collect();
            if is_faint(run[0].0) {
                faint.insert(seen(&text).trim().to_owned());
            }
        }
        strong.extend(
            line.spans.iter().filter(|(ink, _)| *ink == Ink::Strong).map(|(_, text)| seen(text).trim().to_owned()),
        );
    }
    (strong, faint)
}

fn is_faint(ink: Ink) -> bool {
    matches!(ink, Ink::Faint | Ink::Warning)
}

#[test]
fn no_marker_strays_and_only_our_own_markup_marks() {
    for (request, answer) in answers() {
        let line = request.line();
        let (strong, faint) = emphasised(&answer);
        for page in pages(&answer) {
            assert_eq!(all(&read(&page.title)), [&Node::Text(visible(&read(&page.title)))], "{line}: {}", page.title);
            let nodes = read(&page.description);
            for node in all(&nodes) {
                let text = seen(&visible(std::slice::from_ref(node)));
                let fine = match node {
                    Node::Text(_) => true,
                    Node::Styled("**", _) => strong.contains(&text),
                    Node::Styled("*", _) => faint.contains(&text) || is_notice(&text) || is_reading(&answer, &text),
                    Node::Block("-#", _) => text.starts_with('['),
                    Node::Link(url) => url.starts_with("https://") && !url.contains("phishing"),
                    _ => false,
                };
                assert!(fine, "{line}: {node:?} in\n{}", page.description);
            }
        }
    }
}

/// How texts were read, or as much of it as fits.
fn is_reading(answer: &Answer, text: &str) -> bool {
    let messages = answer.read_as.iter().cloned().map(Words::from).collect();
    let reading = seen(&english().words(&Words::List(messages, Joint::Semicolon)));
    reading.starts_with(text.trim_end_matches('…'))
}

/// What the renderer itself says about what it left out or moved.
fn is_notice(text: &str) -> bool {
    text == "(shortened)" || text == "(continued)" || text.contains("more sources: next page)")
}

#[test]
fn every_line_is_shown_as_it_was_written() {
    for (request, answer) in answers() {
        let shown: String = pages(&answer).iter().map(|page| seen(&visible(&read(&page.description)))).collect();
        for line in lines(&answer) {
            let mut line = line;
            line.spans.retain(|(ink, _)| *ink != Ink::Cite);
            let text = seen(&line.text());
            assert!(shown.contains(text.trim()), "{}: “{text}” is on no page", request.line());
        }
        let title = seen(&visible(&read(&pages(&answer)[0].title)));
        assert_eq!(title, seen(&english().words(&answer.title)), "{}", request.line());
    }
}

/// The numbers cited in the body of a page, and its lines of sources by number.
pub fn cited_and_listed(page: &Page) -> (BTreeSet<usize>, BTreeMap<usize, Vec<Node>>) {
    let nodes = read(&page.description);
    let (sources, body): (Vec<Node>, Vec<Node>) =
        nodes.into_iter().partition(|node| matches!(node, Node::Block("-#", _)));
    let body = visible(&body);
    let cited = body.match_indices('[').filter_map(|(at, _)| body.get(at + 1..)?.split_once(']')?.0.parse().ok());
    let listed = sources.into_iter().map(|source| {
        let text = visible(std::slice::from_ref(&source));
        let number = text.strip_prefix('[').and_then(|text| text.split_once(']')?.0.parse().ok());
        (number.unwrap_or_else(|| panic!("{text}")), vec![source])
    });
    (cited.collect(), listed.collect())
}

#[test]
fn every_number_has_its_source_on_the_same_page_with_its_link_whole() {
    for (request, answer) in answers() {
        for page in pages(&answer) {
            let (cited, listed) = cited_and_listed(&page);
            assert_eq!(cited, listed.keys().copied().collect(), "{}:\n{}", request.line(), page.description);
            for (number, nodes) in listed {
                let citation = &answer.citations[number - 1];
                let links: Vec<String> = all(&nodes).into_iter().filter_map(link).collect();
                assert_eq!(links, citation.url.iter().cloned().collect::<Vec<_>>(), "{}", request.line());
                let text = seen(&visible(&nodes));
                let work = format!("[{number}] {}", english().words(&citation.work));
                assert!(text.starts_with(&seen(&work)), "{}: {text}", request.line());
            }
        }
    }
}

fn link(node: &Node) -> Option<String> {
    if let Node::Link(link) = node { Some(link.clone()) } else { None }
}

/// The messages that one gets by pressing *Next* to the end, as they are sent.
pub fn walk(app: &App, request: &Request) -> Vec<Value> {
    let mut press = Press { request: request.clone(), view: View::Page(0) };
    let mut sent = Vec::new();
    loop {
        let answer = respond(app, &press.request).unwrap();
        let page = screen(&answer, press.view, false);
        assert_within_limits(&page, &request.line());
        let message = serde_json::to_value(embed::message(&page)).unwrap();
        assert!(message["components"].as_array().unwrap().len() <= limits::ROWS, "{}", request.line());
        let next = components(&message).into_iter().find(|component| component["label"] == "Next ▶");
        let carried = next.map(|next| next["custom_id"].as_str().unwrap().to_owned());
        sent.push(message);
        assert!(sent.len() < 1_000, "{}: no last page", request.line());
        let Some(carried) = carried else { return sent };
        press = Press::decode(&carried).unwrap();
    }
}

fn components(message: &Value) -> Vec<Value> {
    let rows = message["components"].as_array().unwrap().iter();
    rows.flat_map(|row| row["components"].as_array().unwrap().clone()).collect()
}

#[test]
fn next_leads_through_the_whole_answer() {
    let (own, sourced) = (app(), well_sourced(60));
    let asked = all_requests(&own).into_iter().map(|request| (&own, request));
    for (app, request) in asked.chain(all_requests(&sourced).into_iter().map(|request| (&sourced, request))) {
        let answer = respond(app, &request).unwrap();
        let sent = walk(app, &request);
        let count = pages(&answer).len();
        assert_eq!(sent.len(), count, "{}", request.line());
        let described = |(message, page): (&Value, Page)| {
            let description = message["embeds"][0]["description"].as_str().unwrap_or_default().to_owned();
            let (cited, listed) = cited_and_listed(&Page { description: description.clone(), ..page });
            (seen(&visible(&read(&description))), cited, listed)
        };
        let sheets: Vec<_> = sent.iter().zip(pages(&answer)).map(described).collect();
        for mut line in lines(&answer) {
            line.spans.retain(|(ink, _)| *ink != Ink::Cite);
            let bare = seen(&line.text());
            for number in &line.cites {
                let shown = sheets.iter().any(|(text, cited, listed)| {
                    cited.contains(number) && listed.contains_key(number) && text.contains(bare.trim())
                });
                assert!(shown, "{}: “{bare}” with [{number}]", request.line());
            }
        }
    }
}

#[test]
fn menus_reach_every_choice() {
    for count in [3, 26, 60] {
        let app = well_sourced(count);
        let request = Request::parse("/sources").unwrap();
        let answer = respond(&app, &request).unwrap();
        let mut reached = BTreeSet::new();
        for message in walk(&app, &request) {
            for component in components(&message) {
                if component["custom_id"] == "jump" {
                    continue;
                }
                let options = component["options"].as_array().cloned().unwrap_or_default();
                assert!(options.len() <= limits::MENU_LINES);
                let text = seen(&visible(&read(message["embeds"][0]["description"].as_str().unwrap())));
                for option in &options {
                    let label = option["label"].as_str().unwrap().trim_end_matches('…');
                    assert!(text.contains(label), "{label} is not on the page");
                }
                reached.extend(options.iter().map(|option| option["value"].as_str().unwrap().to_owned()));
                reached.extend(component["custom_id"].as_str().map(ToOwned::to_owned));
            }
        }
        let requests: Vec<Request> = reached.iter().filter_map(|id| Some(Press::decode(id).ok()?.request)).collect();
        let missing: Vec<&Action> =
            answer.actions.iter().filter(|action| !requests.contains(&action.request)).collect();
        assert!(missing.is_empty(), "{count} sources: {missing:?} cannot be reached");
    }
}

#[test]
fn an_address_stays_whole_in_a_terminal() {
    let url =
        "https://a-long-name.example/reports-of-2020/on-the-state-of-the-archive-and-all-its-rooms/and-what-is-in-them";
    let app = loaded(&format!(
        "[[source]]\nid = 'book'\ntitle = 'On the state of the archive'\npublisher = 'Press'\npublished = '2020'\nurl = '{url}'\n\
         [[actor]]\nid = 'ada'\nname = 'Ada'\nkind = 'person'\nsummary = 'A person.'\nsources = ['book']\n"
    ));
    for request in requests(&["/actor Ada", "/sources book"]) {
        let answer = respond(&app, &request).unwrap();
        for width in [40, 80, 100] {
            let drawn = terminal::draw(&answer, Look { width, colour: true });
            assert!(drawn.contains(url), "{}, {width} columns:\n{drawn}", request.line());
        }
    }
}
