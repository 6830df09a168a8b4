//! Finding a person by identity number: who is found, by whom, until when, and by which index.

use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::sync::{Arc, Mutex};

use super::*;
use crate::casework::person::Person;
use crate::law::identity::{IdentityKind, IdentityNumber};
use crate::usecase::ports::{NewUser, StateFilter, WorkListQuery};

/// A synthetic number: the first with these six digits whose control digits fit, or the one after `skip` of them.
fn number(six: &str, skip: usize) -> IdentityNumber {
    (0..100_000).filter_map(|rest| IdentityNumber::parse(&format!("{six}{rest:05}")).ok()).nth(skip).expect("a number")
}

/// Registers a request about the person with this number, or one who gave none.
fn about(store: &mut SqliteStore, sample: &Sample, number: Option<&IdentityNumber>) -> RequestNumber {
    let mut commit = sample.commit();
    let state = Request::after(&commit.events, crate::law::calendar::oslo_date(commit.at)).expect("a registration");
    for (_, content) in &mut commit.contents {
        if let Content::Person(person) = content {
            person.identity_number = number.cloned();
            commit.rows = projection::rows(&state, Some(person));
        }
    }
    store.commit(&commit).expect("registered").number
}

fn protected(seed: u128) -> Sample {
    Sample { protection: Protection::Confidential, ..Sample::new(seed) }
}

fn found(store: &mut SqliteStore, number: &IdentityNumber) -> Vec<String> {
    store.find_person(number).expect("looked for").iter().map(ToString::to_string).collect()
}

fn marks(office: &Office) -> Vec<Option<Vec<u8>>> {
    let mut statement = office
        .store
        .connection
        .prepare("SELECT mark FROM content WHERE kind = 'person' ORDER BY request")
        .expect("a statement");
    statement.query_map([], |row| row.get(0)).expect("read").collect::<Result<_, _>>().expect("marks")
}

/// An office with a second user, who is not cleared.
fn with_odd() -> (Office, SqliteStore) {
    let mut office = Office::new();
    let odd = NewUser { name: "Odd Vik", role: Role::Caseworker, cleared: false, passphrase: PASSPHRASE };
    office.store.add_user(&odd).expect("let in");
    let odd = office.another("Odd Vik").expect("unlocked");
    (office, odd)
}

#[test]
fn every_request_of_a_person_is_found_and_nobody_elses() {
    let mut office = Office::new();
    let (one, near, d_number) = (number("138461", 0), number("138461", 1), number("538461", 0));
    assert_eq!((one.kind(), d_number.kind()), (IdentityKind::Foedselsnummer, IdentityKind::DNummer));
    for (seed, number) in [(1, Some(&one)), (2, Some(&near)), (3, Some(&d_number)), (4, None), (5, Some(&one))] {
        about(&mut office.store, &Sample::new(seed), number);
    }
    assert_eq!(found(&mut office.store, &one), ["2026/00001", "2026/00005"]);
    assert_eq!(found(&mut office.store, &near), ["2026/00002"]);
    assert_eq!(found(&mut office.store, &d_number), ["2026/00003"]);
    assert_eq!(found(&mut office.store, &number("138461", 2)), [""; 0]);
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}

#[test]
fn a_mark_tells_nothing_without_the_key() {
    let mut office = Office::new();
    // The same number as an ordinary and as a protected person's, and twice none.
    let one = number("138461", 0);
    about(&mut office.store, &Sample::new(1), Some(&one));
    about(&mut office.store, &protected(2), Some(&one));
    about(&mut office.store, &Sample::new(3), None);
    about(&mut office.store, &Sample::new(4), None);
    let mut all: Vec<Vec<u8>> = marks(&office).into_iter().flatten().collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [32; 4]);
    let log: i64 = office
        .store
        .connection
        .query_row("SELECT count(*) FROM event, content WHERE mark IS NOT NULL AND instr(body, mark) > 0", [], |row| {
            row.get(0)
        })
        .expect("a count");
    assert_eq!(log, 0);
}

#[test]
fn who_is_erased_is_not_found_and_leaves_no_mark() {
    let mut office = Office::new();
    let one = number("138461", 0);
    let request = about(&mut office.store, &Sample::new(1), Some(&one));
    assert_eq!(found(&mut office.store, &one).len(), 1);
    let erased = Event::ContentErased {
        content: Sample::new(1).id(1),
        ground: "bevaringstid".to_owned(),
        approved_by: Vec::new(),
    };
    office.change(request, vec![erased], Vec::new());
    assert_eq!(marks(&office), [None]);
    assert_eq!(found(&mut office.store, &one), [""; 0]);
    office.store.rebuild().expect("rebuilt");
    assert_eq!((marks(&office), found(&mut office.store, &one).len()), (vec![None], 0));
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}

#[test]
fn a_request_is_not_found_by_a_number_that_was_corrected_away() {
    let mut office = Office::new();
    let (mistyped, right) = (number("138461", 0), number("138461", 1));
    let request = about(&mut office.store, &Sample::new(1), Some(&mistyped));
    about(&mut office.store, &Sample::new(2), Some(&mistyped));
    let person = Person { identity_number: Some(right.clone()), ..Sample::new(1).person() };
    let corrected = Event::PersonCorrected { person: id(9_000) };
    office.change(request, vec![corrected], vec![(id(9_000), Content::Person(Box::new(person)))]);
    for _ in 0..2 {
        assert_eq!(found(&mut office.store, &mistyped), ["2026/00002"]);
        assert_eq!(found(&mut office.store, &right), ["2026/00001"]);
        assert_eq!(office.store.verify(None).expect("verified").problems, []);
        office.store.rebuild().expect("rebuilt");
    }
}

#[test]
fn protected_persons_are_found_by_the_cleared_alone() {
    let (mut office, mut odd) = with_odd();
    let one = number("138461", 0);
    about(&mut office.store, &protected(1), Some(&one));
    // Registered by somebody who has not the key: the row waits for one who has.
    about(&mut odd, &protected(2), Some(&one));
    about(&mut odd, &protected(3), None);
    about(&mut odd, &Sample::new(4), Some(&one));
    assert_eq!(marks(&office).iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, false, true]);
    assert_eq!(found(&mut odd, &one), ["2026/00004"]);
    assert_eq!(found(&mut office.store, &one), ["2026/00001", "2026/00002", "2026/00004"]);
    assert!(marks(&office).iter().all(Option::is_some));
    assert_eq!(found(&mut odd, &one), ["2026/00004"]);
    for store in [&mut office.store, &mut odd] {
        assert_eq!(store.verify(None).expect("verified").problems, []);
    }
    // Lists made anew by somebody without the key lose nobody.
    let before = marks(&office);
    odd.rebuild().expect("rebuilt");
    assert_eq!(marks(&office), before);
}

/// A store from before there were marks: its rows have none until the migration, or whoever looks first.
#[test]
fn rows_from_before_there_were_marks_are_marked() {
    let (mut office, mut odd) = with_odd();
    let one = number("138461", 0);
    about(&mut office.store, &Sample::new(1), Some(&one));
    about(&mut office.store, &protected(2), Some(&one));
    office.harm("UPDATE content SET mark = NULL");
    odd.rebuild().expect("rebuilt");
    assert_eq!(marks(&office).iter().map(Option::is_some).collect::<Vec<_>>(), [true, false]);
    assert_eq!(found(&mut office.store, &one), ["2026/00001", "2026/00002"]);
    office.harm("UPDATE content SET mark = NULL");
    assert_eq!(found(&mut odd, &one), ["2026/00001"]);
}

#[test]
fn a_wrong_mark_is_told_and_mended() {
    let mut office = Office::new();
    let one = number("138461", 0);
    about(&mut office.store, &Sample::new(1), Some(&one));
    for sql in [
        "UPDATE content SET mark = zeroblob(32) WHERE kind = 'person'",
        "UPDATE content SET mark = NULL WHERE kind = 'person'",
    ] {
        office.harm(sql);
        let problems = office.store.verify(None).expect("verified").problems;
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["mark-differs"], "{sql}");
        office.store.rebuild().expect("rebuilt");
        assert_eq!(office.store.verify(None).expect("verified").problems, []);
        assert_eq!(found(&mut office.store, &one), ["2026/00001"]);
    }
    // A mark on anything but a person, or on what is erased, the table itself refuses.
    for sql in [
        "UPDATE content SET mark = zeroblob(32) WHERE kind = 'text'",
        "UPDATE content SET salt = NULL, bytes = NULL WHERE kind = 'person'",
        "UPDATE content SET mark = x'00' WHERE kind = 'person'",
    ] {
        assert!(office.store.connection.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn the_list_of_some_requests_holds_closed_cases_and_can_be_narrowed() {
    let mut office = Office::new();
    let requests: Vec<_> = (1..=4).map(|seed| office.register(&Sample::new(seed))).collect();
    let case = letter(0);
    let withdrawn = Event::CaseDecided {
        case,
        outcome: crate::law::rights::Outcome::NoData,
        reasons: id(9_000),
        legal_basis: Vec::new(),
        grounds: Vec::new(),
    };
    let reasons = vec![(id(9_000), Content::Text("Grunnane.".to_owned()))];
    office.change(requests[1], vec![withdrawn, Event::CaseClosed { case }], reasons);
    let mut list = |query: WorkListQuery| -> Vec<String> {
        let some = Some(vec![requests[0], requests[1]]);
        let query = WorkListQuery { requests: query.requests.or(some), limit: 10, ..query };
        let page = office.store.work_list(&query).expect("a page");
        page.rows.iter().map(|(case, _)| case.to_string()).collect()
    };
    let query = WorkListQuery::default;
    assert_eq!(list(query()), ["2026/00001-a", "2026/00001-b", "2026/00002-a", "2026/00002-b"]);
    let closed = WorkListQuery { states: vec![StateFilter::Closed], ..query() };
    assert_eq!(list(closed), ["2026/00002-a"]);
    let open = WorkListQuery { states: vec![StateFilter::Open], ..query() };
    assert_eq!(list(open), ["2026/00001-a", "2026/00001-b", "2026/00002-b"]);
    let track = WorkListQuery { track: Some(Track::Section25), ..query() };
    assert_eq!(list(track), ["2026/00001-b", "2026/00002-b"]);
    assert_eq!(list(WorkListQuery { requests: Some(Vec::new()), ..query() }), [""; 0]);
}

/// However many people and cases there are: both the search and the list of what it found go by an index.
#[test]
fn nothing_is_read_through_to_find_a_person() {
    let mut office = Office::new();
    let one = number("138461", 0);
    let request = about(&mut office.store, &Sample::new(1), Some(&one));
    let statements = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&statements);
    let trace = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(_, sql) = event {
            told.lock().expect("not poisoned").push(sql.to_owned());
        }
    };
    office.store.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(trace)).expect("traced");
    office.store.find_person(&one).expect("looked for");
    for states in [Vec::new(), vec![StateFilter::Open], vec![StateFilter::Closed]] {
        let query = WorkListQuery { requests: Some(vec![request]), states, limit: 10, ..WorkListQuery::default() };
        office.store.work_list(&query).expect("a page");
    }
    office.store.connection.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).expect("not traced");
    let statements = statements.lock().expect("not poisoned").clone();
    assert!(statements.len() >= 5, "{statements:?}");
    for sql in statements {
        let mut explain = office.store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let mut rows = explain.raw_query();
        while let Some(row) = rows.next().expect("read") {
            let line: String = row.get(3).expect("a line");
            // The halves of the list are each a table of a page's length.
            assert!(!line.contains("SCAN") || line.contains("subquery"), "{sql}: {line}");
        }
    }
}
