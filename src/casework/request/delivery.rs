//! What becomes of a letter after it is sent: that it came back, lies unopened, was sent again, or arrived.
//!
//! Each of those who get a letter has a course of their own. None of it moves a date of the answer: a deadline is met when the
//! answer is sent (forvaltningslovforskriften § 40). Only an appeal runs from arrival (forvaltningsloven § 29), or, in a
//! digital mailbox, from when the letter was there and notice of it was sent, opened or not (eForvaltningsforskriften § 11).

mod appeal;
mod decide;
mod words;

use chrono::NaiveDate;

use super::event::LetterIssued;
use super::state::Request;
use crate::casework::channel::{LetterCopy, Recipient, SendChannel};
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::law::calendar::add_days;
use crate::wording::Trilingual;

pub use appeal::AppealStart;
pub use decide::DeliveryReport;

/// The time in which a letter in a digital mailbox is to be opened before its recipient gets a second notice (andre varsel):
/// one week from when it was there and notice was sent (eForvaltningsforskriften § 8 fifth paragraph).
pub const UNOPENED_DAYS: u32 = 7;

/// Something that happened to a letter on its way to one of those who get it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The letter, by its sequence.
    pub letter: u32,
    /// To whom.
    pub to: Recipient,
    /// On which day.
    pub on: NaiveDate,
    /// What happened.
    pub what: DeliveryStep,
}

/// What can happen to a letter on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryStep {
    /// It came back.
    Returned(ReturnReason),
    /// It lies unopened in the digital mailbox.
    Unopened,
    /// A second notice (andre varsel) was sent of it.
    NoticedAgain,
    /// The same bytes were sent again, to another address or by another channel.
    SentAgain(SendChannel),
    /// It arrived.
    Arrived(Arrival),
}

impl DeliveryStep {
    /// The word for the kind of event in the log.
    #[must_use]
    pub fn event_kind(self) -> &'static str {
        match self {
            Self::Returned(_) => "letter-returned",
            Self::Unopened => "letter-unopened",
            Self::NoticedAgain => "letter-noticed-again",
            Self::SentAgain(_) => "letter-sent-again",
            Self::Arrived(_) => "letter-arrived",
        }
    }

    /// The word on the command line and in documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Returned(_) => "returned",
            Self::Unopened => "unopened",
            Self::NoticedAgain => "second-notice",
            Self::SentAgain(_) => "sent-again",
            Self::Arrived(_) => "delivered",
        }
    }
}

/// Why a letter came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReturnReason {
    /// Nobody of the name lives there, or the address does not exist.
    UnknownAddress,
    /// Nobody collected it in time.
    NotCollected,
    /// The recipient would not take it.
    Rejected,
    /// Anything else.
    Other,
}

impl ReturnReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::UnknownAddress, Self::NotCollected, Self::Rejected, Self::Other];

    /// The word for the reason in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::UnknownAddress => "ukjent-adresse",
            Self::NotCollected => "ikke-hentet",
            Self::Rejected => "avvist",
            Self::Other => "annet",
        }
    }

    /// The reason with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }

    /// What the reason is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::UnknownAddress => Trilingual::fixed("Ukjent adresse", "Ukjend adresse", "Unknown address"),
            Self::NotCollected => Trilingual::fixed("Ikke hentet", "Ikkje henta", "Not collected"),
            Self::Rejected => Trilingual::fixed(
                "Mottakeren tok det ikke imot",
                "Mottakaren tok det ikkje imot",
                "Refused by the recipient",
            ),
            Self::Other => Trilingual::fixed("Annen grunn", "Annan grunn", "Other reason"),
        }
    }

    /// Whether a letter that went by this channel can come back for it.
    #[must_use]
    pub fn fits(self, channel: SendChannel) -> bool {
        match (self, channel) {
            (Self::Other, _) => true,
            (Self::UnknownAddress, SendChannel::Letter | SendChannel::RegisteredPost | SendChannel::Email) => true,
            (Self::UnknownAddress, SendChannel::DigitalMailbox | SendChannel::HandedOver) => false,
            (Self::NotCollected | Self::Rejected, SendChannel::Letter) => true,
            (Self::NotCollected | Self::Rejected, SendChannel::RegisteredPost | SendChannel::HandedOver) => true,
            (Self::NotCollected | Self::Rejected, SendChannel::Email | SendChannel::DigitalMailbox) => false,
        }
    }
}

/// What shows that a letter arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// It was collected.
    Collected,
    /// It was opened in the digital mailbox.
    Opened,
    /// It was handed over, after it was settled who took it.
    HandedOver(IdentityShown),
    /// A receipt says so.
    Receipt,
}

impl Arrival {
    /// The words for the ways in files and on the command line.
    pub const IDS: [&'static str; 4] = ["hentet", "apnet", "utlevert", "kvittering"];

    /// The word for the way in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        let [collected, opened, handed_over, receipt] = Self::IDS;
        match self {
            Self::Collected => collected,
            Self::Opened => opened,
            Self::HandedOver(_) => handed_over,
            Self::Receipt => receipt,
        }
    }

    /// How it was settled who took it, where somebody handed it over.
    #[must_use]
    pub fn identity(self) -> Option<IdentityShown> {
        match self {
            Self::HandedOver(identity) => Some(identity),
            Self::Collected | Self::Opened | Self::Receipt => None,
        }
    }

    /// What the way is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Collected => Trilingual::fixed("Hentet", "Henta", "Collected"),
            Self::Opened => Trilingual::fixed(
                "Åpnet i digital postkasse",
                "Opna i digital postkasse",
                "Opened in the digital mailbox",
            ),
            Self::HandedOver(_) => Trilingual::fixed("Utlevert", "Utlevert", "Handed over"),
            Self::Receipt => Trilingual::fixed("Kvittering", "Kvittering", "Receipt"),
        }
    }

    /// Whether a letter that went by this channel can arrive so. What is handed over by appointment is in nobody's hand
    /// before somebody has looked at who takes it.
    #[must_use]
    pub fn fits(self, channel: SendChannel) -> bool {
        match (self, channel) {
            (Self::Collected, SendChannel::RegisteredPost | SendChannel::Letter) => true,
            (Self::Opened, SendChannel::DigitalMailbox) => true,
            (Self::HandedOver(_), SendChannel::HandedOver | SendChannel::RegisteredPost | SendChannel::Letter) => true,
            (Self::Receipt, SendChannel::HandedOver) => false,
            (Self::Receipt, _) => true,
            (Self::Collected | Self::Opened | Self::HandedOver(_), _) => false,
        }
    }
}

/// How it was settled who a letter was handed to. No copy of a document is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdentityShown {
    /// They showed a document of identity.
    Document,
    /// They logged in at level high.
    LoggedInHigh,
    /// Whoever handed it over knew them.
    Known,
}

impl IdentityShown {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Document, Self::LoggedInHigh, Self::Known];

    /// The word for the way in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Document => "legitimasjon",
            Self::LoggedInHigh => "innlogget-hoyt",
            Self::Known => "kjent",
        }
    }

    /// The way with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shown| shown.id() == id)
    }

    /// What the way is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Document => Trilingual::fixed("Viste legitimasjon", "Viste legitimasjon", "Showed identification"),
            Self::LoggedInHigh => {
                Trilingual::fixed("Logget inn på høyt nivå", "Logga inn på høgt nivå", "Logged in at level high")
            }
            Self::Known => Trilingual::fixed(
                "Kjent for den som utleverte brevet",
                "Kjend for den som utleverte brevet",
                "Known to whoever handed it over",
            ),
        }
    }
}

/// Where a letter stands on its way to one of those who get it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryState {
    /// To whom.
    pub to: Recipient,
    /// Whether it is the copy.
    pub copy: bool,
    /// How it was sent last.
    pub channel: SendChannel,
    /// When it was sent last.
    pub sent_on: NaiveDate,
    /// What is known of it since then.
    pub standing: Standing,
    /// Whether its recipient is to have a second notice where it lies unopened.
    noticed: bool,
}

/// What is known of a letter since it was sent last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Sent,
    /// It came back.
    Returned {
        /// When.
        on: NaiveDate,
        /// Why.
        reason: ReturnReason,
    },
    /// It lay unopened.
    Unopened {
        /// When somebody looked.
        on: NaiveDate,
    },
    /// A second notice was sent.
    NoticedAgain {
        /// When.
        on: NaiveDate,
    },
    /// It arrived.
    Arrived {
        /// When.
        on: NaiveDate,
        /// What shows it.
        by: Arrival,
    },
}

impl DeliveryState {
    fn begin(letter: &LetterIssued, copy: LetterCopy, is_copy: bool) -> Self {
        Self {
            to: copy.to,
            copy: is_copy,
            channel: copy.channel,
            sent_on: letter.dated_on,
            standing: Standing::Sent,
            noticed: needs_second_notice(letter.kind),
        }
    }

    fn apply(&mut self, delivery: &Delivery) {
        let on = delivery.on;
        self.standing = match delivery.what {
            DeliveryStep::Returned(reason) => Standing::Returned { on, reason },
            DeliveryStep::Unopened => Standing::Unopened { on },
            DeliveryStep::NoticedAgain => Standing::NoticedAgain { on },
            DeliveryStep::Arrived(by) => Standing::Arrived { on, by },
            DeliveryStep::SentAgain(channel) => {
                (self.channel, self.sent_on) = (channel, on);
                Standing::Sent
            }
        };
    }

    /// The first day on which a second notice is to be sent, while the letter lies in a digital mailbox and nobody has
    /// said that it was opened.
    #[must_use]
    pub fn second_notice_from_on(&self) -> Option<NaiveDate> {
        let unread = match self.standing {
            Standing::Sent | Standing::Unopened { .. } => true,
            Standing::Returned { .. } | Standing::NoticedAgain { .. } | Standing::Arrived { .. } => false,
        };
        (unread && self.noticed && self.channel == SendChannel::DigitalMailbox)
            .then(|| add_days(self.sent_on, UNOPENED_DAYS))
    }

    /// When it came back, as long as nothing was done about it.
    #[must_use]
    pub fn returned_on(&self) -> Option<NaiveDate> {
        match self.standing {
            Standing::Returned { on, .. } => Some(on),
            Standing::Sent | Standing::Unopened { .. } | Standing::NoticedAgain { .. } | Standing::Arrived { .. } => {
                None
            }
        }
    }

    /// The last day that something is known of it.
    fn last_on(&self) -> NaiveDate {
        match self.standing {
            Standing::Sent => self.sent_on,
            Standing::Returned { on, .. }
            | Standing::Unopened { on }
            | Standing::NoticedAgain { on }
            | Standing::Arrived { on, .. } => on,
        }
    }
}

/// Whether a recipient who leaves a letter of this kind unopened gets a second notice: it tells a decision, or matters to
/// the person's rights or to how the case is handled (eForvaltningsforskriften § 8 sixth paragraph). A receipt does not.
#[must_use]
pub fn needs_second_notice(kind: LetterKind) -> bool {
    kind != LetterKind::Acknowledgement && !kind.goes_to_body()
}

impl Request {
    /// Whom an issued letter was addressed to. What was issued before that was recorded went to whoever acts for the
    /// person, or else to the person.
    #[must_use]
    pub fn addressee(&self, letter: &LetterIssued) -> Recipient {
        letter.to.unwrap_or_else(|| {
            if letter.kind.goes_to_body() {
                Recipient::Body
            } else if self.registered.representative.is_some() {
                Recipient::Representative
            } else {
                Recipient::Person
            }
        })
    }

    /// Whether a letter of a case has come back, and has not been sent again.
    #[must_use]
    pub fn has_returned(&self, case: CaseLetter) -> bool {
        let letters = self.letters.iter().filter(|letter| letter.cases.contains(&case));
        letters.flat_map(|letter| self.deliveries_of(letter)).any(|state| state.returned_on().is_some())
    }

    /// Where a letter stands on its way to each of those who get it, its addressee first.
    #[must_use]
    pub fn deliveries_of(&self, letter: &LetterIssued) -> Vec<DeliveryState> {
        let first = LetterCopy { to: self.addressee(letter), channel: letter.channel };
        let begin = |(copy, is_copy)| DeliveryState::begin(letter, copy, is_copy);
        let copies = letter.copies.iter().map(|copy| (*copy, true));
        let mut states: Vec<DeliveryState> = std::iter::once((first, false)).chain(copies).map(begin).collect();
        for delivery in self.deliveries.iter().filter(|delivery| delivery.letter == letter.sequence) {
            states.iter_mut().filter(|state| state.to == delivery.to).for_each(|state| state.apply(delivery));
        }
        states
    }
}
