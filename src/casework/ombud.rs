//! What reaches the data protection officer: enquiries of children, of whoever wrote to the chatbot, of people who complain. The officer
//! is bound to secrecy about them (personopplysningsloven § 18; GDPR Art. 38(5)), also towards the office, so they are no requests and stand
//! in no request's log. One becomes a request only where the officer lets it, and then only what the officer lets go over.
//!
//! What has come to an end is erased by the officer: all of it, or of one that became a request the notes alone. How long it is kept the
//! officer decides; no provision that is known here says how long.

mod erasure;

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::RequestNumber;
use super::request::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::law::calendar::oslo_date;
use crate::wording::Trilingual;

pub use erasure::{EnquiryErasure, ErasedEnquiry, RetentionMonths};

/// Where an enquiry came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnquirySource {
    /// A child, or somebody for a child.
    Child,
    /// The chatbot.
    Chatbot,
    /// Somebody who complains of how the office handles personal data.
    Complaint,
    /// Somebody who works in the office.
    Employee,
    /// Anybody else.
    Other,
}

/// How an enquiry ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnquiryOutcome {
    /// The officer gave advice, or answered.
    Answered,
    /// It was for somebody else, and whoever asked was told so.
    Referred,
    /// There was nothing to do.
    NothingToDo,
    /// Whoever asked did not want anything done.
    NotWanted,
}

/// An enquiry as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// The day on which it reached the officer. A request that it becomes was received then: the officer's mailbox is the office's own.
    pub received_on: NaiveDate,
    /// Where it came from.
    pub source: EnquirySource,
    /// Who asks, as far as they say.
    pub name: Option<String>,
    /// How they are reached, as far as they say.
    pub contact: Option<String>,
    /// What they ask.
    pub text: String,
}

/// What can happen to an enquiry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnquiryStep {
    /// It came in.
    Received(Enquiry),
    /// The officer noted something.
    Noted(String),
    /// It came to an end.
    Closed(EnquiryOutcome),
    /// It became a request.
    PassedOn(RequestNumber),
    /// What could be erased of it was, for this reason.
    Erased(EnquiryErasure),
}

/// Something that happened to an enquiry, as it stands in the officer's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnquiryEntry {
    /// The place in the officer's log of the store, from 1 without gaps.
    pub position: u32,
    /// Which enquiry, from 1.
    pub enquiry: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What; nothing where it is erased.
    pub step: Option<EnquiryStep>,
}

/// A note of the officer's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnquiryNote {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// The words.
    pub text: String,
}

/// An enquiry as the officer's log says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedEnquiry {
    /// Its number.
    pub number: u32,
    /// How it came in.
    pub received: Enquiry,
    /// The notes, oldest first.
    pub notes: Vec<EnquiryNote>,
    /// How it ended, and when.
    pub closed: Option<(EnquiryOutcome, DateTime<Utc>)>,
    /// The request that it became.
    pub request: Option<RequestNumber>,
    /// How many entries it has; what is done next is decided on so many.
    pub version: u32,
    /// The day of the last entry, but for erasures.
    pub last_on: NaiveDate,
    /// The places of the entries that can be erased.
    erasable: Vec<u32>,
}

impl EnquirySource {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Child, Self::Chatbot, Self::Complaint, Self::Employee, Self::Other];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Child => "barn",
            Self::Chatbot => "chatbot",
            Self::Complaint => "klage",
            Self::Employee => "ansatt",
            Self::Other => "annet",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Child => Trilingual::fixed("Fra et barn", "Frå eit barn", "From a child"),
            Self::Chatbot => Trilingual::fixed("Fra chatboten", "Frå chatboten", "From the chatbot"),
            Self::Complaint => Trilingual::fixed("Klage", "Klage", "Complaint"),
            Self::Employee => Trilingual::fixed("Fra en ansatt", "Frå ein tilsett", "From an employee"),
            Self::Other => Trilingual::fixed("Annet", "Anna", "Other"),
        }
    }
}

impl EnquiryOutcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Answered, Self::Referred, Self::NothingToDo, Self::NotWanted];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answered => "besvart",
            Self::Referred => "henvist",
            Self::NothingToDo => "ingen-tiltak",
            Self::NotWanted => "ikke-onsket",
        }
    }

    /// The outcome with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Answered => Trilingual::fixed("Besvart", "Svart på", "Answered"),
            Self::Referred => Trilingual::fixed("Henvist til andre", "Vist til andre", "Referred to others"),
            Self::NothingToDo => Trilingual::fixed("Ingen tiltak", "Ingen tiltak", "Nothing to do"),
            Self::NotWanted => Trilingual::fixed(
                "Den som spurte, ville ikke at noe ble gjort",
                "Den som spurde, ville ikkje at noko blei gjort",
                "Whoever asked did not want anything done",
            ),
        }
    }
}

impl EnquiryStep {
    /// The word for what happened, which stands in the log in the clear.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Received(_) => "enquiry-received",
            Self::Noted(_) => "enquiry-noted",
            Self::Closed(_) => "enquiry-closed",
            Self::PassedOn(_) => "enquiry-passed-on",
            Self::Erased(_) => "enquiry-erased",
        }
    }
}

impl OpenedEnquiry {
    /// The enquiry that these entries of it, in their order, tell of; `None` where the first does not begin one, or is erased.
    #[must_use]
    pub fn of(entries: &[EnquiryEntry]) -> Option<Self> {
        let (first, more) = entries.split_first()?;
        let Some(EnquiryStep::Received(received)) = &first.step else { return None };
        let mut opened = Self {
            number: first.enquiry,
            received: received.clone(),
            notes: Vec::new(),
            closed: None,
            request: None,
            version: 1,
            last_on: oslo_date(first.at),
            erasable: Vec::new(),
        };
        more.iter().for_each(|entry| opened.apply(entry));
        let notes_alone = opened.request.is_some();
        let erasable = entries.iter().filter(|entry| match &entry.step {
            Some(EnquiryStep::Noted(_)) => true,
            Some(EnquiryStep::Received(_) | EnquiryStep::Closed(_) | EnquiryStep::PassedOn(_)) => !notes_alone,
            Some(EnquiryStep::Erased(_)) | None => false,
        });
        opened.erasable = erasable.map(|entry| entry.position).collect();
        Some(opened)
    }

    fn apply(&mut self, entry: &EnquiryEntry) {
        self.version += 1;
        match &entry.step {
            Some(EnquiryStep::Received(_)) => {}
            Some(EnquiryStep::Noted(text)) => {
                self.notes.push(EnquiryNote { at: entry.at, by: entry.actor.clone(), text: text.clone() });
            }
            Some(EnquiryStep::Closed(outcome)) => self.closed = Some((*outcome, entry.at)),
            Some(EnquiryStep::PassedOn(request)) => self.request = Some(*request),
            Some(EnquiryStep::Erased(_)) | None => return,
        }
        self.last_on = oslo_date(entry.at);
    }

    /// Passes for a day on which an enquiry can have reached the officer.
    ///
    /// # Errors
    /// [`RefusalCode::FutureReceipt`].
    pub fn may_be_received(received_on: NaiveDate, today: NaiveDate) -> Result<(), Vec<Refusal>> {
        if received_on <= today {
            return Ok(());
        }
        let message = Trilingual::fixed(
            "Dagen henvendelsen kom, kan ikke være etter i dag.",
            "Dagen førespurnaden kom, kan ikkje vere etter i dag.",
            "The day the enquiry arrived cannot be after today.",
        );
        Err(vec![refusal(RefusalCode::FutureReceipt, Some("received_on"), message, OWN_RULE)])
    }

    /// Closes it. More can be noted afterwards.
    ///
    /// # Errors
    /// [`RefusalCode::AlreadyRecorded`] if it is closed.
    pub fn close(&self, outcome: EnquiryOutcome) -> Result<EnquiryStep, Vec<Refusal>> {
        if self.closed.is_none() {
            return Ok(EnquiryStep::Closed(outcome));
        }
        let message = Trilingual::fixed(
            "Henvendelsen er allerede avsluttet. Skriv et notat hvis det er mer.",
            "Førespurnaden er alt avslutta. Skriv eit notat dersom det er meir.",
            "The enquiry is already closed. Write a note if there is more.",
        );
        Err(vec![refusal(RefusalCode::AlreadyRecorded, None, message, OWN_RULE)])
    }

    /// Passes for one that can become a request, received on this day.
    ///
    /// # Errors
    /// [`RefusalCode::AlreadyRecorded`] if it has become one, [`RefusalCode::DateOrder`] for another day than that on which it reached the
    /// officer: the period in law runs from then (GDPR Art. 12(3)).
    pub fn may_become_request(&self, received_on: Option<NaiveDate>) -> Result<(), Vec<Refusal>> {
        if let Some(request) = self.request {
            let message = Trilingual::made(
                format!("Henvendelsen er allerede blitt til {request}."),
                format!("Førespurnaden har alt blitt til {request}."),
                format!("The enquiry has already become {request}."),
            );
            return Err(vec![refusal(RefusalCode::AlreadyRecorded, None, message, OWN_RULE)]);
        }
        if received_on.is_none_or(|day| day == self.received.received_on) {
            return Ok(());
        }
        let message = Trilingual::fixed(
            "Fristen løper fra dagen henvendelsen kom til personvernombudet. La mottaksdatoen stå tom, eller skriv den dagen.",
            "Fristen går frå dagen førespurnaden kom til personvernombodet. La mottaksdatoen stå tom, eller skriv den dagen.",
            "The period runs from the day the enquiry reached the data protection officer. Leave the date received empty, or write that day.",
        );
        Err(vec![refusal(RefusalCode::DateOrder, Some("received_on"), message, RECEIPT)])
    }
}

const RECEIPT: &str = "Personvernforordningen art. 12 nr. 3";
