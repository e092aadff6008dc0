//! The gateway side of the stand-in: HELLO, IDENTIFY, READY, RESUME, heartbeats, and the packets that a test sends.

use std::io::Write as _;
use std::sync::Arc;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::response::Response;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::Shared;
use super::script::{APPLICATION, Event, Order, TOKEN};

/// The session that the stand-in hands out.
const SESSION: &str = "0123456789abcdef0123456789abcdef";
/// The intents for members, presences and the content of messages, which an owner would have to apply for.
const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;

#[derive(serde::Deserialize)]
pub(super) struct Version {
    v: Option<u8>,
}

/// Takes a connection.
pub(super) async fn take(
    State(shared): State<Arc<Shared>>,
    Query(version): Query<Version>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if version.v != Some(10) {
        shared.fault(format!("the gateway was asked for version {:?}, not 10", version.v));
    }
    upgrade.on_upgrade(move |socket| Connection { shared, socket, compress: false }.live())
}

struct Connection {
    shared: Arc<Shared>,
    socket: WebSocket,
    compress: bool,
}

impl Connection {
    async fn live(mut self) {
        let (orders, mut taken) = mpsc::unbounded_channel();
        let interval = self.shared.script().heartbeat_ms;
        self.send(&json!({"op": 10, "d": {"heartbeat_interval": interval}, "s": null, "t": null})).await;
        loop {
            let goes_on = tokio::select! {
                message = self.socket.recv() => match message {
                    Some(Ok(message)) => self.hear(message, &orders).await,
                    _ => false,
                },
                Some(order) = taken.recv() => self.obey(order).await,
            };
            if !goes_on {
                break;
            }
        }
        self.shared.socket.send_if_modified(|open| {
            let mine = open.as_ref().is_some_and(|open| open.same_channel(&orders));
            if mine {
                *open = None;
            }
            mine
        });
    }

    async fn obey(&mut self, order: Order) -> bool {
        match order {
            Order::Send(packet, sent) => {
                self.send(&packet).await;
                // A test that has ended waits no more.
                let _ = sent.send(());
            }
            Order::Close(code) => {
                self.close(code).await;
                return false;
            }
            Order::Drop => return false,
        }
        true
    }

    async fn hear(&mut self, message: Message, orders: &mpsc::UnboundedSender<Order>) -> bool {
        let text = match message {
            Message::Text(text) => text,
            Message::Close(frame) => {
                self.shared.note(Event::Closed(frame.map(|frame| frame.code)));
                return false;
            }
            _ => return true,
        };
        let packet: Value = serde_json::from_str(&text).unwrap_or_default();
        match packet["op"].as_u64() {
            Some(1) => {
                self.shared.note(Event::Heartbeat);
                if self.shared.script().acknowledges {
                    self.send(&json!({"op": 11, "d": null, "s": null, "t": null})).await;
                }
                true
            }
            Some(2) => self.identify(&packet["d"], orders).await,
            Some(6) => self.resume(&packet["d"], orders).await,
            other => {
                self.shared.fault(format!("a packet with opcode {other:?}, which this bot has no need for"));
                true
            }
        }
    }

    async fn identify(&mut self, d: &Value, orders: &mpsc::UnboundedSender<Order>) -> bool {
        self.shared.note(Event::Identify(d.clone()));
        self.compress = d["compress"] == true;
        if d["intents"].as_u64().is_none_or(|intents| intents & PRIVILEGED != 0) {
            self.shared.fault(format!("IDENTIFY asks for the intents {}", d["intents"]));
        }
        let shards = self.shared.script().shards;
        let is_shard = d["shard"][0].as_u64().is_some_and(|shard| shard < shards) && d["shard"][1] == shards;
        if !is_shard || !d["properties"].is_object() {
            self.shared.fault(format!("IDENTIFY has shard {} and properties {}", d["shard"], d["properties"]));
        }
        let refused = self.shared.script().identify_closes.pop_front();
        if let Some(code) = refused.or((!is_token(&d["token"])).then_some(4004)) {
            self.close(code).await;
            return false;
        }
        self.shared.restart_sequence();
        let ready = json!({
            "v": 10, "session_id": SESSION, "resume_gateway_url": self.shared.socket_url(), "shard": d["shard"],
            "user": {"id": APPLICATION, "username": "casebook", "discriminator": "0", "avatar": null, "bot": true,
                     "global_name": null, "mfa_enabled": false, "verified": true, "email": null, "flags": 0},
            "guilds": [{"id": "5000000000000000000", "unavailable": true}],
            "application": {"id": APPLICATION, "flags": 0},
        });
        self.send(&self.shared.dispatch("READY", &ready)).await;
        self.shared.socket.send_replace(Some(orders.clone()));
        self.shared.note(Event::Ready);
        true
    }

    async fn resume(&mut self, d: &Value, orders: &mpsc::UnboundedSender<Order>) -> bool {
        if !is_token(&d["token"]) || d["session_id"] != SESSION || d["seq"] != self.shared.sequence() {
            self.shared.fault(format!("RESUME with session {} and sequence {}", d["session_id"], d["seq"]));
            self.send(&json!({"op": 9, "d": false, "s": null, "t": null})).await;
            return true;
        }
        self.send(&self.shared.dispatch("RESUMED", &json!({}))).await;
        self.shared.socket.send_replace(Some(orders.clone()));
        self.shared.note(Event::Resume);
        true
    }

    /// Sends a packet the way that was asked for: `compress` in IDENTIFY means whole zlib frames.
    async fn send(&mut self, packet: &Value) {
        let text = packet.to_string();
        let message = if self.compress {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(text.as_bytes()).unwrap();
            Message::Binary(encoder.finish().unwrap().into())
        } else {
            Message::Text(text.into())
        };
        // A socket that has gone away is noticed by the next read.
        let _ = self.socket.send(message).await;
    }

    async fn close(&mut self, code: u16) {
        let _ = self.socket.send(Message::Close(Some(CloseFrame { code, reason: "".into() }))).await;
    }
}

/// serenity sends the token with the prefix that the REST API wants, and Discord takes it so.
fn is_token(token: &Value) -> bool {
    token.as_str().is_some_and(|token| token.strip_prefix("Bot ").unwrap_or(token) == TOKEN)
}
