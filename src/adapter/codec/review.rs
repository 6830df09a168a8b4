//! What happens in reviews of dates ⇄ fields.

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::audit::Digest;
use crate::casework::request::{DateReviewEvent, DateReviewStep, Draw, ReviewOutcome, Reviewed, ReviewedDate, View};

pub(super) fn fields_of(event: &DateReviewEvent) -> Value {
    let mut fields = match event.what {
        DateReviewStep::Drawn(draw) => json!({
            "seed": draw.seed,
            "from_on": canonical::date(draw.from_on),
            "to_on": canonical::date(draw.to_on),
            "size": draw.size,
            "among": draw.among,
            "list": draw.list.to_string(),
        }),
        DateReviewStep::Flagged { reason } => json!({ "reason": reason.to_string() }),
        DateReviewStep::Viewed(View { of, against }) => {
            let against = against.map(|against| against.to_string());
            match of {
                Reviewed::Date { date, on } => {
                    json!({ "date": date.id(), "on": canonical::date(on), "against": against })
                }
                Reviewed::Pause(pause) => json!({ "pause": pause, "against": against }),
            }
        }
        DateReviewStep::Answered { text } => json!({ "text": text.to_string() }),
        DateReviewStep::Decided { outcome, text } => json!({ "outcome": outcome.id(), "text": text.to_string() }),
    };
    if let Value::Object(fields) = &mut fields {
        fields.insert("case".to_owned(), Value::String(event.case.to_string()));
    }
    fields
}

pub(super) fn read(kind: &str, fields: &mut Fields) -> Result<DateReviewEvent, CodecProblem> {
    let what = match kind {
        "review-drawn" => DateReviewStep::Drawn(Draw {
            seed: fields.integer("seed")?,
            from_on: fields.date("from_on")?,
            to_on: fields.date("to_on")?,
            size: fields.integer("size")?,
            among: fields.integer("among")?,
            list: fields.listed("list", Digest::from_hex)?,
        }),
        "review-flagged" => DateReviewStep::Flagged { reason: fields.content("reason")? },
        "review-date-viewed" => DateReviewStep::Viewed(View {
            of: Reviewed::Date { date: fields.listed("date", ReviewedDate::from_id)?, on: fields.date("on")? },
            against: fields.optional_content("against")?,
        }),
        "review-pause-viewed" => DateReviewStep::Viewed(View {
            of: Reviewed::Pause(fields.integer("pause")?),
            against: fields.optional_content("against")?,
        }),
        "review-answered" => DateReviewStep::Answered { text: fields.content("text")? },
        "review-decided" => DateReviewStep::Decided {
            outcome: fields.listed("outcome", ReviewOutcome::from_id)?,
            text: fields.content("text")?,
        },
        _ => return Err(CodecProblem::UnknownKind),
    };
    Ok(DateReviewEvent { case: fields.parsed("case")?, what })
}
