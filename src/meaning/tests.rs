//! What nearness promises: itself first, scores within bounds, one order, length no advantage, names no guess.

use super::*;
use proptest::prelude::*;

fn texts(texts: &[&str]) -> Meaning {
    Meaning::new(texts.iter().zip(0..).map(|(text, id)| Text { id, text, aside: "" }))
}

fn asked(question: &str) -> Vec<Asked<'_>> {
    question.split_whitespace().map(|word| Asked { word, weight: 1.0, name: false }).collect()
}

fn order(meaning: &Meaning, question: &str) -> Vec<u32> {
    meaning.nearest(&asked(question), |_| true, 10).iter().map(|near| near.id).collect()
}

/// Squared cosine of two words; 0 below the floor.
fn nearness(a: &str, b: &str) -> f32 {
    texts(&[b]).nearest(&asked(a), |_| true, 1).first().map_or(0.0, |near| near.readings[0].nearness)
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
    let near = meaning.nearest(&asked("soldiers went over the frontier"), |_| true, 1);
    assert_eq!(near[0].id, 1);
    let read: Vec<(usize, &str)> = near[0].readings.iter().map(|reading| (reading.asked, &*reading.word)).collect();
    assert!(read.contains(&(0, "troops")), "{read:?}");
}

#[test]
fn every_spelling_of_letters_meets() {
    let meaning = texts(&["Café owners’ protest"]);
    assert_eq!(order(&meaning, "CAFE"), [0]);
    assert!((meaning.nearest(&asked("cafe\u{301}"), |_| true, 1)[0].score - 1.0).abs() < 1e-6);
}

#[test]
fn a_name_a_number_and_an_unknown_word_are_near_to_themselves_only() {
    let meaning = texts(&["The summit in Stockholm in 2013", "The summit in Oslo in 2012", "Встреча в Минске"]);
    let name = |word| meaning.nearest(&[Asked { word, weight: 1.0, name: true }], |_| true, 9);
    assert_eq!(name("Oslo").iter().map(|near| near.id).collect::<Vec<_>>(), [1]);
    assert_eq!(name("Copenhagen"), []);
    assert_eq!(order(&meaning, "2012"), [1]);
    assert_eq!(order(&meaning, "2014"), [0; 0]);
    assert_eq!(order(&meaning, "встреча"), [2]);
    assert_eq!(order(&meaning, "совещание"), [0; 0]);
}

#[test]
fn what_is_not_in_the_text_lowers_its_score() {
    let meaning = texts(&["Troops crossed the border."]);
    let score = |words: &[Asked<'_>]| meaning.nearest(words, |_| true, 1)[0].score;
    let mut words = asked("troops crossed");
    let before = score(&words);
    words.push(Asked { word: "Reykjavik", weight: 1.0, name: true });
    assert!(score(&words) < before);
}

#[test]
fn what_stands_aside_counts_less() {
    let build = |text, aside| Meaning::new([Text { id: 7, text, aside }]);
    let score = |meaning: Meaning| meaning.nearest(&asked("troops"), |_| true, 1)[0].score;
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
    let alone = meaning.nearest(&asked("troops"), |_| true, 2);
    assert!(alone.iter().all(|near| near.id == 1 || near.score < 0.3), "{alone:?}");
    let repeated = texts(&["soldiers", "soldiers soldiers soldiers soldiers"]);
    let scores: Vec<f32> = repeated.nearest(&asked("troops"), |_| true, 2).iter().map(|near| near.score).collect();
    assert_eq!(scores[0].to_bits(), scores[1].to_bits());
}

#[test]
fn the_scope_is_kept_and_equal_texts_stand_in_their_order() {
    let meaning = texts(&["the loan was repaid"; 5]);
    assert_eq!(order(&meaning, "borrowed money"), [0, 1, 2, 3, 4]);
    let odd = meaning.nearest(&asked("borrowed money"), |id| id % 2 == 1, 1);
    assert_eq!(odd.iter().map(|near| near.id).collect::<Vec<_>>(), [1]);
    assert_eq!(meaning.nearest(&asked("borrowed money"), |_| true, 0), []);
}

#[test]
fn a_question_of_nothing_is_near_to_nothing() {
    let meaning = texts(&["the loan was repaid", ""]);
    for question in ["", "the of and", "?!", "x"] {
        assert_eq!(order(&meaning, question), [0; 0], "{question}");
    }
    for weight in [0.0, -1.0, f32::NAN] {
        assert_eq!(meaning.nearest(&[Asked { word: "loan", weight, name: false }], |_| true, 9), []);
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
        let near = texts(&stored).nearest(&asked(&question), |_| true, 10);
        prop_assert!(near.iter().all(|near| near.score > 0.0 && near.score <= 1.0));
        prop_assert!(near.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert!(near.iter().flat_map(|near| &near.readings).all(|r| r.nearness > 0.0 && r.nearness <= 1.0));
        prop_assert_eq!(&near, &texts(&stored).nearest(&asked(&question), |_| true, 10));
    }

    #[test]
    fn a_text_asked_for_in_its_own_words_comes_first(stored in prop::collection::vec(sentence(), 1..8), at in 0_usize..8) {
        let at = at % stored.len();
        let stored: Vec<&str> = stored.iter().map(String::as_str).collect();
        let near = texts(&stored).nearest(&asked(stored[at]), |_| true, 10);
        // Any other that has all these words has the score of 1 as well.
        let own = near.iter().find(|near| near.id as usize == at);
        prop_assert!(own.is_some_and(|own| own.score > 0.999) || near.is_empty());
    }

    #[test]
    fn a_text_longer_by_strange_words_scores_the_same(stored in sentence(), question in sentence()) {
        let longer = format!("{stored} данные ուրիշ κάτι 4711 081516");
        let near = texts(&[&stored, &longer]).nearest(&asked(&question), |_| true, 2);
        let score = |id| near.iter().find(|near| near.id == id).map(|near| near.score.to_bits());
        prop_assert_eq!(score(0), score(1));
    }

    #[test]
    fn any_characters_are_read(stored in any::<String>(), question in any::<String>()) {
        let near = texts(&[&stored]).nearest(&asked(&question), |_| true, 3);
        prop_assert!(near.len() <= 1);
    }
}
