//! Where the bot listens, and for what: `[http]`, and which of the transports brings the interactions.
//!
//! Owns the settings. What is served there is left to `transport`.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::bail;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// Where interactions are listened for when nothing is set: on this machine alone.
const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// Where to find the key, for messages.
const WHERE: &str =
    "copy `Public Key` from the page General Information of the application in Discord's developer portal";

/// How interactions come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transport {
    /// Over a socket that the bot opens.
    #[default]
    Gateway,
    /// In requests that Discord makes, signed with the application's key.
    Http(PublicKey),
}

/// The key with which Discord signs: 32 bytes, not yet known to be a point of the curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 32]);

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum RawTransport {
    #[default]
    Gateway,
    Http,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawHttp {
    listen: Option<SocketAddr>,
    #[serde(deserialize_with = "public_key")]
    public_key: Option<PublicKey>,
}

/// How interactions come in, and where is listened for them, or for those who ask after the bot's health; nowhere where the
/// gateway needs no such place and none is set.
///
/// # Errors
/// When interactions are to come in requests, and there is no key to check them by.
pub(super) fn read(transport: RawTransport, http: &RawHttp) -> anyhow::Result<(Transport, Option<SocketAddr>)> {
    match (transport, http.public_key) {
        (RawTransport::Gateway, _) => Ok((Transport::Gateway, http.listen)),
        (RawTransport::Http, Some(key)) => Ok((Transport::Http(key), Some(http.listen.unwrap_or(DEFAULT_LISTEN)))),
        (RawTransport::Http, None) => {
            bail!("`transport = \"http\"` needs `public_key` under `[http]`; {WHERE}")
        }
    }
}

/// An empty text is no key, so that it can be left to be filled in.
fn public_key<'de, D: Deserializer<'de>>(value: D) -> Result<Option<PublicKey>, D::Error> {
    let text = String::deserialize(value)?;
    let digits = text.trim();
    if digits.is_empty() {
        return Ok(None);
    }
    let key = read_hex(digits).map(PublicKey);
    key.map(Some).ok_or_else(|| D::Error::custom(format!("`public_key` must have 64 hexadecimal digits; {WHERE}")))
}

/// Bytes that are written in hexadecimal digits; none where there are more or fewer of them, or something else.
pub fn read_hex<const N: usize>(digits: &str) -> Option<[u8; N]> {
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        let digit = |at: usize| char::from(*pair.get(at)?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(0)? << 4 | digit(1)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;

    const KEY: &str = "67c6bd767ca099e79efac9fcce4d2022a63bf7dea780e7f3d813f694c1597089";

    fn parse(text: &str) -> anyhow::Result<Config> {
        Config::parse(text, Path::new(""))
    }

    #[test]
    fn the_gateway_listens_nowhere_unless_told_and_the_endpoint_always() {
        let of = |text: &str| parse(text).map(|config| (config.transport, config.listen)).unwrap();
        assert_eq!(of(""), (Transport::Gateway, None));
        let local = Some("127.0.0.1:8080".parse().unwrap());
        assert_eq!(of("[http]\nlisten = '127.0.0.1:8080'\npublic_key = ''"), (Transport::Gateway, local));
        let (transport, listen) = of(&format!("[discord]\ntransport = 'http'\n[http]\npublic_key = ' {KEY} '"));
        let Transport::Http(PublicKey(key)) = transport else { panic!("{transport:?}") };
        assert_eq!((key[0], key[31], listen), (0x67, 0x89, local));
    }

    #[test]
    fn what_is_no_key_is_refused_with_its_line() {
        let error = |text: &str| format!("{:#}", parse(text).unwrap_err());
        assert!(error("[discord]\ntransport = 'http'").contains("needs `public_key` under `[http]`"));
        assert!(error("[http]\npublic_key = 'abc'").contains("line 2: `public_key` must have 64 hexadecimal digits"));
        let foreign = KEY.replace('6', "é");
        assert!(error(&format!("[http]\npublic_key = '{foreign}'")).contains("line 2"));
        assert!(error("[http]\nlisten = 'here'").contains("line 2"));
    }

    #[test]
    fn hexadecimal_digits_are_read_in_either_case_and_nothing_else_is() {
        assert_eq!(read_hex("00fF1a"), Some([0, 255, 26]));
        for odd in ["", "0", "00fF1", "00fF1a0", "00fF1g", "00 f1a", "+0fF1a"] {
            assert_eq!(read_hex::<3>(odd), None, "{odd}");
        }
    }
}
