//! What happens to complaints ⇄ fields.

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::request::{
    ComplaintEvent, ComplaintKind, ComplaintOutcome, ComplaintReceived, ComplaintStep, ComplaintView, Consideration,
    LateGround,
};

pub(super) fn fields_of(event: &ComplaintEvent) -> Value {
    let mut fields = match event.what {
        ComplaintStep::Received(received) => json!({
            "complaint_kind": received.kind.id(),
            "received_on": canonical::date(received.received_on),
            "posted_on": received.posted_on.map(canonical::date),
            "about": received.about.to_string(),
            "reply_by_on": received.reply_by_on.map(canonical::date),
            "against": received.against,
        }),
        ComplaintStep::Considered(considered) => json!({
            "view": considered.view.id(),
            "late": considered.late.map(LateGround::id),
            "reason": considered.reason.to_string(),
            "on": canonical::date(considered.on),
        }),
        ComplaintStep::Replied { on, note } => json!({ "on": canonical::date(on), "note": note.to_string() }),
        ComplaintStep::Decided { outcome, on, note } => {
            json!({ "outcome": outcome.id(), "on": canonical::date(on), "note": note.to_string() })
        }
    };
    if let Value::Object(fields) = &mut fields {
        fields.insert("case".to_owned(), Value::String(event.case.to_string()));
        fields.insert("complaint".to_owned(), Value::from(event.complaint));
    }
    fields
}

pub(super) fn read(kind: &str, fields: &mut Fields) -> Result<ComplaintEvent, CodecProblem> {
    let what = match kind {
        "complaint-received" => ComplaintStep::Received(ComplaintReceived {
            kind: fields.listed("complaint_kind", ComplaintKind::from_id)?,
            received_on: fields.date("received_on")?,
            posted_on: fields.optional_date("posted_on")?,
            about: fields.content("about")?,
            reply_by_on: fields.optional_date("reply_by_on")?,
            against: fields.optional_integer("against")?,
        }),
        "complaint-considered" => ComplaintStep::Considered(Consideration {
            view: fields.listed("view", ComplaintView::from_id)?,
            late: fields.optional_listed("late", LateGround::from_id)?,
            reason: fields.content("reason")?,
            on: fields.date("on")?,
        }),
        "complaint-replied" => ComplaintStep::Replied { on: fields.date("on")?, note: fields.content("note")? },
        "complaint-decided" => ComplaintStep::Decided {
            outcome: fields.listed("outcome", ComplaintOutcome::from_id)?,
            on: fields.date("on")?,
            note: fields.content("note")?,
        },
        _ => return Err(CodecProblem::UnknownKind),
    };
    Ok(ComplaintEvent { case: fields.parsed("case")?, complaint: fields.integer("complaint")?, what })
}
