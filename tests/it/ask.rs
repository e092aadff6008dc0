//! `casebook ask`: the contract that scripts build on.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use crate::support::{Folder, casebook, run, stderr, stdout};

fn ask_json(arguments: &[&str]) -> Value {
    let output = run(&[&["ask", "--json", "--knowledge", "knowledge"], arguments].concat());
    serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{error}: {}", stdout(&output)))
}

fn first_id(answer: &Value) -> &str {
    answer["matches"][0]["id"].as_str().unwrap_or_default()
}

#[test]
fn the_questions_of_the_first_day_are_answered() {
    for (line, id) in [
        ("/event lukashenka opens embasy baku", "visit-lukashenko-baku-2013"),
        ("/actor Лукашэнка", "alexander-lukashenko"),
        ("/actor lukashenco", "alexander-lukashenko"),
        ("/actor Əliyev", "ilham-aliyev"),
    ] {
        let answer = ask_json(&[line]);
        let found: Vec<&str> =
            answer["matches"].as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap()).collect();
        assert!(found.iter().take(2).any(|found| *found == id), "{line}: {found:?}");
        assert_ne!(answer["outcome"], "none", "{line}");
    }
    assert_eq!(ask_json(&["/ask capital of France"])["outcome"], "none");
}

#[test]
fn json_holds_what_the_contract_promises() {
    let answer = ask_json(&["/compare first:Azerbaijan second:Belarus"]);
    assert_eq!(answer["command"], "compare");
    assert_eq!(answer["question"], "first:Azerbaijan second:Belarus");
    assert_eq!(answer["outcome"], "match");
    assert_eq!((&answer["matches"][0]["id"], &answer["matches"][1]["id"]), (&"azerbaijan".into(), &"belarus".into()));
    assert_eq!(answer["matches"][0]["kind"], "actor");
    assert!(answer["matches"].as_array().unwrap().len() <= 10);
    assert!(answer["text"].as_str().unwrap().contains("139th"));
    assert!(!answer["sources"].as_array().unwrap().is_empty());
    assert!(answer["elapsed_us"].is_u64() && answer.get("error").is_none());
}

#[test]
fn why_is_told_in_words() {
    let output = run(&["ask", "--knowledge", "knowledge", "--why", "/event Lukashenko visit to Baku after 2013"]);
    let text = stdout(&output);
    assert!(text.contains("of the time 2014-01-01/.."), "{text}");
    let is_debug = |word: &str| word.contains("::") || word.contains("Some(") || word.contains('{');
    assert!(!text.split_whitespace().any(is_debug), "{text}");
    let text = stdout(&run(&["ask", "--knowledge", "knowledge", "--why", "/ask when did Atlantis sink in 2013"]));
    assert!(text.contains("asking when, of the time 2013-01-01/2013-12-31"), "{text}");
}

#[test]
fn a_line_that_is_no_request_says_what_to_type() {
    let output = run(&["ask", "--knowledge", "knowledge", "/evnt x"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "casebook: There is no command `/evnt`. Did you mean `/event`?\n");
    let answer = ask_json(&["/evnt x"]);
    assert_eq!((answer["outcome"].as_str(), answer["matches"].as_array().map(Vec::len)), (Some("error"), Some(0)));
}

#[test]
fn pairs_that_cannot_be_compared_are_refused_kindly() {
    let error = |line: &str| ask_json(&[line])["error"].as_str().unwrap_or_default().to_owned();
    assert!(error("/compare first:belarus second:belarus").contains("two different entries"));
    assert!(error("/compare first:belarus second:visit-lukashenko-baku-2013").contains("two actors or two events"));
}

#[test]
fn a_batch_answers_each_line_in_order() {
    let lines = "/actor Azerbaijan\n\n/evnt\n/actor \u{0}Belarus\r\n/help";
    for arguments in [["ask", "--json", "--batch", "-"].as_slice(), &["ask", "--batch", "-", "--json", "--complete"]] {
        let mut child = casebook(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let answers: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), 5);
        assert_eq!(first_id(&answers[0]), "azerbaijan");
        assert_eq!(answers[2]["outcome"], "error");
        assert_eq!(first_id(&answers[3]), "belarus");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn a_batch_of_invalid_utf8_is_answered_all_the_same() {
    let folder = Folder::with(&[("lines", b"/actor \xff\xfe\n/actor belarus\n")]);
    let file = folder.path().join("lines");
    let output = run(&["ask", "--json", "--batch", file.to_str().unwrap()]);
    assert_eq!(stdout(&output).lines().count(), 2);
}

#[test]
fn completion_lists_entries_for_the_half_typed_option() {
    let answer = ask_json(&["--complete", "/compare first:belarus second:azerb"]);
    assert_eq!(first_id(&answer), "azerbaijan");
    let empty = ask_json(&["--complete", "/actor "]);
    assert_eq!(empty["matches"].as_array().unwrap().len(), 10, "an empty option has a useful first list");
}

#[test]
fn a_fact_base_with_a_fault_is_not_answered_from() {
    let output = run(&["ask", "--knowledge", "tests/it/broken/unknown-reference", "/actor Lukashenko"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    assert!(stderr(&output).contains("did you mean `alexander-lukashenko`?"));
}

#[test]
fn wrong_usage_exits_with_2() {
    assert_eq!(run(&["ask"]).status.code(), Some(2));
    assert_eq!(run(&["answer"]).status.code(), Some(2));
}

#[test]
fn a_long_answer_is_short_unless_all_is_asked_for() {
    let said = |arguments: &[&str]| stdout(&run(arguments));
    let (short, all) = (said(&["ask", "/actor belarus"]), said(&["ask", "--all", "/actor belarus"]));
    assert!(short.lines().count() * 5 < all.lines().count(), "{short}");
    assert!(short.contains("all of it: --all") && !all.contains("all of it: --all"), "{short}");
    let sources = short.split("\nSources\n").nth(1).unwrap();
    let listed = sources.lines().filter_map(|line| line.strip_prefix('[')?.split_once(']'));
    for (number, _) in listed {
        let cited = short.split("\nSources\n").next().unwrap().contains(&format!("[{number}]"));
        assert!(cited, "[{number}] is listed and not cited:\n{short}");
    }
    let json: Value = serde_json::from_str(&said(&["ask", "--json", "/actor belarus"])).unwrap();
    let text = json["text"].as_str().unwrap();
    assert!(text.lines().filter(|line| line.starts_with('•')).count() > 300, "JSON holds the whole answer");
}
