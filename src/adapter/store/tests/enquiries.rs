//! The data protection officer's own rows: read by officers alone, by key and not by role; and told where they were changed.

use super::*;
use crate::casework::ombud::{Enquiry, EnquiryErasure, EnquiryOutcome, EnquirySource, EnquiryStep, RetentionMonths};
use crate::usecase::ports::{EnquiryRetention, EnquiryStore, NewEnquiryEntry};

/// Words that stand nowhere else in a store.
pub(super) const SECRET: [&str; 4] =
    ["Solveig Kvitnes", "solveig@example.org", "Læreren leser meldingene", "Ringte helsesykepleier"];

pub(super) fn new(of: Option<(u32, u32)>, step: EnquiryStep) -> NewEnquiryEntry {
    NewEnquiryEntry { of, at: at(1), actor: "Siv Ås".to_owned(), step, erases: Vec::new() }
}

pub(super) fn received() -> EnquiryStep {
    EnquiryStep::Received(Enquiry {
        received_on: day("2026-02-03"),
        source: EnquirySource::Child,
        name: Some(SECRET[0].to_owned()),
        contact: Some(SECRET[1].to_owned()),
        text: SECRET[2].to_owned(),
    })
}

pub(super) fn user(name: &str, role: Role, cleared: bool) -> User {
    User { name: name.to_owned(), role, cleared }
}

/// An office with an officer who has had an enquiry and noted something, a cleared lead, and the administrator who made it.
pub(super) fn office() -> Office {
    let mut office = Office::new();
    let passphrase = Passphrase::new(PASSPHRASE);
    for (name, role) in [("Siv Ås", Role::Ombudsman), ("Eva Li", Role::Lead)] {
        office.store.let_in(&user(name, role, role == Role::Lead), &passphrase).expect("let in");
    }
    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&new(None, received())).expect("kept");
    siv.enter_enquiry(&new(Some((1, 1)), EnquiryStep::Noted(SECRET[3].to_owned()))).expect("kept");
    siv.enter_enquiry(&new(Some((1, 2)), EnquiryStep::Closed(EnquiryOutcome::Answered))).expect("kept");
    office
}

/// Every value of every table, as whoever has the store's own key can read it.
pub(super) fn everything(store: &SqliteStore) -> Vec<u8> {
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
    let mut statement = store.connection.prepare(names).expect("tables");
    let tables: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("tables").collect::<Result<_, _>>().expect("tables");
    assert!(tables.iter().any(|table| table == "enquiry_log"));
    let mut bytes = Vec::new();
    for table in tables {
        let mut statement = store.connection.prepare(&format!("SELECT * FROM \"{table}\"")).expect(&table);
        let width = statement.column_count();
        let mut rows = statement.query([]).expect(&table);
        while let Some(row) = rows.next().expect(&table) {
            for place in 0..width {
                match row.get_ref(place).expect("a value") {
                    rusqlite::types::ValueRef::Text(value) | rusqlite::types::ValueRef::Blob(value) => {
                        bytes.extend_from_slice(value);
                    }
                    rusqlite::types::ValueRef::Null
                    | rusqlite::types::ValueRef::Integer(_)
                    | rusqlite::types::ValueRef::Real(_) => {}
                }
            }
        }
    }
    bytes
}

#[test]
fn a_lead_and_an_administrator_find_nothing_of_it_in_the_open_store() {
    let office = office();
    for name in ["Eva Li", "Kari Myhre"] {
        let mut store = office.another(name).expect("unlocked");
        let bytes = everything(&store);
        let has = |words: &str| bytes.windows(words.len()).any(|part| part == words.as_bytes());
        assert!(has("enquiry-noted") && has("Siv Ås"), "that something happened, and by whom, is told");
        for secret in SECRET {
            assert!(!has(secret), "{name}: {secret}");
        }
        let refused = store.enquiries(None).expect_err("no key");
        assert!(matches!(refused, StoreError::Fault { code: "not-cleared", .. }), "{name}: {refused:?}");
        assert!(store.ring.pair(super::super::keys::KeyName::Ombud).is_none(), "{name}");
        // No key that they have opens a row, whatever they try it with.
        let row = |row: &rusqlite::Row<'_>| {
            let sealed = super::super::sealing::Sealed { encapsulated: row.get(0)?, bytes: row.get(1)? };
            Ok((row.get::<_, i64>(2)?, sealed))
        };
        let mut statement =
            store.connection.prepare("SELECT encapsulated, bytes, position FROM enquiry_log").expect("a statement");
        for found in statement.query_map([], row).expect("rows") {
            let (position, sealed) = found.expect("a row");
            let context = [b"enquiry ", position.to_be_bytes().as_slice(), &1_u32.to_be_bytes()].concat();
            let own = store.ring.own().expect("a key");
            let protected = store.ring.pair(super::super::keys::KeyName::Protected);
            for pair in [Some(own), protected].into_iter().flatten() {
                assert_eq!(super::super::sealing::open_from(pair, &sealed, &context), None, "{name}");
            }
        }
    }
    let mut siv = office.another("Siv Ås").expect("unlocked");
    let entries = siv.enquiries(Some(1)).expect("the officer has the key");
    assert_eq!(
        entries.iter().filter_map(|entry| entry.step.as_ref()).map(EnquiryStep::kind).collect::<Vec<_>>(),
        ["enquiry-received", "enquiry-noted", "enquiry-closed"]
    );
    assert_eq!(entries[0].step, Some(received()));
}

/// Only whoever has the key hands it on, as it is with protected persons; then the newcomer reads what came before.
#[test]
fn a_new_officer_reads_what_an_officer_lets_them_read() {
    let mut office = office();
    let passphrase = Passphrase::new(PASSPHRASE);
    let newcomer = user("Nora Dahl", Role::Ombudsman, false);
    let refused = office.store.let_in(&newcomer, &passphrase).expect_err("the administrator has no such key");
    assert!(matches!(refused, StoreProblem::KeyNotHeld { .. }));
    office.another("Siv Ås").expect("unlocked").let_in(&newcomer, &passphrase).expect("let in");
    let mut nora = office.another("Nora Dahl").expect("unlocked");
    assert_eq!(nora.enquiries(None).expect("the key").len(), 3);
}

#[test]
fn nobody_keeps_what_no_officer_can_read() {
    let mut office = Office::new();
    let refused = office.store.enter_enquiry(&new(None, received())).expect_err("no officer");
    assert!(matches!(refused, StoreError::Fault { code: "not-cleared", .. }), "{refused:?}");
}

#[test]
fn numbers_have_no_gaps_and_whoever_comes_second_is_told() {
    let office = office();
    let mut siv = office.another("Siv Ås").expect("unlocked");
    assert_eq!(siv.enter_enquiry(&new(None, received())).expect("kept").enquiry, 2);
    let late = new(Some((1, 2)), EnquiryStep::Noted("For sent.".to_owned()));
    assert!(matches!(siv.enter_enquiry(&late), Err(StoreError::Conflict)));
    assert_eq!(siv.enquiries(Some(1)).expect("read").len(), 3);
}

/// Whoever has no key checks the chain as well.
#[test]
fn an_entry_that_was_changed_or_taken_away_is_told() {
    for (harm, code) in [
        ("UPDATE enquiry_log SET actor = 'Eva Li' WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET bytes = zeroblob(40) WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET kind = 'enquiry-closed' WHERE position = 2", "enquiry-changed"),
        ("DELETE FROM enquiry_log WHERE position = 2", "enquiry-missing"),
        ("DELETE FROM enquiry_log WHERE position = 1", "enquiry-missing"),
    ] {
        let mut office = office();
        assert_eq!(office.store.verify(None).expect("verified").problems, []);
        office.harm(harm);
        let problems = office.store.verify(None).expect("verified").problems;
        assert!(problems.iter().any(|problem| problem.code == code), "{harm}: {problems:?}");
        let mut siv = office.another("Siv Ås").expect("unlocked");
        assert!(!siv.verify(None).expect("verified").problems.is_empty(), "{harm}");
    }
}

pub(super) fn erasing(enquiry: u32, version: u32, erases: Vec<u32>) -> NewEnquiryEntry {
    let step = EnquiryStep::Erased(EnquiryErasure::NotNeeded);
    NewEnquiryEntry { erases, ..new(Some((enquiry, version)), step) }
}

/// The sealed bytes of the entries of an enquiry, as they lie there.
fn sealed(store: &SqliteStore, enquiry: u32) -> Vec<Vec<u8>> {
    let mut statement = store
        .connection
        .prepare("SELECT bytes FROM enquiry_log WHERE enquiry = ?1 AND bytes IS NOT NULL ORDER BY position")
        .expect("a statement");
    statement.query_map([enquiry], |row| row.get(0)).and_then(Iterator::collect).expect("the rows")
}

/// The same store over a file that is not encrypted, so that its bytes can be looked through.
fn in_the_clear(store: SqliteStore, file: &Path) -> SqliteStore {
    std::fs::write(file, []).expect("an empty file, which is filled");
    let path = file.to_str().expect("a path of text");
    store
        .connection
        .execute_batch(&format!("ATTACH '{path}' AS clear KEY ''; SELECT sqlcipher_export('clear'); DETACH clear;"))
        .expect("a copy that is not encrypted");
    let connection = rusqlite::Connection::open(file).expect("the copy");
    super::super::connection::settle(&connection).expect("with every setting");
    SqliteStore { connection, ..store }
}

#[test]
fn what_is_erased_is_gone_from_the_file_and_from_its_log() {
    let office = office();
    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&new(None, received())).expect("kept");
    let file = office.folder.path().join("clear.db");
    let mut siv = in_the_clear(siv, &file);
    // What is erased lies in the log of the file too, as it does shortly after it was written.
    siv.enter_enquiry(&new(Some((1, 3)), EnquiryStep::Noted("Enda et notat.".to_owned()))).expect("kept");
    let (first, second) = (sealed(&siv, 1), sealed(&siv, 2));
    let files = || {
        let log = std::fs::read(file.with_extension("db-wal")).unwrap_or_default();
        [std::fs::read(&file).expect("the file"), log]
    };
    let lies_in = |bytes: &[u8]| files().map(|file| file.windows(bytes.len()).any(|part| part == bytes));
    assert!(first.iter().all(|bytes| lies_in(bytes).contains(&true)), "the control: they lie in one of the two");
    assert_eq!(lies_in(&first[3]), [false, true], "the control: the newest lies in the log alone");

    let places = siv.enquiries(Some(1)).expect("read").iter().map(|entry| entry.position).collect();
    siv.enter_enquiry(&erasing(1, 4, places)).expect("erased");
    for bytes in &first {
        assert_eq!(lies_in(bytes), [false, false]);
    }
    assert!(lies_in(&second[0]).contains(&true), "the other enquiry is there");
}

#[test]
fn the_chain_holds_and_says_that_something_was_erased() {
    let mut office = office();
    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&new(None, received())).expect("kept");
    siv.enter_enquiry(&erasing(1, 3, vec![1, 2, 3])).expect("erased");
    let entries = siv.enquiries(Some(1)).expect("read");
    let left: Vec<_> = entries.iter().map(|entry| entry.step.clone()).collect();
    assert_eq!(left, [None, None, None, Some(EnquiryStep::Erased(EnquiryErasure::NotNeeded))]);
    assert_eq!(siv.enquiries(None).expect("read").len(), 5, "the other one is there");
    siv.enter_enquiry(&new(None, received())).expect("and the chain goes on");
    for store in [&mut siv, &mut office.store] {
        assert_eq!(store.verify(None).expect("verified").problems, []);
    }
}

/// Of what is left nothing can be changed, nor can an entry be emptied that nobody erased; whoever has no key tells as well.
#[test]
fn what_is_left_of_an_erased_entry_cannot_be_changed() {
    for (harm, code) in [
        ("UPDATE enquiry_log SET actor = 'Eva Li' WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET at = at + 1 WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET kind = 'enquiry-closed' WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET enquiry = 2 WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET hash = zeroblob(32) WHERE position = 2", "enquiry-missing"),
        ("UPDATE enquiry_log SET encapsulated = zeroblob(32), bytes = x'00' WHERE position = 2", "enquiry-changed"),
        ("UPDATE enquiry_log SET encapsulated = NULL, bytes = NULL WHERE position = 1", "enquiry-changed"),
        ("UPDATE enquiry_log SET erases = NULL WHERE position = 4", "enquiry-changed"),
        ("UPDATE enquiry_log SET erases = zeroblob(40) WHERE position = 4", "enquiry-changed"),
        ("DELETE FROM enquiry_log WHERE position = 2", "enquiry-missing"),
    ] {
        let mut office = office();
        let mut siv = office.another("Siv Ås").expect("unlocked");
        siv.enter_enquiry(&erasing(1, 3, vec![2])).expect("erased");
        siv.enter_enquiry(&new(Some((1, 4)), EnquiryStep::Noted("Et nytt.".to_owned()))).expect("kept");
        assert_eq!(office.store.verify(None).expect("verified").problems, [], "the control");
        office.harm(harm);
        let problems = office.store.verify(None).expect("verified").problems;
        assert!(problems.iter().any(|problem| problem.code == code), "{harm}: {problems:?}");
    }
}

#[test]
fn one_enquiry_erases_nothing_of_another_and_nothing_twice() {
    let office = office();
    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&new(None, received())).expect("kept");
    for (enquiry, version, erases) in [(2, 1, vec![1]), (1, 3, vec![9])] {
        siv.enter_enquiry(&erasing(enquiry, version, erases)).expect_err("refused");
    }
    siv.enter_enquiry(&erasing(1, 3, vec![2])).expect("erased");
    siv.enter_enquiry(&erasing(1, 4, vec![2])).expect_err("refused");
    assert_eq!(siv.verify(None).expect("verified").problems, []);
}

#[test]
fn how_long_enquiries_are_kept_is_the_officers_own() {
    let mut office = office();
    assert_eq!(office.store.enquiry_retention().expect("read"), EnquiryRetention::default());
    let retention = EnquiryRetention { months: RetentionMonths::new(24), changed: Some((at(2), "Siv Ås".to_owned())) };
    office.store.set_enquiry_retention(&retention).expect("kept");
    assert_eq!(office.store.enquiry_retention().expect("read"), retention);
}

/// What was kept before anything could be erased is read and checked as it was, and erased as what came after is.
#[test]
fn what_was_kept_before_can_be_erased_too() {
    let office = office();
    let step = |name: &str| {
        let found = super::super::migration::MIGRATIONS.iter().find(|step| step.name == name);
        found.expect("a step").sql
    };
    let (before, after) = (step("20261129120100_enquiries_of_the_officer"), step("20261129130000_erasing_enquiries"));
    office.harm(&format!(
        "DROP INDEX enquiry_log_enquiry; ALTER TABLE enquiry_log RENAME TO later; DROP TABLE enquiry_retention; {before}
         INSERT INTO enquiry_log SELECT position, enquiry, at, actor, kind, encapsulated, bytes, prev_hash, hash FROM later;
         DROP TABLE later; {after}"
    ));
    let mut siv = office.another("Siv Ås").expect("unlocked");
    assert_eq!(siv.enquiries(Some(1)).expect("read").len(), 3);
    siv.enter_enquiry(&erasing(1, 3, vec![1, 2, 3])).expect("erased");
    assert_eq!(siv.verify(None).expect("verified").problems, []);
}
