//! Events ⇄ bytes. The kind stands beside the bytes, in a column of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::canonical::{self, CodecProblem, Fields};
use super::{breach, complaint, file, letter, receipt, review, task};
use crate::casework::audit::Digest;
use crate::casework::channel::Channel;
use crate::casework::ids::ContentId;
use crate::casework::letter::LetterKind;
use crate::casework::person::{IdentityMethod, IdentityStatus, Protection};
use crate::casework::request::{
    CaseTie, CheckPoint, CheckResult, ChildHeard, Event, MeasureFor, NewReport, Opened, OtherRules, Registered,
    ReopenGround, ReportKind, ReportUse, RouteRecord, TieKind, WrongEntry,
};
use crate::law::routing::Facts;

/// The field that holds the keyed hashes of the contents that an event rests on.
const HASHES: &str = "hashes";

/// An event as it was read, with the keyed hash of every content that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedEvent {
    /// What happened.
    pub event: Event,
    /// The keyed hash of each content.
    pub hashes: BTreeMap<ContentId, Digest>,
}

/// The bytes of an event; `hashes` has one for each content that it rests on.
#[must_use]
pub fn encode_event(event: &Event, hashes: &BTreeMap<ContentId, Digest>) -> Vec<u8> {
    let mut body = fields_of(event);
    let own: Map<String, Value> = event
        .contents()
        .into_iter()
        .filter_map(|id| Some((id.to_string(), Value::String(hashes.get(&id)?.to_string()))))
        .collect();
    if let Value::Object(fields) = &mut body
        && !own.is_empty()
    {
        fields.insert(HASHES.to_owned(), Value::Object(own));
    }
    canonical::bytes(&body)
}

/// The event in these bytes.
///
/// # Errors
/// An unknown kind or field, a missing one, or a value that it cannot have; a content without its hash.
pub fn decode_event(kind: &str, bytes: &[u8]) -> Result<DecodedEvent, CodecProblem> {
    let mut fields = Fields::of_bytes(bytes)?;
    let event = read(kind, &mut fields)?;
    let contents: BTreeSet<ContentId> = event.contents().into_iter().collect();
    let mut hashes = BTreeMap::new();
    if !contents.is_empty() {
        for (id, hash) in fields.texts_by_key(HASHES)? {
            let id = ContentId(Uuid::from_str(&id).map_err(|_| CodecProblem::Field(HASHES))?);
            hashes.insert(id, Digest::from_hex(&hash).ok_or(CodecProblem::Field(HASHES))?);
        }
    }
    if !hashes.keys().eq(contents.iter()) {
        return Err(CodecProblem::Field(HASHES));
    }
    fields.finish()?;
    Ok(DecodedEvent { event, hashes })
}

fn fields_of(event: &Event) -> Value {
    match event {
        Event::RequestRegistered(registered) => registered_fields(registered),
        Event::CaseOpened(opened) => opened_fields(opened),
        Event::CaseAssigned { case, to } => json!({ "case": case.to_string(), "to": to }),
        Event::CaseReleased { case } => json!({ "case": case.to_string() }),
        Event::IdentityChanged { status } => json!({ "identity": identity(*status) }),
        Event::CheckRecorded { case, check, result, note } => {
            json!({ "case": case.to_string(), "check": check, "result": result.id(), "note": content(*note) })
        }
        Event::CaseSuspended { case, ground, asked_on, reply_by_on, letter } => json!({
            "case": case.to_string(),
            "ground": ground.id(),
            "asked_on": canonical::date(*asked_on),
            "reply_by_on": canonical::date(*reply_by_on),
            "letter": letter,
        }),
        Event::CaseResumed { case, ground, answered_on } => json!({
            "case": case.to_string(),
            "ground": ground.id(),
            "answered_on": canonical::date(*answered_on),
        }),
        Event::NoteAdded { case, text, telephone_on } => {
            let mut fields = json!({ "case": case.to_string(), "text": text.to_string() });
            add_date(&mut fields, "telephone_on", *telephone_on);
            fields
        }
        Event::MeasureAdded { case, to, text } => {
            json!({ "case": case.to_string(), "to": to.id(), "text": text.to_string() })
        }
        Event::MeasureSettled { case, measure, done_on, note } => json!({
            "case": case.to_string(),
            "measure": measure.to_string(),
            "done_on": done_on.map(canonical::date),
            "note": note.to_string(),
        }),
        Event::Task(event) => task::fields(event),
        Event::EntryCorrected { case, entry, reason } => {
            let mut fields = json!({ "case": case.to_string(), "reason": reason.to_string() });
            if let (WrongEntry::Suspension(number), Value::Object(fields)) = (entry, &mut fields) {
                fields.insert("suspension".to_owned(), Value::from(*number));
            }
            fields
        }
        Event::ReceiptCorrected(correction) => receipt::fields(correction),
        Event::ReportAdded(added) => json!({
            "case": added.case.to_string(),
            "file": added.file.to_string(),
            "title": added.title.to_string(),
            "media_type": added.kind.media_type(),
            "size": added.size,
            "use": added.used_as.id(),
        }),
        Event::ReportRemoved { case, report } => json!({ "case": case.to_string(), "report": report }),
        Event::FileAttached(added) => file::attached_fields(added),
        Event::FileRetitled { file, title } => json!({ "file": file, "title": title.to_string() }),
        Event::FileRemoved { file, reason } => json!({ "file": file, "reason": reason.to_string() }),
        Event::FileRedacted(redaction) => file::redacted_fields(redaction),
        Event::OtherRulesNoted { rules, text } => json!({ "rules": rules.id(), "text": text.to_string() }),
        Event::ArchiveNumberGiven { number } => json!({ "number": number.to_string() }),
        Event::CaseDecided { case, outcome, reasons, legal_basis, grounds } => {
            let mut fields = json!({
                "case": case.to_string(),
                "outcome": outcome.id(),
                "reasons": reasons.to_string(),
                "legal_basis": legal_basis,
            });
            // A decision that rests on none is written as it was before there were any.
            if !grounds.is_empty() {
                fields["grounds"] = json!(grounds);
            }
            fields
        }
        Event::LetterIssued(issued) => letter::issued_fields(issued),
        Event::LetterDelivery(delivery) => letter::delivery_fields(delivery),
        Event::ExtensionProposed { case, reason, text, expected_on } => json!({
            "case": case.to_string(),
            "reason": reason.id(),
            "text": text.to_string(),
            "expected_on": canonical::date(*expected_on),
        }),
        Event::CaseExtended { case, notice_on, letter } => {
            json!({ "case": case.to_string(), "notice_on": canonical::date(*notice_on), "letter": letter })
        }
        Event::PersonReminded { case, ground, reminded_on, reply_by_on, letter } => json!({
            "case": case.to_string(),
            "ground": ground.id(),
            "reminded_on": canonical::date(*reminded_on),
            "reply_by_on": canonical::date(*reply_by_on),
            "letter": letter,
        }),
        Event::CaseForwarded { case, to } => json!({ "case": case.to_string(), "to": to.as_str() }),
        Event::CaseWithdrawn { case, withdrawn_on } => {
            json!({ "case": case.to_string(), "withdrawn_on": canonical::date(*withdrawn_on) })
        }
        Event::PersonCorrected { person } => json!({ "person": person.to_string() }),
        Event::PersonNumberLinked { number, reason } | Event::PersonNumberUnlinked { number, reason } => {
            json!({ "number": number.to_string(), "reason": reason.to_string() })
        }
        Event::OtherParentChanged { parent, reason } => {
            json!({ "parent": content(*parent), "reason": reason.to_string() })
        }
        Event::RepresentativeChanged { representative, reason } => {
            json!({ "representative": content(*representative), "reason": reason.to_string() })
        }
        Event::ChildHeard(heard) => json!({
            "heard_on": canonical::date(heard.heard_on),
            "tell_parents": heard.tell_parents,
            "words": heard.words.to_string(),
        }),
        Event::InForceReviewed { case, reviewed_on, next_on, note } => json!({
            "case": case.to_string(),
            "reviewed_on": canonical::date(*reviewed_on),
            "next_on": canonical::date(*next_on),
            "note": content(*note),
        }),
        Event::InForceLifted { case, lifted_on, reason } => json!({
            "case": case.to_string(),
            "lifted_on": canonical::date(*lifted_on),
            "reason": reason.to_string(),
        }),
        Event::ApprovalAsked { kind, cases, draft, by } => json!({
            "kind": kind.id(),
            "cases": canonical::list(cases),
            "draft": draft.to_string(),
            "by": by,
        }),
        Event::LetterApproved { kind, cases, text, by } => json!({
            "kind": kind.id(),
            "cases": canonical::list(cases),
            "text": text.to_string(),
            "by": by,
        }),
        Event::LetterSentBack { kind, cases, reason, by } => json!({
            "kind": kind.id(),
            "cases": canonical::list(cases),
            "reason": reason.to_string(),
            "by": by,
        }),
        Event::CaseClosed { case } => json!({ "case": case.to_string() }),
        Event::CaseReopened { case, ground, reason, by } => json!({
            "case": case.to_string(),
            "ground": ground.id(),
            "reason": reason.to_string(),
            "by": by.id(),
        }),
        Event::Complaint(event) => complaint::fields_of(event),
        Event::Breach(event) => breach::fields_of(event),
        Event::DateReview(event) => review::fields_of(event),
        Event::CaseTied(tie) => json!({
            "case": tie.case.to_string(),
            "other": tie.other.to_string(),
            "reason": tie.reason.to_string(),
        }),
        Event::ContentErased { content, ground, approved_by } => {
            json!({ "content": content.to_string(), "ground": ground, "approved_by": approved_by })
        }
    }
}

fn read(kind: &str, fields: &mut Fields) -> Result<Event, CodecProblem> {
    Ok(match kind {
        "request-registered" => Event::RequestRegistered(read_registered(fields)?),
        "case-opened" => Event::CaseOpened(read_opened(fields)?),
        "case-assigned" => Event::CaseAssigned { case: fields.parsed("case")?, to: fields.text("to")? },
        "case-released" => Event::CaseReleased { case: fields.parsed("case")? },
        "identity-changed" => Event::IdentityChanged { status: read_identity(fields)? },
        "check-recorded" => Event::CheckRecorded {
            case: fields.parsed("case")?,
            check: fields.text("check")?,
            result: fields.listed("result", CheckResult::from_id)?,
            note: fields.optional_content("note")?,
        },
        "case-suspended" => Event::CaseSuspended {
            case: fields.parsed("case")?,
            ground: fields.parsed("ground")?,
            asked_on: fields.date("asked_on")?,
            reply_by_on: fields.date("reply_by_on")?,
            letter: fields.optional_integer("letter")?,
        },
        "case-resumed" => Event::CaseResumed {
            case: fields.parsed("case")?,
            ground: fields.parsed("ground")?,
            answered_on: fields.date("answered_on")?,
        },
        "note-added" => Event::NoteAdded {
            case: fields.parsed("case")?,
            text: fields.content("text")?,
            telephone_on: fields.added_date("telephone_on")?,
        },
        "measure-added" => Event::MeasureAdded {
            case: fields.parsed("case")?,
            to: fields.listed("to", MeasureFor::from_id)?,
            text: fields.content("text")?,
        },
        "measure-settled" => Event::MeasureSettled {
            case: fields.parsed("case")?,
            measure: fields.parsed("measure")?,
            done_on: fields.optional_date("done_on")?,
            note: fields.content("note")?,
        },
        "task-asked" | "task-reminded" | "task-given" | "task-answered" | "task-dropped" => {
            Event::Task(task::read(kind, fields)?)
        }
        "entry-corrected" => Event::EntryCorrected {
            case: fields.parsed("case")?,
            entry: fields.added_integer("suspension")?.map_or(WrongEntry::Extension, WrongEntry::Suspension),
            reason: fields.content("reason")?,
        },
        "receipt-corrected" => Event::ReceiptCorrected(receipt::read(fields)?),
        "report-added" => Event::ReportAdded(NewReport {
            case: fields.parsed("case")?,
            file: fields.content("file")?,
            title: fields.content("title")?,
            kind: fields.listed("media_type", ReportKind::from_media_type)?,
            size: fields.integer("size")?,
            used_as: fields.listed("use", ReportUse::from_id)?,
        }),
        "report-removed" => Event::ReportRemoved { case: fields.parsed("case")?, report: fields.integer("report")? },
        "file-attached" => Event::FileAttached(file::read_attached(fields)?),
        "file-retitled" => Event::FileRetitled { file: fields.integer("file")?, title: fields.content("title")? },
        "file-removed" => Event::FileRemoved { file: fields.integer("file")?, reason: fields.content("reason")? },
        "file-redacted" => Event::FileRedacted(file::read_redacted(fields)?),
        "other-rules-noted" => Event::OtherRulesNoted {
            rules: fields.listed("rules", OtherRules::from_id)?,
            text: fields.content("text")?,
        },
        "archive-number-given" => Event::ArchiveNumberGiven { number: fields.content("number")? },
        "case-decided" => Event::CaseDecided {
            case: fields.parsed("case")?,
            outcome: fields.parsed("outcome")?,
            reasons: fields.content("reasons")?,
            legal_basis: fields.parsed_items("legal_basis")?,
            grounds: if fields.has("grounds") { fields.parsed_items("grounds")? } else { Vec::new() },
        },
        "letter-issued" => Event::LetterIssued(letter::read_issued(fields)?),
        "letter-returned" | "letter-unopened" | "letter-noticed-again" | "letter-sent-again" | "letter-arrived" => {
            Event::LetterDelivery(letter::read_delivery(kind, fields)?)
        }
        "extension-proposed" => Event::ExtensionProposed {
            case: fields.parsed("case")?,
            reason: fields.parsed("reason")?,
            text: fields.content("text")?,
            expected_on: fields.date("expected_on")?,
        },
        "case-extended" => Event::CaseExtended {
            case: fields.parsed("case")?,
            notice_on: fields.date("notice_on")?,
            letter: fields.integer("letter")?,
        },
        "person-reminded" => Event::PersonReminded {
            case: fields.parsed("case")?,
            ground: fields.parsed("ground")?,
            reminded_on: fields.date("reminded_on")?,
            reply_by_on: fields.date("reply_by_on")?,
            letter: fields.integer("letter")?,
        },
        "case-forwarded" => Event::CaseForwarded { case: fields.parsed("case")?, to: fields.parsed("to")? },
        "case-withdrawn" => {
            Event::CaseWithdrawn { case: fields.parsed("case")?, withdrawn_on: fields.date("withdrawn_on")? }
        }
        "person-corrected" => Event::PersonCorrected { person: fields.content("person")? },
        "person-number-linked" => {
            Event::PersonNumberLinked { number: fields.content("number")?, reason: fields.content("reason")? }
        }
        "person-number-unlinked" => {
            Event::PersonNumberUnlinked { number: fields.content("number")?, reason: fields.content("reason")? }
        }
        "other-parent-changed" => {
            Event::OtherParentChanged { parent: fields.optional_content("parent")?, reason: fields.content("reason")? }
        }
        "representative-changed" => Event::RepresentativeChanged {
            representative: fields.optional_content("representative")?,
            reason: fields.content("reason")?,
        },
        "child-heard" => Event::ChildHeard(ChildHeard {
            heard_on: fields.date("heard_on")?,
            tell_parents: fields.optional_flag("tell_parents")?,
            words: fields.content("words")?,
        }),
        "in-force-reviewed" => Event::InForceReviewed {
            case: fields.parsed("case")?,
            reviewed_on: fields.date("reviewed_on")?,
            next_on: fields.date("next_on")?,
            note: fields.optional_content("note")?,
        },
        "in-force-lifted" => Event::InForceLifted {
            case: fields.parsed("case")?,
            lifted_on: fields.date("lifted_on")?,
            reason: fields.content("reason")?,
        },
        "approval-asked" => Event::ApprovalAsked {
            kind: fields.listed("kind", LetterKind::from_id)?,
            cases: fields.parsed_items("cases")?,
            draft: fields.content("draft")?,
            by: fields.text("by")?,
        },
        "letter-approved" => Event::LetterApproved {
            kind: fields.listed("kind", LetterKind::from_id)?,
            cases: fields.parsed_items("cases")?,
            text: fields.content("text")?,
            by: fields.text("by")?,
        },
        "letter-sent-back" => Event::LetterSentBack {
            kind: fields.listed("kind", LetterKind::from_id)?,
            cases: fields.parsed_items("cases")?,
            reason: fields.content("reason")?,
            by: fields.text("by")?,
        },
        "case-closed" => Event::CaseClosed { case: fields.parsed("case")? },
        "case-reopened" => Event::CaseReopened {
            case: fields.parsed("case")?,
            ground: fields.listed("ground", ReopenGround::from_id)?,
            reason: fields.content("reason")?,
            by: fields.parsed("by")?,
        },
        "complaint-received" | "complaint-considered" | "complaint-replied" | "complaint-decided" => {
            Event::Complaint(complaint::read(kind, fields)?)
        }
        "breach-found"
        | "breach-corrected"
        | "breach-referred"
        | "breach-notified"
        | "breach-not-notified"
        | "breach-persons" => Event::Breach(breach::read(kind, fields)?),
        "review-drawn"
        | "review-flagged"
        | "review-date-viewed"
        | "review-pause-viewed"
        | "review-answered"
        | "review-decided" => Event::DateReview(review::read(kind, fields)?),
        "case-tied" => Event::CaseTied(read_tie(TieKind::Together, fields)?),
        "case-duplicate" => Event::CaseTied(read_tie(TieKind::Duplicate, fields)?),
        "content-erased" => Event::ContentErased {
            content: fields.content("content")?,
            ground: fields.text("ground")?,
            approved_by: fields.parsed_items("approved_by")?,
        },
        _ => return Err(CodecProblem::UnknownKind),
    })
}

fn read_tie(how: TieKind, fields: &mut Fields) -> Result<CaseTie, CodecProblem> {
    Ok(CaseTie { case: fields.parsed("case")?, other: fields.parsed("other")?, how, reason: fields.content("reason")? })
}

fn registered_fields(registered: &Registered) -> Value {
    let mut fields = json!({
        "received_on": canonical::date(registered.received_on),
        "received_at": registered.received_at.map(canonical::instant),
        "channel": registered.channel.id(),
        "language": registered.language.code(),
        "organisation": registered.organisation.as_str(),
        "rule_version": registered.rule_version.id(),
        "person": registered.person.to_string(),
        "protection": registered.protection.id(),
        "identity": identity(registered.identity),
        "representative": content(registered.representative),
        "inform_parents": registered.inform_parents,
        "text": registered.text.to_string(),
        "attachments": content(registered.attachments),
        "their_reference": content(registered.their_reference),
        "delivery": registered.delivery.map(|mark| mark.to_string()),
    });
    // A registration without one is written as it was before there were any.
    if let (Some(parent), Value::Object(fields)) = (registered.other_parent, &mut fields) {
        fields.insert("other_parent".to_owned(), Value::from(parent.to_string()));
    }
    fields
}

fn read_registered(fields: &mut Fields) -> Result<Registered, CodecProblem> {
    Ok(Registered {
        received_on: fields.date("received_on")?,
        received_at: fields.optional_instant("received_at")?,
        channel: fields.listed("channel", Channel::from_id)?,
        language: fields.parsed("language")?,
        organisation: fields.parsed("organisation")?,
        rule_version: fields.parsed("rule_version")?,
        person: fields.content("person")?,
        protection: fields.listed("protection", Protection::from_id)?,
        identity: read_identity(fields)?,
        representative: fields.optional_content("representative")?,
        other_parent: if fields.has("other_parent") { Some(fields.content("other_parent")?) } else { None },
        inform_parents: fields.optional_flag("inform_parents")?,
        text: fields.content("text")?,
        attachments: fields.optional_content("attachments")?,
        their_reference: fields.optional_content("their_reference")?,
        delivery: fields.optional_parsed("delivery")?,
    })
}

/// What the sender gave of a demand.
pub(super) fn opened_demand(opened: &Opened) -> Value {
    json!({
        "register": opened.register.as_str(),
        "right": opened.right.id(),
        "facts": opened.facts.iter().map(|(key, value)| json!([key, value])).collect::<Vec<_>>(),
        "grounds": opened.grounds.is_some(),
    })
}

fn opened_fields(opened: &Opened) -> Value {
    let checks = opened.route.checks.iter().map(|point| json!({ "id": point.id, "required": point.required }));
    let facts: Map<String, Value> =
        opened.facts.iter().map(|(key, value)| (key.to_owned(), Value::String(value.to_owned()))).collect();
    let mut fields = json!({
        "case": opened.case.to_string(),
        "register": opened.register.as_str(),
        "right": opened.right.id(),
        "facts": facts,
        "grounds": content(opened.grounds),
        "track": opened.route.track.id(),
        "mode": opened.route.mode.map(|mode| mode.id()),
        "handled_by": opened.route.handled_by.as_str(),
        "checks": checks.collect::<Vec<_>>(),
    });
    add_date(&mut fields, "secure_by_on", opened.route.secure_by_on);
    fields
}

/// Writes a day that events from before it was thought of do not have; where there is none, nothing is written.
fn add_date(fields: &mut Value, name: &str, day: Option<NaiveDate>) {
    if let (Some(day), Value::Object(fields)) = (day, fields) {
        fields.insert(name.to_owned(), canonical::date(day));
    }
}

fn read_opened(fields: &mut Fields) -> Result<Opened, CodecProblem> {
    let check = |item| {
        let mut point = Fields::of(item).map_err(|_| CodecProblem::Field("checks"))?;
        let read = CheckPoint { id: point.text("id")?, required: point.flag("required")? };
        point.finish().map(|()| read)
    };
    Ok(Opened {
        case: fields.parsed("case")?,
        register: fields.parsed("register")?,
        right: fields.parsed("right")?,
        facts: fields.texts_by_key("facts")?.into_iter().collect::<Facts>(),
        grounds: fields.optional_content("grounds")?,
        route: RouteRecord {
            track: fields.parsed("track")?,
            mode: fields.optional_parsed("mode")?,
            handled_by: fields.parsed("handled_by")?,
            checks: fields.items("checks")?.into_iter().map(check).collect::<Result<_, _>>()?,
            secure_by_on: fields.added_date("secure_by_on")?,
        },
    })
}

pub(super) fn identity(status: IdentityStatus) -> Value {
    match status {
        IdentityStatus::Unchecked | IdentityStatus::Asked | IdentityStatus::Failed => json!({ "status": status.id() }),
        IdentityStatus::Confirmed { method, on } => json!({
            "status": status.id(),
            "method": method.map(IdentityMethod::id),
            "on": on.map(canonical::date),
        }),
    }
}

fn read_identity(fields: &mut Fields) -> Result<IdentityStatus, CodecProblem> {
    let mut fields = Fields::of(fields.take("identity")?).map_err(|_| CodecProblem::Field("identity"))?;
    let status = match fields.text("status")?.as_str() {
        "unchecked" => IdentityStatus::Unchecked,
        "asked" => IdentityStatus::Asked,
        "failed" => IdentityStatus::Failed,
        "confirmed" => IdentityStatus::Confirmed {
            method: fields.optional_listed("method", IdentityMethod::from_id)?,
            on: fields.optional_date("on")?,
        },
        _ => return Err(CodecProblem::Field("status")),
    };
    fields.finish().map(|()| status)
}

fn content(id: Option<ContentId>) -> Value {
    id.map_or(Value::Null, |id| Value::String(id.to_string()))
}
