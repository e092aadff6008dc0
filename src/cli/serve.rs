//! `casebook serve`: checks everything first, then answers in Discord until it is told to stop.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::config::{Config, DEFAULT_FILE, Discord, Token, log_setting};
use crate::logging;
use crate::transport::serve;
use crate::transport::sessions::Sessions;

/// The arguments of `casebook serve`.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The configuration file
    #[arg(long, value_name = "FILE", default_value = DEFAULT_FILE)]
    config: PathBuf,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let Config { knowledge, api_url, guild, cooldown, servers } = Config::read(&options.config)?;
    let token = Token::from_environment()?;
    let app = super::Base { knowledge: Some(knowledge) }.open()?;
    let limits = servers.limits(app.knowledge().collections())?;
    let app = app.with_servers(&limits);
    let discord = Discord { api_url, guild, cooldown, servers, token };
    let sessions = Arc::new(Sessions::default());
    logging::start(log_setting().as_deref(), sessions.layer());
    serve::run(Arc::new(app), &discord, &sessions)
}
