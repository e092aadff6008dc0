//! Answers that take long: what else goes on meanwhile, and how they still reach the one who asked.

use std::sync::{Arc, Condvar, Mutex};

use casebook::answer::Answer;
use casebook::app::App;
use casebook::command::Choice;
use casebook::request::{Context, Request, UserError};
use casebook::transport::Answers;
use serde_json::{Value, json};

use crate::support::app;
use crate::support::bot::Local;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, OTHER, Reply};
use crate::support::discord::script::{Event, Script};

/// A name of which the fact base knows more than one page.
const LONG: &str = "belarus";

/// A door that answers wait at while it is shut. The end of a test opens it, so that no thread waits for ever.
#[derive(Clone, Default)]
pub(crate) struct Door(Arc<(Mutex<bool>, Condvar)>);

impl Door {
    pub(crate) fn set(&self, shut: bool) {
        *self.0.0.lock().unwrap() = shut;
        self.0.1.notify_all();
    }

    fn pass(&self) {
        drop(self.0.1.wait_while(self.0.0.lock().unwrap(), |shut| *shut).unwrap());
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.set(false);
    }
}

/// A core whose answers wait at a door, all but `/help`; then `/timeline` panics.
pub(crate) struct Slow(pub(crate) App, pub(crate) Door);

impl Answers for Slow {
    fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError> {
        match request.spec().name {
            "help" => {}
            "timeline" => {
                self.1.pass();
                panic!("a fault in the core")
            }
            _ => self.1.pass(),
        }
        self.0.respond(context, request)
    }

    fn complete(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice> {
        self.1.pass();
        self.0.complete(context, request, option, most)
    }
}

async fn start(script: Script) -> (StandIn, Local, Door) {
    let mut discord = StandIn::start(script).await;
    let door = Door::default();
    let local = Local::serve_with(&discord, Slow(app(), door.clone()), "pages = 'asker'");
    discord.connected().await;
    (discord, local, door)
}

async fn ask_actor(discord: &mut StandIn, private: bool) -> u64 {
    discord.send_command("actor", &[("question", json!(LONG)), ("private", json!(private))]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn neither_the_heartbeat_nor_another_answer_waits_for_a_slow_one() {
    let (mut discord, local, door) = start(Script { heartbeat_ms: 100, ..Script::default() }).await;
    door.set(true);
    let slow = ask_actor(&mut discord, false).await;
    assert_eq!(discord.ask("help", &[]).await.kind(), 4);
    let beat = |event: &Event| matches!(event, Event::Heartbeat).then_some(());
    for _ in 0..3 {
        discord.wait_for("a heartbeat", beat).await;
    }
    door.set(false);
    discord.reply(slow).await;
    local.stop().await;
}

#[tokio::test]
async fn a_slow_answer_is_deferred_and_edited_in() {
    let (mut discord, local, door) = start(Script::default()).await;
    for private in [false, true] {
        let at_once = ask_actor(&mut discord, private).await;
        let at_once = discord.reply(at_once).await;
        door.set(true);
        let slow = ask_actor(&mut discord, private).await;
        let deferred = discord.first_response(slow).await;
        assert_eq!((deferred.kind(), deferred.is_private()), (5, private));
        door.set(false);
        let edited = discord.edit(slow).await;
        assert_eq!(edited.body["data"]["embeds"], at_once.body["data"]["embeds"]);
        assert_eq!(edited.buttons(), at_once.buttons());
    }
    local.stop().await;
}

#[tokio::test]
async fn a_slow_answer_is_private_where_that_is_set() {
    let mut discord = StandIn::start(Script::default()).await;
    let door = Door::default();
    let local = Local::serve_with(&discord, Slow(app(), door.clone()), "private = true");
    discord.connected().await;
    for (said, private) in [(None, true), (Some(false), false), (Some(true), true)] {
        door.set(true);
        let said = said.map(|said| ("private", json!(said)));
        let options: Vec<_> = [("question", json!(LONG))].into_iter().chain(said).collect();
        let slow = discord.send_command("actor", &options).await;
        let deferred = discord.first_response(slow).await;
        assert_eq!((deferred.kind(), deferred.is_private()), (5, private), "{options:?}");
        door.set(false);
        discord.edit(slow).await;
    }
    local.stop().await;
}

/// A message with a button, and what pressing it shows.
async fn paged(discord: &mut StandIn) -> (Reply, String, Reply) {
    let asked = ask_actor(discord, false).await;
    let message = discord.reply(asked).await;
    let button = message.buttons().into_iter().next().unwrap();
    let turned = discord.press(&message, &button, &[], ASKER).await;
    (message, button, turned)
}

#[tokio::test]
async fn a_slow_press_turns_the_page_of_its_owner_and_copies_it_for_others() {
    let (mut discord, local, door) = start(Script::default()).await;
    let (message, button, turned) = paged(&mut discord).await;
    for (user, kind, private) in [(ASKER, 6, false), (OTHER, 5, true)] {
        door.set(true);
        let slow = discord.send_press(&message, &button, &[], user).await;
        let deferred = discord.first_response(slow).await;
        assert_eq!((deferred.kind(), deferred.is_private()), (kind, private));
        door.set(false);
        assert_eq!(discord.edit(slow).await.body["data"]["embeds"], turned.body["data"]["embeds"]);
    }
    local.stop().await;
}

#[tokio::test]
async fn what_fails_after_it_was_deferred_ends_in_one_sentence() {
    let (mut discord, local, door) = start(Script::default()).await;
    door.set(true);
    let failing = discord.send_command("timeline", &[("about", json!(LONG))]).await;
    assert_eq!(discord.first_response(failing).await.kind(), 5);
    discord.change(|script| script.refuse("PATCH", "@original", 500, json!({})));
    door.set(false);
    assert!(!discord.edit(failing).await.notice().is_empty());

    door.set(true);
    let refused = ask_actor(&mut discord, false).await;
    assert_eq!(discord.first_response(refused).await.kind(), 5);
    let refusal = json!({"message": "Invalid Form Body", "code": 50035});
    discord.change(|script| script.refuse("PATCH", "@original", 400, refusal));
    door.set(false);
    assert!(!discord.edit(refused).await.notice().is_empty());
    local.stop().await;
}

#[tokio::test]
async fn a_press_that_fails_late_leaves_the_message() {
    let (mut discord, local, door) = start(Script::default()).await;
    let (message, button, _) = paged(&mut discord).await;
    let failing = button.replace("actor;q", "timeline;a");
    assert_ne!(failing, button);
    door.set(true);
    let slow = discord.send_press(&message, &failing, &[], ASKER).await;
    assert_eq!(discord.first_response(slow).await.kind(), 6);
    door.set(false);
    let hint = discord.follow_up(slow).await;
    assert!(hint.is_private() && !hint.notice().is_empty(), "{}", hint.text());
    local.stop().await;
}

#[tokio::test]
async fn a_completion_that_comes_too_late_offers_nothing() {
    let (mut discord, local, door) = start(Script::default()).await;
    door.set(true);
    assert_eq!(discord.complete("actor", &[], ("question", "luka")).await, [] as [Value; 0]);
    door.set(false);
    local.stop().await;
}

#[tokio::test]
async fn a_stop_waits_for_a_deferred_answer() {
    let (mut discord, local, door) = start(Script::default()).await;
    door.set(true);
    let slow = ask_actor(&mut discord, false).await;
    assert_eq!(discord.first_response(slow).await.kind(), 5);
    let stopped = local.stop();
    let closed = |event: &Event| matches!(event, Event::Closed(_)).then_some(());
    discord.wait_for("the close of the socket", closed).await;
    door.set(false);
    assert!(discord.edit(slow).await.body["data"]["embeds"].is_array());
    stopped.await;
}

#[tokio::test]
async fn what_is_not_ready_when_the_time_to_stop_is_over_ends_in_one_sentence() {
    let (mut discord, local, door) = start(Script::default()).await;
    door.set(true);
    let deferred = ask_actor(&mut discord, false).await;
    assert_eq!(discord.first_response(deferred).await.kind(), 5);
    let late = ask_actor(&mut discord, true).await;
    local.stop().await;
    let sentence = discord.edit(deferred).await;
    assert!(sentence.notice().contains("ask again"), "{}", sentence.text());
    let sentence = discord.reply(late).await;
    assert!(sentence.is_private() && sentence.notice().contains("ask again"), "{}", sentence.text());
}
