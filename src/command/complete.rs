//! Completion: which entries a half-typed option may become, and how they are told apart.
//!
//! Owns what goes first beside what the other options say: what is comparable with the other side, aspects that have a
//! series, whoever has numbers on an aspect. Which names continue what was typed is left to [`crate::matcher`].

use std::collections::{BTreeMap, BTreeSet};

use super::{Base, Call, Choice, comparable, scope, twins};
use crate::knowledge::{AspectId, EntryId, Knowledge};
use crate::matcher::{Hit, Scope};
use crate::request::{Command, Context, Request, Takes};

/// What completes the half-typed text of an option, at most so many; the likeliest first.
pub fn choices(base: &Base, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Choice> {
    if let Some(Takes::OneOf(words)) = request.spec().option(option).map(|option| option.takes) {
        let typed = request.text(option).unwrap_or_default();
        let fitting = words.iter().filter(|word| word.starts_with(typed)).take(most);
        return fitting.map(|word| Choice { label: (*word).into(), mark: None, value: (*word).to_owned() }).collect();
    }
    let knowledge = &base.knowledge;
    let entries: Vec<EntryId> = completions(base, context, request, option, most).iter().map(|hit| hit.entry).collect();
    let marks = twins::marks(knowledge, &entries);
    let choice = |(&entry, mark): (&EntryId, Option<_>)| Choice {
        label: knowledge.title(entry).into(),
        mark: mark.or_else(|| entry.event().and_then(|id| knowledge[id].date.as_ref()).map(Into::into)),
        value: knowledge.key(entry).to_owned(),
    };
    entries.iter().zip(marks).map(choice).collect()
}

/// The entries that complete the half-typed text of an option, at most so many; the likeliest first. Nothing typed is
/// completed by what is best known.
pub fn completions(base: &Base, context: &Context, request: &Request, option: &str, most: usize) -> Vec<Hit> {
    let Some(scope) = request.spec().option(option).and_then(scope) else { return Vec::new() };
    let call = Call { base, context, request };
    let typed = request.text(option).unwrap_or_default().trim();
    let hits = base.matcher.complete(typed, scope, most);
    let wish = Wish::of(call, option, if typed.is_empty() { None } else { Some(&hits) });
    if !typed.is_empty() {
        return wish.sorted(call, hits, typed);
    }
    let like = wish.like.map(|entry| base.matcher.complete("", Scope::of(&[entry.kind()]), most)).unwrap_or_default();
    let best = wish.best().into_iter().filter(|entry| scope.has(entry.kind())).map(Hit::certain);
    let mut listed = BTreeSet::new();
    let all = best.map(|hit| Hit { score: 0.0, ..hit }).chain(like).chain(hits);
    all.filter(|hit| Some(hit.entry) != wish.like && listed.insert(hit.entry)).take(most).collect()
}

/// What the other options of a request let one wish for.
#[derive(Default)]
struct Wish {
    /// What goes first, and how much speaks for it.
    first: BTreeMap<EntryId, usize>,
    /// Another of this kind, but not this one.
    like: Option<EntryId>,
}

impl Wish {
    /// Of what was found for a typed text, or of all.
    fn of(call: Call<'_>, option: &str, found: Option<&[Hit]>) -> Self {
        let knowledge = call.knowledge();
        let named = |option| call.look_up(option).and_then(|lookup| lookup.entry());
        match (call.request.spec().command, option) {
            (Command::Compare, "first" | "second") => {
                let other = named(if option == "first" { "second" } else { "first" });
                let first = other.map(|other| comparable::shared(knowledge, other)).unwrap_or_default();
                Self { first, like: other }
            }
            (Command::Compare, "aspect") => {
                let sides = [named("first"), named("second")].into_iter().flatten();
                let mut first = BTreeMap::new();
                for aspect in sides.flat_map(|side| aspects(knowledge, side)) {
                    *first.entry(EntryId::Aspect(aspect)).or_default() += 1;
                }
                Self { first, like: None }
            }
            (Command::Trend, "aspect") => {
                let aspects: Vec<AspectId> = match found {
                    Some(hits) => hits.iter().filter_map(|hit| hit.entry.aspect()).collect(),
                    None => knowledge.aspects().map(|(id, _)| id).collect(),
                };
                let points = aspects.into_iter().map(|id| (EntryId::Aspect(id), points(knowledge, id)));
                Self { first: points.filter(|(_, points)| *points > 1).collect(), like: None }
            }
            (Command::Trend, "about") => {
                let facts =
                    named("aspect").and_then(EntryId::aspect).map(|id| knowledge.facts_on(id)).unwrap_or_default();
                let mut first = BTreeMap::new();
                let numbers = facts.iter().map(|&id| &knowledge[id]).filter(|fact| fact.value.is_some());
                for &about in numbers.flat_map(|fact| &fact.about) {
                    *first.entry(about).or_default() += 1;
                }
                Self { first, like: None }
            }
            _ => Self::default(),
        }
    }

    /// What goes first, the best first.
    fn best(&self) -> Vec<EntryId> {
        let mut best: Vec<(&EntryId, &usize)> = self.first.iter().collect();
        best.sort_by(|(one, by), (other, than)| than.cmp(by).then(one.cmp(other)));
        best.into_iter().map(|(entry, _)| *entry).collect()
    }

    /// A name that was typed whole goes first, then what is wished for, then what is of the same kind.
    fn sorted(&self, call: Call<'_>, mut hits: Vec<Hit>, typed: &str) -> Vec<Hit> {
        hits.retain(|hit| Some(hit.entry) != self.like);
        hits.sort_by_cached_key(|hit| {
            let unlike = self.like.is_some_and(|like| like.kind() != hit.entry.kind());
            (!call.is_name(hit.entry, typed), !self.first.contains_key(&hit.entry), unlike)
        });
        hits
    }
}

/// The aspects on which there are facts about an entry.
fn aspects(knowledge: &Knowledge, entry: EntryId) -> BTreeSet<AspectId> {
    knowledge.facts_about(entry).iter().filter_map(|&id| knowledge[id].aspect).collect()
}

/// How many dated numbers the longest series of an aspect has.
fn points(knowledge: &Knowledge, aspect: AspectId) -> usize {
    let mut series: BTreeMap<(Vec<EntryId>, &[EntryId]), usize> = BTreeMap::new();
    for fact in knowledge.facts_on(aspect).iter().map(|&id| &knowledge[id]) {
        if fact.value.is_some() && fact.date.is_some() {
            *series.entry((fact.subjects(), &fact.with)).or_default() += 1;
        }
    }
    series.into_values().max().unwrap_or_default()
}
