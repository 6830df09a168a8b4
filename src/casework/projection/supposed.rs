//! What the dates of a case would be if a day of receipt, a public holiday or a value of the rules were another.

use chrono::NaiveDate;

use super::CaseRow;
use super::dates::DateFacts;
use crate::casework::ids::RequestNumber;
use crate::law::calendar::Calendar;
use crate::law::deadline::{self, Deadline, DeadlineProblem, Derivation, Months, receipt_in_future};

/// What is supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposition {
    /// Days that are supposed to be public holidays.
    pub holidays: Vec<NaiveDate>,
    /// Public holidays that are supposed to be none.
    pub not_holidays: Vec<NaiveDate>,
    /// Requests that are supposed to have come in on another day.
    pub received: Vec<(RequestNumber, NaiveDate)>,
    /// The months that the rules are supposed to give.
    pub months: Months,
}

impl Supposition {
    /// The days that are off then.
    #[must_use]
    pub fn calendar(&self) -> Calendar<'_> {
        Calendar { supposed_off: &self.holidays, supposed_on: &self.not_holidays }
    }

    /// The day on which a request is supposed to have come in; `None` where that is as it is.
    #[must_use]
    pub fn received_on(&self, request: RequestNumber) -> Option<NaiveDate> {
        self.received.iter().rev().find(|(number, _)| *number == request).map(|(_, on)| *on)
    }
}

/// How the dates of a case are, and how they would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposed {
    /// As they are.
    pub now: Derivation,
    /// As they would be.
    pub then: Derivation,
}

impl Supposed {
    /// Whether any date moves.
    #[must_use]
    pub fn moves(&self) -> bool {
        let dates = |of: &Deadline| {
            let if_answered = of.open_suspension.map(|open| open.due_if_answered_on);
            (of.received_on, of.due_on, of.extension_notice_due_on, of.refusal_due_on, if_answered)
        };
        dates(&self.now.deadline) != dates(&self.then.deadline)
    }
}

impl CaseRow {
    /// How the dates of the case are on a day, and how they would be by what is supposed. Both are computed in the one way that there is.
    ///
    /// # Errors
    /// What the law says against the supposed day of receipt.
    pub fn supposing(
        &self,
        request: RequestNumber,
        supposed: &Supposition,
        today: NaiveDate,
    ) -> Result<Supposed, Vec<DeadlineProblem>> {
        let facts = self.date_facts(today);
        let received_on = supposed.received_on(request).unwrap_or(self.received_on);
        if let Some(problem) = receipt_in_future(received_on, today).filter(|_| received_on != self.received_on) {
            return Err(vec![problem]);
        }
        let then = DateFacts { received_on, ..facts.clone() };
        let then = then.supposing(supposed.calendar(), supposed.months).map(|input| deadline::derive(&input))?;
        Ok(Supposed { now: deadline::derive(&facts.input()), then })
    }
}
