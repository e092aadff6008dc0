//! How words sound, roughly: one spelling for the many ways of writing a sound, and a key of its consonants.
//!
//! Names travel through scripts and languages: Lukashenko, Łukaszenka, Lukaschenko. The sound form merges such spellings;
//! the key also drops the vowels, so that words can be looked up by it. How near two forms are is left to `similarity`.

/// Longest sound form, in bytes; no name word needs more to be told apart.
pub(in crate::matcher) const LONGEST: usize = 31;

/// Codes in a key: enough to tell words apart, and they fit in 64 bits.
const KEY_CODES: u32 = 14;

/// Writes the sound form of a folded word: a letter per sound, where `S` is sh, `C` ch, `Z` zh and `X` ts.
pub(in crate::matcher) fn sound_out(word: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    let mut rest = word;
    while !rest.is_empty() && out.len() - start < LONGEST {
        let (taken, sound) = next_sound(rest);
        for &letter in sound {
            if out.len() == start || out.last() != Some(&letter) {
                out.push(letter);
            }
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
}

/// How many letters the next sound takes, and how it is written.
fn next_sound(rest: &[u8]) -> (usize, &'static [u8]) {
    match rest {
        [b's', b'h', b'c', b'h', ..] => (4, b"S"),
        [b't', b's', b'c', b'h', ..] => (4, b"C"),
        [b'd', b's', b'c', b'h', ..] => (4, b"j"),
        [b's', b'c', b'h', ..] => (3, b"S"),
        [b't', b'c' | b's', b'h', ..] => (3, b"C"),
        [b'd', b'z', b'h', ..] => (3, b"j"),
        [b's', b'h' | b'z', ..] => (2, b"S"),
        [b'c', b'h' | b'z', ..] => (2, b"C"),
        [b'z', b'h', ..] => (2, b"Z"),
        [b't', b's' | b'z', ..] => (2, b"X"),
        [b'd', b'j', ..] => (2, b"j"),
        [b'k', b'h', ..] => (2, b"h"),
        [b'g', b'h', ..] => (2, b"g"),
        [b'p', b'h', ..] => (2, b"f"),
        [b't', b'h', ..] => (2, b"t"),
        [b'd', b'h', ..] => (2, b"d"),
        [b'r', b'h', ..] => (2, b"r"),
        [b'c', b'k', ..] | [b'q', b'u', ..] => (2, b"k"),
        [b'c', b'e' | b'i' | b'y', ..] => (1, b"s"),
        [b'c' | b'q', ..] => (1, b"k"),
        [b'x', ..] => (1, b"ks"),
        [b'w', ..] => (1, b"v"),
        [b'y', ..] => (1, b"i"),
        [letter, ..] => (1, plain(*letter)),
        [] => (1, b""),
    }
}

/// The letter itself, as a constant slice.
fn plain(letter: u8) -> &'static [u8] {
    const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let at = match letter {
        b'a'..=b'z' => usize::from(letter - b'a'),
        b'0'..=b'9' => usize::from(letter - b'0') + 26,
        _ => return b"",
    };
    LETTERS.get(at..=at).unwrap_or_default()
}

/// The keys of a sound form: more than one where a letter is read in two ways (`j` as in Jung or James, `C` as in Bach or
/// China, `g` as in Gerd or George). Each distinct key is given once, at most four.
pub(in crate::matcher) fn keys(sound: &[u8]) -> Keys {
    let mut keys = Keys::default();
    // The one has a bit for j, the other for ch and g; most words have neither.
    let both =
        u8::from(sound.contains(&b'j')) | if sound.iter().any(|letter| matches!(letter, b'C' | b'g')) { 2 } else { 0 };
    for reading in (0..4).filter(|reading| reading & !both == 0) {
        keys.add(key(sound, reading & 1 != 0, reading & 2 != 0));
    }
    keys
}

/// Up to four keys.
#[derive(Default, Clone, Copy, Debug)]
pub(in crate::matcher) struct Keys {
    keys: [u64; 4],
    count: usize,
}

impl Keys {
    fn add(&mut self, key: u64) {
        if key != 0
            && !self.as_slice().contains(&key)
            && let Some(slot) = self.keys.get_mut(self.count)
        {
            *slot = key;
            self.count += 1;
        }
    }

    /// The distinct keys; none for a word without consonants.
    pub(in crate::matcher) fn as_slice(&self) -> &[u64] {
        self.keys.get(..self.count).unwrap_or_default()
    }
}

/// Number of codes in a key.
pub(in crate::matcher) fn key_len(key: u64) -> u32 {
    (64 - key.leading_zeros()).div_ceil(4)
}

/// The key without its code number `at`, counted from the last.
pub(in crate::matcher) fn key_without(key: u64, at: u32) -> u64 {
    let low = key & ((1 << (4 * at)) - 1);
    let high = (key >> (4 * at)) >> 4;
    (high << (4 * at)) | low
}

/// Packs the consonants, four bits each. `j_sounds`: j is read as in James, not as in Jung; `soft`: ch and soft g are
/// read as in China and George, not as in Bach and Gerd.
fn key(sound: &[u8], j_sounds: bool, soft: bool) -> u64 {
    let mut key = 0;
    let mut last = 0;
    for (at, letter) in sound.iter().enumerate() {
        let code = match letter {
            b'b' | b'p' => 1,
            b'f' | b'v' => 2,
            b'd' | b't' => 3,
            b'g' if soft && matches!(sound.get(at + 1), Some(b'e' | b'i')) => 5,
            b'C' if soft => 5,
            b'k' | b'g' | b'q' | b'C' => 4,
            b's' | b'z' | b'S' | b'Z' | b'X' => 5,
            b'j' if j_sounds => 5,
            b'l' => 6,
            b'r' => 7,
            b'm' => 8,
            b'n' => 9,
            b'0'..=b'9' => 10 + u64::from(letter % 6),
            // A vowel parts two equal consonants; h is heard in one language and not in the next.
            _ => {
                last = 0;
                continue;
            }
        };
        if code != last && key >> (4 * (KEY_CODES - 1)) == 0 {
            key = (key << 4) | code;
        }
        last = code;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sound(word: &str) -> String {
        let mut out = Vec::new();
        sound_out(word.as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    fn share_key(a: &str, b: &str) -> bool {
        let (a, b) = (keys(sound(a).as_bytes()), keys(sound(b).as_bytes()));
        a.as_slice().iter().any(|key| b.as_slice().contains(key))
    }

    #[test]
    fn merges_spellings_of_one_sound() {
        for (word, expected) in [
            ("lukaschenko", "lukaSenko"),
            ("lukaszenko", "lukaSenko"),
            ("philipp", "filip"),
            ("jacques", "jakes"),
            ("wolf", "volf"),
            ("tschernobyl", "Cernobil"),
        ] {
            assert_eq!(sound(word), expected, "{word}");
        }
    }

    #[test]
    fn names_meet_across_scripts() {
        for (a, b) in [
            ("lukashenka", "lukaschenko"),
            ("aliyev", "eliyev"),
            ("dzheyms", "james"),
            ("yandrokovich", "jandrokovic"),
            ("zhan", "jean"),
            ("dzhordzh", "george"),
            ("jrmni", "germany"),
            ("bgdad", "baghdad"),
        ] {
            assert!(share_key(a, b), "{a} {b}");
        }
    }

    #[test]
    fn removes_one_code() {
        let key = keys(b"martin").as_slice()[0];
        assert_eq!(key, 0x8739);
        assert_eq!(key_len(key), 4);
        assert_eq!(key_without(key, 0), 0x873);
        assert_eq!(key_without(key, 3), 0x739);
    }

    proptest! {
        #[test]
        fn any_word_has_a_short_sound_form(word in "[a-z0-9]{0,60}") {
            let sound = sound(&word);
            prop_assert!(sound.len() <= LONGEST + 1);
            prop_assert!(keys(sound.as_bytes()).as_slice().iter().all(|&key| key_len(key) <= KEY_CODES));
        }
    }
}
