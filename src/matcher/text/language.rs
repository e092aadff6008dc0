//! Which languages a question is written in, and what their words do in it.
//!
//! Each script of a question is judged by itself: of the languages whose function words it has, those with the most count,
//! and words of the others are left alone ("war" is a verb in German and a subject in English). Stop words, bounds and
//! month names stand in tables below; what is done with the words is decided in `question` and `period`.

mod bounds;
mod months;
mod tables;

pub(in crate::matcher) use bounds::Bound;
pub(in crate::matcher) use months::MonthNames;

use crate::matcher::text::normalize::{Word, Words};
use crate::matcher::text::term::AnswerType;
use bounds::{BOUNDS, Bounds};
use foldhash::{HashMap, HashSet};
use tables::STOP_WORDS;

/// What a stop word does in a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::matcher) enum Role {
    /// It asks for something.
    Asks(AnswerType),
    /// It only holds the sentence together.
    Binds,
}

impl Role {
    /// What it asks for.
    pub(in crate::matcher) fn asks(self) -> Option<AnswerType> {
        if let Self::Asks(answer_type) = self { Some(answer_type) } else { None }
    }
}

/// The scripts that the tables are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Armenian,
    /// Chinese characters and Japanese syllables.
    Han,
}

impl Script {
    const ALL: [Script; 6] =
        [Script::Latin, Script::Cyrillic, Script::Arabic, Script::Devanagari, Script::Armenian, Script::Han];

    /// Its place in `ALL`.
    const fn number(self) -> usize {
        self as usize
    }

    /// The script of a word's first letter; digits count as Latin.
    fn of(written: &str) -> Option<Script> {
        let c = written.chars().find(|c| c.is_alphanumeric())?;
        Some(match u32::from(c) {
            0..=0x2af | 0x1e00..=0x1eff => Script::Latin,
            0x400..=0x52f => Script::Cyrillic,
            0x530..=0x58f => Script::Armenian,
            0x600..=0x77f => Script::Arabic,
            0x900..=0x97f => Script::Devanagari,
            0x3040..=0x9fff => Script::Han,
            _ => return None,
        })
    }
}

/// A phrase that bounds a period, folded.
#[derive(Debug)]
pub(in crate::matcher) struct Phrase {
    pub(in crate::matcher) words: Vec<Box<str>>,
    /// What it bounds a date by; `None` for a negation.
    pub(in crate::matcher) bound: Option<Bound>,
    pub(in crate::matcher) side: Side,
    /// It has no other use, so that without a date it still speaks of an order in time, or denies something.
    pub(in crate::matcher) plain: bool,
}

/// Where a phrase stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::matcher) enum Side {
    /// Before the date.
    Leading,
    /// Behind the date.
    Trailing,
}

/// One language, folded.
#[derive(Debug)]
struct Language {
    code: &'static str,
    script: Script,
    roles: HashMap<Box<str>, Role>,
    /// The words as they are written, in small letters: "для" is Russian or Ukrainian, "і" is not Russian.
    written: HashSet<Box<str>>,
    endings: HashSet<Box<str>>,
    phrases: Vec<Phrase>,
}

/// All languages.
#[derive(Debug)]
pub(in crate::matcher) struct Languages {
    all: Vec<Language>,
    pub(in crate::matcher) months: MonthNames,
}

/// What a word as its language writes it counts beside one that only sounds so once marks are dropped ("icin" for "için").
const AS_WRITTEN: f32 = 0.25;

/// What a word of one letter counts: half the languages have an "a".
const ONE_LETTER: f32 = 0.5;

/// What a word transliterated into Latin letters counts: "do" in Latin letters is hardly ever Russian.
const TRANSLITERATED: f32 = 0.6;

/// With so much evidence besides a word itself, it is known what that word is.
const CERTAIN: f32 = 1.5;

const ENGLISH: &str = "en";

impl Languages {
    /// Folds the tables.
    pub(in crate::matcher) fn new() -> Languages {
        let all = STOP_WORDS.iter().map(|row| Language::new(row, BOUNDS.iter().find(|bounds| bounds.code == row.code)));
        Languages { all: all.collect(), months: MonthNames::new() }
    }

    /// Whether a folded word only holds a name together: "of", "the". English alone, in which most names are stored.
    pub(in crate::matcher) fn binds(&self, folded: &str) -> bool {
        let english = self.all.iter().find(|language| language.code == ENGLISH);
        english.is_some_and(|english| matches!(english.roles.get(folded), Some(Role::Binds)))
    }

    /// The languages that the words of a question are most likely of.
    pub(in crate::matcher) fn of<'l>(&'l self, words: &[Word<'_>]) -> Spoken<'l> {
        let chosen = Script::ALL.map(|script| {
            let of_script = words.iter().copied().filter(|word| Script::of(word.written) == Some(script));
            self.likeliest(script, &of_script.collect::<Vec<_>>())
        });
        Spoken { chosen }
    }

    fn likeliest(&self, script: Script, words: &[Word<'_>]) -> Chosen<'_> {
        let mut chosen = Chosen { languages: Vec::new(), evidence: 0.0 };
        for language in &self.all {
            let native = language.script == script;
            if !native && script != Script::Latin {
                continue;
            }
            let evidence: f32 = words.iter().map(|&word| language.evidence(word)).sum();
            let evidence = if native { evidence } else { evidence * TRANSLITERATED };
            if evidence <= 0.0 || evidence < chosen.evidence {
                continue;
            }
            if evidence > chosen.evidence {
                chosen = Chosen { languages: Vec::new(), evidence };
            }
            chosen.languages.push(language);
        }
        chosen
    }
}

/// The languages of a question.
#[derive(Debug)]
pub(in crate::matcher) struct Spoken<'l> {
    /// By script.
    chosen: [Chosen<'l>; 6],
}

/// The likeliest languages in one script: more than one where nothing tells them apart.
#[derive(Debug)]
struct Chosen<'l> {
    languages: Vec<&'l Language>,
    evidence: f32,
}

impl<'l> Spoken<'l> {
    /// What a word does, if it is a stop word.
    pub(in crate::matcher) fn role(&self, word: Word<'_>) -> Option<Role> {
        self.of(word.written)?.languages.iter().find_map(|language| language.roles.get(word.folded).copied())
    }

    /// Whether other words than this one show what language it is of. The question words of English, in which most bases
    /// are written, need no others: "who" is a question before it is a name.
    pub(in crate::matcher) fn is_certain_of(&self, word: Word<'_>) -> bool {
        self.of(word.written).is_some_and(|chosen| {
            let asks = |language: &&Language| {
                language.code == ENGLISH && matches!(language.roles.get(word.folded), Some(Role::Asks(_)))
            };
            if chosen.languages.iter().any(asks) {
                return true;
            }
            let own = chosen.languages.iter().map(|language| language.evidence(word)).fold(0.0, f32::max);
            chosen.evidence - own >= CERTAIN
        })
    }

    /// Whether a word may stand between a date and what bounds it.
    pub(in crate::matcher) fn joins(&self, folded: &str) -> bool {
        self.languages().any(|language| language.roles.contains_key(folded) || language.endings.contains(folded))
    }

    /// Whether a word is an ending that a hyphen sets off from a date, or the like.
    pub(in crate::matcher) fn is_ending(&self, folded: &str) -> bool {
        self.languages().any(|language| language.endings.contains(folded))
    }

    /// Whether one of the languages uses a word otherwise than to bound or to deny: "no" denies in Spanish and is "in the" in
    /// Portuguese, and nothing may tell which of the two it is.
    pub(in crate::matcher) fn has_other_use(&self, folded: &str) -> bool {
        let begins = |phrase: &Phrase| phrase.words.first().is_some_and(|word| **word == *folded);
        self.languages().any(|language| language.roles.contains_key(folded) && !language.phrases.iter().any(begins))
    }

    /// Whether a word stands in a phrase that bounds or negates.
    pub(in crate::matcher) fn bounds(&self, folded: &str) -> bool {
        self.phrases().any(|phrase| phrase.words.iter().any(|word| **word == *folded))
    }

    /// The phrases that bound or negate.
    pub(in crate::matcher) fn phrases(&self) -> impl Iterator<Item = &'l Phrase> {
        self.languages().flat_map(|language| &language.phrases)
    }

    fn languages(&self) -> impl Iterator<Item = &'l Language> {
        self.chosen.iter().flat_map(|chosen| chosen.languages.iter().copied())
    }

    fn of(&self, written: &str) -> Option<&Chosen<'l>> {
        self.chosen.get(Script::of(written)?.number())
    }
}

impl Language {
    fn new(row: &tables::StopWords, bounds: Option<&Bounds>) -> Language {
        let mut language = Language {
            code: row.code,
            script: row.script,
            roles: HashMap::default(),
            written: HashSet::default(),
            endings: HashSet::default(),
            phrases: Vec::new(),
        };
        let answer_types =
            [AnswerType::When, AnswerType::Where, AnswerType::Who, AnswerType::HowMany, AnswerType::Which];
        for (answer_type, text) in answer_types.into_iter().zip(row.asks) {
            language.add_words(Role::Asks(answer_type), text);
        }
        language.add_words(Role::Binds, row.binds);
        if let Some(bounds) = bounds {
            let sides = [(Side::Leading, bounds.leading), (Side::Trailing, bounds.trailing)];
            for (side, (bound, phrases)) in sides.iter().flat_map(|(side, all)| all.iter().map(move |one| (*side, one)))
            {
                language.add_phrases(side, Some(*bound), phrases);
            }
            language.add_phrases(Side::Leading, None, bounds.negations);
            language.endings.extend(folded(bounds.endings));
        }
        language
    }

    fn add_words(&mut self, role: Role, text: &str) {
        for word in text.split_whitespace() {
            self.written.insert(word.to_lowercase().into());
        }
        for word in folded(text) {
            self.roles.entry(word).or_insert(role);
        }
    }

    fn add_phrases(&mut self, side: Side, bound: Option<Bound>, phrases: &str) {
        for phrase in phrases.split('|') {
            let (plain, phrase) = phrase.strip_prefix('~').map_or((true, phrase), |phrase| (false, phrase));
            let words = folded(phrase);
            if words.is_empty() {
                continue;
            }
            // "But" holds no sentence together because "all but" leaves something out.
            let binding =
                if bound.is_none() { phrase.rsplit_once(' ').map_or(phrase, |(words, _)| words) } else { phrase };
            self.add_words(Role::Binds, binding);
            self.phrases.push(Phrase { words, bound, side, plain });
        }
    }

    fn evidence(&self, word: Word<'_>) -> f32 {
        if !self.roles.contains_key(word.folded) {
            return 0.0;
        }
        let length = if word.folded.len() == 1 { ONE_LETTER } else { 1.0 };
        let written = self.written.contains(word.written.to_lowercase().as_str());
        length + if written { AS_WRITTEN } else { 0.0 }
    }
}

fn folded(text: &str) -> Vec<Box<str>> {
    let mut words = Words::default();
    words.read(text);
    words.iter().map(|word| word.folded.into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(text: &str) -> Vec<String> {
        let languages = Languages::new();
        let mut words = Words::default();
        words.read(text);
        let spoken = languages.of(&words.iter().collect::<Vec<_>>());
        words.iter().filter(|word| spoken.role(*word).is_some()).map(|word| word.folded.to_owned()).collect()
    }

    #[test]
    fn a_word_does_what_it_does_in_the_language_of_the_others() {
        for (text, words) in [
            ("When was the war about state care and the dam?", "when was the about and the"),
            ("Wann war die Eröffnung der Botschaft?", "wann war die der"),
            ("Qual era lo stato della guerra?", "qual era lo della"),
            ("Кто был президентом Беларуси?", "kto byl"),
            ("Дзе і калі была сустрэча?", "dze i kali byla"),
            ("Kim Bakıya səfər edib və nə vaxt?", "kim edib va na vaxt"),
            ("Belarus Minsk", ""),
        ] {
            assert_eq!(dropped(text).join(" "), words, "{text}");
        }
    }
}
