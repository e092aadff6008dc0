//! The likeness of whole texts, letter by letter, for the few best entries of a look-up.
//!
//! It costs too much for all candidates; what they are worth otherwise is worked out in `score`.

use crate::matcher::index::{Index, Name};
use crate::matcher::query::question::Question;
use crate::matcher::rank::score::{FoundIn, LOOKUP_MIX, Scored};
use crate::matcher::text::term::Use;

/// An entry is not compared when it would stay so far behind the best one even if its name were the very text of the question.
const BEHIND: f32 = 0.3;

/// Blends in the likeness of the whole texts, given the few best of a look-up, best first: it compares letter by letter.
pub(in crate::matcher) fn refine(index: &Index, question: &Question, ranked: &mut [Scored]) {
    let mut best = 0.0_f32;
    for scored in ranked {
        if scored.score + LOOKUP_MIX.whole < best - BEHIND {
            break;
        }
        let names = index.entry(scored.entry).map(|entry| index.names(entry)).unwrap_or_default();
        if let Some(name) = scored.which.and_then(|which| names.get(which as usize)) {
            scored.whole = whole(index, question, scored, name);
            scored.score += LOOKUP_MIX.whole * scored.whole;
        }
        best = best.max(scored.score);
    }
}

/// Likeness of the whole question and the whole name without spaces, the words in the order of the name.
fn whole(index: &Index, question: &Question, scored: &Scored, name: &Name) -> f32 {
    let mut asked = String::new();
    let mut kept = String::new();
    let mut used = 0_u32;
    for &word in index.words(name) {
        kept.push_str(index.lexicon.word(word));
        let find = scored
            .finds
            .iter()
            .find(|find| find.word == word && find.place == FoundIn::Name && used & (1 << (find.term & 31)) == 0);
        if let Some(find) = find {
            used |= 1 << (find.term & 31);
            asked.push_str(question.terms.get(usize::from(find.term)).map_or("", |term| &term.folded));
        }
    }
    for (at, term) in question.terms.iter().enumerate() {
        if used & (1 << (at & 31)) == 0 && term.usage != Use::Dropped {
            asked.push_str(&term.folded);
        }
    }
    if asked == kept {
        return 1.0;
    }
    let longer = asked.len().max(kept.len()).max(1);
    1.0 - strsim::osa_distance(&asked, &kept) as f32 / longer as f32
}
