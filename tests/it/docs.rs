//! The documents keep their promises: each command in them is run, and prints what they show.

use std::collections::BTreeSet;
use std::fs;

use casebook::diagnostic::{Code, Severity};
use casebook::knowledge::date::Date;
use casebook::knowledge::load;
use casebook::request::Context;
use casebook::wording::Wording;

use crate::support::{Folder, root, run, stdout};

const FORMAT: &str = "docs/knowledge-format.md";
const GUIDE: &str = "docs/writing-a-fact-base.md";

#[test]
fn every_transcript_prints_what_it_shows() {
    let cases = trycmd::TestCases::new();
    // The version changes with each byte of a fact base, and not what is shown here.
    for (shown, folder) in [
        ("[VERSION]", "knowledge"),
        ("[VERSION_OF_BALLOONS]", "docs/example/balloons"),
        ("[VERSION_OF_LOSSES]", "docs/example/losses"),
    ] {
        let version = load(&root().join(folder)).knowledge.unwrap().version().to_owned();
        cases.insert_var(shown, version).unwrap();
    }
    // What needs another program than ours is for the reader's shell.
    cases
        .register_bin("cargo", trycmd::schema::Bin::Ignore)
        .register_bin("docker", trycmd::schema::Bin::Ignore)
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .case("README.md")
        .case("docs/*.md");
}

#[test]
fn the_pictures_of_the_documents_are_there_and_small() {
    let names = ["preview.png", "preview-phone.png"];
    let readme = document("README.md");
    for name in names {
        let picture = fs::read(root().join("docs/pictures").join(name)).unwrap();
        assert!(picture.starts_with(b"\x89PNG") && picture.len() < 200_000, "{name}: {} bytes", picture.len());
        assert!(readme.contains(&format!("docs/pictures/{name}")), "{name} is shown nowhere");
    }
}

#[test]
fn the_first_command_of_the_readme_answers_with_sources() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let line = readme.lines().find_map(|line| line.strip_prefix("cargo run --release --quiet -- ask ")).unwrap();
    let output = run(&["ask", line.trim_matches('\'')]);
    assert!(stdout(&output).contains("139th") && stdout(&output).contains("\nSources\n[1]"), "{}", stdout(&output));
}

#[test]
fn the_schema_for_editors_is_the_one_that_the_program_prints() {
    let written = fs::read_to_string(root().join("docs/knowledge.schema.json")).unwrap();
    assert_eq!(written, stdout(&run(&["schema"])), "run `casebook schema > docs/knowledge.schema.json`");
}

#[test]
fn every_knowledge_file_names_the_schema_for_editors() {
    let folder = root().join("knowledge/azerbaijan-belarus");
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(text.starts_with("#:schema ../../docs/knowledge.schema.json\n"));
    }
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The texts of the blocks that are marked with a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match (inside, line) {
            (false, line) if line.strip_prefix("```") == Some(language) => {
                blocks.push(String::new());
                inside = true;
            }
            (true, "```") => inside = false,
            (true, line) => {
                let block = blocks.last_mut().unwrap();
                block.push_str(line);
                block.push('\n');
            }
            (false, _) => {}
        }
    }
    blocks
}

/// The first cells of the rows of the table that begins with a heading, without the marks for code.
fn rows(text: &str, heading: &str) -> Vec<Vec<String>> {
    let lines = text.lines().skip_while(|line| *line != heading).skip(2);
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect();
    lines.take_while(|line| line.starts_with('|')).map(cells).collect()
}

#[test]
fn the_tables_of_the_format_load_together_without_a_fault() {
    let tables = blocks(&document(FORMAT), "toml");
    assert!(tables.len() >= 8, "one example of each table");
    let folder = Folder::with(&[("facts.toml", tables.join("\n").as_bytes())]);
    let output = run(&["check", "--strict", folder.path().to_str().unwrap()]);
    assert!(output.status.success(), "{}", stdout(&output));
}

#[test]
fn the_dates_of_the_format_read_as_shown() {
    let rows = rows(&document(FORMAT), "| written | shown |");
    assert!(!rows.is_empty());
    let wording = Wording::of(&Context::default().language);
    let words = |date: &Date| wording.words(&date.into());
    for row in rows {
        assert_eq!(words(&Date::parse(&row[0]).unwrap()), row[1], "{}", row[0]);
    }
}

#[test]
fn the_codes_of_the_format_are_all_codes() {
    let shown = rows(&document(FORMAT), "| code | severity | meaning |");
    let shown: Vec<_> = shown.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    let word = |code: Code| if code.severity() == Severity::Error { "error" } else { "warning" };
    let codes: Vec<_> = Code::ALL.iter().map(|&code| (code.slug(), word(code))).collect();
    assert_eq!(shown, codes);
}

#[test]
fn the_guide_shows_the_tables_of_its_example() {
    let folders = ["docs/example/balloons/channel-1785", "docs/example/losses/ford-war-1850"];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let files: Vec<String> = entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    for block in blocks(&document(GUIDE), "toml") {
        assert!(files.iter().any(|file| file.contains(&block)), "in no file of the example:\n{block}");
    }
}

#[test]
fn the_examples_of_the_guide_have_no_fault() {
    for folder in ["docs/example/balloons", "docs/example/losses"] {
        let output = run(&["check", "--strict", folder]);
        assert!(output.status.success(), "{}", stdout(&output));
    }
}

#[test]
fn the_kinds_of_relations_of_the_format_are_those_that_have_words() {
    let shown = rows(&document(FORMAT), "| of | kinds |");
    let shown: BTreeSet<String> =
        shown.iter().flat_map(|row| row[1].split(", ")).map(|kind| format!("tie-{kind}")).collect();
    let words = document("src/wording/en.ftl");
    let known = words.lines().filter(|line| line.starts_with("tie-")).filter_map(|line| line.split(' ').next());
    assert_eq!(shown, known.map(ToOwned::to_owned).collect());
}

/// What a table shows to be written, and what the program then says or does.
fn mistakes(document_path: &str, heading: &str) -> Vec<(String, String)> {
    let rows = rows(&document(document_path), heading);
    assert!(!rows.is_empty());
    rows.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect()
}

#[test]
fn the_mistakes_of_the_guide_are_answered_as_shown() {
    for (written, right) in mistakes(GUIDE, "| written | what to write |") {
        let (_, printed) = crate::curator::check_with(&written, &right, &[]);
        assert!(printed.contains(&format!("write `{right}`")), "{written}:\n{printed}");
    }
}

#[test]
fn what_the_format_says_is_mended_is_mended() {
    for (written, right) in mistakes(FORMAT, "| written | mended |") {
        let (folder, printed) = crate::curator::check_with(&written, &right, &["--fix"]);
        let mended = fs::read_to_string(folder.path().join("facts.toml")).unwrap();
        assert!(mended.lines().any(|line| line == right), "{written}:\n{printed}");
    }
}
