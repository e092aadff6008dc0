//! The tables of the knowledge files, exactly as TOML writes them. The JSON Schema for editors is derived from here.
//!
//! Owns names and types of keys. Whether a text is a date, an id or a link is decided in [`super::resolve`].

use schemars::{JsonSchema, Schema};
use serde::Deserialize;

use super::model::{ActorKind, Better, Rank};

mod value;

pub(super) use value::{RawAllow, RawDispute, RawDisputeOn, RawValue};

/// A text, kept without spare capacity because a fact base is never edited in memory.
pub(super) type Text = Box<str>;

/// The tables that a knowledge file may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// `[[source]]`
    Source,
    /// `[[actor]]`
    Actor,
    /// `[[event]]`
    Event,
    /// `[[topic]]`
    Topic,
    /// `[[aspect]]`
    Aspect,
    /// `[[fact]]`
    Fact,
    /// `[[relation]]`
    Relation,
    /// `[[question]]`
    Question,
    /// `[[words]]`
    Words,
}

impl Table {
    /// All tables, in the order of the documentation.
    pub const ALL: &[Self] = &[
        Self::Source,
        Self::Actor,
        Self::Event,
        Self::Topic,
        Self::Aspect,
        Self::Fact,
        Self::Relation,
        Self::Question,
        Self::Words,
    ];

    /// The name between the brackets.
    pub fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Actor => "actor",
            Self::Event => "event",
            Self::Topic => "topic",
            Self::Aspect => "aspect",
            Self::Fact => "fact",
            Self::Relation => "relation",
            Self::Question => "question",
            Self::Words => "words",
        }
    }
}

/// One knowledge file: any number of any tables.
#[derive(JsonSchema)]
#[schemars(title = "Casebook knowledge file", deny_unknown_fields)]
#[expect(dead_code, reason = "it is the shape that the schema describes; files are read table by table")]
pub(super) struct KnowledgeFile {
    #[schemars(default)]
    source: Vec<RawSource>,
    #[schemars(default)]
    actor: Vec<RawActor>,
    #[schemars(default)]
    event: Vec<RawEvent>,
    #[schemars(default)]
    topic: Vec<RawTopic>,
    #[schemars(default)]
    aspect: Vec<RawAspect>,
    #[schemars(default)]
    fact: Vec<RawFact>,
    #[schemars(default)]
    relation: Vec<RawRelation>,
    #[schemars(default)]
    question: Vec<RawQuestion>,
    #[schemars(default)]
    words: Vec<RawWords>,
}

/// Defines what one entry of each table is written as. What entries of several tables have in common stands here once:
/// `id`, `asked`, and `allow`, which all have.
macro_rules! entries {
    ($(
        $(#[$about:meta])+
        $name:ident $word:literal $(with $id:ident)? $(and $asked:ident)? { $($(#[$of_key:meta])+ $key:ident: $type:ty,)+ }
    )+) => {$(
        $(#[$about])+
        #[derive(Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(rename = $word)]
        pub(super) struct $name {
            $(
                /// Kebab-case, unique over the whole folder.
                #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = 48))]
                pub(super) $id: Text,
            )?
            $($(#[$of_key])+ pub(super) $key: $type,)+
            $(
                /// Questions that it answers, in the words that people use.
                #[serde(default)]
                pub(super) $asked: Box<[Text]>,
            )?
            /// Warnings that do not apply to it, each with the reason.
            #[serde(default)]
            pub(super) allow: Box<[RawAllow]>,
        }
    )+};
}

entries! {
    /// A document that facts rest on.
    RawSource "source" with id {
        /// The title of the document.
        title: Text,
        /// Who published it.
        publisher: Text,
        /// Who wrote it.
        author: Option<Text>,
        /// When it was published, as an EDTF date.
        published: Text,
        /// An http or https link.
        url: Option<Text>,
        /// The language, as a BCP 47 tag such as `en`.
        language: Option<Text>,
        /// What a reader should know of it, such as how an undated document was dated.
        note: Option<Text>,
    }

    /// A person, state, body or thing.
    RawActor "actor" with id and asked {
        /// The name that answers show.
        name: Text,
        /// What it is.
        #[schemars(extend("enum" = ActorKind::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>()))]
        kind: Text,
        /// Other names and spellings, in any script. Misspellings need not be listed: they are forgiven.
        #[serde(default)]
        aliases: Box<[Text]>,
        /// One sentence on who or what it is.
        summary: Text,
        /// What the summary rests on: source ids, each with an optional `#locator`.
        sources: Box<[Text]>,
    }

    /// Something that happened.
    RawEvent "event" with id and asked {
        /// A few words.
        title: Text,
        /// Other titles that people would type.
        #[serde(default)]
        aliases: Box<[Text]>,
        /// When, as an EDTF date such as `2013-11-20/2013-11-21` or `2010-07~`.
        date: Option<Text>,
        /// Where.
        place: Option<Text>,
        /// Ids of the actors who took part.
        #[serde(default)]
        actors: Box<[Text]>,
        /// Ids of the topics it belongs to.
        #[serde(default)]
        topics: Box<[Text]>,
        /// One sentence on what happened.
        summary: Text,
        /// What the summary rests on: source ids, each with an optional `#locator`.
        sources: Box<[Text]>,
    }

    /// A subject that events belong to.
    RawTopic "topic" with id {
        /// The name that answers show.
        label: Text,
        /// Other names that people would type.
        #[serde(default)]
        aliases: Box<[Text]>,
    }

    /// What actors or pairs are compared on, or measured by, over time.
    RawAspect "aspect" with id {
        /// The name that answers show.
        label: Text,
        /// The unit of its numbers, such as `million US dollars`.
        unit: Option<Text>,
        /// Other names that people would type.
        #[serde(default)]
        aliases: Box<[Text]>,
        /// Id of a broader aspect that it belongs to.
        part_of: Option<Text>,
        /// Which numbers are better, where that can be said.
        #[schemars(extend("enum" = Better::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>()))]
        better: Option<Text>,
        /// What a reader should know of it.
        note: Option<Text>,
    }

    /// One cited sentence about actors or events.
    RawFact "fact" with id and asked {
        /// Ids of the actors or events of which it says something; at least one.
        #[schemars(length(min = 1))]
        about: Box<[Text]>,
        /// Ids of the other actors or events in it, such as the seller of what a buyer bought.
        #[serde(default)]
        with: Box<[Text]>,
        /// Id of the aspect that it compares or measures.
        aspect: Option<Text>,
        /// The time that it speaks of, as an EDTF date; of a judgement, a forecast or reported words, when they were said.
        date: Option<Text>,
        /// One sentence in the curator's own words.
        text: Text,
        /// The number in it, or its range as `[least, most]`, in the unit of its aspect.
        value: Option<RawValue>,
        /// Whose claim or judgement it is: the id of an actor, or a name.
        attributed_to: Option<Text>,
        /// What it rests on: source ids, each with an optional `#locator`; at least one.
        #[schemars(length(min = 1))]
        sources: Box<[Text]>,
        /// The facts that say otherwise: ids, or `{ fact = "id", on = "what they disagree on" }`. One direction is enough.
        #[serde(default)]
        disputes: Box<[RawDispute]>,
        /// How much weight it has among facts on the same matter; `normal` where nothing is said.
        #[schemars(extend("enum" = Rank::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>()))]
        rank: Option<Text>,
        /// Why it has that rank.
        reason: Option<Text>,
        /// Whether it was said before what it speaks of.
        #[serde(default)]
        forecast: bool,
    }

    /// A tie between two actors.
    RawRelation "relation" with id {
        /// Id of the actor whose tie it is.
        from: Text,
        /// What ties them, in kebab-case: `member-of`, `ally-of`, `supplies`, `recognises`, …
        kind: Text,
        /// Id of the other actor.
        to: Text,
        /// What is held, such as `prime minister`; only where the kind is `holds-office`.
        office: Option<Text>,
        /// When it held, as an EDTF date.
        date: Option<Text>,
        /// What it rests on: source ids, each with an optional `#locator`; at least one.
        #[schemars(length(min = 1))]
        sources: Box<[Text]>,
        /// What a reader should know of it.
        note: Option<Text>,
    }

    /// A golden question: `casebook check` asks it and fails when the answer is another.
    RawQuestion "question" {
        /// The question, or the options of the command (`first:Belarus second:Azerbaijan`).
        ask: Text,
        /// The command, without its slash.
        command: Text,
        /// Ids that must come first; an empty list: the fact base must say that it does not know.
        expect: Box<[Text]>,
        /// What it tests (`plain`, `misspelt`, …); `plain` where nothing is said.
        class: Option<Text>,
        /// Why it is not answered as expected yet. Such a question does not fail the check until it is answered.
        known_miss: Option<Text>,
    }

    /// What people type, and the words of the fact base that mean it.
    RawWords "words" {
        /// What people type; at least one word or phrase.
        #[schemars(length(min = 1))]
        says: Box<[Text]>,
        /// The words of the fact base for it.
        means: Text,
        /// Words that mean the opposite, for which it must never be taken.
        #[serde(default)]
        never: Box<[Text]>,
    }
}

/// The JSON Schema of a knowledge file (draft 2020-12), for editors.
pub fn schema() -> Schema {
    schemars::schema_for!(KnowledgeFile)
}
