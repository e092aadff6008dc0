//! The HTTP endpoint: interactions that Discord sends as signed requests, each answered in the response to it.
//!
//! It owns `POST /interactions`: what is checked before an interaction is believed, and how many are under way at once. How
//! the answer is made is left to `delivery`, as with the gateway. Nothing is kept between two requests, so any number of
//! copies can serve one application behind one address.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use ed25519_dalek::{Signature, VerifyingKey};
use serenity::model::application::Interaction;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::delivery::Delivery;
use super::discord::Desk;
use super::gateway::keep_registered;
use super::http::Bodies;
use super::metrics::Metrics;
use super::rest::Rest;
use super::{Answers, http};
use crate::config::{self, PublicKey, read_hex};

/// Where Discord sends interactions, below the address that the application names.
const PATH: &str = "/interactions";
/// How far the time of a request may be from ours, either way: an old one may be a copy.
const MOST_OFF: Duration = Duration::from_secs(300);
/// So many interactions are under way at once, those included whose answers come later. Others are told to come again, of
/// which Discord makes "did not respond".
const UNDERWAY: usize = 512;
/// The answer to a PING.
const PONG: &str = r#"{"type":1}"#;

/// Answers what Discord sends to a listener, and keeps the commands up to date, until `shutdown` resolves; then finishes what is
/// under way. `others` are routes beside the endpoint's own.
///
/// # Errors
/// When the key is none with which anything can be signed, or Discord refuses the token or the commands. The message fits on
/// one line and holds no secret.
pub async fn run(
    app: Arc<impl Answers>,
    key: PublicKey,
    discord: &config::Discord,
    (listener, others): (TcpListener, Router),
    metrics: &Arc<Metrics>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let (rest, stop) = (Rest::new(discord)?, CancellationToken::new());
    let delivery = Arc::new(Delivery::new(Desk::new(app, discord), rest.clone(), Arc::clone(metrics)));
    let routes = routes(key, Arc::clone(&delivery))?.merge(others);
    let server = tokio::spawn(http::serve(listener, routes, stop.clone()));
    let outcome = tokio::select! {
        () = shutdown => Ok(()),
        error = keep_registered(&rest, discord) => Err(error),
    };
    tracing::info!("stopping");
    stop.cancel();
    delivery.finish().await;
    server.await.context("a fault in the server")?;
    outcome
}

/// The routes of the endpoint.
fn routes<A: Answers>(key: PublicKey, delivery: Arc<Delivery<A>>) -> anyhow::Result<Router> {
    let (bodies, underway) = (Bodies::default(), Arc::new(Semaphore::new(UNDERWAY)));
    let endpoint = Endpoint { key: verifying(key)?, delivery, bodies, underway };
    Ok(Router::new().route(PATH, post(take::<A>)).with_state(Arc::new(endpoint)))
}

struct Endpoint<A> {
    key: VerifyingKey,
    delivery: Arc<Delivery<A>>,
    bodies: Bodies,
    underway: Arc<Semaphore>,
}

/// A key of small order is refused too: it takes one signature for many messages.
fn verifying(PublicKey(bytes): PublicKey) -> anyhow::Result<VerifyingKey> {
    let refusal = "`public_key` under `[http]` is no Ed25519 key: copy it again from Discord's developer portal";
    let key = VerifyingKey::from_bytes(&bytes).context(refusal)?;
    if key.is_weak() {
        bail!(refusal);
    }
    Ok(key)
}

async fn take<A: Answers>(State(endpoint): State<Arc<Endpoint<A>>>, request: Request) -> Response {
    endpoint.answer(request).await.unwrap_or_else(|status| {
        tracing::debug!(%status, "a request to the endpoint was refused");
        // A body may be left unread, behind which no further request can be.
        let mut refusal =
            (status, [(CONNECTION, "close")], status.canonical_reason().unwrap_or_default()).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            refusal.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        refusal
    })
}

impl<A: Answers> Endpoint<A> {
    async fn answer(&self, request: Request) -> Result<Response, StatusCode> {
        let (parts, body) = request.into_parts();
        let signed = Signed::of(&parts.headers).filter(|signed| signed.is_timely(SystemTime::now()));
        let signed = signed.ok_or(StatusCode::UNAUTHORIZED)?;
        let body = self.bodies.read(body).await?;
        if !signed.is_by(&self.key, &body) {
            return Err(StatusCode::UNAUTHORIZED);
        }
        let interaction = serde_json::from_slice(&body).map_err(|_| {
            tracing::warn!("an interaction from Discord could not be read, and goes unanswered");
            StatusCode::BAD_REQUEST
        })?;
        if matches!(interaction, Interaction::Ping(_)) {
            return Ok(json(PONG));
        }
        let underway = Arc::clone(&self.underway).try_acquire_owned();
        let underway = underway.map_err(|_| {
            tracing::warn!(most = UNDERWAY, "an interaction is turned away: so many are under way");
            StatusCode::SERVICE_UNAVAILABLE
        })?;
        // Without a response, it was not to be written; the log says why.
        let response = self.delivery.answer_here(interaction, underway).await;
        response.map(json).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
    }
}

fn json(body: impl Into<axum::body::Body>) -> Response {
    ([(CONTENT_TYPE, "application/json")], body.into()).into_response()
}

/// What a request says of who signed it, and when.
///
/// Source: <https://docs.discord.com/developers/interactions/overview>, "Validating Security Request Headers".
struct Signed<'h> {
    signature: Signature,
    /// Seconds since 1970, as they were written: they are signed with the body.
    timestamp: &'h str,
}

impl<'h> Signed<'h> {
    fn of(headers: &'h HeaderMap) -> Option<Self> {
        let text = |name: &str| headers.get(name)?.to_str().ok();
        let signature = Signature::from_bytes(&read_hex(text("x-signature-ed25519")?)?);
        Some(Self { signature, timestamp: text("x-signature-timestamp")? })
    }

    fn is_timely(&self, now: SystemTime) -> bool {
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        self.timestamp.parse::<u64>().is_ok_and(|told| told.abs_diff(now) <= MOST_OFF.as_secs())
    }

    fn is_by(&self, key: &VerifyingKey, body: &[u8]) -> bool {
        let signed = [self.timestamp.as_bytes(), body].concat();
        key.verify_strict(&signed, &self.signature).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use ed25519_dalek::{Signer as _, SigningKey};
    use serde_json::json;

    use super::*;
    use crate::answer::Answer;
    use crate::command::Choice;
    use crate::config::Token;
    use crate::request::{Context, UserError};

    struct Nobody;

    impl Answers for Nobody {
        fn respond(&self, _: &Context, _: &crate::request::Request) -> Result<Answer, UserError> {
            panic!("nobody is asked")
        }

        fn complete(&self, _: &Context, _: &crate::request::Request, _: &str, _: usize) -> Vec<Choice> {
            panic!("nobody is asked")
        }
    }

    #[tokio::test]
    async fn what_is_one_too_many_is_told_to_come_again() {
        let (key, discord) =
            (SigningKey::from_bytes(&[7; 32]), config::Discord::at("http://[::1]", Token::new("t").unwrap()));
        let delivery =
            Delivery::new(Desk::new(Arc::new(Nobody), &discord), Rest::new(&discord).unwrap(), Arc::default());
        let endpoint = Endpoint {
            key: key.verifying_key(),
            delivery: Arc::new(delivery),
            bodies: Bodies::default(),
            underway: Arc::new(Semaphore::new(0)),
        };
        let asked = json!({
            "id": "1", "application_id": "2", "type": 2, "token": "t", "version": 1, "channel_id": "3", "locale": "en",
            "data": {"id": "4", "name": "help", "type": 1}, "entitlements": [], "user": {"id": "5", "username": "user"},
            "attachment_size_limit": 0,
        });
        let ping = json!({"id": "1", "application_id": "2", "type": 1, "token": "t", "version": 1});
        for (interaction, status) in [(asked, StatusCode::SERVICE_UNAVAILABLE), (ping, StatusCode::OK)] {
            let body = interaction.to_string();
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().to_string();
            let signature =
                key.sign(format!("{now}{body}").as_bytes()).to_bytes().map(|byte| format!("{byte:02x}")).concat();
            let request =
                Request::post(PATH).header("x-signature-ed25519", signature).header("x-signature-timestamp", now);
            let answer = endpoint.answer(request.body(Body::from(body)).unwrap()).await;
            assert_eq!(answer.map_or_else(|status| status, |answer| answer.status()), status);
        }
    }

    #[test]
    fn a_key_with_which_nothing_can_be_signed_is_refused() {
        // The first is no point of the curve; the second is the neutral point, which takes any signature of its own.
        let neutral = std::array::from_fn(|at| u8::from(at == 0));
        for bytes in [[2; 32], neutral] {
            let error = verifying(PublicKey(bytes)).unwrap_err();
            assert!(format!("{error:#}").contains("`public_key` under `[http]`"), "{error:#}");
        }
    }

    #[test]
    fn a_request_is_timely_within_five_minutes_either_way() {
        let told = |timestamp| Signed { signature: Signature::from_bytes(&[0; 64]), timestamp };
        let now = UNIX_EPOCH + Duration::from_secs(1_000_000);
        for (timestamp, timely) in
            [("1000000", true), ("999700", true), ("1000300", true), ("999699", false), ("1000301", false)]
        {
            assert_eq!(told(timestamp).is_timely(now), timely, "{timestamp}");
        }
        for odd in ["", "-1", "1e6", " 1000000", "18446744073709551616"] {
            assert!(!told(odd).is_timely(now), "{odd}");
        }
    }
}
