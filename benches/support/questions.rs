//! Questions about an invented catalogue, with the entries that they mean.
//!
//! Owns how people mistype, shorten and turn round a name; the names come from `catalogue`.

use std::collections::{HashMap, HashSet};

use fastrand::Rng;

use crate::catalogue::{Entry, Sort};
use crate::letters;

/// A question.
pub(crate) struct Question {
    /// What is typed.
    pub(crate) text: String,
    /// How it came from a name.
    pub(crate) way: Way,
    /// What is asked for, which decides between `/actor` and `/event`.
    pub(crate) person: bool,
    /// Numbers of the entries that it may mean; empty when it means none.
    pub(crate) expect: Vec<usize>,
}

/// How a question came from a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// A whole name with one slip of the fingers, or two if it is long.
    Typo,
    /// A whole name that begins with its last word.
    Reordered,
    /// A surname alone.
    Surname,
    /// A name that nobody in the catalogue has.
    Outside,
    /// The start of a name, as one types it.
    HalfTyped,
}

/// How many of each are asked, in hundredths.
const SHARES: &[(Way, usize)] =
    &[(Way::Typo, 30), (Way::Reordered, 15), (Way::Surname, 15), (Way::Outside, 20), (Way::HalfTyped, 20)];

/// The seed of the questions, apart from that of the catalogue.
const SEED: u64 = 1991;

/// A surname that more entries share would not be a question with an answer.
const MOST_BEARERS: usize = 3;

/// The shortest text that gets two slips, in letters.
const LONG: usize = 14;

/// Makes some `count` questions about the entries.
pub(crate) fn ask(entries: &[Entry], count: usize) -> Vec<Question> {
    let mut rng = Rng::with_seed(SEED);
    let known = Known::new(entries);
    let mut questions = Vec::with_capacity(count);
    for &(way, share) in SHARES {
        let mut left = count * share / 100;
        while left > 0 && !entries.is_empty() {
            let number = rng.usize(..entries.len());
            let question = entries.get(number).and_then(|entry| known.question(&mut rng, way, entry));
            left -= usize::from(question.is_some());
            questions.extend(question);
        }
    }
    questions
}

/// Which entries have a name, and which have a word in a name; names that differ in script or marks alone are one.
struct Known {
    names: HashMap<String, Vec<usize>>,
    words: HashMap<String, Vec<usize>>,
    /// The same names in order, for those with one start.
    sorted: Vec<(String, usize)>,
}

impl Known {
    fn new(entries: &[Entry]) -> Self {
        let mut known = Self { names: HashMap::new(), words: HashMap::new(), sorted: Vec::new() };
        for (number, entry) in entries.iter().enumerate() {
            for name in entry.names.iter().map(|name| fold(name)) {
                for word in name.split(' ').collect::<HashSet<_>>() {
                    let bearers = known.words.entry(word.to_owned()).or_default();
                    if bearers.last() != Some(&number) {
                        bearers.push(number);
                    }
                }
                known.names.entry(name.clone()).or_default().push(number);
                known.sorted.push((name, number));
            }
        }
        known.sorted.sort_unstable();
        known
    }

    /// A question about an entry, if it can be asked of it.
    fn question(&self, rng: &mut Rng, way: Way, entry: &Entry) -> Option<Question> {
        // Short forms such as "A. Petrov" are shared by many, so they are not asked for.
        let whole: Vec<&String> = entry.names.iter().filter(|name| !name.contains('.')).collect();
        let name = *rng.choice(&whole)?;
        let person = entry.sort == Sort::Person;
        let (text, expect) = match way {
            Way::Typo => (mistype(rng, name), self.named(name)),
            Way::Reordered => (reorder(name)?, self.named(name)),
            Way::Surname => person.then(|| self.surname(name))??,
            Way::Outside => (self.stranger(rng, name)?, Vec::new()),
            Way::HalfTyped => self.half(rng, name)?,
        };
        Some(Question { text, way, person, expect })
    }

    fn named(&self, name: &str) -> Vec<usize> {
        self.names.get(&fold(name)).cloned().unwrap_or_default()
    }

    fn surname(&self, name: &str) -> Option<(String, Vec<usize>)> {
        let surname = name.rsplit(' ').next()?.to_lowercase();
        let bearers = self.words.get(&fold(&surname))?;
        (bearers.len() <= MOST_BEARERS).then(|| (surname, bearers.clone()))
    }

    /// The name with a last word that is in no name; only of plain letters, as the new word is.
    fn stranger(&self, rng: &mut Rng, name: &str) -> Option<String> {
        let (rest, _) = name.rsplit_once(' ').filter(|(rest, _)| rest.is_ascii())?;
        let word = letters::word(rng, 3, &["ov", "ini", "burg", "son"]);
        (!self.words.contains_key(&word.to_lowercase())).then(|| format!("{rest} {word}"))
    }

    /// The first words of a name and at least half of the last one, and every entry with a name that begins so.
    fn half(&self, rng: &mut Rng, name: &str) -> Option<(String, Vec<usize>)> {
        let (rest, last) = name.rsplit_once(' ')?;
        let length = last.chars().count();
        let typed: String = last.chars().take(rng.usize(length.div_ceil(2)..length.max(2))).collect();
        let text = format!("{rest} {typed}").to_lowercase();
        let start = fold(&text);
        let from = self.sorted.partition_point(|(name, _)| *name < start);
        let begin = self.sorted.iter().skip(from).take_while(|(name, _)| name.starts_with(&start));
        let expect = begin.map(|&(_, number)| number).collect();
        Some((text, expect))
    }
}

/// Every script in plain Latin small letters.
pub(crate) fn fold(text: &str) -> String {
    any_ascii::any_ascii(text).to_lowercase()
}

fn reorder(name: &str) -> Option<String> {
    let (rest, last) = name.rsplit_once(' ')?;
    Some(format!("{last} {rest}"))
}

fn mistype(rng: &mut Rng, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let slips = if letters.len() >= LONG { 2 } else { 1 };
    for _ in 0..slips {
        slip(rng, &mut letters);
    }
    letters.into_iter().collect()
}

/// A wrong letter, one too many, one missing, or two that changed places; never in the first letter.
fn slip(rng: &mut Rng, letters: &mut Vec<char>) {
    if letters.len() < 3 {
        return;
    }
    let at = rng.usize(1..letters.len() - 1);
    // A letter of the name itself is of the same script.
    let small: Vec<char> = letters.iter().copied().filter(|l| l.is_alphabetic() && !l.is_uppercase()).collect();
    let other = rng.choice(&small).copied();
    match (rng.u32(..4), other) {
        (0, Some(other)) => letters.insert(at, other),
        (1, Some(other)) => letters.splice(at..=at, [other]).for_each(drop),
        (2, _) => letters.swap(at, at + 1),
        _ => drop(letters.remove(at)),
    }
}
