//! Text as the matcher reads it: folded words, the languages they are of, how they sound, how alike two are.
//!
//! Nothing here knows what is stored or asked.

pub(super) mod edits;
mod irregular;
pub(super) mod language;
pub(super) mod normalize;
pub(super) mod similarity;
pub(super) mod sound;
pub(super) mod stem;
pub(super) mod term;
