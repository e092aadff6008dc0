//! Invented words, and the same words in other scripts.
//!
//! Owns the letters only; which words make a name is left to `catalogue`.

use fastrand::Rng;

/// A way to write Latin words in another script.
pub(crate) struct Script {
    /// Latin letters and what stands for them; where two rows could begin, the longer stands first.
    table: &'static [(&'static str, &'static str)],
    /// Names begin with a capital letter.
    capitals: bool,
}

/// Russian letters.
pub(crate) const CYRILLIC: Script = Script { table: TO_CYRILLIC, capitals: true };
/// Modern Greek letters.
pub(crate) const GREEK: Script = Script { table: TO_GREEK, capitals: true };
/// Georgian letters.
pub(crate) const GEORGIAN: Script = Script { table: TO_GEORGIAN, capitals: false };
/// Latin letters with the marks of several languages.
pub(crate) const MARKED: Script = Script { table: TO_MARKED, capitals: true };
/// Latin letters as another tradition of spelling has them.
pub(crate) const RESPELT: Script = Script { table: TO_RESPELT, capitals: true };

impl Script {
    /// Writes a text in this script; what has no row stays as it is.
    pub(crate) fn write(&self, text: &str) -> String {
        text.split(' ').map(|word| self.word(word)).collect::<Vec<_>>().join(" ")
    }

    fn word(&self, word: &str) -> String {
        let lower = word.to_lowercase();
        let mut rest = lower.as_str();
        let mut written = String::new();
        while let Some(letter) = rest.chars().next() {
            let row = self.table.iter().find_map(|&(from, to)| Some((rest.strip_prefix(from)?, to)));
            if let Some((after, to)) = row {
                written.push_str(to);
                rest = after;
            } else {
                written.push(letter);
                rest = rest.strip_prefix(letter).unwrap_or_default();
            }
        }
        if self.capitals && word.starts_with(char::is_uppercase) { capital(&written) } else { written }
    }
}

/// The word with its first letter in upper case.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A word that sounds like a name: some syllables, then an ending.
pub(crate) fn word(rng: &mut Rng, syllables: usize, endings: &[&str]) -> String {
    let mut word = String::new();
    for _ in 0..syllables {
        word.push_str(pick(rng, ONSETS));
        word.push_str(pick(rng, VOWELS));
    }
    word.push_str(pick(rng, CODAS));
    word.push_str(pick(rng, endings));
    capital(&word)
}

/// One of a list, each as likely as another; nothing of an empty list.
pub(crate) fn pick<'l>(rng: &mut Rng, list: &[&'l str]) -> &'l str {
    rng.choice(list).copied().unwrap_or_default()
}

const ONSETS: &[&str] = &[
    "b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "k", "kh", "kr", "l", "m", "n", "p", "pr", "r", "s", "sh", "st",
    "t", "tr", "v", "y", "z", "zh",
];
const VOWELS: &[&str] = &["a", "a", "a", "e", "e", "i", "i", "o", "o", "u", "ei", "ou"];
const CODAS: &[&str] = &["b", "d", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z"];

const TO_CYRILLIC: &[(&str, &str)] = &[
    ("sh", "ш"),
    ("ch", "ч"),
    ("kh", "х"),
    ("zh", "ж"),
    ("ya", "я"),
    ("yu", "ю"),
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "г"),
    ("i", "и"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("y", "й"),
    ("z", "з"),
];

const TO_GREEK: &[(&str, &str)] = &[
    ("sh", "σ"),
    ("ch", "τσ"),
    ("kh", "χ"),
    ("zh", "ζ"),
    ("ou", "ου"),
    ("a", "α"),
    ("b", "μπ"),
    ("c", "κ"),
    ("d", "ντ"),
    ("e", "ε"),
    ("f", "φ"),
    ("g", "γ"),
    ("h", "χ"),
    ("i", "ι"),
    ("k", "κ"),
    ("l", "λ"),
    ("m", "μ"),
    ("n", "ν"),
    ("o", "ο"),
    ("p", "π"),
    ("r", "ρ"),
    ("s", "σ"),
    ("t", "τ"),
    ("u", "ου"),
    ("v", "β"),
    ("y", "γι"),
    ("z", "ζ"),
];

const TO_GEORGIAN: &[(&str, &str)] = &[
    ("sh", "შ"),
    ("ch", "ჩ"),
    ("kh", "ხ"),
    ("zh", "ჟ"),
    ("a", "ა"),
    ("b", "ბ"),
    ("c", "კ"),
    ("d", "დ"),
    ("e", "ე"),
    ("f", "ფ"),
    ("g", "გ"),
    ("h", "ჰ"),
    ("i", "ი"),
    ("k", "კ"),
    ("l", "ლ"),
    ("m", "მ"),
    ("n", "ნ"),
    ("o", "ო"),
    ("p", "პ"),
    ("r", "რ"),
    ("s", "ს"),
    ("t", "ტ"),
    ("u", "უ"),
    ("v", "ვ"),
    ("y", "ი"),
    ("z", "ზ"),
];

const TO_MARKED: &[(&str, &str)] =
    &[("sh", "š"), ("ch", "č"), ("zh", "ž"), ("ei", "é"), ("ou", "ö"), ("a", "á"), ("z", "ż")];

const TO_RESPELT: &[(&str, &str)] =
    &[("kh", "h"), ("ei", "ey"), ("ou", "u"), ("sh", "sch"), ("v", "w"), ("y", "j"), ("k", "c")];
