//! *Check this message*: private, within every limit, and right about sentences true and false.

use casebook::answer::{Answer, Block, Standing};
use casebook::app::App;
use casebook::message::Message;
use casebook::render::page::pages;
use casebook::render::terminal::plain;
use casebook::request::{Command, Context, Press, Request, View};
use serde_json::{Value, json};

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, Reply};
use crate::support::discord::script::Script;
use crate::support::{app, casebook, respond, root, run, stderr, stdout};

const NAME: &str = "Check this message";
const AGREES: &str = "The fact base has the same";
const DIFFERS: &str = "The fact base has something else";
const BESIDE: &str = "On the same matter, without a figure or date to compare";

fn check(app: &App, text: &str) -> Answer {
    respond(app, &Request::on_message(Command::Check.spec(), text).unwrap()).unwrap()
}

/// The headings of what was found, and the id of the first entry.
fn found(answer: &Answer) -> (Vec<&'static str>, String) {
    let text = plain(answer);
    let headings = [(DIFFERS, "differs"), (AGREES, "agrees"), (BESIDE, "beside")];
    let mut found: Vec<&str> =
        headings.iter().filter(|(heading, _)| text.contains(heading)).map(|(_, name)| *name).collect();
    if found.is_empty() {
        found.push("nothing");
    }
    (found, answer.matches.first().map_or_else(String::new, |found| found.key.clone()))
}

#[test]
fn true_and_false_sentences_are_told_apart() {
    let app = app();
    let text = std::fs::read_to_string(root().join("tests/it/messages.toml")).unwrap();
    let sentences: toml::Table = toml::from_str(&text).unwrap();
    let mut missed = Vec::new();
    for (expected, sentences) in &sentences {
        for (sentence, entry) in sentences.as_table().unwrap() {
            let (verdicts, key) = found(&check(&app, sentence));
            let entry = entry.as_str().unwrap();
            if verdicts != [expected.as_str()] || !entry.is_empty() && key != entry {
                missed.push(format!("{sentence}: {expected} ({entry}), not {verdicts:?} ({key})"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn both_figures_are_shown_and_the_stored_one_has_its_sources() {
    let answer = check(&app(), "I read that Belarus sold arms worth $338m in 2012, and my cat agrees.");
    let shown = plain(&answer);
    assert!(shown.contains("97 million US dollars in 2012.") && shown.contains("the message: “$338m”"), "{shown}");
    assert!(!shown.contains("my cat") && !shown.contains("wrong"), "no more is quoted than is needed: {shown}");
    assert!(answer.statements().iter().all(|statement| !statement.cites().is_empty()));
}

#[test]
fn a_dispute_shows_both_sides() {
    let answer = check(&app(), "Belarus sold arms worth $97m in 2012.");
    assert!(answer.statements().iter().any(|statement| !statement.against().is_empty()));
}

#[test]
fn each_figure_of_a_sentence_is_held_against_its_own_matter() {
    let app = app();
    for (text, agrees, differs) in [
        ("Azerbaijan has 142 political prisoners and Belarus 40.", 1, 1),
        ("Trade between Azerbaijan and Belarus was 100 million dollars in 2008 and 146 million dollars in 2010.", 2, 0),
        ("The arms exports of Belarus came to $97m in 2012. In 2013 they rose to $338m.", 2, 0),
        ("In 2013 China bought Belarusian arms for $170m, and Sudan for $168m.", 2, 0),
        ("Yemen bought Belarusian arms for $28m in 2012, and Azerbaijan holds 142 political prisoners.", 2, 0),
        ("Of the 142 political prisoners in Azerbaijan, 18 are serving life sentences.", 2, 0),
    ] {
        let answer = check(&app, text);
        let shown = plain(&answer);
        let count = |heading: &str| {
            let section = shown.split("\n\n").find(|section| section.starts_with(heading));
            section.map_or(0, |section| section.matches("the message:").count())
        };
        assert_eq!((count(AGREES), count(DIFFERS)), (agrees, differs), "{text}\n{shown}");
    }
}

#[test]
fn questions_denials_and_other_units_are_not_compared() {
    let app = app();
    for text in [
        "Are there 142 political prisoners in Azerbaijan?",
        "how many political prisoners does Azerbaijan have",
        "Azerbaijan does not hold 124 political prisoners.",
        "В Азербайджане нет 124 политзаключённых.",
        "Arms exports of Belarus were 142 tonnes in 2012.",
        "Arms exports of Belarus were 338 million euros in 2012.",
        "https://example.org/azerbaijan-holds-124-political-prisoners",
    ] {
        assert_eq!(found(&check(&app, text)).0, ["nothing"], "{text}");
    }
}

#[test]
fn a_hundred_sentences_and_hostile_texts_keep_every_limit() {
    let app = app();
    let hundred = (0..100).map(|n| format!("Azerbaijan holds {n} political prisoners.")).collect::<Vec<_>>().join(" ");
    let cut = format!("{}Belarus holds 10 political prisoners", "x".repeat(3980));
    for text in [
        &hundred,
        &cut,
        &"Belarus sold arms worth $338m in 2012. ".repeat(160),
        &"ə𝄞 ".repeat(3000),
        &"9".repeat(6000),
        &"1,".repeat(3000),
        &"one hundred and ".repeat(400),
        "\u{202e}\u{200b}Azerbaijan holds 1\u{200b}24 political prisoners\u{feff}",
        "@everyone Azerbaijan holds 124 political prisoners <@1> <#2> <:a:3> `124` **124** ||124|| [124](https://a.b)",
        "👩‍👩‍👧‍👧 124 🇦🇿🇦🇿",
        "1 2 3 4 5 6 7 8 9",
        "> 1. Azerbaijan\n\n\n- 2) ```\n142\n```",
        "half a third of two quarters",
        "\u{0}\u{1}$$$%%%###",
    ] {
        let answer = check(&app, text);
        assert_eq!(plain(&answer), plain(&check(&app, text)));
        for page in pages(&answer) {
            assert!(page.description.encode_utf16().count() <= 2000, "{text}");
            for button in page.turns.iter().chain(&page.buttons).chain(&page.menu) {
                assert!(button.custom_id.encode_utf16().count() <= 100);
                let press = Press::decode(&button.custom_id).unwrap();
                assert!(app.respond(&Context::default(), &press.request).is_ok());
            }
            let alive = ["@everyone", "<@", "```", "\u{202e}"].iter().filter(|mark| {
                page.description
                    .match_indices(**mark)
                    .any(|(at, _)| !page.description.get(..at).unwrap().ends_with('\\'))
            });
            assert_eq!(alive.count(), 0, "{}", page.description);
        }
    }
    assert!(plain(&check(&app, &hundred)).contains("Not shown here: "));
}

#[test]
fn a_button_of_a_long_message_carries_what_was_found() {
    let app = app();
    let text = "Azerbaijan holds 124 political prisoners. Belarus holds 10 political prisoners. ".to_owned()
        + &"So it is said. ".repeat(20);
    let answer = check(&app, &text);
    let press = Press { request: answer.request.clone(), view: View::Front };
    let again = Press::decode(&press.encode()).unwrap().request;
    assert_eq!(again, answer.request);
    let carried = respond(&app, &again).unwrap();
    let texts = |answer: &Answer| answer.statements().iter().map(|one| format!("{:?}", one.text())).collect::<Vec<_>>();
    assert_eq!(texts(&carried), texts(&answer));
    assert_eq!(found(&carried).0, ["differs", "agrees"]);
    assert!(carried.request.private());
}

#[test]
fn a_message_without_claims_is_told_so() {
    let app = app();
    for text in ["lol nice one 😂", "?", "Why?", "No."] {
        let answer = check(&app, text);
        assert_eq!(answer.standing, Standing::Unknown, "{text}");
        assert!(
            matches!(answer.blocks.as_slice(), [Block::Note(Message::NothingToCheck)]),
            "{text}: {:?}",
            answer.blocks
        );
    }
    let empty = Request::on_message(Command::Check.spec(), " \n").unwrap();
    assert_eq!(*respond(&app, &empty).unwrap_err().0, Message::NoTextInMessage);
}

#[test]
fn the_terminal_checks_a_message_from_a_file_or_standard_input() {
    let folder =
        crate::support::Folder::with(&[("message.txt", "Belarus sold arms worth $338m\nin 2012.\n".as_bytes())]);
    let path = folder.path().join("message.txt");
    let output = run(&["ask", "--message", path.to_str().unwrap()]);
    assert!(
        stdout(&output).contains(AGREES) || stdout(&output).contains(DIFFERS) || stdout(&output).contains(BESIDE),
        "{}",
        stdout(&output)
    );
    let output = run(&["ask", "--json", "--message", path.to_str().unwrap()]);
    let object: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(object["command"], "check");
    let output = casebook(&["ask", "--message", "-"]).stdin(std::process::Stdio::null()).output().unwrap();
    assert!(!output.status.success() && stderr(&output).contains("no text"), "{}", stderr(&output));
}

/// The data of the command in the menu of a message.
fn on_message(text: &str) -> Value {
    let author = json!({"id": "7", "username": "author", "discriminator": "0", "avatar": null});
    let message = json!({
        "id": "9", "channel_id": "8000000000000000001", "author": author, "content": text,
        "timestamp": "2024-01-01T00:00:00Z", "edited_timestamp": null, "tts": false, "mention_everyone": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0,
    });
    json!({"id": "4", "name": NAME, "type": 3, "target_id": "9", "resolved": {"messages": {"9": message}}})
}

async fn checked(discord: &mut StandIn, text: &str, more: Value) -> Reply {
    let id = discord.send_interaction(2, on_message(text), more, ASKER).await;
    discord.reply(id).await
}

#[tokio::test]
async fn discord_gets_the_command_and_private_answers() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    let registered = discord.call("PUT", "/applications/1000000000000000001/commands").await.body;
    let registered = registered.as_array().unwrap().iter().find(|command| command["name"] == NAME).unwrap().clone();
    assert_eq!((&registered["type"], &registered["name_localizations"]["de"]), (&json!(3), &json!("Nachricht prüfen")));
    discord.connected().await;
    for (text, shown) in [
        ("Belarus holds 10 political prisoners.", AGREES),
        ("Belarus holds 30 political prisoners.", DIFFERS),
        ("Estonia has 2,500 schools.", "holds nothing"),
    ] {
        let reply = checked(&mut discord, text, json!({})).await;
        assert!(reply.kind() == 4 && reply.is_private() && reply.text().contains(shown), "{}", reply.text());
    }
    let russian = checked(&mut discord, "Belarus holds 30 political prisoners.", json!({"locale": "ru"})).await;
    assert!(russian.is_private() && russian.text().contains("В базе фактов сказано иначе"), "{}", russian.text());
    let empty = checked(&mut discord, "", json!({})).await;
    assert!(empty.is_private() && empty.notice().contains("no text"), "{}", empty.text());
    for text in ["@everyone ".repeat(600), "Azerbaijan holds 124 political prisoners. ".repeat(95)] {
        assert!(checked(&mut discord, &text, json!({})).await.is_private());
    }
    bot.stop().await;
}
