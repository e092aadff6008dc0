//! Ties, dates and what is said of whom, as a reader meets them: on the pages of actors and events, and in `/ask`.

use casebook::answer::{Answer, Block, Mark, Standing};
use casebook::app::App;
use casebook::knowledge::load;
use casebook::request::{Context, Request};
use casebook::wording::Wording;

use crate::support::{Folder, app, respond};

const BASE: &str = r#"
[[source]]
id = "gazette"
title = "A gazette"
publisher = "A publisher"
published = "2014-05"

[[actor]]
id = "ruritania"
name = "Ruritania"
kind = "country"
summary = "A kingdom."
sources = ["gazette"]

[[actor]]
id = "graustark"
name = "Graustark"
kind = "country"
summary = "A principality."
sources = ["gazette"]

[[actor]]
id = "elphberg"
name = "Rudolf Elphberg"
kind = "person"
summary = "A man of the court."
sources = ["gazette"]

[[actor]]
id = "strofzin"
name = "Anna Strofzin"
kind = "person"
summary = "A woman of the court."
sources = ["gazette"]

[[actor]]
id = "tarlenheim"
name = "Fritz Tarlenheim"
kind = "person"
summary = "A soldier."
sources = ["gazette"]

[[actor]]
id = "river-union"
name = "River Union"
kind = "organisation"
summary = "A body of states on one river."
sources = ["gazette"]

[[relation]]
id = "elphberg-chancellor"
from = "elphberg"
kind = "holds-office"
to = "ruritania"
office = "chancellor"
date = "1990/1999"
sources = ["gazette"]

[[relation]]
id = "strofzin-chancellor"
from = "strofzin"
kind = "holds-office"
to = "ruritania"
office = "chancellor"
date = "2000/.."
sources = ["gazette"]

[[relation]]
id = "tarlenheim-ambassador"
from = "tarlenheim"
kind = "holds-office"
to = "ruritania"
office = "ambassador to Graustark"
date = "2013-11"
sources = ["gazette"]

[[relation]]
id = "ruritania-in-union"
from = "ruritania"
kind = "member-of"
to = "river-union"
sources = ["gazette"]

[[relation]]
id = "graustark-in-union"
from = "graustark"
kind = "member-of"
to = "river-union"
date = "../1991"
sources = ["gazette"]

[[event]]
id = "fair"
title = "Fair on the river"
date = "2010"
actors = ["ruritania"]
summary = "A fair was held."
sources = ["gazette"]

[[event]]
id = "flood"
title = "Flood of the river"
date = "2010-12"
actors = ["graustark"]
summary = "The river rose."
sources = ["gazette"]

[[event]]
id = "treaty"
title = "Treaty of the two courts"
date = "2011-03-02"
actors = ["ruritania", "graustark"]
summary = "The courts made a treaty."
sources = ["gazette"]

[[event]]
id = "ball"
title = "Ball of the two courts"
date = "2013-06-05"
actors = ["ruritania", "graustark"]
summary = "The courts danced."
sources = ["gazette"]

[[event]]
id = "hunt"
title = "Hunt of the two courts"
actors = ["ruritania", "graustark"]
summary = "The courts hunted."
sources = ["gazette"]

[[fact]]
id = "ruritania-sells-salt"
about = ["ruritania"]
with = ["graustark"]
text = "Ruritania sells salt to Graustark."
sources = ["gazette"]

[[fact]]
id = "ruritania-is-rich"
about = ["ruritania"]
text = "The kingdom is rich."
attributed_to = "elphberg"
sources = ["gazette"]
"#;

fn invented() -> App {
    let folder = Folder::with(&[("base.toml", BASE.as_bytes())]);
    App::new(load(&folder.path()).knowledge.expect("no errors"))
}

fn ask(app: &App, line: &str) -> Answer {
    respond(app, &Request::parse(line).unwrap()).unwrap()
}

fn wording() -> &'static Wording {
    Wording::of(&Context::default().language)
}

/// The statements under a heading, each with what to know of its order.
fn under(answer: &Answer, heading: &str) -> Vec<String> {
    let found = answer.blocks.iter().find_map(|block| match block {
        Block::Section { heading: words, statements } if wording().words(words) == heading => Some(statements),
        _ => None,
    });
    let line = |statement: &casebook::answer::Statement| {
        let uncertain = if statement.marks().contains(&Mark::OrderUncertain) { " ?" } else { "" };
        wording().words(statement.text()) + uncertain
    };
    found.map(|statements| statements.iter().map(line).collect()).unwrap_or_default()
}

fn matched(answer: &Answer) -> Vec<&str> {
    answer.matches.iter().map(|found| found.key.as_str()).collect()
}

#[test]
fn an_office_is_a_name_of_who_holds_it_and_a_year_picks() {
    let app = invented();
    let both = ask(&app, "/actor chancellor of ruritania");
    assert_eq!((both.standing, &matched(&both)[..2]), (Standing::Ambiguous, &["strofzin", "elphberg"][..]));
    let notes: Vec<String> = both
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Choices { choices, .. } => choices.iter().map(|choice| wording().words(&choice.note)).collect(),
            _ => Vec::new(),
        })
        .collect();
    assert_eq!(notes, ["(chancellor of Ruritania, since 2000)", "(chancellor of Ruritania, 1990–1999)"]);
    for (line, holder) in [
        ("/actor chancellor of ruritania in 1995", "elphberg"),
        ("/actor chancelor of Ruritania 2012", "strofzin"),
        ("/actor ambassador of ruritania to graustark", "tarlenheim"),
    ] {
        let answer = ask(&app, line);
        assert_eq!((answer.standing, matched(&answer)[0]), (Standing::Found, holder), "{line}");
    }
    let officials = ask(&app, "/actor ruritania official ambassador chancellor");
    assert_ne!(officials.standing, Standing::Found, "{:?}", matched(&officials));
    assert_eq!(ask(&app, "/actor chancellor of ruritania in 1985").standing, Standing::Unknown);
    assert_eq!(ask(&app, "/actor ambassador of ruritania to graustark in 1995").standing, Standing::Unknown);
    assert_eq!(matched(&ask(&app, "/actor Ruritania"))[0], "ruritania", "whose office it is keeps its name");
}

#[test]
fn a_question_about_an_office_tells_who_held_it_when() {
    let app = invented();
    let held = "Rudolf Elphberg was chancellor of Ruritania (1990–1999).";
    let holds = "Anna Strofzin is chancellor of Ruritania (since 2000).";
    for (line, lines) in [
        ("/ask who was chancellor of ruritania in 1995", &[held][..]),
        ("/ask who is the chancellor of ruritania", &[holds, held]),
        ("/ask who was chancellor of ruritania in 2012", &[holds]),
    ] {
        assert_eq!(under(&ask(&app, line), ""), lines, "{line}");
    }
    for line in ["/ask who was chancellor of ruritania in 1985", "/ask who is the chancellor of graustark"] {
        assert!(matches!(ask(&app, line).standing, Standing::Near | Standing::Unknown), "{line}");
    }
}

#[test]
fn a_tie_is_found_like_a_fact_with_all_of_its_sort_and_asked_again_it_is_the_same() {
    let app = invented();
    let answer = ask(&app, "/ask who is a member of the river union");
    let mut lines = under(&answer, "");
    lines.sort();
    assert_eq!(
        lines,
        [
            "Ruritania is a member of the River Union (as of May 2014).",
            "Until 1991, Graustark was a member of the River Union."
        ]
    );
    let again = respond(&app, &answer.request).unwrap();
    assert_eq!(under(&again, ""), under(&answer, ""));
}

#[test]
fn an_actor_tells_its_ties_from_its_own_end_then_its_part_in_others_facts_and_what_it_says() {
    let app = invented();
    let union = ask(&app, "/actor river-union");
    assert_eq!(
        under(&union, "Memberships and ties"),
        [
            "The River Union has Ruritania as a member (as of May 2014).",
            "Until 1991, the River Union had Graustark as a member."
        ]
    );
    assert_eq!(under(&ask(&app, "/actor graustark"), "In facts about others"), ["Ruritania sells salt to Graustark."]);
    let speaker = ask(&app, "/actor elphberg");
    assert_eq!(under(&speaker, "Said"), ["The kingdom is rich."]);
    assert_eq!(under(&speaker, "Facts"), [""; 0]);
    let ruritania = ask(&app, "/actor ruritania");
    assert_eq!(
        under(&ruritania, "Latest events"),
        ["Ball of the two courts", "Treaty of the two courts", "Fair on the river", "Hunt of the two courts"]
    );
}

#[test]
fn before_and_after_are_the_neighbours_in_time_and_the_same_actors_make_events_related() {
    let app = invented();
    let treaty = ask(&app, "/event treaty");
    assert_eq!(under(&treaty, "Before"), ["Flood of the river"]);
    assert_eq!(under(&treaty, "After"), ["Ball of the two courts"]);
    assert_eq!(under(&treaty, "Related"), ["Hunt of the two courts"], "what stands above is not repeated");
    assert_eq!(under(&ask(&app, "/event flood"), "Before"), ["Fair on the river ?"]);
    assert_eq!(under(&ask(&app, "/event ball"), "Related"), ["Hunt of the two courts"]);
    let hunt = ask(&app, "/event hunt");
    assert_eq!((under(&hunt, "Before"), under(&hunt, "After")), (Vec::new(), Vec::new()), "it has no date");
}

#[test]
fn a_timeline_doubts_only_neighbours_that_could_stand_the_other_way_round() {
    let timeline = ask(&invented(), "/timeline");
    assert_eq!(
        under(&timeline, ""),
        ["Fair on the river", "Flood of the river ?", "Treaty of the two courts", "Ball of the two courts"]
    );
    let open = BASE.replace("date = \"2010\"", "date = \"2010-01/..\"");
    let folder = Folder::with(&[("base.toml", open.as_bytes())]);
    let open = App::new(load(&folder.path()).knowledge.expect("no errors"));
    assert!(under(&ask(&open, "/timeline"), "").iter().all(|line| !line.ends_with('?')), "an open end doubts nothing");
}

#[test]
fn the_fact_base_tells_its_ties_as_they_were() {
    let app = app();
    for (line, sentence) in [
        (
            "/ask who was prime minister of azerbaijan in 2016",
            "Artur Rasizade was prime minister of Azerbaijan in November 2016.",
        ),
        ("/ask azerbaijan-was-in-soviet-union", "Until 1991, Azerbaijan was part of the Soviet Union."),
    ] {
        assert_eq!(under(&ask(&app, line), "")[0], sentence, "{line}");
    }
    assert_eq!(matched(&ask(&app, "/actor prime minister of azerbaijan"))[0], "artur-rasizade");
    let latest: Vec<Option<String>> = ask(&app, "/actor Lukashenko")
        .blocks
        .iter()
        .find_map(|block| match block {
            Block::Section { heading, statements } if wording().words(heading) == "Latest events" => Some(
                statements.iter().map(|line| line.date().map(|date| date.edtf().chars().take(4).collect())).collect(),
            ),
            _ => None,
        })
        .unwrap();
    let mut sorted = latest.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(latest, sorted);
    assert_eq!(latest[0].as_deref(), Some("2024"));
}
