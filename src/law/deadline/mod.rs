//! The deadline: a pure function of receipt, pauses and extension, with a derivation that anybody can follow.
//!
//! The order of the rules, each with its source in [`rules`]:
//!
//! 1. One calendar month is added to the day of receipt, or three where the deadline is extended; never one and then two.
//! 2. Pauses are merged (half-open, touching ones are one) and taken in order of start. A pause that begins while a
//!    working day is left adds its calendar days to the last day as it stands. One that begins later, yet on or before
//!    the working day to which the last day would move, adds them to that working day: otherwise time that was left would
//!    be lost. One that begins later still changes nothing.
//! 3. Last of all, a last day that is a Saturday, a Sunday or a public holiday moves to the next working day.
//!
//! The one-month date bounds the notice of extension and every refusal, and is computed for itself beside the extended
//! date. [`compute`] gives the dates alone and allocates nothing; [`derive`] walks the same path and keeps each step.

mod breach;
mod derivation;
mod extension;
mod ground;
mod input;
mod internal;
mod line;
mod merge;
mod other;
mod problem;
pub mod rules;
mod step;

pub use breach::{NOTIFICATION_DOUBT, NOTIFICATION_IS_DOUBTFUL, breach_derivation, breach_notified_by};
pub use derivation::{Derivation, StepDiffers, derive};
pub use extension::{ExtensionReason, UnknownExtensionReason};
pub use ground::{LateQuestion, PauseGround, UnknownPauseGround, ground_warning};
pub use input::{DeadlineInput, FIRST_YEAR, LAST_YEAR, Months, Pause};
pub use internal::{InternalDays, InvalidInternalDays, own_date};
pub use other::{appeal_due_on, effect_at_once, interim_reply_due_on};
pub use problem::{DeadlineField, DeadlineProblem, receipt_in_future};
pub use rules::{Rule, RuleVersion, UnknownRuleVersion};
pub use step::{SkipReason, Step};

use chrono::NaiveDate;

use line::{Line, Term, walk};

/// Every date that follows from receipt, pauses and extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day on which the request came in.
    pub received_on: NaiveDate,
    /// One month after receipt, before pauses and before any move to a working day.
    pub base_on: NaiveDate,
    /// The calendar days that ended pauses add to the answer date.
    pub suspended_days: u32,
    /// Whether the deadline is extended to three months from receipt.
    pub extended: bool,
    /// The last day to answer before the last move to a working day. An open pause has added nothing to it yet.
    pub nominal_on: NaiveDate,
    /// The last day to answer; `None` while a pause that counts is open.
    pub due_on: Option<NaiveDate>,
    /// The last day to send a notice of extension; `None` while a pause that counts for the one-month date is open.
    pub extension_notice_due_on: Option<NaiveDate>,
    /// The last day to send a refusal, whole or in part: always the one-month date (GDPR Art. 12(4)).
    /// `None` while a pause that counts for that date is open.
    pub refusal_due_on: Option<NaiveDate>,
    /// The open pause that keeps the answer date unknown.
    pub open_suspension: Option<OpenSuspension>,
}

/// A pause that counts and has not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenSuspension {
    /// The first day of the pause, after merging.
    pub since_on: NaiveDate,
    /// The last day to answer if the reply came on the input's `today`, or on the pause's first day where that is later
    /// or no `today` was given.
    pub due_if_answered_on: NaiveDate,
}

/// Computes the dates. Allocates nothing.
#[must_use]
pub fn compute(input: &DeadlineInput<'_>) -> Deadline {
    let mut ignore = |_: Step| {};
    let month = walk(input, Term::OneMonth, None, &mut ignore);
    let answer = match input.extended_on() {
        Some(notice_on) => walk(input, Term::ThreeMonths { notice_on }, None, &mut ignore),
        None => month,
    };
    assemble(input, &month, &answer)
}

fn assemble(input: &DeadlineInput<'_>, month: &Line, answer: &Line) -> Deadline {
    Deadline {
        received_on: input.received_on(),
        base_on: month.base_on,
        suspended_days: answer.suspended_days,
        extended: input.extended_on().is_some(),
        nominal_on: answer.nominal_on,
        due_on: answer.due_on(input.calendar()),
        extension_notice_due_on: month.due_on(input.calendar()),
        refusal_due_on: month.due_on(input.calendar()),
        open_suspension: answer.open_since_on.map(|since_on| OpenSuspension {
            since_on,
            due_if_answered_on: due_if_answered_on(input, input.today().unwrap_or(since_on)),
        }),
    }
}

fn due_if_answered_on(input: &DeadlineInput<'_>, answered_on: NaiveDate) -> NaiveDate {
    walk(input, Term::of(input), Some(answered_on), &mut |_| {}).rolled_on(input.calendar())
}
