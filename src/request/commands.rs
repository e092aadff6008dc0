//! The slash commands as they are asked: one row each.
//!
//! Registration, help, completion, the console and reading on every transport are derived from the rows. How a command is
//! answered stands in a file of its own below [`crate::command`].

use crate::knowledge::Kind;
use crate::message::{SPOKEN, Words};

/// Which command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// The best facts for a question.
    Ask,
    /// One event.
    Event,
    /// One actor.
    Actor,
    /// Two actors or events side by side.
    Compare,
    /// Events in order.
    Timeline,
    /// Numbers over time.
    Trend,
    /// What the fact base rests on.
    Sources,
    /// What the fact base says on the figures and dates of a message.
    Check,
    /// What can be asked.
    Help,
    /// What is related to an entry; asked by a button alone.
    Related,
    /// What an entry can be compared with; asked by a button alone.
    Comparable,
    /// What ties an actor to others; asked by a button alone.
    Ties,
}

/// All that is to be known of a command before it is answered.
#[derive(Debug)]
pub struct Spec {
    /// Which command it is.
    pub command: Command,
    /// Where people find it.
    pub form: Form,
    /// Its name as it is typed, without the slash.
    pub name: &'static str,
    /// What it is for, in at most 100 characters.
    pub description: &'static str,
    /// A line to try.
    pub example: &'static str,
    /// Its options; those that are required come first.
    pub options: &'static [Opt],
}

/// Where people find a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Typed with its options: `/event …`.
    Chat,
    /// In the menu of a message, under this name; the message's text becomes the first option. Lines have the typed name.
    Message(&'static str),
}

/// One option of a command.
#[derive(Debug)]
pub struct Opt {
    /// Its name.
    pub name: &'static str,
    /// Its letter in what a button carries; it never changes, nor is it given to another option of the command.
    pub code: char,
    /// What it is for, in at most 100 characters.
    pub description: &'static str,
    /// Whether the command needs it.
    pub required: bool,
    /// What it takes.
    pub takes: Takes,
}

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A text that names, describes or asks about entries of these kinds, completed as one types.
    Entries(&'static [Kind]),
    /// A text with nothing to complete.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Yes or no.
    Flag,
    /// Nothing that people type: what an answer found and its buttons carry on.
    Carried,
}

/// The name of the option that keeps an answer between the bot and the one who asks.
pub const PRIVATE: &str = "private";

/// The name of the option that says in which language Casebook's own words are.
pub const LANGUAGE: &str = "language";

/// The option of `/ask` that carries the further facts of an answer.
pub const FURTHER: &str = "+facts";

/// The option of `/ask` that carries what the question wants to know: when, where, who, how many.
pub const ANSWER_TYPE: &str = "+type";

/// The options of `/check` that carry the entries from which a long message differs, with which it agrees, and which are
/// on the same matter.
pub const DIFFERS: &str = "+differs";
/// See [`DIFFERS`].
pub const AGREES: &str = "+agrees";
/// See [`DIFFERS`].
pub const BESIDE: &str = "+beside";

/// The options of `/trend` that carry the time of which its text speaks: its beginning, and its end.
pub const SINCE: &str = "+from";
/// See [`SINCE`].
pub const UNTIL: &str = "+to";

/// All commands, in the order in which help lists them, which is that of [`Command`].
pub static COMMANDS: &[Spec] = &[
    Spec {
        options: &[
            entries(
                "question",
                'q',
                "Your question",
                &[Kind::Fact, Kind::Relation, Kind::Event, Kind::Actor, Kind::Aspect, Kind::Topic],
            )
            .needed(),
            private(),
            language(),
            carried(FURTHER, 'f'),
            carried(ANSWER_TYPE, 't'),
        ],
        ..chat(
            Command::Ask,
            "ask",
            "Ask in your own words; the best facts answer, with sources",
            "/ask how many political prisoners are there in Azerbaijan",
        )
    },
    Spec {
        options: &[
            entries("question", 'q', "The event, in your own words, with a year if you know it", &[Kind::Event])
                .needed(),
            private(),
            language(),
        ],
        ..chat(
            Command::Event,
            "event",
            "One event: date, place, who took part, facts, disagreements, what came before and after",
            "/event opening of the embassy in Baku",
        )
    },
    Spec {
        options: &[
            entries("question", 'q', "The name, in any spelling or script", &[Kind::Actor]).needed(),
            private(),
            language(),
        ],
        ..chat(
            Command::Actor,
            "actor",
            "One person, state, organisation or thing: names, memberships, facts by aspect, latest events",
            "/actor Lukashenko",
        )
    },
    Spec {
        options: &[
            entries("first", 'f', "A person, state, organisation or event", &[Kind::Actor, Kind::Event]).needed(),
            entries("second", 's', "Another of the same sort", &[Kind::Actor, Kind::Event]).needed(),
            entries("aspect", 'a', "Only this, such as press freedom", &[Kind::Aspect]),
            private(),
            language(),
            carried(SINCE, 'n'),
            carried(UNTIL, 'u'),
        ],
        ..chat(
            Command::Compare,
            "compare",
            "Two actors or two events side by side, with the sources for each",
            "/compare first:Azerbaijan second:Belarus",
        )
    },
    Spec {
        options: &[
            entries("about", 'a', "Whose events: a person, state or organisation", &[Kind::Actor]),
            text("from", 'f', "From when, such as 2010 or 2010-07"),
            text("to", 't', "Until when, such as 2016 or 2016-11-29"),
            entries("topic", 'o', "Only events that belong to this topic", &[Kind::Topic]),
            private(),
            language(),
        ],
        ..chat(Command::Timeline, "timeline", "Events in order of date", "/timeline about:Lukashenko from:2010 to:2016")
    },
    Spec {
        options: &[
            entries("aspect", 'a', "What is measured, such as trade turnover", &[Kind::Aspect]).needed(),
            entries("about", 'b', "Whose numbers: a person, state or organisation", &[Kind::Actor, Kind::Event]),
            private(),
            language(),
            carried(SINCE, 'f'),
            carried(UNTIL, 't'),
        ],
        ..chat(
            Command::Trend,
            "trend",
            "The numbers of an aspect over time, with disputed and forecast values marked",
            "/trend trade turnover",
        )
    },
    Spec {
        options: &[
            entries("source", 's', "A source, by its title, author or publisher", &[Kind::Source]),
            private(),
            language(),
        ],
        ..chat(
            Command::Sources,
            "sources",
            "The sources of this fact base, or one of them with all that rests on it",
            "/sources",
        )
    },
    Spec {
        form: Form::Message("Check this message"),
        options: &[
            text("message", 'm', "The text of the message"),
            carried(AGREES, 'a'),
            carried(DIFFERS, 'd'),
            carried(BESIDE, 'b'),
        ],
        ..chat(
            Command::Check,
            "check",
            "The figures and dates in a message, beside those of the fact base",
            "/check In 2012 the arms exports of Belarus came to 338 million dollars.",
        )
    },
    Spec {
        options: &[private(), language()],
        ..chat(Command::Help, "help", "What can be asked, and what this fact base holds", "/help")
    },
];

/// What buttons alone ask: an answer offers it, and nobody types it.
static FOLLOWED: &[Spec] = &[
    Spec {
        options: &[entries("question", 'q', "", ENTRIES), private(), language()],
        ..chat(Command::Related, "related", "", "")
    },
    Spec {
        options: &[entries("question", 'q', "", ENTRIES), private(), language()],
        ..chat(Command::Comparable, "comparable", "", "")
    },
    Spec {
        options: &[entries("question", 'q', "", &[Kind::Actor]), private(), language()],
        ..chat(Command::Ties, "ties", "", "")
    },
];

/// What can stand at the centre of an answer.
const ENTRIES: &[Kind] = &[Kind::Fact, Kind::Relation, Kind::Event, Kind::Actor];

const fn chat(command: Command, name: &'static str, description: &'static str, example: &'static str) -> Spec {
    Spec { command, form: Form::Chat, name, description, example, options: &[] }
}

const fn entries(name: &'static str, code: char, description: &'static str, kinds: &'static [Kind]) -> Opt {
    Opt { name, code, description, required: false, takes: Takes::Entries(kinds) }
}

const fn text(name: &'static str, code: char, description: &'static str) -> Opt {
    Opt { name, code, description, required: false, takes: Takes::Text }
}

const fn carried(name: &'static str, code: char) -> Opt {
    Opt { name, code, description: "", required: false, takes: Takes::Carried }
}

const fn private() -> Opt {
    Opt { name: PRIVATE, code: 'p', description: "Show the answer only to you", required: false, takes: Takes::Flag }
}

const fn language() -> Opt {
    let description = "The language of labels, dates and notices; facts stay as they are written";
    Opt { name: LANGUAGE, code: 'l', description, required: false, takes: Takes::OneOf(&SPOKEN) }
}

impl Command {
    /// The row of the command.
    pub fn spec(self) -> &'static Spec {
        COMMANDS.get(self as usize).unwrap_or(match self {
            Self::Comparable => &FOLLOWED[1],
            Self::Ties => &FOLLOWED[2],
            _ => &FOLLOWED[0],
        })
    }
}

impl Spec {
    /// The command of a name, as it is typed.
    pub fn named(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|spec| spec.name == name)
    }

    /// The command of a name in the menu of a message.
    pub fn in_menu(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|spec| matches!(spec.form, Form::Message(known) if known == name))
    }

    /// The command of a name that a button carries.
    pub(super) fn carried(name: &str) -> Option<&'static Self> {
        Self::named(name).or_else(|| FOLLOWED.iter().find(|spec| spec.name == name))
    }

    /// The option of a name.
    pub fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name == name)
    }

    /// What it is for, in the words of the reader's language where it has some.
    pub fn described(&self) -> Words {
        Words::Keyed { key: format!("slash-{}", self.name), text: self.description.to_owned() }
    }

    /// The options that people fill in.
    pub fn typed(&self) -> impl Iterator<Item = &'static Opt> {
        self.options.iter().filter(|option| option.takes != Takes::Carried)
    }
}

impl Opt {
    const fn needed(self) -> Self {
        Self { required: true, ..self }
    }

    /// What it is for, as the end of a sentence, in the words of the reader's language where it has some.
    pub fn described(&self, command: &Spec) -> Words {
        let text = self.description.to_lowercase();
        // They stand with every command, and say the same.
        let command = if matches!(self.name, PRIVATE | LANGUAGE) { "any" } else { command.name };
        Words::Keyed { key: format!("slash-{command}-{}", self.name), text }
    }

    /// Whether it says what is asked, rather than how the answer is shown.
    pub fn asks(&self) -> bool {
        !matches!(self.takes, Takes::Flag | Takes::OneOf(_))
    }

    /// Whether the option completes what is half-typed.
    pub fn completes(&self) -> bool {
        matches!(self.takes, Takes::Entries(_))
    }

    /// The kinds of entries it names.
    pub fn kinds(&self) -> Option<&'static [Kind]> {
        if let Takes::Entries(kinds) = self.takes { Some(kinds) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::request::Request;

    #[test]
    fn rows_stand_in_the_order_of_the_commands_and_codes_are_unique() {
        for (at, spec) in COMMANDS.iter().enumerate() {
            assert_eq!(spec.command as usize, at, "{}", spec.name);
            let codes: BTreeSet<char> = spec.options.iter().map(|option| option.code).collect();
            assert_eq!(codes.len(), spec.options.len(), "{}: a code stands for two options", spec.name);
        }
        for spec in FOLLOWED {
            assert_eq!(spec.command.spec().name, spec.name);
        }
    }

    #[test]
    fn every_example_is_a_request_for_its_own_command() {
        for spec in COMMANDS {
            assert_eq!(Request::parse(spec.example).unwrap().spec().name, spec.name);
        }
    }
}
