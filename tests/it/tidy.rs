//! Rules that the compiler does not know: who may import whom, and what every file owes its reader.

use std::fs;
use std::path::PathBuf;

use crate::support::root;

/// The layers, from the bottom. A module may use those that stand in its row.
const MAY_USE: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("knowledge", &["diagnostic"]),
    ("matcher", &["knowledge"]),
    ("meaning", &["knowledge"]),
    ("check", &["diagnostic", "knowledge"]),
    // An answer offers requests, and a command makes answers.
    ("answer", &["knowledge", "command"]),
    ("command", &["knowledge", "matcher", "answer", "diagnostic"]),
    ("app", &["knowledge", "matcher", "answer", "command", "render"]),
    ("render", &["answer", "command", "knowledge", "matcher"]),
    ("golden", &["knowledge", "diagnostic", "answer", "command", "app", "render"]),
    ("config", &[]),
    ("logging", &[]),
    ("transport", &["app", "answer", "command", "render", "config", "logging"]),
    (
        "cli",
        &[
            "knowledge",
            "diagnostic",
            "answer",
            "command",
            "app",
            "render",
            "check",
            "golden",
            "config",
            "transport",
            "logging",
        ],
    ),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// Crates that only the edges may know.
const EDGE_CRATES: &[(&str, &[&str])] = &[
    ("serenity", &["transport/", "render/embed.rs"]),
    ("tokio", &["transport/"]),
    ("rustyline", &["transport/console.rs"]),
    ("clap", &["cli.rs", "cli/"]),
    ("walkdir", &["knowledge/read.rs"]),
    ("std::fs", &["knowledge/read.rs", "config.rs", "cli/"]),
];

/// Longer files own more than one thing.
const LONGEST_FILE: usize = 400;

struct Source {
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let mut folders = vec![root().join("src")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let relative = |path: &PathBuf| path.strip_prefix(root().join("src")).unwrap().to_str().unwrap().to_owned();
    files.iter().map(|path| Source { path: relative(path), text: fs::read_to_string(path).unwrap() }).collect()
}

/// The code without comments and without its tests, which may use what they like.
fn code(source: &Source) -> String {
    let code = source.text.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let module = source.path.split(['/', '.']).next().unwrap();
        let (_, allowed) =
            MAY_USE.iter().find(|(name, _)| *name == module).unwrap_or_else(|| panic!("{module} has no row"));
        for used in code(&source).split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let known = MAY_USE.iter().any(|(name, _)| *name == used);
            if known && used != module && !allowed.contains(&used.as_str()) && module != "main" {
                wrong.push(format!("{} uses {used}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_edges_know_the_outside() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, allowed) in EDGE_CRATES {
            let uses = code(&source).contains(&format!("{name}::"));
            if uses && !allowed.iter().any(|start| source.path.starts_with(start)) {
                wrong.push(format!("{} uses {name}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_owns_and_owns_one_thing() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{} does not say what it owns", source.path);
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", source.path);
    }
}
