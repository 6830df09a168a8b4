//! A deadline as it is shown: every date, and the steps that lead to the answer date, in one language.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{Exit, Failure, FieldProblem};
use crate::law::deadline::{DeadlineField, DeadlineProblem, Derivation, OpenSuspension, Step};
use crate::wording::Language;

/// A deadline with its derivation. Dates are written `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineAnswer {
    /// The day of receipt.
    pub received_on: String,
    /// One month after receipt, before pauses and before any move to a working day.
    pub base_on: String,
    /// The calendar days that ended pauses add to the answer date.
    pub suspended_days: u32,
    /// Whether the deadline is extended to three months from receipt.
    pub extended: bool,
    /// The last day to answer before the last move to a working day.
    pub nominal_on: String,
    /// The last day to answer; null while a pause that counts is open.
    pub due_on: Option<String>,
    /// The last day to send a notice of extension; null as `due_on` is.
    pub extension_notice_due_on: Option<String>,
    /// The last day to send a refusal, whole or in part; null as `due_on` is.
    pub refusal_due_on: Option<String>,
    /// The open pause that keeps the answer date unknown.
    pub open_suspension: Option<OpenSuspensionAnswer>,
    /// The steps to the answer date.
    pub steps: Vec<StepAnswer>,
}

/// A pause that counts and has not ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OpenSuspensionAnswer {
    /// The first day of the pause.
    pub since_on: String,
    /// The last day to answer if the reply came on the day of looking.
    pub due_if_answered_on: String,
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StepAnswer {
    /// The operation: `received`, `add_months`, `clamp`, `add_pause`, `skip_pause` or `roll`.
    pub op: &'static str,
    /// The last day before the step.
    pub from_on: Option<String>,
    /// The last day after the step.
    pub to_on: Option<String>,
    /// The months added.
    pub months: Option<u32>,
    /// The calendar days of a pause that are added.
    pub days: Option<u32>,
    /// The rule that the step follows.
    pub rule: &'static str,
    /// What the step says.
    pub text: String,
    /// Where the rule stands in law.
    pub source: String,
}

impl DeadlineAnswer {
    /// The derivation in one language.
    #[must_use]
    pub fn of(derivation: &Derivation, language: Language) -> Self {
        let deadline = &derivation.deadline;
        Self {
            received_on: written(deadline.received_on),
            base_on: written(deadline.base_on),
            suspended_days: deadline.suspended_days,
            extended: deadline.extended,
            nominal_on: written(deadline.nominal_on),
            due_on: deadline.due_on.map(written),
            extension_notice_due_on: deadline.extension_notice_due_on.map(written),
            refusal_due_on: deadline.refusal_due_on.map(written),
            open_suspension: deadline.open_suspension.map(OpenSuspensionAnswer::of),
            steps: derivation.steps.iter().map(|step| StepAnswer::of(step, language)).collect(),
        }
    }
}

impl OpenSuspensionAnswer {
    fn of(open: OpenSuspension) -> Self {
        Self { since_on: written(open.since_on), due_if_answered_on: written(open.due_if_answered_on) }
    }
}

impl StepAnswer {
    /// The step in one language.
    #[must_use]
    pub fn of(step: &Step, language: Language) -> Self {
        let rule = step.rule();
        Self {
            op: step.operation(),
            from_on: step.from_on().map(written),
            to_on: step.to_on().map(written),
            months: step.months(),
            days: step.days(),
            rule: rule.id,
            text: step.text(language),
            source: rule.source.get(language).to_owned(),
        }
    }
}

fn written(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// The failure that facts of a deadline are refused with: every problem in `fields`, and the first rule that refuses.
/// `path_of` says where the input has each fact.
#[must_use]
pub fn deadline_failure(
    problems: &[DeadlineProblem],
    language: Language,
    path_of: impl Fn(DeadlineField) -> String,
) -> Failure {
    let field = |problem: &DeadlineProblem| FieldProblem {
        path: path_of(problem.field()),
        code: problem.code().to_owned(),
        message: problem.message(language),
    };
    let well_formed = problems.iter().all(|problem| problem.rule().is_some());
    let exit = if well_formed { Exit::RuleRefuses } else { Exit::NotWellFormed };
    let code = problems.first().map_or("deadline-refused", DeadlineProblem::code);
    let messages: Vec<String> = problems.iter().map(|problem| problem.message(language)).collect();
    let failure = Failure::new(exit, code, messages.join(" ")).with_fields(problems.iter().map(field).collect());
    match problems.iter().find_map(DeadlineProblem::rule) {
        Some(rule) => failure.with_rule(rule.id, rule.source.get(language)),
        None => failure,
    }
}
