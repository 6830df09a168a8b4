//! What can be wrong with the facts of a deadline, and what to do about it.

use chrono::NaiveDate;

use super::input::{FIRST_YEAR, LAST_YEAR};
use super::rules::{self, Rule};
use crate::wording::Language;
use crate::wording::dates::{date_in_words, long_date};

/// The fact that a problem concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeadlineField {
    /// The day of receipt.
    Received,
    /// A pause, by its place in the input, from 0.
    Pause(usize),
    /// The day on which the notice of extension was sent.
    Extended,
}

/// A fact that a deadline cannot be computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeadlineProblem {
    /// The year is hardly the one that was meant.
    OutOfRange {
        /// Where the date stands.
        field: DeadlineField,
        /// The date.
        on: NaiveDate,
    },
    /// The day of receipt has not come yet.
    ReceiptInFuture {
        /// The day of receipt.
        received_on: NaiveDate,
        /// The day on which it is seen.
        today: NaiveDate,
    },
    /// A pause ends before it starts.
    PauseEndsBeforeStart {
        /// The pause's place in the input, from 0.
        index: usize,
        /// Its first day.
        start_on: NaiveDate,
        /// The day of the reply.
        end_on: NaiveDate,
    },
    /// A pause starts before the request came in, when no period ran.
    PauseBeforeReceipt {
        /// The pause's place in the input, from 0.
        index: usize,
        /// Its first day.
        start_on: NaiveDate,
        /// The day of receipt.
        received_on: NaiveDate,
    },
    /// The notice of extension is dated before the request came in.
    ExtensionBeforeReceipt {
        /// The day of the notice.
        notice_on: NaiveDate,
        /// The day of receipt.
        received_on: NaiveDate,
    },
    /// The notice of extension was sent after the one-month date.
    ExtensionLate {
        /// The day of the notice.
        notice_on: NaiveDate,
        /// The last day on which it could be sent.
        last_day_on: NaiveDate,
    },
}

/// The problem that a request was received after today, where it was.
#[must_use]
pub fn receipt_in_future(received_on: NaiveDate, today: NaiveDate) -> Option<DeadlineProblem> {
    (received_on > today).then_some(DeadlineProblem::ReceiptInFuture { received_on, today })
}

impl DeadlineProblem {
    /// The fact concerned.
    #[must_use]
    pub fn field(&self) -> DeadlineField {
        match *self {
            Self::OutOfRange { field, .. } => field,
            Self::ReceiptInFuture { .. } => DeadlineField::Received,
            Self::PauseEndsBeforeStart { index, .. } | Self::PauseBeforeReceipt { index, .. } => {
                DeadlineField::Pause(index)
            }
            Self::ExtensionBeforeReceipt { .. } | Self::ExtensionLate { .. } => DeadlineField::Extended,
        }
    }

    /// A short code to branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OutOfRange { .. } => "date-out-of-range",
            Self::ReceiptInFuture { .. } => "receipt-in-future",
            Self::PauseEndsBeforeStart { .. } => "pause-ends-before-start",
            Self::PauseBeforeReceipt { .. } => "pause-before-receipt",
            Self::ExtensionBeforeReceipt { .. } => "extension-before-receipt",
            Self::ExtensionLate { .. } => "extension-late",
        }
    }

    /// The rule that refuses; `None` where the date itself is not a usable one.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule> {
        match self {
            Self::OutOfRange { .. } => None,
            Self::ReceiptInFuture { .. } | Self::PauseBeforeReceipt { .. } => Some(&rules::RECEIPT),
            Self::PauseEndsBeforeStart { .. } => Some(&rules::PAUSE),
            Self::ExtensionBeforeReceipt { .. } | Self::ExtensionLate { .. } => Some(&rules::EXTENSION_NOTICE),
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match *self {
            Self::OutOfRange { on, .. } => out_of_range(on, language),
            Self::ReceiptInFuture { received_on, .. } => in_future(received_on, language),
            Self::PauseEndsBeforeStart { start_on, end_on, .. } => ends_before_start(start_on, end_on, language),
            Self::PauseBeforeReceipt { start_on, received_on, .. } => before_receipt(start_on, received_on, language),
            Self::ExtensionBeforeReceipt { notice_on, received_on } => {
                notice_before_receipt(notice_on, received_on, language)
            }
            Self::ExtensionLate { notice_on, last_day_on } => notice_late(notice_on, last_day_on, language),
        }
    }
}

fn out_of_range(on: NaiveDate, language: Language) -> String {
    match language {
        Language::Nb => format!("{on} kan ikke brukes. Skriv et årstall fra {FIRST_YEAR} til {LAST_YEAR}."),
        Language::Nn => format!("{on} kan ikkje brukast. Skriv eit årstal frå {FIRST_YEAR} til {LAST_YEAR}."),
        Language::En => format!("{on} cannot be used. Write a year from {FIRST_YEAR} to {LAST_YEAR}."),
    }
}

fn in_future(received_on: NaiveDate, language: Language) -> String {
    let received = date_in_words(received_on, language);
    match language {
        Language::Nb => format!("Mottaksdatoen {received} har ikke vært ennå. Skriv dagen henvendelsen kom inn."),
        Language::Nn => format!("Mottaksdatoen {received} har ikkje vore enno. Skriv dagen førespurnaden kom inn."),
        Language::En => format!("The date of receipt, {received}, lies ahead. Write the day the request arrived."),
    }
}

fn ends_before_start(start_on: NaiveDate, end_on: NaiveDate, language: Language) -> String {
    let (start, end) = (date_in_words(start_on, language), date_in_words(end_on, language));
    match language {
        Language::Nb => format!("Pausen slutter {end}, før den begynner {start}. Rett en av datoene."),
        Language::Nn => format!("Pausen sluttar {end}, før han byrjar {start}. Rett ein av datoane."),
        Language::En => format!("The pause ends on {end}, before it begins on {start}. Correct one of the dates."),
    }
}

fn before_receipt(start_on: NaiveDate, received_on: NaiveDate, language: Language) -> String {
    let (start, received) = (date_in_words(start_on, language), date_in_words(received_on, language));
    match language {
        Language::Nb => format!(
            "Pausen begynner {start}, før henvendelsen kom inn {received}. Fristen løp ikke da. Rett en av datoene."
        ),
        Language::Nn => format!(
            "Pausen byrjar {start}, før førespurnaden kom inn {received}. Fristen gjekk ikkje då. Rett ein av datoane."
        ),
        Language::En => format!(
            "The pause begins on {start}, before the request arrived on {received}, when no period ran. Correct one of \
             the dates."
        ),
    }
}

fn notice_before_receipt(notice_on: NaiveDate, received_on: NaiveDate, language: Language) -> String {
    let (notice, received) = (date_in_words(notice_on, language), date_in_words(received_on, language));
    match language {
        Language::Nb => format!(
            "Varselet om forlengelse er datert {notice}, før henvendelsen kom inn {received}. Rett en av datoene."
        ),
        Language::Nn => format!(
            "Varselet om forlenging er datert {notice}, før førespurnaden kom inn {received}. Rett ein av datoane."
        ),
        Language::En => format!(
            "The notice of extension is dated {notice}, before the request arrived on {received}. Correct one of the \
             dates."
        ),
    }
}

fn notice_late(notice_on: NaiveDate, last_day_on: NaiveDate, language: Language) -> String {
    let (notice, last_day) = (date_in_words(notice_on, language), long_date(last_day_on, language));
    match language {
        Language::Nb => format!(
            "Fristen kan ikke forlenges {notice}. Siste dag for å sende varselet var {last_day}. Send heller beskjed om \
             forsinkelse."
        ),
        Language::Nn => format!(
            "Fristen kan ikkje forlengjast {notice}. Siste dag for å sende varselet var {last_day}. Send heller melding \
             om forseinking."
        ),
        Language::En => format!(
            "The deadline cannot be extended on {notice}. The last day to send the notice was {last_day}. Send a notice \
             of delay instead."
        ),
    }
}
