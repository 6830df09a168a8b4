//! Finding cases by the words in them: which texts are searched, how they are cut into words, and what a search asks for.
//!
//! Every store cuts and stems by this room alone, so that all answer alike. Searched are the words of a request, of its
//! grounds, of notes and of reasons; a person's name and number are not, and nothing of a protected person is, since those
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
}

impl Searched {
    /// The text that an event brings. No event brings more than one.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::RequestRegistered(registered) => Some(Self { content: registered.text, case: None }),
            Event::CaseOpened(opened) => opened.grounds.map(|content| Self { content, case: Some(opened.case) }),
            Event::CheckRecorded { case, note, .. } => note.map(|content| Self { content, case: Some(*case) }),
            Event::NoteAdded { case, text, .. }
            | Event::MeasureAdded { case, text, .. }
            | Event::ExtensionProposed { case, text, .. } => Some(Self { content: *text, case: Some(*case) }),
            Event::MeasureSettled { case, note, .. } => Some(Self { content: *note, case: Some(*case) }),
            Event::Task(task) => task.what.words().map(|content| Self { content, case: Some(task.case) }),
            Event::EntryCorrected { case, reason, .. } => Some(Self { content: *reason, case: Some(*case) }),
            Event::OtherRulesNoted { text, .. } => Some(Self { content: *text, case: None }),
            Event::CaseDecided { case, reasons, .. } => Some(Self { content: *reasons, case: Some(*case) }),
            Event::LetterSentBack { cases, reason, .. } => {
                Some(Self { content: *reason, case: cases.first().copied() })
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
            | Event::ArchiveNumberGiven { .. }
            | Event::LetterIssued(_)
            | Event::ReportAdded(_)
            | Event::ReportRemoved { .. }
            | Event::LetterDelivery(_)
            | Event::CaseClosed { .. }
            | Event::ContentErased { .. } => None,
        }
    }
}
