//! The fact base of this repository: no faults, and its golden questions answered.

use casebook::knowledge::{EntryId, load};

use crate::support::{Folder, root, run, stdout};

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

#[test]
fn no_golden_question_is_a_name_of_what_it_expects_word_for_word() {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
    };
    let knowledge = load(&root().join("knowledge")).knowledge.unwrap();
    let names = |entry: EntryId| match entry {
        EntryId::Actor(id) => knowledge[id].aliases.to_vec(),
        EntryId::Event(id) => knowledge[id].aliases.to_vec(),
        EntryId::Topic(id) => knowledge[id].aliases.to_vec(),
        EntryId::Aspect(id) => knowledge[id].aliases.to_vec(),
        _ => Vec::new(),
    };
    for question in knowledge.questions() {
        for &entry in &question.expect {
            let title = knowledge.title(entry);
            let same =
                names(entry).iter().map(|name| &**name).chain([title]).any(|name| words(name) == words(&question.ask));
            assert!(!same, "“{}” asks for {} by its name", question.ask, knowledge.key(entry));
        }
    }
}
