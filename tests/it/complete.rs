//! Completion: what goes first beside the other options, how choices are told apart, and that none is lost.

use std::collections::BTreeSet;

use casebook::app::App;
use casebook::knowledge::{EntryId, load};
use casebook::render::{embed, length, limits};
use casebook::request::{COMMANDS, Context, Request};
use casebook::wording::Wording;
use proptest::prelude::*;

use crate::support::{Folder, app};

fn half_typed(line: &str) -> Request {
    Request::parse_half_typed(line).unwrap()
}

/// The ids that complete an option.
fn values(app: &App, line: &str, option: &str) -> Vec<String> {
    let choices = app.complete(&Context::default(), &half_typed(line), option, limits::CHOICES);
    choices.into_iter().map(|choice| choice.value).collect()
}

/// The choices as Discord is sent them.
fn shown(app: &App, language: &str, line: &str, option: &str) -> Vec<String> {
    let context = Context::of_language(language);
    let choices = app.complete(&context, &half_typed(line), option, limits::CHOICES);
    let sent = serde_json::to_value(embed::choices(choices, Wording::of(&context.language))).unwrap();
    sent["choices"].as_array().unwrap().iter().map(|choice| choice["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_other_side_of_a_comparison_is_first_what_can_be_compared_and_never_the_same() {
    let app = app();
    let second = values(&app, "/compare first:belarus", "second");
    assert_eq!((second[0].as_str(), second.len()), ("azerbaijan", limits::CHOICES));
    assert!(!second.contains(&"belarus".to_owned()), "{second:?}");
    assert_eq!(values(&app, "/compare second:belarus", "first"), second, "the sides are alike");
    assert_eq!(values(&app, "/compare first:Белоруссия", "second"), second, "however the other is written");
    let actors =
        |ids: &[String]| ids.iter().take_while(|id| app.knowledge().entry(id).unwrap().actor().is_some()).count();
    assert!(actors(&second) > 10, "{second:?}");
    let event = values(&app, "/compare first:visit-lukashenko-baku-2013", "second");
    assert_eq!((actors(&event), event.len()), (0, limits::CHOICES), "{event:?}");
    assert_eq!(event[0], "opening-belarus-embassy-baku", "it shares topics and actors: {event:?}");
    let typed = values(&app, "/compare first:visit-lukashenko-baku-2013 second:b", "second");
    assert!(actors(&typed) == 0 && typed.iter().any(|id| id == "baku" || id == "belarus"), "{typed:?}");
    let whole = values(&app, "/compare first:visit-lukashenko-baku-2013 second:belarus", "second");
    assert_eq!(whole[0], "belarus", "a name that is typed whole goes first");
}

#[test]
fn a_trend_offers_what_has_a_series_first_and_whoever_has_numbers() {
    let app = app();
    let knowledge = app.knowledge();
    let has_series = |id: &String| {
        let aspect = knowledge.entry(id).and_then(EntryId::aspect).unwrap();
        let facts = knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]);
        let mut subjects: Vec<_> = facts
            .filter(|fact| fact.value.is_some() && fact.date.is_some())
            .map(|fact| (fact.subjects(), &fact.with))
            .collect();
        let count = subjects.len();
        subjects.sort();
        subjects.dedup();
        subjects.len() < count
    };
    for line in ["/trend", "/trend aspect:t", "/trend aspect:tra"] {
        let aspects = values(&app, line, "aspect");
        assert!(aspects.is_sorted_by_key(|id| !has_series(id)), "{line}: {aspects:?}");
        assert!(has_series(&aspects[0]) && aspects.len() > 1, "{line}: {aspects:?}");
    }
    let about = values(&app, "/trend aspect:trade-turnover", "about");
    let aspect = knowledge.entry("trade-turnover").and_then(EntryId::aspect).unwrap();
    let first = knowledge.entry(&about[0]).unwrap();
    let facts = knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]);
    assert!(facts.filter(|fact| fact.value.is_some()).any(|fact| fact.about.contains(&first)), "{about:?}");
}

#[test]
fn every_option_is_completed_with_nothing_typed() {
    let app = app();
    for spec in COMMANDS {
        for option in spec.typed().filter(|option| option.completes()) {
            let request = Request::half_typed(spec.name, Vec::new()).unwrap();
            let choices = app.complete(&Context::default(), &request, option.name, limits::CHOICES);
            let different: BTreeSet<&str> = choices.iter().map(|choice| &*choice.value).collect();
            assert!(choices.len() > 5 && different.len() == choices.len(), "/{} {}", spec.name, option.name);
        }
    }
    assert_eq!(values(&app, "/help", "language"), ["en", "ru", "be", "az", "tr"]);
}

#[test]
fn an_event_says_when_it_was_in_the_language_of_the_reader() {
    let app = app();
    let line = "/event visit-lukashenko-baku-2013";
    assert_eq!(
        shown(&app, "en", line, "question"),
        ["Lukashenko's visit to Baku, November 2013 · 20–21 November 2013"]
    );
    assert_eq!(
        shown(&app, "ru", line, "question"),
        ["Lukashenko's visit to Baku, November 2013 · 20–21 ноября 2013 года"]
    );
}

/// Events of one long name, of other dates.
fn long_twins(name: &str) -> App {
    let event = |year: u32| {
        let name = toml::Value::from(format!("Summit {}", name.repeat(150 / length(name))));
        format!(
            "[[event]]\nid = 'e{year}'\ntitle = {name}\ndate = '{year}-11-20'\nsummary = 'A summit.'\nsources = ['s']\n"
        )
    };
    let source = "[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'P'\npublished = '2020'\n".to_owned();
    let folder =
        Folder::with(&[("all.toml", (2001..2030).map(event).fold(source, |text, one| text + &one).as_bytes())]);
    App::new(load(&folder.path()).knowledge.unwrap())
}

#[test]
fn of_a_long_name_the_end_is_cut_between_letters_and_what_tells_it_apart_stays() {
    for name in ["long ", "é", "👩‍👩‍👧‍👧", "e\u{301}"] {
        let app = long_twins(name);
        let labels = shown(&app, "en", "/event summit", "question");
        assert_eq!(labels.len(), limits::CHOICES);
        let different: BTreeSet<&String> = labels.iter().collect();
        assert_eq!(different.len(), labels.len(), "{labels:?}");
        for label in &labels {
            let (title, date) = label.rsplit_once(" · ").unwrap();
            assert!(length(label) <= limits::CHOICE_LABEL && date.starts_with("20 November 20"), "{label}");
            let letters = title.strip_prefix("Summit ").unwrap().strip_suffix('…').unwrap();
            let whole = letters.strip_suffix("long").unwrap_or(letters);
            assert_eq!(whole.replace(name, ""), "", "{label}: cut within a letter");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_completion_is_more_or_longer_than_discord_takes(
        command in prop::sample::select(COMMANDS.iter().collect::<Vec<_>>()),
        texts in prop::collection::vec("(belarus|visit|трейд|[a-z]{0,2}|\\PC{0,12}|@everyone `x` \u{202E}\u{200B}){0,3}", 4),
    ) {
        thread_local!(static APP: App = app());
        let typed = command.typed().filter(|option| option.asks()).zip(texts);
        let options = typed.map(|(option, text)| (option.name.to_owned(), text.into())).collect();
        let request = Request::half_typed(command.name, options).unwrap();
        APP.with(|app| for option in command.options {
            let choices = app.complete(&Context::default(), &request, option.name, limits::CHOICES);
            let sent = serde_json::to_value(embed::choices(choices, Wording::of(&Context::default().language))).unwrap();
            let choices = sent["choices"].as_array().unwrap();
            assert!(choices.len() <= limits::CHOICES);
            for choice in choices {
                let fits = |key: &str| (1..=limits::CHOICE_LABEL).contains(&length(choice[key].as_str().unwrap()));
                assert!(fits("name") && fits("value"), "{choice}");
            }
        });
    }
}
