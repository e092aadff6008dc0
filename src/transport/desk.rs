//! Where interactions are answered: by whom, for whom, and how the bot behaves in each server.
//!
//! Owns what every response needs; which response an interaction gets is decided in `discord`, and for a press in `press`.

use std::sync::Arc;

use serenity::builder::{CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::model::application::{CommandInteraction, ComponentInteraction, Interaction};

use super::Answers;
use super::cooldown::Cooldowns;
use crate::config::{self, Cooldown, Servers, Settings};
use crate::message::Message;
use crate::render::embed;
use crate::render::page::screen;
use crate::render::picture::Picture;
use crate::request::{Context, LANGUAGE, Request, ServerId, UserError, View};
use crate::wording::Wording;

/// Where interactions are answered: by whom, and how the bot behaves in each server.
pub struct Desk<A> {
    pub(super) app: Arc<A>,
    pub(super) servers: Servers,
    pub(super) cooldowns: Cooldowns,
}

impl<A: Answers> Desk<A> {
    /// Answers with a core, and behaves as is set.
    pub fn new(app: Arc<A>, settings: &config::Discord) -> Self {
        Self { app, servers: settings.servers.clone(), cooldowns: Cooldowns::new(settings.cooldown) }
    }

    /// Answers with a core, and behaves as it does where nothing is set, but lets nobody wait.
    pub fn without_settings(app: Arc<A>) -> Self {
        Self { app, servers: Servers::default(), cooldowns: Cooldowns::new(Cooldown::NONE) }
    }

    /// The one who is answered: in the language that is set; else a private answer in that of the reader, and one that all
    /// see in that of the server.
    pub(super) fn context(&self, origin: &Origin<'_>, private: bool) -> Context {
        let told = if private { origin.locale } else { origin.server_locale.unwrap_or(origin.locale) };
        let set = self.settings(origin).language;
        Context::of_language(set.unwrap_or(told)).in_server(origin.server)
    }

    /// How the bot behaves there.
    pub(super) fn settings(&self, origin: &Origin<'_>) -> Settings {
        self.servers.settings(origin.server)
    }

    /// The message with one view of the answer, for one reader or for all, and the picture in it. Its buttons ask in the same
    /// language.
    pub(super) fn show(
        &self,
        context: &Context,
        request: &Request,
        view: View,
        private: bool,
    ) -> Result<(CreateInteractionResponseMessage, Option<Picture>), UserError> {
        let context = context.answered_as(request);
        let language = Wording::of(&context.language).language().to_string();
        let request = request.clone().with(LANGUAGE, language);
        let answer = self.app.respond(&context, &request)?;
        Ok((embed::message(&screen(&answer, view, private)), Picture::on(&answer, view)))
    }
}

/// A response, and the picture that goes with its message.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The response, which is whole without the picture.
    pub response: CreateInteractionResponse,
    /// The picture, not drawn yet.
    pub picture: Option<Picture>,
}

impl From<CreateInteractionResponse> for Reply {
    fn from(response: CreateInteractionResponse) -> Self {
        Self { response, picture: None }
    }
}

/// Where an interaction comes from, and which languages Discord tells of there.
pub(super) struct Origin<'i> {
    /// That of the reader; empty where none is told.
    locale: &'i str,
    server_locale: Option<&'i str>,
    server: Option<ServerId>,
}

impl<'i> Origin<'i> {
    pub(super) fn of(interaction: &'i Interaction) -> Self {
        match interaction {
            Interaction::Command(command) | Interaction::Autocomplete(command) => Self::of_command(command),
            Interaction::Component(component) => Self::of_component(component),
            _ => Self { locale: "", server_locale: None, server: None },
        }
    }

    pub(super) fn of_command(command: &'i CommandInteraction) -> Self {
        let CommandInteraction { locale, guild_locale, guild_id, .. } = command;
        Self { locale, server_locale: guild_locale.as_deref(), server: guild_id.map(Into::into) }
    }

    pub(super) fn of_component(component: &'i ComponentInteraction) -> Self {
        let ComponentInteraction { locale, guild_locale, guild_id, .. } = component;
        Self { locale, server_locale: guild_locale.as_deref(), server: guild_id.map(Into::into) }
    }
}

/// What the user has to do differently, for that user alone.
pub(super) fn refusal(context: &Context, error: &UserError) -> CreateInteractionResponse {
    private_notice(context, &error.0)
}

pub(super) fn private_notice(context: &Context, message: &Message) -> CreateInteractionResponse {
    CreateInteractionResponse::Message(embed::notice(&Wording::of(&context.language).message(message)))
}
