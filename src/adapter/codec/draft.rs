//! Drafts of letters ⇄ bytes.

use serde_json::{Map, Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::channel::SendChannel;
use crate::casework::ids::ContentId;
use crate::casework::letter::LetterKind;
use crate::usecase::ports::LetterDraft;

/// The bytes of a draft. Its identifier stands beside them.
#[must_use]
pub fn encode_draft(draft: &LetterDraft) -> Vec<u8> {
    let fields: Map<String, Value> =
        draft.fields.iter().map(|(key, value)| (key.clone(), Value::String(value.clone()))).collect();
    canonical::bytes(&json!({
        "cases": canonical::list(&draft.cases),
        "kind": draft.kind.id(),
        "fields": fields,
        "send": draft.send.map(SendChannel::id),
        "corrects": draft.corrects,
    }))
}

/// The draft with this identifier in these bytes.
///
/// # Errors
/// An unknown field, a missing one, or a value that it cannot have.
pub fn decode_draft(id: ContentId, bytes: &[u8]) -> Result<LetterDraft, CodecProblem> {
    let mut fields = Fields::of_bytes(bytes)?;
    let draft = LetterDraft {
        id,
        cases: fields.parsed_items("cases")?,
        kind: fields.listed("kind", LetterKind::from_id)?,
        fields: fields.texts_by_key("fields")?.into_iter().collect(),
        send: fields.optional_listed("send", SendChannel::from_id)?,
        corrects: fields.added_integer("corrects")?,
    };
    fields.finish().map(|()| draft)
}
