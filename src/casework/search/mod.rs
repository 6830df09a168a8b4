//! Finding cases by the words in them: which texts are searched, how they are cut into words, and what a search asks for.
//!
//! Every store cuts and stems by this room alone, so that all answer alike. Searched are the words of a request, of its
//! grounds, of notes, of reasons and of issued letters, and the references that others know a request by; a person's name and number are not, and nothing of a protected person is, since those
//! words are sealed for few and an index would show them to all.

mod query;
mod stem;
mod words;

pub use query::{Query, QueryProblem, Term};
pub use words::Words;

use super::ids::{CaseLetter, ContentId};
use super::request::Event;

/// A text that an event brings, which is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Searched {
    /// The row that holds it.
    pub content: ContentId,
    /// The case that it is about; `None` for one that is about every case of the request.
    pub case: Option<CaseLetter>,
    /// Whether it is a reference that somebody else knows the request by: the sender's, or the number in the office's archive.
    pub is_reference: bool,
}

impl Searched {
    /// The texts that an event brings: at most one, and beside it at most one reference.
    #[must_use]
    pub fn of(event: &Event) -> Vec<Self> {
        let text = |content: ContentId, case| vec![Self { content, case, is_reference: false }];
        let reference = |content: ContentId| Self { content, case: None, is_reference: true };
        match event {
            Event::RequestRegistered(registered) => {
                let theirs = registered.their_reference.map(reference);
                text(registered.text, None).into_iter().chain(theirs).collect()
            }
            Event::ArchiveNumberGiven { number } => vec![reference(*number)],
            Event::CaseOpened(opened) => {
                opened.grounds.map_or_else(Vec::new, |grounds| text(grounds, Some(opened.case)))
            }
            Event::CheckRecorded { case, note, .. } => note.map_or_else(Vec::new, |note| text(note, Some(*case))),
            Event::NoteAdded { case, text: words, .. }
            | Event::MeasureAdded { case, text: words, .. }
            | Event::ExtensionProposed { case, text: words, .. } => text(*words, Some(*case)),
            Event::MeasureSettled { case, note, .. } => text(*note, Some(*case)),
            Event::Task(task) => task.what.words().map_or_else(Vec::new, |words| text(words, Some(task.case))),
            Event::EntryCorrected { case, reason, .. } => text(*reason, Some(*case)),
            Event::InForceReviewed { case, note, .. } => note.map_or_else(Vec::new, |note| text(note, Some(*case))),
            Event::InForceLifted { case, reason, .. } => text(*reason, Some(*case)),
            Event::CaseReopened { case, reason, .. } => text(*reason, Some(*case)),
            Event::Breach(breach) => breach.what.words().map_or_else(Vec::new, |words| text(words, Some(breach.case))),
            Event::DateReview(review) => {
                review.what.words().map_or_else(Vec::new, |words| text(words, Some(review.case)))
            }
            Event::Complaint(complaint) => text(complaint.what.words(), Some(complaint.case)),
            Event::CaseTied(tie) => text(tie.reason, Some(tie.case)),
            Event::OtherRulesNoted { text: words, .. } => text(*words, None),
            Event::ReceiptCorrected(correction) => text(correction.reason, None),
            Event::CaseDecided { case, reasons, .. } => text(*reasons, Some(*case)),
            Event::LetterSentBack { cases, reason, .. } => text(*reason, cases.first().copied()),
            Event::LetterIssued(issued) => {
                let case = match issued.cases.as_slice() {
                    [only] => Some(*only),
                    _ => None,
                };
                issued.text.map_or_else(Vec::new, |words| text(words, case))
            }
            Event::ApprovalAsked { .. }
            | Event::LetterApproved { .. }
            | Event::CaseAssigned { .. }
            | Event::CaseReleased { .. }
            | Event::IdentityChanged { .. }
            | Event::CaseSuspended { .. }
            | Event::CaseResumed { .. }
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
            | Event::ReportAdded(_)
            | Event::ReportRemoved { .. }
            | Event::FileAttached(_)
            | Event::FileRetitled { .. }
            | Event::FileRemoved { .. }
            | Event::FileRedacted(_)
            | Event::LetterDelivery(_)
            | Event::CaseClosed { .. }
            | Event::ContentErased { .. } => Vec::new(),
        }
    }
}
