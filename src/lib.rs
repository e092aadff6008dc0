//! Casebook: a bot that answers study groups from a curated, cited fact base.

pub mod answer;
pub mod app;
pub mod command;
pub mod diagnostic;
pub mod knowledge;
pub mod matcher;
pub mod render;
