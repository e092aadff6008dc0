//! Numbers as people type them, turned into TOML for a hint: "2,328", "about 2,500", "1000–3000", "£2.3 million".
//!
//! Only hints come from here: what is stored is what the curator then writes.

/// A number found in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// The number, or a range, as TOML writes it.
    pub(super) toml: String,
    /// Whether the text holds nothing else.
    pub(super) alone: bool,
}

/// The one number, or the one range, that a text gives.
pub(super) fn number(text: &str) -> Option<Typed> {
    let text = text.trim();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '_' | ' ' | '\u{a0}' | '\u{202f}');
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let at = text.len() - rest.len() + start;
        let tail = text.get(at..)?;
        let piece = tail.get(..tail.find(|c| !is_part(c)).unwrap_or(tail.len()))?;
        let piece = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        found.push((at, piece));
        rest = tail.get(piece.len()..)?;
    }
    match found.as_slice() {
        [(at, one)] => {
            let sign = if text.get(..*at)?.ends_with(['-', '−']) { "-" } else { "" };
            let toml = format!("{sign}{}", plain(one)?);
            Some(Typed { toml, alone: *at == sign.len() && at + one.len() == text.len() })
        }
        [(least_at, least), (most_at, most)] => {
            let joint = text.get(least_at + least.len()..*most_at)?.trim();
            let is_range = matches!(joint, "-" | "–" | "—" | "to" | "and" | "or" | "..");
            is_range.then_some(())?;
            let alone = *least_at == 0 && most_at + most.len() == text.len();
            Some(Typed { toml: format!("[{}, {}]", plain(least)?, plain(most)?), alone })
        }
        _ => None,
    }
}

/// Where the words go that stand beside a number.
pub(super) fn words_beside(read: Option<&Typed>) -> &'static str {
    match read {
        Some(read) if read.alone => "",
        Some(_) => "; words such as “about” stand in `text`, and the unit in the aspect",
        None => ", with your number in its place",
    }
}

/// Digits in groups, or with a comma before the fraction, as TOML writes them.
fn plain(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !matches!(c, '\'' | '_' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let plain = match (commas, points) {
        (0, 0 | 1) => text,
        (0, _) if groups(&text, '.') => text.replace('.', ""),
        (1.., 0 | 1)
            if text
                .split('.')
                .next()
                .is_some_and(|whole| whole.matches(',').count() == commas && groups(whole, ',')) =>
        {
            text.replace(',', "")
        }
        (1, _) if text.split(',').next().is_some_and(|whole| points == 0 || groups(whole, '.')) => {
            text.replace('.', "").replace(',', ".")
        }
        _ => return None,
    };
    let digits = plain.trim_start_matches('0');
    let plain = if digits.is_empty() || digits.starts_with('.') { format!("0{digits}") } else { digits.to_owned() };
    plain.parse::<f64>().is_ok_and(f64::is_finite).then_some(plain)
}

/// Whether digits stand in groups of three.
fn groups(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them_have_a_toml_form() {
        for (typed, toml, alone) in [
            ("2328", "2328", true),
            ("2,328", "2328", true),
            ("2 328", "2328", true),
            ("1,234,567.5", "1234567.5", true),
            ("1.234.567", "1234567", true),
            ("1.234,5", "1234.5", true),
            ("2,5", "2.5", true),
            ("007", "7", true),
            ("0.50", "0.50", true),
            ("-5", "-5", true),
            ("1000–3000", "[1000, 3000]", true),
            ("1,000 to 3,000", "[1000, 3000]", true),
            ("between 2 and 3", "[2, 3]", false),
            ("about 2,500", "2500", false),
            ("at least 16", "16", false),
            ("£2.3 million", "2.3", false),
            ("44%", "44", false),
            ("2328+", "2328", false),
        ] {
            assert_eq!(number(typed), Some(Typed { toml: toml.to_owned(), alone }), "{typed}");
        }
    }

    #[test]
    fn what_is_no_single_number_has_none() {
        for text in ["", "three", "3 dead and 5 wounded", "1,2,3,4", "12.5.1956, 3"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
