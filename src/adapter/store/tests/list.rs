//! The work list and the counts beside it.

use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::casework::audit::Digest;
use crate::casework::channel::SendChannel;
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::casework::projection::Section25Stage;
use crate::casework::request::{CheckResult, LetterIssued};
use crate::law::deadline::PauseGround;
use crate::law::rights::Outcome;
use crate::usecase::ports::{Counts, StateFilter, WorkListQuery};

fn received(seed: u128, day_of_month: u32) -> Sample {
    Sample { received_on: NaiveDate::from_ymd_opt(2026, 2, day_of_month).expect("a date"), ..Sample::new(seed) }
}

/// Seven requests of two cases: one paused, one decided, one closed, one assigned.
pub(super) fn busy_office() -> Office {
    let mut office = Office::new();
    let days = [20, 3, 9, 3, 27, 12, 6];
    let numbers: Vec<_> = (1_u128..).zip(days).map(|(seed, day)| office.register(&received(seed, day))).collect();
    let case = letter(1);
    let (asked_on, reply_by_on) = (day("2026-02-23"), day("2026-03-09"));
    let suspended = Event::CaseSuspended { case, ground: PauseGround::Identity, asked_on, reply_by_on, letter: None };
    office.change(numbers[0], vec![suspended], Vec::new());
    let reasons = |place: u128| (id(9_000 + place), Content::Text("Grunnane.".to_owned()));
    let decided = |place: u128| Event::CaseDecided {
        case,
        outcome: Outcome::NoData,
        reasons: id(9_000 + place),
        legal_basis: Vec::new(),
        grounds: Vec::new(),
    };
    office.change(numbers[1], vec![decided(1)], vec![reasons(1)]);
    office.change(numbers[2], vec![decided(2), Event::CaseClosed { case }], vec![reasons(2)]);
    office.change(numbers[3], vec![Event::CaseAssigned { case, to: "Kari Myhre".to_owned() }], Vec::new());
    office
}

/// The same office, with cases in every phase and at every stage of § 25.
pub(super) fn full_office() -> Office {
    let mut office = busy_office();
    let (general, section_25) = (letter(0), letter(1));
    let number = |office: &mut Office, seed: u128| office.register(&received(seed, 10));
    let on = day("2026-02-24");
    let asked_until = |ground, reply_by: &str| Event::CaseSuspended {
        case: section_25,
        ground,
        asked_on: on,
        reply_by_on: day(reply_by),
        letter: None,
    };
    let asks = |ground| asked_until(ground, "2026-03-04");

    let forwarded = number(&mut office, 8);
    let to = || "fhi".parse().expect("an id");
    office.change(forwarded, vec![Event::CaseForwarded { case: general, to: to() }], Vec::new());
    office.change(forwarded, vec![asks(PauseGround::Section25Documentation)], Vec::new());
    let told = number(&mut office, 9);
    office.change(told, vec![Event::CaseForwarded { case: general, to: to() }], Vec::new());
    let (notice, contents) = issued(9, LetterKind::ForwardingNotice, general);
    office.change(told, vec![notice], contents);
    office.change(told, vec![Event::CaseWithdrawn { case: section_25, withdrawn_on: on }], Vec::new());
    let answered = number(&mut office, 10);
    let (decision, contents) = issued(10, LetterKind::Section25Decision, section_25);
    office.change(answered, vec![decision], contents);
    // Closed with a question that nobody has answered.
    let given_up = number(&mut office, 11);
    office.change(given_up, vec![asks(PauseGround::Identity)], Vec::new());
    office.change(
        given_up,
        vec![Event::CaseWithdrawn { case: section_25, withdrawn_on: on }, Event::CaseClosed { case: section_25 }],
        Vec::new(),
    );
    // The caseworker finds that what came with the request documents nothing.
    let bare = number(&mut office, 12);
    let (check, result) = ("dokumentasjon".to_owned(), CheckResult::No);
    office.change(bare, vec![Event::CheckRecorded { case: section_25, check, result, note: None }], Vec::new());
    // A § 25 question whose time to reply ends after the last day to answer, and one for identity asked after that day:
    // neither stops a clock.
    let too_long = number(&mut office, 13);
    office.change(too_long, vec![asked_until(PauseGround::Section25Documentation, "2026-03-10")], Vec::new());
    let too_late = number(&mut office, 14);
    let (case, asked_on, reply_by_on) = (section_25, day("2026-03-11"), day("2026-03-25"));
    let late = Event::CaseSuspended { case, ground: PauseGround::Identity, asked_on, reply_by_on, letter: None };
    office.change(too_late, vec![late], Vec::new());
    office
}

/// A letter about a case, with what it rests on.
fn issued(seed: u128, kind: LetterKind, case: CaseLetter) -> (Event, Vec<(ContentId, Content)>) {
    let (file, digest) = (id(8_000 + seed), id(8_100 + seed));
    let letter = LetterIssued {
        sequence: 2,
        cases: vec![case],
        kind,
        language: Language::Nb,
        dated_on: day("2026-02-24"),
        channel: SendChannel::Letter,
        pages: 1,
        file,
        digest,
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    };
    let contents =
        vec![(file, Content::File(b"%PDF".to_vec())), (digest, Content::Text(Digest::of(b"%PDF").to_string()))];
    (Event::LetterIssued(letter), contents)
}

fn numbers(office: &mut Office, query: WorkListQuery) -> Vec<String> {
    let page = office.store.work_list(&WorkListQuery { limit: 100, ..query }).expect("a page");
    assert!(page.next.is_none());
    page.rows.into_iter().map(|(case, _)| case.to_string()).collect()
}

#[test]
fn the_list_is_sorted_by_due_date_and_number_and_paused_cases_come_last() {
    let mut office = busy_office();
    let list = numbers(&mut office, WorkListQuery::default());
    assert_eq!(
        list,
        [
            "2026/00002-a",
            "2026/00002-b",
            "2026/00004-a",
            "2026/00004-b",
            "2026/00007-a",
            "2026/00007-b",
            "2026/00003-a",
            "2026/00006-a",
            "2026/00006-b",
            "2026/00001-a",
            "2026/00005-a",
            "2026/00005-b",
            "2026/00001-b",
        ]
    );
}

#[test]
fn pages_of_any_size_give_the_same_list() {
    let mut office = full_office();
    for base in [
        WorkListQuery::default(),
        WorkListQuery { track: Some(Track::Section25), ..WorkListQuery::default() },
        WorkListQuery { states: vec![StateFilter::Open, StateFilter::Closed], ..WorkListQuery::default() },
    ] {
        let whole = numbers(&mut office, base.clone());
        for limit in 1..=4 {
            let (mut list, mut after) = (Vec::new(), None);
            loop {
                let query = WorkListQuery { limit, after: after.clone(), ..base.clone() };
                let page = office.store.work_list(&query).expect("a page");
                list.extend(page.rows.iter().map(|(case, _)| case.to_string()));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(list, whole, "{limit}");
        }
    }
}

#[test]
fn the_list_is_narrowed() {
    let mut office = busy_office();
    let query = WorkListQuery::default;
    let states = |states: &[StateFilter]| WorkListQuery { states: states.to_vec(), ..query() };
    assert_eq!(numbers(&mut office, states(&[StateFilter::Suspended])), ["2026/00001-b"]);
    assert_eq!(numbers(&mut office, states(&[StateFilter::Decided])), ["2026/00002-b"]);
    assert_eq!(numbers(&mut office, states(&[StateFilter::Closed])), ["2026/00003-b"]);
    assert_eq!(numbers(&mut office, states(&[StateFilter::Closed, StateFilter::Decided])).len(), 2);
    assert_eq!(numbers(&mut office, states(&[StateFilter::Answered])).len(), 0);
    assert_eq!(numbers(&mut office, states(&[StateFilter::Open])).len(), 11);
    let kari = Some("Kari Myhre".to_owned());
    assert_eq!(numbers(&mut office, WorkListQuery { assignee: kari, ..query() }), ["2026/00004-b"]);
    assert_eq!(numbers(&mut office, WorkListQuery { track: Some(Track::Section25), ..query() }).len(), 6);
    assert_eq!(numbers(&mut office, WorkListQuery { right: Some(Right::Access), ..query() }).len(), 7);
    let register = |id: &str| WorkListQuery { register: id.parse().ok(), ..query() };
    assert_eq!(numbers(&mut office, register("kpr")).len(), 13);
    assert_eq!(numbers(&mut office, register("npr")).len(), 0);
    let due = WorkListQuery { due_before: Some(day("2026-03-06")), ..query() };
    assert_eq!(numbers(&mut office, due).len(), 4);
}

#[test]
fn a_row_of_the_list_is_the_projection() {
    let mut office = Office::new();
    let sample = Sample::new(1);
    office.register(&sample);
    let page = office.store.work_list(&WorkListQuery { limit: 10, ..WorkListQuery::default() }).expect("a page");
    let rows: Vec<_> = page.rows.into_iter().map(|(_, row)| row).collect();
    assert_eq!(rows, sample.commit().rows);
    assert_eq!(rows[0].initials, "O.K.");
}

#[test]
fn counts_are_kept_up() {
    let mut office = busy_office();
    let exact: (i64, i64, i64) = office
        .store
        .connection
        .query_row(
            "SELECT count(*), sum(phase <> 'closed'), sum(phase <> 'closed' AND track = 'section-25') FROM case_row",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .expect("counts");
    assert_eq!(exact, (14, 13, 6));
    let status = office.store.status().expect("a status");
    assert_eq!(
        status.counts,
        Counts { requests: 7, cases: 14, open_cases: 13, open_section_25: 6, section_25_stages: [0, 1, 4, 1] }
    );
    assert_eq!((status.format, status.test), (super::super::FORMAT, true));
    assert!(status.last_commit_at.is_some());
}

#[test]
fn the_stage_where_nothing_is_left_holds_closed_cases_too() {
    let mut office = full_office();
    let done =
        |states: Vec<StateFilter>| WorkListQuery { stage: Some(Section25Stage::Done), states, ..Default::default() };
    let all = numbers(&mut office, done(Vec::new()));
    let closed = numbers(&mut office, done(vec![StateFilter::Closed]));
    assert_eq!(closed, ["2026/00003-b", "2026/00011-b"]);
    assert!(closed.iter().all(|case| all.contains(case)) && all.len() > closed.len(), "{all:?}");
    assert!(!numbers(&mut office, WorkListQuery::default()).contains(&closed[0]));
}

#[test]
fn counts_by_stage_are_those_of_the_rows() {
    let mut office = full_office();
    let exact = Section25Stage::ALL.map(|stage| {
        let sql =
            format!("SELECT count(*) FROM case_row WHERE phase <> 'closed' AND section_25_stage = '{}'", stage.id());
        office.store.connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).expect("a count").unsigned_abs()
    });
    assert_eq!(exact, [1, 4, 4, 1, 2]);
    assert_eq!(office.store.status().expect("a status").counts.section_25_stages, exact[..4]);
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
    let rebuilt = office.store.rebuild().expect("rebuilt");
    assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
}

/// However many rows, however they are narrowed: one statement.
#[test]
fn a_page_of_ten_and_a_page_of_a_thousand_take_as_many_statements() {
    let mut office = Office::new();
    (1..=500).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    let counter = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&counter);
    let trace = move |event: TraceEvent<'_>| {
        if matches!(event, TraceEvent::Stmt(..)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    };
    office.store.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(trace)).expect("traced");
    let mut statements = |limit| {
        counter.store(0, Ordering::Relaxed);
        let page = office.store.work_list(&WorkListQuery { limit, ..WorkListQuery::default() }).expect("a page");
        assert_eq!(page.rows.len(), limit as usize);
        counter.load(Ordering::Relaxed)
    };
    assert_eq!((statements(10), statements(1_000)), (1, 1));
}
