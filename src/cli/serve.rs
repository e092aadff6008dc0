//! `casebook serve`: checks everything first, then answers in Discord until it is told to stop.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use clap::Args;

use crate::config::{Config, DEFAULT_FILE, Discord, Token, log_settings, process_number};
use crate::knowledge::digest;
use crate::ledger::Ledger;
use crate::library::{Keeper, Library};
use crate::logging;
use crate::transport::serve::{self, Service};
use crate::transport::sessions::Sessions;

/// The arguments of `casebook serve`.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The configuration file
    #[arg(long, value_name = "FILE", default_value = DEFAULT_FILE)]
    config: PathBuf,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let Config { knowledge, api_url, guild, cooldown, servers, shards, transport, listen, gaps } =
        Config::read(&options.config)?;
    let shards = shards.map(|shards| shards.of_process(process_number()?)).transpose()?;
    let (token, log) = (Token::from_environment()?, log_settings()?);
    // Before they are loaded: what changes meanwhile is found by the first look.
    let settled = digest(&knowledge);
    let app = super::Base { knowledge: Some(knowledge.clone()) }.open()?;
    let limits = servers.limits(app.knowledge().collections())?;
    let library = Arc::new(Library::new(app.with_servers(&limits), SystemTime::now()));
    let keeper = Keeper::new(Arc::clone(&library), knowledge, servers.clone(), settled);
    let discord = Discord { api_url, guild, cooldown, servers, shards, token };
    let ledger = gaps.map(Ledger::open).transpose()?.map(Arc::new);
    let sessions = Arc::new(Sessions::default());
    logging::start(&log, sessions.layer());
    serve::run(Service { discord, transport, listen, library, keeper, ledger, sessions })
}
