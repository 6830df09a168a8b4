//! Drafts of letters ⇄ bytes.

use serde_json::{Map, Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::ids::ContentId;
use crate::casework::letter::LetterKind;
use crate::usecase::ports::LetterDraft;

/// The bytes of a draft. Its identifier stands beside them.
#[must_use]
pub fn encode_draft(draft: &LetterDraft) -> Vec<u8> {
    let fields: Map<String, Value> =
        draft.fields.iter().map(|(key, value)| (key.clone(), Value::String(value.clone()))).collect();
    let mut draft_fields = json!({
        "cases": canonical::list(&draft.cases),
        "kind": draft.kind.id(),
        "fields": fields,
        "send": draft.send.map(SendChannel::id),
        "corrects": draft.corrects,
    });
    // Drafts from before one could choose who gets the letter have neither.
    if let Value::Object(fields) = &mut draft_fields {
        if let Some(to) = draft.to {
            fields.insert("to".to_owned(), Value::from(to.id()));
        }
        if !draft.copies.is_empty() {
            fields.insert("copies".to_owned(), draft.copies.iter().map(|to| Value::from(to.id())).collect());
        }
    }
    canonical::bytes(&draft_fields)
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
        to: if fields.has("to") { Some(fields.listed("to", Recipient::from_id)?) } else { None },
        copies: if fields.has("copies") {
            let to = |item: Value| item.as_str().and_then(Recipient::from_id).ok_or(CodecProblem::Field("copies"));
            fields.items("copies")?.into_iter().map(to).collect::<Result<_, _>>()?
        } else {
            Vec::new()
        },
    };
    fields.finish().map(|()| draft)
}
