//! How `casebook serve` tells how it is: to those who ask over HTTP, and in its log.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tokio::time::{Duration, timeout};

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::script::{Script, TOKEN};
use crate::support::endpoint::Caller;
use crate::support::openmetrics::{Samples, read};
use crate::support::{Folder, root, run, stderr};

/// How long a change may take to show. It is only ever spent when a test fails.
const DEADLINE: Duration = Duration::from_secs(20);
/// The lines of a bot that can be asked how it is.
const LISTEN: &str = "[http]\nlisten = \"127.0.0.1:0\"\n";

async fn serve(discord: &StandIn) -> (Bot, Caller) {
    let mut bot = Bot::start(&format!("api_url = {:?}\n{LISTEN}[discord.cooldown]", discord.url()), Some(TOKEN));
    let caller = bot.listening().await;
    (bot, caller)
}

/// Asks until the answer has this status.
pub(crate) async fn until(caller: &Caller, path: &str, status: u16) {
    let asked = timeout(DEADLINE, async { while caller.get(path).await.status() != status {} });
    assert!(asked.await.is_ok(), "{path} never answers {status}");
}

async fn samples(caller: &Caller) -> Samples {
    let response = caller.get("/metrics").await;
    assert_eq!(response.headers()["content-type"], "application/openmetrics-text; version=1.0.0; charset=utf-8");
    read(&response.text().await.unwrap())
}

async fn ready(caller: &Caller) -> Value {
    serde_json::from_slice(&caller.get("/readyz").await.bytes().await.unwrap()).unwrap()
}

/// A configuration that names where a bot listens, for `casebook healthcheck`.
fn healthcheck(listen: &str) -> std::process::Output {
    let config = Folder::with(&[("config.toml", format!("[http]\n{listen}\n").as_bytes())]);
    run(&["healthcheck", "--config", config.path().join("config.toml").to_str().unwrap()])
}

#[tokio::test]
async fn it_is_well_while_it_has_a_session() {
    let mut discord = StandIn::start(Script { heartbeat_ms: 100, ..Script::default() }).await;
    let later = json!({"message": "You are being rate limited.", "retry_after": 1.0, "global": false});
    discord.change(|script| script.refuse("GET", "/gateway/bot", 429, later));
    let (bot, caller) = serve(&discord).await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(caller.get(path).await.status(), 503, "{path} before there is a session");
    }
    let listen = format!("listen = \"{}\"", caller.address);
    let checked = healthcheck(&listen);
    assert_eq!(checked.status.code(), Some(1));
    assert!(stderr(&checked).contains("503"), "{}", stderr(&checked));
    discord.connected().await;
    until(&caller, "/healthz", 200).await;
    until(&caller, "/readyz", 200).await;
    assert!(healthcheck(&listen).status.success());
    let shard = &ready(&caller).await["shards"][0];
    assert_eq!((&shard["shard"], &shard["connected"]), (&json!(0), &json!(true)));

    discord.change(|script| script.acknowledges = false);
    until(&caller, "/healthz", 503).await;
    discord.change(|script| script.acknowledges = true);
    until(&caller, "/healthz", 200).await;
    bot.stop().await;
    let checked = healthcheck(&listen);
    assert!(!checked.status.success() && stderr(&checked).contains("does not answer"), "{}", stderr(&checked));
}

#[test]
fn a_healthcheck_of_a_bot_that_listens_nowhere_says_what_to_set() {
    let checked = healthcheck("");
    assert_eq!(checked.status.code(), Some(1));
    assert!(stderr(&checked).contains("set `listen` under `[http]`"), "{}", stderr(&checked));
}

#[tokio::test]
async fn the_endpoint_is_well_while_it_serves() {
    let discord = StandIn::start(Script::default()).await;
    let (bot, caller) = Bot::serve_http(&discord).await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(caller.get(path).await.status(), 200);
    }
    let told = ready(&caller).await;
    assert!(told["knowledge"]["entries"].as_u64().unwrap() > 100, "{told}");
    assert_eq!((&told["ready"], &told["knowledge"]["broken"]), (&json!(true), &Value::Null));
    bot.stop().await;
}

#[tokio::test]
async fn what_is_asked_is_counted_by_how_it_ended() {
    let mut discord = StandIn::start(Script { heartbeat_ms: 100, ..Script::default() }).await;
    let (bot, caller) = serve(&discord).await;
    discord.connected().await;
    until(&caller, "/healthz", 200).await;
    discord.ask("help", &[]).await;
    for _ in 0..2 {
        discord.ask("actor", &[("question", json!("Lukashenko"))]).await;
    }
    discord.ask("actor", &[("question", json!("xqzzyq wvvkj"))]).await;
    discord.ask("compare", &[("first", json!("belarus")), ("second", json!("belarus"))]).await;
    discord.complete("actor", &[], ("question", "luka")).await;
    let samples = samples(&caller).await;
    let count = |series: &str| samples.get(series).copied();
    let asked = |command: &str, outcome: &str| {
        count(&format!("casebook_interactions_total{{command=\"{command}\",outcome=\"{outcome}\"}}"))
    };
    assert_eq!(
        (asked("help", "match"), asked("actor", "match"), asked("actor", "none")),
        (Some(1.0), Some(2.0), Some(1.0))
    );
    assert_eq!(asked("compare", "error"), Some(1.0));
    assert_eq!(count("casebook_answer_seconds_count"), Some(5.0));
    assert_eq!(count("casebook_completion_seconds_count"), Some(1.0));
    assert_eq!(count("casebook_discord_delay_seconds_count"), Some(6.0));
    assert_eq!((count("casebook_panics_total"), count("casebook_undelivered_total")), (Some(0.0), Some(0.0)));
    assert_eq!(count("casebook_gateway_connected{shard=\"0\"}"), Some(1.0));
    assert!(count("casebook_entries{kind=\"fact\"}").unwrap() > 100.0);
    assert!(samples.keys().any(|series| series.starts_with("casebook_knowledge_version{version=\"")));
    assert_eq!(count("casebook_knowledge_broken_timestamp_seconds"), Some(0.0));
    bot.stop().await;
}

/// The names that begin as ours do, without what their kind adds to them.
fn names(text: &str) -> BTreeSet<String> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let names = text.split(|c| !word(c)).filter(|name| name.starts_with("casebook_"));
    let suffixes = ["_bucket", "_sum", "_count", "_total", "_info"];
    names
        .map(|name| suffixes.iter().fold(name, |name, suffix| name.strip_suffix(suffix).unwrap_or(name)).to_owned())
        .collect()
}

#[tokio::test]
async fn the_documents_the_dashboard_and_the_alerts_name_the_metrics_that_there_are() {
    let mut discord = StandIn::start(Script { heartbeat_ms: 100, ..Script::default() }).await;
    let (bot, caller) = serve(&discord).await;
    discord.connected().await;
    discord.ask("help", &[]).await;
    // What has no series yet is not written at all; the last to come is the first heartbeat.
    let all = async {
        loop {
            let text = caller.get("/metrics").await.text().await.unwrap();
            if text.contains("casebook_gateway_heartbeat_latency_seconds{") {
                return text;
            }
        }
    };
    let text = timeout(DEADLINE, all).await.unwrap();
    let told = text.lines().filter_map(|line| line.strip_prefix("# HELP ")?.split(' ').next());
    let told: BTreeSet<String> = told.map(ToOwned::to_owned).collect();
    let file = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let manual = file("docs/running.md");
    let rows: String = manual.lines().filter(|line| line.starts_with("| `casebook_")).collect();
    assert_eq!(names(&rows), told);
    for path in ["deploy/grafana/casebook.json", "deploy/prometheus/alerts.yaml"] {
        let named = names(&file(path));
        assert!(!named.is_empty() && named.is_subset(&told), "{path}: {:?}", named.difference(&told));
    }
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_that_is_not_delivered_is_counted() {
    let mut discord = StandIn::start(Script::default()).await;
    let (mut bot, caller) = serve(&discord).await;
    discord.connected().await;
    discord.change(|script| {
        script.refuse("POST", "/callback", 404, json!({"message": "Unknown interaction", "code": 10062}));
    });
    discord.send_command("help", &[]).await;
    bot.logged("an answer was not delivered").await;
    assert_eq!(samples(&caller).await.get("casebook_undelivered_total"), Some(&1.0));
    bot.stop().await;
}

#[tokio::test]
async fn without_a_terminal_each_line_of_the_log_is_an_object() {
    let mut discord = StandIn::start(Script::default()).await;
    let (bot, _) = serve(&discord).await;
    discord.connected().await;
    discord.ask("help", &[]).await;
    let log = bot.stop().await.log;
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
        let text = |key: &str| line[key].as_str().is_some_and(|text| !text.is_empty());
        assert!(text("timestamp") && text("level") && text("target"), "{line}");
    }
}
