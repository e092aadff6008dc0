//! What people say for a state: its people, its capital, the seat of its government.
//!
//! Owns the words of `world.toml`, which every fact base has without writing them, and which of them a fact base can use: none
//! that it uses otherwise, and none that could mean two of its states.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Actor, ActorKind, Words};

const WORLD: &str = include_str!("world.toml");

#[derive(Deserialize)]
struct World {
    country: Vec<Country>,
}

/// A state, by the names that a fact base may give it, and what people say for it.
#[derive(Deserialize)]
struct Country {
    names: Vec<String>,
    says: Vec<String>,
}

// The file is ours, and a test reads it: where it could not be read, there would be no words.
static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| toml::from_str(WORLD).map_or(Vec::new(), |world: World| world.country));

/// What people say for the states among the actors, beside what a fact base says itself.
pub(super) fn words(actors: &[Actor], own: &[Words]) -> Vec<Words> {
    let by_name: BTreeMap<&str, &Country> =
        COUNTRIES.iter().flat_map(|country| country.names.iter().map(move |name| (name.as_str(), country))).collect();
    let states = actors.iter().filter(|actor| actor.kind == ActorKind::Country);
    let country = |actor| names(actor).find_map(|name| by_name.get(name).copied());
    let found: Vec<(&Actor, &Country)> = states.filter_map(|actor| Some((actor, country(actor)?))).collect();
    let states = meant(&found, actors, own);
    let words = found.iter().filter_map(|(actor, country)| {
        let free = country.says.iter().filter(|said| states.get(&said.to_lowercase()) == Some(&Some(&*actor.name)));
        let says: Box<[Box<str>]> = free.map(|said| said.as_str().into()).collect();
        let means = actor.name.clone();
        (!says.is_empty()).then(|| Words { says, means, never: Box::default(), origin: actor.origin })
    });
    words.collect()
}

/// The state that each word means, in small letters; none where it could be two, and no word that the fact base uses itself:
/// in its own words, or in the names of others.
fn meant<'k>(found: &[(&'k Actor, &Country)], actors: &[Actor], own: &[Words]) -> BTreeMap<String, Option<&'k str>> {
    let mut meant: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for (actor, country) in found {
        for said in &country.says {
            meant.entry(said.to_lowercase()).and_modify(|state| *state = None).or_insert(Some(&actor.name));
        }
    }
    for said in own.iter().flat_map(|words| &words.says) {
        meant.remove(&said.to_lowercase());
    }
    // A state's name is often part of its bodies' names, and means the state all the same.
    for actor in actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Person | ActorKind::Country)) {
        let parts = names(actor).flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()).chain([name]));
        for word in parts.map(str::to_lowercase) {
            if meant.get(&word).is_some_and(|state| state.is_some_and(|name| *name != *actor.name)) {
                meant.remove(&word);
            }
        }
    }
    meant
}

fn names(actor: &Actor) -> impl Iterator<Item = &str> {
    std::iter::once(&*actor.name).chain(actor.aliases.iter().map(|alias| &**alias))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::knowledge::{Cite, Cites, Origin, SourceId};

    fn actor(name: &str, kind: ActorKind, aliases: &[&str]) -> Actor {
        Actor {
            key: name.into(),
            name: name.into(),
            kind,
            aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
            asked: Box::default(),
            summary: Box::default(),
            cites: Cites::new(vec![Cite { source: SourceId(0), locator: None }]).unwrap(),
            origin: Origin { file: FileId(0), ordinal: 0 },
        }
    }

    fn said_for(actors: &[Actor], state: &str) -> Vec<String> {
        let words = words(actors, &[]).into_iter().filter(|words| &*words.means == state);
        words.flat_map(|words| words.says.to_vec()).map(String::from).collect()
    }

    #[test]
    fn every_state_has_names_and_words() {
        let world: World = toml::from_str(WORLD).unwrap();
        assert!(world.country.iter().all(|country| !country.names.is_empty() && !country.says.is_empty()));
    }

    #[test]
    fn a_state_is_called_by_its_people_and_its_capital() {
        let actors = [actor("UK", ActorKind::Country, &["Great Britain"]), actor("Baku", ActorKind::Organisation, &[])];
        let said = said_for(&actors, "UK");
        assert!(said.contains(&"British".to_owned()) && said.contains(&"London".to_owned()));
        assert_eq!(said_for(&actors, "Azerbaijan"), [""; 0]);
    }

    #[test]
    fn a_word_that_may_mean_another_means_no_state() {
        let actors = [
            actor("Russia", ActorKind::Country, &[]),
            actor("Soviet Union", ActorKind::Country, &[]),
            actor("Jack London", ActorKind::Person, &[]),
            actor("United Kingdom", ActorKind::Country, &[]),
        ];
        assert!(!said_for(&actors, "Russia").contains(&"Moscow".to_owned()));
        assert!(said_for(&actors, "Russia").contains(&"Russian".to_owned()));
        assert!(!said_for(&actors, "United Kingdom").contains(&"London".to_owned()));
    }
}
