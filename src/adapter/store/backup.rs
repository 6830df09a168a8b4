//! A backup: a folder with the database and the keys as they are at one moment, opened and checked before it counts.

use std::fs;
use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};

use super::connection::{self, Opening};
use super::folder::{self, Holds, OWN_FILES, UNFINISHED};
use super::keys::{KeyRing, KeysFile};
use super::problem::StoreProblem;
use super::{DATABASE, FORMAT, KEYS, SqliteStore, file, migration, read_keys, settings, verify};
use crate::usecase::ports::{BackUp, FileSystem, Verification};
use crate::wording::Trilingual;

impl SqliteStore {
    /// Copies the store to a folder, and checks the copy. The time at which a copy was last tried is set where it held.
    ///
    /// # Errors
    /// The folder is not empty, lies on another machine, cannot be reached, or has no room; then nothing is left there.
    pub(super) fn copy_to(&mut self, backup: &BackUp<'_>) -> Result<Verification, StoreProblem> {
        let target = backup.folder;
        let unreachable = |error: io::Error| of_target(&error, target);
        if lies_in(target, &self.folder) {
            return Err(StoreProblem::BackupInsideStore);
        }
        let found = folder::holds(target).map_err(|problem| of_checking(problem, target))?;
        if found == Holds::Something {
            return Err(StoreProblem::BackupFolderNotEmpty { folder: target.to_owned() });
        }
        let there = target.is_dir();
        file::private_folder(target).map_err(unreachable)?;
        let made = self.fill_folder(backup, found);
        if made.is_err() && !there {
            // Only an empty folder goes: what somebody else has put there meanwhile stays.
            let _ = fs::remove_dir(target);
        }
        made
    }

    fn fill_folder(&mut self, backup: &BackUp<'_>, found: Holds) -> Result<Verification, StoreProblem> {
        let target = backup.folder;
        let unreachable = |error: io::Error| of_target(&error, target);
        match backup.file_systems.kind(target).map_err(unreachable)? {
            FileSystem::Local => {}
            FileSystem::Network(kind) => {
                return Err(StoreProblem::BackupOnShare { folder: target.to_owned(), kind });
            }
        }
        // A folder with the mark is no store and no backup yet, whatever else lies there.
        let mark = folder::take_folder(target, found).map_err(|problem| of_taking(problem, target))?;
        let made = file::sync_folder(target)
            .map_err(unreachable)
            .and_then(|()| self.write_copy(target))
            .and_then(|()| check(target, &self.ring))
            .and_then(|verification| self.tried(&verification, backup.now).map(|()| verification))
            .and_then(|verification| finish(target).map_err(unreachable).map(|()| verification));
        if made.is_err() {
            folder::remove(target, &OWN_FILES);
        }
        drop(mark);
        made
    }

    /// Keeps when the copy was tried, if it held. It comes before the copy counts: on a full disk there is then neither.
    fn tried(&self, verification: &Verification, now: DateTime<Utc>) -> Result<(), StoreProblem> {
        if verification.problems.is_empty() { settings::tested(&self.connection, now) } else { Ok(()) }
    }

    /// The database is written by SQLite as it is at one moment, with what still lies in the write-ahead log and
    /// encrypted with the same key. The keys are read after it and under the lock, so that they are never older than the
    /// database knows.
    fn write_copy(&mut self, target: &Path) -> Result<(), StoreProblem> {
        let unreachable = |error: io::Error| of_target(&error, target);
        let database = target.join(DATABASE);
        let path = database.to_str().ok_or_else(|| StoreProblem::BackupUnreachable { folder: target.to_owned() })?;
        file::private_file(&database).map_err(unreachable)?;
        self.connection.execute("VACUUM INTO ?1", [path]).map_err(|error| of_copying(error, target))?;
        fs::File::open(&database).and_then(|copy| copy.sync_all()).map_err(unreachable)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let keys = read_keys(&self.folder, &self.ring)?;
        drop(transaction);
        file::replace(target, KEYS, keys.text()?.as_bytes()).map_err(unreachable)
    }
}

/// Whether a folder, which need not exist yet, lies in another, by whatever way it is named.
fn lies_in(folder: &Path, other: &Path) -> bool {
    let existing = folder.ancestors().find_map(|ancestor| fs::canonicalize(ancestor).ok());
    existing.zip(fs::canonicalize(other).ok()).is_some_and(|(existing, other)| existing.starts_with(other))
}

/// Opens a copy as a store is opened, but for the passphrase, and checks everything in it.
pub(super) fn check(folder: &Path, ring: &KeyRing) -> Result<Verification, StoreProblem> {
    let text = fs::read_to_string(folder.join(KEYS)).map_err(|error| of_target(&error, folder))?;
    let keys = KeysFile::parse(&text, FORMAT)?;
    keys.verify(&ring.store)?;
    let database = folder.join(DATABASE);
    folder::look_at_database(&database)?;
    let connection =
        connection::open(&database, &ring.store, Opening::Existing).map_err(|problem| of_checking(problem, folder))?;
    if migration::format_of(&connection)? != keys.format {
        return Err(StoreProblem::BackupDamaged {
            file: DATABASE,
            why: Trilingual::fixed(
                "den har et annet format enn keys.toml",
                "ho har eit anna format enn keys.toml",
                "it has another format than keys.toml",
            ),
        });
    }
    folder::check_identity(&connection, &keys)?;
    let verification = verify::verify(&connection, ring, None)?;
    close(connection)?;
    Ok(verification)
}

/// Puts away what opening left beside the database, so that the copy is two files.
fn close(connection: Connection) -> Result<(), StoreProblem> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| StoreProblem::from(error))
}

/// Takes the mark away: now the folder is a backup.
fn finish(target: &Path) -> io::Result<()> {
    fs::remove_file(target.join(UNFINISHED))?;
    file::sync_folder(target)
}

/// What is wrong with the folder of the copy.
fn of_target(error: &io::Error, target: &Path) -> StoreProblem {
    of_checking(StoreProblem::of_file(error), target)
}

fn of_taking(problem: StoreProblem, target: &Path) -> StoreProblem {
    if matches!(problem, StoreProblem::NotEmpty { .. }) {
        StoreProblem::BackupFolderNotEmpty { folder: target.to_owned() }
    } else {
        problem
    }
}

/// A full or broken disk under the copy, which SQLite tells as if it were the store's.
fn of_copying(error: rusqlite::Error, target: &Path) -> StoreProblem {
    of_checking(error.into(), target)
}

fn of_checking(problem: StoreProblem, target: &Path) -> StoreProblem {
    if matches!(problem, StoreProblem::DiskFull) {
        StoreProblem::BackupDiskFull
    } else if matches!(problem, StoreProblem::ReadOnly | StoreProblem::System(_)) {
        StoreProblem::BackupUnreachable { folder: target.to_owned() }
    } else {
        problem
    }
}
