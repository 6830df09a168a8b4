//! The log of readings: what is entered, and that whatever is done to it behind the program's back is told.

use super::*;
use crate::casework::access::{NewReading, Reading};
use crate::casework::audit::Digest;
use crate::usecase::ports::FaultClass;

fn number(sequence: u32) -> RequestNumber {
    RequestNumber::new(2026, sequence).expect("a number")
}

fn look(office: &mut Office, second: i64, actor: &str, reading: Reading) -> Result<(), StoreError> {
    office.store.record_reading(&NewReading { at: at(second), actor: actor.to_owned(), reading })
}

/// Two requests and six readings: of both of them, and of none.
fn looked_at() -> Office {
    let mut office = Office::new();
    (1..=2).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    for (second, actor, reading) in [
        (1, "Kari Myhre", Reading::Case(number(1).case(letter(0)))),
        (2, "Odd Vik", Reading::Case(number(2).case(letter(1)))),
        (3, "Kari Myhre", Reading::Draft { request: number(1), case: None }),
        (4, "Odd Vik", Reading::PersonSearch { found: 3 }),
        (5, "Kari Myhre", Reading::Export(number(1).document(2))),
        (6, "Ombudet", Reading::AccessLog { request: Some(number(1)) }),
    ] {
        look(&mut office, second, actor, reading).expect("entered");
    }
    office
}

fn told(office: &mut Office) -> Vec<&'static str> {
    let verified = office.store.verify(None).expect("verified");
    verified.problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn readings_are_entered_in_one_chain_and_read_by_request() {
    let mut office = looked_at();
    let of = |office: &mut Office, request| -> Vec<(u64, &str, String)> {
        let readings = office.store.readings(request, 100).expect("read");
        readings.into_iter().map(|entry| (entry.position, entry.reading.id(), entry.actor)).collect()
    };
    let kari = "Kari Myhre".to_owned();
    assert_eq!(
        of(&mut office, Some(number(1))),
        [
            (1, "case", kari.clone()),
            (3, "draft", kari.clone()),
            (5, "export", kari),
            (6, "access-log", "Ombudet".into())
        ]
    );
    assert_eq!(of(&mut office, Some(number(2))), [(2, "case", "Odd Vik".to_owned())]);
    assert_eq!(of(&mut office, None), [(4, "person-search", "Odd Vik".to_owned())]);
    assert_eq!(of(&mut office, Some(number(9))), []);
    let newest: Vec<_> = office.store.readings(Some(number(1)), 2).expect("read");
    assert_eq!(newest.iter().map(|entry| entry.position).collect::<Vec<_>>(), [5, 6]);
    assert_eq!(newest[0].at, at(5));
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.readings, verified.problems), (6, vec![]));
}

/// Looking is no change: neither the request's version nor the head of the record moves.
#[test]
fn a_reading_changes_nothing_else() {
    let mut office = looked_at();
    let (stored, head) =
        (office.store.load(number(1)).expect("read"), office.store.verify(None).expect("verified").head);
    let before = office.store.verify(None).expect("verified").access_head;
    look(&mut office, 7, "Odd Vik", Reading::Case(number(1).case(letter(0)))).expect("entered");
    assert_eq!(office.store.load(number(1)).expect("read"), stored);
    let after = office.store.verify(None).expect("verified");
    assert_eq!((after.head, after.readings), (head, 7));
    assert_ne!(after.access_head, before);
}

#[test]
fn an_entry_that_was_tampered_with_is_told() {
    for (sql, code) in [
        ("UPDATE access_log SET at = at + 1 WHERE position = 3", "access-changed"),
        ("UPDATE access_log SET actor = 'Odd Vik' WHERE position = 3", "access-changed"),
        ("UPDATE access_log SET what = 'case', letter = 0 WHERE position = 3", "access-changed"),
        ("UPDATE access_log SET request = 2026000000002 WHERE position = 3", "access-changed"),
        ("UPDATE access_log SET letter = 1 WHERE position = 1", "access-changed"),
        ("UPDATE access_log SET document = 3 WHERE position = 5", "access-changed"),
        ("UPDATE access_log SET found = 0 WHERE position = 4", "access-changed"),
        ("UPDATE access_log SET hash = zeroblob(32) WHERE position = 3", "access-changed"),
        ("UPDATE access_log SET prev_hash = zeroblob(32) WHERE position = 3", "access-missing"),
        ("UPDATE access_log SET what = 'look' WHERE position = 3", "access-unreadable"),
        ("UPDATE access_log SET request = NULL WHERE position = 3", "access-unreadable"),
        ("UPDATE access_log SET request = 1000000000001 WHERE position = 3", "access-changed"),
        ("DELETE FROM access_log WHERE position = 1", "access-missing"),
        ("DELETE FROM access_log WHERE position = 3", "access-missing"),
        ("UPDATE access_log SET position = 9 WHERE position = 6", "access-missing"),
        // A place between two others, made by moving those after it.
        (
            "UPDATE access_log SET position = position + 100 WHERE position > 3; \
             UPDATE access_log SET position = position - 99 WHERE position > 100; \
             INSERT INTO access_log SELECT 4, at, actor, what, request, letter, document, found, prev_hash, hash \
             FROM access_log WHERE position = 3",
            "access-missing",
        ),
        // Two that change places.
        (
            "UPDATE access_log SET position = 99 WHERE position = 2; UPDATE access_log SET position = 2 WHERE position = 3; \
             UPDATE access_log SET position = 3 WHERE position = 99",
            "access-missing",
        ),
    ] {
        let mut office = looked_at();
        office.harm(sql);
        let found = told(&mut office);
        assert!(found.contains(&code), "{sql}: {found:?}");
        assert!(found.iter().all(|code| code.starts_with("access-")), "{sql}: {found:?}");
    }
}

/// One entry taken out, and every hash after it computed anew: the chain fits, and only a head that was kept tells.
#[test]
fn a_chain_that_was_written_anew_or_cut_is_told_by_an_earlier_head() {
    let kept = |office: &mut Office| {
        Digest::from_hex(&office.store.verify(None).expect("verified").access_head).expect("a head")
    };
    let mut office = looked_at();
    let head = kept(&mut office);
    office.harm("DELETE FROM access_log WHERE position = 6");
    assert_eq!(told(&mut office), [""; 0]);
    let problems = office.store.verify(Some(head)).expect("verified").problems;
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["head-not-found"]);

    let mut office = looked_at();
    let head = kept(&mut office);
    let entries = [Some(number(1)), Some(number(2)), None]
        .into_iter()
        .flat_map(|request| office.store.readings(request, 100).expect("read"))
        .collect::<Vec<_>>();
    office.harm("DELETE FROM access_log");
    for position in [1, 3, 4, 5, 6] {
        let entry = entries.iter().find(|entry| entry.position == position).expect("an entry");
        let new = NewReading { at: entry.at, actor: entry.actor.clone(), reading: entry.reading };
        office.store.record_reading(&new).expect("entered");
    }
    assert_eq!(told(&mut office), [""; 0]);
    assert_eq!(office.store.verify(Some(head)).expect("verified").problems.len(), 1);

    let mut office = looked_at();
    let head = kept(&mut office);
    look(&mut office, 9, "Odd Vik", Reading::PersonSearch { found: 0 }).expect("entered");
    assert_eq!(office.store.verify(Some(head)).expect("verified").problems, []);
}

/// A request that was taken away without a trace in the record leaves one where somebody looked at it.
#[test]
fn a_request_that_somebody_saw_and_that_is_gone_is_told() {
    let mut office = looked_at();
    office.harm(
        "DELETE FROM commit_chain WHERE request = 2026000000002; DELETE FROM event WHERE request = 2026000000002; \
         DELETE FROM content WHERE request = 2026000000002",
    );
    office.store.rebuild().expect("rebuilt");
    let problems = office.store.verify(None).expect("verified").problems;
    let told: Vec<_> = problems.iter().map(|problem| (problem.request, problem.code)).collect();
    assert_eq!(told, [(Some(number(2)), "access-unknown")]);
}

#[test]
fn a_changed_entry_is_not_shown_as_one() {
    let mut office = looked_at();
    office.harm("UPDATE access_log SET actor = 'Odd Vik' WHERE position = 3");
    let problem = office.store.readings(Some(number(1)), 100).expect_err("told");
    assert!(problem.to_string().contains("Oppslagsloggen kan ikke leses ved oppføring 3"), "{problem}");
    assert!(matches!(problem, StoreError::Fault { class: FaultClass::Unusable, code: "record-damaged", .. }));
    assert_eq!(office.store.readings(Some(number(2)), 100).expect("read").len(), 1);
}

#[test]
fn an_entry_that_cannot_be_written_leaves_none() {
    let entry = Reading::Case(number(1).case(letter(0)));
    let mut office = looked_at();
    office.store.connection.execute_batch("PRAGMA query_only = ON").expect("set");
    let problem = look(&mut office, 7, "Odd Vik", entry).expect_err("refused");
    assert!(matches!(problem, StoreError::Fault { class: FaultClass::Unusable, code: "store-read-only", .. }));
    office.store.connection.execute_batch("PRAGMA query_only = OFF").expect("set");

    let pages: i64 = office.store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("a count");
    office.store.connection.execute_batch(&format!("PRAGMA max_page_count = {pages}")).expect("a limit");
    let full = (0..200).find_map(|_| look(&mut office, 7, "Odd Vik", entry).err()).expect("full at last");
    assert!(matches!(full, StoreError::Fault { class: FaultClass::Unusable, code: "disk-full", .. }), "{full:?}");
    assert_eq!(told(&mut office), [""; 0]);
}

/// Two processes enter at once: none is lost, and the chain is one.
#[test]
fn several_who_look_at_once_make_one_chain() {
    let mut office = looked_at();
    let others: Vec<_> = (0..2).map(|_| office.another("Kari Myhre").expect("unlocked")).collect();
    std::thread::scope(|scope| {
        for mut other in others {
            scope.spawn(move || {
                for second in 0..20 {
                    let reading = Reading::Case(number(1).case(letter(0)));
                    let new = NewReading { at: at(second), actor: "Kari Myhre".to_owned(), reading };
                    other.record_reading(&new).expect("entered");
                }
            });
        }
    });
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.readings, verified.problems), (46, vec![]));
}

/// However long the log is, what concerns one request is found by its index.
#[test]
fn a_requests_readings_are_found_without_reading_the_whole_log() {
    let office = looked_at();
    let sql = "EXPLAIN QUERY PLAN SELECT position FROM access_log WHERE request IS ?1 ORDER BY position DESC LIMIT ?2";
    for request in [Some(2_026_000_000_001_i64), None] {
        let mut statement = office.store.connection.prepare(sql).expect("a plan");
        let plan: Vec<String> = statement
            .query_map(rusqlite::params![request, 10], |row| row.get(3))
            .expect("read")
            .collect::<Result<_, _>>()
            .expect("lines");
        assert!(plan.iter().all(|line| line.starts_with("SEARCH access_log USING")), "{plan:?}");
    }
}

/// What belongs to no request is none that the log does not know, also where there are no requests at all.
#[test]
fn a_reading_in_a_store_without_requests_is_in_order() {
    let mut office = Office::new();
    office
        .store
        .record_reading(&NewReading { at: at(1), actor: "Siv Ås".to_owned(), reading: Reading::Enquiries })
        .expect("entered");
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.problems, verified.readings), (Vec::new(), 1));
}
