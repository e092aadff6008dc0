//! Who is meant by the name of an office: of several holders the one of the time that a question speaks of.

use super::Call;
use super::lookup::Lookup;
use super::tie::{at_the_time, is_all};
use crate::answer::Standing;
use crate::knowledge::{EntryId, Kind, RelationId};
use crate::matcher::{Hit, Reading, Scope, office_meant};

impl Call<'_> {
    /// What a text means that names an office: who holds it, at the time that the text speaks of. Where ties can be the
    /// answer, it is the tie; otherwise the holder.
    pub(super) fn holders(self, mut lookup: Lookup, reading: &Reading, scope: Scope) -> Lookup {
        let knowledge = self.knowledge();
        let Some(office) = lookup.hits.first().and_then(|hit| office_meant(knowledge, hit)) else { return lookup };
        let best = lookup.hits[0].clone();
        if lookup.standing == Standing::Unknown && !is_all(reading, &best) {
            return lookup;
        }
        let ties = knowledge.holders(&knowledge[office]);
        let next = lookup.hits.get(1).and_then(|hit| office_meant(knowledge, hit));
        if lookup.standing == Standing::Ambiguous && next.is_none_or(|next| !ties.contains(&next)) {
            return lookup;
        }
        let meant = at_the_time(knowledge, ties, reading.period);
        lookup.standing = match meant.len() {
            0 => Standing::Unknown,
            1 => Standing::Found,
            _ if scope.has(Kind::Relation) => Standing::Found,
            _ => Standing::Ambiguous,
        };
        let shown = if meant.is_empty() { ties.to_vec() } else { meant };
        let hit = |id: RelationId| {
            if scope.has(Kind::Relation) {
                return Hit { entry: EntryId::Relation(id), ..best.clone() };
            }
            let holder = EntryId::Actor(knowledge[id].from);
            let known = lookup.hits.iter().find(|hit| hit.entry == holder && office_meant(knowledge, hit) == Some(id));
            known.cloned().unwrap_or(Hit { entry: holder, ..best.clone() })
        };
        let mut hits: Vec<Hit> = shown.into_iter().map(hit).collect();
        let further = lookup.hits.iter().filter(|hit| hits.iter().all(|first| first.entry != hit.entry));
        let further: Vec<Hit> = further.cloned().collect();
        hits.extend(further);
        lookup.hits = hits;
        lookup
    }
}
