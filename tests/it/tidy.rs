//! Rules that the compiler does not know: who may import whom, and what every file owes its reader.

use std::fs;
use std::path::PathBuf;

use syn::File;

use crate::support::root;
use imports::{Used, used};

mod circles;
mod imports;
mod length;

/// The layers, from the bottom. A module may use those that stand in its row; they stand in rows above it, so that there
/// is no circle.
const MAY_USE: &[(&str, &[&str])] = &[
    ("suggestion", &[]),
    ("diagnostic", &[]),
    ("knowledge", &["suggestion", "diagnostic"]),
    ("message", &["knowledge"]),
    ("request", &["suggestion", "knowledge", "message"]),
    ("answer", &["knowledge", "message", "request"]),
    ("matcher", &["knowledge"]),
    ("meaning", &[]),
    ("check", &["diagnostic", "knowledge"]),
    ("command", &["knowledge", "matcher", "meaning", "message", "request", "answer"]),
    ("app", &["knowledge", "matcher", "answer", "request", "command"]),
    ("wording", &["knowledge", "message"]),
    ("render", &["knowledge", "message", "request", "answer", "command", "wording"]),
    ("remedy", &["knowledge", "matcher", "meaning", "message", "request", "answer", "app"]),
    // Golden questions try what is drawn, too.
    ("golden", &["diagnostic", "knowledge", "matcher", "request", "answer", "app", "remedy", "wording", "render"]),
    ("gaps", &["knowledge", "matcher", "meaning", "request", "answer", "app", "remedy", "golden"]),
    ("review", &["diagnostic", "knowledge", "app", "check", "golden"]),
    ("why", &["knowledge", "matcher", "request", "command", "app"]),
    ("watch", &[]),
    ("config", &["suggestion", "message"]),
    ("ledger", &["request", "answer"]),
    ("library", &["diagnostic", "knowledge", "app", "config"]),
    ("logging", &["config"]),
    (
        "transport",
        &["message", "request", "answer", "command", "app", "wording", "render", "config", "ledger", "library"],
    ),
    (
        "preview",
        &[
            "diagnostic",
            "knowledge",
            "message",
            "request",
            "command",
            "app",
            "wording",
            "golden",
            "review",
            "why",
            "watch",
            "transport",
            "render",
        ],
    ),
    (
        "cli",
        &[
            "diagnostic",
            "knowledge",
            "matcher",
            "message",
            "request",
            "answer",
            "command",
            "app",
            "wording",
            "render",
            "golden",
            "gaps",
            "review",
            "why",
            "watch",
            "config",
            "ledger",
            "library",
            "transport",
            "preview",
            "logging",
        ],
    ),
];

/// Crates and parts of `std` that only the edges may know.
const EDGE_PATHS: &[(&str, &[&str])] = &[
    ("serenity", &["transport/", "preview/", "render/embed.rs"]),
    ("tokio", &["transport/", "preview.rs", "preview/"]),
    ("tokio_util", &["transport/"]),
    ("reqwest", &["transport/"]),
    ("rustyline", &["transport/console.rs"]),
    ("clap", &["cli.rs", "cli/"]),
    ("walkdir", &["knowledge/read.rs"]),
    ("std::fs", &["knowledge/read.rs", "config.rs", "ledger.rs", "cli/"]),
    ("std::env", &["config.rs"]),
    ("axum", &["transport/", "preview.rs", "preview/"]),
    ("hyper", &["transport/"]),
    ("ed25519_dalek", &["transport/endpoint.rs"]),
    ("prometheus_client", &["transport/metrics.rs"]),
    ("notify", &["watch.rs"]),
    ("std::net", &["config.rs", "config/http.rs", "transport/", "preview.rs", "preview/", "cli/preview.rs"]),
    ("crate::render::limits", &["render.rs", "render/", "transport/"]),
];

/// Longer files own more than one thing.
const LONGEST_FILE: usize = 400;

/// A function that does not fit on a screen is two functions.
const LONGEST_FUNCTION: usize = 40;

/// What a comment of a number speaks of when the number is Discord's.
const OF_DISCORD: [&str; 6] = ["Discord", "menu", "button", "embed", "custom_id", "interaction"];

struct Source {
    /// Below `src/`.
    path: String,
    text: String,
    code: File,
}

impl Source {
    /// Where the file stands among the modules.
    fn module(&self) -> Vec<String> {
        let path = self.path.trim_end_matches(".rs");
        path.split('/').map(ToOwned::to_owned).filter(|part| part != "lib" && part != "main").collect()
    }

    fn uses(&self) -> Vec<Used> {
        used(&self.code, &self.module())
    }
}

/// The Rust files below a folder.
fn files(folder: &str) -> Vec<Source> {
    let mut folders = vec![root().join(folder)];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let code = syn::parse_file(&text).unwrap();
        let path = path.strip_prefix(root().join(folder)).unwrap().to_str().unwrap().to_owned();
        Source { path, text, code }
    };
    files.iter().map(read).collect()
}

/// The files of the program, without those that are for tests alone.
fn sources() -> Vec<Source> {
    let sources = files("src");
    let for_tests = |source: &Source| {
        let folder = source.module().join("/");
        imports::test_modules(&source.code).into_iter().map(move |name| format!("{folder}/{name}.rs"))
    };
    let for_tests: Vec<String> = sources.iter().flat_map(for_tests).collect();
    sources.into_iter().filter(|source| !for_tests.contains(&source.path)).collect()
}

#[test]
fn the_layers_hold_no_circle() {
    for (row, (module, below)) in MAY_USE.iter().enumerate() {
        for used in *below {
            let above = MAY_USE.iter().take(row).any(|(name, _)| name == used);
            assert!(above, "{module} may use {used}, which does not stand in a row above it");
        }
    }
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    let mut used_by: Vec<(String, String)> = Vec::new();
    for source in sources() {
        let Some(module) = source.module().first().cloned() else { continue };
        let (_, allowed) =
            MAY_USE.iter().find(|(name, _)| *name == module).unwrap_or_else(|| panic!("{module} has no row"));
        for used in source.uses() {
            let [first, other, ..] = used.segments.as_slice() else { continue };
            let known = first == "crate" && MAY_USE.iter().any(|(name, _)| name == other);
            if known && *other != module {
                used_by.push((module.clone(), other.clone()));
                if !allowed.contains(&other.as_str()) {
                    wrong.push(format!("src/{}:{} uses {other}", source.path, used.line));
                }
            }
        }
    }
    for (module, below) in MAY_USE {
        for other in *below {
            if !used_by.iter().any(|(one, two)| one == module && two == other) {
                wrong.push(format!("{module} may use {other}, but does not: take it out of the row"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_edges_know_the_outside() {
    let mut wrong = Vec::new();
    for source in sources() {
        for used in source.uses() {
            let path = used.segments.join("::");
            for (name, allowed) in EDGE_PATHS {
                let uses = path == *name || path.starts_with(&format!("{name}::"));
                if uses && !allowed.iter().any(|start| source.path.starts_with(start)) {
                    wrong.push(format!("src/{}:{} uses {name}", source.path, used.line));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_use_one_another_round() {
    let files: Vec<_> = sources().iter().map(|source| (source.module(), source.uses())).collect();
    let circles = circles::circles(&circles::uses(&files));
    assert!(circles.is_empty(), "each of these uses all the others: {circles:#?}");
}

#[test]
fn the_limits_of_discord_stand_in_one_file() {
    let mut wrong = Vec::new();
    for source in
        sources().iter().filter(|source| !source.path.starts_with("render") && !source.path.starts_with("transport"))
    {
        for (name, comment) in imports::numbers(&source.code) {
            if OF_DISCORD.iter().any(|word| comment.contains(word)) {
                wrong.push(format!("src/{}: {name} is a number of Discord's, or its comment says so", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_and_no_function_is_too_long() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for source in files(folder) {
            let lines = source.text.lines().count();
            if lines > LONGEST_FILE {
                wrong.push(format!("{folder}/{} has {lines} lines", source.path));
            }
            for function in length::functions(&source.code, &source.text) {
                if function.lines > LONGEST_FUNCTION {
                    let length::Length { name, line, lines } = function;
                    wrong.push(format!("{folder}/{}:{line}: {name} has {lines} lines", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_owns() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{} does not say what it owns", source.path);
    }
}
