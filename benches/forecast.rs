//! What a forecast of twelve weeks costs in a store of a million cases: reading what cases have been through, cutting it into weeks, and
//! five hundred runs, with as many again for each number of hands that is tried. The store is that of `finding`. With a number of cases after
//! `--bench` it is another.

use std::time::{Duration, Instant};

// By these names the sample finds the core, in the tests of which it lies.
use personvernsak::{adapter, casework, law, usecase, wording};

use adapter::store::SqliteStore;
use adapter::store::many::TODAY;
use casework::forecast::{Forecast, Plan, Weeks, forecast};
use chrono::Days;
use usecase::ports::Store;

mod filled;

const MANY: u32 = 1_000_000;
/// As many weeks and cases are read as the program reads.
const WEEKS: u32 = 52;
const MOST_READ: u32 = 20_000;
const BOUND: Duration = Duration::from_secs(1);
const ROUNDS: u64 = 5;

/// A forecast, and how long its three parts took.
fn timed(store: &mut SqliteStore, seed: u64) -> (Forecast, [Duration; 3]) {
    let begun = Instant::now();
    let since_on = TODAY - Days::new(u64::from(WEEKS) * 7);
    let courses = store.courses(since_on, MOST_READ).expect("read");
    let read = begun.elapsed();
    let weeks = Weeks::of(&courses.past, &courses.open, TODAY, WEEKS);
    let cut = begun.elapsed();
    let mut runs = 0;
    let plan = Plan { seed, ..Plan::USUAL };
    let made = forecast(&weeks, plan, courses.one_of, &mut |_| runs += 1).expect("a forecast");
    assert_eq!(runs, plan.runs, "each run was told of");
    (made, [read, cut - read, begun.elapsed() - cut])
}

fn main() {
    // Asked only whether it builds and runs (cargo test --benches), it makes nothing.
    let arguments: Vec<String> = std::env::args().collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let cases = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(MANY);
    let mut store = filled::store(cases);
    let mut slowest = Duration::ZERO;
    println!("| seed | reading | weeks | runs | all | late in 12 weeks | more hands |\n|---|---|---|---|---|---|---|");
    for seed in 1..=ROUNDS {
        let (made, [read, cut, run]) = timed(&mut store, seed);
        let all = read + cut + run;
        let late = made.weeks.last().expect("a week").late;
        let (low, median, high) = (late.low, late.median, late.high);
        println!(
            "| {seed} | {read:.2?} | {cut:.2?} | {run:.2?} | {all:.2?} | {low}–{median}–{high} | {:?} |",
            made.hands
        );
        slowest = slowest.max(all);
    }
    assert!(slowest <= BOUND, "the slowest took {slowest:?}, and {BOUND:?} is the bound");
}
