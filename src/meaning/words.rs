//! A text to the words that carry its meaning, folded as BERT's uncased tokeniser folds them: lower case, no accents.
//!
//! Owns the folding and the stop words of this module. They are English only, as the vectors are: the matcher's own serve
//! many languages, in which "war" and "die" are articles and verbs. Cutting words into pieces belongs to
//! [`super::table`].

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Calls `each` with the folded words of a text, in order, without stop words and single letters. `buffer` is working
/// room, so that a long list of texts does not allocate for each.
pub(super) fn each_word(text: &str, buffer: &mut String, mut each: impl FnMut(&str)) {
    buffer.clear();
    buffer.extend(text.chars().flat_map(char::to_lowercase).nfd().filter(|&letter| !is_combining_mark(letter)));
    for word in buffer.split(|letter: char| !letter.is_alphanumeric()) {
        let single = word.len() == 1 && !word.bytes().all(|byte| byte.is_ascii_digit());
        if !word.is_empty() && !single && STOP_WORDS.binary_search(&word).is_err() {
            each(word);
        }
    }
}

/// English words that hold a sentence together, in order: articles, pronouns, prepositions, auxiliaries, question words, and
/// what is written together when an apostrophe is left out.
#[rustfmt::skip]
pub(super) const STOP_WORDS: &[&str] = &[
    "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "arent", "as",
    "at", "be", "been", "before", "being", "below", "between", "both", "but", "by", "can", "cant", "could", "couldnt",
    "did", "didnt", "do", "does", "doesnt", "doing", "dont", "down", "during", "each", "for", "from", "had", "hadnt",
    "has", "hasnt", "have", "havent", "having", "he", "her", "here", "hers", "him", "his", "how", "hows", "if", "in",
    "into", "is", "isnt", "it", "its", "just", "many", "may", "me", "might", "much", "must", "my", "no", "nor", "not",
    "of", "off", "on", "only", "onto", "or", "other", "our", "out", "over", "own", "same", "shall", "she", "should",
    "shouldnt", "so", "some", "such", "than", "that", "thats", "the", "their", "theirs", "them", "then", "there",
    "theres", "these", "they", "this", "those", "through", "to", "too", "under", "up", "us", "very", "was", "wasnt",
    "we", "were", "werent", "what", "whats", "when", "whens", "where", "wheres", "which", "who", "whom", "whos",
    "whose", "why", "will", "with", "without", "wont", "would", "wouldnt", "you", "your",
];
