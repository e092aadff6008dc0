//! The slash commands as Discord keeps them.
//!
//! It owns the comparison of what Discord has with the table of commands, and the replacement when they differ. What a
//! command is called and which options it takes stands in the table alone.

use serde::Deserialize;
use serde_json::Value;
use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::http::Route;
use serenity::model::application::{CommandOptionType, CommandType};
use serenity::model::id::{ApplicationId, GuildId};

use super::rest::{Rest, RestError};
use crate::command::max_length;
use crate::request::{COMMANDS, Form, Opt, Spec, Takes};

/// Brings the commands of the application, or of one server, up to date. What is there already is left alone, because
/// Discord allows only 200 new commands a day.
///
/// # Errors
/// When Discord does not show its commands, or declines ours.
pub(crate) async fn bring_up_to_date(
    rest: &Rest,
    application_id: ApplicationId,
    guild: Option<GuildId>,
) -> Result<(), RestError> {
    let route =
        guild.map_or(Route::Commands { application_id }, |guild_id| Route::GuildCommands { application_id, guild_id });
    let wanted: Vec<CreateCommand> = COMMANDS.iter().map(describe).collect();
    let wanted = serde_json::to_value(wanted).map_err(|error| RestError::Unwritable(error.to_string()))?;
    let present: Value = rest.read(route).await?;
    if shapes(&present) == shapes(&wanted) {
        tracing::info!("the commands are up to date");
        return Ok(());
    }
    rest.replace(route, &wanted).await?;
    tracing::info!(count = COMMANDS.len(), "registered the commands");
    Ok(())
}

fn describe(spec: &Spec) -> CreateCommand {
    let options = spec.typed().map(describe_option).collect();
    let command = CreateCommand::new(spec.name);
    match spec.form {
        Form::Chat => command.kind(CommandType::ChatInput).description(spec.description).set_options(options),
        // Discord refuses a description or options on these.
        Form::Message => command.kind(CommandType::Message),
    }
}

fn describe_option(opt: &Opt) -> CreateCommandOption {
    let kind = match opt.takes {
        Takes::Flag => CommandOptionType::Boolean,
        Takes::Entries(_) | Takes::Text | Takes::Carried => CommandOptionType::String,
    };
    let option = CreateCommandOption::new(kind, opt.name, opt.description)
        .required(opt.required)
        .set_autocomplete(opt.completes());
    match max_length(opt) {
        Some(most) => option.max_length(most),
        None => option,
    }
}

/// What of a command decides whether it has to be registered again. Discord leaves out flags that are false, and adds
/// fields of its own.
#[derive(Debug, Deserialize, PartialEq)]
struct Shape {
    name: String,
    #[serde(rename = "type", default = "chat_input")]
    kind: u8,
    #[serde(default)]
    description: String,
    #[serde(default)]
    options: Vec<OptionShape>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct OptionShape {
    name: String,
    #[serde(rename = "type")]
    kind: u8,
    description: String,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    autocomplete: bool,
    #[serde(default)]
    choices: Vec<Value>,
    max_length: Option<u16>,
}

fn chat_input() -> u8 {
    u8::from(CommandType::ChatInput)
}

/// The commands by name, because Discord promises no order. Nothing when one is unlike any of ours: then they differ.
fn shapes(commands: &Value) -> Option<Vec<Shape>> {
    let mut shapes = Vec::<Shape>::deserialize(commands).ok()?;
    shapes.sort_by(|one, other| (&one.name, one.kind).cmp(&(&other.name, other.kind)));
    Some(shapes)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::render::limits;
    use crate::request::Command;

    fn wanted() -> Value {
        serde_json::to_value(COMMANDS.iter().map(describe).collect::<Vec<_>>()).unwrap()
    }

    /// What Discord would answer: other order, fields of its own, nothing that is false.
    fn as_kept_by_discord() -> Value {
        let mut commands = wanted();
        for command in commands.as_array_mut().unwrap() {
            command["id"] = json!("1");
            command["version"] = json!("2");
            command["name_localizations"] = json!(null);
            for option in command["options"].as_array_mut().unwrap() {
                option.as_object_mut().unwrap().retain(|_, value| *value != json!(false));
            }
        }
        commands.as_array_mut().unwrap().reverse();
        commands
    }

    #[test]
    fn every_row_can_be_registered() {
        let fits = |name: &str, description: &str| {
            assert!((1..=limits::COMMAND_NAME).contains(&name.len()), "{name}");
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
            let length = description.encode_utf16().count();
            assert!((1..=limits::COMMAND_DESCRIPTION).contains(&length), "{name}");
        };
        for spec in COMMANDS {
            fits(spec.name, spec.description);
            let typed: Vec<_> = spec.typed().collect();
            assert!(typed.len() <= limits::COMMAND_OPTIONS, "{}", spec.name);
            assert!(typed.is_sorted_by_key(|option| !option.required), "{}: required come first", spec.name);
            for option in typed {
                fits(option.name, option.description);
            }
        }
    }

    #[test]
    fn what_discord_adds_reorders_or_leaves_out_is_no_difference() {
        assert!(shapes(&wanted()).is_some());
        assert_eq!(shapes(&wanted()), shapes(&as_kept_by_discord()));
    }

    #[test]
    fn a_message_command_is_registered_by_its_name_alone() {
        static CHECK: Spec = Spec { form: Form::Message, name: "Check this message", ..chat() };
        let command = serde_json::to_value(describe(&CHECK)).unwrap();
        assert_eq!(command["type"], json!(3));
        assert_eq!(command["name"], "Check this message");
        assert!(command.get("description").is_none_or(|text| text == ""), "{command}");
        assert!(shapes(&json!([command])).is_some());
    }

    const fn chat() -> Spec {
        Spec { command: Command::Ask, form: Form::Chat, name: "", description: "", example: "", options: &[] }
    }

    #[test]
    fn every_change_that_a_user_could_see_is_a_difference() {
        let changes: [(&str, Value); 4] = [
            ("/0/description", json!("other")),
            ("/0/name", json!("other")),
            ("/0/type", json!(3)),
            ("/0/options", json!([{"name": "new", "type": 3, "description": "An option"}])),
        ];
        for (pointer, value) in changes {
            let mut commands = wanted();
            *commands.pointer_mut(pointer).unwrap() = value;
            assert_ne!(shapes(&commands), shapes(&wanted()), "{pointer}");
        }
    }

    #[test]
    fn every_option_counts() {
        let commands = wanted();
        for (place, command) in commands.as_array().unwrap().iter().enumerate() {
            for option in 0..command["options"].as_array().unwrap().len() {
                for (key, value) in [
                    ("required", json!("?")),
                    ("description", json!("other")),
                    ("choices", json!([1])),
                    ("max_length", json!(100)),
                ] {
                    let mut changed = commands.clone();
                    changed[place]["options"][option][key] = value;
                    assert_ne!(shapes(&changed), shapes(&commands), "{place} {option} {key}");
                }
            }
        }
    }

    #[test]
    fn a_list_of_something_else_is_a_difference() {
        assert_eq!(shapes(&json!({"message": "no"})), None);
        assert_ne!(shapes(&json!([])), shapes(&wanted()));
    }
}
