//! The record on disk: a folder with an encrypted database and the keys to it.

mod access;
mod adopted;
mod backup;
mod breaches;
mod calendar_file;
mod commit;
mod connection;
mod content;
mod courses;
mod digests;
mod enquiries;
mod figures;
mod file;
mod folder;
mod hex;
mod in_force;
mod keys;
mod kinds;
mod list;
mod log;
#[cfg(feature = "many-cases")]
pub mod many;
mod migration;
mod notice;
mod number;
mod officers;
mod one_log;
mod person;
mod port;
mod preference;
mod problem;
mod proof;
mod questions;
mod rebuild;
mod request;
mod restore;
mod rows;
mod runs;
mod scan;
mod sealing;
mod search;
mod secret;
mod settings;
mod statistics;
mod tasks;
mod unsaved;
mod upgrade;
mod verify;
mod views;
mod work;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _};

use crate::casework::access::User;
use crate::casework::ids::RequestNumber;
use crate::usecase::ports::Randomness;
use crate::wording::Trilingual;

pub use adopted::{Adopted, AdoptedKind};
pub use calendar_file::{CalendarFile, CalendarOf};
pub use folder::{LockedStore, NewStore, create};
pub use migration::FORMAT;
pub use preference::{Preferences, Theme};
pub use problem::StoreProblem;
pub use restore::{Restore, restore};
pub use secret::Passphrase;
pub use unsaved::{FILE, Unsaved, WaitingFile};
pub use upgrade::Upgrade;

use keys::{KeyRing, KeysFile, Newcomer};

/// The database in the folder.
pub const DATABASE: &str = "store.db";
/// The keys in the folder.
pub const KEYS: &str = "keys.toml";

/// `keys.toml` cannot be used, for this reason.
fn damaged_keys(why: Trilingual) -> StoreProblem {
    StoreProblem::Damaged { file: KEYS, why }
}

/// A store that a user has unlocked.
pub struct SqliteStore {
    folder: PathBuf,
    connection: Connection,
    keys: KeysFile,
    ring: KeyRing,
    user: User,
    /// The operating system's, from which keys are made.
    randomness: Box<dyn Randomness>,
    /// Where the salts of contents come from instead, in a test store with a seed.
    seeded: Option<Box<dyn Randomness>>,
    /// What was done to it on opening, if it was of an older format.
    upgraded: Option<Upgrade>,
    /// Whether somebody has said that the clock is right, even if it stands before the last commit.
    clock_is_right: bool,
}

impl SqliteStore {
    fn new(
        folder: PathBuf,
        connection: Connection,
        keys: KeysFile,
        ring: KeyRing,
        user: User,
        randomness: Box<dyn Randomness>,
    ) -> Self {
        Self { folder, connection, keys, ring, user, randomness, seeded: None, upgraded: None, clock_is_right: false }
    }

    /// Whoever unlocked it.
    #[must_use]
    pub fn user(&self) -> &User {
        &self.user
    }

    /// The id of the body that the office is.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.keys.organisation
    }

    /// Whether it is a test store.
    #[must_use]
    pub fn test(&self) -> bool {
        self.keys.test
    }

    /// What was done to it on opening, if it was of an older format.
    #[must_use]
    pub fn upgraded(&self) -> Option<&Upgrade> {
        self.upgraded.as_ref()
    }

    /// How many commits its chain has.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn commits(&self) -> Result<u64, StoreProblem> {
        let position: i64 =
            self.connection.query_row("SELECT ifnull(max(position), 0) FROM commit_chain", [], |row| row.get(0))?;
        Ok(position.unsigned_abs())
    }

    /// How often the log of a request was added to, and when it last was.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn last_change(&self, request: RequestNumber) -> Result<Option<(u32, DateTime<Utc>)>, StoreProblem> {
        let mut statement =
            self.connection.prepare_cached("SELECT seq, at FROM event WHERE request = ?1 ORDER BY seq DESC LIMIT 1")?;
        let row = statement.query_row([number::key(request)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(row.and_then(|(times, at): (u32, i64)| Some((times, DateTime::from_timestamp_micros(at)?))))
    }

    /// Takes the salts of contents from a seed, so that a test store comes out the same every time. Keys never do.
    ///
    /// # Errors
    /// [`StoreProblem::NotATestStore`].
    pub fn use_seed(&mut self, seeded: Box<dyn Randomness>) -> Result<(), StoreProblem> {
        if !self.keys.test {
            return Err(StoreProblem::NotATestStore);
        }
        self.seeded = Some(seeded);
        Ok(())
    }

    /// Commits at the clock's time even if it stands before the last commit, since somebody has looked at the clock.
    pub fn trust_clock(&mut self) {
        self.clock_is_right = true;
    }

    /// Gives somebody access.
    ///
    /// # Errors
    /// The name is taken or none, the passphrase too weak, or a key is needed that this user does not have.
    pub fn let_in(&mut self, user: &User, passphrase: &Passphrase) -> Result<(), StoreProblem> {
        self.follow_keys()?;
        let newcomer = Newcomer { user, passphrase };
        self.change_keys(|keys, ring, randomness| keys.admit(ring, newcomer, randomness), |_, _| Ok(()))?;
        Ok(())
    }
}

/// Reads `keys.toml` as it lies there now and checks that it is as this program wrote it.
fn read_keys(folder: &Path, ring: &KeyRing) -> Result<KeysFile, StoreProblem> {
    let text = std::fs::read_to_string(folder.join(KEYS)).map_err(|error| StoreProblem::of_file(&error))?;
    let keys = KeysFile::parse(&text, FORMAT)?;
    keys.verify(&ring.store)?;
    Ok(keys)
}

impl std::fmt::Debug for SqliteStore {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SqliteStore").field("folder", &self.folder).finish_non_exhaustive()
    }
}
