//! Bodies of calls: JSON, or JSON with files beside it in `multipart/form-data`.
//!
//! It owns what Discord takes of the two: <https://docs.discord.com/developers/reference#uploading-files>.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::HeaderMap;
use serde_json::Value;

use super::Shared;

/// The longest description of a file, in UTF-16 units.
const DESCRIPTION: usize = 1024;

/// The most that all files of a message hold where nobody has paid for more, in bytes.
const SIZE: usize = 10 << 20;

/// Reads a body, and the files that came with it.
pub(super) async fn read(shared: &Shared, path: &str, headers: &HeaderMap, body: Bytes) -> (Value, Vec<Vec<u8>>) {
    if body.is_empty() {
        return (Value::Null, Vec::new());
    }
    let kind = headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        return parts(shared, path, kind, body).await;
    }
    if kind != "application/json" {
        shared.fault(format!("{path}: a body that does not say that it is JSON"));
    }
    let body = json(shared, path, &body);
    let message = if body["data"].is_object() { &body["data"] } else { &body };
    check(shared, path, message, &[]);
    (body, Vec::new())
}

async fn parts(shared: &Shared, path: &str, kind: &str, body: Bytes) -> (Value, Vec<Vec<u8>>) {
    let request = Request::builder().header("content-type", kind).body(Body::from(body)).unwrap();
    let mut form = Multipart::from_request(request, &()).await.unwrap();
    let (mut payload, mut files) = (Value::Null, Vec::new());
    while let Some(part) = form.next_field().await.unwrap() {
        let name = part.name().unwrap_or_default().to_owned();
        let (file, kind) = (part.file_name().map(ToOwned::to_owned), part.content_type().map(ToOwned::to_owned));
        let bytes = part.bytes().await.unwrap();
        if name == "payload_json" {
            payload = json(shared, path, &bytes);
        } else if name == format!("files[{}]", files.len()) && kind.as_deref() == Some("image/png") {
            files.push((file.unwrap_or_default(), bytes.to_vec()));
        } else {
            shared.fault(format!("{path}: a part {name:?} of kind {kind:?}"));
        }
    }
    let message = if payload["data"].is_object() { payload["data"].clone() } else { payload.clone() };
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    check(shared, path, &message, &names);
    if files.is_empty() || files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > SIZE {
        shared.fault(format!("{path}: no files, or too much in them"));
    }
    (payload, files.into_iter().map(|(_, bytes)| bytes).collect())
}

/// Each file is named as an attachment, with words for those who do not see it, and each embed shows one that is there.
fn check(shared: &Shared, path: &str, message: &Value, files: &[&str]) {
    let attachments = message["attachments"].as_array().cloned().unwrap_or_default();
    let named: Vec<&str> = attachments.iter().filter_map(|one| one["filename"].as_str()).collect();
    let in_place = attachments.iter().zip(0..).all(|(one, id)| one["id"].as_str() == Some(&*format!("{id}")));
    if named != files || !in_place {
        shared.fault(format!("{path}: the attachments {named:?} are not the files {files:?}"));
    }
    for attachment in &attachments {
        let words = attachment["description"].as_str().unwrap_or_default();
        if words.is_empty() || words.encode_utf16().count() > DESCRIPTION {
            shared.fault(format!("{path}: a description of no length that Discord takes: {words:?}"));
        }
    }
    for embed in message["embeds"].as_array().into_iter().flatten() {
        let url = embed["image"]["url"].as_str();
        if url.is_some_and(|url| !files.iter().any(|file| url == format!("attachment://{file}"))) {
            shared.fault(format!("{path}: an embed shows {url:?}, which is not among the files {files:?}"));
        }
    }
}

fn json(shared: &Shared, path: &str, bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| {
        shared.fault(format!("{path}: a body that is not JSON: {error}"));
        Value::Null
    })
}
