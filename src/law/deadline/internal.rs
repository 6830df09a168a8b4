//! The office's own date, some days before the law's: by then the answer ought to be out. It binds nobody and moves no
//! other date.

use std::fmt;

use chrono::NaiveDate;

use crate::law::calendar;
use crate::wording::{Told, Trilingual};

/// The days that the office gives itself where the law says «without undue delay» and no number of days.
const OWN_DAYS: u32 = 14;

/// The office's own date for what the law sets no day for, counted from when it began: two weeks, moved to a working day. A
/// case that is opened again, and an appeal that is prepared, have such a date.
#[must_use]
pub fn own_date(begun_on: NaiveDate) -> NaiveDate {
    calendar::next_working_day(calendar::add_days(begun_on, OWN_DAYS))
}

/// How many calendar days before the answer is due the office wants it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// Invariant: 1 to 28, so that the date lies within the month that the law gives.
pub struct InternalDays(u8);

/// The number of days is none that an internal date can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct InvalidInternalDays;

impl Told for InvalidInternalDays {
    fn text(&self) -> Trilingual {
        let most = InternalDays::MOST;
        Trilingual::made(
            format!("Skriv et helt tall fra 1 til {most}, eller 0 for ingen intern frist."),
            format!("Skriv eit heilt tal frå 1 til {most}, eller 0 for ingen intern frist."),
            format!("Write a whole number from 1 to {most}, or 0 for no internal date."),
        )
    }
}

impl InternalDays {
    /// The most days.
    pub const MOST: u8 = 28;

    /// So many days; `None` for 0, which is no internal date.
    ///
    /// # Errors
    /// [`InvalidInternalDays`] for more than [`InternalDays::MOST`].
    pub fn read(days: u32) -> Result<Option<Self>, InvalidInternalDays> {
        match u8::try_from(days) {
            Ok(0) => Ok(None),
            Ok(days) if days <= Self::MOST => Ok(Some(Self(days))),
            Ok(_) | Err(_) => Err(InvalidInternalDays),
        }
    }

    /// The number of days.
    #[must_use]
    pub const fn days(self) -> u8 {
        self.0
    }

    /// The internal date of an answer: so many days before it is due, or the working day before where that is none. It
    /// is never before the day of receipt.
    #[must_use]
    pub fn before(self, due_on: NaiveDate, received_on: NaiveDate) -> NaiveDate {
        calendar::previous_working_day(calendar::days_before(due_on, u32::from(self.0))).max(received_on)
    }
}

impl fmt::Display for InternalDays {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_internal_date_is_a_working_day_before_the_due_date() {
        for (days, received_on, due_on, internal_on, why) in [
            (5, "2026-01-31", "2026-03-02", "2026-02-25", "a Wednesday"),
            (1, "2026-01-31", "2026-03-02", "2026-02-27", "a Sunday goes back to Friday"),
            (7, "2026-03-02", "2026-04-07", "2026-03-31", "a Tuesday in the week of Easter"),
            (4, "2026-03-02", "2026-04-07", "2026-04-01", "skjærtorsdag to påskedag go back to Wednesday"),
            (28, "2026-01-31", "2026-02-27", "2026-01-31", "never before receipt, though it is a Saturday"),
        ] {
            let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
            let internal = InternalDays::read(days).expect("a number").expect("some days");
            assert_eq!(internal.before(day(due_on), day(received_on)), day(internal_on), "{days} {due_on}: {why}");
        }
    }

    #[test]
    fn an_own_date_is_two_weeks_away_on_a_working_day() {
        for (begun_on, own_on, why) in [
            ("2026-03-02", "2026-03-16", "a Monday"),
            ("2026-03-07", "2026-03-23", "a Saturday moves to Monday"),
            ("2026-12-11", "2026-12-28", "første juledag and the weekend after it"),
        ] {
            let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
            assert_eq!(own_date(day(begun_on)), day(own_on), "{begun_on}: {why}");
        }
    }

    #[test]
    fn only_0_to_28_are_days() {
        assert_eq!(InternalDays::read(0), Ok(None));
        assert_eq!(InternalDays::read(28).map(|days| days.map(InternalDays::days)), Ok(Some(28)));
        for days in [29, 256, u32::MAX] {
            assert_eq!(InternalDays::read(days), Err(InvalidInternalDays), "{days}");
        }
    }
}
