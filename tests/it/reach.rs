//! Where the bot is asked, by whom and in which language, and to whom it then answers in which.

use casebook::message::{Message, Words};
use casebook::wording::Wording;
use serde_json::{Value, json};

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{
    ASKER, OTHER, Reply, SERVER, in_dm, in_private_channel, installed_by_user, speaking,
};
use crate::support::discord::script::{Script, TOKEN};
use crate::support::{casebook, stderr, stdout};

const REGISTERED: &str = "/applications/1000000000000000001/commands";
/// A server that has no settings of its own.
pub const ELSEWHERE: &str = "5000000000000000009";

pub async fn start(settings: &str) -> (StandIn, Bot) {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = serve(&mut discord, settings).await;
    (discord, bot)
}

async fn serve(discord: &mut StandIn, settings: &str) -> Bot {
    let bot = Bot::start(&format!("api_url = {:?}\n{settings}", discord.url()), Some(TOKEN));
    discord.connected().await;
    bot
}

/// An event, with further options.
fn event(more: &[(&'static str, Value)]) -> Vec<(&'static str, Value)> {
    [("question", json!("opening of the embassy in Baku"))].into_iter().chain(more.iter().cloned()).collect()
}

/// The language in which an answer about an event says when it was.
fn language(reply: &Reply) -> &'static str {
    let text = reply.body["data"]["embeds"][0]["description"].as_str().unwrap_or_default();
    let says = |tag: &&str| {
        let when = Wording::of(&tag.parse().unwrap()).message(&Message::When);
        text.contains(&format!("**{when}:"))
    };
    ["en", "ru", "be", "az", "tr"].into_iter().find(says).unwrap_or_else(|| panic!("in no language: {}", reply.text()))
}

#[tokio::test]
async fn what_all_see_is_in_the_language_of_the_server_and_what_one_sees_in_that_of_the_reader() {
    let (mut discord, bot) = start("").await;
    for (reader, server, public, private) in
        [("en-GB", "ru", "ru", "en"), ("tr", "en-US", "en", "tr"), ("ru", "tr", "tr", "ru"), ("ko", "ja", "en", "en")]
    {
        let place = speaking(reader, server);
        let reply = discord.ask_from(&place, "event", &event(&[])).await;
        assert_eq!((language(&reply), reply.is_private()), (public, false), "{reader} in {server}");
        let reply = discord.ask_from(&place, "event", &event(&[("private", json!(true))])).await;
        assert_eq!((language(&reply), reply.is_private()), (private, true), "{reader} in {server}");
        let error = discord.ask_from(&place, "event", &[]).await;
        let wording = Wording::of(&reader.parse().unwrap());
        let missing = wording.message(&Message::StaleButton);
        let stale = discord.press_from(&place, &reply, "?", ASKER).await;
        assert_eq!((stale.notice(), stale.is_private()), (&*missing, true));
        assert!(error.is_private(), "{}", error.text());
    }
    let mut alone = in_dm();
    alone["locale"] = json!("ru");
    let reply = discord.ask_from(&alone, "event", &event(&[])).await;
    assert_eq!(language(&reply), "ru", "outside servers there is only the reader's");
    bot.stop().await;
}

#[tokio::test]
async fn the_language_that_is_set_counts_before_those_that_discord_tells_and_the_option_before_all() {
    let settings = format!("language = 'tr'\n[discord.servers.{SERVER}]\nlanguage = 'be'");
    let (mut discord, bot) = start(&settings).await;
    let russian = speaking("ru", "ru");
    for private in [false, true] {
        let more = [("private", json!(private))];
        assert_eq!(language(&discord.ask_from(&russian, "event", &event(&more)).await), "be");
        let mut other = russian.clone();
        other["guild_id"] = json!(ELSEWHERE);
        assert_eq!(language(&discord.ask_from(&other, "event", &event(&more)).await), "tr");
        let more = [("private", json!(private)), ("language", json!("az"))];
        assert_eq!(language(&discord.ask_from(&russian, "event", &event(&more)).await), "az");
    }
    assert_eq!(language(&discord.ask_from(&in_dm(), "event", &event(&[])).await), "tr");
    let twice = [("first", json!("belarus")), ("second", json!("belarus")), ("language", json!("az"))];
    let refusal = discord.ask_from(&russian, "compare", &twice).await;
    let words = Wording::of(&"az".parse().unwrap()).message(&Message::SameTwice { title: "Belarus".into() });
    assert_eq!(refusal.notice(), words);
    bot.stop().await;
}

#[tokio::test]
async fn a_button_speaks_the_language_of_its_message_whoever_presses_it_and_whatever_is_set_by_then() {
    let (mut discord, bot) = start("").await;
    let long = [("question", json!("belarus")), ("language", json!("tr"))];
    let first = discord.ask("actor", &long).await;
    let next = first.buttons().into_iter().next().unwrap();
    let russian = speaking("ru", "ru");
    let turned = discord.press_from(&russian, &first, &next, ASKER).await;
    let footer = turned.body["data"]["embeds"][0]["footer"]["text"].as_str().unwrap();
    let turkish = Wording::of(&"tr".parse().unwrap());
    let whole = |count: usize| turkish.message(&Message::Page { page: 1.into(), count: count.into() });
    assert!((2..200).any(|count| footer.contains(&whole(count))), "{footer}");
    // What is asked next is answered in the same language.
    let action = turned.buttons().into_iter().last().unwrap();
    let asked = discord.press_from(&russian, &turned, &action, OTHER).await;
    assert!(asked.buttons().iter().all(|button| button.contains(";l:tr")), "{:?}", asked.buttons());
    bot.stop().await;
    let bot = serve(&mut discord, "language = 'be'").await;
    assert_eq!(discord.press_from(&russian, &first, &next, ASKER).await.body, turned.body);
    let copy = discord.press_from(&russian, &first, &next, OTHER).await;
    assert_eq!(copy.body["data"]["embeds"], turned.body["data"]["embeds"]);
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_is_private_where_that_is_set_and_nothing_else_is_said() {
    let settings = format!("private = true\n[discord.servers.{SERVER}]\nprivate = false");
    let (mut discord, bot) = start(&settings).await;
    let elsewhere = json!({"guild_id": ELSEWHERE});
    for (place, where_nothing_is_said) in [(json!({}), false), (elsewhere, true), (in_dm(), true)] {
        for command in ["help", "sources", "timeline"] {
            let reply = discord.ask_from(&place, command, &[]).await;
            assert_eq!(reply.is_private(), where_nothing_is_said, "{command} in {place}");
            for said in [true, false] {
                let reply = discord.ask_from(&place, command, &[("private", json!(said))]).await;
                assert_eq!(reply.is_private(), said, "{command} in {place}");
            }
        }
    }
    bot.stop().await;
}

#[tokio::test]
async fn who_asks_too_much_is_asked_to_wait_in_private_and_others_go_on() {
    let (mut discord, bot) = start("cooldown.user = { requests = 3, seconds = 3000 }").await;
    let russian = speaking("ru", "en-US");
    let first = discord.ask("actor", &[("question", json!("belarus"))]).await;
    let next = first.buttons().into_iter().next().unwrap();
    discord.press(&first, &next, &[], ASKER).await;
    for _ in 0..5 {
        discord.complete("actor", &[], ("question", "luka")).await;
    }
    assert!(!discord.ask("help", &[]).await.is_private(), "letters do not count");
    let wait = Words::from(Message::MinuteCount { count: 17.into() });
    let sentence = Wording::of(&"ru".parse().unwrap()).message(&Message::CooldownUser { wait });
    for _ in 0..2 {
        let refused = discord.ask_from(&russian, "help", &[]).await;
        assert!(refused.is_private() && refused.notice() == sentence, "{}", refused.text());
        let refused = discord.press_from(&russian, &first, &next, ASKER).await;
        assert!(refused.kind() == 4 && refused.is_private() && refused.notice() == sentence, "{}", refused.text());
    }
    assert!(discord.press(&first, &next, &[], OTHER).await.body["data"]["embeds"].is_array());
    bot.stop().await;
}

#[tokio::test]
async fn a_channel_in_which_too_much_is_asked_has_to_wait() {
    let (mut discord, bot) = start("cooldown.channel = { requests = 1, seconds = 60 }").await;
    let first = discord.ask("actor", &[("question", json!("belarus"))]).await;
    let next = first.buttons().into_iter().next().unwrap();
    let refused = discord.press(&first, &next, &[], OTHER).await;
    let start = Wording::of(&"en".parse().unwrap()).message(&Message::CooldownChannel { wait: "…".into() });
    assert!(refused.is_private() && refused.notice().starts_with(start.split('…').next().unwrap()));
    let elsewhere = json!({"channel_id": "8000000000000000009"});
    assert!(!discord.ask_from(&elsewhere, "help", &[]).await.is_private());
    bot.stop().await;
}

#[tokio::test]
async fn every_command_is_found_in_servers_and_conversations_by_whoever_brought_the_bot() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    let registered = discord.call("PUT", REGISTERED).await.body;
    for command in registered.as_array().unwrap() {
        assert_eq!((&command["integration_types"], &command["contexts"]), (&json!([0, 1]), &json!([0, 1, 2])));
    }
    bot.stop().await;
    discord.change(|script| script.commands.get_mut(REGISTERED).unwrap()[3]["contexts"] = json!([0]));
    let bot = Bot::serve(&discord);
    assert_eq!(discord.call("PUT", REGISTERED).await.body, registered);
    bot.stop().await;
}

#[tokio::test]
async fn people_are_answered_in_conversations_and_where_they_brought_the_bot_along() {
    let (mut discord, bot) = start("").await;
    for place in [in_dm(), in_private_channel(), installed_by_user(ELSEWHERE)] {
        let first = discord.ask_from(&place, "actor", &[("question", json!("belarus"))]).await;
        assert_eq!((first.kind(), first.is_private()), (4, false), "{}", first.text());
        let next = first.buttons().into_iter().next().unwrap();
        let turned = discord.press_from(&place, &first, &next, ASKER).await;
        assert_eq!(turned.kind(), 7, "pages are turned by update: further messages are few there");
    }
    bot.stop().await;
}

/// What the program prints in an environment, and how it ends.
fn terminal(environment: &[(&str, &str)], arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = casebook(arguments);
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG").envs(environment.iter().copied());
    let output = command.output().unwrap();
    (stdout(&output) + &stderr(&output), output.status.code())
}

#[test]
fn the_terminal_is_answered_in_its_own_language_or_in_the_one_that_is_named() {
    let question = "/event opening of the embassy in Baku";
    for (environment, arguments, when) in [
        (&[("LANG", "ru_RU.UTF-8")][..], vec!["ask", question], "Когда: "),
        (&[("LANG", "ru_RU.UTF-8"), ("LC_MESSAGES", "tr_TR")], vec!["ask", question], "Ne zaman: "),
        (&[("LC_ALL", "C"), ("LANG", "ru_RU.UTF-8")], vec!["ask", question], "When: "),
        (&[("LANG", "ko_KR")], vec!["ask", question], "When: "),
        (&[("LANG", "tr_TR")], vec!["ask", "--language", "ru", question], "Когда: "),
        (&[("LANG", "tr_TR")], vec!["ask", "/event language:ru question:opening of the embassy in Baku"], "Когда: "),
        // Programs read the same wherever they run.
        (&[("LANG", "ru_RU.UTF-8")], vec!["ask", "--json", question], "When: "),
        (&[], vec!["ask", "--json", "--language", "ru", question], "Когда: "),
    ] {
        let (printed, code) = terminal(environment, &arguments);
        assert!(printed.contains(when) && code == Some(0), "{environment:?} {arguments:?}: {printed}");
    }
    let (printed, code) = terminal(&[], &["ask", "--language", "de", question]);
    assert!(code == Some(2) && printed.contains("en, ru, be, az, tr"), "{printed}");
    let (printed, code) = terminal(&[("LANG", "ru_RU.UTF-8")], &["ask", "/event"]);
    assert!(code == Some(1) && printed.contains("нужен"), "{printed}");
    let (printed, _) = terminal(&[("LANG", "ru_RU.UTF-8")], &["check", "tests/it/broken/unknown-reference"]);
    assert!(printed.contains("1 error, 0 warnings"), "{printed}");
}
