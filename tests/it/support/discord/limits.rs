//! Discord's limits, counted as Discord counts them: in UTF-16 units.
//!
//! It owns the limits that the API's schema does not say or counts otherwise: sums over several fields, what must be unique,
//! which rows may stand together, and that nobody is mentioned. Types and shapes are left to `schema`.
//! Source: <https://docs.discord.com/developers/resources/message#embed-object-embed-limits>,
//! <https://docs.discord.com/developers/components/reference>,
//! <https://docs.discord.com/developers/interactions/application-commands>.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// What is wrong with a message, whether it is a first response, an edit or a follow-up.
pub(super) fn message(data: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    faults.length("content", &data["content"], 0, 2000);
    faults.count("embeds", &data["embeds"], 0, 10);
    let sum: usize = list(&data["embeds"]).iter().map(|embed| check_embed(embed, &mut faults)).sum();
    if sum > 6000 {
        faults.add(format!("the embeds hold {sum} units together, more than 6000"));
    }
    let filled = |part: &Value| part.as_str().map_or(!list(part).is_empty(), |text| !text.is_empty());
    if !["content", "embeds", "components"].iter().any(|part| filled(&data[part])) {
        faults.add("the message is empty");
    }
    let mentions = &data["allowed_mentions"];
    if mentions["parse"] != json!([]) || !list(&mentions["users"]).is_empty() || !list(&mentions["roles"]).is_empty() {
        faults.add(format!("allowed_mentions is {mentions}, which does not keep everybody from being mentioned"));
    }
    check_rows(&data["components"], &mut faults);
    faults.0
}

/// What is wrong with the promise of a later answer: it may say who will see it, and nothing else.
pub(super) fn deferral(data: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    let says_something = |value: &Value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty());
    for (key, value) in data.as_object().into_iter().flatten() {
        if key != "flags" && says_something(value) {
            faults.add(format!("a deferral that holds {key}: {value}"));
        }
    }
    faults.0
}

/// What is wrong with a list of choices.
pub(super) fn choices(data: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    faults.count("choices", &data["choices"], 0, 25);
    for (place, choice) in list(&data["choices"]).iter().enumerate() {
        faults.length(&format!("choices[{place}].name"), &choice["name"], 1, 100);
        faults.length(&format!("choices[{place}].value"), &choice["value"], 1, 100);
    }
    faults.0
}

/// The locales that Discord knows: <https://docs.discord.com/developers/reference#locales>.
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
];

/// What is wrong with the commands to register.
pub(super) fn commands(body: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    faults.count("the commands", body, 0, 100);
    faults.unique("command name", list(body).iter().map(|command| &command["name"]));
    for locale in locales(list(body)) {
        let names = list(body).iter().map(|command| &command["name_localizations"][locale]);
        faults.unique(&format!("command name in {locale}"), names);
    }
    for command in list(body) {
        check_command(command, &mut faults);
    }
    faults.0
}

fn check_embed(embed: &Value, faults: &mut Faults) -> usize {
    let parts = [("/title", 256), ("/description", 4096), ("/footer/text", 2048), ("/author/name", 256)];
    let mut sum = 0;
    for (pointer, limit) in parts {
        if let Some(text) = embed.pointer(pointer) {
            sum += faults.length(&format!("embed{pointer}"), text, 1, limit);
        }
    }
    faults.count("the embed's fields", &embed["fields"], 0, 25);
    for (place, field) in list(&embed["fields"]).iter().enumerate() {
        sum += faults.length(&format!("embed/fields/{place}/name"), &field["name"], 1, 256);
        sum += faults.length(&format!("embed/fields/{place}/value"), &field["value"], 1, 1024);
    }
    if sum == 0 {
        faults.add("an embed is empty");
    }
    sum
}

fn check_rows(rows: &Value, faults: &mut Faults) {
    faults.count("components", rows, 0, 5);
    let parts: Vec<&Value> = list(rows).iter().flat_map(|row| list(&row["components"])).collect();
    faults.unique("custom_id", parts.iter().map(|part| &part["custom_id"]));
    for row in list(rows) {
        let parts = list(&row["components"]);
        let menus = parts.iter().filter(|part| part["type"] == 3).count();
        if parts.is_empty() || parts.len() > if menus > 0 { 1 } else { 5 } {
            faults.add(format!("a row holds {} parts, {menus} of them menus", parts.len()));
        }
    }
    for part in parts {
        faults.length("custom_id", &part["custom_id"], 1, 100);
        if part["type"] == 3 {
            check_menu(part, faults);
        } else {
            faults.length("a button's label", &part["label"], 1, 80);
        }
    }
}

fn check_menu(menu: &Value, faults: &mut Faults) {
    if menu.get("placeholder").is_some() {
        faults.length("a menu's placeholder", &menu["placeholder"], 1, 150);
    }
    faults.count("a menu's options", &menu["options"], 1, 25);
    faults.unique("menu option", list(&menu["options"]).iter().map(|option| &option["value"]));
    for (place, option) in list(&menu["options"]).iter().enumerate() {
        faults.length(&format!("options[{place}].label"), &option["label"], 1, 100);
        faults.length(&format!("options[{place}].value"), &option["value"], 1, 100);
        if option.get("description").is_some() {
            faults.length(&format!("options[{place}].description"), &option["description"], 1, 100);
        }
    }
}

fn check_command(command: &Value, faults: &mut Faults) {
    let options = list(&command["options"]);
    let name = command["name"].as_str().unwrap_or_default();
    faults.count(&format!("/{name}'s options"), &command["options"], 0, 25);
    faults.unique("option", options.iter().map(|option| &option["name"]));
    for locale in locales(options) {
        let names = options.iter().map(|option| &option["name_localizations"][locale]);
        faults.unique(&format!("option in {locale}"), names);
    }
    let required = options.iter().map(|option| option["required"] == true);
    if !required.is_sorted_by(|one, next| one >= next) {
        faults.add(format!("/{name} has a required option after one that is not"));
    }
    let mut sum = 0;
    for part in options.iter().chain([command]) {
        let maps = ["name_localizations", "description_localizations"].iter().filter_map(|key| part[key].as_object());
        for locale in maps.flat_map(|map| map.keys()).filter(|locale| !LOCALES.contains(&locale.as_str())) {
            faults.add(format!("{locale} is no locale"));
        }
        let names = || [&part["name"]].into_iter().chain(localised(&part["name_localizations"]));
        // In the menu of a message or a user, a name is written as people write.
        let fits = |name: &str| match part["type"].as_u64() {
            Some(2 | 3) if std::ptr::eq(part, command) => (1..=32).contains(&name.encode_utf16().count()),
            _ => is_command_name(name),
        };
        for name in names().filter(|name| !fits(name.as_str().unwrap_or_default())) {
            faults.add(format!("{name} is not a name for a command or an option"));
        }
        // "Only the longest localization for each field (including the default value) is counted towards the size limit."
        sum += names().map(units).max().unwrap_or_default();
        let descriptions = [&part["description"]].into_iter().chain(localised(&part["description_localizations"]));
        let lengths = descriptions.map(|text| faults.length(&format!("a description in /{name}"), text, 1, 100));
        sum += lengths.max().unwrap_or_default();
        sum +=
            list(&part["choices"]).iter().map(|choice| units(&choice["name"]) + units(&choice["value"])).sum::<usize>();
    }
    if sum > 8000 {
        faults.add(format!("/{name} holds {sum} units, more than 8000"));
    }
}

/// The locales in which any of the parts has a name.
fn locales(parts: &[Value]) -> BTreeSet<&str> {
    let named = parts.iter().filter_map(|part| part["name_localizations"].as_object());
    named.flat_map(|names| names.keys().map(String::as_str)).collect()
}

fn localised(texts: &Value) -> impl Iterator<Item = &Value> {
    texts.as_object().into_iter().flat_map(|texts| texts.values())
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case.
fn is_command_name(name: &str) -> bool {
    let fits = |character: char| character.is_alphanumeric() || "-_'".contains(character);
    (1..=32).contains(&name.chars().count()) && name.chars().all(fits) && name.to_lowercase() == name
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, fault: impl Into<String>) {
        self.0.push(fault.into());
    }

    /// Counts a text and holds it against its limits; a text that is not there is only counted.
    fn length(&mut self, place: &str, text: &Value, least: usize, most: usize) -> usize {
        let length = units(text);
        if (length < least && !text.is_null()) || length > most {
            self.add(format!("{place} has {length} units, not {least} to {most}: {}", start(text)));
        }
        length
    }

    fn count(&mut self, place: &str, items: &Value, least: usize, most: usize) {
        let count = list(items).len();
        if count < least || count > most {
            self.add(format!("{place} are {count}, not {least} to {most}"));
        }
    }

    fn unique<'a>(&mut self, what: &str, items: impl Iterator<Item = &'a Value>) {
        let mut seen = BTreeSet::new();
        for item in items.filter_map(Value::as_str) {
            if !seen.insert(item) {
                self.add(format!("the {what} {item:?} stands twice"));
            }
        }
    }
}

fn units(text: &Value) -> usize {
    text.as_str().map_or(0, |text| text.encode_utf16().count())
}

fn list(items: &Value) -> &[Value] {
    items.as_array().map_or(&[], Vec::as_slice)
}

/// Enough of a text to know it by.
fn start(text: &Value) -> String {
    text.to_string().chars().take(80).collect()
}

mod tests {
    use super::*;

    fn good() -> Value {
        json!({
            "embeds": [{"title": "T", "description": "D", "footer": {"text": "F"}, "fields": [{"name": "N", "value": "V"}]}],
            "allowed_mentions": {"parse": []},
            "components": [
                {"type": 1, "components": [{"type": 3, "custom_id": "menu", "options": [{"label": "L", "value": "V"}]}]},
                {"type": 1, "components": [{"type": 2, "custom_id": "one", "label": "1"}, {"type": 2, "custom_id": "two", "label": "2"}]},
            ],
        })
    }

    fn long(units: usize) -> Value {
        json!("𝄞".repeat(units / 2) + "x".repeat(units % 2).as_str())
    }

    /// Each limit at a place of [`good`] that holds one text.
    const LENGTHS: &[(&str, usize)] = &[
        ("/embeds/0/title", 256),
        ("/embeds/0/description", 4096),
        ("/embeds/0/footer/text", 2048),
        ("/embeds/0/fields/0/name", 256),
        ("/embeds/0/fields/0/value", 1024),
        ("/components/0/components/0/custom_id", 100),
        ("/components/0/components/0/options/0/label", 100),
        ("/components/0/components/0/options/0/value", 100),
        ("/components/1/components/0/custom_id", 100),
        ("/components/1/components/0/label", 80),
    ];

    #[test]
    fn a_good_message_passes() {
        assert_eq!(message(&good()), [] as [String; 0]);
    }

    #[test]
    fn a_text_may_reach_its_limit_in_utf_16_and_not_pass_it() {
        for (pointer, limit) in LENGTHS {
            for (length, faults) in [(*limit, 0), (limit + 1, 1), (0, 1)] {
                let mut spoilt = good();
                *spoilt.pointer_mut(pointer).unwrap() = long(length);
                assert_eq!(message(&spoilt).len(), faults, "{pointer} of {length}");
            }
        }
    }

    #[test]
    fn what_must_not_stand_together_is_found() {
        let row = |count: usize| {
            let button = |number| json!({"type": 2, "custom_id": format!("b{number}"), "label": "x"});
            json!({"type": 1, "components": (0..count).map(button).collect::<Vec<_>>()})
        };
        let full = json!({"description": long(4000)});
        let changes = [
            ("/allowed_mentions", Value::Null),
            ("/allowed_mentions/parse", json!(["everyone"])),
            ("/embeds", json!([full, full])),
            ("/embeds", json!([{}])),
            ("/embeds", json!(vec![json!({"title": "T"}); 11])),
            ("/embeds/0/fields", json!(vec![json!({"name": "N", "value": "V"}); 26])),
            ("/components/1/components/1/custom_id", json!("one")),
            ("/components/1", row(6)),
            ("/components/1", row(0)),
            ("/components/0/components", json!(vec![good()["components"][0]["components"][0].clone(); 2])),
            (
                "/components",
                json!((0..6).map(|_| json!({"components": [{"type": 2, "label": "x"}]})).collect::<Vec<_>>()),
            ),
            ("/components/0/components/0/options", json!([])),
            ("/components/0/components/0/options", json!(vec![json!({"label": "L", "value": "V"}); 2])),
        ];
        for (pointer, value) in changes {
            let mut spoilt = good();
            *spoilt.pointer_mut(pointer).unwrap() = value.clone();
            assert_ne!(message(&spoilt), [] as [String; 0], "{pointer}: {value}");
        }
        assert_ne!(message(&json!({"allowed_mentions": {"parse": []}})), [] as [String; 0], "an empty message");
    }

    #[test]
    fn choices_have_their_limits() {
        let list = |count, name: Value| json!({"choices": vec![json!({"name": name, "value": "v"}); count]});
        assert_eq!(choices(&list(25, long(100))), [] as [String; 0]);
        assert_ne!(choices(&list(26, json!("n"))), [] as [String; 0]);
        assert_ne!(choices(&list(1, long(101))), [] as [String; 0]);
        assert_ne!(choices(&list(1, json!(""))), [] as [String; 0]);
    }

    #[test]
    fn commands_have_their_limits() {
        let option = |name: &str, required: bool| json!({"name": name, "description": "D", "required": required});
        let command = |name: &str, options: Vec<Value>| json!({"name": name, "description": "D", "options": options});
        let good = command("ask", vec![option("a", true), option("b", false)]);
        assert_eq!(commands(&json!([good])), [] as [String; 0]);
        let names = (0..26).map(|number| option(&format!("o{number}"), false)).collect();
        let wordy = (0..25).map(|number| {
            json!({"name": format!("o{number}"), "description": "D",
            "choices": vec![json!({"name": long(100), "value": long(100)}); 2]})
        });
        let bad = [
            command("Ask", vec![]),
            command("a b", vec![]),
            command("", vec![]),
            command(&"a".repeat(33), vec![]),
            command("ask", vec![option("a", false), option("b", true)]),
            command("ask", vec![option("a", true), option("a", true)]),
            command("ask", names),
            command("ask", wordy.collect()),
            json!({"name": "ask", "description": ""}),
            json!({"name": "ask", "description": long(101)}),
            json!({"name": "ask", "description": "D", "description_localizations": {"ru": long(101)}}),
            json!({"name": "ask", "description": "D", "name_localizations": {"ru": "Спросить"}}),
            json!({"name": "ask", "description": "D", "name_localizations": {"be": "спытаць"}}),
            command(
                "ask",
                ["a", "b"]
                    .map(|name| json!({"name": name, "description": "D", "name_localizations": {"ru": "с"}}))
                    .to_vec(),
            ),
        ];
        for command in bad {
            assert_ne!(commands(&json!([command])), [] as [String; 0], "{command}");
        }
        assert_ne!(commands(&json!([good, good])), [] as [String; 0], "twice the same");
        let called = |name: &str| json!({"name": name, "description": "D", "name_localizations": {"ru": "спросить"}});
        assert_ne!(commands(&json!([called("ask"), called("event")])), [] as [String; 0], "twice the same in Russian");
    }
}
