//! What the events are called in the log, and the erasable rows that they name.

use super::{Event, NewRedaction};
use crate::casework::ids::ContentId;
use crate::casework::person::{Attachment, Person, Representative};

/// What an erasable row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The person whose data it is about.
    Person(Box<Person>),
    /// Whoever acts for the person.
    Representative(Representative),
    /// What came with the request.
    Attachments(Vec<Attachment>),
    /// Words.
    Text(String),
    /// The bytes of an issued letter, or of a file that goes with one or lies with the request.
    File(Vec<u8>),
}

impl Content {
    /// The person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Representative(_) | Self::Attachments(_) | Self::Text(_) | Self::File(_) => None,
        }
    }

    /// The word for the kind of content in the store.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Representative(_) => "representative",
            Self::Attachments(_) => "attachments",
            Self::Text(_) => "text",
            Self::File(_) => "file",
        }
    }
}

impl Event {
    /// The word for the kind of event in the log.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::RequestRegistered(_) => "request-registered",
            Self::CaseOpened(_) => "case-opened",
            Self::CaseAssigned { .. } => "case-assigned",
            Self::CaseReleased { .. } => "case-released",
            Self::IdentityChanged { .. } => "identity-changed",
            Self::CheckRecorded { .. } => "check-recorded",
            Self::CaseSuspended { .. } => "case-suspended",
            Self::CaseResumed { .. } => "case-resumed",
            Self::NoteAdded { .. } => "note-added",
            Self::MeasureAdded { .. } => "measure-added",
            Self::MeasureSettled { .. } => "measure-settled",
            Self::Task(task) => task.what.event_kind(),
            Self::EntryCorrected { .. } => "entry-corrected",
            Self::ReceiptCorrected(_) => "receipt-corrected",
            Self::ReportAdded(_) => "report-added",
            Self::ReportRemoved { .. } => "report-removed",
            Self::FileAttached(_) => "file-attached",
            Self::FileRetitled { .. } => "file-retitled",
            Self::FileRemoved { .. } => "file-removed",
            Self::FileRedacted(_) => "file-redacted",
            Self::OtherRulesNoted { .. } => "other-rules-noted",
            Self::ArchiveNumberGiven { .. } => "archive-number-given",
            Self::CaseDecided { .. } => "case-decided",
            Self::LetterIssued(_) => "letter-issued",
            Self::LetterDelivery(delivery) => delivery.what.event_kind(),
            Self::ExtensionProposed { .. } => "extension-proposed",
            Self::CaseExtended { .. } => "case-extended",
            Self::PersonReminded { .. } => "person-reminded",
            Self::CaseForwarded { .. } => "case-forwarded",
            Self::CaseWithdrawn { .. } => "case-withdrawn",
            Self::PersonCorrected { .. } => "person-corrected",
            Self::PersonNumberLinked { .. } => "person-number-linked",
            Self::PersonNumberUnlinked { .. } => "person-number-unlinked",
            Self::OtherParentChanged { .. } => "other-parent-changed",
            Self::RepresentativeChanged { .. } => "representative-changed",
            Self::ChildHeard(_) => "child-heard",
            Self::InForceReviewed { .. } => "in-force-reviewed",
            Self::InForceLifted { .. } => "in-force-lifted",
            Self::ApprovalAsked { .. } => "approval-asked",
            Self::LetterApproved { .. } => "letter-approved",
            Self::LetterSentBack { .. } => "letter-sent-back",
            Self::CaseClosed { .. } => "case-closed",
            Self::CaseReopened { .. } => "case-reopened",
            Self::Complaint(complaint) => complaint.what.event_kind(),
            Self::Breach(breach) => breach.what.event_kind(),
            Self::DateReview(review) => review.what.event_kind(),
            Self::CaseTied(tie) => tie.how.event_kind(),
            Self::ContentErased { .. } => "content-erased",
        }
    }

    /// The erasable rows that the event rests on; the log holds a keyed hash of each.
    #[must_use]
    pub fn contents(&self) -> Vec<ContentId> {
        match self {
            Self::RequestRegistered(registered) => [Some(registered.person), Some(registered.text)]
                .into_iter()
                .chain([
                    registered.representative,
                    registered.other_parent,
                    registered.attachments,
                    registered.their_reference,
                ])
                .flatten()
                .collect(),
            Self::CaseOpened(opened) => opened.grounds.into_iter().collect(),
            Self::CheckRecorded { note, .. } => note.iter().copied().collect(),
            Self::NoteAdded { text, .. }
            | Self::MeasureAdded { text, .. }
            | Self::OtherRulesNoted { text, .. }
            | Self::ExtensionProposed { text, .. } => vec![*text],
            Self::MeasureSettled { note, .. } => vec![*note],
            Self::LetterApproved { text, .. } => vec![*text],
            Self::LetterSentBack { reason, .. }
            | Self::EntryCorrected { reason, .. }
            | Self::CaseReopened { reason, .. } => {
                vec![*reason]
            }
            Self::ReceiptCorrected(correction) => vec![correction.reason],
            Self::Task(task) => task.what.words().into_iter().collect(),
            Self::Complaint(complaint) => vec![complaint.what.words()],
            Self::Breach(breach) => breach.what.words().into_iter().collect(),
            Self::DateReview(review) => review.what.words().into_iter().collect(),
            Self::CaseTied(tie) => vec![tie.reason],
            Self::ArchiveNumberGiven { number } => vec![*number],
            Self::PersonCorrected { person } => vec![*person],
            Self::PersonNumberLinked { number, reason } => vec![*number, *reason],
            Self::PersonNumberUnlinked { reason, .. } | Self::InForceLifted { reason, .. } => vec![*reason],
            Self::RepresentativeChanged { representative: acting, reason }
            | Self::OtherParentChanged { parent: acting, reason } => acting.iter().copied().chain([*reason]).collect(),
            Self::ChildHeard(heard) => vec![heard.words],
            Self::InForceReviewed { note, .. } => note.iter().copied().collect(),
            Self::CaseDecided { reasons, .. } => vec![*reasons],
            Self::LetterIssued(issued) => [issued.file, issued.digest].into_iter().chain(issued.text).collect(),
            Self::ReportAdded(added) => vec![added.file, added.title],
            Self::FileAttached(added) | Self::FileRedacted(NewRedaction { copy: added, .. }) => {
                vec![added.file, added.title, added.digest]
            }
            Self::FileRetitled { title, .. } => vec![*title],
            Self::FileRemoved { reason, .. } => vec![*reason],
            Self::ReportRemoved { .. }
            | Self::CaseAssigned { .. }
            | Self::CaseReleased { .. }
            | Self::IdentityChanged { .. }
            | Self::CaseSuspended { .. }
            | Self::CaseResumed { .. }
            | Self::CaseExtended { .. }
            | Self::PersonReminded { .. }
            | Self::CaseForwarded { .. }
            | Self::CaseWithdrawn { .. }
            | Self::ApprovalAsked { .. }
            | Self::CaseClosed { .. }
            | Self::LetterDelivery(_)
            | Self::ContentErased { .. } => Vec::new(),
        }
    }
}
