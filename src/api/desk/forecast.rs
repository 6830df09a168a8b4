//! Forecasts of the deadlines.

use super::{Desk, input};
use crate::api::failure::Failure;
use crate::api::forecast::{BackTestAnswer, ForecastAnswer, ForecastInput, ForecastProgress};
use crate::casework::forecast::{MOST_RUNS, MOST_WEEKS, Plan};
use crate::usecase::Problem;

impl Desk {
    /// How many cases will be late in the weeks to come. No person is shown, so nothing is logged.
    ///
    /// # Errors
    /// [`Failure`]; a history that is too short is one.
    pub fn deadline_forecast(
        &mut self,
        given: &ForecastInput,
        tell: &mut dyn FnMut(ForecastProgress),
    ) -> Result<ForecastAnswer, Failure> {
        let plan = plan(given)?;
        let mut workplace = self.workplace()?;
        let only = given.register.as_deref().map(|id| input::register(workplace.rules, id)).transpose()?;
        let foresight = workplace.forecast(plan, &mut |done| tell(ForecastProgress { done, of: plan.runs }))?;
        ForecastAnswer::of(foresight, only.as_ref(), plan, workplace.rules)
            .ok_or_else(|| Failure::from(Problem::RegisterTooShort))
    }

    /// What forecasts from past days would have said, beside what happened. No person is shown, so nothing is logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn deadline_back_test(&mut self, given: &ForecastInput) -> Result<BackTestAnswer, Failure> {
        let plan = plan(given)?;
        let hindsight = self.workplace()?.back_test(plan)?;
        Ok(BackTestAnswer::of(hindsight, plan))
    }
}

fn plan(given: &ForecastInput) -> Result<Plan, Failure> {
    let weeks = input::within("weeks", given.weeks.unwrap_or(Plan::USUAL.weeks), MOST_WEEKS);
    let runs = input::within("runs", given.runs.unwrap_or(Plan::USUAL.runs), MOST_RUNS);
    let (weeks, runs, ()) = input::together((weeks, runs, Ok(())))?;
    Ok(Plan { weeks, runs, seed: given.seed.map_or(Plan::USUAL.seed, u64::from) })
}
