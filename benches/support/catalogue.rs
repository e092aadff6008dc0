//! A catalogue of people and events that never were, the same on every run, written as a knowledge folder.
//!
//! As in real use, a few states are mentioned by thousands of entries: they take part in events, and facts and relations
//! speak of them. Owns what is in the catalogue; what is asked of it is left to `questions`.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use fastrand::Rng;
use tempfile::TempDir;

use crate::letters::{self, CYRILLIC, GEORGIAN, GREEK, MARKED, RESPELT, Script, pick};

/// An entry of the catalogue.
pub(crate) struct Entry {
    /// Its id in the knowledge folder.
    pub(crate) id: String,
    /// What it is.
    pub(crate) sort: Sort,
    /// Its name or title, then its aliases.
    pub(crate) names: Vec<String>,
    /// One sentence about it.
    pub(crate) summary: String,
}

/// What an entry is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Sort {
    /// An actor.
    Person,
    /// An event, with its date in EDTF.
    Event {
        /// A year, a day, or two years with a slash between.
        date: String,
    },
}

/// The seed of everything: another one gives another catalogue of the same make.
const SEED: u64 = 1918;

/// Entries in one file, so that no file grows too large to be read.
const PER_FILE: usize = 2000;

/// Of a hundred entries, those that are people.
const PEOPLE: u32 = 75;

/// Of a hundred surnames, those that many share; the others are new.
const SHARED: u32 = 40;

const GIVEN_ENDINGS: &[&str] = &["", "", "a", "o", "an", "ir", "ey", "eta", "ina"];
const FAMILY_ENDINGS: &[&str] =
    &["ov", "ev", "enko", "ski", "yan", "adze", "shvili", "oglu", "son", "ez", "ini", "ar", "uk", "aite", "is"];
const PLACE_ENDINGS: &[&str] = &["", "a", "grad", "ovo", "abad", "burg", "polis", "kent", "ia", "sk"];
const ROLES: &[&str] =
    &["Minister", "Painter", "Engineer", "Member of parliament", "Composer", "General", "Historian", "Surgeon"];
const HAPPENINGS: &[&str] =
    &["Battle of", "Siege of", "Treaty of", "Congress of", "Union of", "Conference of", "Fire of", "Synod of"];

/// States, of which the first take part in far more than the last.
const STATES: usize = 40;

/// What states and people are compared on.
const MEASURES: &[&str] = &[
    "Exports",
    "Imports",
    "Population",
    "Debt",
    "Army",
    "Prisoners",
    "Harvest",
    "Tourists",
    "Loans",
    "Students",
    "Newspapers",
    "Steel output",
    "Oil output",
    "Visas",
    "Fines",
    "Strikes",
];

/// Entries to each fact, and to each relation.
const PER_FACT: usize = 2;
const PER_RELATION: usize = 4;

/// Invents a catalogue and writes it to a folder that vanishes when it is dropped.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn written(size: usize) -> io::Result<(Vec<Entry>, TempDir)> {
    let entries = invent(size);
    let folder = tempfile::tempdir()?;
    write(&entries, folder.path())?;
    Ok((entries, folder))
}

/// Words that entries share, the first ones far more often than the last.
struct Pools {
    given: Vec<String>,
    family: Vec<String>,
    places: Vec<String>,
}

impl Pools {
    fn new(rng: &mut Rng) -> Self {
        let mut words = |count, syllables, endings| {
            std::iter::repeat_with(|| letters::word(rng, syllables, endings)).take(count).collect()
        };
        Self {
            given: words(400, 1, GIVEN_ENDINGS),
            family: words(2000, 1, FAMILY_ENDINGS),
            places: words(1500, 2, PLACE_ENDINGS),
        }
    }
}

fn invent(size: usize) -> Vec<Entry> {
    let mut rng = Rng::with_seed(SEED);
    let pools = Pools::new(&mut rng);
    let mut taken = HashSet::new();
    let mut entries = Vec::with_capacity(size);
    while entries.len() < size {
        let entry = if rng.u32(..100) < PEOPLE { person(&mut rng, &pools) } else { event(&mut rng, &pools) };
        // Two entries of one name could not be told apart by any question.
        if taken.insert(entry.names.first().map(|name| name.to_lowercase())) {
            entries.push(Entry { id: format!("e{:06}", entries.len()), ..entry });
        }
    }
    entries
}

fn person(rng: &mut Rng, pools: &Pools) -> Entry {
    let given = common(rng, &pools.given);
    let family = family(rng, pools);
    let middle = if rng.u32(..100) < 15 { format!(" {}", common(rng, &pools.given)) } else { String::new() };
    let name = format!("{given}{middle} {family}");
    let summary = format!("{} from {}, born in {}.", pick(rng, ROLES), common(rng, &pools.places), rng.u32(1800..1995));
    let initial: String = given.chars().take(1).collect();
    let names = spellings(rng, name, Some(format!("{initial}. {family}")));
    Entry { id: String::new(), sort: Sort::Person, names, summary }
}

fn event(rng: &mut Rng, pools: &Pools) -> Entry {
    let place = if rng.bool() { common(rng, &pools.places).to_owned() } else { letters::word(rng, 2, PLACE_ENDINGS) };
    let year = rng.u32(1400..2020);
    let title = match rng.u32(..100) {
        0..60 => format!("{} {place}", pick(rng, HAPPENINGS)),
        60..80 => format!("{place} {year} Festival"),
        _ => format!("{} Reforms in {place}", family(rng, pools)),
    };
    let summary =
        format!("What {} and {} quarrelled over at {place} in {year}.", family(rng, pools), family(rng, pools));
    let date = match rng.u32(..3) {
        0 => format!("{year}"),
        1 => format!("{year}-{:02}-{:02}", rng.u32(1..13), rng.u32(1..29)),
        _ => format!("{year}/{}", year + rng.u32(1..5)),
    };
    Entry { id: String::new(), sort: Sort::Event { date }, names: spellings(rng, title, None), summary }
}

/// The name, and on average 0.7 aliases: other scripts, other spellings, a short form if there is one.
fn spellings(rng: &mut Rng, name: String, short: Option<String>) -> Vec<String> {
    let others: &[(&Script, u32)] = &[(&CYRILLIC, 30), (&GREEK, 10), (&GEORGIAN, 10), (&RESPELT, 10)];
    let mut aliases: Vec<String> =
        others.iter().filter(|(_, share)| rng.u32(..100) < *share).map(|(script, _)| script.write(&name)).collect();
    // Marks belong on names, and only people's consist of nothing else.
    let marked = if short.is_some() { 20 } else { 0 };
    aliases.extend(short.filter(|_| rng.u32(..100) < 14));
    let name = match rng.u32(..100) {
        0..5 => CYRILLIC.write(&name),
        style if style < 5 + marked => MARKED.write(&name),
        _ => name,
    };
    aliases.retain(|alias| *alias != name);
    std::iter::once(name).chain(aliases).collect()
}

fn family(rng: &mut Rng, pools: &Pools) -> String {
    if rng.u32(..100) < SHARED {
        return common(rng, &pools.family).to_owned();
    }
    let syllables = rng.usize(1..3);
    letters::word(rng, syllables, FAMILY_ENDINGS)
}

/// One of a pool: the lesser of two throws, so that the first words are common and the last are rare.
fn common<'p>(rng: &mut Rng, pool: &'p [String]) -> &'p str {
    let at = rng.usize(..pool.len()).min(rng.usize(..pool.len()));
    pool.get(at).map_or("", String::as_str)
}

fn write(entries: &[Entry], folder: &Path) -> io::Result<()> {
    let folder = folder.join("invented");
    fs::create_dir(&folder)?;
    let mut rng = Rng::with_seed(SEED);
    let source =
        "[[source]]\nid = \"catalogue\"\ntitle = \"Catalogue\"\npublisher = \"Nobody\"\npublished = \"2020\"\n";
    fs::write(folder.join("sources.toml"), source)?;
    fs::write(folder.join("states.toml"), hubs(&mut rng))?;
    let people: Vec<&Entry> = entries.iter().filter(|entry| entry.sort == Sort::Person).collect();
    for (number, some) in entries.chunks(PER_FILE).enumerate() {
        let tables = some.iter().map(|entry| table(&mut rng, entry, &people)).collect::<String>();
        fs::write(folder.join(format!("entries-{number:03}.toml")), tables)?;
        let facts =
            (0..some.len() / PER_FACT).map(|at| fact(&mut rng, number * PER_FILE + at, some)).collect::<String>();
        fs::write(folder.join(format!("facts-{number:03}.toml")), facts)?;
        let relations = (0..some.len() / PER_RELATION).map(|at| relation(&mut rng, number * PER_FILE + at, &people));
        fs::write(folder.join(format!("relations-{number:03}.toml")), relations.collect::<String>())?;
    }
    Ok(())
}

/// The states, and what is measured.
fn hubs(rng: &mut Rng) -> String {
    let state = |number: usize| {
        let name = letters::word(rng, 2, &["ia", "land", "stan"]);
        let alias = CYRILLIC.write(&name);
        format!(
            "[[actor]]\nid = \"state-{number:02}\"\nname = \"{name}\"\naliases = [\"{alias}\"]\nkind = \"country\"\nsummary = \
             \"A state.\"\nsources = [\"catalogue\"]\n\n"
        )
    };
    let states: String = (0..STATES).map(state).collect();
    let aspect = |(number, label): (usize, &&str)| {
        let alias = label.to_lowercase();
        format!(
            "[[aspect]]\nid = \"aspect-{number:02}\"\nlabel = \"{label}\"\naliases = [\"{alias} a year\"]\nnote = \"As counted.\"\n\n"
        )
    };
    states + &MEASURES.iter().enumerate().map(aspect).collect::<String>()
}

/// One state: the least of three throws, so that the first is met by thousands.
fn state(rng: &mut Rng) -> String {
    let at = rng.usize(..STATES).min(rng.usize(..STATES)).min(rng.usize(..STATES));
    format!("state-{at:02}")
}

/// An entry as TOML; invented words have no letters that would have to be escaped.
fn table(rng: &mut Rng, entry: &Entry, people: &[&Entry]) -> String {
    let (table, key, rest) = match &entry.sort {
        Sort::Person => ("actor", "name", "kind = \"person\"".to_owned()),
        Sort::Event { date } => {
            let person = rng.choice(people).map(|person| format!(", \"{}\"", person.id)).unwrap_or_default();
            ("event", "title", format!("date = \"{date}\"\nactors = [\"{}\"{person}]", state(rng)))
        }
    };
    let quoted = |name: &String| format!("\"{name}\"");
    let name = entry.names.first().map(quoted).unwrap_or_default();
    let aliases = entry.names.iter().skip(1).map(quoted).collect::<Vec<_>>().join(", ");
    let Entry { id, summary, .. } = entry;
    format!(
        "[[{table}]]\nid = \"{id}\"\n{key} = {name}\naliases = [{aliases}]\n{rest}\nsummary = \"{summary}\"\nsources = \
         [\"catalogue\"]\n\n"
    )
}

/// A fact about one of the entries or a state, of a number that is measured.
fn fact(rng: &mut Rng, number: usize, entries: &[Entry]) -> String {
    let entry = rng.choice(entries).filter(|_| rng.bool());
    let about = entry.map_or_else(|| state(rng), |entry| entry.id.clone());
    let (year, value, aspect) = (rng.u32(1800..2020), rng.u32(1..100_000), rng.usize(..MEASURES.len()));
    let measure = MEASURES.get(aspect).copied().unwrap_or_default().to_lowercase();
    format!(
        "[[fact]]\nid = \"f{number:06}\"\nabout = [\"{about}\"]\naspect = \"aspect-{aspect:02}\"\ndate = \"{year}\"\ntext = \
         \"In {year}, {measure} came to {value}.\"\nvalue = {value}\nsources = [\"catalogue\"]\n\n"
    )
}

fn relation(rng: &mut Rng, number: usize, people: &[&Entry]) -> String {
    let Some(from) = rng.choice(people) else { return String::new() };
    let (to, year) = (state(rng), rng.u32(1800..2020));
    format!(
        "[[relation]]\nid = \"r{number:06}\"\nfrom = \"{}\"\nkind = \"part-of\"\nto = \"{to}\"\ndate = \"{year}\"\nsources = \
         [\"catalogue\"]\n\n",
        from.id
    )
}
