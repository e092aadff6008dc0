//! Which id belongs to which entry while a fact base is being loaded.
//!
//! Numbers are given in the order of the ids, so that neither the order of files nor of tables in them changes anything.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::format::{Table, Text};
use super::locate::{Fault, Place};
use super::model::{ActorId, AspectId, EntryId, EventId, FactId, Kind, Origin, RelationId, SourceId, TopicId};
use super::read::{Tables, Unread};
use crate::diagnostic::Code;

/// The longest id, in characters: it is read in lists and typed by hand.
const LONGEST_ID: usize = 48;

/// What an id stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// An entry that can be referred to.
    Entry(EntryId),
    /// An entry that could not be read: its own fault has been reported.
    Broken,
}

impl Target {
    pub(super) fn described(self) -> String {
        let word = match self {
            Self::Entry(entry) => entry.kind().word(),
            Self::Broken => "entry with a fault",
        };
        let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{article} {word}")
    }
}

/// All ids of a fact base.
pub(super) struct Ids {
    known: HashMap<Text, (Target, Table, Origin)>,
    /// The files that could not be read.
    unread: Vec<Unread>,
    /// The ids of the entries of each kind, found when the first of them is not known.
    by_kind: OnceCell<Vec<(Kind, Vec<Text>)>>,
}

impl Ids {
    /// Sorts each table by id and numbers it; reports ids that are taken, or not ids.
    pub(super) fn assign(mut tables: Tables, faults: &mut Vec<Fault>) -> (Tables, Self) {
        let mut ids =
            Self { known: HashMap::new(), unread: std::mem::take(&mut tables.unread), by_kind: OnceCell::new() };
        macro_rules! number {
            ($($field:ident $table:ident $target:expr;)+) => {$(
                tables.$field.sort_by(|(a, left), (b, right)| (&left.id, a).cmp(&(&right.id, b)));
                for (number, (origin, raw)) in (0..).zip(&tables.$field) {
                    ids.claim(&raw.id, $target(number), Table::$table, *origin, faults);
                }
            )+};
        }
        number! {
            sources Source |n| Target::Entry(EntryId::Source(SourceId(n)));
            actors Actor |n| Target::Entry(EntryId::Actor(ActorId(n)));
            events Event |n| Target::Entry(EntryId::Event(EventId(n)));
            topics Topic |n| Target::Entry(EntryId::Topic(TopicId(n)));
            aspects Aspect |n| Target::Entry(EntryId::Aspect(AspectId(n)));
            facts Fact |n| Target::Entry(EntryId::Fact(FactId(n)));
            relations Relation |n| Target::Entry(EntryId::Relation(RelationId(n)));
        }
        for id in std::mem::take(&mut tables.broken) {
            let nowhere = Origin { file: crate::diagnostic::FileId(0), ordinal: 0 };
            ids.known.entry(id.into()).or_insert((Target::Broken, Table::Source, nowhere));
        }
        (tables, ids)
    }

    /// What an id stands for.
    pub(super) fn target(&self, id: &str) -> Option<Target> {
        self.known.get(id).map(|(target, ..)| *target)
    }

    /// The files that could not be read.
    pub(super) fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// Whether an id that is not known may stand in a file that could not be read.
    pub(super) fn may_be_unread(&self, id: &str) -> bool {
        self.unread.iter().any(|file| file.ids.as_ref().is_none_or(|ids| ids.contains(id)))
    }

    /// Whether an id stands for an entry of one of some kinds.
    pub(super) fn is_of_kinds(&self, id: &str, kinds: &[Kind]) -> bool {
        matches!(self.target(id), Some(Target::Entry(entry)) if kinds.contains(&entry.kind()))
    }

    /// All ids of some kinds, in no order.
    pub(super) fn of_kinds(&self, kinds: &[Kind]) -> impl Iterator<Item = &str> {
        let by_kind = self.by_kind.get_or_init(|| {
            let of_kind = |&kind: &Kind| {
                let ids = self.known.keys().filter(|id| self.is_of_kinds(id, &[kind]));
                (kind, ids.cloned().collect())
            };
            Kind::ALL.iter().map(of_kind).collect()
        });
        by_kind.iter().filter(|(kind, _)| kinds.contains(kind)).flat_map(|(_, ids)| ids).map(|id| &**id)
    }

    fn claim(&mut self, id: &Text, target: Target, table: Table, origin: Origin, faults: &mut Vec<Fault>) {
        let place = Place::key(table, origin, "id");
        let length = id.chars().count();
        if !is_kebab(id) || length > LONGEST_ID {
            let message = if length > LONGEST_ID {
                format!("the id `{id}` has {length} characters; the limit is {LONGEST_ID}")
            } else {
                format!("`{id}` is not an id")
            };
            let right = kebab(id).filter(|right| *right != **id);
            let help = right.as_ref().map_or_else(
                || "write small letters a–z and digits, in words joined by hyphens, such as `ilham-aliyev`".to_owned(),
                |right| format!("write `id = \"{right}\"`: small letters a–z and digits, in words joined by hyphens"),
            );
            faults.push(Fault::new(Code::BadId, message, place).help(help));
            // Other entries may refer to it by the id that it should have.
            if let Some(right) = right {
                self.known.entry(right.into()).or_insert((Target::Broken, table, origin));
            }
        }
        match self.known.entry(id.clone()) {
            Entry::Vacant(slot) => {
                slot.insert((target, table, origin));
            }
            Entry::Occupied(mut taken) if taken.get().0 == Target::Broken => {
                taken.insert((target, table, origin));
            }
            Entry::Occupied(taken) => {
                let (_, table, origin) = *taken.get();
                let fault = Fault::new(Code::DuplicateId, format!("the id `{id}` is used twice"), place);
                faults.push(fault.and(Place::key(table, origin, "id")).help("give one of the two another id"));
            }
        }
    }
}

/// The id that a name would have: `United Kingdom` is `united-kingdom`. None where no letter is left.
pub(super) fn kebab(name: &str) -> Option<String> {
    let mut id = String::new();
    for letter in any_ascii::any_ascii(name).to_ascii_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') && letter != '\'' {
            id.push('-');
        }
    }
    let mut id = id.get(..LONGEST_ID.min(id.len())).unwrap_or_default().to_owned();
    id.truncate(id.trim_end_matches('-').len());
    (!id.is_empty()).then_some(id)
}

/// Whether a text is an id: words of lower-case ASCII letters and digits, joined by single hyphens.
pub(super) fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
