//! What is counted: plain facts of cases, as the projections keep them.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::casework::request::ComplaintKind;
use crate::law::calendar::days_between;
use crate::law::register::RegisterId;
use crate::law::rights::{Outcome, Right, Track};

/// What cases are counted by, beside the month.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// The register.
    pub register: RegisterId,
    /// The right.
    pub right: Right,
    /// The track.
    pub track: Track,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The months from that of one day to that of another.
    #[must_use]
    pub fn between(from_on: NaiveDate, to_on: NaiveDate) -> Vec<Self> {
        let next = |month: &Self| month.first.checked_add_months(chrono::Months::new(1)).map(Self::of);
        let last = Self::of(to_on);
        std::iter::successors(Some(Self::of(from_on)), next).take_while(|month| *month <= last).collect()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.first.format("%Y-%m"))
    }
}

/// How many cases of a kind were received in a month, as far as it lies in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Their kind.
    pub kind: Kind,
    /// The month.
    pub month: Month,
    /// How many.
    pub count: u64,
}

/// A case whose person first got word in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its kind.
    pub kind: Kind,
    /// The day of receipt.
    pub received_on: NaiveDate,
    /// The day on which the person first got word.
    pub answered_on: NaiveDate,
    /// The last day to answer, with pauses and extension; `None` where the clock stood still.
    pub due_on: Option<NaiveDate>,
    /// The calendar days that pauses added to that day.
    pub suspended_days: u32,
    /// Whether an extension was in force (GDPR Art. 12(3)).
    pub extended: bool,
    /// What it came to; `None` for one that was opened again and is not decided anew.
    pub outcome: Option<Outcome>,
}

impl Answered {
    /// Calendar days from receipt to the answer; those of pauses are among them.
    #[must_use]
    pub fn days(&self) -> u32 {
        days_between(self.received_on, self.answered_on)
    }

    /// Whether the answer came on or before the last day to answer, as the program computed that day: one month from receipt, or
    /// three where a notice of extension was in force, with pauses and rolled to a working day (GDPR Art. 12(3)).
    #[must_use]
    pub fn is_on_time(&self) -> bool {
        self.due_on.is_none_or(|due_on| self.answered_on <= due_on)
    }
}

/// A complaint that came in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complained {
    /// The kind of the case that it is about.
    pub kind: Kind,
    /// Where it was made.
    pub to: ComplaintKind,
    /// When it came.
    pub received_on: NaiveDate,
}

/// Everything that is counted of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What came in.
    pub received: Vec<Received>,
    /// What was answered.
    pub answered: Vec<Answered>,
    /// What was complained about.
    pub complaints: Vec<Complained>,
}
