//! Discord's interactions as requests, and answers as first responses.
//!
//! It owns what is read from an interaction and which kind of response it gets; it neither receives nor sends. What a press
//! leads to stands in `press`. How an answer is cut into pages is left to `render`, how a page becomes a message to
//! `render::embed`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serenity::builder::{CreateAutocompleteResponse, CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::model::application::{
    CommandDataOption, CommandDataOptionValue, CommandInteraction, CommandType, Interaction,
};

use super::Answers;
use super::desk::{Origin, private_notice, refusal};
use super::press::{self, Place};
use crate::message::Message;
use crate::render::embed;
use crate::render::limits;
use crate::request::{PRIVATE, Request, Spec, UserError, Value, View};
use crate::wording::Wording;

pub use super::desk::{Desk, Reply};

impl<A: Answers> Desk<A> {
    /// The answer to an interaction, as a first response. A panic on the way is logged and becomes an apology.
    pub fn reply(&self, interaction: &Interaction) -> Reply {
        if let Some(refusal) = self.cool_down(interaction) {
            return self.notice(interaction, &refusal).into();
        }
        let compose = || match interaction {
            Interaction::Ping(_) => CreateInteractionResponse::Pong.into(),
            Interaction::Command(command) => self.answer_command(command),
            Interaction::Autocomplete(command) => self.complete(command).into(),
            Interaction::Component(component) => press::answer(self, component),
            _ => self.notice(interaction, &Message::NotUnderstood).into(),
        };
        // Nothing that the core could leave half-changed outlives the panic: it answers from what never changes.
        catch_unwind(AssertUnwindSafe(compose)).unwrap_or_else(|_| {
            tracing::error!(interaction = name(interaction), "a panic while answering");
            self.apology(interaction).into()
        })
    }

    /// The response that always fits: one sentence, or no choices where only choices can be sent.
    pub fn apology(&self, interaction: &Interaction) -> CreateInteractionResponse {
        self.say_instead(interaction, &Message::Apology)
    }

    /// The response when the bot is stopped before the answer is there.
    pub fn interruption(&self, interaction: &Interaction) -> CreateInteractionResponse {
        self.say_instead(interaction, &Message::Stopped)
    }

    /// The response that holds the place of an answer that takes longer; nothing where Discord lets no answer come later.
    pub fn deferral(&self, interaction: &Interaction) -> Option<CreateInteractionResponse> {
        let private = match interaction {
            Interaction::Command(command) => self.read_request(command).map_or(true, |request| request.private()),
            Interaction::Component(component) => match press::destination(self, component) {
                Place::Here | Place::Gone => return Some(CreateInteractionResponse::Acknowledge),
                Place::Private => true,
                Place::Public => false,
            },
            _ => return None,
        };
        Some(CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(private)))
    }

    /// What to say where too much is asked. Half-typed options do not count: each letter asks for completions.
    fn cool_down(&self, interaction: &Interaction) -> Option<Message> {
        let (user, channel) = match interaction {
            Interaction::Command(command) => (command.user.id, command.channel_id),
            Interaction::Component(component) => (component.user.id, component.channel_id),
            _ => return None,
        };
        self.cooldowns.refuse(user.get(), channel.get())
    }

    fn say_instead(&self, interaction: &Interaction, message: &Message) -> CreateInteractionResponse {
        match interaction {
            Interaction::Ping(_) => CreateInteractionResponse::Pong,
            Interaction::Autocomplete(_) => CreateInteractionResponse::Autocomplete(CreateAutocompleteResponse::new()),
            _ => self.notice(interaction, message),
        }
    }

    fn notice(&self, interaction: &Interaction, message: &Message) -> CreateInteractionResponse {
        private_notice(&self.context(&Origin::of(interaction), true), message)
    }

    fn answer_command(&self, command: &CommandInteraction) -> Reply {
        let origin = Origin::of_command(command);
        let request = match self.read_request(command) {
            Ok(request) => request,
            Err(error) => return refusal(&self.context(&origin, true), &error).into(),
        };
        let private = request.private();
        match self.show(&self.context(&origin, private), &request, View::Front, private) {
            Ok((message, picture)) => {
                let message = if private { message.ephemeral(true) } else { message };
                Reply { response: CreateInteractionResponse::Message(message), picture }
            }
            Err(error) => refusal(&self.context(&origin, true).answered_as(&request), &error).into(),
        }
    }

    /// The request that a chat command makes with its options, or a message command with the text of its message. Where the
    /// options do not say who is to see the answer, the server's settings do.
    fn read_request(&self, command: &CommandInteraction) -> Result<Request, UserError> {
        if command.data.kind == CommandType::Message {
            let message = command.data.resolved.messages.values().next();
            return match (Spec::in_menu(&command.data.name), message) {
                (Some(spec), Some(message)) => Request::on_message(spec, &message.content),
                _ => Err(Message::NotUnderstood.into()),
            };
        }
        let mut options = read_options(&command.data.options).ok_or_else(|| UserError::from(Message::NotUnderstood))?;
        let said = options.iter().any(|(name, _)| name == PRIVATE);
        if !said && self.servers.settings(command.guild_id.map(Into::into)).private {
            options.push((PRIVATE.to_owned(), true.into()));
        }
        Request::new(&command.data.name, options)
    }

    fn complete(&self, command: &CommandInteraction) -> CreateInteractionResponse {
        let context = self.context(&Origin::of_command(command), true);
        let focused = command.data.autocomplete().map(|option| option.name);
        let request = read_options(&command.data.options)
            .and_then(|options| Request::half_typed(&command.data.name, options).ok());
        let choices = match (focused, request) {
            (Some(option), Some(request)) => self.app.complete(&context, &request, option, limits::CHOICES),
            _ => Vec::new(),
        };
        CreateInteractionResponse::Autocomplete(embed::choices(choices, Wording::of(&context.language)))
    }
}

/// What an interaction is called in the log: the command's name, or the kind; never what was typed.
pub fn name(interaction: &Interaction) -> &str {
    match interaction {
        Interaction::Command(command) | Interaction::Autocomplete(command) => &command.data.name,
        Interaction::Component(_) => "press",
        Interaction::Ping(_) => "ping",
        _ => "other",
    }
}

/// The options as the core knows them; nothing when one is of a kind that no command of ours has.
fn read_options(options: &[CommandDataOption]) -> Option<Vec<(String, Value)>> {
    options.iter().map(|option| Some((option.name.clone(), read_value(&option.value)?))).collect()
}

fn read_value(value: &CommandDataOptionValue) -> Option<Value> {
    match value {
        CommandDataOptionValue::String(text) | CommandDataOptionValue::Autocomplete { value: text, .. } => {
            Some(Value::Text(text.clone()))
        }
        CommandDataOptionValue::Boolean(flag) => Some(Value::Flag(*flag)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use serde_json::{Value as Json, json};
    use tracing_subscriber::fmt::MakeWriter;

    use super::*;
    use crate::answer::Answer;
    use crate::command::Choice;
    use crate::config;
    use crate::request::Context;

    const QUESTION: &str = "a question nobody else may read";

    struct Faulty;

    impl Answers for Faulty {
        fn respond(&self, _: &Context, _: &Request) -> Result<Answer, UserError> {
            panic!("{QUESTION}")
        }

        fn complete(&self, _: &Context, _: &Request, _: &str, _: usize) -> Vec<Choice> {
            panic!("{QUESTION}")
        }
    }

    fn desk() -> Desk<Faulty> {
        Desk::new(Arc::new(Faulty), &config::Discord::at("", config::Token::new("t").unwrap()))
    }

    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Paper {
        type Writer = Self;

        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    fn interaction(kind: u8) -> Interaction {
        let option = json!({"name": "question", "type": 3, "value": QUESTION, "focused": kind == 4});
        serde_json::from_value(json!({
            "id": "1", "application_id": "2", "type": kind, "token": "t", "version": 1, "channel_id": "3", "locale": "en",
            "data": {"id": "4", "name": "actor", "type": 1, "options": [option]}, "entitlements": [],
            "user": {"id": "5", "username": "user"}, "attachment_size_limit": 0,
        }))
        .unwrap()
    }

    /// The response and what was logged meanwhile.
    fn reply_to(kind: u8) -> (Json, String) {
        let paper = Paper::default();
        let log = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(paper.clone()).finish();
        let reply = tracing::subscriber::with_default(log, || desk().reply(&interaction(kind)));
        let log = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
        (serde_json::to_value(reply.response).unwrap(), log)
    }

    #[test]
    fn a_panic_becomes_a_private_apology_and_a_line_in_the_log_without_the_question() {
        let (reply, log) = reply_to(2);
        assert_eq!((&reply["type"], &reply["data"]["flags"]), (&json!(4), &json!(64)));
        let apology = Wording::of(&Context::default().language).message(&Message::Apology);
        assert_eq!(reply["data"]["content"], apology);
        assert!(log.contains("ERROR") && log.contains("actor") && !log.contains(QUESTION), "{log}");
    }

    #[test]
    fn a_message_command_asks_with_the_text_of_its_message() {
        let author = json!({"id": "5", "username": "user", "discriminator": "0", "avatar": null});
        let message = json!({
            "id": "9", "channel_id": "3", "author": author, "content": "They met in 2013.",
            "timestamp": "2024-01-01T00:00:00Z", "edited_timestamp": null, "tts": false, "mention_everyone": false,
            "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0,
        });
        let interaction: Interaction = serde_json::from_value(json!({
            "id": "1", "application_id": "2", "type": 2, "token": "t", "version": 1, "channel_id": "3", "locale": "ru",
            "data": {
                "id": "4", "name": "Check this message", "type": 3, "target_id": "9", "resolved": {"messages": {"9": message}},
            },
            "entitlements": [], "user": {"id": "5", "username": "user"}, "attachment_size_limit": 0,
        }))
        .unwrap();
        let Interaction::Command(command) = interaction else { panic!("a command") };
        let request = desk().read_request(&command).unwrap();
        assert_eq!((request.spec().name, request.text("message")), ("check", Some("They met in 2013.")));
    }

    #[test]
    fn a_panic_while_completing_offers_nothing() {
        let (reply, log) = reply_to(4);
        assert_eq!(reply, json!({"type": 8, "data": {"choices": []}}));
        assert!(log.contains("ERROR") && !log.contains(QUESTION), "{log}");
    }
}
