//! A stand-in for Discord on loopback: real HTTP, a real WebSocket, and no mercy with what Discord would not take.
//!
//! A test starts one, points the program at [`StandIn::url`], sends interactions and looks at what comes back. Each body
//! that the program sends is held against Discord's own API description and against its limits; the first fault fails the
//! test, with the fault as its message. Nothing is waited for but events, each with a deadline.

mod limits;
pub(crate) mod payload;
mod rest;
mod schema;
pub(crate) mod script;
mod signed;
mod socket;

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::routing::any;
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot, watch};

use payload::{ASKER, Reply};
use script::{Call, Event, Order, Script};

/// How long an event may take to come. It is only ever spent when a test fails.
const DEADLINE: Duration = Duration::from_secs(20);

/// A Discord for one test.
pub(crate) struct StandIn {
    shared: Arc<Shared>,
    events: mpsc::UnboundedReceiver<Event>,
    passed: VecDeque<Event>,
    next_id: u64,
}

impl StandIn {
    /// Starts to listen on a free port.
    pub(crate) async fn start(script: Script) -> Self {
        Self::start_at("127.0.0.1:0".parse().unwrap(), script).await
    }

    /// Starts to listen on a port that was free a moment ago.
    pub(crate) async fn start_at(address: SocketAddr, script: Script) -> Self {
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        let (sender, events) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            address: listener.local_addr().unwrap(),
            script: Mutex::new(script),
            events: sender,
            faults: Mutex::default(),
            asked: Mutex::default(),
            sequence: Mutex::default(),
            socket: watch::Sender::new(None),
        });
        let routes = Router::new().route("/", any(socket::take)).fallback(rest::take).with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { shared, events, passed: VecDeque::new(), next_id: 6_000_000_000_000_000_000 }
    }

    /// What belongs into `api_url`.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.shared.address)
    }

    /// Waits for an event of which `pick` makes something. Events that came before it stay to be waited for.
    pub(crate) async fn wait_for<T>(&mut self, what: &str, mut pick: impl FnMut(&Event) -> Option<T>) -> T {
        if let Some((place, found)) =
            self.passed.iter().enumerate().find_map(|(place, event)| Some((place, pick(event)?)))
        {
            self.passed.remove(place);
            return found;
        }
        let deadline = tokio::time::Instant::now() + DEADLINE;
        while let Ok(Some(event)) = tokio::time::timeout_at(deadline, self.events.recv()).await {
            self.fail_on_faults();
            if let Some(found) = pick(&event) {
                return found;
            }
            self.passed.push_back(event);
        }
        panic!("{what} did not come; what came: {:#?}", self.passed)
    }

    /// Waits for a call.
    pub(crate) async fn call(&mut self, method: &str, path: &str) -> Call {
        self.call_that(method, path, |_| true).await
    }

    /// Waits for a call that is answered with this status; 0 means that it gets no answer.
    pub(crate) async fn call_with(&mut self, method: &str, path: &str, status: u16) -> Call {
        self.call_that(method, path, |call| call.status == status).await
    }

    async fn call_that(&mut self, method: &str, path: &str, fits: impl Fn(&Call) -> bool) -> Call {
        let pick = |event: &Event| match event {
            Event::Call(call) if call.method == method && call.path == path && fits(call) => Some(call.clone()),
            _ => None,
        };
        self.wait_for(&format!("{method} {path}"), pick).await
    }

    /// Waits until the bot has been given a session; each session can be waited for once.
    pub(crate) async fn connected(&mut self) {
        self.wait_for("READY", |event| matches!(event, Event::Ready).then_some(())).await;
    }

    /// Changes how the stand-in behaves from here on.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Script)) {
        change(&mut self.shared.script());
    }

    /// Asks with a slash command and waits for the answer.
    pub(crate) async fn ask(&mut self, command: &str, options: &[(&str, Value)]) -> Reply {
        let id = self.send_command(command, options).await;
        self.reply(id).await
    }

    /// Asks with a slash command from elsewhere: `place` is what differs from a server that speaks English.
    pub(crate) async fn ask_from(&mut self, place: &Value, command: &str, options: &[(&str, Value)]) -> Reply {
        let options: Vec<Value> = options.iter().map(|(name, value)| payload::option(name, value)).collect();
        let id = self.send_interaction(2, payload::command(command, &options), place.clone(), ASKER).await;
        self.reply(id).await
    }

    /// Presses a button from elsewhere.
    pub(crate) async fn press_from(&mut self, place: &Value, on: &Reply, custom_id: &str, user: &str) -> Reply {
        let mut more = place.clone();
        more["message"] = payload::message(on);
        let id = self.send_interaction(3, payload::component(custom_id, &[]), more, user).await;
        self.reply(id).await
    }

    /// Sends a slash command without waiting for the answer; gives the interaction's id.
    pub(crate) async fn send_command(&mut self, command: &str, options: &[(&str, Value)]) -> u64 {
        let options: Vec<Value> = options.iter().map(|(name, value)| payload::option(name, value)).collect();
        self.send_interaction(2, payload::command(command, &options), json!({}), ASKER).await
    }

    /// Asks for the choices of the option `focused`, half-typed as `text`; `given` are the options before it.
    pub(crate) async fn complete(
        &mut self,
        command: &str,
        given: &[(&str, &str)],
        focused: (&str, &str),
    ) -> Vec<Value> {
        self.complete_from(&json!({}), command, given, focused).await
    }

    /// The same from elsewhere.
    pub(crate) async fn complete_from(
        &mut self,
        place: &Value,
        command: &str,
        given: &[(&str, &str)],
        focused: (&str, &str),
    ) -> Vec<Value> {
        let mut options: Vec<Value> = given.iter().map(|(name, text)| payload::option(name, &json!(text))).collect();
        options.push(json!({"name": focused.0, "type": 3, "value": focused.1, "focused": true}));
        let id = self.send_interaction(4, payload::command(command, &options), place.clone(), ASKER).await;
        self.reply(id).await.body["data"]["choices"].as_array().cloned().unwrap()
    }

    /// Presses a button under a message of the bot's, or chooses `values` in its menu, and waits for what comes of it.
    pub(crate) async fn press(&mut self, on: &Reply, custom_id: &str, values: &[&str], user: &str) -> Reply {
        let id = self.send_press(on, custom_id, values, user).await;
        self.reply(id).await
    }

    /// The same by somebody with these permissions in the channel, as Discord writes them: a sum of bits.
    pub(crate) async fn press_with(&mut self, on: &Reply, custom_id: &str, user: &str, permissions: &str) -> Reply {
        let member = payload::member(user, permissions);
        let more = json!({"message": payload::message(on), "member": member});
        let id = self.send_interaction(3, payload::component(custom_id, &[]), more, user).await;
        self.reply(id).await
    }

    /// Sends a press without waiting for the answer; gives the interaction's id.
    pub(crate) async fn send_press(&mut self, on: &Reply, custom_id: &str, values: &[&str], user: &str) -> u64 {
        let data = payload::component(custom_id, values);
        let message = json!({"message": payload::message(on)});
        self.send_interaction(3, data, message, user).await
    }

    /// Sends an interaction as it stands, whether serenity can read it or not; gives its id once it is on its way.
    pub(crate) async fn send_interaction(&mut self, kind: u64, data: Value, more: Value, user: &str) -> u64 {
        self.next_id += 1;
        let id = self.next_id;
        let packet = payload::interaction(id, kind, &data, &more, user);
        self.shared.asked.lock().unwrap().insert(id.to_string(), Asked { kind, answered: false });
        let packet = self.shared.dispatch("INTERACTION_CREATE", &packet);
        self.send_packet(packet).await;
        id
    }

    /// Waits for the answer to an interaction, as if it had come at once: a busy machine may defer any.
    pub(crate) async fn reply(&mut self, id: u64) -> Reply {
        let mut first = self.first_response(id).await;
        let deferred = first.kind();
        if !matches!(deferred, 5 | 6) {
            return first;
        }
        let (original, further) = (payload::original_path(id), payload::webhook_path(id));
        let pick = |event: &Event| match event {
            Event::Call(call)
                if matches!(call.status, 200 | 204) && (call.path == original || call.path == further) =>
            {
                Some(call.clone())
            }
            _ => None,
        };
        let mut late = self.wait_for("the answer after a deferral", pick).await;
        if late.method == "DELETE" {
            return first;
        }
        if deferred == 5 {
            late.body["flags"] = first.body["data"]["flags"].take();
        }
        let kind = if late.path == original && deferred == 6 { 7 } else { 4 };
        Reply { id, body: json!({"type": kind, "data": late.body}) }
    }

    /// Waits for the first response to an interaction that Discord takes.
    pub(crate) async fn first_response(&mut self, id: u64) -> Reply {
        let path = payload::callback_path(id);
        let pick = |event: &Event| match event {
            Event::Call(call) if call.path == path && call.status == 204 => Some(call.body.clone()),
            _ => None,
        };
        let body = self.wait_for("the answer to an interaction", pick).await;
        Reply { id, body }
    }

    /// Waits until Discord takes a message that is edited into the place of the first response.
    pub(crate) async fn edit(&mut self, id: u64) -> Reply {
        let call = self.call_with("PATCH", &payload::original_path(id), 200).await;
        Reply { id, body: json!({"type": 4, "data": call.body}) }
    }

    /// Waits until Discord takes a further message.
    pub(crate) async fn follow_up(&mut self, id: u64) -> Reply {
        let call = self.call_with("POST", &payload::webhook_path(id), 200).await;
        Reply { id, body: json!({"type": 4, "data": call.body}) }
    }

    /// Sends a packet that is not an event: 1 asks for a heartbeat, 7 for a new connection, 9 ends the session.
    pub(crate) async fn send_op(&self, op: u8, d: Value) {
        self.send_packet(json!({"op": op, "d": d, "s": null, "t": null})).await;
    }

    /// Closes the socket with a code.
    pub(crate) async fn close(&self, code: u16) {
        self.order(Order::Close(code)).await;
    }

    /// Lets the connection break.
    pub(crate) async fn drop_socket(&self) {
        self.order(Order::Drop).await;
    }

    async fn send_packet(&self, packet: Value) {
        let (sender, sent) = oneshot::channel();
        self.order(Order::Send(packet, sender)).await;
        sent.await.unwrap();
    }

    async fn order(&self, order: Order) {
        let socket = self.open_socket().await;
        if matches!(order, Order::Close(_) | Order::Drop) {
            self.shared.socket.send_replace(None);
        }
        socket.send(order).unwrap();
    }

    async fn open_socket(&self) -> mpsc::UnboundedSender<Order> {
        let mut socket = self.shared.socket.subscribe();
        let open = tokio::time::timeout(DEADLINE, socket.wait_for(Option::is_some)).await;
        open.unwrap_or_else(|_| panic!("the bot got no session; what came: {:#?}", self.passed))
            .unwrap()
            .clone()
            .unwrap()
    }

    fn fail_on_faults(&self) {
        let faults = std::mem::take(&mut *self.shared.faults.lock().unwrap());
        assert!(faults.is_empty(), "Discord would not take this:\n{}", faults.join("\n"));
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.fail_on_faults();
        }
    }
}

/// An interaction that was sent to the bot.
struct Asked {
    kind: u64,
    answered: bool,
}

/// What the sides of the stand-in share.
struct Shared {
    address: SocketAddr,
    script: Mutex<Script>,
    events: mpsc::UnboundedSender<Event>,
    faults: Mutex<Vec<String>>,
    asked: Mutex<BTreeMap<String, Asked>>,
    sequence: Mutex<u64>,
    socket: watch::Sender<Option<mpsc::UnboundedSender<Order>>>,
}

impl Shared {
    fn socket_url(&self) -> String {
        format!("ws://{}", self.address)
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap()
    }

    /// A test that has ended listens no more.
    fn note(&self, event: Event) {
        let _ = self.events.send(event);
    }

    fn fault(&self, fault: String) {
        self.faults.lock().unwrap().push(fault);
    }

    /// Notes faults, each with its place, and says whether there were any.
    fn faults(&self, place: &str, faults: Vec<String>) -> bool {
        let any = !faults.is_empty();
        self.faults.lock().unwrap().extend(faults.into_iter().map(|fault| format!("{place}: {fault}")));
        any
    }

    /// The kind of an interaction that was sent with this token.
    fn asked(&self, id: &str, token: &str) -> Option<u64> {
        let asked = self.asked.lock().unwrap().get(id)?.kind;
        (token == payload::token(id)).then_some(asked)
    }

    /// Marks an interaction as answered; false when it was before.
    fn answer(&self, id: &str) -> bool {
        self.asked.lock().unwrap().get_mut(id).is_some_and(|asked| !std::mem::replace(&mut asked.answered, true))
    }

    fn was_answered(&self, token: &str) -> bool {
        self.asked.lock().unwrap().iter().any(|(id, asked)| asked.answered && payload::token(id) == token)
    }

    /// An event with the next sequence number.
    fn dispatch(&self, name: &str, d: &Value) -> Value {
        let mut sequence = self.sequence.lock().unwrap();
        *sequence += 1;
        json!({"op": 0, "t": name, "s": *sequence, "d": d})
    }

    fn sequence(&self) -> u64 {
        *self.sequence.lock().unwrap()
    }

    fn restart_sequence(&self) {
        *self.sequence.lock().unwrap() = 0;
    }
}
