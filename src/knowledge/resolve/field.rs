//! What a single key of an entry may hold, and what is wrong with it when it holds something else.

use super::super::date::Date;
use super::super::format::{RawAllow, RawDispute, RawDisputeOn, RawValue, Table, Text};
use super::super::ids::{Target, is_kebab, kebab};
use super::super::locate::{Fault, Place};
use super::super::model::{Allow, Attribution, Cite, Cites, Dispute, EntryId, Kind, Value};
use super::super::typed_date;
use super::{Entry, Parts, SUBJECTS, Unknown};
use crate::diagnostic::{Code, Severity};
use crate::suggestion::nearest;

/// Words that people write where the format has another for the same.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("state", "country"),
    ("nation", "country"),
    ("republic", "country"),
    ("territory", "country"),
    ("region", "country"),
    ("place", "object"),
    ("city", "object"),
    ("town", "object"),
    ("canal", "object"),
    ("river", "object"),
    ("building", "object"),
    ("ship", "object"),
    ("treaty", "object"),
    ("human", "person"),
    ("man", "person"),
    ("woman", "person"),
    ("people", "group"),
    ("movement", "group"),
    ("community", "group"),
    ("firm", "company"),
    ("business", "company"),
    ("enterprise", "company"),
    ("factory", "company"),
    ("body", "organisation"),
    ("institution", "organisation"),
    ("party", "organisation"),
    ("ministry", "organisation"),
    ("alliance", "organisation"),
    ("association", "organisation"),
    ("thing", "object"),
    ("product", "object"),
    ("weapon", "object"),
    ("more", "higher"),
    ("high", "higher"),
    ("less", "lower"),
    ("low", "lower"),
    ("best", "preferred"),
    ("main", "preferred"),
    ("outdated", "deprecated"),
    ("superseded", "deprecated"),
    ("wrong", "deprecated"),
];

impl Entry<'_> {
    /// Takes over the warnings that the entry allows.
    pub(super) fn allow(&mut self, allow: &[RawAllow]) {
        let read = |(index, raw): (usize, &RawAllow)| {
            let place = Place::element(self.table, self.origin, "allow", index);
            if raw.why.trim().is_empty() {
                let fault = Fault::new(Code::Blank, "`why` is blank", place);
                self.faults.push(fault.help("write why the warning does not apply"));
            }
            let Some(code) = Code::ALL.iter().copied().find(|code| code.slug() == &*raw.code) else {
                let fault = Fault::new(Code::UnknownWord, format!("there is no warning `{}`", raw.code), place);
                self.faults.push(fault.help(unknown_warning(&raw.code)));
                return None;
            };
            if code.severity() == Severity::Error {
                let fault = Fault::new(Code::UnknownWord, format!("`{}` is an error, not a warning", raw.code), place);
                self.faults.push(fault.help("only warnings can be allowed: mend the error"));
            }
            Some(Allow { code, why: raw.why.clone() })
        };
        let allow: Box<[Allow]> = allow.iter().enumerate().filter_map(read).collect();
        if !allow.is_empty() {
            self.allows.insert((self.table, self.origin), allow);
        }
    }

    /// The others in a fact, in the order of their ids.
    pub(super) fn with(&mut self, with: &[Text], about: &[Text]) -> Box<[EntryId]> {
        for index in (0..with.len()).filter(|&index| about.contains(&with[index])) {
            let place = Place::element(self.table, self.origin, "with", index);
            let message = format!("`{}` stands in `about` and in `with`", with[index]);
            let help = "leave it in `about` if the sentence says something of it, and in `with` if not";
            self.faults.push(Fault::new(Code::AboutAndWith, message, place).help(help));
        }
        let mut with = self.references("with", with, SUBJECTS, Some).into_vec();
        with.sort_unstable();
        with.dedup();
        with.into()
    }

    pub(super) fn value(&mut self, value: Option<RawValue>) -> Option<Value> {
        let (read, message, help) = match value? {
            RawValue::One(number) => {
                (Value::new(number.value()), "a value must be a finite number", "write a number, such as `2328`")
            }
            RawValue::Range([least, most]) => (
                Value::range(least.value(), most.value()),
                "a range must go from a smaller number to a larger one",
                "write the smaller number first, as in `[1000, 3000]`; write one number without brackets",
            ),
        };
        if read.is_none() {
            self.fault(Code::BadNumber, message, "value").help_last(help);
        }
        read
    }

    /// An actor's id, or a name. Names have capitals or spaces, so that words joined by hyphens can only be an id.
    pub(super) fn attribution(&mut self, text: Option<Text>) -> Option<Attribution> {
        let text = self.optional("attributed_to", text)?;
        if self.ids.target(&text).is_some() || (is_kebab(&text) && text.contains('-')) {
            let actor = self.reference("attributed_to", None, Some(&text), &[Kind::Actor]);
            return actor.and_then(EntryId::actor).map(Attribution::Actor);
        }
        Some(Attribution::Name(text))
    }

    pub(super) fn disputes(&mut self, own: &str, disputes: Box<[RawDispute]>) -> Box<[Dispute]> {
        let read = |(index, raw): (usize, RawDispute)| {
            let (id, on) = match raw {
                RawDispute::Fact(id) => (id, None),
                RawDispute::On(RawDisputeOn { fact, on }) => (fact, Some(on)),
            };
            let place = Place::element(self.table, self.origin, "disputes", index);
            if *id == *own {
                let fault = Fault::new(Code::SelfDispute, format!("`{id}` disputes itself"), place);
                self.faults.push(fault.help("name the fact that says otherwise, or remove the id"));
            }
            if on.as_ref().is_some_and(|on| on.trim().is_empty()) {
                let fault = Fault::new(Code::Blank, "`on` is blank", place);
                self.faults.push(fault.help("write what the two disagree on, or name the id alone"));
            }
            let fact = self.reference("disputes", Some(index), Some(&id), &[Kind::Fact]).and_then(EntryId::fact)?;
            Some(Dispute { fact, on })
        };
        disputes.into_iter().enumerate().filter_map(read).collect()
    }

    pub(super) fn text(&mut self, key: &'static str, text: Text) -> Text {
        if text.trim().is_empty() {
            self.fault(Code::Blank, format!("`{key}` is blank"), key).help_last("write a text");
        }
        text
    }

    pub(super) fn optional(&mut self, key: &'static str, text: Option<Text>) -> Option<Text> {
        text.map(|text| self.text(key, text))
    }

    pub(super) fn texts(&mut self, key: &'static str, texts: Box<[Text]>) -> Box<[Text]> {
        for index in (0..texts.len()).filter(|&index| texts[index].trim().is_empty()) {
            let place = Place::element(self.table, self.origin, key, index);
            self.faults
                .push(Fault::new(Code::Blank, format!("an element of `{key}` is blank"), place).help("remove it"));
        }
        texts
    }

    pub(super) fn date(&mut self, key: &'static str, text: Option<&str>) -> Option<Date> {
        let text = text?;
        let date = Date::parse(text).ok();
        if date.is_none() {
            let (message, help) = no_date(key, text);
            self.fault(Code::BadDate, message, key).help_last(&help);
        }
        date
    }

    pub(super) fn url(&mut self, url: Option<&str>) {
        if let Some(url) = url.filter(|url| !is_web_link(url)) {
            let message = format!("`{url}` is not an http or https link");
            self.fault(Code::BadUrl, message, "url").help_last("write the whole link, from `https://` on");
        }
    }

    pub(super) fn word<T: Copy + Default>(&mut self, key: &'static str, word: Option<&str>, words: &[(&str, T)]) -> T {
        let Some(word) = word else { return T::default() };
        if let Some((_, value)) = words.iter().find(|(known, _)| *known == word) {
            return *value;
        }
        let same = OTHER_WORDS.iter().find(|(other, _)| word.eq_ignore_ascii_case(other)).map(|(_, known)| *known);
        let same = same.filter(|same| words.iter().any(|(known, _)| known == same));
        let help = match same.or_else(|| nearest(&word.to_lowercase(), words.iter().map(|(known, _)| *known))) {
            Some(near) => format!("write `{key} = \"{near}\"`"),
            None => format!(
                "it can be {}",
                words.iter().map(|(known, _)| format!("`{known}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        self.fault(Code::UnknownWord, format!("`{key}` cannot be `{word}`"), key).help_last(&help);
        T::default()
    }

    pub(super) fn cites(&mut self, sources: &[Text]) -> Option<Cites> {
        if sources.is_empty() {
            let help = "cite at least one source: nothing is shown without a citation";
            self.fault(Code::EmptyList, "`sources` is empty", "sources").help_last(help);
        }
        let cite = |(index, text): (usize, &Text)| {
            let (id, locator) = text.split_once('#').map_or((&**text, None), |(id, locator)| (id, Some(locator)));
            let locator = locator.filter(|locator| !locator.is_empty()).map(Into::into);
            let target = self.reference("sources", Some(index), Some(id), &[Kind::Source])?;
            target.source().map(|source| Cite { source, locator })
        };
        Cites::new(sources.iter().enumerate().filter_map(cite).collect())
    }

    pub(super) fn references<T>(
        &mut self,
        key: &'static str,
        ids: &[Text],
        kinds: &'static [Kind],
        narrow: fn(EntryId) -> Option<T>,
    ) -> Box<[T]> {
        let target = |(index, id): (usize, &Text)| self.reference(key, Some(index), Some(id), kinds).and_then(narrow);
        ids.iter().enumerate().filter_map(target).collect()
    }

    pub(super) fn reference(
        &mut self,
        key: &'static str,
        index: Option<usize>,
        id: Option<&str>,
        kinds: &'static [Kind],
    ) -> Option<EntryId> {
        let id = id?;
        let place = Place { table: self.table, origin: self.origin, key, index };
        match self.ids.target(id) {
            Some(Target::Entry(entry)) if kinds.contains(&entry.kind()) => return Some(entry),
            Some(Target::Broken) => {}
            Some(target) => self.faults.push(wrong_kind(key, id, target, kinds, place)),
            None if self.ids.may_be_unread(id) => *self.held_back += 1,
            None => {
                let fault = Fault::new(Code::UnknownReference, format!("unknown {} `{id}`", any_of(kinds)), place);
                if let Some(help) = self.meant(id, kinds) {
                    self.faults.push(fault.help(help));
                } else {
                    self.unknown.push(Unknown { fault: self.faults.len(), id: id.into(), kinds });
                    self.faults.push(fault);
                }
            }
        }
        None
    }

    /// What was meant by an id that no entry has, by the ids that there are.
    fn meant(&self, id: &str, kinds: &[Kind]) -> Option<String> {
        let known = |id: &str| self.ids.is_of_kinds(id, kinds);
        if let Some(id) = kebab(id).filter(|id| known(id)) {
            return Some(format!("did you mean `{id}`?"));
        }
        let parts: Vec<&str> = id.split([',', ';']).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| known(part)) {
            return Some(format!("write each in quotation marks of its own: `\"{}\"`", parts.join("\", \"")));
        }
        if kinds.contains(&Kind::Source) {
            if is_web_link(id) {
                return Some("write a `[[source]]` with this link as its `url`, and name its id here".to_owned());
            }
            // “report, p. 3”
            let (source, locator) = id.split_at(id.find([' ', ',', ':', ';', '/']).unwrap_or(id.len()));
            let locator = locator.trim_start_matches([' ', ',', ':', ';', '/']);
            if known(source) && !locator.is_empty() {
                return Some(format!("write `\"{source}#{locator}\"`: where to look in the source stands behind `#`"));
            }
        }
        nearest(id, self.ids.of_kinds(kinds)).map(|near| format!("did you mean `{near}`?"))
    }

    pub(super) fn fault(&mut self, code: Code, message: impl Into<String>, key: &'static str) -> LastFault<'_> {
        self.faults.push(Fault::new(code, message, Place::key(self.table, self.origin, key)));
        LastFault(self.faults)
    }
}

/// The fault just pushed, to which help can be added.
pub(super) struct LastFault<'a>(&'a mut Vec<Fault>);

impl LastFault<'_> {
    pub(super) fn help_last(self, help: &str) {
        if let Some(fault) = self.0.pop() {
            self.0.push(fault.help(help));
        }
    }
}

/// What to say of a text that is no date, and what to write.
fn no_date(key: &str, text: &str) -> (String, String) {
    let message = format!("`{text}` is not an EDTF date");
    match (typed_date::edtf(text).as_slice(), typed_date::reason(text)) {
        ([date], _) => (message, format!("write `{key} = \"{date}\"`")),
        ([day, time], _) if day.contains("..") => {
            let help =
                format!("write `{key} = \"{day}\"` for one day in that time, or `{key} = \"{time}\"` for all of it");
            (message, help)
        }
        ([date, others @ ..], _) => {
            let others = others.join("\"`, `\"");
            (message, format!("write `{key} = \"{date}\"`, or `\"{others}\"` if that is meant"))
        }
        ([], Some((reason, help))) => (format!("{message}: {reason}"), help),
        ([], None) if typed_date::is_not_known(text) => {
            let help = match key {
                "published" => "write about when it was published, such as `published = \"1956~\"`".to_owned(),
                _ => format!("write the date, or remove `{key}` where it is not known"),
            };
            (if text.trim().is_empty() { format!("`{key}` is blank") } else { message }, help)
        }
        ([], None) => {
            let help = "write the year first, as in `1956`, `1956-11`, `1956-11-15`, `1956-11-15/1956-11-20` or `1956~` (about)";
            (message, help.to_owned())
        }
    }
}

fn any_of(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" or ")
}

fn wrong_kind(key: &str, id: &str, target: Target, kinds: &[Kind], place: Place) -> Fault {
    let wanted = any_of(kinds);
    let kind = if let Target::Entry(entry) = target { Some(entry.kind()) } else { None };
    let elsewhere = match (kind, place.table) {
        (Some(Kind::Aspect), Table::Fact) => format!("; an aspect stands in `aspect = \"{id}\"`"),
        (Some(Kind::Topic), Table::Event) => format!("; a topic stands in `topics = [\"{id}\"]`"),
        (Some(Kind::Topic), _) => "; only events have topics".to_owned(),
        (Some(Kind::Source), _) => format!("; a source stands in `sources = [\"{id}\"]`"),
        (Some(Kind::Fact), Table::Fact) => format!("; a fact that says otherwise stands in `disputes = [\"{id}\"]`"),
        _ => String::new(),
    };
    Fault::new(Code::WrongKind, format!("`{id}` is {}, not {wanted}", target.described()), place)
        .help(format!("`{key}` takes the id of: {wanted}{elsewhere}"))
}

/// Says of ids that no entry has what was meant, where it is the name of an entry or like one.
pub(super) fn name_unknown(parts: &Parts, faults: &mut [Fault], unknown: Vec<Unknown>) {
    if unknown.is_empty() {
        return;
    }
    let names = names(parts);
    for Unknown { fault, id, kinds } in unknown {
        let wanted = kebab(&id).unwrap_or_default();
        let fitting = || names.iter().filter(|(_, kind, _)| kinds.contains(kind));
        let same = fitting().find(|(name, ..)| *name == wanted);
        let near = || {
            let near = nearest(&wanted, fitting().map(|(name, ..)| &**name))?;
            fitting().find(|(name, ..)| name == near)
        };
        let help = match same.or_else(near) {
            Some((_, _, key)) => format!("write the id instead of the name: `{key}`"),
            None if is_kebab(&id) => format!("add a table with `id = \"{id}\"`, or name one that is there"),
            None => "write an id here, not a name: it stands behind `id =` in the entry that is meant".to_owned(),
        };
        if let Some(fault) = faults.get_mut(fault) {
            fault.diagnostic.help = Some(help);
        }
    }
}

/// The names of all entries, written as ids are, with the kind and the id of the entry.
fn names(parts: &Parts) -> Vec<(String, Kind, &str)> {
    let mut all = Vec::new();
    macro_rules! collect {
        ($($list:ident $kind:ident $name:ident $($aliases:ident)?;)+) => {$(
            for entry in &parts.$list {
                let names = std::iter::once(&entry.$name)$(.chain(&entry.$aliases))?;
                all.extend(names.filter_map(|name| Some((kebab(name)?, Kind::$kind, &*entry.key))));
            }
        )+};
    }
    collect! {
        sources Source title;
        actors Actor name aliases;
        events Event title aliases;
        topics Topic label aliases;
        aspects Aspect label aliases;
    }
    all
}

fn unknown_warning(word: &str) -> String {
    let warnings = Code::ALL.iter().filter(|code| code.severity() == Severity::Warning).map(|code| code.slug());
    nearest(word, warnings).map_or_else(
        || "name a warning as `casebook check` writes it, such as `near-twins`".to_owned(),
        |near| format!("did you mean `{near}`?"),
    )
}

fn is_web_link(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !url.contains(char::is_whitespace))
}
