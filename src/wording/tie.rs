//! What is said of a tie: which pattern, whose end comes first, and where its date stands.
//!
//! Each kind has a pattern of its own in the words of a language; a kind that a curator made up is worded by its parts.

use edtf_core::{Date as Plain, Edtf, Interval, IntervalEndpoint, Qualifier};

use super::{Wording, name};
use crate::knowledge::date::Date;
use crate::message::{Message, Tie, Words};

/// The one end first or the other, as things are or were.
#[derive(Debug, Clone, Copy)]
enum Way {
    Now,
    Past,
    Back,
    BackPast,
}

impl Way {
    fn of(tie: &Tie, past: bool) -> Self {
        // "Each" comes first: elsewhere in a sentence it would need a case, unlike a name.
        let each = matches!(&tie.to, Words::Message(message) if **message == Message::Each);
        match (tie.back || each, past) {
            (false, false) => Self::Now,
            (false, true) => Self::Past,
            (true, false) => Self::Back,
            (true, true) => Self::BackPast,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Past => "past",
            Self::Back => "back",
            Self::BackPast => "back-past",
        }
    }
}

/// A tie as a whole sentence: "Artur Rasizade was prime minister of Azerbaijan in November 2016."
pub(super) fn said(wording: &Wording, tie: &Tie) -> String {
    let text = sentence(wording, tie, tie.past);
    let mut words = Words::from(match (&tie.date, &tie.as_of) {
        (Some(date), _) => {
            let how = place_of(date);
            // That it ended then is told; when it began, nobody knows.
            let ended = date.edtf().strip_prefix('/').filter(|_| how == "until");
            let ended = ended.and_then(|end| Date::parse(&format!("../{end}")).ok());
            let date = ended.as_ref().unwrap_or(date);
            Message::DatedTie { how: how.into(), text: text.into(), date: date.into() }
        }
        // What was done once is done; what holds is told as of when it was told.
        (None, Some(date)) if sentence(wording, tie, true) != text => {
            Message::AsOf { text: text.into(), date: date.into() }
        }
        (None, _) => return ended(wording, tie, text.into()),
    });
    if let Words::Message(message) = &words {
        words = wording.message(message).into();
    }
    ended(wording, tie, words)
}

/// The sentence without the ends of the tie, which a picture shows beside it, and without what joined them to it.
pub(super) fn between(wording: &Wording, tie: &Tie) -> String {
    let nameless = Tie { from: Words::default(), to: Words::default(), ..tie.clone() };
    let said = sentence(wording, &nameless, tie.past);
    let words: Vec<&str> = said.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    words.join(" ").trim_matches([',', ':', ';']).to_owned()
}

/// The sentence with its end, its first letter, and what the curator says of it.
fn ended(wording: &Wording, tie: &Tie, text: Words) -> String {
    let note = tie.note.as_deref().map(|note| note.trim_end_matches('.'));
    let said = wording.message(&match note {
        Some(note) => Message::WithNote { text, note: note.into() },
        None => Message::WithoutNote { text },
    });
    let named = [&tie.from, &tie.to].into_iter().any(|end| match end {
        Words::Name(name) => said.starts_with(name.as_str()),
        _ => false,
    });
    // A name keeps its letters as they are, such as the small one of a company.
    if named { said } else { wording.capitalised(&said) }
}

fn sentence(wording: &Wording, tie: &Tie, past: bool) -> String {
    let (from, to) = (wording.words(&tie.from), wording.words(&tie.to));
    let office = tie.office.as_deref().unwrap_or_default();
    let arguments = [
        ("way", Way::of(tie, past).id()),
        ("from", &from),
        ("to", &to),
        ("office", office),
        ("post", &wording.message(&Message::post(office, to.as_str().into()))),
    ];
    let worded = wording.pattern(&format!("tie-{}", tie.kind), &arguments);
    worded.unwrap_or_else(|| wording.message(&joined(tie, past)))
}

/// Where a date stands: in the month or year, on the day, before the sentence or behind it.
fn place_of(date: &Date) -> &'static str {
    let plain = |date: &Plain| {
        let qualifiers = [Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
        let known = date.year.value().is_some() && date.year.significant_digits.is_none();
        known && qualifiers.into_iter().flatten().all(|qualifier| qualifier == Qualifier::default())
    };
    match Edtf::parse(date.edtf()) {
        Ok(Edtf::Date(date)) if plain(&date) => match date.day {
            Some(day) if day.value().is_some() => "on",
            _ => "in",
        },
        Ok(Edtf::Interval(Interval {
            start: IntervalEndpoint::Open | IntervalEndpoint::Unknown,
            end: IntervalEndpoint::Date(_),
        })) => "until",
        _ => "other",
    }
}

/// What is said of a kind that has no pattern: `friend-of` → "is a friend of", `has-base-in` → "has a base in",
/// `funds` → "funds". Which words its parts become stands in the pattern.
fn joined(tie: &Tie, past: bool) -> Message {
    let kind = tie.kind.replace('-', " ");
    let first = kind.split(' ').next().unwrap_or_default();
    let noun = kind.strip_prefix("has ");
    let shape = match kind.rsplit(' ').next() {
        _ if noun.is_some() => "has",
        _ if matches!(first, "is" | "was" | "did" | "does") => "other",
        Some("of") => "of",
        Some("by") => "is",
        _ if matches!(first, "in" | "at" | "on" | "under" | "near") => "is",
        _ => "other",
    };
    let noun = noun.unwrap_or(&kind);
    Message::Joined {
        from: tie.from.clone(),
        to: tie.to.clone(),
        way: if past { Way::Past } else { Way::Now }.id().into(),
        shape: shape.into(),
        article: name::indefinite(noun).into(),
        noun: noun.into(),
        kind: kind.as_str().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(kind: &str, ends: [&str; 2], date: Option<&str>) -> Tie {
        let date = date.map(|date| Date::parse(date).unwrap());
        let [from, to] = ends.map(|end| Words::Name(end.to_owned()));
        Tie {
            kind: kind.to_owned(),
            from,
            to,
            office: None,
            back: false,
            past: date.as_ref().is_some_and(|date| date.end() != crate::knowledge::date::End::Open),
            as_of: date.is_none().then(|| Date::parse("2024-06").unwrap()),
            date,
            note: None,
        }
    }

    fn worded(tie: &Tie) -> [String; 2] {
        let wording = Wording::of(&"en".parse().unwrap());
        [false, true].map(|back| said(wording, &Tie { back, ..tie.clone() }))
    }

    #[test]
    fn an_office_is_held_or_was() {
        let office = |office: &str, date| {
            let ends = ["Artur Rasizade", "Azerbaijan"];
            worded(&Tie { office: Some(office.to_owned()), ..tie("holds-office", ends, date) })
        };
        assert_eq!(
            office("prime minister", Some("2016-11")),
            [
                "Artur Rasizade was prime minister of Azerbaijan in November 2016.",
                "Azerbaijan had Artur Rasizade as prime minister in November 2016."
            ]
        );
        assert_eq!(office("president", None)[0], "Artur Rasizade is president of Azerbaijan (as of June 2024).");
        assert_eq!(
            office("ambassador to Belarus", Some("2011~"))[0],
            "Artur Rasizade was ambassador of Azerbaijan to Belarus (about 2011)."
        );
        assert_eq!(
            office("president", Some("1993-10/2003-10"))[0],
            "Artur Rasizade was president of Azerbaijan (October 1993 – October 2003)."
        );
    }

    #[test]
    fn what_has_ended_is_past_and_what_is_open_has_a_beginning() {
        let ends = ["Estonia", "Soviet Union"];
        assert_eq!(
            worded(&tie("was-part-of", ends, Some("../1991"))),
            ["Until 1991, Estonia was part of the Soviet Union.", "Until 1991, the Soviet Union included Estonia."]
        );
        assert_eq!(
            worded(&tie("was-part-of", ends, None)),
            ["Estonia was part of the Soviet Union.", "The Soviet Union included Estonia."]
        );
        let embassy = |date| worded(&tie("has-embassy-in", ["Belarus", "Azerbaijan"], date));
        assert_eq!(
            embassy(Some("2006-08/..")),
            [
                "Belarus has an embassy in Azerbaijan (since August 2006).",
                "Azerbaijan hosts an embassy of Belarus (since August 2006)."
            ]
        );
        assert_eq!(embassy(Some("2006-08-15"))[0], "Belarus had an embassy in Azerbaijan on 15 August 2006.");
        assert_eq!(embassy(Some("1993/"))[0], "Belarus had an embassy in Azerbaijan (from 1993, end unknown).");
    }

    #[test]
    fn what_the_curator_says_of_it_follows_as_a_sentence() {
        let noted = Tie { note: Some("In Minsk.".to_owned()), ..tie("located-in", ["MAZ", "Belarus"], None) };
        assert_eq!(worded(&noted)[0], "MAZ is located in Belarus (as of June 2024). In Minsk.");
    }

    #[test]
    fn kinds_that_nobody_foresaw_are_worded_by_their_parts() {
        for (kind, now, past) in [
            ("friend-of", "is a friend of", "was a friend of"),
            ("has-base-in", "has a base in", "had a base in"),
            ("in-league-with", "is in league with", "was in league with"),
            ("funded-by", "is funded by", "was funded by"),
            ("funds", "funds", "funds"),
        ] {
            let told = |date| worded(&tie(kind, ["A", "B"], Some(date)))[0].clone();
            assert_eq!(told("2010/.."), format!("A {now} B (since 2010)."));
            let [forward, back] = worded(&tie(kind, ["A", "B"], Some("2010")));
            assert_eq!(forward, format!("A {past} B in 2010."));
            assert_eq!(forward, back, "it is not turned round");
        }
    }

    #[test]
    fn a_name_keeps_its_letters_at_the_beginning() {
        assert_eq!(worded(&tie("runs", ["eBay", "Skif"], Some("2010/..")))[0], "eBay runs Skif (since 2010).");
        assert_eq!(
            worded(&tie("member-of", ["European Union", "United Nations"], Some("2010/..")))[0],
            "The European Union is a member of the United Nations (since 2010)."
        );
    }
}
