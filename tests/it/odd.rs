//! Every command with every choice of its options, and what nobody should send: through the stand-in, which holds each body
//! against Discord's schema and limits.

use casebook::request::{COMMANDS, Form, PRIVATE};
use serde_json::{Value, json};

use crate::reach::{ELSEWHERE, start};
use crate::support::discord::payload::{ASKER, OTHER, Reply, in_dm, in_private_channel, installed_by_user, speaking};
use crate::support::markdown::{Node, all, read};

/// A value for an option of a command that can be answered.
fn good(command: &str, option: &str) -> Value {
    match (command, option) {
        (_, "private") => json!(true),
        (_, "language") => json!("az"),
        ("event", "question") => json!("opening of the embassy in Baku"),
        ("ask", "question") => json!("when did Lukashenko visit Baku"),
        ("trend", "aspect") => json!("trade-turnover"),
        ("compare", "aspect") => json!("political-prisoners"),
        (_, "second") => json!("azerbaijan"),
        (_, "from") => json!("2010"),
        (_, "to") => json!("2016-11"),
        (_, "topic") => json!("visits"),
        (_, "source") => json!("Global Voices"),
        _ => json!("belarus"),
    }
}

#[tokio::test]
async fn every_command_takes_every_choice_of_its_options_wherever_it_is_asked() {
    let (mut discord, bot) = start("").await;
    let places = [json!({}), speaking("tr", "ru"), in_dm(), in_private_channel(), installed_by_user(ELSEWHERE)];
    let mut asked = 0;
    for spec in COMMANDS.iter().filter(|spec| spec.form == Form::Chat) {
        let options: Vec<_> = spec.typed().collect();
        for chosen in 0..1_usize << options.len() {
            let given =
                || options.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, option)| *option);
            let values: Vec<_> = given().map(|option| (option.name, good(spec.name, option.name))).collect();
            let place = &places[asked % places.len()];
            let reply = discord.ask_from(place, spec.name, &values).await;
            let missing =
                options.iter().any(|option| option.required && given().all(|other| other.name != option.name));
            let private = missing || given().any(|option| option.name == PRIVATE);
            assert_eq!(reply.is_private(), private, "/{} {values:?}: {}", spec.name, reply.text());
            assert_eq!(reply.notice().is_empty(), !missing, "/{} {values:?}: {}", spec.name, reply.text());
            asked += 1;
        }
    }
    bot.stop().await;
}

/// Texts of somebody who means harm, or of a phone that slipped.
fn odd_texts() -> Vec<String> {
    let long: String = "Λουκασένκο embassy ```".chars().cycle().take(6_000).collect();
    let odd = [
        "",
        " ",
        "\u{200b}",
        "\u{202e}abc\u{202c}",
        "e\u{301}\u{301}\u{301}\u{301}",
        "👩‍👩‍👧‍👧",
        "@everyone @here <@1> <@&1>",
        "```rust\n`x`",
        "[a](https://phishing.example)",
        "\u{0}\u{7}\u{feff}",
        "'; DROP TABLE facts; --",
        "private:true",
        "~AAAAAAAA",
        "~jj_N0PBL",
        "no-such-entry",
        "2013-13-45",
        "-# > # **",
    ];
    odd.into_iter().map(ToOwned::to_owned).chain([long]).collect()
}

/// What is alive in a message: it mentions, links or marks as nobody of ours does.
fn assert_dead(reply: &Reply, text: &str) {
    let data = &reply.body["data"];
    assert_eq!(data["allowed_mentions"]["parse"], json!([]), "{text:?}");
    let embed = &data["embeds"][0];
    let texts =
        [&data["content"], &embed["title"], &embed["description"]].map(|text| text.as_str().unwrap_or_default());
    for node in texts.iter().flat_map(|text| all(&read(text)).into_iter().cloned().collect::<Vec<_>>()) {
        let alive = match &node {
            Node::Mention(_) => true,
            Node::Link(address) => address.contains("phishing"),
            _ => false,
        };
        assert!(!alive, "{text:?}: {node:?} in {}", reply.text());
    }
}

#[tokio::test]
async fn no_text_breaks_an_answer_or_comes_alive_in_it() {
    let (mut discord, bot) = start("").await;
    for text in odd_texts() {
        for (command, option) in [
            ("ask", "question"),
            ("actor", "question"),
            ("timeline", "from"),
            ("timeline", "about"),
            ("sources", "source"),
        ] {
            let reply = discord.ask(command, &[(option, json!(text))]).await;
            assert_eq!(reply.kind(), 4, "/{command} {option}:{text:?}");
            assert_dead(&reply, &text);
            discord.complete(command, &[], (option, &text)).await;
        }
        let both = [("first", json!(text)), ("second", json!("belarus")), ("aspect", json!(text))];
        assert_dead(&discord.ask("compare", &both).await, &text);
        discord.complete("compare", &[("first", &text)], ("second", &text)).await;
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_no_command_of_ours_takes_gets_a_private_sentence() {
    let (mut discord, bot) = start("").await;
    for (command, options) in [
        ("ask", vec![("question", json!("x")), ("loud", json!("yes"))]),
        ("ask", vec![("question", json!(true))]),
        ("ask", vec![("question", json!("x")), ("private", json!("maybe"))]),
        ("ask", vec![("question", json!("x")), ("language", json!("tlh"))]),
        ("ask", vec![("question", json!("x")), ("language", json!(true))]),
        ("ask", vec![("question", json!("x")), ("+facts", json!("~AAAAAAAA"))]),
        ("ASK", vec![("question", json!("x"))]),
        ("", vec![]),
        ("Check\u{202e}", vec![("@everyone", json!("x"))]),
    ] {
        let reply = discord.ask(command, &options).await;
        assert!(reply.is_private() && !reply.notice().is_empty(), "/{command} {options:?}: {}", reply.text());
        assert_dead(&reply, command);
    }
    for kind in [4, 6, 7, 8, 9, 10, 11] {
        let value = if kind == 4 || kind == 10 { json!(7) } else { json!("7000000000000000001") };
        let options = json!([{"name": "question", "type": kind, "value": value}]);
        let data = json!({"id": "2000000000000000000", "name": "ask", "type": 1, "options": options});
        let id = discord.send_interaction(2, data, json!({}), ASKER).await;
        if matches!(kind, 4 | 10) {
            let reply = discord.reply(id).await;
            assert!(reply.is_private() && !reply.notice().is_empty(), "{kind}: {}", reply.text());
        }
    }
    assert_eq!(discord.ask("help", &[]).await.kind(), 4, "it still answers");
    bot.stop().await;
}

#[tokio::test]
async fn a_forged_or_foreign_button_gets_a_private_sentence_or_an_answer_and_never_silence() {
    let (mut discord, bot) = start("").await;
    let message = discord.ask("help", &[]).await;
    let long = format!("1;0;ask;q:{}", "x".repeat(80));
    for carried in [
        "",
        ";",
        "1;",
        "1;0;",
        "1;0;help;l:tlh",
        "1;0;help;l=AAAAAAAA",
        "1;0;help;l+",
        "1;0;help;p:x",
        "1;0;actor;q=AAAAAAAA",
        "1;0;actor;q?AAAAAAAABBBBBBBB",
        "1;0;actor;q!",
        "1;0;compare;f=AAAAAAAA;s=AAAAAAAA",
        "1;0;event;q:@everyone",
        "1;99999;help",
        "0 /help",
        "7 /actor belarus",
        "0 /nothing",
        "9;0;help",
        "menu",
        "\u{202e}",
        &long,
        "1;0;timeline;f:nonsense",
        "1;0;trend;a=C3eIGfwn",
    ] {
        for user in [ASKER, OTHER] {
            let reply = discord.press(&message, carried, &[], user).await;
            let notice = reply.kind() == 4 && reply.is_private() && !reply.notice().is_empty();
            assert!(notice || reply.body["data"]["embeds"].is_array(), "{carried:?}: {}", reply.text());
            assert_dead(&reply, carried);
        }
    }
    bot.stop().await;
}
