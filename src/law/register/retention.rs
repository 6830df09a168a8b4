//! Short retention: data that are gone before a month has passed, or soon after.

use chrono::{Days, Months, NaiveDate};

use super::Source;

/// How long a register keeps data that it does not keep for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortRetention {
    /// For how long.
    pub span: Span,
    /// From when.
    pub from: RetainedFrom,
    /// What says so.
    pub source: Source,
}

impl ShortRetention {
    /// By when what there is has to be secured, so that it is still there when the request is answered: the day before it
    /// goes. Without a day of the event that is the day of receipt, since the oldest of it goes tomorrow.
    #[must_use]
    pub fn secure_by_on(&self, event_on: Option<NaiveDate>, received_on: NaiveDate) -> NaiveDate {
        let last_on = event_on.and_then(|day| self.span.after(day)?.pred_opt());
        last_on.map_or(received_on, |last_on| last_on.max(received_on))
    }

    /// Whether the data are probably gone by the day of receipt; without a day of the event nobody can say.
    #[must_use]
    pub fn may_have_elapsed(&self, event_on: Option<NaiveDate>, received_on: Option<NaiveDate>) -> bool {
        match (event_on.and_then(|day| self.span.after(day)), received_on) {
            (Some(gone_on), Some(received_on)) => gone_on < received_on,
            (Some(_) | None, Some(_) | None) => true,
        }
    }
}

/// A length of time in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Calendar days.
    Days(u16),
    /// Calendar months.
    Months(u16),
    /// Calendar years.
    Years(u16),
}

impl Span {
    /// The day that lies this long after another; the same number in the month, or the last of it.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
            Self::Months(months) => day.checked_add_months(Months::new(u32::from(months))),
            Self::Years(years) => day.checked_add_months(Months::new(u32::from(years) * 12)),
        }
    }
}

/// What a short retention is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetainedFrom {
    /// The event: the recording, the call, the visit.
    Event,
    /// The day on which the data were no longer needed.
    NeedEnded,
}
