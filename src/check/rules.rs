//! The rules, one function each; [`super::RULES`] says what each is for.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Code;
use crate::knowledge::date::Date;
use crate::knowledge::{Cites, EntryId, Fault, Knowledge, Origin, Place, SourceId, Table};

/// A sentence longer than this, in characters, is read twice; it also leaves no room for others on a page of an answer.
const LONGEST_SENTENCE: usize = 300;

/// A title longer than this, in characters, does not fit on one line of a list.
const LONGEST_TITLE: usize = 80;

/// Words that report what somebody says. The list is English, as the texts are.
const CLAIMS: &[&str] = &[
    "according to",
    "claims",
    "claimed",
    "says",
    "said",
    "called",
    "calls",
    "argues",
    "argued",
    "alleged",
    "allegedly",
];

/// A word at least this long may be mistyped by one letter and still be the same word.
const TYPO_WORD: usize = 5;

/// A name of an entry: where it stands, and the text.
struct Name<'k> {
    entry: EntryId,
    place: Place,
    text: &'k str,
    main: bool,
}

/// A name, and the word that was left out of it.
type Gap<'k> = (Name<'k>, String);

pub(super) fn shared_alias(knowledge: &Knowledge) -> Vec<Fault> {
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
pub(super) fn near_twins(knowledge: &Knowledge) -> Vec<Fault> {
    let mut seen: BTreeMap<(Table, Vec<String>), Vec<Gap<'_>>> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    let mut faults = Vec::new();
    for name in names(knowledge).into_iter().filter(|name| name.main) {
        let mut sorted = words(name.text);
        sorted.sort_unstable();
        for left_out in 0..sorted.len() {
            let mut rest = sorted.clone();
            let word = rest.remove(left_out);
            let others = seen.entry((name.place.table, rest)).or_default();
            for (other, other_word) in others.iter() {
                if other.entry != name.entry && is_typo(&word, other_word) && reported.insert((other.entry, name.entry))
                {
                    let message = format!("“{}” is nearly “{}”", name.text, other.text);
                    let fault = Fault::new(Code::NearTwins, message, name.place).and(other.place);
                    faults.push(fault.help("make them one entry, or tell them apart in the title"));
                }
            }
            others.push((Name { ..name }, word));
        }
    }
    faults
}

pub(super) fn after_source(knowledge: &Knowledge) -> Vec<Fault> {
    let late = |date: Option<&Date>, cites: &Cites| {
        let published = cites.as_slice().iter().map(|cite| knowledge[cite.source].published.days().1).max();
        date.zip(published).is_some_and(|(date, published)| date.days().0 > published)
    };
    let fault = |table, origin| {
        Fault::new(Code::AfterSource, "this is dated after its source was published", Place::key(table, origin, "date"))
            .help("mend the date, or mark a fact with `forecast = true`")
    };
    let facts = knowledge.facts().filter(|(_, fact)| !fact.forecast && late(fact.date.as_ref(), &fact.cites));
    let events = knowledge.events().filter(|(_, event)| late(event.date.as_ref(), &event.cites));
    let facts = facts.map(|(_, entry)| fault(Table::Fact, entry.origin));
    facts.chain(events.map(|(_, entry)| fault(Table::Event, entry.origin))).collect()
}

pub(super) fn no_unit(knowledge: &Knowledge) -> Vec<Fault> {
    let unit = |fact: &crate::knowledge::Fact| fact.aspect.and_then(|aspect| knowledge[aspect].unit.as_deref());
    let bare = knowledge.facts().filter(|(_, fact)| fact.value.is_some() && unit(fact).is_none());
    bare.map(|(_, fact)| {
        Fault::new(Code::NoUnit, "this value has no unit", Place::key(Table::Fact, fact.origin, "value"))
            .help("name an `aspect` that has a `unit`")
    })
    .collect()
}

pub(super) fn unused_source(knowledge: &Knowledge) -> Vec<Fault> {
    let cites = knowledge.facts().map(|(_, entry)| &entry.cites);
    let cites = cites.chain(knowledge.events().map(|(_, entry)| &entry.cites));
    let cites = cites.chain(knowledge.actors().map(|(_, entry)| &entry.cites));
    let cites = cites.chain(knowledge.relations().map(|(_, entry)| &entry.cites));
    let used: BTreeSet<SourceId> = cites.flat_map(Cites::as_slice).map(|cite| cite.source).collect();
    let unused = knowledge.sources().filter(|(id, _)| !used.contains(id));
    unused
        .map(|(_, source)| idle(Code::UnusedSource, "nothing rests on this source", Table::Source, source.origin))
        .collect()
}

pub(super) fn unused(knowledge: &Knowledge) -> Vec<Fault> {
    let actors = knowledge.actors().filter(|(id, _)| {
        let entry = EntryId::Actor(*id);
        let facts = [knowledge.facts_about(entry), knowledge.facts_with(entry), knowledge.facts_said_by(*id)];
        let silent = facts.iter().all(|facts| facts.is_empty());
        silent && knowledge.relations_of(*id).is_empty() && knowledge.events_of(*id).is_empty()
    });
    let topics = knowledge.topics().filter(|(id, _)| knowledge.events_on(*id).is_empty());
    let aspects = knowledge.aspects();
    let aspects = aspects.filter(|(id, _)| knowledge.facts_on(*id).is_empty() && knowledge.parts_of(*id).is_empty());
    let actors = actors.map(|(_, entry)| (Table::Actor, entry.origin));
    let topics = topics.map(|(_, entry)| (Table::Topic, entry.origin));
    let aspects = aspects.map(|(_, entry)| (Table::Aspect, entry.origin));
    let all = actors.chain(topics).chain(aspects);
    all.map(|(table, origin)| idle(Code::Unused, "nothing refers to this entry", table, origin)).collect()
}

pub(super) fn no_attribution(knowledge: &Knowledge) -> Vec<Fault> {
    let claims = |text: &str| {
        let text = format!(" {} ", words(text).join(" "));
        CLAIMS.iter().find(|claim| text.contains(&format!(" {claim} "))).copied()
    };
    let open = knowledge.facts().filter(|(_, fact)| fact.attributed_to.is_none());
    open.filter_map(|(_, fact)| {
        let message = format!("“{}” reports a claim, but not whose", claims(&fact.text)?);
        let fault = Fault::new(Code::NoAttribution, message, Place::key(Table::Fact, fact.origin, "text"));
        Some(fault.help("add `attributed_to`"))
    })
    .collect()
}

pub(super) fn long_text(knowledge: &Knowledge) -> Vec<Fault> {
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

fn idle(code: Code, message: &str, table: Table, origin: Origin) -> Fault {
    Fault::new(code, message, Place::key(table, origin, "id")).help("use it, or remove it")
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

/// The words of a text, in small letters, without punctuation.
fn words(text: &str) -> Vec<String> {
    let folded: String = text.nfkc().collect::<String>().to_lowercase();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

fn is_typo(one: &str, other: &str) -> bool {
    let letters = |word: &str| word.chars().count() >= TYPO_WORD && word.chars().all(char::is_alphabetic);
    one == other || (letters(one) && letters(other) && strsim::osa_distance(one, other) <= 1)
}
