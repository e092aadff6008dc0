//! `casebook serve` with the HTTP endpoint: who is believed, what is answered, and who cannot wear it out.

use casebook::answer::Answer;
use casebook::command::Choice;
use casebook::request::{Context, Request, UserError};
use casebook::transport::Answers;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::gateway_slow::{Door, Slow};
use crate::support::app;
use crate::support::bot::{Bot, Local, UNTOLD};
use crate::support::discord::StandIn;
use crate::support::discord::script::{Script, TOKEN};
use crate::support::endpoint::{self, Caller, key, now, signed};

const PING: &str = r#"{"id":"1","application_id":"2","type":1,"token":"t","version":1}"#;
/// A name of which the fact base knows more than one page.
const LONG: &str = "belarus";

async fn start() -> (StandIn, Bot, Caller) {
    let discord = StandIn::start(Script::default()).await;
    let (bot, caller) = Bot::serve_http(&discord).await;
    (discord, bot, caller)
}

async fn pong(caller: &Caller) {
    let response = caller.post(PING).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.text().await.unwrap(), r#"{"type":1}"#);
}

#[tokio::test]
async fn a_ping_is_answered_and_the_commands_are_registered() {
    let (mut discord, bot, caller) = start().await;
    pong(&caller).await;
    discord.call_with("PUT", "/applications/1000000000000000001/commands", 200).await;
    bot.stop().await;
}

#[tokio::test]
async fn commands_completions_and_presses_are_answered_in_the_response() {
    let (mut discord, bot, caller) = start().await;
    let reply = discord.post_command(&caller, "actor", &[("question", json!(LONG))]).await;
    assert_eq!(reply.kind(), 4);
    assert!(reply.text().contains("Belarus"), "{}", reply.text());
    let button = reply.buttons().into_iter().next().unwrap();
    let turned = discord.post_press(&caller, &reply, &button).await;
    assert_eq!(turned.kind(), 7);
    assert_ne!(turned.text(), reply.text());
    let half = json!({"name": "question", "type": 3, "value": "luka", "focused": true});
    let data = json!({"id": "2000000000000000000", "name": "actor", "type": 1, "options": [half]});
    let completed = discord.post(&caller, 4, data, json!({})).await;
    assert!(completed.text().contains("alexander-lukashenko"), "{}", completed.text());
    let reply = discord.post_command(&caller, "actor", &[("question", json!(UNTOLD)), ("private", json!(true))]).await;
    assert!(reply.is_private(), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn only_what_discord_signed_just_now_is_believed() {
    let (_discord, bot, caller) = start().await;
    let body = PING.as_bytes();
    let at = |timestamp: u64| signed(&key(), &timestamp.to_string(), body);
    let good = at(now());
    let mut unsigned = good.clone();
    unsigned.remove(0);
    let mut undated = good.clone();
    undated.remove(1);
    let mut altered = good.clone();
    altered[1].1 = (now() - 1).to_string();
    let with_signature = |text: String| vec![("x-signature-ed25519", text), good[1].clone()];
    let foreign = ed25519_dalek::SigningKey::from_bytes(&[43; 32]);
    let refused = [
        vec![],
        unsigned,
        undated,
        altered,
        at(now() - 302),
        at(now() + 302),
        signed(&foreign, &now().to_string(), body),
        signed(&key(), "soon", body),
        with_signature(String::new()),
        with_signature("0".repeat(128)),
        with_signature(format!("{}0", good[0].1)),
        with_signature(good[0].1.replace(|_| true, "g")),
    ];
    for headers in refused {
        assert_eq!(caller.post_with(&headers, body.to_vec()).await.status(), 401, "{headers:?}");
    }
    let response = caller.post_with(&good, format!("{PING} ").into_bytes()).await;
    assert_eq!(response.status(), 401, "the body is not the one that was signed");
    assert_eq!(caller.post_with(&at(now() - 290), body.to_vec()).await.status(), 200);
    bot.stop().await;
}

#[tokio::test]
async fn what_is_no_interaction_or_too_much_of_one_is_refused() {
    let (mut discord, bot, caller) = start().await;
    let unknown = PING.replace("\"type\":1", "\"type\":99");
    for body in ["", "{}", "[]", "null", "\"words\"", "{\"type\":2}", "\u{feff}", unknown.as_str()] {
        assert_eq!(caller.post(body).await.status(), 400, "{body:?}");
    }
    assert_eq!(caller.post(vec![0xff; 16]).await.status(), 400);
    assert_eq!(caller.post(vec![b' '; 1024 * 1024]).await.status(), 400);
    assert_eq!(caller.post(vec![b' '; 1024 * 1024 + 1]).await.status(), 413);
    assert_eq!(caller.get("/interactions").await.status(), 405);
    for path in ["/", "/interactions/", "/Interactions", "/interactions/1", "/../etc/passwd"] {
        assert_eq!(caller.get(path).await.status(), 404, "{path}");
    }
    assert_eq!(discord.post_command(&caller, "help", &[]).await.kind(), 4);
    bot.stop().await;
}

#[tokio::test]
async fn slow_clients_do_not_stop_others() {
    let (mut discord, bot, caller) = start().await;
    let heads = ["POST /inter", "POST /interactions HTTP/1.1\r\nhost: a\r\nx-signature-timestamp: 1\r\n"];
    let signed = signed(&key(), &now().to_string(), PING.as_bytes());
    let signed = signed.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<Vec<_>>().concat();
    let body = format!("POST /interactions HTTP/1.1\r\nhost: a\r\n{signed}content-length: 1000000\r\n\r\n{{");
    let mut held = Vec::new();
    for words in heads.into_iter().chain([body.as_str()]).cycle().take(200) {
        let mut stream = TcpStream::connect(caller.address).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        held.push(stream);
    }
    pong(&caller).await;
    assert_eq!(discord.post_command(&caller, "help", &[]).await.kind(), 4);
    bot.stop().await;
}

#[tokio::test]
async fn many_at_once_are_all_answered() {
    let (mut discord, bot, caller) = start().await;
    let asked: Vec<_> =
        (0..64).map(|_| caller.clone()).map(|caller| tokio::spawn(async move { pong(&caller).await })).collect();
    for _ in 0..20 {
        assert_eq!(discord.post_command(&caller, "actor", &[("question", json!(LONG))]).await.kind(), 4);
    }
    for one in asked {
        one.await.unwrap();
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_stands_in_the_way_of_listening_ends_it_with_one_line() {
    let discord = StandIn::start(Script::default()).await;
    let key = endpoint::hex(key().verifying_key().as_bytes());
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let cases = [
        (key.as_str(), taken.as_str(), taken.as_str()),
        (key.as_str(), "192.0.2.1:8080", "192.0.2.1:8080"),
        ("", "127.0.0.1:0", "public_key"),
        (&key.replacen(|_| true, "", 1), "127.0.0.1:0", "64 hexadecimal digits"),
        (&"02".repeat(32), "127.0.0.1:0", "no Ed25519 key"),
    ];
    for (key, listen, told) in cases {
        let http = endpoint::settings(key, listen);
        let settings = format!("transport = \"http\"\napi_url = {:?}\n{http}\n[discord.cooldown]", discord.url());
        let ended = Bot::start(&settings, Some(TOKEN)).ended().await;
        assert!(ended.failure().contains(told), "{told}: {}", ended.log);
    }
    // The gateway needs no listener, but says so when the one that is asked for cannot be had.
    let settings = format!("api_url = {:?}\n[http]\nlisten = {taken:?}\n[discord.cooldown]", discord.url());
    let ended = Bot::start(&settings, Some(TOKEN)).ended().await;
    assert!(ended.failure().contains(&taken), "{}", ended.log);
}

#[tokio::test]
async fn a_refused_token_ends_the_endpoint_too() {
    let discord = StandIn::start(Script::default()).await;
    discord.change(|script| {
        script.refuse("GET", "/oauth2/applications/@me", 401, json!({"message": "401: Unauthorized"}));
    });
    let (bot, _) = Bot::serve_http(&discord).await;
    let ended = bot.ended().await;
    assert!(ended.failure().contains("DISCORD_TOKEN"), "{}", ended.log);
}

async fn start_slow() -> (StandIn, Local, Caller, Door) {
    let (discord, door) = (StandIn::start(Script::default()).await, Door::default());
    let (local, caller) = Local::serve_http(&discord, Slow(app(), door.clone())).await;
    (discord, local, caller, door)
}

#[tokio::test]
async fn a_slow_answer_is_deferred_in_the_response_and_edited_in_when_discord_has_read_it() {
    let (mut discord, local, caller, door) = start_slow().await;
    for private in [false, true] {
        door.set(true);
        let options = [("question", json!(LONG)), ("private", json!(private))];
        let deferred = discord.post_command(&caller, "actor", &options).await;
        assert_eq!((deferred.kind(), deferred.is_private()), (5, private));
        let early = json!({"message": "Unknown Webhook", "code": 10015});
        discord.change(|script| script.refuse("PATCH", "@original", 404, early));
        door.set(false);
        assert!(discord.edit(deferred.id).await.text().contains("Belarus"));
    }
    local.stop().await;
}

#[tokio::test]
async fn a_completion_that_comes_too_late_offers_nothing() {
    let (mut discord, local, caller, door) = start_slow().await;
    door.set(true);
    let half = json!({"name": "question", "type": 3, "value": "luka", "focused": true});
    let data = json!({"id": "2000000000000000000", "name": "actor", "type": 1, "options": [half]});
    let completed = discord.post(&caller, 4, data, json!({})).await;
    assert_eq!(completed.body["data"]["choices"].as_array().unwrap(), &[] as &[Value]);
    door.set(false);
    local.stop().await;
}

/// A core that says when it is asked.
struct Told(Slow, UnboundedSender<()>);

impl Answers for Told {
    fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError> {
        self.1.send(()).unwrap();
        self.0.respond(context, request)
    }

    fn complete(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice> {
        self.0.complete(context, request, option, most)
    }
}

#[tokio::test]
async fn a_stop_first_answers_what_is_under_way() {
    let (mut discord, door) = (StandIn::start(Script::default()).await, Door::default());
    let (tell, mut told) = unbounded_channel();
    let (local, caller) = Local::serve_http(&discord, Told(Slow(app(), door.clone()), tell)).await;
    door.set(true);
    let options = [("question", json!(LONG))];
    let deferred = discord.post_command(&caller, "actor", &options).await;
    assert_eq!(deferred.kind(), 5);
    told.recv().await.unwrap();
    let asking = discord.post_command(&caller, "actor", &options);
    let stopping = async {
        told.recv().await.unwrap();
        local.stop().await;
    };
    let (late, ()) = tokio::join!(asking, stopping);
    assert_eq!(late.kind(), 5);
    for id in [deferred.id, late.id] {
        assert!(discord.edit(id).await.notice().contains("ask again"));
    }
    assert!(TcpStream::connect(caller.address).await.is_err(), "nobody listens any more");
}
