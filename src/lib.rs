//! Casebook: a bot that answers study groups from a curated, cited fact base.
//!
//! Data flows one way. A [`transport`] decodes a [`request::Request`], the [`app`] hands it to its [`command`], which asks
//! the [`matcher`] and the [`knowledge`] and fills an [`answer::Answer`] with [`message`]s; [`render`] draws it in the words
//! of [`wording`], the transport encodes it.
//! Beside that way stand [`check`] and [`golden`], which look after a fact base, [`review`], which asks both, [`diagnostic`], in
//! which they speak, [`suggestion`], which says what was meant, [`why`], which says what decided, [`watch`], which waits for files
//! to change, [`preview`], which shows in a browser what members of a server will see,
//! [`config`], which alone reads the environment, and [`cli`], where the program begins.

pub mod answer;
pub mod app;
pub mod check;
pub mod cli;
pub mod command;
pub mod config;
pub mod diagnostic;
pub mod gaps;
pub mod golden;
pub mod knowledge;
pub mod ledger;
pub mod library;
pub mod logging;
pub mod matcher;
pub mod meaning;
pub mod message;
pub mod preview;
pub mod remedy;
pub mod render;
pub mod request;
pub mod review;
pub mod suggestion;
pub mod transport;
pub mod watch;
pub mod why;
pub mod wording;
