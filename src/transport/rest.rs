//! Calls to Discord's REST API, with its rate limits honoured and its refusals told apart.
//!
//! It owns the connection, the waiting after a 429 and the error that a call can end with. What is called and what is done
//! about an error is left to those who call.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serenity::builder::CreateInteractionResponse;
use serenity::http::{Http, HttpBuilder, LightMethod, Request, Route};
use serenity::model::application::Interaction;

use crate::config;

/// Where the API lives when nothing stands in for it.
const DISCORD: &str = "https://discord.com";
/// How long one call may take, its connection included.
const CALL: Duration = Duration::from_secs(10);
/// How long rate limits may hold up a first response. Discord accepts none later than 3 s after the interaction.
const RESPONSE_PATIENCE: Duration = Duration::from_millis(2500);
/// How long rate limits may hold up a call at the start.
const START_PATIENCE: Duration = Duration::from_secs(30);
/// How many characters of a refusal's words are kept for the log.
const MOST_WORDS: usize = 200;
/// What is waited after a 429 that does not say for how long.
const UNTOLD_WAIT: Duration = Duration::from_secs(1);
/// The least that is waited after a 429, so that an answer of "0 s" cannot make a loop without end.
const LEAST_WAIT: Duration = Duration::from_millis(100);

/// A client of the REST API.
#[derive(Clone, Debug)]
pub(crate) struct Rest {
    http: Arc<Http>,
    calls: reqwest::Client,
}

/// Why a call brought no result. Neither its display nor its debug form holds a token.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RestError {
    /// The bot token is not accepted.
    #[error("Discord refused the bot token (401): check DISCORD_TOKEN")]
    Unauthorized,
    /// Nobody answered.
    #[error("no answer")]
    Unreachable(#[source] reqwest::Error),
    /// Discord understood the call and declined it.
    #[error("Discord declined with {status}: {message} (code {code})")]
    Declined {
        /// The HTTP status.
        status: u16,
        /// Discord's own code, 0 when there was none.
        code: u64,
        /// Discord's own words.
        message: String,
    },
    /// The answer is not what Discord answers.
    #[error("the answer is not Discord's")]
    Foreign,
    /// The call could not be written.
    #[error("the call could not be written: {0}")]
    Unwritable(String),
}

impl RestError {
    /// Whether another, simpler body could fare better.
    pub(crate) fn blames_the_body(&self) -> bool {
        matches!(self, Self::Declined { status: 400, .. } | Self::Unwritable(_))
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Refusal {
    code: u64,
    message: String,
    retry_after: Option<f64>,
}

impl Rest {
    /// A client for the API that the configuration names.
    ///
    /// # Errors
    /// When the system offers no way to make connections.
    pub(crate) fn new(discord: &config::Discord) -> Result<Self, RestError> {
        let calls = reqwest::Client::builder()
            .timeout(CALL)
            .redirect(reqwest::redirect::Policy::none())
            // The gateway's socket could not follow a proxy either.
            .no_proxy()
            .build()
            .map_err(unreachable)?;
        let http = Arc::new(build_http(discord, &calls));
        Ok(Self { http, calls })
    }

    /// serenity's own client over the same connections. Its rate limiter is on for the real host only: it ignores a proxy
    /// and would call Discord past the one that stands in.
    pub(crate) fn serenity_http(&self, discord: &config::Discord) -> Http {
        build_http(discord, &self.calls)
    }

    /// Reads what stands at a route.
    ///
    /// # Errors
    /// When Discord gives nothing, or something that is not a `T`.
    pub(crate) async fn read<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, RestError> {
        let response = self.send(Request::new(route, LightMethod::Get), START_PATIENCE).await?;
        let bytes = response.bytes().await.map_err(unreachable)?;
        serde_json::from_slice(&bytes).map_err(|_| RestError::Foreign)
    }

    /// Replaces what stands at a route.
    ///
    /// # Errors
    /// When Discord declines.
    pub(crate) async fn replace(&self, route: Route<'_>, body: &serde_json::Value) -> Result<(), RestError> {
        let body = body.to_string().into_bytes();
        let request = Request::new(route, LightMethod::Put).body(Some(body));
        self.send(request, START_PATIENCE).await.map(drop)
    }

    /// Sends the first response to an interaction.
    ///
    /// It goes past serenity's rate limiter, which would keep an entry for each interaction for ever.
    ///
    /// # Errors
    /// When Discord declines, or the response cannot be written as JSON.
    pub(crate) async fn respond(
        &self,
        interaction: &Interaction,
        response: &CreateInteractionResponse,
    ) -> Result<(), RestError> {
        let body = serde_json::to_vec(response).map_err(|error| RestError::Unwritable(error.to_string()))?;
        let route = Route::InteractionResponse { interaction_id: interaction.id(), token: interaction.token() };
        let request = Request::new(route, LightMethod::Post).body(Some(body));
        self.send(request, RESPONSE_PATIENCE).await.map(drop)
    }

    /// Sends a request, again after each 429, as long as the waits fit into `patience`.
    async fn send(&self, request: Request<'_>, mut patience: Duration) -> Result<reqwest::Response, RestError> {
        loop {
            let response = request
                .clone()
                .build(&self.calls, self.http.token(), self.http.proxy.as_deref())
                .map_err(|error| RestError::Unwritable(error.to_string()))?
                .send()
                .await
                .map_err(unreachable)?;
            let status = response.status().as_u16();
            if (200..300).contains(&status) {
                return Ok(response);
            }
            if status == 401 {
                return Err(RestError::Unauthorized);
            }
            let told = told_wait(response.headers());
            let refusal = read_refusal(response).await;
            let wait = refusal.retry_after.and_then(seconds).or(told).unwrap_or(UNTOLD_WAIT).max(LEAST_WAIT);
            if status != 429 || wait > patience {
                let Refusal { code, message, .. } = refusal;
                let message = message.chars().take(MOST_WORDS).collect();
                return Err(RestError::Declined { status, code, message });
            }
            patience = patience.saturating_sub(wait);
            tokio::time::sleep(wait).await;
        }
    }
}

fn build_http(discord: &config::Discord, calls: &reqwest::Client) -> Http {
    let builder = HttpBuilder::new(discord.token.expose()).client(calls.clone());
    if discord.api_url == DISCORD {
        builder.build()
    } else {
        builder.proxy(&discord.api_url).ratelimiter_disabled(true).build()
    }
}

/// The URL of a callback holds the interaction's token, so no error keeps it.
fn unreachable(error: reqwest::Error) -> RestError {
    RestError::Unreachable(error.without_url())
}

fn told_wait(headers: &reqwest::header::HeaderMap) -> Option<Duration> {
    headers.get("retry-after")?.to_str().ok()?.parse().ok().and_then(seconds)
}

fn seconds(count: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(count).ok()
}

async fn read_refusal(response: reqwest::Response) -> Refusal {
    let bytes = response.bytes().await.unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}
