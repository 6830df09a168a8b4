//! An older store that is brought up to date, and one whose bringing up to date is broken off.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::*;
use crate::adapter::store::connection::{self, Opening};
use crate::adapter::store::folder::LockedStore;
use crate::adapter::store::keys::{KeysFile, Newcomer};
use crate::adapter::store::migration::{self, MIGRATIONS, Migration};
use crate::adapter::store::upgrade::{self, Upgrade};
use crate::adapter::store::{AdoptedKind, DATABASE, FORMAT, KEYS, file, read_keys, rebuild};

/// Of the user Kari Myhre in the stores of `tests/databases`.
const OLD_PASSPHRASE: &str = "blåbær på tur i fjellet";

/// What a copy of the store of format 2 is called: its format and its last commit.
const COPY: &str = "store-format-2-20260220T081000Z.db";
const COPY_OF_KEYS: &str = "keys-format-2-20260220T081000Z.toml";

/// A copy of the store that a program of format 2 made.
struct Old(TempDir);

impl Old {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases/format-2/store");
        for name in [DATABASE, KEYS] {
            fs::copy(from.join(name), folder.path().join(name)).expect("copied");
        }
        Self(folder)
    }

    fn unlock(&self) -> Result<SqliteStore, StoreProblem> {
        let locked = LockedStore::open(self.0.path(), &Disk)?;
        locked.unlock("Kari Myhre", &Passphrase::new(OLD_PASSPHRASE), Box::new(Counter(7)))
    }

    /// The database itself, without anything that opening a store does.
    fn connection(&self, name: &str) -> Connection {
        connect(self.0.path(), name)
    }

    /// The names of the files in the folder, in order, without those that SQLite keeps while it is open.
    fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).expect("a folder");
        let mut names: Vec<_> =
            names.map(|entry| entry.expect("a file").file_name().into_string().expect("text")).collect();
        names.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
        names.sort();
        names
    }

    /// It is as the earlier program left it.
    #[track_caller]
    fn is_untouched(&self) {
        let connection = self.connection(DATABASE);
        assert_eq!(migration::format_of(&connection).expect("a format"), 2);
        let grounds: i64 = connection
            .query_row("SELECT count(*) FROM case_row WHERE without_grounds IN (0, 1)", [], |row| row.get(0))
            .expect("the earlier column");
        assert_eq!(grounds, 9);
        assert!(fs::read_to_string(self.0.path().join(KEYS)).expect("the keys").contains("format = 2"));
    }

    /// Opening brings it up to date, and all is well.
    #[track_caller]
    fn opens(&self) {
        let mut store = self.unlock().expect("unlocked");
        let upgraded = Upgrade { from: 2, to: FORMAT, copy: COPY.to_owned() };
        assert_eq!(store.upgraded(), Some(&upgraded));
        assert_eq!(store.verify(None).expect("verified").problems, []);
        let rebuilt = store.rebuild().expect("rebuilt");
        assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
        assert_eq!(store.status().expect("a status").counts.section_25_stages, [0, 2, 1, 1]);
        assert_eq!(self.files(), [COPY_OF_KEYS, KEYS, COPY, DATABASE]);
        assert_eq!(self.unlock().expect("unlocked").upgraded(), None);
    }
}

fn connect(folder: &Path, name: &str) -> Connection {
    let keys = KeysFile::parse(&fs::read_to_string(folder.join(KEYS)).expect("the keys"), FORMAT).expect("keys");
    let (_, ring) = keys.unlock("Kari Myhre", &Passphrase::new(OLD_PASSPHRASE)).expect("unlocked");
    connection::open(&folder.join(name), &ring.store, Opening::Existing).expect("opened")
}

#[test]
fn an_older_store_is_copied_and_brought_up_to_date() {
    let old = Old::new();
    old.opens();
    let copy = old.connection(COPY);
    assert_eq!(migration::format_of(&copy).expect("a format"), 2);
    let words = fs::read(old.0.path().join(COPY)).expect("the copy");
    assert!(!words.windows(6).any(|window| window == b"CREATE"), "the copy is encrypted");
    assert!(fs::read_to_string(old.0.path().join(COPY_OF_KEYS)).expect("the keys").contains("format = 2"));
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_the_copy() {
    use std::os::unix::fs::PermissionsExt as _;

    let old = Old::new();
    old.opens();
    for name in [COPY, COPY_OF_KEYS] {
        let mode = fs::metadata(old.0.path().join(name)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}

/// What the earlier program wrote last may still lie in the write-ahead log: it is in the copy.
#[test]
fn a_copy_holds_what_lies_in_the_write_ahead_log() {
    let old = Old::new();
    let other = old.connection(DATABASE);
    other.execute_batch("PRAGMA wal_autocheckpoint = 0; UPDATE store SET last_tested_restore_at = 7").expect("written");
    assert!(fs::metadata(old.0.path().join("store.db-wal")).expect("a log").len() > 0);
    old.opens();
    let kept: i64 = old
        .connection(COPY)
        .query_row("SELECT last_tested_restore_at FROM store", [], |row| row.get(0))
        .expect("in the copy");
    assert_eq!(kept, 7);
}

/// Whoever opens it in the same moment finds it done, or does it: nobody does it twice.
#[test]
fn of_two_who_open_it_at_once_one_brings_it_up_to_date() {
    let old = Old::new();
    let upgraded: Vec<_> = thread::scope(|scope| {
        let opening: Vec<_> =
            (0..2).map(|_| scope.spawn(|| old.unlock().map(|store| store.upgraded().cloned()))).collect();
        opening.into_iter().map(|one| one.join().expect("ended").expect("unlocked")).collect()
    });
    assert_eq!(upgraded.iter().flatten().count(), 1, "{upgraded:?}");
    assert_eq!(old.unlock().expect("unlocked").verify(None).expect("verified").problems, []);
}

/// A commit of another process between the copy and the lock: the copy is made anew, and holds it.
#[test]
fn a_commit_after_the_copy_is_in_the_copy_all_the_same() {
    let old = Old::new();
    let (mut mine, other) = (old.connection(DATABASE), Mutex::new(Some(old.connection(DATABASE))));
    let copies = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&copies);
    let trace = move |event: TraceEvent<'_>| {
        let TraceEvent::Stmt(_, sql) = event else { return };
        count.fetch_add(usize::from(sql.starts_with("VACUUM")), Ordering::Relaxed);
        // At the latest moment before the lock, and once.
        if sql.starts_with("BEGIN IMMEDIATE")
            && let Some(other) = other.lock().expect("not poisoned").take()
        {
            other.execute_batch("UPDATE store SET last_tested_restore_at = 8").expect("written");
        }
    };
    mine.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(trace)).expect("traced");
    let done = upgrade::upgrade(&mut mine, old.0.path(), &MIGRATIONS, |_| Ok(()));
    assert_eq!(done.expect("done").expect("upgraded").copy, COPY);
    assert_eq!(copies.load(Ordering::Relaxed), 2);
    let kept: i64 = old
        .connection(COPY)
        .query_row("SELECT last_tested_restore_at FROM store", [], |row| row.get(0))
        .expect("in the copy");
    assert_eq!(kept, 8);
}

#[test]
fn a_catalogue_that_was_taken_into_use_earlier_still_is() {
    let old = Old::new();
    let step =
        MIGRATIONS.iter().position(|step| step.name.ends_with("_what_the_office_has_adopted")).expect("the step");
    let mut connection = old.connection(DATABASE);
    upgrade::upgrade(&mut connection, old.0.path(), &MIGRATIONS[..step], |_| Ok(())).expect("brought half the way");
    connection
        .execute_batch(
            "INSERT INTO catalogue VALUES (1, 7, 'Odd Vik', '2026-07'), (2, 8, 'Kari Myhre', '2026-08'); \
             INSERT INTO catalogue_file VALUES (1, 'kpr.toml', 'eldre'), (2, 'kpr.toml', 'blåbær');",
        )
        .expect("taken into use");
    drop(connection);
    let store = old.unlock().expect("unlocked");
    let adopted = store.adopted(AdoptedKind::Catalogue).expect("read").expect("a catalogue");
    assert_eq!(
        (adopted.version.as_str(), adopted.by.as_str(), adopted.at.timestamp_micros()),
        ("2026-08", "Kari Myhre", 8)
    );
    assert_eq!(adopted.files, [("kpr.toml".to_owned(), "blåbær".as_bytes().to_vec())]);
    assert_eq!(store.adopted(AdoptedKind::LetterTexts).expect("read"), None);
}

#[test]
fn a_step_that_fails_is_named_and_leaves_the_store_as_it_was() {
    let old = Old::new();
    let mut steps: Vec<Migration> = MIGRATIONS.to_vec();
    steps
        .push(Migration { name: "20991231235900_broken", sql: "DROP TABLE case_row; INSERT INTO nothing VALUES (1);" });
    let problem =
        upgrade::upgrade(&mut old.connection(DATABASE), old.0.path(), &steps, |_| Ok(())).expect_err("failed");
    assert!(matches!(problem, StoreProblem::Migration { step: "20991231235900_broken", .. }), "{problem:?}");
    let text = problem.to_string();
    for said in ["steget 20991231235900_broken", "Lageret er som før", "Meld fra"] {
        assert!(text.contains(said), "«{said}» in: {text}");
    }
    old.is_untouched();
    old.opens();
}

#[test]
fn a_log_that_cannot_be_read_leaves_the_store_as_it_was() {
    let old = Old::new();
    old.connection(DATABASE).execute_batch("UPDATE event SET kind = 'unheard-of' WHERE seq = 2").expect("harmed");
    let problem = old.unlock().expect_err("refused");
    assert!(matches!(problem, StoreProblem::UnreadableLog { .. }), "{problem:?}");
    old.is_untouched();
}

/// What the killed process prints when the rows are half made and nothing is committed.
const MARK: &str = "------ in the middle ------";

#[test]
fn killed_in_the_middle_the_store_is_as_it_was_and_the_next_opening_goes_through() {
    let old = Old::new();
    let mut child = Command::new(std::env::current_exe().expect("this test binary"))
        .args([
            "--exact",
            "adapter::store::tests::upgrade::brings_up_to_date_and_never_ends",
            "--ignored",
            "--nocapture",
        ])
        .current_dir(old.0.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let reached = lines.map(|line| line.expect("text")).any(|line| line.contains(MARK));
    assert!(reached, "it ended before the middle");
    // SIGKILL: nothing of the process runs any more.
    child.kill().expect("killed");
    let status = child.wait().expect("ended");
    assert_eq!(status.code(), None, "{status}");
    assert!(fs::metadata(old.0.path().join("store.db-wal")).expect("a log").len() > 0, "pages had been written");
    assert_eq!(old.files(), [COPY_OF_KEYS, KEYS, COPY, DATABASE, "store.upgrading"]);
    old.is_untouched();
    old.opens();
}

/// The process that is killed above, in the folder of the store.
#[test]
#[ignore = "run by killed_in_the_middle_…, in a process of its own that never ends"]
fn brings_up_to_date_and_never_ends() {
    let folder = Path::new(".");
    let keys = KeysFile::parse(&fs::read_to_string(KEYS).expect("the keys"), FORMAT).expect("keys");
    let (_, ring) = keys.unlock("Kari Myhre", &Passphrase::new(OLD_PASSPHRASE)).expect("unlocked");
    let mut connection = connect(folder, DATABASE);
    // Room for few pages, so that some are written to the log before anything is committed.
    connection.execute_batch("PRAGMA cache_size = 4").expect("set");
    let wait = |transaction: &Transaction<'_>| {
        rebuild::remake(transaction, &ring)?;
        transaction.execute_batch("DELETE FROM case_row WHERE request % 2 = 1")?;
        println!("{MARK}");
        loop {
            thread::sleep(Duration::from_secs(60));
        }
    };
    let ended = upgrade::upgrade(&mut connection, folder, &MIGRATIONS, wait);
    panic!("{ended:?}");
}

/// The database is of this format and `keys.toml` not yet, while a colleague lets somebody in.
#[test]
fn whoever_is_let_in_during_the_first_opening_is_not_written_over() {
    let old = Old::new();
    let earlier = fs::read(old.0.path().join(KEYS)).expect("the keys");
    let mut colleague = old.unlock().expect("unlocked");
    fs::write(old.0.path().join(KEYS), earlier).expect("put back");
    let before = read_keys(&colleague.folder, &colleague.ring).expect("keys");
    let transaction = colleague.connection.transaction_with_behavior(TransactionBehavior::Immediate).expect("locked");
    let set = "UPDATE store SET keys_revision = ?1";
    transaction.execute(set, [before.revision.cast_signed()]).expect("put back");
    transaction.commit().expect("committed");

    let transaction = colleague.connection.transaction_with_behavior(TransactionBehavior::Immediate).expect("locked");
    let mut keys = before;
    thread::scope(|scope| {
        let opening = scope.spawn(|| old.unlock().expect("unlocked"));
        thread::sleep(Duration::from_secs(2));
        let nina = User { name: "Nina Lie".to_owned(), role: Role::Caseworker, cleared: false };
        let newcomer = Newcomer { user: &nina, passphrase: &Passphrase::new(PASSPHRASE) };
        keys.admit(&colleague.ring, newcomer, &mut Counter(9)).expect("let in");
        file::replace(old.0.path(), KEYS, keys.text().expect("text").as_bytes()).expect("written");
        transaction.execute(set, [keys.revision.cast_signed()]).expect("known");
        transaction.commit().expect("committed");
        let mut opened = opening.join().expect("no panic");
        assert!(opened.users().expect("users").iter().any(|user| user.name == "Nina Lie"));
        assert_eq!(opened.keys.format, FORMAT);
    });
    let text = fs::read_to_string(old.0.path().join(KEYS)).expect("the keys");
    assert_eq!(KeysFile::parse(&text, FORMAT).expect("keys").format, FORMAT);
    assert!(old.unlock().is_ok());
}
