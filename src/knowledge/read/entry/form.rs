//! What each key of a table takes, and what to write where something else stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use toml::de::DeValue;

use crate::knowledge::date::Date;
use crate::knowledge::format::{self, Table};
use crate::knowledge::read::number::{number, words_beside};

/// What a key, or an element of its list, takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Texts,
    Truth,
    Number,
    Dispute,
    Disputes,
    Allow,
    Allows,
}

impl Form {
    /// The form of a key, by its part of the schema.
    fn of(key: &str, property: &serde_json::Value) -> Self {
        let is = |name: &str| match &property["type"] {
            serde_json::Value::String(own) => own == name,
            serde_json::Value::Array(all) => all.iter().any(|own| own == name),
            _ => false,
        };
        match key {
            "value" => Self::Number,
            "disputes" => Self::Disputes,
            "allow" => Self::Allows,
            _ if is("array") => Self::Texts,
            _ if is("boolean") => Self::Truth,
            _ => Self::Text,
        }
    }

    /// The form of each element of a list.
    pub(super) fn of_elements(self) -> Self {
        match self {
            Self::Texts => Self::Text,
            Self::Disputes => Self::Dispute,
            Self::Allows => Self::Allow,
            other => other,
        }
    }

    /// Whether an element cannot stand in a list of this form.
    pub(super) fn refuses(self, element: &DeValue<'_>) -> bool {
        let has_only = |keys: &[&str]| {
            element.as_table().is_some_and(|table| {
                let is_text = |key: &&str| table.get(*key).is_some_and(|value| value.get_ref().is_str());
                table.len() == keys.len() && keys.iter().all(is_text)
            })
        };
        match self {
            Self::Texts => !element.is_str(),
            Self::Disputes => !element.is_str() && !has_only(&["fact", "on"]),
            Self::Allows => !has_only(&["code", "why"]),
            _ => false,
        }
    }

    pub(super) fn described(self) -> &'static str {
        match self {
            Self::Text => "a text in quotation marks",
            Self::Texts => "a list of texts",
            Self::Truth => "`true` or `false`",
            Self::Number => "a number, or a range such as `[1000, 3000]`",
            Self::Dispute => "an id, or `{ fact = \"id\", on = \"what they disagree on\" }`",
            Self::Disputes => "a list of ids, or of `{ fact = \"id\", on = \"what they disagree on\" }`",
            Self::Allow => "`{ code = \"a-warning\", why = \"the reason\" }`",
            Self::Allows => "a list of `{ code = \"a-warning\", why = \"the reason\" }`",
        }
    }

    fn sample(self, key: &str) -> &'static str {
        match (self, key) {
            (Self::Text, "date" | "published") => "\"2013-11-20\"",
            (Self::Text, _) => "\"…\"",
            (Self::Texts, _) => "[\"…\"]",
            (Self::Truth, _) => "true",
            (Self::Number, _) => "2328",
            (Self::Dispute, _) => "{ fact = \"…\", on = \"…\" }",
            (Self::Disputes, _) => "[{ fact = \"…\", on = \"…\" }]",
            (Self::Allow, _) => "{ code = \"…\", why = \"…\" }",
            (Self::Allows, _) => "[{ code = \"…\", why = \"…\" }]",
        }
    }

    /// What to add to the hint, where a number stands among words.
    pub(super) fn beside(self, value: &DeValue<'_>) -> &'static str {
        let text = value.as_str().filter(|_| self == Self::Number);
        text.map_or("", |text| words_beside(number(text).as_ref()))
    }

    /// What to write for what is written, and whether nothing else can be meant.
    pub(super) fn instead(self, key: &str, written: &str, value: &DeValue<'_>) -> (String, bool) {
        let one_line = !written.contains(['"', '\\', '\n']);
        match (self, value) {
            (Self::Text, DeValue::Datetime(_) | DeValue::Integer(_) | DeValue::Float(_)) => {
                let is_date = !matches!(key, "date" | "published") || Date::parse(written).is_ok();
                (format!("\"{written}\""), is_date && one_line)
            }
            (Self::Text, DeValue::Boolean(_)) => (format!("\"{written}\""), false),
            (Self::Text, DeValue::Array(array))
                if array.len() == 1 && array.iter().all(|one| one.get_ref().is_str()) =>
            {
                (written.trim_matches(['[', ']', ' ', ',']).to_owned(), false)
            }
            (Self::Texts | Self::Disputes, DeValue::String(text)) if is_id_list(key) && text.contains(',') => {
                let ids: Vec<String> = text.split(',').map(|id| format!("\"{}\"", id.trim())).collect();
                (format!("[{}]", ids.join(", ")), false)
            }
            (Self::Texts | Self::Disputes, DeValue::String(_)) => (format!("[{written}]"), true),
            (Self::Allows | Self::Disputes, DeValue::Table(_)) if written.starts_with('{') => {
                let whole = value.as_table().is_some_and(|_| !self.refuses(value));
                (if whole { format!("[{written}]") } else { self.sample(key).to_owned() }, whole)
            }
            (Self::Allows, DeValue::String(code)) => (format!("[{{ code = \"{code}\", why = \"…\" }}]"), false),
            (Self::Allow, DeValue::Table(table)) => {
                let code = table.get("code").and_then(|code| code.get_ref().as_str()).unwrap_or("…");
                (format!("{{ code = \"{code}\", why = \"…\" }}"), false)
            }
            (Self::Allow, DeValue::String(code)) => (format!("{{ code = \"{code}\", why = \"…\" }}"), false),
            (Self::Number, DeValue::String(text)) => match number(text) {
                Some(read) => (read.toml, text.parse::<f64>().is_ok()),
                None => (self.sample(key).to_owned(), false),
            },
            (Self::Number, DeValue::Array(_)) => ("[1000, 3000]".to_owned(), false),
            (Self::Truth, DeValue::String(text)) => match text.trim().to_lowercase().as_str() {
                word @ ("true" | "false") => (word.to_owned(), true),
                "no" => ("false".to_owned(), false),
                _ => ("true".to_owned(), false),
            },
            _ => (self.sample(key).to_owned(), false),
        }
    }
}

/// Whether a list holds ids, in which no comma can stand.
fn is_id_list(key: &str) -> bool {
    !matches!(key, "aliases" | "asked" | "says" | "never" | "sources")
}

/// The keys of a table, taken from the schema so that they are written down once.
pub(super) struct Shape {
    pub(super) forms: BTreeMap<String, Form>,
    pub(super) required: BTreeSet<String>,
    /// What each key means, and the words that it may hold where these are few.
    meanings: BTreeMap<String, (String, Vec<String>)>,
}

impl Shape {
    /// How to add a key that is missing.
    pub(super) fn add(&self, key: &str) -> String {
        let form = self.forms.get(key).copied().unwrap_or(Form::Text);
        match self.meanings.get(key) {
            Some((_, words)) if !words.is_empty() => format!("add `{key} = \"…\"`, with one of {}", words.join(", ")),
            Some((meaning, _)) if !meaning.is_empty() => format!("add `{key} = {}`: {meaning}", form.sample(key)),
            _ => format!("add `{key} = {}`", form.sample(key)),
        }
    }
}

/// What the schema says of a key, as the end of a sentence.
fn meaning(property: &serde_json::Value) -> (String, Vec<String>) {
    let text = property["description"].as_str().unwrap_or_default().trim_end_matches('.');
    let mut letters = text.chars();
    let small = letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default();
    let words = property["enum"].as_array().into_iter().flatten().filter_map(|word| word.as_str());
    (small, words.map(|word| format!("`{word}`")).collect())
}

/// The shapes of all tables.
pub(super) static SHAPES: LazyLock<BTreeMap<Table, Shape>> = LazyLock::new(|| {
    let schema = format::schema();
    let definitions = schema.as_value().pointer("/$defs").cloned().unwrap_or_default();
    let shape = |table: &Table| {
        let definition = definitions.get(table.word()).cloned().unwrap_or_default();
        let properties = || definition["properties"].as_object().into_iter().flatten();
        let required = definition["required"].as_array().into_iter().flatten();
        Shape {
            forms: properties().map(|(key, property)| (key.clone(), Form::of(key, property))).collect(),
            required: required.filter_map(|key| key.as_str().map(ToOwned::to_owned)).collect(),
            meanings: properties().map(|(key, property)| (key.clone(), meaning(property))).collect(),
        }
    };
    Table::ALL.iter().map(|table| (*table, shape(table))).collect()
});
