//! The numbers of breaches in the office's system for them: in one column of their case, each a line of its number in the case and
//! there; and, beside it, where the cases are found that have shown the same one.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

use super::number;
use super::problem::StoreProblem;
use super::rows::Projected;
use crate::casework::ids::{CaseLetter, CaseNumber, OutsideReference, RequestNumber};
use crate::casework::projection::{BreachNumber, CaseRow};
use crate::usecase::ports::Counts;

/// The columns of a breach, in the order in which they are read and written.
pub(super) const BREACH_COLUMNS: &str = "reference, request, letter, breach";

/// So many cases that have shown the same breach are told. Nobody reads more of them in one case.
const MOST: u32 = 200;

pub(super) fn written(breaches: &[BreachNumber]) -> String {
    let line = |breach: &BreachNumber| format!("{} {}", breach.number, breach.reference);
    breaches.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The numbers again; nothing for a text that [`written`] did not write.
pub(super) fn read(text: &str) -> Option<Vec<BreachNumber>> {
    let line = |line: &str| {
        let (number, reference) = line.split_once(' ')?;
        Some(BreachNumber { number: number.parse().ok()?, reference: reference.parse().ok()? })
    };
    text.lines().map(line).collect()
}

/// The places of the breaches of a request's cases, in the order of the table.
pub(super) fn values(request: RequestNumber, rows: &[CaseRow]) -> Vec<Vec<Value>> {
    let mut places: Vec<_> = rows
        .iter()
        .flat_map(|row| row.breach_numbers.iter().map(|known| (known.reference.key(), row.case.index(), known.number)))
        .collect();
    places.sort_unstable();
    places
        .into_iter()
        .map(|(reference, letter, breach)| {
            vec![
                Value::from(reference),
                Value::from(number::key(request)),
                Value::from(letter as i64),
                Value::from(i64::from(breach)),
            ]
        })
        .collect()
}

/// Writes the places of a request's breaches in place of those that were there. A request that is new has none to take away.
pub(super) fn write(connection: &Connection, projected: &Projected, before: Counts) -> Result<(), StoreProblem> {
    if before.requests > 0
        && let Some(request) = projected.request.first()
    {
        connection.prepare_cached("DELETE FROM breach_row WHERE request = ?1")?.execute([request])?;
    }
    if projected.breaches.is_empty() {
        return Ok(());
    }
    let mut insert =
        connection.prepare_cached(&format!("INSERT INTO breach_row ({BREACH_COLUMNS}) VALUES (?1, ?2, ?3, ?4)"))?;
    for breach in &projected.breaches {
        insert.execute(params_from_iter(breach))?;
    }
    Ok(())
}

/// The cases that have shown the breach with a number, the oldest first.
pub(super) fn cases(connection: &Connection, reference: &OutsideReference) -> Result<Vec<CaseNumber>, StoreProblem> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT request, letter FROM breach_row WHERE reference = ?1 ORDER BY request, letter LIMIT ?2",
    )?;
    let read = |row: &Row<'_>| -> rusqlite::Result<Option<CaseNumber>> {
        let (request, letter): (i64, u16) = (row.get(0)?, row.get(1)?);
        Ok(number::number(request).map(|request| request.case(CaseLetter::at(letter))))
    };
    let rows = statement.query_map(params![reference.key(), MOST], read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().flatten().collect())
}
