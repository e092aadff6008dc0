//! How long an answer takes to become pages, by the number of its statements: all of them, and one page from the middle.

use anyhow::Context as _;
use casebook::answer::{Action, Answer, Basis, Block, Candidate, Citer, Match, Standing, Tools};
use casebook::knowledge::{Cites, EntryId, Knowledge, load};
use casebook::message::{Message, Words};
use casebook::render::page::{pages, screen};
use casebook::request::{Command, Context, Request, View};
use criterion::{BenchmarkId, Criterion, Throughput};

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

/// Sources that the statements take turns to cite, three at a time.
const SOURCES: usize = 50;

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let knowledge = sourced()?;
    let mut group = criterion.benchmark_group("paging");
    group.sample_size(10);
    for &size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        for (name, answer) in [("statements", stating(&knowledge, size)), ("choices", offering(&knowledge, size)?)] {
            group.bench_function(BenchmarkId::new(format!("{name}/all"), size), |bencher| {
                bencher.iter_with_large_drop(|| pages(&answer));
            });
            let middle = pages(&answer).len() / 2;
            group.bench_function(BenchmarkId::new(format!("{name}/one"), size), |bencher| {
                bencher.iter_with_large_drop(|| screen(&answer, View::Page(middle), false));
            });
        }
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}

fn sourced() -> anyhow::Result<Knowledge> {
    let source =
        |n| format!("[[source]]\nid = 's{n}'\ntitle = 'Report {n}'\npublisher = 'Archive'\npublished = '2020'\n");
    let fact = |n| {
        let cites = [n, (n + 7) % SOURCES, (n + 11) % SOURCES].map(|n| format!("'s{n}'")).join(", ");
        format!("[[fact]]\nid = 'f{n}'\nabout = ['ada']\ntext = 'Ada wrote letter {n}.'\nsources = [{cites}]\n")
    };
    let ada = "[[actor]]\nid = 'ada'\nname = 'Ada'\nkind = 'person'\nsummary = 'A person.'\nsources = ['s0']\n";
    let toml: String = (0..SOURCES).map(source).chain([ada.to_owned()]).chain((0..SOURCES).map(fact)).collect();
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("all.toml"), toml)?;
    load(folder.path()).knowledge.context("the invented fact base has a fault")
}

fn stating(knowledge: &Knowledge, count: usize) -> Answer {
    let mut citer = Citer::new(knowledge);
    let grounds: Vec<&Cites> = knowledge.facts().map(|(_, fact)| &fact.cites).collect();
    let text = |n| format!("In letter {n} to *her* editor Ada says that the engine weaves algebraic patterns");
    let statements =
        grounds.iter().cycle().take(count).enumerate().map(|(n, cites)| citer.state(text(n), cites)).collect();
    let blocks = vec![Block::Section { heading: "Letters".into(), statements }];
    Answer { blocks, citations: citer.citations(), ..empty() }
}

fn offering(knowledge: &Knowledge, count: usize) -> anyhow::Result<Answer> {
    let entry = knowledge.facts().next().map(|(id, _)| EntryId::Fact(id)).context("no fact")?;
    let choice = |n| Candidate {
        found: Match { entry, key: format!("letter-{n}"), title: format!("Letter {n}"), score: 1.0 },
        note: "".into(),
    };
    let choices: Vec<Candidate> = (0..count).map(choice).collect();
    let action = |choice: &Candidate| {
        let request = Request::of(Command::Ask).with("question", choice.found.key.as_str());
        Action { label: choice.found.title.as_str().into(), note: Words::default(), request }
    };
    let actions = choices.iter().map(action).collect();
    Ok(Answer { blocks: vec![Block::Choices { heading: Message::Likely, choices }], actions, ..empty() })
}

fn empty() -> Answer {
    Answer {
        request: Request::of(Command::Ask).with("question", "ada"),
        language: Context::default().language,
        title: "Ada".into(),
        read_as: Vec::new(),
        standing: Standing::Found,
        matches: Vec::new(),
        blocks: Vec::new(),
        figure: None,
        citations: Vec::new(),
        actions: Vec::new(),
        tools: Tools::default(),
        basis: Basis::default(),
    }
}
