//! What each language must have beyond every key: words of its own, every plural form, and suffixes as they are spoken.

use fluent_syntax::ast;

use super::*;

/// The categories in which nouns differ beside a number (CLDR); none where they do not.
fn categories(tag: &str) -> &'static [&'static str] {
    match tag {
        "ru" | "be" => &["one", "few", "many", "other"],
        "az" | "tr" => &[],
        _ => &["one", "other"],
    }
}

fn messages(words: &'static str) -> Vec<ast::Message<&'static str>> {
    let messages = fluent_syntax::parser::parse(words).unwrap().body.into_iter();
    messages.filter_map(|entry| if let Entry::Message(message) = entry { Some(message) } else { None }).collect()
}

/// Calls `each` with every choice of a pattern and what it is chosen by.
fn choices(pattern: &Pattern<&'static str>, each: &mut impl FnMut(&str, &[ast::Variant<&'static str>])) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else {
            continue;
        };
        if let InlineExpression::VariableReference { id } = selector {
            each(id.name, variants);
        }
        for variant in variants {
            choices(&variant.value, each);
        }
    }
}

/// What a pattern says, without what is put into it.
fn texts<'w>(pattern: &Pattern<&'w str>) -> Vec<&'w str> {
    let text = |element: &PatternElement<&'w str>| match element {
        PatternElement::TextElement { value } => vec![*value],
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().flat_map(|variant| texts(&variant.value)).collect()
        }
        PatternElement::Placeable { .. } => Vec::new(),
    };
    pattern.elements.iter().flat_map(text).collect()
}

fn letters(pattern: &Pattern<&str>) -> String {
    texts(pattern).concat().chars().filter(|c| c.is_alphabetic()).collect()
}

#[test]
fn a_noun_beside_a_number_has_every_form_of_its_language() {
    for (tag, words) in LANGUAGES {
        for message in messages(words) {
            let mut found = Vec::new();
            choices(message.value.as_ref().unwrap(), &mut |by, variants| {
                if by == "count" {
                    found.push(variants.iter().map(|variant| name(&variant.key)).collect::<Vec<_>>());
                }
            });
            let counted = message.id.name.ends_with("-count") && message.id.name != "label-count";
            if counted || message.id.name == "sources-go-on" {
                assert_eq!(found.concat(), categories(tag), "{tag}: {}", message.id.name);
            } else {
                assert!(found.is_empty(), "{tag}: {} is not looked at here", message.id.name);
            }
        }
    }
}

#[test]
fn numbers_take_the_form_that_grammar_gives_them() {
    let forms = [
        ("en", "s: 0 facts, 1 fact, 2 facts, 5 facts, 11 facts, 21 facts, 22 facts, 25 facts, 1.5 facts, 1000 facts"),
        ("ru", "0 фактов, 1 факт, 2 факта, 5 фактов, 11 фактов, 21 факт, 22 факта, 25 фактов, 1,5 факта, 1000 фактов"),
        ("be", "0 фактаў, 1 факт, 2 факты, 5 фактаў, 11 фактаў, 21 факт, 22 факты, 25 фактаў, 1,5 факта, 1000 фактаў"),
        ("az", "0 fakt, 1 fakt, 2 fakt, 5 fakt, 11 fakt, 21 fakt, 22 fakt, 25 fakt, 1,5 fakt, 1000 fakt"),
        ("tr", "0 bilgi, 1 bilgi, 2 bilgi, 5 bilgi, 11 bilgi, 21 bilgi, 22 bilgi, 25 bilgi, 1,5 bilgi, 1000 bilgi"),
    ];
    for (tag, expected) in forms {
        let wording = Wording::of(&tag.parse().unwrap());
        let numbers = [0.0, 1.0, 2.0, 5.0, 11.0, 21.0, 22.0, 25.0, 1.5, 1000.0];
        let said = numbers.map(|number| wording.message(&Message::FactCount { count: Words::Number(number) }));
        assert_eq!(said.join(", "), expected.trim_start_matches("s: "), "{tag}");
    }
    assert_eq!(forms.map(|(tag, _)| tag), LANGUAGES.iter().map(|(tag, _)| *tag).collect::<Vec<_>>()[..]);
}

/// A case that no pattern knows would be said in the plain form without a word.
#[test]
fn every_case_that_is_asked_for_is_known() {
    for (tag, words) in LANGUAGES {
        let (mut known, mut asked) = (BTreeSet::from([PLAIN]), BTreeSet::new());
        for message in messages(words) {
            let cases = message.attributes.iter().filter(|case| case.id.name != "name");
            let patterns = cases.map(|case| &case.value);
            asked.extend(patterns.flat_map(texts).map(str::trim));
            choices(message.value.as_ref().unwrap(), &mut |by, variants| {
                if by == "case" {
                    known.extend(variants.iter().map(|variant| name(&variant.key)));
                }
            });
        }
        asked.remove("");
        assert!(asked.is_subset(&known), "{tag}: {:?}", asked.difference(&known));
    }
}

/// Names, examples and words of the syntax are the same in every language.
const OF_NO_LANGUAGE: [&str; 14] = [
    "Casebook", "Discord", "help", "compare", "true", "false", "aspect", "sources", "source", "press", "freedom",
    "trade", "turnover", "to",
];

#[test]
fn no_words_are_left_in_english() {
    let english: BTreeMap<&str, String> = messages(LANGUAGES[0].1)
        .iter()
        .map(|message| (message.id.name, letters(message.value.as_ref().unwrap())))
        .collect();
    for (tag, words) in &LANGUAGES[1..] {
        for message in messages(words) {
            let (id, said) = (message.id.name, letters(message.value.as_ref().unwrap()));
            let alike = english.get(id).is_some_and(|english| !said.is_empty() && *english == said);
            assert!(!alike || OF_NO_LANGUAGE.contains(&said.as_str()), "{tag}: {id} is in English");
        }
    }
    for (tag, words) in LANGUAGES.iter().filter(|(tag, _)| matches!(*tag, "ru" | "be")) {
        for message in messages(words) {
            let said = texts(message.value.as_ref().unwrap()).join(" ");
            let latin =
                said.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty() && !is_roman(word));
            for word in latin {
                assert!(OF_NO_LANGUAGE.contains(&word), "{tag}: {}: “{word}”", message.id.name);
            }
        }
    }
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| "IVX".contains(c))
}

#[test]
fn every_command_is_described_in_every_language() {
    for (tag, words) in &LANGUAGES[1..] {
        let described: BTreeSet<String> = messages(words).iter().map(|message| message.id.name.to_owned()).collect();
        assert!(keys().is_subset(&described), "{tag}: {:?}", keys().difference(&described));
    }
    for (tag, words) in FOR_COMMANDS {
        let described: BTreeSet<String> = messages(words).iter().map(|message| message.id.name.to_owned()).collect();
        assert_eq!(described, keys(), "{tag} has words for the commands alone");
    }
}

/// The numbers that end a number as it is spoken, with their last vowels.
type Spoken = [(usize, char); 19];
const AZERBAIJANI: Spoken = spoken('ə');
const TURKISH: Spoken = spoken('e');

/// Eighty alone ends in another vowel in the one than in the other.
const fn spoken(eighty: char) -> Spoken {
    [
        (1, 'i'),
        (2, 'i'),
        (3, 'ü'),
        (4, 'ö'),
        (5, 'e'),
        (6, 'ı'),
        (7, 'i'),
        (8, 'i'),
        (9, 'u'),
        (10, 'o'),
        (20, 'i'),
        (30, 'u'),
        (40, 'ı'),
        (50, 'i'),
        (60, 'ı'),
        (70, 'i'),
        (80, eighty),
        (90, 'a'),
        (100, 'ü'),
    ]
}

/// The vowel of a suffix of four forms behind a number, by the last vowel of its last word; "min" and "bin" end thousands.
fn harmony(year: usize, spoken: &Spoken) -> char {
    let last = [10, 100, 1000].into_iter().find(|part| !year.is_multiple_of(*part));
    let last = last.map(|part| if part == 1000 { 100 } else { year % part });
    let vowel = last.map_or('i', |last| spoken.iter().find(|(number, _)| *number == last).unwrap().1);
    match vowel {
        'a' | 'ı' => 'ı',
        'o' | 'u' => 'u',
        'ö' | 'ü' => 'ü',
        _ => 'i',
    }
}

#[test]
fn a_suffix_behind_a_year_follows_the_word_that_is_spoken_last() {
    let (azerbaijani, turkish) = (Wording::of(&"az".parse().unwrap()), Wording::of(&"tr".parse().unwrap()));
    for year in 1..=9999 {
        let said = azerbaijani.words(&date(&format!("{year:04}")));
        assert_eq!(said, format!("{year}-c{} il", harmony(year, &AZERBAIJANI)));
    }
    for decade in (100..=990).filter(|decade| decade % 10 > 0) {
        let year = decade * 10;
        let said = turkish.words(&date(&format!("{decade:03}X")));
        assert_eq!(said, format!("{year}’l{} yıllar", harmony(year, &TURKISH)));
        let said = azerbaijani.words(&date(&format!("{decade:03}X")));
        assert_eq!(said, format!("{year}-c{} illər", harmony(year, &AZERBAIJANI)));
    }
}
