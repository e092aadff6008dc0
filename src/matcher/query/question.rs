//! What a question asks: its terms and their weight, what type of answer it wants, the period it speaks of.
//!
//! Nothing here knows what is stored; `lexicon` finds the stored words that a term may mean.

use std::borrow::Cow;

use crate::matcher::query::date::Period;
use crate::matcher::query::period::{self, Part};
use crate::matcher::text::language::{Languages, Role};
use crate::matcher::text::normalize::{LONGEST_WORD, Shape, Word, Words};
use crate::matcher::text::term::{AnswerType, ORDINARY, Term, Use, sound_of};

/// A question, read.
#[derive(Clone, Debug)]
pub(in crate::matcher) struct Question {
    pub(in crate::matcher) terms: Vec<Term>,
    pub(in crate::matcher) answer_type: Option<AnswerType>,
    pub(in crate::matcher) period: Option<Period>,
    /// It is asked in a sentence rather than typed as a name.
    pub(in crate::matcher) sentence: bool,
}

/// Terms beyond this many are not read: no honest question is longer, and hostile ones stay cheap.
pub(in crate::matcher) const MOST_TERMS: usize = 32;

/// From this many words on a text is taken for a sentence even without a question word.
const SENTENCE_WORDS: usize = 6;

/// From this many words on a text with a question word is taken for one.
const SHORT_SENTENCE: usize = 4;

/// Fewest letters of a stop word that a stored name may claim for its own: "of" and "la" tell no name from another.
const SHORTEST_OWN: usize = 3;

/// English words behind "how" that make it ask for a number.
const MEASURED: [&str; 16] = [
    "many", "much", "far", "long", "large", "big", "often", "old", "high", "few", "fast", "deep", "wide", "tall",
    "heavy", "strong",
];

/// Stress of a word that holds the sentence together.
const BOUND: f32 = 0.1;

/// Stress of such a word in a name typed to look it up: it may be part of the name, but hardly tells it from others.
const LOOSE: f32 = 0.3;

/// Stress of the first word of a sentence: its capital says nothing.
const OPENING: f32 = 0.6;

/// Stress of a word in a sentence whose script or writer uses no capitals.
const UNMARKED: f32 = 0.7;

/// Stress of an initial, and of a short word with a full stop behind it: a given name or a title cut short ("S.", "Wm.").
const INITIAL: f32 = 0.5;

/// Letters of such a word at most.
const LONGEST_CUT: usize = 3;

/// Reads a question. `is_stored` tells whether a name that may be meant has a folded word.
pub(in crate::matcher) fn read(text: &str, languages: &Languages, is_stored: &dyn Fn(&str) -> bool) -> Question {
    let mut read = Words::default();
    read.read_typed(&signs_in_words(text));
    let mut words: Vec<Word<'_>> = read.iter().collect();
    let spoken = languages.of(words.get(..MOST_TERMS).unwrap_or(&words));
    if words.len() > MOST_TERMS {
        words.retain(|&word| spoken.role(word).is_none() || spoken.bounds(word.folded));
    }
    // What is not read may bound or deny what is.
    let unread = words.len() > MOST_TERMS;
    words.truncate(MOST_TERMS);
    // With nothing else to show its language, a word of a stored name is that name's.
    let own =
        |word: Word<'_>| word.folded.len() >= SHORTEST_OWN && !spoken.is_certain_of(word) && is_stored(word.folded);
    let roles: Vec<Option<Role>> = words.iter().map(|&word| spoken.role(word).filter(|_| !own(word))).collect();
    let sentence = is_sentence(text, &roles);
    let writing = Writing { sentence, capitals: uses_capitals(&words, &roles) };
    let asked = words.iter().zip(words.iter().skip(1)).find(|(word, _)| word.folded == "how");
    let measured = asked.is_some_and(|(_, next)| MEASURED.contains(&next.folded)).then_some(AnswerType::HowMany);
    let answer_type = measured.or_else(|| roles.iter().flatten().copied().find_map(Role::asks)).filter(|_| sentence);
    let in_name =
        |word: &Word<'_>| writing.capitals && word.shape.capital && !word.shape.opens && is_stored(word.folded);
    let in_names: Vec<bool> = words.iter().map(in_name).collect();
    let dating = period::read(&words, &in_names, languages, &spoken);
    let terms = words.iter().zip(&roles).zip(&dating.parts).enumerate().map(|(at, ((word, role), part))| {
        let binds = role.is_some() && !writing.is_name(word.shape);
        let bound = binds && sentence || *part == Part::Bound;
        Term {
            stress: if binds && !bound { LOOSE } else { writing.stress(word.shape, word.folded, bound) },
            folded: word.start(LONGEST_WORD).to_owned(),
            written: word.written.to_owned(),
            sound: sound_of(word.folded),
            usage: usage(*part, bound),
            foreign: word.shape.foreign,
            named: writing.is_name(word.shape) && *part != Part::Bound,
            unread: *part == Part::Unread || unread && at + 1 == MOST_TERMS,
            readings: Vec::new(),
            forms: Vec::new(),
        }
    });
    Question { terms: terms.collect(), answer_type, period: dating.period, sentence }
}

impl Question {
    /// The question as the very name that it may be ("After 2013", "Not One Less"), if it was read as more than a name.
    pub(in crate::matcher) fn as_name(&self) -> Option<Question> {
        let read_into = self.period.is_some() || self.terms.iter().any(|term| term.unread);
        let plain = |term: &Term| Term { usage: Use::Kept, stress: 1.0, unread: false, ..term.clone() };
        let terms = self.terms.iter().map(plain).collect();
        read_into.then_some(Question { terms, answer_type: None, period: None, sentence: false })
    }
}

/// The signs that bound a year as words: "> 2013", "<= 2013", "2013+".
fn signs_in_words(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '>', '≤', '≥', '+']) {
        return text.into();
    }
    let mut words = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(sign) = rest.next() {
        let after = rest.as_str();
        let year = after.trim_start_matches(['=', ' ']);
        let leads = year.chars().take_while(char::is_ascii_digit).count() == YEAR;
        let behind = words.chars().rev().take_while(char::is_ascii_digit).count() == YEAR;
        match (sign, after.starts_with('=')) {
            ('>', false) if leads => words.push_str(" after "),
            ('<', false) if leads => words.push_str(" before "),
            ('>' | '≥', _) if leads => words.push_str(" since "),
            ('<' | '≤', _) if leads => words.push_str(" until "),
            ('+', _) if behind => words.push_str(" or later "),
            _ => words.push(sign),
        }
    }
    words.into()
}

/// Digits of a year.
const YEAR: usize = 4;

fn usage(part: Part, bound: bool) -> Use {
    match part {
        Part::Date => Use::Date,
        Part::BoundedDate | Part::Bound => Use::Bound,
        Part::None | Part::Unread if bound => Use::Dropped,
        Part::None | Part::Unread => Use::Kept,
    }
}

/// A sentence asks something, has a question mark, or is long.
fn is_sentence(text: &str, roles: &[Option<Role>]) -> bool {
    let asks = roles.iter().any(|role| matches!(role, Some(Role::Asks(_))));
    let telling = roles.iter().any(Option::is_none);
    telling && (has_question_mark(text) || roles.len() >= SENTENCE_WORDS || asks && roles.len() >= SHORT_SENTENCE)
}

/// Whether a text has a question mark of some script. A semicolon is the Greek one behind a Greek letter only.
fn has_question_mark(text: &str) -> bool {
    let mut last = ' ';
    text.chars().any(|c| {
        let greek = matches!(last, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
        last = c;
        matches!(c, '?' | '؟' | '՞' | '？' | '\u{37e}') || c == ';' && greek
    })
}

/// Whether the writer sets names apart by capitals: some words have one, and some other ordinary words have none.
fn uses_capitals(words: &[Word<'_>], roles: &[Option<Role>]) -> bool {
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
        let cut = folded.len() == 1 || shape.dotted && folded.len() <= LONGEST_CUT && !self.sentence;
        if cut { written * INITIAL } else { written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_plainly(text: &str) -> Question {
        read(text, &Languages::new(), &|_| false)
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
        for (text, answer_type) in [
            ("When did Lukashenko visit Baku?", Some(AnswerType::When)),
            ("Где прошла встреча?", Some(AnswerType::Where)),
            ("Azərbaycanda neçə siyasi məhbus var?", Some(AnswerType::HowMany)),
            ("Who", None),
            ("Baku", None),
        ] {
            assert_eq!(read_plainly(text).answer_type, answer_type, "{text}");
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
    fn what_is_cut_short_in_a_name_weighs_less() {
        let stress = |text: &str| read_plainly(text).terms[1].stress;
        assert!(stress("William As. Kuhn") < stress("William As Kuhn"));
        assert!(stress("William As. Kuhn") < stress("William Asher. Kuhn"));
        assert!(stress("Read As.") >= stress("Read As"));
    }

    #[test]
    fn reads_no_more_than_so_many_terms_and_is_not_sure_of_what_is_longer() {
        let long = read_plainly(&"word ".repeat(1000));
        assert_eq!(long.terms.len(), MOST_TERMS);
        assert!(long.terms.iter().any(|term| term.unread));
    }

    #[test]
    fn words_that_hold_a_long_sentence_together_leave_room_for_what_bounds_it() {
        let filler = "please tell me as you can of it and of what it is and was and has been and will be and so on the";
        let question = read_plainly(&format!("{filler} how many political prisoners are in Azerbaijan after 2016"));
        assert!(question.period.is_some_and(|period| period.last == i32::MAX), "{:?}", question.period);
        assert!(question.terms.iter().all(|term| !term.unread));
    }

    #[test]
    fn signs_bound_a_year() {
        let bounds = |text: &str| read_plainly(text).period.map(|period| (period.first, period.last));
        for (sign, words) in [
            ("visits > 2013", "visits after 2013"),
            ("visits >= 2013", "visits since 2013"),
            ("visits <2013", "visits before 2013"),
            ("visits ≤ 2013", "visits until 2013"),
            ("visits 2013+", "visits 2013 or later"),
        ] {
            assert!(bounds(sign).is_some());
            assert_eq!(bounds(sign), bounds(words), "{sign}");
        }
        assert_eq!(bounds("we <3 Baku, A+ all 12+"), None);
    }
}
