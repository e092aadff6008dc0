//! What the candidates are worth, and whether the best one is an answer.
//!
//! Owns the features, the score, the model and the decision.

pub(super) mod decide;
pub(super) mod model;
pub(super) mod refine;
pub(super) mod score;
