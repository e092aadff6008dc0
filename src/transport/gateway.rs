//! The gateway: the socket over which Discord sends interactions, kept open by serenity.
//!
//! It owns the start (everything that can be refused is asked for before the socket opens), the life of the connection and
//! the graceful stop. What an interaction is answered is left to `discord`, how a call is made to `rest`.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{anyhow, bail};
use serde::Deserialize;
use serenity::client::{Client, ClientBuilder, Context, EventHandler};
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::Route;
use serenity::model::application::Interaction;
use serenity::model::event::ResumedEvent;
use serenity::model::gateway::{BotGateway, GatewayIntents, Ready};
use serenity::model::id::{ApplicationId, GuildId};
use tokio_util::task::TaskTracker;

use super::rest::{Rest, RestError};
use super::sessions::Sessions;
use super::{Answers, discord, register};
use crate::config;

/// How long the first session may take to begin.
const BEGIN: Duration = Duration::from_secs(30);
/// How long a stop waits for answers under way. With [`CLOSE`] it stays below the 5 s promised for a stop.
const FINISH: Duration = Duration::from_secs(3);
/// How long a stop waits for the sockets to close. serenity alone could take 5 s.
const CLOSE: Duration = Duration::from_millis(1500);

/// Registers the commands, connects and answers until `shutdown` resolves; then finishes what is under way.
///
/// No privileged intent is asked for, and no other either: interactions come without one.
///
/// # Errors
/// When Discord cannot be reached, refuses the token or the session, or ends the connection for good. The message fits on
/// one line and holds no secret.
pub async fn run(
    app: Arc<impl Answers>,
    discord: &config::Discord,
    sessions: &Arc<Sessions>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let mut shutdown = std::pin::pin!(shutdown);
    let rest = Rest::new(discord)?;
    let gateway = tokio::select! {
        () = &mut shutdown => return Ok(()),
        gateway = prepare(&rest, discord) => gateway?,
    };
    let underway = TaskTracker::new();
    let handler = Handler { app, rest: rest.clone(), underway: underway.clone(), sessions: Arc::clone(sessions) };
    let mut client = connect(&rest, discord, &gateway, handler).await?;
    let shards = Arc::clone(&client.shard_manager);
    tokio::select! {
        () = &mut shutdown => finish(&underway, &shards).await,
        ended = client.start_shards(gateway.shards.max(1)) => ended.map_err(explain_end)?,
        reason = sessions.over() => bail!(reason),
        () = sessions.late(BEGIN) => bail!("Discord began no session within {} s", BEGIN.as_secs()),
    }
    Ok(())
}

struct Handler<A> {
    app: Arc<A>,
    rest: Rest,
    underway: TaskTracker,
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
        self.underway.track_future(self.answer(&interaction)).await;
    }
}

impl<A: Answers> Handler<A> {
    async fn answer(&self, interaction: &Interaction) {
        let name = discord::name(interaction);
        let reply = discord::reply(&*self.app, interaction);
        let mut sent = self.rest.respond(interaction, &reply).await;
        if let Err(error) = &sent
            && error.blames_the_body()
        {
            tracing::error!(name, error = %error, "Discord does not take the answer");
            sent = self.rest.respond(interaction, &discord::apology(interaction)).await;
        }
        match sent {
            Ok(()) => tracing::debug!(name, "answered"),
            Err(error) => {
                tracing::warn!(name, error = %format_args!("{:#}", anyhow!(error)), "an answer was not delivered");
            }
        }
    }
}

/// The part of the application that is needed: serenity's own type fails on fields that Discord leaves out.
#[derive(Deserialize)]
struct Application {
    id: ApplicationId,
}

/// Asks for everything that Discord could refuse, so that a refusal ends the start before a socket is open.
async fn prepare(rest: &Rest, discord: &config::Discord) -> anyhow::Result<BotGateway> {
    let gateway: BotGateway = rest
        .read(Route::GatewayBot)
        .await
        .map_err(|error| explain_call(error, &discord.api_url, "does not say where its gateway is"))?;
    let limit = &gateway.session_start_limit;
    if limit.remaining < u64::from(gateway.shards.max(1)) {
        bail!(
            "Discord allows no further session now; the next in {} min (it resets the token of a bot that asks too often)",
            limit.reset_after.div_ceil(60_000)
        );
    }
    let application: Application = rest
        .read(Route::Oauth2ApplicationCurrent)
        .await
        .map_err(|error| explain_call(error, &discord.api_url, "does not say which application this is"))?;
    register::bring_up_to_date(rest, application.id, discord.guild.and_then(guild_id))
        .await
        .map_err(|error| explain_call(error, &discord.api_url, "does not take the commands"))?;
    Ok(gateway)
}

/// 0 is no server, and serenity's id panics on it.
fn guild_id(guild: u64) -> Option<GuildId> {
    (guild != 0).then(|| GuildId::new(guild))
}

async fn connect<A: Answers>(
    rest: &Rest,
    discord: &config::Discord,
    gateway: &BotGateway,
    handler: Handler<A>,
) -> anyhow::Result<Client> {
    let http = rest.serenity_http(discord);
    let client = ClientBuilder::new_with_http(http, GatewayIntents::empty()).event_handler(handler).await;
    let client = client.map_err(explain_end)?;
    // serenity asks for the address again, and when that fails goes to the public gateway whatever the configuration says.
    client.ws_url.lock().await.clone_from(&gateway.url);
    Ok(client)
}

/// Lets answers under way reach Discord, then says goodbye. Answers first: they need the process, not the socket.
async fn finish(underway: &TaskTracker, shards: &ShardManager) {
    tracing::info!(answers = underway.len(), "stopping");
    underway.close();
    if tokio::time::timeout(FINISH, underway.wait()).await.is_err() {
        tracing::warn!(answers = underway.len(), "stopping before these were delivered");
    }
    if tokio::time::timeout(CLOSE, shards.shutdown_all()).await.is_err() {
        tracing::debug!("a socket was left for the system to close");
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
