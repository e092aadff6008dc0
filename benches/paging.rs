//! How long an answer takes to become pages, by the number of its statements: all of them, and one page from the middle.

use anyhow::Context as _;
use casebook::answer::{Action, Answer, Block, Citer, Match, Standing};
use casebook::command::Request;
use casebook::knowledge::{Cites, EntryId, Knowledge, load};
use casebook::render::page::{page, pages};
use criterion::{BenchmarkId, Criterion, Throughput};

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

/// Sources that the statements take turns to cite, three at a time.
const SOURCES: usize = 50;

fn main() -> anyhow::Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let knowledge = sourced()?;
    let request = Request::parse("/ask question:ada")?;
    let mut group = criterion.benchmark_group("paging");
    group.sample_size(10);
    for &size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        for (name, answer) in [("statements", stating(&knowledge, size)), ("choices", offering(&knowledge, size)?)] {
            group.bench_function(BenchmarkId::new(format!("{name}/all"), size), |bencher| {
                bencher.iter_with_large_drop(|| pages(&answer, &request));
            });
            let middle = pages(&answer, &request).len() / 2;
            group.bench_function(BenchmarkId::new(format!("{name}/one"), size), |bencher| {
                bencher.iter_with_large_drop(|| page(&answer, &request, middle));
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
    let blocks = vec![Block::Section { heading: "Letters".to_owned(), statements }];
    Answer { blocks, citations: citer.citations(), ..empty() }
}

fn offering(knowledge: &Knowledge, count: usize) -> anyhow::Result<Answer> {
    let entry = knowledge.facts().next().map(|(id, _)| EntryId::Fact(id)).context("no fact")?;
    let choice = |n| Match { entry, key: format!("letter-{n}"), title: format!("Letter {n}"), score: 1.0 };
    let choices: Vec<Match> = (0..count).map(choice).collect();
    let action = |choice: &Match| {
        let request = Request::parse(&format!("/ask question:{}", choice.key))?;
        anyhow::Ok(Action { label: choice.title.clone(), request })
    };
    let actions = choices.iter().map(action).collect::<Result<_, _>>()?;
    Ok(Answer { blocks: vec![Block::Choices { heading: "Letters".to_owned(), choices }], actions, ..empty() })
}

fn empty() -> Answer {
    let (matches, blocks, citations, actions) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Answer { title: "Ada".to_owned(), standing: Standing::Found, matches, blocks, citations, actions }
}
