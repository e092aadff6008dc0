//! Reads one entry, and says of one that cannot be read what a curator has to type instead.

use std::collections::BTreeSet;
use std::ops::{Deref, Range};

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::diagnostic::{Code, Diagnostic};
use crate::knowledge::format::Table;
use crate::knowledge::locate::Layout;
use crate::knowledge::model::Origin;
use crate::suggestion::nearest;

mod form;

use form::{Form, SHAPES, Shape};

/// Keys that people write where the format has another for the same: the first that the table has.
const OTHER_KEYS: &[(&str, &[&str])] = &[
    ("actor", &["actors", "about"]),
    ("according_to", &["attributed_to"]),
    ("aka", &["aliases"]),
    ("amount", &["value"]),
    ("by", &["attributed_to", "author"]),
    ("cites", &["sources"]),
    ("comment", &["note"]),
    ("description", &["summary", "text", "note"]),
    ("expected", &["expect"]),
    ("figure", &["value"]),
    ("heading", &["title", "name", "label"]),
    ("label", &["title", "name"]),
    ("link", &["url"]),
    ("location", &["place"]),
    ("name", &["title", "label"]),
    ("names", &["aliases"]),
    ("number", &["value"]),
    ("participants", &["actors"]),
    ("people", &["actors", "about"]),
    ("question", &["ask"]),
    ("reference", &["sources"]),
    ("references", &["sources"]),
    ("remark", &["note"]),
    ("said_by", &["attributed_to"]),
    ("sentence", &["text"]),
    ("speaker", &["attributed_to"]),
    ("subject", &["about"]),
    ("summary", &["text", "note"]),
    ("synonyms", &["aliases"]),
    ("tags", &["topics"]),
    ("text", &["summary"]),
    ("theme", &["topics"]),
    ("time", &["date"]),
    ("title", &["name", "label", "office"]),
    ("type", &["kind"]),
    ("website", &["url"]),
    ("when", &["date"]),
    ("where", &["place"]),
    ("who", &["actors", "about"]),
    ("year", &["date", "published"]),
];

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
        let present = |key: &str| keys.contains_key(key);
        let meant: Vec<Option<&str>> = unknown.iter().map(|key| meant_key(key.get_ref(), shape, present)).collect();
        let missing = shape.required.iter().filter(|&key| !present(key) && !meant.contains(&Some(key)));
        for key in missing {
            let message = format!("this {} has no `{key}`", self.table.word());
            let fault = Diagnostic::new(Code::MissingKey, message).at(self.origin.file, span.clone(), "");
            self.faults.push(fault.help(shape.add(key)));
        }
        for (key, meant) in unknown.into_iter().zip(meant) {
            self.unknown_key(key.get_ref(), key.span(), meant, shape);
            keys.remove(&key);
        }
        loop {
            let value = Spanned::new(span.clone(), DeValue::Table(keys.clone()));
            let Err(error) = T::deserialize(ValueDeserializer::from(value)) else { return };
            let at = error.span().unwrap_or_default();
            // An error that lies in no key is about a missing one, which has been reported.
            let Some((key, value)) = keys.iter().find(|(_, value)| covers(value.span(), &at)) else { return };
            let (key, form) = (key.clone(), shape.forms.get(key.get_ref().as_ref()).copied().unwrap_or(Form::Text));
            self.wrong_type(key.get_ref(), form, value);
            keys.remove(&key);
        }
    }

    fn unknown_key(&mut self, key: &str, span: Range<usize>, meant: Option<&str>, shape: &Shape) {
        let word = self.table.word();
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the keys of `[[{word}]]` are {}", listed(shape.forms.keys())),
        };
        let fault = Diagnostic::new(Code::UnknownKey, format!("`[[{word}]]` has no key `{key}`"));
        self.faults.push(fault.at(self.origin.file, span, "").help(help));
    }

    fn wrong_type(&mut self, key: &str, form: Form, value: &Spanned<DeValue<'_>>) {
        let odd = value.get_ref().as_array().and_then(|all| all.iter().find(|one| form.refuses(one.get_ref())));
        let (at, form) = match odd {
            Some(element) => (element, form.of_elements()),
            None => (value, form),
        };
        let place = at.span();
        let written = self.text.get(place.clone()).unwrap_or_default();
        let (instead, safe) = form.instead(key, written, at.get_ref());
        let whose = if odd.is_some() { format!("each element of `{key}`") } else { format!("`{key}`") };
        let message = match (form, at.get_ref()) {
            (Form::Allow | Form::Dispute, DeValue::Table(_)) => format!("{whose} must be {}", form.described()),
            (_, found) => format!("{whose} must be {}, and this is {}", form.described(), described(found)),
        };
        let fault = Diagnostic::new(Code::WrongType, message).at(self.origin.file, place.clone(), "");
        let shown = if odd.is_some() { instead.clone() } else { format!("{key} = {instead}") };
        let fault = fault.help(format!("write `{shown}`{}", form.beside(at.get_ref())));
        self.faults.push(if safe { fault.mend(place, instead) } else { fault });
    }
}

/// The key that was meant by one that the table does not have.
fn meant_key<'s>(key: &str, shape: &'s Shape, present: impl Fn(&str) -> bool) -> Option<&'s str> {
    let key = key.to_lowercase();
    let others = OTHER_KEYS.iter().find(|(other, _)| *other == key).map_or(&[][..], |(_, others)| *others);
    let absent = || shape.forms.keys().map(String::as_str).filter(|known| !present(known));
    let same = others.iter().find_map(|other| absent().find(|known| known == other));
    let near = || nearest(&key, absent()).or_else(|| nearest(&key, shape.forms.keys().map(String::as_str)));
    absent().find(|known| *known == key).or(same).or_else(near)
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
