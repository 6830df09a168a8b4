//! What cases have been through, as forecasts read it: what stands open in full, the past in full or by a sample, and in as many
//! statements however many cases there are.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::list::full_office;
use super::*;
use crate::adapter::store::{courses, list, number};
use crate::casework::forecast::Course;
use crate::usecase::ports::{Courses, StateFilter, WorkListQuery};

fn read(office: &Office, since_on: &str, most: u32) -> Courses {
    courses::read(&office.store.connection, day(since_on), most).expect("read")
}

fn sorted(mut courses: Vec<Course>) -> Vec<String> {
    courses.sort_by(|one, other| format!("{one:?}").cmp(&format!("{other:?}")));
    courses.iter().map(|course| format!("{course:?}")).collect()
}

#[test]
fn every_case_is_read_as_its_row_says_and_what_stands_open_in_full() {
    let office = full_office();
    let query = WorkListQuery { limit: 10_000, states: StateFilter::ALL.to_vec(), ..WorkListQuery::default() };
    let all = list::page(&office.store.connection, &query).expect("a page").rows;
    let known: Vec<Course> = all.iter().filter_map(|(_, row)| Course::of(row)).collect();
    let open: Vec<Course> = known.iter().filter(|course| course.answered_on.is_none()).cloned().collect();
    assert!(!open.is_empty() && open.len() < known.len(), "{} of {}", open.len(), known.len());

    let found = read(&office, "2020-01-01", 10_000);
    assert_eq!(found.one_of, 1);
    assert_eq!(sorted(found.past), sorted(known.clone()));
    assert_eq!(sorted(found.open), sorted(open.clone()));

    // Nothing came in after this day, and what stands open is told all the same.
    let later = read(&office, "2027-12-01", 10_000);
    assert_eq!((later.past.len(), sorted(later.open)), (0, sorted(open)));
}

#[test]
fn of_many_cases_those_of_every_so_many_requests_are_read() {
    let office = full_office();
    let all = read(&office, "2020-01-01", 10_000);
    let some = read(&office, "2020-01-01", all.past.len() as u32 / 2);
    assert!(some.one_of >= 2, "one of {}", some.one_of);
    assert!(!some.past.is_empty() && some.past.len() < all.past.len(), "{} of {}", some.past.len(), all.past.len());
    assert_eq!(sorted(some.open), sorted(all.open), "those that stand open are read in full");
    let query = WorkListQuery { limit: 10_000, states: StateFilter::ALL.to_vec(), ..WorkListQuery::default() };
    let rows = list::page(&office.store.connection, &query).expect("a page").rows;
    let wanted = rows.iter().filter(|(case, _)| number::key(case.request) % i64::from(some.one_of) == 0);
    assert_eq!(sorted(some.past), sorted(wanted.filter_map(|(_, row)| Course::of(row)).collect()));
}

#[test]
fn reading_takes_as_many_statements_for_many_cases_as_for_few() {
    let mut office = full_office();
    let counter = Arc::new(AtomicUsize::new(0));
    let statements = |office: &mut Office| {
        let count = Arc::clone(&counter);
        let trace = move |event: TraceEvent<'_>| {
            if matches!(event, TraceEvent::Stmt(..)) {
                count.fetch_add(1, Ordering::Relaxed);
            }
        };
        office.store.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(trace)).expect("traced");
        counter.store(0, Ordering::Relaxed);
        read(office, "2020-01-01", 10_000);
        office.store.connection.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).expect("not traced");
        counter.load(Ordering::Relaxed)
    };
    let few = statements(&mut office);
    for seed in 500..560 {
        office.register(&Sample::new(seed));
    }
    assert_eq!(statements(&mut office), few);
    assert_eq!(few, 5);
}

#[test]
fn a_sample_is_found_in_an_index_and_looked_up_by_number() {
    let office = full_office();
    let plans = courses::plans(&office.store.connection).expect("plans");
    for (plan, index) in plans.iter().zip(["case_row_open_received", "case_row_closed_received"]) {
        let plan = plan.join("\n");
        assert!(plan.contains("USING PRIMARY KEY (request=? AND letter=?)"), "{plan}");
        assert!(plan.contains(&format!("USING COVERING INDEX {index} (received_on>?)")), "{plan}");
    }
}
