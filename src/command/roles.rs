//! Who did what to whom, as far as prepositions and the order of words tell.
//!
//! Owns whether a text gives the actors of a question the other parts: the one who sells where the buyer was asked for, the
//! guest for the host. It reads English, and only where it is plain; what it does not see, it lets pass.

use std::collections::{BTreeMap, BTreeSet};

use super::transfers::{Token, Transfer, transfers};
use crate::knowledge::{ActorId, ActorKind, Knowledge};
use crate::matcher::stem;
use crate::meaning::is_telling;

/// What a question and a text must agree on: whom each of these leads to.
const PREPOSITIONS: [&str; 7] = ["to", "from", "in", "by", "of", "against", "with"];

/// Words that may stand between a preposition and its name.
const BETWEEN: [&str; 4] = ["the", "a", "an", "president"];

/// Shorter words of a name are particles and initials.
const SHORTEST: usize = 3;

/// Shorter beginnings are those of other words.
const SHORTEST_PEOPLE: usize = 4;

/// The names of actors, as far as one word tells whom is meant.
#[derive(Debug)]
pub(super) struct Roles {
    actors: BTreeMap<Box<str>, ActorId>,
    /// Parts of names that several actors have.
    doubtful: BTreeSet<Box<str>>,
    /// What is said for an actor and is none of its names: a capital for a state.
    metonyms: BTreeSet<Box<str>>,
    /// Names of several words by their first one, the longest first.
    long: LongNames,
    /// The names of countries without their last letter, with which the names of their peoples begin: Armenia, Armenians.
    peoples: BTreeMap<Box<str>, ActorId>,
}

/// Names of several words, in small letters, by their first one.
type LongNames = BTreeMap<Box<str>, Vec<(Vec<Box<str>>, ActorId)>>;

impl Roles {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let mut actors: BTreeMap<Box<str>, ActorId> = BTreeMap::new();
        let mut doubtful: BTreeSet<Box<str>> = BTreeSet::new();
        let mut metonyms: BTreeSet<Box<str>> = BTreeSet::new();
        let mut note = |word: &str, id: ActorId| {
            let word: Box<str> = word.to_lowercase().into();
            if actors.insert(word.clone(), id).is_some_and(|other| other != id) {
                doubtful.insert(word);
            }
        };
        let mut peoples = BTreeMap::new();
        let mut long: BTreeMap<Vec<Box<str>>, BTreeSet<ActorId>> = BTreeMap::new();
        for (id, actor) in knowledge.actors() {
            if actor.kind == ActorKind::Country && words(&actor.name).count() == 1 {
                let name = actor.name.to_lowercase();
                let shorter = name.char_indices().next_back().and_then(|(last, _)| name.get(..last));
                peoples.extend(shorter.filter(|name| name.len() >= SHORTEST_PEOPLE).map(|name| (name.into(), id)));
            }
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                let words: Vec<&str> = words(name).collect();
                if words.len() > 1 {
                    long.entry(words.iter().map(|word| word.to_lowercase().into()).collect()).or_default().insert(id);
                }
                if words.len() == 1 || actor.kind == ActorKind::Person {
                    let telling = words.into_iter().filter(|word| word.len() >= SHORTEST || is_abbreviation(word));
                    telling.for_each(|word| note(word, id));
                }
            }
        }
        for said in knowledge.words() {
            if let Some((id, _)) = knowledge.actors().find(|(_, actor)| actor.name == said.means) {
                for said in said.says.iter().filter(|said| words(said).count() == 1) {
                    note(said, id);
                    metonyms.insert(said.to_lowercase().into());
                }
            }
        }
        for word in &doubtful {
            actors.remove(word);
        }
        Self { actors, doubtful, metonyms, long: by_first_word(long), peoples }
    }

    /// The actors whom a text names with their whole names, or in one word, in their order.
    pub(super) fn all_named(&self, text: &str) -> Vec<ActorId> {
        let actor = |token: Token| if let Token::Actor(id) = token { Some(id) } else { None };
        self.read(text).into_iter().filter_map(actor).collect()
    }

    /// The actor whom a word names, or whose people.
    pub(super) fn named(&self, word: &str) -> Option<ActorId> {
        let word = word.to_lowercase();
        let begins = |end: usize| self.peoples.get(word.get(..end)?).copied();
        let people = || (SHORTEST_PEOPLE..word.len()).find_map(begins);
        self.actors.get(word.as_str()).copied().or_else(people)
    }

    /// Whether a word is part of the names of several actors.
    pub(super) fn names_several(&self, word: &str) -> bool {
        self.doubtful.contains(&*word.to_lowercase())
    }

    /// Whether a word is said for an actor whose name it is not.
    pub(super) fn is_metonym(&self, word: &str) -> bool {
        self.metonyms.contains(&*word.to_lowercase())
    }

    /// Whether all of the texts that say a thing give the actors of the question other parts in it.
    pub(super) fn are_swapped(&self, question: &str, texts: &[&str]) -> bool {
        let asked = self.read(question);
        let told: Vec<Vec<Token>> = texts.iter().map(|text| self.read(text)).collect();
        leads_elsewhere(&asked, &told)
            || runs_the_other_way(&asked, &told)
            || changes_hands_the_other_way(&asked, &told)
            || acts_the_other_way(&asked, &told)
    }

    /// Whether one of the texts that say a thing gives the actors of the question the same parts in it: each pair in the same
    /// order, or where there is none, each after the same preposition.
    pub(super) fn are_kept(&self, question: &str, texts: &[&str]) -> bool {
        let asked = self.read(question);
        let pairs = bonds(&asked);
        let keeps = |text: &&str| {
            let told = self.read(text);
            let told_pairs = bonds(&told);
            let pair =
                |asked: &Bond<'_>| told_pairs.iter().any(|told| told.one == asked.one && told.other == asked.other);
            let led = |preposition: &&str| {
                let (here, there) = (led_to(&asked, preposition), led_to(&told, preposition));
                !here.is_empty() && here.iter().all(|id| there.contains(id))
            };
            if pairs.is_empty() { PREPOSITIONS.iter().any(led) } else { pairs.iter().all(pair) }
        };
        texts.iter().any(keeps)
    }

    fn read(&self, text: &str) -> Vec<Token> {
        let words: Vec<String> = words(text).map(str::to_lowercase).collect();
        let (mut rest, mut tokens) = (words.as_slice(), Vec::new());
        while let Some(word) = rest.first() {
            let (token, length) = match (self.long_name(rest), self.actors.get(word.as_str())) {
                (Some((id, length)), _) => (Token::Actor(id), length),
                (None, Some(id)) => (Token::Actor(*id), 1),
                (None, None) => (Token::Word(stem(word).into_owned()), 1),
            };
            tokens.push(token);
            rest = rest.get(length..).unwrap_or_default();
        }
        tokens
    }

    /// The actor with whose whole name of several words these begin, and how many of them it has.
    fn long_name(&self, words: &[String]) -> Option<(ActorId, usize)> {
        let names = self.long.get(words.first()?.as_str())?.iter();
        let begins = |name: &[Box<str>]| {
            name.len() <= words.len() && name.iter().zip(words).all(|(one, other)| **one == **other)
        };
        names.map(|(name, id)| (name, *id)).find(|(name, _)| begins(name)).map(|(name, id)| (id, name.len()))
    }
}

/// Names of several words by their first one, the longest first, without those of several actors.
fn by_first_word(names: BTreeMap<Vec<Box<str>>, BTreeSet<ActorId>>) -> LongNames {
    let mut by_first = LongNames::new();
    for (words, actors) in names {
        if let (Some(first), Some(&actor), 1) = (words.first(), actors.first(), actors.len()) {
            by_first.entry(first.clone()).or_default().push((words, actor));
        }
    }
    for names in by_first.values_mut() {
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    by_first
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "s")
}

/// Whether a short word of a name is one in small letters, too: UK and EU, but not US.
fn is_abbreviation(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase) && is_telling(word)
}

/// The actors that a preposition leads to.
fn led_to(tokens: &[Token], preposition: &str) -> Vec<ActorId> {
    let leads = |at: &usize| matches!(tokens.get(*at), Some(Token::Word(word)) if word == preposition);
    let next = |at: usize| {
        let rest = tokens.get(at + 1..).unwrap_or_default();
        rest.iter().find(|token| !matches!(token, Token::Word(word) if BETWEEN.contains(&word.as_str())))
    };
    let actor = |token: &Token| if let Token::Actor(id) = token { Some(*id) } else { None };
    (0..tokens.len()).filter(leads).filter_map(next).filter_map(actor).collect()
}

/// A preposition of the question leads to an actor to whom it leads in no text, and to somebody else in one.
fn leads_elsewhere(asked: &[Token], told: &[Vec<Token>]) -> bool {
    PREPOSITIONS.iter().any(|preposition| {
        let here = led_to(asked, preposition);
        let there: Vec<ActorId> = told.iter().flat_map(|text| led_to(text, preposition)).collect();
        !there.is_empty() && here.iter().any(|id| !there.contains(id))
    })
}

/// The question has one actor, a verb and another actor in this order, and the texts have them only in the other.
fn runs_the_other_way(asked: &[Token], told: &[Vec<Token>]) -> bool {
    let told: Vec<Clause<'_>> = told.iter().flat_map(|text| clauses(text)).collect();
    clauses(asked).iter().any(|&Clause { one, verb, other }| {
        let reversed = Clause { one: other, verb, other: one };
        one != other && told.contains(&reversed) && !told.iter().any(|told| told.one == one && told.other == other)
    })
}

/// What the question has one actor give, all texts that tell of it have that actor get.
fn changes_hands_the_other_way(asked: &[Token], told: &[Vec<Token>]) -> bool {
    let told: Vec<Transfer> = told.iter().flat_map(|text| transfers(text)).collect();
    let asked = transfers(asked);
    let reversed = |asked: &Transfer| told.iter().any(|told| told.is_reverse_of(*asked));
    asked.iter().any(reversed) && !asked.iter().any(|asked| told.iter().any(|told| told.agrees_with(*asked)))
}

/// The question has one actor do something to another, and the texts that tell of it only the other to the one.
fn acts_the_other_way(asked: &[Token], told: &[Vec<Token>]) -> bool {
    let told: Vec<Bond<'_>> = told.iter().flat_map(|text| bonds(text)).collect();
    bonds(asked).iter().any(|asked| {
        let reversed = |told: &Bond<'_>| told.one == asked.other && told.other == asked.one;
        let same = |told: &Bond<'_>| told.one == asked.one && told.other == asked.other;
        let does = |told: &Bond<'_>| asked.act().is_some_and(|act| told.words.contains(&act));
        told.iter().any(|told| reversed(told) && does(told)) && !told.iter().any(same)
    })
}

/// Two actors, the one who acts first, and the telling words between them.
#[derive(Debug, PartialEq)]
struct Bond<'t> {
    one: ActorId,
    words: Vec<&'t str>,
    other: ActorId,
    passive: bool,
}

impl Bond<'_> {
    /// What a short question has the one do: the word after the one, or before "by".
    fn act(&self) -> Option<&str> {
        if self.passive { self.words.last().copied() } else { self.words.first().copied() }
    }
}

/// Words between two actors beyond which they have nothing to do with each other.
const MOST_APART: usize = 10;

/// Stems of words that say no more of the one than of the other, and of the offices and things that each has.
#[rustfmt::skip]
const MUTUAL: [&str; 40] = [
    "and", "or", "meet", "talk", "agre", "agreement", "sign", "discuss", "cooper", "trade", "relat", "relationship", "tie", "partner", "alli",
    "allianc", "friend", "war", "conflict", "border", "between", "presid", "minist", "ministri", "leader", "prime", "foreign",
    "govern", "state", "countri", "secur", "militari", "defenc", "polit", "econom", "visit", "exchang", "share", "both", "like",
];

/// Each pair of actors that are named near each other; the other way round where "by" leads to the second.
fn bonds(tokens: &[Token]) -> Vec<Bond<'_>> {
    let actor = |(at, token): (usize, &Token)| if let Token::Actor(id) = token { Some((at, *id)) } else { None };
    let actors: Vec<(usize, ActorId)> = tokens.iter().enumerate().filter_map(actor).collect();
    let pairs =
        actors.iter().enumerate().flat_map(|(at, one)| actors.iter().skip(at + 1).map(move |other| (*one, *other)));
    let bond = |((from, one), (to, other)): ((usize, ActorId), (usize, ActorId))| {
        let between = tokens.get(from + 1..to).filter(|between| between.len() <= MOST_APART && one != other)?;
        let words = || {
            between.iter().filter_map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
        };
        let passive = words().next_back() == Some("by");
        let telling =
            words().filter(|word| word.len() >= SHORTEST && !AUXILIARIES.contains(word) && !MUTUAL.contains(word));
        let telling = telling.filter(|word| is_telling(word)).collect();
        let (one, other) = if passive { (other, one) } else { (one, other) };
        Some(Bond { one, words: telling, other, passive })
    };
    pairs.filter_map(bond).collect()
}

/// An actor, the word after it, and the next actor.
#[derive(Debug, PartialEq)]
struct Clause<'t> {
    one: ActorId,
    verb: &'t str,
    other: ActorId,
}

/// Each pair of neighbouring actors; the other way round where "by" leads to the second.
fn clauses(tokens: &[Token]) -> Vec<Clause<'_>> {
    let actor = |(at, token): (usize, &Token)| if let Token::Actor(id) = token { Some((at, *id)) } else { None };
    let actors: Vec<(usize, ActorId)> = tokens.iter().enumerate().filter_map(actor).collect();
    let clause = |pair: &[(usize, ActorId)]| {
        let &[(from, one), (to, other)] = pair else { return None };
        let between = tokens.get(from + 1..to)?;
        let mut words =
            between.iter().filter_map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None });
        let verb = words.clone().find(|word| !AUXILIARIES.contains(word)).filter(|verb| !MUTUAL.contains(verb))?;
        let passive = words.next_back() == Some("by");
        Some(if passive { Clause { one: other, verb, other: one } } else { Clause { one, verb, other } })
    };
    actors.windows(2).filter_map(clause).collect()
}

/// Stems of words that stand before a verb.
#[rustfmt::skip]
const AUXILIARIES: [&str; 22] = [
    "is", "are", "was", "were", "has", "had", "have", "be", "been", "will", "would", "shall", "should", "can", "could", "may",
    "might", "must", "did", "doe", "not", "also",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn roles() -> Roles {
        let names = ["belarus", "azerbaijan", "argentina", "armenia", "russia"];
        let actors = names.iter().zip(0..).map(|(name, number)| ((*name).into(), ActorId(number))).collect();
        let peoples = [("armeni".into(), ActorId(3))].into();
        Roles { actors, doubtful: BTreeSet::new(), metonyms: BTreeSet::new(), long: BTreeMap::new(), peoples }
    }

    #[test]
    fn the_same_with_the_parts_exchanged_is_something_else() {
        for (question, text) in [
            ("which weapons does azerbaijan export to belarus", "Belarus exports weapons to Azerbaijan."),
            ("how many people from russia live in armenia", "Some people from Armenia live in Russia."),
            ("When did Azerbaijan recognise Argentina?", "Argentina recognised Azerbaijan in 1992."),
            ("was Russia recognised by Armenia", "Russia recognised Armenia."),
            ("when did azerbaijan attack armenia", "He denied that Armenia would attack Azerbaijan."),
            ("how much money did belarus lend azerbaijan", "Azerbaijan lent Belarus 300 million US dollars."),
            ("how much did belarus pay russia for weapons", "Russia bought arms from Belarus."),
            ("what did armenia buy from belarus", "The arms that Belarus bought were sold by Armenia."),
            (
                "which armenia airfields were bombed by russia aircraft",
                "Armenia and Belarus aircraft bombed Russia airfields.",
            ),
        ] {
            assert!(roles().are_swapped(question, &[text]), "{question}");
        }
    }

    #[test]
    fn another_order_or_another_verb_says_nothing() {
        for (question, text) in [
            ("what does belarus export to azerbaijan", "Belarus exports weapons to Azerbaijan."),
            ("did azerbaijan buy arms from belarus", "Belarus sold arms to Azerbaijan."),
            ("was azerbaijan recognised by argentina", "Argentina recognised Azerbaijan in 1992."),
            ("who recognised azerbaijan", "Argentina recognised Azerbaijan in 1992."),
            ("azerbaijan argentina recognition", "Argentina recognised Azerbaijan in 1992."),
            ("to whom, to the moon?", ""),
            ("what did azerbaijan pay belarus for weapons", "Belarus sold weapons to Azerbaijan."),
            ("trade between belarus and azerbaijan", "Trade between Azerbaijan and Belarus grew."),
            ("who lent belarus money", "Azerbaijan lent Belarus 300 million US dollars."),
            ("what does russia export", "Belarus buys arms from Russia."),
            ("did the armenia president meet the russia president", "Russia's president met the president of Armenia."),
        ] {
            assert!(!roles().are_swapped(question, &[text]), "{question}");
        }
    }

    #[test]
    fn a_people_is_named_by_its_country() {
        assert_eq!(roles().named("Armenians"), roles().named("Armenia"));
        assert!(roles().named("belarus").is_some());
        assert_eq!(roles().named("army"), None);
    }

    #[test]
    fn one_line_that_says_it_so_is_enough() {
        let texts = ["Belarus exports weapons to Azerbaijan.", "which weapons did azerbaijan send to belarus"];
        assert!(!roles().are_swapped("which weapons does azerbaijan export to belarus", &texts));
    }
}
