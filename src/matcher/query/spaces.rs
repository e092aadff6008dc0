//! Spaces that were left out of a question, or put in the wrong place.
//!
//! Owns how a question is read anew with other spaces, and initials that were run together. Whether that is what was meant shows in what is then found.

use crate::matcher::index::View;
use crate::matcher::index::lexicon::Effort;
use crate::matcher::query::question::{MOST_TERMS, Question};
use crate::matcher::query::senses::Senses;
use crate::matcher::text::term::{Term, Use};
use std::cmp::Reverse;

/// A part as alike to a stored word as this is that word.
const NEAR: f32 = 0.8;

/// Fewest letters of a part that is stored as it stands: two letters stand at the start of half the words.
const SHORTEST: usize = 3;

/// Fewest letters of the parts of which one is only nearly as it is stored.
const SHORTEST_NEAR: usize = 4;

/// Most initials that are run together.
const MOST_INITIALS: usize = 3;

/// Places at which a nearly stored part is looked for: those with the longest stored part beside it.
const MOST_TRIED: usize = 3;

/// The question with a space in each term that is not stored but is two stored words run together, and with the space
/// between two such terms where it makes stored words of them; `None` if no other spaces make more sense.
pub(in crate::matcher) fn respaced(view: View<'_>, question: &Question, senses: &Senses) -> Option<Question> {
    let unknown = |at: usize| {
        let kept = question.terms.get(at).is_some_and(|term| term.usage == Use::Kept);
        kept && senses.best.get(at).copied().flatten().is_none_or(|best| best.likeness < 1.0)
    };
    let mut terms = Vec::with_capacity(question.terms.len() + 1);
    let mut at = 0;
    while let Some(term) = question.terms.get(at) {
        let next = question.terms.get(at + 1).filter(|_| unknown(at) && unknown(at + 1));
        if let Some(parts) = next.and_then(|next| parted(view, term, &format!("{}{}", term.folded, next.folded))) {
            terms.extend(parts);
            at += 2;
            continue;
        }
        match unknown(at).then(|| parted(view, term, &term.folded)).flatten() {
            Some(parts) => terms.extend(parts),
            None if unknown(at) && are_initials(term) => {
                terms.extend(term.folded.chars().map(|letter| term.spelt(letter.encode_utf8(&mut [0; 4]))));
            }
            None => terms.push(term.clone()),
        }
        at += 1;
    }
    terms.truncate(MOST_TERMS);
    let same = terms.iter().map(|term| &term.folded).eq(question.terms.iter().map(|term| &term.folded));
    (!same).then_some(Question { terms, ..*question })
}

/// Whether a word that is not stored may be initials run together: "JC", "jc".
fn are_initials(term: &Term) -> bool {
    let letters = term.folded.len();
    let plain = letters == term.written.len() && term.folded.bytes().all(|b| b.is_ascii_lowercase());
    let capitals = term.written.bytes().all(|b| b.is_ascii_uppercase());
    let vowels = term.folded.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    plain && (2..=MOST_INITIALS).contains(&letters) && (capitals || !vowels)
}

/// `letters`, which `term` begins, as two stored words, the second of which may have a slip in it, or the first.
fn parted(view: View<'_>, term: &Term, letters: &str) -> Option<[Term; 2]> {
    let mut stored: Vec<(usize, bool, bool)> = (SHORTEST..letters.len().saturating_sub(SHORTEST - 1))
        .filter_map(|at| letters.split_at_checked(at).map(|(left, right)| (at, left, right)))
        .map(|(at, left, right)| (at, view.exact(left).is_some(), view.exact(right).is_some()))
        .filter(|&(_, left, right)| left || right)
        .collect();
    // Both parts stored before one, then the longest stored part.
    stored.sort_by_key(|&(at, left, right)| {
        Reverse(if left { at } else { 0 } + if right { letters.len() - at } else { 0 })
    });
    let near = |letters: &str| {
        letters.len() >= SHORTEST_NEAR
            && view
                .candidates(&term.spelt(letters), false, Effort::Quick)
                .first()
                .is_some_and(|best| best.likeness >= NEAR)
    };
    let (at, ..) = stored.into_iter().take(MOST_TRIED).find(|&(at, left, right)| {
        let Some(parts) = letters.split_at_checked(at) else { return false };
        (left || near(parts.0)) && (right || near(parts.1))
    })?;
    let (left, right) = letters.split_at_checked(at)?;
    Some([term.spelt(left), term.spelt(right)])
}
