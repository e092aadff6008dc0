//! Interactions as Discord sends them, and the messages that they belong to.
//!
//! The fields are those of Discord's own examples, as serenity needs them.

use serde_json::{Value, json};

use super::script::APPLICATION;

/// The user who asks.
pub(crate) const ASKER: &str = "7000000000000000001";
/// Another user of the same server.
pub(crate) const OTHER: &str = "7000000000000000002";

const CHANNEL: &str = "8000000000000000001";
pub(crate) const SERVER: &str = "5000000000000000000";

/// The bot's first response to an interaction.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// The interaction's id.
    pub(crate) id: u64,
    /// The whole body: `type` and `data`.
    pub(crate) body: Value,
    /// The files that came with it.
    pub(crate) files: Vec<Vec<u8>>,
}

impl Reply {
    /// 4 is a new message, 7 a change to the message of the button, 8 a list of choices.
    pub(crate) fn kind(&self) -> u64 {
        self.body["type"].as_u64().unwrap()
    }

    /// Whether only the one who asked sees it.
    pub(crate) fn is_private(&self) -> bool {
        self.body["data"]["flags"].as_u64().unwrap_or_default() & 64 != 0
    }

    /// Everything that can be read in it.
    pub(crate) fn text(&self) -> String {
        self.body["data"].to_string()
    }

    /// The plain text of a notice.
    pub(crate) fn notice(&self) -> &str {
        self.body["data"]["content"].as_str().unwrap_or_default()
    }

    /// The `custom_id` of each button, in order.
    pub(crate) fn buttons(&self) -> Vec<String> {
        self.parts(2).iter().map(|part| part["custom_id"].as_str().unwrap().to_owned()).collect()
    }

    /// What the button carries whose label begins like this.
    pub(crate) fn button(&self, label: &str) -> String {
        let buttons = self.parts(2);
        let found = buttons.iter().find(|part| part["label"].as_str().is_some_and(|text| text.starts_with(label)));
        let found = found.unwrap_or_else(|| panic!("no button {label:?} in {}", self.text()));
        found["custom_id"].as_str().unwrap().to_owned()
    }

    /// What the lines of each menu carry, with the menu's own id.
    pub(crate) fn lines(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let lines = |menu: &Value| {
            let options = menu["options"].as_array().unwrap().iter();
            options.map(|line| (text(&menu["custom_id"]), text(&line["value"]))).collect::<Vec<_>>()
        };
        self.parts(3).iter().flat_map(lines).collect()
    }

    /// The text of the embed.
    pub(crate) fn description(&self) -> &str {
        self.body["data"]["embeds"][0]["description"].as_str().unwrap_or_default()
    }

    fn parts(&self, kind: u64) -> Vec<Value> {
        let rows = self.body["data"]["components"].as_array().into_iter().flatten();
        let parts = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
        parts.filter(|part| part["type"] == kind).cloned().collect()
    }
}

/// The token of an interaction. Like Discord's, it is long, and nobody else may see it.
pub(crate) fn token(id: &str) -> String {
    format!("aW50ZXJhY3Rpb246{id}-only-for-the-one-who-answers")
}

/// Where the first response to an interaction goes.
pub(crate) fn callback_path(id: u64) -> String {
    format!("/interactions/{id}/{}/callback", token(&id.to_string()))
}

/// Where further messages for an interaction go.
pub(crate) fn webhook_path(id: u64) -> String {
    format!("/webhooks/{APPLICATION}/{}", token(&id.to_string()))
}

/// Where the first response to an interaction is edited.
pub(crate) fn original_path(id: u64) -> String {
    format!("{}/messages/@original", webhook_path(id))
}

/// An interaction of a kind: 2 a command, 3 a press, 4 a completion.
pub(super) fn interaction(id: u64, kind: u64, data: &Value, more: &Value, user: &str) -> Value {
    let mut interaction = json!({
        "id": id.to_string(), "application_id": APPLICATION, "type": kind, "token": token(&id.to_string()), "version": 1,
        "data": data, "guild_id": SERVER, "channel_id": CHANNEL, "locale": "en-GB", "guild_locale": "en-US",
        "channel": {"id": CHANNEL, "type": 0, "name": "study", "permissions": "0"},
        "member": member(user, "0"),
        "app_permissions": "0", "entitlements": [], "authorizing_integration_owners": {"0": SERVER}, "context": 0,
        "attachment_size_limit": 10_485_760,
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        interaction[key] = value.clone();
    }
    if interaction["guild_id"].is_null() {
        interaction["user"] = self::user(user);
    }
    // What Discord does not know of an interaction, it leaves out.
    interaction.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    interaction
}

/// A member of the server with permissions in the channel.
pub(super) fn member(user: &str, permissions: &str) -> Value {
    json!({
        "user": self::user(user), "roles": [], "joined_at": "2024-01-01T00:00:00.000000+00:00", "deaf": false,
        "mute": false, "flags": 0, "permissions": permissions, "nick": null, "premium_since": null, "pending": false,
    })
}

/// What differs for a reader whose Discord speaks one language, in a server that speaks another.
pub(crate) fn speaking(reader: &str, server: &str) -> Value {
    json!({"locale": reader, "guild_locale": server})
}

/// What differs in a conversation with the bot.
pub(crate) fn in_dm() -> Value {
    let channel = json!({"id": CHANNEL, "type": 1});
    json!({"guild_id": null, "member": null, "guild_locale": null, "context": 1, "channel": channel,
        "authorizing_integration_owners": {"0": "0"}})
}

/// What differs in a conversation of people of whom one has installed the bot.
pub(crate) fn in_private_channel() -> Value {
    let channel = json!({"id": CHANNEL, "type": 3});
    json!({"guild_id": null, "member": null, "guild_locale": null, "context": 2, "channel": channel,
        "authorizing_integration_owners": {"1": ASKER}})
}

/// What differs in a server where the bot is not, for one who has installed it.
pub(crate) fn installed_by_user(server: &str) -> Value {
    json!({"guild_id": server, "authorizing_integration_owners": {"1": ASKER}})
}

/// The data of a slash command.
pub(super) fn command(name: &str, options: &[Value]) -> Value {
    json!({"id": "2000000000000000000", "name": name, "type": 1, "options": options})
}

/// One option, its kind told by its value.
pub(super) fn option(name: &str, value: &Value) -> Value {
    let kind = if value.is_boolean() { 5 } else { 3 };
    json!({"name": name, "type": kind, "value": value})
}

/// The data of a press: of a button, or of a menu when there are values.
pub(super) fn component(custom_id: &str, values: &[&str]) -> Value {
    if values.is_empty() {
        json!({"custom_id": custom_id, "component_type": 2})
    } else {
        json!({"custom_id": custom_id, "component_type": 3, "values": values})
    }
}

/// The message that a reply became.
pub(super) fn message(reply: &Reply) -> Value {
    let data = &reply.body["data"];
    let list = |key: &str| data[key].as_array().cloned().unwrap_or_default();
    let by = json!({
        "id": reply.id.to_string(), "type": 2, "user": user(ASKER), "name": "ask",
        "authorizing_integration_owners": {"0": SERVER},
    });
    json!({
        "id": "9000000000000000001", "channel_id": CHANNEL, "author": user(APPLICATION),
        "content": data["content"].as_str().unwrap_or_default(), "timestamp": "2024-01-01T00:00:00.000000+00:00",
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": list("embeds"), "components": list("components"), "pinned": false, "type": 20,
        "flags": data["flags"].as_u64().unwrap_or_default(), "application_id": APPLICATION, "webhook_id": APPLICATION,
        "interaction_metadata": by,
    })
}

fn user(id: &str) -> Value {
    json!({"id": id, "username": format!("user-{id}"), "discriminator": "0", "avatar": null, "global_name": null})
}
