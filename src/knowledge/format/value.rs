//! Values that are more than a text or a number: what a key may hold in more than one form.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Text;

/// A warning that does not apply, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "allow")]
pub(in crate::knowledge) struct RawAllow {
    /// The code of the warning, such as `near-twins`.
    pub(in crate::knowledge) code: Text,
    /// Why it does not apply.
    pub(in crate::knowledge) why: Text,
}

/// A fact that says otherwise.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "dispute")]
pub(in crate::knowledge) enum RawDispute {
    /// Its id.
    Fact(Text),
    /// Its id, and what the two disagree on.
    On(RawDisputeOn),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "dispute-on")]
pub(in crate::knowledge) struct RawDisputeOn {
    /// The id of the other fact.
    pub(in crate::knowledge) fact: Text,
    /// What the two disagree on, in a few words.
    pub(in crate::knowledge) on: Text,
}

/// A number, or the range in which it lies.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "value")]
pub(in crate::knowledge) enum RawValue {
    /// A number.
    One(#[schemars(with = "f64")] Number),
    /// The least and the most it may be.
    Range(#[schemars(with = "[f64; 2]")] [Number; 2]),
}

/// A number as TOML writes it, with or without a fraction.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(in crate::knowledge) enum Number {
    Whole(i32),
    Real(f64),
}

impl Number {
    pub(in crate::knowledge) fn value(self) -> f64 {
        match self {
            Self::Whole(value) => f64::from(value),
            Self::Real(value) => value,
        }
    }
}
