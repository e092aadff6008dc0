//! What an answer carries on: the request in the form that a button holds, whatever was typed; and that no text is taken
//! for something else without a word.

use casebook::answer::Figure;
use casebook::answer::{Answer, Standing};
use casebook::app::App;
use casebook::knowledge::load;
use casebook::message::Message;
use casebook::render::page::pages;
use casebook::render::{length, limits, terminal};
use casebook::request::{COMMANDS, Context, Form, Press, Request, Takes, Value, View};
use casebook::wording::Wording;
use proptest::prelude::*;

use crate::support::{Folder, app, respond, root};

fn answer(app: &App, line: &str) -> Answer {
    respond(app, &Request::parse(line).unwrap()).unwrap()
}

/// What the pages show, without how the texts were read: that is told once.
fn shown(answer: &Answer) -> Vec<String> {
    let answer = Answer { read_as: Vec::new(), ..answer.clone() };
    pages(&answer).into_iter().map(|page| format!("{}\n{}\n{}", page.title, page.description, page.footer)).collect()
}

/// Every button fits, and every page is the same when its button asks for it.
fn assert_carried_on(app: &App, answer: &Answer, what: &str) {
    let drawn = pages(answer);
    let buttons = drawn.iter().flat_map(|page| {
        page.turns.iter().chain(&page.tools).chain(&page.buttons).chain(&page.menu).chain(&page.jumps)
    });
    for button in buttons {
        assert!(length(&button.custom_id) <= limits::CUSTOM_ID, "{what}: `{}`", button.custom_id);
        Press::decode(&button.custom_id).unwrap_or_else(|error| panic!("{what}: `{}`: {error:?}", button.custom_id));
    }
    assert!(drawn.len() == 1 || drawn.iter().all(|page| !page.turns.is_empty()), "{what}: a page out of reach");
    if drawn.len() > 1 || !answer.actions.is_empty() {
        let press = Press { request: answer.request.clone(), view: View::Page(drawn.len() - 1) };
        let again = respond(app, &Press::decode(&press.encode()).unwrap().request).unwrap();
        assert_eq!(shown(&again), shown(answer), "{what}");
        assert_eq!(again.request, answer.request, "{what}");
    }
}

/// An id as long as ids can be.
fn id(kind: &str, n: usize) -> String {
    format!("{kind}-{:x<44}{n}", "lovelace-")
}

/// Names that many share.
fn namesakes() -> (Folder, App) {
    let one = |n: usize| {
        let note = "a long note ".repeat(n);
        let [actor, event, topic, aspect, fact] = ["a", "e", "t", "p", "f"].map(|kind| id(kind, n));
        format!(
            "[[actor]]\nid = '{actor}'\nname = 'Lovelace number {n}'\nkind = 'person'\nsummary = '{note}.'\nsources = ['s']\n\
             [[event]]\nid = '{event}'\ntitle = 'Lovelace meets Babbage, {n}'\ndate = '19{n}'\nactors = ['{actor}']\n\
             topics = ['{topic}']\nsummary = '{note}.'\nsources = ['s']\n\
             [[topic]]\nid = '{topic}'\nlabel = 'Lovelace engines {n}'\naliases = []\n\
             [[aspect]]\nid = '{aspect}'\nlabel = 'Lovelace programs {n}'\naliases = []\n\
             [[fact]]\nid = '{fact}'\nabout = ['{actor}']\naspect = '{aspect}'\ntext = 'Lovelace wrote {note}.'\nsources = ['s']\n",
        )
    };
    let source = "[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'P'\npublished = '2020'\n".to_owned();
    let text = (10..40).map(one).fold(source, |text, one| text + &one);
    let folder = Folder::with(&[("names.toml", text.as_bytes())]);
    let loaded = load(&folder.path());
    let app = App::new(loaded.knowledge.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)));
    (folder, app)
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Lovelace".to_owned()),
        Just("Belarus Azerbaijan".to_owned()),
        Just("embassy;\\ private:true".to_owned()),
        Just("2013-11".to_owned()),
        Just("programs".to_owned()),
        "\\PC{1,8}",
    ];
    (prop::collection::vec(word, 1..4), prop_oneof![Just(1usize), Just(6), Just(700)]).prop_map(|(words, times)| {
        let text: String = words.join(" ").repeat(times);
        text.chars().take(6_000).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_typed_is_carried_on_in_a_button(
        command in prop::sample::select(COMMANDS.iter().collect::<Vec<_>>()),
        texts in prop::collection::vec(text(), 4),
        private in any::<bool>(),
    ) {
        thread_local!(static APPS: [App; 2] = [app(), namesakes().1]);
        let options = command.typed().zip(texts.into_iter().chain(std::iter::repeat(String::new()))).map(|(option, text)| {
            let value = match option.takes {
                Takes::Flag => Value::Flag(private),
                Takes::OneOf(words) => words[text.len() % words.len()].into(),
                _ => Value::Text(text),
            };
            (option.name.to_owned(), value)
        });
        let options: Vec<_> = options.collect();
        APPS.with(|apps| for app in apps {
            let Ok(request) = Request::new(command.name, options.clone()) else { continue };
            if let Ok(answer) = respond(app, &request) {
                assert_eq!(answer.request.private(), private || command.form != Form::Chat);
                assert_carried_on(app, &answer, &request.line().chars().take(80).collect::<String>());
            }
        });
    }
}

#[test]
fn long_texts_and_long_ids_leave_every_page_in_reach() {
    let (_folder, app) = namesakes();
    let long = "Lovelace ".repeat(700);
    // As many words as are read of a text.
    let as_read = "Lovelace ".repeat(32);
    for line in [
        format!("/ask {long}"),
        format!("/actor {long}"),
        format!("/compare first:{long} second:{long} aspect:{long} private:true"),
        format!("/timeline about:{long} topic:{long} from:1900/1950 to:[1901-01-01,1902-02-02,1903-03-03]"),
        format!("/trend aspect:{long} about:{long}"),
        format!("/timeline about:{} from:2013-11 to:{as_read} topic:{long} private:true language:az", id("a", 38)),
        format!("/timeline from:1900/1950 to:{as_read} topic:{long} about:{long} private:true language:az"),
        format!("/compare first:{} second:{} aspect:{}", id("a", 38), id("a", 39), id("p", 39)),
        format!("/ask {}", id("f", 39)),
        format!("/compare first:{} second:{}", id("e", 38), id("e", 39)),
    ] {
        assert_carried_on(&app, &answer(&app, &line), line.get(..60).unwrap_or(&line));
    }
}

#[test]
fn the_second_page_of_a_question_belongs_to_the_answer_of_the_first() {
    let app = app();
    for line in [
        "/ask how many political prisoners are there in Azerbaijan",
        "/ask when did Lukashenko visit Baku",
        "/ask where was the embassy opened",
        "/ask what did Belarus and Azerbaijan sell to each other in weapons and oil in the years after the crisis of 2008?",
    ] {
        assert_carried_on(&app, &answer(&app, line), line);
    }
}

#[test]
fn no_option_is_taken_for_something_else_without_a_word() {
    let app = app();
    for line in
        ["/timeline about:Atlantis", "/compare first:Azerbaijan second:Atlantis", "/trend aspect:turnover of trade"]
    {
        let answer = answer(&app, line);
        let text = terminal::plain(&answer);
        let typed = line.rsplit(':').next().unwrap();
        assert!(answer.standing != Standing::Found || text.contains(&format!("“{typed}”")), "{line}: {text}");
    }
    let digest = answer(&app, "/sources source:Belarus Digest");
    assert_eq!(digest.standing, Standing::Ambiguous, "six sources have this publisher");
    assert!(answer(&app, "/timeline about:belarus").read_as.is_empty(), "a name is what it is taken for");
}

#[test]
fn no_menu_and_no_completion_shows_two_lines_alike() {
    let app = app();
    let wording = Wording::of(&Context::default().language);
    let mut lists: Vec<Vec<String>> = Vec::new();
    for line in ["/sources", "/sources source:Belarus Digest", "/event visit", "/actor minister"] {
        lists.push(answer(&app, line).actions.iter().map(|action| wording.words(&action.label)).collect());
    }
    let request = Request::parse_half_typed("/sources source:Belarus").unwrap();
    lists.push(
        app.complete(&Context::default(), &request, "source", 25)
            .iter()
            .map(|choice| wording.words(&choice.words()))
            .collect(),
    );
    for list in lists {
        let mut labels: Vec<String> =
            list.iter().map(|label| casebook::render::cut(label, limits::BUTTON_LABEL)).collect();
        labels.sort();
        labels.dedup();
        assert_eq!(labels.len(), list.len(), "{list:?}");
    }
}

#[test]
fn a_trend_holds_its_numbers_as_a_figure() {
    let app = app();
    let answer = answer(&app, "/trend trade-turnover");
    let Some(Figure::Trend(figure)) = &answer.figure else { panic!("{:?}", answer.figure) };
    let points: Vec<_> = figure.series.iter().flat_map(|series| &series.points).collect();
    let knowledge = app.knowledge();
    let aspect = knowledge.entry("trade-turnover").unwrap().aspect().unwrap();
    let stored = knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]);
    let stored: Vec<_> = stored.filter(|fact| fact.value.is_some() && fact.date.is_some()).collect();
    assert!(stored.len() > 1);
    assert_eq!(points.len(), stored.len());
    for fact in stored {
        let point =
            points.iter().find(|point| Some(point.value) == fact.value && Some(&point.date) == fact.date.as_ref());
        let point = point.unwrap_or_else(|| panic!("{} is not in the figure", fact.key));
        let cited: Vec<&str> = point.cites.iter().map(|number| answer.citations[number - 1].key.as_str()).collect();
        assert!(fact.cites.as_slice().iter().all(|cite| cited.contains(&&*knowledge[cite.source].key)));
    }
    for series in &figure.series {
        assert!(series.points.is_sorted_by_key(|point| point.date.order()), "in order of date");
    }
}

#[test]
fn every_message_gets_the_arguments_that_its_words_show() {
    let app = app();
    for spec in COMMANDS {
        let text = terminal::plain(&answer(&app, spec.example));
        assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
    }
}

/// Readers in other languages get the same answer, in the words of theirs.
#[test]
fn the_language_of_the_reader_goes_with_the_answer() {
    let app = app();
    let request = Request::parse("/event opening of the embassy in Baku").unwrap();
    let russian = app.respond(&Context::of_language("ru"), &request).unwrap();
    let english = respond(&app, &request).unwrap();
    assert_eq!(russian.language.to_string(), "ru");
    assert_eq!(format!("{:?}", russian.blocks), format!("{:?}", english.blocks));
    let text = terminal::plain(&russian);
    assert!(text.contains("Когда: 20–21 ноября 2013 года [1][2]"), "{text}");
    let unspoken = app.respond(&Context::of_language("ko"), &request).unwrap();
    assert_eq!(terminal::plain(&unspoken), terminal::plain(&english));
}

/// Camel case, as the code writes it: `no-such-command` is `NoSuchCommand`.
fn in_code(id: &str) -> String {
    let capital =
        |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    id.split('-').map(capital).collect()
}

#[test]
fn every_message_is_said_somewhere() {
    let mut files = vec![root().join("src")];
    let mut code = String::new();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|end| end == "rs") {
            code += &std::fs::read_to_string(path).unwrap();
        }
    }
    for (id, _) in Message::ALL {
        let name = in_code(id);
        let said = ["Message", "Self"].iter().any(|of| {
            code.match_indices(&format!("{of}::{name}")).any(|(at, found)| {
                code.get(at + found.len()..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        });
        assert!(said, "nothing says `{id}`");
    }
}
