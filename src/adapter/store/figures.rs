//! The figures of the deadlines: one statement over one index, which holds only cases whose person still waits for word.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::list::{MAY_BE_DUE, NOT_REOPENED, WAITING};
use super::problem::StoreProblem;
use crate::casework::projection::Figure;
use crate::usecase::ports::{DueDaysQuery, FiguresOf};

/// How many cases are in each figure on a day, by register and track.
pub(super) fn read(connection: &Connection, today: NaiveDate) -> Result<Vec<FiguresOf>, StoreProblem> {
    let (sql, parameters) = statement(today);
    let mut statement = connection.prepare_cached(&sql)?;
    let figures = statement.query_map(params_from_iter(parameters), figures_of)?.collect::<Result<_, _>>()?;
    Ok(figures)
}

/// The statement and its parameters, the first of which is the day of looking.
fn statement(today: NaiveDate) -> (String, Vec<Value>) {
    let mut parameters = vec![Value::Text(today.to_string())];
    let counts = Figure::ALL.map(|figure| {
        let fits = condition(figure, today, &mut parameters);
        format!("count(*) FILTER (WHERE {fits})")
    });
    let sql = format!(
        "SELECT register, track, {} FROM case_row INDEXED BY case_row_unanswered WHERE {MAY_BE_DUE} \
         GROUP BY register, track",
        counts.join(", ")
    );
    (sql, parameters)
}

/// How many unanswered cases whose clock runs are due on each day.
pub(super) fn due_days(connection: &Connection, query: &DueDaysQuery) -> Result<Vec<(NaiveDate, u64)>, StoreProblem> {
    let (sql, parameters) = days_statement(query);
    let mut statement = connection.prepare_cached(&sql)?;
    let days = statement
        .query_map(params_from_iter(parameters), |row| Ok((day(row)?, row.get::<_, i64>(1)?.unsigned_abs())))?
        .collect::<Result<_, _>>()?;
    Ok(days)
}

fn day(row: &Row<'_>) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(0)?;
    text.parse().map_err(|_| rusqlite::Error::InvalidColumnType(0, String::new(), rusqlite::types::Type::Text))
}

fn days_statement(query: &DueDaysQuery) -> (String, Vec<Value>) {
    let mut parameters = vec![Value::Text(query.today.to_string())];
    let mut only = String::new();
    let narrowed = [
        ("register", query.register.as_ref().map(ToString::to_string)),
        ("track", query.track.map(|track| track.id().to_owned())),
    ];
    for (column, id) in narrowed {
        if let Some(id) = id {
            parameters.push(Value::Text(id));
            only.push_str(&format!(" AND {column} = ?{}", parameters.len()));
        }
    }
    let sql = format!(
        "SELECT due_on, count(*) FROM case_row INDEXED BY case_row_unanswered \
         WHERE {MAY_BE_DUE} AND NOT {WAITING} AND {NOT_REOPENED} AND due_on IS NOT NULL{only} \
         GROUP BY due_on ORDER BY due_on"
    );
    (sql, parameters)
}

/// What is true of a case in a figure, beside that its person still waits for word.
fn condition(figure: Figure, today: NaiveDate, parameters: &mut Vec<Value>) -> String {
    match figure {
        Figure::Unanswered => "TRUE".to_owned(),
        Figure::Paused => WAITING.to_owned(),
        Figure::Extended => "extended_on IS NOT NULL".to_owned(),
        Figure::Late | Figure::DueWithin7 | Figure::DueWithin30 => {
            let mut fits = vec![format!("NOT {WAITING}"), NOT_REOPENED.to_owned()];
            let mut bound = |comparison: &str, day: NaiveDate| {
                parameters.push(Value::Text(day.to_string()));
                fits.push(format!("due_on {comparison} ?{}", parameters.len()));
            };
            if let Some((from, before)) = figure.due_between(today) {
                from.into_iter().for_each(|from| bound(">=", from));
                bound("<", before);
            }
            fits.join(" AND ")
        }
    }
}

fn figures_of(row: &Row<'_>) -> rusqlite::Result<FiguresOf> {
    let word = |place: usize| row.get::<_, String>(place);
    let bad = |place| rusqlite::Error::InvalidColumnType(place, String::new(), rusqlite::types::Type::Text);
    let mut counts = [0; Figure::ALL.len()];
    for (place, count) in counts.iter_mut().enumerate() {
        *count = row.get::<_, i64>(place + 2)?.unsigned_abs();
    }
    Ok(FiguresOf {
        register: word(0)?.parse().map_err(|_| bad(0))?,
        track: word(1)?.parse().map_err(|_| bad(1))?,
        counts,
    })
}

/// How SQLite means to count, a line a step.
#[cfg(test)]
pub(super) fn plan(connection: &Connection, today: NaiveDate) -> Result<Vec<String>, StoreProblem> {
    let (sql, parameters) = statement(today);
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let lines = statement.query_map(params_from_iter(parameters), |row| row.get(3))?.collect::<Result<_, _>>()?;
    Ok(lines)
}
