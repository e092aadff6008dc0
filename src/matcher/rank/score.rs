//! What an entry is worth as an answer to a question, and why.
//!
//! The words of the question are assigned to the words of a name one to one, and what the name leaves over may be found in
//! the entry's texts and days. How much of the question is explained and how much of the name is named make the score.
//! Whether it is enough to answer is left to `decide`.

use crate::knowledge::EntryId;
use crate::matcher::Field;
use crate::matcher::index::{Entry, Index, Name, Partition};
use crate::matcher::query::question::Question;
use crate::matcher::query::senses::{Sense, Senses, terms};
use crate::matcher::text::term::{Term, Use};

/// An entry with its score.
#[derive(Clone, Default, Debug)]
pub(in crate::matcher) struct Scored {
    pub(in crate::matcher) entry: u32,
    /// From 0 to 1.
    pub(in crate::matcher) score: f32,
    /// Share of the question's weight that the entry explains.
    pub(in crate::matcher) question: f32,
    /// Share of the name's weight that the question names.
    pub(in crate::matcher) name: f32,
    /// Likeness of the whole texts, letter by letter.
    pub(in crate::matcher) whole: f32,
    /// The question is the name, word for word.
    pub(in crate::matcher) exact: bool,
    /// Which of the entry's names it was, if it has any.
    pub(in crate::matcher) which: Option<u32>,
    /// Its days lie outside the period asked for.
    pub(in crate::matcher) outside: bool,
    /// All its days lie in the period asked for.
    pub(in crate::matcher) within: bool,
    /// What each term found.
    pub(in crate::matcher) finds: Vec<Find>,
}

impl Scored {
    /// Whether the entry itself says what a term says: its name does, or what it states.
    pub(in crate::matcher) fn says(&self, term: u8) -> bool {
        let own = |find: &Find| matches!(find.place, FoundIn::Name | FoundIn::Text(Field::Statement));
        self.finds.iter().any(|find| find.term == term && find.likeness >= 1.0 && own(find))
    }
}

/// What one term found in an entry.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::matcher) struct Find {
    pub(in crate::matcher) term: u8,
    /// Terms that the word stands for.
    pub(in crate::matcher) span: u8,
    pub(in crate::matcher) word: u32,
    pub(in crate::matcher) likeness: f32,
    pub(in crate::matcher) place: FoundIn,
}

/// Where a term was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoundIn {
    /// In a name, title or label.
    Name,
    /// In a text.
    Text(Field),
    /// In the entry's days.
    Days,
}

/// How the parts of a score are mixed.
pub(super) struct Mix {
    question: f32,
    name: f32,
    pub(super) whole: f32,
}

/// For half-remembered names: what is typed is the name, so its letters count as a whole.
pub(super) const LOOKUP_MIX: Mix = Mix { question: 0.45, name: 0.3, whole: 0.25 };

/// For sentences: most of their words belong to no name, and a name that stands there whole is what they are about.
const SENTENCE_MIX: Mix = Mix { question: 0.55, name: 0.45, whole: 0.0 };

/// For statements: what is asked must be explained, and having the name of what it is about explains little.
const STATEMENT_MIX: Mix = Mix { question: 0.8, name: 0.2, whole: 0.0 };

/// For statements asked for in a sentence: it says more than a name, and what explains the rest of it comes before the one
/// whose name stands in it.
const TOLD_MIX: Mix = Mix { question: 0.95, name: 0.05, whole: 0.0 };

/// How alike an initial and the word that it begins are.
const INITIAL: f32 = 0.85;

/// Lost by an alias against a name that fits as well.
const ALIAS: f32 = 0.004;

/// Lost when the words stand in another order than in the name.
const DISORDER: f32 = 0.02;

/// Likeness of days that hardly lie in the period asked for, to it; 1 is for days that lie in it whole.
const TOUCHING: f32 = 0.6;

/// What is left of the score of an entry whose days the question rules out.
const OTHER_DAYS: f32 = 0.6;

/// Most that being well known adds: enough to part equals.
const PRIOR: f32 = 0.01;

/// Added when the entry can answer what is asked for: it parts a dated entry from an undated one.
const ANSWERS: f32 = 0.02;

/// Days and the prior are weighed last.
fn settle(score: f32, question: &Question, entry: &Entry) -> f32 {
    let ruled_out = match (question.period, entry.days) {
        (Some(period), Some(days)) => !period.overlaps(days),
        _ => false,
    };
    let answers = question.answer_type.is_some_and(|answer_type| entry.answer_types.has(answer_type));
    let score = score + PRIOR * entry.prior + if answers { ANSWERS } else { 0.0 };
    if ruled_out { score * OTHER_DAYS } else { score }
}

/// Scores entries for one question; its buffers are reused from entry to entry.
pub(in crate::matcher) struct Scorer<'q> {
    index: &'q Index,
    question: &'q Question,
    senses: &'q Senses,
    /// Statements are asked for, not names.
    statements: bool,
    /// Senses of the words of one name, with the place of the word.
    pairs: Vec<(Sense, u8)>,
    /// The terms that are initials, one bit each.
    initials: u32,
    /// What the words of the name were given, with the place of the word.
    given: Vec<(Find, u8)>,
    /// The same for the best name so far.
    best: Vec<(Find, u8)>,
    /// What the terms find in the entry's texts and days, with their gain.
    around: Vec<(f32, Find)>,
}

/// What one name, or none, makes of the question.
#[derive(Clone, Copy, Default)]
struct Tally {
    terms: u32,
    /// Share of the name's weight.
    name: f32,
    /// Weight of the question.
    question: f32,
    disordered: bool,
}

impl<'q> Scorer<'q> {
    pub(in crate::matcher) fn new(
        index: &'q Index,
        question: &'q Question,
        senses: &'q Senses,
        statements: bool,
    ) -> Scorer<'q> {
        let initials = (0..).zip(&question.terms).filter(|(_, term)| term.is_initial());
        Scorer {
            index,
            question,
            senses,
            statements,
            initials: initials.fold(0, |mask, (number, _)| mask | terms(number, 1)),
            pairs: Vec::new(),
            given: Vec::new(),
            best: Vec::new(),
            around: Vec::new(),
        }
    }

    /// Scores entry number `number` by the best of its names.
    pub(in crate::matcher) fn score(&mut self, number: u32) -> Option<Scored> {
        let entry = self.index.entry(number)?;
        let partition = self.index.partition(number)?;
        self.look_around(entry);
        self.best.clear();
        let names = self.index.names(entry);
        let mut best = Scored { entry: number, ..Scored::default() };
        if !self.around.is_empty() {
            let which = (!names.is_empty()).then_some(0);
            best = Scored { entry: number, which, ..self.mix(Tally::default(), names.first()) };
        }
        for (which, name) in (0..).zip(names) {
            let tally = self.assign(name, partition);
            if tally.terms == 0 {
                continue;
            }
            let exact = self.senses.spell(self.index.words(name), name.cut);
            let scored = self.mix(tally, Some(name));
            if (exact, scored.score) > (best.exact, best.score) {
                best = Scored { entry: number, which: Some(which), exact, ..scored };
                std::mem::swap(&mut self.given, &mut self.best);
            }
        }
        best.finds = self.finds();
        best.score = settle(best.score, self.question, entry);
        best.outside = self.is_outside(entry, &best.finds);
        best.within = self.question.period.zip(entry.days).is_some_and(|(period, days)| period.fit(days) >= 1.0);
        (!best.finds.is_empty()).then_some(best)
    }

    /// Whether an entry's days lie outside the period asked for; what happened nobody says when is in no bounded one. A number that is no bounded date, and that the entry's own
    /// words have, may be no date at all ("1500 tractors").
    fn is_outside(&self, entry: &Entry, finds: &[Find]) -> bool {
        let Some(period) = self.question.period else { return false };
        let Some(days) = entry.days else {
            let bounds = || self.question.terms.iter().filter(|term| term.usage == Use::Bound);
            // "to 2015" may be what an agreement is called.
            let is_called = |number: &Term| {
                let word = self.index.lexicon.exact(&number.folded);
                word.is_some_and(|word| {
                    self.index.names(entry).iter().any(|name| self.index.words(name).contains(&word))
                })
            };
            let numbers = || bounds().filter(|term| term.folded.starts_with(|c: char| c.is_ascii_digit()));
            let called = numbers().next().is_some() && numbers().all(is_called);
            return bounds().next().is_some() && !called && matches!(entry.id, EntryId::Event(_));
        };
        let mut dates = (0..).zip(&self.question.terms).filter(|(_, term)| term.usage == Use::Date).peekable();
        let in_words = |term: u8| finds.iter().any(|find| find.term == term && find.likeness >= 1.0);
        let worded = dates.peek().is_some() && dates.all(|(term, _)| in_words(term));
        !period.overlaps(days) && !worded
    }

    /// Gives the words of a name to terms one to one, the likest first.
    fn assign(&mut self, name: &Name, partition: &Partition) -> Tally {
        self.pairs.clear();
        self.given.clear();
        for (at, &word) in (0..).zip(self.index.words(name)) {
            self.pairs.extend(self.senses.of(word).map(|&sense| (sense, at)));
        }
        let mut tally = Tally::default();
        self.pairs.sort_unstable_by(|(a, at), (b, bt)| {
            b.likeness.total_cmp(&a.likeness).then(b.span.cmp(&a.span)).then(a.term.cmp(&b.term)).then(at.cmp(bt))
        });
        let mut taken = 0_u32;
        for &(sense, at) in &self.pairs {
            if tally.terms & sense.terms() != 0 || taken & (1 << at) != 0 {
                continue;
            }
            tally.terms |= sense.terms();
            taken |= 1 << at;
            let fit = sense.likeness * sense.likeness;
            tally.name += fit * partition.weight(sense.word);
            tally.question += fit * self.senses.weight(sense);
            tally.disordered |= self.given.iter().any(|(find, place)| (find.term < sense.term) != (*place < at));
            self.given.push((Find::new(sense, FoundIn::Name), at));
        }
        if tally.terms != 0 && !self.question.sentence {
            self.assign_initials(name, partition, &mut tally, taken);
        }
        tally.name /= name.mass.max(f32::MIN_POSITIVE);
        tally
    }

    /// Gives initials to words of a name that begin with them, and words to initials in the name: "J" to "Joachim". All that
    /// is written out on the side of the initials must have been found, or "Norman Fowler" would be Norman F. Lent.
    fn assign_initials(&mut self, name: &Name, partition: &Partition, tally: &mut Tally, mut taken: u32) {
        let words = self.index.words(name);
        let short = |word: u32| self.index.lexicon.word(word).len() == 1;
        let kept = (0..).zip(&self.question.terms).filter(|(_, term)| term.usage == Use::Kept);
        let kept = kept.map(|(number, term)| (number, terms(number, 1), term));
        let typed = kept.clone().all(|(_, bit, _)| (self.initials | tally.terms) & bit != 0);
        let stored = (0..).zip(words).all(|(at, &word)| taken & (1 << at) != 0 || short(word));
        let written_out = |(find, _): &(Find, u8)| find.likeness >= INITIAL && !short(find.word);
        if !typed && !stored || !self.given.iter().any(written_out) {
            return;
        }
        for (number, bit, term) in kept {
            if tally.terms & bit != 0 {
                continue;
            }
            let meets = |word: u32| match (self.initials & bit != 0, short(word)) {
                (true, false) => typed && self.index.lexicon.word(word).starts_with(&term.folded),
                (false, true) => stored && term.folded.starts_with(self.index.lexicon.word(word)),
                _ => false,
            };
            let found = (0..).zip(words).find(|(at, word)| taken & (1_u32 << at) == 0 && meets(**word));
            if let Some((at, &word)) = found {
                let sense = Sense { word, term: number, span: 1, likeness: INITIAL };
                taken |= 1 << at;
                tally.terms |= bit;
                tally.name += INITIAL * INITIAL * partition.weight(word);
                tally.question += INITIAL * INITIAL * self.senses.weight(sense);
                self.given.push((Find::new(sense, FoundIn::Name), at));
            }
        }
    }

    /// Notes what the terms find in an entry's texts and days, the greatest gain first.
    fn look_around(&mut self, entry: &Entry) {
        self.around.clear();
        for bag in self.index.bag(entry) {
            for &sense in self.senses.of(bag.word).filter(|sense| sense.span == 1) {
                let boost = f32::from(bag.field.boost()) / 255.0;
                let gain = sense.likeness * sense.likeness * boost * self.senses.weight(sense);
                self.around.push((gain, Find::new(sense, FoundIn::Text(bag.field))));
            }
        }
        if let (Some(period), Some(days)) = (self.question.period, entry.days)
            && period.overlaps(days)
        {
            let likeness = TOUCHING + (1.0 - TOUCHING) * period.fit(days);
            let dates =
                (0..).zip(&self.question.terms).filter(|(_, term)| matches!(term.usage, Use::Date | Use::Bound));
            for (term, _) in dates {
                let sense = Sense { word: u32::MAX, term, span: 1, likeness };
                self.around.push((likeness * likeness * self.senses.weight(sense), Find::new(sense, FoundIn::Days)));
            }
        }
        self.around.sort_unstable_by(|(a, one), (b, other)| {
            b.total_cmp(a).then(one.term.cmp(&other.term)).then(one.word.cmp(&other.word))
        });
    }

    /// Mixes the shares of question and name.
    fn mix(&self, tally: Tally, name: Option<&Name>) -> Scored {
        let mix = match (self.statements, self.question.sentence) {
            (true, true) => &TOLD_MIX,
            (true, false) => &STATEMENT_MIX,
            (false, true) => &SENTENCE_MIX,
            (false, false) => &LOOKUP_MIX,
        };
        let mut terms = tally.terms;
        let mut gained = tally.question;
        for (gain, find) in &self.around {
            if terms & find.mask() == 0 {
                terms |= find.mask();
                gained += gain;
            }
        }
        let question = (gained / self.senses.mass.max(f32::MIN_POSITIVE)).min(1.0);
        let share = tally.name.min(1.0);
        let mut score = match name {
            Some(_) => mix.question * question + mix.name * share,
            None => (mix.question + mix.name) * question,
        };
        if name.is_some_and(|name| name.number > 0) {
            score -= ALIAS;
        }
        if tally.disordered && !self.question.sentence {
            score -= DISORDER;
        }
        Scored { score, question, name: share, ..Scored::default() }
    }

    /// What each term found, in the best name or else around it, by term.
    fn finds(&self) -> Vec<Find> {
        let mut finds: Vec<Find> = self.best.iter().map(|(find, _)| *find).collect();
        for (_, find) in &self.around {
            if finds.iter().all(|found| found.mask() & find.mask() == 0) {
                finds.push(*find);
            }
        }
        finds.sort_unstable_by_key(|find| find.term);
        finds
    }
}

impl Find {
    fn new(sense: Sense, place: FoundIn) -> Find {
        Find { term: sense.term, span: sense.span, word: sense.word, likeness: sense.likeness, place }
    }

    /// A bit for each term that it stands for.
    pub(in crate::matcher) fn mask(&self) -> u32 {
        terms(self.term, self.span)
    }
}
