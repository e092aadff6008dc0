//! What a curator is told of questions that were not answered: by `casebook eval`, by `casebook check` and by `casebook gaps`.

use std::io::Write as _;
use std::process::{Output, Stdio};

use serde_json::json;

use crate::support::bot::Bot;
use crate::support::discord::StandIn;
use crate::support::discord::payload::{ASKER, SERVER};
use crate::support::discord::script::{Script, TOKEN};
use crate::support::{Folder, casebook, root, run, stderr, stdout};

/// Two people in debt, and a word for it that nothing explains.
const BASE: &str = r#"
[[source]]
id = "report"
title = "A report"
publisher = "A publisher"
published = "2020"

[[actor]]
id = "ada"
name = "Ada Byron"
kind = "person"
summary = "Ada Byron was a countess."
sources = ["report"]

[[actor]]
id = "bea"
name = "Bea Smith"
kind = "person"
summary = "Bea Smith was a neighbour."
sources = ["report"]

[[aspect]]
id = "debts"
label = "Debts"
unit = "pounds"

[[fact]]
id = "ada-owed-500"
about = ["ada"]
aspect = "debts"
text = "Ada Byron owed 500 pounds to her publisher."
value = 500
sources = ["report"]

[[fact]]
id = "bea-owed-300"
about = ["bea"]
aspect = "debts"
text = "Bea Smith owed 300 pounds to her publisher."
value = 300
sources = ["report"]

[[event]]
id = "first-payment"
title = "First of the payments"
date = "1840"
summary = "The publisher sent the first of the payments."
sources = ["report"]
"#;

fn question(ask: &str, expect: &str, more: &str) -> String {
    format!("\n[[question]]\nask = \"{ask}\"\ncommand = \"ask\"\nexpect = [\"{expect}\"]\n{more}\n")
}

/// Runs `casebook gaps` on the balloons with what stands on its standard input.
fn gaps_of(input: &[u8], arguments: &[&str]) -> Output {
    let mut program = casebook(&[&["gaps", "-", "--knowledge", "docs/example/balloons"], arguments].concat())
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap());
    let output = program.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

#[test]
fn a_word_for_what_a_fact_is_about_is_drafted_as_a_name_of_its_aspect() {
    let folder = Folder::with(&[("base.toml", BASE.as_bytes()), ("questions.txt", b"payments of byron\n")]);
    let output = casebook(&["gaps", "questions.txt", "--knowledge", "."]).current_dir(folder.path()).output().unwrap();
    let text = stdout(&output);
    assert!(text.contains("#   into `aliases` of debts:\n\"payments\",\n"), "{text}");
    assert!(text.contains("has no golden questions"), "{text}");
}

#[test]
fn a_line_that_spoils_a_golden_question_is_not_offered() {
    let base = format!("{BASE}{}", question("payments", "first-payment", ""));
    let folder = Folder::with(&[("base.toml", base.as_bytes()), ("questions.txt", b"payments of byron\n")]);
    let output = casebook(&["gaps", "questions.txt", "--knowledge", "."]).current_dir(folder.path()).output().unwrap();
    let text = stdout(&output);
    assert!(text.contains("#   into `asked` of ada-owed-500:\n\"payments of byron\",\n"), "{text}");
    assert!(!text.contains("no golden questions"), "{text}");
}

#[test]
fn eval_lists_in_short_what_is_known_to_be_missed() {
    let questions = [
        question("payments of byron", "ada-owed-500", "known_miss = \"no word for it yet\""),
        question("payments of smith", "bea-owed-300", ""),
    ];
    let folder =
        Folder::with(&[("base/base.toml", BASE.as_bytes()), ("questions.toml", questions.concat().as_bytes())]);
    let output =
        casebook(&["eval", "questions.toml", "--knowledge", "base"]).current_dir(folder.path()).output().unwrap();
    let text = stdout(&output);
    assert!(
        text.contains("missed, as `known_miss` says: 1\n  3: /ask payments of byron: no word for it yet\n"),
        "{text}"
    );
    assert_eq!(text.matches("error[golden-missed]").count(), 1, "{text}");
    assert!(text.contains("`/ask payments of smith` should give bea-owed-300"), "{text}");
}

#[test]
fn gaps_reads_a_hundred_thousand_lines() {
    let lines = "who is the king of spain\r\n/actor blanchard\r\n  who is the king   of spain\r\n\r\n".repeat(25_000);
    let text = stdout(&gaps_of(lines.as_bytes(), &[]));
    assert!(text.contains("#   50000 × who is the king of spain\n"), "{text}");
    assert!(text.ends_with("# 25000 answered or left to a choice, 50000 not\n"), "{text}");
}

#[test]
fn gaps_names_the_lines_that_are_no_questions_and_reads_on() {
    let mut input = format!("who is {}old\r\n", "very ".repeat(2_000)).into_bytes();
    input.extend(b"\xff\xfe\r\nwho is the king of spain");
    let output = gaps_of(&input, &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        stderr(&output),
        "-:1: longer than 4096 bytes: write one question a line\n-:2: not UTF-8: save the file as UTF-8\n"
    );
    assert!(stdout(&output).contains("#   1 × who is the king of spain\n"), "{}", stdout(&output));
    assert!(stdout(&output).ends_with("# 0 answered or left to a choice, 1 not\n"), "{}", stdout(&output));
}

#[test]
fn gaps_prints_one_object_a_line_for_programs() {
    let output =
        gaps_of(b"who is the king of spain\n/event balloon over the channel flown\n/actor blanchard\n", &["--json"]);
    let text = stdout(&output);
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let none = lines.iter().find(|line| line["question"] == "who is the king of spain").unwrap();
    assert_eq!((&none["count"], &none["outcome"], &none["nearest"]), (&1.into(), &"none".into(), &().into()), "{text}");
    assert!(lines.iter().all(|line| line["question"] != "/actor blanchard"), "{text}");
}

#[test]
fn a_missed_question_is_named_with_what_came_instead_and_a_line_that_helps() {
    let question = "[[question]]\nask = \"who is europes last strongman\"\ncommand = \"actor\"\nexpect = [\"alexander-lukashenko\"]\n";
    let folder = Folder::with(&[("questions.toml", question.as_bytes())]);
    let file = folder.path().join("questions.toml");
    let output = run(&["eval", file.to_str().unwrap(), "--knowledge", "knowledge"]);
    let text = stdout(&output);
    assert!(text.contains("should give alexander-lukashenko, and gives"), "{text}");
    assert!(text.contains("questions.toml:2:7"), "{text}");
    assert!(text.contains("`strongman`"), "{text}");
    let line = "add the alias \"europes last strongman\" to `alexander-lukashenko`";
    assert!(text.contains(line), "{text}");
}

#[test]
fn gaps_counts_spellings_once_drafts_what_helps_and_names_what_cannot_be_read() {
    let questions = "# ours\n\n/event report on caviar diplomacy\n/event Report on caviar diplomacy?\n/nonsense x\n/actor lukashenka\nwhat is the capital of mongolia\n";
    let folder = Folder::with(&[("questions.txt", questions.as_bytes())]);
    let file = folder.path().join("questions.txt");
    let output = run(&["gaps", file.to_str().unwrap(), "--knowledge", "knowledge"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(stderr(&output).contains("questions.txt:5: There is no command"), "{}", stderr(&output));
    assert!(text.contains("# /event report on caviar diplomacy (2 times)\n"), "{text}");
    assert!(text.contains("nearest: caviar-diplomacy-report-2012"), "{text}");
    assert!(text.contains("\n\"report on caviar diplomacy\",\n"), "{text}");
    assert!(
        text.contains("Not covered: nothing stored is near to\n#   1 × what is the capital of mongolia\n"),
        "{text}"
    );
    assert!(text.contains("# 1 answered or left to a choice, 3 not"), "{text}");
    toml::from_str::<toml::Table>(&format!("aliases = [\n{text}]\n")).unwrap_or_else(|error| panic!("{error}\n{text}"));
}

#[test]
fn gaps_fails_on_a_file_that_is_not_there() {
    let output = run(&["gaps", "nowhere.txt", "--knowledge", "knowledge"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("cannot read nowhere.txt"), "{}", stderr(&output));
}

#[tokio::test]
async fn the_ledger_of_a_bot_is_read_with_its_counts() {
    let mut discord = StandIn::start(Script::default()).await;
    let folder = Folder::with(&[]);
    let ledger = folder.path().join("gaps.tsv");
    let settings = format!("api_url = {:?}\n[gaps]\nfile = '{}'\n[discord.cooldown]", discord.url(), ledger.display());
    let bot = Bot::start(&settings, Some(TOKEN));
    discord.connected().await;
    for words in ["Zorblax Quent", "zorblax  quent", "Lukashenko"] {
        discord.ask("actor", &[("question", json!(words)), ("private", json!(true))]).await;
    }
    assert!(discord.ask("help", &[]).await.text().contains("without who asked them"));
    bot.stop().await;
    let kept = std::fs::read_to_string(&ledger).unwrap();
    assert!(kept.ends_with("\n2\t/actor question:zorblax quent\n"), "{kept}");
    assert!(!kept.contains(ASKER) && !kept.contains(SERVER), "{kept}");
    let output = run(&["gaps", ledger.to_str().unwrap()]);
    assert!(stdout(&output).ends_with("# 0 answered or left to a choice, 2 not\n"), "{}", stdout(&output));
}

#[tokio::test]
async fn without_a_ledger_help_says_that_no_question_is_stored() {
    let mut discord = StandIn::start(Script::default()).await;
    let bot = Bot::serve(&discord);
    discord.connected().await;
    assert!(discord.ask("help", &[]).await.text().contains("Questions are not stored."));
    bot.stop().await;
}
