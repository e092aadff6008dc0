//! Numbers as people write them: digits with their marks, and words.
//!
//! Owns the value of a number and how many of its figures count. What it counts is read in [`super::quantity`]. English words are
//! read by `text2num`; for the other languages that Casebook speaks there is no such library, so their words stand here.

use text2num::lang::English;
use text2num::text2digits;

/// A number, before its scale and unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// Its significant figures as written; zeros at the end of a whole number are none.
    pub(super) figures: usize,
    /// It is an ordinal.
    pub(super) ordinal: bool,
}

/// Marks between groups of three digits, beside the comma and the full stop: spaces of several widths, and apostrophes.
const GROUPING: [char; 6] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’'];

/// Digits in a group.
const GROUP: usize = 3;

/// Words of an English number at most: "three hundred and thirty-eight thousand two hundred and twelve" has ten.
const MOST_WORDS: usize = 10;

impl Numeral {
    fn of(digits: &str, ordinal: bool) -> Option<Self> {
        let value = digits.parse().ok()?;
        let significant = digits.trim_start_matches(['0', '.']);
        let whole = !digits.contains('.');
        let significant = if whole { significant.trim_end_matches('0') } else { significant };
        let figures = significant.chars().filter(char::is_ascii_digit).count();
        Some(Self { value, figures, ordinal })
    }

    fn whole(value: u32) -> Option<Self> {
        Self::of(&value.to_string(), false)
    }
}

/// A number in digits at the beginning of a text, and how many bytes it takes. What is a time of day or a date has no number.
pub(super) fn in_digits(text: &str) -> (Option<Numeral>, usize) {
    let (runs, end) = runs(text);
    (value_of(&runs).and_then(|digits| Numeral::of(&digits, false)), end)
}

/// Digits, each run with the mark before it.
fn runs(text: &str) -> (Vec<(char, &str)>, usize) {
    let mut runs: Vec<(char, &str)> = Vec::new();
    let (mut mark, mut at) = ('\0', 0);
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        runs.push((mark, rest.get(..length).unwrap_or_default()));
        at += length;
        let mut after = text.get(at..).unwrap_or_default().chars();
        let Some(next) = after.next().filter(|next| GROUPING.contains(next) || ",.:/".contains(*next)) else { break };
        let following = after.as_str().bytes().take_while(u8::is_ascii_digit).count();
        let first = runs.first().map_or(0, |(_, run)| run.len());
        let groups = following == GROUP && first <= GROUP && runs.iter().skip(1).all(|(mark, _)| *mark == next);
        if following == 0 || GROUPING.contains(&next) && !groups {
            break;
        }
        mark = next;
        at += next.len_utf8();
    }
    (runs, at)
}

/// The digits that several runs amount to, with a full stop before decimals.
fn value_of(runs: &[(char, &str)]) -> Option<String> {
    let in_groups = |runs: &[(char, &str)]| {
        runs.first().is_some_and(|(_, run)| run.len() <= GROUP)
            && runs.iter().skip(1).all(|(_, run)| run.len() == GROUP)
    };
    let joined = |runs: &[(char, &str)]| runs.iter().map(|(_, run)| *run).collect::<String>();
    match runs {
        [(_, whole)] => Some((*whole).to_owned()),
        [(_, one), ('/', other)] => {
            let (one, other) = (one.parse::<f64>().ok()?, other.parse::<f64>().ok()?);
            (one < other && other < 10.0).then(|| (one / other).to_string())
        }
        [(_, first), (',', group)] if *first != "0" && group.len() == GROUP && in_groups(runs) => {
            Some(format!("{first}{group}"))
        }
        [(_, first), ('.', "000")] if *first != "0" && in_groups(runs) => Some(format!("{first}000")),
        [(_, whole), (',' | '.', decimals)] => Some(format!("{whole}.{decimals}")),
        [.., (last, decimals)] => {
            let (before, same) = (runs.get(..runs.len() - 1)?, runs.iter().skip(1).all(|(mark, _)| mark == last));
            match last {
                ':' | '/' => None,
                _ if same => in_groups(runs).then(|| joined(runs)),
                _ => in_groups(before).then(|| format!("{}.{decimals}", joined(before))),
            }
        }
        [] => None,
    }
}

/// A number in words at the beginning of some words, and how many of them it takes.
pub(super) fn in_words(words: &[&str]) -> Option<(Numeral, usize)> {
    english(words).or_else(|| spoken(words))
}

fn english(words: &[&str]) -> Option<(Numeral, usize)> {
    let first = words.first()?;
    // "One" is a pronoun as well, and "second" a time; "a" and "o" are letters.
    let number = |words: &[&str]| text2digits(&words.join(" ").to_lowercase(), &English::new()).ok();
    number(&[*first]).filter(|_| first.len() > 1)?;
    let most = words.len().min(MOST_WORDS);
    let (digits, taken) = (1..=most).rev().find_map(|taken| {
        let last = words.get(taken - 1).filter(|last| !last.eq_ignore_ascii_case("and"))?;
        number(words.get(..taken)?).filter(|_| !last.is_empty()).map(|digits| (digits, taken))
    })?;
    let share = words.get(1).is_some_and(|next| next.starts_with("per"));
    let alone = taken == 1 && !share && ["one", "zero", "second", "third", "first"].contains(&&*first.to_lowercase());
    let bare = digits.trim_end_matches(|c: char| c.is_alphabetic());
    let numeral = Numeral::of(bare, bare.len() < digits.len())?;
    (!alone).then_some((numeral, taken))
}

/// Numbers in Russian, Belarusian, Ukrainian, Azerbaijani and Turkish, in the cases in which they stand beside what they count.
#[rustfmt::skip]
const SPOKEN: [(u32, &str); 37] = [
    (2, "два две двух двум двумя дзве двум дві iki"), (3, "три трёх трех трём тры трох üç"),
    (4, "четыре четырёх четырех чатыры чатырох чотири dörd dört"), (5, "пять пяти пяць пяці п'ять beş"),
    (6, "шесть шести шэсць шасці шість altı"), (7, "семь семи сем сямі сім yeddi yedi"),
    (8, "восемь восьми восем васьмі вісім səkkiz sekiz"), (9, "девять девяти дзевяць дзевяці дев'ять doqquz dokuz"),
    (10, "десять десяти дзесяць дзесяці on"), (11, "одиннадцать одиннадцати адзінаццаць"),
    (12, "двенадцать двенадцати дванаццаць"), (13, "тринадцать тринадцати трынаццаць"),
    (14, "четырнадцать четырнадцати чатырнаццаць"), (15, "пятнадцать пятнадцати пятнаццаць"),
    (16, "шестнадцать шестнадцати шаснаццаць"), (17, "семнадцать семнадцати семнаццаць"),
    (18, "восемнадцать восемнадцати васямнаццаць"), (19, "девятнадцать девятнадцати дзевятнаццаць"),
    (20, "двадцать двадцати дваццаць iyirmi yirmi"), (30, "тридцать тридцати трыццаць otuz"),
    (40, "сорок сорока сорак qırx kırk"), (50, "пятьдесят пятидесяти пяцьдзясят əlli elli"),
    (60, "шестьдесят шестидесяти шэсцьдзясят altmış"), (70, "семьдесят семидесяти семдзесят yetmiş"),
    (80, "восемьдесят восьмидесяти восемдзесят səksən seksen"), (90, "девяносто девяноста дзевяноста doxsan doksan"),
    (100, "сто ста yüz"), (200, "двести двухсот дзвесце"), (300, "триста трёхсот трехсот трыста"),
    (400, "четыреста четырёхсот чатырыста"), (500, "пятьсот пятисот пяцьсот"), (600, "шестьсот шестисот шэсцьсот"),
    (700, "семьсот семисот семсот"), (800, "восемьсот восьмисот восемсот"), (900, "девятьсот девятисот дзевяцьсот"),
    (1, "один одна одного адзін bir"), (0, "ноль нуль sıfır"),
];

fn spoken_value(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    SPOKEN.iter().find(|(_, forms)| forms.split(' ').any(|form| form == word)).map(|(value, _)| *value)
}

/// Hundreds, tens and ones, one after the other; Turkic hundreds follow the number of them.
fn spoken(words: &[&str]) -> Option<(Numeral, usize)> {
    let values: Vec<u32> = words.iter().map_while(|word| spoken_value(word)).take(4).collect();
    let (mut sum, mut room, mut taken) = (0, 1000, 0);
    for &value in &values {
        match value {
            100 if (2..10).contains(&sum) => (sum, room) = (sum * 100, 100),
            _ if value < room && value > 0 => {
                sum += value;
                room = if value >= 100 {
                    100
                } else if value >= 20 || value == 10 {
                    10
                } else {
                    1
                };
            }
            _ => break,
        }
        taken += 1;
        // What is ten in Turkish is a preposition in English.
        if taken == 1 && value < 10 {
            room = if values.get(1) == Some(&100) { 1000 } else { 1 };
        }
    }
    let doubtful = taken == 1 && (sum <= 1 || words.first().is_some_and(|word| word.eq_ignore_ascii_case("on")));
    if taken == 0 || doubtful { None } else { Some((Numeral::whole(sum)?, taken)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_with_the_marks_of_several_languages() {
        for (text, value) in [
            ("338", Some(338.0)),
            ("338 000 000", Some(338e6)),
            ("338,000,000", Some(338e6)),
            ("338.000.000", Some(338e6)),
            ("1'250", Some(1250.0)),
            ("6,000", Some(6000.0)),
            ("1,5", Some(1.5)),
            ("223.3", Some(223.3)),
            ("1,234.5", Some(1234.5)),
            ("1.234,5", Some(1234.5)),
            ("0,125", Some(0.125)),
            ("2012 338", Some(2012.0)),
            ("3/4", Some(0.75)),
            ("18:00", None),
            ("11.11.2016", None),
            ("24/7", None),
        ] {
            assert_eq!(in_digits(text).0.map(|numeral| numeral.value), value, "{text}");
        }
    }

    #[test]
    fn words_are_read_as_far_as_they_are_one_number() {
        for (text, found) in [
            ("seventeen people", Some((17.0, 1))),
            ("three hundred and thirty-eight of them", Some((338.0, 4))),
            ("sixteenth place", Some((16.0, 1))),
            ("сто сорок два человека", Some((142.0, 3))),
            ("восемнадцать", Some((18.0, 1))),
            ("iki yüz qırx nəfər", Some((240.0, 3))),
            ("on iki məhbus", Some((12.0, 2))),
            ("on the day", None),
            ("one of them", None),
            ("bir ölkə", None),
            ("and five", None),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(in_words(&words).map(|(numeral, taken)| (numeral.value, taken)), found, "{text}");
        }
    }

    #[test]
    fn zeros_at_the_end_of_a_whole_number_are_no_figures() {
        let figures =
            ["338", "340", "100", "2,500", "1.50", "0.05", "007"].map(|text| in_digits(text).0.unwrap().figures);
        assert_eq!(figures, [3, 2, 1, 2, 3, 1, 1]);
    }
}
