//! Promises that hold for every answer: cited, within every limit, the same each time, and never a panic.

use std::collections::{BTreeSet, HashMap};

use casebook::answer::{Answer, Block};
use casebook::app::App;
use casebook::knowledge::{ActorId, Cites, EntryId, Knowledge};
use casebook::render::page::{Page, pages};
use casebook::render::{length, limits, terminal};
use casebook::request::{COMMANDS, Context, Press, Request};
use casebook::wording::Wording;
use proptest::prelude::*;

use crate::support::{Folder, app, respond};

/// One request for every view of every entry, and for every pair of states.
pub fn all_requests(app: &App) -> Vec<Request> {
    let knowledge = app.knowledge();
    let mut lines: Vec<String> = COMMANDS.iter().map(|spec| spec.example.to_owned()).collect();
    lines.push("/timeline".to_owned());
    lines.extend(knowledge.actors().map(|(_, actor)| format!("/actor {}", actor.key)));
    lines.extend(knowledge.events().map(|(_, event)| format!("/event {}", event.key)));
    lines.extend(knowledge.facts().map(|(_, fact)| format!("/ask {}", fact.key)));
    lines.extend(knowledge.relations().map(|(_, relation)| format!("/ask {}", relation.key)));
    lines.extend(knowledge.aspects().map(|(_, aspect)| format!("/trend {}", aspect.key)));
    lines.extend(knowledge.topics().map(|(_, topic)| format!("/timeline topic:{}", topic.key)));
    lines.extend(knowledge.sources().map(|(_, source)| format!("/sources {}", source.key)));
    let keys: Vec<_> = knowledge.actors().take(12).map(|(_, actor)| &actor.key).collect();
    for (first, second) in keys.iter().flat_map(|first| keys.iter().map(move |second| (first, second))) {
        if first != second {
            lines.push(format!("/compare first:{first} second:{second}"));
        }
    }
    lines.iter().map(|line| Request::parse(line).unwrap()).collect()
}

/// For each text of the knowledge that can stand as a statement, the sources it rests on, by their ids.
struct Grounds<'k> {
    knowledge: &'k Knowledge,
    texts: HashMap<&'k str, Vec<BTreeSet<&'k str>>>,
}

impl<'k> Grounds<'k> {
    fn of(knowledge: &'k Knowledge) -> Self {
        let mut texts: HashMap<&str, Vec<BTreeSet<&str>>> = HashMap::new();
        let facts = knowledge.facts().map(|(_, fact)| (&fact.text, &fact.cites));
        let titles = knowledge.events().map(|(_, event)| (&event.title, &event.cites));
        let events = knowledge.events().map(|(_, event)| (&event.summary, &event.cites));
        let actors = knowledge.actors().map(|(_, actor)| (&actor.summary, &actor.cites));
        for (text, cites) in facts.chain(titles).chain(events).chain(actors) {
            texts.entry(text).or_default().push(keys(knowledge, cites));
        }
        Self { knowledge, texts }
    }

    /// The sources that a statement may have: of the text that it repeats, of a tie between two that it names, of the ties of
    /// one kind that those compared have with a third, or of two facts whose numbers it gives.
    fn of_statement(&self, text: &str, matches: &[EntryId]) -> Vec<BTreeSet<&'k str>> {
        if let Some(grounds) = self.texts.get(text) {
            return grounds.clone();
        }
        let knowledge = self.knowledge;
        let names = |actor: ActorId| text.contains(&*knowledge[actor].name);
        let mut grounds = Vec::new();
        let mut shared: HashMap<_, BTreeSet<&str>> = HashMap::new();
        for (_, tie) in knowledge.relations() {
            let keys = keys(knowledge, &tie.cites);
            for (one, other) in [(tie.from, tie.to), (tie.to, tie.from)] {
                if matches.contains(&EntryId::Actor(one)) && names(other) {
                    shared.entry((&tie.kind, other)).or_default().extend(&keys);
                }
            }
            if names(tie.from) && names(tie.to) {
                grounds.push(keys);
            }
        }
        grounds.extend(shared.into_values());
        let aspects = matches.iter().filter_map(|entry| if let EntryId::Aspect(id) = entry { Some(*id) } else { None });
        let given: Vec<_> = aspects.flat_map(|aspect| knowledge.facts_on(aspect)).map(|&id| &knowledge[id]).collect();
        let given = given.into_iter().filter(|fact| fact.value.is_some_and(|value| text.contains(&value.to_string())));
        let given: Vec<_> = given.map(|fact| keys(knowledge, &fact.cites)).collect();
        grounds.extend(given.iter().flat_map(|one| given.iter().map(move |other| one | other)));
        grounds
    }
}

fn keys<'k>(knowledge: &'k Knowledge, cites: &Cites) -> BTreeSet<&'k str> {
    cites.as_slice().iter().map(|cite| &*knowledge[cite.source].key).collect()
}

/// Each statement cites exactly the sources that what it says rests on in the knowledge.
fn assert_cited(grounds: &Grounds<'_>, answer: &Answer, line: &str) {
    let wording = Wording::of(&Context::default().language);
    let key = |number: &usize| answer.citations[number - 1].key.as_str();
    for (at, citation) in answer.citations.iter().enumerate() {
        assert_eq!(citation.number, at + 1, "{line}");
    }
    let matches: Vec<EntryId> = answer.matches.iter().map(|found| found.entry).collect();
    for statement in answer.statements() {
        let cited: BTreeSet<&str> = statement.cites().iter().map(key).collect();
        let text = wording.words(statement.text());
        let rests = grounds.of_statement(&text, &matches);
        assert!(rests.contains(&cited) && !cited.is_empty(), "{line}: “{text}” cites {cited:?}, rests on {rests:?}");
    }
    for block in &answer.blocks {
        if let Block::Card { rows, cites, .. } = block {
            let cited: BTreeSet<&str> = cites.iter().map(key).collect();
            let found = answer.matches.first().map(|found| match found.entry {
                EntryId::Event(id) => keys(grounds.knowledge, &grounds.knowledge[id].cites),
                EntryId::Actor(id) => keys(grounds.knowledge, &grounds.knowledge[id].cites),
                EntryId::Fact(id) => keys(grounds.knowledge, &grounds.knowledge[id].cites),
                EntryId::Source(id) => BTreeSet::from([&*grounds.knowledge[id].key]),
                _ => BTreeSet::new(),
            });
            assert_eq!(Some(cited), found, "{line}: the card {rows:?}");
        }
    }
}

/// A page keeps within Discord's limits, and each of its components can be pressed.
pub fn assert_within_limits(page: &Page, line: &str) {
    assert!((1..=limits::TITLE).contains(&length(&page.title)), "{line}: title");
    assert!(length(&page.description) <= limits::CONTENT, "{line}: description of {}", length(&page.description));
    assert!(length(&page.footer) <= limits::FOOTER, "{line}: footer");
    let whole = [&page.title, &page.description, &page.footer].map(|text| length(text));
    assert!(whole.iter().sum::<usize>() <= limits::EMBEDS, "{line}: the whole embed");
    let (rows, menus) = ([&page.turns, &page.tools, &page.buttons], [&page.menu, &page.jumps]);
    assert!(rows.iter().all(|row| row.len() <= limits::BUTTONS), "{line}: buttons");
    assert!(menus.iter().all(|menu| menu.len() <= limits::MENU_LINES), "{line}: menu");
    let used = rows.into_iter().chain(menus).filter(|row| !row.is_empty()).count();
    assert!(used <= limits::ROWS, "{line}: {used} rows");
    assert!((1..=limits::PLACEHOLDER).contains(&length(&page.jump_placeholder)), "{line}: what the menu shows");
    assert!((1..=limits::PLACEHOLDER).contains(&length(&page.placeholder)), "{line}: what the menu shows");
    let labels = rows.into_iter().flatten().map(|button| (button, limits::BUTTON_LABEL));
    for (button, most) in labels.chain(menus.into_iter().flatten().map(|button| (button, limits::MENU_LABEL))) {
        assert!((1..=most).contains(&length(&button.label)), "{line}: label `{}`", button.label);
        assert!(length(&button.note) <= limits::MENU_NOTE, "{line}: note `{}`", button.note);
    }
    let mut carried: Vec<_> = rows.into_iter().chain(menus).flatten().collect();
    let count = carried.len();
    for button in &carried {
        assert!(length(&button.custom_id) <= limits::CUSTOM_ID, "{line}: `{}`", button.custom_id);
        Press::decode(&button.custom_id).unwrap_or_else(|error| panic!("{line}: {}: {error:?}", button.custom_id));
    }
    carried.sort_by_key(|button| &button.custom_id);
    carried.dedup_by_key(|button| &button.custom_id);
    assert_eq!(carried.len(), count, "{line}: the same id twice");
}

#[test]
fn every_statement_of_every_view_has_a_citation_and_every_page_fits() {
    let app = app();
    let grounds = Grounds::of(app.knowledge());
    for request in all_requests(&app) {
        let answer = respond(&app, &request).unwrap();
        assert_cited(&grounds, &answer, &request.line());
        for page in pages(&answer) {
            assert_within_limits(&page, &request.line());
        }
    }
}

#[test]
fn ten_fact_bases_give_the_same_bytes() {
    let questions =
        ["/compare first:Azerbaijan second:Belarus", "/actor Lukashenko", "/ask embassy", "/timeline", "/help"];
    let texts = || {
        let app = app();
        questions.map(|line| terminal::plain(&respond(&app, &Request::parse(line).unwrap()).unwrap()))
    };
    let first = texts();
    for _ in 1..10 {
        assert_eq!(texts(), first);
    }
}

#[test]
fn the_order_of_files_and_tables_changes_no_answer() {
    let source = "[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'P'\npublished = '2020'\n";
    let ada = "[[actor]]\nid = 'ada'\nname = 'Ada Lovelace'\nkind = 'person'\nsummary = 'A.'\nsources = ['s']\n";
    let eve = "[[actor]]\nid = 'eve'\nname = 'Eve Lovelace'\nkind = 'person'\nsummary = 'E.'\nsources = ['s']\n";
    let one = Folder::with(&[("a.toml", format!("{source}{ada}{eve}").as_bytes())]);
    let other = Folder::with(&[("a.toml", eve.as_bytes()), ("b.toml", ada.as_bytes()), ("c.toml", source.as_bytes())]);
    let answer = |folder: &Folder| {
        let app = App::new(casebook::knowledge::load(&folder.path()).knowledge.unwrap());
        terminal::plain(&respond(&app, &Request::parse("/actor Lovelace").unwrap()).unwrap())
    };
    assert_eq!(answer(&one), answer(&other));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_panics_and_every_answer_fits(lines in prop::collection::vec("(/(ask|event|actor|compare|timeline|trend|sources|help) )?(first:)?\\PC{0,60}( second:\\PC{0,20})?", 8)) {
        thread_local!(static APP: App = app());
        APP.with(|app| {
            let grounds = Grounds::of(app.knowledge());
            for line in &lines {
                let Ok(request) = Request::parse(line) else { continue };
                for option in request.spec().options {
                    app.complete(&Context::default(), &request, option.name, limits::CHOICES);
                }
                if let Ok(answer) = respond(app, &request) {
                    assert_cited(&grounds, &answer, line);
                    for page in pages(&answer) {
                        assert_within_limits(&page, line);
                    }
                    terminal::plain(&answer);
                }
            }
        });
    }
}
