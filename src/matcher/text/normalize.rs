//! Text to folded words: compatibility forms, case, marks, scripts, apostrophes.
//!
//! Both the stored names and the questions go through here, so that they meet in one alphabet: lower-case ASCII letters
//! and digits. Which of the words matter is left to `question`.

use any_ascii::any_ascii_char;
use std::sync::LazyLock;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfkc};

/// The words of one text. Reused from text to text, so that loading does not allocate per name.
#[derive(Default, Debug)]
pub(in crate::matcher) struct Words {
    source: String,
    folded: String,
    spans: Vec<Span>,
}

/// One word: where it stands in the folded text, where it came from, and how it was written.
#[derive(Clone, Copy, Debug)]
struct Span {
    folded: (usize, usize),
    source: (usize, usize),
    shape: Shape,
}

/// How a word was written.
#[expect(clippy::struct_excessive_bools, reason = "five things that one sees of a word, each true or not")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::matcher) struct Shape {
    /// It starts with a capital letter.
    pub(in crate::matcher) capital: bool,
    /// Its first letter belongs to a script that knows capitals.
    pub(in crate::matcher) cased: bool,
    /// It has a letter outside the Latin script.
    pub(in crate::matcher) foreign: bool,
    /// A full stop, question mark or the like stands before it, or nothing does.
    pub(in crate::matcher) opens: bool,
    /// A full stop stands right behind it, and another word follows.
    pub(in crate::matcher) dotted: bool,
}

/// One folded word of a text.
#[derive(Clone, Copy, Debug)]
pub(in crate::matcher) struct Word<'w> {
    /// Lower-case ASCII letters, or digits; never empty.
    pub(in crate::matcher) folded: &'w str,
    /// As it was written, after NFKC.
    pub(in crate::matcher) written: &'w str,
    /// How it was written.
    pub(in crate::matcher) shape: Shape,
}

impl<'w> Word<'w> {
    /// The first `most` letters.
    pub(in crate::matcher) fn start(&self, most: usize) -> &'w str {
        self.folded.get(..most).unwrap_or(self.folded)
    }
}

/// Articles and prepositions that French, Italian and their kin write into the next word.
const ELISIONS: [&str; 19] = [
    "all", "c", "d", "dall", "degl", "dell", "gl", "j", "l", "lorsqu", "m", "n", "nell", "qu", "quest", "s", "sull",
    "t", "un",
];

/// Characters of a typed text that are read.
pub const MOST_TYPED: u16 = 512;

/// Longer names are cut here: nobody types the thirteenth word.
pub(in crate::matcher) const LONGEST_NAME: usize = 12;

/// Letters of a word that are kept.
pub(in crate::matcher) const LONGEST_WORD: usize = 31;

/// Longest ending that a language sets off with an apostrophe ("Bakü'nün", "Chirac'a").
const LONGEST_ENDING: usize = 4;

/// Shortest word that takes such an ending: it spares "O'Brien" and "Qur'an".
const SHORTEST_ENDED: usize = 4;

impl Words {
    /// Reads the start of what somebody typed: as much as an honest question needs, so that no other costs much.
    pub(in crate::matcher) fn read_typed(&mut self, typed: &str) {
        let end = typed.char_indices().nth(usize::from(MOST_TYPED)).map_or(typed.len(), |(at, _)| at);
        self.read(typed.get(..end).unwrap_or(typed));
    }

    /// Reads `text`, forgetting what was read before.
    pub(in crate::matcher) fn read(&mut self, text: &str) {
        self.source.clear();
        self.folded.clear();
        self.spans.clear();
        if text.is_ascii() || is_nfkc(text) {
            self.source.push_str(text);
        } else {
            self.source.extend(text.nfkc());
        }
        Reader::new(&self.source, &mut self.folded, &mut self.spans).run();
    }

    /// The words of the last text read.
    pub(in crate::matcher) fn iter(&self) -> impl Iterator<Item = Word<'_>> {
        self.spans.iter().filter_map(|span| {
            Some(Word {
                folded: self.folded.get(span.folded.0..span.folded.1)?,
                written: self.source.get(span.source.0..span.source.1)?,
                shape: span.shape,
            })
        })
    }
}

/// State while one text is read.
struct Reader<'t> {
    source: &'t str,
    folded: &'t mut String,
    spans: &'t mut Vec<Span>,
    /// Start in `folded` and `source` of the word being read.
    start: Option<(usize, usize)>,
    shape: Shape,
    opens: bool,
    digits: bool,
}

impl<'t> Reader<'t> {
    fn new(source: &'t str, folded: &'t mut String, spans: &'t mut Vec<Span>) -> Self {
        Reader { source, folded, spans, start: None, shape: Shape::default(), opens: true, digits: false }
    }

    fn run(mut self) {
        let source = self.source;
        let mut skip_to = 0;
        for (at, c) in source.char_indices() {
            if at < skip_to {
                continue;
            }
            if c.is_ascii_lowercase() && self.start.is_some() && !self.digits {
                // By far the commonest case, and the plainest.
                self.folded.push(c);
                continue;
            }
            let class = Class::of(c);
            if class.has(Class::WORD) {
                self.letter(at, c, class);
            } else if is_apostrophe(c) && self.start.is_some() {
                skip_to = self.apostrophe(at, c);
            } else if !is_ignored(c) {
                self.end(at);
                self.opens |= matches!(c, '.' | '!' | '?' | ':' | '…' | '؟' | '।' | '。');
            }
        }
        self.end(source.len());
    }

    fn letter(&mut self, at: usize, c: char, class: Class) {
        let digit = class.has(Class::DIGIT);
        if self.start.is_some() && self.digits && class.has(Class::MARK) {
            return;
        }
        if self.start.is_some() && digit != self.digits {
            self.end(at);
        }
        if self.start.is_none() {
            self.start = Some((self.folded.len(), at));
            self.digits = digit;
            self.shape = Shape {
                capital: class.has(Class::UPPER),
                cased: class.has(Class::UPPER) || class.has(Class::LOWER),
                foreign: false,
                opens: self.opens,
                dotted: false,
            };
        }
        self.shape.foreign |= class.has(Class::FOREIGN);
        fold(c, digit, self.folded);
    }

    /// Decides what an apostrophe within a word means; says where in the source to go on.
    fn apostrophe(&mut self, at: usize, c: char) -> usize {
        let after = at + c.len_utf8();
        let rest = self.source.get(after..).unwrap_or_default();
        let ending: &str = rest.split(|c| !Class::of(c).has(Class::WORD)).next().unwrap_or_default();
        let base = self.start.and_then(|(start, _)| self.folded.get(start..)).unwrap_or_default();
        if !ending.is_empty() && ELISIONS.contains(&base) {
            self.forget();
            return after;
        }
        let letters = ending.chars().count();
        let plain = !self.shape.foreign && ending.chars().all(char::is_lowercase);
        let ends = letters <= LONGEST_ENDING && base.len() >= SHORTEST_ENDED;
        if plain && (ends || ending == "s" || ending.is_empty()) {
            self.end(at);
            return after + ending.len();
        }
        after
    }

    fn forget(&mut self) {
        if let Some((folded, _)) = self.start.take() {
            self.folded.truncate(folded);
        }
    }

    fn end(&mut self, at: usize) {
        let Some((folded, source)) = self.start.take() else {
            return;
        };
        if folded == self.folded.len() {
            return;
        }
        if let Some(last) = self.spans.last_mut() {
            last.shape.dotted = self.source.as_bytes().get(last.source.1) == Some(&b'.');
        }
        self.spans.push(Span { folded: (folded, self.folded.len()), source: (source, at), shape: self.shape });
        self.opens = false;
    }
}

/// Appends the lower-case ASCII form of `c`, a `digit` or a letter.
fn fold(c: char, digit: bool, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let ascii = reading(c).unwrap_or_else(|| any_ascii_char(c));
    out.extend(
        ascii
            .chars()
            .filter(|a| if digit { a.is_ascii_digit() } else { a.is_ascii_alphabetic() })
            .map(|a| a.to_ascii_lowercase()),
    );
}

/// Letters that `any_ascii` writes in a way that hides the sound: vowels that Arabic and Hebrew letters stand for, the
/// Azerbaijani schwa, and the Cyrillic letter for h.
fn reading(c: char) -> Option<&'static str> {
    Some(match c {
        'ə' | 'Ə' | 'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ة' | 'ى' | 'א' | 'ע' => "a",
        'و' | 'ؤ' | 'ו' => "u",
        'ي' | 'ی' | 'ئ' | 'י' => "i",
        'Х' | 'х' | 'Һ' | 'һ' | 'خ' => "h",
        'Ғ' | 'ғ' => "g",
        'є' | 'Є' => "e",
        _ => return None,
    })
}

/// What is to be known of a character, a bit each.
#[derive(Clone, Copy)]
struct Class(u8);

/// The classes of the scripts that most names are written in, so that a letter is not looked up in each table of Unicode.
static CLASSES: LazyLock<Vec<Class>> =
    LazyLock::new(|| (0..0x1100).map(|c| char::from_u32(c).map_or(Class(0), Class::look_up)).collect());

impl Class {
    /// A letter, digit or mark.
    const WORD: u8 = 1;
    const DIGIT: u8 = 2;
    const UPPER: u8 = 4;
    const LOWER: u8 = 8;
    /// Written over, under or behind a letter; most are dropped in folding, the vowel signs of Indic scripts are read.
    const MARK: u8 = 16;
    /// A letter of another script than the Latin one.
    const FOREIGN: u8 = 32;

    fn of(c: char) -> Class {
        CLASSES.get(c as usize).copied().unwrap_or_else(|| Class::look_up(c))
    }

    fn look_up(c: char) -> Class {
        let mark = !c.is_ascii() && is_combining_mark(c);
        // Latin letters with marks end at U+024F, their later additions lie at U+1E00; IPA letters serve African languages.
        let foreign = !matches!(u32::from(c), 0..=0x2af | 0x1e00..=0x1eff) && c.is_alphabetic();
        let bits = [
            (Class::WORD, c.is_alphanumeric() || mark),
            (Class::DIGIT, c.is_numeric()),
            (Class::UPPER, c.is_uppercase()),
            (Class::LOWER, c.is_lowercase()),
            (Class::MARK, mark),
            (Class::FOREIGN, foreign),
        ];
        Class(bits.into_iter().filter(|(_, set)| *set).map(|(bit, _)| bit).sum())
    }

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// Signs within a word that say nothing: soft hyphen, joiner, direction marks, vowel stretching.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{feff}' | '\u{640}' | '՞' | '՛' | '՜')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | 'ʹ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Words::default();
        words.read(text);
        words.iter().map(|w| w.folded.to_owned()).collect()
    }

    #[test]
    fn folds_case_marks_and_scripts() {
        for (text, folded) in [
            ("Lukashenko", "lukashenko"),
            ("Лукашэнка", "lukashenka"),
            ("Əliyev", "aliyev"),
            ("İlham", "ilham"),
            ("ığdır", "igdir"),
            ("Straße", "strasse"),
            ("ﬁeld", "field"),
            ("Хельме", "helme"),
            ("e\u{301}tat", "etat"),
        ] {
            assert_eq!(words(text), [folded], "{text}");
        }
    }

    #[test]
    fn splits_at_hyphens_dashes_and_between_letters_and_digits() {
        assert_eq!(words("Jean-Yves 2013–14 MiG29"), ["jean", "yves", "2013", "14", "mig", "29"]);
    }

    #[test]
    fn reads_apostrophes() {
        for (text, expected) in [
            ("Belarus's leader", vec!["belarus", "leader"]),
            ("Belarus’ leader", vec!["belarus", "leader"]),
            ("O'Brien", vec!["obrien"]),
            ("l'Italie", vec!["italie"]),
            ("dell'Austria", vec!["austria"]),
            ("Azerbaycan'ın", vec!["azerbaycan"]),
            ("Турб'ёрн", vec!["turbern"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn notes_how_a_word_was_written() {
        let mut words = Words::default();
        words.read("Who is Путин? Yes");
        let shapes: Vec<Shape> = words.iter().map(|w| w.shape).collect();
        assert!(shapes[0].capital && shapes[0].opens && !shapes[0].foreign);
        assert!(!shapes[1].capital && !shapes[1].opens);
        assert!(shapes[2].capital && shapes[2].foreign && !shapes[2].opens);
        assert!(shapes[3].opens);
    }

    proptest! {
        #[test]
        fn any_text_becomes_plain_words(text in "\\PC*") {
            for word in words(&text) {
                prop_assert!(!word.is_empty());
                prop_assert!(word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = words(&text);
            prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
