//! Names within a sentence: which take the article, in a language that has one. The names are written in English.

/// A name that has one of these nouns at its head takes the article: the European Union, the Parliament of Georgia.
const WITH_ARTICLE: &[&str] = &[
    "army",
    "assembly",
    "association",
    "authorities",
    "bloc",
    "chamber",
    "cis",
    "commission",
    "committee",
    "commonwealth",
    "community",
    "confederation",
    "congress",
    "corporation",
    "council",
    "court",
    "csto",
    "emirates",
    "empire",
    "eu",
    "federation",
    "forces",
    "foundation",
    "front",
    "fund",
    "government",
    "group",
    "helicopter",
    "initiative",
    "institute",
    "kgb",
    "kingdom",
    "league",
    "ministry",
    "mosque",
    "movement",
    "nations",
    "opposition",
    "organisation",
    "organization",
    "osce",
    "palace",
    "parliament",
    "partnership",
    "party",
    "philippines",
    "pipeline",
    "plant",
    "refinery",
    "regions",
    "republic",
    "ssr",
    "states",
    "tribune",
    "uae",
    "uk",
    "un",
    "union",
    "university",
    "us",
    "usa",
    "ussr",
    "works",
];

/// What ends the head of a name: what follows says only whose, where or of which kind.
const AFTER_HEAD: [&str; 5] = [" of ", " for ", " on ", " in ", ","];

/// Whether a name takes the article within a sentence: "the Soviet Union", but "Belarus".
pub(super) fn is_definite(name: &str) -> bool {
    let end = AFTER_HEAD.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    let head = name.get(..end).and_then(|head| head.split_whitespace().next_back()).unwrap_or_default().to_lowercase();
    let has_own = name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the "));
    !has_own && WITH_ARTICLE.contains(&head.as_str())
}

/// The article before a noun: "an ally", "a member".
pub(super) fn indefinite(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unions_and_bodies_take_the_article_and_states_and_people_do_not() {
        for name in [
            "Soviet Union",
            "United States",
            "Parliament of Azerbaijan",
            "Organization for Security and Co-operation in Europe",
            "Customs Union of Belarus, Russia and Kazakhstan",
            "KGB of the Azerbaijan SSR",
        ] {
            assert!(is_definite(name), "{name}");
        }
        for name in
            ["Belarus", "Artur Rasizade", "NATO", "The Hague Group", "Union Bank", "Euronest", "S-125 Pechora", "і"]
        {
            assert!(!is_definite(name), "{name}");
        }
    }
}
