//! The folder of a store: making one, looking at a locked one, unlocking it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::connection::{self, Opening};
use super::keys::{KeyRing, KeysFile, Newcomer};
use super::migration::{self, FORMAT, MIGRATIONS};
use super::problem::StoreProblem;
use super::secret::Passphrase;
use super::{DATABASE, KEYS, SqliteStore, damaged_keys, file, read_keys, rebuild, upgrade};
use crate::casework::access::User;
use crate::usecase::ports::{FileSystem, FileSystems, Randomness};
use crate::wording::Trilingual;

/// Lies in the folder from before anything else is written there until the store is whole. A folder with it has never
/// been a store, so that what is left of one whose making was broken off can be told and made anew.
pub(super) const UNFINISHED: &str = "store.unfinished";

/// Every file that making a store may leave behind, the mark last.
pub(super) const OWN_FILES: [&str; 6] = ["keys.toml.new", KEYS, DATABASE, "store.db-wal", "store.db-shm", UNFINISHED];

/// What a new store is to be.
#[derive(Debug)]
pub struct NewStore<'a> {
    /// The folder; it is made if it does not exist, and must be empty if it does.
    pub folder: &'a Path,
    /// Whether it is a test store, which it then stays for ever.
    pub test: bool,
    /// The id of the body that the office is.
    pub organisation: &'a str,
    /// The first user.
    pub user: &'a User,
    /// The passphrase that unlocks the store for that user.
    pub passphrase: &'a Passphrase,
    /// When.
    pub now: DateTime<Utc>,
}

/// Makes a store and leaves it unlocked by its first user.
///
/// # Errors
/// The folder is not empty, lies on another machine, or cannot be written; the passphrase is too weak; the name is none.
/// Whatever had been made is removed again, and if even that is broken off, the next attempt begins by removing it.
pub fn create(
    new: &NewStore<'_>,
    file_systems: &dyn FileSystems,
    mut randomness: Box<dyn Randomness>,
) -> Result<SqliteStore, StoreProblem> {
    let in_folder = |error: io::Error| StoreProblem::of_file(&error);
    // Everything that can be refused without touching the disk is refused first.
    let mut id = [0; 16];
    randomness.fill(&mut id).map_err(in_folder)?;
    let milliseconds = u64::try_from(new.now.timestamp_millis()).unwrap_or(0);
    let chance = id.first_chunk().copied().unwrap_or_default();
    let id = uuid::Builder::from_unix_timestamp_millis(milliseconds, &chance).into_uuid();
    let newcomer = Newcomer { user: new.user, passphrase: new.passphrase };
    let (keys, ring) = KeysFile::create(FORMAT, id, new.test, new.organisation, newcomer, &mut *randomness)?;

    let holds = holds(new.folder)?;
    match holds {
        Holds::Nothing => file::private_folder(new.folder).map_err(in_folder)?,
        Holds::Unfinished => {}
        Holds::Something => return Err(StoreProblem::NotEmpty { folder: new.folder.to_owned() }),
    }
    refuse_network(new.folder, file_systems)?;
    let mark = take_folder(new.folder, holds)?;
    let made = file::sync_folder(new.folder).map_err(in_folder).and_then(|()| write_new(new, &keys, &ring));
    if made.is_err() {
        remove(new.folder, &OWN_FILES);
    }
    let connection = made?;
    drop(mark);
    Ok(SqliteStore::new(new.folder.to_owned(), connection, keys, ring, new.user.clone(), randomness))
}

/// What a folder holds that a store is to be made in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing, or it is not there.
    Nothing,
    /// What is left of a store whose making was broken off.
    Unfinished,
    /// A store, or things of somebody else's.
    Something,
}

pub(super) fn holds(folder: &Path) -> Result<Holds, StoreProblem> {
    let names = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>());
    match names {
        Ok(names) if names.is_empty() => Ok(Holds::Nothing),
        Ok(names) => {
            let unfinished = names.iter().any(|name| name == UNFINISHED);
            let own = names.iter().all(|name| OWN_FILES.iter().any(|own| name == own));
            Ok(if unfinished && own { Holds::Unfinished } else { Holds::Something })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Holds::Nothing),
        Err(error) => Err(StoreProblem::of_file(&error)),
    }
}

/// Marks the folder as unfinished and holds the mark, so that two processes do not undo each other; clears away what an
/// earlier attempt left. What a process that is gone held is free.
pub(super) fn take_folder(folder: &Path, found: Holds) -> Result<fs::File, StoreProblem> {
    let path = folder.join(UNFINISHED);
    let mark = match found {
        Holds::Nothing => fs::OpenOptions::new().write(true).create_new(true).open(&path),
        Holds::Unfinished | Holds::Something => fs::OpenOptions::new().write(true).open(&path),
    };
    let mark = mark.map_err(|_| StoreProblem::Busy)?;
    mark.try_lock().map_err(|_| StoreProblem::Busy)?;
    // Another process may have finished its store between the looking and the locking.
    let alone = match found {
        Holds::Nothing => {
            let count = fs::read_dir(folder).map(Iterator::count).map_err(|error| StoreProblem::of_file(&error))?;
            if count > 1 {
                remove(folder, &[UNFINISHED]);
            }
            count == 1
        }
        Holds::Unfinished | Holds::Something => holds(folder)? == Holds::Unfinished,
    };
    if !alone {
        return Err(StoreProblem::NotEmpty { folder: folder.to_owned() });
    }
    remove(folder, &OWN_FILES[..OWN_FILES.len() - 1]);
    Ok(mark)
}

pub(super) fn remove(folder: &Path, names: &[&str]) {
    for name in names {
        // What is left of a failed attempt is of no use, and the reason of the failure is told elsewhere.
        let _ = fs::remove_file(folder.join(name));
    }
}

fn write_new(new: &NewStore<'_>, keys: &KeysFile, ring: &KeyRing) -> Result<Connection, StoreProblem> {
    let path = new.folder.join(DATABASE);
    file::private_file(&path).map_err(|error| StoreProblem::of_file(&error))?;
    let mut connection = connection::open(&path, &ring.store, Opening::New)?;
    let transaction = connection.transaction()?;
    migration::carry_out(&transaction, 0, &MIGRATIONS)?;
    rebuild::remake(&transaction, ring)?;
    transaction.commit()?;
    connection.execute(
        "INSERT INTO store (only, id, test, created_at, keys_revision) VALUES (1, ?1, ?2, ?3, ?4)",
        params![keys.store.as_bytes(), keys.test, new.now.timestamp_micros(), keys.revision.cast_signed()],
    )?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    // The keys come last, and then the mark goes: now it is a whole store.
    file::replace(new.folder, KEYS, keys.text()?.as_bytes())
        .and_then(|()| fs::remove_file(new.folder.join(UNFINISHED)))
        .and_then(|()| file::sync_folder(new.folder))
        .map_err(|error| StoreProblem::of_file(&error))?;
    Ok(connection)
}

fn refuse_network(folder: &Path, file_systems: &dyn FileSystems) -> Result<(), StoreProblem> {
    match file_systems.kind(folder).map_err(|error| StoreProblem::of_file(&error))? {
        FileSystem::Local => Ok(()),
        FileSystem::Network(kind) => Err(StoreProblem::NetworkShare { folder: folder.to_owned(), kind }),
    }
}

/// A store that nobody has unlocked: what can be told without a passphrase.
#[derive(Debug)]
pub struct LockedStore {
    folder: PathBuf,
    keys: KeysFile,
}

impl LockedStore {
    /// Looks at the store in a folder.
    ///
    /// # Errors
    /// No store there, a newer one, one on another machine, or files that are damaged or not a store's.
    pub fn open(folder: &Path, file_systems: &dyn FileSystems) -> Result<Self, StoreProblem> {
        if !folder.is_dir() || folder.join(UNFINISHED).exists() {
            return Err(StoreProblem::Missing { folder: folder.to_owned() });
        }
        refuse_network(folder, file_systems)?;
        let database = folder.join(DATABASE);
        let keys = match fs::read_to_string(folder.join(KEYS)) {
            Ok(text) => KeysFile::parse(&text, FORMAT)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(if database.exists() {
                    damaged_keys(Trilingual::fixed("den mangler", "ho manglar", "it is missing"))
                } else {
                    StoreProblem::Missing { folder: folder.to_owned() }
                });
            }
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(damaged_keys(Trilingual::fixed(
                    "den er ikke tekst",
                    "ho er ikkje tekst",
                    "it is not text",
                )));
            }
            Err(error) => return Err(StoreProblem::of_file(&error)),
        };
        look_at_database(&database)?;
        Ok(Self { folder: folder.to_owned(), keys })
    }

    /// The users, in the order in which they were let in. Not yet known to be genuine: only unlocking tells.
    #[must_use]
    pub fn users(&self) -> Vec<User> {
        self.keys.users()
    }

    /// Whether it says that it is a test store. Not yet known to be genuine.
    #[must_use]
    pub fn test(&self) -> bool {
        self.keys.test
    }

    /// The id of the body that it says the office is. Not yet known to be genuine.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.keys.organisation
    }

    /// The user with this name, or the only one where no name is given.
    ///
    /// # Errors
    /// [`StoreProblem::WhichUser`] if there are several.
    pub fn only_user(&self) -> Result<String, StoreProblem> {
        let mut users = self.keys.users();
        match (users.pop(), users.is_empty()) {
            (Some(user), true) => Ok(user.name),
            (Some(_) | None, _) => Err(StoreProblem::WhichUser),
        }
    }

    /// Unlocks the store; an older one is brought up to date after it has been copied.
    ///
    /// # Errors
    /// [`StoreProblem::Locked`] without saying whether it is the name or the passphrase; [`StoreProblem::KeysChanged`];
    /// whatever is wrong with the database.
    pub fn unlock(
        self,
        user: &str,
        passphrase: &Passphrase,
        randomness: Box<dyn Randomness>,
    ) -> Result<SqliteStore, StoreProblem> {
        let Self { folder, mut keys } = self;
        let (mut user, mut ring) = keys.unlock(user, passphrase)?;
        let mut connection = connection::open(&folder.join(DATABASE), &ring.store, Opening::Existing)?;
        let format = migration::format_of(&connection)?;
        if format > FORMAT {
            return Err(StoreProblem::Newer { found: format, known: FORMAT });
        }
        check_identity(&connection, &keys)?;
        let remake = |transaction: &Transaction<'_>| rebuild::remake(transaction, &ring);
        let upgraded = upgrade::upgrade(&mut connection, &folder, &MIGRATIONS, remake)?;
        if keys.format != FORMAT || keys.revision.cast_signed() != keys_revision(&connection)? {
            keys = settle_keys(&mut connection, &folder, &ring)?;
            // They may have been changed while the passphrase was tried.
            (user, ring) = keys.keys_now(&user.name, &ring)?;
        }
        let mut store = SqliteStore::new(folder, connection, keys, ring, user, randomness);
        store.upgraded = upgraded;
        Ok(store)
    }
}

/// The revision of `keys.toml` that the database knows of.
pub(super) fn keys_revision(connection: &Connection) -> Result<i64, StoreProblem> {
    Ok(connection.prepare_cached("SELECT keys_revision FROM store")?.query_row([], |row| row.get(0))?)
}

/// Makes `keys.toml` and the database agree on the format and the revision. The file is read again under the database's
/// lock, as for letting somebody in: whoever was let in since it was read first must not be written over.
fn settle_keys(connection: &mut Connection, folder: &Path, ring: &KeyRing) -> Result<KeysFile, StoreProblem> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut keys = read_keys(folder, ring)?;
    let known = keys_revision(&transaction)?;
    if keys.revision.cast_signed() < known {
        return Err(StoreProblem::KeysChanged);
    }
    if keys.format < FORMAT {
        keys.migrated(FORMAT, &ring.store)?;
        file::replace(folder, KEYS, keys.text()?.as_bytes()).map_err(|error| StoreProblem::of_file(&error))?;
    }
    if keys.revision.cast_signed() > known {
        transaction.execute("UPDATE store SET keys_revision = ?1", [keys.revision.cast_signed()])?;
    }
    transaction.commit()?;
    Ok(keys)
}

/// Refuses what cannot be an encrypted database, so that the passphrase is not asked for in vain.
pub(super) fn look_at_database(path: &Path) -> Result<(), StoreProblem> {
    use std::io::Read as _;

    const PAGE: u64 = 4096;
    let damaged = |why| Err(StoreProblem::Damaged { file: DATABASE, why });
    let mut file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return damaged(Trilingual::fixed("den mangler", "ho manglar", "it is missing"));
        }
        Err(error) => return Err(StoreProblem::of_file(&error)),
    };
    let length = file.metadata().map_err(|error| StoreProblem::of_file(&error))?.len();
    // A write-ahead log that is not empty may still hold the end of the file.
    let log = fs::metadata(path.with_extension("db-wal")).map_or(0, |metadata| metadata.len());
    if length < PAGE || (length % PAGE != 0 && log == 0) {
        return damaged(Trilingual::fixed("den er avkortet", "ho er avkorta", "it is cut short"));
    }
    let mut start = [0; 16];
    file.read_exact(&mut start).map_err(|error| StoreProblem::of_file(&error))?;
    if &start == b"SQLite format 3\0" {
        return damaged(Trilingual::fixed("den er ikke kryptert", "ho er ikkje kryptert", "it is not encrypted"));
    }
    Ok(())
}

pub(super) fn check_identity(connection: &Connection, keys: &KeysFile) -> Result<(), StoreProblem> {
    let (id, test): ([u8; 16], bool) =
        connection.query_row("SELECT id, test FROM store", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if Uuid::from_bytes(id) != keys.store {
        return Err(StoreProblem::Damaged {
            file: DATABASE,
            why: Trilingual::fixed(
                "den hører til et annet lager enn keys.toml",
                "ho høyrer til eit anna lager enn keys.toml",
                "it belongs to another store than keys.toml",
            ),
        });
    }
    if test != keys.test {
        return Err(StoreProblem::KeysChanged);
    }
    Ok(())
}
