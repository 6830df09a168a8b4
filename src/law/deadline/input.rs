//! What a deadline is computed from.

use chrono::{Datelike, NaiveDate};

use super::line::{Term, walk};
use super::problem::{DeadlineField, DeadlineProblem};
use super::rules::RuleVersion;
use crate::law::calendar::Calendar;

/// The first year in which a date is taken for meant.
pub const FIRST_YEAR: i32 = 1970;
/// The last year in which a date is taken for meant.
pub const LAST_YEAR: i32 = 2999;

/// A span in which the period does not run: from `start_on` up to, but not including, `end_on`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pause {
    /// The first day of the pause: the day on which the question was sent, or what its ground says.
    pub start_on: NaiveDate,
    /// The day on which the reply came; `None` while the pause is open.
    pub end_on: Option<NaiveDate>,
}

/// Receipt, pauses and extension, checked.
///
/// Invariant: every date lies within [`FIRST_YEAR`] and [`LAST_YEAR`]; no pause ends before it starts or starts before
/// receipt; an extension was sent from receipt up to the last day that the law allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeadlineInput<'a> {
    received_on: NaiveDate,
    corrected_from: Option<NaiveDate>,
    pauses: &'a [Pause],
    extended_on: Option<NaiveDate>,
    today: Option<NaiveDate>,
    rule_version: RuleVersion,
    calendar: Calendar<'a>,
    months: Months,
}

/// How many months the rules give, from receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// To answer.
    pub ordinary: u32,
    /// To answer once the deadline is extended.
    pub extended: u32,
}

impl Months {
    /// The law's: one and three (GDPR Art. 12(3)).
    pub const LAW: Self = Self { ordinary: 1, extended: 3 };
}

impl<'a> DeadlineInput<'a> {
    /// Checks the facts and takes them up. The pauses may stand in any order, overlap and touch.
    ///
    /// # Errors
    /// Every problem that the facts have, at once. Whether the extension came in time is only said when all else is in
    /// order, since the last legal day depends on the pauses.
    pub fn new(
        received_on: NaiveDate,
        pauses: &'a [Pause],
        extended_on: Option<NaiveDate>,
    ) -> Result<Self, Vec<DeadlineProblem>> {
        Self::supposing(received_on, pauses, extended_on, (Calendar::LAW, Months::LAW))
    }

    /// As [`Self::new`], where other days are off than by the law, or the rules give other months: to see what would be if.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn supposing(
        received_on: NaiveDate,
        pauses: &'a [Pause],
        extended_on: Option<NaiveDate>,
        (calendar, months): (Calendar<'a>, Months),
    ) -> Result<Self, Vec<DeadlineProblem>> {
        let mut problems = Vec::new();
        check_year(DeadlineField::Received, received_on, &mut problems);
        for (index, pause) in pauses.iter().enumerate() {
            check_pause(index, *pause, received_on, &mut problems);
        }
        if let Some(notice_on) = extended_on {
            check_year(DeadlineField::Extended, notice_on, &mut problems);
            if notice_on < received_on {
                problems.push(DeadlineProblem::ExtensionBeforeReceipt { notice_on, received_on });
            }
        }
        let rule_version = RuleVersion::CURRENT;
        let input = Self {
            received_on,
            corrected_from: None,
            pauses,
            extended_on,
            today: None,
            rule_version,
            calendar,
            months,
        };
        if problems.is_empty()
            && let Some(notice_on) = extended_on
            && let Some(last_day_on) = walk(&input, Term::OneMonth, None, &mut |_| {}).due_on(calendar)
            && notice_on > last_day_on
        {
            problems.push(DeadlineProblem::ExtensionLate { notice_on, last_day_on });
        }
        if problems.is_empty() { Ok(input) } else { Err(problems) }
    }

    /// Receipt alone, without pauses or extension.
    #[must_use]
    pub fn receipt(received_on: NaiveDate) -> Self {
        Self {
            received_on,
            corrected_from: None,
            pauses: &[],
            extended_on: None,
            today: None,
            rule_version: RuleVersion::CURRENT,
            calendar: Calendar::LAW,
            months: Months::LAW,
        }
    }

    /// The same facts seen on a day: open pauses are then supposed to be answered that day. Nothing else depends on it.
    #[must_use]
    pub fn seen_on(self, today: NaiveDate) -> Self {
        Self { today: Some(today), ..self }
    }

    /// The same facts, where another day of receipt was registered first. No date depends on it; the derivation tells it.
    #[must_use]
    pub fn corrected(self, corrected_from: Option<NaiveDate>) -> Self {
        Self { corrected_from, ..self }
    }

    /// The same facts under the rules that the case was given. Without this they are the current ones.
    #[must_use]
    pub fn under(self, rule_version: RuleVersion) -> Self {
        Self { rule_version, ..self }
    }

    /// The version of the rules that the dates follow.
    #[must_use]
    pub fn rule_version(&self) -> RuleVersion {
        self.rule_version
    }

    /// The days that are off.
    #[must_use]
    pub fn calendar(&self) -> Calendar<'a> {
        self.calendar
    }

    /// The months that the rules give.
    #[must_use]
    pub fn months(&self) -> Months {
        self.months
    }

    /// The day on which the request came in.
    #[must_use]
    pub fn received_on(&self) -> NaiveDate {
        self.received_on
    }

    /// The day of receipt that was registered first, where it was a wrong one.
    #[must_use]
    pub fn corrected_from(&self) -> Option<NaiveDate> {
        self.corrected_from
    }

    /// The pauses, as they were entered.
    #[must_use]
    pub fn pauses(&self) -> &'a [Pause] {
        self.pauses
    }

    /// The day on which the notice of extension was sent.
    #[must_use]
    pub fn extended_on(&self) -> Option<NaiveDate> {
        self.extended_on
    }

    /// The day on which the facts are seen, where one was given.
    #[must_use]
    pub fn today(&self) -> Option<NaiveDate> {
        self.today
    }
}

fn check_pause(index: usize, pause: Pause, received_on: NaiveDate, problems: &mut Vec<DeadlineProblem>) {
    let Pause { start_on, end_on } = pause;
    check_year(DeadlineField::Pause(index), start_on, problems);
    if let Some(end_on) = end_on {
        check_year(DeadlineField::Pause(index), end_on, problems);
        if end_on < start_on {
            problems.push(DeadlineProblem::PauseEndsBeforeStart { index, start_on, end_on });
        }
    }
    if start_on < received_on {
        problems.push(DeadlineProblem::PauseBeforeReceipt { index, start_on, received_on });
    }
}

fn check_year(field: DeadlineField, on: NaiveDate, problems: &mut Vec<DeadlineProblem>) {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&on.year()) {
        problems.push(DeadlineProblem::OutOfRange { field, on });
    }
}
