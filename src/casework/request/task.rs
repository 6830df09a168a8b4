//! Tasks: what a case needs from a unit, with a day of its own, whoever follows it up, and reminders.
//!
//! A task moves no date of the case. Only what the person themselves holds up stops the clock (GDPR Art. 12(3);
//! forvaltningslovforskriften § 38); that a unit is slow is the office's own matter.

mod decide;
mod words;

pub(super) use decide::against_closing;

use chrono::NaiveDate;

use super::state::Case;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::law::register::Unit;

/// Something happened to a task of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskEvent {
    /// Which case.
    pub case: CaseLetter,
    /// Which of its tasks, in the order of asking, from 1.
    pub task: u32,
    /// What happened.
    pub what: TaskStep,
}

/// What happens to a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskStep {
    /// A unit was asked.
    Asked(NewTask),
    /// The unit was reminded, and given another day.
    Reminded {
        /// When.
        reminded_on: NaiveDate,
        /// By when the answer is wanted now.
        due_on: NaiveDate,
    },
    /// Somebody else follows it up from now on.
    Given {
        /// The user's name.
        to: String,
    },
    /// The unit answered.
    Answered {
        /// When.
        answered_on: NaiveDate,
        /// What the answer was.
        note: ContentId,
    },
    /// The answer is not needed any more.
    Dropped {
        /// Why.
        reason: ContentId,
    },
}

impl TaskStep {
    /// The word for the kind of event in the log.
    #[must_use]
    pub fn event_kind(&self) -> &'static str {
        match self {
            Self::Asked(_) => "task-asked",
            Self::Reminded { .. } => "task-reminded",
            Self::Given { .. } => "task-given",
            Self::Answered { .. } => "task-answered",
            Self::Dropped { .. } => "task-dropped",
        }
    }

    /// The erasable row with the words of the step, where it has any.
    #[must_use]
    pub fn words(&self) -> Option<ContentId> {
        match self {
            Self::Asked(new) => Some(new.text),
            Self::Answered { note, .. } => Some(*note),
            Self::Dropped { reason } => Some(*reason),
            Self::Reminded { .. } | Self::Given { .. } => None,
        }
    }
}

/// What a unit is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTask {
    /// The unit.
    pub unit: Unit,
    /// What is asked for.
    pub text: ContentId,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// By when the answer is wanted.
    pub due_on: NaiveDate,
    /// The user who follows it up.
    pub owner: String,
}

/// A task of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Who was asked, for what, and when; the day and the owner are those of the beginning.
    pub asked: NewTask,
    /// By when the answer is wanted: the last reminder's day, where there was one.
    pub due_on: NaiveDate,
    /// The user who follows it up.
    pub owner: String,
    /// The days of the reminders.
    pub reminded_on: Vec<NaiveDate>,
    /// How it ended, once it has.
    pub end: Option<TaskEnd>,
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskEnd {
    /// The unit answered.
    Answered {
        /// When.
        on: NaiveDate,
        /// What the answer was.
        note: ContentId,
    },
    /// The answer was not needed any more.
    Dropped {
        /// Why.
        reason: ContentId,
    },
}

impl Task {
    fn begin(asked: &NewTask) -> Self {
        Self {
            asked: asked.clone(),
            due_on: asked.due_on,
            owner: asked.owner.clone(),
            reminded_on: Vec::new(),
            end: None,
        }
    }

    /// Whether the case still waits for the answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.end.is_none()
    }

    /// The last day on which the unit heard of it from us.
    #[must_use]
    pub fn last_heard_on(&self) -> NaiveDate {
        self.reminded_on.last().copied().unwrap_or(self.asked.asked_on)
    }
}

impl Case {
    /// The tasks that nobody has ended, each with its number.
    pub fn open_tasks(&self) -> impl Iterator<Item = (u32, &Task)> {
        (1_u32..).zip(&self.tasks).filter(|(_, task)| task.is_open())
    }

    /// The task with this number.
    #[must_use]
    pub fn task(&self, number: u32) -> Option<&Task> {
        self.tasks.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// What a step does to the tasks of the case.
    pub(super) fn apply_task(&mut self, task: u32, what: &TaskStep) {
        if let TaskStep::Asked(asked) = what {
            self.tasks.push(Task::begin(asked));
            return;
        }
        let place = usize::try_from(task).ok().and_then(|number| number.checked_sub(1));
        let Some(task) = place.and_then(|place| self.tasks.get_mut(place)) else { return };
        match what {
            TaskStep::Asked(_) => {}
            TaskStep::Reminded { reminded_on, due_on } => {
                task.reminded_on.push(*reminded_on);
                task.due_on = *due_on;
            }
            TaskStep::Given { to } => task.owner.clone_from(to),
            TaskStep::Answered { answered_on, note } => {
                task.end = Some(TaskEnd::Answered { on: *answered_on, note: *note });
            }
            TaskStep::Dropped { reason } => task.end = Some(TaskEnd::Dropped { reason: *reason }),
        }
    }
}
