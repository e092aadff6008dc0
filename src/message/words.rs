//! What is shown, before it is worded: what somebody wrote, numbers, dates, ties, and messages of ours.

use super::Message;
use crate::knowledge::date::Date;
use crate::knowledge::{ActorKind, Kind, Value};

/// Something to be shown: what a curator or a user wrote, or what has to be worded in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub enum Words {
    /// As somebody wrote it.
    Written(String),
    /// So many.
    Count(usize),
    /// A number.
    Number(f64),
    /// A number, or a range, as a fact gives it.
    Value(Value),
    /// What ties two actors.
    Tie(Box<Tie>),
    /// What an actor is called; some languages put an article before it.
    Name(String),
    /// How a number changed, as a share of what it was: 0.25 is a quarter more.
    Change(f64),
    /// A date.
    Date(Date),
    /// A message of ours.
    Message(Box<Message>),
    /// A text of the program's own in English, for which a language may have words under this key.
    Keyed {
        /// The key, as it stands in the words of a language.
        key: String,
        /// The text in English.
        text: String,
    },
    /// Several, with the same between each two.
    List(Vec<Words>, Joint),
}

/// What ties two actors, as it is to be said.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// The kind, as the files write it: `member-of`.
    pub kind: String,
    /// Whose tie it is.
    pub from: Words,
    /// To whom.
    pub to: Words,
    /// The office that is held, in the words of the curator.
    pub office: Option<String>,
    /// Whether it is told from the other end: of `to`.
    pub back: bool,
    /// Whether it has ended.
    pub past: bool,
    /// When it held.
    pub date: Option<Date>,
    /// When it was told, for one without a date.
    pub as_of: Option<Date>,
    /// What the curator says of it.
    pub note: Option<String>,
}

/// What stands between the parts of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// A comma.
    Comma,
    /// A raised dot, between names that may hold commas themselves.
    Dot,
    /// A semicolon.
    Semicolon,
    /// Commas, and "and" before the last, as in a sentence.
    And,
}

impl Words {
    /// Several with commas between them.
    pub fn list(parts: impl IntoIterator<Item = impl Into<Self>>) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect(), Joint::Comma)
    }

    /// Several as a sentence lists them, with "and" before the last.
    pub fn listed(parts: impl IntoIterator<Item = impl Into<Self>>) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect(), Joint::And)
    }

    /// Several with raised dots between them.
    pub fn dotted(parts: impl IntoIterator<Item = impl Into<Self>>) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect(), Joint::Dot)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Written(text) => text.is_empty(),
            Self::List(parts, _) => parts.iter().all(Self::is_empty),
            _ => false,
        }
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::Written(String::new())
    }
}

macro_rules! from {
    ($($type:ty: $value:ident => $words:expr;)+) => {$(
        impl From<$type> for Words {
            fn from($value: $type) -> Self {
                $words
            }
        }
    )+};
}

from! {
    &str: text => Self::Written(text.to_owned());
    String: text => Self::Written(text);
    &Box<str>: text => Self::Written(text.to_string());
    usize: count => Self::Count(count);
    &Date: date => Self::Date(date.clone());
    Message: message => Self::Message(Box::new(message));
    Value: value => Self::Value(value);
    Kind: kind => Message::from(kind).into();
    ActorKind: kind => Message::from(kind).into();
}
