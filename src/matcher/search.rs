//! How far to look for what a question means: quickly first, then thoroughly, then with other spaces.
//!
//! Each search goes from the senses of the words to the entries that have them, their scores, and a verdict.

use super::MOST_HITS;
use crate::knowledge::Kind;
use crate::matcher::index::View;
use crate::matcher::index::lexicon::Effort;
use crate::matcher::query::candidates;
use crate::matcher::query::question::Question;
use crate::matcher::query::senses::Senses;
use crate::matcher::rank::decide::{self, Reason, Verdict};
use crate::matcher::rank::model::{Features, Model};
use crate::matcher::rank::refine::refine;
use crate::matcher::rank::score::{Scored, Scorer};

/// What came of one search.
pub(super) struct Search {
    pub(super) senses: Senses,
    pub(super) ranked: Vec<Scored>,
    /// None if nothing was found at all.
    pub(super) features: Option<Features>,
    pub(super) model: Model,
    pub(super) confidence: f32,
    pub(super) verdict: Verdict,
}

/// Searches, and says as what the question was read in the end.
///
/// A name that is plainly meant is found by a quick search; sentences hardly ever are plain enough. Where several are
/// meant, the others may be spelt otherwise. What is not found may be plain with other spaces.
pub(super) fn search(view: View<'_>, question: Question) -> (Question, Search) {
    if let Some(name) = question.as_name()
        && let Some(search) = search_whole_name(view, &name)
    {
        return (name, search);
    }
    if !question.sentence
        && let Some(search) = search_quickly(view, &question)
    {
        return (question, search);
    }
    let search = search_with(view, &question, Effort::Thorough);
    if search.verdict != Verdict::Found
        && let Some(respaced) = crate::matcher::query::spaces::respaced(view, &question, &search.senses)
        && let Some(search) = search_quickly(view, &respaced)
    {
        return (respaced, search);
    }
    (question, search)
}

/// What comes of a quick search, if one entry is plainly meant.
fn search_quickly(view: View<'_>, question: &Question) -> Option<Search> {
    let search = search_with(view, question, Effort::Quick);
    let plain = decide::is_plain(&search.features?, search.confidence);
    (plain && search.verdict == Verdict::Found).then_some(search)
}

/// What comes of a quick search, if the best entry has the very name that was typed.
fn search_whole_name(view: View<'_>, question: &Question) -> Option<Search> {
    let search = search_with(view, question, Effort::Quick);
    (search.model == Model::Exact).then_some(search)
}

fn search_with(view: View<'_>, question: &Question, effort: Effort) -> Search {
    let index = view.index;
    let senses = Senses::new(view, question, effort);
    let gathered = candidates::gather(view, question, &senses);
    let statements = view.scope.has(Kind::Fact);
    let mut scorer = Scorer::new(index, question, &senses, statements);
    let mut ranked: Vec<Scored> = gathered.into_iter().filter_map(|entry| scorer.score(entry)).collect();
    ranked.sort_unstable_by(by_score);
    let others = ranked.split_off(ranked.len().min(REFINED));
    if !statements && !question.sentence {
        refine(index, question, &mut ranked);
        ranked.sort_unstable_by(by_score);
    }
    let others: Vec<Scored> = ranked.split_off(ranked.len().min(MOST_HITS)).into_iter().chain(others).collect();
    let features = decide::features(view, question, &senses, &ranked);
    let model = match ranked.first() {
        Some(best) if best.exact => Model::Exact,
        _ if question.sentence || statements => Model::Sentence,
        _ => Model::Lookup,
    };
    let confidence = features.map_or(0.0, |features| model.confidence(&features));
    let best = ranked.first().and_then(|best| index.entry(best.entry)).map(|entry| entry.id.kind());
    let verdict = match (features, best) {
        (Some(features), Some(best)) => {
            decide::decide(question, (model, &features, confidence), &ranked, best, statements)
        }
        _ if question.terms.is_empty() => Verdict::Unknown(Reason::Empty),
        _ => Verdict::Unknown(Reason::Nothing),
    };
    // Whoever typed a name chooses among all that have it.
    ranked.extend(others.into_iter().filter(|_| !statements));
    Search { senses, ranked, features, model, confidence, verdict }
}

/// Entries whose whole texts are compared.
const REFINED: usize = 12;

fn by_score(a: &Scored, b: &Scored) -> std::cmp::Ordering {
    b.exact.cmp(&a.exact).then(b.score.total_cmp(&a.score)).then(a.entry.cmp(&b.entry))
}
