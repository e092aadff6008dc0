//! Every fault has a fixture, and every fixture shows its fault as a curator would see it.

use std::collections::BTreeSet;

use casebook::diagnostic::Code;

use crate::support::{Folder, casebook, root, stdout};

/// Faults that no file in the repository can hold: they are made when the test runs.
const MADE: &[(Code, MakeFolder)] = &[
    (Code::Unreadable, dangling_link),
    (Code::LinkLoop, link_loop),
    (Code::NoFiles, || Folder::with(&[("notes.txt", b"no facts")])),
    (Code::TooLarge, || Folder::with(&[("large.toml", &vec![b'#'; 50 * 1024 * 1024])])),
];

type MakeFolder = fn() -> Folder;

fn dangling_link() -> Folder {
    let folder = Folder::with(&[]);
    std::os::unix::fs::symlink("nowhere.toml", folder.path().join("link.toml")).unwrap();
    folder
}

fn link_loop() -> Folder {
    let folder = Folder::with(&[("inner/whole.toml", b"")]);
    std::os::unix::fs::symlink("..", folder.path().join("inner/back")).unwrap();
    folder
}

fn fixtures() -> BTreeSet<String> {
    let entries = std::fs::read_dir(root().join("tests/it/broken")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_code_has_a_fixture_and_every_fixture_a_code() {
    let made = MADE.iter().map(|(code, _)| code.slug().to_owned());
    let with: BTreeSet<String> = fixtures().into_iter().chain(made).collect();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.slug().to_owned()).collect();
    assert_eq!(with, codes);
}

#[test]
fn every_fixture_is_reported_with_its_place_and_what_to_do() {
    for name in fixtures() {
        let output = casebook(&["check", &name]).current_dir(root().join("tests/it/broken")).output().unwrap();
        let text = stdout(&output);
        assert!(text.contains(&format!("[{name}]")), "{name} is not reported:\n{text}");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn faults_of_the_file_system_are_reported() {
    for (code, make) in MADE {
        let folder = make();
        let output = casebook(&["check", "."]).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{code:?}");
        insta::assert_snapshot!(code.slug(), stdout(&output));
    }
}

#[test]
fn an_error_fails_the_check_and_a_warning_only_when_strict() {
    let exit = |arguments: &[&str]| {
        casebook(arguments).current_dir(root().join("tests/it/broken")).output().unwrap().status.code()
    };
    assert_eq!(exit(&["check", "unknown-reference"]), Some(1));
    assert_eq!(exit(&["check", "no-unit"]), Some(0));
    assert_eq!(exit(&["check", "no-unit", "--strict"]), Some(1));
}

#[test]
fn a_warning_is_allowed_on_one_entry_with_a_reason() {
    let fixture = std::fs::read_to_string(root().join("tests/it/broken/no-unit/facts.toml")).unwrap();
    let allowed = format!("{fixture}allow = [{{ code = \"no-unit\", why = \"a bare count\" }}]\n");
    let check = |text: &str| {
        let folder = Folder::with(&[("facts.toml", text.as_bytes())]);
        stdout(&casebook(&["check", "."]).current_dir(folder.path()).output().unwrap())
    };
    assert!(check(&fixture).contains("0 errors, 1 warning"), "{}", check(&fixture));
    assert!(check(&allowed).contains("0 errors, 0 warnings"), "{}", check(&allowed));
}

#[test]
fn all_faults_of_all_files_come_in_one_run_in_the_order_of_the_files() {
    let folder = Folder::with(&[
        ("b.toml", b"[[actor]]\nid = 'x'\nnmae = 'X'\nkind = 7\nsources = 'y'\n"),
        (
            "a/deep/a.toml",
            b"[[fact]]\nid = 'f'\nabout = ['nobody', 'x']\ntext = ''\nsources = ['none']\ndate = 'soon'\n",
        ),
    ]);
    let output = casebook(&["check", ".", "--format", "json"]).current_dir(folder.path()).output().unwrap();
    let found: Vec<String> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|fault| fault.get("code").is_some())
        .map(|fault| {
            let label = &fault["labels"][0];
            format!("{}:{}:{} {}", label["file"].as_str().unwrap(), label["line"], label["column"], fault["code"])
        })
        .collect();
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn github_annotations_name_file_line_and_column() {
    let output = casebook(&["check", "self-dispute", "--format", "github"])
        .current_dir(root().join("tests/it/broken"))
        .output()
        .unwrap();
    insta::assert_snapshot!(stdout(&output));
}
