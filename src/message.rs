//! What Casebook itself says, as data: a message with its arguments. The words come from [`crate::wording`].
//!
//! Owns the list of messages. What a curator wrote is carried along as written.

use crate::knowledge::Kind;
use crate::knowledge::date::Date;

/// Something to be shown: what a curator or a user wrote, or what has to be worded in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub enum Words {
    /// As somebody wrote it.
    Written(String),
    /// So many.
    Count(usize),
    /// A number as a fact gives it.
    Number(f64),
    /// How a number changed, as a share of what it was: 0.25 is a quarter more.
    Change(f64),
    /// A date.
    Date(Date),
    /// A message of ours.
    Message(Box<Message>),
    /// Several, with the same between each two.
    List(Vec<Words>, Joint),
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
}

impl Words {
    /// Several with commas between them.
    pub fn list(parts: impl IntoIterator<Item = impl Into<Self>>) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect(), Joint::Comma)
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
    Kind: kind => Message::from(kind).into();
}

macro_rules! messages {
    ($($variant:ident $id:literal $({ $($field:ident),+ })?;)+) => {
        /// A message of ours. Each stands under its id in `wording/en.ftl`.
        #[derive(Debug, Clone, PartialEq)]
        #[expect(missing_docs, reason = "what each says stands, worded, in wording/en.ftl")]
        pub enum Message {
            $($variant $({ $($field: Words),+ })?,)+
        }

        impl Message {
            /// Every id, with the names of its arguments.
            pub const ALL: &[(&str, &[&str])] = &[$(($id, &[$($(stringify!($field)),+)?])),+];

            /// The id under which the words are found.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $id,)+
                }
            }

            /// The arguments by name.
            pub fn arguments(&self) -> Vec<(&'static str, &Words)> {
                match self {
                    $(Self::$variant $({ $($field),+ })? => vec![$($((stringify!($field), $field)),+)?],)+
                }
            }
        }
    };
}

impl From<Kind> for Message {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Event => Self::KindEvent,
            Kind::Actor => Self::KindActor,
            Kind::Topic => Self::KindTopic,
            Kind::Aspect => Self::KindAspect,
            Kind::Fact => Self::KindFact,
            Kind::Source => Self::KindSource,
        }
    }
}

messages! {
    // What the user has to do differently.
    NoSuchCommand "no-such-command" { name, help };
    DidYouMean "did-you-mean" { near };
    TheCommandsAre "the-commands-are" { names };
    NoSuchOption "no-such-option" { command, name, names };
    OptionMissing "option-missing" { command, option, description, example };
    TakesNoText "takes-no-text" { command };
    TakesSeveralTexts "takes-several-texts" { command, usage };
    TakesText "takes-text" { option };
    TakesFlag "takes-flag" { option };
    TakesDate "takes-date" { option };
    FromAfterTo "from-after-to";
    SameTwice "same-twice" { title };
    UnlikePair "unlike-pair" { first, first_kind, second, second_kind };
    StaleButton "stale-button";

    KindEvent "kind-event";
    KindActor "kind-actor";
    KindTopic "kind-topic";
    KindAspect "kind-aspect";
    KindFact "kind-fact";
    KindSource "kind-source";
}
