//! What of an answer is to be seen, and what else a button may do with it, in a few characters.
//!
//! Owns the codes; they never change their meaning. What is drawn for each is left to [`crate::render`].

/// What a press does with the answer to its request. Numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Shows its first screen.
    #[default]
    Front,
    /// Shows a page of the whole answer.
    Page(usize),
    /// Shows where in its sources each statement of a screen is found: of the first screen, or of a page.
    Sources(Option<usize>),
    /// Shows its statements from one on with their sources, to be copied: those of the first screen.
    CiteFront(usize),
    /// The same for those of the whole answer.
    Cite(usize),
    /// Posts a screen for all: the first one, or a page.
    Share(Option<usize>),
    /// Deletes the message.
    Delete,
}

/// The base in which numbers are written: digits and small letters.
const BASE: u32 = 36;

/// More than any answer has pages or statements; it takes as much room as any code does.
pub(super) const LAST: View = View::Page(46_655);

impl View {
    /// The code: a letter, and a number where it takes one.
    pub(super) fn code(self) -> String {
        let numbered = |letter: char, number: usize| format!("{letter}{}", written(number));
        match self {
            Self::Front => "f".to_owned(),
            Self::Page(page) => numbered('w', page),
            Self::Sources(None) => "s".to_owned(),
            Self::Sources(Some(page)) => numbered('t', page),
            Self::CiteFront(from) => numbered('d', from),
            Self::Cite(from) => numbered('c', from),
            Self::Share(None) => "x".to_owned(),
            Self::Share(Some(page)) => numbered('y', page),
            Self::Delete => "z".to_owned(),
        }
    }

    /// Reads a code.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let mut chars = code.chars();
        let letter = chars.next()?;
        let number = chars.as_str();
        let view = match (letter, number.is_empty()) {
            ('f', true) => Self::Front,
            ('s', true) => Self::Sources(None),
            ('x', true) => Self::Share(None),
            ('z', true) => Self::Delete,
            ('w', false) => Self::Page(read(number)?),
            ('t', false) => Self::Sources(Some(read(number)?)),
            ('d', false) => Self::CiteFront(read(number)?),
            ('c', false) => Self::Cite(read(number)?),
            ('y', false) => Self::Share(Some(read(number)?)),
            _ => return None,
        };
        Some(view)
    }

    /// What an older button meant that named a page: the first one is the first screen now.
    pub(super) fn of_page(page: usize) -> Self {
        if page == 0 { Self::Front } else { Self::Page(page) }
    }
}

fn written(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % BASE as usize).unwrap_or_default();
        digits.extend(char::from_digit(digit, BASE));
        number /= BASE as usize;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

fn read(number: &str) -> Option<usize> {
    let plain = number.chars().all(|c| c.is_ascii_alphanumeric());
    usize::from_str_radix(number, BASE).ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_as_it_was_written() {
        for number in [0, 1, 35, 36, 1_295, 46_655, usize::MAX] {
            for view in [
                View::Front,
                View::Page(number),
                View::Sources(None),
                View::Sources(Some(number)),
                View::CiteFront(number),
                View::Cite(number),
                View::Share(None),
                View::Share(Some(number)),
                View::Delete,
            ] {
                assert_eq!(View::of_code(&view.code()), Some(view));
            }
        }
        for garbage in ["", "w", "f1", "w+1", "w-1", "q", "wё", "wzzzzzzzzzzzzzzzzzz"] {
            assert_eq!(View::of_code(garbage), None, "{garbage}");
        }
    }
}
