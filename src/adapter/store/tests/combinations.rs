//! The work list for every combination of what it can be narrowed to: the right cases, and no plan that reads them all.

use chrono::{DateTime, Utc};

use super::list::full_office;
use super::*;
use crate::adapter::store::runs::Part;
use crate::adapter::store::{list, rows, runs, scan};
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, Figure, Section25Stage};
use crate::casework::request::Phase;
use crate::law::rights::Outcome;
use crate::usecase::ports::{Days, ListOrder, StateFilter, WorkListCursor, WorkListQuery};

/// A day on which a § 25 question of the office has begun to count, and on which other cases are late.
const TODAY: &str = "2026-03-12";

/// Every way to give one filter, with the query that has it beside what the query has already.
fn each(queries: &[WorkListQuery], ways: &[&dyn Fn(&mut WorkListQuery)]) -> Vec<WorkListQuery> {
    let narrowed = |query: &WorkListQuery, way: &dyn Fn(&mut WorkListQuery)| {
        let mut query = query.clone();
        way(&mut query);
        query
    };
    queries.iter().flat_map(|query| ways.iter().map(|way| narrowed(query, *way))).collect()
}

fn cursor(due_on: Option<&str>, request: &str) -> WorkListCursor {
    let request: RequestNumber = request.parse().expect("a number");
    WorkListCursor { on: due_on.map(day), case: request.case(letter(0)) }
}

/// Every combination of the filters, each given or not.
fn combinations() -> Vec<WorkListQuery> {
    let nothing: &dyn Fn(&mut WorkListQuery) = &|_| {};
    let all = vec![WorkListQuery { today: day(TODAY), limit: 100, ..WorkListQuery::default() }];
    let all = each(&all, &[nothing, &|query| query.track = Some(Track::Section25)]);
    let all = each(
        &all,
        &[
            nothing,
            &|query| query.stage = Some(Section25Stage::Assessed),
            &|query| query.stage = Some(Section25Stage::Waiting),
            &|query| query.stage = Some(Section25Stage::Done),
        ],
    );
    let all = each(&all, &[nothing, &|query| query.register = "kpr".parse().ok()]);
    let all = each(&all, &[nothing, &|query| query.right = Some(Right::Erasure)]);
    let all = each(&all, &[nothing, &|query| query.assignee = Some("Kari Myhre".to_owned())]);
    let all = each(&all, &[nothing, &|query| query.due_before = Some(day("2026-03-11"))]);
    let requests = |query: &mut WorkListQuery| {
        query.requests = Some(["2026/00001", "2026/00003"].map(|text| text.parse().expect("a number")).to_vec());
    };
    let undelivered: &dyn Fn(&mut WorkListQuery) = &|query| query.undelivered = true;
    let complaints: &dyn Fn(&mut WorkListQuery) = &|query| query.complaints = true;
    let breaches: &dyn Fn(&mut WorkListQuery) = &|query| query.breaches = true;
    let all = each(
        &all,
        &[nothing, undelivered, complaints, breaches, &requests, &|query| query.requests = Some(Vec::new())],
    );
    let all = each(
        &all,
        &[nothing, &|query| query.after = Some(cursor(Some("2026-03-09"), "2026/00003")), &|query| {
            query.after = Some(cursor(None, "2026/00001"));
        }],
    );
    use StateFilter::{Answered, AwaitingApproval, Closed, Decided, Forwarded, Open, Suspended, Withdrawn};
    let states: [&[StateFilter]; 11] = [
        &[],
        &[Open],
        &[Suspended],
        &[Decided],
        &[AwaitingApproval],
        &[Answered],
        &[Forwarded],
        &[Withdrawn],
        &[Closed],
        &[Open, Suspended, Decided, Forwarded],
        &[Open, Suspended, Closed],
    ];
    states
        .into_iter()
        .flat_map(|states| all.iter().map(|query| WorkListQuery { states: states.to_vec(), ..query.clone() }))
        .collect()
}

#[test]
fn no_plan_reads_every_case() {
    let office = full_office();
    let combinations = combinations();
    for query in combinations.iter().filter(|query| list::is_in_order(query)) {
        let plan = list::plan(&office.store.connection, query).expect("a plan");
        let reads: Vec<_> = plan.iter().filter(|line| line.contains("case_row")).collect();
        assert!(reads.iter().all(|line| line.starts_with("SEARCH case_row ")), "{query:?}\n{plan:#?}");
        let empty = query.requests.as_ref().is_some_and(Vec::is_empty);
        // A suspended case is not due, and no other open one stands still.
        let past_the_due = query.after.as_ref().is_some_and(|after| after.on.is_none());
        let runs = query.states != [StateFilter::Suspended] && !past_the_due;
        let stands = query.states != [StateFilter::Open] && query.due_before.is_none();
        assert_eq!(reads.is_empty(), empty || !(runs || stands), "{query:?}\n{plan:#?}");
    }
    assert_eq!(combinations.len(), 2 * 4 * 2 * 2 * 2 * 2 * 6 * 3 * 11);
}

/// Pages are read in the order of an index: what is sorted is at most a page of each part, or the cases of some requests.
#[test]
fn only_few_cases_are_sorted() {
    let office = full_office();
    let in_order = |query: &&WorkListQuery| query.requests.is_none() && list::is_in_order(query);
    for query in combinations().iter().filter(in_order) {
        let plan = list::plan(&office.store.connection, query).expect("a plan");
        let done = query.states.is_empty() && query.stage == Some(Section25Stage::Done);
        let mixed = done || (query.states.contains(&StateFilter::Closed) && query.states.len() > 1);
        assert!(mixed || !plan.iter().any(|line| line.contains("TEMP B-TREE")), "{query:?}\n{plan:#?}");
    }
}

/// Every combination of what is read as runs: in each order, by whose the case is, its outcome and its days.
fn combinations_of_runs() -> Vec<WorkListQuery> {
    let nothing: &dyn Fn(&mut WorkListQuery) = &|_| {};
    let all = vec![WorkListQuery { today: day(TODAY), limit: 100, ..WorkListQuery::default() }];
    let all =
        each(&all, &[nothing, &|query| query.order = ListOrder::Received, &|query| query.order = ListOrder::Number]);
    let all = each(
        &all,
        &[nothing, &|query| query.assignee = Some("Kari Myhre".to_owned()), &|query| query.unassigned = true],
    );
    let all = each(&all, &[nothing, &|query| query.outcome = Some(Outcome::NoData)]);
    let days = |from: &str, to: Option<&str>| Days { from: Some(day(from)), to: to.map(day) };
    let all = each(
        &all,
        &[nothing, &|query| query.received = days("2026-02-06", Some("2026-02-12")), &|query| {
            query.received = days("2026-02-10", None);
        }],
    );
    let all = each(
        &all,
        &[nothing, &|query| query.due = days("2026-03-09", Some("2026-03-12")), &|query| {
            query.due = Days { from: None, to: Some(day("2026-03-10")) };
        }],
    );
    let all = each(&all, &[nothing, &|query| query.right = Some(Right::Erasure)]);
    let all = each(&all, &[nothing, &|query| query.register = "kpr".parse().ok()]);
    let requests = |query: &mut WorkListQuery| {
        query.requests = Some(["2026/00001", "2026/00003"].map(|text| text.parse().expect("a number")).to_vec());
    };
    let figure: &dyn Fn(&mut WorkListQuery) = &|query| query.figure = Some(Figure::Late);
    let all = each(&all, &[nothing, &requests, &|query| query.undelivered = true, figure]);
    use StateFilter::{Closed, Decided, Open, Suspended};
    let states: [&[StateFilter]; 6] = [&[], &[Open], &[Suspended], &[Decided], &[Closed], &[Open, Suspended, Closed]];
    states
        .into_iter()
        .flat_map(|states| all.iter().map(|query| WorkListQuery { states: states.to_vec(), ..query.clone() }))
        .collect()
}

/// Pages of two that follow each other are the whole list, in every order.
#[test]
fn pages_of_runs_give_the_same_list() {
    let mut office = full_office();
    let few = combinations_of_runs().into_iter().filter(|query| query.figure.is_none() && query.due.is_every());
    for query in few {
        let whole = office.store.work_list(&query).expect("a page").rows;
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let page = WorkListQuery { limit: 2, after, ..query.clone() };
            let page = office.store.work_list(&page).expect("a page");
            rows.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(rows, whole, "{query:?}");
    }
}

/// A list that is not found by looking at so few cases is found as runs, and is the same.
#[test]
fn lists_read_in_order_and_as_runs_are_alike() {
    let office = full_office();
    for query in combinations_of_runs().iter().filter(|query| !list::is_in_order(query)) {
        let numbers = |looked_at| -> Vec<String> {
            let page = runs::page(&office.store.connection, query, 100, looked_at).expect("a page");
            page.rows.iter().map(|(case, _)| case.to_string()).collect()
        };
        let in_order = numbers(scan::LOOKED_AT);
        for looked_at in [1, 3] {
            assert_eq!(numbers(looked_at), in_order, "{looked_at} {query:?}");
        }
    }
}

/// What is looked at in order stands in an index alone; by number, closed cases are read as they lie.
#[test]
fn cases_that_are_passed_over_are_not_looked_up() {
    let office = full_office();
    let mut seen = 0;
    for query in combinations_of_runs().iter().filter(|query| !list::is_in_order(query)) {
        let parts: &[Part] = match query.order {
            ListOrder::Due => &[Part::Running, Part::Standing],
            ListOrder::Received | ListOrder::Number => &[Part::All],
        };
        for step in parts.iter().flat_map(|part| scan::plan(&office.store.connection, query, *part).expect("a plan")) {
            let alone = step.starts_with("SEARCH case_row USING COVERING INDEX ");
            let by_number = query.order == ListOrder::Number;
            let as_they_lie = by_number && step.starts_with("SEARCH case_row USING PRIMARY KEY");
            assert!(alone || as_they_lie, "{query:?}\n{step}");
            seen += usize::from(alone);
        }
    }
    assert!(seen > 1_000, "{seen}: nearly no list is looked at in order");
}

#[test]
fn every_combination_gives_the_cases_that_it_asks_for() {
    let mut office = full_office();
    let all: Vec<(CaseNumber, CaseRow)> = {
        let mut statement = office
            .store
            .connection
            .prepare(&format!("SELECT {} FROM case_row ORDER BY request, letter", rows::CASE_COLUMNS))
            .expect("a statement");
        let read = statement.query_map([], rows::read_case).expect("read");
        read.collect::<Result<_, _>>().expect("rows")
    };
    let mut found = 0;
    // A page of breaches begins after a case, wherever that stands; tests/it/cli_case/breaches.rs goes through the pages.
    let begins_after = |query: &WorkListQuery| query.breaches && query.after.is_some();
    for query in combinations().into_iter().filter(|query| !begins_after(query)).chain(combinations_of_runs()) {
        let page = office.store.work_list(&query).expect("a page");
        let mut wanted: Vec<_> = all.iter().filter(|(case, row)| asked_for(&query, *case, row)).cloned().collect();
        wanted.sort_by_key(|(case, row)| sorted_by(&query, *case, row));
        if query.order == ListOrder::Received {
            wanted.reverse();
        }
        found += wanted.len();
        assert_eq!(page.rows, wanted, "{query:?}");
        assert_eq!(page.next, None);
    }
    assert!(found > 1_000, "{found}: nearly all combinations are empty");
}

/// What a list is sorted by: whether the clock stands still and the due date, or the day of receipt; then the number. Breaches
/// have an hour that they are due at.
fn sorted_by(
    query: &WorkListQuery,
    case: CaseNumber,
    row: &CaseRow,
) -> (Option<DateTime<Utc>>, bool, Option<NaiveDate>, CaseNumber) {
    if query.breaches && query.order == ListOrder::Due {
        return (row.breach.map(|breach| breach.due_at), false, None, case);
    }
    let (stands, day, case) = place(query, case, row);
    (None, stands, day, case)
}

fn place(query: &WorkListQuery, case: CaseNumber, row: &CaseRow) -> (bool, Option<NaiveDate>, CaseNumber) {
    let stands = row.paused_since_on(query.today).is_some();
    match query.order {
        ListOrder::Due => (stands, row.due_on.filter(|_| !stands), case),
        ListOrder::Received => (false, Some(row.received_on), case),
        ListOrder::Number => (false, None, case),
    }
}

fn within(days: Days, day: Option<NaiveDate>) -> bool {
    days.from.is_none_or(|from| day.is_some_and(|day| day >= from))
        && days.to.is_none_or(|to| day.is_some_and(|day| day <= to))
}

/// Whether a case is in a list, told in the plainest way.
fn asked_for(query: &WorkListQuery, case: CaseNumber, row: &CaseRow) -> bool {
    let stands = row.paused_since_on(query.today).is_some();
    let in_state = |state: &StateFilter| match state {
        StateFilter::AwaitingApproval => row.phase == Phase::Decided && row.awaits_approval,
        StateFilter::Open => row.phase == Phase::Open && !stands,
        StateFilter::Suspended => row.phase == Phase::Open && stands,
        StateFilter::Decided => row.phase == Phase::Decided,
        StateFilter::Answered => row.phase == Phase::Answered,
        StateFilter::Forwarded => matches!(row.phase, Phase::Forwarded { .. }),
        StateFilter::Withdrawn => row.phase == Phase::Withdrawn,
        StateFilter::Closed => row.phase == Phase::Closed,
    };
    let unanswered = matches!(row.phase, Phase::Open | Phase::Decided | Phase::Forwarded { told: false });
    let same = |asked: Option<bool>| asked.is_none_or(|same| same);
    (if query.states.is_empty() {
        row.phase != Phase::Closed
            || query.requests.is_some()
            || query.undelivered
            || query.complaints
            || query.breaches
            || query.stage == Some(Section25Stage::Done)
            || query.outcome.is_some()
            // The figures are of cases that wait for word, which no closed one does.
            || query.figure.is_some()
    } else {
        query.states.iter().any(in_state)
    }) && same(query.track.map(|track| track == row.track))
        && same(query.stage.map(|stage| row.section_25.is_some_and(|section_25| section_25.stage == stage)))
        && same(query.register.as_ref().map(|register| *register == row.register))
        && same(query.right.map(|right| right == row.right))
        && same(query.assignee.as_ref().map(|user| row.assignee.as_ref() == Some(user)))
        && (!query.unassigned || row.assignee.is_none())
        && same(query.outcome.map(|outcome| row.outcome == Some(outcome)))
        && within(query.received, Some(row.received_on))
        && (query.due.is_every() || !stands && within(query.due, row.due_on))
        && same(query.figure.map(|_| unanswered && !stands && row.due_on.is_some_and(|due| due < query.today)))
        && same(query.requests.as_ref().map(|requests| requests.contains(&case.request)))
        && (!query.complaints || row.complaint.is_some())
        && (!query.breaches || row.breach.is_some())
        && (!query.undelivered || row.undelivered.is_some_and(|undelivered| undelivered.from_on <= query.today))
        && same(query.due_before.map(|before| unanswered && !stands && row.due_on.is_some_and(|due| due < before)))
        && same(query.after.as_ref().map(|after| place(query, case, row) > (after.on.is_none(), after.on, after.case)))
}
