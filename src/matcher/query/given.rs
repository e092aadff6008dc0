//! The forms of given names: Bob is Robert, and Robert may be Bob.
//!
//! The table is `names.csv` of the `PyPI` package `nicknames` 1.0.1, Apache-2.0 (see `LICENSE-APACHE` at the root): English
//! names alone. How much such a form counts is left to `candidates`.

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::matcher::query::question::Question;
use crate::matcher::text::term::Use;

/// A line for each pair: the name, and a short form of it behind the second comma.
const PAIRS: &str = include_str!("given-names.csv");

/// The forms of each name.
static FORMS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut forms: HashMap<&str, Vec<&str>> = HashMap::default();
    for (name, short) in PAIRS.lines().skip(1).filter_map(pair) {
        forms.entry(name).or_default().push(short);
        forms.entry(short).or_default().push(name);
    }
    forms
});

/// Notes the other forms of the given names in a name that is typed to look it up. One word alone has none: "Bob" is
/// whoever is called so, not every Robert.
pub(in crate::matcher) fn note_forms(question: &mut Question) {
    let kept = question.terms.iter().filter(|term| term.usage == Use::Kept).count();
    if question.sentence || kept < 2 {
        return;
    }
    for term in question.terms.iter_mut().filter(|term| term.usage == Use::Kept) {
        term.forms = FORMS.get(term.folded.as_str()).cloned().unwrap_or_default();
    }
}

/// The two names of a line; those that are initials ("k.c.") are left out.
fn pair(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, rest) = line.split_once(',')?;
    let (_, short) = rest.split_once(',')?;
    let plain = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase());
    (plain(name) && plain(short)).then_some((name, short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_has_its_names_and_a_name_its_short_forms() {
        assert!(FORMS["bob"].contains(&"robert"));
        assert!(FORMS["robert"].contains(&"bob"));
        assert!(!FORMS.contains_key("baku"));
    }
}
