//! What nearness promises: itself first, scores within bounds, one order, length no advantage, names no guess.

use super::*;
use proptest::prelude::*;

fn texts(texts: &[&str]) -> Meaning {
    Meaning::new(texts.iter().map(|text| Text { lines: vec![text], aside: String::new() }))
}

fn asked(question: &str) -> Vec<QueryWord<'_>> {
    question.split_whitespace().map(|word| QueryWord { word, weight: 1.0, ..QueryWord::default() }).collect()
}

fn order(meaning: &Meaning, question: &str) -> Vec<usize> {
    meaning.ask(&asked(question)).nearest(10).iter().map(|near| near.place).collect()
}

/// Squared cosine of two words; 0 below the floor.
fn nearness(a: &str, b: &str) -> f32 {
    texts(&[b]).ask(&asked(a)).nearest(1).first().map_or(0.0, |near| near.readings[0].nearness)
}

#[test]
fn words_of_one_field_are_nearer_than_words_of_another() {
    for (word, near, far) in [
        ("soldiers", "troops", "embassy"),
        ("weapons", "arms", "poet"),
        ("cars", "vehicles", "president"),
        ("physician", "doctor", "tractor"),
        ("song", "music", "border"),
        ("evicted", "eviction", "oil"),
    ] {
        assert!(nearness(word, near) > nearness(word, far), "{word}: {near} {far}");
    }
}

#[test]
fn a_question_finds_the_text_that_says_it_in_other_words() {
    let meaning = texts(&[
        "The parliament passed a law on taxes.",
        "Troops crossed the border at night.",
        "The embassy opened in the capital.",
    ]);
    let near = meaning.ask(&asked("soldiers went over the frontier")).nearest(1);
    assert_eq!(near[0].place, 1);
    let read: Vec<(usize, &str)> = near[0].readings.iter().map(|reading| (reading.asked, &*reading.word)).collect();
    assert!(read.contains(&(0, "troops")), "{read:?}");
}

#[test]
fn every_spelling_of_letters_meets() {
    let meaning = texts(&["Café owners’ protest"]);
    assert_eq!(order(&meaning, "CAFE"), [0]);
    assert!((meaning.ask(&asked("cafe\u{301}")).nearest(1)[0].score - 1.0).abs() < 1e-6);
}

#[test]
fn a_name_a_number_and_an_unknown_word_are_near_to_themselves_only() {
    let meaning = texts(&["The summit in Stockholm in 2013", "The summit in Oslo in 2012", "Встреча в Минске"]);
    let name = |word| meaning.ask(&[QueryWord { word, weight: 1.0, name: true, readings: vec![] }]).nearest(9);
    assert_eq!(name("Oslo").iter().map(|near| near.place).collect::<Vec<_>>(), [1]);
    assert_eq!(name("Copenhagen"), []);
    assert_eq!(order(&meaning, "2012"), [1]);
    assert_eq!(order(&meaning, "2014"), [0; 0]);
    assert_eq!(order(&meaning, "встреча"), [2]);
    assert_eq!(order(&meaning, "совещание"), [0; 0]);
}

#[test]
fn what_is_not_in_the_text_lowers_its_score() {
    let meaning = texts(&["Troops crossed the border."]);
    let score = |words: &[QueryWord<'_>]| meaning.ask(words).nearest(1)[0].score;
    let mut words = asked("troops crossed");
    let before = score(&words);
    words.push(QueryWord { word: "Reykjavik", weight: 1.0, name: true, readings: vec![] });
    assert!(score(&words) < before);
}

#[test]
fn what_stands_aside_counts_less() {
    let build = |text, aside: &str| Meaning::new([Text { lines: vec![text], aside: aside.to_owned() }]);
    let score = |meaning: Meaning| meaning.ask(&asked("troops")).nearest(1)[0].score;
    let (said, aside) = (score(build("soldiers", "")), score(build("", "soldiers")));
    assert!(aside < said && aside > 0.5 * said);
    assert!((score(build("troops", "troops")) - 1.0).abs() < 1e-6);
}

#[test]
fn a_longer_text_does_not_win_by_length_alone() {
    let long = "the committee discussed parks, weather, painting, cooking, football, shoes, rivers, gardens, \
                schools, poetry, tea, bridges, hotels, festivals, trains, wool, clocks and lamps";
    let meaning = texts(&[long, "soldiers attacked"]);
    assert_eq!(order(&meaning, "troops fought").first(), Some(&1));
    let alone = meaning.ask(&asked("troops")).nearest(2);
    assert!(alone.iter().all(|near| near.place == 1 || near.score < 0.3), "{alone:?}");
    let repeated = texts(&["soldiers", "soldiers soldiers soldiers soldiers"]);
    let scores: Vec<f32> = repeated.ask(&asked("troops")).nearest(2).iter().map(|near| near.score).collect();
    assert_eq!(scores[0].to_bits(), scores[1].to_bits());
}

#[test]
fn equal_texts_stand_in_their_order() {
    let meaning = texts(&["the loan was repaid"; 5]);
    assert_eq!(order(&meaning, "borrowed money"), [0, 1, 2, 3, 4]);
    assert_eq!(meaning.ask(&asked("borrowed money")).nearest(0), []);
}

#[test]
fn the_line_that_asks_nearly_the_same_is_nearer_than_one_that_says_more() {
    let line = |lines| {
        let meaning = Meaning::new([Text { lines, aside: String::new() }]);
        meaning.ask(&asked("troops cross border")).of(0).line
    };
    let same = line(vec!["soldiers crossed the border"]);
    let more = line(vec!["soldiers crossed the border after months of talks on fishing, taxes and schools had failed"]);
    assert!(same.told > more.told && same.likeness() > more.likeness(), "{same:?} {more:?}");
    assert_eq!(line(vec!["talks on fishing and taxes had failed", "soldiers crossed the border"]), same);
    assert_eq!(line(vec![]), Passage::default());
}

#[test]
fn a_word_is_near_to_what_the_caller_reads_it_as() {
    let meaning = texts(&["a visit of Bonaparte", "a visit of Wellington"]);
    let readings = vec![("bonaparte", 0.9)];
    let near = meaning.ask(&[QueryWord { word: "Napoleon", weight: 1.0, name: true, readings }]).nearest(9);
    assert_eq!(near.iter().map(|near| (near.place, near.readings[0].nearness)).collect::<Vec<_>>(), [(0, 0.9)]);
}

#[test]
fn a_question_of_nothing_is_near_to_nothing() {
    let meaning = texts(&["the loan was repaid", ""]);
    for question in ["", "the of and", "?!", "x"] {
        assert_eq!(order(&meaning, question), [0; 0], "{question}");
    }
    for weight in [0.0, -1.0, f32::NAN] {
        assert_eq!(meaning.ask(&[QueryWord { word: "loan", weight, ..QueryWord::default() }]).nearest(9), []);
    }
    assert_eq!(order(&texts(&[]), "loan"), [0; 0]);
}

#[test]
fn stop_words_stand_in_order() {
    assert!(words::STOP_WORDS.is_sorted());
}

const WORDS: &[&str] = &[
    "troops",
    "soldiers",
    "loan",
    "money",
    "exports",
    "sell",
    "embassy",
    "Minsk",
    "2012",
    "visit",
    "oil",
    "lukashenko",
    "evictions",
    "минск",
    "flats",
    "the",
    "gas",
];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn scores_stay_within_bounds_and_fall(stored in prop::collection::vec(sentence(), 0..8), question in sentence()) {
        let stored: Vec<&str> = stored.iter().map(String::as_str).collect();
        let near = texts(&stored).ask(&asked(&question)).nearest(10);
        prop_assert!(near.iter().all(|near| near.score > 0.0 && near.score <= 1.0));
        prop_assert!(near.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert!(near.iter().flat_map(|near| &near.readings).all(|r| r.nearness > 0.0 && r.nearness <= 1.0));
        prop_assert_eq!(&near, &texts(&stored).ask(&asked(&question)).nearest(10));
    }

    #[test]
    fn a_text_asked_for_in_its_own_words_comes_first(stored in prop::collection::vec(sentence(), 1..8), at in 0_usize..8) {
        let at = at % stored.len();
        let stored: Vec<&str> = stored.iter().map(String::as_str).collect();
        let near = texts(&stored).ask(&asked(stored[at])).nearest(10);
        // Any other that has all these words has the score of 1 as well.
        let own = near.iter().find(|near| near.place == at);
        prop_assert!(own.is_some_and(|own| own.score > 0.999) || near.is_empty());
    }

    #[test]
    fn a_text_longer_by_strange_words_scores_the_same(stored in sentence(), question in sentence()) {
        let longer = format!("{stored} данные ուրիշ κάτι 4711 081516");
        let near = texts(&[&stored, &longer]).ask(&asked(&question)).nearest(2);
        let score = |id| near.iter().find(|near| near.place == id).map(|near| near.score.to_bits());
        prop_assert_eq!(score(0), score(1));
    }

    #[test]
    fn any_characters_are_read(stored in any::<String>(), question in any::<String>()) {
        let near = texts(&[&stored]).ask(&asked(&question)).nearest(3);
        prop_assert!(near.len() <= 1);
    }
}
