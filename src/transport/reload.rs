//! When the files of the fact base are looked at: every few seconds, and on SIGHUP.
//!
//! What a look comes to is decided in [`crate::library`]. Files are compared by what is in them: what the system tells of
//! changes (`notify`) is silent on network mounts and in containers' volumes, and loses a folder that is replaced whole.

#[cfg(unix)]
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::metrics::Metrics;
use crate::library::{Keeper, Look};

/// How often files are looked at. New facts are promised within 5 s.
const EVERY: Duration = Duration::from_secs(2);
/// How long after a change is looked whether it has ended.
const QUIET: Duration = Duration::from_millis(300);
/// A look that takes long comes the less often: it may take one part in so many of a processor's time.
const SHARE: u32 = 20;

/// Looks at the files until it is dropped.
pub(super) async fn run(mut keeper: Keeper, metrics: Arc<Metrics>) {
    let mut asked = Asked::listen();
    let mut wait = EVERY;
    loop {
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = asked.next() => keeper.forget(),
        }
        let begun = Instant::now();
        let looked = tokio::task::spawn_blocking(move || {
            let look = keeper.look(SystemTime::now());
            (keeper, look)
        });
        let Ok((back, look)) = looked.await else {
            tracing::error!("a fault while the fact base was loaded: it will not be looked at again");
            return;
        };
        keeper = back;
        if look == Look::Refused {
            metrics.reload_failed();
        }
        wait = if look == Look::Changing { QUIET } else { EVERY.max(begun.elapsed() * SHARE) };
    }
}

/// Hears SIGHUP, where there is such a thing. On a terminal it means that the terminal is gone, and ends the bot.
#[cfg(unix)]
struct Asked(Option<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl Asked {
    fn listen() -> Self {
        if std::io::stderr().is_terminal() {
            return Self(None);
        }
        let signal = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup());
        Self(signal.inspect_err(|error| tracing::warn!(%error, "SIGHUP is not heard")).ok())
    }

    async fn next(&mut self) {
        let heard = match &mut self.0 {
            Some(signal) => signal.recv().await,
            None => None,
        };
        if heard.is_none() {
            std::future::pending::<()>().await;
        }
    }
}

/// Hears SIGHUP, where there is such a thing.
#[cfg(not(unix))]
struct Asked;

#[cfg(not(unix))]
impl Asked {
    fn listen() -> Self {
        Self
    }

    async fn next(&mut self) {
        std::future::pending().await
    }
}
