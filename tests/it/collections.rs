//! Collections: what a server that is limited to some of them sees, and what it does not.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;

use casebook::answer::{Answer, Standing};
use casebook::app::App;
use casebook::knowledge::load;
use casebook::render::terminal::plain;
use casebook::request::{Context, Request};
use serde_json::json;

use crate::support::Folder;
use crate::support::bot::Local;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{SERVER, in_dm, in_private_channel, installed_by_user};
use crate::support::discord::script::Script;

const HILLS: &str = r#"
    [[source]]
    id = "gazette"
    title = "Gazette"
    publisher = "Press"
    published = "1960"

    [[actor]]
    id = "ruritania"
    name = "Ruritania"
    kind = "country"
    summary = "Ruritania is a kingdom in the mountains."
    sources = ["gazette"]

    [[event]]
    id = "coronation"
    title = "Coronation in Strelsau"
    date = "1956"
    actors = ["ruritania"]
    summary = "Rudolf was crowned in Strelsau."
    sources = ["gazette"]

    [[fact]]
    id = "ruritania-wool"
    about = ["ruritania"]
    text = "Ruritania sells wool."
    sources = ["gazette"]
"#;

/// It speaks of an actor of the other collection, and disputes a fact there.
const COAST: &str = r#"
    [[source]]
    id = "log"
    title = "Harbour log"
    publisher = "Harbour"
    published = "1961"

    [[actor]]
    id = "graustark"
    name = "Graustark"
    kind = "country"
    summary = "Graustark is a principality by the sea."
    sources = ["log"]

    [[event]]
    id = "storm"
    title = "Storm at sea"
    date = "1957"
    actors = ["graustark"]
    summary = "A storm sank boats of Graustark."
    sources = ["log"]

    [[fact]]
    id = "graustark-ships-wool"
    about = ["graustark"]
    with = ["ruritania"]
    text = "Graustark ships the wool of Ruritania."
    sources = ["log"]
    disputes = ["ruritania-wool"]
"#;

fn server() -> NonZeroU64 {
    SERVER.parse().unwrap()
}

/// Two collections; the one server sees the coast only.
fn both() -> App {
    let folder = Folder::with(&[("hills/all.toml", HILLS.as_bytes()), ("coast/all.toml", COAST.as_bytes())]);
    let app = App::new(load(&folder.path()).knowledge.expect("no errors"));
    let coast: BTreeSet<String> = ["coast".to_owned()].into();
    app.with_servers(&BTreeMap::from([(server(), coast)]))
}

fn ask(app: &App, server: Option<NonZeroU64>, line: &str) -> Answer {
    app.respond(&Context::default().in_server(server), &Request::parse(line).unwrap()).unwrap()
}

#[test]
fn a_server_finds_what_its_collections_hold_and_nothing_else() {
    let app = both();
    for line in ["/event coronation in strelsau", "/event coronation"] {
        assert_eq!(ask(&app, None, line).standing, Standing::Found, "{line}");
        assert_eq!(ask(&app, NonZeroU64::new(7), line).standing, Standing::Found, "another server: {line}");
        let limited = ask(&app, Some(server()), line);
        assert_ne!(limited.standing, Standing::Found, "{line}: {}", plain(&limited));
    }
    assert!(plain(&ask(&app, None, "/ask what does ruritania sell")).contains("sells wool"));
    for line in [
        "/ask what does ruritania sell",
        "/timeline",
        "/sources",
        "/help",
        "/actor ruritania",
        "/compare first:ruritania second:graustark",
    ] {
        let text = plain(&ask(&app, Some(server()), line));
        assert!(!text.contains("Coronation") && !text.contains("sells wool"), "{line}: {text}");
    }
    assert!(plain(&ask(&app, None, "/timeline")).contains("Coronation"));
}

#[test]
fn whom_a_fact_of_its_own_speaks_of_is_shown_with_a_source_from_another_collection() {
    let text = plain(&ask(&both(), Some(server()), "/actor ruritania"));
    assert!(text.contains("kingdom in the mountains") && text.contains("Gazette"), "{text}");
    let text = plain(&ask(&both(), Some(server()), "/ask who ships wool"));
    assert!(text.contains("Graustark ships the wool of Ruritania.") && !text.contains("disputed"), "{text}");
}

#[test]
fn completions_and_counts_are_those_of_its_collections() {
    let app = both();
    let complete = |server: Option<NonZeroU64>, typed: &str| {
        let request = Request::half_typed("event", vec![("question".to_owned(), typed.into())]).unwrap();
        let choices = app.complete(&Context::default().in_server(server), &request, "question", 25);
        choices.into_iter().map(|choice| choice.value).collect::<Vec<_>>()
    };
    assert_eq!(complete(Some(server()), ""), ["storm"]);
    assert_eq!(complete(Some(server()), "coron"), [""; 0]);
    assert_eq!(complete(None, "coron"), ["coronation"]);
    let holds = |server| plain(&ask(&app, server, "/help"));
    assert!(holds(None).contains("2 events") && holds(Some(server())).contains("1 event"), "{}", holds(Some(server())));
}

#[test]
fn a_button_of_another_collection_is_told_to_be_stale() {
    let app = both();
    let whole = ask(&app, None, "/event coronation");
    let pressed = app.respond(&Context::default().in_server(Some(server())), &whole.request);
    let shown = pressed.map(|answer| plain(&answer)).unwrap_or_default();
    assert!(!shown.contains("Strelsau"), "{shown}");
}

#[tokio::test]
async fn discord_tells_in_which_server_it_is_asked() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Local::serve(&discord, both());
    discord.connected().await;
    let anywhere = [in_dm(), in_private_channel(), installed_by_user("5000000000000000009")];
    let limited = [json!({}), installed_by_user(SERVER)];
    let places = anywhere.into_iter().map(|place| (place, true)).chain(limited.map(|place| (place, false)));
    for (place, all) in places {
        let timeline = discord.ask_from(&place, "timeline", &[]).await.text();
        assert!(timeline.contains("Storm at sea") && timeline.contains("Coronation") == all, "{place}: {timeline}");
        let help = discord.ask_from(&place, "help", &[]).await.text();
        assert!(help.contains(if all { "2 events" } else { "1 event " }), "{place}: {help}");
        let events = discord.complete_from(&place, "event", &[], ("question", "")).await;
        assert_eq!(events.len(), if all { 2 } else { 1 }, "{place}: {events:?}");
    }
    bot.stop().await;
}
