//! The fact base of this repository: no faults, and its golden questions answered.

use crate::support::{run, stdout};

#[test]
fn the_fact_base_has_no_faults_and_answers_its_golden_questions() {
    let output = run(&["check", "knowledge"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}
