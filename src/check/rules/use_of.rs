//! Entries that nothing uses.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::knowledge::{Cites, EntryId, Fault, Knowledge, Origin, Place, SourceId, Table};

pub(in crate::check) fn unused_source(knowledge: &Knowledge) -> Vec<Fault> {
    let cites = knowledge.facts().map(|(_, entry)| &entry.cites);
    let cites = cites.chain(knowledge.events().map(|(_, entry)| &entry.cites));
    let cites = cites.chain(knowledge.actors().map(|(_, entry)| &entry.cites));
    let cites = cites.chain(knowledge.relations().map(|(_, entry)| &entry.cites));
    let used: BTreeSet<SourceId> = cites.flat_map(Cites::as_slice).map(|cite| cite.source).collect();
    let unused = knowledge.sources().filter(|(id, _)| !used.contains(id));
    unused
        .map(|(_, source)| idle(Code::UnusedSource, "nothing rests on this source", Table::Source, source.origin))
        .collect()
}

pub(in crate::check) fn unused(knowledge: &Knowledge) -> Vec<Fault> {
    let actors = knowledge.actors().filter(|(id, _)| {
        let entry = EntryId::Actor(*id);
        let facts = [knowledge.facts_about(entry), knowledge.facts_with(entry), knowledge.facts_said_by(*id)];
        let silent = facts.iter().all(|facts| facts.is_empty());
        silent && knowledge.relations_of(*id).is_empty() && knowledge.events_of(*id).is_empty()
    });
    let topics = knowledge.topics().filter(|(id, _)| knowledge.events_on(*id).is_empty());
    let aspects = knowledge.aspects();
    let aspects = aspects.filter(|(id, _)| knowledge.facts_on(*id).is_empty() && knowledge.parts_of(*id).is_empty());
    let actors = actors.map(|(_, entry)| (Table::Actor, entry.origin));
    let topics = topics.map(|(_, entry)| (Table::Topic, entry.origin));
    let aspects = aspects.map(|(_, entry)| (Table::Aspect, entry.origin));
    let all = actors.chain(topics).chain(aspects);
    all.map(|(table, origin)| idle(Code::Unused, "nothing refers to this entry", table, origin)).collect()
}

fn idle(code: Code, message: &str, table: Table, origin: Origin) -> Fault {
    Fault::new(code, message, Place::key(table, origin, "id")).help("use it, or remove it")
}
