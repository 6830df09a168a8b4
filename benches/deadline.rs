//! How long a deadline takes, with and without its derivation, and what it allocates.

use chrono::NaiveDate;
use divan::{AllocProfiler, Bencher};
use personvernsak::law::deadline::{DeadlineInput, Pause, compute, derive};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn pauses(count: usize) -> Vec<Pause> {
    let all = [
        Pause { start_on: date(2026, 2, 16), end_on: Some(date(2026, 2, 19)) },
        Pause { start_on: date(2026, 2, 5), end_on: Some(date(2026, 2, 10)) },
        Pause { start_on: date(2026, 2, 9), end_on: Some(date(2026, 2, 12)) },
        Pause { start_on: date(2026, 3, 7), end_on: None },
    ];
    all[..count].to_vec()
}

#[divan::bench(args = [0, 1, 3, 4])]
fn dates_alone(bencher: Bencher, count: usize) {
    let pauses = pauses(count);
    let input = DeadlineInput::new(date(2026, 1, 31), &pauses, Some(date(2026, 2, 20))).ok();
    bencher.bench_local(|| divan::black_box(input.as_ref()).map(compute));
}

#[divan::bench(args = [0, 1, 3, 4])]
fn with_derivation(bencher: Bencher, count: usize) {
    let pauses = pauses(count);
    let input = DeadlineInput::new(date(2026, 1, 31), &pauses, Some(date(2026, 2, 20))).ok();
    bencher.bench_local(|| divan::black_box(input.as_ref()).map(derive));
}
