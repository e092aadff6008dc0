//! A request: a command with its options, however it was typed.
//!
//! Owns parsing of the one-line syntax and the messages for requests that cannot be read.

use std::fmt;

use super::{COMMANDS, Opt, Spec, Takes};
use crate::diagnostic::nearest;

/// A command with the options that were given.
#[derive(Clone)]
pub struct Request {
    spec: &'static Spec,
    texts: Vec<(&'static str, String)>,
    private: bool,
}

/// The value of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

/// What a user has to do differently, in one or two sentences for that user alone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct UserError(pub String);

/// Question texts stay out of logs, so they stay out of debug output.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("command", &self.spec.name).finish_non_exhaustive()
    }
}

impl Request {
    /// A request for the command of a name.
    ///
    /// # Errors
    /// When there is no such command or option, or a required option is missing.
    pub fn new(command: &str, options: Vec<(String, Value)>) -> Result<Self, UserError> {
        Self::half_typed(command, options)?.checked()
    }

    /// A request that is still being typed: options may be missing.
    ///
    /// # Errors
    /// When there is no such command or option.
    pub fn half_typed(command: &str, options: Vec<(String, Value)>) -> Result<Self, UserError> {
        let mut request = Self::bare(find_command(command)?);
        for (name, value) in options {
            request.set(&name, value)?;
        }
        Ok(request)
    }

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
        for (name, text) in options {
            request.set(name, Value::Text(text.trim().to_owned()))?;
        }
        if !bare.trim().is_empty() {
            let option = request.bare_option()?;
            request.set(option.name, Value::Text(bare.trim().to_owned()))?;
        }
        Ok(request)
    }

    /// The command.
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// The text of an option, if it was given.
    pub fn text(&self, option: &str) -> Option<&str> {
        self.texts.iter().find(|(name, _)| *name == option).map(|(_, text)| text.as_str())
    }

    /// Whether only the one who asks is to see the answer.
    pub fn private(&self) -> bool {
        self.private
    }

    /// The same request with another text for an option.
    #[must_use]
    pub fn with(mut self, option: &'static str, text: impl Into<String>) -> Self {
        self.texts.retain(|(name, _)| *name != option);
        self.texts.push((option, text.into()));
        self.texts.sort_by_key(|(name, _)| self.spec.options.iter().position(|known| known.name == *name));
        self
    }

    /// A request for a command with one text; only for commands and options of the table.
    pub(super) fn of(spec: &'static Spec, option: &'static str, text: impl Into<String>) -> Self {
        Self::bare(spec).with(option, text)
    }

    /// The option that a line ends in, and what was typed of it: what completion is about.
    pub fn last_option(&self, line: &str) -> Option<&'static Opt> {
        let named = self.spec.options.iter().filter(|option| self.text(option.name).is_some());
        let last = named.max_by_key(|option| line.rfind(&format!("{}:", option.name)));
        last.or_else(|| self.bare_option().ok())
    }

    /// What was asked, without the command: the bare text, or the options by name.
    pub fn question(&self) -> String {
        match (self.bare_option(), self.texts.as_slice()) {
            (_, []) => String::new(),
            (Ok(option), [(name, text)]) if option.name == *name => text.clone(),
            (_, texts) => texts.iter().map(|(name, text)| format!("{name}:{text}")).collect::<Vec<_>>().join(" "),
        }
    }

    /// The request as a line that parses to it again.
    pub fn line(&self) -> String {
        let mut words = vec![format!("/{}", self.spec.name)];
        words.extend(self.texts.iter().map(|(name, text)| format!("{name}:{text}")));
        words.extend(self.private.then(|| "private:true".to_owned()));
        words.join(" ")
    }

    fn bare(spec: &'static Spec) -> Self {
        Self { spec, texts: Vec::new(), private: false }
    }

    /// The option that a text without a name belongs to: the only required one, or else the first.
    fn bare_option(&self) -> Result<&'static Opt, UserError> {
        let Spec { name, options, .. } = self.spec;
        let required: Vec<_> = options.iter().filter(|option| option.required).collect();
        match (required.as_slice(), options.first()) {
            ([only], _) => Ok(only),
            ([], Some(first)) if !matches!(first.takes, Takes::Flag) => Ok(first),
            ([], _) => Err(UserError(format!("`/{name}` takes no text."))),
            (several, _) => {
                let usage: Vec<_> = several.iter().map(|option| format!("{}:…", option.name)).collect();
                let message = format!("`/{name}` takes several texts; name each: `/{name} {}`.", usage.join(" "));
                Err(UserError(message))
            }
        }
    }

    fn set(&mut self, name: &str, value: Value) -> Result<(), UserError> {
        let Some(option) = self.spec.option(name) else {
            let names = self.spec.options.iter().map(|option| format!("`{}`", option.name)).collect::<Vec<_>>();
            let message = format!("`/{}` has no option `{name}`. It has {}.", self.spec.name, names.join(", "));
            return Err(UserError(message));
        };
        match (option.takes, value) {
            (Takes::Flag, Value::Flag(flag)) => self.private = flag,
            (Takes::Flag, Value::Text(text)) => self.private = read_flag(name, &text)?,
            (_, Value::Text(text)) => {
                *self = self.clone().with(option.name, text);
            }
            (_, Value::Flag(_)) => return Err(UserError(format!("`{name}` takes a text."))),
        }
        Ok(())
    }

    fn checked(self) -> Result<Self, UserError> {
        let blank = |option: &&Opt| self.text(option.name).is_none_or(|text| text.trim().is_empty());
        match self.spec.options.iter().filter(|option| option.required).find(blank) {
            Some(missing) => Err(UserError(format!(
                "`/{}` needs `{}`: {}. For example: `{}`.",
                self.spec.name,
                missing.name,
                missing.description.to_lowercase(),
                self.spec.example
            ))),
            None => Ok(self),
        }
    }
}

fn find_command(name: &str) -> Result<&'static Spec, UserError> {
    Spec::named(name).ok_or_else(|| {
        let all = || COMMANDS.iter().map(|spec| format!("`/{}`", spec.name)).collect::<Vec<_>>().join(", ");
        let help = nearest(name, COMMANDS.iter().map(|spec| spec.name))
            .map_or_else(|| format!("The commands are {}.", all()), |near| format!("Did you mean `/{near}`?"));
        UserError(format!("There is no command `/{name}`. {help}"))
    })
}

fn read_flag(name: &str, text: &str) -> Result<bool, UserError> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" => Ok(true),
        "false" | "no" => Ok(false),
        _ => Err(UserError(format!("`{name}` takes `true` or `false`."))),
    }
}

/// Splits a line at `name:` wherever a name of an option starts a word. What stands before the first has no name.
///
/// Other colons belong to the text, as they do in Discord.
fn split_options<'l>(line: &'l str, options: &[Opt]) -> (&'l str, Vec<(&'static str, &'l str)>) {
    let mut starts: Vec<(usize, &'static str)> = Vec::new();
    let mut at_word_start = true;
    for (at, c) in line.char_indices() {
        let rest = line.get(at..).unwrap_or_default();
        let named = |option: &&Opt| rest.strip_prefix(option.name).is_some_and(|rest| rest.starts_with(':'));
        if at_word_start
            && let Some(option) = options.iter().find(named)
            && starts.iter().all(|(_, n)| *n != option.name)
        {
            starts.push((at, option.name));
        }
        at_word_start = c.is_whitespace();
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([line.len()]);
    let value = |((at, name), end): (&(usize, &'static str), usize)| {
        (*name, line.get(at + name.len() + 1..end).unwrap_or_default())
    };
    let bare = line.get(..starts.first().map_or(line.len(), |(at, _)| *at)).unwrap_or_default();
    (bare, starts.iter().zip(ends).map(value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(line: &str) -> Vec<(&'static str, String)> {
        Request::parse(line).unwrap().texts
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
        ] {
            let found = texts(line);
            let expected: Vec<_> = expected.into_iter().map(|(name, text)| (name, text.to_owned())).collect();
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_what_to_type() {
        let message = |line: &str| Request::parse(line).unwrap_err().to_string();
        assert!(message("/evnt x").contains("Did you mean `/event`?"));
        assert!(message("/xyzzy").contains("`/compare`"));
        assert!(message("/event").contains("needs `question`"));
        assert!(message("/event question:  ").contains("needs `question`"));
        assert!(message("/compare Belarus").contains("first:… second:…"));
        assert!(message("/event x private:maybe").contains("`true` or `false`"));
        assert!(message("/help me").contains("takes no text"));
    }

    #[test]
    fn question_texts_stay_out_of_debug_output() {
        let request = Request::parse("/ask a private matter").unwrap();
        assert!(!format!("{request:?}").contains("matter"));
    }

    proptest! {
        #[test]
        fn any_line_is_read_or_refused_and_lines_round_trip(line in "(/[a-z]{0,8})?[ \\PC]{0,60}") {
            if let Ok(request) = Request::parse(&line) {
                let again = Request::parse(&request.line()).unwrap();
                prop_assert_eq!(again.line(), request.line());
            }
        }
    }
}
