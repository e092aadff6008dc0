//! The slash commands as Discord keeps them.
//!
//! It owns the comparison of what Discord has with the table of commands, and the replacement when they differ. What a
//! command is called and which options it takes stands in the table alone; what it is called elsewhere, in the words of
//! each language.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::http::Route;
use serenity::model::application::{CommandOptionType, CommandType, InstallationContext, InteractionContext};
use serenity::model::id::{ApplicationId, GuildId};

use super::rest::{Rest, RestError};
use crate::command::max_length;
use crate::message::Message;
use crate::request::{COMMANDS, Form, Opt, Spec, Takes};
use crate::wording::Wording;

/// The locales of Discord's in which the commands are called and described, with their languages. What is in none of them is
/// shown in English; `es-419` falls back to `es-ES`.
///
/// Source: <https://docs.discord.com/developers/interactions/application-commands>, "Locale fallbacks".
const LOCALES: [(&str, &str); 7] =
    [("de", "de"), ("es-ES", "es"), ("fr", "fr"), ("pl", "pl"), ("ru", "ru"), ("tr", "tr"), ("uk", "uk")];

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
    let wanted = registered(guild.is_none()).map_err(|error| RestError::Unwritable(error.to_string()))?;
    // Unasked, Discord leaves the localisations out.
    let present: Vec<Value> = rest.read(route, &[("with_localizations", "true")]).await?;
    if shapes(&Value::from(present), guild.is_none()) == shapes(&wanted, guild.is_none()) {
        tracing::info!("the commands are up to date");
        return Ok(());
    }
    let registered: Vec<Value> = rest.replace(route, &wanted).await?;
    tracing::info!(count = registered.len(), "registered the commands");
    Ok(())
}

/// The commands as Discord is sent them: for one server, or for the application, to be found in servers and outside.
///
/// # Errors
/// When they cannot be written as JSON.
pub(crate) fn registered(elsewhere: bool) -> serde_json::Result<Value> {
    let commands = commands().into_iter().map(|command| if elsewhere { everywhere(command) } else { command });
    serde_json::to_value(commands.collect::<Vec<_>>())
}

/// The locales of Discord's in which the commands are called and described.
pub(crate) fn locales() -> impl Iterator<Item = &'static str> {
    LOCALES.iter().map(|(locale, _)| *locale)
}

fn commands() -> Vec<CreateCommand> {
    let languages = LOCALES.map(|(locale, tag)| (locale, Wording::for_commands(tag)));
    COMMANDS.iter().map(|spec| describe(spec, &languages)).collect()
}

/// A command that is found in servers and outside them, wherever the bot was added to a server or brought along by a user.
/// Discord takes this of commands of the application alone, not of those of one server.
fn everywhere(command: CreateCommand) -> CreateCommand {
    use InteractionContext::{BotDm, Guild, PrivateChannel};
    command.integration_types(vec![InstallationContext::Guild, InstallationContext::User]).contexts(vec![
        Guild,
        BotDm,
        PrivateChannel,
    ])
}

fn describe(spec: &Spec, languages: &[(&str, Wording)]) -> CreateCommand {
    let options = spec.typed().map(|option| describe_option(spec, option, languages)).collect();
    let described = spec.described();
    let named = |command: CreateCommand, (locale, wording): &(&str, Wording)| match wording.called(&described) {
        Some(name) => command.name_localized(*locale, name),
        None => command,
    };
    let name = if let Form::Message(name) = spec.form { name } else { spec.name };
    let command = languages.iter().fold(CreateCommand::new(name), named);
    let told = |command: CreateCommand, (locale, wording): &(&str, Wording)| {
        command.description_localized(*locale, wording.words(&described))
    };
    match spec.form {
        Form::Chat => {
            let command = command.kind(CommandType::ChatInput).description(spec.description).set_options(options);
            languages.iter().fold(command, told)
        }
        // Discord refuses a description or options on these.
        Form::Message(_) => command.kind(CommandType::Message),
    }
}

fn describe_option(spec: &Spec, opt: &Opt, languages: &[(&str, Wording)]) -> CreateCommandOption {
    let kind = match opt.takes {
        Takes::Flag => CommandOptionType::Boolean,
        Takes::Entries(_) | Takes::Text | Takes::OneOf(_) | Takes::Carried => CommandOptionType::String,
    };
    let described = opt.described(spec);
    let localised = |option: CreateCommandOption, (locale, wording): &(&str, Wording)| {
        let option = option.description_localized(*locale, wording.words(&described));
        match wording.called(&described) {
            Some(name) => option.name_localized(*locale, name),
            None => option,
        }
    };
    let option = CreateCommandOption::new(kind, opt.name, opt.description)
        .required(opt.required)
        .set_autocomplete(opt.completes());
    let option = languages.iter().fold(option, localised);
    let option = choices(opt).fold(option, |option, (name, word)| option.add_string_choice(name, word));
    match max_length(opt) {
        Some(most) => option.max_length(most),
        None => option,
    }
}

/// The words that an option takes, each with what it is called: of languages, by themselves.
fn choices(opt: &Opt) -> impl Iterator<Item = (String, &'static str)> {
    let words: &[&str] = if let Takes::OneOf(words) = opt.takes { words } else { &[] };
    words.iter().map(|word| (Wording::for_commands(word).message(&Message::LanguageName), *word))
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
    #[serde(flatten)]
    elsewhere: Localised,
    #[serde(default)]
    options: Vec<OptionShape>,
    integration_types: Option<BTreeSet<u8>>,
    contexts: Option<BTreeSet<u8>>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct OptionShape {
    name: String,
    #[serde(rename = "type")]
    kind: u8,
    description: String,
    #[serde(flatten)]
    elsewhere: Localised,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    autocomplete: bool,
    #[serde(default)]
    choices: Vec<Value>,
    max_length: Option<u16>,
}

/// Names and descriptions by locale. Discord writes null where there are none.
#[derive(Debug, Deserialize, PartialEq)]
struct Localised {
    #[serde(default, rename = "name_localizations", deserialize_with = "or_none")]
    names: BTreeMap<String, String>,
    #[serde(default, rename = "description_localizations", deserialize_with = "or_none")]
    descriptions: BTreeMap<String, String>,
}

fn or_none<'de, D: Deserializer<'de>>(value: D) -> Result<BTreeMap<String, String>, D::Error> {
    Option::deserialize(value).map(Option::unwrap_or_default)
}

fn chat_input() -> u8 {
    u8::from(CommandType::ChatInput)
}

/// The commands by name, because Discord promises no order. Nothing when one is unlike any of ours: then they differ. Where
/// a command of one server is found, is not ours to say.
fn shapes(commands: &Value, everywhere: bool) -> Option<Vec<Shape>> {
    let mut shapes = Vec::<Shape>::deserialize(commands).ok()?;
    if !everywhere {
        for shape in &mut shapes {
            (shape.integration_types, shape.contexts) = (None, None);
        }
    }
    shapes.sort_by(|one, other| (&one.name, one.kind).cmp(&(&other.name, other.kind)));
    Some(shapes)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::message::Words;
    use crate::render::limits;
    use crate::request::Command;

    fn wanted() -> Value {
        serde_json::to_value(commands().into_iter().map(everywhere).collect::<Vec<_>>()).unwrap()
    }

    /// What Discord would answer: other order, fields of its own, nothing that is false.
    fn as_kept_by_discord() -> Value {
        let mut commands = wanted();
        for command in commands.as_array_mut().unwrap() {
            command["id"] = json!("1");
            command["version"] = json!("2");
            for option in command["options"].as_array_mut().unwrap() {
                option.as_object_mut().unwrap().retain(|_, value| *value != json!(false));
            }
        }
        commands.as_array_mut().unwrap().reverse();
        commands
    }

    /// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$` in lower case; none of the languages writes with marks of its own.
    fn fits(name: &str, description: &str) -> bool {
        let of_a_name = |c: char| c.is_alphanumeric() || "-_'".contains(c);
        (1..=limits::COMMAND_NAME).contains(&name.encode_utf16().count())
            && name.chars().all(of_a_name)
            && name.to_lowercase() == name
            && (1..=limits::COMMAND_DESCRIPTION).contains(&description.encode_utf16().count())
    }

    /// In the menu of a message a name is written as people write.
    fn fits_a_menu(name: &str) -> bool {
        (1..=limits::COMMAND_NAME).contains(&name.encode_utf16().count())
    }

    #[test]
    fn every_row_can_be_registered() {
        for spec in COMMANDS {
            assert!(fits(spec.name, spec.description), "{}", spec.name);
            assert!(if let Form::Message(name) = spec.form { fits_a_menu(name) } else { true }, "{}", spec.name);
            let typed: Vec<_> = spec.typed().collect();
            assert!(typed.len() <= limits::COMMAND_OPTIONS, "{}", spec.name);
            assert!(typed.is_sorted_by_key(|option| !option.required), "{}: required come first", spec.name);
            for option in typed {
                assert!(fits(option.name, option.description), "{}: {}", spec.name, option.name);
            }
        }
    }

    #[test]
    fn every_command_and_option_has_a_name_and_words_of_its_own_in_every_locale() {
        for (locale, tag) in LOCALES {
            let wording = Wording::for_commands(tag);
            let name = |described: Words, told: &str| {
                let name = wording.called(&described).unwrap_or_else(|| panic!("{locale}: {described:?} has no name"));
                let description = wording.words(&described);
                assert!(!description.eq_ignore_ascii_case(told), "{locale}: {name} is described in English");
                name
            };
            let mut commands = BTreeSet::new();
            for spec in COMMANDS {
                let called = name(spec.described(), spec.description);
                let description = wording.words(&spec.described());
                let fitting = if spec.form == Form::Chat { fits(&called, &description) } else { fits_a_menu(&called) };
                assert!(fitting, "{locale}: {called}: {description}");
                let mut options = BTreeSet::new();
                for option in spec.typed() {
                    let described = wording.words(&option.described(spec));
                    let option = name(option.described(spec), option.description);
                    assert!(fits(&option, &described), "{locale}: {option}: {described}");
                    assert!(options.insert(option.clone()), "{locale}: {called} has two options {option}");
                }
                assert!(commands.insert(called.clone()), "{locale}: two commands are called {called}");
            }
        }
    }

    #[test]
    fn what_discord_adds_reorders_or_leaves_out_is_no_difference() {
        assert!(shapes(&wanted(), true).is_some());
        assert_eq!(shapes(&wanted(), true), shapes(&as_kept_by_discord(), true));
    }

    #[test]
    fn a_message_command_is_registered_by_its_name_alone() {
        let check = Command::Check.spec();
        let command = serde_json::to_value(describe(check, &[("ru", Wording::for_commands("ru"))])).unwrap();
        assert_eq!(command["type"], json!(3));
        assert_eq!(command["name"], "Check this message");
        assert!(command.get("description").is_none_or(|text| text == ""), "{command}");
        assert!(shapes(&json!([command]), true).is_some());
    }

    #[test]
    fn every_change_that_a_user_could_see_is_a_difference() {
        let changes: [(&str, Value); 8] = [
            ("/0/description", json!("other")),
            ("/0/name_localizations/ru", json!("другое")),
            ("/0/description_localizations", json!(null)),
            ("/0/name", json!("other")),
            ("/0/type", json!(3)),
            ("/0/integration_types", json!([0])),
            ("/0/contexts", json!([0, 1])),
            ("/0/options", json!([{"name": "new", "type": 3, "description": "An option"}])),
        ];
        for (pointer, value) in changes {
            let mut commands = wanted();
            *commands.pointer_mut(pointer).unwrap() = value;
            assert_ne!(shapes(&commands, true), shapes(&wanted(), true), "{pointer}");
        }
    }

    #[test]
    fn where_a_command_is_found_has_no_order_and_is_not_said_of_one_server() {
        let mut kept = as_kept_by_discord();
        for command in kept.as_array_mut().unwrap() {
            command["integration_types"] = json!([1, 0]);
            command["contexts"] = json!([2, 0, 1]);
        }
        assert_eq!(shapes(&kept, true), shapes(&wanted(), true));
        let bare = serde_json::to_value(commands()).unwrap();
        assert_ne!(shapes(&bare, true), shapes(&wanted(), true));
        assert_eq!(shapes(&kept, false), shapes(&bare, false));
    }

    #[test]
    fn every_option_counts() {
        let commands = wanted();
        for (place, command) in commands.as_array().unwrap().iter().enumerate() {
            for option in 0..command["options"].as_array().unwrap().len() {
                for (key, value) in [
                    ("required", json!("?")),
                    ("description", json!("other")),
                    ("name_localizations", json!({"ru": "другое"})),
                    ("description_localizations", json!(null)),
                    ("choices", json!([1])),
                    ("max_length", json!(100)),
                ] {
                    let mut changed = commands.clone();
                    changed[place]["options"][option][key] = value;
                    assert_ne!(shapes(&changed, true), shapes(&commands, true), "{place} {option} {key}");
                }
            }
        }
    }

    #[test]
    fn a_list_of_something_else_is_a_difference() {
        assert_eq!(shapes(&json!({"message": "no"}), true), None);
        assert_ne!(shapes(&json!([]), true), shapes(&wanted(), true));
    }
}
