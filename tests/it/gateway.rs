//! `casebook serve` in a conversation with a stand-in for Discord: registration, answers, presses.
//!
//! How it ends, well or badly, is tested in `gateway_end`.

use casebook::answer::Answer;
use casebook::app::App;
use casebook::command::Choice;
use casebook::request::{Context, Request, UserError};
use casebook::transport::Answers;
use serde_json::{Value, json};

use crate::support::app;
use crate::support::bot::{Bot, Local, UNTOLD};
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, OTHER, Reply};
use crate::support::discord::script::{Event, Script, TOKEN};

const COMMANDS: &str = "/applications/1000000000000000001/commands";
/// A name of which the fact base knows more than one page.
const LONG: &str = "belarus";

async fn start() -> (StandIn, Bot) {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    (discord, bot)
}

async fn ask_long(discord: &mut StandIn) -> Reply {
    discord.ask("actor", &[("question", json!(LONG))]).await
}

#[tokio::test]
async fn commands_are_registered_when_they_differ_and_only_then() {
    let (mut discord, bot) = start().await;
    let registered = discord.call("PUT", COMMANDS).await;
    assert_eq!(registered.status, 200);
    assert!(registered.body.as_array().unwrap().iter().any(|command| command["name"] == "compare"));
    bot.stop().await;

    let mut bot = Bot::serve(&discord);
    bot.logged("the commands are up to date").await;
    bot.stop().await;

    let old = json!("An old one");
    for change in ["/0/description", "/0/description_localizations/uk", "/0/name_localizations/es-ES"] {
        discord.change(|script| {
            let commands = script.commands.get_mut(COMMANDS).unwrap();
            *commands.pointer_mut(change).unwrap() = old.clone();
        });
        let bot = Bot::serve(&discord);
        discord.call("PUT", COMMANDS).await;
        bot.stop().await;
    }
}

#[tokio::test]
async fn commands_can_be_registered_in_one_server() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::start(&format!("api_url = {:?}\nguild = 5000000000000000000", discord.url()), Some(TOKEN));
    discord.call("PUT", "/applications/1000000000000000001/guilds/5000000000000000000/commands").await;
    discord.connected().await;
    bot.stop().await;
}

#[tokio::test]
async fn a_session_asks_for_no_intent_and_keeps_its_heartbeat() {
    let discord = &mut StandIn::start(Script { heartbeat_ms: 100, ..Script::default() }).await;
    let bot = Bot::serve(discord);
    let asked = |event: &Event| {
        if let Event::Identify(d) = event { Some(d["intents"].clone()) } else { None }
    };
    assert_eq!(discord.wait_for("IDENTIFY", asked).await, 0);
    let beat = |event: &Event| matches!(event, Event::Heartbeat).then_some(());
    discord.wait_for("a heartbeat", beat).await;
    discord.wait_for("a second heartbeat", beat).await;
    discord.send_op(1, Value::Null).await;
    discord.wait_for("a heartbeat on demand", beat).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_slash_command_is_answered_for_all_to_see() {
    let (mut discord, bot) = start().await;
    let reply = discord.ask("help", &[]).await;
    assert_eq!(reply.kind(), 4);
    assert!(!reply.is_private(), "{}", reply.text());
    assert!(reply.body["data"]["embeds"][0]["description"].is_string(), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_private_answer_is_for_the_asker_alone() {
    let (mut discord, bot) = start().await;
    let reply = discord.ask("actor", &[("question", json!("Lukashenko")), ("private", json!(true))]).await;
    assert!(reply.is_private() && reply.kind() == 4, "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_half_typed_option_is_completed() {
    let (mut discord, bot) = start().await;
    let choices = discord.complete("actor", &[], ("question", "luka")).await;
    assert!(choices.iter().any(|choice| choice["value"] == "alexander-lukashenko"), "{choices:?}");
    let choices = discord.complete("compare", &[], ("first", "luka")).await;
    assert!(!choices.is_empty(), "the other required option is still missing");
    let choices = discord.complete("compare", &[("first", "belarus")], ("second", "luka")).await;
    assert!(!choices.is_empty());
    let choices = discord.complete("no-such-command", &[], ("question", "luka")).await;
    assert_eq!(choices, [] as [Value; 0]);
    bot.stop().await;
}

#[tokio::test]
async fn an_unknown_command_gets_a_private_hint() {
    let (mut discord, bot) = start().await;
    let reply = discord.ask("no-such-command", &[]).await;
    assert!(reply.is_private() && !reply.notice().is_empty(), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn what_serenity_cannot_read_goes_unanswered_and_nothing_else_does() {
    let (mut discord, bot) = start().await;
    let no_value = json!({"id": "1", "name": "actor", "type": 1, "options": [{"name": "question", "type": 3}]});
    discord.send_interaction(2, no_value, json!({}), ASKER).await;
    let no_name = json!({"id": "1", "type": 1, "options": []});
    discord.send_interaction(2, no_name, json!({}), ASKER).await;
    discord.send_interaction(99, json!({"words": UNTOLD}), json!({}), ASKER).await;
    let number =
        json!({"id": "1", "name": "actor", "type": 1, "options": [{"name": "question", "type": 4, "value": 7}]});
    let odd = discord.send_interaction(2, number, json!({}), ASKER).await;
    assert!(discord.reply(odd).await.is_private());
    assert_eq!(discord.ask("help", &[]).await.kind(), 4);
    let log = bot.stop().await.log;
    let unread = log.lines().filter(|line| line.contains("WARN") && line.contains("could not be read")).count();
    assert_eq!(unread, 3, "{log}");
}

#[tokio::test]
async fn anyone_turns_pages_in_place_but_nobody_turns_them_into_another_answer() {
    let (mut discord, bot) = start().await;
    let first = ask_long(&mut discord).await;
    let more = first.button("More");
    let turned = discord.press(&first, &more, &[], ASKER).await;
    assert_eq!(turned.kind(), 7);
    assert_ne!(turned.text(), first.text());
    assert_eq!(discord.press(&first, &more, &[], OTHER).await.body, turned.body);
    let related = first.button("Related");
    assert_eq!(discord.press(&first, &related, &[], ASKER).await.kind(), 7);
    let copy = discord.press(&first, &related, &[], OTHER).await;
    assert!(copy.kind() == 4 && copy.is_private(), "{}", copy.text());
    bot.stop().await;
}

#[tokio::test]
async fn where_only_the_asker_turns_pages_others_get_a_copy() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::start(&format!("api_url = {:?}\npages = \"asker\"", discord.url()), Some(TOKEN));
    discord.connected().await;
    let first = ask_long(&mut discord).await;
    let more = first.button("More");
    let turned = discord.press(&first, &more, &[], ASKER).await;
    assert_eq!(turned.kind(), 7);
    let copy = discord.press(&first, &more, &[], OTHER).await;
    assert!(copy.kind() == 4 && copy.is_private(), "{}", copy.text());
    assert_eq!(copy.body["data"]["embeds"], turned.body["data"]["embeds"]);
    let turned_copy = discord.press(&copy, &more, &[], OTHER).await;
    assert_eq!(turned_copy.kind(), 7, "a private message belongs to whoever sees it");
    let private = discord.ask("actor", &[("question", json!(LONG)), ("private", json!(true))]).await;
    let more = private.button("More");
    assert_eq!(discord.press(&private, &more, &[], ASKER).await.kind(), 7);
    bot.stop().await;
}

#[tokio::test]
async fn a_button_outlives_the_process() {
    let (mut discord, bot) = start().await;
    let first = ask_long(&mut discord).await;
    let next = first.buttons().into_iter().next().unwrap();
    let turned = discord.press(&first, &next, &[], ASKER).await;
    bot.stop().await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    assert_eq!(discord.press(&first, &next, &[], ASKER).await.body, turned.body);
    bot.stop().await;
}

#[tokio::test]
async fn a_choice_from_a_menu_is_answered() {
    let (mut discord, bot) = start().await;
    let message = ask_long(&mut discord).await;
    // A line of a menu carries what a button carries, so any button's will do.
    let line = &message.buttons()[0];
    let pressed = discord.press(&message, line, &[], ASKER).await;
    let chosen = discord.press(&message, "menu", &[line], ASKER).await;
    assert_eq!((chosen.kind(), chosen.body), (7, pressed.body));
    bot.stop().await;
}

#[tokio::test]
async fn a_press_that_cannot_be_read_gets_a_private_hint_and_leaves_the_message() {
    let (mut discord, bot) = start().await;
    let message = discord.ask("help", &[]).await;
    for garbled in ["", "?", "v0:old:button", &"x".repeat(100), "\u{202e}\u{0}🎲"] {
        let reply = discord.press(&message, garbled, &[], ASKER).await;
        assert!(reply.kind() == 4 && reply.is_private() && !reply.notice().is_empty(), "{garbled:?}: {}", reply.text());
    }
    bot.stop().await;
}

#[tokio::test]
async fn hostile_words_are_answered_and_never_logged() {
    let (mut discord, bot) = start().await;
    let long = format!("{UNTOLD} @everyone <@&1> ``` {}", "ə𝄞".repeat(3000));
    for words in [UNTOLD, &long, "", "\u{0}\u{202e}\u{feff}"] {
        let reply = discord.ask("actor", &[("question", json!(words))]).await;
        assert_eq!(reply.kind(), 4);
    }
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_that_discord_does_not_take_becomes_an_apology() {
    let (mut discord, bot) = start().await;
    let fault = json!({"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be 4096 or fewer in length."});
    let quoting = json!({"code": "NUMBER_TYPE_COERCE", "message": format!("Value \"{UNTOLD}\" is not int.")});
    let errors = json!({"data": {"embeds": {"0": {"description": {"_errors": [fault, quoting]}}}}});
    let refusal = json!({"message": "Invalid Form Body", "code": 50035, "errors": errors});
    discord.change(|script| script.refuse("POST", "/callback", 400, refusal));
    let reply = discord.ask("help", &[]).await;
    assert!(reply.is_private() && !reply.notice().is_empty(), "{}", reply.text());
    let log = bot.stop().await.log;
    assert!(log.contains("Invalid Form Body"), "{log}");
    assert!(log.contains("data.embeds.0.description: Must be 4096 or fewer in length."), "{log}");
}

#[tokio::test]
async fn a_rate_limit_is_waited_out() {
    let (mut discord, bot) = start().await;
    let refusal = json!({"message": "You are being rate limited.", "retry_after": 0.3, "global": false});
    discord.change(|script| (0..2).for_each(|_| script.refuse("POST", "/callback", 429, refusal.clone())));
    let before = tokio::time::Instant::now();
    discord.ask("help", &[]).await;
    assert!(before.elapsed().as_millis() >= 600, "both waits were kept");
    bot.stop().await;
}

#[tokio::test]
async fn a_dropped_socket_and_a_request_to_reconnect_are_resumed() {
    let (mut discord, bot) = start().await;
    let resumed = |event: &Event| matches!(event, Event::Resume).then_some(());
    discord.ask("help", &[]).await;
    discord.drop_socket().await;
    discord.wait_for("RESUME after a dropped socket", resumed).await;
    discord.ask("help", &[]).await;
    discord.send_op(7, Value::Null).await;
    discord.wait_for("RESUME after opcode 7", resumed).await;
    discord.ask("help", &[]).await;
    discord.close(4000).await;
    discord.wait_for("RESUME after close 4000", resumed).await;
    discord.ask("help", &[]).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_session_that_discord_has_forgotten_is_begun_anew() {
    let (mut discord, bot) = start().await;
    discord.send_op(9, json!(false)).await;
    discord.connected().await;
    discord.ask("help", &[]).await;
    bot.stop().await;
}

/// A core with a fault in it, as no released one should have: it cannot answer in private, nor complete.
struct Faulty(App);

impl Answers for Faulty {
    fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError> {
        assert!(!request.private(), "a fault in the core");
        self.0.respond(context, request)
    }

    fn complete(&self, _: &Context, _: &Request, _: &str, _: usize) -> Vec<Choice> {
        panic!("a fault in the core")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_costs_one_answer_and_no_more() {
    let mut discord = StandIn::start(Script::default()).await;
    let local = Local::serve(&discord, Faulty(app()));
    let question = ("question", json!("Lukashenko"));
    let reply = discord.ask("actor", &[question.clone(), ("private", json!(true))]).await;
    assert!(reply.is_private() && !reply.notice().is_empty(), "{}", reply.text());
    assert_eq!(discord.complete("actor", &[], ("question", "luka")).await, [] as [Value; 0]);
    let reply = discord.ask("actor", &[question]).await;
    assert!(!reply.is_private(), "{}", reply.text());
    local.stop().await;
}
