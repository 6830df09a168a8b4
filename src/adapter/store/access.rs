//! The log of readings: a chain of its own, only ever added to.

use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::number;
use super::problem::StoreProblem;
use crate::casework::access::{NewReading, Reading, RecordedReading};
use crate::casework::audit::{AccessBytes, Digest, access_hash};
use crate::casework::ids::{CaseLetter, RequestNumber};

/// An entry as it lies in the log of readings.
pub(super) struct AccessRow {
    pub(super) position: i64,
    at: i64,
    actor: String,
    what: String,
    pub(super) request: Option<i64>,
    letter: Option<u16>,
    document: Option<u32>,
    found: Option<u32>,
    pub(super) prev: Digest,
    pub(super) hash: Digest,
}

impl AccessRow {
    pub(super) const COLUMNS: &'static str =
        "position, at, actor, what, request, letter, document, found, prev_hash, hash";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            position: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            what: row.get(3)?,
            request: row.get(4)?,
            letter: row.get(5)?,
            document: row.get(6)?,
            found: row.get(7)?,
            prev: Digest::from_bytes(row.get(8)?),
            hash: Digest::from_bytes(row.get(9)?),
        })
    }

    /// The entry that follows `(position, hash)`.
    fn after((position, prev): (i64, Digest), new: &NewReading) -> Self {
        let reading = new.reading;
        let mut row = Self {
            position: position + 1,
            at: new.at.timestamp_micros(),
            actor: new.actor.clone(),
            what: reading.id().to_owned(),
            request: reading.request().map(number::key),
            letter: reading.case().and_then(|letter| u16::try_from(letter.index()).ok()),
            document: reading.document(),
            found: reading.found(),
            prev,
            hash: prev,
        };
        row.hash = row.expected_hash();
        row
    }

    /// The hash that the row must have.
    pub(super) fn expected_hash(&self) -> Digest {
        let request = self.number().map(|number| number.to_string()).unwrap_or_default();
        let case = self.letter.map(|letter| CaseLetter::at(letter).to_string()).unwrap_or_default();
        let bytes = AccessBytes {
            position: self.position.unsigned_abs(),
            at: self.at,
            actor: &self.actor,
            what: &self.what,
            request: &request,
            case: &case,
            document: self.document,
            found: self.found,
        };
        access_hash(self.prev, &bytes)
    }

    /// What was looked at; `None` for a kind that this program does not know, or parts that the kind does not have.
    pub(super) fn decode(self) -> Option<RecordedReading> {
        let letter = self.letter.map(CaseLetter::at);
        // A request whose number is none is told as parts that do not fit, and is not read as «no request».
        let request = if self.request.is_some() { Some(self.number()?) } else { None };
        Some(RecordedReading {
            position: self.position.unsigned_abs(),
            at: DateTime::from_timestamp_micros(self.at)?,
            reading: Reading::from_parts(&self.what, request, letter, self.document, self.found)?,
            actor: self.actor,
        })
    }

    fn number(&self) -> Option<RequestNumber> {
        self.request.and_then(number::number)
    }
}

/// The last entry: its place and hash. `None` where nobody has read anything.
pub(super) fn head(connection: &Connection) -> Result<Option<(i64, Digest)>, StoreProblem> {
    let mut statement =
        connection.prepare_cached("SELECT position, hash FROM access_log ORDER BY position DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, Digest::from_bytes(row.get(1)?)))).optional()?)
}

/// Adds an entry to the chain. The caller holds the write lock, so that nobody adds another in between.
pub(super) fn append(connection: &Connection, new: &NewReading) -> Result<(), StoreProblem> {
    let row = AccessRow::after(head(connection)?.unwrap_or((0, Digest::GENESIS)), new);
    let columns = AccessRow::COLUMNS;
    connection
        .prepare_cached(&format!(
            "INSERT INTO access_log ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        ))?
        .execute(params![
            row.position,
            row.at,
            row.actor,
            row.what,
            row.request,
            row.letter,
            row.document,
            row.found,
            row.prev.as_bytes(),
            row.hash.as_bytes()
        ])?;
    Ok(())
}

/// The newest entries that concern a request, or none, oldest first.
///
/// # Errors
/// [`StoreProblem::UnreadableAccessLog`] for an entry that is not as it was written. Whether one is missing only the check
/// of the whole chain can tell.
pub(super) fn read(
    connection: &Connection,
    request: Option<RequestNumber>,
    limit: u32,
) -> Result<Vec<RecordedReading>, StoreProblem> {
    let columns = AccessRow::COLUMNS;
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {columns} FROM access_log WHERE request IS ?1 ORDER BY position DESC LIMIT ?2"
    ))?;
    let mut readings = Vec::new();
    for row in statement.query_map(params![request.map(number::key), limit], AccessRow::read)? {
        let row = row?;
        let changed = StoreProblem::UnreadableAccessLog { position: row.position.unsigned_abs() };
        if row.hash != row.expected_hash() {
            return Err(changed);
        }
        readings.push(row.decode().ok_or(changed)?);
    }
    readings.reverse();
    Ok(readings)
}
