//! A correction of the day of receipt ⇄ bytes.

use serde_json::{Map, Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::request::ReceiptCorrection;

pub(super) fn fields(correction: &ReceiptCorrection) -> Value {
    let secure_by_on: Map<String, Value> =
        correction.secure_by_on.iter().map(|(case, on)| (case.to_string(), canonical::date(*on))).collect();
    json!({
        "from_on": canonical::date(correction.from_on),
        "to_on": canonical::date(correction.to_on),
        "reason": correction.reason.to_string(),
        "secure_by_on": secure_by_on,
    })
}

pub(super) fn read(fields: &mut Fields) -> Result<ReceiptCorrection, CodecProblem> {
    let wrong = CodecProblem::Field("secure_by_on");
    let secure_by_on = fields.texts_by_key("secure_by_on")?.into_iter();
    Ok(ReceiptCorrection {
        from_on: fields.date("from_on")?,
        to_on: fields.date("to_on")?,
        reason: fields.content("reason")?,
        secure_by_on: secure_by_on
            .map(|(case, on)| case.parse().ok().zip(on.parse().ok()).ok_or(wrong))
            .collect::<Result<_, _>>()?,
    })
}
