//! Casebook: a bot that answers study groups from a curated, cited fact base.

pub mod diagnostic;
pub mod knowledge;
pub mod matcher;
