//! `/compare`: two actors or two events side by side.
//!
//! A row for each aspect that both have facts on, then what only one has, what lies between them, the ties they share
//! and those in which they differ, and the events in which both took part.

use super::draft::{Draft, matches};
use super::lookup::{find_certain, look_up, look_up_if_given};
use super::{Base, Opt, PRIVATE, Request, Spec, Stop, Takes, event};
use crate::answer::{Answer, Block, Standing, Statement, Versus, VersusRow};
use crate::knowledge::{ActorId, AspectId, EntryId, EventId, FactId, Kind, Knowledge, RelationId};
use crate::matcher::{Hit, Outcome};

pub(super) const SPEC: Spec = Spec {
    name: "compare",
    description: "Two actors or two events side by side, with the sources for each",
    example: "/compare first:Azerbaijan second:Belarus",
    options: &[
        Opt {
            name: "first",
            description: "A person, state, organisation or event",
            required: true,
            takes: Takes::Entries(&[Kind::Actor, Kind::Event]),
        },
        Opt {
            name: "second",
            description: "Another of the same sort",
            required: true,
            takes: Takes::Entries(&[Kind::Actor, Kind::Event]),
        },
        Opt {
            name: "aspect",
            description: "Only this, such as press freedom",
            required: false,
            takes: Takes::Entries(&[Kind::Aspect]),
        },
        PRIVATE,
    ],
    answer,
};

fn answer(base: &Base, request: &Request) -> Result<Answer, Stop> {
    let (sides, outcomes) = look_up_pair(base, request)?;
    let aspect = look_up_if_given(base, request, "aspect", EntryId::aspect)?;
    let pair = Pair { sides, aspect };
    Ok(pair.show(base, &merged(&outcomes)))
}

/// The two that are meant. Only like can be compared, so each text is read as the kind of which the other is too.
fn look_up_pair(base: &Base, request: &Request) -> Result<([EntryId; 2], [Outcome; 2]), Stop> {
    let as_kind = |kind| {
        let first = find_certain(base, request, "first", kind)?;
        let second = find_certain(base, request, "second", kind)?;
        let score = first.1.score + second.1.score;
        (first.1.entry != second.1.entry).then_some((score, [first.1.entry, second.1.entry], [first.0, second.0]))
    };
    let both = [Kind::Event, Kind::Actor].into_iter().filter_map(as_kind).max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((_, sides, outcomes)) = both {
        return Ok((sides, outcomes));
    }
    let (first, first_outcome) = look_up(base, request, "first", Some)?;
    let (second, second_outcome) = look_up(base, request, "second", Some)?;
    refuse_unlike(&base.knowledge, first, second)?;
    Ok(([first, second], [first_outcome, second_outcome]))
}

/// A pair that cannot be compared is not an answer, but a request to ask differently.
fn refuse_unlike(knowledge: &Knowledge, first: EntryId, second: EntryId) -> Result<(), Stop> {
    let (first_title, second_title) = (knowledge.title(first), knowledge.title(second));
    if first == second {
        let message = format!("Both are “{first_title}”. Name two different entries to compare.");
        return Err(Stop::refused(message));
    }
    if first.kind() != second.kind() {
        return Err(Stop::refused(format!(
            "“{first_title}” is an {} and “{second_title}” is an {}. Compare two actors or two events.",
            first.kind().word(),
            second.kind().word()
        )));
    }
    Ok(())
}

/// The hits of both, turn by turn, so that the two that are compared come first.
fn merged(outcomes: &[Outcome; 2]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let longest = outcomes.iter().map(|outcome| outcome.hits().len()).max().unwrap_or_default();
    for turn in 0..longest {
        for hit in outcomes.iter().filter_map(|outcome| outcome.hits().get(turn)) {
            if hits.iter().all(|known| known.entry != hit.entry) {
                hits.push(hit.clone());
            }
        }
    }
    hits
}

/// Two entries of one kind.
struct Pair {
    sides: [EntryId; 2],
    aspect: Option<AspectId>,
}

/// The facts of a pair on one aspect: those of each side, and those about both.
#[derive(Default)]
struct Shares {
    sides: [Vec<FactId>; 2],
    both: Vec<FactId>,
}

impl Pair {
    fn show(&self, base: &Base, hits: &[Hit]) -> Answer {
        let knowledge = &base.knowledge;
        let names = self.sides.map(|side| knowledge.title(side).to_owned());
        let mut draft = Draft::new(base, format!("{} and {}", names[0], names[1]));
        self.rows(&mut draft, &names);
        if self.aspect.is_none() {
            match self.sides {
                [EntryId::Actor(first), EntryId::Actor(second)] => ties_and_events(&mut draft, [first, second]),
                [EntryId::Event(first), EntryId::Event(second)] => shared_actors(&mut draft, [first, second]),
                _ => {}
            }
        }
        for side in self.sides {
            draft.offer_entry(side);
        }
        draft.finish(Standing::Found, matches(knowledge, hits))
    }

    fn rows(&self, draft: &mut Draft<'_>, names: &[String; 2]) {
        let (mut rows, mut alone, mut between) = (Vec::new(), [Vec::new(), Vec::new()], Vec::new());
        if self.aspect.is_none() {
            rows.extend(self.particulars(draft));
        }
        for (aspect, shares) in self.shares(draft.knowledge) {
            let label = aspect.map_or("Other facts", |aspect| &*draft.knowledge[aspect].label).to_owned();
            between.extend(draft.facts(shares.both));
            match shares.sides {
                [first, second] if aspect.is_some() && !first.is_empty() && !second.is_empty() => {
                    rows.push(VersusRow { label, sides: [draft.facts(first), draft.facts(second)] });
                }
                [first, second] => {
                    alone[0].extend(draft.facts(first));
                    alone[1].extend(draft.facts(second));
                }
            }
        }
        let nothing = rows.is_empty() && between.is_empty() && alone.iter().all(Vec::is_empty);
        if nothing {
            draft.note(match self.aspect {
                Some(aspect) => format!("There is no fact on {} for either.", draft.knowledge[aspect].label),
                None => "There are no facts that compare the two.".to_owned(),
            });
        }
        if !rows.is_empty() {
            draft.block(Block::Versus(Versus { names: names.clone(), rows }));
        }
        draft.section("Between the two", between);
        for (name, statements) in names.iter().zip(alone) {
            draft.section(format!("Only for {name}"), statements);
        }
    }

    /// The facts of the pair by aspect, in the order of the aspects' ids; those without an aspect come last.
    fn shares(&self, knowledge: &Knowledge) -> Vec<(Option<AspectId>, Shares)> {
        let mut shares: Vec<(Option<AspectId>, Shares)> = Vec::new();
        let mut all: Vec<FactId> = self.sides.iter().flat_map(|&side| knowledge.facts_about(side)).copied().collect();
        all.sort_unstable();
        all.dedup();
        for id in all {
            let fact = &knowledge[id];
            if self.aspect.is_some() && self.aspect != fact.aspect {
                continue;
            }
            let at = shares.iter().position(|(aspect, _)| *aspect == fact.aspect).unwrap_or_else(|| {
                shares.push((fact.aspect, Shares::default()));
                shares.len() - 1
            });
            let share = &mut shares[at].1;
            match self.sides.map(|side| fact.about.contains(&side)) {
                [true, true] => share.both.push(id),
                [true, false] => share.sides[0].push(id),
                _ => share.sides[1].push(id),
            }
        }
        shares.sort_by_key(|(aspect, _)| (aspect.is_none(), *aspect));
        shares
    }

    /// When, where and who of two events; the summaries of two actors.
    fn particulars(&self, draft: &mut Draft<'_>) -> Vec<VersusRow> {
        let summaries = self.sides.map(|side| draft.summary(side).into_iter().collect());
        let mut rows = vec![VersusRow { label: "Summary".to_owned(), sides: summaries }];
        if let [EntryId::Event(first), EntryId::Event(second)] = self.sides {
            let knowledge = draft.knowledge;
            let [left, right] = [first, second].map(|id| event::particulars(knowledge, &knowledge[id]));
            for ((label, left), (_, right)) in left.into_iter().zip(right) {
                let side = |draft: &mut Draft<'_>, text: String, id: EventId| {
                    (!text.is_empty()).then(|| draft.citer.state(text, &knowledge[id].cites)).into_iter().collect()
                };
                let sides = [side(draft, left, first), side(draft, right, second)];
                rows.push(VersusRow { label: label.to_owned(), sides });
            }
        }
        rows.retain(|row| row.sides.iter().any(|side: &Vec<Statement>| !side.is_empty()));
        rows
    }
}

/// Ties that both have, ties in which they differ, and events in which both took part.
fn ties_and_events(draft: &mut Draft<'_>, [first, second]: [ActorId; 2]) {
    let knowledge = draft.knowledge;
    let of = |actor| -> Vec<RelationId> { knowledge.relations_of(actor).to_vec() };
    let (left, right) = (of(first), of(second));
    let same = |one: RelationId, other: RelationId| {
        let (one, other) = (&knowledge[one], &knowledge[other]);
        one.kind == other.kind && one.to == other.to && one.from != other.from
    };
    let tie = |draft: &mut Draft<'_>, ties: Vec<RelationId>| {
        ties.into_iter().map(|id| draft.tie(&knowledge[id])).collect::<Vec<_>>()
    };
    let (shared_left, only_left): (Vec<_>, Vec<_>) =
        left.iter().copied().partition(|&one| right.iter().any(|&other| same(one, other)));
    let (shared_right, only_right): (Vec<_>, Vec<_>) =
        right.iter().copied().partition(|&one| left.iter().any(|&other| same(one, other)));
    let direct: Vec<_> = only_left.iter().copied().filter(|id| only_right.contains(id)).collect();
    let differing = only_left.into_iter().chain(only_right).filter(|id| !direct.contains(id)).collect();
    for (heading, ties) in [
        ("Ties between the two", direct.clone()),
        ("Ties that both have", shared_left.into_iter().chain(shared_right).collect()),
        ("Ties in which they differ", differing),
    ] {
        let statements = tie(draft, ties);
        draft.section(heading, statements);
    }
    let shared = knowledge.timeline().iter().filter(|event| {
        let actors = &knowledge[**event].actors;
        actors.contains(&first) && actors.contains(&second)
    });
    let lines = shared.map(|&event| draft.event_line(event)).collect();
    draft.section("Events with both", lines);
}

fn shared_actors(draft: &mut Draft<'_>, [first, second]: [EventId; 2]) {
    let knowledge = draft.knowledge;
    let shared = knowledge[first].actors.iter().filter(|actor| knowledge[second].actors.contains(actor));
    for &actor in shared {
        draft.offer_entry(EntryId::Actor(actor));
    }
}
