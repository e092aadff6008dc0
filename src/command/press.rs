//! What a button or a menu carries: the whole request and the page to show, in 100 characters.
//!
//! A press needs nothing that the process remembers, so it works after a restart and on any replica.

use super::{Request, UserError};

/// The most that Discord lets a component carry, in UTF-16 units.
/// Source: <https://docs.discord.com/developers/components/reference>, `custom_id`.
const LONGEST: usize = 100;

/// A button pressed or a line of a menu selected.
#[derive(Debug, Clone)]
pub struct Press {
    /// What is asked.
    pub request: Request,
    /// Which page of the answer, from 0.
    pub page: usize,
}

impl Press {
    /// The text that a component carries, or `None` when it would be too long.
    pub fn encode(&self) -> Option<String> {
        let text = format!("{} {}", self.page, self.request.line());
        (text.encode_utf16().count() <= LONGEST).then_some(text)
    }

    /// Reads what a component carried.
    ///
    /// # Errors
    /// When it is not something that this version made.
    pub fn decode(carried: &str) -> Result<Self, UserError> {
        let stale = || UserError("This button is from another version of Casebook. Please ask again.".to_owned());
        let (page, line) = carried.split_once(' ').ok_or_else(stale)?;
        let page = page.parse().map_err(|_| stale())?;
        let request = Request::parse(line).map_err(|_| stale())?;
        Ok(Self { request, page })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_carries_its_request() {
        let request = Request::parse("/compare first:belarus second:azerbaijan private:true").unwrap();
        let press = Press { request, page: 2 };
        let back = Press::decode(&press.encode().unwrap()).unwrap();
        assert_eq!((back.request.line(), back.page), (press.request.line(), 2));
    }

    #[test]
    fn the_longest_ids_fit_and_longer_texts_give_no_button() {
        let id = "x".repeat(48);
        let two = Request::parse(&format!("/actor question:{id}")).unwrap();
        assert!(Press { request: two, page: 10 }.encode().is_some());
        let long = Request::parse(&format!("/ask {}", "é".repeat(100))).unwrap();
        assert_eq!(Press { request: long, page: 0 }.encode(), None);
    }

    #[test]
    fn garbage_is_refused_with_a_sentence() {
        for garbage in ["", "x", "0", "0 /nothing", "-1 /help", "99999999999999999999 /help", "0 /event"] {
            assert!(Press::decode(garbage).is_err(), "{garbage}");
        }
    }
}
