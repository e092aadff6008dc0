//! The format as a whole: what a file may say, and what is then found in memory.

use casebook::diagnostic::Code;
use casebook::knowledge::{Attribution, Better, EntryId, Knowledge, Loaded, load};

use crate::support::Folder;

const BASE: &str = r#"
[[source]]
id = "yearbook"
title = "A yearbook"
publisher = "A publisher"
published = "2014"

[[actor]]
id = "belarus"
name = "Belarus"
kind = "country"
summary = "A state."
sources = ["yearbook"]

[[actor]]
id = "sudan"
name = "Sudan"
kind = "country"
asked = ["which state buys in Minsk?"]
summary = "A state."
sources = ["yearbook"]

[[actor]]
id = "china"
name = "China"
kind = "country"
summary = "A state."
sources = ["yearbook"]

[[aspect]]
id = "trade"
label = "Trade"

[[aspect]]
id = "arms"
label = "Arms bought"
unit = "million US dollars"
part_of = "trade"
better = "lower"

[[fact]]
id = "sudan-bought"
about = ["sudan"]
with = ["belarus"]
aspect = "arms"
date = "2013"
text = "Sudan bought arms of Belarus for 150 to 168 million dollars."
value = [150, 168]
attributed_to = "china"
disputes = [{ fact = "sudan-bought-nothing", on = "whether arms were sold" }]
asked = ["what did Sudan pay?"]
sources = ["yearbook"]

[[fact]]
id = "sudan-bought-nothing"
about = ["sudan"]
with = ["china", "belarus", "china"]
date = "2013"
text = "Sudan bought nothing."
attributed_to = "a clerk"
sources = ["yearbook"]

[[relation]]
id = "envoy"
from = "china"
kind = "holds-office"
to = "belarus"
office = "chair of the club"
sources = ["yearbook"]

[[words]]
says = ["guns"]
means = "arms"
never = ["peace"]
"#;

fn loaded(files: &[(&str, &str)]) -> Loaded {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    load(&Folder::with(&files).path())
}

fn knowledge(files: &[(&str, &str)]) -> Knowledge {
    let Loaded { knowledge, diagnostics, .. } = loaded(files);
    knowledge.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

fn codes(text: &str) -> Vec<&'static str> {
    loaded(&[("a.toml", text)]).diagnostics.iter().map(|fault| fault.code.slug()).collect()
}

#[test]
fn a_fact_tells_subject_others_speaker_and_range_apart() {
    let base = knowledge(&[("a.toml", BASE)]);
    let actor = |key| base.entry(key).and_then(EntryId::actor).unwrap();
    let id = base.entry("sudan-bought").and_then(EntryId::fact).unwrap();
    let other = base.entry("sudan-bought-nothing").and_then(EntryId::fact).unwrap();
    let (sudan, belarus, china) = (actor("sudan"), actor("belarus"), actor("china"));
    assert_eq!(base.facts_about(EntryId::Actor(sudan)), [id, other]);
    assert_eq!(base.facts_about(EntryId::Actor(belarus)), []);
    assert_eq!(base.facts_with(EntryId::Actor(belarus)), [id, other]);
    assert_eq!(base.facts_said_by(china), [id]);
    let fact = &base[id];
    assert_eq!(fact.attributed_to, Some(Attribution::Actor(china)));
    assert_eq!(base.speaker(fact.attributed_to.as_ref().unwrap()), "China");
    assert_eq!(base[other].attributed_to, Some(Attribution::Name("a clerk".into())));
    let value = fact.value.unwrap();
    assert_eq!((value.least(), value.most(), value.number()), (150.0, 168.0, None));
    assert_eq!(&*fact.asked, ["what did Sudan pay?".into()]);
}

#[test]
fn the_others_in_a_fact_are_a_set() {
    let base = knowledge(&[("a.toml", BASE)]);
    let fact = &base[base.entry("sudan-bought-nothing").and_then(EntryId::fact).unwrap()];
    let names: Vec<&str> = fact.with.iter().map(|&entry| base.key(entry)).collect();
    assert_eq!(names, ["belarus", "china"], "each once, in the order of ids");
}

#[test]
fn a_dispute_tells_both_facts_what_it_is_about() {
    let base = knowledge(&[("a.toml", BASE)]);
    for (fact, other) in [("sudan-bought", "sudan-bought-nothing"), ("sudan-bought-nothing", "sudan-bought")] {
        let id = |key| base.entry(key).and_then(EntryId::fact).unwrap();
        let [dispute] = &*base[id(fact)].disputes else { panic!("{fact} has one dispute") };
        assert_eq!((dispute.fact, dispute.on.as_deref()), (id(other), Some("whether arms were sold")));
    }
}

#[test]
fn aspects_relations_and_words_are_found_by_what_they_say() {
    let base = knowledge(&[("a.toml", BASE)]);
    let aspect = |key| base.entry(key).and_then(EntryId::aspect).unwrap();
    assert_eq!(base.parts_of(aspect("trade")), [aspect("arms")]);
    assert_eq!(base[aspect("arms")].better, Some(Better::Lower));
    assert_eq!(base.relation_kinds().map(|(kind, ties)| (kind, ties.len())).collect::<Vec<_>>(), [("holds-office", 1)]);
    assert_eq!(
        base.offices().map(|(office, held)| (office, held.len())).collect::<Vec<_>>(),
        [("chair of the club", 1)]
    );
    let [words, ..] = base.words() else { panic!("one entry") };
    assert_eq!((&*words.says, &*words.means, &*words.never), (&["guns".into()][..], "arms", &["peace".into()][..]));
}

#[test]
fn entries_know_their_collection() {
    let topic = |id: &str| format!("[[topic]]\nid = '{id}'\nlabel = '{id}'\n");
    let base = knowledge(&[
        ("loose.toml", &topic("loose")),
        ("b/deep/one.toml", &topic("one")),
        ("a/two.toml", &topic("two")),
    ]);
    let collection = |key| base.collection(base.entry(key).unwrap());
    assert_eq!(base.collections(), ["a".into(), "b".into()]);
    assert_eq!([collection("loose"), collection("one"), collection("two")], [None, Some("b"), Some("a")]);
}

#[test]
fn a_speaker_is_a_name_unless_it_can_only_be_an_id() {
    let said_by = |who: &str| codes(&BASE.replace("\"a clerk\"", &format!("\"{who}\"")));
    for name in ["observers", "Human Rights Center Viasna", "pro-government media", "Азертадж", "Al-Jazeera"] {
        assert_eq!(said_by(name), [""; 0], "{name}");
    }
    assert_eq!(said_by("ilham-alyev"), ["unknown-reference"]);
    assert_eq!(said_by("sudan-bought"), ["wrong-kind"]);
    assert_eq!(said_by("arms"), ["wrong-kind"], "an id of another kind is no name");
}

#[test]
fn ranges_run_upwards() {
    let value = |value: &str| codes(&BASE.replace("[150, 168]", value));
    assert_eq!(value("[150.5, 1e3]"), [""; 0]);
    for wrong in ["[168, 150]", "[150, 150]", "[150, inf]", "nan"] {
        assert_eq!(value(wrong), ["bad-number"], "{wrong}");
    }
    for wrong in ["[150]", "[1, 2, 3]", "[]", "'150'", "['150', '168']"] {
        assert_eq!(value(wrong), ["wrong-type"], "{wrong}");
    }
}

#[test]
fn only_warnings_are_allowed_and_only_with_a_reason() {
    let allow = |allow: &str| codes(&BASE.replace("label = \"Trade\"", &format!("label = \"Trade\"\nallow = {allow}")));
    assert_eq!(allow("[{ code = 'unused', why = 'kept for later' }]"), [""; 0]);
    assert_eq!(allow("[{ code = 'unusd', why = 'kept for later' }]"), ["unknown-word"]);
    assert_eq!(allow("[{ code = 'syntax', why = 'kept for later' }]"), ["unknown-word"]);
    assert_eq!(allow("[{ code = 'unused', why = ' ' }]"), ["blank"]);
    assert_eq!(allow("[{ code = 'unused' }]"), ["wrong-type"]);
    assert_eq!(allow("['unused']"), ["wrong-type"]);
}

#[test]
fn every_warning_can_be_allowed() {
    for code in Code::ALL.iter().filter(|code| code.severity() == casebook::diagnostic::Severity::Warning) {
        let allow = format!("label = \"Trade\"\nallow = [{{ code = '{}', why = 'a test' }}]", code.slug());
        assert_eq!(codes(&BASE.replace("label = \"Trade\"", &allow)), [""; 0]);
    }
}
