//! Lines that a curator may add to a fact base so that a question is understood, and the fact base as it would be with them.
//!
//! Owns what can be added and where it is written. Which line would help is found in [`crate::remedy`].

use super::{EntryId, Knowledge, Origin, Table, Words};

/// One line more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// A question that an entry answers, for its `asked`.
    Asked(EntryId, Box<str>),
    /// Another name of an entry, for its `aliases`.
    Alias(EntryId, Box<str>),
    /// What people type, and the words of the fact base that it means: a `[[words]]` table.
    Words(Box<str>, Box<str>),
}

impl Addition {
    /// The line as it is written in a file: a whole table, or an element of a list.
    pub fn toml(&self) -> String {
        match self {
            Self::Asked(_, text) | Self::Alias(_, text) => quoted(text),
            Self::Words(says, means) => format!("[[words]]\nsays = [{}]\nmeans = {}", quoted(says), quoted(means)),
        }
    }

    /// What to do, in a curator's words.
    pub fn advice(&self, knowledge: &Knowledge) -> String {
        match self {
            Self::Asked(entry, text) => format!("add to `asked` of `{}`: {}", knowledge.key(*entry), quoted(text)),
            Self::Alias(entry, text) => format!("add the alias {} to `{}`", quoted(text), knowledge.key(*entry)),
            Self::Words(says, means) => {
                format!("add `[[words]]` with `says = [{}]` and `means = {}`", quoted(says), quoted(means))
            }
        }
    }

    /// The entry that it is added to; none for a table of its own.
    pub fn entry(&self) -> Option<EntryId> {
        match self {
            Self::Asked(entry, _) | Self::Alias(entry, _) => Some(*entry),
            Self::Words(..) => None,
        }
    }

    /// The list that it is added to; none for a table of its own.
    pub fn list(&self) -> Option<&'static str> {
        match self {
            Self::Asked(..) => Some("asked"),
            Self::Alias(..) => Some("aliases"),
            Self::Words(..) => None,
        }
    }
}

/// A text as a TOML string on one line.
fn quoted(text: &str) -> String {
    toml::Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

impl Knowledge {
    /// The fact base as it would be with a few lines more. What an entry's table cannot hold is left out.
    #[must_use]
    pub fn with_additions(&self, additions: &[Addition]) -> Self {
        let mut parts = self.parts.clone();
        for addition in additions {
            match addition {
                Addition::Asked(entry, text) => {
                    let asked = match *entry {
                        EntryId::Actor(id) => parts.actors.get_mut(id.0 as usize).map(|actor| &mut actor.asked),
                        EntryId::Event(id) => parts.events.get_mut(id.0 as usize).map(|event| &mut event.asked),
                        EntryId::Fact(id) => parts.facts.get_mut(id.0 as usize).map(|fact| &mut fact.asked),
                        _ => None,
                    };
                    if let Some(asked) = asked {
                        push(asked, text);
                    }
                }
                Addition::Alias(entry, text) => {
                    let aliases = match *entry {
                        EntryId::Actor(id) => parts.actors.get_mut(id.0 as usize).map(|actor| &mut actor.aliases),
                        EntryId::Event(id) => parts.events.get_mut(id.0 as usize).map(|event| &mut event.aliases),
                        EntryId::Topic(id) => parts.topics.get_mut(id.0 as usize).map(|topic| &mut topic.aliases),
                        EntryId::Aspect(id) => parts.aspects.get_mut(id.0 as usize).map(|aspect| &mut aspect.aliases),
                        _ => None,
                    };
                    if let Some(aliases) = aliases {
                        push(aliases, text);
                    }
                }
                Addition::Words(says, means) => parts.words.push(Words {
                    says: Box::new([says.clone()]),
                    means: means.clone(),
                    never: Box::default(),
                    origin: Origin { file: crate::diagnostic::FileId(u32::MAX), ordinal: 0 },
                }),
            }
        }
        Self::new(parts).with_collections(self.collections.clone())
    }

    /// All that an entry says of itself: its names, its sentence and the questions that it answers, each on a line.
    pub fn words_of(&self, entry: EntryId) -> String {
        let lines = |first: &[&str], more: &[&[Box<str>]]| {
            let more = more.iter().flat_map(|list| list.iter().map(|text| &**text));
            first.iter().copied().chain(more).collect::<Vec<_>>().join("\n")
        };
        match entry {
            EntryId::Actor(id) => lines(&[&self[id].name, &self[id].summary], &[&self[id].aliases, &self[id].asked]),
            EntryId::Event(id) => lines(&[&self[id].title, &self[id].summary], &[&self[id].aliases, &self[id].asked]),
            EntryId::Topic(id) => lines(&[&self[id].label], &[&self[id].aliases]),
            EntryId::Aspect(id) => lines(&[&self[id].label], &[&self[id].aliases]),
            EntryId::Fact(id) => lines(&[&self[id].text], &[&self[id].asked]),
            EntryId::Source(_) | EntryId::Relation(_) => self.title(entry).to_owned(),
        }
    }

    /// Where an entry is written.
    pub fn written(&self, entry: EntryId) -> (Table, Origin) {
        match entry {
            EntryId::Source(id) => (Table::Source, self[id].origin),
            EntryId::Actor(id) => (Table::Actor, self[id].origin),
            EntryId::Event(id) => (Table::Event, self[id].origin),
            EntryId::Topic(id) => (Table::Topic, self[id].origin),
            EntryId::Aspect(id) => (Table::Aspect, self[id].origin),
            EntryId::Fact(id) => (Table::Fact, self[id].origin),
            EntryId::Relation(id) => (Table::Relation, self[id].origin),
        }
    }
}

fn push(list: &mut Box<[Box<str>]>, text: &str) {
    let mut longer = std::mem::take(list).into_vec();
    longer.push(text.into());
    *list = longer.into_boxed_slice();
}
