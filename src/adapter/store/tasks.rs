//! Open tasks: in one column of their case, each a line of number, unit, asked, due and owner; and, beside it, where they are
//! found by owner and day.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::number;
use super::problem::StoreProblem;
use super::rows::Projected;
use crate::casework::ids::RequestNumber;
use crate::casework::projection::{CaseRow, TaskRow};
use crate::usecase::ports::Counts;

/// The columns of a task, in the order in which they are read and written.
pub(super) const TASK_COLUMNS: &str = "owner, due_on, request, letter, task";

pub(super) fn written(tasks: &[TaskRow]) -> String {
    let line = |task: &TaskRow| {
        let TaskRow { number, unit, asked_on, due_on, owner } = task;
        format!("{number} {unit} {asked_on} {due_on} {owner}")
    };
    tasks.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The tasks again; nothing for a text that [`written`] did not write.
pub(super) fn read(text: &str) -> Option<Vec<TaskRow>> {
    text.lines().map(task).collect()
}

fn task(line: &str) -> Option<TaskRow> {
    let mut parts = line.splitn(5, ' ');
    let mut part = || parts.next();
    Some(TaskRow {
        number: part()?.parse().ok()?,
        unit: part()?.parse().ok()?,
        asked_on: part()?.parse().ok()?,
        due_on: part()?.parse().ok()?,
        owner: part()?.to_owned(),
    })
}

/// The places of the tasks of a request's cases, in the order of the table.
pub(super) fn values(request: RequestNumber, rows: &[CaseRow]) -> Vec<Vec<Value>> {
    let mut places: Vec<_> = rows
        .iter()
        .flat_map(|row| row.tasks.iter().map(|task| (&task.owner, task.due_on, row.case.index(), task.number)))
        .collect();
    places.sort_unstable();
    places
        .into_iter()
        .map(|(owner, due_on, letter, task)| {
            vec![
                Value::from(owner.clone()),
                Value::from(due_on.to_string()),
                Value::from(number::key(request)),
                Value::from(letter as i64),
                Value::from(i64::from(task)),
            ]
        })
        .collect()
}

/// Writes the places of a request's tasks in place of those that were there. A request that is new has none to take away.
pub(super) fn write(connection: &Connection, projected: &Projected, before: Counts) -> Result<(), StoreProblem> {
    if before.requests > 0
        && let Some(request) = projected.request.first()
    {
        connection.prepare_cached("DELETE FROM task_row WHERE request = ?1")?.execute([request])?;
    }
    if projected.tasks.is_empty() {
        return Ok(());
    }
    let mut insert =
        connection.prepare_cached(&format!("INSERT INTO task_row ({TASK_COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5)"))?;
    for task in &projected.tasks {
        insert.execute(params_from_iter(task))?;
    }
    Ok(())
}
