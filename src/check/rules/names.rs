//! Names and aliases: those that two entries share, that can hardly be told apart, or that are true only for a time.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::{MOST_COMPARED, words};
use crate::diagnostic::Code;
use crate::knowledge::{ActorKind, EntryId, Fault, Knowledge, Place, Table};

/// A word at least this long may be mistyped by one letter and still be the same word.
const TYPO_WORD: usize = 5;

/// Words for offices that people hold for a time, in the languages in which names are often written. A longer title holds
/// one of them: a prime minister is a minister. `прем` and `прэм` are what an apostrophe leaves of a premier.
const OFFICES: &[&str] = &[
    "ambassador",
    "chairman",
    "chairwoman",
    "chancellor",
    "emperor",
    "governor",
    "head of government",
    "head of state",
    "king",
    "leader",
    "mayor",
    "minister",
    "monarch",
    "premier",
    "president",
    "queen",
    "secretary general",
    "secretary of state",
    "канцлер",
    "король",
    "министр",
    "міністр",
    "міністар",
    "мэр",
    "мер",
    "посол",
    "прэзідэнт",
    "президент",
    "премьер",
    "прем",
    "прэм",
    "başbakan",
    "başkan",
    "bakanı",
    "cumhurbaşkanı",
    "nazir",
    "naziri",
    "prezident",
    "prezidenti",
];

/// A name of an entry: where it stands, and the text.
#[derive(Clone, Copy)]
struct Name<'k> {
    entry: EntryId,
    place: Place,
    text: &'k str,
    main: bool,
}

pub(in crate::check) fn shared_alias(knowledge: &Knowledge) -> Vec<Fault> {
    let mut owners: BTreeMap<(Table, String), Name<'_>> = BTreeMap::new();
    let mut faults = Vec::new();
    for name in names(knowledge) {
        let key = (name.place.table, words(name.text).join(" "));
        match owners.get(&key) {
            Some(owner) if owner.entry != name.entry => {
                let message = format!("“{}” names `{}` too", name.text, knowledge.key(owner.entry));
                let fault = Fault::new(Code::SharedAlias, message, name.place).and(owner.place);
                faults.push(fault.help("whoever types it must choose; keep it only if it is true of both"));
            }
            Some(_) => {}
            None => {
                owners.insert(key, name);
            }
        }
    }
    faults
}

/// Names are near twins when they have the same words in any order, or all but one, and that one differs by a letter.
pub(in crate::check) fn near_twins(knowledge: &Knowledge) -> Vec<Fault> {
    let names: Vec<(Name<'_>, Vec<String>)> = names(knowledge)
        .into_iter()
        .filter(|name| name.main)
        .map(|name| {
            let mut sorted = words(name.text);
            sorted.sort_unstable();
            (name, sorted)
        })
        .collect();
    let mut seen: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut faults = Vec::new();
    for (at, (name, sorted)) in names.iter().enumerate() {
        let keys = twin_keys(name.place.table, sorted);
        let mut others: Vec<usize> = keys.iter().filter_map(|key| seen.get(key)).flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        let twin = others.iter().take(MOST_COMPARED).map(|&other| &names[other]).find(|(other, other_sorted)| {
            other.entry != name.entry && other.place.table == name.place.table && are_twins(sorted, other_sorted)
        });
        if let Some((twin, _)) = twin {
            let message = format!("“{}” is nearly “{}”", name.text, twin.text);
            let fault = Fault::new(Code::NearTwins, message, name.place).and(twin.place);
            faults.push(fault.help("make them one entry, or tell them apart in the title"));
        }
        for key in keys {
            let list = seen.entry(key).or_default();
            if list.len() < MOST_COMPARED {
                list.push(at);
            }
        }
    }
    faults
}

pub(in crate::check) fn office_alias(knowledge: &Knowledge) -> Vec<Fault> {
    let offices: BTreeSet<String> = knowledge.offices().map(|(office, _)| words(office).join(" ")).collect();
    let people = knowledge.actors().filter(|(_, actor)| actor.kind == ActorKind::Person);
    let aliases = people.flat_map(|(_, actor)| {
        let own = words(&actor.name);
        actor.aliases.iter().enumerate().map(move |(index, alias)| (actor, own.clone(), index, alias))
    });
    let timeless = aliases.filter(|(_, own, _, alias)| {
        let alias = words(alias);
        let phrase = alias.join(" ");
        let names_office = offices.contains(&phrase) || OFFICES.iter().any(|office| holds(&phrase, office));
        names_office && !alias.iter().any(|word| own.iter().any(|own| is_typo(own, word)))
    });
    timeless
        .map(|(actor, _, index, alias)| {
            let message = format!("“{alias}” is an office, which {} holds only for a time", actor.name);
            let help = "remove it, and write a relation with `kind = \"holds-office\"`, `office` and `date`";
            Fault::new(Code::OfficeAlias, message, Place::element(Table::Actor, actor.origin, "aliases", index))
                .help(help)
        })
        .collect()
}

/// Whether some words stand in a phrase, as whole words.
fn holds(phrase: &str, words: &str) -> bool {
    format!(" {phrase} ").contains(&format!(" {words} "))
}

/// All names and aliases of actors, events, topics and aspects.
fn names(knowledge: &Knowledge) -> Vec<Name<'_>> {
    let mut all = Vec::new();
    macro_rules! collect {
        ($($list:ident $variant:ident $key:ident;)+) => {$(
            for (id, entry) in knowledge.$list() {
                let (table, origin, entry_id) = (Table::$variant, entry.origin, EntryId::$variant(id));
                let place = Place::key(table, origin, stringify!($key));
                all.push(Name { entry: entry_id, place, text: &entry.$key, main: true });
                all.extend(entry.aliases.iter().enumerate().map(|(index, text)| {
                    Name { entry: entry_id, place: Place::element(table, origin, "aliases", index), text, main: false }
                }));
            }
        )+};
    }
    collect! {
        actors Actor name;
        events Event title;
        topics Topic label;
        aspects Aspect label;
    }
    all
}

/// Keys of which two names share one if they are near twins: all words but one, and what is left of that one when any
/// letter is taken out. Two words that differ by one letter, put in, left out, changed or swapped, agree in one of these
/// (the deletion neighbourhood of `SymSpell`, <https://github.com/wolfgarbe/SymSpell>).
fn twin_keys(table: Table, sorted: &[String]) -> Vec<u64> {
    let mut keys = Vec::new();
    for left_out in 0..sorted.len() {
        let rest: Vec<&String> =
            sorted.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, word)| word).collect();
        let key = |word: &str| FixedState::default().hash_one((table, &rest, word));
        let word = &sorted[left_out];
        keys.push(key(word));
        if may_be_mistyped(word) {
            keys.extend(word.char_indices().map(|(at, letter)| {
                let (before, after) = word.split_at(at);
                key(&format!("{before}{}", after.get(letter.len_utf8()..).unwrap_or_default()))
            }));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether two names, each as its sorted words, have the same words but for a mistyped one.
fn are_twins(one: &[String], other: &[String]) -> bool {
    let missing = |from: &[String], of: &[String]| {
        let mut left: Vec<String> = from.to_vec();
        for word in of {
            if let Some(at) = left.iter().position(|own| own == word) {
                left.remove(at);
            }
        }
        left
    };
    match (missing(one, other).as_slice(), missing(other, one).as_slice()) {
        ([], []) => true,
        ([word], [other]) => is_typo(word, other),
        _ => false,
    }
}

fn may_be_mistyped(word: &str) -> bool {
    word.chars().count() >= TYPO_WORD && word.chars().all(char::is_alphabetic)
}

fn is_typo(one: &str, other: &str) -> bool {
    one == other || (may_be_mistyped(one) && may_be_mistyped(other) && strsim::osa_distance(one, other) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(name: &str) -> Vec<String> {
        let mut words = words(name);
        words.sort_unstable();
        words
    }

    #[test]
    fn twins_have_one_mistyped_word_at_most() {
        let twins = |one, other| are_twins(&sorted(one), &sorted(other));
        assert!(twins("Ada Lovelace", "Lovelace, ADA"));
        assert!(twins("Treaty of Minsk", "Traety of Minsk"));
        assert!(twins("Visit to Baku", "Viisit to Baku"));
        assert!(!twins("Visit to Baku 2013", "Visit to Baku 2014"), "numbers are no mistakes");
        assert!(!twins("Ada", "Ida"), "short words are other words");
        assert!(!twins("Treaty of Minsk", "Traety of Mensk"), "two mistakes");
        assert!(!twins("Minsk", "Minsk Minsk"));
    }

    proptest! {
        #[test]
        fn twins_share_a_key(
            name in "[a-dé]{5,8}( [a-dé]{5,6})?", at in 0_usize..8, letter in "[a-dé]", change in 0_u8..4
        ) {
            let mut letters: Vec<char> = name.chars().collect();
            let at = at.min(letters.len() - 2);
            let letter = letter.chars().next().unwrap();
            match change {
                0 => letters.insert(at, letter),
                1 => letters[at] = letter,
                2 => letters.swap(at, at + 1),
                _ => drop(letters.remove(at)),
            }
            let (one, other) = (sorted(&name), sorted(&letters.into_iter().collect::<String>()));
            let keys = twin_keys(Table::Actor, &one);
            let shared = twin_keys(Table::Actor, &other).iter().any(|key| keys.contains(key));
            prop_assert!(shared || !are_twins(&one, &other), "{one:?} {other:?}");
        }
    }
}
