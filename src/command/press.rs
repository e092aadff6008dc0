//! What a button or a menu carries: the whole request and the page to show, in 100 characters.
//!
//! A press needs nothing that the process remembers, so it works after a restart and on any replica.

use super::{Request, UserError};

/// The most that Discord lets a component carry, in UTF-16 units.
/// Source: <https://docs.discord.com/developers/components/reference>, `custom_id`.
const LONGEST: usize = 100;

/// Stands in a menu's request for the value that will be selected.
const HOLE: &str = "?";

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

    /// The text that a menu carries whose lines each give another text for one option.
    pub fn encode_menu(request: &Request, option: &'static str) -> Option<String> {
        Self { request: request.clone().with(option, HOLE), page: 0 }.encode()
    }

    /// Reads what a component carried. `selected` holds the chosen value of a menu.
    ///
    /// # Errors
    /// When it is not something that this version made.
    pub fn decode(custom_id: &str, selected: &[String]) -> Result<Self, UserError> {
        let stale = || UserError("This button is from another version of Casebook. Please ask again.".to_owned());
        let (page, line) = custom_id.split_once(' ').ok_or_else(stale)?;
        let page = page.parse().map_err(|_| stale())?;
        let mut request = Request::parse(line).map_err(|_| stale())?;
        if let [value] = selected {
            let hole = request.spec().options.iter().find(|option| request.text(option.name) == Some(HOLE));
            let option = hole.ok_or_else(stale)?.name;
            request = request.with(option, value.as_str());
        }
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
        let back = Press::decode(&press.encode().unwrap(), &[]).unwrap();
        assert_eq!((back.request.line(), back.page), (press.request.line(), 2));
    }

    #[test]
    fn a_menu_fills_the_hole_that_it_left() {
        let request = Request::parse("/compare first:aliyev second:belarus").unwrap();
        let custom_id = Press::encode_menu(&request, "first").unwrap();
        let press = Press::decode(&custom_id, &["ilham-aliyev".to_owned()]).unwrap();
        assert_eq!(press.request.line(), "/compare first:ilham-aliyev second:belarus");
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
            assert!(Press::decode(garbage, &[]).is_err(), "{garbage}");
        }
        assert!(Press::decode("0 /help", &["x".to_owned()]).is_err(), "nothing to fill");
    }
}
