//! What happens to the enquiries that reach the data protection officer ⇄ bytes. They are sealed, so the log holds their kind alone.

use serde_json::json;

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::ombud::{Enquiry, EnquiryErasure, EnquiryOutcome, EnquirySource, EnquiryStep};

/// The bytes of a step.
#[must_use]
pub fn encode_enquiry(step: &EnquiryStep) -> Vec<u8> {
    canonical::bytes(&match step {
        EnquiryStep::Received(enquiry) => json!({
            "received_on": canonical::date(enquiry.received_on),
            "source": enquiry.source.id(),
            "name": enquiry.name,
            "contact": enquiry.contact,
            "text": enquiry.text,
        }),
        EnquiryStep::Noted(text) => json!({ "text": text }),
        EnquiryStep::Closed(outcome) => json!({ "outcome": outcome.id() }),
        EnquiryStep::PassedOn(request) => json!({ "request": request.to_string() }),
        EnquiryStep::Erased(ground) => json!({ "ground": ground.id() }),
    })
}

/// The step in these bytes.
///
/// # Errors
/// An unknown kind or field, a missing one, or a value that it cannot have.
pub fn decode_enquiry(kind: &str, bytes: &[u8]) -> Result<EnquiryStep, CodecProblem> {
    let mut fields = Fields::of_bytes(bytes)?;
    let step = match kind {
        "enquiry-received" => EnquiryStep::Received(Enquiry {
            received_on: fields.date("received_on")?,
            source: fields.listed("source", EnquirySource::from_id)?,
            name: fields.optional_text("name")?,
            contact: fields.optional_text("contact")?,
            text: fields.text("text")?,
        }),
        "enquiry-noted" => EnquiryStep::Noted(fields.text("text")?),
        "enquiry-closed" => EnquiryStep::Closed(fields.listed("outcome", EnquiryOutcome::from_id)?),
        "enquiry-passed-on" => EnquiryStep::PassedOn(fields.parsed("request")?),
        "enquiry-erased" => EnquiryStep::Erased(fields.listed("ground", EnquiryErasure::from_id)?),
        _ => return Err(CodecProblem::UnknownKind),
    };
    fields.finish()?;
    Ok(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was written last year must be read next year.
    #[test]
    fn bytes_never_change_and_are_read_back() {
        let enquiry = Enquiry {
            received_on: "2026-02-03".parse().expect("a date"),
            source: EnquirySource::Child,
            name: None,
            contact: Some("elev@example.org".to_owned()),
            text: "Hvem kan lese det jeg skrev?".to_owned(),
        };
        for (step, bytes) in [
            (
                EnquiryStep::Received(enquiry),
                r#"{"contact":"elev@example.org","name":null,"received_on":"2026-02-03","source":"barn","text":"Hvem kan lese det jeg skrev?"}"#,
            ),
            (EnquiryStep::Noted("Ringte tilbake.".to_owned()), r#"{"text":"Ringte tilbake."}"#),
            (EnquiryStep::Closed(EnquiryOutcome::Answered), r#"{"outcome":"besvart"}"#),
            (EnquiryStep::PassedOn("2026/00012".parse().expect("a number")), r#"{"request":"2026/00012"}"#),
            (EnquiryStep::Erased(EnquiryErasure::Asked), r#"{"ground":"bedt-om"}"#),
        ] {
            assert_eq!(String::from_utf8(encode_enquiry(&step)).expect("text"), bytes);
            assert_eq!(decode_enquiry(step.kind(), bytes.as_bytes()), Ok(step));
        }
        assert_eq!(decode_enquiry("enquiry-closed-2", b"{}"), Err(CodecProblem::UnknownKind));
        assert_eq!(decode_enquiry("enquiry-noted", br#"{"text":"a","by":"b"}"#), Err(CodecProblem::UnknownField));
    }
}
