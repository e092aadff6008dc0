//! What a curator meets: the mistakes that people make, what is said of each, and what the program mends by itself.

use std::fmt::Write as _;
use std::fs;

use casebook::knowledge::load;
use proptest::prelude::*;

use crate::support::{Folder, casebook, root, stderr, stdout};

/// A fact base without a fault, in which one line at a time is written wrongly.
pub const GOOD: &str = r#"# Our sources.
[[source]]
id = "report"   # the only one
title = "A report"
publisher = "A publisher"
published = "2020"

[[actor]]
id = "uk"
name = "United Kingdom"
kind = "country"
summary = "A state."
sources = ["report"]

[[aspect]]
id = "books"
label = "Books"
unit = "books"

[[event]]
id = "fair"
title = "Book fair"
date = "1956-11-15"
actors = ["uk"]
summary = "A fair was held."
sources = ["report"]

[[fact]]
id = "many-books"
about = ["uk"]
aspect = "books"
text = "Very many books came out."
value = 2328
forecast = false
sources = ["report"]
"#;

/// What is written, and what should be.
const MISTAKES: &[(&str, &str)] = &[
    ("date = 1956-11-15", "date = \"1956-11-15\""),
    ("date = 1956", "date = \"1956-11-15\""),
    ("date = 1956-11", "date = \"1956-11-15\""),
    ("date = 1956/1957", "date = \"1956-11-15\""),
    ("date = 2010-07~", "date = \"1956-11-15\""),
    ("date = 15.11.1956", "date = \"1956-11-15\""),
    ("date = 1956/1957 # [sic], \"Thursday\"", "date = \"1956-11-15\""),
    ("date = c. 1956", "date = \"1956-11-15\""),
    ("date = \"November 1956\"", "date = \"1956-11-15\""),
    ("date = \"15.11.1956\"", "date = \"1956-11-15\""),
    ("date = \"05/06/1956\"", "date = \"1956-11-15\""),
    ("date = \"c. 1956\"", "date = \"1956-11-15\""),
    ("date = \"some day\"", "date = \"1956-11-15\""),
    ("date = \"1956-13-01\"", "date = \"1956-11-15\""),
    ("date = \"1956-02-30\"", "date = \"1956-11-15\""),
    ("date = \"15.11.56\"", "date = \"1956-11-15\""),
    ("date = \"late October 1956\"", "date = \"1956-11-15\""),
    ("date = \"before 1956\"", "date = \"1956-11-15\""),
    ("date = \"unknown\"", "date = \"1956-11-15\""),
    ("date = \"\"", "date = \"1956-11-15\""),
    ("published = \"n.d.\"", "published = \"2020\""),
    ("when = \"1956-11-15\"", "date = \"1956-11-15\""),
    ("value = \"2328\"", "value = 2328"),
    ("value = \"2,328\"", "value = 2328"),
    ("value = 2,328", "value = 2328"),
    ("value = 2,5", "value = 2328"),
    ("value = \"at least 2,328\"", "value = 2328"),
    ("value = 2.3 million", "value = 2328"),
    ("value = \"£2,328 million\"", "value = 2328"),
    ("value = 1000-3000", "value = 2328"),
    ("value = \"three\"", "value = 2328"),
    ("value = \"1000–3000\"", "value = 2328"),
    ("value = [3000, 1000]", "value = 2328"),
    ("forecast = \"false\"", "forecast = false"),
    ("forecast = False", "forecast = false"),
    ("forecast = no", "forecast = false"),
    ("actors = \"uk\"", "actors = [\"uk\"]"),
    ("actors = [uk]", "actors = [\"uk\"]"),
    ("actors = [\"uk\" \"uk\"]", "actors = [\"uk\"]"),
    ("actors = [\"uk\"", "actors = [\"uk\"]"),
    ("actors = [“uk”]", "actors = [\"uk\"]"),
    ("actors = (\"uk\")", "actors = [\"uk\"]"),
    ("actors = [\n  - \"uk\"\n]", "actors = [\"uk\"]"),
    ("actors = [\n  \"uk\"\n  \"uk\"\n]", "actors = [\"uk\"]"),
    ("actors = [\"uk\", \"the \"big\" one\"]", "actors = [\"uk\"]"),
    ("actors = \"uk, france\"", "actors = [\"uk\"]"),
    ("actors = [\"uk, uk\"]", "actors = [\"uk\"]"),
    ("actors = [\"unitd-kingdom\"]", "actors = [\"uk\"]"),
    ("actors = [\"fair\"]", "actors = [\"uk\"]"),
    ("about = [\"books\"]", "about = [\"uk\"]"),
    ("sources = \"x\"", "sources = [\"report\"]"),
    ("sources = [\"report, p. 3\"]", "sources = [\"report\"]"),
    ("sources = [\"https://example.org\"]", "sources = [\"report\"]"),
    ("", "sources = [\"report\"]"),
    ("source = \"report\"", "sources = [\"report\"]"),
    ("allow = [\n  { code = \"no-unit\", why = \"a \"bare\" count\" },\n]", "forecast = false"),
    ("allow = [\"no-unit\"]", "forecast = false"),
    ("allow = [{ code = \"no-unit\" }]", "forecast = false"),
    ("speaker = \"uk\"", "forecast = false"),
    ("actors = [3]", "actors = [\"uk\"]"),
    ("actors = [\"UK\"]", "actors = [\"uk\"]"),
    ("actors = [\"United Kingdom\"]", "actors = [\"uk\"]"),
    ("title = “Book fair”", "title = \"Book fair\""),
    ("title = “Fair #5 of 1956” # the fifth", "title = \"Book fair\""),
    ("title = Book fair", "title = \"Book fair\""),
    ("title: \"Book fair\"", "title = \"Book fair\""),
    ("title \"Book fair\"", "title = \"Book fair\""),
    ("title = \"Book fair", "title = \"Book fair\""),
    ("title = Book fair\"", "title = \"Book fair\""),
    ("title = \"The \"great\" fair\"", "title = \"Book fair\""),
    ("title = \"The \"great\" fair\" # of 1956", "title = \"Book fair\""),
    ("title = \"Book\nfair\"", "title = \"Book fair\""),
    ("title = \"Book fair\",", "title = \"Book fair\""),
    ("Title = \"Book fair\"", "title = \"Book fair\""),
    ("name = \"Book fair\"", "title = \"Book fair\""),
    ("\"title\": \"Book fair\",", "title = \"Book fair\""),
    ("title = 'The king's fair'", "title = \"Book fair\""),
    ("title = \"C:\\path\"", "title = \"Book fair\""),
    ("title =", "title = \"Book fair\""),
    ("title = [\"Book fair\"]", "title = \"Book fair\""),
    ("title = \"A\"\ntitle = \"B\"", "title = \"Book fair\""),
    ("the title = \"Book fair\"", "title = \"Book fair\""),
    ("heading = \"Book fair\"", "title = \"Book fair\""),
    ("[event]", "[[event]]"),
    ("[[event]", "[[event]]"),
    ("[event]]", "[[event]]"),
    ("[[events]]", "[[event]]"),
    ("[[person]]", "[[actor]]"),
    ("[[claim]]", "[[fact]]"),
    ("", "[[fact]]"),
    ("// Our sources.", "# Our sources."),
    ("note = \"Our sources.\"", "# Our sources."),
    ("kind = \"state\"", "kind = \"country\""),
    ("kind = \"Country\"", "kind = \"country\""),
    ("kind = \"place\"", "kind = \"country\""),
    ("kind = \"planet\"", "kind = \"country\""),
    ("id = \"UK\"", "id = \"uk\""),
    ("id = \"many books\"", "id = \"many-books\""),
];

/// Checks the fact base of these tests with one line, that of the same key, written otherwise.
pub fn check_with(written: &str, right: &str, arguments: &[&str]) -> (Folder, String) {
    let key = |line: &str| line.split('=').next().unwrap().trim().trim_matches(['[', ']']).to_owned();
    let wrong = key(right);
    let line = GOOD.lines().rev().find(|line| key(line) == wrong).unwrap_or_else(|| panic!("no line for {right}"));
    check(&GOOD.replacen(&format!("\n{line}\n"), &format!("\n{written}\n"), 1), arguments)
}

fn check(text: &str, arguments: &[&str]) -> (Folder, String) {
    let folder = Folder::with(&[("facts.toml", text.as_bytes())]);
    let output = casebook(&[&["check", "."], arguments].concat()).current_dir(folder.path()).output().unwrap();
    let printed = format!("{}{}", stderr(&output), stdout(&output));
    (folder, printed)
}

/// Message and help of each fault, one a line.
fn in_short(printed: &str) -> String {
    let lines = printed.lines().filter_map(|line| {
        let help = line.trim_start().strip_prefix("= help: ").map(|help| format!("      {help}"));
        help.or_else(|| (line.starts_with("error[") || line.starts_with("warning[")).then(|| format!("    {line}")))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_fact_base_of_these_tests_has_no_fault() {
    let (_, printed) = check(GOOD, &["--strict"]);
    assert!(printed.contains("0 errors, 0 warnings"), "{printed}");
}

#[test]
fn each_mistake_is_told_with_what_to_type() {
    let mut told = String::new();
    for (wrong, right) in MISTAKES {
        let (_, printed) = check(&GOOD.replacen(right, wrong, 1), &[]);
        let short = in_short(&printed);
        assert!(!short.is_empty(), "{wrong} is not reported:\n{printed}");
        writeln!(told, "{wrong}\n{short}").unwrap();
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_has_one_remedy_is_mended_and_all_else_left_as_it_is() {
    for (wrong, right) in [
        ("date = 1956-11-15", "date = \"1956-11-15\""),
        ("actors = \"uk\"", "actors = [\"uk\"]"),
        ("value = \"2328\"", "value = 2328"),
        ("forecast = False", "forecast = false"),
        ("title = “Book fair”", "title = \"Book fair\""),
        ("title = \"Book fair\",", "title = \"Book fair\""),
        ("actors = [“uk”]", "actors = [\"uk\"]"),
        ("[event]", "[[event]]"),
        ("[[event]", "[[event]]"),
    ] {
        let (folder, printed) = check(&GOOD.replacen(right, wrong, 1), &["--fix"]);
        assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), GOOD, "{wrong}:\n{printed}");
        assert!(printed.contains("mended ./facts.toml:") && printed.contains("0 errors, 0 warnings"), "{printed}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left in the folder");
    }
}

#[test]
fn a_file_that_is_read_only_is_left_alone_and_the_others_are_mended() {
    let wrong = GOOD.replace("\"1956-11-15\"", "1956-11-15");
    let topic = "[[topic]]\nid = \"fairs\"\nlabel = “Fairs”\n";
    let folder = Folder::with(&[("facts.toml", wrong.as_bytes()), ("topics.toml", topic.as_bytes())]);
    let facts = folder.path().join("facts.toml");
    let mut permissions = fs::metadata(&facts).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&facts, permissions).unwrap();
    let output = casebook(&["check", ".", "--fix"]).current_dir(folder.path()).output().unwrap();
    assert!(stderr(&output).contains("not mended: ./facts.toml is read-only"), "{}", stderr(&output));
    assert!(stdout(&output).contains("write `date = \"1956-11-15\"`"), "{}", stdout(&output));
    assert_eq!(fs::read_to_string(facts).unwrap(), wrong);
    assert_eq!(fs::read_to_string(folder.path().join("topics.toml")).unwrap(), topic.replace(['“', '”'], "\""));
}

#[test]
fn a_remark_on_the_line_stays_and_a_second_run_changes_nothing() {
    let remarks = |text: &str| {
        let text = text.replace("\"1956-11-15\"", "\"1956-11-15\" # a \"Thursday\"");
        text.replace("\"Book fair\"", "\"Book fair\" # x").replace("= 2328", "= 2328 # from \"p. 3\"")
    };
    let right = remarks(GOOD);
    let wrong = right.replace("\"1956-11-15\" #", "1956-11-15 #").replace("\"Book fair\" #", "“Book fair” #");
    let (folder, printed) = check(&wrong.replace("= 2328 #", "= \"2328\" #"), &["--fix"]);
    assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), right, "{printed}");
    let output = casebook(&["check", ".", "--fix"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_denial_that_comes_later_is_a_dispute_and_a_later_figure_is_not() {
    let with = |text: &str| {
        format!(
            "{GOOD}date = \"1956\"\n\n[[fact]]\nid = \"answer\"\nabout = [\"uk\"]\ndate = \"1957\"\ntext = \"{text}\"\n\
             attributed_to = \"uk\"\nsources = [\"report\"]\ndisputes = [{{ fact = \"many-books\", on = \"how many\" }}]\n"
        )
    };
    let denied = check(&with("The ministry denied that so many books had come out."), &[]).1;
    assert!(denied.contains("0 errors, 0 warnings"), "{denied}");
    let figure = check(&with("Only a few volumes were printed in 1957."), &[]).1;
    assert!(figure.contains("warning[doubtful-dispute]"), "{figure}");
}

#[test]
fn bare_years_and_months_are_mended_too() {
    for (wrong, right) in [
        ("1956", "\"1956\""),
        ("1956-11", "\"1956-11\""),
        ("1956/1957 # or so", "\"1956/1957\" # or so"),
        ("2010-07~", "\"2010-07~\""),
    ] {
        let with = |date: &str| GOOD.replace("date = \"1956-11-15\"", &format!("date = {date}"));
        let (folder, printed) = check(&with(wrong), &["--fix"]);
        assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), with(right), "{printed}");
    }
}

#[test]
fn several_faults_that_hide_each_other_are_mended_in_one_run() {
    let wrong =
        GOOD.replace("[[event]]", "[event]").replace("\"1956-11-15\"", "1956-11-15").replace("\"2020\"", "2020");
    let wrong = wrong.replace("title = \"Book fair\"", "title = “Book fair”").replace("2328", "\"2328\"");
    let (folder, printed) = check(&wrong, &["--fix"]);
    assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), GOOD, "{printed}");
}

#[test]
fn what_may_mean_two_things_is_not_mended() {
    for (wrong, right) in MISTAKES.iter().filter(|(wrong, _)| {
        [
            "15.11.1956",
            "uk, france",
            "three",
            "before",
            "million",
            "c. 1956",
            "November",
            "2,328",
            "king's",
            "great",
            "\"UK\"",
            "events",
            "state",
        ]
        .iter()
        .any(|doubtful| wrong.contains(doubtful))
    }) {
        let text = GOOD.replacen(right, wrong, 1);
        let (folder, printed) = check(&text, &["--fix"]);
        assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), text, "{printed}");
    }
}

#[test]
fn digits_that_name_no_character_are_told_and_not_given_as_the_remedy() {
    let (_folder, printed) = check(&GOOD.replace("title = \"Book fair\"", r#"title = "\ud835\udfcf fair""#), &[]);
    assert!(printed.contains("name no character") && !printed.contains("write `title"), "{printed}");
}

#[test]
fn what_only_looks_like_a_header_is_left_alone() {
    let text = GOOD.replace("\"Book fair\"", "\"\"\"\n[event]\n\"\"\"").replace("[[fact]]", "[[fact]");
    let (folder, printed) = check(&text, &["--fix"]);
    assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), text, "{printed}");
}

#[test]
fn a_byte_order_mark_moves_no_place() {
    let text = format!("\u{feff}{}", GOOD.replace("\"1956-11-15\"", "1956-11-15"));
    let (folder, printed) = check(&text, &["--fix"]);
    assert_eq!(fs::read_to_string(folder.path().join("facts.toml")).unwrap(), format!("\u{feff}{GOOD}"), "{printed}");
}

#[test]
fn windows_line_ends_and_other_files_stay() {
    let text = GOOD.replace("\"1956-11-15\"", "1956-11-15").replace('\n', "\r\n");
    let (folder, _) = check(&text, &["--fix"]);
    let mended = fs::read_to_string(folder.path().join("facts.toml")).unwrap();
    assert_eq!(mended, GOOD.replace('\n', "\r\n"));
}

/// The text with some of its characters put in, taken out or changed.
fn damaged() -> impl Strategy<Value = String> {
    let damage = (0..GOOD.len(), 0..3_usize, "[\\[\\]\"'=“”#\n\\\\{},.: 0é\u{feff}]{1,3}");
    proptest::collection::vec(damage, 1..4).prop_map(|all| {
        let mut letters: Vec<char> = GOOD.chars().collect();
        for (at, removed, put_in) in all {
            let at = at.min(letters.len());
            let end = (at + removed).min(letters.len());
            letters.splice(at..end, put_in.chars());
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn whatever_is_damaged_is_told_with_what_to_do(text in damaged()) {
        let folder = Folder::with(&[("facts.toml", text.as_bytes())]);
        let loaded = load(&folder.path());
        prop_assert!(loaded.knowledge.is_some() || !loaded.diagnostics.is_empty());
        for fault in loaded.diagnostics {
            prop_assert!(fault.help.is_some(), "{fault:?}");
            if let Some(edit) = fault.mend {
                prop_assert!(text.get(edit.span.clone()).is_some(), "{edit:?} is no piece of the text");
            }
        }
    }
}

#[test]
fn one_missing_quotation_mark_is_one_error() {
    for entry in fs::read_dir(root().join("knowledge/azerbaijan-belarus")).unwrap() {
        let entry = entry.unwrap();
        let text = fs::read_to_string(entry.path()).unwrap();
        let Some(line) = text.lines().find(|line| line.starts_with("id = \"")) else { continue };
        let broken = text.replacen(line, line.trim_end_matches('"'), 1);
        let name = format!("base/{}", entry.file_name().into_string().unwrap());
        let mut files = vec![(name, broken)];
        for other in fs::read_dir(root().join("knowledge/azerbaijan-belarus")).unwrap() {
            let other = other.unwrap();
            if other.path() != entry.path() {
                let name = format!("base/{}", other.file_name().into_string().unwrap());
                files.push((name, fs::read_to_string(other.path()).unwrap()));
            }
        }
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        let folder = Folder::with(&files);
        let output = casebook(&["check", "."]).current_dir(folder.path()).output().unwrap();
        let text = stdout(&output);
        assert_eq!(text.matches("error[").count(), 1, "{}:\n{text}", entry.path().display());
        assert!(text.starts_with("error[syntax]"), "{text}");
    }
}
