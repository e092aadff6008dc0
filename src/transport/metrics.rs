//! What is counted and measured, and its written form for Prometheus (`OpenMetrics` text).
//!
//! It owns the names. What a name means is written beside it, and shown by the server that reads it. Nothing here tells who
//! asked, where, or what.

use std::sync::Mutex;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use super::sessions::Shard;
use crate::library::Status;

/// What [`Metrics::write`] gives, as a content type.
pub(super) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// Seconds by which answers and completions are told apart: most take less than a thousandth, and 3 are Discord's limit.
const ANSWER_BOUNDS: [f64; 12] = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 1.5, 3.0];
/// Seconds by which Discord's delays are told apart.
const DELAY_BOUNDS: [f64; 9] = [0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.5, 5.0];
/// The first millisecond of Discord's ids, in milliseconds since 1970.
/// Source: <https://docs.discord.com/developers/reference#snowflakes>.
const DISCORD_EPOCH: u64 = 1_420_070_400_000;

/// The counts of one process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    interactions: Family<Asked, Counter>,
    answer: Histogram,
    completion: Histogram,
    delay: Histogram,
    undelivered: Counter,
    panics: Counter,
    knowledge: Held,
    gateway: Sockets,
    /// Held while gauges that belong together are set and written.
    writing: Mutex<()>,
}

/// What is told of the fact base.
#[derive(Debug, Default)]
struct Held {
    entries: Family<Kind, Gauge>,
    version: Family<Version, Gauge>,
    loaded: Gauge<f64, AtomicU64>,
    failures: Counter,
    broken_since: Gauge<f64, AtomicU64>,
}

/// What is told of the sockets.
#[derive(Debug, Default)]
struct Sockets {
    connected: Family<Number, Gauge>,
    latency: Family<Number, Gauge<f64, AtomicU64>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    command: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Version {
    version: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Number {
    shard: u32,
}

impl Default for Metrics {
    fn default() -> Self {
        let bounded = |bounds: &[f64]| Histogram::new(bounds.iter().copied());
        let mut metrics = Self {
            registry: Registry::with_prefix("casebook"),
            interactions: Family::default(),
            answer: bounded(&ANSWER_BOUNDS),
            completion: bounded(&ANSWER_BOUNDS),
            delay: bounded(&DELAY_BOUNDS),
            undelivered: Counter::default(),
            panics: Counter::default(),
            knowledge: Held::default(),
            gateway: Sockets::default(),
            writing: Mutex::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&mut self) {
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        let to = &mut self.registry;
        to.register("build", "The program", build);
        to.register("interactions", "Commands and presses that were answered, by outcome", self.interactions.clone());
        let help = "Time to find and write an answer, without drawing and sending it";
        to.register_with_unit("answer", help, Unit::Seconds, self.answer.clone());
        to.register_with_unit("completion", "Time to complete an option", Unit::Seconds, self.completion.clone());
        let help = "Time from when an interaction was made, by Discord's clock, to when it came, by ours";
        to.register_with_unit("discord_delay", help, Unit::Seconds, self.delay.clone());
        to.register("undelivered", "Answers that Discord did not take", self.undelivered.clone());
        to.register("panics", "Faults of the program that cost one answer each", self.panics.clone());
        let Held { entries, version, loaded, failures, broken_since } = &self.knowledge;
        to.register("entries", "Entries of the fact base", entries.clone());
        to.register("knowledge_version", "The version of the fact base, which is 1", version.clone());
        let help = "When the fact base was loaded, in seconds since 1970";
        to.register("knowledge_loaded_timestamp_seconds", help, loaded.clone());
        to.register("reload_failures", "Changes of the fact base that were not taken", failures.clone());
        let help = "Since when the files hold what cannot be used, in seconds since 1970; 0 while they do not";
        to.register("knowledge_broken_timestamp_seconds", help, broken_since.clone());
        let Sockets { connected, latency } = &self.gateway;
        to.register("gateway_connected", "Whether a shard's heartbeats are acknowledged", connected.clone());
        let help = "Time from a shard's last heartbeat to its acknowledgement";
        to.register_with_unit("gateway_heartbeat_latency", help, Unit::Seconds, latency.clone());
    }

    /// Counts a request, and the time that its answer took; of a panic there is none.
    pub(super) fn answered(&self, command: &'static str, outcome: &'static str, took: Duration) {
        self.interactions.get_or_create(&Asked { command, outcome }).inc();
        self.answer.observe(took.as_secs_f64());
    }

    /// Counts the time that a completion took.
    pub(super) fn completed(&self, took: Duration) {
        self.completion.observe(took.as_secs_f64());
    }

    /// Counts a panic.
    pub(super) fn panicked(&self, command: &'static str) {
        self.interactions.get_or_create(&Asked { command, outcome: "panic" }).inc();
        self.panics.inc();
    }

    /// Notes how long an interaction took to come. Its id tells when it was made.
    pub(super) fn received(&self, interaction: u64, now: SystemTime) {
        let made = UNIX_EPOCH + Duration::from_millis((interaction >> 22) + DISCORD_EPOCH);
        // A clock that is behind Discord's would make it less than nothing.
        self.delay.observe(now.duration_since(made).unwrap_or_default().as_secs_f64());
    }

    /// Counts an answer that was not delivered.
    pub(super) fn lost(&self) {
        self.undelivered.inc();
    }

    /// Counts a change of the fact base that was not taken.
    pub(super) fn reload_failed(&self) {
        self.knowledge.failures.inc();
    }

    /// Everything, with the present state of the fact base and of the shards.
    pub(super) fn write(&self, status: &Status, shards: &[Shard]) -> String {
        // A panic while writing leaves nothing that the next one would not set anew.
        let _writing = self.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.knowledge.set(status);
        self.gateway.set(shards);
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

impl Held {
    fn set(&self, status: &Status) {
        for (kind, count) in status.entries {
            self.entries.get_or_create(&Kind { kind }).set(i64::try_from(count).unwrap_or(i64::MAX));
        }
        self.version.clear();
        self.version.get_or_create(&Version { version: status.version.clone() }).set(1);
        self.loaded.set(seconds(status.loaded));
        self.broken_since.set(status.trouble.as_ref().map_or(0.0, |trouble| seconds(trouble.since)));
    }
}

impl Sockets {
    /// Shards that are no longer there are told of no longer.
    fn set(&self, shards: &[Shard]) {
        self.connected.clear();
        self.latency.clear();
        for shard in shards {
            let number = Number { shard: shard.number };
            self.connected.get_or_create(&number).set(i64::from(shard.connected));
            if let Some(latency) = shard.latency {
                self.latency.get_or_create(&number).set(latency.as_secs_f64());
            }
        }
    }
}

fn seconds(time: SystemTime) -> f64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}
