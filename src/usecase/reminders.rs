//! What the user is to be reminded of today, computed from the rows of their cases.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::ports::{Snooze, WorkOf};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::CaseNumber;
use crate::casework::notice::Due;
use crate::casework::projection::{CaseRow, Reminder, ReminderKind, reminded_until, soon};
use crate::wording::Trilingual;

/// Something that the user is reminded of.
#[derive(Clone, Debug)]
pub struct FoundReminder {
    /// The case.
    pub case: CaseNumber,
    /// Its row.
    pub row: CaseRow,
    /// What is reminded of, and its day.
    pub reminder: Reminder,
    /// Until when the user has put it off.
    pub put_off_until: Option<NaiveDate>,
}

/// Everything that the user is reminded of.
#[derive(Clone, Debug, Default)]
pub struct Reminders {
    /// The reminders, the earliest first, those put off too.
    pub found: Vec<FoundReminder>,
    /// Whether there may be more than were looked for.
    pub more: bool,
}

/// So many rows of a user are looked at. Nobody is helped by a longer list than this.
const MOST: u32 = 300;
/// The farthest that a reminder is put off.
const FARTHEST: Days = Days::new(60);

impl Workplace<'_> {
    /// What the user is reminded of today, in own cases and tasks and in those that they cover for.
    ///
    /// # Errors
    /// The store's.
    pub fn reminders(&mut self) -> Result<Reminders, Problem> {
        self.user.require(Permission::Read)?;
        let (today, internal) = (self.today(), self.rules.internal_days);
        let names = self.own_names()?;
        let cases = WorkOf { names: names.clone(), until: Some(reminded_until(today, internal)), limit: MOST };
        let cases = self.store.reminded_cases(&cases)?;
        let tasks = self.store.open_tasks(&WorkOf { names, until: Some(soon(today)), limit: MOST })?;
        let more = cases.len() >= MOST as usize || tasks.len() >= MOST as usize;
        let snoozes = self.store.snoozes(&self.user.name, today)?;
        let put_off = |case: CaseNumber, kind: ReminderKind| {
            snoozes.iter().find(|snooze| snooze.case == case && snooze.kind == kind).map(|snooze| snooze.until_on)
        };
        let of_cases = cases.into_iter().flat_map(|(case, row)| {
            let reminders = row.reminders(today, internal);
            reminders.into_iter().map(move |reminder| (case, row.clone(), reminder))
        });
        let of_tasks = tasks.into_iter().filter_map(|found| {
            let task = found.row.tasks.iter().find(|task| task.number == found.task)?;
            let reminder = task.reminder(today)?;
            Some((found.case, found.row, reminder))
        });
        let mut found: Vec<FoundReminder> = of_cases
            .chain(of_tasks)
            .map(|(case, row, reminder)| FoundReminder {
                case,
                row,
                reminder,
                put_off_until: put_off(case, reminder.kind),
            })
            .collect();
        found.sort_by_key(|found| (found.reminder.on, found.case, found.reminder.kind));
        Ok(Reminders { found, more })
    }

    /// What the user has to do until a day, and has not put off: as it is in the reminders, without what no deadline is.
    ///
    /// # Errors
    /// The store's.
    pub fn due(&mut self) -> Result<BTreeSet<Due>, Problem> {
        let found = self.reminders()?.found.into_iter();
        let due = found.filter(|found| found.put_off_until.is_none() && found.reminder.kind.is_deadline());
        Ok(due.map(|found| Due { case: found.case, kind: found.reminder.kind, on: found.reminder.on }).collect())
    }

    /// Puts a reminder off until a day, for the user alone. A day of the law is not put off beyond itself.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::NotReminded`], [`Problem::PutOff`], or the store's.
    pub fn put_off(&mut self, case: CaseNumber, kind: ReminderKind, until_on: NaiveDate) -> Result<(), Problem> {
        self.user.require(Permission::ChangeCases)?;
        let today = self.today();
        let reminders = self.reminders()?;
        let Some(found) = reminders.found.iter().find(|found| found.case == case && found.reminder.kind == kind) else {
            return Err(Problem::NotReminded);
        };
        let last = today.checked_add_days(FARTHEST).unwrap_or(NaiveDate::MAX);
        let against = if until_on <= today {
            Some(Trilingual::fixed("Velg en dag etter i dag.", "Vel ein dag etter i dag.", "Choose a day after today."))
        } else if kind.is_legal() && found.reminder.on < until_on {
            Some(Trilingual::fixed(
                "Dagen følger av loven, og påminnelsen kan ikke settes senere enn den. Gjør det som gjenstår i saken.",
                "Dagen følgjer av lova, og påminninga kan ikkje setjast seinare enn han. Gjer det som står att i saka.",
                "The day follows from the law, and the reminder cannot be put off beyond it. Do what remains in the case.",
            ))
        } else if until_on > last {
            Some(Trilingual::fixed(
                "Velg en dag innen 60 dager.",
                "Vel ein dag innan 60 dagar.",
                "Choose a day within 60 days.",
            ))
        } else {
            None
        };
        if let Some(message) = against {
            return Err(Problem::PutOff(message));
        }
        Ok(self.store.put_off(&self.user.name, &Snooze { case, kind, until_on }, today)?)
    }
}
