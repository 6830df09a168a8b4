//! When things happen in the demonstration: on working days, in office hours, never after now.

use chrono::{DateTime, Days as Count, Duration, Months, NaiveDate, NaiveTime, Utc};

use crate::law::calendar::{is_working_day, oslo_date};

/// The days before the demonstration is made.
pub(super) struct Days {
    now: DateTime<Utc>,
    today: NaiveDate,
}

impl Days {
    /// The days before an instant.
    pub fn before(now: DateTime<Utc>) -> Self {
        Self { now, today: oslo_date(now) }
    }

    /// The day so many days ago.
    pub fn plain(&self, days_ago: u64) -> NaiveDate {
        self.today.checked_sub_days(Count::new(days_ago)).unwrap_or(self.today)
    }

    /// The day so many days ago, or the last working day before it. What comes later never comes earlier by this.
    pub fn working(&self, days_ago: u64) -> NaiveDate {
        let mut day = self.plain(days_ago);
        while !is_working_day(day) {
            match day.pred_opt() {
                Some(before) => day = before,
                None => return day,
            }
        }
        day
    }

    /// The birthday of somebody who had it so many years ago and then some months.
    pub fn born(&self, years_ago: u32) -> NaiveDate {
        self.today.checked_sub_months(Months::new(12 * years_ago + 4)).unwrap_or(self.today)
    }

    /// A clock that goes from one happening to the next.
    pub fn clock(&self) -> Clock {
        Clock { now: self.now, day: NaiveDate::MIN, passed: Duration::zero() }
    }
}

/// Gives each happening of a day its own minute.
pub(super) struct Clock {
    now: DateTime<Utc>,
    day: NaiveDate,
    passed: Duration,
}

impl Clock {
    /// The instant of the next happening, on this day.
    pub fn next(&mut self, day: NaiveDate) -> DateTime<Utc> {
        self.passed = if day == self.day { self.passed + Duration::minutes(7) } else { Duration::minutes(4) };
        self.day = day;
        // Seven in the morning by UTC is eight or nine in Norway: the same day.
        let opening = day.and_time(NaiveTime::MIN).and_utc() + Duration::hours(7);
        self.now.min(opening + self.passed)
    }
}
