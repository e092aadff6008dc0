//! Short keys: an id in eight characters, for where there is no room for the id.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::{ActorId, AspectId, EntryId, EventId, FactId, Parts, RelationId, SourceId, TopicId};

/// The first 48 bits of the SHA-256 of an id; written as 8 characters of base64url (RFC 4648, section 5).
///
/// It depends on the id alone, so it means the same entry in every version of a fact base and on every machine. Among
/// 100,000 ids the chance that any two share one is about 2 in 100,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortKey([u8; 6]);

impl ShortKey {
    /// How many characters it is written with.
    pub const LENGTH: usize = 8;

    /// The short key of an id.
    pub fn of(id: &str) -> Self {
        let digest = Sha256::digest(id.as_bytes());
        let mut bytes = [0; 6];
        bytes.iter_mut().zip(digest).for_each(|(byte, of_digest)| *byte = of_digest);
        Self(bytes)
    }
}

impl fmt::Display for ShortKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

/// The text is not eight characters of base64url.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotShortKey;

impl FromStr for ShortKey {
    type Err = NotShortKey;

    fn from_str(text: &str) -> Result<Self, NotShortKey> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| NotShortKey)?;
        bytes.try_into().map(Self).map_err(|_| NotShortKey)
    }
}

/// The entries by their short keys.
#[derive(Debug)]
pub(super) struct ShortKeys(Vec<(ShortKey, EntryId)>);

impl ShortKeys {
    pub(super) fn of(parts: &Parts) -> Self {
        macro_rules! ids {
            ($($list:ident $variant:ident $id:ident;)+) => {
                std::iter::empty()$(.chain(
                    parts.$list.iter().zip(0..).map(|(entry, number)| (&*entry.key, EntryId::$variant($id(number))))
                ))+
            };
        }
        Self::new(ids! {
            actors Actor ActorId;
            events Event EventId;
            facts Fact FactId;
            aspects Aspect AspectId;
            topics Topic TopicId;
            sources Source SourceId;
            relations Relation RelationId;
        })
    }

    fn new<'k>(ids: impl IntoIterator<Item = (&'k str, EntryId)>) -> Self {
        let mut keys: Vec<_> = ids.into_iter().map(|(id, entry)| (ShortKey::of(id), entry)).collect();
        keys.sort_unstable();
        Self(keys)
    }

    /// The entry of a short key; none where two entries share it.
    pub(super) fn entry(&self, key: ShortKey) -> Option<EntryId> {
        let start = self.0.partition_point(|(known, _)| *known < key);
        let mut same = self.0.get(start..)?.iter().take_while(|(known, _)| *known == key);
        match (same.next(), same.next()) {
            (Some((_, entry)), None) => Some(*entry),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What buttons already sent depend on.
    #[test]
    fn a_short_key_never_changes() {
        assert_eq!(ShortKey::of("belarus").to_string(), "C3eIGfwn");
        assert_eq!("C3eIGfwn".parse(), Ok(ShortKey::of("belarus")));
    }

    #[test]
    fn what_is_no_short_key_is_none() {
        for text in ["", "belarus", "C3eIGfwn=", "SrsRyd6", "ÄÄÄÄ", "C3eIGfwnA"] {
            assert!(text.parse::<ShortKey>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_key_that_two_entries_share_resolves_to_none() {
        let (actor, event) = (EntryId::Actor(ActorId(0)), EntryId::Event(EventId(0)));
        let keys = ShortKeys::new([("a", actor), ("b", event), ("b", actor)]);
        assert_eq!(keys.entry(ShortKey::of("a")), Some(actor));
        assert_eq!(keys.entry(ShortKey::of("b")), None);
        assert_eq!(keys.entry(ShortKey::of("c")), None);
    }
}
