//! Words that people use for one another when they ask: those of everyday English, and those that the fact base adds.
//!
//! Owns which words a word of the question is read as, and which words mean its opposite. How much a word that is read so
//! counts is left to `candidates`, what an opposite means for an answer to those who decide.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::knowledge;
use crate::matcher::text::normalize::Words;
use crate::matcher::text::stem::stem;

/// The groups of everyday words.
const EVERYDAY: &str = include_str!("everyday.toml");

/// Words by their stems.
#[derive(Debug, Default)]
pub(in crate::matcher) struct Thesaurus {
    groups: Vec<Group>,
    /// By the first stem of what people type: the whole of it, and its group.
    by_first: BTreeMap<Box<str>, Vec<(Phrase, usize)>>,
}

/// Stems in their order.
type Phrase = Box<[Box<str>]>;

#[derive(Debug)]
struct Group {
    /// What the words are read as.
    means: BTreeSet<Box<str>>,
    /// What they are never read as.
    never: BTreeSet<Box<str>>,
}

#[derive(Deserialize)]
struct Everyday {
    group: Vec<Alike>,
}

/// Words that mean nearly the same, each for each.
#[derive(Deserialize)]
struct Alike {
    words: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
}

impl Thesaurus {
    /// The everyday groups and those of a fact base.
    pub(in crate::matcher) fn new(words: &[knowledge::Words]) -> Thesaurus {
        let mut thesaurus = Thesaurus::default();
        // The file is ours, and a test reads it: where it could not be read, there would be no groups.
        for Alike { words, never } in toml::from_str(EVERYDAY).map_or(Vec::new(), |read: Everyday| read.group) {
            thesaurus.add(&words, &words, &never);
        }
        for knowledge::Words { says, means, never, .. } in words {
            thesaurus.add(says, std::slice::from_ref(means), never);
        }
        thesaurus
    }

    fn add(&mut self, says: &[impl AsRef<str>], means: &[impl AsRef<str>], never: &[impl AsRef<str>]) {
        let number = self.groups.len();
        self.groups.push(Group { means: all_stems(means), never: all_stems(never) });
        for said in says {
            let phrase = stems(said.as_ref());
            if let Some(first) = phrase.first() {
                self.by_first.entry(first.clone()).or_default().push((phrase.into(), number));
            }
        }
    }

    /// For each word of a question the stems that it may be read as, its own left out.
    pub(in crate::matcher) fn read(&self, folded: &[&str]) -> Vec<Vec<Box<str>>> {
        let stems: Vec<Box<str>> = folded.iter().map(|word| stem(word).into()).collect();
        let mut readings = vec![Vec::new(); stems.len()];
        for (at, reading) in readings.iter_mut().enumerate() {
            for group in self.groups_at(&stems, at) {
                for stem in group.means.iter().filter(|stem| **stem != stems[at]) {
                    if !reading.contains(stem) {
                        reading.push(stem.clone());
                    }
                }
            }
        }
        readings
    }

    /// Whether a text speaks of the opposite of what a question asks: it has a word that one of the question is never
    /// read as, and none that it may be read as.
    pub(in crate::matcher) fn opposes(&self, question: &str, text: &str) -> bool {
        let (asked, told) = (stems(question), stems(text));
        let told: BTreeSet<&str> = told.iter().map(|stem| &**stem).collect();
        let has = |stems: &BTreeSet<Box<str>>| stems.iter().any(|stem| told.contains(&**stem));
        let groups: Vec<Vec<&Group>> = (0..asked.len()).map(|at| self.groups_at(&asked, at).collect()).collect();
        // "Growing or shrinking" asks for either.
        let wanted: BTreeSet<&Box<str>> =
            groups.iter().flatten().flat_map(|group| &group.means).chain(&asked).collect();
        let contrary =
            |stems: &BTreeSet<Box<str>>| stems.iter().any(|stem| told.contains(&**stem) && !wanted.contains(stem));
        asked.iter().zip(&groups).any(|(stem, groups)| {
            let kept =
                told.contains(&**stem) || groups.iter().any(|group| !group.never.is_empty() && has(&group.means));
            !kept && groups.iter().any(|group| contrary(&group.never))
        })
    }

    /// The groups of what begins at a place of a question.
    fn groups_at<'t>(&'t self, stems: &'t [Box<str>], at: usize) -> impl Iterator<Item = &'t Group> {
        let from = stems.get(at..).unwrap_or_default();
        let phrases = from.first().and_then(|first| self.by_first.get(first)).map(Vec::as_slice).unwrap_or_default();
        let here = phrases.iter().filter(move |(phrase, _)| from.starts_with(phrase));
        here.filter_map(|(_, group)| self.groups.get(*group))
    }
}

fn all_stems(texts: &[impl AsRef<str>]) -> BTreeSet<Box<str>> {
    texts.iter().flat_map(|text| stems(text.as_ref())).collect()
}

/// The stems of a text, in their order.
fn stems(text: &str) -> Vec<Box<str>> {
    let mut words = Words::default();
    words.read_typed(text);
    words.iter().map(|word| stem(word.folded).into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_are_read_as_one_another_in_any_inflection() {
        let thesaurus = Thesaurus::new(&[]);
        let readings = thesaurus.read(&["who", "sells", "guns"]);
        assert!(readings[1].iter().any(|stem| **stem == *"export"), "{readings:?}");
        assert!(readings[2].iter().any(|stem| **stem == *"weapon"), "{readings:?}");
        assert!(readings[0].is_empty());
    }

    #[test]
    fn what_says_the_opposite_is_no_answer() {
        let thesaurus = Thesaurus::new(&[]);
        assert!(thesaurus.opposes("who buys weapons from Belarus", "Belarus exported weapons worth 150 million."));
        assert!(!thesaurus.opposes("who sells weapons", "Belarus exported weapons worth 150 million."));
        assert!(!thesaurus.opposes("who buys arms", "Azerbaijan is the main buyer of what Belarus exports."));
        assert!(!thesaurus.opposes("weapons of Belarus", "Belarus exported weapons."));
        assert!(!thesaurus.opposes("who buys and who sells weapons", "Belarus exported weapons."));
    }

    #[test]
    fn every_everyday_group_is_read_and_has_two_words() {
        let read: Everyday = toml::from_str(EVERYDAY).unwrap();
        assert!(read.group.iter().all(|group| group.words.len() >= 2));
        let opposites = read.group.iter().filter(|group| !group.never.is_empty());
        for group in opposites {
            assert!(group.never.iter().all(|word| !group.words.contains(word)), "{:?}", group.words);
        }
    }
}
