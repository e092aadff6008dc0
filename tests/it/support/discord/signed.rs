//! The side of the stand-in that sends interactions as signed requests, and takes first responses from what comes back.

use serde_json::{Value, json};

use super::payload::{self, Reply};
use super::{Asked, StandIn, rest};
use crate::support::endpoint::Caller;

impl StandIn {
    /// Asks with a slash command and takes the first response.
    pub(crate) async fn post_command(&mut self, bot: &Caller, command: &str, options: &[(&str, Value)]) -> Reply {
        let options: Vec<Value> = options.iter().map(|(name, value)| payload::option(name, value)).collect();
        self.post(bot, 2, payload::command(command, &options), json!({})).await
    }

    /// Presses a button under a message of the bot's, and takes the first response.
    pub(crate) async fn post_press(&mut self, bot: &Caller, on: &Reply, custom_id: &str) -> Reply {
        self.post(bot, 3, payload::component(custom_id, &[]), json!({"message": payload::message(on)})).await
    }

    /// Sends any interaction, and takes the first response, which has to be one that Discord takes.
    pub(crate) async fn post(&mut self, bot: &Caller, kind: u64, data: Value, more: Value) -> Reply {
        self.next_id += 1;
        let id = self.next_id;
        let interaction = payload::interaction(id, kind, &data, &more, payload::ASKER);
        self.shared.asked.lock().unwrap().insert(id.to_string(), Asked { kind, answered: false });
        let response = bot.post(interaction.to_string()).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "application/json");
        let body: Value = serde_json::from_slice(&response.bytes().await.unwrap()).unwrap();
        rest::take_callback(&self.shared, &id.to_string(), &payload::token(&id.to_string()), &body);
        self.fail_on_faults();
        Reply { id, body }
    }
}
