//! Sentences: what is said twice, whose claim it is, and how long it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;

use super::MOST_COMPARED;
use crate::diagnostic::Code;
use crate::knowledge::{EntryId, Fault, Knowledge, Place, Table};

/// A sentence longer than this, in characters, is read twice; it also leaves no room for others on a page of an answer.
const LONGEST_SENTENCE: usize = 300;

/// A title longer than this, in characters, does not fit on one line of a list.
const LONGEST_TITLE: usize = 80;

/// Sentences that share so many of their words, in hundredths of all words of both, say nearly the same (Jaccard index).
/// In the fact base that comes with Casebook every second pair from 50 on is one thing said twice, and nearly all from
/// 60 on.
const ALIKE: usize = 60;

/// Words that say nothing of their own. The list is English, as the texts are; in other languages a few more words count.
const EMPTY: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "is", "it",
    "its", "of", "on", "or", "that", "the", "their", "to", "was", "were", "which", "who", "with",
];

/// Words that report what somebody says. The list is English, as the texts are.
const CLAIMS: &[&str] = &[
    "according to",
    "alleged",
    "allegedly",
    "argued",
    "argues",
    "called",
    "calls",
    "claimed",
    "claims",
    "said",
    "says",
];

/// After these, a word of the list above reports nothing: "is called", "so-called", "phone calls".
const NO_CLAIM_AFTER: &[&str] = &[
    "are",
    "be",
    "been",
    "being",
    "commonly",
    "international",
    "is",
    "officially",
    "phone",
    "so",
    "telephone",
    "was",
    "were",
];

/// Before these neither: "called for", "calls on", "argued with", "claimed the lives".
const NO_CLAIM_BEFORE: &[&str] =
    &["back", "by", "for", "in", "lives", "off", "on", "out", "over", "the lives", "up", "upon", "with"];

/// More words for saying something, by which a claim is answered or stands with its speaker.
const SAYINGS: &[&str] = &[
    "acknowledged",
    "admits",
    "admitted",
    "contradicted",
    "denied",
    "denies",
    "insisted",
    "insists",
    "refuted",
    "rejected",
    "rejects",
    "replied",
    "testified",
    "told",
];

/// A sentence: where it stands, and its words that count, the rarest in the fact base first.
struct Sentence {
    entry: EntryId,
    place: Place,
    words: Vec<u32>,
    names: BTreeSet<u32>,
}

/// Facts that say nearly what another fact or the summary of an event says. Sentences of which each has a name or number
/// that the other has not are of different things, however alike.
pub(in crate::check) fn near_equal(knowledge: &Knowledge) -> Vec<Fault> {
    let sentences = sentences(knowledge);
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut faults = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let prefix = prefix(&sentence.words);
        let mut others: Vec<usize> = Vec::new();
        for other in prefix.iter().filter_map(|word| holders.get(word)).flatten() {
            if others.len() < MOST_COMPARED && !others.contains(other) {
                others.push(*other);
            }
        }
        others.sort_unstable();
        let twin = others.iter().map(|&other| &sentences[other]).find(|other| say_the_same(knowledge, sentence, other));
        if let Some(twin) = twin {
            let message =
                format!("`{}` says nearly the same as `{}`", knowledge.key(sentence.entry), knowledge.key(twin.entry));
            let help = "keep one of them, with the sources of both, or tell them apart";
            faults.push(Fault::new(Code::NearEqual, message, sentence.place).and(twin.place).help(help));
        }
        for &word in prefix {
            let list = holders.entry(word).or_default();
            if list.len() < MOST_COMPARED {
                list.push(at);
            }
        }
    }
    faults
}

pub(in crate::check) fn no_attribution(knowledge: &Knowledge) -> Vec<Fault> {
    let open = knowledge.facts().filter(|(_, fact)| fact.attributed_to.is_none());
    open.filter_map(|(_, fact)| {
        let message = format!("“{}” reports a claim, but not whose", claim(&fact.text)?);
        let fault = Fault::new(Code::NoAttribution, message, Place::key(Table::Fact, fact.origin, "text"));
        Some(fault.help("add `attributed_to`"))
    })
    .collect()
}

pub(in crate::check) fn long_text(knowledge: &Knowledge) -> Vec<Fault> {
    let actors = knowledge.actors().flat_map(|(_, actor)| {
        [(Table::Actor, actor.origin, "name", &actor.name), (Table::Actor, actor.origin, "summary", &actor.summary)]
    });
    let events = knowledge.events().flat_map(|(_, event)| {
        [(Table::Event, event.origin, "title", &event.title), (Table::Event, event.origin, "summary", &event.summary)]
    });
    let facts = knowledge.facts().map(|(_, fact)| (Table::Fact, fact.origin, "text", &fact.text));
    let long = actors.chain(events).chain(facts).filter_map(|(table, origin, key, text)| {
        let most = if matches!(key, "name" | "title") { LONGEST_TITLE } else { LONGEST_SENTENCE };
        let length = text.chars().count();
        (length > most).then(|| (Place::key(table, origin, key), length, most))
    });
    long.map(|(place, length, most)| {
        let message = format!("this text has {length} characters; {most} can be read at a glance");
        Fault::new(Code::LongText, message, place).help("shorten it, or make two entries of it")
    })
    .collect()
}

/// The sentences of events, then those of facts, so that a fact is reported for repeating its event and not the reverse.
fn sentences(knowledge: &Knowledge) -> Vec<Sentence> {
    let events = knowledge
        .events()
        .map(|(id, event)| (EntryId::Event(id), Place::key(Table::Event, event.origin, "summary"), &*event.summary));
    let facts = knowledge
        .facts()
        .map(|(id, fact)| (EntryId::Fact(id), Place::key(Table::Fact, fact.origin, "text"), &*fact.text));
    let texts: Vec<(EntryId, Place, &str)> = events.chain(facts).collect();
    let mut counts: BTreeMap<String, (u32, bool)> = BTreeMap::new();
    for (_, _, text) in &texts {
        for (word, capital) in written_words(text) {
            let (count, always) = counts.entry(word).or_insert((0, true));
            *count += 1;
            *always &= capital;
        }
    }
    let mut by_count: Vec<(&String, &(u32, bool))> = counts.iter().collect();
    by_count.sort_by_key(|(word, (count, _))| (*count, *word));
    let numbered = by_count.iter().zip(0_u32..);
    let numbers: HashMap<&str, (u32, bool)> =
        numbered.map(|((word, (_, name)), number)| (word.as_str(), (number, *name))).collect();
    let sentence = |(entry, place, text): (EntryId, Place, &str)| {
        let found: BTreeSet<(u32, bool)> =
            written_words(text).filter_map(|(word, _)| numbers.get(word.as_str()).copied()).collect();
        let names = found.iter().filter(|(_, name)| *name).map(|(number, _)| *number).collect();
        Sentence { entry, place, words: found.into_iter().map(|(number, _)| number).collect(), names }
    };
    texts.into_iter().map(sentence).collect()
}

/// The words that count, in small letters, each with whether it is written like a name or is a number.
fn written_words(text: &str) -> impl Iterator<Item = (String, bool)> {
    let words: Vec<String> =
        text.nfkc().collect::<String>().split(|c: char| !c.is_alphanumeric()).map(ToOwned::to_owned).collect();
    words.into_iter().filter(|word| !word.is_empty()).filter_map(|word| {
        let folded = word.to_lowercase();
        let name = word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        (!EMPTY.contains(&folded.as_str())).then_some((folded, name))
    })
}

/// The rarest words of a sentence, of which it shares one with every sentence that is alike: what shares 60 of 100 words
/// shares one of the rarest 41 of each (prefix filtering: Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity
/// Search, 2007).
fn prefix(words: &[u32]) -> &[u32] {
    let common = (words.len() * ALIKE).div_ceil(100);
    words.get(..(words.len() + 1).saturating_sub(common)).unwrap_or(words)
}

fn alike(one: &[u32], other: &[u32]) -> bool {
    let own: BTreeSet<u32> = one.iter().copied().collect();
    let shared = other.iter().filter(|word| own.contains(word)).count();
    shared * 100 >= (own.len() + other.len() - shared) * ALIKE
}

fn say_the_same(knowledge: &Knowledge, one: &Sentence, other: &Sentence) -> bool {
    let differ = |one: &Sentence, other: &Sentence| one.names.difference(&other.names).next().is_some();
    let of_different_things = differ(one, other) && differ(other, one);
    let disputed = match (one.entry.fact(), other.entry.fact()) {
        (Some(one), Some(other)) => knowledge[one].disputes.iter().any(|dispute| dispute.fact == other),
        _ => false,
    };
    alike(&one.words, &other.words) && !of_different_things && !disputed
}

/// The word by which a text reports a claim, where it does.
fn claim(text: &str) -> Option<&'static str> {
    // A capital makes it a name, as in “Port Said”, except at the beginning.
    let mut words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect();
    if let Some(first) = words.first_mut() {
        *first = first.to_lowercase();
    }
    (0..words.len()).find_map(|at| {
        let claim = CLAIMS.iter().find(|claim| begins_with(&words[at..], claim))?;
        let after = &words[at + claim.split(' ').count()..];
        let before = at.checked_sub(1).map_or("", |at| words[at].as_str());
        let names = matches!(*claim, "called" | "calls" | "argued" | "argues" | "claimed" | "claims");
        let number = after.first().is_some_and(|word| word.chars().all(char::is_numeric));
        let reports_nothing =
            NO_CLAIM_AFTER.contains(&before) || number || NO_CLAIM_BEFORE.iter().any(|next| begins_with(after, next));
        (!(names && reports_nothing)).then_some(*claim)
    })
}

/// Whether a sentence tells that somebody said something. Its date is then that of the saying.
pub(in crate::check) fn tells_a_saying(text: &str) -> bool {
    claim(text).is_some() || super::words(text).iter().any(|word| SAYINGS.contains(&&**word))
}

fn begins_with(words: &[String], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|word| words.next().is_some_and(|own| own == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_alike_shares_a_rare_word(
            one in proptest::collection::btree_set(0_u32..14, 1..12), other in proptest::collection::btree_set(0_u32..14, 1..12)
        ) {
            let (one, other): (Vec<u32>, Vec<u32>) = (one.into_iter().collect(), other.into_iter().collect());
            let shared = prefix(&one).iter().any(|word| prefix(&other).contains(word));
            prop_assert!(shared || !alike(&one, &other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_word_for_saying_is_no_claim_in_every_use() {
        for text in [
            "The ship left Port Said in May.",
            "He called for reforms and called on the others.",
            "The project is called Nord Stream.",
            "The so-called caviar diplomacy began in 2001.",
            "The war claimed the lives of 3,000 people.",
            "International calls to release them had no effect.",
        ] {
            assert_eq!(claim(text), None, "{text}");
        }
    }

    #[test]
    fn a_claim_is_found_wherever_it_stands() {
        for (text, word) in [
            ("According to experts it is so.", "according to"),
            ("The president said that it is so.", "said"),
            ("He called the neighbour a dictator.", "called"),
            ("It is said to be so in Port Said.", "said"),
            ("The ministry claims to have won.", "claims"),
        ] {
            assert_eq!(claim(text), Some(word), "{text}");
        }
    }
}
