//! Opening the encrypted database, with every setting that the record rests on.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::problem::StoreProblem;
use super::secret::Key;

/// How long a commit waits for another process.
const BUSY: Duration = Duration::from_secs(5);

/// Whether the file is to be there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// It must be there.
    Existing,
    /// It is made.
    New,
}

/// Opens the database in `path` with a raw 256-bit key.
///
/// # Errors
/// [`StoreProblem::Damaged`] for another key, another kind of file, and a damaged or shortened one.
pub(super) fn open(path: &Path, key: &Key, opening: Opening) -> Result<Connection, StoreProblem> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if opening == Opening::New {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    // SQLCipher would write its own lines to standard error, where our one line of failure belongs.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    unlock(&connection, key)?;
    settle(&connection)?;
    Ok(connection)
}

/// Every setting that the record rests on.
pub(super) fn settle(connection: &Connection) -> Result<(), StoreProblem> {
    connection.busy_timeout(BUSY)?;
    connection.load_extension_disable()?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    // A commit is on the disk when it returns (synchronous), what is erased is overwritten (secure_delete), and a list
    // of 10,000 cases is read without reading pages twice (64 MiB of cache).
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA cache_size = -65536;",
    )?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn unlock(connection: &Connection, key: &Key) -> Result<(), StoreProblem> {
    let mut statement = Zeroizing::new(String::with_capacity(96));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key.bytes() {
        write!(statement, "{byte:02X}").map_err(|_| StoreProblem::Database { code: 0 })?;
    }
    statement.push_str("'\"");
    connection.execute_batch(&statement)?;
    Ok(())
}
