//! Knowledge files that change while the bot serves: taken whole, or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use casebook::app::App;
use casebook::config::{Config, Servers};
use casebook::knowledge::{digest, load};
use casebook::library::{Keeper, Library, Look};
use casebook::request::Request;
use serde_json::{Value, json};

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::payload::ASKER;
use crate::support::discord::script::{Script, TOKEN};
use crate::support::endpoint::Caller;
use crate::support::{Folder, respond};

const BASE: &str = r#"
[[source]]
id = "gazette"
title = "Harbour gazette"
publisher = "Harbour office"
published = "1902"

[[actor]]
id = "ada-lock"
name = "Ada Lock"
kind = "person"
summary = "Keeper of the northern lighthouse."
sources = ["gazette"]
"#;

/// One more person, with one line that can be looked for.
fn keeper_of(place: &str) -> String {
    format!(
        "\n[[actor]]\nid = \"bo-quay\"\nname = \"Bo Quay\"\nkind = \"person\"\n\
        summary = \"Keeper of the {place} lighthouse.\"\nsources = [\"gazette\"]\n"
    )
}

struct Kept {
    folder: Folder,
    library: Arc<Library>,
    keeper: Keeper,
}

impl Kept {
    /// A fact base in one file, which `path` names below the folder.
    fn new(path: &str) -> Self {
        Self::of(Folder::with(&[(path, BASE.as_bytes())]), Servers::default())
    }

    fn of(folder: Folder, servers: Servers) -> Self {
        let path = folder.path();
        let settled = digest(&path);
        let app = App::new(load(&path).knowledge.unwrap());
        let library = Arc::new(Library::new(app, at(0)));
        let keeper = Keeper::new(Arc::clone(&library), path, servers, settled);
        Self { folder, library, keeper }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// What two looks come to, the first of which finds a change.
    fn settle(&mut self, now: u64) -> Look {
        assert_eq!(self.keeper.look(at(now)), Look::Changing);
        self.keeper.look(at(now))
    }

    fn knows(&self, words: &str) -> bool {
        let request = Request::parse("/actor Bo Quay").unwrap();
        format!("{:?}", respond(&self.library.app(), &request)).contains(words)
    }
}

fn at(second: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(second)
}

#[test]
fn a_change_is_taken_once_two_looks_find_it_alike() {
    let mut kept = Kept::new("a.toml");
    assert_eq!(kept.keeper.look(at(1)), Look::Same);
    let before = kept.library.app();
    kept.write("b.toml", keeper_of("eastern").lines().nth(1).unwrap());
    assert_eq!(kept.keeper.look(at(2)), Look::Changing, "half of it is written");
    kept.write("b.toml", &keeper_of("eastern"));
    assert_eq!(kept.settle(3), Look::Replaced);
    assert!(kept.knows("eastern") && kept.library.trouble().is_none());
    assert_eq!(kept.keeper.look(at(4)), Look::Same);
    let status = kept.library.status();
    assert_eq!((status.loaded, status.entries[1]), (at(3), ("actor", 2)));
    // Who began with the old one ends with it.
    assert_eq!(before.knowledge().actors().len(), 1);
}

#[test]
fn a_file_that_is_touched_or_written_the_same_is_no_change() {
    let mut kept = Kept::new("a.toml");
    kept.write("a.toml", BASE);
    assert_eq!(kept.keeper.look(at(1)), Look::Same);
    kept.write(".a.toml.swp", "an editor's own");
    kept.write("notes.txt", "not read");
    assert_eq!(kept.keeper.look(at(2)), Look::Same);
}

#[test]
fn a_file_that_is_put_in_the_place_of_another_is_taken() {
    let mut kept = Kept::new("a.toml");
    kept.write("a.toml.new", &format!("{BASE}{}", keeper_of("western")));
    fs::rename(kept.path("a.toml.new"), kept.path("a.toml")).unwrap();
    assert_eq!(kept.settle(1), Look::Replaced);
    assert!(kept.knows("western"));
}

#[test]
fn what_cannot_be_used_is_told_with_since_when_and_why_until_it_is_mended() {
    let mut kept = Kept::new("a.toml");
    kept.write("b.toml", &keeper_of("eastern").replace("gazette", "gazete"));
    assert_eq!(kept.settle(5), Look::Refused);
    let trouble = kept.library.trouble().unwrap();
    assert_eq!(trouble.since, at(5));
    assert!(trouble.why.contains("b.toml:7:12: unknown source `gazete`"), "{}", trouble.why);
    assert_eq!(kept.library.app().knowledge().actors().len(), 1, "what there was is kept");
    assert_eq!(kept.keeper.look(at(6)), Look::Same, "nothing is loaded twice");

    kept.write("b.toml", "[[actor]\n");
    assert_eq!(kept.settle(7), Look::Refused);
    let trouble = kept.library.trouble().unwrap();
    assert!(trouble.since == at(5) && trouble.why.starts_with("b.toml:1:"), "{trouble:?}");

    kept.write("b.toml", &keeper_of("eastern"));
    assert_eq!(kept.settle(8), Look::Replaced);
    assert!(kept.library.trouble().is_none() && kept.knows("eastern"));
}

#[test]
fn a_folder_that_is_gone_for_a_moment_changes_nothing() {
    let mut kept = Kept::new("a.toml");
    let (here, away) = (kept.folder.path(), kept.folder.path().with_extension("away"));
    fs::rename(&here, &away).unwrap();
    assert_eq!(kept.keeper.look(at(1)), Look::Changing);
    fs::rename(&away, &here).unwrap();
    assert_eq!(kept.keeper.look(at(2)), Look::Same);
    assert!(kept.library.trouble().is_none());

    fs::rename(&here, &away).unwrap();
    assert_eq!(kept.settle(3), Look::Refused);
    assert!(kept.library.trouble().unwrap().why.contains("cannot read"));
    assert_eq!(kept.library.app().knowledge().actors().len(), 1);
    fs::rename(&away, &here).unwrap();
    assert_eq!(kept.settle(4), Look::Replaced);
    assert!(kept.library.trouble().is_none());
}

/// As Kubernetes keeps a `ConfigMap`: the files are links into a hidden folder, which is a link that is replaced.
#[cfg(unix)]
#[test]
fn a_config_map_that_is_replaced_is_taken() {
    use std::os::unix::fs::symlink;

    let files = |version: &str| format!("..{version}/a.toml");
    let after = format!("{BASE}{}", keeper_of("eastern"));
    let folder = Folder::with(&[(&files("1"), BASE.as_bytes()), (&files("2"), after.as_bytes())]);
    symlink("..1", folder.path().join("..data")).unwrap();
    symlink("..data/a.toml", folder.path().join("a.toml")).unwrap();
    let mut kept = Kept::of(folder, Servers::default());
    assert_eq!(kept.keeper.look(at(1)), Look::Same);
    symlink("..2", kept.path("..data_tmp")).unwrap();
    fs::rename(kept.path("..data_tmp"), kept.path("..data")).unwrap();
    fs::remove_dir_all(kept.path("..1")).unwrap();
    assert_eq!(kept.settle(2), Look::Replaced);
    assert!(kept.knows("eastern"));
}

#[test]
fn a_collection_that_a_server_is_limited_to_may_not_vanish() {
    let folder =
        Folder::with(&[("north/a.toml", BASE.as_bytes()), ("config", b"[discord.servers.7]\ncollections = ['north']")]);
    let servers = Config::read(&folder.path().join("config")).unwrap().servers;
    let mut kept = Kept::of(folder, servers);
    fs::rename(kept.path("north"), kept.path("south")).unwrap();
    assert_eq!(kept.settle(1), Look::Refused);
    let why = kept.library.trouble().unwrap().why;
    assert!(why.contains("line 2: the fact base has no collection `north`"), "{why}");
}

#[test]
fn asked_to_the_files_are_taken_up_changed_or_not() {
    let mut kept = Kept::new("a.toml");
    kept.keeper.forget();
    assert_eq!(kept.settle(1), Look::Replaced);
    assert_eq!(kept.library.status().loaded, at(1));
}

/// What is written to the log meanwhile.
fn logged(speak: impl FnOnce()) -> String {
    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let paper = Paper::default();
    let to = paper.clone();
    let log = tracing_subscriber::fmt().with_ansi(false).with_writer(move || to.clone()).finish();
    tracing::subscriber::with_default(log, speak);
    let bytes = paper.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn each_fault_is_logged_once() {
    let mut kept = Kept::new("a.toml");
    let log = logged(|| {
        for number in 0..3 {
            let more = "# another comment\n".repeat(number);
            let faulty = keeper_of("eastern").replace("gazette", "gazete");
            kept.write("b.toml", &format!("{faulty}{more}"));
            assert_eq!(kept.settle(1), Look::Refused);
        }
    });
    assert_eq!(log.matches("unknown source `gazete`").count(), 1, "{log}");
}

/// A bot with a fact base of its own, which can be asked how it is.
async fn serve(discord: &StandIn, knowledge: &Path) -> (Bot, Caller) {
    let settings = format!("[discord]\napi_url = {:?}\n[http]\nlisten = \"127.0.0.1:0\"\n", discord.url());
    let knowledge = knowledge.display();
    let mut bot = Bot::configured(&format!("knowledge = '{knowledge}'\n{settings}"), Some(TOKEN));
    let caller = bot.listening().await;
    (bot, caller)
}

async fn help(discord: &mut StandIn) -> String {
    discord.ask("help", &[]).await.text()
}

#[tokio::test]
async fn new_facts_are_answered_while_it_serves_and_those_that_are_gone_missed_kindly() {
    let mut discord = StandIn::start(Script::default()).await;
    let folder = Folder::with(&[("a.toml", BASE.as_bytes())]);
    let more = folder.path().join("b.toml");
    let (mut bot, _) = serve(&discord, &folder.path()).await;
    discord.connected().await;
    let question = [("question", json!("Bo Quay"))];
    assert!(!discord.ask("actor", &question).await.text().contains("eastern"));
    fs::write(&more, keeper_of("eastern")).unwrap();
    bot.logged("the fact base was replaced").await;
    let known = discord.ask("actor", &question).await;
    assert!(known.text().contains("eastern"), "{}", known.text());
    let completed = discord.complete("actor", &[], ("question", "bo")).await;
    assert!(completed.iter().any(|choice| choice["value"] == "bo-quay"), "{completed:?}");

    // What people still have before them is gone.
    fs::remove_file(&more).unwrap();
    bot.signal("HUP").await;
    bot.logged_times("the fact base was replaced", 2).await;
    let gone = discord.ask("actor", &[("question", json!("bo-quay"))]).await;
    assert!(gone.kind() == 4 && !gone.text().contains("eastern"), "{}", gone.text());
    for button in known.buttons() {
        let pressed = discord.press(&known, &button, &[], ASKER).await;
        // The message can still be deleted.
        assert!(matches!(pressed.kind(), 4 | 6 | 7) && !pressed.text().contains("eastern"), "{}", pressed.text());
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_cannot_be_used_shows_wherever_one_may_look() {
    let mut discord = StandIn::start(Script::default()).await;
    let folder = Folder::with(&[("a.toml", BASE.as_bytes())]);
    let (mut bot, caller) = serve(&discord, &folder.path()).await;
    discord.connected().await;
    fs::write(folder.path().join("b.toml"), "[[actor]\n").unwrap();
    bot.logged("the changed files cannot be used").await;
    let known = discord.ask("actor", &[("question", json!("Ada Lock"))]).await;
    assert!(known.text().contains("northern"), "{}", known.text());
    let told = help(&mut discord).await;
    assert!(told.contains("UTC the files") && told.contains("does not begin an entry"), "{told}");
    let ready = caller.get("/readyz").await;
    assert_eq!(ready.status(), 200);
    let ready: Value = serde_json::from_slice(&ready.bytes().await.unwrap()).unwrap();
    let broken = &ready["knowledge"]["broken"];
    assert!(broken["since"].as_str().unwrap().ends_with("UTC"), "{ready}");
    assert!(broken["why"].as_str().unwrap().starts_with("b.toml:1:"), "{ready}");
    let metrics = caller.get("/metrics").await.text().await.unwrap();
    assert!(metrics.contains("casebook_reload_failures_total 1\n"), "{metrics}");
    assert!(!metrics.contains("casebook_knowledge_broken_timestamp_seconds 0"), "{metrics}");

    fs::write(folder.path().join("b.toml"), keeper_of("eastern")).unwrap();
    bot.logged("the fact base was replaced").await;
    let told = help(&mut discord).await;
    assert!(!told.contains("does not begin an entry"), "{told}");
    bot.stop().await;
}
