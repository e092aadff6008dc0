//! How far to look for what a question means: quickly first, then thoroughly, then with other spaces.
//!
//! Each search goes from the senses of the words to the entries that have them, their scores, and a verdict.

use super::decide::{self, Reason, Signs, Verdict};
use super::gather::{self, Senses};
use super::index::Index;
use super::lexicon::Effort;
use super::question::Question;
use super::score::{self, Scored, Scorer};
use super::{MOST_HITS, Scope, spaces};
use crate::knowledge::Kind;

/// What came of one search.
pub(super) struct Search {
    pub(super) senses: Senses,
    pub(super) ranked: Vec<Scored>,
    /// None if nothing was found at all.
    pub(super) signs: Option<Signs>,
    pub(super) confidence: f32,
    pub(super) verdict: Verdict,
}

/// Searches, and says as what the question was read in the end.
///
/// A name that is plainly meant is found by a quick search; sentences hardly ever are plain enough. Where several are
/// meant, the others may be spelt otherwise. What is not found may be plain with other spaces.
pub(super) fn search(index: &Index, question: Question, scope: Scope) -> (Question, Search) {
    if let Some(name) = question.as_name()
        && let Some(search) = search_whole_name(index, &name, scope)
    {
        return (name, search);
    }
    if !question.sentence
        && let Some(search) = search_quickly(index, &question, scope)
    {
        return (question, search);
    }
    let search = search_with(index, &question, scope, Effort::Thorough);
    if search.verdict != Verdict::Found
        && let Some(respaced) = spaces::respaced(&index.lexicon, &question, &search.senses)
        && let Some(search) = search_quickly(index, &respaced, scope)
    {
        return (respaced, search);
    }
    (question, search)
}

/// What comes of a quick search, if one entry is plainly meant.
fn search_quickly(index: &Index, question: &Question, scope: Scope) -> Option<Search> {
    let search = search_with(index, question, scope, Effort::Quick);
    let plain = decide::is_plain(&search.signs?, search.confidence);
    (plain && search.verdict == Verdict::Found).then_some(search)
}

/// What comes of a quick search, if the best entry has the very name that was typed.
fn search_whole_name(index: &Index, question: &Question, scope: Scope) -> Option<Search> {
    let search = search_with(index, question, scope, Effort::Quick);
    search.ranked.first().is_some_and(|best| best.is_named_by(question)).then_some(search)
}

fn search_with(index: &Index, question: &Question, scope: Scope, effort: Effort) -> Search {
    let senses = Senses::new(index, question, effort);
    let gathered = gather::gather(index, &senses, scope);
    let statements = scope.has(Kind::Fact);
    let mut scorer = Scorer::new(index, question, &senses, statements);
    let mut ranked: Vec<Scored> = gathered.into_iter().filter_map(|entry| scorer.score(entry)).collect();
    ranked.sort_unstable_by(by_score);
    ranked.truncate(REFINED);
    if !statements && !question.sentence {
        score::refine(index, question, &mut ranked);
        ranked.sort_unstable_by(by_score);
    }
    ranked.truncate(MOST_HITS);
    let signs = decide::signs(index, question, &senses, &ranked);
    let confidence = signs.map_or(0.0, |signs| decide::confidence(question, &signs, statements));
    let best = ranked.first().and_then(|best| index.entry(best.entry)).map(|entry| entry.id.kind());
    let verdict = match (signs, best) {
        (Some(signs), Some(best)) => decide::decide(question, (&signs, confidence), &ranked, best, statements),
        _ if question.terms.is_empty() => Verdict::Unknown(Reason::Empty),
        _ => Verdict::Unknown(Reason::Nothing),
    };
    Search { senses, ranked, signs, confidence, verdict }
}

/// Entries whose whole texts are compared.
const REFINED: usize = 12;

fn by_score(a: &Scored, b: &Scored) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry))
}
