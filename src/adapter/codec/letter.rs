//! Events of letters ⇄ bytes: that one was issued, and what became of it.

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::channel::{LetterCopy, Recipient, SendChannel};
use crate::casework::letter::LetterKind;
use crate::casework::request::{Arrival, Delivery, DeliveryStep, IdentityShown, LetterIssued, ReturnReason};

pub(super) fn issued_fields(issued: &LetterIssued) -> Value {
    let mut fields = json!({
        "sequence": issued.sequence,
        "cases": canonical::list(&issued.cases),
        "kind": issued.kind.id(),
        "language": issued.language.code(),
        "dated_on": canonical::date(issued.dated_on),
        "channel": issued.channel.id(),
        "pages": issued.pages,
        "file": issued.file.to_string(),
        "digest": issued.digest.to_string(),
        "supersedes": issued.supersedes,
    });
    // Letters from before whom they went to was recorded have neither, and those from before their words were kept no text.
    if let Value::Object(fields) = &mut fields {
        if let Some(text) = issued.text {
            fields.insert("text".to_owned(), Value::from(text.to_string()));
        }
        if let Some(to) = issued.to {
            fields.insert("to".to_owned(), Value::from(to.id()));
        }
        if !issued.copies.is_empty() {
            let copy = |copy: &LetterCopy| json!({ "to": copy.to.id(), "channel": copy.channel.id() });
            fields.insert("copies".to_owned(), issued.copies.iter().map(copy).collect());
        }
    }
    fields
}

pub(super) fn read_issued(fields: &mut Fields) -> Result<LetterIssued, CodecProblem> {
    let copy = |item| {
        let mut fields = Fields::of(item).map_err(|_| CodecProblem::Field("copies"))?;
        let copy = LetterCopy {
            to: fields.listed("to", Recipient::from_id)?,
            channel: fields.listed("channel", SendChannel::from_id)?,
        };
        fields.finish().map(|()| copy)
    };
    Ok(LetterIssued {
        sequence: fields.integer("sequence")?,
        cases: fields.parsed_items("cases")?,
        kind: fields.listed("kind", LetterKind::from_id)?,
        language: fields.parsed("language")?,
        dated_on: fields.date("dated_on")?,
        channel: fields.listed("channel", SendChannel::from_id)?,
        pages: fields.integer("pages")?,
        file: fields.content("file")?,
        digest: fields.content("digest")?,
        text: if fields.has("text") { Some(fields.content("text")?) } else { None },
        supersedes: fields.optional_integer("supersedes")?,
        to: if fields.has("to") { Some(fields.listed("to", Recipient::from_id)?) } else { None },
        copies: if fields.has("copies") {
            fields.items("copies")?.into_iter().map(copy).collect::<Result<_, _>>()?
        } else {
            Vec::new()
        },
    })
}

pub(super) fn delivery_fields(delivery: &Delivery) -> Value {
    let mut fields = json!({
        "letter": delivery.letter,
        "to": delivery.to.id(),
        "on": canonical::date(delivery.on),
    });
    let mut add = |name: &str, word: &str| {
        if let Value::Object(fields) = &mut fields {
            fields.insert(name.to_owned(), Value::from(word));
        }
    };
    match delivery.what {
        DeliveryStep::Returned(reason) => add("reason", reason.id()),
        DeliveryStep::SentAgain(channel) => add("channel", channel.id()),
        DeliveryStep::Arrived(by) => {
            add("by", by.id());
            if let Some(identity) = by.identity() {
                add("identity", identity.id());
            }
        }
        DeliveryStep::Unopened | DeliveryStep::NoticedAgain => {}
    }
    fields
}

pub(super) fn read_delivery(kind: &str, fields: &mut Fields) -> Result<Delivery, CodecProblem> {
    let letter = fields.integer("letter")?;
    let to = fields.listed("to", Recipient::from_id)?;
    let on = fields.date("on")?;
    let what = match kind {
        "letter-returned" => DeliveryStep::Returned(fields.listed("reason", ReturnReason::from_id)?),
        "letter-unopened" => DeliveryStep::Unopened,
        "letter-noticed-again" => DeliveryStep::NoticedAgain,
        "letter-sent-again" => DeliveryStep::SentAgain(fields.listed("channel", SendChannel::from_id)?),
        "letter-arrived" => DeliveryStep::Arrived(read_arrival(fields)?),
        _ => return Err(CodecProblem::UnknownKind),
    };
    Ok(Delivery { letter, to, on, what })
}

fn read_arrival(fields: &mut Fields) -> Result<Arrival, CodecProblem> {
    Ok(match fields.text("by")?.as_str() {
        "hentet" => Arrival::Collected,
        "apnet" => Arrival::Opened,
        "utlevert" => Arrival::HandedOver(fields.listed("identity", IdentityShown::from_id)?),
        "kvittering" => Arrival::Receipt,
        _ => return Err(CodecProblem::Field("by")),
    })
}
