//! What opening the data protection officer's room costs a store of a million cases, beside one of a hundred thousand: the figures of
//! the deadlines, the calendar of due days and the first page of the list, as the window asks for them, whole and narrowed to a register.
//! The figures of a year are counted beside them. The stores are those of `finding`. `benches/peers room` measures it in the window.

use std::time::{Duration, Instant};

use chrono::{Datelike, NaiveDate};
// By these names the sample finds the core, in the tests of which it lies.
use personvernsak::{adapter, casework, law, usecase, wording};

use adapter::store::SqliteStore;
use adapter::store::many::{REGISTERS, TODAY};
use casework::projection::Figure;
use law::register::RegisterId;
use usecase::ports::{DueDaysQuery, ReportStore, Store, WorkListQuery};

mod filled;

const FEW: u32 = 100_000;
const MANY: u32 = 1_000_000;
const ROUNDS: usize = 30;
const BOUND: Duration = Duration::from_millis(300);

/// Everything that the room asks for when it opens; how many cases the list shows.
fn open(store: &mut SqliteStore, register: Option<RegisterId>) -> usize {
    let figures = store.figures(TODAY).expect("figures");
    assert!(!figures.is_empty(), "the store has cases");
    let days = DueDaysQuery { today: TODAY, register: register.clone(), track: None };
    let days = store.due_days(&days).expect("due days");
    assert!(!days.is_empty(), "cases are due");
    let figure = Some(Figure::Late);
    let list = WorkListQuery { today: TODAY, limit: 50, figure, register, ..WorkListQuery::default() };
    store.work_list(&list).expect("a page").rows.len()
}

fn of_a_year(store: &mut SqliteStore) {
    let day = |month, day| NaiveDate::from_ymd_opt(TODAY.year(), month, day).expect("a day");
    store.facts(day(1, 1), day(12, 31)).expect("counted");
}

/// The median and the slowest but one of twenty.
fn measure(mut work: impl FnMut(usize)) -> [Duration; 2] {
    work(0);
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let begun = Instant::now();
            work(round);
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    [times[ROUNDS / 2], times[ROUNDS * 95 / 100]]
}

/// The first opening after unlocking, the later ones whole and narrowed, and a year's figures.
fn measured(cases: u32) -> [[Duration; 2]; 4] {
    let mut store = filled::store(cases);
    let begun = Instant::now();
    assert_eq!(open(&mut store, None), 50, "a page is full");
    let first = begun.elapsed();
    [
        [first, first],
        measure(|_| {
            open(&mut store, None);
        }),
        measure(|round| {
            open(&mut store, REGISTERS[round % REGISTERS.len()].parse().ok());
        }),
        measure(|_| of_a_year(&mut store)),
    ]
}

fn main() {
    // Asked only whether it builds and runs (cargo test --benches), it makes nothing.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let (few, many) = (measured(FEW), measured(MANY));
    let names =
        ["the room, first after unlocking", "the room again", "the room of one register", "the figures of a year"];
    println!("| what | median | p95 | at {FEW} | times as long |\n|---|---|---|---|---|");
    for (name, ([median, high], [before, _])) in names.iter().zip(many.iter().zip(&few)) {
        let ratio = median.as_secs_f64() / before.as_secs_f64();
        println!("| {name} | {median:.2?} | {high:.2?} | {before:.2?} | {ratio:.2} |");
    }
    for [_, high] in &many[..3] {
        assert!(*high <= BOUND, "{high:?}, and {BOUND:?} is the bound");
    }
}
