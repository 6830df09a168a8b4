//! The record as a whole, against a real encrypted file; with the connection in hand, to do harm and to count pages.

mod access;
mod backup;
mod calendar_file;
mod combinations;
mod cost;
mod courses;
mod delivery;
mod enquiries;
mod figures;
mod in_force;
mod keys;
mod list;
mod moment;
mod officers;
mod person;
mod record;
mod sample;
mod search;
mod statistics;
mod unsaved;
mod upgrade;
mod verify;
mod work;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use sample::{Sample, at, day, id, letter};

use super::{LockedStore, NewStore, Passphrase, SqliteStore, StoreProblem};
use crate::casework::access::{Role, User};
use crate::casework::ids::{ContentId, RequestNumber};
use crate::casework::person::{IdentityStatus, Protection};
use crate::casework::projection;
use crate::casework::request::{Content, Event, Request};
use crate::law::rights::{Right, Track};
use crate::usecase::ports::{Commit, Committed, FileSystem, FileSystems, Randomness, Store, StoreError, Target};
use crate::wording::Language;

const PASSPHRASE: &str = "blåbær på tur";

/// Chance that comes again, without the system adapter, which this room does not know.
struct Counter(u64);

impl Randomness for Counter {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for part in bytes.chunks_mut(32) {
            self.0 += 1;
            part.copy_from_slice(&Sha256::digest(self.0.to_be_bytes())[..part.len()]);
        }
        Ok(())
    }
}

struct Disk;

impl FileSystems for Disk {
    fn kind(&self, _: &Path) -> io::Result<FileSystem> {
        Ok(FileSystem::Local)
    }
}

/// A store in a folder that is gone when the test is over.
struct Office {
    folder: TempDir,
    store: SqliteStore,
}

impl Office {
    /// With one user of this role, who is cleared or not.
    fn of(role: Role, cleared: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let new = NewStore {
            folder: &folder.path().join("lager"),
            test: true,
            organisation: "helsedirektoratet",
            user: &User { name: "Kari Myhre".to_owned(), role, cleared },
            passphrase: &Passphrase::new(PASSPHRASE),
            now: at(0),
        };
        let store = super::create(&new, &Disk, Box::new(Counter(0))).expect("a store");
        Self { folder, store }
    }

    fn new() -> Self {
        Self::of(Role::Administrator, true)
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("lager")
    }

    /// Another process on the same store.
    fn another(&self, user: &str) -> Result<SqliteStore, StoreProblem> {
        // Each has chance of its own, so that no two keys come out the same.
        static OTHERS: AtomicU64 = AtomicU64::new(1);
        let chance = Counter(OTHERS.fetch_add(1, Ordering::Relaxed) << 40);
        LockedStore::open(&self.path(), &Disk)?.unlock(user, &Passphrase::new(PASSPHRASE), Box::new(chance))
    }

    fn register(&mut self, sample: &Sample) -> RequestNumber {
        self.store.commit(&sample.commit()).expect("registered").number
    }

    /// Does something to a request, as a use case would.
    fn change(&mut self, number: RequestNumber, events: Vec<Event>, contents: Vec<(ContentId, Content)>) -> Committed {
        self.try_change(number, events, contents).expect("changed")
    }

    fn try_change(
        &mut self,
        number: RequestNumber,
        events: Vec<Event>,
        contents: Vec<(ContentId, Content)>,
    ) -> Result<Committed, StoreError> {
        let stored = self.store.load(number)?.expect("a request");
        let mut state = Request::replay(&stored.log).expect("a registration");
        let expected_version = state.version;
        for event in &events {
            state.apply(event, crate::law::calendar::oslo_date(at(i64::from(expected_version))));
        }
        let given = contents.iter().find(|(id, _)| *id == state.person).map(|(_, content)| content.clone());
        let person = given.or_else(|| stored.contents.get(&state.person).cloned());
        let person = person.as_ref().and_then(Content::person);
        self.store.commit(&Commit {
            target: Target::Request { number, expected_version },
            at: at(i64::from(expected_version)),
            actor: "Kari Myhre".to_owned(),
            events,
            contents,
            rows: projection::rows(&state, person),
            draft: None,
        })
    }

    /// Runs a statement that the program has none of, as somebody with the key could.
    fn harm(&self, sql: &str) {
        self.store
            .connection
            .execute_batch(&format!(
                "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {sql};
                 PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF;"
            ))
            .expect(sql);
    }
}
