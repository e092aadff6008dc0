//! Words around a figure: its scale, its unit, and how exact it is said to be, in the languages that Casebook speaks.
//!
//! Owns the words alone; where they stand around a figure is read in [`super::quantity`].

/// How exact a figure claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// People or things; which, the words of the sentence tell.
    Count,
    /// Money; of which currency, where that is told.
    Money(Option<Currency>),
    Percent,
    /// A place in an order.
    Rank,
    /// So many times what it was.
    Times,
    /// Tonnes, kilometres, years.
    Measure(&'static str),
}

/// A currency; none is converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Currency {
    Dollar,
    Euro,
    Pound,
    Rouble,
    Manat,
    Lira,
}

/// Scales, by how their words begin.
#[rustfmt::skip]
const SCALES: [(f64, &[&str]); 3] = [
    (1e3, &["thousand", "тысяч", "tausend", "tysi"]),
    (1e6, &["million", "миллион", "мільён", "мільйон", "milyon"]),
    (1e9, &["billion", "миллиард", "мільярд", "milyar"]),
];

/// The same by short forms, which are whole words.
#[rustfmt::skip]
const SHORT_SCALES: [(f64, &[&str]); 3] = [
    (1e3, &["k", "тыс", "bin", "тис"]),
    (1e6, &["mn", "mln", "mio", "млн"]),
    (1e9, &["bn", "bln", "mrd", "mld", "mlrd", "млрд"]),
];

/// The scale that a word tells. One letter does so only behind a number without a space, or where money is counted.
pub(super) fn scale(word: &str, close: bool) -> Option<f64> {
    let word = word.to_lowercase();
    let begins = |(_, words): &&(f64, &[&str])| words.iter().any(|scale| word.starts_with(scale));
    let letter = match word.as_str() {
        "m" | "м" if close => Some(1e6),
        "b" if close => Some(1e9),
        _ => None,
    };
    let short = || SHORT_SCALES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(scale, _)| *scale);
    letter.or_else(short).or_else(|| SCALES.iter().find(begins).map(|(scale, _)| *scale))
}

/// Currencies, by how their words begin.
#[rustfmt::skip]
const CURRENCIES: [(Currency, &[&str]); 6] = [
    (Currency::Dollar, &["dollar", "usd", "долл", "долар", "dolar"]),
    (Currency::Euro, &["euro", "eur", "евро", "еўра", "євро", "avro"]),
    (Currency::Pound, &["pound", "gbp", "фунт"]),
    (Currency::Rouble, &["rouble", "ruble", "rub", "руб"]),
    (Currency::Manat, &["manat", "azn", "манат"]),
    (Currency::Lira, &["lira", "try", "лир"]),
];

/// What may stand between a number and its currency: whose dollars they are.
#[rustfmt::skip]
const WHOSE: [&str; 9] = ["us", "u", "s", ".", "american", "американских", "амерыканскіх", "abş", "abd"];

/// The currency that a sign before a number tells.
pub(super) fn currency_sign(sign: &str) -> Option<Unit> {
    let currency = match sign {
        "$" => Currency::Dollar,
        "€" => Currency::Euro,
        "£" => Currency::Pound,
        "₽" => Currency::Rouble,
        "₼" => Currency::Manat,
        "₺" => Currency::Lira,
        code if code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()) => return currency(code).map(money),
        _ => return None,
    };
    Some(money(currency))
}

fn money(currency: Currency) -> Unit {
    Unit::Money(Some(currency))
}

fn currency(word: &str) -> Option<Currency> {
    let word = word.to_lowercase();
    let begins = |(_, words): &&(Currency, &[&str])| words.iter().any(|name| word.starts_with(name));
    CURRENCIES.iter().find(begins).map(|(currency, _)| *currency)
}

/// The currency that words behind a number tell, and how many words that takes.
pub(super) fn currency_words<'t>(word: impl Fn(usize) -> &'t str) -> Option<(Unit, usize)> {
    let of = (0..5).find(|&at| !WHOSE.contains(&word(at).to_lowercase().as_str()))?;
    let unit = currency_sign(word(of)).or_else(|| currency(word(of)).map(money))?;
    Some((unit, of + 1))
}

/// Units of measure, each with the words for it; those with a star by how they begin.
#[rustfmt::skip]
const MEASURES: [(&str, &[&str]); 10] = [
    ("km", &["km", "км", "kilomet*", "километр*", "кілам*"]),
    ("metre", &["metre", "metres", "meter", "meters", "метр*", "метров"]),
    ("tonne", &["t", "т", "ton", "tons", "tonne", "tonnes", "тонн*"]),
    ("kg", &["kg", "кг", "kilogram*", "килограмм*"]),
    ("barrel", &["barrel", "barrels", "баррел*"]),
    ("year", &["year", "years", "лет", "года", "гадоў", "il", "yıl"]),
    ("month", &["month", "months", "месяц*", "месяцаў", "ay"]),
    ("week", &["week", "weeks", "недел*", "тыдн*", "həftə", "hafta"]),
    ("day", &["day", "days", "дней", "дня", "дзён", "gün"]),
    ("hour", &["hour", "hours", "час", "часа", "часов", "saat", "min", "minutes"]),
];

#[rustfmt::skip]
const PERCENT: [&str; 8] = ["%", "percent", "pct", "процент", "працэнт", "відсот", "faiz", "prozent"];
const TIMES: [&str; 9] = ["times", "fold", "раз", "раза", "разы", "разоў", "dəfə", "kat", "defa"];

/// The unit that words behind a number tell, and how many words that takes.
pub(super) fn after<'t>(word: impl Fn(usize) -> &'t str) -> Option<(Unit, usize)> {
    let first = word(0).to_lowercase();
    let first = first.as_str();
    if PERCENT.iter().any(|percent| first.starts_with(percent)) {
        return Some((Unit::Percent, 1));
    }
    if first == "per" && word(1).eq_ignore_ascii_case("cent") {
        return Some((Unit::Percent, 2));
    }
    if TIMES.contains(&first) {
        return Some((Unit::Times, 1));
    }
    if first == "место" || first == "месца" {
        return Some((Unit::Rank, 1));
    }
    let named = |name: &&'static str| name.strip_suffix('*').map_or(first == *name, |name| first.starts_with(name));
    let measure = MEASURES.iter().find(|(_, names)| names.iter().any(named));
    measure.map(|(unit, _)| (Unit::Measure(unit), 1)).or_else(|| currency_words(word))
}

/// The scale and the unit of an aspect: "thousand tonnes", "million US dollars", "people".
pub(super) fn of_aspect(unit: &str) -> (f64, Unit) {
    let words: Vec<&str> = unit.split_whitespace().collect();
    let scale = words.first().and_then(|word| scale(word, false));
    let word = |at: usize| words.get(at + usize::from(scale.is_some())).copied().unwrap_or_default();
    let unit = match unit {
        "rank" => Unit::Rank,
        _ => after(word).map_or(Unit::Count, |(unit, _)| unit),
    };
    (scale.unwrap_or(1.0), unit)
}

/// Endings of ordinals in digits.
#[rustfmt::skip]
const RANK_SUFFIXES: [&str; 22] = [
    "st", "nd", "rd", "th", "е", "й", "я", "го", "му", "м", "ае", "га", "ci", "cı", "cu", "cü", "nci", "ncı", "inci", "ıncı",
    "uncu", "üncü",
];

pub(super) fn is_rank_suffix(word: &str) -> bool {
    RANK_SUFFIXES.contains(&word)
}

/// Whether a word before a number makes a rank of it.
pub(super) fn ranks(word: &str) -> bool {
    let word = word.to_lowercase();
    ["#", "№", "rank", "ranks", "ranked", "place", "placed", "no", "number", "место", "месте", "yer"]
        .contains(&word.as_str())
}

/// A share in words: "half of", "two thirds", "три четверти", and how many words that takes. Half of a million is a number.
pub(super) fn fraction<'t>(word: impl Fn(usize) -> &'t str) -> Option<(f64, usize)> {
    let lower = |at: usize| word(at).to_lowercase();
    let parts = |at: usize| {
        let hyphen = usize::from(word(at) == "-");
        let part = match lower(at + hyphen).as_str() {
            "third" | "thirds" | "треть" | "трети" | "трэці" => 3.0,
            "quarter" | "quarters" | "четверть" | "четверти" | "чвэрці" => 4.0,
            "fifth" | "fifths" => 5.0,
            "tenth" | "tenths" => 10.0,
            _ => return None,
        };
        Some((part, at + hyphen + 1))
    };
    match lower(0).as_str() {
        "half" | "половина" | "половину" | "палова" | "yarısı" => {
            let article = usize::from(matches!(lower(1).as_str(), "a" | "an"));
            Some((0.5, 1 + article))
        }
        "a" | "one" => parts(1).map(|(part, taken)| (1.0 / part, taken)),
        "two" | "две" | "дзве" => parts(1).map(|(part, taken)| (2.0 / part, taken)),
        "three" | "три" | "тры" => parts(1).map(|(part, taken)| (3.0 / part, taken)),
        "four" => parts(1).map(|(part, taken)| (4.0 / part, taken)),
        "треть" | "четверть" => parts(0).map(|(part, taken)| (1.0 / part, taken)),
        _ => None,
    }
}

/// How many times a verb makes of something: "doubled", "sixfold".
pub(super) fn multiplied(word: &str) -> Option<f64> {
    match word.to_lowercase().as_str() {
        "doubled" | "twofold" | "удвоился" | "удвоилась" => Some(2.0),
        "tripled" | "trebled" | "threefold" | "утроился" | "утроилась" => Some(3.0),
        "quadrupled" | "fourfold" => Some(4.0),
        "quintupled" | "fivefold" => Some(5.0),
        "sixfold" => Some(6.0),
        "tenfold" => Some(10.0),
        _ => None,
    }
}

#[rustfmt::skip]
const ABOUT: [&str; 29] = [
    "about", "around", "approximately", "roughly", "some", "nearly", "almost", "circa", "ca", "c", "close", "~", "≈", "±",
    "около", "примерно", "почти", "приблизительно", "порядка", "каля", "прыблізна", "амаль", "təxminən", "yaklaşık", "etwa",
    "ungefähr", "environ", "близько", "qədər",
];
#[rustfmt::skip]
const MORE: [&str; 18] = [
    "more", "over", "above", "least", "exceeding", "beyond", ">", "≥", "более", "больше", "свыше", "больш", "звыш", "понад",
    "artıq", "çox", "fazla", "mehr",
];
#[rustfmt::skip]
const LESS: [&str; 14] = [
    "less", "fewer", "under", "below", "most", "<", "≤", "менее", "меньше", "менш", "az", "weniger", "moins", "menys",
];
const DENIED: [&str; 4] = ["no", "not", "не", "ne"];

/// How exact a figure is, by the words before it, the nearest first, and those behind it; and how many of the former say so.
pub(super) fn bound(before: &[&str], after: &[&str]) -> (Bound, usize) {
    let passed = ["than", "the", "a", "an", "чем", "за", "as", "of", "to", "up"];
    let skipped = before.iter().take_while(|word| passed.contains(word)).count();
    let at = |back: usize| before.get(back).copied().unwrap_or_default();
    let (word, next) = (at(skipped), at(skipped + 1));
    let compares = ["more", "less", "fewer", "most", "least"].contains(&word);
    let than = !compares || at(0) == "than" || next == "at";
    let turned = DENIED.contains(&next);
    let words = skipped + 1 + usize::from(turned || next == "at");
    let behind = |words: &[&str]| after.first().is_some_and(|word| words.contains(&word.to_lowercase().as_str()));
    match word {
        word if ABOUT.contains(&word) => (Bound::About, words),
        word if MORE.contains(&word) && than => (if turned { Bound::AtMost } else { Bound::AtLeast }, words),
        word if LESS.contains(&word) && than => (if turned { Bound::AtLeast } else { Bound::AtMost }, words),
        _ if at(0) == "to" && at(1) == "up" => (Bound::AtMost, 2),
        _ if after == ["or", "so"] => (Bound::About, 0),
        _ if behind(&["+", "artıq", "çox", "fazla", "plus"]) => (Bound::AtLeast, 0),
        _ => (Bound::Exact, 0),
    }
}
