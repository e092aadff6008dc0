//! Questions that belong to another command: handed on with a word on it, and kept where they ask for a fact.

use casebook::answer::{Answer, Standing};
use casebook::app::App;
use casebook::render::terminal::plain;
use casebook::request::{Context, PRIVATE, Request};

use crate::support::app;

fn answer(app: &App, line: &str) -> Answer {
    app.respond(&Context::default(), &Request::parse(line).unwrap()).unwrap()
}

fn shown_as(answer: &Answer) -> Option<String> {
    let text = plain(answer);
    text.lines().find_map(|line| line.strip_prefix("Shown as ").map(ToOwned::to_owned))
}

#[test]
fn a_question_for_another_command_is_answered_by_it_and_says_so() {
    let app = app();
    for (question, line) in [
        ("what happened in november 2016", "/timeline from:2016-11 to:2016-11"),
        ("2016", "/timeline from:2016 to:2016"),
        ("what happened after 2020?", "/timeline from:2021-01-01"),
        ("what happened in georgia in 2008", "/timeline about:georgia from:2008 to:2008"),
        ("timeline of belarus and georgia", "/timeline about:belarus,georgia"),
        ("before the russian-georgian war", "/timeline to:2008-06-01"),
        ("what happened in November?", "/timeline about:november"),
        (
            "difference between belarus and azerbaijan in political prisoners",
            "/compare first:belarus second:azerbaijan aspect:political-prisoners",
        ),
        ("Belarus vs. Azerbaijan press freedom", "/compare first:belarus second:azerbaijan aspect:press-freedom-rank"),
        ("compare belarus and azerbaijan", "/compare first:belarus second:azerbaijan"),
        (
            "polonaise or iskander, which shoots further?",
            "/compare first:polonaise-mlrs second:iskander-e aspect:missile-range",
        ),
        ("how did trade change", "/trend aspect:trade-turnover"),
        ("trade since 2008", "/trend aspect:trade-turnover"),
        ("sources on eurovision", "/sources source:crystal-hall-evictions"),
        ("list your sources", "/sources"),
    ] {
        let answer = answer(&app, &format!("/ask {question}"));
        assert_eq!(answer.standing, Standing::Found, "{question}");
        assert_eq!(shown_as(&answer).as_deref(), Some(line), "{question}");
        assert_eq!(answer.request.line(), line, "{question}: its buttons carry the command that was meant");
    }
}

#[test]
fn a_question_of_fact_stays_one() {
    let app = app();
    for question in [
        "was lukashenko in baku in 2016",
        "When was Lukashenko's 2021 visit first supposed to happen?",
        "who visited minsk in november 2016",
        // Parts of names.
        "ADEX 2016",
        "West 2017",
        // A fact tells the change in a sentence.
        "how did trade grow between 2006 and 2012",
        "how much was trade in 2010",
        // One year is no change, and its figure is not stored.
        "trade of azerbaijan and belarus in 2007",
        "how did the relations change",
        // The cue stands inside of what is asked.
        "what did Lukashenko say of the difference between Russia and Ukraine",
        "where does lukashenko come from",
        "where does belarus get its oil from",
        // Nobody of this name.
        "difference between belarus and atlantis",
        "what happened in atlantis in 2008",
        "belarus vs atlantis press freedom",
        "sources of income",
        // Nothing stored lies surely within.
        "What happened after June 2024?",
        "what happened in 1850",
    ] {
        assert_eq!(shown_as(&answer(&app, &format!("/ask {question}"))), None, "{question}");
    }
}

#[test]
fn who_asks_in_private_is_answered_in_private() {
    let answer = answer(&app(), "/ask question:2016 private:true");
    assert!(answer.request.flag(PRIVATE));
    assert_eq!(shown_as(&answer).as_deref(), Some("/timeline from:2016 to:2016"));
}

#[test]
fn a_timeline_reads_months_years_topics_names_and_words_of_events() {
    let app = app();
    for (line, asked, least) in [
        ("/timeline november", "/timeline about:november", 2),
        ("/timeline 2016", "/timeline from:2016 to:2016", 3),
        ("/timeline defense", "/timeline topic:defence", 3),
        ("/timeline Belarus and Georgia", "/timeline about:belarus,georgia", 3),
        ("/timeline war", "/timeline about:war", 2),
        ("/timeline to:the russian-georgian war", "/timeline to:2008-06-01", 3),
    ] {
        let answer = answer(&app, line);
        assert_eq!((answer.standing, answer.request.line().as_str()), (Standing::Found, asked), "{line}");
        assert!(answer.statements().len() >= least, "{line}");
        // How it was read is told where it was typed.
        let again = app.respond(&Context::default(), &answer.request).unwrap();
        let typed = Answer { read_as: Vec::new(), ..answer };
        assert_eq!(plain(&again), plain(&typed), "{line}");
    }
}

#[test]
fn a_timeline_of_two_holds_what_both_took_part_in() {
    let app = app();
    let [both, one] = ["Belarus, Georgia", "Georgia"].map(|about| answer(&app, &format!("/timeline about:{about}")));
    assert!(both.statements().len() < one.statements().len());
}

#[test]
fn a_name_that_is_not_stored_is_read_as_no_other() {
    let app = app();
    for name in ["Atlantis", "Latvia", "Oman", "Slovenia"] {
        for line in
            ["/actor ", "/timeline about:", "/trend aspect:trade turnover about:", "/compare first:Belarus second:"]
        {
            let answer = answer(&app, &format!("{line}{name}"));
            assert_ne!(answer.standing, Standing::Found, "{line}{name}: {:?}", answer.matches.first());
        }
    }
    for (name, key) in [("lukashenco", "alexander-lukashenko"), ("sakashvilli", "mikheil-saakashvili")] {
        assert_eq!(answer(&app, &format!("/actor {name}")).matches[0].key, key);
    }
}

#[test]
fn sources_are_asked_on_an_entry_by_its_id() {
    let answer = answer(&app(), "/sources crystal-hall-evictions");
    assert_eq!(answer.standing, Standing::Found);
    assert!(plain(&answer).starts_with("Sources on Evictions"), "{}", plain(&answer));
    assert!(answer.matches.iter().any(|found| found.key == "belarus-digest-2013"));
}

#[test]
fn a_visit_of_somebody_who_came_often_is_a_choice_with_the_latest_first() {
    let app = app();
    let several = answer(&app, "/event Lukashenko visit to Baku after 2013");
    let keys: Vec<&str> = several.matches.iter().map(|found| found.key.as_str()).collect();
    assert_eq!(several.standing, Standing::Ambiguous);
    assert_eq!(keys[..2], ["visit-lukashenko-azerbaijan-2021", "visit-lukashenko-azerbaijan-2016"]);
    let one = answer(&app, "/event Lukashenko visit to Baku 2013");
    assert_eq!((one.standing, one.matches[0].key.as_str()), (Standing::Found, "visit-lukashenko-baku-2013"));
}

#[test]
fn two_names_of_one_actor_are_that_actor() {
    let answer = answer(&app(), "/ask Belarus; Minsk");
    assert_eq!((answer.standing, answer.matches[0].key.as_str()), (Standing::Found, "belarus"));
}

#[test]
fn the_facts_of_a_comparison_and_a_trend_are_among_the_matches() {
    let app = app();
    for (line, wanted) in [
        (
            "/compare first:Belarus second:Azerbaijan aspect:press freedom",
            ["belarus-press-rank-157", "azerbaijan-press-rank-156"],
        ),
        ("/trend trade turnover", ["trade-2008-100m", "trade-2010-146m"]),
    ] {
        let answer = answer(&app, line);
        let keys: Vec<&str> = answer.matches.iter().map(|found| found.key.as_str()).collect();
        assert!(wanted.iter().all(|key| keys.contains(key)), "{line}: {keys:?}");
    }
}

#[test]
fn what_went_on_before_and_after_a_period_stands_behind_what_happened_in_it() {
    let text = plain(&answer(&app(), "/timeline from:2007-05 to:2007-05"));
    let (within, wider) = (text.find("Culture Days").unwrap(), text.find("blockade").unwrap());
    let heading = text.find("Partly or perhaps then").unwrap();
    assert!(within < heading && heading < wider, "{text}");
}
