//! Figures as people write them: "$338m", "1,5 млн", "two thirds", "157th", "about six thousand people".
//!
//! Owns what a figure counts, how exact it claims to be, and where it stands in its text. The number itself is read in
//! [`super::numeral`], the words for units and bounds stand in [`super::units`]. When two figures agree is told by
//! [`Quantity::agrees`].

use std::ops::Range;

use super::numeral::{Numeral, in_digits, in_words};
use super::token::{Token, tokens};
use super::units::{self, Bound, Unit};
use crate::knowledge::Value;

/// A figure with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// In the unit itself: millions are multiplied out.
    pub(super) least: f64,
    pub(super) most: f64,
    pub(super) unit: Unit,
    pub(super) bound: Bound,
    /// Significant figures as written.
    figures: usize,
    /// It is written with a word such as "million".
    scaled: bool,
    /// Where it stands, in bytes.
    pub(super) span: Range<usize>,
}

/// What is "about" another figure differs from it by no more than this share. People round to the next ten or hundred: 97 to
/// "about 100", 223 to "about 200" (a tenth, just not enough).
const ABOUT: f64 = 0.1;

/// A figure is rounded to two significant figures at most where it does not say "about": 146 million may be written as 150
/// million, 97 not as 100.
const FEWEST_FIGURES: usize = 2;

impl Quantity {
    /// The number of a fact in the unit of its aspect, such as "million US dollars".
    pub(super) fn stored(value: Value, unit: &str, bound: Bound) -> Self {
        let (scale, unit) = units::of_aspect(unit);
        let [least, most] = [value.least(), value.most()].map(|number| number * scale);
        Self { least, most, unit, bound, figures: usize::MAX, scaled: scale > 1.0, span: 0..0 }
    }

    /// Whether the two count the same: a bare number may be a rank, or an amount where it is in millions.
    pub(super) fn is_comparable(&self, other: &Self) -> bool {
        let bare = |one: &Self, other: &Self| {
            one.unit == Unit::Count
                && (other.unit == Unit::Rank || one.scaled && matches!(other.unit, Unit::Money(_) | Unit::Measure(_)))
        };
        let money = |one: &Self, other: &Self| matches!((one.unit, other.unit), (Unit::Money(one), Unit::Money(other)) if one.is_none() || other.is_none());
        self.unit == other.unit || bare(self, other) || bare(other, self) || money(self, other)
    }

    /// Whether a figure is the stored one. One that is rounded agrees with what rounds to it; "about" a tenth more or less;
    /// "more than" anything that is not less. Ranks and things that are counted are exact, unless the writer says otherwise.
    pub(super) fn agrees(&self, stored: &Self) -> bool {
        let near = || {
            let margin = ABOUT * stored.least.abs().max(stored.most.abs());
            self.least <= stored.most + margin && stored.least - margin <= self.most
        };
        match (self.bound, stored.bound) {
            (Bound::AtLeast, _) => stored.most >= self.least,
            (Bound::AtMost, _) => stored.least <= self.most,
            (Bound::Exact, Bound::Exact) => {
                let (least, most) = (self.rounded(stored.least), self.rounded(stored.most));
                let slack = 1e-9 * self.most.abs();
                self.least <= most + slack && least <= self.most + slack
            }
            (Bound::About, _) | (_, Bound::About | Bound::AtLeast | Bound::AtMost) => near(),
        }
    }

    /// A stored number, rounded as this one may be.
    fn rounded(&self, stored: f64) -> f64 {
        let exact = matches!(self.unit, Unit::Rank | Unit::Count | Unit::Times) && !self.scaled;
        if exact || stored == 0.0 || self.figures == usize::MAX {
            return stored;
        }
        let figures = i32::try_from(self.figures.max(FEWEST_FIGURES)).unwrap_or(i32::MAX);
        let places = figures.saturating_sub(1).saturating_sub(exponent(stored)).clamp(-30, 30);
        let factor = 10_f64.powi(places);
        (stored * factor).round() / factor
    }
}

/// The power of ten of the first figure.
#[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number is between -324 and 309")]
fn exponent(number: f64) -> i32 {
    number.abs().log10().floor() as i32
}

/// The figures in a text, in their order. What `is_date` knows is part of a date, or stands before the name of a month, is none.
pub(super) fn quantities(text: &str, is_date: &mut dyn FnMut(&str) -> bool) -> Vec<Quantity> {
    let reader = Reader { text, tokens: tokens(text) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        match reader.quantity(at, is_date) {
            Ok((quantity, next)) => {
                found.push(quantity);
                at = next;
            }
            Err(next) => at = next.max(at + 1),
        }
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
}

/// A number with the place behind it.
#[derive(Clone, Copy)]
struct Read {
    numeral: Numeral,
    /// It is part of something: "two thirds", "half".
    part: bool,
    next: usize,
}

impl<'t> Reader<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// The word so many places before another.
    fn before(&self, at: usize, back: usize) -> &'t str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The figure that begins at a token, and the place behind it; or the place to go on from.
    fn quantity(&self, at: usize, is_date: &mut dyn FnMut(&str) -> bool) -> Result<(Quantity, usize), usize> {
        let from = self.number(at, is_date)?;
        let to = matches!(self.word(from.next), "-" | "–" | "—").then(|| self.number(from.next + 1, is_date).ok());
        let to = to.flatten().unwrap_or(from);
        let (mut next, mut scale) = (to.next, 1.0);
        while let Some(more) = units::scale(self.word(next), self.joined(next) || self.currency_before(at).is_some()) {
            (scale, next) = (scale * more, next + 1);
        }
        let (unit, next) = self.unit(at, next, to.numeral, from.part && scale <= 1.0);
        let begin =
            if self.currency_before(at).is_some() || self.word(at.wrapping_sub(1)) == "%" { at - 1 } else { at };
        let (bound, words) = self.bound(begin, next);
        let span = self.start(begin.saturating_sub(words))..self.end(next.saturating_sub(1));
        let share = if from.part && unit == Unit::Percent { 100.0 } else { scale };
        let ends = [from, to].map(|end| end.numeral.value * share);
        let (least, most) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let figures = from.numeral.figures.max(to.numeral.figures);
        let bound = if from.part { Bound::About } else { bound };
        Ok((Quantity { least, most, unit, bound, figures, scaled: scale > 1.0, span }, next))
    }

    /// The number at a token.
    fn number(&self, at: usize, is_date: &mut dyn FnMut(&str) -> bool) -> Result<Read, usize> {
        let token = self.tokens.get(at).ok_or(at)?;
        let read = |numeral, next| Read { numeral, part: false, next };
        if token.text.starts_with(|c: char| c.is_ascii_digit()) {
            let model = self.joined(at) && !self.before(at, 1).starts_with(|c: char| !c.is_alphabetic())
                || matches!(self.before(at, 1), "-")
                    && self.joined(at - 1)
                    && self.before(at, 2).starts_with(char::is_alphabetic);
            let (numeral, _) = in_digits(token.text);
            let numeral = numeral.filter(|_| !is_date(token.text) && !model).ok_or(at + 1)?;
            return Ok(Read { part: token.text.contains('/'), ..read(numeral, at + 1) });
        }
        if let Some((value, taken)) = units::fraction(|ahead| self.word(at + ahead)) {
            let numeral = Numeral { value, figures: 1, ordinal: false };
            return Ok(Read { part: true, ..read(numeral, at + taken) });
        }
        if let Some(times) = units::multiplied(token.text) {
            return Ok(read(Numeral { value: times, figures: 1, ordinal: false }, at));
        }
        let words: Vec<(usize, &str)> = (at..self.tokens.len().min(at + 24))
            .map(|at| (at, self.word(at)))
            .take_while(|(_, word)| *word == "-" || word.starts_with(char::is_alphabetic))
            .filter(|(_, word)| *word != "-")
            .collect();
        let texts: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
        let (numeral, count) = in_words(&texts).ok_or(at + 1)?;
        Ok(read(numeral, words.get(count - 1).map_or(at, |(at, _)| *at) + 1))
    }

    /// Whether a token stands right behind the one before it.
    fn joined(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at - 1).zip(self.tokens.get(at)).is_some_and(|(one, other)| one.end() == other.at)
    }

    fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| token.at)
    }

    fn end(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), Token::end)
    }

    fn currency_before(&self, at: usize) -> Option<Unit> {
        units::currency_sign(self.before(at, 1))
    }

    /// What is counted, and the place behind the words for it.
    fn unit(&self, at: usize, next: usize, numeral: Numeral, part: bool) -> (Unit, usize) {
        if next == at {
            return (Unit::Times, next + 1);
        }
        let after = usize::from(matches!(self.word(next), "-" | "'" | "’") && self.joined(next));
        if units::is_rank_suffix(self.word(next + after)) && self.joined(next + after) || numeral.ordinal {
            return (Unit::Rank, if numeral.ordinal { next } else { next + after + 1 });
        }
        if let Some(unit) = self.currency_before(at) {
            return (unit, next + units::currency_words(|ahead| self.word(next + ahead)).map_or(0, |(_, taken)| taken));
        }
        if self.before(at, 1) == "%" || self.before(at, 1).eq_ignore_ascii_case("yüzde") {
            return (Unit::Percent, next);
        }
        let unit =
            units::after(|ahead| self.word(next + after + ahead)).map(|(unit, taken)| (unit, next + after + taken));
        if let Some((unit, next)) = unit {
            return (unit, next);
        }
        let ranked = (1..=2).any(|back| units::ranks(self.before(at, back)));
        let unit = if part {
            Unit::Percent
        } else if ranked {
            Unit::Rank
        } else {
            Unit::Count
        };
        (unit, next)
    }

    /// How exact the figure is said to be, by the words before it and behind it, and how many of the former say so.
    fn bound(&self, begin: usize, next: usize) -> (Bound, usize) {
        let before: Vec<String> = (1..=4).map(|back| self.before(begin, back).to_lowercase()).collect();
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        units::bound(&before, &[self.word(next), self.word(next + 1)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(f64, Unit, Bound)> {
        let read = quantities(text, &mut |_| false);
        read.into_iter().map(|found| (found.least, found.unit, found.bound)).collect()
    }

    fn one(text: &str) -> Quantity {
        let mut found = quantities(text, &mut |_| false);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found.remove(0)
    }

    const DOLLARS: Unit = Unit::Money(Some(units::Currency::Dollar));

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (text, value, unit) in [
            ("sold arms worth $338m", 338e6, DOLLARS),
            ("338 million US dollars", 338e6, DOLLARS),
            ("338 000 000 dollars", 338e6, DOLLARS),
            ("US$1.5bn", 1.5e9, DOLLARS),
            ("1,5 млн долларов", 1.5e6, DOLLARS),
            ("84,7 тысячи тонн", 84.7e3, Unit::Measure("tonne")),
            ("half a billion", 0.5e9, Unit::Count),
            ("two thirds of the trade", 200.0 / 3.0, Unit::Percent),
            ("three-quarters of its gas", 75.0, Unit::Percent),
            ("90 per cent", 90.0, Unit::Percent),
            ("%90", 90.0, Unit::Percent),
            ("90 процентов", 90.0, Unit::Percent),
            ("seventeen prisoners", 17.0, Unit::Count),
            ("stands 157th", 157.0, Unit::Rank),
            ("157-е место", 157.0, Unit::Rank),
            ("ranked 157", 157.0, Unit::Rank),
            ("grew six-fold", 6.0, Unit::Times),
            ("grew sixfold", 6.0, Unit::Times),
            ("вырос в 6 раз", 6.0, Unit::Times),
            ("has tripled", 3.0, Unit::Times),
            ("300km", 300.0, Unit::Measure("km")),
            ("Azərbaycanda 142 məhbus", 142.0, Unit::Count),
        ] {
            let found = one(text);
            assert!((found.least - value).abs() < 1e-6 * value && found.unit == unit, "{text}: {found:?}");
        }
    }

    #[test]
    fn what_is_no_figure_is_not_read() {
        for text in ["", "the S-125 and the T38", "Mi-8", "at 18:00", "on the day", "One of them", "a", "11.11.2016"] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_figure_knows_how_exact_it_is() {
        for (text, bound) in [
            ("97 people", Bound::Exact),
            ("about 100 million dollars", Bound::About),
            ("nearly $100m", Bound::About),
            ("~100", Bound::About),
            ("более 6000 человек", Bound::AtLeast),
            ("at least 3 of them", Bound::AtLeast),
            ("no fewer than 3", Bound::AtLeast),
            ("6000+ people", Bound::AtLeast),
            ("less than 40", Bound::AtMost),
            ("no more than 40", Bound::AtMost),
        ] {
            assert_eq!(one(text).bound, bound, "{text}");
        }
    }

    #[test]
    fn a_rounded_figure_agrees_with_what_rounds_to_it() {
        let stored = Value::new(97.0).map(|value| Quantity::stored(value, "million US dollars", Bound::Exact)).unwrap();
        for (text, agrees) in [
            ("$97m", true),
            ("97.2 million dollars", false),
            ("about 100 million dollars", true),
            ("100 million dollars", false),
            ("more than 90 million dollars", true),
            ("more than 98 million dollars", false),
            ("under 100 million dollars", true),
            ("90–100 million dollars", true),
            ("97 million", true),
        ] {
            let claimed = one(text);
            assert!(claimed.is_comparable(&stored), "{text}");
            assert_eq!(claimed.agrees(&stored), agrees, "{text}");
        }
        let stored =
            Value::new(146.0).map(|value| Quantity::stored(value, "million US dollars", Bound::Exact)).unwrap();
        assert!(one("150 million dollars").agrees(&stored) && !one("140 million dollars").agrees(&stored));
    }

    #[test]
    fn what_is_counted_is_exact_and_units_are_kept_apart() {
        let people = Quantity::stored(Value::new(142.0).unwrap(), "people", Bound::Exact);
        assert!(!one("140 prisoners").agrees(&people) && one("about 140 prisoners").agrees(&people));
        for other in ["142 tonnes", "142 dollars", "142 %", "142 km"] {
            assert!(!one(other).is_comparable(&people), "{other}");
        }
        let euros = one("97 million euros");
        let dollars = one("97 million dollars");
        assert!(!euros.is_comparable(&dollars));
    }
}
