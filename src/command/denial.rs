//! What is denied: by a question, and by a text of what a question takes for granted.
//!
//! Owns the words that deny and where they stand. English, and only where it is plain.

use crate::matcher::{Term, stem};
use crate::meaning::is_telling;

/// Stems of words that deny what follows.
#[rustfmt::skip]
const DENIALS: [&str; 24] = [
    "not", "no", "never", "without", "neither", "nor", "none", "nobodi", "noth", "cannot", "cant", "didnt", "doesnt", "dont",
    "isnt", "wasnt", "wont", "refus", "reject", "declin", "deni", "fail", "t", "abstain",
];

/// Words that may stand between a denial and what is denied.
#[rustfmt::skip]
const BETWEEN: [&str; 21] = [
    "to", "be", "been", "yet", "ever", "have", "has", "had", "did", "doe", "do", "ani", "the", "a", "an", "by", "as", "even",
    "also", "it", "formal",
];

/// Words that begin a question which takes for granted that something was done.
const PRESUMES: [&str; 7] = ["when", "why", "how", "where", "who", "what", "which"];

/// The stems of a text's words, in their order.
fn stems(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(&word.to_lowercase()).into_owned()).collect()
}

fn is_denial(stem: &str) -> bool {
    DENIALS.contains(&stem)
}

/// Whether a text denies what a question takes for granted: why Belarus recognised Abkhazia is not told by a text that says
/// it did not.
pub(super) fn denies(question: &str, text: &str) -> bool {
    let asked = stems(question);
    let presumes = asked.iter().take(2).any(|word| PRESUMES.contains(&word.as_str()));
    if !presumes || asked.iter().any(|word| is_denial(word)) {
        return false;
    }
    let told = stems(text);
    let acts = asked.iter().filter(|word| is_telling(word));
    acts.into_iter().any(|act| {
        let mut places = (0..told.len()).filter(|&at| told.get(at) == Some(act)).peekable();
        places.peek().is_some() && places.all(|at| is_denied(told.get(..at).unwrap_or_default()))
    })
}

/// Whether the words before something deny it.
fn is_denied(before: &[String]) -> bool {
    let last = before.iter().rev().find(|word| !BETWEEN.contains(&word.as_str()) && !word.ends_with("ly"));
    last.is_some_and(|word| is_denial(word))
}

/// Whether one of the texts says what a word says that bounds or denies: the word itself, or for a denial any other.
pub(super) fn says(texts: &[&str], term: &Term) -> bool {
    let wanted = stem(&term.folded);
    let mut told = texts.iter().flat_map(|text| stems(text));
    told.any(|word| word == wanted || is_denial(&wanted) && is_denial(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_takes_for_granted_may_be_denied() {
        for (question, text) in [
            ("Why did Belarus recognise Abkhazia?", "Belarus has not recognised Abkhazia."),
            ("when did egypt accept the plan", "Nasser refused to accept the plan."),
            ("how did the EU ban visas", "The EU never formally banned visas."),
        ] {
            assert!(denies(question, text), "{question}");
        }
    }

    #[test]
    fn a_denial_of_something_else_denies_nothing() {
        for (question, text) in [
            ("Did Belarus recognise Abkhazia?", "Belarus has not recognised Abkhazia."),
            ("Why did Belarus not recognise Abkhazia?", "Belarus has not recognised Abkhazia."),
            ("who refused to recognise Abkhazia", "Belarus has not recognised Abkhazia."),
            ("Why did Belarus recognise Abkhazia?", "Not long after the war, Belarus recognised Abkhazia."),
            ("when did he visit Baku", "He visited Baku in 2013, and not Minsk."),
        ] {
            assert!(!denies(question, text), "{question}");
        }
    }
}
