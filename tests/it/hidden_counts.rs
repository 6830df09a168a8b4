//! What is published, against somebody who works out what a hidden count can be from all tables of the period at once.

mod attacker;

use attacker::Attacker;
use chrono::{Datelike, NaiveDate};
use personvernsak::casework::statistics::{
    COLUMNS, Column, Counts, FEWEST, Hidden, OUTCOMES, hidden_cells, hidden_totals, publishable,
};
use proptest::prelude::*;

/// A table as it is published, with what is hidden beside it.
struct Published {
    rows: Vec<Counts>,
    hidden: Vec<Hidden>,
}

/// Tables of the same cases, and their totals.
struct Side {
    tables: Vec<Published>,
    total: Counts,
    total_hidden: Hidden,
}

/// A case: its line in each table, whether it was only received, and what became of it.
#[derive(Clone, Debug)]
struct Made {
    lines: [usize; 2],
    column: Column,
    late: bool,
}

fn add(counts: &mut Counts, made: &Made) {
    let mut one_more = |column: Column| counts[column.place()] += 1;
    one_more(made.column);
    if let Column::Outcome(_) = made.column {
        one_more(Column::Answered);
        one_more(if made.late { Column::Late } else { Column::OnTime });
    }
}

fn counted(cases: &[Made], lines: [usize; 2]) -> (Vec<Vec<Counts>>, Counts) {
    let mut tables: Vec<Vec<Counts>> = lines.iter().map(|lines| vec![[0; COLUMNS]; *lines]).collect();
    let mut total = [0; COLUMNS];
    for made in cases {
        tables.iter_mut().zip(made.lines).for_each(|(table, line)| add(&mut table[line], made));
        add(&mut total, made);
    }
    (tables, total)
}

fn side(cases: &[Made], lines: [usize; 2]) -> Side {
    let (tables, total) = counted(cases, lines);
    let published = |rows: Vec<Counts>| Published { hidden: hidden_cells(&rows, &total), rows };
    Side { tables: tables.into_iter().map(published).collect(), total_hidden: hidden_totals(&total), total }
}

/// The groups of columns of which one is the sum of the others.
fn sums() -> [Vec<usize>; 2] {
    let outcomes = (0..OUTCOMES).map(|place| Column::Outcome(place).place());
    [vec![Column::OnTime.place(), Column::Late.place()], outcomes.collect()]
}

/// What each hidden count can be: where it stands, what it is, and its bounds.
fn bounds(side: &Side) -> Vec<(String, u64, f64, Option<f64>)> {
    let mut hidden: Vec<(String, u64)> = Vec::new();
    // Each cell is an unknown or a known value.
    let mut cell = |name: String, count: u64, is_hidden: bool| {
        if is_hidden {
            hidden.push((name, count));
            Err(hidden.len() - 1)
        } else {
            Ok(count as f64)
        }
    };
    let mut line = |name: &str, counts: &Counts, is_hidden: &Hidden| -> Vec<Result<f64, usize>> {
        (0..COLUMNS).map(|column| cell(format!("{name}, column {column}"), counts[column], is_hidden[column])).collect()
    };
    let total = line("total", &side.total, &side.total_hidden);
    let tables: Vec<Vec<Vec<Result<f64, usize>>>> = (0..)
        .zip(&side.tables)
        .map(|(number, table): (i32, _)| {
            let rows = table.rows.iter().zip(&table.hidden).zip(0..);
            rows.map(|((row, is_hidden), place): (_, i32)| {
                line(&format!("table {number}, line {place}"), row, is_hidden)
            })
            .collect()
        })
        .collect();
    let mut equations = Vec::new();
    let mut adds_up = |parts: &[&Result<f64, usize>], whole: &Result<f64, usize>| {
        let (mut factors, mut value) = (Vec::new(), 0.0);
        for (sign, cell) in parts.iter().map(|part| (1.0, *part)).chain([(-1.0, whole)]) {
            match cell {
                Ok(known) => value -= sign * known,
                Err(unknown) => factors.push((*unknown, sign)),
            }
        }
        if !factors.is_empty() {
            equations.push((factors, value));
        }
    };
    for line in tables.iter().flatten().chain([&total]) {
        for parts in sums() {
            let parts: Vec<_> = parts.iter().map(|column| &line[*column]).collect();
            adds_up(&parts, &line[Column::Answered.place()]);
        }
    }
    for table in &tables {
        for column in 0..COLUMNS {
            let parts: Vec<_> = table.iter().map(|line| &line[column]).collect();
            adds_up(&parts, &total[column]);
        }
    }
    let mut attacker = Attacker::new(hidden.len(), &equations);
    (0..)
        .zip(hidden)
        .map(|(unknown, (name, count))| {
            let (least, most) = attacker.bounds(unknown);
            (name, count, least, most)
        })
        .collect()
}

/// The hidden counts that are known better than they may be.
fn given_away(side: &Side) -> Vec<String> {
    let least_room = (FEWEST - 1) as f64;
    let known = |count: u64, least: f64, most: f64| {
        if count < FEWEST { least > 0.001 || most < least_room - 0.001 } else { most - least < least_room - 0.001 }
    };
    bounds(side)
        .into_iter()
        .filter(|(_, count, least, most)| known(*count, *least, most.unwrap_or(f64::INFINITY)))
        .map(|(name, count, least, most)| format!("{name}: {count} is known to be {least:.2} to {most:?}"))
        .collect()
}

fn columns() -> impl Strategy<Value = Column> {
    prop_oneof![
        3 => Just(Column::Received),
        1 => Just(Column::Appeals),
        1 => Just(Column::ToAuthority),
        6 => Just(Column::Outcome(0)),
        3 => Just(Column::Outcome(1)),
        2 => (2..OUTCOMES).prop_map(Column::Outcome),
    ]
}

/// So that some lines have many and some few.
fn lines() -> impl Strategy<Value = usize> {
    prop_oneof![6 => Just(0_usize), 3 => Just(1_usize), 1 => Just(2_usize), 1 => Just(3_usize)]
}

fn cases(most: usize) -> impl Strategy<Value = Vec<Made>> {
    let made = (lines(), lines(), columns(), prop::bool::weighted(0.25));
    prop::collection::vec(
        made.prop_map(|(one, other, column, late)| Made { lines: [one, other], column, late }),
        0..most,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// Whatever was counted, the tables of a period read side by side leave every small count free from 0 to 4, and give no other away.
    #[test]
    fn nobody_works_out_a_hidden_count(cases in cases(160)) {
        let given_away = given_away(&side(&cases, [4, 4]));
        prop_assert!(given_away.is_empty(), "{given_away:#?}");
    }

    /// What is shown is never small, and nothing is shown of a total that is hidden.
    #[test]
    fn no_small_count_is_shown(cases in cases(400), lines in 4_usize..9) {
        let side = side(&cases, [lines, 4]);
        for table in &side.tables {
            for (row, hidden) in table.rows.iter().zip(&table.hidden) {
                for column in 0..COLUMNS {
                    prop_assert!(hidden[column] || (row[column] >= FEWEST && !side.total_hidden[column]));
                }
            }
        }
    }

    /// Two periods that are published are the same, or have no day in common: nothing is learnt from their difference.
    #[test]
    fn published_periods_do_not_overlap(from in day(), days in 0_i64..800, other in day(), more in 0_i64..800) {
        let today: NaiveDate = "2040-01-01".parse().expect("a date");
        let whole = |from: NaiveDate, days: i64| {
            // As it falls, and as a year, since few periods happen to be one.
            let year = NaiveDate::from_ymd_opt(from.year(), 1, 1).zip(NaiveDate::from_ymd_opt(from.year(), 12, 31));
            [(from, from + chrono::TimeDelta::days(days)), year.expect("a year")]
        };
        for one in whole(from, days).into_iter().filter(|(from, to)| publishable(*from, *to, today).is_ok()) {
            for two in whole(other, more).into_iter().filter(|(from, to)| publishable(*from, *to, today).is_ok()) {
                prop_assert!(one == two || one.1 < two.0 || two.1 < one.0);
            }
        }
    }
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..4_000).prop_map(|days| NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date") + chrono::TimeDelta::days(days))
}

fn many(count: usize, lines: [usize; 2], outcome: usize, late: bool) -> Vec<Made> {
    vec![Made { lines, column: Column::Outcome(outcome), late }; count]
}

/// A table with small counts in two lines, which hiding them alone does not protect.
fn office() -> Vec<Made> {
    [
        many(40, [0, 0], 0, false),
        many(12, [1, 0], 0, false),
        many(9, [0, 1], 1, false),
        many(3, [1, 1], 1, true),
        many(11, [2, 2], 0, true),
        many(20, [3, 3], 1, false),
    ]
    .concat()
}

fn small(row: &Counts) -> Hidden {
    row.map(|count| count < FEWEST)
}

#[test]
fn the_attacker_solves_what_is_hidden_carelessly() {
    let mut careless = side(&office(), [4, 4]);
    careless.total_hidden = small(&careless.total);
    careless.tables.iter_mut().for_each(|table| table.hidden = table.rows.iter().map(small).collect());
    let found = given_away(&careless);
    assert!(
        found.iter().any(|line| line.contains("line 1") && line.contains("3 is known to be 3.00 to Some(3.0")),
        "{found:#?}"
    );
    // One more cell in each line and column is not enough either where the tables are read together.
    assert!(found.len() > 4, "{found:#?}");
}

#[test]
fn the_same_tables_hidden_with_care_give_nothing_away() {
    let side = side(&office(), [4, 4]);
    assert_eq!(given_away(&side), Vec::<String>::new());
    let answered = |table: &Published| table.hidden.iter().filter(|row| !row[Column::Answered.place()]).count();
    assert_eq!(side.tables.iter().map(answered).collect::<Vec<_>>(), [4, 4], "how many were answered is hidden last");
    assert!(!side.total_hidden[Column::Answered.place()], "how many were answered is shown");
}

/// Nothing received at all looks like very little: nought is hidden as well.
#[test]
fn nought_is_hidden_too() {
    let side = side(&[], [4, 4]);
    assert!(side.total_hidden.iter().all(|hidden| *hidden));
    assert!(side.tables.iter().flat_map(|table| &table.hidden).flatten().all(|hidden| *hidden));
    assert_eq!(given_away(&side), Vec::<String>::new());
}
