//! The REST side of the stand-in: who may call what, and whether the body is one that Discord would take.
//!
//! Every body is held against Discord's schema and limits. A fault is noted, which fails the test, and answered with 400, as
//! Discord would.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::script::{APPLICATION, Call, Event, TOKEN};
use super::{Shared, limits, schema};

/// The schema of an edit of the first response.
const EDIT: &str = "IncomingWebhookUpdateRequestPartial";

/// Takes any call, notes it, and answers it.
pub(super) async fn take(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = uri.path();
    let known = path.strip_prefix("/api/v10");
    if known.is_none() {
        shared.fault(format!("{method} {path} is not under /api/v10"));
    }
    let path = known.unwrap_or(path);
    let body = read_body(&shared, path, &headers, &body);
    let refusal = shared.script().take_refusal(method.as_str(), path);
    let outcome = if !may_call(path, &headers) {
        Some((401, json!({"message": "401: Unauthorized", "code": 0})))
    } else if let Some(refusal) = refusal {
        refusal.answer
    } else {
        Some(answer(&shared, method.as_str(), path, uri.query().unwrap_or_default(), &body))
    };
    let status = outcome.as_ref().map_or(0, |(status, _)| *status);
    shared.note(Event::Call(Call { method: method.to_string(), path: path.to_owned(), body, status }));
    let Some((status, answer)) = outcome else {
        return std::future::pending().await;
    };
    let status = StatusCode::from_u16(status).unwrap();
    if status == StatusCode::NO_CONTENT {
        return status.into_response();
    }
    (status, axum::Json(answer)).into_response()
}

fn read_body(shared: &Shared, path: &str, headers: &HeaderMap, body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    if headers.get("content-type").is_none_or(|kind| kind != "application/json") {
        shared.fault(format!("{path}: a body that does not say that it is JSON"));
    }
    serde_json::from_slice(body).unwrap_or_else(|error| {
        shared.fault(format!("{path}: a body that is not JSON: {error}"));
        Value::Null
    })
}

/// Responses to interactions carry their own token in the path; everything else needs the bot's.
fn may_call(path: &str, headers: &HeaderMap) -> bool {
    let authorised = headers.get("authorization").is_some_and(|value| value == format!("Bot {TOKEN}").as_str());
    authorised || path.starts_with("/interactions/") || path.starts_with("/webhooks/")
}

fn answer(shared: &Shared, method: &str, path: &str, query: &str, body: &Value) -> (u16, Value) {
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    match (method, segments.as_slice()) {
        ("GET", ["gateway"]) => (200, json!({"url": shared.socket_url()})),
        ("GET", ["gateway", "bot"]) => answer_gateway(shared),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => (200, application()),
        ("GET", ["applications", APPLICATION, "commands"] | ["applications", APPLICATION, "guilds", _, "commands"]) => {
            let kept = shared.script().commands.get(path).cloned().unwrap_or_else(|| json!([]));
            let localised = query.split('&').any(|part| part == "with_localizations=true");
            (200, if localised { kept } else { without_localisations(kept) })
        }
        ("PUT", ["applications", APPLICATION, "commands"] | ["applications", APPLICATION, "guilds", _, "commands"]) => {
            register(shared, path, body)
        }
        ("POST", ["interactions", id, token, "callback"]) => take_callback(shared, id, token, body),
        ("POST", ["webhooks", APPLICATION, token]) => {
            take_message(shared, token, "IncomingWebhookRequestPartial", body)
        }
        ("PATCH", ["webhooks", APPLICATION, token, "messages", "@original"]) => take_message(shared, token, EDIT, body),
        ("DELETE", ["webhooks", APPLICATION, token, "messages", "@original"]) if shared.was_answered(token) => {
            (204, Value::Null)
        }
        _ => {
            shared.fault(format!("{method} {path} is not a call that Discord knows"));
            (404, json!({"message": "404: Not Found", "code": 0}))
        }
    }
}

fn answer_gateway(shared: &Shared) -> (u16, Value) {
    let script = shared.script();
    let limit =
        json!({"total": 1000, "remaining": script.sessions_left, "reset_after": 7_200_000, "max_concurrency": 1});
    let welcome = json!({"url": shared.socket_url(), "shards": script.shards, "session_start_limit": limit});
    (200, welcome)
}

fn application() -> Value {
    json!({"id": APPLICATION, "name": "Casebook", "description": "", "bot_public": true, "flags": 0})
}

/// Keeps the commands as Discord does: with ids, in an order of its own, and without what is false.
fn register(shared: &Shared, path: &str, body: &Value) -> (u16, Value) {
    let mut faults: Vec<String> = body.as_array().map_or_else(
        || vec!["the commands are not a list".to_owned()],
        |commands| {
            commands.iter().flat_map(|command| schema::faults("ApplicationCommandUpdateRequest", command)).collect()
        },
    );
    faults.extend(limits::commands(body));
    let placed = |command: &Value| ["integration_types", "contexts"].iter().any(|key| !command[*key].is_null());
    if path.contains("/guilds/") && body.as_array().is_some_and(|commands| commands.iter().any(placed)) {
        faults.push("a command of one server that says where it is found".to_owned());
    }
    if shared.faults(path, faults) {
        return invalid();
    }
    let mut commands = body.as_array().cloned().unwrap_or_default();
    for (number, command) in commands.iter_mut().enumerate() {
        command["id"] = json!(format!("20000000000000000{number:02}"));
        command["application_id"] = json!(APPLICATION);
        command["version"] = json!("3000000000000000000");
        for key in LOCALISATIONS {
            command.as_object_mut().unwrap().entry(key).or_insert(Value::Null);
        }
        for option in command["options"].as_array_mut().into_iter().flatten() {
            option.as_object_mut().unwrap().retain(|_, value| *value != json!(false) && !value.is_null());
        }
    }
    commands.reverse();
    shared.script().commands.insert(path.to_owned(), json!(commands));
    (200, json!(commands))
}

/// What Discord leaves out of commands and options unless it is asked for.
const LOCALISATIONS: [&str; 2] = ["name_localizations", "description_localizations"];

fn without_localisations(mut commands: Value) -> Value {
    let bare = |part: &mut Value| part.as_object_mut().unwrap().retain(|key, _| !LOCALISATIONS.contains(&key.as_str()));
    for command in commands.as_array_mut().into_iter().flatten() {
        bare(command);
        command["options"].as_array_mut().into_iter().flatten().for_each(bare);
    }
    commands
}

/// Takes the first response to an interaction, whichever way it came.
pub(super) fn take_callback(shared: &Shared, id: &str, token: &str, body: &Value) -> (u16, Value) {
    let Some(asked) = shared.asked(id, token) else {
        shared.fault(format!("a callback for {id}, which was never sent with that token"));
        return (404, json!({"message": "Unknown interaction", "code": 10062}));
    };
    let kind = body["type"].as_u64().unwrap_or_default();
    let mut faults = match (asked, kind) {
        (4, 8) => limits::choices(&body["data"]),
        (2, 4) | (3, 4 | 7) => limits::message(&body["data"]),
        (2 | 3, 5) | (3, 6) => limits::deferral(&body["data"]),
        _ => vec![format!("a callback of type {kind} to an interaction of type {asked}")],
    };
    if kind == 7 && !body["data"]["flags"].is_null() {
        faults.push("an update that would change who sees the message".to_owned());
    }
    match kind {
        4 | 5 => faults.extend(schema::faults("CreateMessageInteractionCallbackRequest", body)),
        6 | 7 => faults.extend(schema::faults("UpdateMessageInteractionCallbackRequest", body)),
        8 => faults.extend(schema::faults("ApplicationCommandAutocompleteCallbackRequest", body)),
        _ => {}
    }
    if shared.faults("callback", faults) {
        return invalid();
    }
    if !shared.answer(id) {
        shared.fault(format!("a second callback for {id}"));
        return (400, json!({"message": "Interaction has already been acknowledged.", "code": 40060}));
    }
    (204, Value::Null)
}

fn take_message(shared: &Shared, token: &str, root: &str, body: &Value) -> (u16, Value) {
    let mut faults = schema::faults(root, body);
    faults.extend(limits::message(body));
    if !shared.was_answered(token) {
        faults.push("a message for an interaction that had no first response".to_owned());
    }
    if root == EDIT && !body["flags"].is_null() {
        faults.push("an edit that would change who sees the message".to_owned());
    }
    if shared.faults(root, faults) { invalid() } else { (200, json!({"id": "4000000000000000000"})) }
}

fn invalid() -> (u16, Value) {
    (400, json!({"message": "Invalid Form Body", "code": 50035, "errors": {}}))
}
