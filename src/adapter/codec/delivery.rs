//! Whether two requests are one delivery: what the sender gave is compared, not what this program made of it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::canonical;
use super::content::encode_content;
use super::event::{identity, opened_demand};
use crate::casework::ids::ContentId;
use crate::casework::request::{Content, Event};

/// Whether a new registration says the same as one that is there. Identifiers, routes, the office and the version of the
/// rules are left out: the catalogue may have changed between two sendings. A row of the first that is erased, or sealed
/// for others, cannot be compared and counts as the same.
#[must_use]
pub fn same_delivery(
    (first, first_rows): (&[Event], &BTreeMap<ContentId, Content>),
    (second, second_rows): (&[Event], &[(ContentId, Content)]),
) -> bool {
    let second_rows: BTreeMap<_, _> = second_rows.iter().map(|(id, content)| (*id, content)).collect();
    let rows = |events: &[Event]| events.iter().flat_map(Event::contents).collect::<Vec<_>>();
    given(first) == given(second)
        && rows(first).iter().zip(rows(second)).all(|(one, other)| match first_rows.get(one) {
            None => true,
            Some(one) => second_rows.get(&other).is_some_and(|other| encode_content(one) == encode_content(other)),
        })
}

/// What was given beside the rows; says of each row whether there is one, so that the rows of two that are the same here
/// stand in the same order.
fn given(events: &[Event]) -> Vec<Vec<u8>> {
    events.iter().map(|event| canonical::bytes(&given_by(event))).collect()
}

fn given_by(event: &Event) -> Value {
    match event {
        Event::RequestRegistered(registered) => json!({
            "received_on": canonical::date(registered.received_on),
            "received_at": registered.received_at.map(canonical::instant),
            "channel": registered.channel.id(),
            "language": registered.language.code(),
            "protection": registered.protection.id(),
            "identity": identity(registered.identity),
            "representative": registered.representative.is_some(),
            "other_parent": registered.other_parent.is_some(),
            "inform_parents": registered.inform_parents,
            "attachments": registered.attachments.is_some(),
            "their_reference": registered.their_reference.is_some(),
        }),
        Event::CaseOpened(opened) => opened_demand(opened),
        Event::OtherRulesNoted { rules, .. } => Value::from(rules.id()),
        Event::CaseAssigned { .. }
        | Event::CaseReleased { .. }
        | Event::IdentityChanged { .. }
        | Event::CheckRecorded { .. }
        | Event::CaseSuspended { .. }
        | Event::CaseResumed { .. }
        | Event::NoteAdded { .. }
        | Event::MeasureAdded { .. }
        | Event::MeasureSettled { .. }
        | Event::Task(_)
        | Event::EntryCorrected { .. }
        | Event::ReceiptCorrected(_)
        | Event::ReportAdded(_)
        | Event::ReportRemoved { .. }
        | Event::FileAttached(_)
        | Event::FileRetitled { .. }
        | Event::FileRemoved { .. }
        | Event::FileRedacted(_)
        | Event::ArchiveNumberGiven { .. }
        | Event::CaseDecided { .. }
        | Event::LetterIssued(_)
        | Event::LetterDelivery(_)
        | Event::ExtensionProposed { .. }
        | Event::CaseExtended { .. }
        | Event::PersonReminded { .. }
        | Event::CaseForwarded { .. }
        | Event::CaseWithdrawn { .. }
        | Event::PersonCorrected { .. }
        | Event::PersonNumberLinked { .. }
        | Event::PersonNumberUnlinked { .. }
        | Event::OtherParentChanged { .. }
        | Event::RepresentativeChanged { .. }
        | Event::ChildHeard(_)
        | Event::InForceReviewed { .. }
        | Event::InForceLifted { .. }
        | Event::ApprovalAsked { .. }
        | Event::LetterApproved { .. }
        | Event::LetterSentBack { .. }
        | Event::CaseClosed { .. }
        | Event::CaseReopened { .. }
        | Event::Complaint(_)
        | Event::Breach(_)
        | Event::CaseTied(_)
        | Event::DateReview(_)
        | Event::ContentErased { .. } => Value::from(event.kind()),
    }
}
