//! What the user is reminded of, as it is shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::breach;
use super::case::CaseAnswer;
use super::spoken::spoken;
use crate::casework::access::User;
use crate::casework::projection::{ReminderKind, soon};
use crate::law::calendar::oslo_date;
use crate::usecase::{FoundReminder, Reminders, Rules};

/// What the user is reminded of today.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RemindersAnswer {
    /// The earliest first.
    pub reminders: Vec<ReminderAnswer>,
    /// Those that the user has put off until a later day.
    pub put_off: Vec<ReminderAnswer>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// The last day that is looked at.
    pub until_on: String,
}

/// A reminder.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReminderAnswer {
    pub case: String,
    pub title: String,
    /// What is reminded of, for example `svarfrist`, `avvik-1` or `oppgave-2`.
    pub kind: String,
    pub label: String,
    pub on: String,
    /// How many days until then; less than nothing once it has passed.
    pub days_left: i64,
    /// The colleague who has the case or the task, where the user covers for them.
    pub covered_for: Option<String>,
    pub put_off_until: Option<String>,
    /// The last day until which it can be put off; `None` where it cannot be.
    pub last_put_off_on: Option<String>,
}

impl RemindersAnswer {
    /// What was found, as it is at a time.
    #[must_use]
    pub fn of(found: &Reminders, rules: &Rules, user: &User, now: DateTime<Utc>) -> Self {
        let (put_off, reminders): (Vec<_>, Vec<_>) =
            found.found.iter().partition(|reminder| reminder.put_off_until.is_some());
        let shown = |found: Vec<&FoundReminder>| {
            found.into_iter().map(|found| ReminderAnswer::of(found, rules, user, now)).collect()
        };
        Self {
            reminders: shown(reminders),
            put_off: shown(put_off),
            more: found.more,
            until_on: soon(oslo_date(now)).to_string(),
        }
    }
}

impl ReminderAnswer {
    fn of(found: &FoundReminder, rules: &Rules, user: &User, now: DateTime<Utc>) -> Self {
        let today: NaiveDate = oslo_date(now);
        let FoundReminder { case, row, reminder, put_off_until } = found;
        let case = CaseAnswer::of(*case, row, rules, today);
        let plain = reminder.kind.label().get(spoken()).to_owned();
        let (label, holder) = match reminder.kind {
            ReminderKind::Task(number) => {
                let task = row.tasks.iter().find(|task| task.number == number);
                let unit = task.map(|task| task.unit.label().get(spoken()).to_owned()).unwrap_or_default();
                (format!("{plain} {number}: {unit}"), task.map(|task| task.owner.clone()))
            }
            ReminderKind::Breach(number) => {
                let to_do = row.breach.map(|found| breach::reminded(&found, now)).unwrap_or_default();
                (format!("{plain} {number}: {to_do}"), row.assignee.clone())
            }
            ReminderKind::Answer
            | ReminderKind::AnswerOrNotice
            | ReminderKind::ExtensionNotice
            | ReminderKind::Internal
            | ReminderKind::Expected
            | ReminderKind::NoReply
            | ReminderKind::Effect
            | ReminderKind::Secure
            | ReminderKind::Interim
            | ReminderKind::Returned
            | ReminderKind::Unopened => (plain, row.assignee.clone()),
        };
        let last = if reminder.kind.is_legal() {
            Some(reminder.on).filter(|on| *on > today)
        } else {
            today.checked_add_days(chrono::Days::new(60))
        };
        Self {
            case: case.case,
            title: case.title,
            kind: reminder.kind.id(),
            label,
            on: reminder.on.to_string(),
            days_left: (reminder.on - today).num_days(),
            covered_for: holder.filter(|holder| *holder != user.name),
            put_off_until: put_off_until.map(|day| day.to_string()),
            last_put_off_on: last.map(|day| day.to_string()),
        }
    }
}
