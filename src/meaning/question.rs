//! A question held against texts: which are nearest, and how near one of their lines is by itself.

use super::{Meaning, Near, Passage, Word};

/// A question, held against all texts.
#[derive(Debug)]
pub struct Query<'m> {
    meaning: &'m Meaning,
    words: Vec<Word>,
    whole: f32,
    /// By text.
    scores: Vec<f32>,
}

impl<'m> Query<'m> {
    pub(super) fn new(meaning: &'m Meaning, words: Vec<Word>, scores: Vec<f32>) -> Self {
        let whole = words.iter().map(|word| word.weight).sum();
        Self { meaning, words, whole, scores }
    }

    /// The nearest texts, the nearest first; at most `limit`, none with a score of 0.
    pub fn nearest(&self, limit: usize) -> Vec<Near> {
        let scores = &self.scores;
        let mut order: Vec<usize> = (0..scores.len()).filter(|&place| scores[place] > 0.0).collect();
        let nearer = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        if order.len() > limit && limit > 0 {
            order.select_nth_unstable_by(limit - 1, nearer);
        }
        order.truncate(limit);
        order.sort_unstable_by(nearer);
        order.into_iter().map(|place| self.of(place)).collect()
    }

    /// How near one text is.
    pub fn of(&self, place: usize) -> Near {
        let score = self.scores.get(place).map_or(0.0, |score| (score / self.whole).min(1.0));
        let readings = self.words.iter().filter_map(|word| self.meaning.reading(word, place)).collect();
        Near { place, score, readings, line: self.line(place) }
    }

    /// The nearest line of a text.
    fn line(&self, place: usize) -> Passage {
        let lines = self.meaning.lines_of(place).map(|told| self.held_against(told));
        lines.max_by(|a, b| a.likeness().total_cmp(&b.likeness())).unwrap_or_default()
    }

    fn held_against(&self, told: &[u32]) -> Passage {
        let mut asked = vec![0.0_f32; self.words.len()];
        let (mut met, mut all) = (0.0, 0.0);
        for &stored in told {
            let mut best = 0.0_f32;
            for (word, asked) in self.words.iter().zip(&mut asked) {
                let nearness = word.nearness(stored);
                best = best.max(nearness);
                *asked = asked.max(nearness);
            }
            let weight = self.meaning.weight(self.meaning.postings_of(stored).len());
            met += weight * best;
            all += weight;
        }
        let asked: f32 = self.words.iter().zip(&asked).map(|(word, nearness)| word.weight * nearness).sum();
        let share = |part: f32, whole: f32| if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 };
        Passage { asked: share(asked, self.whole), told: share(met, all) }
    }
}

impl Word {
    /// How near a word of the texts is to it; 0 for none of its partners.
    fn nearness(&self, stored: u32) -> f32 {
        self.in_order.binary_search_by_key(&stored, |(word, _)| *word).map_or(0.0, |at| self.in_order[at].1)
    }
}
