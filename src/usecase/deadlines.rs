//! The figures of the deadlines, and every case of a list for a report. Neither shows a person in full.

use chrono::NaiveDate;

use super::ports::{Days, DueDaysQuery, FiguresOf, StateFilter, WorkListQuery};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, Figure};
use crate::law::register::RegisterId;
use crate::law::rights::Track;

/// How many rows are read at a time.
const PAGE: u32 = 1_000;

/// Which cases a list of deadlines holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlinesQuery {
    /// Those in this figure today.
    pub figure: Figure,
    /// Only this register.
    pub register: Option<RegisterId>,
    /// Only this track.
    pub track: Option<Track>,
    /// Only those that are due on these days.
    pub due: Days,
}

impl Workplace<'_> {
    /// The figures of the deadlines as they are today.
    ///
    /// # Errors
    /// The store's.
    pub fn figures(&mut self) -> Result<Vec<FiguresOf>, Problem> {
        self.user.require(Permission::Read)?;
        let today = self.today();
        Ok(self.store.figures(today)?)
    }

    /// How many unanswered cases whose clock runs are due on each day, today; only of a register or a track where one is given.
    ///
    /// # Errors
    /// The store's.
    pub fn due_days(
        &mut self,
        register: Option<RegisterId>,
        track: Option<Track>,
    ) -> Result<Vec<(NaiveDate, u64)>, Problem> {
        self.user.require(Permission::Read)?;
        let today = self.today();
        Ok(self.store.due_days(&DueDaysQuery { today, register, track })?)
    }

    /// Every case of a list of deadlines, sorted as the list is.
    ///
    /// # Errors
    /// The store's.
    pub fn deadlines(&mut self, query: &DeadlinesQuery) -> Result<Vec<(CaseNumber, CaseRow)>, Problem> {
        let DeadlinesQuery { figure, register, track, due } = query.clone();
        self.every_case(WorkListQuery { figure: Some(figure), register, track, due, ..WorkListQuery::default() })
    }

    /// Every case, in whatever state, whose last day to answer is one of these days; for one whose clock stands still, the
    /// day that it would be if the answer came today.
    ///
    /// # Errors
    /// The store's.
    pub fn deadlines_between(
        &mut self,
        from_on: NaiveDate,
        to_on: NaiveDate,
    ) -> Result<Vec<(CaseNumber, CaseRow)>, Problem> {
        let today = self.today();
        let query = WorkListQuery {
            due_between: Some((from_on, to_on)),
            states: StateFilter::ALL.to_vec(),
            ..WorkListQuery::default()
        };
        let mut cases = self.every_case(query)?;
        cases.retain(|(_, row)| {
            let waits_until = row.deadline(today).open_suspension.map(|open| open.due_if_answered_on);
            waits_until.is_none_or(|due_on| (from_on..=to_on).contains(&due_on))
        });
        Ok(cases)
    }

    fn every_case(&mut self, query: WorkListQuery) -> Result<Vec<(CaseNumber, CaseRow)>, Problem> {
        self.user.require(Permission::Read)?;
        let mut query = WorkListQuery { today: self.today(), limit: PAGE, ..query };
        let mut cases = Vec::new();
        loop {
            let page = self.store.work_list(&query)?;
            cases.extend(page.rows);
            query.after = page.next;
            if query.after.is_none() {
                return Ok(cases);
            }
        }
    }
}
