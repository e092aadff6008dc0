//! What a button or a line of a menu carries: the whole request and what of the answer to show, in a short text.
//!
//! A press needs nothing that the process remembers, so it works after a restart and on any replica, and with other
//! knowledge as long as the entries are still there.
//!
//! Version 2 is `2;view;command` and one field for each option: its code, a sign, and the value. After `=` stand short
//! keys, eight characters each; after `?` the short keys of what a text may mean, after `!` of what is nearest to it; after
//! `:` a text in which `\` and `;` have a backslash before them; `+` is a flag. Version 1 had a page in place of the view;
//! version 0 was `page /line`.

use super::view::LAST;
use super::{Key, Request, Spec, UserError, Value, View};
use crate::knowledge::ShortKey;
use crate::message::Message;

/// So many UTF-16 units a press may take. Whoever carries it must have this room.
pub const ROOM: usize = 100;

/// So many entries that a text may mean are carried on.
const CANDIDATES: usize = 4;

/// The version that is written.
const VERSION: &str = "2";

/// A button pressed or a line of a menu selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Press {
    /// What is asked.
    pub request: Request,
    /// What of the answer.
    pub view: View,
}

impl Press {
    /// The text that a component carries. That of a canonical request has at most [`ROOM`] units.
    pub fn encode(&self) -> String {
        let mut text = format!("{VERSION};{};{}", self.view.code(), self.request.spec.name);
        for (name, value) in &self.request.given {
            if let Some(option) = self.request.spec.option(name) {
                text.push(';');
                text.push(option.code);
                text.push_str(&field(value));
            }
        }
        text
    }

    /// Reads what a component carried, of this version or an older one.
    ///
    /// # Errors
    /// When it is not something that Casebook made.
    pub fn decode(carried: &str) -> Result<Self, UserError> {
        let press = match carried.split_once(';') {
            Some((VERSION, _)) => read(carried, View::of_code),
            Some(("1", _)) => read(carried, |page| Some(View::of_page(page.parse().ok()?))),
            _ => read_line(carried),
        };
        press.ok_or_else(|| Message::StaleButton.into())
    }
}

impl Request {
    /// Whether a button can carry the request, whatever the page, and with one entry in place of any of its texts.
    pub fn can_be_carried(&self) -> bool {
        let grown = self.given.iter().filter(|(_, value)| matches!(value, Value::Text(_))).map(|(_, value)| {
            let keys = Value::Entries(vec![Key::Short(ShortKey::of(""))]);
            length(&field(&keys)).saturating_sub(length(&field(value)))
        });
        let press = Press { request: self.clone(), view: LAST };
        length(&press.encode()) + grown.max().unwrap_or_default() <= ROOM
    }
}

impl Value {
    /// Entries that a text may mean, as many as can be carried.
    pub fn among(ids: impl IntoIterator<Item = String>) -> Self {
        Self::Among(ids.into_iter().take(CANDIDATES).map(Key::Id).collect())
    }

    /// The entries nearest to a text that means none of them, as many as can be carried.
    pub fn near(ids: impl IntoIterator<Item = String>) -> Self {
        Self::Near(ids.into_iter().take(CANDIDATES).map(Key::Id).collect())
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn field(value: &Value) -> String {
    let keys =
        |sign: char, keys: &[Key]| keys.iter().fold(String::from(sign), |text, key| text + &key.short().to_string());
    match value {
        Value::Text(text) => format!(":{}", text.replace('\\', "\\\\").replace(';', "\\;")),
        Value::Flag(flag) => if *flag { "+" } else { "-" }.to_owned(),
        Value::Entries(entries) => keys('=', entries),
        Value::Among(entries) => keys('?', entries),
        Value::Near(entries) => keys('!', entries),
    }
}

fn read(carried: &str, view: impl Fn(&str) -> Option<View>) -> Option<Press> {
    let fields = split(carried);
    let [_, seen, command, options @ ..] = fields.as_slice() else { return None };
    let mut request = Request::bare(Spec::carried(command)?);
    for text in options {
        let mut chars = text.chars();
        let code = chars.next()?;
        let option = request.spec.options.iter().find(|option| option.code == code)?;
        let value = read_value(chars.as_str())?;
        request = request.with(option.name, value);
    }
    Some(Press { request: request.checked().ok()?, view: view(seen)? })
}

fn read_value(text: &str) -> Option<Value> {
    let mut chars = text.chars();
    let sign = chars.next()?;
    let rest = chars.as_str();
    Some(match sign {
        ':' => Value::Text(rest.to_owned()),
        '+' => Value::Flag(true),
        '-' => Value::Flag(false),
        '=' => Value::Entries(read_keys(rest)?),
        '?' => Value::Among(read_keys(rest)?),
        '!' => Value::Near(read_keys(rest)?),
        _ => return None,
    })
}

fn read_keys(text: &str) -> Option<Vec<Key>> {
    let bytes = text.as_bytes().chunks(ShortKey::LENGTH);
    bytes.map(|key| Some(Key::Short(std::str::from_utf8(key).ok()?.parse().ok()?))).collect()
}

/// The fields between semicolons, without their backslashes.
fn split(text: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, fields.last_mut()) {
            (';', _) => fields.push(String::new()),
            ('\\', Some(field)) => field.extend(chars.next()),
            (c, Some(field)) => field.push(c),
            (_, None) => {}
        }
    }
    fields
}

/// Version 0: the page, and the line that one would type.
fn read_line(carried: &str) -> Option<Press> {
    let (page, line) = carried.split_once(' ')?;
    Some(Press { view: View::of_page(page.parse().ok()?), request: Request::parse(line).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Command;
    use proptest::prelude::*;

    fn again(press: &Press) -> Press {
        Press::decode(&press.encode()).unwrap()
    }

    #[test]
    fn a_press_carries_its_request() {
        let request = Request::parse(r"/compare first:a;b\ second:10:30 \private:x private:true").unwrap();
        let press = Press { request, view: View::Page(2) };
        assert_eq!(again(&press), press);
    }

    #[test]
    fn entries_are_carried_by_their_short_keys() {
        let request = Request::of(Command::Event).with("question", Value::entry("visit-lukashenko-baku-2013"));
        let press = Press { request, view: View::Front };
        assert_eq!(press.encode(), "2;f;event;q=jj_N0PBL");
        let key = Key::Short(ShortKey::of("visit-lukashenko-baku-2013"));
        assert_eq!(again(&press).request.value("question"), Some(&Value::Entries(vec![key])));
    }

    #[test]
    fn a_button_of_an_older_version_still_works() {
        let press = Press::decode("1 /timeline about:belarus from:2010 private:true").unwrap();
        assert_eq!(press.view, View::Page(1));
        assert_eq!(press.request.line(), "/timeline about:belarus from:2010 private:true");
        let press = Press::decode("1;3;event;q=jj_N0PBL;p+").unwrap();
        assert_eq!((press.view, press.request.private()), (View::Page(3), true));
        assert_eq!(Press::decode("1;0;help").unwrap().view, View::Front);
    }

    #[test]
    fn garbage_is_refused_with_a_sentence() {
        for garbage in [
            "",
            "x",
            "0",
            "0 /nothing",
            "-1 /help",
            "99999999999999999999 /help",
            "0 /event",
            "1;",
            "1;0;nothing",
            "1;0;event",
            "1;x;help",
            "1;0;event;q",
            "1;0;event;q=short",
            "1;0;event;q=ÄÄÄÄ",
            "1;0;event;x:y",
            "2;0;help",
            "2;w;help",
            "3;f;help",
        ] {
            assert_eq!(
                Press::decode(garbage).map(|press| press.request.line()),
                Err(Message::StaleButton.into()),
                "{garbage}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_is_carried_is_read_or_refused(carried in "([12];([0-9]{0,3}|[a-z][0-9a-z]{0,3});(event|ask|timeline)?(;[qfta][:=?!+]?[\\PC]{0,20}){0,3}|\\PC{0,60})") {
            if let Ok(press) = Press::decode(&carried) {
                prop_assert_eq!(again(&press), press);
            }
        }
    }
}
