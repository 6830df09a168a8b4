//! The breach of personal data security that is not done with, as lists show it, and the numbers that breaches are known by elsewhere.

use chrono::{DateTime, NaiveDate, Utc};

use crate::casework::ids::OutsideReference;
use crate::casework::request::{Breach, BreachState, Case};
use crate::law::calendar::oslo_date;

/// A breach that is not done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreachRow {
    /// Its number in the case.
    pub number: u32,
    /// Where it stands.
    pub state: BreachState,
    /// When the office became aware of it.
    pub aware_at: DateTime<Utc>,
    /// Until when the next step is taken.
    pub due_at: DateTime<Utc>,
}

/// A breach and its number in the office's system for breaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreachNumber {
    /// Its number in the case.
    pub number: u32,
    /// Its number there.
    pub reference: OutsideReference,
}

impl BreachRow {
    pub(super) fn of(number: u32, breach: &Breach) -> Option<Self> {
        let (state, aware_at) = (breach.state(), breach.found.aware_at);
        breach.due_at().map(|due_at| Self { number, state, aware_at, due_at })
    }

    /// The day on which the next step is due.
    #[must_use]
    pub fn due_on(&self) -> NaiveDate {
        oslo_date(self.due_at)
    }
}

pub(super) fn numbers(case: &Case) -> Vec<BreachNumber> {
    let known = (1..).zip(&case.breaches);
    known
        .filter_map(|(number, breach)| Some(BreachNumber { number, reference: breach.found.reference.clone()? }))
        .collect()
}
