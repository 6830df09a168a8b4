//! What cases have been through, for forecasts: all that stand open, and of those that came in since a day as many as are wanted.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::list::{IS_CLOSED, IS_OPEN, MAY_BE_DUE, NOT_REOPENED};
use super::problem::StoreProblem;
use super::questions;
use crate::casework::forecast::Course;
use crate::usecase::ports::Courses;

const COLUMNS: &str = "register, received_on, answered_on, questions, extended_on, rule_version, assignee";

/// What is known of when the person got word; it is not for a case that was closed without, or that was opened again.
const KNOWN: &str = "(answered_on IS NOT NULL OR phase IN ('open', 'decided', 'forwarded')) AND reopened_on IS NULL";

/// What is not closed, and what is, each with its index by day of receipt.
const LOTS: [(&str, &str); 2] = [(IS_OPEN, "case_row_open_received"), (IS_CLOSED, "case_row_closed_received")];

/// How many cases of a lot came in since a day, the first parameter.
fn counted((which, index): (&str, &str)) -> String {
    format!("SELECT count(*) FROM case_row INDEXED BY {index} WHERE {which} AND received_on >= ?1")
}

/// Those of one in so many requests, the second parameter. Which cases they are is read from the index alone, and they are looked up in the
/// order in which they lie.
fn sampled((which, index): (&str, &str)) -> String {
    format!(
        "SELECT {COLUMNS} FROM case_row WHERE {KNOWN} AND (request, letter) IN \
         (SELECT request, letter FROM case_row INDEXED BY {index} WHERE {which} AND received_on >= ?1 AND request % ?2 = 0)"
    )
}

/// How SQLite means to read each lot, a line a step.
#[cfg(test)]
pub(super) fn plans(connection: &Connection) -> Result<Vec<Vec<String>>, StoreProblem> {
    let plan = |sql: String| {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let lines = statement.query_map(params!["2026-01-01", 2], |row| row.get(3))?;
        Ok(lines.collect::<Result<_, _>>()?)
    };
    LOTS.into_iter().map(|lot| plan(sampled(lot))).collect()
}

/// Every case that stands open, and of those that came in since a day about `most`: all of them, or those of every so many requests.
pub(super) fn read(connection: &Connection, since_on: NaiveDate, most: u32) -> Result<Courses, StoreProblem> {
    let since_on = since_on.to_string();
    let mut came: u32 = 0;
    for lot in LOTS {
        came += connection.prepare_cached(&counted(lot))?.query_row([&since_on], |row| row.get::<_, u32>(0))?;
    }
    let one_of = came.div_ceil(most.max(1)).max(1);
    let mut past = Vec::new();
    for lot in LOTS {
        let mut statement = connection.prepare_cached(&sampled(lot))?;
        let rows = statement.query_map(params![since_on, one_of], course)?;
        past.extend(rows.collect::<Result<Vec<_>, _>>()?);
    }
    let sql = format!("SELECT {COLUMNS} FROM case_row WHERE {MAY_BE_DUE} AND {NOT_REOPENED}");
    let open = connection.prepare_cached(&sql)?.query_map([], course)?.collect::<Result<Vec<_>, _>>()?;
    Ok(Courses { open, past, one_of })
}

fn course(row: &Row<'_>) -> rusqlite::Result<Course> {
    let bad = |place| rusqlite::Error::InvalidColumnType(place, String::new(), rusqlite::types::Type::Text);
    let word = |place: usize| row.get::<_, Option<String>>(place);
    let day = |place: usize| word(place)?.map(|text| text.parse().map_err(|_| bad(place))).transpose();
    Ok(Course {
        register: word(0)?.and_then(|id| id.parse().ok()).ok_or_else(|| bad(0))?,
        received_on: day(1)?.ok_or_else(|| bad(1))?,
        answered_on: day(2)?,
        questions: word(3)?.map_or(Ok(Vec::new()), |text| questions::read(&text).ok_or_else(|| bad(3)))?,
        notice_on: day(4)?,
        rule_version: word(5)?.and_then(|id| id.parse().ok()).ok_or_else(|| bad(5))?,
        assignee: word(6)?,
    })
}
