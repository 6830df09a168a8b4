//! How the dates came about, step by step.

use chrono::NaiveDate;

use super::input::DeadlineInput;
use super::line::{Term, walk};
use super::rules::RuleVersion;
use super::step::Step;
use super::{Deadline, assemble};
use crate::law::calendar::{Calendar, add_days, add_months};

/// The dates together with the steps that lead to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// The dates.
    pub deadline: Deadline,
    /// The version of the rules that was followed.
    pub rule_version: RuleVersion,
    /// The steps to the answer date.
    pub steps: Vec<Step>,
    /// The steps to the one-month date, which bounds the notice of extension and every refusal.
    /// The same as `steps` where the deadline is not extended.
    pub one_month_steps: Vec<Step>,
}

/// A recorded step says another date than its operation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Steg {} i utregningen gir en annen dato enn den som står der. Regn fristen ut på nytt.", .index + 1)]
pub struct StepDiffers {
    /// The step's place, from 0.
    pub index: usize,
}

/// Computes the dates and keeps each step on the way.
#[must_use]
pub fn derive(input: &DeadlineInput<'_>) -> Derivation {
    let mut one_month_steps = Vec::new();
    let month = walk(input, Term::OneMonth, None, &mut |step| one_month_steps.push(step));
    let (answer, steps) = match Term::of(input) {
        Term::OneMonth => (month, one_month_steps.clone()),
        term @ Term::ThreeMonths { .. } => {
            let mut steps = Vec::new();
            (walk(input, term, None, &mut |step| steps.push(step)), steps)
        }
    };
    let deadline = assemble(input, &month, &answer);
    Derivation { deadline, rule_version: input.rule_version(), steps, one_month_steps }
}

impl Derivation {
    /// Carries out the steps to the answer date anew, from their operations alone; `None` while a pause is open.
    ///
    /// # Errors
    /// The first step whose recorded dates are not what its operation gives.
    pub fn execute(&self) -> Result<Option<NaiveDate>, StepDiffers> {
        self.execute_in(Calendar::LAW)
    }

    /// As [`Derivation::execute`], where other days are off than by the law.
    ///
    /// # Errors
    /// As [`Derivation::execute`].
    pub fn execute_in(&self, calendar: Calendar<'_>) -> Result<Option<NaiveDate>, StepDiffers> {
        execute(&self.steps, calendar)
    }

    /// Carries out the steps to the one-month date anew, as [`Derivation::execute`] does.
    ///
    /// # Errors
    /// The first step whose recorded dates are not what its operation gives.
    pub fn execute_one_month(&self) -> Result<Option<NaiveDate>, StepDiffers> {
        execute(&self.one_month_steps, Calendar::LAW)
    }
}

fn execute(steps: &[Step], calendar: Calendar<'_>) -> Result<Option<NaiveDate>, StepDiffers> {
    let mut last_day_on = None;
    for (index, step) in steps.iter().enumerate() {
        let starts_right = step.from_on() == last_day_on;
        last_day_on = match *step {
            Step::Received { on, .. } => Some(on),
            Step::AddMonths { months, .. } => last_day_on.map(|day| add_months(day, months)),
            Step::Clamp { .. } | Step::SkipPause { .. } => last_day_on,
            Step::AddPause { days, .. } => last_day_on.map(|day| add_days(day, days)),
            Step::OpenPause { .. } => None,
            Step::Roll { .. } => last_day_on.map(|day| calendar.next_working_day(day)),
        };
        if !starts_right || step.to_on() != last_day_on {
            return Err(StepDiffers { index });
        }
    }
    Ok(last_day_on)
}
