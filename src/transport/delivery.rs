//! How the answer to an interaction reaches the one who asked: at once, or later in the place of a deferral.
//!
//! It owns the time that an answer may take, the threads on which answers are made, and the count of what is under way.
//! What the answer is stands in `discord`, how a call is made in `rest`.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::{Duration, SystemTime};

use anyhow::anyhow;
use serenity::builder::CreateInteractionResponse;
use serenity::model::application::Interaction;
use tokio::runtime::Handle;
use tokio::sync::oneshot::{self, Receiver, Sender};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until, timeout, timeout_at};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::Answers;
use super::discord::{self, Desk};
use super::metrics::Metrics;
use super::rest::{Rest, RestError, written};

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
    metrics: Arc<Metrics>,
    runtime: Handle,
    room: Arc<Semaphore>,
    underway: TaskTracker,
    stopped: CancellationToken,
}

impl<A: Answers> Delivery<A> {
    /// Answers on the runtime of the caller, whoever hands the interactions in.
    pub(super) fn new(desk: Desk<A>, rest: Rest, metrics: Arc<Metrics>) -> Self {
        let room = available_parallelism().map_or(1, NonZeroUsize::get) * PER_PROCESSOR;
        let (underway, stopped) = (TaskTracker::new(), CancellationToken::new());
        Self {
            desk: Arc::new(desk),
            rest,
            metrics,
            runtime: Handle::current(),
            room: Arc::new(Semaphore::new(room)),
            underway,
            stopped,
        }
    }

    /// Answers an interaction in calls to Discord; it is under way from this call on.
    pub(super) fn answer(self: &Arc<Self>, interaction: Interaction) {
        self.start(interaction, Way::Call, None);
    }

    /// Answers an interaction; the first response is the body of an HTTP response, which is received here. `underway` is held
    /// until nothing more is to be said.
    pub(super) fn answer_here(
        self: &Arc<Self>,
        interaction: Interaction,
        underway: OwnedSemaphorePermit,
    ) -> Receiver<Vec<u8>> {
        let (body, first) = oneshot::channel();
        self.start(interaction, Way::Body(Some(body)), Some(underway));
        first
    }

    fn start(self: &Arc<Self>, interaction: Interaction, way: Way, underway: Option<OwnedSemaphorePermit>) {
        let asked = Asked { interaction: Arc::new(interaction), received: Instant::now(), way };
        self.metrics.received(asked.interaction.id().get(), SystemTime::now());
        let delivery = Arc::clone(self);
        let deliver = async move {
            delivery.deliver(asked).await;
            drop(underway);
        };
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

    async fn deliver(&self, mut asked: Asked) {
        let (interaction, received) = (Arc::clone(&asked.interaction), asked.received);
        let mut reply = std::pin::pin!(self.reply(&interaction));
        if let Ok(reply) = timeout_at(received + AT_ONCE, &mut reply).await {
            return self.hand_over(&mut asked, Promise::None, &reply).await;
        }
        let Some(deferral) = self.desk.deferral(&interaction) else {
            let reply = tokio::select! {
                reply = reply => reply,
                () = sleep_until(received + FIRST_RESPONSE) => self.desk.apology(&interaction),
            };
            return self.hand_over(&mut asked, Promise::None, &reply).await;
        };
        if let Err(error) = self.respond(&mut asked, &deferral).await {
            return self.report(&interaction, Err(error));
        }
        let promise = match deferral {
            CreateInteractionResponse::Acknowledge => Promise::Change,
            _ => Promise::Message,
        };
        self.hand_over(&mut asked, promise, &reply.await).await;
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
    async fn hand_over(&self, asked: &mut Asked, promise: Promise, reply: &CreateInteractionResponse) {
        let interaction = Arc::clone(&asked.interaction);
        let mut sent = self.send(asked, promise, reply).await;
        if let Err(error) = &sent
            && error.blames_the_body()
        {
            tracing::error!(name = discord::name(&interaction), error = %error, "Discord does not take the answer");
            sent = self.send(asked, promise, &self.desk.apology(&interaction)).await;
        }
        self.report(&interaction, sent);
    }

    async fn send(
        &self,
        asked: &mut Asked,
        promise: Promise,
        reply: &CreateInteractionResponse,
    ) -> Result<(), RestError> {
        use CreateInteractionResponse::{Acknowledge, Message, UpdateMessage};
        match (promise, reply) {
            // What is acknowledged and changed by nothing is to be deleted.
            (Promise::None, Acknowledge) => {
                self.respond(asked, reply).await?;
                self.rest.delete(&asked.interaction).await
            }
            (Promise::Change, Acknowledge) => self.rest.delete(&asked.interaction).await,
            // The message that was to change stays: what is said is for the one who pressed.
            (Promise::Change, Message(message)) => self.rest.follow_up(&asked.interaction, message).await,
            (Promise::Change | Promise::Message, Message(message) | UpdateMessage(message)) => {
                self.rest.edit(&asked.interaction, message).await
            }
            (Promise::None, _) => self.respond(asked, reply).await,
            _ => Err(RestError::Unwritable("no message to put in the place of a deferral".to_owned())),
        }
    }

    /// Gives the first response.
    async fn respond(&self, asked: &mut Asked, response: &CreateInteractionResponse) -> Result<(), RestError> {
        match &mut asked.way {
            Way::Call => self.rest.respond(&asked.interaction, response, left(asked.received)).await,
            Way::Body(body) => {
                let response = written(response)?;
                body.take().and_then(|body| body.send(response).ok()).ok_or(RestError::Closed)
            }
        }
    }

    fn report(&self, interaction: &Interaction, sent: Result<(), RestError>) {
        let name = discord::name(interaction);
        match sent {
            Ok(()) => tracing::debug!(name, "answered"),
            Err(error) => {
                self.metrics.lost();
                tracing::warn!(name, error = %format_args!("{:#}", anyhow!(error)), "an answer was not delivered");
            }
        }
    }
}

/// An interaction that is being answered.
struct Asked {
    interaction: Arc<Interaction>,
    received: Instant,
    way: Way,
}

/// Where the first response goes.
enum Way {
    /// Into a call to Discord.
    Call,
    /// Into the body of an HTTP response, once.
    Body(Option<Sender<Vec<u8>>>),
}

/// What the first response to an interaction promised.
#[derive(Clone, Copy)]
enum Promise {
    /// There was none yet.
    None,
    /// A new message.
    Message,
    /// A change to the message of the component.
    Change,
}

/// What is left of the time for the first response.
fn left(received: Instant) -> Duration {
    FIRST_RESPONSE.saturating_sub(received.elapsed())
}
