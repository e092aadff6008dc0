//! Stems: what the inflections of a word share, so that *resign*, *resigned* and *resignation* meet.
//!
//! Owns which stemmer is asked: Porter's second, for English, after [`super::irregular`]. The words of other languages keep
//! their endings; the likeness of letters forgives those.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::irregular;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Shortest word that has an ending: "his" is no inflection of "hi".
const SHORTEST: usize = 4;

/// The stem of a folded word.
pub fn stem(folded: &str) -> Cow<'_, str> {
    let folded = irregular::base(folded).unwrap_or(folded);
    if folded.len() < SHORTEST || folded.bytes().any(|b| b.is_ascii_digit()) {
        return Cow::Borrowed(folded);
    }
    ENGLISH.stem(folded)
}
