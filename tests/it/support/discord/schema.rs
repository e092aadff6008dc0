//! Discord's own description of its API, held against each body.
//!
//! It owns the schemas and their validators. What they do not say stands in `limits`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};

/// The schemas that a body can be held against.
const ROOTS: &[&str] = &[
    "CreateMessageInteractionCallbackRequest",
    "UpdateMessageInteractionCallbackRequest",
    "ApplicationCommandAutocompleteCallbackRequest",
    "ApplicationCommandUpdateRequest",
    "IncomingWebhookRequestPartial",
    "IncomingWebhookUpdateRequestPartial",
];

static VALIDATORS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let mut schema: Value = serde_json::from_str(include_str!("../discord-schema.json")).unwrap();
    let mut build = |root: &&'static str| {
        schema["$ref"] = json!(format!("#/components/schemas/{root}"));
        (*root, jsonschema::draft202012::new(&schema).unwrap())
    };
    ROOTS.iter().map(&mut build).collect()
});

/// What in `body` is not as the schema `root` has it, each with its place.
pub(super) fn faults(root: &str, body: &Value) -> Vec<String> {
    let describe = |error: jsonschema::ValidationError<'_>| {
        let mut text = error.to_string();
        if text.len() > 300 {
            text = error.masked().to_string();
        }
        format!("{root}{}: {text}", error.instance_path())
    };
    VALIDATORS[root].iter_errors(body).map(describe).collect()
}

mod tests {
    use super::*;

    #[test]
    fn the_schemas_tell_good_from_bad() {
        let root = "CreateMessageInteractionCallbackRequest";
        assert_eq!(faults(root, &json!({"type": 4, "data": {"content": "x"}})), [] as [String; 0]);
        assert_ne!(faults(root, &json!({"type": 7, "data": {"content": "x"}})), [] as [String; 0]);
        assert_ne!(faults(root, &json!({"type": 4, "data": {"content": 1}})), [] as [String; 0]);
        assert_ne!(
            faults(root, &json!({"type": 4, "data": {"embeds": [{"fields": [{"name": "N"}]}]}})),
            [] as [String; 0]
        );
    }
}
