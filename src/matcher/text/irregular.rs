//! English verbs and nouns whose forms share no stem: *sold* is *sell*, *men* are *man*.
//!
//! Owns the table. Forms that the stemmer brings together are left out, and so are forms that are a common word of their own
//! (*left*, *saw*, *found*, *ground*, *wound*, *felt*, *lay*), which would make that word mean something else.

/// The base of an irregular form; folded.
pub(super) fn base(form: &str) -> Option<&'static str> {
    FORMS.binary_search_by_key(&form, |(form, _)| form).ok().and_then(|at| FORMS.get(at)).map(|(_, base)| *base)
}

/// Form and base, in the order of forms.
#[rustfmt::skip]
const FORMS: &[(&str, &str)] = &[
    ("arisen", "arise"), ("arose", "arise"), ("ate", "eat"), ("became", "become"), ("began", "begin"),
    ("begun", "begin"), ("bought", "buy"), ("broke", "break"), ("broken", "break"), ("brought", "bring"),
    ("built", "build"), ("caught", "catch"), ("children", "child"), ("chose", "choose"), ("chosen", "choose"),
    ("countrymen", "countryman"), ("dealt", "deal"), ("drawn", "draw"), ("drew", "draw"), ("driven", "drive"),
    ("drove", "drive"), ("eaten", "eat"), ("fallen", "fall"), ("fed", "feed"), ("fell", "fall"), ("fled", "flee"),
    ("flew", "fly"), ("flown", "fly"), ("forbade", "forbid"), ("forbidden", "forbid"), ("forgot", "forget"),
    ("forgotten", "forget"), ("fought", "fight"), ("froze", "freeze"), ("frozen", "freeze"), ("gave", "give"),
    ("given", "give"), ("gone", "go"), ("got", "get"), ("gotten", "get"), ("grew", "grow"), ("grown", "grow"),
    ("heard", "hear"), ("held", "hold"), ("hid", "hide"), ("hidden", "hide"), ("hung", "hang"), ("kept", "keep"),
    ("knew", "know"), ("known", "know"), ("led", "lead"), ("lent", "lend"), ("lost", "lose"), ("made", "make"),
    ("meant", "mean"), ("men", "man"), ("met", "meet"), ("paid", "pay"), ("ran", "run"), ("rode", "ride"),
    ("rose", "rise"), ("said", "say"), ("sank", "sink"), ("sent", "send"), ("shaken", "shake"), ("shook", "shake"),
    ("shot", "shoot"), ("shown", "show"), ("slept", "sleep"), ("sold", "sell"), ("sought", "seek"), ("spent", "spend"),
    ("spoke", "speak"), ("spoken", "speak"), ("stolen", "steal"), ("stood", "stand"), ("struck", "strike"),
    ("sung", "sing"), ("sunk", "sink"), ("swore", "swear"), ("sworn", "swear"), ("taken", "take"), ("taught", "teach"),
    ("thought", "think"), ("threw", "throw"), ("thrown", "throw"), ("told", "tell"), ("took", "take"),
    ("understood", "understand"), ("went", "go"), ("withdrawn", "withdraw"), ("withdrew", "withdraw"), ("woke", "wake"),
    ("women", "woman"), ("won", "win"), ("wore", "wear"), ("worn", "wear"), ("written", "write"), ("wrote", "write"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_stand_in_order_and_are_no_bases() {
        assert!(FORMS.is_sorted_by_key(|(form, _)| form));
        assert!(FORMS.iter().all(|(_, of)| base(of).is_none()));
    }
}
