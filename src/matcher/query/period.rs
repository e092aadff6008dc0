//! The period that a question speaks of: its dates, and the words that bound them ("after", "until", "not in").
//!
//! A date alone is read in `date`, the phrases stand in `language`. A bound or a negation that belongs to no date is marked
//! as not understood; what follows from that is left to `decide`.

use crate::matcher::query::date::{self, Period};
use crate::matcher::text::language::{Bound, Languages, Phrase, Side, Spoken};
use crate::matcher::text::normalize::Word;
use std::ops::Range;

#[cfg(test)]
mod tests;

/// What a word is to the period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::matcher) enum Part {
    /// Nothing.
    None,
    /// It belongs to a date.
    Date,
    /// It belongs to a date that is bounded: such a date is met by days alone, not by a name that has it.
    BoundedDate,
    /// It bounds a date.
    Bound,
    /// It bounds or denies something, and it is not known what.
    Unread,
}

/// What is read of one question.
#[derive(Debug)]
pub(in crate::matcher) struct Dating {
    pub(in crate::matcher) period: Option<Period>,
    /// For each word.
    pub(in crate::matcher) parts: Vec<Part>,
}

/// Words that may stand between a date and its bound: "in the year", "cü ildən".
const MOST_BETWEEN: usize = 4;

/// A bound of so many letters may be misspelt by one: shorter ones are a letter away from other words.
const SHORTEST_MISSPELT: usize = 5;

/// A date of the question.
#[derive(Debug)]
struct Dated {
    /// Its words.
    from: usize,
    to: usize,
    span: Period,
    bound: Option<Bound>,
    /// The words of its bound.
    bound_words: Range<usize>,
}

/// Reads the period from folded words; `is_name` tells of a word that it is written and stored as part of a name.
pub(in crate::matcher) fn read(
    words: &[Word<'_>],
    is_name: &[bool],
    languages: &Languages,
    spoken: &Spoken<'_>,
) -> Dating {
    let reader = Reader { words, is_name, spoken };
    let mut dates = reader.dates(languages);
    for date in &mut dates {
        reader.find_bound(date);
    }
    reader.close_ranges(&mut dates);
    let period = combine(&dates);
    let bounded = dates.iter().any(|date| date.bound.is_some());
    let (of_date, of_bound) = match (period, bounded) {
        (Some(_), true) => (Part::BoundedDate, Part::Bound),
        (Some(_), false) => (Part::Date, Part::None),
        (None, _) => (Part::Unread, Part::Unread),
    };
    let mut parts = vec![Part::None; words.len()];
    for date in &dates {
        parts.iter_mut().take(date.to).skip(date.from).for_each(|part| *part = of_date);
        parts.iter_mut().take(date.bound_words.end).skip(date.bound_words.start).for_each(|part| *part = of_bound);
    }
    reader.mark_unread(&mut parts);
    Dating { period, parts }
}

/// The days that all dates of a question leave; `None` if there is no date, or if they leave no day.
fn combine(dates: &[Dated]) -> Option<Period> {
    let mut named: Option<Period> = None;
    let mut except: Option<Period> = None;
    let (mut first, mut last) = (i32::MIN, i32::MAX);
    for date in dates {
        let span = date.span;
        let join = |so_far: Option<Period>| Some(so_far.map_or(span, |so_far| so_far.until(span)));
        match date.bound {
            Some(Bound::After) => first = first.max(span.last + 1),
            Some(Bound::Since) => first = first.max(span.first),
            Some(Bound::Before | Bound::UpTo) => last = last.min(span.first - 1),
            Some(Bound::Until) => last = last.min(span.last),
            Some(Bound::Except) => except = join(except),
            Some(Bound::From | Bound::To) | None => named = join(named),
        }
    }
    let named = named.unwrap_or(Period::new(i32::MIN, i32::MAX));
    let (first, last) = (first.max(named.first), last.min(named.last));
    let except = except.map(|except| (except.first, except.last));
    (!dates.is_empty() && first <= last).then_some(Period { first, last, except })
}

/// What "not" makes of a bound.
fn negated(bound: Bound) -> Bound {
    match bound {
        Bound::After => Bound::Until,
        Bound::Since => Bound::Before,
        // "Not until 2013" is in 2013 or later.
        Bound::Before | Bound::Until | Bound::UpTo => Bound::Since,
        Bound::From | Bound::To | Bound::Except => Bound::Except,
    }
}

/// The words of a question.
struct Reader<'q> {
    words: &'q [Word<'q>],
    is_name: &'q [bool],
    spoken: &'q Spoken<'q>,
}

impl<'q> Reader<'q> {
    fn dates(&self, languages: &Languages) -> Vec<Dated> {
        let is_ending = |word: &str| self.spoken.is_ending(word);
        let mut dates = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            match date::date_at(self.words, at, &languages.months, &is_ending) {
                Some((span, taken)) => {
                    dates.push(Dated { from: at, to: at + taken, span, bound: None, bound_words: 0..0 });
                    at += taken;
                }
                None => at += 1,
            }
        }
        dates
    }

    /// Finds what bounds a date, before it or behind it.
    fn find_bound(&self, date: &mut Dated) {
        let leading = self.leading(date.from).filter(|(bound, _)| !matches!(bound, Bound::From | Bound::To));
        let found = leading.or_else(|| self.trailing(date.to)).or_else(|| self.leading(date.from));
        if let Some((bound, words)) = found {
            date.bound = Some(bound);
            date.bound_words = words;
        }
    }

    /// The bound whose words end before word `from`, stop words in between, and where it stands.
    fn leading(&self, from: usize) -> Option<(Bound, Range<usize>)> {
        for end in (from.saturating_sub(MOST_BETWEEN)..=from).rev() {
            if let Some((phrase, start)) = self.phrase_before(end, |phrase| phrase.bound.is_some()) {
                let bound = phrase.bound?;
                return Some(match self.phrase_before(start, |phrase| phrase.bound.is_none()) {
                    Some((_, negation)) => (negated(bound), negation..end),
                    None => (bound, start..end),
                });
            }
            if let Some((_, start)) = self.phrase_before(end, |phrase| phrase.bound.is_none()) {
                return Some((Bound::Except, start..end));
            }
            let last = end.checked_sub(1).and_then(|at| Some((at, self.words.get(at)?)));
            if !last.is_some_and(|(_, word)| self.spoken.joins(word.folded)) {
                return last.and_then(|(at, _)| Some((self.misspelt(at)?, at..end)));
            }
        }
        None
    }

    /// The bound of which a word is a misspelling by one letter: "befor", "untill".
    fn misspelt(&self, at: usize) -> Option<Bound> {
        let word = self.words.get(at).filter(|_| !self.is_name.get(at).copied().unwrap_or_default())?;
        let is_near = |phrase: &&Phrase| match &*phrase.words {
            [one] => phrase.plain && one.len() >= SHORTEST_MISSPELT && strsim::osa_distance(one, word.folded) == 1,
            _ => false,
        };
        let mut leading = self.spoken.phrases().filter(|phrase| phrase.side == Side::Leading);
        leading.find(is_near).and_then(|phrase| phrase.bound)
    }

    /// The bound whose words start behind word `to`, endings in between, and where it stands.
    fn trailing(&self, to: usize) -> Option<(Bound, Range<usize>)> {
        for start in to..=to + MOST_BETWEEN {
            if let Some(phrase) = self.phrases_at(start, Side::Trailing).max_by_key(|phrase| phrase.words.len()) {
                return phrase.bound.map(|bound| (bound, start..start + phrase.words.len()));
            }
            if !self.words.get(start).is_some_and(|word| self.spoken.is_ending(word.folded)) {
                return None;
            }
        }
        None
    }

    /// The longest leading phrase that ends before word `end`, and where it starts.
    fn phrase_before(&self, end: usize, want: impl Fn(&Phrase) -> bool) -> Option<(&'q Phrase, usize)> {
        let starts = end.saturating_sub(MOST_BETWEEN)..end;
        starts.into_iter().find_map(|start| {
            let phrase = self.phrases_at(start, Side::Leading).find(|p| start + p.words.len() == end && want(p))?;
            Some((phrase, start))
        })
    }

    /// The phrases that start at word `at`, unless a name has it.
    fn phrases_at(&self, at: usize, side: Side) -> impl Iterator<Item = &'q Phrase> {
        let rest = self.words.get(at..).unwrap_or_default();
        let free = !self.is_name.get(at).copied().unwrap_or_default();
        self.spoken.phrases().filter(move |phrase| {
            let words = rest.get(..phrase.words.len()).unwrap_or_default();
            free && phrase.side == side
                && !words.is_empty()
                && words.iter().zip(&phrase.words).all(|(word, wanted)| word.folded == &**wanted)
        })
    }

    /// Makes one range of a date that opens one and the next, which closes it.
    fn close_ranges(&self, dates: &mut [Dated]) {
        for second in 1..dates.len() {
            let Some([first, second]) = dates.get_mut(second - 1..=second) else { return };
            let between = self.words.get(first.to..second.from).unwrap_or_default();
            let joined = between.len() <= MOST_BETWEEN && between.iter().all(|word| self.spoken.joins(word.folded));
            let opened = matches!(first.bound, Some(Bound::From | Bound::Since));
            let closed = matches!(second.bound, Some(Bound::Until | Bound::UpTo | Bound::To));
            // "from 2014 to 2016", "between 2014 and 2016", "2014 to 2016", "2014–2016"
            let range = match (first.bound, second.bound) {
                (Some(Bound::From), None) => joined,
                (None, None) => between.is_empty(),
                (None, _) => joined && closed,
                _ => opened && closed,
            };
            if range {
                first.bound = Some(Bound::Since);
                second.bound = Some(Bound::Until);
            } else if joined && first.bound == Some(Bound::Except) && second.bound.is_none() {
                // "not between 2014 and 2016", "not in 2013 or 2014"
                second.bound = Some(Bound::Except);
            }
        }
        for date in dates.iter_mut().filter(|date| matches!(date.bound, Some(Bound::From | Bound::To))) {
            (date.bound, date.bound_words) = (None, 0..0);
        }
    }

    fn has_other_use(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.spoken.has_other_use(word.folded))
    }

    /// Marks what bounds or denies in its only use, and was not read with a date.
    fn mark_unread(&self, parts: &mut [Part]) {
        for at in 0..self.words.len() {
            let phrases = self.phrases_at(at, Side::Leading).chain(self.phrases_at(at, Side::Trailing));
            let plain = phrases.filter(|phrase| phrase.plain).map(|phrase| phrase.words.len());
            let longest = plain.max().filter(|&words| words > 1 || !self.has_other_use(at)).unwrap_or(0);
            for part in parts.iter_mut().skip(at).take(longest).filter(|part| **part == Part::None) {
                *part = Part::Unread;
            }
        }
    }
}
