//! The data protection officer's own inbox, as the officer sees it.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::desk::RegisterAnswer;
use super::spoken::{cited, say, spoken};
use crate::casework::ombud::{OpenedEnquiry, RetentionMonths};
use crate::usecase::Inbox;

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
    /// Whether it has come to an end and something of it can be erased.
    pub erasable: bool,
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
    /// Those that were erased whole, the newest first.
    pub erased: Vec<ErasedEnquiryAnswer>,
    pub retention: RetentionAnswer,
    /// Whether there is a code that opens the inbox, should nobody be left who has the key.
    pub recovery_code: bool,
}

/// For how long enquiries are kept.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RetentionAnswer {
    /// How many months after the last entry; none until it is decided.
    pub months: Option<u32>,
    pub changed_at: Option<String>,
    pub changed_by: Option<String>,
    /// The most that it can be.
    pub most: u32,
    /// Whose choice it is, and what is doubtful about it.
    pub doubt: String,
    pub source: String,
}

/// An enquiry of which nothing is left but that it was erased.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ErasedEnquiryAnswer {
    pub number: u32,
    pub at: String,
    pub by: String,
    /// `bevaringstid`, `ikke-nodvendig` or `bedt-om`.
    pub ground: String,
    pub ground_label: String,
}

/// A code that opens the inbox. It is shown once and kept nowhere.
#[derive(Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct RecoveryCodeAnswer {
    pub code: String,
    pub told: String,
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
    /// The day from which it is due for erasure, or its notes are where it became a request.
    pub erasable_on: Option<String>,
    /// Whether that day has come.
    pub due: bool,
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
        let EnquirySummary { number, state, state_label, received_on, source, source_label, request, .. } =
            EnquirySummary::of(opened, None);
        let outcome = opened.closed.map(|(outcome, _)| outcome);
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
            erasable: opened.ended() && !opened.erasable().is_empty(),
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
    /// A line of the inbox; what is due for erasure, where it is told for how long enquiries are kept, and on which day one looks.
    #[must_use]
    pub fn of(opened: &OpenedEnquiry, kept: Option<(RetentionMonths, NaiveDate)>) -> Self {
        let erasable_on = opened.erasable_on(kept.map(|(months, _)| months));
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
            due: erasable_on.zip(kept).is_some_and(|(day, (_, today))| day <= today),
            erasable_on: erasable_on.map(|day| day.to_string()),
        }
    }
}

impl InboxAnswer {
    /// The inbox.
    #[must_use]
    pub fn of(inbox: &Inbox) -> Self {
        let kept = inbox.retention.months.map(|months| (months, inbox.today));
        Self {
            enquiries: inbox.enquiries.iter().map(|opened| EnquirySummary::of(opened, kept)).collect(),
            erased: inbox
                .erased
                .iter()
                .map(|erased| ErasedEnquiryAnswer {
                    number: erased.number,
                    at: instant(erased.at),
                    by: erased.by.clone(),
                    ground: erased.ground.id().to_owned(),
                    ground_label: erased.ground.label().get(spoken()).to_owned(),
                })
                .collect(),
            retention: RetentionAnswer::of(inbox),
            recovery_code: inbox.recovery_code,
        }
    }
}

impl RetentionAnswer {
    fn of(inbox: &Inbox) -> Self {
        let (at, by) = inbox.retention.changed.clone().unzip();
        Self {
            months: inbox.retention.months.map(RetentionMonths::months),
            changed_at: at.map(instant),
            changed_by: by,
            most: RetentionMonths::MOST,
            doubt: say!(
                "Hvor lenge er personvernombudets eget valg. Forordningen sier ikke hvor lenge, og teksten i den er ikke kontrollert i programmets rettskilder. Arkivplikt kan bety at noe må bevares lenger; det vurderer du.",
                "Kor lenge er personvernombodet sitt eige val. Forordninga seier ikkje kor lenge, og teksten i ho er ikkje kontrollert i rettskjeldene til programmet. Arkivplikt kan bety at noko må bevarast lenger; det vurderer du.",
                "How long is the data protection officer's own choice. The regulation does not say how long, and its text is not checked in the program's legal sources. A duty to archive may mean that something must be kept longer; that is for you to judge.",
            )
            .to_owned(),
            source: cited("Personvernforordningen art. 5 nr. 1 bokstav e"),
        }
    }
}

impl RecoveryCodeAnswer {
    /// A code, and what to do with it.
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            told: say!(
                "Koden vises bare nå. Skriv den ned, legg den i en lukket konvolutt i en safe, og la bare det neste personvernombudet få den. En kode fra før gjelder ikke lenger.",
                "Koden blir berre vist no. Skriv han ned, legg han i ein lukka konvolutt i ein safe, og la berre det neste personvernombodet få han. Ein kode frå før gjeld ikkje lenger.",
                "The code is shown only now. Write it down, put it in a sealed envelope in a safe, and let only the next data protection officer have it. An earlier code no longer counts.",
            )
            .to_owned(),
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
