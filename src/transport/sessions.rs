//! Whether Discord keeps a session with the bot, as far as it can be known.
//!
//! serenity 0.12 tells its caller only of the closes 4004, 4013 and 4014. After 4003, 4010 and 4011 it neither ends nor
//! reconnects, and after a close that comes before READY it identifies again for ever, although Discord resets the token of
//! a bot that identifies more than 1,000 times a day. Both are said in its log and nowhere else, so [`Sessions::layer`]
//! listens there. What to do about it is left to the gateway.

use std::fmt::{self, Write as _};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serenity::gateway::{ConnectionStage, ShardManager};
use serenity::model::id::ShardId;
use tokio::sync::watch;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, Layer};
use tracing_subscriber::registry::LookupSpan;

/// Fresh sessions asked for in a row by one shard, none of which came to READY, after which no further one is asked for. serenity waits
/// at least 5 s between two, so a run stops after about a minute and a hundredth of what a day allows.
const MOST_RESTARTS: u32 = 10;

/// The part of serenity that says what is listened for.
const TARGET: &str = "serenity::gateway::bridge";

/// How serenity names the closes that it does not hand on, and what they mean.
const FINAL: &[(&str, &str)] = &[
    ("Gateway(NoAuthentication)", "Discord says that the bot did not log in (close 4003)"),
    ("Gateway(InvalidShardData)", "Discord refused the shard number (close 4010)"),
    ("Gateway(OverloadedShard)", "Discord asks for more shards: start the bot again (close 4011)"),
];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Starting,
    Begun,
    Over(&'static str),
}

/// What is known of the sessions of one process. It is shared between the log and the gateway.
#[derive(Debug, Default)]
pub struct Sessions {
    restarts: AtomicU32,
    state: watch::Sender<State>,
    shards: OnceLock<Shards>,
}

/// The shards of this process, and who runs them.
#[derive(Debug)]
struct Shards {
    manager: Arc<ShardManager>,
    own: RangeInclusive<u32>,
}

/// What is known of a shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    /// Its number, from 0.
    pub(crate) number: u32,
    /// Whether it has a session. It loses that when a heartbeat is not acknowledged by the time of the next.
    pub(crate) connected: bool,
    /// How long the last heartbeat took to be acknowledged; none before the first.
    pub(crate) latency: Option<Duration>,
}

impl Sessions {
    /// The layer that hears what serenity says only in its log. It writes nothing.
    pub fn layer<S: Subscriber + for<'a> LookupSpan<'a>>(self: &Arc<Self>) -> impl Layer<S> + Send + Sync + use<S> {
        let heard = Targets::new().with_target(TARGET, LevelFilter::INFO);
        Listener(Arc::clone(self)).with_filter(heard)
    }

    /// Notes which shards this process runs, and who does it. It counts once.
    pub(crate) fn run_by(&self, manager: Arc<ShardManager>, own: RangeInclusive<u32>) {
        // A process connects once.
        let _ = self.shards.set(Shards { manager, own });
    }

    /// The shards of this process; none before it connects.
    pub(crate) async fn shards(&self) -> Vec<Shard> {
        let Some(Shards { manager, own }) = self.shards.get() else { return Vec::new() };
        let runners = manager.runners.lock().await;
        let shard = |number| {
            let runner = runners.get(&ShardId(number));
            let connected = runner.is_some_and(|runner| runner.stage == ConnectionStage::Connected);
            Shard { number, connected, latency: runner.and_then(|runner| runner.latency) }
        };
        own.clone().map(shard).collect()
    }

    /// Notes that Discord accepted a session, or took one up again.
    pub(crate) fn begin(&self) {
        self.restarts.store(0, Ordering::Relaxed);
        self.change(State::Begun);
    }

    /// Waits until no session can be had any more, and says why in one line.
    pub(crate) async fn over(&self) -> &'static str {
        self.wait(|state| if let State::Over(reason) = state { Some(reason) } else { None }).await
    }

    /// Ends after `limit` if no session has begun by then; otherwise never.
    pub(crate) async fn late(&self, limit: Duration) {
        let begun = self.wait(|state| (state != State::Starting).then_some(()));
        if tokio::time::timeout(limit, begun).await.is_ok() {
            std::future::pending::<()>().await;
        }
    }

    async fn wait<T>(&self, pick: impl Fn(State) -> Option<T>) -> T {
        let mut watched = self.state.subscribe();
        loop {
            let picked = pick(*watched.borrow_and_update());
            if let Some(found) = picked {
                return found;
            }
            // The sender lives as long as `self`, so there is always a next change.
            if watched.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    fn hear(&self, message: &str) {
        if let Some((_, reason)) = FINAL.iter().find(|(name, _)| message.contains(name)) {
            self.change(State::Over(reason));
        } else if message.starts_with("Restarting shard")
            && self.restarts.fetch_add(1, Ordering::Relaxed) + 1 >= self.most_restarts()
        {
            self.change(State::Over("Discord ended every session before it began; try again later"));
        }
    }

    /// All shards may have to begin anew at once, as after an outage.
    fn most_restarts(&self) -> u32 {
        let shards = self.shards.get().map_or(1, |Shards { own, .. }| own.end() - own.start() + 1);
        MOST_RESTARTS.saturating_mul(shards)
    }

    /// What is over stays over.
    fn change(&self, new: State) {
        self.state.send_if_modified(|state| {
            let changes = !matches!(state, State::Over(_)) && *state != new;
            if changes {
                *state = new;
            }
            changes
        });
    }
}

struct Listener(Arc<Sessions>);

impl<S: Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut message = Message::default();
        event.record(&mut message);
        self.0.hear(&message.0);
    }
}

#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing_subscriber::layer::SubscriberExt as _;

    fn state_after(speak: impl FnOnce(&Sessions)) -> State {
        let sessions = Arc::new(Sessions::default());
        let subscriber = tracing_subscriber::registry().with(sessions.layer());
        tracing::subscriber::with_default(subscriber, || speak(&sessions));
        *sessions.state.borrow()
    }

    fn restart(times: u32) {
        for _ in 0..times {
            tracing::info!(target: "serenity::gateway::bridge::shard_manager", "Restarting shard {}", 0);
        }
    }

    #[test]
    fn a_close_that_serenity_keeps_to_itself_ends_the_session() {
        for (name, reason) in FINAL {
            let state = state_after(|_| {
                tracing::error!(
                    target: "serenity::gateway::bridge::shard_runner",
                    "Shard handler received err: {}",
                    name
                );
            });
            assert_eq!(state, State::Over(reason));
        }
    }

    #[test]
    fn restarts_in_a_row_end_the_session() {
        assert_eq!(state_after(|_| restart(MOST_RESTARTS - 1)), State::Starting);
        assert!(matches!(state_after(|_| restart(MOST_RESTARTS)), State::Over(_)));
    }

    #[test]
    fn a_session_that_begins_forgives_earlier_restarts() {
        let state = state_after(|sessions| {
            restart(MOST_RESTARTS - 1);
            sessions.begin();
            restart(MOST_RESTARTS - 1);
        });
        assert_eq!(state, State::Begun);
    }

    #[test]
    fn what_is_over_stays_over() {
        let state = state_after(|sessions| {
            restart(MOST_RESTARTS);
            sessions.begin();
        });
        assert!(matches!(state, State::Over(_)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_first_session_that_does_not_begin_is_late() {
        let sessions = Sessions::default();
        sessions.late(Duration::from_secs(30)).await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_session_that_has_begun_is_never_late() {
        let sessions = Sessions::default();
        sessions.begin();
        let late = sessions.late(Duration::from_secs(30));
        assert!(tokio::time::timeout(Duration::from_secs(3600), late).await.is_err());
    }

    #[test]
    fn others_are_not_listened_to() {
        let state = state_after(|_| tracing::error!(target: "casebook", "Gateway(OverloadedShard)"));
        assert_eq!(state, State::Starting);
    }
}
