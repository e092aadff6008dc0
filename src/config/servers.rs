//! How the bot behaves in each server: which collections it sees, in which language and to whom it answers, who turns pages.
//!
//! Owns `[discord.servers.<id>]`, and the same settings under `[discord]` for all. What a collection holds is left to
//! [`crate::knowledge`].

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;
use std::path::PathBuf;

use anyhow::bail;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::line_of;
use crate::message::SPOKEN;
use crate::suggestion::nearest;

/// How the bot behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of its own words, whatever Discord says of the reader and the server.
    pub language: Option<&'static str>,
    /// Whether answers are for the asker alone where nothing is said.
    pub private: bool,
    /// Who may turn the pages of an answer that all see.
    pub pages: Pages,
}

/// Who may turn the pages of an answer that all see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pages {
    /// Whoever sees it.
    #[default]
    Anyone,
    /// The one who asked; others get a private copy.
    Asker,
}

/// The settings of all servers.
#[derive(Debug, Clone, Default)]
pub struct Servers {
    /// The file that they were read from, for messages.
    pub(super) file: PathBuf,
    /// The collections that a server is limited to, each with its line.
    collections: BTreeMap<NonZeroU64, Vec<(String, usize)>>,
    /// The settings of the servers that have some of their own.
    own: BTreeMap<NonZeroU64, Settings>,
    /// The settings everywhere else, outside servers too.
    elsewhere: Settings,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawServer {
    collections: Option<Spanned<Vec<Spanned<String>>>>,
    language: Option<Tongue>,
    private: Option<bool>,
    pages: Option<Pages>,
}

/// A language that is spoken here, by its tag.
#[derive(Clone, Copy)]
pub(super) struct Tongue(pub(super) &'static str);

/// Another one is refused while the file is read: only then is the line known.
impl<'de> Deserialize<'de> for Tongue {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let named = String::deserialize(value)?;
        let tags = || SPOKEN.map(|tag| format!("`{tag}`")).join(", ");
        let refusal = || D::Error::custom(format!("`language` must be one of {}, not `{named}`", tags()));
        SPOKEN.into_iter().find(|tag| *tag == named).map(Self).ok_or_else(refusal)
    }
}

impl Servers {
    pub(super) fn parse(
        elsewhere: Settings,
        raw: BTreeMap<Spanned<String>, RawServer>,
        text: &str,
    ) -> anyhow::Result<Self> {
        let mut servers = Self { elsewhere, ..Self::default() };
        for (key, server) in raw {
            // A zero before it would make two keys of one server.
            let id = key.get_ref().parse().ok().filter(|id: &NonZeroU64| id.to_string() == *key.get_ref());
            let Some(id) = id else {
                let (line, id) = (line_of(text, key.span().start), key.get_ref());
                bail!("line {line}: `{id}` is not the id of a server, which is a number such as 123456789012345678");
            };
            let settings = Settings {
                language: server.language.map(|tongue| tongue.0).or(elsewhere.language),
                private: server.private.unwrap_or(elsewhere.private),
                pages: server.pages.unwrap_or(elsewhere.pages),
            };
            servers.own.insert(id, settings);
            let Some(collections) = server.collections else { continue };
            if collections.get_ref().is_empty() {
                let line = line_of(text, collections.span().start);
                bail!("line {line}: `collections` is empty; name what the server sees, or leave it out to show all");
            }
            let named = collections.into_inner().into_iter();
            let placed = named.map(|name| (name.get_ref().clone(), line_of(text, name.span().start)));
            servers.collections.insert(id, placed.collect());
        }
        Ok(servers)
    }

    /// How the bot behaves in a server, or outside servers.
    pub fn settings(&self, server: Option<NonZeroU64>) -> Settings {
        server.and_then(|server| self.own.get(&server)).copied().unwrap_or(self.elsewhere)
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
        assert!(
            error("7]\nlanguage = 'de'").contains("line 2: `language` must be one of `en`, `ru`, `be`, `az`, `tr`")
        );
        assert!(error("7]\nlanguage = 7").contains("line 2"));
        assert!(error("7]\nprivate = 'yes'").contains("line 2"));
        assert!(error("7]\npages = 'nobody'").contains("line 2: unknown variant `nobody`"));
    }

    #[test]
    fn a_server_behaves_as_all_do_but_where_it_says_otherwise() {
        let all = "[discord]\nlanguage = 'ru'\nprivate = true\npages = 'asker'\n";
        let own = "language = 'az'\nprivate = false\npages = 'anyone'\n";
        let config = parse(&format!("{all}[discord.servers.7]\n{own}")).unwrap();
        let settings = |server| config.servers.settings(NonZeroU64::new(server));
        assert_eq!(settings(0), Settings { language: Some("ru"), private: true, pages: Pages::Asker });
        assert_eq!(settings(8), settings(0), "another server");
        assert_eq!(settings(7), Settings { language: Some("az"), private: false, pages: Pages::Anyone });
        assert!(config.servers.limits(&[]).unwrap().is_empty(), "it sees all collections");
        assert_eq!(parse("").unwrap().servers.settings(None), Settings::default());
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
