//! How answers are read in Discord: short first, turned, checked and cited.

use std::collections::BTreeSet;

use casebook::answer::{Answer, Standing};
use casebook::app::App;
use casebook::render::page::{Page, pages, screen};
use casebook::render::terminal::Look;
use casebook::render::{length, limits, terminal};
use casebook::request::{Context, Press, Request, View};

use crate::answers::{all_requests, assert_within_limits};
use crate::drawn::{cited_and_listed, loaded, well_sourced};
use crate::languages::LANGUAGES;
use crate::support::markdown::{Node, all, read, visible};
use crate::support::{app, respond};

/// Two states of which much is told, twins, a dispute, and places in sources. `{gone}` is an actor that may be missing.
pub fn invented(with_gone: bool) -> App {
    let mut toml = String::from(
        "[[source]]\nid = 'book'\ntitle = 'The book'\nauthor = 'Ada'\npublisher = 'Press'\npublished = '2020'\nurl = 'https://a.example/book'\n\
         [[source]]\nid = 'paper'\ntitle = 'The paper'\npublisher = 'Daily'\npublished = '2021'\n\
         [[topic]]\nid = 'visits'\nlabel = 'Visits'\naliases = []\n\
         [[actor]]\nid = 'ruritania'\nname = 'Ruritania'\naliases = ['Kingdom of Rudolf']\nkind = 'country'\nsummary = 'Ruritania is a kingdom.'\nsources = ['book#p. 1', 'paper#p. 9']\n\
         [[actor]]\nid = 'graustark'\nname = 'Graustark'\nkind = 'country'\nsummary = 'Graustark is a principality.'\nsources = ['book#p. 2']\n\
         [[relation]]\nid = 'ally'\nfrom = 'ruritania'\nkind = 'ally-of'\nto = 'graustark'\nsources = ['paper#p. 3']\n",
    );
    for n in 1..6 {
        let (aspect, event) = (format!("aspect-{n}"), format!("visit-{n}"));
        toml.extend([
            format!("[[aspect]]\nid = '{aspect}'\nlabel = 'Matter {n}'\naliases = []\nunit = 'ducats'\n"),
            format!("[[event]]\nid = '{event}'\ntitle = 'Visit to Strelsau'\ndate = '190{n}-05'\nactors = ['ruritania', 'graustark']\ntopics = ['visits']\nsummary = 'The princes met for the {n}th time.'\nsources = ['book#p. 1{n}']\n"),
        ]);
        let years = (0..4).flat_map(|year| [("ruritania", "Ruritania", year), ("graustark", "Graustark", year)]);
        toml.extend(years.map(|(state, name, year)| {
            let value = n * 10 + year;
            format!(
                "[[fact]]\nid = '{state}-{n}-{year}'\nabout = ['{state}']\naspect = '{aspect}'\ndate = '190{year}'\nvalue = {value}\n\
                 text = '{name} paid {value} ducats for matter {n} in 190{year}, which the chronicle tells at some length.'\nsources = ['book#p. {n}{year}', 'paper#col. {year}']\n"
            )
        }));
    }
    if with_gone {
        toml += "[[actor]]\nid = 'graustein'\nname = 'Graustein'\nkind = 'country'\nsummary = 'Graustein lies by Graustark.'\nsources = ['book']\n";
    }
    loaded(&toml)
}

fn answer(app: &App, line: &str) -> Answer {
    respond(app, &Request::parse(line).unwrap()).unwrap()
}

#[test]
fn the_first_screen_is_short_and_cites_as_the_whole_does() {
    let app = app();
    for request in all_requests(&app) {
        let answer = respond(&app, &request).unwrap();
        let (front, whole) = (screen(&answer, View::Front, false), pages(&answer));
        if !answer.is_long() {
            assert_eq!(front, whole[0], "{}: what is short is shown whole", request.line());
            continue;
        }
        let line = request.line();
        assert_within_limits(&front, &line);
        let (cited, listed) = cited_and_listed(&front);
        assert_eq!(cited, listed.keys().copied().collect(), "{line}: {}", front.description);
        let short = answer.front(5);
        assert!(short.statements().len() < answer.statements().len(), "{line}");
        let all = answer.statements();
        assert!(short.statements().iter().all(|statement| all.contains(statement)), "{line}");
        assert!(front.turns.iter().any(|button| button.label.starts_with("More")), "{line}");
        assert!(!whole[0].turns.is_empty(), "{line}: a way back");
    }
}

#[test]
fn an_actor_is_shown_with_what_is_best_attested() {
    let front = answer(&invented(true), "/actor Ruritania").front(5);
    let text = terminal::plain(&front);
    assert!(text.contains("Ruritania is a kingdom."), "{text}");
    assert!(text.contains("ally of Graustark") && text.contains("Visit to Strelsau"), "{text}");
    assert!((3..=6).contains(&front.statements().len()), "{text}");
}

#[test]
fn a_menu_goes_to_every_part_and_to_the_last_page() {
    let app = app();
    for line in ["/actor azerbaijan", "/actor belarus", "/timeline"] {
        let answer = answer(&app, line);
        let whole = pages(&answer);
        let jumps = &whole[0].jumps;
        assert!((3..=limits::MENU_LINES).contains(&jumps.len()), "{line}: {}", jumps.len());
        let last = Press::decode(&jumps.last().unwrap().custom_id).unwrap();
        assert_eq!(last.view, View::Page(whole.len() - 1), "{line}");
        for jump in jumps {
            let View::Page(page) = Press::decode(&jump.custom_id).unwrap().view else { panic!("{line}") };
            let first = jump.label.split(": ").nth(1).and_then(|rest| rest.split(" · ").next()).unwrap_or_default();
            // A line may stand for the pages up to the next one.
            let next = jumps.iter().map(|jump| Press::decode(&jump.custom_id).unwrap().view);
            let next = next.filter_map(|view| if let View::Page(next) = view { Some(next) } else { None });
            let to = next.filter(|next| *next > page).min().unwrap_or(page + 1);
            let shown: String = whole[page..to].iter().map(|page| visible(&read(&page.description))).collect();
            assert!(shown.contains(first.trim_end_matches('…')), "{line}: “{}” on\n{shown}", jump.label);
        }
    }
}

/// The lines of a screen of sources, without the small print.
fn checked(page: &Page) -> String {
    visible(
        &read(&page.description).into_iter().filter(|node| !matches!(node, Node::Block("-#", _))).collect::<Vec<_>>(),
    )
}

#[test]
fn each_statement_shows_its_own_places() {
    let answer = answer(&invented(true), "/actor Ruritania");
    let whole = pages(&answer);
    let mut told = String::new();
    for page in 0..whole.len() {
        let shown = screen(&answer, View::Sources(Some(page)), false);
        assert_within_limits(&shown, "sources");
        let (cited, listed) = cited_and_listed(&shown);
        assert_eq!(cited, listed.keys().copied().collect(), "{}", shown.description);
        told += &checked(&shown);
    }
    for (n, year) in (1..6).flat_map(|n| (0..4).map(move |year| (n, year))) {
        let text = format!("matter {n} in 190{year}, which");
        let line = told.lines().find(|line| line.contains(&text)).unwrap_or_else(|| panic!("{text} in\n{told}"));
        assert!(line.ends_with(&format!("— [1] p. {n}{year} · [2] col. {year}")), "{line}");
    }
    let front = screen(&answer, View::Sources(None), false);
    assert!(checked(&front).contains("[1] p. 1 · [2] p. 9"), "{}", front.description);
}

#[test]
fn a_statement_of_many_sources_is_checked_page_by_page() {
    let app = well_sourced(60);
    let answer = answer(&app, "/ask f");
    let whole = pages(&answer);
    let mut told = BTreeSet::new();
    for (number, page) in whole.iter().enumerate() {
        let shown = screen(&answer, View::Sources(Some(number)), false);
        let (cited, listed) = cited_and_listed(&shown);
        assert_eq!(cited, listed.keys().copied().collect(), "{}", shown.description);
        assert_eq!(cited, cited_and_listed(page).0, "page {number} and what it rests on");
        told.extend(cited);
    }
    assert_eq!(told, (1..=60).collect());
}

/// The blocks of code in a message, which is what people copy.
fn copied(page: &Page) -> Vec<String> {
    let nodes = read(&page.content);
    all(&nodes)
        .into_iter()
        .filter_map(|node| if let Node::Code(text) = node { Some(text.clone()) } else { None })
        .collect()
}

#[test]
fn every_statement_can_be_copied_with_its_source() {
    let answer = answer(&invented(true), "/actor Ruritania");
    let mut view = View::Cite(0);
    let mut all = Vec::new();
    loop {
        let page = screen(&answer, view, true);
        assert!(length(&page.content) <= limits::CONTENT, "{}", page.content);
        all.extend(copied(&page));
        let next = page.turns.iter().find(|button| button.label.starts_with("Next"));
        let Some(next) = next else { break };
        view = Press::decode(&next.custom_id).unwrap().view;
    }
    for statement in answer.statements() {
        let text = terminal_text(statement.text());
        let places = statement.places();
        let whole = |block: &&String| {
            block.contains(&text) && !places.is_empty() && places.iter().all(|place| block.contains(&place.locator))
        };
        assert!(all.iter().any(|block| whole(&block)), "{text}, {places:?} in {all:#?}");
    }
    let source = "— Ada, “The book”, Press, 2020 (p. 20) https://a.example/book";
    assert!(all.iter().any(|block| block.contains(source)), "{all:#?}");
}

fn terminal_text(words: &casebook::message::Words) -> String {
    casebook::wording::Wording::of(&"en".parse().unwrap()).words(words)
}

#[test]
fn what_may_be_meant_stands_in_a_menu_with_kind_and_date() {
    let app = invented(true);
    let answer = answer(&app, "/event visit to strelsau");
    assert_eq!(answer.standing, Standing::Ambiguous);
    let page = screen(&answer, View::Front, false);
    assert!(page.buttons.is_empty() && page.menu.len() == 5, "{page:?}");
    let notes: BTreeSet<&str> = page.menu.iter().map(|line| line.note.as_str()).collect();
    assert!(notes.contains("event · May 1901"), "{notes:?}");
    let chosen = Press::decode(&page.menu[0].custom_id).unwrap();
    assert_eq!(respond(&app, &chosen.request).unwrap().standing, Standing::Found);
}

#[test]
fn an_answer_says_how_the_question_was_read_and_what_it_was_made_from() {
    let app = invented(true);
    let read = |line: &str| {
        answer(&app, line).read_as.iter().map(|message| terminal_text(&message.clone().into())).collect::<Vec<_>>()
    };
    assert_eq!(read("/actor Kingdom of Rudolf"), ["“Kingdom of Rudolf” is read as: Ruritania"]);
    assert_eq!(read("/actor Ruritanja"), ["“Ruritanja” is read as: Ruritania"]);
    assert_eq!(read("/actor Руритания"), ["“Руритания” is read as: Ruritania"]);
    assert_eq!(read("/actor Ruritania"), [""; 0], "the title itself");
    assert_eq!(read("/actor ruritania"), [""; 0], "in any case of letters");
    assert_eq!(read("/ask Ruritania paid duckats for matter 3 in 1902"), ["“duckats” read as “ducats”"]);
    let footer = screen(&answer(&app, "/actor Ruritania"), View::Front, false).footer;
    assert!(footer.contains("ruritania") && footer.contains(app.knowledge().version()), "{footer}");
    let versions = [true, false].map(|with| invented(with).knowledge().version().to_owned());
    assert_ne!(versions[0], versions[1], "other knowledge has another version");
    assert_eq!(versions[0], app.knowledge().version(), "the same has the same");
}

/// A screen as text: what is read, and what can be pressed.
fn drawn(page: &Page) -> String {
    let rows = [&page.turns, &page.tools, &page.buttons, &page.menu, &page.jumps];
    let rows = rows
        .map(|row| row.iter().map(|button| format!("[{}|{}]", button.label, button.note)).collect::<Vec<_>>().concat());
    format!("{}\n{}\n{}\n{}\n{}\n", page.title, page.description, page.content, page.footer, rows.join("\n"))
}

#[test]
fn screens_in_every_language() {
    let app = invented(true);
    for tag in ["en"].into_iter().chain(LANGUAGES) {
        let mut shown: Vec<String> = Vec::new();
        for (line, views) in [
            ("/actor Kingdom of Rudolf", vec![View::Front, View::Page(1), View::Sources(None), View::CiteFront(0)]),
            ("/event visit to strelsau", vec![View::Front]),
            ("/ask who repaired the boats of Graustark after bad weather", vec![View::Front]),
        ] {
            let request = Request::parse(line).unwrap();
            let answer = app.respond(&Context::of_language(tag), &request).unwrap();
            for (view, private) in views.into_iter().zip([false, true, false, true]) {
                shown.push(format!("# {line} {view:?}\n{}\n", drawn(&screen(&answer, view, private))));
            }
            let look = Look { width: 80, colour: false };
            shown.push(format!("# {line} in a terminal\n{}\n", terminal::draw_front(&answer, look, "--all")));
        }
        for request in
            [answer(&app, "/actor Ruritania").tools.related, answer(&app, "/actor Ruritania").tools.comparable]
        {
            let answer = app.respond(&Context::of_language(tag), &request.unwrap()).unwrap();
            shown.push(format!("# {}\n{}\n", answer.request.line(), drawn(&screen(&answer, View::Front, false))));
        }
        insta::assert_snapshot!(format!("screens-{tag}"), shown.concat());
    }
}
