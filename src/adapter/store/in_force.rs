//! The list of what stands in force: by the day on which it is looked at again, whatever state its case is in.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::list::{Asked, condition};
use super::number;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use crate::usecase::ports::{WorkListCursor, WorkListPage, WorkListQuery};

/// The largest page.
const MOST: u32 = 1_000;

/// A page of it. The cursor's day is that of the review.
pub(super) fn page(connection: &Connection, query: &WorkListQuery) -> Result<WorkListPage, StoreProblem> {
    let limit = query.limit.clamp(1, MOST);
    let (sql, parameters) = statement(query, limit);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query_map(params_from_iter(parameters), rows::read_case)?.collect::<Result<Vec<_>, _>>()?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|(case, row)| WorkListCursor { on: row.in_force.and_then(|standing| standing.review_on), case: *case });
    Ok(WorkListPage { rows, next })
}

fn statement(query: &WorkListQuery, limit: u32) -> (String, Vec<Value>) {
    let mut asked = Asked::narrowed(query);
    // Word for word the condition of its index, which is used only where the statement repeats it.
    let mut conditions = vec!["in_force IS NOT NULL".to_owned()];
    conditions.append(&mut asked.conditions);
    let states: Vec<String> = query.states.iter().map(|state| condition(*state)).collect();
    if !states.is_empty() {
        conditions.push(format!("({})", states.join(" OR ")));
    }
    let (day, request, letter) = match &query.after {
        Some(after) => (
            after.on.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string()),
            number::key(after.case.request),
            i64::try_from(after.case.letter.index()).unwrap_or(i64::MAX),
        ),
        None => (String::new(), 0, -1),
    };
    let day = asked.place(Value::Text(day));
    let request = asked.place(Value::Integer(request));
    let letter = asked.place(Value::Integer(letter));
    let most = asked.place(Value::Integer(i64::from(limit) + 1));
    conditions.push(format!("(review_order, request, letter) > (?{day}, ?{request}, ?{letter})"));
    let sql = format!(
        "SELECT {CASE_COLUMNS} FROM case_row INDEXED BY case_row_in_force WHERE {} \
         ORDER BY review_order, request, letter LIMIT ?{most}",
        conditions.join(" AND ")
    );
    (sql, asked.parameters)
}

/// How SQLite means to read a page, a line a step.
#[cfg(test)]
pub(super) fn plan(connection: &Connection, query: &WorkListQuery) -> Result<Vec<String>, StoreProblem> {
    let (sql, parameters) = statement(query, 50);
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let lines = statement.query_map(params_from_iter(parameters), |row| row.get(3))?.collect::<Result<_, _>>()?;
    Ok(lines)
}
