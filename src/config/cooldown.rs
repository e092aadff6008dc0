//! How much may be asked before somebody has to wait.
//!
//! Owns `[discord.cooldown]`. The counting is left to [`crate::transport`].

use std::num::{NonZeroU16, NonZeroU32};

use serde::Deserialize;

/// What is allowed before somebody has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cooldown {
    /// To one user, wherever.
    pub user: Allowance,
    /// In one channel, to all together.
    pub channel: Allowance,
}

/// So many requests in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// Commands, and presses of buttons and menus.
    pub requests: NonZeroU32,
    /// In how many seconds.
    pub seconds: NonZeroU16,
}

impl Cooldown {
    /// As good as everything is allowed.
    pub const NONE: Self = {
        let any = Allowance { requests: NonZeroU32::MAX, seconds: NonZeroU16::MIN };
        Self { user: any, channel: any }
    };
}

/// More than a person reads, less than a script asks. A channel in which several read together has more.
impl Default for Cooldown {
    fn default() -> Self {
        let minute = |requests| Allowance { requests, seconds: MINUTE };
        Self { user: minute(OF_USER), channel: minute(OF_CHANNEL) }
    }
}

const MINUTE: NonZeroU16 = NonZeroU16::new(60).unwrap();
const OF_USER: NonZeroU32 = NonZeroU32::new(30).unwrap();
const OF_CHANNEL: NonZeroU32 = NonZeroU32::new(120).unwrap();

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;

    #[test]
    fn an_allowance_is_read_or_refused_with_its_line() {
        let parse = |text: &str| Config::parse(text, Path::new("")).map(|config| config.cooldown);
        assert_eq!(parse("").unwrap(), Cooldown::default());
        let set = parse("[discord.cooldown]\nuser = { requests = 5, seconds = 20 }").unwrap();
        assert_eq!((set.user.requests.get(), set.user.seconds.get()), (5, 20));
        assert_eq!(set.channel, Cooldown::default().channel);
        let error = |text: &str| format!("{:#}", parse(&format!("[discord.cooldown]\n{text}")).unwrap_err());
        assert!(error("user = { requests = 0, seconds = 20 }").contains("line 2: invalid value: integer `0`"));
        assert!(error("\nuser = { requests = 5 }").contains("line 3: missing field `seconds`"));
        assert!(error("users = { requests = 5, seconds = 1 }").contains("line 2: unknown field `users`"));
        assert!(error("user = 5").contains("line 2"));
    }
}
