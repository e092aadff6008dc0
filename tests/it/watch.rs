//! `casebook check --watch`: a folder that is checked again whenever a file changes.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::curator::GOOD;
use crate::support::{Folder, casebook};

#[test]
fn a_watched_folder_is_checked_again_when_a_file_changes() {
    let folder = Folder::with(&[("facts.toml", GOOD.as_bytes())]);
    let mut program = casebook(&["check", ".", "--watch"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut notes = BufReader::new(program.stderr.take().unwrap()).lines();
    let mut found = BufReader::new(program.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut summary = || found.find(|line| line.contains("file: ")).unwrap();
    assert_eq!(summary(), "1 file: 0 errors, 0 warnings");
    assert!(notes.next().unwrap().unwrap().starts_with("watching ."));
    fs::write(folder.path().join("facts.toml"), GOOD.replace("[\"uk\"]", "[\"nobody\"]")).unwrap();
    assert_eq!(summary(), "1 file: 2 errors, 0 warnings");
    assert!(notes.next().unwrap().unwrap().starts_with("watching ."));
    fs::write(folder.path().join("facts.toml"), GOOD).unwrap();
    assert_eq!(summary(), "1 file: 0 errors, 0 warnings");
    assert!(notes.next().unwrap().unwrap().starts_with("watching ."));
    fs::remove_dir_all(folder.path()).unwrap();
    // Whether it sees the file go before the folder does depends on when it looks.
    let ended = notes.map(Result::unwrap).find(|note| !note.starts_with("watching .")).unwrap();
    assert!(ended.contains("is no longer there"), "{ended}");
    assert_eq!(program.wait().unwrap().code(), Some(1));
}
