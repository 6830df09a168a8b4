//! Open tasks, reminders and those put off, and who covers for whom.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, params};

use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use super::{DATABASE, SqliteStore, number};
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::projection::{CaseRow, ReminderKind};
use crate::usecase::ports::{Absence, FoundTask, Snooze, StoreError, WorkOf, WorkStore};
use crate::wording::Trilingual;

/// A day after every other, for a question that has none.
const NEVER: &str = "9999-12-31";

impl WorkStore for SqliteStore {
    fn open_tasks(&mut self, work: &WorkOf) -> Result<Vec<FoundTask>, StoreError> {
        Ok(tasks(&self.connection, work)?)
    }

    fn reminded_cases(&mut self, work: &WorkOf) -> Result<Vec<(CaseNumber, CaseRow)>, StoreError> {
        Ok(reminded(&self.connection, work)?)
    }

    fn reviewed_cases(&mut self, open: bool, limit: u32) -> Result<Vec<(CaseNumber, CaseRow)>, StoreError> {
        Ok(reviewed(&self.connection, open, limit)?)
    }

    fn snoozes(&mut self, name: &str, after: NaiveDate) -> Result<Vec<Snooze>, StoreError> {
        Ok(snoozes(&self.connection, name, after)?)
    }

    fn put_off(&mut self, name: &str, snooze: &Snooze, today: NaiveDate) -> Result<(), StoreError> {
        Ok(put_off(&mut self.connection, name, snooze, today)?)
    }

    fn absences(&mut self, today: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        Ok(absences(&self.connection, today)?)
    }

    fn enter_absence(&mut self, absence: &Absence) -> Result<(), StoreError> {
        Ok(enter(&self.connection, absence)?)
    }

    fn end_absence(&mut self, id: u32, at: DateTime<Utc>, by: &str) -> Result<(), StoreError> {
        let ended = "UPDATE absence SET ended_at = ?2, ended_by = ?3 WHERE id = ?1 AND ended_at IS NULL";
        self.connection.execute(ended, params![id, at.timestamp_micros(), by]).map_err(StoreProblem::from)?;
        Ok(())
    }
}

/// The open tasks of a name until a day. They are read from where they begin in an index that ends in the order asked for.
pub(super) fn tasks_sql() -> String {
    format!(
        "SELECT {}, task_row.task FROM task_row \
         CROSS JOIN case_row ON case_row.request = task_row.request AND case_row.letter = task_row.letter \
         WHERE task_row.owner = ?1 AND task_row.due_on <= ?2 \
         ORDER BY task_row.due_on, task_row.request, task_row.letter, task_row.task LIMIT ?3",
        qualified()
    )
}

/// The cases of a name that may have something to remind of until a day, read in the same way.
pub(super) fn reminded_sql() -> String {
    format!(
        "SELECT {CASE_COLUMNS} FROM case_row INDEXED BY case_row_reminded \
         WHERE assignee = ?1 AND reminded_from_on IS NOT NULL AND reminded_from_on <= ?2 \
         ORDER BY reminded_from_on, request, letter LIMIT ?3"
    )
}

/// The cases whose dates are reviewed, or those of them where something is left to do, the newest first.
pub(super) fn reviewed_sql(open: bool) -> String {
    let (index, which) =
        if open { ("case_row_review_open", "review <> 'ferdig'") } else { ("case_row_review", "review IS NOT NULL") };
    format!(
        "SELECT {CASE_COLUMNS} FROM case_row INDEXED BY {index} WHERE {which} ORDER BY request DESC, letter DESC LIMIT ?1"
    )
}

fn reviewed(connection: &Connection, open: bool, limit: u32) -> Result<Vec<(CaseNumber, CaseRow)>, StoreProblem> {
    let mut statement = connection.prepare_cached(&reviewed_sql(open))?;
    let rows = statement.query_map([limit], rows::read_case)?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?)
}

fn tasks(connection: &Connection, work: &WorkOf) -> Result<Vec<FoundTask>, StoreProblem> {
    let mut statement = connection.prepare_cached(&tasks_sql())?;
    let width = CASE_COLUMNS.split(", ").count();
    let mut found = Vec::new();
    for name in &work.names {
        let read = |row: &Row<'_>| {
            let (case, read) = rows::read_case(row)?;
            Ok(FoundTask { case, row: read, task: row.get(width)? })
        };
        let rows = statement.query_map(params![name, until(work), work.limit], read)?;
        found.extend(rows.collect::<Result<Vec<_>, _>>()?);
    }
    let due = |found: &FoundTask| found.row.tasks.iter().find(|task| task.number == found.task).map(|task| task.due_on);
    found.sort_by_key(|found| (due(found), found.case, found.task));
    Ok(found)
}

fn reminded(connection: &Connection, work: &WorkOf) -> Result<Vec<(CaseNumber, CaseRow)>, StoreProblem> {
    let mut statement = connection.prepare_cached(&reminded_sql())?;
    let mut found = Vec::new();
    for name in &work.names {
        let rows = statement.query_map(params![name, until(work), work.limit], rows::read_case)?;
        found.extend(rows.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(found)
}

fn until(work: &WorkOf) -> String {
    work.until.map_or_else(|| NEVER.to_owned(), |until| until.to_string())
}

/// The columns of a case, for a statement that reads another table as well.
fn qualified() -> String {
    CASE_COLUMNS.split(", ").map(|column| format!("case_row.{column}")).collect::<Vec<_>>().join(", ")
}

fn snoozes(connection: &Connection, name: &str, after: NaiveDate) -> Result<Vec<Snooze>, StoreProblem> {
    let mut statement = connection
        .prepare_cached("SELECT request, letter, kind, until_on FROM snooze WHERE name = ?1 AND until_on > ?2")?;
    let read = |row: &Row<'_>| -> rusqlite::Result<Option<Snooze>> {
        let (request, letter): (i64, u16) = (row.get(0)?, row.get(1)?);
        let (kind, until_on): (String, String) = (row.get(2)?, row.get(3)?);
        let case = number::number(request).map(|request| request.case(CaseLetter::at(letter)));
        let kind = ReminderKind::from_id(&kind);
        Ok(case.zip(kind).zip(until_on.parse().ok()).map(|((case, kind), until_on)| Snooze { case, kind, until_on }))
    };
    let rows = statement.query_map(params![name, after.to_string()], read)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(|snooze| snooze.ok_or_else(damaged)).collect()
}

fn put_off(connection: &mut Connection, name: &str, snooze: &Snooze, today: NaiveDate) -> Result<(), StoreProblem> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    transaction.execute("DELETE FROM snooze WHERE name = ?1 AND until_on <= ?2", params![name, today.to_string()])?;
    transaction.execute(
        "INSERT OR REPLACE INTO snooze (name, request, letter, kind, until_on) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            name,
            number::key(snooze.case.request),
            snooze.case.letter.index() as i64,
            snooze.kind.id(),
            snooze.until_on.to_string()
        ],
    )?;
    Ok(transaction.commit()?)
}

fn absences(connection: &Connection, today: NaiveDate) -> Result<Vec<Absence>, StoreProblem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, from_on, to_on, substitute, entered_at, entered_by FROM absence \
         WHERE ended_at IS NULL AND to_on >= ?1 ORDER BY from_on, id",
    )?;
    let read = |row: &Row<'_>| -> rusqlite::Result<Option<Absence>> {
        let day = |place: usize| row.get::<_, String>(place).map(|text| text.parse::<NaiveDate>().ok());
        let at = DateTime::from_timestamp_micros(row.get(5)?);
        let (id, name, substitute, by) = (row.get(0)?, row.get(1)?, row.get(4)?, row.get(6)?);
        Ok(day(2)?.zip(day(3)?).zip(at).map(|((from_on, to_on), at)| Absence {
            id,
            name,
            from_on,
            to_on,
            substitute,
            entered: (at, by),
            ended: None,
        }))
    };
    let rows = statement.query_map([today.to_string()], read)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(|absence| absence.ok_or_else(damaged)).collect()
}

fn enter(connection: &Connection, absence: &Absence) -> Result<(), StoreProblem> {
    let Absence { id: _, name, from_on, to_on, substitute, entered: (at, by), ended: _ } = absence;
    connection.execute(
        "INSERT INTO absence (name, from_on, to_on, substitute, entered_at, entered_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![name, from_on.to_string(), to_on.to_string(), substitute, at.timestamp_micros(), by],
    )?;
    Ok(())
}

fn damaged() -> StoreProblem {
    StoreProblem::Damaged {
        file: DATABASE,
        why: Trilingual::fixed(
            "et fravær eller en utsatt påminnelse har en verdi som ikke finnes",
            "eit fråvær eller ei utsett påminning har ein verdi som ikkje finst",
            "an absence or a reminder that was put off has a value that does not exist",
        ),
    }
}
