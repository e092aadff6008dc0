//! How the answer to an interaction reaches the one who asked: at once, or later in the place of a deferral.
//!
//! It owns the time that an answer may take, the threads on which answers are made, and the count of what is under way.
//! What the answer is stands in `discord`, how a call is made in `rest`.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use anyhow::anyhow;
use serenity::builder::CreateInteractionResponse;
use serenity::model::application::Interaction;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until, timeout, timeout_at};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::Answers;
use super::discord::{self, Desk};
use super::rest::{Rest, RestError};

/// An answer that is not there by then is deferred.
const AT_ONCE: Duration = Duration::from_millis(1500);
/// When the first response has to be on its way: Discord accepts none later than 3 s after the interaction.
/// Source: <https://docs.discord.com/developers/interactions/receiving-and-responding>, "Interaction Callback".
const FIRST_RESPONSE: Duration = Duration::from_millis(2500);
/// How long a stop waits for answers under way.
const FINISH: Duration = Duration::from_millis(1700);
/// How long it then takes to say that there will be no answer.
const EXCUSE: Duration = Duration::from_millis(700);
/// Answers made at the same time for each processor: one that takes long leaves room for others.
const PER_PROCESSOR: usize = 4;

/// Answers interactions and keeps count of them.
pub(super) struct Delivery<A> {
    desk: Arc<Desk<A>>,
    rest: Rest,
    runtime: Handle,
    room: Arc<Semaphore>,
    underway: TaskTracker,
    stopped: CancellationToken,
}

impl<A: Answers> Delivery<A> {
    /// Answers on the runtime of the caller, whoever hands the interactions in.
    pub(super) fn new(desk: Desk<A>, rest: Rest) -> Self {
        let room = available_parallelism().map_or(1, NonZeroUsize::get) * PER_PROCESSOR;
        let (underway, stopped) = (TaskTracker::new(), CancellationToken::new());
        Self {
            desk: Arc::new(desk),
            rest,
            runtime: Handle::current(),
            room: Arc::new(Semaphore::new(room)),
            underway,
            stopped,
        }
    }

    /// Answers an interaction; it is under way from this call on.
    pub(super) fn answer(self: &Arc<Self>, interaction: Interaction) {
        let (delivery, received) = (Arc::clone(self), Instant::now());
        let deliver = async move { delivery.deliver(Arc::new(interaction), received).await };
        self.underway.spawn_on(deliver, &self.runtime);
    }

    /// Waits until everything under way is delivered. What takes too long ends in an excuse.
    pub(super) async fn finish(&self) {
        self.underway.close();
        if timeout(FINISH, self.underway.wait()).await.is_ok() {
            return;
        }
        tracing::warn!(answers = self.underway.len(), "stopping before these are answered");
        self.stopped.cancel();
        if timeout(EXCUSE, self.underway.wait()).await.is_err() {
            tracing::warn!(answers = self.underway.len(), "stopping before these were told so");
        }
    }

    async fn deliver(&self, interaction: Arc<Interaction>, received: Instant) {
        let mut reply = std::pin::pin!(self.reply(&interaction));
        if let Ok(reply) = timeout_at(received + AT_ONCE, &mut reply).await {
            return self.hand_over(&interaction, Promise::None { received }, &reply).await;
        }
        let Some(deferral) = self.desk.deferral(&interaction) else {
            let reply = tokio::select! {
                reply = reply => reply,
                () = sleep_until(received + FIRST_RESPONSE) => self.desk.apology(&interaction),
            };
            return self.hand_over(&interaction, Promise::None { received }, &reply).await;
        };
        if let Err(error) = self.rest.respond(&interaction, &deferral, left(received)).await {
            return report(&interaction, Err(error));
        }
        let promise = match deferral {
            CreateInteractionResponse::Acknowledge => Promise::Change,
            _ => Promise::Message,
        };
        self.hand_over(&interaction, promise, &reply.await).await;
    }

    /// The answer, or what is said in its place when the bot stops first.
    async fn reply(&self, interaction: &Arc<Interaction>) -> CreateInteractionResponse {
        tokio::select! {
            biased;
            reply = self.compose(interaction) => reply,
            () = self.stopped.cancelled() => self.desk.interruption(interaction),
        }
    }

    /// Makes the answer on a thread of its own, so that the heartbeat never waits for it.
    async fn compose(&self, interaction: &Arc<Interaction>) -> CreateInteractionResponse {
        let room = Arc::clone(&self.room).acquire_owned().await;
        let (desk, asked) = (Arc::clone(&self.desk), Arc::clone(interaction));
        let reply = tokio::task::spawn_blocking(move || {
            let reply = desk.reply(&asked);
            drop(room);
            reply
        });
        reply.await.unwrap_or_else(|_| self.desk.apology(interaction))
    }

    /// Sends an answer; an apology when Discord does not take it.
    async fn hand_over(&self, interaction: &Interaction, promise: Promise, reply: &CreateInteractionResponse) {
        let mut sent = self.send(interaction, promise, reply).await;
        if let Err(error) = &sent
            && error.blames_the_body()
        {
            tracing::error!(name = discord::name(interaction), error = %error, "Discord does not take the answer");
            sent = self.send(interaction, promise, &self.desk.apology(interaction)).await;
        }
        report(interaction, sent);
    }

    async fn send(
        &self,
        interaction: &Interaction,
        promise: Promise,
        reply: &CreateInteractionResponse,
    ) -> Result<(), RestError> {
        use CreateInteractionResponse::{Acknowledge, Message, UpdateMessage};
        match (promise, reply) {
            // What is acknowledged and changed by nothing is to be deleted.
            (Promise::None { received }, Acknowledge) => {
                self.rest.respond(interaction, reply, left(received)).await?;
                self.rest.delete(interaction).await
            }
            (Promise::Change, Acknowledge) => self.rest.delete(interaction).await,
            // The message that was to change stays: what is said is for the one who pressed.
            (Promise::Change, Message(message)) => self.rest.follow_up(interaction, message).await,
            (Promise::Change | Promise::Message, Message(message) | UpdateMessage(message)) => {
                self.rest.edit(interaction, message).await
            }
            (Promise::None { received }, _) => self.rest.respond(interaction, reply, left(received)).await,
            _ => Err(RestError::Unwritable("no message to put in the place of a deferral".to_owned())),
        }
    }
}

/// What the first response to an interaction promised.
#[derive(Clone, Copy)]
enum Promise {
    /// There was none yet.
    None {
        /// When the interaction came.
        received: Instant,
    },
    /// A new message.
    Message,
    /// A change to the message of the component.
    Change,
}

/// What is left of the time for the first response.
fn left(received: Instant) -> Duration {
    FIRST_RESPONSE.saturating_sub(received.elapsed())
}

fn report(interaction: &Interaction, sent: Result<(), RestError>) {
    let name = discord::name(interaction);
    match sent {
        Ok(()) => tracing::debug!(name, "answered"),
        Err(error) => {
            tracing::warn!(name, error = %format_args!("{:#}", anyhow!(error)), "an answer was not delivered");
        }
    }
}
