//! A message in claims: sentence by sentence, what it gives a figure or a date for.
//!
//! Owns what of a message is a claim at all: no question, nothing denied, no address, no mention. Whether a claim agrees with
//! what is stored is left to [`super::verdict`].

use std::cmp::Reverse;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::plain::{plain, without_number};
use super::quantity::{Quantity, quantities};
use super::token::{Token, tokens};
use super::units::Unit;
use crate::command::Call;
use crate::matcher::Period;
use crate::meaning::is_telling;

/// A clause of a message.
#[derive(Debug, Clone, Default)]
pub(super) struct Claim {
    /// As it was written.
    pub(super) written: String,
    /// What it says, without its figures: what is looked for.
    pub(super) matter: String,
    /// The same without its dates.
    pub(super) timeless: String,
    /// Its figures.
    pub(super) figures: Vec<Figure>,
    /// The time that it speaks of.
    pub(super) period: Option<Period>,
    /// The date, as it was written.
    pub(super) date: String,
}

impl Claim {
    /// Whether it has a figure or a date.
    pub(super) fn is_checkable(&self) -> bool {
        !self.figures.is_empty() || self.period.is_some()
    }

    /// The years of its date, as they were written.
    pub(super) fn years(&self) -> String {
        let years = self
            .date
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| part.len() == 4 && part.parse::<u16>().is_ok());
        years.collect::<Vec<_>>().join(" ")
    }
}

/// A figure of a claim.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    pub(super) quantity: Quantity,
    /// As it was written.
    pub(super) written: String,
    /// What is counted, or shared out, in one word: "prisoners" of "142 political prisoners", "oil" of "80 percent of its oil".
    pub(super) counted: Option<String>,
}

/// The claims of a message, in their order.
pub(super) fn claims(call: Call<'_>, message: &str) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for line in plain(message).lines() {
        for sentence in without_number(line).unicode_sentences().filter(|sentence| is_claimed(sentence)) {
            let mut before: Option<Claim> = None;
            for clause in clauses(call, without_lead(sentence.trim())) {
                let claim = read(call, clause, before.as_ref(), claims.last());
                before = Some(claim.clone());
                let new = claims.iter().all(|known| known.written != claim.written);
                if new && (claim.is_checkable() || names_or_dates(call, &claim.matter)) {
                    claims.push(claim);
                }
            }
        }
    }
    claims
}

/// Words that begin a question, also where nobody wrote the mark.
#[rustfmt::skip]
const ASKING: [&str; 34] = [
    "how", "what", "who", "whom", "whose", "which", "why", "where", "did", "does", "do", "is", "are", "was", "were", "has",
    "have", "can", "could", "should", "will", "would", "сколько", "кто", "что", "где", "почему", "когда", "зачем", "колькі",
    "хто", "neçə", "kim", "kaç",
];

/// Words that deny.
#[rustfmt::skip]
const DENYING: [&str; 28] = [
    "not", "no", "never", "neither", "nor", "without", "none", "nobody", "cannot", "didnt", "doesnt", "isnt", "wasnt", "arent",
    "werent", "wont", "не", "нет", "ни", "никогда", "няма", "ніколі", "немає", "deyil", "yox", "değil", "yok", "nicht",
];

/// Words behind which a denial bounds a figure, or says that there is more: "no more than", "not only".
#[rustfmt::skip]
const BOUNDING: [&str; 12] = [
    "more", "less", "fewer", "least", "only", "just", "later", "более", "менее", "только", "больш", "менш",
];

/// Whether a sentence says something, rather than ask or deny it.
fn is_claimed(sentence: &str) -> bool {
    let words: Vec<String> = tokens(sentence).iter().map(|token| token.text.to_lowercase().replace('’', "'")).collect();
    let asks =
        sentence.contains(['?', '？', '؟', '՞']) || words.first().is_some_and(|word| ASKING.contains(&word.as_str()));
    let denies = |(at, word): (usize, &String)| {
        let next = words.get(at + 1).map_or("", String::as_str);
        let number = word == "no" && (next == "." || next.starts_with(|c: char| c.is_ascii_digit()));
        let denies = DENYING.contains(&word.replace('\'', "").as_str()) || word.ends_with("n't");
        denies && !number && !BOUNDING.contains(&next)
    };
    !asks && words.iter().any(|word| word.chars().any(char::is_alphanumeric)) && !words.iter().enumerate().any(denies)
}

/// Words with which somebody tells whose claim it is, and what then leads to it.
#[rustfmt::skip]
const TELLING: [&str; 16] = [
    "read", "heard", "hear", "think", "thought", "believe", "say", "says", "said", "know", "saw", "guess", "remember", "bet",
    "mean", "claim",
];
const LEADING: [&str; 4] = ["that", "что", "што", "що"];
const WHO: [&str; 10] = ["i", "we", "you", "they", "he", "she", "people", "some", "someone", "everyone"];

/// A lead stands within so many words.
const LONGEST_LEAD: usize = 6;

/// A sentence without "I read that" or "я слышал, что".
fn without_lead(sentence: &str) -> &str {
    let words = tokens(sentence);
    let is = |token: &Token<'_>, words: &[&str]| words.contains(&token.text.to_lowercase().as_str());
    let within = words.get(1..words.len().min(LONGEST_LEAD)).unwrap_or_default();
    let led = within.iter().find(|token| is(token, &LEADING));
    let told =
        words.first().filter(|first| is(first, &WHO)).and_then(|_| within.iter().find(|token| is(token, &TELLING)));
    led.or(told).and_then(|last| sentence.get(last.end()..)).map_or(sentence, str::trim_start)
}

/// What may stand between two claims of one sentence.
#[rustfmt::skip]
const BETWEEN: [&str; 20] = [
    ", and ", ", but ", ", while ", ", whereas ", ", а ", ", и ", ", но ", ", ", "; ", " and ", " but ", " while ", " а ", " и ",
    " но ", " і ", " və ", " ve ", " – ", " — ",
];

/// The clauses of a sentence, so many that each has the figures that belong together.
fn clauses<'s>(call: Call<'_>, sentence: &'s str) -> Vec<&'s str> {
    let spans: Vec<_> = figures(call, sentence).into_iter().map(|found| found.span).collect();
    let mut cuts: Vec<(usize, usize)> = BETWEEN
        .iter()
        .flat_map(|mark| sentence.match_indices(mark).map(|(at, mark)| (at, at + mark.len())))
        .filter(|(from, to)| spans.iter().all(|span| *to <= span.start || span.end <= *from))
        .collect();
    cuts.sort_unstable_by_key(|&(from, to)| (from, Reverse(to)));
    let mut clauses = Vec::new();
    let mut begin = 0;
    for (from, to) in cuts {
        let figures = |range: Range<usize>| spans.iter().any(|span| range.start <= span.start && span.end <= range.end);
        let next = spans.iter().any(|span| span.start >= to);
        let aside = || !next && !names_or_dates(call, sentence.get(to..).unwrap_or_default());
        if from >= begin && figures(begin..from) && (next || aside()) {
            clauses.extend(sentence.get(begin..from));
            begin = to;
        }
    }
    clauses.extend(sentence.get(begin..));
    clauses
}

/// Whether a text names somebody stored, or has a date.
fn names_or_dates(call: Call<'_>, text: &str) -> bool {
    tokens(text).iter().any(|token| call.base.meanings.names(token.text)) || call.base.matcher.dating(text).0.is_some()
}

/// The figures in a text that are no parts of its dates.
pub(super) fn figures(call: Call<'_>, text: &str) -> Vec<Quantity> {
    let matcher = &call.base.matcher;
    let (_, mut dated) = matcher.dating(text);
    let all = tokens(text);
    for pair in all.windows(2) {
        let [one, other] = [pair.first(), pair.get(1)].map(|token| token.map_or("", |token| token.text));
        let day = |number: &str| number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        if day(one) && matcher.is_month(other) {
            dated.push(one.to_owned());
        }
        if day(other) && matcher.is_month(one) {
            dated.push(other.to_owned());
        }
    }
    quantities(text, &mut |word| {
        let at = dated.iter().position(|dated| dated == word);
        at.map(|at| dated.swap_remove(at)).is_some()
    })
}

/// Reads a clause. What it leaves out it has from the one before: the time within a sentence, and the matter where it names
/// nobody.
fn read(call: Call<'_>, clause: &str, within: Option<&Claim>, before: Option<&Claim>) -> Claim {
    let found = figures(call, clause);
    let mut matter = without(clause, found.iter().map(|figure| figure.span.clone()));
    if !found.is_empty() {
        let amount = |token: &Token<'_>| AMOUNTING.iter().any(|word| token.text.to_lowercase().starts_with(word));
        let spans: Vec<_> = tokens(&matter).into_iter().filter(amount).map(|token| token.at..token.end()).collect();
        matter = without(&matter, spans.into_iter());
    }
    let figures = found.into_iter().map(|quantity| {
        let written = clause.get(quantity.span.clone()).unwrap_or_default().to_owned();
        let of_things = matches!(quantity.unit, Unit::Count | Unit::Percent);
        let counted = of_things.then(|| counted(clause.get(quantity.span.end..).unwrap_or_default()));
        Figure { quantity, written, counted: counted.flatten() }
    });
    let figures: Vec<Figure> = figures.collect();
    let (period, dated) = call.base.matcher.dating(&matter);
    let (timeless, date) = part_date(&matter, &dated);
    let claim = Claim { written: clause.to_owned(), matter, timeless, figures, period, date };
    completed(call, claim, within, before)
}

/// A claim with what it leaves out: the time of the clause before, where that stands at the beginning or little else is said;
/// what is told of somebody, where only another is named; and of whom, where nobody is.
fn completed(call: Call<'_>, mut claim: Claim, within: Option<&Claim>, before: Option<&Claim>) -> Claim {
    let is_name = |token: &Token<'_>| call.base.meanings.names(token.text);
    let words = tokens(&claim.timeless);
    let names = words.iter().filter(|token| is_name(token)).count();
    let bare = words.iter().all(|token| is_name(token) || !is_telling(token.text));
    drop(words);
    if let Some(within) = within.filter(|_| claim.period.is_none() && !claim.figures.is_empty()) {
        let leads = within.written.find(&within.date).is_some_and(|at| at <= LEADING_DATE);
        if !within.date.is_empty() && (leads || bare || names == 0) {
            (claim.period, claim.date) = (within.period, within.date.clone());
            claim.matter = format!("{} {}", claim.matter, claim.date);
        }
        // As many others as are named here do what is told of those.
        if bare && names > 0 {
            let others =
                tokens(&within.timeless).into_iter().filter(is_name).take(names).map(|token| token.at..token.end());
            let others = without(&within.timeless, others);
            claim.matter = format!("{} {others}", claim.matter);
            claim.timeless = format!("{} {others}", claim.timeless);
        }
    }
    if let Some(before) = within.or(before).filter(|_| names == 0 && claim.is_checkable()) {
        claim.matter = format!("{} {}", before.timeless, claim.matter);
        claim.timeless = format!("{} {}", before.timeless, claim.timeless);
    }
    claim
}

/// A date within so many bytes of the beginning is that of the whole sentence: "In 2012 …".
const LEADING_DATE: usize = 8;

/// Beginnings of words that only lead to an amount.
const AMOUNTING: [&str; 9] = ["worth", "valued", "amounted", "amounts", "total", "stood", "reached", "состав", "дасяг"];

/// A text without some of its parts.
fn without(text: &str, parts: impl Iterator<Item = Range<usize>>) -> String {
    let mut left = String::with_capacity(text.len());
    let mut done = 0;
    for part in parts {
        left.extend(text.get(done..part.start));
        left.push(' ');
        done = part.end;
    }
    left.extend(text.get(done..));
    left
}

/// The word for what is counted, behind its number: a plural, or else the last before the sentence goes on with another kind of
/// word.
fn counted(rest: &str) -> Option<String> {
    let words = tokens(rest).into_iter().map(|token| token.text);
    let words = words.skip_while(|word| ["of", "its", "the", "their", "all"].contains(word));
    let words: Vec<&str> =
        words.take_while(|word| is_telling(word) && word.starts_with(char::is_alphabetic)).take(3).collect();
    let plural = words.iter().rev().find(|word| word.ends_with('s') || word.eq_ignore_ascii_case("people"));
    plural.or(words.last()).map(|word| (*word).to_owned())
}

/// A text without the words of its date, and the date as it was written.
fn part_date(text: &str, dated: &[String]) -> (String, String) {
    let all = tokens(text);
    let of_date = |token: &&Token<'_>| {
        let mut parts = token.text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
        parts.peek().is_some() && parts.all(|part| dated.iter().any(|word| word == part))
    };
    let inside: Vec<&Token<'_>> = all.iter().filter(of_date).collect();
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return (text.to_owned(), String::new()) };
    let timeless = without(text, inside.iter().map(|token| token.at..token.end()));
    (timeless, text.get(first.at..last.end()).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_or_denied_is_no_claim() {
        for claimed in [
            "Azerbaijan holds 142 political prisoners.",
            "No. 16 among the exporters is Belarus.",
            "There were no fewer than 142 of them.",
            "Not only Belarus has 10.",
            "В Азербайджане 142 политзаключённых",
        ] {
            assert!(is_claimed(claimed), "{claimed}");
        }
        for other in [
            "Does Azerbaijan hold 142?",
            "how many does it hold",
            "It doesn't hold 142.",
            "It doesn’t hold 142.",
            "Nobody holds 142.",
            "В Азербайджане нет 142 политзаключённых",
            "Azərbaycanda 142 məhbus yoxdur deyil",
            "…",
            "",
        ] {
            assert!(!is_claimed(other), "{other}");
        }
    }

    #[test]
    fn who_tells_is_no_part_of_the_claim() {
        for (text, claim) in [
            ("I read that Belarus sold arms", "Belarus sold arms"),
            ("They say Belarus sold arms", "Belarus sold arms"),
            ("Я слышал, что Беларусь продала", "Беларусь продала"),
            ("Belarus sold arms", "Belarus sold arms"),
        ] {
            assert_eq!(without_lead(text), claim);
        }
    }

    #[test]
    fn what_is_counted_is_told_by_the_words_behind_the_number() {
        let counted = |text: &str| counted(text).unwrap_or_default();
        assert_eq!(
            [" political prisoners sit there", " ministers", " in 2012", ". People", " of its coal from Russia"]
                .map(counted),
            ["prisoners", "ministers", "", "", "coal"]
        );
    }
}
