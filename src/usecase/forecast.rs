//! Forecasts of the deadlines, from what cases have been through. No person is read.

use chrono::Days;

use super::ports::Courses;
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::forecast::{BackTest, Forecast, Plan, Weeks, back_test, forecast};

/// So many weeks are read: a year, so that what came in half a year before the history begins is known to have stood open in it.
const WEEKS_READ: u32 = 52;
/// So many cases of them at most. More of them would move no figure, and reading them would take its time.
const MOST_READ: u32 = 20_000;

/// A forecast, and what it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foresight {
    /// What is forecast.
    pub forecast: Forecast,
    /// The history is that of one in so many requests.
    pub one_of: u32,
}

/// Forecasts of past days, and what they were made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindsight {
    /// Forecasts of past days beside what happened.
    pub back_test: BackTest,
    /// They are of one in so many requests, as if these were all.
    pub one_of: u32,
}

impl Workplace<'_> {
    /// How many cases will be late in the weeks to come. `tell` is told how many runs are made, after each.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::TooShort`], or the store's.
    pub fn forecast(&mut self, plan: Plan, tell: &mut dyn FnMut(u32)) -> Result<Foresight, Problem> {
        let (weeks, one_of) = self.weeks()?;
        let forecast = forecast(&weeks, plan, one_of, tell).map_err(Problem::TooShort)?;
        Ok(Foresight { forecast, one_of })
    }

    /// What forecasts from past days would have said, beside what happened.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's.
    pub fn back_test(&mut self, plan: Plan) -> Result<Hindsight, Problem> {
        let (weeks, one_of) = self.weeks()?;
        Ok(Hindsight { back_test: back_test(&weeks, plan), one_of })
    }

    fn weeks(&mut self) -> Result<(Weeks, u32), Problem> {
        self.user.require(Permission::Foresee)?;
        let today = self.today();
        let since_on = today.checked_sub_days(Days::new(u64::from(WEEKS_READ) * 7)).unwrap_or(today);
        let Courses { open, past, one_of } = self.store.courses(since_on, MOST_READ)?;
        Ok((Weeks::of(&past, &open, today, WEEKS_READ), one_of))
    }
}
