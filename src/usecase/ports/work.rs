//! What the daily work is found by: open tasks, reminders and those put off, and who covers for whom.

use chrono::{DateTime, NaiveDate, Utc};

use super::StoreError;
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, ReminderKind};

/// Whose work is asked for: that of a user, and of those whom they cover for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkOf {
    /// The names.
    pub names: Vec<String>,
    /// Only what has a day until this one.
    pub until: Option<NaiveDate>,
    /// At most so many rows of each name.
    pub limit: u32,
}

/// An open task, with the row of its case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTask {
    /// The case.
    pub case: CaseNumber,
    /// Its row, which has the task.
    pub row: CaseRow,
    /// The task's number.
    pub task: u32,
}

/// A reminder that somebody has put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snooze {
    /// The case.
    pub case: CaseNumber,
    /// What is reminded of.
    pub kind: ReminderKind,
    /// The day on which it comes again.
    pub until_on: NaiveDate,
}

/// Somebody is away, and another covers for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// By what it is told from others.
    pub id: u32,
    /// Who is away.
    pub name: String,
    /// The first day.
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: NaiveDate,
    /// Who covers for them.
    pub substitute: String,
    /// When it was entered, and by whom.
    pub entered: (DateTime<Utc>, String),
    /// When it was ended before its last day, and by whom.
    pub ended: Option<(DateTime<Utc>, String)>,
}

impl Absence {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.ended.is_none() && self.from_on <= on && on <= self.to_on
    }
}

/// What the daily work is found by.
pub trait WorkStore: Send {
    /// The open tasks that these users follow up, by the day on which the answer is wanted.
    ///
    /// # Errors
    /// [`StoreError`].
    fn open_tasks(&mut self, work: &WorkOf) -> Result<Vec<FoundTask>, StoreError>;

    /// The cases of these users that may have something to remind of, by the earliest day of any reminder.
    ///
    /// # Errors
    /// [`StoreError`].
    fn reminded_cases(&mut self, work: &WorkOf) -> Result<Vec<(CaseNumber, CaseRow)>, StoreError>;

    /// The cases whose dates are or were reviewed, or only those where something is left to do, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    fn reviewed_cases(&mut self, open: bool, limit: u32) -> Result<Vec<(CaseNumber, CaseRow)>, StoreError>;

    /// The reminders that a user has put off until after a day.
    ///
    /// # Errors
    /// [`StoreError`].
    fn snoozes(&mut self, name: &str, after: NaiveDate) -> Result<Vec<Snooze>, StoreError>;

    /// Puts a reminder off for a user. What had been put off until `today` or before is forgotten.
    ///
    /// # Errors
    /// [`StoreError`].
    fn put_off(&mut self, name: &str, snooze: &Snooze, today: NaiveDate) -> Result<(), StoreError>;

    /// The absences that are not over on a day, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`].
    fn absences(&mut self, today: NaiveDate) -> Result<Vec<Absence>, StoreError>;

    /// Enters an absence; its identifier is given by the store.
    ///
    /// # Errors
    /// [`StoreError`].
    fn enter_absence(&mut self, absence: &Absence) -> Result<(), StoreError>;

    /// Ends an absence; nothing if it is over.
    ///
    /// # Errors
    /// [`StoreError`].
    fn end_absence(&mut self, id: u32, at: DateTime<Utc>, by: &str) -> Result<(), StoreError>;
}
