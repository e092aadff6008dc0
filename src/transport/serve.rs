//! `casebook serve` once everything is checked: the runtime, the signals, who listens, and the transport between them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio_util::sync::CancellationToken;

use super::health::{self, Health};
use super::metrics::Metrics;
use super::observed::Observed;
use super::sessions::Sessions;
use super::{endpoint, gateway, http, reload};
use crate::config::{self, Transport};
use crate::ledger::Ledger;
use crate::library::{Keeper, Library};

/// How often unanswered questions are written down: so much of them is lost when the process is killed.
const WRITE: Duration = Duration::from_secs(60);

/// What is served, and where.
pub struct Service {
    /// What the bot needs to be on Discord.
    pub discord: config::Discord,
    /// How interactions come in.
    pub transport: Transport,
    /// Where is listened, for interactions or for those who ask after the bot's health.
    pub listen: Option<SocketAddr>,
    /// What is answered from.
    pub library: Arc<Library>,
    /// Who looks after its files.
    pub keeper: Keeper,
    /// Where unanswered questions are kept, if they are.
    pub ledger: Option<Arc<Ledger>>,
    /// The one whose layer listens to the log.
    pub sessions: Arc<Sessions>,
}

/// Answers in Discord until SIGTERM or SIGINT comes.
///
/// # Errors
/// When the connection cannot be made, or ends for good. The message fits on one line and holds no secret.
pub fn run(service: Service) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the system gives no threads to run on")?;
    let ledger = service.ledger.clone();
    let outcome = runtime.block_on(service.serve());
    if let Some(ledger) = ledger {
        ledger.write();
    }
    // After some closes serenity spins without ever yielding, so waiting for its tasks could last for ever.
    runtime.shutdown_background();
    outcome
}

impl Service {
    async fn serve(self) -> anyhow::Result<()> {
        let signal = stop_asked().context("the system does not let signals be caught")?;
        let stop = CancellationToken::new();
        let listener = match self.listen {
            Some(address) => Some(http::listen(address).await?),
            None => None,
        };
        let metrics = Arc::new(Metrics::default());
        tokio::spawn(reload::run(self.keeper, Arc::clone(&metrics)));
        tokio::spawn(write_now_and_then(self.ledger.clone()));
        let health = Health {
            library: Arc::clone(&self.library),
            metrics: Arc::clone(&metrics),
            sessions: None,
            stop: stop.clone(),
        };
        let answers = Observed { library: self.library, metrics: Arc::clone(&metrics), ledger: self.ledger };
        let answers = Arc::new(answers);
        let signal = async {
            signal.await;
            stop.cancel();
        };
        match (self.transport, listener) {
            (Transport::Http(key), Some(listener)) => {
                let served = (listener, health::routes(health));
                endpoint::run(answers, key, &self.discord, served, &metrics, signal).await
            }
            (_, listener) => {
                let ended = CancellationToken::new();
                if let Some(listener) = listener {
                    let health = Health { sessions: Some(Arc::clone(&self.sessions)), ..health };
                    tokio::spawn(http::serve(listener, health::routes(health), ended.clone()));
                }
                let outcome = gateway::run(answers, &self.discord, &self.sessions, &metrics, signal).await;
                ended.cancel();
                outcome
            }
        }
    }
}

/// Writes the ledger, if there is one, until it is dropped.
async fn write_now_and_then(ledger: Option<Arc<Ledger>>) {
    while let Some(ledger) = &ledger {
        tokio::time::sleep(WRITE).await;
        let ledger = Arc::clone(ledger);
        if tokio::task::spawn_blocking(move || ledger.write()).await.is_err() {
            tracing::error!("a fault while the ledger of gaps was written");
        }
    }
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
