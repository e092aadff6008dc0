//! Rules of good style for a fact base that loads: each warns of something that a curator should look at.
//!
//! Owns the table of rules. What makes a fact base unusable is found while loading, in [`crate::knowledge`]; how it
//! answers is tested by [`crate::golden`].

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::knowledge::{Fault, Knowledge, Origin, Place, Table};

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
    Rule {
        code: Code::OfficeAlias,
        says: "No alias of a person is an office, which is held only for a time.",
        find: rules::office_alias,
    },
    Rule { code: Code::NearEqual, says: "No fact says what another or an event says.", find: rules::near_equal },
    Rule { code: Code::AfterSource, says: "What is told after its source is a forecast.", find: rules::after_source },
    Rule { code: Code::NoUnit, says: "A value has an aspect with a unit.", find: rules::no_unit },
    Rule {
        code: Code::DifferentNumbers,
        says: "Different numbers for the same thing at the same time are linked by `disputes`.",
        find: rules::different_numbers,
    },
    Rule {
        code: Code::DoubtfulDispute,
        says: "Facts that dispute each other speak of the same subject and time.",
        find: rules::doubtful_dispute,
    },
    Rule {
        code: Code::MisplacedOffice,
        says: "An office stands in a `holds-office` relation, and such a relation names one.",
        find: rules::misplaced_office,
    },
    Rule { code: Code::UnusedSource, says: "Something rests on each source.", find: rules::unused_source },
    Rule { code: Code::Unused, says: "Something refers to each actor, topic and aspect.", find: rules::unused },
    Rule { code: Code::NoAttribution, says: "A claim tells whose claim it is.", find: rules::no_attribution },
    Rule { code: Code::SpeakerName, says: "A speaker who is an actor is named by id.", find: rules::speaker_name },
    Rule {
        code: Code::SpeakerInAbout,
        says: "A fact is about somebody whom it names, not about its speaker.",
        find: rules::speaker_in_about,
    },
    Rule { code: Code::LongText, says: "A text can be read at a glance.", find: rules::long_text },
];

/// Applies all rules.
pub fn check(knowledge: &Knowledge) -> Vec<Fault> {
    RULES.iter().flat_map(|rule| (rule.find)(knowledge)).collect()
}

/// Leaves out the warnings that one of the entries concerned allows, and warns of what is allowed and never occurs.
/// `faults` must be all that was found, or more will seem to be allowed for nothing.
pub fn allow(knowledge: &Knowledge, faults: Vec<Fault>) -> Vec<Fault> {
    let mut used: BTreeSet<(Table, Origin, Code)> = BTreeSet::new();
    let mut left: Vec<Fault> = Vec::new();
    for fault in faults {
        let code = fault.diagnostic.code;
        let allows =
            |place: &Place| knowledge.allowed(place.table, place.origin).iter().any(|allow| allow.code == code);
        match fault.places.iter().find(|place| allows(place)) {
            Some(place) => {
                used.insert((place.table, place.origin, code));
            }
            None => left.push(fault),
        }
    }
    for ((table, origin), allowed) in knowledge.all_allowed() {
        for (index, allow) in allowed.iter().enumerate() {
            if !used.contains(&(table, origin, allow.code)) {
                let message = format!("`{}` is allowed here, and does not occur", allow.code.slug());
                let place = Place::element(table, origin, "allow", index);
                left.push(Fault::new(Code::UnusedAllow, message, place).help("remove it from `allow`"));
            }
        }
    }
    left
}
