//! Rules of good style for a fact base that loads: each warns of something that a curator should look at.
//!
//! Owns the table of rules. What makes a fact base unusable is found while loading, in [`crate::knowledge`]; how it
//! answers is tested by [`crate::golden`].

use crate::diagnostic::{Code, Diagnostic, Files};
use crate::knowledge::{Fault, Knowledge, locate};

mod rules;

/// One rule: what it finds, in one sentence, and how.
#[derive(Debug)]
pub struct Rule {
    /// The code of its diagnostics.
    pub code: Code,
    /// What must hold.
    pub says: &'static str,
    find: fn(&Knowledge) -> Vec<Fault>,
}

/// All rules.
pub static RULES: &[Rule] = &[
    Rule {
        code: Code::SharedAlias,
        says: "No two entries of a kind share a name or an alias.",
        find: rules::shared_alias,
    },
    Rule {
        code: Code::NearTwins,
        says: "No two entries of a kind have nearly the same name.",
        find: rules::near_twins,
    },
    Rule { code: Code::AfterSource, says: "What is told after its source is a forecast.", find: rules::after_source },
    Rule { code: Code::NoUnit, says: "A value has an aspect with a unit.", find: rules::no_unit },
    Rule { code: Code::UnusedSource, says: "Something rests on each source.", find: rules::unused_source },
    Rule { code: Code::Unused, says: "Something refers to each actor, topic and aspect.", find: rules::unused },
    Rule { code: Code::NoAttribution, says: "A claim tells whose claim it is.", find: rules::no_attribution },
    Rule { code: Code::LongText, says: "A text can be read at a glance.", find: rules::long_text },
];

/// Applies all rules.
pub fn check(knowledge: &Knowledge, files: &Files) -> Vec<Diagnostic> {
    locate(RULES.iter().flat_map(|rule| (rule.find)(knowledge)).collect(), files)
}
