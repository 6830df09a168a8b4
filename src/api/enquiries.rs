//! The data protection officer's own inbox, as the officer sees it.

use chrono::SecondsFormat;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::desk::RegisterAnswer;
use super::spoken::{cited, say, spoken};
use crate::casework::ombud::OpenedEnquiry;

/// An enquiry as it stands in a file or in the window.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct EnquiryDraft {
    /// The day on which it reached the officer.
    pub received_on: Option<String>,
    /// `barn`, `chatbot`, `klage`, `ansatt` or `annet`.
    pub source: Option<String>,
    pub name: Option<String>,
    pub contact: Option<String>,
    pub text: Option<String>,
}

/// An enquiry as a whole.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct EnquiryAnswer {
    pub number: u32,
    /// `apen`, `avsluttet` or `blitt-sak`.
    pub state: String,
    pub state_label: String,
    pub received_on: String,
    pub source: String,
    pub source_label: String,
    pub name: Option<String>,
    pub contact: Option<String>,
    pub text: String,
    /// Confidential, oldest first. They go nowhere, also where the enquiry becomes a request.
    pub notes: Vec<EnquiryNoteAnswer>,
    pub outcome: Option<String>,
    pub outcome_label: Option<String>,
    pub closed_at: Option<String>,
    /// The request that it became.
    pub request: Option<String>,
    /// The duty of secrecy, where it stands in law, and what of that is shown as doubtful.
    pub secrecy: String,
    pub secrecy_source: String,
    pub doubt: String,
}

/// A confidential note.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct EnquiryNoteAnswer {
    pub at: String,
    pub by: String,
    pub text: String,
}

/// The inbox, the newest first. Of each enquiry it has what tells it from others, and nothing of who asks or what.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct InboxAnswer {
    pub enquiries: Vec<EnquirySummary>,
}

/// A line of the inbox.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct EnquirySummary {
    pub number: u32,
    pub state: String,
    pub state_label: String,
    pub received_on: String,
    pub source: String,
    pub source_label: String,
    pub notes: usize,
    pub request: Option<String>,
}

/// An enquiry that became a request.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PassedOnAnswer {
    pub enquiry: EnquiryAnswer,
    pub registered: RegisterAnswer,
}

impl EnquiryAnswer {
    /// An enquiry in words.
    #[must_use]
    pub fn of(opened: &OpenedEnquiry) -> Self {
        let EnquirySummary { number, state, state_label, received_on, source, source_label, notes: _, request } =
            EnquirySummary::of(opened);
        let outcome = opened.closed.map(|(outcome, _)| outcome);
        let instant = |at: chrono::DateTime<chrono::Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
        Self {
            number,
            state,
            state_label,
            received_on,
            source,
            source_label,
            name: opened.received.name.clone(),
            contact: opened.received.contact.clone(),
            text: opened.received.text.clone(),
            notes: opened
                .notes
                .iter()
                .map(|note| EnquiryNoteAnswer { at: instant(note.at), by: note.by.clone(), text: note.text.clone() })
                .collect(),
            outcome: outcome.map(|outcome| outcome.id().to_owned()),
            outcome_label: outcome.map(|outcome| outcome.label().get(spoken()).to_owned()),
            closed_at: opened.closed.map(|(_, at)| instant(at)),
            request,
            secrecy: say!(
                "Du har taushetsplikt om dette, også overfor kontoret.",
                "Du har teieplikt om dette, også overfor kontoret.",
                "You are bound to secrecy about this, also towards the office.",
            )
            .to_owned(),
            secrecy_source: cited("Personopplysningsloven § 18"),
            doubt: say!(
                "Også personvernforordningen art. 38 nr. 5 sier det, men teksten i den er ikke kontrollert i programmets rettskilder.",
                "Også personvernforordninga art. 38 nr. 5 seier det, men teksten i ho er ikkje kontrollert i rettskjeldene til programmet.",
                "GDPR Art. 38(5) says so as well, but its text is not checked in the program's legal sources.",
            )
            .to_owned(),
        }
    }
}

impl EnquirySummary {
    /// A line of the inbox.
    #[must_use]
    pub fn of(opened: &OpenedEnquiry) -> Self {
        let (state, label) = match (opened.request, opened.closed) {
            (Some(_), _) => ("blitt-sak", say!("Blitt sak", "Blitt sak", "Became a request")),
            (None, Some(_)) => ("avsluttet", say!("Avsluttet", "Avslutta", "Closed")),
            (None, None) => ("apen", say!("Åpen", "Open", "Open")),
        };
        let source = opened.received.source;
        Self {
            number: opened.number,
            state: state.to_owned(),
            state_label: label.to_owned(),
            received_on: opened.received.received_on.to_string(),
            source: source.id().to_owned(),
            source_label: source.label().get(spoken()).to_owned(),
            notes: opened.notes.len(),
            request: opened.request.map(|request| request.to_string()),
        }
    }
}

impl InboxAnswer {
    /// The inbox.
    #[must_use]
    pub fn of(enquiries: &[OpenedEnquiry]) -> Self {
        Self { enquiries: enquiries.iter().map(EnquirySummary::of).collect() }
    }
}
