//! Discord's interactions as requests, and answers as first responses.
//!
//! It owns what is read from an interaction and which kind of response it gets; it neither receives nor sends. How an answer
//! is cut into pages is left to `render`, how a page becomes a message to `render::embed`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serenity::builder::{CreateAutocompleteResponse, CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::model::application::{
    CommandDataOption, CommandDataOptionValue, CommandInteraction, ComponentInteraction, ComponentInteractionDataKind,
    Interaction, MessageInteractionMetadata,
};
use serenity::model::channel::MessageFlags;
use serenity::model::id::UserId;

use super::Answers;
use crate::command::press::Press;
use crate::command::{Request, UserError, Value};
use crate::render::embed;
use crate::render::page::page;

/// What the user reads when the fault is ours.
const APOLOGY: &str = "Something went wrong while this was being answered. The fault has been noted.";
/// What the user reads when Discord sends something that this version has no use for.
const NOT_UNDERSTOOD: &str = "This cannot be answered here. Please use one of the commands; /help lists them.";

/// The first response to an interaction. A panic on the way is logged and becomes an apology.
pub fn reply(app: &impl Answers, interaction: &Interaction) -> CreateInteractionResponse {
    let compose = || match interaction {
        Interaction::Ping(_) => CreateInteractionResponse::Pong,
        Interaction::Command(command) => answer_command(app, command),
        Interaction::Autocomplete(command) => complete(app, command),
        Interaction::Component(component) => answer_press(app, component),
        _ => private_notice(NOT_UNDERSTOOD),
    };
    // Nothing that the core could leave half-changed outlives the panic: it answers from what never changes.
    catch_unwind(AssertUnwindSafe(compose)).unwrap_or_else(|_| {
        tracing::error!(interaction = name(interaction), "a panic while answering");
        apology(interaction)
    })
}

/// The response that always fits: one sentence, or no choices where only choices can be sent.
pub fn apology(interaction: &Interaction) -> CreateInteractionResponse {
    match interaction {
        Interaction::Ping(_) => CreateInteractionResponse::Pong,
        Interaction::Autocomplete(_) => CreateInteractionResponse::Autocomplete(CreateAutocompleteResponse::new()),
        _ => private_notice(APOLOGY),
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

fn answer_command(app: &impl Answers, command: &CommandInteraction) -> CreateInteractionResponse {
    let Some(options) = read_options(&command.data.options) else {
        return private_notice(NOT_UNDERSTOOD);
    };
    let answer = |request: Request| {
        let message = show(app, &request, 0)?;
        Ok(if request.private() { message.ephemeral(true) } else { message })
    };
    match Request::new(&command.data.name, options).and_then(answer) {
        Ok(message) => CreateInteractionResponse::Message(message),
        Err(error) => private_notice(&error.to_string()),
    }
}

fn complete(app: &impl Answers, command: &CommandInteraction) -> CreateInteractionResponse {
    let focused = command.data.autocomplete().map(|option| option.name);
    let request =
        read_options(&command.data.options).and_then(|options| Request::half_typed(&command.data.name, options).ok());
    let choices = match (focused, request) {
        (Some(option), Some(request)) => app.complete(&request, option),
        _ => Vec::new(),
    };
    CreateInteractionResponse::Autocomplete(embed::choices(choices))
}

/// The message is turned to the new page when it belongs to the one who pressed; anyone else gets a copy of their own, so
/// that nobody turns a page under somebody's eyes.
fn answer_press(app: &impl Answers, component: &ComponentInteraction) -> CreateInteractionResponse {
    let carried = match &component.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first(),
        _ => None,
    };
    let carried = carried.unwrap_or(&component.data.custom_id);
    let message = Press::decode(carried).and_then(|press| show(app, &press.request, press.page));
    match message {
        Ok(message) if belongs_to_presser(component) => CreateInteractionResponse::UpdateMessage(message),
        Ok(message) => CreateInteractionResponse::Message(message.ephemeral(true)),
        Err(error) => private_notice(&error.to_string()),
    }
}

/// The message with one page of the answer; past the last page, the last one.
fn show(app: &impl Answers, request: &Request, number: usize) -> Result<CreateInteractionResponseMessage, UserError> {
    Ok(embed::message(&page(&app.respond(request)?, request, number)))
}

fn private_notice(text: &str) -> CreateInteractionResponse {
    CreateInteractionResponse::Message(embed::notice(text))
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

fn belongs_to_presser(component: &ComponentInteraction) -> bool {
    let private = component.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
    private || asker(component) == Some(component.user.id)
}

fn asker(component: &ComponentInteraction) -> Option<UserId> {
    match component.message.interaction_metadata.as_deref()? {
        MessageInteractionMetadata::Command(by) => Some(by.user.id),
        MessageInteractionMetadata::Component(by) => Some(by.user.id),
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

    const QUESTION: &str = "a question nobody else may read";

    struct Faulty;

    impl Answers for Faulty {
        fn respond(&self, _: &Request) -> Result<Answer, UserError> {
            panic!("{QUESTION}")
        }

        fn complete(&self, _: &Request, _: &str) -> Vec<Choice> {
            panic!("{QUESTION}")
        }
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
        let reply = tracing::subscriber::with_default(log, || reply(&Faulty, &interaction(kind)));
        let log = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
        (serde_json::to_value(reply).unwrap(), log)
    }

    #[test]
    fn a_panic_becomes_a_private_apology_and_a_line_in_the_log_without_the_question() {
        let (reply, log) = reply_to(2);
        assert_eq!((&reply["type"], &reply["data"]["flags"]), (&json!(4), &json!(64)));
        assert_eq!(reply["data"]["content"], APOLOGY);
        assert!(log.contains("ERROR") && log.contains("actor") && !log.contains(QUESTION), "{log}");
    }

    #[test]
    fn a_panic_while_completing_offers_nothing() {
        let (reply, log) = reply_to(4);
        assert_eq!(reply, json!({"type": 8, "data": {"choices": []}}));
        assert!(log.contains("ERROR") && !log.contains(QUESTION), "{log}");
    }
}
