//! Taking a backup back: into an empty folder, opened with a passphrase and checked. A store is never written over.

use std::fs;
use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};

use super::folder::{self, Holds, OWN_FILES, UNFINISHED};
use super::keys::KeysFile;
use super::problem::StoreProblem;
use super::secret::Passphrase;
use super::{DATABASE, FORMAT, KEYS, LockedStore, SqliteStore, file, settings, verify};
use crate::usecase::ports::{FileSystem, FileSystems, Randomness, Verification};
use crate::wording::Trilingual;

/// What else a database may have beside it: what was written last.
const LOG: &str = "store.db-wal";

/// A backup that is to be taken back.
pub struct Restore<'a> {
    /// The folder of the backup.
    pub from: &'a Path,
    /// The folder of the store; it is made if it does not exist, and must be empty if it does.
    pub to: &'a Path,
    /// Who unlocks it; where nobody is named, its only user.
    pub user: Option<&'a str>,
    /// That user's passphrase.
    pub passphrase: &'a Passphrase,
    /// When.
    pub now: DateTime<Utc>,
}

/// Copies a backup to the folder of a store, unlocks it there and checks everything. A backup of an older format is
/// brought up to date. What does not hold is told, and the store is kept, since it may be all there is.
///
/// # Errors
/// There is no backup, or not one that opens with the passphrase: then nothing was written. The folder is not empty, lies
/// on another machine or has no room: then nothing is left there.
pub fn restore(
    given: &Restore<'_>,
    file_systems: &dyn FileSystems,
    randomness: Box<dyn Randomness>,
) -> Result<(SqliteStore, Verification), StoreProblem> {
    let (from, to) = (given.from, given.to);
    let keys = look_at(from)?;
    let user = match (given.user, keys.users().as_slice()) {
        (Some(user), _) => user.to_owned(),
        (None, [only]) => only.name.clone(),
        (None, _) => return Err(StoreProblem::WhichUser),
    };
    keys.unlock(&user, given.passphrase)?;

    let on_disk = |error: io::Error| StoreProblem::of_file(&error);
    let found = folder::holds(to)?;
    if found == Holds::Something {
        return Err(StoreProblem::NotEmpty { folder: to.to_owned() });
    }
    file::private_folder(to).map_err(on_disk)?;
    if let FileSystem::Network(kind) = file_systems.kind(to).map_err(on_disk)? {
        return Err(StoreProblem::NetworkShare { folder: to.to_owned(), kind });
    }
    let mark = folder::take_folder(to, found)?;
    let copied = copy(from, to)
        .and_then(|()| fs::remove_file(to.join(UNFINISHED)).and_then(|()| file::sync_folder(to)).map_err(on_disk));
    let opened = copied.and_then(|()| LockedStore::open(to, file_systems)?.unlock(&user, given.passphrase, randomness));
    if opened.is_err() {
        folder::remove(to, &OWN_FILES);
    }
    drop(mark);
    let store = opened?;
    let verification = verify::verify(&store.connection, &store.ring, None)?;
    if verification.problems.is_empty() {
        settings::tested(&store.connection, given.now)?;
    }
    Ok((store, verification))
}

/// What can be told of a backup without a passphrase. Nothing is written there: it may lie on a disk that cannot be
/// written, or on another machine.
fn look_at(from: &Path) -> Result<KeysFile, StoreProblem> {
    let none = || StoreProblem::NoBackup { folder: from.to_owned() };
    if from.join(UNFINISHED).exists() || !from.join(DATABASE).is_file() || !from.join(KEYS).is_file() {
        return Err(none());
    }
    let damaged = |file, why| StoreProblem::BackupDamaged { file, why };
    let text = fs::read_to_string(from.join(KEYS)).map_err(|_| {
        damaged(KEYS, Trilingual::fixed("den kan ikke leses", "ho kan ikkje lesast", "it cannot be read"))
    })?;
    let of_backup = |problem: StoreProblem| {
        if let StoreProblem::Damaged { file, why } = problem { damaged(file, why) } else { problem }
    };
    let keys = KeysFile::parse(&text, FORMAT).map_err(of_backup)?;
    folder::look_at_database(&from.join(DATABASE)).map_err(of_backup)?;
    Ok(keys)
}

fn copy(from: &Path, to: &Path) -> Result<(), StoreProblem> {
    let on_disk = |error: io::Error| StoreProblem::of_file(&error);
    for name in [DATABASE, LOG] {
        let source = match fs::File::open(from.join(name)) {
            Ok(source) => source,
            Err(error) if error.kind() == io::ErrorKind::NotFound && name == LOG => continue,
            Err(_) => return Err(StoreProblem::NoBackup { folder: from.to_owned() }),
        };
        let mut target = file::private_file(&to.join(name)).map_err(on_disk)?;
        io::copy(&mut io::BufReader::new(source), &mut target).and_then(|_| target.sync_all()).map_err(on_disk)?;
    }
    let keys = fs::read(from.join(KEYS)).map_err(|_| StoreProblem::NoBackup { folder: from.to_owned() })?;
    file::replace(to, KEYS, &keys).map_err(on_disk)
}
