//! What happens to tasks ⇄ bytes.

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::request::{NewTask, TaskEvent, TaskStep};

pub(super) fn fields(event: &TaskEvent) -> Value {
    let TaskEvent { case, task, what } = event;
    let case = case.to_string();
    match what {
        TaskStep::Asked(NewTask { unit, text, asked_on, due_on, owner }) => json!({
            "case": case,
            "task": task,
            "unit": unit.id(),
            "text": text.to_string(),
            "asked_on": canonical::date(*asked_on),
            "due_on": canonical::date(*due_on),
            "owner": owner,
        }),
        TaskStep::Reminded { reminded_on, due_on } => json!({
            "case": case,
            "task": task,
            "reminded_on": canonical::date(*reminded_on),
            "due_on": canonical::date(*due_on),
        }),
        TaskStep::Given { to } => json!({ "case": case, "task": task, "to": to }),
        TaskStep::Answered { answered_on, note } => json!({
            "case": case,
            "task": task,
            "answered_on": canonical::date(*answered_on),
            "note": note.to_string(),
        }),
        TaskStep::Dropped { reason } => json!({ "case": case, "task": task, "reason": reason.to_string() }),
    }
}

pub(super) fn read(kind: &str, fields: &mut Fields) -> Result<TaskEvent, CodecProblem> {
    let case = fields.parsed("case")?;
    let task = fields.integer("task")?;
    let what = match kind {
        "task-asked" => TaskStep::Asked(NewTask {
            unit: fields.parsed("unit")?,
            text: fields.content("text")?,
            asked_on: fields.date("asked_on")?,
            due_on: fields.date("due_on")?,
            owner: fields.text("owner")?,
        }),
        "task-reminded" => {
            TaskStep::Reminded { reminded_on: fields.date("reminded_on")?, due_on: fields.date("due_on")? }
        }
        "task-given" => TaskStep::Given { to: fields.text("to")? },
        "task-answered" => {
            TaskStep::Answered { answered_on: fields.date("answered_on")?, note: fields.content("note")? }
        }
        "task-dropped" => TaskStep::Dropped { reason: fields.content("reason")? },
        _ => return Err(CodecProblem::UnknownKind),
    };
    Ok(TaskEvent { case, task, what })
}
