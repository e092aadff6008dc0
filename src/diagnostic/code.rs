//! The codes of all diagnostics, with their severities. One row a code; nothing else may invent one.

use serde::Serialize;

/// Whether a fact base with this fault can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The fact base cannot be used until this is mended.
    Error,
    /// The fact base works, but a curator should look at this.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident $slug:literal $severity:ident;)+) => {
        /// What kind of fault a diagnostic reports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as it is written: `unknown-reference`.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)+ }
            }

            /// Whether the entries of a file cannot be read because of it, so that what refers to them may seem wrong.
            pub fn hides_others(self) -> bool {
                matches!(self, Self::Unreadable | Self::TooLarge | Self::NotUtf8 | Self::Syntax)
            }

            /// Whether the fault is an error or a warning.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    /// The folder, or a file in it, cannot be read.
    Unreadable "unreadable" Error;
    /// A link leads back to a folder that holds it.
    LinkLoop "link-loop" Error;
    /// There is no TOML file in the folder.
    NoFiles "no-files" Error;
    /// A file that is not read, because its name does not end in `.toml`.
    SkippedFile "skipped-file" Warning;
    /// A file is larger than the loader reads.
    TooLarge "too-large" Error;
    /// A file is not UTF-8.
    NotUtf8 "not-utf8" Error;
    /// A file starts with a byte-order mark.
    ByteOrderMark "byte-order-mark" Warning;
    /// A file has Windows line ends.
    CarriageReturn "carriage-return" Warning;
    /// A file holds no table.
    EmptyFile "empty-file" Warning;
    /// A file is not TOML.
    Syntax "syntax" Error;
    /// Faults that were not reported, because they may come from a file that cannot be read.
    HeldBack "held-back" Warning;
    /// A table of a name that the format does not have.
    UnknownTable "unknown-table" Error;
    /// A key that this table does not have.
    UnknownKey "unknown-key" Error;
    /// A key that this table must have.
    MissingKey "missing-key" Error;
    /// A value of the wrong type.
    WrongType "wrong-type" Error;
    /// A word where the format allows only certain words.
    UnknownWord "unknown-word" Error;
    /// An id that is not kebab-case, or too long.
    BadId "bad-id" Error;
    /// One id for two entries.
    DuplicateId "duplicate-id" Error;
    /// A date that is not EDTF, or not in the calendar.
    BadDate "bad-date" Error;
    /// A link that is not http or https.
    BadUrl "bad-url" Error;
    /// A text that must say something, and is blank.
    Blank "blank" Error;
    /// A number that is not finite.
    BadNumber "bad-number" Error;
    /// A list that must name at least one entry, and is empty.
    EmptyList "empty-list" Error;
    /// An id that no entry has.
    UnknownReference "unknown-reference" Error;
    /// An id of an entry of another kind.
    WrongKind "wrong-kind" Error;
    /// A fact that disputes itself.
    SelfDispute "self-dispute" Error;
    /// An id in `about` and in `with` of one fact.
    AboutAndWith "about-and-with" Error;
    /// Aspects that are part of each other.
    PartOfLoop "part-of-loop" Error;
    /// A golden question that is not a request.
    BadQuestion "bad-question" Error;
    /// A golden question that is not answered as expected.
    GoldenMissed "golden-missed" Error;
    /// A golden question marked as missed that is answered as expected.
    GoldenMet "golden-met" Warning;
    /// A text that Discord's limits cut short in an answer.
    OverLimit "over-limit" Warning;
    /// An alias that another entry has too.
    SharedAlias "shared-alias" Warning;
    /// Two entries with nearly the same name.
    NearTwins "near-twins" Warning;
    /// An alias of a person that is an office, held only for a time.
    OfficeAlias "office-alias" Warning;
    /// A fact that says nearly what another fact or an event says.
    NearEqual "near-equal" Warning;
    /// A fact dated after its sources were published, and not a forecast.
    AfterSource "after-source" Warning;
    /// A number without an aspect that has a unit.
    NoUnit "no-unit" Warning;
    /// Different numbers for the same thing at the same time, not linked by `disputes`.
    DifferentNumbers "different-numbers" Warning;
    /// A dispute between facts of different subjects or times.
    DoubtfulDispute "doubtful-dispute" Warning;
    /// A `holds-office` relation without an office, or an office in another relation.
    MisplacedOffice "misplaced-office" Warning;
    /// A source on which nothing rests.
    UnusedSource "unused-source" Warning;
    /// An actor, topic or aspect to which nothing refers.
    Unused "unused" Warning;
    /// A claim without the name of who makes it.
    NoAttribution "no-attribution" Warning;
    /// A speaker given by name who is an actor.
    SpeakerName "speaker-name" Warning;
    /// A speaker in `about` of a sentence that does not name them.
    SpeakerInAbout "speaker-in-about" Warning;
    /// A text too long to be read at a glance.
    LongText "long-text" Warning;
    /// A warning that is allowed on an entry, and does not occur there.
    UnusedAllow "unused-allow" Warning;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique_and_kebab_case() {
        let mut slugs: Vec<_> = Code::ALL.iter().map(|code| code.slug()).collect();
        assert!(
            slugs.iter().all(|slug| slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        );
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), Code::ALL.len());
    }
}
