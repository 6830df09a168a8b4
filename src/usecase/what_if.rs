//! What would move if a day of receipt, a public holiday or a value of the rules were another. It only shows; nothing is changed.

use super::deadlines::DeadlinesQuery;
use super::ports::Days;
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, Figure, Supposed, Supposition};

/// What would move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// How many unanswered cases were looked at.
    pub looked_at: usize,
    /// How many of them are late, and how many would be.
    pub late: (usize, usize),
    /// Those with a date that would move, in the order of the work list.
    pub moved: Vec<(CaseNumber, CaseRow, Supposed)>,
}

impl Workplace<'_> {
    /// The unanswered cases whose dates would move. One that was opened again is left out, since the law has no last day for it.
    ///
    /// # Errors
    /// [`Problem::Role`]; [`Problem::NotWaiting`] for a supposed day of receipt of a request without such a case, [`Problem::Supposed`]
    /// for one that the law says something against; or the store's.
    pub fn what_if(&mut self, supposed: &Supposition) -> Result<WhatIf, Problem> {
        self.user.require(Permission::Foresee)?;
        let today = self.today();
        let every = DeadlinesQuery { figure: Figure::Unanswered, register: None, track: None, due: Days::default() };
        let cases: Vec<_> = self.deadlines(&every)?.into_iter().filter(|(_, row)| row.reopened_on.is_none()).collect();
        let waits = |request| cases.iter().any(|(case, _)| case.request == request);
        if let Some((request, _)) = supposed.received.iter().find(|(request, _)| !waits(*request)) {
            return Err(Problem::NotWaiting(*request));
        }
        let (looked_at, mut late, mut moved) = (cases.len(), (0, 0), Vec::new());
        for (case, row) in cases {
            let dates = row.supposing(case.request, supposed, today).map_err(Problem::Supposed)?;
            late.0 += usize::from(dates.now.deadline.due_on.is_some_and(|due_on| due_on < today));
            late.1 += usize::from(dates.then.deadline.due_on.is_some_and(|due_on| due_on < today));
            if dates.moves() {
                moved.push((case, row, dates));
            }
        }
        Ok(WhatIf { looked_at, late, moved })
    }
}
