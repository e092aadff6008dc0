//! The one-line syntax of requests: `/compare first:Belarus second:Azerbaijan`, read and written.
//!
//! Where a text holds what would be read as an option (`private:true`), a backslash before it says that it is text.

use super::{Opt, Request, Spec, Takes, UserError, Value, find_command};
use crate::message::Message;

impl Request {
    /// Reads a line as one types it: `/compare first:Belarus second:Azerbaijan`, `/event opening of the embassy`, or a
    /// bare question, which goes to `/ask`.
    ///
    /// # Errors
    /// When there is no such command, or a required option is missing.
    pub fn parse(line: &str) -> Result<Self, UserError> {
        Self::parse_half_typed(line)?.checked()
    }

    /// Reads a line that is still being typed: options may be missing.
    ///
    /// # Errors
    /// When there is no such command.
    pub fn parse_half_typed(line: &str) -> Result<Self, UserError> {
        let line = line.trim_start();
        let (command, rest) = match line.strip_prefix('/') {
            Some(line) => line.split_once(char::is_whitespace).unwrap_or((line, "")),
            None => ("ask", line),
        };
        let mut request = Self::bare(find_command(command)?);
        let (bare, options) = split_options(rest, request.spec.options);
        for (option, text) in options {
            let text = unescape(text.trim(), request.spec.options);
            match option.takes {
                Takes::Carried => request = request.with(option.name, text),
                _ => request.set(option.name, Value::Text(text))?,
            }
        }
        if !bare.trim().is_empty() {
            let option = request.bare_option()?;
            request.set(option.name, Value::Text(unescape(bare.trim(), request.spec.options)))?;
        }
        Ok(request)
    }

    /// The option that a line ends in, and what was typed of it: what completion is about.
    pub fn last_option(&self, line: &str) -> Option<&'static Opt> {
        let named = self.spec.typed().filter(|option| self.text(option.name).is_some());
        let last = named.max_by_key(|option| line.rfind(&format!("{}:", option.name)));
        last.or_else(|| self.bare_option().ok())
    }

    /// What was asked, without the command: the bare text, or the options by name.
    pub fn question(&self) -> String {
        let asks = |name: &str| self.spec.option(name).is_none_or(Opt::asks);
        let texts: Vec<_> = self.given.iter().filter(|(name, _)| asks(name)).collect();
        match (self.bare_option(), texts.as_slice()) {
            (Ok(option), [(name, value)]) if option.name == *name => written(value),
            (_, texts) => {
                texts.iter().map(|(name, value)| format!("{name}:{}", written(value))).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// The request as a line that parses to it again, entries by their ids.
    ///
    /// Only a text that was not clear, and was too long to be carried on, is not in it: the entries nearest to it are.
    pub fn line(&self) -> String {
        let mut words = vec![format!("/{}", self.spec.name)];
        let value = |(name, value): &(&str, Value)| format!("{name}:{}", escape(&written(value), self.spec.options));
        words.extend(self.given.iter().map(value));
        words.join(" ")
    }

    /// The option that a text without a name belongs to: the only required one, or else the first.
    fn bare_option(&self) -> Result<&'static Opt, UserError> {
        let Spec { name, options, .. } = self.spec;
        let required: Vec<_> = options.iter().filter(|option| option.required).collect();
        match (required.as_slice(), options.first()) {
            ([only], _) => Ok(only),
            ([], Some(first)) if first.asks() => Ok(first),
            ([], _) => Err(Message::TakesNoText { command: (*name).into() }.into()),
            (several, _) => {
                let usage: Vec<_> = several.iter().map(|option| format!("{}:…", option.name)).collect();
                Err(Message::TakesSeveralTexts { command: (*name).into(), usage: usage.join(" ").into() }.into())
            }
        }
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::Entries(keys) | Value::Among(keys) | Value::Near(keys) => {
            keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
        }
    }
}

/// The places where a word of the text begins.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut after_space = true;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = std::mem::replace(&mut after_space, c.is_whitespace());
        starts.then_some(at)
    })
}

/// The option whose name and colon a text begins with.
fn named_at<'o>(text: &str, options: &'o [Opt]) -> Option<&'o Opt> {
    options.iter().find(|option| text.strip_prefix(option.name).is_some_and(|rest| rest.starts_with(':')))
}

/// Whether a text begins with `name:` behind any number of backslashes.
fn is_escapable(text: &str, options: &[Opt]) -> bool {
    named_at(text.trim_start_matches('\\'), options).is_some()
}

fn escape(text: &str, options: &[Opt]) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut done = 0;
    for at in word_starts(text).filter(|at| text.get(*at..).is_some_and(|rest| is_escapable(rest, options))) {
        escaped.push_str(text.get(done..at).unwrap_or_default());
        escaped.push('\\');
        done = at;
    }
    escaped + text.get(done..).unwrap_or_default()
}

fn unescape(text: &str, options: &[Opt]) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut done = 0;
    let escaped =
        |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with('\\') && is_escapable(rest, options));
    for at in word_starts(text).filter(escaped) {
        plain.push_str(text.get(done..at).unwrap_or_default());
        done = at + 1;
    }
    plain + text.get(done..).unwrap_or_default()
}

/// Splits a line at `name:` wherever a name of an option starts a word. What stands before the first has no name.
///
/// Other colons belong to the text, as they do in Discord.
fn split_options<'l>(line: &'l str, options: &'static [Opt]) -> (&'l str, Vec<(&'static Opt, &'l str)>) {
    let mut starts: Vec<(usize, &'static Opt)> = Vec::new();
    for at in word_starts(line) {
        if let Some(option) = line.get(at..).and_then(|rest| named_at(rest, options))
            && starts.iter().all(|(_, known)| known.name != option.name)
        {
            starts.push((at, option));
        }
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([line.len()]);
    let value = |((at, option), end): (&(usize, &'static Opt), usize)| {
        (*option, line.get(at + option.name.len() + 1..end).unwrap_or_default())
    };
    let bare = line.get(..starts.first().map_or(line.len(), |(at, _)| *at)).unwrap_or_default();
    (bare, starts.iter().zip(ends).map(value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(line: &str) -> Vec<(&'static str, Value)> {
        Request::parse(line).unwrap().given
    }

    #[test]
    fn lines_read_as_in_discord() {
        for (line, expected) in [
            ("/compare first:Belarus second:Azerbaijan", vec![("first", "Belarus"), ("second", "Azerbaijan")]),
            ("/compare second:Azerbaijan first:Belarus", vec![("first", "Belarus"), ("second", "Azerbaijan")]),
            ("/event opening of the embassy", vec![("question", "opening of the embassy")]),
            ("/event question:10:30 in Baku: who?", vec![("question", "10:30 in Baku: who?")]),
            ("  who opened the embassy?", vec![("question", "who opened the embassy?")]),
            ("/timeline Belarus from:2010", vec![("about", "Belarus"), ("from", "2010")]),
            ("/event question:a question:b", vec![("question", "a question:b")]),
            (r"/event what is \private:companies \o", vec![("question", r"what is private:companies \o")]),
            ("/timeline about: from:2010", vec![("from", "2010")]),
        ] {
            let found = texts(line);
            let expected: Vec<_> = expected.into_iter().map(|(name, text)| (name, Value::from(text))).collect();
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_what_to_type() {
        let id = |line: &str| Request::parse(line).unwrap_err().0.id();
        assert_eq!(id("/evnt x"), "no-such-command");
        assert_eq!(id("/event"), "option-missing");
        assert_eq!(id("/event question:  "), "option-missing");
        assert_eq!(id("/compare Belarus"), "takes-several-texts");
        assert_eq!(id("/event x private:maybe"), "takes-flag");
        assert_eq!(id("/help me"), "takes-no-text");
    }

    /// Texts that look like the syntax itself.
    fn text() -> impl Strategy<Value = String> {
        let words = prop::collection::vec(
            "(private|question|about|true|/ask|~x)?[:\\\\ ,;\n]{0,3}(private:|question:|topic:|\\+type:)?\\PC{0,6}",
            1..8,
        );
        words.prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn any_line_is_read_or_refused_and_lines_round_trip(line in "(/[a-z]{0,8})?[ \\PC]{0,60}") {
            if let Ok(request) = Request::parse(&line) {
                prop_assert_eq!(Request::parse(&request.line()).unwrap(), request);
            }
        }

        #[test]
        fn a_request_made_of_any_texts_is_the_same_when_read_from_its_line(
            command in prop::sample::select(vec!["ask", "event", "actor", "trend", "timeline", "compare", "sources"]),
            texts in prop::collection::vec(text(), 4),
            private in any::<bool>(),
        ) {
            let spec = Spec::named(command).unwrap();
            let value = |(option, text): (&'static Opt, String)| match option.takes {
                Takes::Flag => (option.name.to_owned(), Value::Flag(private)),
                Takes::OneOf(words) => (option.name.to_owned(), words[text.len() % words.len()].into()),
                _ => (option.name.to_owned(), Value::Text(text)),
            };
            let options = spec.typed().zip(texts.into_iter().chain(std::iter::repeat(String::new()))).map(value);
            if let Ok(request) = Request::new(command, options.collect()) {
                let again = Request::parse(&request.line()).unwrap();
                prop_assert_eq!(again.private(), private);
                prop_assert_eq!(again, request);
            }
        }
    }
}
