//! What Casebook itself says, as data: a message with its arguments. The words come from [`crate::wording`].
//!
//! Owns the list of messages. What a curator wrote is carried along as written.

use crate::knowledge::{ActorKind, Kind};

mod words;

pub use words::{Joint, Tie, Words};

/// The languages in which all of this can be said, as tags, English first.
pub const SPOKEN: [&str; 5] = ["en", "ru", "be", "az", "tr"];

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

impl Message {
    /// An office with whose it is: "prime minister of Azerbaijan", "ambassador of Russia to Belarus".
    pub fn post(office: &str, to: Words) -> Self {
        match office.split_once(" to ") {
            Some((office, place)) => Self::PostTo { office: office.into(), to, place: place.into() },
            None => Self::Post { office: office.into(), to },
        }
    }
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
            Kind::Relation => Self::KindRelation,
        }
    }
}

impl From<ActorKind> for Message {
    fn from(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Person => Self::ActorPerson,
            ActorKind::Country => Self::ActorCountry,
            ActorKind::Organisation => Self::ActorOrganisation,
            ActorKind::Company => Self::ActorCompany,
            ActorKind::Group => Self::ActorGroup,
            ActorKind::Object => Self::ActorObject,
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
    TakesOneOf "takes-one-of" { option, names };
    TakesDate "takes-date" { option };
    FromAfterTo "from-after-to";
    SameTwice "same-twice" { title };
    UnlikePair "unlike-pair" { first, first_kind, second, second_kind };
    StaleButton "stale-button";
    NotUnderstood "not-understood";
    Apology "apology";
    Stopped "stopped";
    CooldownUser "cooldown-user" { wait };
    CooldownChannel "cooldown-channel" { wait };
    SecondCount "second-count" { count };
    MinuteCount "minute-count" { count };

    NearTitle "near-title";
    NearNote "near-note";
    NearHeading "near-heading";
    NearOpposite "near-opposite";
    WordReadAs "word-read-as" { word, read };
    WordNotFound "word-not-found" { word };

    KindEvent "kind-event";
    KindActor "kind-actor";
    KindTopic "kind-topic";
    KindAspect "kind-aspect";
    KindFact "kind-fact";
    KindSource "kind-source";
    KindRelation "kind-relation";

    ActorPerson "actor-person";
    ActorCountry "actor-country";
    ActorOrganisation "actor-organisation";
    ActorCompany "actor-company";
    ActorGroup "actor-group";
    ActorObject "actor-object";

    LanguageName "language-name";

    // Not found, or more than one thing found.
    NotHere "not-here";
    NoAnswerFor "no-answer-for" { text };
    NoAnswer "no-answer";
    Nearest "nearest";
    WhichOne "which-one";
    SeveralFit "several-fit" { text };
    SeveralFitText "several-fit-text";
    Likely "likely";
    ReadAs "read-as" { text, title };
    ShownAs "shown-as" { request };
    Twin "twin" { title, by };
    FactCount "fact-count" { count };
    EventCount "event-count" { count };
    ActorCount "actor-count" { count };
    SourceCount "source-count" { count };
    PageCount "page-count" { count };
    StatementCount "statement-count" { count };
    AspectCount "aspect-count" { count };
    Coverage "coverage" { facts, events, actors, sources };
    CoverageSpan "coverage-span" { facts, events, actors, sources, first, last };

    // Labels of particulars.
    When "when";
    Where "where";
    Who "who";
    HowMany "how-many";
    ValueBy "value-by" { value, who };
    EitherValue "either-value" { one, other };
    DisputedValues "disputed-values" { values };
    Topics "topics";
    Kind "kind";
    AlsoCalled "also-called";
    Author "author";
    Publisher "publisher";
    Published "published";
    Language "language";
    Link "link";
    Remark "remark";

    // Headings.
    Facts "facts";
    Disagreements "disagreements";
    Before "before";
    After "after";
    Ties "ties";
    LatestEvents "latest-events";
    Related "related";
    Said "said";
    InFactsOfOthers "in-facts-of-others";
    Events "events";
    SeeAlso "see-also";
    NoNumber "no-number";
    OneNumber "one-number";
    OnlyPartlyThen "only-partly-then";
    Undated "undated";
    Sources "sources";

    // Comparisons.
    Pair "pair" { first, second };
    Summary "summary";
    MoreOnAspect "more-on-aspect" { label, more, aspect };
    NearAspects "near-aspects" { first, second };
    NotComparedOn "not-compared-on" { aspect };
    NoSuchAspect "no-such-aspect" { text };
    NotCompared "not-compared";
    Between "between";
    BetweenLatest "between-latest" { count };
    OnlyFor "only-for" { name };
    OnlyForOn "only-for-on" { name, aspects };
    LabelCount "label-count" { label, count };
    NothingKnown "nothing-known";
    NothingKnownOf "nothing-known-of" { name };
    Side "side" { name };
    TiesBetween "ties-between";
    TiesBoth "ties-both";
    TiesDiffering "ties-differing";
    Some "some" { heading, shown, count };
    EventsBoth "events-both";
    EventsBothLatest "events-both-latest" { count };

    // Ties.
    Each "each";
    Post "post" { office, to };
    PostTo "post-to" { office, to, place };
    Held "held" { post, date };
    HeldAsOf "held-as-of" { post, date };
    WithNote "with-note" { text, note };
    WithoutNote "without-note" { text };
    DatedTie "dated-tie" { how, text, date };
    AsOf "as-of" { text, date };
    Joined "joined" { from, to, way, shape, article, kind, noun };
    Definite "definite" { name };

    // Timelines and trends.
    Timeline "timeline";
    TimelineOf "timeline-of" { of };
    InPeriod "in-period" { title, from, to };
    InOnePeriod "in-one-period" { title, date };
    SinceDate "since-date" { title, from };
    UntilDate "until-date" { title, to };
    NoSuchEvent "no-such-event";
    NoSuchFact "no-such-fact";
    Trend "trend" { aspect, unit };
    TrendOf "trend-of" { aspect, about, unit };
    TrendBare "trend-bare" { aspect };
    TrendBareOf "trend-bare-of" { aspect, about };
    AspectNote "aspect-note" { note };
    Quantity "quantity" { value, unit };
    Number "number" { number };
    ValueRange "value-range" { least, most };
    ShareMore "share-more" { share };
    ShareLess "share-less" { share };
    Higher "higher" { first, first_date, last, last_date, change };
    Lower "lower" { first, first_date, last, last_date, change };
    Same "same" { first, first_date, last, last_date };
    HigherThanNone "higher-than-none" { first, first_date, last, last_date };
    LowerThanNone "lower-than-none" { first, first_date, last, last_date };

    // Sources.
    RestsOn "rests-on" { sources };
    OneSource "one-source";
    SourcesOn "sources-on" { title };
    SourceLine "source-line" { publisher, date, facts, events, actors };
    FactsResting "facts-resting";
    EventsResting "events-resting";
    Citation "citation" { title, publisher, date };
    CitationBy "citation-by" { author, citation };
    CitationAt "citation-at" { citation, places };

    // Beside statements.
    Dated "dated" { date };
    AccordingTo "according-to" { who };
    Marks "marks" { marks };
    Disputed "disputed";
    DisputedOn "disputed-on" { on };
    Forecast "forecast";
    Superseded "superseded";
    SupersededBecause "superseded-because" { reason };
    OrderUncertain "order-uncertain";
    CardLabel "card-label" { label };
    CandidateKind "candidate-kind" { kind, id };

    // Dates.
    DateTime "date-time" { date, time };
    DateOr "date-or" { dates, last };
    DateAnd "date-and" { dates, last };
    DateOrBefore "date-or-before" { date };
    DateOrAfter "date-or-after" { date };
    DateSpan "date-span" { first, last };
    YearSpan "year-span" { first, last };
    DateWideSpan "date-wide-span" { first, last };
    DateUnknown "date-unknown";
    UnknownTime "unknown-time";
    DateSince "date-since" { date };
    DateEndUnknown "date-end-unknown" { date };
    DateUntil "date-until" { date };
    DateBeginningUnknown "date-beginning-unknown" { date };
    DateFromTo "date-from-to" { first, last };
    DateFull "date-full" { day, month, year };
    DateDay "date-day" { day, month };
    DateMonth "date-month" { month, year };
    DateSeason "date-season" { season, year, half };
    DatePerhapsAbout "date-perhaps-about" { date };
    DateAbout "date-about" { date };
    DatePerhaps "date-perhaps" { date };
    YearNumber "year-number" { number, ending };
    Year "year" { year };
    YearBce "year-bce" { year };
    YearUnknown "year-unknown";
    FirstDecade "first-decade" { year };
    Decade "decade" { year, ending };
    Century "century" { number };
    Month "month" { number };
    Season "season" { number };

    // What a message says, beside what is stored.
    CheckTitle "check-title";
    CheckDiffers "check-differs";
    CheckAgrees "check-agrees";
    CheckBeside "check-beside";
    MessageSays "message-says" { text };
    Quoted "quoted" { text };
    NothingHeld "nothing-held";
    NothingHeldOn "nothing-held-on" { texts };
    NothingToCheck "nothing-to-check";
    NoTextInMessage "no-text-in-message";
    CheckMore "check-more" { passages };
    PassageCount "passage-count" { count };
    CheckHelp "check-help" { description, example };

    // Help.
    Casebook "casebook";
    AboutCasebook "about-casebook";
    CommandHelp "command-help" { name, description, example };
    NamesForgiven "names-forgiven";
    Collections "collections" { names };
    Version "version" { version };
    KnowledgeBroken "knowledge-broken" { since, why };
    GapsKept "gaps-kept";
    NothingKept "nothing-kept";

    // Pages.
    Page "page" { page, count };
    Previous "previous";
    Next "next";
    ChooseOne "choose-one";
    ToChooseFrom "to-choose-from";
    MenuOfPage "menu-of-page";
    Shortened "shortened";
    Continued "continued";
    SourcesGoOn "sources-go-on" { count };
    AddressTooLong "address-too-long";

    InShort "in-short" { pages };
    More "more" { pages };
    Shorter "shorter";
    GoTo "go-to";
    GoToPage "go-to-page" { page, headings };
    GoToPages "go-to-pages" { first, last, headings };
    LastPage "last-page" { page };
    Basis "basis" { version };
    ConsoleGreeting "console-greeting" { help, tab, all, quit };
    NothingAsked "nothing-asked";
    MoreStatements "more-statements" { statements, way };

    // What can be done with any answer.
    ToSources "to-sources";
    ToRelated "to-related";
    ToComparable "to-comparable";
    ToCite "to-cite";
    ToShare "to-share";
    ToDelete "to-delete";
    NotYours "not-yours";
    WhereItStands "where-it-stands";
    RelatedTo "related-to" { title };
    EventsWith "events-with" { names };
    CompareTitle "compare-title" { title };
    ComparableHeading "comparable-heading";
    SharedAspects "shared-aspects" { aspects };

    // What stands between two parts of a list.
    JointComma "joint-comma" { before, after };
    JointDot "joint-dot" { before, after };
    JointSemicolon "joint-semicolon" { before, after };
    JointAnd "joint-and" { before, after };

    // The command line.
    FaultCount "fault-count" { count };
    ErrorCount "error-count" { count };
    WarningCount "warning-count" { count };
    FileCount "file-count" { count };
    ErrorsWarnings "errors-warnings" { errors, warnings };
    FilesWith "files-with" { files, found };
}
