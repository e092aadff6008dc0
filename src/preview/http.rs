//! What the page may ask over HTTP, and who may ask at all.
//!
//! Owns the guard: a browser that shows another site reaches servers on loopback too, so whoever comes from elsewhere is
//! refused, by `Host` against names that lead here, by `Origin` and `Sec-Fetch-Site` against other sites. What is served can
//! run no script but its own.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as STANDARD;
use serde_json::{Value, json};
use serenity::model::application::Interaction;

use super::entry::{behind, find};
use super::interaction::Deed;
use super::stage::{Scene, Stage};
use crate::message::SPOKEN;
use crate::render::embed;
use crate::transport::discord::Reply;
use crate::transport::{locales, registered};
use crate::wording::Wording;

/// A message of Discord's with its buttons takes some 40 kB.
const MOST: usize = 256 * 1024;

/// The page: path, kind, text.
const PAGE: &[(&str, &str, &str)] = &[
    ("/", "text/html; charset=utf-8", include_str!("page/index.html")),
    ("/style.css", "text/css; charset=utf-8", include_str!("page/style.css")),
    ("/icon.svg", "image/svg+xml", include_str!("page/icon.svg")),
    ("/main.js", SCRIPT, include_str!("page/main.js")),
    ("/api.js", SCRIPT, include_str!("page/api.js")),
    ("/beside.js", SCRIPT, include_str!("page/beside.js")),
    ("/chat.js", SCRIPT, include_str!("page/chat.js")),
    ("/composer.js", SCRIPT, include_str!("page/composer.js")),
    ("/dom.js", SCRIPT, include_str!("page/dom.js")),
    ("/listbox.js", SCRIPT, include_str!("page/listbox.js")),
    ("/markdown.js", SCRIPT, include_str!("page/markdown.js")),
    ("/message.js", SCRIPT, include_str!("page/message.js")),
];

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// What is said with every response. The page runs its own scripts and no others, makes no markup of texts, and is framed by
/// nobody.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Everything that is served, on an address.
pub(super) fn routes(stage: Arc<Stage>, address: IpAddr) -> Router {
    let page = PAGE.iter().fold(Router::new(), |routes, &(path, kind, text)| {
        routes.route(path, get(move || async move { ([(header::CONTENT_TYPE, kind)], text) }))
    });
    page.route("/commands", get(commands))
        .route("/scene/{after}", get(scene))
        .route("/entries/{id}", get(entry))
        .route("/interactions", post(interact))
        .layer(DefaultBodyLimit::max(MOST))
        .with_state(stage)
        .layer(from_fn(move |request: Request, next: Next| async move {
            let refused = refuse(request.headers(), address);
            let mut response = match refused {
                Some(why) => (StatusCode::FORBIDDEN, Json(json!({"error": why}))).into_response(),
                None => next.run(request).await,
            };
            let fixed = HEADERS.map(|(name, value)| (name, HeaderValue::from_static(value)));
            response.headers_mut().extend(fixed);
            response
        }))
}

/// Why a request is not answered, if it is not.
fn refuse(headers: &HeaderMap, address: IpAddr) -> Option<&'static str> {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text(header::HOST).unwrap_or_default();
    if !leads_here(host, address) {
        return Some("open the preview by an address or as `localhost`: other sites can make other names lead here");
    }
    let same = |origin: &str| origin.strip_prefix("http://").is_some_and(|origin| origin.eq_ignore_ascii_case(host));
    let elsewhere = text(header::ORIGIN).is_some_and(|origin| !same(origin));
    // Whoever follows a link to the page sees it whole, and the site that the link was on sees nothing of it.
    let visit = text(HeaderName::from_static("sec-fetch-dest")) == Some("document");
    let site = text(HeaderName::from_static("sec-fetch-site"));
    let foreign = site.is_some_and(|site| !matches!(site, "same-origin" | "none")) && !visit;
    (elsewhere || foreign).then_some("other sites may not use the preview")
}

/// Whether a `Host` header names this machine by something that no other site can make lead here: an address or `localhost`. On
/// loopback, one of loopback.
fn leads_here(host: &str, address: IpAddr) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => host,
    };
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.parse::<IpAddr>().is_ok_and(|named| named.is_loopback() || !address.is_loopback())
}

/// The commands as they are registered, and the languages to choose from: Discord's, and those that only a server can be set to.
async fn commands() -> Response {
    let ours = SPOKEN.iter().copied().filter(|tag| *tag != "en" && locales().all(|locale| locale != *tag));
    let offered = std::iter::once("en-US").chain(locales()).map(|tag| json!({"tag": tag, "discord": true}));
    let offered: Vec<Value> = offered.chain(ours.map(|tag| json!({"tag": tag, "discord": false}))).collect();
    match registered(true) {
        Ok(commands) => Json(json!({"commands": commands, "locales": offered})).into_response(),
        Err(error) => failed(&error.to_string()),
    }
}

async fn scene(State(stage): State<Arc<Stage>>, Path(after): Path<u64>) -> Json<Scene> {
    Json(stage.after(after).await)
}

async fn entry(State(stage): State<Arc<Stage>>, Path(id): Path<String>) -> Response {
    match stage.good().and_then(|good| find(&good, &id)) {
        Some(entry) => Json(entry).into_response(),
        None => (StatusCode::NOT_FOUND, Json(json!({"error": "no entry has this id"}))).into_response(),
    }
}

/// Answers what is done on the page with what Discord would be sent, and with what lies behind it.
async fn interact(State(stage): State<Arc<Stage>>, Json(deed): Json<Deed>) -> Response {
    let Some(good) = stage.good() else {
        let why = "no fact base to answer from yet: the faults say what is wrong";
        return (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"error": why}))).into_response();
    };
    let answered = tokio::task::spawn_blocking(move || {
        let reader = deed.reader();
        let (interaction, request) = deed
            .interaction()
            .map_err(|error| (StatusCode::BAD_REQUEST, Wording::of(&reader.language).message(&error.0)))?;
        let cannot = |error: serde_json::Error| (StatusCode::BAD_REQUEST, error.to_string());
        let interaction: Interaction = serde_json::from_value(interaction).map_err(cannot)?;
        let (response, files) = written(&good.desk.reply(&interaction)).map_err(cannot)?;
        let behind = request.map(|request| behind(&good, &reader, &request));
        Ok::<Value, (StatusCode, String)>(json!({"response": response, "behind": behind, "files": files}))
    });
    match answered.await {
        Ok(Ok(answer)) => Json(answer).into_response(),
        Ok(Err((status, why))) => (status, Json(json!({"error": why}))).into_response(),
        Err(_) => failed("a fault in Casebook; its place is in the terminal"),
    }
}

/// A response as JSON, and the files that go with it, as data by their names.
fn written(reply: &Reply) -> serde_json::Result<(Value, Value)> {
    let mut response = serde_json::to_value(&reply.response)?;
    let mut files = json!({});
    let picture = reply.picture.as_ref().and_then(|picture| Some((picture.png().ok()?, &picture.alt)));
    if let (Some((png, alt)), Some(message)) = (picture, response.get_mut("data")) {
        embed::add_picture(message, alt);
        files[embed::PICTURE] = json!(format!("data:image/png;base64,{}", STANDARD.encode(png)));
    }
    Ok((response, files))
}

fn failed(why: &str) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({"error": why}))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_no_other_site_can_take_lead_here() {
        let loopback: IpAddr = "127.0.0.1".parse().unwrap();
        for host in ["127.0.0.1:80", "localhost:1", "LOCALHOST", "[::1]:8080", "127.9.9.9"] {
            assert!(leads_here(host, loopback), "{host}");
        }
        for host in
            ["", "evil.example", "localhost.evil.example:80", "192.168.0.1:80", "127.0.0.1.evil.example", "[::1"]
        {
            assert!(!leads_here(host, loopback), "{host}");
        }
        let all: IpAddr = "0.0.0.0".parse().unwrap();
        assert!(leads_here("192.168.0.1:80", all) && !leads_here("evil.example:80", all));
    }
}
