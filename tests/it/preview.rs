//! The preview over HTTP: what it answers, whom it refuses, and what it does while files change.
//!
//! What a reader sees of it in a browser is tested in `browser`.

use std::fs;

use serde_json::{Value, json};

use crate::support::preview::{Preview, balloons, read};
use crate::support::{Folder, casebook};

/// A message of which every button and menu line can be pressed.
fn parts(answer: &Value, kind: u64) -> Vec<Value> {
    let rows = answer["response"]["data"]["components"].as_array().unwrap().iter();
    let parts = rows.flat_map(|row| row["components"].as_array().unwrap());
    parts.filter(|part| part["type"] == kind).cloned().collect()
}

fn press(answer: &Value, custom_id: &str, values: &[&str]) -> Value {
    json!({"press": {"custom_id": custom_id, "values": values, "message": answer["response"]["data"]}})
}

#[tokio::test]
async fn answers_are_what_discord_would_be_sent_with_what_lies_behind_them() {
    let folder = balloons();
    let preview = Preview::of(&folder.path());
    preview.scene(0, |scene| !scene["version"].is_null()).await;

    let commands = read(preview.get("commands").send().await.unwrap()).await;
    let named = |name: &str| commands["commands"].as_array().unwrap().iter().find(|command| command["name"] == name);
    assert_eq!(named("compare").unwrap()["options"][0]["autocomplete"], true);
    assert_eq!(named("Check this message").unwrap()["type"], 3);
    let locales = commands["locales"].as_array().unwrap();
    assert_eq!(locales[0], json!({"tag": "en-US", "discord": true}));
    assert!(
        locales.contains(&json!({"tag": "be", "discord": false})),
        "Discord has no Belarusian; a server can be set to it"
    );

    let options = json!([{"name": "question", "value": "blan"}]);
    let choices = preview.act(json!({"complete": {"name": "actor", "options": options, "focused": "question"}})).await;
    assert_eq!(choices["response"]["type"], 8);
    let chosen = choices["response"]["data"]["choices"][0]["value"].as_str().unwrap();

    let options = json!([{"name": "question", "value": chosen}, {"name": "private", "value": true}]);
    let answer = preview.act(json!({"command": {"name": "actor", "options": options}})).await;
    assert_eq!((&answer["response"]["type"], &answer["response"]["data"]["flags"]), (&json!(4), &json!(64)));
    let entry = &answer["behind"]["entries"][0];
    assert_eq!(entry["id"], chosen);
    assert!(entry["toml"].as_str().unwrap().starts_with("[[actor]]\n"), "{entry}");
    let file = fs::read_to_string(entry["file"].as_str().unwrap()).unwrap();
    let line = usize::try_from(entry["line"].as_u64().unwrap()).unwrap();
    assert_eq!(file.lines().nth(line - 1), Some("[[actor]]"));
    assert!(answer["behind"]["why"].as_str().unwrap().contains("is found"), "{}", answer["behind"]["why"]);

    let by_id = read(preview.get(&format!("entries/{chosen}")).send().await.unwrap()).await;
    assert_eq!(&by_id, entry);
    assert_eq!(preview.get("entries/nobody").send().await.unwrap().status(), 404);
    assert!(preview.stop(), "SIGTERM ends it well");
}

#[tokio::test]
async fn buttons_and_menus_work_on_the_message_that_the_page_holds() {
    let preview = Preview::of(&crate::support::root().join("knowledge"));
    preview.scene(0, |scene| !scene["version"].is_null()).await;
    let answer = preview.act(json!({"line": "/actor belarus"})).await;
    let button = |answer: &Value, label: &str| {
        let buttons = parts(answer, 2);
        let found = buttons.iter().find(|button| button["label"].as_str().unwrap().starts_with(label));
        found.unwrap_or_else(|| panic!("no {label} in {answer}"))["custom_id"].as_str().unwrap().to_owned()
    };
    let more = preview.act(press(&answer, &button(&answer, "More"), &[])).await;
    assert_eq!(more["response"]["type"], 7, "pages turn in place");
    assert_ne!(more["response"]["data"]["embeds"], answer["response"]["data"]["embeds"]);
    let cite = preview.act(press(&answer, &button(&answer, "Cite"), &[])).await;
    assert_eq!((&cite["response"]["type"], &cite["response"]["data"]["flags"]), (&json!(4), &json!(64)));
    let menu = &parts(&more, 3)[0];
    let (id, line) = (menu["custom_id"].as_str().unwrap(), menu["options"][0]["value"].as_str().unwrap());
    assert_eq!(preview.act(press(&more, id, &[line])).await["response"]["type"], 7);
    let gone = preview.act(press(&answer, &button(&answer, "Delete"), &[])).await;
    assert_eq!(gone["response"]["type"], 6, "an acknowledgement asks for the message to be deleted");

    let check = json!({"menu": {"name": "Check this message", "content": "In 2012 its arms exports came to $338m."}});
    assert_eq!(preview.act(check).await["response"]["data"]["flags"], 64);
    let refused = preview.post(&json!({"line": "/event"})).send().await.unwrap();
    assert_eq!(refused.status(), 400);
    assert!(read(refused).await["error"].as_str().unwrap().contains("question"));
}

#[tokio::test]
async fn whoever_comes_from_elsewhere_is_refused() {
    let folder = balloons();
    let preview = Preview::of(&folder.path());
    let own = preview.address.trim_end_matches('/');
    let act = json!({"line": "/help"});
    let port = own.rsplit_once(':').unwrap().1;
    for (name, value, status) in [
        ("origin", own, 200),
        ("origin", "http://evil.example", 403),
        ("origin", "null", 403),
        ("origin", &format!("http://localhost:{port}"), 403),
        ("origin", &own.replace("http", "https"), 403),
        ("sec-fetch-site", "same-origin", 200),
        ("sec-fetch-site", "none", 200),
        ("sec-fetch-site", "cross-site", 403),
        ("sec-fetch-site", "same-site", 403),
        ("host", &format!("localhost:{port}"), 200),
        ("host", &format!("evil.example:{port}"), 403),
        ("host", &format!("localhost.evil.example:{port}"), 403),
        ("host", "10.0.0.1", 403),
    ] {
        for path in ["", "commands", "scene/0", "main.js"] {
            let response = preview.get(path).header(name, value).send().await.unwrap();
            assert_eq!(response.status(), status, "GET /{path} with {name}: {value}");
        }
        let entry = preview.get("entries/no").header(name, value).send().await.unwrap();
        assert_eq!(entry.status(), if status == 200 { 404 } else { 403 }, "{name}: {value}");
        let response = preview.post(&act).header(name, value).send().await.unwrap();
        assert_eq!(response.status(), status, "POST with {name}: {value}");
    }
    let visit = preview.get("").header("sec-fetch-site", "cross-site").header("sec-fetch-dest", "document");
    assert_eq!(visit.send().await.unwrap().status(), 200, "a link to the page may be followed");
}

#[tokio::test]
async fn what_is_no_request_of_the_page_is_refused() {
    let folder = balloons();
    let preview = Preview::of(&folder.path());
    preview.scene(0, |scene| !scene["version"].is_null()).await;
    let text = preview.post_as("text/plain", &json!({"line": "/help"}));
    assert!(text.send().await.unwrap().status().is_client_error(), "another site may send text/plain unasked");
    for act in [json!({"eval": "1"}), json!({"line": 1}), json!({"press": {}}), json!(null)] {
        assert!(preview.post(&act).send().await.unwrap().status().is_client_error(), "{act}");
    }
    let long = json!({"line": "x".repeat(300_000)});
    assert_eq!(preview.post(&long).send().await.unwrap().status(), 413);
    assert_eq!(preview.get("../Cargo.toml").send().await.unwrap().status(), 404);
    for (path, kind) in
        [("", "text/html"), ("main.js", "text/javascript"), ("style.css", "text/css"), ("scene/0", "application/json")]
    {
        let response = preview.get(path).send().await.unwrap();
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert!(header("content-type").starts_with(kind), "{path}");
        let policy = header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(
            (header("x-content-type-options").as_str(), header("cache-control").as_str()),
            ("nosniff", "no-store")
        );
    }
}

#[tokio::test]
async fn changed_files_are_shown_and_broken_ones_never_replace_good_knowledge() {
    let folder = balloons();
    let preview = Preview::of(&folder.path());
    let first = preview.scene(0, |scene| scene["checking"] == false).await;
    assert_eq!((&first["stale"], &first["faults"]), (&json!(false), &json!([])));
    let golden = first["golden"].as_array().unwrap();
    assert!(golden.iter().all(|question| question["verdict"] == "right"), "{golden:?}");
    let number = |scene: &Value| scene["number"].as_u64().unwrap();
    let ask = json!({"line": "/actor jean-pierre-blanchard"});
    let told = preview.act(ask.clone()).await["response"]["data"]["embeds"][0].clone();

    let path = folder.path().join("flights/people.toml");
    let good = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{good}\n[[actor]]\nname = \"half")).unwrap();
    let broken = preview.scene(number(&first), |scene| scene["stale"] == true).await;
    assert_eq!(broken["version"], first["version"], "answers come from the last good state");
    assert_eq!(broken["faults"][0]["severity"], "error");
    let shown = broken["faults"][0]["labels"][0]["file"].as_str().unwrap();
    assert!(shown.ends_with("people.toml"), "{shown}");
    assert_eq!(preview.act(ask.clone()).await["response"]["data"]["embeds"][0], told);
    assert_eq!(broken["golden"], first["golden"]);

    fs::write(&path, good.replace("Jean-Pierre Blanchard", "Jean-Pierre Blancharde")).unwrap();
    let mended = preview.scene(number(&broken), |scene| scene["stale"] == false && scene["checking"] == false).await;
    assert_ne!(mended["version"], first["version"]);
    let now = preview.act(ask).await;
    assert!(now["response"]["data"]["embeds"][0]["title"].as_str().unwrap().contains("Blancharde"), "{now}");

    fs::remove_dir_all(folder.path()).unwrap();
    let gone = preview.scene(number(&mended), |scene| !scene["trouble"].is_null()).await;
    assert!(gone["trouble"].as_str().unwrap().contains("no longer there"), "{gone}");
    assert!(preview.stop(), "what was good is answered from until the end");
}

#[tokio::test]
async fn a_folder_that_never_was_good_says_what_is_wrong() {
    let folder = Folder::with(&[("facts.toml", b"[[actor]]\nid = 'a'\n")]);
    let preview = Preview::of(&folder.path());
    let scene = preview.scene(0, |_| true).await;
    assert_eq!((&scene["version"], &scene["stale"]), (&Value::Null, &json!(false)));
    assert_eq!(scene["faults"][0]["severity"], "error");
    let refused = preview.post(&json!({"line": "/help"})).send().await.unwrap();
    assert_eq!(refused.status(), 503);
}

#[test]
fn a_folder_or_an_address_that_is_not_there_ends_it_with_one_line() {
    let folder = balloons();
    let folder = folder.path();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    for (arguments, said) in [
        (["preview", "--listen", "127.0.0.1:0", "--knowledge", "no-such-folder"], "cannot watch no-such-folder"),
        (
            ["preview", "--listen", &taken, "--knowledge", folder.to_str().unwrap()],
            "name another address with --listen",
        ),
    ] {
        let output = casebook(&arguments).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{stderr}");
        assert!(stderr.contains(said) && stderr.trim().lines().count() == 1, "{stderr}");
    }
}
