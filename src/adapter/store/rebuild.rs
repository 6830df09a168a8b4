//! Making the projections anew from the log, and the digest that says whether anything came out otherwise.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Transaction};

use super::breaches::BREACH_COLUMNS;
use super::content::{self, Opened};
use super::keys::KeyRing;
use super::log;
use super::number;
use super::person;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS, COUNT_COLUMNS, Projected, REQUEST_COLUMNS};
use super::search::{self, SEARCH_COLUMNS};
use super::tasks::TASK_COLUMNS;
use crate::adapter::codec;
use crate::casework::audit::{Digest, DumpDigest};
use crate::casework::ids::RequestNumber;
use crate::casework::person::Person;
use crate::casework::request::{Recorded, Request};
use crate::usecase::ports::{Counts, Rebuilt};

/// Every request of the store, in order.
pub(super) fn requests(connection: &Connection) -> Result<Vec<RequestNumber>, StoreProblem> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT request FROM event ORDER BY request")?;
    let keys = statement.query_map([], |row| row.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(keys.into_iter().filter_map(number::number).collect())
}

/// Makes every projection anew, and tells whether anything came out otherwise.
pub(super) fn rebuild(transaction: &Transaction<'_>, ring: &KeyRing) -> Result<Rebuilt, StoreProblem> {
    let (_, digest_before) = dump(transaction)?;
    remake(transaction, ring)?;
    let (rows, digest_after) = dump(transaction)?;
    Ok(Rebuilt { rows, digest_before: digest_before.to_string(), digest_after: digest_after.to_string() })
}

/// Makes every projection anew, whatever is there now.
pub(super) fn remake(transaction: &Transaction<'_>, ring: &KeyRing) -> Result<(), StoreProblem> {
    let nothing: Vec<String> = COUNT_COLUMNS.split(", ").map(|column| format!("{column} = 0")).collect();
    transaction.execute_batch(&format!(
        "DELETE FROM case_row; DELETE FROM task_row; DELETE FROM breach_row; DELETE FROM case_kind; DELETE FROM request_row; DELETE FROM search_row;
         INSERT INTO search_index (search_index) VALUES ('delete-all'); UPDATE figures SET {};",
        nothing.join(", ")
    ))?;
    for request in requests(transaction)? {
        let log = log::read(transaction, request)?;
        let person = person_of(transaction, ring, request, &log.events)?;
        let unreadable = || StoreProblem::UnreadableLog { request: request.to_string(), seq: 1 };
        let projected = Projected::of_log(request, &log.events, person.as_ref()).ok_or_else(unreadable)?;
        rows::write(transaction, &projected, Counts::default())?;
        person::mark_anew(transaction, ring, number::key(request))?;
        for text in search::texts(transaction, ring, request, &log.events)? {
            text.put(transaction)?;
        }
    }
    Ok(())
}

/// The person of a request, for the initials that lists show; `None` once erased, or where this user may not see them.
pub(super) fn person_of(
    connection: &Connection,
    ring: &KeyRing,
    request: RequestNumber,
    log: &[Recorded],
) -> Result<Option<Person>, StoreProblem> {
    let lost = || StoreProblem::ContentLost { request: request.to_string() };
    let Some(state) = Request::replay(log) else { return Ok(None) };
    let key = number::key(request);
    let Some(row) = content::row(connection, key, state.person)? else { return Ok(None) };
    let kind = row.kind.clone();
    match row.open(key, ring) {
        Opened::Bytes { bytes, .. } => {
            let content = codec::decode_content(&kind, &bytes).map_err(|_| lost())?;
            Ok(content.person().cloned())
        }
        Opened::Erased | Opened::ForOthers => Ok(None),
        Opened::Changed => Err(lost()),
    }
}

/// How many rows the projections have, and the digest of them all in order.
pub(super) fn dump(connection: &Connection) -> Result<(u64, Digest), StoreProblem> {
    let mut digest = DumpDigest::default();
    let mut count = 0;
    for (table, columns, order) in [
        ("request_row", REQUEST_COLUMNS, "request"),
        ("case_row", CASE_COLUMNS, "request, letter"),
        ("task_row", TASK_COLUMNS, TASK_COLUMNS),
        ("breach_row", BREACH_COLUMNS, BREACH_COLUMNS),
        ("figures", COUNT_COLUMNS, "only"),
        ("search_row", SEARCH_COLUMNS, "id"),
    ] {
        let mut statement = connection.prepare(&format!("SELECT {columns} FROM {table} ORDER BY {order}"))?;
        let width = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            digest.put(table.as_bytes());
            for place in 0..width {
                digest.put(&bytes_of(row.get_ref(place)?));
            }
            count += 1;
        }
    }
    Ok((count, digest.finish()))
}

/// A value with its type before it, so that the text «1» and the number 1 differ.
fn bytes_of(value: ValueRef<'_>) -> Vec<u8> {
    match value {
        ValueRef::Null => vec![0],
        ValueRef::Integer(number) => [&[1_u8][..], &number.to_be_bytes()].concat(),
        ValueRef::Real(number) => [&[2_u8][..], &number.to_be_bytes()].concat(),
        ValueRef::Text(text) => [&[3_u8][..], text].concat(),
        ValueRef::Blob(bytes) => [&[4_u8][..], bytes].concat(),
    }
}
