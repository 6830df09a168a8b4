//! How many cases will be late in the weeks to come, with how wide a margin, and how many more hands would prevent it.
//!
//! It is a simulation, and what it assumes is this, no more:
//!
//! 1. The past is cut into weeks that end on today's weekday. [`Weeks`] says for each of them how many cases came in, and what became
//!    of every case that stood open when the week began: answered, put on hold, extended, or a week nearer its last day.
//! 2. Each run draws as many past weeks as there are, with replacement, and lives by what happened in those. So a run knows no more than
//!    the history does, and good and bad weeks come as they came.
//! 3. In every week to come, as many cases arrive in each register as in one of the drawn weeks; a week with a public holiday is like one
//!    that had one. An open case goes as some case went that stood as it stands: in the same register, as many weeks from its last day,
//!    with the clock running or not.
//! 4. The office answers no more in a week than it has done in its best one, day for day. What goes beyond that waits, and what is due
//!    first is answered first.
//! 5. One more pair of hands answers, each working day, what a caseworker of the past did on average, and takes what is due first.
//!
//! The model knows nothing of what has not been before: a law that changes, a campaign, an office that grows. A register with little
//! history is pooled with the others, and where the whole is too short, no number is given. The margin is that of the runs: eight in ten
//! of them lie within it.

mod back_test;
mod bands;
mod course;
mod dice;
mod run;
mod weeks;

use chrono::NaiveDate;

pub use back_test::{BackTest, BackTested, Checked, back_test};
pub use bands::{Band, Forecast, ForecastWeek, Hands, RegisterForecast, forecast};
pub use course::{Course, Place};
pub use dice::Dice;
pub use weeks::{Weeks, working_days};

/// The most weeks of history that a forecast is made from: half a year.
pub const MOST_HISTORY: usize = 26;
/// The fewest weeks of history.
pub const LEAST_HISTORY: usize = 8;
/// The fewest cases that came in during the history, in all or in a register that is told of by itself.
pub const LEAST_CASES: u32 = 30;
/// The most weeks ahead.
pub const MOST_WEEKS: u32 = 26;
/// The most runs.
pub const MOST_RUNS: u32 = 5_000;

/// What is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many weeks ahead, from 1 to [`MOST_WEEKS`].
    pub weeks: u32,
    /// What chance begins with: the same seed and the same store give the same figures.
    pub seed: u64,
    /// How many runs, from 1 to [`MOST_RUNS`].
    pub runs: u32,
}

impl Plan {
    /// Twelve weeks and five hundred runs.
    pub const USUAL: Self = Self { weeks: 12, seed: 1, runs: 500 };
}

/// The history is too short for a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooShort {
    /// The whole weeks that there are.
    pub weeks: usize,
    /// The cases that came in during them.
    pub cases: u32,
    /// The first day of the history, where there is any.
    pub since_on: Option<NaiveDate>,
}
