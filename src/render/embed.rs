//! Pages as Discord messages: one embed, and the buttons and the menu under it.
//!
//! It owns the translation into serenity's builders and that nobody is ever mentioned. That a page keeps within Discord's
//! limits is owed to the renderer that made it.

use serenity::builder::{
    AutocompleteChoice, CreateActionRow, CreateAllowedMentions, CreateAutocompleteResponse, CreateButton, CreateEmbed,
    CreateEmbedFooter, CreateInteractionResponseMessage, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption,
};
use serenity::model::application::ButtonStyle;

use super::markdown::bare;
use super::page::{Button, Page};
use super::{cut, length, limits};
use crate::command::Choice;
use crate::message::Words;
use crate::wording::Wording;

/// What menus themselves carry. Each of their lines carries a press, so these are never read.
const MENU: &str = "menu";
/// See [`MENU`].
const JUMP: &str = "jump";

/// As much of what tells a choice from others is shown.
const LONGEST_MARK: usize = 40;

/// The message that shows a page.
///
/// It always names its components, even when there are none, so that an update takes away those of the page before.
pub fn message(page: &Page) -> CreateInteractionResponseMessage {
    if !page.content.is_empty() {
        return silent().content(&page.content).components(rows(page));
    }
    let mut embed = CreateEmbed::new();
    if !page.title.is_empty() {
        embed = embed.title(&page.title);
    }
    if !page.description.is_empty() {
        embed = embed.description(&page.description);
    }
    if !page.footer.is_empty() {
        embed = embed.footer(CreateEmbedFooter::new(&page.footer));
    }
    silent().embed(embed).components(rows(page))
}

/// What the file of a picture is called.
pub const PICTURE: &str = "picture.png";

/// Puts a picture, which is sent along as the first file, into a written message. Whoever does not see it gets the words.
pub fn add_picture(message: &mut serde_json::Value, alt: &str) {
    if let Some(embed) = message.pointer_mut("/embeds/0") {
        embed["image"] = serde_json::json!({"url": format!("attachment://{PICTURE}")});
    }
    let alt = cut(alt, limits::ALT);
    message["attachments"] = serde_json::json!([{"id": "0", "filename": PICTURE, "description": alt}]);
}

/// Takes away the picture of a message that is changed.
pub fn remove_picture(message: &mut serde_json::Value) {
    message["attachments"] = serde_json::json!([]);
}

/// A message of plain text, seen only by the one who asked; what is longer than Discord takes is cut.
pub fn notice(text: &str) -> CreateInteractionResponseMessage {
    silent().content(cut(text, limits::CONTENT)).ephemeral(true)
}

/// The list of choices under a half-typed option: as many, and as much of each, as Discord takes.
pub fn choices(choices: Vec<Choice>, wording: &Wording) -> CreateAutocompleteResponse {
    let label = |choice: &Choice| choice_label(choice, wording);
    let choices = choices.into_iter().take(limits::CHOICES);
    let choices = choices.map(|choice| AutocompleteChoice::new(label(&choice), choice.value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// The label of a choice; of a long one, its mark stays.
fn choice_label(choice: &Choice, wording: &Wording) -> String {
    let label = wording.words(&choice.label);
    let Some(mark) = &choice.mark else { return bare(&label, limits::CHOICE_LABEL) };
    let mark = Words::from(bare(&wording.words(mark), LONGEST_MARK));
    let behind = length(&wording.words(&Words::dotted([Words::default(), mark.clone()])));
    wording.words(&Words::dotted([bare(&label, limits::CHOICE_LABEL.saturating_sub(behind)).into(), mark]))
}

fn silent() -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().allowed_mentions(CreateAllowedMentions::new())
}

/// The turning buttons come first, so that they stay in their place from page to page.
fn rows(page: &Page) -> Vec<CreateActionRow> {
    let rows = [&page.turns, &page.tools, &page.buttons].into_iter().flat_map(|row| row.chunks(limits::BUTTONS));
    let rows = rows.map(|row| CreateActionRow::Buttons(row.iter().map(button).collect()));
    let menus = [(MENU, &page.menu, &page.placeholder), (JUMP, &page.jumps, &page.jump_placeholder)];
    rows.chain(menus.into_iter().filter(|(_, lines, _)| !lines.is_empty()).map(menu)).collect()
}

fn button(button: &Button) -> CreateButton {
    CreateButton::new(&button.custom_id).label(&button.label).style(ButtonStyle::Secondary)
}

fn menu((id, lines, placeholder): (&str, &Vec<Button>, &String)) -> CreateActionRow {
    let option = |line: &Button| {
        let option = CreateSelectMenuOption::new(&line.label, &line.custom_id);
        if line.note.is_empty() { option } else { option.description(&line.note) }
    };
    let kind = CreateSelectMenuKind::String { options: lines.iter().map(option).collect() };
    CreateActionRow::SelectMenu(CreateSelectMenu::new(id, kind).placeholder(placeholder))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn page() -> Page {
        Page { description: "Text".into(), placeholder: "One of these".into(), ..Page::default() }
    }

    fn button(number: usize) -> Button {
        Button { label: format!("{number}"), note: String::new(), custom_id: format!("{number}") }
    }

    fn written(message: &CreateInteractionResponseMessage) -> Value {
        serde_json::to_value(message).unwrap()
    }

    #[test]
    fn a_bare_page_is_an_embed_that_mentions_nobody_and_clears_the_components() {
        let message = written(&message(&page()));
        assert_eq!(message["allowed_mentions"]["parse"], json!([]));
        assert_eq!(message["components"], json!([]));
        assert_eq!(message["embeds"], json!([{"type": "rich", "description": "Text"}]));
    }

    #[test]
    fn turns_buttons_and_the_menu_stand_in_rows_of_their_own() {
        let page =
            Page { turns: vec![button(1), button(2)], buttons: vec![button(3)], menu: vec![button(4)], ..page() };
        let message = written(&message(&page));
        let rows = message["components"].as_array().unwrap().iter();
        let sizes: Vec<usize> = rows.map(|row| row["components"].as_array().unwrap().len()).collect();
        assert_eq!(sizes, [2, 1, 1]);
        assert_eq!(message["components"][2]["components"][0]["options"][0]["value"], "4");
    }

    #[test]
    fn a_notice_is_private_short_and_mentions_nobody() {
        let notice = written(&notice(&"@everyone ".repeat(300)));
        assert_eq!(notice["flags"], 64);
        assert_eq!(notice["allowed_mentions"]["parse"], json!([]));
        assert!(notice["content"].as_str().unwrap().encode_utf16().count() <= limits::CONTENT);
    }
}
