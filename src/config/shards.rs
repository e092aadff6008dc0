//! Which shards of the gateway a process runs.
//!
//! Owns `[discord] shards`. How many Discord asks for is asked at the start, by `transport`.

use anyhow::bail;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// Some of the shards, numbered from 0; each gets the interactions of its share of the servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shards {
    /// The first one of this process.
    pub first: u32,
    /// The last one of this process.
    pub last: u32,
    /// How many there are in all processes together.
    pub total: u32,
}

impl Shards {
    /// All of so many; at least one.
    pub fn all(total: u32) -> Self {
        let total = total.max(1);
        Self { first: 0, last: total - 1, total }
    }

    /// How many this process runs.
    pub fn count(self) -> u32 {
        self.last - self.first + 1
    }

    /// Those of a further process with the same settings: each, from 0, runs the shards behind those of the one before it.
    /// The last one may have fewer.
    ///
    /// # Errors
    /// When none are left for it.
    pub fn of_process(self, process: u32) -> anyhow::Result<Self> {
        let behind = u64::from(process) * u64::from(self.count());
        let first = u32::try_from(u64::from(self.first) + behind).ok().filter(|first| *first < self.total);
        let Some(first) = first else {
            bail!("CASEBOOK_PROCESS is {process}, for which `shards` leave none of {}", self.total);
        };
        Ok(Self { first, last: first.saturating_add(self.count() - 1).min(self.total - 1), total: self.total })
    }
}

/// Refused while the file is read: only then is the line known.
pub(super) fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Shards>, D::Error> {
    let shards = Shards::deserialize(value)?;
    if shards.first > shards.last || shards.last >= shards.total {
        let refusal = "`shards` are numbered from 0 to one less than `total`, and `first` does not come after `last`";
        return Err(D::Error::custom(refusal));
    }
    Ok(Some(shards))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;

    #[test]
    fn a_range_is_read_or_refused_with_its_line() {
        let parse = |shards: &str| {
            Config::parse(&format!("[discord]\nshards = {shards}"), Path::new("")).map(|config| config.shards)
        };
        let some = Shards { first: 1, last: 2, total: 4 };
        assert_eq!(parse("{ first = 1, last = 2, total = 4 }").unwrap(), Some(some));
        assert_eq!((some.count(), Shards::all(3).count(), Shards::all(0).count()), (2, 3, 1));
        for odd in [
            "{ first = 2, last = 1, total = 4 }",
            "{ first = 0, last = 4, total = 4 }",
            "{ first = 0, last = 0, total = 0 }",
        ] {
            let error = format!("{:#}", parse(odd).unwrap_err());
            assert!(error.contains("line 2: `shards` are numbered from 0"), "{error}");
        }
        assert!(format!("{:#}", parse("{ first = 0, last = 0 }").unwrap_err()).contains("missing field `total`"));
    }

    #[test]
    fn processes_with_the_same_settings_share_the_shards() {
        let all = Shards { first: 0, last: 3, total: 10 };
        let of = |process| all.of_process(process).map(|shards| (shards.first, shards.last)).ok();
        assert_eq!([of(0), of(1), of(2)], [Some((0, 3)), Some((4, 7)), Some((8, 9))]);
        assert_eq!((of(3), of(u32::MAX)), (None, None));
    }
}
