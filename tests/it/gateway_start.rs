//! How `casebook serve` starts when Discord is out of order, and what it takes for a refusal that no waiting cures.

use serde_json::{Value, json};

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::script::{Event, Script, TOKEN};

const COMMANDS: &str = "/applications/1000000000000000001/commands";

fn out_of_order(status: u16) -> Value {
    json!({"message": format!("{status}: Out of order"), "code": 0})
}

fn rate_limited() -> Value {
    json!({"message": "You are being rate limited.", "retry_after": 0.2, "global": false})
}

#[tokio::test]
async fn questions_are_answered_while_the_commands_cannot_be_registered() {
    let mut discord = StandIn::start(Script::default()).await;
    discord.change(|script| {
        script.refuse("GET", COMMANDS, 500, out_of_order(500));
        script.refuse("GET", COMMANDS, 429, rate_limited());
        (0..100).for_each(|_| script.refuse("PUT", COMMANDS, 502, json!("not what Discord answers")));
    });
    let mut bot = Bot::serve(&discord);
    discord.call_with("PUT", COMMANDS, 502).await;
    assert_eq!(discord.ask("help", &[]).await.kind(), 4);
    discord.change(|script| script.refusals.clear());
    discord.call_with("PUT", COMMANDS, 200).await;
    bot.logged("registered the commands").await;
    let log = bot.stop().await.log;
    assert!(log.lines().any(|line| line.contains("WARN") && line.contains("500")), "{log}");
}

#[tokio::test]
async fn a_call_that_gets_no_answer_is_made_again() {
    let mut discord = StandIn::start(Script::default()).await;
    discord.change(|script| script.ignore("GET", COMMANDS));
    let bot = Bot::serve(&discord);
    discord.call_with("GET", COMMANDS, 0).await;
    assert_eq!(discord.ask("help", &[]).await.kind(), 4);
    discord.call_with("PUT", COMMANDS, 200).await;
    bot.stop().await;
}

#[tokio::test]
async fn it_connects_when_discord_comes_back() {
    let mut discord = StandIn::start(Script::default()).await;
    discord.change(|script| {
        script.refuse("GET", "/gateway/bot", 503, out_of_order(503));
        script.refuse("GET", "/gateway/bot", 429, rate_limited());
        script.refuse("GET", "/oauth2/applications/@me", 500, out_of_order(500));
    });
    let bot = Bot::serve(&discord);
    discord.connected().await;
    discord.call_with("PUT", COMMANDS, 200).await;
    let log = bot.stop().await.log;
    let warned = |word: &str| log.lines().any(|line| line.contains("WARN") && line.contains(word));
    assert!(warned("503") && warned(&discord.url()) && !log.contains("DISCORD_TOKEN"), "{log}");
}

#[tokio::test]
async fn a_host_that_does_not_answer_is_named_and_asked_again() {
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut bot = Bot::start(&format!("api_url = \"http://{address}\""), Some(TOKEN));
    bot.logged(&format!("cannot reach http://{address}")).await;
    let mut discord = StandIn::start_at(address, Script::default()).await;
    discord.connected().await;
    bot.stop().await;
}

#[tokio::test]
async fn what_discord_declines_for_good_ends_it_with_one_line() {
    let calls = [
        ("GET", "/gateway/bot", 403),
        ("GET", "/oauth2/applications/@me", 404),
        ("GET", COMMANDS, 401),
        ("GET", COMMANDS, 403),
        ("GET", COMMANDS, 404),
        ("PUT", COMMANDS, 400),
        ("PUT", COMMANDS, 405),
    ];
    for (method, path, status) in calls {
        let discord = StandIn::start(Script::default()).await;
        discord.change(|script| script.refuse(method, path, status, out_of_order(status)));
        let ended = Bot::serve(&discord).ended().await;
        assert!(ended.failure().contains(&status.to_string()), "{method} {path}: {}", ended.log);
    }
}

#[tokio::test]
async fn the_line_names_the_field_that_discord_declined() {
    let discord = StandIn::start(Script::default()).await;
    let fault = json!({"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be between 1 and 100 in length."});
    let errors = json!({"3": {"options": {"1": {"description": {"_errors": [fault]}}}}});
    let refusal = json!({"message": "Invalid Form Body", "code": 50035, "errors": errors});
    discord.change(|script| script.refuse("PUT", COMMANDS, 400, refusal));
    let ended = Bot::serve(&discord).ended().await;
    assert!(ended.failure().contains("3.options.1.description: Must be between 1 and 100 in length."), "{}", ended.log);
}

#[tokio::test]
async fn a_server_with_the_number_0_is_refused_with_its_line() {
    let ended = Bot::start("guild = 0", Some(TOKEN)).ended().await;
    let line = ended.failure();
    assert!(line.contains(".toml: line 4: ") && line.contains("guild"), "{line}");
}

#[tokio::test]
async fn an_option_says_how_much_of_it_is_read() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    let commands = discord.call("PUT", COMMANDS).await.body;
    for option in commands.as_array().unwrap().iter().flat_map(|command| command["options"].as_array().unwrap()) {
        let typed = option["type"] == 3 && option["choices"] == json!([]);
        let expected = if typed { json!(512) } else { Value::Null };
        assert_eq!(option["max_length"], expected, "{option}");
    }
    bot.stop().await;
}

/// The shards that it begins, in the order in which it does.
async fn begun(discord: &mut StandIn, count: usize) -> Vec<Value> {
    let shard = |event: &Event| if let Event::Identify(d) = event { Some(d["shard"].clone()) } else { None };
    let mut begun = Vec::new();
    for _ in 0..count {
        begun.push(discord.wait_for("IDENTIFY", shard).await);
    }
    begun
}

#[tokio::test]
async fn as_many_shards_begin_as_discord_asks_for() {
    let mut discord = StandIn::start(Script { shards: 2, ..Script::default() }).await;
    let bot = Bot::serve(&discord);
    assert_eq!(begun(&mut discord, 2).await, [json!([0, 2]), json!([1, 2])]);
    bot.stop().await;
}

#[tokio::test]
async fn a_range_of_shards_begins_and_is_well_when_all_of_it_is() {
    let mut discord = StandIn::start(Script { shards: 4, sessions_left: 2, ..Script::default() }).await;
    let range = "shards = { first = 1, last = 2, total = 4 }";
    let listen = "[http]\nlisten = \"127.0.0.1:0\"\n[discord.cooldown]";
    let mut bot = Bot::start(&format!("api_url = {:?}\n{range}\n{listen}", discord.url()), Some(TOKEN));
    let caller = bot.listening().await;
    assert_eq!(begun(&mut discord, 1).await, [json!([1, 4])]);
    discord.connected().await;
    assert_eq!(caller.get("/healthz").await.status(), 503, "one of the two has no session yet");
    assert_eq!(begun(&mut discord, 1).await, [json!([2, 4])]);
    crate::health::until(&caller, "/healthz", 200).await;
    let ready: Value = serde_json::from_slice(&caller.get("/readyz").await.bytes().await.unwrap()).unwrap();
    assert_eq!((&ready["shards"][0]["shard"], &ready["shards"][1]["shard"]), (&json!(1), &json!(2)));
    bot.stop().await;
}
