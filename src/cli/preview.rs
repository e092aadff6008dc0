//! `casebook preview`: what members of a server will see, in a browser on this machine.

use std::io::Write as _;
use std::net::SocketAddr;

use clap::Args;

use super::Base;
use crate::preview;

/// The arguments of `casebook preview`.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    base: Base,
    /// Where the page is served; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:4711")]
    listen: SocketAddr,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

/// Runs `casebook preview` until it is asked to stop.
///
/// # Errors
/// When the folder cannot be watched, or the address cannot be listened on.
pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    if !options.listen.ip().is_loopback() {
        let warning = "whoever reaches this address can read the fact base, faults and golden questions included";
        writeln!(anstream::stderr(), "casebook: {warning}")?;
    }
    preview::run(options.base.folder()?, options.listen, |address| {
        writeln!(anstream::stdout(), "{address} shows what members will see; Ctrl-C ends")?;
        if options.open
            && let Err(error) = open::that_detached(address)
        {
            writeln!(anstream::stderr(), "casebook: no browser can be opened ({error}); open the address yourself")?;
        }
        Ok(())
    })
}
