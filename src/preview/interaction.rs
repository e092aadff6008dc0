//! What is done on the page, as the interaction that Discord would send.
//!
//! Owns the envelope: who asks, where, in which language. The fields are those of Discord's own examples.
//! Source: <https://docs.discord.com/developers/interactions/receiving-and-responding>, "Interaction Object".

use serde::Deserialize;
use serde_json::{Value, json};

use crate::request::{Context, Form, Press, Request, Spec, UserError};

const APPLICATION: &str = "1000000000000000001";
const SERVER: &str = "5000000000000000001";
const CHANNEL: &str = "8000000000000000001";
const MESSAGE: &str = "9000000000000000001";

/// Something done on the page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deed {
    /// The language of the reader and of the server.
    locale: String,
    act: Act,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Act {
    /// A slash command with its options is sent.
    Command { name: String, options: Vec<Opt> },
    /// The same, typed as a line.
    Line(String),
    /// An option is being typed.
    Complete { name: String, options: Vec<Opt>, focused: String },
    /// A button is pressed, or lines of a menu are chosen.
    Press { custom_id: String, values: Vec<String>, message: Message },
    /// A command in the menu of a message is chosen.
    Menu { name: String, content: String },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Opt {
    name: String,
    value: Value,
}

/// The message that a button or a menu belongs to: what the bot sent.
#[derive(Debug, Deserialize)]
struct Message {
    #[serde(default)]
    content: String,
    #[serde(default)]
    embeds: Value,
    #[serde(default)]
    components: Value,
    #[serde(default)]
    flags: u64,
}

impl Deed {
    /// The interaction, and what it asks as far as that can be read.
    ///
    /// # Errors
    /// When a line is no request: Discord would not have sent it.
    pub(super) fn interaction(self) -> Result<(Value, Option<Request>), UserError> {
        let Self { locale, act } = self;
        let (kind, data, message, request) = match act {
            Act::Line(line) => {
                let request = Request::parse(&line)?;
                (2, of_request(&request), Value::Null, Some(request))
            }
            Act::Command { name, options } => {
                let request = Request::new(&name, read(&options)).ok();
                (2, command(&name, &options, None), Value::Null, request)
            }
            Act::Complete { name, options, focused } => {
                (4, command(&name, &options, Some(&focused)), Value::Null, None)
            }
            Act::Menu { name, content } => {
                let request = Spec::in_menu(&name).and_then(|spec| Request::on_message(spec, &content).ok());
                (2, on_message(&name, &content), Value::Null, request)
            }
            Act::Press { custom_id, values, message } => {
                let carried = values.first().unwrap_or(&custom_id);
                let request = Press::decode(carried).ok().map(|press| press.request);
                let kind = if values.is_empty() { 2 } else { 3 };
                let data = json!({"custom_id": custom_id, "component_type": kind, "values": values});
                (3, data, message.written(), request)
            }
        };
        Ok((envelope(kind, &data, &message, &locale), request))
    }

    /// The one who reads.
    pub(super) fn reader(&self) -> Context {
        Context::of_language(&self.locale)
    }
}

impl Message {
    fn written(self) -> Value {
        let list = |value: Value| if value.is_array() { value } else { json!([]) };
        json!({
            "id": MESSAGE, "channel_id": CHANNEL, "author": user(APPLICATION, "Casebook"), "type": 20,
            "content": self.content, "embeds": list(self.embeds), "components": list(self.components),
            "flags": self.flags, "timestamp": "2024-01-01T00:00:00.000000+00:00", "edited_timestamp": null, "tts": false,
            "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "pinned": false,
            "application_id": APPLICATION, "webhook_id": APPLICATION,
            "interaction_metadata": {
                "id": "6000000000000000001", "type": 2, "user": reader(), "name": "ask",
                "authorizing_integration_owners": {"0": SERVER},
            },
        })
    }
}

fn envelope(kind: u8, data: &Value, message: &Value, locale: &str) -> Value {
    let mut envelope = json!({
        "id": "6000000000000000002", "application_id": APPLICATION, "type": kind, "token": "preview", "version": 1,
        "data": data, "guild_id": SERVER, "channel_id": CHANNEL, "locale": locale, "guild_locale": locale,
        "channel": {"id": CHANNEL, "type": 0, "name": "study", "permissions": "0"},
        "member": {
            "user": reader(), "roles": [], "joined_at": "2024-01-01T00:00:00.000000+00:00", "deaf": false, "mute": false,
            "flags": 0, "permissions": "0", "nick": null, "premium_since": null, "pending": false,
        },
        "app_permissions": "0", "entitlements": [], "authorizing_integration_owners": {"0": SERVER}, "context": 0,
        "attachment_size_limit": 10_485_760,
    });
    if !message.is_null() {
        envelope["message"] = message.clone();
    }
    envelope
}

fn reader() -> Value {
    user("7000000000000000001", "you")
}

fn user(id: &str, name: &str) -> Value {
    json!({"id": id, "username": name, "discriminator": "0", "avatar": null, "global_name": null})
}

fn command(name: &str, options: &[Opt], focused: Option<&str>) -> Value {
    let one = |option: &Opt| {
        let kind = if option.value.is_boolean() { 5 } else { 3 };
        let mut written = json!({"name": option.name, "type": kind, "value": option.value});
        if focused == Some(&option.name) {
            written["focused"] = json!(true);
        }
        written
    };
    json!({"id": "2000000000000000001", "name": name, "type": 1, "options": options.iter().map(one).collect::<Vec<_>>()})
}

fn on_message(name: &str, content: &str) -> Value {
    let mut message =
        Message { content: content.to_owned(), embeds: json!([]), components: json!([]), flags: 0 }.written();
    message["author"] = reader();
    message["type"] = json!(0);
    json!({
        "id": "2000000000000000002", "name": name, "type": 3, "target_id": MESSAGE,
        "resolved": {"messages": {MESSAGE: message}},
    })
}

/// A request as the command that makes it.
fn of_request(request: &Request) -> Value {
    let spec = request.spec();
    if let Form::Message(name) = spec.form {
        let text = spec.options.first().and_then(|option| request.text(option.name));
        return on_message(name, text.unwrap_or_default());
    }
    let option = |name: &str| {
        let value = request.text(name).map(Value::from).or_else(|| request.flag(name).then_some(Value::Bool(true)))?;
        Some(Opt { name: name.to_owned(), value })
    };
    let options: Vec<Opt> = spec.typed().filter_map(|opt| option(opt.name)).collect();
    command(spec.name, &options, None)
}

fn read(options: &[Opt]) -> Vec<(String, crate::request::Value)> {
    let value = |value: &Value| match value {
        Value::Bool(flag) => (*flag).into(),
        Value::String(text) => text.as_str().into(),
        other => other.to_string().into(),
    };
    options.iter().map(|option| (option.name.clone(), value(&option.value))).collect()
}
