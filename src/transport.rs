//! The edges: how requests come in and answers go out. Each transport decodes, asks [`crate::app::App`], and encodes.

pub mod console;
