//! The steps of a derivation.

use chrono::NaiveDate;

use super::input::{Months, Pause};
use super::rules::{self, Rule};
use crate::law::calendar::{DayOff, is_working_day};
use crate::wording::{Language, steps};

/// Why a pause adds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// It began after the deadline had passed.
    AfterDeadline {
        /// The deadline that had passed.
        due_on: NaiveDate,
    },
    /// The reply came on the day of the question.
    AnsweredSameDay,
}

/// One step from receipt towards the last day. `from_on` and `to_on` are the last day before and after the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The request came in.
    Received {
        /// The day of receipt.
        on: NaiveDate,
        /// The day that was registered first, where it was a wrong one.
        corrected_from: Option<NaiveDate>,
    },
    /// Calendar months are added to the day of receipt.
    AddMonths {
        /// The day of receipt.
        from_on: NaiveDate,
        /// The same day number, or the last day of a month that lacks it.
        to_on: NaiveDate,
        /// One or three; others only where somebody asks what would be if.
        months: u32,
        /// The day number that the month lacks; the next step is then [`Step::Clamp`].
        missing_day: Option<u32>,
        /// The day on which the notice of extension was sent, for three months.
        notice_on: Option<NaiveDate>,
    },
    /// Explains that the month lacks the day number, so that the period ends on its last day.
    Clamp {
        /// The last day of the month.
        on: NaiveDate,
        /// The day number that the month lacks.
        missing_day: u32,
    },
    /// An ended pause adds its calendar days.
    AddPause {
        /// The last day before.
        from_on: NaiveDate,
        /// The last day after.
        to_on: NaiveDate,
        /// The first day of the pause.
        start_on: NaiveDate,
        /// The day of the reply.
        end_on: NaiveDate,
        /// The calendar days added.
        days: u32,
        /// Begun when no working day was left before the last day moves.
        late_begun: bool,
    },
    /// An open pause: no last day until the reply comes.
    OpenPause {
        /// The last day that the pause keeps from running out.
        from_on: NaiveDate,
        /// The first day of the pause.
        since_on: NaiveDate,
    },
    /// A pause that changes nothing.
    SkipPause {
        /// The last day, as it was.
        on: NaiveDate,
        /// The pause.
        pause: Pause,
        /// Why it changes nothing.
        reason: SkipReason,
    },
    /// The last day moves to the next working day.
    Roll {
        /// The day off.
        from_on: NaiveDate,
        /// The next working day.
        to_on: NaiveDate,
        /// Why `from_on` is off.
        day_off: DayOff,
    },
}

impl Step {
    /// The name of the operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::AddMonths { .. } => "add_months",
            Self::Clamp { .. } => "clamp",
            Self::AddPause { .. } | Self::OpenPause { .. } => "add_pause",
            Self::SkipPause { .. } => "skip_pause",
            Self::Roll { .. } => "roll",
        }
    }

    /// The last day before the step; `None` for receipt, which has none.
    #[must_use]
    pub fn from_on(&self) -> Option<NaiveDate> {
        match *self {
            Self::Received { .. } => None,
            Self::AddMonths { from_on, .. }
            | Self::AddPause { from_on, .. }
            | Self::OpenPause { from_on, .. }
            | Self::Roll { from_on, .. } => Some(from_on),
            Self::Clamp { on, .. } | Self::SkipPause { on, .. } => Some(on),
        }
    }

    /// The last day after the step; `None` for an open pause, which leaves it unknown.
    #[must_use]
    pub fn to_on(&self) -> Option<NaiveDate> {
        match *self {
            Self::OpenPause { .. } => None,
            Self::AddMonths { to_on, .. } | Self::AddPause { to_on, .. } | Self::Roll { to_on, .. } => Some(to_on),
            Self::Received { on, .. } | Self::Clamp { on, .. } | Self::SkipPause { on, .. } => Some(on),
        }
    }

    /// The months that the step adds.
    #[must_use]
    pub fn months(&self) -> Option<u32> {
        match *self {
            Self::AddMonths { months, .. } => Some(months),
            Self::Received { .. }
            | Self::Clamp { .. }
            | Self::AddPause { .. }
            | Self::OpenPause { .. }
            | Self::SkipPause { .. }
            | Self::Roll { .. } => None,
        }
    }

    /// The calendar days of a pause that the step adds.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        match *self {
            Self::AddPause { days, .. } => Some(days),
            Self::Received { .. }
            | Self::AddMonths { .. }
            | Self::Clamp { .. }
            | Self::OpenPause { .. }
            | Self::SkipPause { .. }
            | Self::Roll { .. } => None,
        }
    }

    /// The rule that the step follows, with its source.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Received { .. } => &rules::RECEIPT,
            Self::AddMonths { notice_on: None, .. } => &rules::ONE_MONTH,
            Self::AddMonths { notice_on: Some(_), .. } => &rules::THREE_MONTHS,
            Self::Clamp { .. } => &rules::MONTH_END,
            Self::AddPause { late_begun: true, .. } => &rules::LATE_BEGUN_PAUSE,
            Self::AddPause { late_begun: false, .. } | Self::OpenPause { .. } => &rules::PAUSE,
            Self::SkipPause { reason: SkipReason::AnsweredSameDay, .. } => &rules::PAUSE,
            Self::SkipPause { reason: SkipReason::AfterDeadline { .. }, .. } => &rules::PAUSE_AFTER_DEADLINE,
            Self::Roll { .. } => &rules::NEXT_WORKING_DAY,
        }
    }

    /// What the step says to a caseworker.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match *self {
            Self::Received { on, corrected_from: Some(from) } => {
                let received = Self::Received { on, corrected_from: None }.text(language);
                format!("{received} {}", steps::receipt_corrected(from, language))
            }
            Self::Received { on, corrected_from: None } if is_working_day(on) => steps::received(on, language),
            Self::Received { on, corrected_from: None } => steps::received_on_day_off(on, language),
            Self::AddMonths { to_on, months, notice_on, .. } if !is_by_law(months, notice_on) => {
                steps::supposed_months(months, to_on, language)
            }
            Self::AddMonths { to_on, missing_day: None, notice_on: None, .. } => steps::one_month(to_on, language),
            Self::AddMonths { to_on, missing_day: Some(day), notice_on: None, .. } => {
                steps::one_month_would_be(day, to_on, language)
            }
            Self::AddMonths { to_on, missing_day: None, notice_on: Some(notice_on), .. } => {
                steps::three_months(to_on, notice_on, language)
            }
            Self::AddMonths { to_on, missing_day: Some(day), notice_on: Some(notice_on), .. } => {
                steps::three_months_would_be(day, to_on, notice_on, language)
            }
            Self::Clamp { on, missing_day } => steps::clamp(missing_day, on, language),
            Self::AddPause { start_on, end_on, days, late_begun: false, .. } => {
                steps::add_pause(start_on, end_on, days, language)
            }
            Self::AddPause { from_on, start_on, end_on, days, late_begun: true, .. } => {
                let added = steps::add_pause(start_on, end_on, days, language);
                format!("{added} {}", steps::counted_from_moved_day(from_on, language))
            }
            Self::OpenPause { since_on, .. } => steps::open_pause(since_on, language),
            Self::SkipPause { pause, reason: SkipReason::AnsweredSameDay, .. } => {
                steps::skip_pause_same_day(pause.start_on, language)
            }
            Self::SkipPause { pause, reason: SkipReason::AfterDeadline { due_on }, .. } => {
                steps::skip_pause_after_deadline(pause.start_on, due_on, language)
            }
            Self::Roll { from_on, to_on, day_off } => {
                steps::roll(from_on, day_off.description().get(language), to_on, language)
            }
        }
    }
}

/// Whether the months are those that the law gives for an answer, or for one whose deadline is extended.
fn is_by_law(months: u32, notice_on: Option<NaiveDate>) -> bool {
    months == if notice_on.is_some() { Months::LAW.extended } else { Months::LAW.ordinary }
}
