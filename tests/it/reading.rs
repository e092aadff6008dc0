//! How answers are read in Discord: short first, turned, checked, cited, shared and deleted; every button pressed, by the one
//! who asked and by others, also after a restart with other knowledge.

use std::collections::{BTreeMap, BTreeSet};

use casebook::answer::{Answer, Standing};
use casebook::app::App;
use casebook::render::page::{Page, pages, screen};
use casebook::render::terminal::Look;
use casebook::render::{length, limits, terminal};
use casebook::request::{Context, Press, Request, View};
use serde_json::{Value, json};

use crate::answers::{all_requests, assert_within_limits};
use crate::drawn::{cited_and_listed, loaded, well_sourced};
use crate::languages::LANGUAGES;
use crate::support::bot::Local;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, OTHER, Reply};
use crate::support::discord::script::Script;
use crate::support::markdown::{Node, all, read, visible};
use crate::support::{app, respond};

/// Two states of which much is told, twins, a dispute, and places in sources. `{gone}` is an actor that may be missing.
fn invented(with_gone: bool) -> App {
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

/// Everything that can be pressed under a message: what it is called by, and the line that is chosen.
fn presses(reply: &Reply) -> Vec<(String, Option<String>)> {
    let buttons = reply.buttons().into_iter().map(|button| (button, None));
    buttons.chain(reply.lines().into_iter().map(|(menu, line)| (menu, Some(line)))).collect()
}

/// Whatever is sent is one of ours, and nothing in it is alive that should not be.
fn assert_plain(reply: &Reply, what: &str) {
    let description = reply.description();
    for node in all(&read(description)) {
        let ours = match node {
            Node::Text(_) | Node::Styled("**" | "*", _) | Node::Block("-#", _) => true,
            Node::Link(url) => url.starts_with("https://a.example/"),
            _ => false,
        };
        assert!(ours, "{what}: {node:?} in\n{description}");
    }
    for node in all(&read(reply.notice())) {
        assert!(matches!(node, Node::Text(_) | Node::Code(_)), "{what}: {node:?}");
    }
    assert!(!description.is_empty() || !reply.notice().is_empty(), "{what}: {}", reply.text());
}

/// Presses everything to a depth, each thing once, as one user; gives what was pressed and under which message.
async fn press_all(
    discord: &mut StandIn,
    first: Vec<Reply>,
    user: &str,
    depth: usize,
) -> BTreeMap<String, (Reply, String)> {
    let mut pressed: BTreeMap<String, (Reply, String)> = BTreeMap::new();
    let mut messages = first;
    for _ in 0..depth {
        let mut next = Vec::new();
        for message in &messages {
            for (id, line) in presses(message) {
                let carried = line.clone().unwrap_or_else(|| id.clone());
                if pressed.contains_key(&carried) {
                    continue;
                }
                let values: Vec<&str> = line.as_deref().into_iter().collect();
                let reply = discord.press(message, &id, &values, user).await;
                pressed.insert(carried.clone(), (message.clone(), id));
                let view = Press::decode(&carried).unwrap().view;
                if view == View::Delete {
                    continue;
                }
                assert!(matches!(reply.kind(), 4 | 7), "{carried}: {}", reply.text());
                assert_plain(&reply, &carried);
                next.push(reply);
            }
        }
        messages = next;
    }
    pressed
}

const ASKED: &[(&str, &str, &str)] = &[
    ("actor", "question", "Ruritania"),
    ("event", "question", "visit to strelsau"),
    ("ask", "question", "what did Ruritania pay for matter 3 in 1902"),
    ("ask", "question", "who repaired the boats of Graustark after bad weather"),
    ("actor", "question", "Graust"),
    ("timeline", "about", "Graustark"),
    ("trend", "aspect", "Matter 2"),
    ("sources", "source", "The book"),
];

async fn ask_all(discord: &mut StandIn) -> Vec<Reply> {
    let mut replies = Vec::new();
    for (command, option, text) in ASKED {
        replies.push(discord.ask(command, &[(option, json!(text))]).await);
    }
    replies.push(discord.ask("compare", &[("first", json!("Ruritania")), ("second", json!("Graustark"))]).await);
    replies.push(discord.ask("help", &[]).await);
    for name in ["Graustein", "Ruritania"] {
        replies.push(discord.ask("actor", &[("question", json!(name)), ("private", json!(true))]).await);
    }
    replies
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_pressed_to_depth_three_by_anyone_and_after_a_restart_with_other_knowledge() {
    let mut discord = StandIn::start(Script::default()).await;
    let local = Local::serve(&discord, invented(true));
    let first = ask_all(&mut discord).await;
    let pressed = press_all(&mut discord, first.clone(), ASKER, 3).await;
    let views: BTreeSet<char> = pressed.keys().filter_map(|carried| carried.chars().nth(2)).collect();
    assert_eq!(views.iter().collect::<String>(), "cdfstwxyz", "every kind of button was met");
    press_all(&mut discord, first, OTHER, 3).await;
    local.stop().await;

    let mut discord = StandIn::start(Script::default()).await;
    let local = Local::serve_with(&discord, invented(false), "pages = 'asker'");
    for (carried, (message, id)) in &pressed {
        let values: Vec<&str> = Some(carried.as_str()).filter(|carried| carried != id).into_iter().collect();
        let reply = discord.press(message, id, &values, OTHER).await;
        let is_public = matches!(Press::decode(carried).unwrap().view, View::Share(_));
        let stays = message.is_private() && reply.kind() != 4;
        let deleted = reply.kind() == 6;
        assert!(stays || deleted || reply.is_private() || is_public, "{carried}: {}", reply.text());
        if !deleted {
            assert_plain(&reply, carried);
        }
    }
    local.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_asker_and_who_manages_messages_delete() {
    let mut discord = StandIn::start(Script::default()).await;
    let local = Local::serve(&discord, invented(true));
    let message = discord.ask("actor", &[("question", json!("Ruritania"))]).await;
    let delete = message.button("Delete");
    let refused = discord.press(&message, &delete, &[], OTHER).await;
    assert!(refused.is_private() && refused.notice().contains("Only the one who asked"), "{}", refused.text());
    // MANAGE_MESSAGES is 1 << 13; an administrator may do anything.
    for (user, permissions) in [(ASKER, "0"), (OTHER, "8192"), (OTHER, "8")] {
        let done = discord.press_with(&message, &delete, user, permissions).await;
        assert_eq!(done.kind(), 6, "{user} {permissions}: {}", done.text());
    }
    local.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_answer_is_posted_for_all_by_a_button() {
    let mut discord = StandIn::start(Script::default()).await;
    let local = Local::serve(&discord, invented(true));
    let private = discord.ask("actor", &[("question", json!("Ruritania")), ("private", json!(true))]).await;
    let shared = discord.press(&private, &private.button("Share"), &[], ASKER).await;
    assert!(shared.kind() == 4 && !shared.is_private(), "{}", shared.text());
    assert_eq!(shared.body["data"]["embeds"], private.body["data"]["embeds"]);
    shared.button("Delete");
    let cite = private.button("Cite");
    let cited = discord.press(&private, &cite, &[], ASKER).await;
    assert!(cited.kind() == 4 && cited.is_private() && cited.notice().contains("```"), "{}", cited.text());
    let public = discord.ask("actor", &[("question", json!("Ruritania"))]).await;
    let cited = discord.press(&public, &public.button("Cite"), &[], ASKER).await;
    assert!(cited.kind() == 4 && cited.is_private(), "{}", cited.text());
    let body: &Value = &cited.body["data"]["allowed_mentions"]["parse"];
    assert_eq!(*body, json!([]));
    local.stop().await;
}
