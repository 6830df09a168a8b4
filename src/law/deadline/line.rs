//! The one path from receipt to a last day. Both answers, with and without derivation, walk it.

use chrono::{Datelike, NaiveDate};

use super::input::{DeadlineInput, Months, Pause};
use super::merge::MergedPauses;
use super::rules::RuleVersion;
use super::step::{SkipReason, Step};
use crate::law::calendar::{Calendar, add_days, add_months, days_between};

/// How long the period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// One month from receipt.
    OneMonth,
    /// Three months from receipt, since a notice of extension was sent on that day.
    ThreeMonths {
        /// The day on which the notice was sent.
        notice_on: NaiveDate,
    },
}

impl Term {
    /// The term of the answer date.
    pub(super) fn of(input: &DeadlineInput<'_>) -> Self {
        input.extended_on().map_or(Self::OneMonth, |notice_on| Self::ThreeMonths { notice_on })
    }

    fn months(self, months: Months) -> u32 {
        match self {
            Self::OneMonth => months.ordinary,
            Self::ThreeMonths { .. } => months.extended,
        }
    }
}

/// Where the path ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Receipt and the months alone.
    pub(super) base_on: NaiveDate,
    /// The last day before the last move to a working day.
    pub(super) nominal_on: NaiveDate,
    /// The calendar days that ended pauses added.
    pub(super) suspended_days: u32,
    /// Since when a pause that counts is open.
    pub(super) open_since_on: Option<NaiveDate>,
}

impl Line {
    /// The last day, moved to a working day; `None` while a pause that counts is open.
    pub(super) fn due_on(&self, calendar: Calendar<'_>) -> Option<NaiveDate> {
        if self.open_since_on.is_some() { None } else { Some(self.rolled_on(calendar)) }
    }

    /// The last day moved to a working day, an open pause left aside.
    pub(super) fn rolled_on(&self, calendar: Calendar<'_>) -> NaiveDate {
        calendar.next_working_day(self.nominal_on)
    }
}

/// Walks from receipt to the last day and tells `tell` each step. With `answered_on`, all that is still open is taken to
/// be answered that day, yet not before the open pause began.
pub(super) fn walk(
    input: &DeadlineInput<'_>,
    term: Term,
    answered_on: Option<NaiveDate>,
    tell: &mut impl FnMut(Step),
) -> Line {
    // A second version of the rules stops the build here until it has its own way of walking.
    let RuleVersion::V2026_01 = input.rule_version();
    let (received_on, calendar) = (input.received_on(), input.calendar());
    tell(Step::Received { on: received_on, corrected_from: input.corrected_from() });
    let base_on = add_term(received_on, (term, input.months()), tell);
    let mut line = Line { base_on, nominal_on: base_on, suspended_days: 0, open_since_on: None };
    for Pause { start_on, end_on } in MergedPauses::new(input.pauses()) {
        let supposed_on = answered_on.map(|answered_on| answered_on.max(start_on));
        take(Pause { start_on, end_on: end_on.or(supposed_on) }, &mut line, calendar, tell);
    }
    if line.open_since_on.is_none() {
        roll(line.nominal_on, calendar, tell);
    }
    line
}

fn add_term(received_on: NaiveDate, (term, of): (Term, Months), tell: &mut impl FnMut(Step)) -> NaiveDate {
    let (months, base_on) = (term.months(of), add_months(received_on, term.months(of)));
    let missing_day = (base_on.day() != received_on.day()).then(|| received_on.day());
    let notice_on = match term {
        Term::OneMonth => None,
        Term::ThreeMonths { notice_on } => Some(notice_on),
    };
    tell(Step::AddMonths { from_on: received_on, to_on: base_on, months, missing_day, notice_on });
    if let Some(missing_day) = missing_day {
        tell(Step::Clamp { on: base_on, missing_day });
    }
    base_on
}

fn take(pause: Pause, line: &mut Line, calendar: Calendar<'_>, tell: &mut impl FnMut(Step)) {
    if pause.end_on == Some(pause.start_on) {
        tell(Step::SkipPause { on: line.nominal_on, pause, reason: SkipReason::AnsweredSameDay });
        return;
    }
    let late_begun = calendar.next_working_day(pause.start_on) > line.nominal_on;
    if late_begun {
        let rolled_on = line.rolled_on(calendar);
        if pause.start_on > rolled_on {
            let reason = SkipReason::AfterDeadline { due_on: rolled_on };
            tell(Step::SkipPause { on: line.nominal_on, pause, reason });
            return;
        }
        line.nominal_on = roll(line.nominal_on, calendar, tell);
    }
    match pause.end_on {
        Some(end_on) => {
            let (from_on, days) = (line.nominal_on, days_between(pause.start_on, end_on));
            let to_on = add_days(from_on, days);
            tell(Step::AddPause { from_on, to_on, start_on: pause.start_on, end_on, days, late_begun });
            line.nominal_on = to_on;
            line.suspended_days += days;
        }
        None => {
            tell(Step::OpenPause { from_on: line.nominal_on, since_on: pause.start_on });
            line.open_since_on = Some(pause.start_on);
        }
    }
}

fn roll(from_on: NaiveDate, calendar: Calendar<'_>, tell: &mut impl FnMut(Step)) -> NaiveDate {
    let Some(day_off) = calendar.day_off(from_on) else { return from_on };
    let to_on = calendar.next_working_day(from_on);
    tell(Step::Roll { from_on, to_on, day_off });
    to_on
}
