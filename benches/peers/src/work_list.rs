//! A page of the work list: whether it grows slower with the store, and what it costs beside reading a raw page.

use std::path::Path;

use chrono::{Days, NaiveDate};
use personvernsak::adapter::store::{LockedStore, Passphrase, SqliteStore};
use personvernsak::adapter::system::{SystemFileSystems, SystemRandomness};
use personvernsak::casework::ids::CaseNumber;
use personvernsak::usecase::ports::{Store, WorkListCursor, WorkListQuery};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::office;
use crate::rows::columns;
use crate::turns::{Judgements, in_turns, time};

const MANY: usize = 100_000;
const FEW: usize = 10_000;
const ROUNDS: usize = 400;
/// The rows of a page, as the window asks for them.
const PAGE: u32 = 50;

/// Beside ten times fewer cases, and beside a page of a table that is read in the order in which it lies.
pub fn compare(folder: &Path, judgements: &mut Judgements) {
    let (mut many, mut few) = (open(folder, MANY), open(folder, FEW));
    let raw = raw(folder, &mut many);
    judgements.about(&format!("A page of {PAGE} rows of the work list (medians of {ROUNDS} in turns)"));
    for (place, from_middle) in [("first page", false), ("page in the middle", true)] {
        let query = |cases: usize| query(cases, from_middle);
        let first_raw = if from_middle { MANY / 2 } else { 0 };
        let [at_many, at_few, raw_page] = in_turns(
            ROUNDS,
            [
                &mut |_| time(|| many.work_list(&query(MANY)).expect("a page")),
                &mut |_| time(|| few.work_list(&query(FEW)).expect("a page")),
                &mut |_| time(|| raw_rows(&raw, first_raw)),
            ],
        );
        judgements.tell(&format!("{place} at {MANY} cases"), at_many);
        judgements.tell(&format!("{place} at {FEW} cases"), at_few);
        judgements.tell(&format!("raw page by rowid at {MANY} rows"), raw_page);
        judgements.ratio(&format!("{place} at {MANY} over {FEW} cases"), at_many, at_few, 1.5);
        judgements.ratio(&format!("{place} over the raw page"), at_many, raw_page, 3.0);
    }
}

fn open(folder: &Path, cases: usize) -> SqliteStore {
    let store = office::filled(folder, cases);
    let locked = LockedStore::open(&store, &SystemFileSystems).expect("a store");
    locked.unlock(office::USER, &Passphrase::new(office::PASSPHRASE), Box::new(SystemRandomness)).expect("unlocked")
}

fn query(cases: usize, from_middle: bool) -> WorkListQuery {
    let today: NaiveDate = office::now(cases / 2).date_naive();
    // Requests came in evenly, and are due a month later.
    let span = (today - office::now(0).date_naive()).num_days().unsigned_abs();
    let due_on = office::now(0).date_naive() + Days::new(span / 2 + 30);
    let case: CaseNumber = "2026/00001-a".parse().expect("a case");
    WorkListQuery {
        today,
        limit: PAGE,
        after: from_middle.then_some(WorkListCursor { on: Some(due_on), case }),
        ..WorkListQuery::default()
    }
}

/// A database in the same encrypted format with one table, whose rows are read in the order in which they lie. It has the
/// work list's rows, column by column.
fn raw(folder: &Path, store: &mut SqliteStore) -> Connection {
    let path = folder.join(format!("raw-{MANY}.db"));
    let _ = std::fs::remove_file(&path);
    let mut connection = office::bare_database(&path);
    let transaction = connection.transaction().expect("a transaction");
    let mut wanted = WorkListQuery { limit: 1_000, ..query(MANY, false) };
    loop {
        let page = store.work_list(&wanted).expect("a page");
        for (case, row) in &page.rows {
            let (names, mut values): (Vec<_>, Vec<_>) = columns(row).into_iter().unzip();
            values[0] =
                Value::from(i64::from(case.request.year()) * 1_000_000_000 + i64::from(case.request.sequence()));
            let names = names.join(", ");
            let places = vec!["?"; values.len()].join(", ");
            transaction.execute_batch(&format!("CREATE TABLE IF NOT EXISTS raw_case ({names})")).expect("a table");
            let mut insert = transaction
                .prepare_cached(&format!("INSERT INTO raw_case ({names}) VALUES ({places})"))
                .expect("a statement");
            insert.execute(params_from_iter(values)).expect("written");
        }
        match page.next {
            Some(next) => wanted.after = Some(next),
            None => break,
        }
    }
    transaction.commit().expect("committed");
    connection
}

fn raw_rows(connection: &Connection, after: usize) -> Vec<Vec<Value>> {
    let mut statement = connection
        .prepare_cached("SELECT * FROM raw_case WHERE rowid > ?1 ORDER BY rowid LIMIT ?2")
        .expect("a statement");
    let width = statement.column_count();
    let rows = statement.query_map([after as i64, i64::from(PAGE) + 1], |row| {
        (0..width).map(|place| row.get::<_, Value>(place)).collect::<rusqlite::Result<Vec<_>>>()
    });
    rows.expect("rows").collect::<Result<_, _>>().expect("rows")
}
