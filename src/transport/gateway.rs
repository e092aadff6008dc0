//! The gateway: the socket over which Discord sends interactions, kept open by serenity.
//!
//! It owns the start, the life of the connection and the graceful stop. How an answer reaches the one who asked is left to
//! `delivery`, what Discord keeps of the commands to `register`, how a call is made to `rest`.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use serde::Deserialize;
use serenity::client::{Client, ClientBuilder, Context, EventHandler, RawEventHandler};
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::Route;
use serenity::model::application::Interaction;
use serenity::model::event::{Event, ResumedEvent};
use serenity::model::gateway::{BotGateway, GatewayIntents, Ready};
use serenity::model::id::{ApplicationId, GuildId};
use tokio::runtime::{Builder, Handle, Runtime};

use super::delivery::Delivery;
use super::discord::Desk;
use super::metrics::Metrics;
use super::rest::{Rest, RestError, persist, serenity_http};
use super::sessions::Sessions;
use super::{Answers, register};
use crate::config::{self, Shards};

/// How long the first session may take to begin.
const BEGIN: Duration = Duration::from_secs(30);
/// How long a stop still takes in what Discord sent before it. With [`CLOSE`] and what `delivery` takes to finish it stays
/// below the 5 s promised for a stop.
const CATCH_UP: Duration = Duration::from_millis(1400);
/// How long a stop waits for the sockets to close. serenity looks for the request every 0.5 s, and alone could take 5 s.
const CLOSE: Duration = Duration::from_millis(700);
/// How often is looked whether Discord acknowledged a heartbeat: serenity tells nobody.
const LOOK: Duration = Duration::from_millis(20);
/// A heartbeat that leaves the sequence number to those of serenity.
const HEARTBEAT: &str = r#"{"op":1,"d":null}"#;

/// Connects, registers the commands and answers until `shutdown` resolves; then finishes what is under way.
///
/// A Discord that is out of order is asked again and again, while questions that come in are answered.
///
/// No privileged intent is asked for, and no other either: interactions come without one.
///
/// # Errors
/// When Discord refuses the token, the commands or the session, or ends the connection for good. The message fits on one
/// line and holds no secret.
pub async fn run(
    app: Arc<impl Answers>,
    discord: &config::Discord,
    sessions: &Arc<Sessions>,
    metrics: &Arc<Metrics>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let mut shutdown = std::pin::pin!(shutdown);
    let rest = Rest::new(discord)?;
    let delivery = Arc::new(Delivery::new(Desk::new(app, discord), rest.clone(), Arc::clone(metrics)));
    let handler = Handler { delivery: Arc::clone(&delivery), sessions: Arc::clone(sessions) };
    let sockets = Sockets::new()?;
    let (mut client, own) = tokio::select! {
        () = &mut shutdown => return Ok(()),
        client = connect(&sockets, &rest, discord, handler) => client?,
    };
    let shards = Arc::clone(&client.shard_manager);
    sessions.run_by(Arc::clone(&shards), own.first..=own.last);
    let (outcome, open) = tokio::select! {
        () = &mut shutdown => (Ok(()), true),
        error = keep_registered(&rest, discord) => (Err(error), true),
        // serenity takes the end of the range for one that belongs to it.
        ended = client.start_shard_range(own.first..own.last, own.total) => (ended.map_err(explain_end), false),
        reason = sessions.over() => (Err(anyhow!(reason)), false),
        () = sessions.late(BEGIN) => (Err(anyhow!("Discord began no session within {} s", BEGIN.as_secs())), true),
    };
    if open {
        close(&shards).await;
    }
    delivery.finish().await;
    outcome
}

/// The thread on which serenity keeps its sockets, apart from that of the answers: after some closes it spins there without
/// ever yielding.
struct Sockets(Handle, Option<Runtime>);

impl Sockets {
    fn new() -> anyhow::Result<Self> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.context("the system gives no thread for the connection")?;
        Ok(Self(runtime.handle().clone(), Some(runtime)))
    }
}

impl Drop for Sockets {
    fn drop(&mut self) {
        if let Some(runtime) = self.1.take() {
            runtime.shutdown_background();
        }
    }
}

struct Handler<A> {
    delivery: Arc<Delivery<A>>,
    sessions: Arc<Sessions>,
}

#[serenity::async_trait]
impl<A: Answers> EventHandler for Handler<A> {
    async fn ready(&self, _: Context, ready: Ready) {
        self.sessions.begin();
        tracing::info!(servers = ready.guilds.len(), "connected to Discord");
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        self.sessions.begin();
        tracing::info!("took the connection to Discord up again");
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        self.delivery.answer(interaction);
    }
}

/// Hears what serenity can make nothing of: it hands that on to raw handlers alone.
struct Unread;

#[serenity::async_trait]
impl RawEventHandler for Unread {
    async fn raw_event(&self, _: Context, event: Event) {
        if let Event::Unknown(event) = event
            && event.kind == "INTERACTION_CREATE"
        {
            tracing::warn!("an interaction from Discord could not be read, and goes unanswered");
        }
    }
}

/// The part of the application that is needed: serenity's own type fails on fields that Discord leaves out.
#[derive(Deserialize)]
struct Application {
    id: ApplicationId,
}

/// Finds the gateway and makes a client for it; also says which shards to start.
async fn connect<A: Answers>(
    sockets: &Sockets,
    rest: &Rest,
    discord: &config::Discord,
    handler: Handler<A>,
) -> anyhow::Result<(Client, Shards)> {
    let (gateway, own) = find_gateway(rest, discord).await?;
    let client = ClientBuilder::new_with_http(serenity_http(discord)?, GatewayIntents::empty())
        .event_handler(handler)
        .raw_event_handler(Unread);
    let client = sockets.0.spawn(client.into_future()).await?.map_err(explain_end)?;
    // serenity asks for the address again, and when that fails goes to the public gateway whatever the configuration says.
    client.ws_url.lock().await.clone_from(&gateway.url);
    Ok((client, own))
}

/// serenity begins one session each 5 s, which is never more than Discord allows at once (`max_concurrency`).
async fn find_gateway(rest: &Rest, discord: &config::Discord) -> anyhow::Result<(BotGateway, Shards)> {
    let explain = |error| explain_call(error, &discord.api_url, "does not say where its gateway is");
    let gateway: BotGateway = persist(explain, || rest.read(Route::GatewayBot, &[])).await?;
    let own = discord.shards.unwrap_or(Shards::all(gateway.shards));
    if own.total < gateway.shards {
        tracing::warn!(set = own.total, asked = gateway.shards, "Discord asks for more shards than are set");
    }
    let limit = &gateway.session_start_limit;
    if limit.remaining < u64::from(own.count()) {
        bail!(
            "Discord allows no further session now; the next in {} min (it resets the token of a bot that asks too often)",
            limit.reset_after.div_ceil(60_000)
        );
    }
    Ok((gateway, own))
}

/// Brings the commands up to date, however long that takes. It ends only when Discord declines them for good.
pub(super) async fn keep_registered(rest: &Rest, discord: &config::Discord) -> anyhow::Error {
    match register_commands(rest, discord).await {
        Ok(()) => std::future::pending().await,
        Err(error) => error,
    }
}

async fn register_commands(rest: &Rest, discord: &config::Discord) -> anyhow::Result<()> {
    let explain = |error| explain_call(error, &discord.api_url, "does not say which application this is");
    let application: Application = persist(explain, || rest.read(Route::Oauth2ApplicationCurrent, &[])).await?;
    let guild = discord.guild.map(GuildId::from);
    let explain = |error| explain_call(error, &discord.api_url, "does not take the commands");
    persist(explain, || register::bring_up_to_date(rest, application.id, guild)).await
}

/// Takes in what Discord sent before the stop, then says goodbye, so that it sends nothing more.
async fn close(shards: &ShardManager) {
    tracing::info!("stopping");
    if tokio::time::timeout(CATCH_UP, catch_up(shards)).await.is_err() {
        tracing::debug!("Discord did not acknowledge a last heartbeat");
    }
    if tokio::time::timeout(CLOSE, shards.shutdown_all()).await.is_err() {
        tracing::debug!("a socket was left for the system to close");
    }
}

/// Waits until each session has read all that Discord sent before now: Discord acknowledges a heartbeat only after it.
async fn catch_up(shards: &ShardManager) {
    let mut waiting = Vec::new();
    for (id, runner) in shards.runners.lock().await.iter() {
        runner.runner_tx.websocket_message(HEARTBEAT.into());
        waiting.push((*id, runner.latency));
    }
    while !waiting.is_empty() {
        tokio::time::sleep(LOOK).await;
        // The latency is that of the last acknowledgement, so a new one changes it.
        let runners = shards.runners.lock().await;
        waiting.retain(|(id, before)| runners.get(id).is_some_and(|runner| runner.latency == *before));
    }
}

fn explain_call(error: RestError, api_url: &str, what: &str) -> anyhow::Error {
    match error {
        RestError::Unauthorized => anyhow!(error),
        RestError::Unreachable(_) => anyhow!(error).context(format!("cannot reach {api_url}")),
        other => anyhow!(other).context(format!("{api_url} {what}")),
    }
}

/// The reasons that serenity hands on; the others are in [`Sessions`].
fn explain_end(error: serenity::Error) -> anyhow::Error {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => {
            anyhow!("Discord refused the bot token (close 4004): check DISCORD_TOKEN")
        }
        serenity::Error::Gateway(GatewayError::InvalidGatewayIntents) => {
            anyhow!("Discord does not know the intents that were asked for (close 4013)")
        }
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => {
            anyhow!("Discord does not allow the intents that were asked for (close 4014)")
        }
        other => anyhow!("the connection to Discord ended: {other}"),
    }
}
