//! `casebook serve` once everything is checked: the runtime, the signals, and the gateway between them.

use std::sync::Arc;

use anyhow::Context as _;

use super::gateway;
use super::sessions::Sessions;
use crate::app::App;
use crate::config;

/// Answers in Discord until SIGTERM or SIGINT comes.
///
/// `sessions` is the one whose layer listens to the log.
///
/// # Errors
/// When the connection cannot be made, or ends for good. The message fits on one line and holds no secret.
pub fn run(app: Arc<App>, discord: &config::Discord, sessions: &Arc<Sessions>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the system gives no threads to run on")?;
    let outcome = runtime.block_on(async {
        let stop = stop_asked().context("the system does not let signals be caught")?;
        gateway::run(app, discord, sessions, stop).await
    });
    // After some closes serenity spins without ever yielding, so waiting for its tasks could last for ever.
    runtime.shutdown_background();
    outcome
}

/// Resolves when the process is asked to stop. The signals are caught from the call on, not from the first poll.
#[cfg(unix)]
pub(crate) fn stop_asked() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Resolves when the process is asked to stop.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of unix, where catching can fail")]
pub(crate) fn stop_asked() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a way to hear Ctrl+C there is nothing to wait for: the process ends when the system ends it.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
