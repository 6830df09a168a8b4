//! What finding costs in a store of a million cases, beside one of a hundred thousand. The last weeks and a block of old cases
//! are made by the program's own projections, and the block is copied into other years; the stores are kept beside the
//! test's program, and everybody in them is made up.
//! `docs/performance.md` has the command and the figures.

use std::time::{Duration, Instant};

use rusqlite::TransactionBehavior;

use super::super::content::{self, SealedFor};
use super::super::rows::{self, Head, Projected};
use super::super::{number, search};
use super::*;
use crate::casework::ids::CaseLetter;
use crate::casework::projection::{CaseRow, Given, QuestionRow, Section25Row, Section25Stage};
use crate::casework::request::Phase;
use crate::casework::search::Query;
use crate::law::calendar::add_days;
use crate::law::deadline::PauseGround;
use crate::law::rights::Outcome;
use crate::usecase::ports::{Counts, Days, ListOrder, StateFilter, WorkListQuery};

const MANY: u32 = 1_000_000;
const FEW: u32 = 100_000;
const TODAY: &str = "2026-02-27";
/// The years that the cases came in.
const YEARS: u32 = 10;
const REGISTERS: [&str; 12] =
    ["kpr", "npr", "mfr", "sysvak", "msis", "nipar", "kreft", "hjerte", "iplos", "dar", "nor", "svangerskap"];
const USERS: u32 = 30;
const ROUNDS: usize = 60;
/// How many days back most cases are still open.
const RECENT_DAYS: u32 = 42;
/// How many requests the block of old cases has.
const BLOCK: u32 = 2_000;

/// Numbers that come again in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % most
    }

    /// One of several, the first ones most often.
    fn first<T: Copy>(&mut self, of: &[T]) -> T {
        let most = of.len() as u32;
        of[self.below(self.0 as u32 % most + 1).min(most - 1) as usize]
    }
}

/// The store, made if it is not there yet.
fn store(cases: u32) -> SqliteStore {
    let program = std::env::current_exe().expect("the program knows where it is");
    let folder = program.parent().expect("a folder").join("find-stores");
    let path = folder.join(format!("format-{}-cases-{cases}", super::super::FORMAT));
    if !path.exists() {
        let unfinished = folder.join(format!("unfinished-{cases}"));
        let _ = std::fs::remove_dir_all(&unfinished);
        std::fs::create_dir_all(&folder).expect("a folder");
        let begun = Instant::now();
        fill(&unfinished, cases);
        println!(
            "made {cases} cases in {:?}, {:.0} a second",
            begun.elapsed(),
            f64::from(cases) / begun.elapsed().as_secs_f64()
        );
        std::fs::rename(&unfinished, &path).expect("renamed");
    }
    let locked = LockedStore::open(&path, &Disk).expect("a store");
    locked.unlock("Kari Myhre", &Passphrase::new(PASSPHRASE), Box::new(Counter(1 << 50))).expect("unlocked")
}

fn fill(path: &Path, cases: u32) {
    let new = NewStore {
        folder: path,
        test: true,
        organisation: "helsedirektoratet",
        user: &User { name: "Kari Myhre".to_owned(), role: Role::Administrator, cleared: true },
        passphrase: &Passphrase::new(PASSPHRASE),
        now: at(0),
    };
    let mut store = super::super::create(&new, &Disk, Box::new(Counter(0))).expect("a store");
    let template = Sample::new(1).commit().rows.remove(0);
    let (mut chance, requests) = (Chance(u64::from(cases)), cases / 2);
    // The last six weeks, and a year's block of old cases that the other years are copies of.
    let recent = requests * RECENT_DAYS / (YEARS * 365);
    block(&mut store, &mut chance, &template, (2026, recent), |place| {
        add_days(day("2026-01-16"), (u64::from(place) * u64::from(RECENT_DAYS) / u64::from(recent)) as u32)
    });
    block(&mut store, &mut chance, &template, (2016, BLOCK), |place| add_days(day("2016-01-01"), place * 365 / BLOCK));
    for copy in 1..(requests - recent) / BLOCK {
        store.connection.execute_batch(&copied(copy)).expect("copied");
    }
    store.connection.execute_batch(TEXTS).expect("indexed");
    // Those that are looked for by their numbers are registered as anybody is, since their logs are read.
    for seed in 1..=20 {
        store.commit(&Sample { year: 2027, ..Sample::new(9_000_000_000 + seed) }.commit()).expect("registered");
    }
    while search::tidy(&store.connection).expect("in order") {}
    store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("moved");
}

/// Requests of two cases each, by the store's own projections.
fn block(
    store: &mut SqliteStore,
    chance: &mut Chance,
    template: &CaseRow,
    (year, requests): (u16, u32),
    received_on: impl Fn(u32) -> NaiveDate,
) {
    let mut salt = Counter(u64::from(year) << 32);
    let mut person = Sample::new(1).person();
    person.identity_number = None;
    let transaction = store.connection.transaction_with_behavior(TransactionBehavior::Immediate).expect("begun");
    for place in 0..requests {
        let request = RequestNumber::new(year, place + 1).expect("a number");
        let rows: Vec<CaseRow> = (0..2).map(|letter| case(chance, template, letter, received_on(place))).collect();
        let head = Head { version: 3, protected: false, delivery: None };
        rows::write(&transaction, &Projected::new(request, head, &rows), Counts::default()).expect("written");
        let contents = [(id(u128::from(place) + 1), Content::Person(Box::new(person.clone())))];
        let keys = (&store.keys, &store.ring);
        content::keep(&transaction, keys, &mut salt, number::key(request), SealedFor::Store, &contents).expect("kept");
    }
    transaction.commit().expect("committed");
}

/// The statements that copy the block of old cases into another year, or to later numbers of the same year.
fn copied(copy: u32) -> String {
    let years = copy % YEARS;
    let shift = i64::from(years) * 1_000_000_000 + i64::from(copy / YEARS * BLOCK);
    let columns = format!("{}, kind", rows::CASE_COLUMNS);
    let values: Vec<String> = columns
        .split(", ")
        .map(str::trim)
        .map(|column| match column {
            "request" => format!("request + {shift}"),
            "received_on" | "nominal_on" | "due_on" | "question_since_on" | "answered_on" => {
                format!("date({column}, '+{years} years')")
            }
            other => other.to_owned(),
        })
        .collect();
    let block = format!("request BETWEEN 2016000000001 AND {}", 2_016_000_000_000 + i64::from(BLOCK));
    format!(
        "BEGIN IMMEDIATE;
         INSERT INTO case_row ({columns}) SELECT {} FROM case_row WHERE {block};
         INSERT INTO request_row ({request}) SELECT request + {shift}, version, cases, protected, delivery
             FROM request_row WHERE {block};
         INSERT INTO content (request, id, kind, sealed_for, salt, bytes, mark)
             SELECT request + {shift}, id, kind, sealed_for, randomblob(32), bytes, randomblob(32) FROM content WHERE {block};
         COMMIT;",
        values.join(", "),
        request = rows::REQUEST_COLUMNS
    )
}

/// Texts of ten words: one word stands in ten cases, one in a case of a hundred, one in three of ten.
const TEXTS: &str = "
    BEGIN IMMEDIATE;
    INSERT INTO search_row (id, content) SELECT (request << 20) + 1, zeroblob(16) FROM request_row;
    INSERT INTO search_index (rowid, names, stems)
        SELECT id, CASE WHEN place % 10 < 3 THEN 'vanlig30x ' ELSE '' END
                || CASE WHEN place % 100 = 7 THEN 'sjelden1x ' ELSE '' END
                || CASE WHEN place BETWEEN 1000 AND 1004 THEN 'nesten0x ' ELSE '' END
                || format('ord%d ord%d ord%d ord%d ord%d', abs(random() % 20000), abs(random() % 20000),
                          abs(random() % 20000), abs(random() % 20000), abs(random() % 20000)),
            format('stem%d stem%d stem%d', abs(random() % 5000), abs(random() % 5000), abs(random() % 5000))
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM search_row);
    UPDATE figures SET requests = (SELECT count(*) FROM request_row), cases = (SELECT count(*) FROM case_row);
    COMMIT;";

/// A case: nearly all that are older than six weeks are closed.
fn case(chance: &mut Chance, template: &CaseRow, letter: u16, received_on: NaiveDate) -> CaseRow {
    let rights = [Right::Access, Right::Erasure, Right::Rectification, Right::Restriction, Right::Objection];
    let today = day(TODAY);
    let age = (today - received_on).num_days();
    let closed = if age > 42 { chance.below(1_000) < 996 } else { chance.below(100) < 25 };
    let right = chance.first(&rights);
    let register = chance.first(&REGISTERS);
    let track = match (right, register) {
        (Right::Erasure, _) => Track::Section25,
        (Right::Access, "kpr" | "npr" | "mfr") => Track::RegisterAccess,
        (_, "dar" | "nor") => Track::Forward,
        (_, "svangerskap") => Track::NotHeld,
        _ => Track::General,
    };
    let phase = match chance.below(100) {
        _ if closed => Phase::Closed,
        0..70 => Phase::Open,
        70..82 => Phase::Decided,
        82..97 => Phase::Answered,
        _ => Phase::Withdrawn,
    };
    let outcomes = [Outcome::Granted, Outcome::NoData, Outcome::PartlyGranted, Outcome::Refused, Outcome::Dismissed];
    let outcome = match phase {
        Phase::Open => None,
        Phase::Withdrawn => Some(Outcome::Withdrawn),
        Phase::Decided | Phase::Answered | Phase::Forwarded { .. } | Phase::Closed => Some(chance.first(&outcomes)),
    };
    let due_on = add_days(received_on, 28 + chance.below(6) + if chance.below(20) == 0 { 60 } else { 0 });
    let asked = phase == Phase::Open && chance.below(12) == 0;
    let question = QuestionRow {
        ground: PauseGround::Clarification,
        asked_on: received_on,
        reply_by_on: add_days(received_on, 14),
        reminder_reply_by_on: None,
        ended_on: None,
    };
    let section_25 = (track == Track::Section25).then(|| Section25Row {
        stage: match phase {
            Phase::Open => {
                chance.first(&[Section25Stage::Assessed, Section25Stage::WithoutBasis, Section25Stage::Waiting])
            }
            Phase::Decided => Section25Stage::Unsent,
            Phase::Answered | Phase::Forwarded { .. } | Phase::Withdrawn | Phase::Closed => Section25Stage::Done,
        },
        grounds: Given::Received,
        documents: Given::Missing,
        assessment: None,
    });
    let user = chance.below(USERS + if phase == Phase::Open { USERS / 3 } else { 0 });
    CaseRow {
        case: CaseLetter::at(letter),
        register: register.parse().expect("an id"),
        right,
        track,
        mode: None,
        phase,
        assignee: (user < USERS).then(|| format!("Bruker {user}")),
        received_on,
        nominal_on: due_on,
        due_on: (!asked).then_some(due_on),
        question_since_on: asked.then_some(received_on),
        questions: if asked { vec![question] } else { Vec::new() },
        answered_on: matches!(phase, Phase::Answered | Phase::Withdrawn | Phase::Closed).then_some(due_on),
        outcome,
        section_25,
        secure_by_on: None,
        ..template.clone()
    }
}

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
            let from = add_days(day("2026-01-20"), round as u32 % 30);
            query.received = Days { from: Some(from), to: Some(add_days(from, 6)) };
        }),
        way("due in a week", |query, round| {
            let from = add_days(day("2026-02-20"), round as u32 % 30);
            query.due = Days { from: Some(from), to: Some(add_days(from, 6)) };
        }),
        way("overdue", |query, _| query.due_before = Some(query.today)),
        way("undelivered", |query, _| query.undelivered = true),
    ]
}

fn plain() -> WorkListQuery {
    WorkListQuery { today: day(TODAY), limit: 50, ..WorkListQuery::default() }
}

/// The time in the middle and that of the slowest but one of twenty.
fn measure(mut work: impl FnMut(usize)) -> (Duration, Duration) {
    work(0);
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let begun = Instant::now();
            work(round);
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[ROUNDS / 2], times[ROUNDS * 95 / 100])
}

/// Every measurement of a store: what, its bound, the median and p95.
fn measured(store: &mut SqliteStore) -> Vec<(String, Duration, (Duration, Duration))> {
    let ms = Duration::from_millis;
    let mut all = Vec::new();
    let mut list = |name: String, bound, query: &dyn Fn(usize) -> WorkListQuery| {
        all.push((name, bound, measure(|round| drop(store.work_list(&query(round)).expect("a page")))));
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
        assert_eq!(store.work_list(&WorkListQuery { requests, ..plain() }).expect("a page").rows.len(), 40);
    });
    all.push(("one person (twenty requests)".to_owned(), ms(5), person));
    for (name, word) in
        [("10 cases", "nesten0x"), ("1 % of the cases", "sjelden1x"), ("30 % of the cases", "vanlig30x")]
    {
        let words = Query::parse(word).expect("a search");
        let times = measure(|_| assert!(!store.search(&words, &plain()).expect("searched").rows.is_empty()));
        all.push((format!("a word of {name}, the newest 50"), ms(10), times));
    }
    all
}

#[test]
#[ignore = "makes a store of a million cases, which takes minutes; docs/performance.md has the command"]
fn finding_in_a_million_cases_costs_what_it_costs_in_a_hundred_thousand() {
    let few = measured(&mut store(FEW));
    let many = measured(&mut store(MANY));
    let (mut slow, mut grown) = (Vec::new(), Vec::new());
    println!("| what | median | p95 | bound | median over that at {FEW} |\n|---|---|---|---|---|");
    for ((name, bound, (median, high)), (_, _, (before, _))) in many.iter().zip(&few) {
        let ratio = median.as_secs_f64() / before.as_secs_f64();
        println!("| {name} | {median:.2?} | {high:.2?} | {bound:?} | {ratio:.2} |");
        if high > bound {
            slow.push(name);
        }
        if ratio > 2.0 {
            grown.push(name);
        }
    }
    assert!(slow.is_empty() && grown.is_empty(), "beyond the bound: {slow:?}; more than twice: {grown:?}");
}
