//! The fact base of this repository: no faults, and its golden questions answered.

use crate::support::{Folder, run, stdout};

#[test]
fn the_fact_base_has_no_faults_and_answers_its_golden_questions() {
    let output = run(&["check", "knowledge"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn eval_asks_the_questions_of_one_file_and_reports_by_class() {
    let question = |ask: &str, expect: &str, class: &str| {
        format!("[[question]]\nask = \"{ask}\"\ncommand = \"actor\"\nexpect = [{expect}]\nclass = \"{class}\"\n")
    };
    let questions = [
        question("Lukashenka", "\"alexander-lukashenko\"", "spelling"),
        question("Lukashenko", "\"ilham-aliyev\"", "mistaken"),
        question("Julius Caesar", "", "elsewhere"),
    ];
    let folder = Folder::with(&[("questions.toml", questions.concat().as_bytes())]);
    let output = run(&["eval", folder.path().join("questions.toml").to_str().unwrap(), "--knowledge", "knowledge"]);
    let text = stdout(&output);
    let row = |class: &str| {
        let line = text.lines().find(|line| line.trim().starts_with(class)).unwrap_or_else(|| panic!("{text}"));
        line.split_whitespace().skip(1).map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row("spelling"), ["1", "0", "0", "0", "1.000", "1.000"]);
    assert_eq!(row("mistaken"), ["0", "1", "0", "0", "0.000", "0.000"]);
    assert_eq!(row("elsewhere"), ["1", "0", "0", "0", "1.000", "1.000"]);
    assert_eq!(row("all"), ["2", "1", "0", "0", "0.667", "0.667"]);
    assert!(text.contains("mean reciprocal rank: 0.500"), "{text}");
}
