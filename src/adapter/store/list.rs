//! The work list: one statement for a page, whatever is asked for and however many cases there are.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::number;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use crate::usecase::ports::{StateFilter, WorkListCursor, WorkListPage, WorkListQuery};

/// The largest page.
const MOST: u32 = 1_000;

/// No row. A plain 0 would make SQLite drop the rest of the condition, and then it refuses the index.
const NONE: &str = "request < 0";

/// A page of the work list: cases whose clock runs by due date and number, then those whose clock stands still.
///
/// The two are read one after the other in one statement, each by an index of its own: which of them a § 25 question
/// belongs to depends on the day of looking, and nothing that is stored does.
pub(super) fn page(connection: &Connection, query: &WorkListQuery) -> Result<WorkListPage, StoreProblem> {
    let limit = query.limit.clamp(1, MOST);
    let (sql, parameters) = statement(query, limit);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query_map(params_from_iter(parameters), rows::read_case)?.collect::<Result<Vec<_>, _>>()?;
    // One row more than asked for says whether there is a next page.
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|(case, row)| WorkListCursor {
        due_on: row.due_on.filter(|_| row.paused_since_on(query.today).is_none()),
        case: *case,
    });
    Ok(WorkListPage { rows, next })
}

/// A statement under way: its parameters, and the conditions that hold for both of its halves.
struct Asked {
    parameters: Vec<Value>,
    conditions: Vec<String>,
}

impl Asked {
    fn place(&mut self, value: Value) -> usize {
        self.parameters.push(value);
        self.parameters.len()
    }

    fn equal(&mut self, column: &str, value: Option<String>) {
        if let Some(value) = value {
            let place = self.place(Value::Text(value));
            self.conditions.push(format!("{column} = ?{place}"));
        }
    }
}

fn statement(query: &WorkListQuery, limit: u32) -> (String, Vec<Value>) {
    let mut asked = Asked { parameters: Vec::new(), conditions: Vec::new() };
    let today = asked.place(Value::Text(query.today.to_string()));
    let waiting = format!("(question_since_on IS NOT NULL AND (due_on IS NULL OR pauses_from_on <= ?{today}))");
    asked.equal("track", query.track.map(|track| track.id().to_owned()));
    asked.equal("section_25_stage", query.stage.map(|stage| stage.id().to_owned()));
    asked.equal("assignee", query.assignee.clone());
    asked.equal("register", query.register.as_ref().map(ToString::to_string));
    asked.equal("\"right\"", query.right.map(|right| right.id().to_owned()));
    if !query.states.is_empty() {
        let states: Vec<String> = query.states.iter().map(|state| condition(*state, &waiting)).collect();
        asked.conditions.push(format!("({})", states.join(" OR ")));
    }
    if let Some(requests) = &query.requests {
        let places: Vec<String> =
            requests.iter().map(|request| format!("?{}", asked.place(Value::Integer(number::key(*request))))).collect();
        asked.conditions.push(format!("request IN ({})", places.join(", ")));
    }
    let closed = query.states.contains(&StateFilter::Closed);
    let open = query.states.is_empty() || query.states.iter().any(|state| *state != StateFilter::Closed);
    // A partial index is used only where the statement repeats its condition word for word.
    let (running_index, waiting_index) = match (open, closed) {
        // The few cases of some requests are read by their numbers, and sorted.
        _ if query.requests.is_some() => ("", ""),
        (true, true) => ("", ""),
        (_, false) => {
            asked.conditions.push("phase <> 'closed'".to_owned());
            let running = if query.assignee.is_some() {
                "INDEXED BY case_row_open_assignee"
            } else if query.stage.is_some() {
                "INDEXED BY case_row_open_stage"
            } else if query.track.is_some() {
                "INDEXED BY case_row_open_track"
            } else {
                "INDEXED BY case_row_open"
            };
            (running, "INDEXED BY case_row_waiting")
        }
        (false, true) => ("INDEXED BY case_row_closed", ""),
    };
    let mut running = vec![format!("NOT {waiting}")];
    let mut standing = vec![waiting];
    if let Some(day) = query.due_before {
        let place = asked.place(Value::Text(day.to_string()));
        running.push(format!("due_order < ?{place} AND phase IN ('open', 'decided')"));
        standing.push(NONE.to_owned());
    }
    if let Some(after) = &query.after {
        let request = asked.place(Value::Integer(number::key(after.case.request)));
        let letter = i64::try_from(after.case.letter.index()).unwrap_or(i64::MAX);
        let letter = asked.place(Value::Integer(letter));
        match after.due_on {
            Some(day) => {
                let due = asked.place(Value::Text(day.to_string()));
                running.push(format!("(due_order, request, letter) > (?{due}, ?{request}, ?{letter})"));
            }
            None => {
                running.push(NONE.to_owned());
                standing.push(format!("(request, letter) > (?{request}, ?{letter})"));
            }
        }
    }
    let most = asked.place(Value::Integer(i64::from(limit) + 1));
    let half = |index: &str, own: &[String], order: &str| {
        let conditions = asked.conditions.iter().chain(own).map(String::as_str).collect::<Vec<_>>().join(" AND ");
        format!(
            "SELECT * FROM (SELECT {CASE_COLUMNS} FROM case_row {index} WHERE {conditions} ORDER BY {order} LIMIT ?{most})"
        )
    };
    let sql = format!(
        "{} UNION ALL {} LIMIT ?{most}",
        half(running_index, &running, "due_order, request, letter"),
        half(waiting_index, &standing, "request, letter"),
    );
    (sql, asked.parameters)
}

fn condition(state: StateFilter, waiting: &str) -> String {
    match state {
        StateFilter::Open => format!("(phase = 'open' AND NOT {waiting})"),
        StateFilter::Suspended => format!("(phase = 'open' AND {waiting})"),
        StateFilter::Decided => "phase = 'decided'".to_owned(),
        StateFilter::Answered => "phase = 'answered'".to_owned(),
        StateFilter::LeftUs => NONE.to_owned(),
        StateFilter::Closed => "phase = 'closed'".to_owned(),
    }
}
