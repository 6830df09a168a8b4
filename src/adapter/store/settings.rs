//! What the office has decided for itself, and when a copy of the store was last tried.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::DATABASE;
use super::problem::StoreProblem;
use crate::law::deadline::InternalDays;
use crate::usecase::ports::OfficeSettings;
use crate::wording::Trilingual;

/// What the office has decided for itself.
pub(super) fn read(connection: &Connection) -> Result<OfficeSettings, StoreProblem> {
    let mut statement = connection
        .prepare_cached("SELECT internal_days, second_person, changed_at, changed_by FROM setting WHERE only = 1")?;
    let row: (Option<u32>, bool, Option<i64>, Option<String>) =
        statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let (days, second_person, at, by) = row;
    let internal_days = InternalDays::read(days.unwrap_or_default()).map_err(|_| StoreProblem::Damaged {
        file: DATABASE,
        why: Trilingual::fixed(
            "en innstilling har en verdi som ikke finnes",
            "ei innstilling har ein verdi som ikkje finst",
            "a setting has a value that does not exist",
        ),
    })?;
    Ok(OfficeSettings { internal_days, second_person, changed: at.and_then(DateTime::from_timestamp_micros).zip(by) })
}

/// Keeps what the office decides for itself.
pub(super) fn keep(connection: &Connection, settings: &OfficeSettings) -> Result<(), StoreProblem> {
    let (at, by) = settings.changed.as_ref().map(|(at, by)| (at.timestamp_micros(), by)).unzip();
    connection.execute(
        "UPDATE setting SET internal_days = ?1, second_person = ?2, changed_at = ?3, changed_by = ?4 WHERE only = 1",
        params![settings.internal_days.map(InternalDays::days), settings.second_person, at, by],
    )?;
    Ok(())
}

/// When a copy of the store was last opened and found whole.
pub(super) fn tested_at(connection: &Connection) -> Result<Option<DateTime<Utc>>, StoreProblem> {
    let at: Option<i64> = connection.query_row("SELECT last_tested_restore_at FROM store", [], |row| row.get(0))?;
    Ok(at.and_then(DateTime::from_timestamp_micros))
}

/// A copy of the store was opened just now, and was whole.
pub(super) fn tested(connection: &Connection, now: DateTime<Utc>) -> Result<(), StoreProblem> {
    connection.execute("UPDATE store SET last_tested_restore_at = ?1", [now.timestamp_micros()])?;
    Ok(())
}
