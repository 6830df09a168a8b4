//! What finding costs in a store of a million cases, beside one of a hundred thousand: what lists and searches take in both, and
//! whether they keep within their bounds. The stores are made once and kept among what is built.
//! `docs/performance.md` has the command and the figures.

use std::time::{Duration, Instant};

use chrono::Days as After;
// By these names the sample finds the core, in the tests of which it lies.
use personvernsak::{adapter, casework, law, usecase, wording};

use adapter::store::SqliteStore;
use adapter::store::many::{REGISTERS, TODAY, USERS, WORDS};
use casework::search::Query;
use law::rights::{Outcome, Right, Track};
use usecase::ports::{Days, ListOrder, StateFilter, Store, WorkListQuery};

mod filled;

use filled::sample::{self, Sample};
use filled::store;

const MANY: u32 = 1_000_000;
const FEW: u32 = 100_000;
const ROUNDS: usize = 60;

type Way = Box<dyn Fn(&mut WorkListQuery, usize)>;

/// What the list can be narrowed by; each asks for another value in each round.
fn filters() -> Vec<(&'static str, Way)> {
    let way = |name, way: fn(&mut WorkListQuery, usize)| (name, Box::new(way) as Way);
    vec![
        way("register", |query, round| query.register = REGISTERS[round % 12].parse().ok()),
        way("right", |query, round| {
            query.right = Some([Right::Access, Right::Erasure, Right::Rectification, Right::Objection][round % 4]);
        }),
        way("track", |query, round| {
            query.track = Some([Track::General, Track::Section25, Track::RegisterAccess, Track::NotHeld][round % 4]);
        }),
        way("state", |query, round| {
            let states = [StateFilter::Open, StateFilter::Suspended, StateFilter::Answered, StateFilter::Closed];
            query.states = vec![states[round % 4]];
        }),
        way("colleague", |query, round| query.assignee = Some(format!("Bruker {}", round % USERS as usize))),
        way("unassigned", |query, _| query.unassigned = true),
        way("outcome", |query, round| {
            query.outcome = Some([Outcome::Granted, Outcome::Refused, Outcome::Dismissed][round % 3]);
        }),
        way("received in a week", |query, round| {
            let from = sample::day("2026-01-20") + After::new(round as u64 % 30);
            query.received = Days { from: Some(from), to: Some(from + After::new(6)) };
        }),
        way("due in a week", |query, round| {
            let from = sample::day("2026-02-20") + After::new(round as u64 % 30);
            query.due = Days { from: Some(from), to: Some(from + After::new(6)) };
        }),
        way("overdue", |query, _| query.due_before = Some(query.today)),
        way("undelivered", |query, _| query.undelivered = true),
    ]
}

fn plain() -> WorkListQuery {
    WorkListQuery { today: TODAY, limit: 50, ..WorkListQuery::default() }
}

/// What something costs.
struct Times {
    median: Duration,
    /// The slowest but one of twenty.
    high: Duration,
    /// How many cases are found, on average of the rounds.
    cases: usize,
}

/// What some work costs that tells how many cases it finds.
fn measure(mut work: impl FnMut(usize) -> usize) -> Times {
    work(0);
    let mut cases = 0;
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let begun = Instant::now();
            cases += work(round);
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    Times { median: times[ROUNDS / 2], high: times[ROUNDS * 95 / 100], cases: cases / ROUNDS }
}

/// Every measurement of a store: what, its bound and what it costs.
fn measured(store: &mut SqliteStore) -> Vec<(String, Duration, Times)> {
    let ms = Duration::from_millis;
    let mut all = Vec::new();
    let mut list = |name: String, bound, query: &dyn Fn(usize) -> WorkListQuery| {
        all.push((name, bound, measure(|round| store.work_list(&query(round)).expect("a page").rows.len())));
    };
    for order in ListOrder::ALL {
        list(format!("open cases by {}", order.id()), ms(5), &|_| WorkListQuery { order, ..plain() });
    }
    let filters = filters();
    for (name, way) in &filters {
        list((*name).to_owned(), ms(5), &|round| {
            let mut query = plain();
            way(&mut query, round);
            query
        });
    }
    for (place, (first, one)) in filters.iter().enumerate() {
        for (second, other) in &filters[place + 1..] {
            if matches!((*first, *second), ("colleague", "unassigned")) {
                continue;
            }
            list(format!("{first} and {second}"), ms(25), &|round| {
                let mut query = plain();
                one(&mut query, round);
                other(&mut query, round / 2);
                query
            });
        }
    }
    for order in [ListOrder::Received, ListOrder::Number] {
        list(format!("register by {}", order.id()), ms(25), &|round| {
            let mut query = WorkListQuery { order, ..plain() };
            filters[0].1(&mut query, round);
            query
        });
    }
    let found = Sample::new(1).person().identity_number.expect("a number");
    let person = measure(|_| {
        let requests = Some(store.find_person(&found).expect("found"));
        let cases = store.work_list(&WorkListQuery { requests, ..plain() }).expect("a page").rows.len();
        assert_eq!(cases, 40);
        cases
    });
    all.push(("one person (twenty requests)".to_owned(), ms(5), person));
    for (name, word) in ["10 cases", "1 % of the cases", "30 % of the cases"].into_iter().zip(WORDS) {
        let words = Query::parse(word).expect("a search");
        let times = measure(|_| store.search(&words, &plain()).expect("searched").rows.len());
        assert!(times.cases > 0, "{name}");
        all.push((format!("a word of {name}, the newest 50"), ms(10), times));
    }
    all
}

fn main() {
    // Asked only whether it builds and runs (cargo test --benches), it makes nothing.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let few = measured(&mut store(FEW));
    let many = measured(&mut store(MANY));
    let (mut slow, mut grown) = (Vec::new(), Vec::new());
    println!(
        "| what | median | p95 | bound | median over that at {FEW} | cases found, and at {FEW} |\n|---|---|---|---|---|---|"
    );
    for ((name, bound, times), (_, _, before)) in many.iter().zip(&few) {
        let Times { median, high, cases } = times;
        let ratio = median.as_secs_f64() / before.median.as_secs_f64();
        println!("| {name} | {median:.2?} | {high:.2?} | {bound:?} | {ratio:.2} | {cases}, {} |", before.cases);
        if high > bound {
            slow.push(name);
        }
        // Where ten times as many are open, more of them are found: what is found takes its time.
        let alike = cases * 4 <= before.cases * 5;
        if alike && ratio > 2.0 {
            grown.push(name);
        }
    }
    println!("more than twice, of those that find as many in both: {grown:?}");
    assert!(slow.is_empty(), "beyond the bound: {slow:?}");
}
