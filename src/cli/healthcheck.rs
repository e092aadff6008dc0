//! `casebook healthcheck`: asks the bot that serves on this machine how it is, without a shell or another program.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use crate::config::{Config, DEFAULT_FILE};
use crate::transport::health::probe;

/// The arguments of `casebook healthcheck`.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The configuration file of the bot
    #[arg(long, value_name = "FILE", default_value = DEFAULT_FILE)]
    config: PathBuf,
}

/// Runs `casebook healthcheck`.
///
/// # Errors
/// When the bot is not well, or cannot be asked.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let listen = Config::read(&options.config)?.listen;
    probe(listen.context("the bot listens nowhere: set `listen` under `[http]`")?)
}
