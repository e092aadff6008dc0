//! The settings of single servers: which collections they see.
//!
//! Owns `[discord.servers.<id>]`. What a collection holds is left to [`crate::knowledge`].

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;
use std::path::PathBuf;

use anyhow::bail;
use serde::Deserialize;
use toml::Spanned;

use super::line_of;
use crate::suggestion::nearest;

/// The settings of single servers.
#[derive(Debug, Default)]
pub struct Servers {
    /// The file that they were read from, for messages.
    pub(super) file: PathBuf,
    /// The collections that a server is limited to, each with its line.
    collections: BTreeMap<NonZeroU64, Vec<(String, usize)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawServer {
    collections: Spanned<Vec<Spanned<String>>>,
}

impl Servers {
    pub(super) fn parse(raw: BTreeMap<Spanned<String>, RawServer>, text: &str) -> anyhow::Result<Self> {
        let mut collections = BTreeMap::new();
        for (key, server) in raw {
            // A zero before it would make two keys of one server.
            let id = key.get_ref().parse().ok().filter(|id: &NonZeroU64| id.to_string() == *key.get_ref());
            let Some(id) = id else {
                let (line, id) = (line_of(text, key.span().start), key.get_ref());
                bail!("line {line}: `{id}` is not the id of a server, which is a number such as 123456789012345678");
            };
            if server.collections.get_ref().is_empty() {
                let line = line_of(text, server.collections.span().start);
                bail!(
                    "line {line}: `collections` is empty; name what the server sees, or leave the server out to show all"
                );
            }
            let named = server.collections.into_inner().into_iter();
            let placed = named.map(|name| (name.get_ref().clone(), line_of(text, name.span().start)));
            collections.insert(id, placed.collect());
        }
        Ok(Self { file: PathBuf::new(), collections })
    }

    /// The collections that each of these servers sees.
    ///
    /// # Errors
    /// When the fact base, whose collections are `known`, does not have one of them.
    pub fn limits(&self, known: &[Box<str>]) -> anyhow::Result<BTreeMap<NonZeroU64, BTreeSet<String>>> {
        for (name, line) in self.collections.values().flatten() {
            if !known.iter().any(|known| **known == **name) {
                let place = format!("in {}: line {line}", self.file.display());
                return Err(unknown_collection(name, known).context(place));
            }
        }
        let names = |named: &[(String, usize)]| named.iter().map(|(name, _)| name.clone()).collect();
        Ok(self.collections.iter().map(|(server, named)| (*server, names(named))).collect())
    }
}

/// What to say of a collection that the fact base does not have.
pub fn unknown_collection(name: &str, known: &[Box<str>]) -> anyhow::Error {
    let known = || known.iter().map(|name| &**name);
    let help = match nearest(name, known()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if known().next().is_none() => "its files lie in no folders".to_owned(),
        None => format!("it has {}", known().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    };
    anyhow::anyhow!("the fact base has no collection `{name}`; {help}")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;

    fn parse(text: &str) -> anyhow::Result<Config> {
        Config::parse(text, Path::new("/etc/casebook"))
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_its_line() {
        let error = |text: &str| format!("{:#}", parse(&format!("[discord.servers.{text}")).unwrap_err());
        assert!(error("our-group]\ncollections = ['a']").contains("line 1: `our-group` is not the id of a server"));
        assert!(error("07]\ncollections = ['a']").contains("line 1: `07` is not the id of a server"));
        assert!(error("0]\ncollections = ['a']").contains("line 1: `0` is not the id of a server"));
        assert!(error("7]\ncollections = []").contains("line 2: `collections` is empty"));
        assert!(error("7]\ncolections = ['a']").contains("line 2: unknown field `colections`"));
        assert!(error("7]").contains("missing field `collections`"));
    }

    #[test]
    fn a_server_may_see_only_collections_that_there_are() {
        let config = parse("[discord.servers.7]\ncollections = ['baltic', 'caucasus']").unwrap();
        let known = |names: &[&str]| names.iter().map(|name| (*name).into()).collect::<Vec<Box<str>>>();
        let limits = config.servers.limits(&known(&["baltic", "caucasus", "sahel"])).unwrap();
        let seen: Vec<&str> = limits[&NonZeroU64::new(7).unwrap()].iter().map(String::as_str).collect();
        assert_eq!(seen, ["baltic", "caucasus"]);
        let refused = |names: &[&str]| format!("{:#}", config.servers.limits(&known(names)).unwrap_err());
        let meant = refused(&["baltics", "caucasus"]);
        assert!(meant.contains("line 2: the fact base has no collection `baltic`; did you mean `baltics`?"), "{meant}");
        assert!(refused(&["sahel"]).contains("it has `sahel`"));
    }
}
