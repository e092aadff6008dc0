//! Presses of buttons and choices from menus: what each leads to, and who sees it.
//!
//! Owns whether a message is changed in place, copied for one reader, posted for all or deleted. What a button carries is read
//! in `request`, what is shown is drawn in `render`.

use serenity::builder::CreateInteractionResponse;
use serenity::model::application::{
    ActionRowComponent, ButtonKind, ComponentInteraction, ComponentInteractionDataKind, MessageInteractionMetadata,
};
use serenity::model::channel::MessageFlags;
use serenity::model::id::UserId;

use super::Answers;
use super::desk::{Desk, Origin, Reply, private_notice, refusal};
use crate::config::Pages;
use crate::message::Message;
use crate::request::{Press, UserError, View};

/// Where what a press leads to is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the message itself.
    Here,
    /// In a message for the one who pressed.
    Private,
    /// In a message for all.
    Public,
    /// Nowhere: the message is deleted.
    Gone,
}

/// The answer to a press. An acknowledgement asks for the message to be deleted.
pub(super) fn answer(desk: &Desk<impl Answers>, component: &ComponentInteraction) -> Reply {
    let origin = Origin::of_component(component);
    let alone = desk.context(&origin, true);
    let shown = Press::decode(carried(component)).and_then(|press| {
        let place = place(desk, component, &press);
        if press.view == View::Delete {
            return Ok(Reply::from(match place {
                Place::Gone => CreateInteractionResponse::Acknowledge,
                _ => private_notice(&alone, &Message::NotYours),
            }));
        }
        let private = place == Place::Private || place == Place::Here && is_private(component);
        let context = desk.context(&origin, is_private(component));
        let (message, picture) = desk.show(&context, &press.request, press.view, private)?;
        let response = match place {
            Place::Here => CreateInteractionResponse::UpdateMessage(message),
            Place::Public => CreateInteractionResponse::Message(message),
            Place::Private | Place::Gone => CreateInteractionResponse::Message(message.ephemeral(true)),
        };
        Ok(Reply { response, picture })
    });
    shown.unwrap_or_else(|error: UserError| refusal(&alone, &error).into())
}

/// Where what a press leads to will be seen; in private where it cannot be read.
pub(super) fn destination(desk: &Desk<impl Answers>, component: &ComponentInteraction) -> Place {
    Press::decode(carried(component)).map_or(Place::Private, |press| place(desk, component, &press))
}

/// What the button or the chosen line carries.
fn carried(component: &ComponentInteraction) -> &str {
    let chosen = match &component.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first(),
        _ => None,
    };
    chosen.unwrap_or(&component.data.custom_id)
}

/// A message is changed in place by the one who asked, and by anyone who only turns its pages where the server lets them.
/// Whoever else presses gets a copy of their own, so that nobody changes what somebody reads into something else.
fn place(desk: &Desk<impl Answers>, component: &ComponentInteraction, press: &Press) -> Place {
    let anyone = || desk.settings(&Origin::of_component(component)).pages == Pages::Anyone;
    let own = is_private(component) || asker(component) == Some(component.user.id);
    match press.view {
        View::Delete if own || manages_messages(component) => Place::Gone,
        View::Delete => Place::Private,
        View::Share(_) => Place::Public,
        // What is to be copied stands in a message of its own, in which it is turned.
        View::Cite(_) | View::CiteFront(_) if !component.message.embeds.is_empty() => Place::Private,
        _ if own || anyone() && stays(component, press) => Place::Here,
        _ => Place::Private,
    }
}

/// Whether a press shows more of the answer that stands in the message: the button that deletes it carries its request.
fn stays(component: &ComponentInteraction, press: &Press) -> bool {
    let delete = Press { request: press.request.clone(), view: View::Delete }.encode();
    let mut parts = component.message.components.iter().flat_map(|row| &row.components);
    parts.any(|part| match part {
        ActionRowComponent::Button(button) => {
            matches!(&button.data, ButtonKind::NonLink { custom_id, .. } if *custom_id == delete)
        }
        _ => false,
    })
}

fn is_private(component: &ComponentInteraction) -> bool {
    component.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// In a server, by the permissions that the one who presses has in this channel.
fn manages_messages(component: &ComponentInteraction) -> bool {
    let permissions = component.member.as_ref().and_then(|member| member.permissions);
    permissions.is_some_and(|permissions| permissions.manage_messages() || permissions.administrator())
}

fn asker(component: &ComponentInteraction) -> Option<UserId> {
    match component.message.interaction_metadata.as_deref()? {
        MessageInteractionMetadata::Command(by) => Some(by.user.id),
        MessageInteractionMetadata::Component(by) => Some(by.user.id),
        _ => None,
    }
}
