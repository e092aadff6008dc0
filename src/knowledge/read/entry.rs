//! Reads one entry, and says of one that cannot be read what a curator has to type instead.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, Range};
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::diagnostic::{Code, Diagnostic};
use crate::knowledge::date::Date;
use crate::knowledge::format::{self, Table};
use crate::knowledge::locate::Layout;
use crate::knowledge::model::Origin;
use crate::suggestion::nearest;

/// Reads one entry; on a fault, finds all the others of that entry too.
pub(super) struct EntryReader<'a, 't> {
    pub(super) table: Table,
    pub(super) origin: Origin,
    /// The text of the file.
    pub(super) text: &'t str,
    pub(super) layout: &'a dyn Deref<Target = Layout<'t>>,
    pub(super) broken: &'a mut BTreeSet<String>,
    pub(super) faults: &'a mut Vec<Diagnostic>,
}

impl EntryReader<'_, '_> {
    pub(super) fn read<T: DeserializeOwned>(&mut self, entry: Spanned<DeValue<'_>>) -> Option<(Origin, T)> {
        let span = entry.span();
        let Some(id) = entry.get_ref().as_table().map(id_of) else {
            let word = self.table.word();
            let fault = Diagnostic::new(Code::WrongType, format!("an entry of `{word}` must be a table"));
            self.faults.push(fault.at(self.origin.file, span, "").help(format!("begin each entry with `[[{word}]]`")));
            return None;
        };
        let read = T::deserialize(ValueDeserializer::from(entry)).ok();
        if read.is_none() {
            self.broken.extend(id);
            self.explain::<T>();
        }
        read.map(|read| (self.origin, read))
    }

    /// Finds each fault of an entry that cannot be read: keys it must not have, keys it must have, wrong types.
    fn explain<T: DeserializeOwned>(&mut self) {
        let Some(entry) = self.layout.entry(self.table, self.origin) else { return };
        let span = entry.span();
        let DeValue::Table(mut keys) = entry.get_ref().clone() else { return };
        let shape = &SHAPES[&self.table];
        let unknown: Vec<_> =
            keys.keys().filter(|key| !shape.forms.contains_key(key.get_ref().as_ref())).cloned().collect();
        for key in unknown {
            self.unknown_key(key.get_ref(), key.span(), shape);
            keys.remove(&key);
        }
        for missing in shape.required.iter().filter(|&key| !keys.contains_key(key.as_str())) {
            let message = format!("this {} has no `{missing}`", self.table.word());
            let form = shape.forms.get(missing).copied().unwrap_or(Form::Text);
            let help = format!("add `{missing} = {}`", form.sample(missing));
            self.faults
                .push(Diagnostic::new(Code::MissingKey, message).at(self.origin.file, span.clone(), "").help(help));
        }
        loop {
            let value = Spanned::new(span.clone(), DeValue::Table(keys.clone()));
            let Err(error) = T::deserialize(ValueDeserializer::from(value)) else { return };
            let at = error.span().unwrap_or_default();
            // An error that lies in no key is about a missing one, which has been reported.
            let Some((key, value)) = keys.iter().find(|(_, value)| covers(value.span(), &at)) else { return };
            let (key, form) = (key.clone(), shape.forms.get(key.get_ref().as_ref()).copied().unwrap_or(Form::Text));
            self.wrong_type(key.get_ref(), form, value, error.message());
            keys.remove(&key);
        }
    }

    fn unknown_key(&mut self, key: &str, span: Range<usize>, shape: &Shape) {
        let word = self.table.word();
        let help = match nearest(key, shape.forms.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys of `[[{word}]]` are {}", listed(shape.forms.keys())),
        };
        let fault = Diagnostic::new(Code::UnknownKey, format!("`[[{word}]]` has no key `{key}`"));
        self.faults.push(fault.at(self.origin.file, span, "").help(help));
    }

    fn wrong_type(&mut self, key: &str, form: Form, value: &Spanned<DeValue<'_>>, reason: &str) {
        let elements = value.get_ref().as_array().filter(|_| form == Form::Texts);
        let odd = elements.and_then(|all| all.iter().find(|element| !element.get_ref().is_str()));
        let (place, wanted) = match odd {
            Some(element) => (element.span(), format!("each element of `{key}` must be a text in quotation marks")),
            None => (value.span(), format!("`{key}` must be {}", form.described())),
        };
        let written = self.text.get(place.clone()).unwrap_or_default();
        let form = if odd.is_some() { Form::Text } else { form };
        let (instead, safe) = form.instead(key, written, odd.unwrap_or(value).get_ref());
        let message = match (form, value.get_ref()) {
            // What lies inside is known best to the reader of that value.
            (Form::Allows | Form::Disputes, DeValue::Array(_)) => format!("{wanted}: {reason}"),
            _ => format!("{wanted}, and this is {}", described(odd.unwrap_or(value).get_ref())),
        };
        let fault = Diagnostic::new(Code::WrongType, message).at(self.origin.file, place.clone(), "");
        let shown = if odd.is_some() { instead.clone() } else { format!("{key} = {instead}") };
        let fault = fault.help(format!("write `{shown}`"));
        self.faults.push(if safe { fault.mend(place, instead) } else { fault });
    }
}

pub(super) fn id_of(table: &DeTable<'_>) -> Option<String> {
    table.get("id").and_then(|id| id.get_ref().as_str()).map(ToOwned::to_owned)
}

fn covers(outer: Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn listed<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number without quotation marks",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date without quotation marks",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Texts,
    Truth,
    Number,
    Disputes,
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

    fn described(self) -> &'static str {
        match self {
            Self::Text => "a text in quotation marks",
            Self::Texts => "a list of texts",
            Self::Truth => "`true` or `false`",
            Self::Number => "a number, or a range such as `[1000, 3000]`",
            Self::Disputes => "a list of ids, or of `{ fact = \"id\", on = \"what they disagree on\" }`",
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
            (Self::Disputes, _) => "[{ fact = \"…\", on = \"…\" }]",
            (Self::Allows, _) => "[{ code = \"…\", why = \"…\" }]",
        }
    }

    /// What to write for what is written, and whether nothing else can be meant.
    fn instead(self, key: &str, written: &str, value: &DeValue<'_>) -> (String, bool) {
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
            (Self::Texts | Self::Disputes, DeValue::String(_)) => (format!("[{written}]"), true),
            (Self::Number, DeValue::String(text)) => match number(text) {
                Some(number) => (number, text.parse::<f64>().is_ok()),
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

/// The number that a text gives, as TOML writes it: `2,328` is 2328, `1000–3000` is a range.
fn number(text: &str) -> Option<String> {
    let plain = |text: &str| {
        let text: String = text.trim().chars().filter(|c| !matches!(c, ',' | ' ' | '_' | '\'' | '\u{a0}')).collect();
        text.parse::<f64>().is_ok_and(f64::is_finite).then_some(text)
    };
    let range = text.split_once(['–', '—']).or_else(|| text.split_once(" to ")).or_else(|| text.trim().split_once('-'));
    plain(text).or_else(|| {
        let (least, most) = range?;
        Some(format!("[{}, {}]", plain(least)?, plain(most)?))
    })
}

/// The keys of a table, taken from the schema so that they are written down once.
struct Shape {
    forms: BTreeMap<String, Form>,
    required: BTreeSet<String>,
}

static SHAPES: LazyLock<BTreeMap<Table, Shape>> = LazyLock::new(|| {
    let schema = format::schema();
    let definitions = schema.as_value().pointer("/$defs").cloned().unwrap_or_default();
    let shape = |table: &Table| {
        let definition = definitions.get(table.word()).cloned().unwrap_or_default();
        let properties = definition["properties"].as_object().into_iter().flatten();
        let forms = properties.map(|(key, property)| (key.clone(), Form::of(key, property))).collect();
        let required = definition["required"].as_array().into_iter().flatten();
        Shape { forms, required: required.filter_map(|key| key.as_str().map(ToOwned::to_owned)).collect() }
    };
    Table::ALL.iter().map(|table| (*table, shape(table))).collect()
});
