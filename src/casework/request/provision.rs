//! Where the law has what happened: the provision that a step of a case rests on, where it rests on one. A step that is only the office's own
//! way of working, such as a note or who has the case, rests on none.

use super::complaint::ComplaintStep;
use super::event::{Event, LetterIssued};
use super::measure::MeasureId;
use super::reopen::ReopenGround;
use crate::casework::letter::LetterKind;
use crate::law::deadline::{PauseGround, rules};
use crate::law::rights::Outcome;
use crate::wording::{Trilingual, citation};

impl Event {
    /// The provision that it rests on.
    #[must_use]
    pub fn provision(&self) -> Option<Trilingual> {
        let found = match self {
            Self::RequestRegistered(_) | Self::ReceiptCorrected(_) => rules::RECEIPT.source.clone(),
            Self::CaseOpened(opened) => opened.right.provision(),
            Self::CaseSuspended { ground, .. }
            | Self::CaseResumed { ground, .. }
            | Self::PersonReminded { ground, .. } => ground.source(),
            Self::IdentityChanged { .. } => place("Personvernforordningen art. 12 nr. 6"),
            Self::RepresentativeChanged { .. } => place("Forvaltningsloven § 12"),
            Self::MeasureSettled { measure: MeasureId::Recipients, .. } => place("Personvernforordningen art. 19"),
            Self::EntryCorrected { .. } => place("Arkivforskrifta § 11: det som er registrert, rettes ved tillegg"),
            Self::CaseDecided { outcome, .. } => decided(*outcome),
            Self::ExtensionProposed { .. } | Self::CaseExtended { .. } => rules::EXTENSION_NOTICE.source.clone(),
            Self::CaseForwarded { .. } => place("Forvaltningsloven § 11 fjerde ledd"),
            Self::LetterIssued(LetterIssued { kind, .. }) => return of_letter(*kind),
            Self::CaseReopened { ground: ReopenGround::ComplaintUpheld, .. } => {
                place("Forvaltningsloven § 33 andre ledd")
            }
            Self::Complaint(complaint) => match complaint.what {
                ComplaintStep::Received(received) => received.kind.source(),
                ComplaintStep::Considered(_) => place("Forvaltningsloven § 33 andre ledd"),
                ComplaintStep::Replied { .. } | ComplaintStep::Decided { .. } => return None,
            },
            Self::Breach(_) => place("Personvernforordningen art. 33"),
            // Reviewing is what the personvernombud is there for.
            Self::DateReview(_) => place("Personvernforordningen art. 39 nr. 1"),
            Self::FileAttached(_)
            | Self::FileRedacted(_)
            | Self::FileRetitled { .. }
            | Self::FileRemoved { .. }
            | Self::LetterDelivery(_)
            | Self::CaseAssigned { .. }
            | Self::CaseReleased { .. }
            | Self::CheckRecorded { .. }
            | Self::NoteAdded { .. }
            | Self::MeasureAdded { .. }
            | Self::MeasureSettled { measure: MeasureId::CarryOut | MeasureId::Added(_), .. }
            | Self::Task(_)
            | Self::OtherRulesNoted { .. }
            | Self::ReportAdded(_)
            | Self::ReportRemoved { .. }
            | Self::ArchiveNumberGiven { .. }
            | Self::CaseWithdrawn { .. }
            | Self::PersonCorrected { .. }
            | Self::PersonNumberLinked { .. }
            | Self::PersonNumberUnlinked { .. }
            | Self::OtherParentChanged { .. }
            | Self::ChildHeard(_)
            | Self::InForceReviewed { .. }
            | Self::InForceLifted { .. }
            | Self::ApprovalAsked { .. }
            | Self::LetterApproved { .. }
            | Self::LetterSentBack { .. }
            | Self::CaseClosed { .. }
            | Self::CaseReopened {
                ground:
                    ReopenGround::DecidedAgainst
                    | ReopenGround::NewInformation
                    | ReopenGround::OurError
                    | ReopenGround::LetterReturned
                    | ReopenGround::ClaimStands,
                ..
            }
            | Self::CaseTied(_)
            | Self::ContentErased { .. } => return None,
        };
        Some(found)
    }
}

fn place(nb: &'static str) -> Trilingual {
    Trilingual::each(|language| citation::cited(nb, language).unwrap_or_else(|| nb.to_owned()))
}

/// What is refused, in whole or in part, is refused with reasons (Art. 12(4)); anything else is answered (Art. 12(3)).
fn decided(outcome: Outcome) -> Trilingual {
    match outcome {
        Outcome::PartlyGranted | Outcome::Refused | Outcome::Dismissed => {
            place("Personvernforordningen art. 12 nr. 3 og 4")
        }
        Outcome::Granted
        | Outcome::NoData
        | Outcome::Rectified
        | Outcome::Supplemented
        | Outcome::Erased
        | Outcome::Blocked
        | Outcome::Forwarded
        | Outcome::Withdrawn => place("Personvernforordningen art. 12 nr. 3"),
    }
}

fn of_letter(kind: LetterKind) -> Option<Trilingual> {
    Some(match kind {
        LetterKind::IdentityRequest => PauseGround::Identity.source(),
        LetterKind::ClarificationRequest => PauseGround::Clarification.source(),
        LetterKind::Section25GroundsRequest => PauseGround::Section25Documentation.source(),
        LetterKind::ExtensionNotice => rules::EXTENSION_NOTICE.source.clone(),
        LetterKind::InterimReply => rules::INTERIM_REPLY.source.clone(),
        LetterKind::Forwarding | LetterKind::ForwardingNotice | LetterKind::Referral => {
            place("Forvaltningsloven § 11 fjerde ledd")
        }
        LetterKind::DelayNotice | LetterKind::Answer => place("Personvernforordningen art. 12 nr. 3"),
        LetterKind::AccessAnswer => place("Personvernforordningen art. 15"),
        LetterKind::Section25Decision => place("Helseregisterloven § 25"),
        LetterKind::RecipientsNotice => place("Personvernforordningen art. 19"),
        LetterKind::RestrictionLiftNotice => place("Personvernforordningen art. 18 nr. 3"),
        LetterKind::ComplaintForwarding => rules::APPEAL_PREPARED.source.clone(),
        LetterKind::KassasjonOpinion => place("Arkivforskrifta §§ 43 og 44"),
        LetterKind::Acknowledgement | LetterKind::Reminder => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    /// What is cited in bokmål alone would stand in bokmål in an English document.
    #[test]
    fn every_place_is_cited_in_each_language() {
        for outcome in Outcome::ALL {
            assert_ne!(decided(outcome).en, decided(outcome).nb);
        }
        for kind in LetterKind::ALL {
            let found = of_letter(kind);
            let none = matches!(kind, LetterKind::Acknowledgement | LetterKind::Reminder);
            assert_eq!(found.is_none(), none, "{kind:?}");
            assert!(found.is_none_or(|found| found.get(Language::En) != found.get(Language::Nb)), "{kind:?}");
        }
        for nb in ["Forvaltningsloven § 12", "Forvaltningsloven § 33 andre ledd", "Personvernforordningen art. 33"] {
            assert!(citation::cited(nb, Language::En).is_some(), "{nb}");
        }
    }
}
