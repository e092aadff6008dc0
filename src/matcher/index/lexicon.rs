//! The vocabulary of everything stored, and the look-up of the words that a term of a question may mean.
//!
//! Words are kept in alphabetical order, so that a word's number is its rank and the words with one start are neighbours.
//! Near words are found by three tables of hashed forms, never by going through the vocabulary: the word with up to two
//! letters left out (two words within two edits share such a form; Garbe's symmetric deletes), the consonant key, and the
//! key with one code left out. Every find is then measured by `similarity`.

use super::Visible;
use crate::matcher::index::tables::{Buckets, Seen, Spellings};
use crate::matcher::text::normalize::LONGEST_WORD;
use crate::matcher::text::similarity::{self, ENDING, STEM, Spelling};
use crate::matcher::text::sound;
use crate::matcher::text::term::Term;
use std::ops::Range;

/// A stored word that a term may mean.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::matcher) struct WordMatch {
    pub(in crate::matcher) word: u32,
    /// How alike the two are, from 0 to 1.
    pub(in crate::matcher) likeness: f32,
}

/// How far to look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::matcher) enum Effort {
    /// A word that is stored is itself; others are looked for across one edit and by their sound, but only near.
    Quick,
    /// Across two edits, and what nearly sounds the same.
    Thorough,
}

/// The vocabulary.
#[derive(Debug)]
pub(in crate::matcher) struct Lexicon {
    words: Spellings,
    deletes: Buckets,
    keys: Buckets,
    near_keys: Buckets,
}

/// Letters of a word that the table of deletes looks at: typing slips past them are found with the rest.
const PREFIX: usize = 7;

/// Words of at least this many letters are found across two edits, shorter ones across one.
const TWO_EDITS: usize = 5;

/// Words shorter than this are found only as they are written: nearly all of them are near each other.
const ONE_EDIT: usize = 3;

/// Keys with fewer codes than this are shared by too many words to be met with a code left out.
const SHORTEST_NEAR_KEY: u32 = 3;

/// The same where the term is in Latin letters: a slip in a shorter word is found by its letters.
const SHORTEST_SLIPPED_KEY: u32 = 4;

/// Sounds of a word that is so long that one more consonant may be wrong.
const LONG: usize = 7;

/// Candidates less like the term than this are not words that anyone meant.
pub(in crate::matcher) const LEAST_LIKENESS: f32 = 0.6;

/// The same for a term that is stored as it stands: it may still be a slip for another word, but only a near one.
const LEAST_BESIDE_EXACT: f32 = 0.75;

/// A word that is written so much alike is not looked for by its sound as well while the search is a quick one.
const NEAR: f32 = 0.85;

/// No more candidates than this for a term: the best ones; the rest only cost time.
const MOST_CANDIDATES: usize = 48;

/// Words looked at per form; common short keys have hundreds of words, nearly all of them unlike.
const MOST_PER_FORM: usize = 400;

/// Words that are longer or shorter than a term by more letters are not weighed.
const MOST_LETTERS_MORE: usize = 4;

impl Lexicon {
    /// Takes the words, sorted and without repeats.
    pub(in crate::matcher) fn new<'w>(sorted: impl Iterator<Item = &'w str>) -> Lexicon {
        let mut words = Spellings::default();
        let mut sound = Vec::new();
        for word in sorted {
            sound.clear();
            sound::sound_out(word.as_bytes(), &mut sound);
            words.push(Spelling::new(word.as_bytes(), &sound));
        }
        let count = words.len();
        let deletes = Buckets::new(count, |word, forms| {
            let word = words.letters(word);
            each_delete(word, edits(word.len()), forms);
        });
        let keys = Buckets::new(count, |word, forms| {
            sound::keys(words.at(word).sound).as_slice().iter().for_each(|&key| forms(key));
        });
        let near_keys = Buckets::new(count, |word, forms| each_near_key(words.at(word).sound, forms));
        Lexicon { words, deletes, keys, near_keys }
    }

    /// Number of words.
    pub(in crate::matcher) fn len(&self) -> usize {
        self.words.len()
    }

    /// The letters of word number `word`.
    pub(in crate::matcher) fn word(&self, word: u32) -> &str {
        std::str::from_utf8(self.words.letters(word)).unwrap_or_default()
    }

    /// The number of a folded word, of which no more letters count than are kept.
    pub(in crate::matcher) fn exact(&self, folded: &str) -> Option<u32> {
        self.words.find(folded.get(..LONGEST_WORD).unwrap_or(folded).as_bytes())
    }

    /// The words that start with `prefix`.
    pub(in crate::matcher) fn starting(&self, prefix: &str) -> Range<u32> {
        let all = 0..self.words.len();
        let first = self.words.lower_bound(prefix.as_bytes(), all.clone());
        let last = self.words.upper_bound(prefix.as_bytes(), first..all.end);
        u32::try_from(first).unwrap_or(u32::MAX)..u32::try_from(last).unwrap_or(u32::MAX)
    }

    /// All words.
    pub(in crate::matcher) fn all(&self) -> Range<u32> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// Letter number `at` of word number `word`, if it is that long.
    pub(in crate::matcher) fn letter(&self, word: u32, at: usize) -> Option<u8> {
        self.words.letters(word).get(at).copied()
    }

    /// The words of `range`, which are alike in their first `at` letters, whose next letter is `letter`.
    pub(in crate::matcher) fn narrow(&self, range: Range<u32>, at: usize, letter: u8) -> Range<u32> {
        let range = range.start as usize..range.end as usize;
        let next = |word: &[u8]| word.get(at).copied().unwrap_or_default();
        let first = self.words.bound(range.clone(), |word| next(word) < letter);
        let last = self.words.bound(first..range.end, |word| next(word) <= letter);
        u32::try_from(first).unwrap_or(u32::MAX)..u32::try_from(last).unwrap_or(u32::MAX)
    }

    /// The visible words that `term` may mean, the likest first, words equally like in alphabetical order. In a sentence the
    /// term may have an ending that the stored word lacks.
    pub(in crate::matcher) fn candidates(
        &self,
        term: &Term,
        sentence: bool,
        effort: Effort,
        visible: Visible<'_>,
    ) -> Vec<WordMatch> {
        let bent = sentence || term.foreign;
        let mut found = Finds {
            lexicon: self,
            visible,
            bent,
            listening: false,
            own: term.spelling(),
            least: LEAST_LIKENESS,
            words: Vec::with_capacity(2 * MOST_CANDIDATES),
            seen: Seen::new(),
        };
        let exact = self.exact(&term.folded).filter(|&word| visible.has(word));
        if let Some(word) = exact {
            found.words.push(WordMatch { word, likeness: 1.0 });
            found.seen.insert(word);
        }
        // A sentence has words enough to tell what is meant: those that are stored as they stand, and those that are no
        // names, are not worth a long search.
        let spared = sentence && !term.foreign && (exact.is_some() || term.is_ordinary());
        let effort = if spared { Effort::Quick } else { effort };
        // A word that is stored as it stands is rarely a slip for another: a look at its other endings is enough, unless it
        // is a name in a sentence or in another script, where it may be another name.
        let settled = exact.is_some() && effort == Effort::Quick && !term.foreign && !(sentence && term.named);
        let wordlike = term.folded.bytes().all(|b| b.is_ascii_lowercase());
        if wordlike && term.folded.len() >= ONE_EDIT && (bent || !settled) {
            found.least = if exact.is_some() || effort == Effort::Quick { LEAST_BESIDE_EXACT } else { LEAST_LIKENESS };
            self.by_letters(term, (effort, settled), &mut found);
            let near = effort == Effort::Quick && found.has_near();
            if !settled && !near {
                found.listen();
                self.by_key(term, effort, sentence, &mut found);
            }
        }
        found.keep_likest();
        found.words
    }

    /// Finds words that differ in a few letters or in their endings; in endings alone where the term is `settled`.
    fn by_letters(&self, term: &Term, (effort, settled): (Effort, bool), found: &mut Finds<'_>) {
        let most = if effort == Effort::Quick { 1 } else { u8::MAX };
        let edits = if settled { 0 } else { edits(term.folded.len()).min(most) };
        each_delete(term.folded.as_bytes(), edits, &mut |form| found.look(&self.deletes, form));
        if found.bent {
            self.by_stem(term, found);
        }
    }

    fn by_key(&self, term: &Term, effort: Effort, sentence: bool, found: &mut Finds<'_>) {
        for &key in sound::keys(&term.sound).as_slice() {
            found.look(&self.keys, key);
        }
        if effort == Effort::Quick {
            return;
        }
        for &key in sound::keys(&term.sound).as_slice() {
            if term.foreign || sound::key_len(key) >= SHORTEST_SLIPPED_KEY {
                found.look(&self.near_keys, key);
            }
        }
        if !term.foreign && term.sound.len() < LONG {
            return;
        }
        each_near_key(&term.sound, &mut |key| {
            found.look(&self.keys, key);
            if term.foreign && !sentence {
                found.look(&self.near_keys, key);
            }
        });
    }

    /// Words that share all of the term but an ending, whether or not they have another.
    fn by_stem(&self, term: &Term, found: &mut Finds<'_>) {
        let letters = term.folded.as_bytes();
        let shortest = letters.len().saturating_sub(ENDING).max(STEM);
        for stem in (shortest..letters.len()).filter_map(|length| letters.get(..length)) {
            each_delete(stem, 0, &mut |form| found.look(&self.deletes, form));
        }
    }
}

/// The candidates of one term as they come in.
struct Finds<'l> {
    lexicon: &'l Lexicon,
    visible: Visible<'l>,
    own: Spelling<'l>,
    bent: bool,
    /// Words are weighed by their sound, not by their letters.
    listening: bool,
    least: f32,
    words: Vec<WordMatch>,
    seen: Seen,
}

impl Finds<'_> {
    fn look(&mut self, table: &Buckets, form: u64) {
        let mut looked_at = 0;
        for word in table.with(form) {
            if looked_at == MOST_PER_FORM || self.seen.is_full() {
                break;
            }
            // Most words come with several forms; what was seen is visible.
            if self.seen.has(word) {
                looked_at += 1;
            } else if self.visible.has(word) {
                looked_at += 1;
                self.weigh(word);
            }
        }
    }

    /// Keeps the likest of the candidates, and asks as much of those to come.
    fn keep_likest(&mut self) {
        let words = &mut self.words;
        words.sort_unstable_by(|a, b| a.word.cmp(&b.word).then(b.likeness.total_cmp(&a.likeness)));
        words.dedup_by_key(|candidate| candidate.word);
        words.sort_unstable_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.word.cmp(&b.word)));
        words.truncate(MOST_CANDIDATES);
        if let Some(last) = words.get(MOST_CANDIDATES - 1) {
            self.least = self.least.max(last.likeness);
        }
    }

    /// Whether a word was found that is plainly near.
    fn has_near(&self) -> bool {
        self.words.iter().any(|candidate| candidate.likeness >= NEAR)
    }

    /// From now on, words are weighed by their sound; those weighed by their letters come again.
    fn listen(&mut self) {
        self.listening = true;
        self.seen = Seen::new();
    }

    fn weigh(&mut self, word: u32) {
        if !self.seen.insert(word) {
            return;
        }
        let (own, other) = (self.own, self.lexicon.words.at(word));
        if own.letters.len().abs_diff(other.letters.len()) > MOST_LETTERS_MORE {
            return;
        }
        let mut likeness = if self.listening {
            similarity::sound_likeness(own, other, self.least)
        } else {
            similarity::written_likeness(own, other, self.least)
        };
        if self.bent {
            likeness = likeness.max(similarity::stem_likeness(own, other));
        }
        if likeness >= self.least {
            self.words.push(WordMatch { word, likeness });
            if self.words.len() == 2 * MOST_CANDIDATES {
                self.keep_likest();
            }
        }
    }
}

/// Letters that may be left out of a word of this length.
fn edits(length: usize) -> u8 {
    u8::from(length >= ONE_EDIT) + u8::from(length >= TWO_EDITS)
}

/// Gives each form, packed, of `word` with letters left out, the word itself included.
fn each_delete(word: &[u8], edits: u8, give: &mut dyn FnMut(u64)) {
    let length = word.len().min(PREFIX);
    let whole = word.iter().take(PREFIX).fold(0, |packed, &b| packed << 8 | u64::from(b));
    give(whole);
    if edits == 0 {
        return;
    }
    for first in 0..length {
        give(without_byte(whole, first));
    }
    for first in 0..if edits == 2 { length } else { 0 } {
        let once = without_byte(whole, first);
        (0..first).for_each(|second| give(without_byte(once, second)));
    }
}

/// A packed word without its letter number `at`, counted from the last.
fn without_byte(packed: u64, at: usize) -> u64 {
    let low = packed & ((1 << (8 * at)) - 1);
    let high = (packed >> (8 * at)) >> 8;
    high << (8 * at) | low
}

/// Gives each key of a sound form with one code left out.
fn each_near_key(sound: &[u8], give: &mut dyn FnMut(u64)) {
    for &key in sound::keys(sound).as_slice() {
        let length = sound::key_len(key);
        if length >= SHORTEST_NEAR_KEY {
            (0..length).for_each(|at| give(sound::key_without(key, at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::Scope;
    use crate::matcher::query::question;
    use crate::matcher::text::language::Languages;

    const WORDS: [&str; 9] =
        ["aliyev", "baku", "belarus", "berlin", "embassy", "lukashenka", "lukashenko", "martin", "minsk"];

    fn likest(written: &str, effort: Effort) -> Option<String> {
        let lexicon = Lexicon::new(WORDS.into_iter());
        let question = question::read(written, &Languages::new(), &|_| false);
        let all = Visible { kinds: &[Scope::ALL; WORDS.len()], scope: Scope::ALL };
        let candidates = lexicon.candidates(&question.terms[0], false, effort, all);
        candidates.first().map(|candidate| lexicon.word(candidate.word).to_owned())
    }

    #[test]
    fn finds_words_by_letters_and_by_sound() {
        for (written, word) in [
            ("lukashenko", "lukashenko"),
            ("embasy", "embassy"),
            ("lukaschenko", "lukashenko"),
            ("Лукашэнка", "lukashenka"),
            ("eliyev", "aliyev"),
            ("mrtain", "martin"),
        ] {
            assert_eq!(likest(written, Effort::Thorough).as_deref(), Some(word), "{written}");
        }
        assert_eq!(likest("zzzzzz", Effort::Thorough), None);
    }

    #[test]
    fn a_quick_look_finds_one_edit() {
        assert_eq!(likest("minks", Effort::Quick).as_deref(), Some("minsk"));
        assert_eq!(likest("baku", Effort::Quick).as_deref(), Some("baku"));
    }

    #[test]
    fn words_with_one_start_are_neighbours() {
        let lexicon = Lexicon::new(WORDS.into_iter());
        assert_eq!(lexicon.starting("be"), 2..4);
        assert_eq!(lexicon.starting("lukashenk"), 5..7);
        assert!(lexicon.starting("x").is_empty());
        assert_eq!(lexicon.narrow(lexicon.all(), 0, b'm'), 7..9);
        assert_eq!(lexicon.exact("minsk"), Some(8));
        assert_eq!(lexicon.exact("min"), None);
    }
}
