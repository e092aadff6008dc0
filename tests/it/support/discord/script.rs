//! What a test wants the stand-in to do, and what the stand-in has seen.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;
use tokio::sync::oneshot;

/// The token that the stand-in takes for good. It has the form of a real one.
pub(crate) const TOKEN: &str = "MTAwMDAwMDAwMDAwMDAwMDAwMQ.Gs7and.in_0for1Discord2in3the4tests5of6Casebook";
/// The application and its bot.
pub(crate) const APPLICATION: &str = "1000000000000000001";

/// How the stand-in behaves. The default is a Discord in a good mood that knows no commands yet.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    /// Calls that are not answered as they would be, each once, in order.
    pub(crate) refusals: Vec<Refusal>,
    /// Sessions that may still begin today.
    pub(crate) sessions_left: u64,
    /// How many shards it asks for, and takes.
    pub(crate) shards: u64,
    /// Milliseconds between two heartbeats.
    pub(crate) heartbeat_ms: u64,
    /// Whether heartbeats are acknowledged.
    pub(crate) acknowledges: bool,
    /// Close codes for the first IDENTIFYs; the next one gets READY.
    pub(crate) identify_closes: VecDeque<u16>,
    /// The commands that are registered, by the path that they are registered at.
    pub(crate) commands: BTreeMap<String, Value>,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            refusals: Vec::new(),
            sessions_left: 1000,
            shards: 1,
            heartbeat_ms: 41_250,
            acknowledges: true,
            identify_closes: VecDeque::new(),
            commands: BTreeMap::new(),
        }
    }
}

impl Script {
    /// Refuses the next call of a method to a path that ends so.
    pub(crate) fn refuse(&mut self, method: &'static str, path: &'static str, status: u16, body: Value) {
        self.refusals.push(Refusal { method, path, answer: Some((status, body)) });
    }

    /// Leaves the next call of a method to a path that ends so without any answer.
    pub(crate) fn ignore(&mut self, method: &'static str, path: &'static str) {
        self.refusals.push(Refusal { method, path, answer: None });
    }

    /// What a call gets instead of its answer.
    pub(super) fn take_refusal(&mut self, method: &str, path: &str) -> Option<Refusal> {
        let fits = |refusal: &Refusal| refusal.method == method && path.ends_with(refusal.path);
        self.refusals.iter().position(fits).map(|place| self.refusals.remove(place))
    }
}

/// A call that is not answered as it would be.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    method: &'static str,
    /// How the path ends.
    path: &'static str,
    /// Status and body; without them the call is never answered.
    pub(super) answer: Option<(u16, Value)>,
}

/// What the bot did.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// It called the REST API.
    Call(Call),
    /// It asked for a session.
    Identify(Value),
    /// It got READY.
    Ready,
    /// It took a session up again.
    Resume,
    /// It sent a heartbeat.
    Heartbeat,
    /// It closed the socket, with this code if it gave one.
    Closed(Option<u16>),
}

/// A call to the REST API.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// GET, PUT, POST, PATCH.
    pub(crate) method: String,
    /// Without the `/api/v10` that every path begins with.
    pub(crate) path: String,
    /// Null when there was none.
    pub(crate) body: Value,
    /// The status that it was answered with; 0 when it got no answer.
    pub(crate) status: u16,
}

/// What the stand-in is to do with the open socket.
#[derive(Debug)]
pub(super) enum Order {
    /// Send this packet, and say so once it is on its way.
    Send(Value, oneshot::Sender<()>),
    /// Close with this code.
    Close(u16),
    /// Drop the connection without a word.
    Drop,
}
