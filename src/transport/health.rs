//! How the bot is: `/healthz`, `/readyz` and `/metrics`, and the one who asks for the first.
//!
//! It owns these paths and what they answer. What is counted stands in `metrics`, what is known of the shards in `sessions`,
//! of the fact base in [`crate::library`].

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, bail};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde::Serialize;
use time::OffsetDateTime;
use tokio_util::sync::CancellationToken;

use super::metrics::{self, Metrics};
use super::sessions::{Sessions, Shard};
use crate::library::{Library, Status};

/// How long the answer of a healthy bot may take.
const PROBE: Duration = Duration::from_secs(3);

/// What is looked at to say how the bot is.
#[derive(Clone)]
pub(super) struct Health {
    pub(super) library: Arc<Library>,
    pub(super) metrics: Arc<Metrics>,
    /// None where interactions come in requests: then the bot is well while it serves.
    pub(super) sessions: Option<Arc<Sessions>>,
    /// Ends when the bot is asked to stop.
    pub(super) stop: CancellationToken,
}

/// The routes of those who look after the bot.
pub(super) fn routes(health: Health) -> Router {
    let routes = Router::new().route("/healthz", get(healthz)).route("/readyz", get(readyz));
    routes.route("/metrics", get(written)).with_state(health)
}

impl Health {
    async fn shards(&self) -> Vec<Shard> {
        match &self.sessions {
            Some(sessions) => sessions.shards().await,
            None => Vec::new(),
        }
    }

    /// Whether interactions can come, as far as it can be known.
    fn is_well(&self, shards: &[Shard]) -> bool {
        self.sessions.is_none() || !shards.is_empty() && shards.iter().all(|shard| shard.connected)
    }
}

async fn healthz(State(health): State<Health>) -> Response {
    if health.is_well(&health.shards().await) {
        (StatusCode::OK, "ok\n").into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "no session with Discord\n").into_response()
    }
}

/// Whether the bot is to be asked, and what it answers from.
#[derive(Serialize)]
struct Report {
    ready: bool,
    stopping: bool,
    knowledge: Held,
    shards: Vec<Socket>,
}

#[derive(Serialize)]
struct Held {
    version: String,
    loaded: String,
    entries: usize,
    broken: Option<Broken>,
}

#[derive(Serialize)]
struct Broken {
    since: String,
    why: String,
}

#[derive(Serialize)]
struct Socket {
    shard: u32,
    connected: bool,
    heartbeat_ms: Option<u128>,
}

/// Knowledge that could not be replaced is told, but makes nobody unready: what there was before is still answered from.
async fn readyz(State(health): State<Health>) -> Response {
    let shards = health.shards().await;
    let (stopping, status) = (health.stop.is_cancelled(), health.library.status());
    let ready = health.is_well(&shards) && !stopping;
    let shards = shards.iter().map(|shard| Socket {
        shard: shard.number,
        connected: shard.connected,
        heartbeat_ms: shard.latency.map(|latency| latency.as_millis()),
    });
    let body = Report { ready, stopping, knowledge: held(status), shards: shards.collect() };
    let code = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = serde_json::to_string(&body).unwrap_or_default();
    (code, [(CONTENT_TYPE, "application/json")], body).into_response()
}

fn held(status: Status) -> Held {
    let entries = status.entries.iter().map(|(_, count)| count).sum();
    let broken = status.trouble.map(|trouble| Broken { since: utc(trouble.since), why: trouble.why });
    Held { version: status.version, loaded: utc(status.loaded), entries, broken }
}

async fn written(State(health): State<Health>) -> Response {
    let text = health.metrics.write(&health.library.status(), &health.shards().await);
    ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], text).into_response()
}

/// A time to the minute, as it is told: `2026-11-25 14:03 UTC`.
pub(super) fn utc(time: SystemTime) -> String {
    let time = OffsetDateTime::from(time);
    let (date, hour, minute) = (time.date(), time.hour(), time.minute());
    format!("{date} {hour:02}:{minute:02} UTC")
}

/// Asks a bot on this machine how it is.
///
/// # Errors
/// When it is not well, does not answer, or is not there. The message fits on one line.
pub fn probe(listen: SocketAddr) -> anyhow::Result<()> {
    let url = format!("http://{}/healthz", reachable(listen));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let client = reqwest::Client::builder().no_proxy().timeout(PROBE).build()?;
        let answer = client.get(&url).send().await.with_context(|| format!("{url} does not answer"))?;
        let (status, text) = (answer.status(), answer.text().await.unwrap_or_default());
        if !status.is_success() {
            bail!("{url} answers {status}: {}", text.trim());
        }
        Ok(())
    })
}

/// Where a listener that takes whatever comes can be asked.
fn reachable(mut listen: SocketAddr) -> SocketAddr {
    match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => listen.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => listen.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    listen
}
