//! What Discord says when it declines a call.
//!
//! It owns the reading of its body and headers, and what of them may be logged. What is done about it is left to `rest`.

use std::time::Duration;

use serde::{Deserialize, Deserializer};
use serenity::http::{DiscordJsonSingleError, deserialize_errors};

/// How many refused fields are named in the log.
const MOST_FIELDS: usize = 3;
/// How many characters of a refusal's words are kept for the log.
const MOST_WORDS: usize = 200;

/// Why a call was declined.
pub(super) struct Refusal {
    /// Discord's own code, 0 when there was none.
    pub(super) code: i64,
    /// Discord's own words, on one line.
    pub(super) message: String,
    /// The fields that it does not take, each with Discord's words; empty when it names none.
    pub(super) fields: String,
    /// How long to wait before the next attempt, where Discord says so.
    pub(super) wait: Option<Duration>,
}

impl Refusal {
    /// Reads it from a response that is none of success.
    pub(super) async fn read(response: reqwest::Response) -> Self {
        let told = told_wait(response.headers());
        let bytes = response.bytes().await.unwrap_or_default();
        let Raw { code, message, errors, retry_after } = serde_json::from_slice(&bytes).unwrap_or_default();
        let wait = retry_after.and_then(seconds).or(told);
        Self { code, message: printable(&message), fields: name_fields(&errors), wait }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Raw {
    code: i64,
    message: String,
    #[serde(deserialize_with = "read_errors")]
    errors: Vec<DiscordJsonSingleError>,
    retry_after: Option<f64>,
}

/// The fields that Discord does not take. Their values are left out: they are ours, and may quote a question.
fn name_fields(errors: &[DiscordJsonSingleError]) -> String {
    let name = |error: &DiscordJsonSingleError| format!("{}: {}", printable(&error.path), printable(&error.message));
    let mut named: Vec<String> = errors.iter().take(MOST_FIELDS).map(name).collect();
    if errors.len() > MOST_FIELDS {
        named.push(format!("and {} more", errors.len() - MOST_FIELDS));
    }
    if named.is_empty() { String::new() } else { format!("; {}", named.join("; ")) }
}

/// Discord's words on one line, without what they quote and not too many of them.
fn printable(words: &str) -> String {
    let unquoted = words.split('"').step_by(2).collect::<Vec<_>>().join("…");
    unquoted.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_WORDS).collect()
}

/// The refused fields; none when they are told in another way than is known, because the rest of a refusal counts more.
fn read_errors<'de, D: Deserializer<'de>>(value: D) -> Result<Vec<DiscordJsonSingleError>, D::Error> {
    Ok(deserialize_errors(serde_json::Value::deserialize(value)?).unwrap_or_default())
}

fn told_wait(headers: &reqwest::header::HeaderMap) -> Option<Duration> {
    headers.get("retry-after")?.to_str().ok()?.parse().ok().and_then(seconds)
}

fn seconds(count: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(count).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(errors: &serde_json::Value) -> (String, i64) {
        let body = json!({"message": "Invalid Form Body", "code": 50035, "errors": errors});
        let refusal: Raw = serde_json::from_value(body).unwrap();
        (name_fields(&refusal.errors), refusal.code)
    }

    #[test]
    fn a_refused_field_is_named_without_its_value_and_on_one_line() {
        let fault = |message: &str| json!({"_errors": [{"code": "C", "message": message}]});
        let errors =
            json!({"data": {"flags": fault("Value \"a question\" is not int."), "content": fault("Two\nlines")}});
        let (fields, _) = fields(&errors);
        assert_eq!(fields, "; data.content: Two lines; data.flags: Value … is not int.");
    }

    #[test]
    fn a_refusal_in_an_unknown_form_keeps_its_code() {
        for errors in [json!(null), json!([]), json!("text"), json!({"data": ["C"]}), json!({"_errors": [{}]})] {
            assert_eq!(fields(&errors), (String::new(), 50035), "{errors}");
        }
    }
}
