//! The edges: how requests come in and answers go out. Each transport decodes, asks [`App`], and encodes.

use crate::answer::Answer;
use crate::app::App;
use crate::command::Choice;
use crate::request::{Context, Request, UserError};

pub mod console;
mod cooldown;
mod delivery;
mod desk;
pub mod discord;
pub mod endpoint;
pub mod gateway;
pub mod health;
mod http;
pub mod metrics;
mod observed;
mod pictures;
mod press;
mod register;
mod reload;
mod rest;
pub mod serve;
pub mod sessions;

pub(crate) use register::{locales, registered};

/// What Discord's transports ask of the core. [`App`] is the one implementation outside tests, which need one that fails.
pub trait Answers: Send + Sync + 'static {
    /// Answers a request.
    ///
    /// # Errors
    /// What the user has to do differently.
    fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError>;

    /// Completes the half-typed text of an option with at most so many entries; the likeliest first.
    fn complete(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice>;
}

impl Answers for App {
    fn respond(&self, context: &Context, request: &Request) -> Result<Answer, UserError> {
        Self::respond(self, context, request)
    }

    fn complete(&self, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice> {
        Self::complete(self, context, request, option, most)
    }
}
