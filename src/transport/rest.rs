//! Calls to Discord's REST API, with its rate limits honoured and its refusals told apart.
//!
//! It owns the connection, the waits between attempts and the error that a call can end with. What is called and what is
//! done about an error is left to those who call.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};
use serde::de::DeserializeOwned;
use serenity::builder::{CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::http::{Http, HttpBuilder, LightMethod, Request, Route};
use serenity::model::application::Interaction;

use crate::config;
use refusal::Refusal;

mod refusal;

/// Where the API lives when nothing stands in for it.
const DISCORD: &str = "https://discord.com";
/// How long one call may take, its connection included.
const CALL: Duration = Duration::from_secs(10);
/// The waits between the attempts of a call that fails for a while: they double, up to the second. Each is a little
/// longer by chance, so that not all who wait come back at once.
const WAITS: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(60));
/// How often a late answer is sent again.
const EDIT_RETRIES: usize = 3;
/// How long rate limits may hold up a late answer.
const EDIT_PATIENCE: Duration = Duration::from_secs(30);
/// Discord's code for an interaction whose token is over, which says nothing about the bot's token.
/// Source: <https://docs.discord.com/developers/topics/opcodes-and-status-codes#json>.
const INVALID_WEBHOOK_TOKEN: i64 = 50027;
/// Statuses below 500 that another attempt may cure: a time-out, a call that came too early, a rate limit.
const CURABLE: [u16; 3] = [408, 425, 429];
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
    #[error("Discord declined with {status}: {message} (code {code}){fields}")]
    Declined {
        /// The HTTP status.
        status: u16,
        /// Discord's own code, 0 when there was none.
        code: i64,
        /// Discord's own words.
        message: String,
        /// The fields that it does not take, each with Discord's words; empty when it names none.
        fields: String,
        /// How long to wait before the next attempt, where Discord says so.
        retry_after: Option<Duration>,
    },
    /// The answer is not what Discord answers.
    #[error("the answer is not Discord's")]
    Foreign,
    /// The one who was to be answered hung up.
    #[error("the connection on which to answer was closed")]
    Closed,
    /// The call could not be written.
    #[error("the call could not be written: {0}")]
    Unwritable(String),
}

impl RestError {
    /// Whether another, simpler body could fare better.
    pub(crate) fn blames_the_body(&self) -> bool {
        matches!(self, Self::Declined { status: 400, .. } | Self::Unwritable(_))
    }

    /// Whether every further attempt would fare the same. 404 and 405 count: an application, a server or a path that is
    /// not there does not come by waiting.
    pub(crate) fn is_final(&self) -> bool {
        match self {
            Self::Declined { status, .. } => *status < 500 && !CURABLE.contains(status),
            Self::Unreachable(_) => false,
            Self::Unauthorized | Self::Foreign | Self::Closed | Self::Unwritable(_) => true,
        }
    }

    /// The same for what follows a first response: where that was the body of an HTTP response, Discord may not have read it
    /// yet, and then knows of no message to add to.
    fn is_final_after_response(&self) -> bool {
        self.is_final() && !matches!(self, Self::Declined { status: 404, .. })
    }

    /// The same for what must not be done twice: what failed in another way may have been done all the same.
    fn may_have_been_taken(&self) -> bool {
        !matches!(self, Self::Declined { status: 404, .. })
    }

    fn retry_after(&self) -> Option<Duration> {
        if let Self::Declined { retry_after, .. } = self { *retry_after } else { None }
    }
}

/// Makes a call until it succeeds or Discord declines it for good. Each failure on the way is one line in the log, in the
/// words of `explain`.
///
/// # Errors
/// What Discord declined for good.
pub(crate) async fn persist<T, E: fmt::Display, F: Future<Output = Result<T, RestError>>>(
    explain: impl Fn(RestError) -> E,
    call: impl FnMut() -> F,
) -> Result<T, E> {
    repeat(waits().without_max_times(), RestError::is_final, explain, call).await
}

fn waits() -> ExponentialBuilder {
    let (first, longest) = WAITS;
    ExponentialBuilder::new().with_min_delay(first).with_max_delay(longest).with_jitter()
}

async fn repeat<T, E: fmt::Display, F: Future<Output = Result<T, RestError>>>(
    waits: ExponentialBuilder,
    is_final: fn(&RestError) -> bool,
    explain: impl Fn(RestError) -> E,
    mut call: impl FnMut() -> F,
) -> Result<T, E> {
    let mut waits = waits.build();
    loop {
        let error = match call().await {
            Ok(result) => return Ok(result),
            Err(error) if is_final(&error) => return Err(explain(error)),
            Err(error) => error,
        };
        let told = error.retry_after().unwrap_or_default();
        let error = explain(error);
        let Some(wait) = waits.next().map(|wait| wait.max(told)) else {
            return Err(error);
        };
        tracing::warn!(error = %format_args!("{error:#}"), ?wait, "trying again");
        tokio::time::sleep(wait).await;
    }
}

impl Rest {
    /// A client for the API that the configuration names.
    ///
    /// # Errors
    /// When the system offers no way to make connections.
    pub(crate) fn new(discord: &config::Discord) -> Result<Self, RestError> {
        let calls = build_calls()?;
        let http = Arc::new(build_http(discord, &calls));
        Ok(Self { http, calls })
    }

    /// Reads what stands at a route, asked for with a query.
    ///
    /// # Errors
    /// When Discord gives nothing, or something that is not a `T`.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        route: Route<'_>,
        query: &[(&'static str, &str)],
    ) -> Result<T, RestError> {
        let query: Vec<_> = query.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let request = Request::new(route, LightMethod::Get).params(Some(query).filter(|query| !query.is_empty()));
        let response = self.send(request, Duration::ZERO).await?;
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
        self.send(request, Duration::ZERO).await.map(drop)
    }

    /// Sends the first response to an interaction. Rate limits may hold it up for `patience`.
    ///
    /// It goes past serenity's rate limiter, which would keep an entry for each interaction for ever.
    ///
    /// # Errors
    /// When Discord declines, or the response cannot be written as JSON.
    pub(crate) async fn respond(
        &self,
        interaction: &Interaction,
        response: &CreateInteractionResponse,
        patience: Duration,
    ) -> Result<(), RestError> {
        let body = written(response)?;
        let route = Route::InteractionResponse { interaction_id: interaction.id(), token: interaction.token() };
        let request = Request::new(route, LightMethod::Post).body(Some(body));
        self.send(request, patience).await.map(drop)
    }

    /// Puts a message in the place of the first response, which was a deferral. Who sees it was settled then.
    ///
    /// # Errors
    /// When Discord declines, or does not answer several attempts.
    pub(crate) async fn edit(
        &self,
        interaction: &Interaction,
        message: &CreateInteractionResponseMessage,
    ) -> Result<(), RestError> {
        let mut message = serde_json::to_value(message).map_err(unwritable)?;
        if let Some(fields) = message.as_object_mut() {
            fields.remove("flags");
        }
        let (application_id, token) = (interaction.application_id(), interaction.token());
        let route = Route::WebhookOriginalInteractionResponse { application_id, token };
        let request = Request::new(route, LightMethod::Patch).body(Some(message.to_string().into_bytes()));
        let send = || self.send(request.clone(), EDIT_PATIENCE);
        let waits = waits().with_max_times(EDIT_RETRIES);
        repeat(waits, RestError::is_final_after_response, |error| error, send).await.map(drop)
    }

    /// Deletes the message that the first response is, or that a component stands under.
    ///
    /// # Errors
    /// When Discord declines.
    pub(crate) async fn delete(&self, interaction: &Interaction) -> Result<(), RestError> {
        let (application_id, token) = (interaction.application_id(), interaction.token());
        let route = Route::WebhookOriginalInteractionResponse { application_id, token };
        let request = Request::new(route, LightMethod::Delete);
        let send = || self.send(request.clone(), EDIT_PATIENCE);
        let waits = waits().with_max_times(EDIT_RETRIES);
        repeat(waits, RestError::may_have_been_taken, |error| error, send).await.map(drop)
    }

    /// Sends a further message after the first response.
    ///
    /// # Errors
    /// When Discord declines.
    pub(crate) async fn follow_up(
        &self,
        interaction: &Interaction,
        message: &CreateInteractionResponseMessage,
    ) -> Result<(), RestError> {
        let body = serde_json::to_vec(message).map_err(unwritable)?;
        let (application_id, token) = (interaction.application_id(), interaction.token());
        let route = Route::WebhookFollowupMessages { application_id, token };
        let request = Request::new(route, LightMethod::Post).body(Some(body));
        let send = || self.send(request.clone(), EDIT_PATIENCE);
        let waits = waits().with_max_times(EDIT_RETRIES);
        repeat(waits, RestError::may_have_been_taken, |error| error, send).await.map(drop)
    }

    /// Sends a request, again after each 429, as long as the waits fit into `patience`.
    async fn send(&self, request: Request<'_>, mut patience: Duration) -> Result<reqwest::Response, RestError> {
        loop {
            let response = request
                .clone()
                .build(&self.calls, self.http.token(), self.http.proxy.as_deref())
                .map_err(unwritable)?
                .send()
                .await
                .map_err(unreachable)?;
            let status = response.status().as_u16();
            if (200..300).contains(&status) {
                return Ok(response);
            }
            let Refusal { code, message, fields, wait: told } = Refusal::read(response).await;
            if status == 401 && code != INVALID_WEBHOOK_TOKEN {
                return Err(RestError::Unauthorized);
            }
            let wait = told.unwrap_or(UNTOLD_WAIT).max(LEAST_WAIT);
            if status != 429 || wait > patience {
                return Err(RestError::Declined { status, code, message, fields, retry_after: told });
            }
            patience = patience.saturating_sub(wait);
            tokio::time::sleep(wait).await;
        }
    }
}

/// serenity's own client, with connections of its own: those are kept open by the runtime that made them. Its rate limiter
/// is on for the real host only: it ignores a proxy and would call Discord past the one that stands in.
///
/// # Errors
/// When the system offers no way to make connections.
pub(crate) fn serenity_http(discord: &config::Discord) -> Result<Http, RestError> {
    Ok(build_http(discord, &build_calls()?))
}

/// A first response as it is sent.
///
/// # Errors
/// When it cannot be written as JSON.
pub(crate) fn written(response: &CreateInteractionResponse) -> Result<Vec<u8>, RestError> {
    serde_json::to_vec(response).map_err(unwritable)
}

fn build_calls() -> Result<reqwest::Client, RestError> {
    let calls = reqwest::Client::builder().timeout(CALL).redirect(reqwest::redirect::Policy::none());
    // The gateway's socket could not follow a proxy either.
    calls.no_proxy().build().map_err(unreachable)
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

fn unwritable(error: impl fmt::Display) -> RestError {
    RestError::Unwritable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_another_attempt_can_cure_is_tried_again() {
        let is_final = |status| {
            let (message, fields) = (String::new(), String::new());
            RestError::Declined { status, code: 0, message, fields, retry_after: None }.is_final()
        };
        assert!([301, 400, 403, 404, 405, 413].into_iter().all(is_final));
        assert!(![408, 425, 429, 500, 502, 503, 504, 520].into_iter().any(is_final));
    }
}
