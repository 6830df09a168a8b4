//! Bringing an older store up to this program's format: first a copy of it, then every pending step in one transaction.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use chrono::DateTime;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::migration::{self, Migration};
use super::problem::StoreProblem;
use super::{DATABASE, KEYS, file, log};

/// How often the copy is made anew because somebody committed before the store could be locked.
const ATTEMPTS: u32 = 5;

/// Lies in the folder while its store is brought up to date.
const UPGRADING: &str = "store.upgrading";

/// How long to wait for another process that does it, and how long between two looks.
const PATIENCE: Duration = Duration::from_secs(5);
const STEP: Duration = Duration::from_millis(50);

/// What was done to an older store on opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgrade {
    /// The format that it had.
    pub from: u32,
    /// The format that it has now.
    pub to: u32,
    /// The name of the copy of the database in the store's folder, encrypted with the same key.
    pub copy: String,
}

/// Takes a store through the steps that it has not been through and through what follows them, after it has been copied.
/// Everything or nothing: whatever breaks it off, the store is as it was, and the next opening begins anew.
///
/// Gives `None` where nothing was left to do: the store is of this format, or another process has just done it.
///
/// # Errors
/// [`StoreProblem::Migration`] with the step that failed; a full disk; a store that others hold.
pub(super) fn upgrade(
    connection: &mut Connection,
    folder: &Path,
    steps: &[Migration],
    then: impl Fn(&Transaction<'_>) -> Result<(), StoreProblem>,
) -> Result<Option<Upgrade>, StoreProblem> {
    let to = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    if migration::format_of(connection)? >= to {
        return Ok(None);
    }
    let alone = alone(folder)?;
    for _ in 0..ATTEMPTS {
        let seen = data_version(connection)?;
        let from = migration::format_of(connection)?;
        if from >= to {
            return Ok(None);
        }
        let copy = back_up(connection, folder, from)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Nobody else writes from here on. What was committed since the copy was begun is not in it: then another one is made.
        if data_version(&transaction)? != seen {
            continue;
        }
        migration::carry_out(&transaction, from, steps)?;
        then(&transaction)?;
        transaction.commit()?;
        // Whoever holds the lock by now finds the store done, also where the file is gone or cannot be removed.
        drop(alone);
        let _ = fs::remove_file(folder.join(UPGRADING));
        return Ok(Some(Upgrade { from, to, copy }));
    }
    Err(StoreProblem::Busy)
}

/// Waits for whoever is bringing the store up to date just now, and holds others off: two copies would be written over each
/// other. What a process that is gone held is free.
fn alone(folder: &Path) -> Result<fs::File, StoreProblem> {
    let file = file::private_file(&folder.join(UPGRADING)).map_err(|error| StoreProblem::of_file(&error))?;
    for _ in 0..PATIENCE.as_millis() / STEP.as_millis() {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(fs::TryLockError::WouldBlock) => thread::sleep(STEP),
            Err(fs::TryLockError::Error(error)) => return Err(StoreProblem::of_file(&error)),
        }
    }
    Err(StoreProblem::Busy)
}

/// A number that is another one after somebody else has committed.
fn data_version(connection: &Connection) -> Result<i64, StoreProblem> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// Copies the database, encrypted with the same key, and `keys.toml` beside it: an earlier program opens the two together.
/// Gives the name of the database's copy.
///
/// SQLite reads the database as it is at one moment, with what still lies in the write-ahead log, and writes it whole. It
/// gets its name only then, so that what a broken-off attempt leaves is not taken for a copy.
pub(super) fn back_up(connection: &Connection, folder: &Path, format: u32) -> Result<String, StoreProblem> {
    let on_disk = |error: io::Error| StoreProblem::of_file(&error);
    let moment = moment(connection)?;
    let [database, keys] = [DATABASE, KEYS].map(|name| {
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        format!("{stem}-format-{format}-{moment}.{ending}")
    });
    let beside = folder.join(format!("{database}.new"));
    let path = beside.to_str().ok_or(StoreProblem::System(io::ErrorKind::InvalidFilename))?;
    // SQLite writes into an empty file, which only its owner reads.
    file::private_file(&beside).map_err(on_disk)?;
    let written = connection
        .execute("VACUUM INTO ?1", [path])
        .map_err(StoreProblem::from)
        .and_then(|_| fs::File::open(&beside).and_then(|copy| copy.sync_all()).map_err(on_disk))
        .and_then(|()| fs::rename(&beside, folder.join(&database)).map_err(on_disk));
    if written.is_err() {
        // Half a copy is of no use, least of all on a full disk; the reason of the failure is told.
        let _ = fs::remove_file(&beside);
    }
    written?;
    fs::read(folder.join(KEYS)).and_then(|content| file::replace(folder, &keys, &content)).map_err(on_disk)?;
    Ok(database)
}

/// The instant of the last commit that is in the store, or of its making: what a copy holds, in the name of its file.
fn moment(connection: &Connection) -> Result<String, StoreProblem> {
    let last = log::last_commit(connection)?.map(|commit| commit.at);
    let at = match last {
        Some(at) => at,
        None => connection.query_row("SELECT ifnull(max(created_at), 0) FROM store", [], |row| row.get(0))?,
    };
    Ok(DateTime::from_timestamp_micros(at).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string())
}
