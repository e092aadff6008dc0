//! Settings: the configuration file and the environment, read here and nowhere else.
//!
//! Environment: `DISCORD_TOKEN` or `DISCORD_TOKEN_FILE`, `RUST_LOG`, `LOG_FORMAT`, `CASEBOOK_PROCESS` and `PAGER`.

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use http::{RawHttp, RawTransport};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use servers::{RawServer, Tongue};
use toml::Spanned;

mod cooldown;
mod http;
mod servers;
mod shards;

pub use cooldown::{Allowance, Cooldown};
pub use http::{PublicKey, Transport, read_hex};
pub use servers::{Pages, Servers, Settings, unknown_collection};
pub use shards::Shards;

/// Where settings are looked for when no file is named.
pub const DEFAULT_FILE: &str = "config.toml";

/// Where knowledge is looked for when no setting names a folder.
pub const DEFAULT_KNOWLEDGE: &str = "knowledge";

/// The settings.
#[derive(Debug)]
pub struct Config {
    /// The folder of the knowledge files.
    pub knowledge: PathBuf,
    /// The base of Discord's REST API, without a slash at its end.
    pub api_url: String,
    /// The one server in which commands are registered; `None`: in all.
    pub guild: Option<NonZeroU64>,
    /// How much may be asked before somebody has to wait.
    pub cooldown: Cooldown,
    /// How it behaves in each server, and elsewhere.
    pub servers: Servers,
    /// The shards of this process; `None`: all that Discord asks for.
    pub shards: Option<Shards>,
    /// How interactions come in.
    pub transport: Transport,
    /// Where is listened for them, or for those who ask after the bot's health.
    pub listen: Option<SocketAddr>,
    /// The file in which questions are kept that were not answered; `None`: none is kept.
    pub gaps: Option<PathBuf>,
}

/// What the bot needs to be on Discord.
#[derive(Debug)]
pub struct Discord {
    /// The base of Discord's REST API, without a slash at its end.
    pub api_url: String,
    /// The one server in which commands are registered; `None`: in all.
    pub guild: Option<NonZeroU64>,
    /// How much may be asked before somebody has to wait.
    pub cooldown: Cooldown,
    /// How it behaves in each server, and elsewhere.
    pub servers: Servers,
    /// The shards of this process; `None`: all that Discord asks for.
    pub shards: Option<Shards>,
    /// The bot's token.
    pub token: Token,
}

impl Discord {
    /// Discord's REST API at an address, with a token, and nothing else set.
    pub fn at(api_url: &str, token: Token) -> Self {
        let (cooldown, servers) = (Cooldown::default(), Servers::default());
        Self { api_url: api_url.to_owned(), guild: None, cooldown, servers, shards: None, token }
    }
}

/// The bot's token. It is never shown.
#[derive(Clone)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConfig {
    #[serde(default = "default_knowledge")]
    knowledge: PathBuf,
    #[serde(default)]
    discord: RawDiscord,
    #[serde(default)]
    http: RawHttp,
    gaps: Option<RawGaps>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGaps {
    file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawDiscord {
    transport: RawTransport,
    #[serde(deserialize_with = "api_url")]
    api_url: String,
    #[serde(deserialize_with = "guild")]
    guild: Option<NonZeroU64>,
    #[serde(deserialize_with = "shards::read")]
    shards: Option<Shards>,
    language: Option<Tongue>,
    private: bool,
    pages: Pages,
    cooldown: Cooldown,
    servers: BTreeMap<Spanned<String>, RawServer>,
}

impl Default for RawDiscord {
    fn default() -> Self {
        Self {
            transport: RawTransport::Gateway,
            api_url: "https://discord.com".to_owned(),
            guild: None,
            shards: None,
            language: None,
            private: false,
            pages: Pages::default(),
            cooldown: Cooldown::default(),
            servers: BTreeMap::new(),
        }
    }
}

/// Refused while the file is read, as the one below: only then is the line known.
fn api_url<'de, D: Deserializer<'de>>(value: D) -> Result<String, D::Error> {
    let url = String::deserialize(value)?;
    if !url.starts_with("https://") && !url.starts_with("http://") {
        return Err(D::Error::custom("`api_url` must start with `https://` or `http://`"));
    }
    Ok(url.trim_end_matches('/').to_owned())
}

fn guild<'de, D: Deserializer<'de>>(value: D) -> Result<Option<NonZeroU64>, D::Error> {
    let number = u64::deserialize(value)?;
    let guild = NonZeroU64::new(number);
    let refusal = "`guild` is the id of a server, and no server has the id 0; leave it out to register in all";
    guild.map(Some).ok_or_else(|| D::Error::custom(refusal))
}

fn default_knowledge() -> PathBuf {
    PathBuf::from(DEFAULT_KNOWLEDGE)
}

impl Config {
    /// Reads a configuration file. A relative folder in it counts from where the file stands.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML, or holds a setting that does not exist or cannot be used.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let shown = path.display();
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read the configuration file {shown}"))?;
        let mut config =
            Self::parse(&text, path.parent().unwrap_or(Path::new(""))).with_context(|| format!("in {shown}"))?;
        path.clone_into(&mut config.servers.file);
        Ok(config)
    }

    fn parse(text: &str, folder: &Path) -> anyhow::Result<Self> {
        let raw: RawConfig = toml::from_str(text).map_err(|error| {
            let place = error.span().map(|span| format!("line {}: ", line_of(text, span.start))).unwrap_or_default();
            anyhow::anyhow!("{place}{}", error.message())
        })?;
        let RawDiscord { transport, api_url, guild, shards, language, private, pages, cooldown, servers } = raw.discord;
        let settings = Settings { language: language.map(|tongue| tongue.0), private, pages };
        let servers = Servers::parse(settings, servers, text)?;
        let (transport, listen) = http::read(transport, &raw.http)?;
        let gaps = raw.gaps.map(|gaps| folder.join(gaps.file));
        let knowledge = folder.join(raw.knowledge);
        Ok(Self { knowledge, api_url, guild, cooldown, servers, shards, transport, listen, gaps })
    }
}

/// The line of a byte, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

impl Token {
    /// Takes the token from the environment: `DISCORD_TOKEN`, or the file that `DISCORD_TOKEN_FILE` names.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn from_environment() -> anyhow::Result<Self> {
        let token = match (variable("DISCORD_TOKEN"), variable("DISCORD_TOKEN_FILE")) {
            (Some(token), _) => token,
            (None, Some(path)) => std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read the token file {path}, named by DISCORD_TOKEN_FILE"))?,
            (None, None) => bail!("no token: set DISCORD_TOKEN, or name a file with DISCORD_TOKEN_FILE"),
        };
        Self::new(&token)
    }

    /// The token, for the one place that sends it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Takes a token as it was copied: with spaces around it, or with `Bot` before it.
    ///
    /// # Errors
    /// When it is empty or holds what no token holds.
    pub fn new(text: &str) -> anyhow::Result<Self> {
        let token = text.trim();
        let token = token.strip_prefix("Bot ").unwrap_or(token);
        if token.is_empty() || !token.chars().all(|c| c.is_ascii_graphic()) {
            bail!(
                "the token is empty or has characters that no token has; copy it again from Discord's developer portal"
            );
        }
        Ok(Self(token.to_owned()))
    }
}

/// The language of the terminal's messages, as POSIX tells it (`ru_RU.UTF-8`), without what is not a language.
///
/// Source: POSIX.1-2024, 8.2 "Internationalization Variables": the first of the three that is set counts.
pub fn terminal_language() -> Option<String> {
    let told = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable)?;
    told.split(['.', '@', '_']).next().map(ToOwned::to_owned)
}

/// Which of several processes with the same settings this is, from 0: `CASEBOOK_PROCESS`.
///
/// # Errors
/// When it is no such number.
pub fn process_number() -> anyhow::Result<u32> {
    let number = variable("CASEBOOK_PROCESS").map(|number| number.trim().parse());
    number.transpose().context("CASEBOOK_PROCESS is the number of a process, from 0").map(Option::unwrap_or_default)
}

/// How the log is written.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// What of it, in the syntax of `RUST_LOG`.
    pub filter: Option<String>,
    /// Whether as JSON, one object a line, or for people; as suits the output where nothing is set.
    pub json: Option<bool>,
}

/// The settings of the log: `RUST_LOG`, and `LOG_FORMAT`, which is `json` or `human`.
///
/// # Errors
/// When the format is another.
pub fn log_settings() -> anyhow::Result<Log> {
    let json = match variable("LOG_FORMAT").as_deref().map(str::trim) {
        None => None,
        Some("json") => Some(true),
        Some("human") => Some(false),
        Some(other) => bail!("LOG_FORMAT is `json` or `human`, not `{other}`"),
    };
    Ok(Log { filter: variable("RUST_LOG"), json })
}

/// The program that shows long texts: `PAGER`, or `less`; none where `PAGER` is set to nothing.
pub fn pager() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "set to nothing is another thing than not set")]
    let set = std::env::var("PAGER").ok();
    Some(set.unwrap_or_else(|| "less".to_owned())).filter(|pager| !pager.trim().is_empty())
}

/// A variable of the environment that is set to something.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> anyhow::Result<Config> {
        Config::parse(text, Path::new("/etc/casebook"))
    }

    #[test]
    fn an_empty_file_means_the_defaults() {
        let config = parse("").unwrap();
        assert_eq!(config.knowledge, Path::new("/etc/casebook/knowledge"));
        assert_eq!((config.api_url.as_str(), config.guild), ("https://discord.com", None));
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_its_line() {
        let error = |text: &str| format!("{:#}", parse(text).unwrap_err());
        assert!(error("\n\nknowlege = 'x'").contains("line 3: unknown field `knowlege`"));
        assert!(error("[discord]\ntransport = 'carrier pigeon'").contains("line 2"));
        assert!(error("[discord]\napi_url = 'discord.com'").contains("line 2: `api_url` must start with"));
        assert!(error("[discord]\n\nguild = 0").contains("line 3: `guild`"));
        assert!(error("[discord]\nguild = -1").contains("line 2"));
    }

    #[test]
    fn a_token_is_trimmed_and_never_shown() {
        let token = Token::new(" Bot abc.def\n").unwrap();
        assert_eq!(token.expose(), "abc.def");
        assert!(!format!("{token:?}").contains("abc"));
        assert!(Token::new(" \n").is_err() && Token::new("a b").is_err());
    }
}
