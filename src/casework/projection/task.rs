//! Open tasks of a case, as lists show them.

use chrono::NaiveDate;

use crate::casework::request::{Case, Phase};
use crate::law::register::Unit;

/// A task that a unit has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// Its number in the case.
    pub number: u32,
    /// Who was asked.
    pub unit: Unit,
    /// When.
    pub asked_on: NaiveDate,
    /// By when the answer is wanted.
    pub due_on: NaiveDate,
    /// The user who follows it up.
    pub owner: String,
}

/// The open tasks of a case that is not closed, in the order of asking.
pub(super) fn tasks(case: &Case) -> Vec<TaskRow> {
    if case.phase == Phase::Closed {
        return Vec::new();
    }
    case.open_tasks()
        .map(|(number, task)| TaskRow {
            number,
            unit: task.asked.unit,
            asked_on: task.asked.asked_on,
            due_on: task.due_on,
            owner: task.owner.clone(),
        })
        .collect()
}
