//! Every button and line of a menu that Discord shows, pressed by the one who asked and by others, also after a restart with other
//! knowledge.

use std::collections::{BTreeMap, BTreeSet};

use casebook::request::{Press, View};
use serde_json::{Value, json};

use crate::reading::invented;
use crate::support::bot::Local;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, OTHER, Reply};
use crate::support::discord::script::Script;
use crate::support::markdown::{Node, all, read};

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
