//! The figures of a period: three statements, each over an index alone. The kind of a case says its register, right, track and outcome.
//! The cross joins are there so that the index is read first and once.

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::problem::StoreProblem;
use super::{SqliteStore, proof};
use crate::casework::ids::RequestNumber;
use crate::casework::projection::ComplaintMade;
use crate::casework::request::ComplaintKind;
use crate::casework::statistics::{Answered, Complained, Facts, Kind, Month, Received};
use crate::usecase::ports::{RecordProof, ReportStore, StoreError};

/// What came in, a line for each kind and month. What is open and what is closed lie in an index each.
const RECEIVED: &str = "\
    SELECT case_kind.register, case_kind.\"right\", case_kind.track, substr(received_on, 1, 7) || '-01', count(*) \
    FROM case_row AS cases INDEXED BY case_row_open_received CROSS JOIN case_kind ON case_kind.id = cases.kind \
    WHERE cases.phase <> 'closed' AND received_on BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4 \
    UNION ALL \
    SELECT case_kind.register, case_kind.\"right\", case_kind.track, substr(received_on, 1, 7) || '-01', count(*) \
    FROM case_row AS cases INDEXED BY case_row_closed_received CROSS JOIN case_kind ON case_kind.id = cases.kind \
    WHERE cases.phase = 'closed' AND received_on BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4";

/// What was answered, a line for each case.
const ANSWERED: &str = "\
    SELECT case_kind.register, case_kind.\"right\", case_kind.track, received_on, first_answered_on, due_on, suspended_days, \
        extended_on IS NOT NULL, nullif(case_kind.outcome, '') \
    FROM case_row AS cases INDEXED BY case_row_first_answered CROSS JOIN case_kind ON case_kind.id = cases.kind \
    WHERE first_answered_on IS NOT NULL AND first_answered_on BETWEEN ?1 AND ?2";

/// Every complaint.
const COMPLAINED: &str = "\
    SELECT case_kind.register, case_kind.\"right\", case_kind.track, complaints_made \
    FROM case_row AS cases INDEXED BY case_row_complained CROSS JOIN case_kind ON case_kind.id = cases.kind \
    WHERE complaints_made IS NOT NULL";

impl ReportStore for SqliteStore {
    fn facts(&mut self, from_on: NaiveDate, to_on: NaiveDate) -> Result<Facts, StoreError> {
        let moment = self.moment()?;
        Ok(read(&moment, from_on, to_on)?)
    }

    fn proof(&mut self, requests: &[RequestNumber]) -> Result<RecordProof, StoreError> {
        let moment = self.moment()?;
        Ok(proof::read(&moment, requests)?)
    }
}

/// What is counted of a period, both days with it.
pub(super) fn read(connection: &Connection, from_on: NaiveDate, to_on: NaiveDate) -> Result<Facts, StoreProblem> {
    let (from, to) = (from_on.to_string(), to_on.to_string());
    let received = connection
        .prepare_cached(RECEIVED)?
        .query_map((&from, &to), |row| {
            Ok(Received {
                kind: kind_of(row)?,
                month: Month::of(day(row, 3)?),
                count: row.get::<_, i64>(4)?.unsigned_abs(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let answered =
        connection.prepare_cached(ANSWERED)?.query_map((&from, &to), answer_of)?.collect::<rusqlite::Result<_>>()?;
    let mut complaints = Vec::new();
    let mut statement = connection.prepare_cached(COMPLAINED)?;
    for row in statement.query_map([], |row| Ok((kind_of(row)?, row.get::<_, String>(3)?)))? {
        let (kind, made) = row?;
        let made = complaints_read(&made).ok_or_else(|| bad(3))?;
        let in_period = made.into_iter().filter(|made| (from_on..=to_on).contains(&made.received_on));
        complaints.extend(in_period.map(|made| Complained {
            kind: kind.clone(),
            to: made.kind,
            received_on: made.received_on,
        }));
    }
    Ok(Facts { received, answered, complaints })
}

fn answer_of(row: &Row<'_>) -> rusqlite::Result<Answered> {
    let outcome: Option<String> = row.get(8)?;
    let due_on: Option<String> = row.get(5)?;
    Ok(Answered {
        kind: kind_of(row)?,
        received_on: day(row, 3)?,
        answered_on: day(row, 4)?,
        due_on: due_on.map(|text| text.parse().map_err(|_| bad(5))).transpose()?,
        suspended_days: row.get(6)?,
        extended: row.get(7)?,
        outcome: outcome.map(|text| text.parse().map_err(|_| bad(8))).transpose()?,
    })
}

fn kind_of(row: &Row<'_>) -> rusqlite::Result<Kind> {
    let word = |place: usize| row.get::<_, String>(place);
    Ok(Kind {
        register: word(0)?.parse().map_err(|_| bad(0))?,
        right: word(1)?.parse().map_err(|_| bad(1))?,
        track: word(2)?.parse().map_err(|_| bad(2))?,
    })
}

fn day(row: &Row<'_>, place: usize) -> rusqlite::Result<NaiveDate> {
    row.get::<_, String>(place)?.parse().map_err(|_| bad(place))
}

fn bad(place: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(place, String::new(), rusqlite::types::Type::Text)
}

/// The complaints of a case in one column: a line for each, when it came and where it was made.
pub(super) fn complaints_written(complaints: &[ComplaintMade]) -> String {
    let line = |made: &ComplaintMade| format!("{} {}", made.received_on, made.kind.id());
    complaints.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The complaints again; nothing for a text that [`complaints_written`] did not write.
pub(super) fn complaints_read(text: &str) -> Option<Vec<ComplaintMade>> {
    let line = |line: &str| {
        let (received_on, kind) = line.split_once(' ')?;
        Some(ComplaintMade { kind: ComplaintKind::from_id(kind)?, received_on: received_on.parse().ok()? })
    };
    text.lines().map(line).collect()
}

/// How SQLite means to read, a line a step.
#[cfg(test)]
pub(super) fn plan(connection: &Connection) -> Result<Vec<String>, StoreProblem> {
    let mut lines = Vec::new();
    for sql in [RECEIVED, ANSWERED, COMPLAINED] {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let days = ["2026-01-01", "2026-12-31"].into_iter().take(statement.parameter_count());
        let found = statement.query_map(rusqlite::params_from_iter(days), |row| row.get::<_, String>(3))?;
        lines.extend(found.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(lines)
}
