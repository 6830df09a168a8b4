//! The figures of the deadlines, and the list behind each: what a naive count over all cases gives, on any day.

use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::list::full_office;
use super::*;
use crate::adapter::store::{figures, list, rows};
use crate::casework::audit::Digest;
use crate::casework::channel::SendChannel;
use crate::casework::ids::CaseNumber;
use crate::casework::letter::LetterKind;
use crate::casework::projection::{CaseRow, Figure};
use crate::casework::request::LetterIssued;
use crate::law::deadline::{ExtensionReason, PauseGround};
use crate::law::register::RegisterId;
use crate::usecase::ports::{DueDaysQuery, FiguresOf, StateFilter, WorkListQuery};

/// Days on which something else is late, soon due or waiting each time; on some nothing is.
const DAYS: [&str; 9] = [
    "2026-02-02",
    "2026-02-24",
    "2026-03-02",
    "2026-03-03",
    "2026-03-10",
    "2026-03-11",
    "2026-03-12",
    "2026-04-20",
    "2027-01-04",
];

/// The full office with extended cases: one that runs, one that waits, one that is answered.
pub(super) fn extended_office() -> Office {
    let mut office = full_office();
    let numbers: Vec<RequestNumber> = (20..23).map(|seed| office.register(&Sample::new(seed))).collect();
    for (number, seed) in numbers.iter().zip(20..) {
        extend(&mut office, *number, seed);
    }
    let (case, asked_on, reply_by_on) = (letter(0), day("2026-03-05"), day("2026-03-19"));
    let asks = Event::CaseSuspended { case, ground: PauseGround::Clarification, asked_on, reply_by_on, letter: None };
    office.change(numbers[1], vec![asks], Vec::new());
    let (answer, contents) = issued(22, LetterKind::Answer, "2026-03-09");
    office.change(numbers[2], vec![answer], contents);
    office
}

fn extend(office: &mut Office, number: RequestNumber, seed: u128) {
    let (case, text) = (letter(0), id(7_000 + seed));
    let proposed =
        Event::ExtensionProposed { case, reason: ExtensionReason::Complexity, text, expected_on: day("2026-04-20") };
    office.change(number, vec![proposed], vec![(text, Content::Text("Kravet er stort.".to_owned()))]);
    let (notice, contents) = issued(100 + seed, LetterKind::ExtensionNotice, "2026-02-20");
    let extended = Event::CaseExtended { case, notice_on: day("2026-02-20"), letter: 2 };
    office.change(number, vec![notice, extended], contents);
}

fn issued(seed: u128, kind: LetterKind, dated_on: &str) -> (Event, Vec<(ContentId, Content)>) {
    let (file, digest) = (id(8_500 + seed), id(8_700 + seed));
    let letter = LetterIssued {
        sequence: if kind == LetterKind::Answer { 3 } else { 2 },
        cases: vec![letter(0)],
        kind,
        language: Language::Nb,
        dated_on: day(dated_on),
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

pub(super) fn every_case(office: &Office) -> Vec<(CaseNumber, CaseRow)> {
    let sql = format!("SELECT {} FROM case_row ORDER BY request, letter", rows::CASE_COLUMNS);
    let mut statement = office.store.connection.prepare(&sql).expect("a statement");
    let read = statement.query_map([], rows::read_case).expect("read");
    read.collect::<Result<_, _>>().expect("rows")
}

#[test]
fn the_figures_are_a_naive_count_over_all_cases() {
    let mut office = extended_office();
    let cases = every_case(&office);
    let mut seen = [0; Figure::ALL.len()];
    for today in DAYS.map(day) {
        let mut naive: BTreeMap<(String, Track), [u64; Figure::ALL.len()]> = BTreeMap::new();
        for (_, row) in cases.iter().filter(|(_, row)| row.is_in(Figure::Unanswered, today)) {
            let counts = naive.entry((row.register.to_string(), row.track)).or_default();
            for (count, figure) in counts.iter_mut().zip(Figure::ALL) {
                *count += u64::from(row.is_in(figure, today));
            }
        }
        let counted = office.store.figures(today).expect("figures");
        let counted: BTreeMap<_, _> = counted
            .into_iter()
            .map(|FiguresOf { register, track, counts }| ((register.to_string(), track), counts))
            .collect();
        assert_eq!(counted, naive, "{today}");
        for counts in naive.values() {
            seen.iter_mut().zip(counts).for_each(|(seen, count)| *seen += count);
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "a figure is empty on every day: {seen:?}");
}

#[test]
fn the_days_are_a_naive_count_over_the_cases_that_run() {
    let mut office = extended_office();
    let cases = every_case(&office);
    let mut seen = 0;
    for today in DAYS.map(day) {
        for (register, track) in
            [(None, None), (Some("kpr"), None), (None, Some(Track::Section25)), (Some("npr"), Some(Track::General))]
        {
            let register: Option<RegisterId> = register.map(|id| id.parse().expect("a register"));
            let mut naive: BTreeMap<NaiveDate, u64> = BTreeMap::new();
            for (_, row) in &cases {
                let asked = register.as_ref().is_none_or(|register| *register == row.register)
                    && track.is_none_or(|track| track == row.track);
                let runs = row.is_in(Figure::Unanswered, today) && row.runs_to_its_day(today);
                let due = row.due_on.filter(|_| asked && runs);
                due.into_iter().for_each(|due| *naive.entry(due).or_default() += 1);
            }
            let query = DueDaysQuery { today, register, track };
            let counted = office.store.due_days(&query).expect("days");
            assert_eq!(counted, naive.into_iter().collect::<Vec<_>>(), "{query:?}");
            seen += counted.len();
        }
    }
    assert!(seen > 20, "{seen}: nearly no day has a case");
}

/// Every figure opens its list: the same cases, by due date and number, those whose clock stands still last; in pages.
#[test]
fn the_list_of_a_figure_has_the_cases_that_are_counted() {
    let mut office = extended_office();
    let cases = every_case(&office);
    for today in DAYS.map(day) {
        for figure in Figure::ALL {
            for track in [None, Some(Track::Section25), Some(Track::NotHeld)] {
                let query = WorkListQuery { today, figure: Some(figure), track, limit: 100, ..Default::default() };
                let mut wanted: Vec<_> = cases
                    .iter()
                    .filter(|(_, row)| row.is_in(figure, today) && track.is_none_or(|track| track == row.track))
                    .cloned()
                    .collect();
                wanted.sort_by_key(|(case, row)| {
                    let stands = row.paused_since_on(today).is_some();
                    (stands, row.due_on.filter(|_| !stands), *case)
                });
                let page = office.store.work_list(&query).expect("a page");
                assert_eq!(page.rows, wanted, "{figure:?} {today} {track:?}");
                assert_eq!(page.next, None);
                assert_eq!(in_pages(&mut office, &query), wanted, "in pages: {figure:?} {today}");
            }
        }
    }
}

fn in_pages(office: &mut Office, query: &WorkListQuery) -> Vec<(CaseNumber, CaseRow)> {
    let mut query = WorkListQuery { limit: 2, ..query.clone() };
    let mut rows = Vec::new();
    loop {
        let page = office.store.work_list(&query).expect("a page");
        rows.extend(page.rows);
        query.after = page.next;
        if query.after.is_none() {
            return rows;
        }
    }
}

/// A report of a period has the answered and the closed cases too.
#[test]
fn a_period_has_every_case_that_is_due_in_it_and_those_that_wait() {
    let mut office = extended_office();
    let cases = every_case(&office);
    for (from, to) in [("2026-03-02", "2026-03-06"), ("2026-03-10", "2026-03-10"), ("2026-01-01", "2026-12-31")] {
        let (from, to, today) = (day(from), day(to), day("2026-03-12"));
        let query = WorkListQuery {
            today,
            due_between: Some((from, to)),
            states: StateFilter::ALL.to_vec(),
            limit: 100,
            ..WorkListQuery::default()
        };
        let wanted: Vec<_> = cases
            .iter()
            .filter(|(_, row)| {
                row.paused_since_on(today).is_some() || row.due_on.is_some_and(|due_on| from <= due_on && due_on <= to)
            })
            .map(|(case, _)| *case)
            .collect();
        let mut found: Vec<_> = in_pages(&mut office, &query).into_iter().map(|(case, _)| case).collect();
        found.sort_unstable();
        assert_eq!(found, wanted, "{from} {to}");
    }
}

/// The dates of a row are those of the case, on every day.
#[test]
fn a_row_keeps_what_its_dates_are_computed_from() {
    let mut office = extended_office();
    for (number, row) in every_case(&office) {
        let stored = office.store.load(number.request).expect("loaded").expect("a request");
        let request = Request::replay(&stored.log).expect("a registration");
        let case = request.case(number.letter).expect("a case");
        for today in DAYS.map(day) {
            assert_eq!(row.deadline(today), request.deadline(case, today), "{number} {today}");
            assert_eq!(row.paused_since_on(today).is_some(), row.deadline(today).due_on.is_none(), "{number} {today}");
        }
    }
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
    let rebuilt = office.store.rebuild().expect("rebuilt");
    assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
}

#[test]
fn no_figure_and_no_list_reads_every_case() {
    let office = extended_office();
    // The index holds the unanswered cases alone and all that is asked of them: counting reads it in order and nothing else.
    let plan = figures::plan(&office.store.connection, day("2026-03-12")).expect("a plan");
    assert_eq!(plan, ["SCAN case_row USING COVERING INDEX case_row_unanswered"]);
    for figure in Figure::ALL {
        for (register, track) in [(None, None), (Some("kpr"), None), (None, Some(Track::Section25))] {
            let query = WorkListQuery {
                today: day("2026-03-12"),
                figure: Some(figure),
                register: register.and_then(|id| id.parse().ok()),
                track,
                ..WorkListQuery::default()
            };
            let plan = list::plan(&office.store.connection, &query).expect("a plan");
            let reads: Vec<_> = plan.iter().filter(|line| line.contains("case_row")).collect();
            assert!(!reads.is_empty() && reads.iter().all(|line| line.starts_with("SEARCH case_row ")), "{plan:#?}");
            assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{plan:#?}");
            let extended = reads.iter().any(|line| line.contains("case_row_open_extended"));
            assert_eq!(extended, figure == Figure::Extended, "{plan:#?}");
        }
    }
}

/// However many cases: one statement for the figures, and one for each thousand of a list.
#[test]
fn ten_cases_and_a_thousand_take_as_many_statements() {
    let mut office = Office::new();
    let counter = Arc::new(AtomicUsize::new(0));
    let statements = |office: &mut Office, cases: u64| {
        let count = Arc::clone(&counter);
        let trace = move |event: TraceEvent<'_>| {
            if matches!(event, TraceEvent::Stmt(..)) {
                count.fetch_add(1, Ordering::Relaxed);
            }
        };
        office.store.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(trace)).expect("traced");
        counter.store(0, Ordering::Relaxed);
        let today = day("2026-03-12");
        let counted = office.store.figures(today).expect("figures");
        let all: u64 = counted.iter().filter_map(|of| of.counts.last()).sum();
        assert_eq!(all, cases);
        let query = WorkListQuery { today, figure: Some(Figure::Late), limit: 1_000, ..Default::default() };
        assert_eq!(office.store.work_list(&query).expect("a page").rows.len() as u64, cases);
        office.store.connection.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).expect("not traced");
        counter.load(Ordering::Relaxed)
    };
    (1..=5).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    assert_eq!(statements(&mut office, 10), 2);
    (6..=500).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    assert_eq!(statements(&mut office, 1_000), 2);
}

/// Such a case was in neither half of the work list: asked for identity after its last day, it was late and could not be seen.
#[test]
fn a_question_that_stops_no_clock_leaves_its_case_in_the_list() {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let (case, asked_on, reply_by_on) = (letter(0), day("2026-03-04"), day("2026-03-18"));
    let asks = Event::CaseSuspended { case, ground: PauseGround::Identity, asked_on, reply_by_on, letter: None };
    office.change(number, vec![asks], Vec::new());
    for query in [
        WorkListQuery::default(),
        WorkListQuery { states: vec![StateFilter::Open], ..Default::default() },
        WorkListQuery { figure: Some(Figure::Late), ..Default::default() },
    ] {
        let query = WorkListQuery { today: day("2026-03-05"), limit: 10, ..query };
        let page = office.store.work_list(&query).expect("a page");
        let listed: Vec<_> = page.rows.iter().map(|(case, _)| case.letter).collect();
        assert_eq!(listed, [letter(0), letter(1)], "{query:?}");
    }
}
