//! Copies of a store that is being written, and of one that does not hold.

use super::*;
use crate::usecase::ports::{BackUp, Verification};

fn back_up(office: &mut Office, name: &str) -> (PathBuf, Result<Verification, StoreError>) {
    let folder = office.folder.path().join(name);
    let made = office.store.back_up(&BackUp { folder: &folder, file_systems: &Disk, now: at(500) });
    (folder, made)
}

fn unlock(folder: &Path) -> SqliteStore {
    let locked = LockedStore::open(folder, &Disk).expect("a store");
    locked.unlock("Kari Myhre", &Passphrase::new(PASSPHRASE), Box::new(Counter(77))).expect("unlocked")
}

fn tested_at(store: &mut SqliteStore) -> Option<chrono::DateTime<chrono::Utc>> {
    store.status().expect("a status").last_tested_restore_at
}

/// What was written last may still lie in the write-ahead log, and another process may be at work.
#[test]
fn a_copy_holds_what_was_committed_last_by_anybody() {
    let mut office = Office::new();
    office.harm("PRAGMA wal_autocheckpoint = 0");
    office.register(&Sample::new(1));
    let mut colleague = office.another("Kari Myhre").expect("unlocked");
    colleague.commit(&Sample::new(2).commit()).expect("registered");
    let (folder, made) = back_up(&mut office, "kopi");
    let made = made.expect("made");
    assert_eq!((made.requests, made.problems.len()), (2, 0));
    assert_eq!(tested_at(&mut office.store), Some(at(500)));
    let mut copy = unlock(&folder);
    assert_eq!(copy.verify(None).expect("verified"), made);
    assert_eq!(tested_at(&mut copy), None, "the copy knows nothing of its own trial");
}

/// It may be all there is, so it is kept; but it does not count.
#[test]
fn a_copy_of_a_record_that_does_not_hold_is_kept_and_told() {
    let mut office = Office::new();
    office.register(&Sample::new(1));
    office.harm("UPDATE event SET actor = 'en annen' WHERE seq = 1");
    let (folder, made) = back_up(&mut office, "kopi");
    let problems = made.expect("made").problems;
    assert!(problems.iter().any(|problem| problem.code == "event-changed"), "{problems:?}");
    assert_eq!(tested_at(&mut office.store), None);
    assert_eq!(unlock(&folder).verify(None).expect("verified").problems, problems);
}

/// Somebody is let in between two copies: each opens with the users that it was made with.
#[test]
fn the_keys_in_a_copy_are_those_of_its_moment() {
    let mut office = Office::new();
    let (before, made) = back_up(&mut office, "før");
    made.expect("made");
    let odd = User { name: "Odd Vik".to_owned(), role: Role::Caseworker, cleared: false };
    office.store.let_in(&odd, &Passphrase::new("odd sin passfrase")).expect("let in");
    let (after, made) = back_up(&mut office, "etter");
    made.expect("made");
    let users = |folder: &Path| LockedStore::open(folder, &Disk).expect("a store").users().len();
    assert_eq!((users(&before), users(&after)), (1, 2));
    unlock(&before);
    unlock(&after);
}
