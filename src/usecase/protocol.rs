//! The protocol of cases: what the office shows to prove that it keeps to the rules (GDPR Art. 5(2)).

use chrono::NaiveDate;

use super::ports::{Days, RecordProof, StateFilter, WorkListQuery};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Reading};
use crate::casework::ids::CaseNumber;

/// So many cases at most make a protocol: it is read by people, and every one of them is entered as read.
pub const MOST_IN_PROTOCOL: u32 = 200;

/// What a protocol is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProtocolOf {
    /// One case.
    Case(CaseNumber),
    /// The cases received from one day to another.
    Received(NaiveDate, NaiveDate),
}

/// The cases of a protocol with their logs, and what shows that those are as they were written.
#[derive(Clone, Debug)]
pub struct Protocol {
    /// The cases, the oldest number first, each with its request.
    pub cases: Vec<(CaseNumber, Opened)>,
    /// The proof of their requests, each once.
    pub proof: RecordProof,
}

impl Workplace<'_> {
    /// The protocol of a case or of those received in a period: each reading is on the disk when this returns.
    ///
    /// # Errors
    /// [`Problem::Role`] for a caseworker, [`Problem::NotFound`], [`Problem::TooMany`], [`Problem::NotLogged`], or the store's.
    pub fn protocol(&mut self, of: ProtocolOf) -> Result<Protocol, Problem> {
        self.user.require(Permission::ReadFigures)?;
        let numbers = match of {
            ProtocolOf::Case(case) => vec![self.open_case(case)?.number.case(case.letter)],
            ProtocolOf::Received(from_on, to_on) => self.cases_of_period(from_on, to_on)?,
        };
        let mut cases = Vec::with_capacity(numbers.len());
        for number in numbers {
            let opened = self.open_case(number)?;
            self.enter_reading(Reading::Case(number))?;
            cases.push((number, opened));
        }
        let mut requests: Vec<_> = cases.iter().map(|(number, _)| number.request).collect();
        requests.dedup();
        let proof = self.store.proof(&requests)?;
        Ok(Protocol { cases, proof })
    }

    fn cases_of_period(&mut self, from_on: NaiveDate, to_on: NaiveDate) -> Result<Vec<CaseNumber>, Problem> {
        let query = WorkListQuery {
            today: self.today(),
            states: StateFilter::ALL.to_vec(),
            received: Days { from: Some(from_on), to: Some(to_on) },
            limit: MOST_IN_PROTOCOL,
            ..WorkListQuery::default()
        };
        let page = self.store.work_list(&query)?;
        if page.next.is_some() {
            return Err(Problem::TooMany);
        }
        let mut numbers: Vec<CaseNumber> = page.rows.into_iter().map(|(number, _)| number).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }
}
