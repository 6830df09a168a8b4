//! The time.

use chrono::{DateTime, SubsecRound, Utc};

use crate::usecase::ports::Clock;

/// The clock of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

/// A clock that stands still, for test stores alone.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(DateTime<Utc>);

impl FixedClock {
    /// A clock that always says this.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(now.trunc_subsecs(6))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}
