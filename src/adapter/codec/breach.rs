//! What happens to breaches ⇄ fields.

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::ids::OutsideReference;
use crate::casework::request::{
    BreachAspect, BreachEvent, BreachFound, BreachStep, BreachVerdict, NotNotified, NotToNotify, Notification,
    PersonsWord,
};

pub(super) fn fields_of(event: &BreachEvent) -> Value {
    let mut fields = match &event.what {
        BreachStep::Found(found) => json!({
            "aware_at": canonical::instant(found.aware_at),
            "aspects": aspects(&found.aspects),
            "about": found.about.to_string(),
            "reference": found.reference.as_ref().map(ToString::to_string),
        }),
        BreachStep::Corrected { aware_at, aspects: corrected, notified_at: _, reason } => json!({
            "aware_at": canonical::instant(*aware_at),
            "aspects": aspects(corrected),
            "reason": reason.to_string(),
        }),
        BreachStep::Referred(reference) => json!({ "reference": reference.to_string() }),
        BreachStep::Assessed(BreachVerdict::Notified(Notification { at, reference, note })) => json!({
            "at": canonical::instant(*at),
            "reference": reference.as_ref().map(ToString::to_string),
            "note": note.map(|note| note.to_string()),
        }),
        BreachStep::Assessed(BreachVerdict::Not(NotToNotify { why, reason, on })) => {
            json!({ "why": why.id(), "reason": reason.to_string(), "on": canonical::date(*on) })
        }
        BreachStep::Persons(word) => json!({
            "told_on": word.told_on.map(canonical::date),
            "high_risk": word.high_risk,
            "reason": word.reason.map(|reason| reason.to_string()),
        }),
    };
    if let Value::Object(fields) = &mut fields {
        // Written only where it was wrong.
        if let BreachStep::Corrected { notified_at: Some(at), .. } = &event.what {
            fields.insert("notified_at".to_owned(), canonical::instant(*at));
        }
        fields.insert("case".to_owned(), Value::String(event.case.to_string()));
        fields.insert("breach".to_owned(), Value::from(event.breach));
    }
    fields
}

pub(super) fn read(kind: &str, fields: &mut Fields) -> Result<BreachEvent, CodecProblem> {
    let what = match kind {
        "breach-found" => BreachStep::Found(BreachFound {
            aware_at: fields.instant("aware_at")?,
            aspects: fields.listed_items("aspects", BreachAspect::from_id)?,
            about: fields.content("about")?,
            reference: fields.optional_parsed::<OutsideReference>("reference")?,
        }),
        "breach-corrected" => BreachStep::Corrected {
            aware_at: fields.instant("aware_at")?,
            aspects: fields.listed_items("aspects", BreachAspect::from_id)?,
            notified_at: if fields.has("notified_at") { fields.optional_instant("notified_at")? } else { None },
            reason: fields.content("reason")?,
        },
        "breach-referred" => BreachStep::Referred(fields.parsed("reference")?),
        "breach-notified" => BreachStep::Assessed(BreachVerdict::Notified(Notification {
            at: fields.instant("at")?,
            reference: fields.optional_parsed::<OutsideReference>("reference")?,
            note: fields.optional_content("note")?,
        })),
        "breach-not-notified" => BreachStep::Assessed(BreachVerdict::Not(NotToNotify {
            why: fields.listed("why", NotNotified::from_id)?,
            reason: fields.content("reason")?,
            on: fields.date("on")?,
        })),
        "breach-persons" => BreachStep::Persons(PersonsWord {
            told_on: fields.optional_date("told_on")?,
            high_risk: fields.flag("high_risk")?,
            reason: fields.optional_content("reason")?,
        }),
        _ => return Err(CodecProblem::UnknownKind),
    };
    Ok(BreachEvent { case: fields.parsed("case")?, breach: fields.integer("breach")?, what })
}

fn aspects(aspects: &[BreachAspect]) -> Value {
    Value::from(aspects.iter().map(|aspect| aspect.id()).collect::<Vec<_>>())
}
