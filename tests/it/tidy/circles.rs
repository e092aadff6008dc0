//! Circles among the files of the program: which file uses which, and the groups that use one another round.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::Used;

/// Where a file stands among the modules, such as `["matcher", "index"]`.
pub type Module = Vec<String>;

/// Whom each file uses. A file and those below it may use one another: what stands above says what they have in common.
pub fn uses(files: &[(Module, Vec<Used>)]) -> BTreeMap<Module, BTreeSet<Module>> {
    let known: BTreeSet<&Module> = files.iter().map(|(module, _)| module).collect();
    let related = |one: &[String], other: &[String]| one.starts_with(other) || other.starts_with(one);
    let used = |module: &Module, used: &Used| {
        let (first, path) = used.segments.split_first()?;
        let mut starts = (1..=path.len()).rev().filter_map(|length| Some(path.get(..length)?.to_vec()));
        starts.find(|start| known.contains(start)).filter(|other| first == "crate" && !related(other, module))
    };
    let row = |(module, all): &(Module, Vec<Used>)| {
        (module.clone(), all.iter().filter_map(|one| used(module, one)).collect())
    };
    files.iter().map(row).collect()
}

/// The groups of files of which each is reached from each.
pub fn circles(uses: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<Vec<String>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = uses.keys().map(|from| (from, reached(uses, from))).collect();
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (from, to) in &reached {
        let round = to.iter().filter(|other| reached.get(**other).is_some_and(|back| back.contains(from)));
        let circle: Vec<String> = round.map(|module| module.join("/")).collect();
        circles.extend((!circle.is_empty()).then_some(circle));
    }
    circles.into_iter().collect()
}

fn reached<'u>(uses: &'u BTreeMap<Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'u Module> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Module> = uses.get(from).into_iter().flatten().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(uses.get(module).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn a_circle_is_seen_over_several_files_and_not_between_a_file_and_those_below_it() {
    let file = |module: &str, uses: &[&str]| {
        let segments = |path: &&str| path.split("::").map(ToOwned::to_owned).collect();
        let uses = uses.iter().map(|path| Used { segments: segments(path), line: 1 }).collect();
        (module.split('/').map(ToOwned::to_owned).collect::<Module>(), uses)
    };
    let files = [
        file("a", &["crate::a::b::Thing", "serenity::b"]),
        file("a/b", &["crate::a::Thing", "crate::c::Thing"]),
        file("c", &["crate::d::Thing"]),
        file("d", &["crate::a::b"]),
        file("e", &["crate::c"]),
    ];
    assert_eq!(circles(&uses(&files)), [["a/b", "c", "d"]]);
}
