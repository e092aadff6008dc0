//! How texts were read: what is said of it where that which matched is not what is called so.
//!
//! Owns when it is told. What was matched is known from [`crate::matcher`] and [`crate::meaning`].

use super::Call;
use super::lookup::{Lookup, beginning};
use crate::knowledge::{EntryId, Knowledge};
use crate::matcher::{FoundIn, Hit, Term, Use, stem};
use crate::meaning::{Near, is_telling};
use crate::message::{Message, Words};
use crate::request::Value;

/// A word read as one that is nearer than this is read as itself.
const ITSELF: f32 = 0.99;

/// So many words are told of.
const READINGS: usize = 3;

impl Call<'_> {
    /// How texts were read that are not what their entries are called.
    pub(super) fn read_as(self, lookups: &[Lookup]) -> Vec<Message> {
        let one = |lookup: &Lookup| {
            let Some(Value::Text(text)) = self.request.value(lookup.option) else { return None };
            let entry = lookup.entry().filter(|entry| !self.is_called(*entry, text))?;
            Some(read_as(self.knowledge(), text, entry))
        };
        lookups.iter().filter_map(one).collect()
    }

    /// How a text was read for the entry that answers it: as its title, where another name of it was found or a word of the name
    /// is spelt otherwise; word for word, where it is a sentence.
    pub(super) fn understood(self, lookup: &Lookup, near: Option<&Near>) -> Vec<Message> {
        let (Some(Value::Text(text)), Some(hit)) = (self.request.value(lookup.option), lookup.hits.first()) else {
            return Vec::new();
        };
        let knowledge = self.knowledge();
        if lookup.reading.terms.is_empty()
            || is_part_of(text, knowledge.title(hit.entry))
            || self.is_called(hit.entry, text)
        {
            return Vec::new();
        }
        let words = reread(knowledge, lookup, hit, near);
        // A statement is its own title, and stands below in full.
        let is_statement = matches!(hit.entry, EntryId::Fact(_) | EntryId::Relation(_));
        let by_name = hit.why.which.is_some() && !lookup.reading.sentence && !is_statement;
        let by_alias = by_name && hit.why.which.is_some_and(|which| which > 0);
        // The title of an event is long; whoever asks for it types a few of its words.
        let is_event = hit.entry.event().is_some();
        if by_alias && words.is_empty() || by_name && !words.is_empty() && !is_event {
            return vec![read_as(knowledge, text, hit.entry)];
        }
        words.into_iter().take(READINGS).map(|(word, read)| Message::WordReadAs { word, read: read.into() }).collect()
    }

    /// Whether a text is the id or the title of an entry, letter for letter.
    fn is_called(self, entry: EntryId, text: &str) -> bool {
        let text = text.to_lowercase();
        [self.knowledge().key(entry), self.knowledge().title(entry)].iter().any(|name| name.to_lowercase() == text)
    }

    /// Whether a text is the id or a name of an entry, letter for letter.
    pub(super) fn is_name(self, entry: EntryId, text: &str) -> bool {
        let knowledge = self.knowledge();
        let aliases: &[Box<str>] = match entry {
            EntryId::Event(id) => &knowledge[id].aliases,
            EntryId::Actor(id) => &knowledge[id].aliases,
            EntryId::Topic(id) => &knowledge[id].aliases,
            EntryId::Aspect(id) => &knowledge[id].aliases,
            EntryId::Fact(_) | EntryId::Source(_) | EntryId::Relation(_) => &[],
        };
        let text = text.to_lowercase();
        let names =
            [knowledge.key(entry), knowledge.title(entry)].into_iter().chain(aliases.iter().map(|name| &**name));
        names.into_iter().any(|name| name.to_lowercase() == text)
    }
}

fn read_as(knowledge: &Knowledge, text: &str, entry: EntryId) -> Message {
    Message::ReadAs { text: beginning(text).into(), title: knowledge.title(entry).into() }
}

/// Whether a title has every word of a text, letter for letter.
fn is_part_of(text: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let title = words(title);
    words(text).iter().all(|word| title.contains(word))
}

/// The words of a text that were read as others in an entry, each as it was typed, with what it was read as.
fn reread(knowledge: &Knowledge, lookup: &Lookup, hit: &Hit, near: Option<&Near>) -> Vec<(Words, String)> {
    let mut words: Vec<(Words, String)> = Vec::new();
    for (at, term) in lookup.reading.terms.iter().enumerate().filter(|(_, term)| term.usage == Use::Kept) {
        let found = hit.why.found.iter().find(|found| found.term == at && found.place != FoundIn::Days);
        let read = match found {
            Some(found) => Some(found.word.as_str()).filter(|word| !is_same(term, word)),
            None => near.and_then(|near| nearest(near, at, term)),
        };
        let Some(read) = read.filter(|_| is_telling(&term.written)) else { continue };
        let word = Words::from(term.written.as_str());
        if words.iter().all(|(known, _)| *known != word) {
            words.push((word, spelt(knowledge, hit.entry, read)));
        }
    }
    words
}

/// Whether a stored word is the one that was typed, inflected perhaps.
fn is_same(term: &Term, word: &str) -> bool {
    let written = term.written.to_lowercase();
    // In another script each word is another; only what is called by a name is worth telling.
    let transliterated = written != term.folded && term.named;
    word.is_empty() || written == word || !transliterated && stem(&term.folded) == stem(word)
}

fn nearest<'n>(near: &'n Near, at: usize, term: &Term) -> Option<&'n str> {
    let reading = near.readings.iter().find(|reading| reading.asked == at)?;
    let itself = reading.nearness >= ITSELF || stem(&reading.word) == stem(&term.folded);
    (!itself).then_some(&*reading.word)
}

/// A stored word as the title of an entry spells it, if it stands there.
fn spelt(knowledge: &Knowledge, entry: EntryId, word: &str) -> String {
    let mut words = knowledge.title(entry).split(|c: char| !c.is_alphanumeric());
    words.find(|one| one.to_lowercase() == word).unwrap_or(word).to_owned()
}
