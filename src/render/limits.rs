//! What Discord takes at most. Lengths are in UTF-16 units, the rest are counts.
//!
//! Owns every number that Discord sets for what is shown or registered; only `render` and `transport` know it. How long a page of ours is
//! stands in `sheet`.
//!
//! Sources: <https://docs.discord.com/developers/resources/message>, "Embed Limits";
//! <https://docs.discord.com/developers/components/reference>;
//! <https://docs.discord.com/developers/interactions/receiving-and-responding>, "Autocomplete";
//! <https://docs.discord.com/developers/interactions/application-commands>, "Application Command Naming" and "Application
//! Command Object".

/// The plain content of a message.
pub const CONTENT: usize = 2000;
/// The title of an embed.
pub const TITLE: usize = 256;
/// The description of an embed.
pub const DESCRIPTION: usize = 4096;
/// The footer of an embed.
pub const FOOTER: usize = 2048;
/// Title, description and footer together, over all embeds of a message.
pub const EMBEDS: usize = 6000;
/// Rows of buttons and menus under a message.
pub const ROWS: usize = 5;
/// Buttons in a row.
pub const BUTTONS: usize = 5;
/// The label of a button.
pub const BUTTON_LABEL: usize = 80;
/// Lines of a menu.
pub const MENU_LINES: usize = 25;
/// The label of a line of a menu.
pub const MENU_LABEL: usize = 100;
/// What is said below the label of a line of a menu.
pub const MENU_NOTE: usize = 100;
/// What a menu shows before a line is chosen.
pub const PLACEHOLDER: usize = 150;
/// What a button, a menu or a line of a menu carries.
pub const CUSTOM_ID: usize = 100;
/// What is said of a picture for those who do not see it.
pub const ALT: usize = 1024;
/// Completions of a half-typed option.
pub const CHOICES: usize = 25;
/// What is shown of a completion.
pub const CHOICE_LABEL: usize = 100;
/// The name of a command or an option.
pub const COMMAND_NAME: usize = 32;
/// What a command or an option is for.
pub const COMMAND_DESCRIPTION: usize = 100;
/// Options of a command.
pub const COMMAND_OPTIONS: usize = 25;
