//! How `casebook serve` ends: refused at the start, refused later, or asked to stop.
//!
//! A refusal ends it with exit code 1 and one line that says what to do; it never tries again and again.

use serde_json::json;

use crate::support::bot::{Bot, Ended};
use crate::support::discord::StandIn;
use crate::support::discord::payload;
use crate::support::discord::script::{Event, Script};

const COMMANDS: &str = "/applications/1000000000000000001/commands";

async fn end_of(script: Script) -> (StandIn, Ended) {
    let discord = StandIn::start(script).await;
    let ended = Bot::serve(&discord).ended().await;
    (discord, ended)
}

fn asked_for_a_session(event: &Event) -> Option<()> {
    matches!(event, Event::Identify(_)).then_some(())
}

#[tokio::test]
async fn without_a_token_it_says_where_to_put_one() {
    let discord = StandIn::start(Script::default()).await;
    let ended = Bot::start(&format!("api_url = {:?}", discord.url()), None).ended().await;
    assert!(ended.failure().contains("DISCORD_TOKEN"), "{}", ended.log);
}

#[tokio::test]
async fn a_refused_token_ends_it_before_it_connects() {
    let mut discord = StandIn::start(Script::default()).await;
    let settings = format!("api_url = {:?}", discord.url());
    let wrong = "MTAwMDAwMDAwMDAwMDAwMDAwMg.wrong.token";
    let ended = Bot::start(&settings, Some(wrong)).ended().await;
    assert!(ended.failure().contains("DISCORD_TOKEN"), "{}", ended.log);
    assert!(!ended.log.contains(wrong), "{}", ended.log);
    let ended = Bot::start(&settings, Some("two\nlines")).ended().await;
    assert!(ended.failure().contains("token") && !ended.log.contains("two"), "{}", ended.log);
    assert_eq!(discord.call("GET", "/gateway/bot").await.status, 401);
}

#[tokio::test]
async fn it_does_not_ask_for_a_session_when_none_is_left_today() {
    let (_discord, ended) = end_of(Script { sessions_left: 0, ..Script::default() }).await;
    assert!(ended.failure().contains("120 min"), "{}", ended.log);
}

#[tokio::test]
async fn a_final_close_at_the_start_ends_it() {
    for code in [4003, 4004, 4010, 4011, 4013, 4014] {
        let (mut discord, ended) = end_of(Script { identify_closes: [code].into(), ..Script::default() }).await;
        assert!(ended.failure().contains(&code.to_string()), "{code}: {}", ended.log);
        discord.wait_for("IDENTIFY", asked_for_a_session).await;
    }
}

#[tokio::test]
async fn a_final_close_later_ends_it() {
    for code in [4003, 4004, 4010, 4011, 4013, 4014] {
        let mut discord = StandIn::start(Script::default()).await;
        let bot = Bot::serve(&discord);
        discord.ask("help", &[]).await;
        discord.close(code).await;
        let ended = bot.ended().await;
        assert!(ended.failure().contains(&code.to_string()), "{code}: {}", ended.log);
    }
}

#[tokio::test]
async fn asked_to_stop_it_closes_the_socket_and_ends_well() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    bot.stop().await;
    let closed = |event: &Event| {
        if let Event::Closed(code) = event { Some(*code) } else { None }
    };
    assert_eq!(discord.wait_for("the close", closed).await, Some(1000));
}

#[tokio::test]
async fn asked_to_stop_it_first_delivers_what_is_under_way() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    // The answer is held up by a rate limit, so that the request to stop arrives while it is under way.
    let refusal = json!({"message": "You are being rate limited.", "retry_after": 1.0, "global": false});
    discord.change(|script| script.refuse("POST", "/callback", 429, refusal));
    let asked = discord.send_command("help", &[]).await;
    let held_up = |event: &Event| {
        if let Event::Call(call) = event { (call.status == 429).then_some(()) } else { None }
    };
    discord.wait_for("the answer that is held up", held_up).await;
    bot.terminate().await;
    let ended = bot.stopped().await;
    assert_eq!(ended.code, Some(0), "{}", ended.log);
    assert_eq!(discord.reply(asked).await.kind(), 4);
}

#[tokio::test]
async fn asked_to_stop_before_it_is_connected_it_ends_well() {
    let mut discord = StandIn::start(Script::default()).await;
    let refusal = json!({"message": "You are being rate limited.", "retry_after": 20.0, "global": false});
    discord.change(|script| script.refuse("GET", "/gateway/bot", 429, refusal));
    let bot = Bot::serve(&discord);
    discord.call("GET", "/gateway/bot").await;
    bot.stop().await;
}

#[tokio::test]
async fn asked_to_stop_while_it_connects_it_ends_well() {
    let mut discord = StandIn::start(Script::default()).await;
    discord.change(|script| script.ignore("GET", "/gateway"));
    let bot = Bot::serve(&discord);
    discord.call("GET", "/gateway").await;
    bot.stop().await;
}

#[tokio::test]
async fn asked_to_stop_while_it_tries_to_register_it_ends_well() {
    let mut discord = StandIn::start(Script::default()).await;
    discord.change(|script| (0..100).for_each(|_| script.refuse("GET", COMMANDS, 500, json!({}))));
    let bot = Bot::serve(&discord);
    discord.connected().await;
    discord.call("GET", COMMANDS).await;
    let asked = discord.send_command("help", &[]).await;
    bot.stop().await;
    assert_eq!(discord.reply(asked).await.kind(), 4);
}

#[tokio::test]
async fn what_was_asked_before_the_stop_is_answered() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    let mut asked = Vec::new();
    for _ in 0..40 {
        asked.push(discord.send_command("actor", &[("question", json!("Lukashenko"))]).await);
    }
    bot.terminate().await;
    bot.terminate().await;
    let ended = bot.stopped().await;
    assert_eq!(ended.code, Some(0), "a second signal changes nothing");
    for id in asked {
        assert_eq!(discord.reply(id).await.kind(), 4);
    }
}

#[tokio::test]
async fn a_final_close_lets_answers_under_way_finish() {
    for code in [4003, 4004, 4010, 4011, 4014] {
        let mut discord = StandIn::start(Script::default()).await;
        let bot = Bot::serve(&discord);
        discord.connected().await;
        let refusal = json!({"message": "You are being rate limited.", "retry_after": 1.0, "global": false});
        discord.change(|script| script.refuse("POST", "/callback", 429, refusal));
        let asked = discord.send_command("help", &[]).await;
        discord.call_with("POST", &payload::callback_path(asked), 429).await;
        discord.close(code).await;
        assert!(bot.ended().await.failure().contains(&code.to_string()));
        assert_eq!(discord.reply(asked).await.kind(), 4, "{code}");
    }
}
