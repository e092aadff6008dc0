//! What a question asks: its terms and their weight, the slot it wants filled, the period it speaks of.
//!
//! Nothing here knows what is stored; `lexicon` finds the stored words that a term may mean.

use super::date::{self, Period};
use super::draft::LONGEST_WORD;
use super::language::{FunctionWords, Role};
use super::normalize::{Shape, Words};
use super::similarity::Spelling;
use super::sound;

/// What a question wants to know of an entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Slot {
    /// A date.
    When,
    /// A place.
    Where,
    /// The people or states involved.
    Who,
    /// A number.
    HowMany,
    /// Something else: which, what, why, how.
    Which,
}

/// What became of a word of the question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// It is looked for.
    Kept,
    /// It only holds the sentence together.
    Dropped,
    /// It belongs to a date.
    Date,
}

/// One word of the question.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) folded: String,
    pub(super) written: String,
    pub(super) sound: Vec<u8>,
    pub(super) usage: Use,
    /// How much the word counts because of how it was written, before its rarity is known.
    pub(super) stress: f32,
    /// It has a letter outside the Latin script.
    pub(super) foreign: bool,
    /// It is written as a name is: with a capital that its place does not ask for.
    pub(super) named: bool,
}

impl Term {
    /// Whether its writer set it apart from the names.
    pub(super) fn is_ordinary(&self) -> bool {
        self.stress <= ORDINARY
    }

    /// The term with other letters.
    pub(super) fn spelt(&self, folded: &str) -> Term {
        Term { folded: folded.to_owned(), written: folded.to_owned(), sound: sound_of(folded), ..*self }
    }

    pub(super) fn spelling(&self) -> Spelling<'_> {
        Spelling::new(self.folded.as_bytes(), &self.sound)
    }
}

/// A question, read.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) terms: Vec<Term>,
    pub(super) slot: Option<Slot>,
    pub(super) period: Option<Period>,
    /// It is asked in a sentence rather than typed as a name.
    pub(super) sentence: bool,
}

/// Terms beyond this many are not read: no honest question is longer, and hostile ones stay cheap.
pub(super) const MOST_TERMS: usize = 32;

/// From this many words on a text is taken for a sentence even without a question word.
const SENTENCE: usize = 6;

/// Stress of a word that holds the sentence together.
const BOUND: f32 = 0.1;

/// Stress of such a word in a name typed to look it up: it may be part of the name, but hardly tells it from others.
const LOOSE: f32 = 0.3;

/// Stress of a word in small letters in a text that uses capitals: an ordinary word, not a name.
const ORDINARY: f32 = 0.45;

/// Stress of the first word of a sentence: its capital says nothing.
const OPENING: f32 = 0.6;

/// Stress of a word in a sentence whose script or writer uses no capitals.
const UNMARKED: f32 = 0.7;

/// Stress of a single letter: an initial.
const INITIAL: f32 = 0.5;

/// Reads a question.
pub(super) fn read(text: &str, function_words: &FunctionWords) -> Question {
    let mut words = Words::default();
    words.read_typed(text);
    let folded: Vec<&str> = words.iter().take(MOST_TERMS).map(|word| word.folded).collect();
    let roles: Vec<Option<Role>> = folded.iter().map(|word| function_words.role(word)).collect();
    let (period, dated) = date::period(&folded);
    let sentence = is_sentence(text, &roles);
    let slot = roles.iter().find_map(|role| match role {
        Some(Role::Asks(slot)) if sentence => Some(*slot),
        _ => None,
    });
    let writing = Writing { sentence, capitals: uses_capitals(&words, &roles) };
    let terms = words
        .iter()
        .zip(&roles)
        .zip(dated)
        .map(|((word, role), dated)| {
            let binds = role.is_some() && !writing.is_name(word.shape);
            let bound = binds && sentence;
            Term {
                stress: if binds && !sentence { LOOSE } else { writing.stress(word.shape, word.folded, bound) },
                folded: word.start(LONGEST_WORD).to_owned(),
                written: word.written.to_owned(),
                sound: sound_of(word.folded),
                usage: usage(dated, bound),
                foreign: word.shape.foreign,
                named: writing.is_name(word.shape),
            }
        })
        .collect();
    Question { terms, slot, period, sentence }
}

fn sound_of(folded: &str) -> Vec<u8> {
    let mut sound = Vec::new();
    sound::sound_out(folded.as_bytes(), &mut sound);
    sound
}

fn usage(dated: bool, bound: bool) -> Use {
    match (dated, bound) {
        (true, _) => Use::Date,
        (false, true) => Use::Dropped,
        (false, false) => Use::Kept,
    }
}

/// A sentence asks something, ends as questions do, or is long.
fn is_sentence(text: &str, roles: &[Option<Role>]) -> bool {
    let asks = roles.iter().any(|role| matches!(role, Some(Role::Asks(_))));
    let ends = text.contains(['?', '؟', '՞', ';', '？']);
    let telling = roles.iter().any(Option::is_none);
    telling && (ends || roles.len() >= SENTENCE || asks && roles.len() >= 4)
}

/// Whether the writer sets names apart by capitals: some words have one, and some other ordinary words have none.
fn uses_capitals(words: &Words, roles: &[Option<Role>]) -> bool {
    let mut plain = false;
    let mut capital = false;
    for (word, role) in words.iter().zip(roles) {
        capital |= word.shape.capital;
        plain |= word.shape.cased && !word.shape.capital && role.is_none();
    }
    plain && capital
}

/// How the writer of a question writes.
#[derive(Clone, Copy)]
struct Writing {
    sentence: bool,
    capitals: bool,
}

impl Writing {
    fn is_name(self, shape: Shape) -> bool {
        shape.capital && !(shape.opens && self.sentence)
    }

    fn stress(self, shape: Shape, folded: &str, bound: bool) -> f32 {
        if bound {
            return BOUND;
        }
        let written = match (shape.capital, self.capitals, self.sentence) {
            (true, _, true) if shape.opens => OPENING,
            (false, true, _) if shape.cased => ORDINARY,
            (false, false, true) => UNMARKED,
            _ => 1.0,
        };
        if folded.len() == 1 { written * INITIAL } else { written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_plainly(text: &str) -> Question {
        read(text, &FunctionWords::new())
    }

    fn kept(text: &str) -> Vec<String> {
        let kept = read_plainly(text).terms.into_iter().filter(|term| term.usage == Use::Kept);
        kept.map(|term| term.folded).collect()
    }

    #[test]
    fn drops_what_only_holds_a_sentence_together() {
        assert_eq!(kept("Who is the president of Belarus?"), ["president", "belarus"]);
        assert_eq!(kept("Кто президент Беларуси?"), ["prezident", "belarusi"]);
        assert_eq!(kept("The Who"), ["the", "who"]);
        assert_eq!(kept("kim il sung"), ["kim", "il", "sung"]);
    }

    #[test]
    fn knows_the_slot_of_a_question() {
        for (text, slot) in [
            ("When did Lukashenko visit Baku?", Some(Slot::When)),
            ("Где прошла встреча?", Some(Slot::Where)),
            ("Azərbaycanda neçə siyasi məhbus var?", Some(Slot::HowMany)),
            ("Who", None),
            ("Baku", None),
        ] {
            assert_eq!(read_plainly(text).slot, slot, "{text}");
        }
    }

    #[test]
    fn names_weigh_more_than_ordinary_words() {
        let question = read_plainly("What is the highest mountain of Australia?");
        let stress = |folded: &str| question.terms.iter().find(|term| term.folded == folded).unwrap().stress;
        assert!(stress("australia") > stress("mountain"));
        assert!(stress("mountain") > stress("the"));
    }

    #[test]
    fn reads_no_more_than_so_many_terms() {
        assert_eq!(read_plainly(&"word ".repeat(1000)).terms.len(), MOST_TERMS);
    }
}
