//! Asks an engine every question once, and scores the replies.
//!
//! A question is timed by the clock of its thread, which stands still while other programs have the processor.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::engine::{Engine, Reply, Standing};
use crate::questions::{Question, Way};

/// Questions asked before the clock runs, so that tables built at the first use count for nobody.
const WARMING: usize = 50;

/// An engine's replies to the questions.
pub(crate) struct Score<'q> {
    replies: Vec<(&'q Question, Reply, Duration)>,
    /// Best scores below this count as declined, for an engine that cannot decline by itself.
    least: f32,
}

impl<'q> Score<'q> {
    /// Asks an engine all the questions, one after the other.
    ///
    /// # Errors
    /// When the engine fails.
    pub(crate) fn of(engine: &dyn Engine, questions: &'q [Question]) -> anyhow::Result<Self> {
        let reply = |question: &Question| match question.way {
            Way::HalfTyped => engine.complete(&question.text),
            _ => engine.find(&question.text),
        };
        for question in questions.iter().rev().step_by(questions.len().div_ceil(WARMING).max(1)) {
            reply(question)?;
        }
        let mut replies = Vec::with_capacity(questions.len());
        for question in questions {
            let start = thread_time();
            let reply = reply(question)?;
            replies.push((question, reply, thread_time().saturating_sub(start)));
        }
        let mut score = Self { replies, least: 0.0 };
        score.least = score.best_threshold();
        Ok(score)
    }

    /// The share of the questions of some ways whose first entry is right, whatever the engine thinks of it.
    pub(crate) fn first(&self, ways: &[Way]) -> f64 {
        let of_ways = self.replies.iter().filter(|(question, ..)| ways.contains(&question.way));
        share(of_ways.map(|(question, reply, _)| f64::from(u8::from(is_first(question, reply)))))
    }

    /// The share of the whole questions that end well: answered with a right first entry, or declined where nothing is
    /// meant. An ambiguous reply with a right one among the first five counts half.
    pub(crate) fn right(&self) -> f64 {
        self.right_above(self.least)
    }

    /// The share of the questions about nothing stored that were answered all the same.
    pub(crate) fn wrong(&self) -> f64 {
        let outside = self.replies.iter().filter(|(question, ..)| question.way == Way::Outside);
        let answered = |reply| standing(reply, self.least) == Standing::Answered;
        share(outside.map(|(_, reply, _)| f64::from(u8::from(answered(reply)))))
    }

    /// A percentile of the time of a whole question.
    pub(crate) fn asking(&self, percent: usize) -> Duration {
        self.percentile(percent, |way| way != Way::HalfTyped)
    }

    /// A percentile of the time of a completion.
    pub(crate) fn typing(&self, percent: usize) -> Duration {
        self.percentile(percent, |way| way == Way::HalfTyped)
    }

    fn right_above(&self, least: f32) -> f64 {
        let whole = self.replies.iter().filter(|(question, ..)| question.way != Way::HalfTyped);
        share(whole.map(|(question, reply, _)| match standing(reply, least) {
            Standing::Answered if is_first(question, reply) => 1.0,
            Standing::Ambiguous if reply.entries.iter().take(5).any(|entry| question.expect.contains(entry)) => 0.5,
            Standing::Declined if question.expect.is_empty() => 1.0,
            _ => 0.0,
        }))
    }

    /// The threshold with which the engine does best on these very questions: more than a user of it could know.
    fn best_threshold(&self) -> f32 {
        let scores = self.replies.iter().map(|(_, reply, _)| reply.score);
        let judged = scores.map(|score| (self.right_above(score), score));
        judged.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1))).map_or(0.0, |(_, score)| score)
    }

    fn percentile(&self, percent: usize, of: impl Fn(Way) -> bool) -> Duration {
        let mut times: Vec<Duration> =
            self.replies.iter().filter(|(question, ..)| of(question.way)).map(|&(.., time)| time).collect();
        times.sort_unstable();
        times.get(times.len() * percent / 100).copied().unwrap_or_default()
    }
}

/// What the thread has worked so far.
fn thread_time() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

fn is_first(question: &Question, reply: &Reply) -> bool {
    reply.entries.first().is_some_and(|first| question.expect.contains(first))
}

fn standing(reply: &Reply, least: f32) -> Standing {
    let by_score =
        if reply.entries.is_empty() || reply.score < least { Standing::Declined } else { Standing::Answered };
    reply.standing.unwrap_or(by_score)
}

#[expect(clippy::cast_precision_loss, reason = "a count of questions is small")]
fn share(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = values.clone().count();
    if count == 0 { 0.0 } else { values.sum::<f64>() / count as f64 }
}
