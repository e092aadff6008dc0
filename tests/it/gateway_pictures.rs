//! Pictures in Discord: which screens carry one, and what happens where Discord does not take it.

use serde_json::{Value, json};

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, OTHER, Reply};
use crate::support::discord::script::Script;

async fn start() -> (StandIn, Bot) {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    (discord, bot)
}

/// Whether a message shows a picture, which then is one.
fn shows_picture(reply: &Reply) -> bool {
    let url = &reply.body["data"]["embeds"][0]["image"]["url"];
    let [file] = reply.files.as_slice() else {
        assert!(reply.files.is_empty() && url.is_null());
        return false;
    };
    assert_eq!(url, "attachment://picture.png");
    let pixels = resvg::tiny_skia::Pixmap::decode_png(file).unwrap();
    assert!(pixels.width() == 1000 && pixels.height() > 200);
    true
}

async fn ask(discord: &mut StandIn, command: &str, options: &[(&str, &str)]) -> Reply {
    let options: Vec<(&str, Value)> = options.iter().map(|(name, value)| (*name, json!(value))).collect();
    discord.ask(command, &options).await
}

#[tokio::test]
async fn what_can_be_drawn_comes_with_its_picture_and_the_rest_without() {
    let (mut discord, bot) = start().await;
    for (command, options, drawn) in [
        ("timeline", &[("about", "lukashenko"), ("from", "2010")][..], true),
        ("trend", &[("aspect", "trade turnover")], true),
        ("trend", &[("aspect", "arms-sales-by-buyer")], false),
        ("compare", &[("first", "belarus"), ("second", "azerbaijan")], true),
        ("event", &[("question", "opening of the embassy")], false),
        ("actor", &[("question", "belarus")], false),
        ("help", &[], false),
    ] {
        let reply = ask(&mut discord, command, options).await;
        assert_eq!(shows_picture(&reply), drawn, "/{command}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn the_alt_text_is_in_the_language_of_the_reader() {
    let (mut discord, bot) = start().await;
    let reply = ask(&mut discord, "trend", &[("aspect", "trade turnover"), ("language", "ru")]).await;
    let words = reply.body["data"]["attachments"][0]["description"].as_str().unwrap();
    assert!(words.starts_with("Рисунок") && words.contains("прогноз"), "{words}");
    bot.stop().await;
}

#[tokio::test]
async fn the_ties_of_an_actor_are_drawn_when_they_are_asked_for() {
    let (mut discord, bot) = start().await;
    let actor = ask(&mut discord, "actor", &[("question", "belarus")]).await;
    let labelled = |label: &str| {
        let rows = actor.body["data"]["components"].as_array().unwrap().iter();
        let parts = rows.flat_map(|row| row["components"].as_array().unwrap());
        let lines =
            parts.flat_map(|part| part["options"].as_array().map_or(vec![part], |lines| lines.iter().collect()));
        let found = lines.into_iter().find(|part| part["label"] == label).unwrap();
        found["custom_id"].as_str().or(found["value"].as_str()).unwrap().to_owned()
    };
    let ties = discord.press(&actor, &labelled("Memberships and ties"), &[], ASKER).await;
    assert_eq!((ties.kind(), shows_picture(&ties)), (7, true));
    bot.stop().await;
}

#[tokio::test]
async fn a_picture_goes_when_the_page_is_turned_and_comes_back_with_the_first() {
    let (mut discord, bot) = start().await;
    let front = ask(&mut discord, "timeline", &[]).await;
    assert!(shows_picture(&front));
    let first = discord.press(&front, &front.buttons()[0], &[], ASKER).await;
    assert!(shows_picture(&first));
    let second = discord.press(&first, &first.buttons()[0], &[], ASKER).await;
    assert!(!shows_picture(&second));
    assert_eq!(second.body["data"]["attachments"], json!([]), "the picture of the page before is taken away");
    let first = discord.press(&second, &second.buttons()[0], &[], ASKER).await;
    assert!(shows_picture(&first));
    bot.stop().await;
}

#[tokio::test]
async fn a_copy_for_another_reader_has_its_own_picture() {
    let (mut discord, bot) = start().await;
    let front = ask(&mut discord, "timeline", &[]).await;
    let sources = discord.press(&front, &front.buttons()[1], &[], OTHER).await;
    assert!(!shows_picture(&sources));
    let back = discord.press(&sources, &sources.buttons()[0], &[], OTHER).await;
    assert!(shows_picture(&back));
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_goes_out_without_the_picture_that_discord_does_not_take() {
    let (mut discord, mut bot) = start().await;
    let refusal = json!({"message": "Invalid Form Body", "code": 50035, "errors": {}});
    discord.change(|script| script.refuse("POST", "/callback", 400, refusal));
    let reply = ask(&mut discord, "trend", &[("aspect", "trade turnover")]).await;
    assert!(!shows_picture(&reply));
    assert!(reply.text().contains("223.3"), "{}", reply.text());
    bot.logged("Discord does not take the answer").await;
    bot.stop().await;
}

#[tokio::test]
async fn a_rate_limit_is_waited_out_and_the_picture_sent_again() {
    let (mut discord, bot) = start().await;
    let refusal = json!({"message": "You are being rate limited.", "retry_after": 0.1, "global": false});
    discord.change(|script| script.refuse("POST", "/callback", 429, refusal));
    assert!(shows_picture(&ask(&mut discord, "trend", &[("aspect", "trade turnover")]).await));
    bot.stop().await;
}
