//! Requests as Discord makes them to the HTTP endpoint, signed or otherwise.

use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use ed25519_dalek::{Signer as _, SigningKey};
use reqwest::{Client, Response};

/// The key with which the tests' Discord signs.
pub(crate) fn key() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

/// Hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// The lines of a configuration that make an endpoint of a bot.
pub(crate) fn settings(public_key: &str, listen: &str) -> String {
    format!("[http]\nlisten = {listen:?}\npublic_key = {public_key:?}\n")
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// The two headers of a body that was signed at a time.
pub(crate) fn signed(key: &SigningKey, timestamp: &str, body: &[u8]) -> Vec<(&'static str, String)> {
    let signature = key.sign(&[timestamp.as_bytes(), body].concat());
    vec![("x-signature-ed25519", hex(&signature.to_bytes())), ("x-signature-timestamp", timestamp.to_owned())]
}

/// One who makes requests to a bot.
#[derive(Clone)]
pub(crate) struct Caller {
    /// Where the bot listens.
    pub(crate) address: SocketAddr,
    client: Client,
}

impl Caller {
    /// Of the bot at an address.
    pub(crate) fn of(address: SocketAddr) -> Self {
        Self { address, client: Client::builder().no_proxy().build().unwrap() }
    }

    /// Asks for a path.
    pub(crate) async fn get(&self, path: &str) -> Response {
        self.client.get(format!("http://{}{path}", self.address)).send().await.unwrap()
    }

    /// Sends a body to the endpoint, as it should be.
    pub(crate) async fn post(&self, body: impl Into<Vec<u8>>) -> Response {
        let body = body.into();
        let headers = signed(&key(), &now().to_string(), &body);
        self.post_with(&headers, body).await
    }

    /// Sends a body with these headers.
    pub(crate) async fn post_with(&self, headers: &[(&str, String)], body: Vec<u8>) -> Response {
        let request = self.client.post(format!("http://{}/interactions", self.address)).body(body);
        headers.iter().fold(request, |request, (name, value)| request.header(*name, value)).send().await.unwrap()
    }
}
