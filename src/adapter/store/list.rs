//! The work list: one statement for a page, whatever is asked for and however many cases there are.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::number;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use crate::casework::projection::CaseRow;
use crate::usecase::ports::{StateFilter, WorkListCursor, WorkListPage, WorkListQuery};

/// The largest page.
const MOST: u32 = 1_000;

/// What a row without a due date is sorted by.
const LAST: &str = "9999-12-31";

/// A page of the work list, sorted by due date and number.
pub(super) fn page(connection: &Connection, query: &WorkListQuery) -> Result<WorkListPage, StoreProblem> {
    let limit = query.limit.clamp(1, MOST);
    let (sql, parameters) = statement(query, limit);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query_map(params_from_iter(parameters), rows::read_case)?.collect::<Result<Vec<_>, _>>()?;
    // One row more than asked for says whether there is a next page.
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let stopped = |row: &CaseRow| row.pauses_from_on.is_some_and(|from| from <= query.today);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|(case, row)| WorkListCursor { due_on: row.due_on.filter(|_| !stopped(row)), case: *case });
    Ok(WorkListPage { rows, next })
}

fn statement(query: &WorkListQuery, limit: u32) -> (String, Vec<Value>) {
    // Only open cases wait for an answer, and those are few: sorting them costs little.
    let mut parameters = vec![Value::Text(query.today.to_string())];
    let due_order = format!("CASE WHEN phase = 'open' AND pauses_from_on <= ?1 THEN '{LAST}' ELSE due_order END");
    let mut conditions = Vec::new();
    let mut equal = |column: &str, value: Option<String>, parameters: &mut Vec<Value>| {
        if let Some(value) = value {
            parameters.push(Value::Text(value));
            conditions.push(format!("{column} = ?{}", parameters.len()));
        }
    };
    equal("track", query.track.map(|track| track.id().to_owned()), &mut parameters);
    equal("assignee", query.assignee.clone(), &mut parameters);
    equal("register", query.register.as_ref().map(ToString::to_string), &mut parameters);
    equal("\"right\"", query.right.map(|right| right.id().to_owned()), &mut parameters);
    if let Some(day) = query.due_before {
        parameters.push(Value::Text(day.to_string()));
        conditions.push(format!("{due_order} < ?{}", parameters.len()));
    }
    if let Some(after) = &query.after {
        let due = after.due_on.map_or_else(|| LAST.to_owned(), |day| day.to_string());
        let letter = i64::try_from(after.case.letter.index()).unwrap_or(i64::MAX);
        parameters.extend([Value::Text(due), Value::Integer(number::key(after.case.request)), Value::Integer(letter)]);
        let last = parameters.len();
        conditions.push(format!("({due_order}, request, letter) > (?{}, ?{}, ?{last})", last - 2, last - 1));
    }

    let closed = query.states.contains(&StateFilter::Closed);
    let open = query.states.is_empty() || query.states.iter().any(|state| *state != StateFilter::Closed);
    if !query.states.is_empty() {
        let states: Vec<&str> = query.states.iter().map(|state| condition(*state)).collect();
        conditions.push(format!("({})", states.join(" OR ")));
    }
    // A partial index is used only where the statement repeats its condition word for word.
    let index = match (open, closed) {
        (true, true) => "",
        (_, false) => {
            conditions.push("phase <> 'closed'".to_owned());
            if query.assignee.is_some() {
                "INDEXED BY case_row_open_assignee"
            } else if query.track.is_some() {
                "INDEXED BY case_row_open_track"
            } else {
                "INDEXED BY case_row_open"
            }
        }
        (false, true) => "INDEXED BY case_row_closed",
    };
    let conditions = if conditions.is_empty() { "1".to_owned() } else { conditions.join(" AND ") };
    parameters.push(Value::Integer(i64::from(limit) + 1));
    let sql = format!(
        "SELECT {CASE_COLUMNS} FROM case_row {index} WHERE {conditions} ORDER BY {due_order}, request, letter LIMIT ?{}",
        parameters.len()
    );
    (sql, parameters)
}

fn condition(state: StateFilter) -> &'static str {
    match state {
        StateFilter::Open => "(phase = 'open' AND question_since_on IS NULL)",
        StateFilter::Suspended => "(phase = 'open' AND question_since_on IS NOT NULL)",
        StateFilter::Decided => "phase = 'decided'",
        StateFilter::Answered => "phase = 'answered'",
        StateFilter::Closed => "phase = 'closed'",
    }
}
