//! Kinds of cases: what every case of a kind is alike in. There are some hundreds of them however large the store is, so
//! that a list which is narrowed by several things at once is read kind by kind, each from its place in an index.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::list;
use super::problem::StoreProblem;
use crate::usecase::ports::{StateFilter, WorkListQuery};

/// The columns of a kind, each with the case's column that it is taken from.
const COLUMNS: [(&str, &str); 9] = [
    ("phase", "case_row.phase"),
    ("asked", "(case_row.question_since_on IS NOT NULL)"),
    ("track", "case_row.track"),
    ("register", "case_row.register"),
    ("\"right\"", "case_row.\"right\""),
    ("section_25_stage", "ifnull(case_row.section_25_stage, '')"),
    ("outcome", "ifnull(case_row.outcome, '')"),
    ("awaits_approval", "case_row.awaits_approval"),
    ("unassigned", "(case_row.assignee IS NULL)"),
];

/// The places of those in the columns of a case.
const PLACES: [usize; 9] = [7, ASKED, 4, 2, 3, 18, 16, 34, ASSIGNEE];

/// Of these it counts only whether they are there.
const ASKED: usize = 14;
const ASSIGNEE: usize = 8;

/// A kind that a query asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) id: i64,
    /// Whether the person was asked something, so that whether the case waits depends on the day of looking.
    pub(super) asked: bool,
    pub(super) closed: bool,
}

/// The kind of a case, from the values of its columns. A kind that is new is kept.
pub(super) fn of(connection: &Connection, case: &[Value]) -> Result<i64, StoreProblem> {
    let values = PLACES.map(|place| match (place, case.get(place)) {
        (ASKED, asked) => Value::from(!matches!(asked, None | Some(Value::Null))),
        (ASSIGNEE, assignee) => Value::from(matches!(assignee, None | Some(Value::Null))),
        (_, None | Some(Value::Null)) => Value::Text(String::new()),
        (_, Some(value)) => value.clone(),
    });
    let columns = COLUMNS.map(|(column, _)| column);
    let same: Vec<String> = columns.iter().zip(1..).map(|(column, place)| format!("{column} = ?{place}")).collect();
    let mut known = connection.prepare_cached(&format!("SELECT id FROM case_kind WHERE {}", same.join(" AND ")))?;
    if let Some(id) = known.query_row(params_from_iter(&values), |row| row.get(0)).optional()? {
        return Ok(id);
    }
    connection
        .prepare_cached(&format!(
            "INSERT INTO case_kind ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            columns.join(", ")
        ))?
        .execute(params_from_iter(&values))?;
    Ok(connection.last_insert_rowid())
}

/// The kinds that a query asks for.
pub(super) fn asked_for(connection: &Connection, query: &WorkListQuery) -> Result<Vec<Kind>, StoreProblem> {
    let (mut conditions, mut values) = (vec![states(query)], Vec::new());
    let mut equal = |column: &str, value: Option<String>| {
        if let Some(value) = value {
            values.push(Value::Text(value));
            conditions.push(format!("{column} = ?{}", values.len()));
        }
    };
    equal("track", query.track.map(|track| track.id().to_owned()));
    equal("section_25_stage", query.stage.map(|stage| stage.id().to_owned()));
    equal("register", query.register.as_ref().map(ToString::to_string));
    equal("\"right\"", query.right.map(|right| right.id().to_owned()));
    equal("outcome", query.outcome.map(|outcome| outcome.id().to_owned()));
    if query.unassigned {
        conditions.push("unassigned = 1".to_owned());
    }
    if query.figure.is_some() || query.due_before.is_some() {
        conditions.push(list::MAY_BE_DUE.to_owned());
    }
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, asked, phase = 'closed' FROM case_kind WHERE {} ORDER BY id",
        conditions.join(" AND ")
    ))?;
    let kinds = statement
        .query_map(params_from_iter(values), |row| {
            Ok(Kind { id: row.get(0)?, asked: row.get(1)?, closed: row.get(2)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(kinds)
}

/// The states that are asked for, as far as a kind tells: of those that were asked something the day of looking tells more.
fn states(query: &WorkListQuery) -> String {
    if query.states.is_empty() {
        return if list::closed_too(query) { "1" } else { "phase <> 'closed'" }.to_owned();
    }
    let one = |state: &StateFilter| match state {
        StateFilter::Open => "phase = 'open'",
        StateFilter::Suspended => "(phase = 'open' AND asked = 1)",
        StateFilter::Decided => "phase = 'decided'",
        StateFilter::AwaitingApproval => "(phase = 'decided' AND awaits_approval = 1)",
        StateFilter::Answered => "phase = 'answered'",
        StateFilter::Forwarded => "phase IN ('forwarded', 'forwarded-told')",
        StateFilter::Withdrawn => "phase = 'withdrawn'",
        StateFilter::Closed => "phase = 'closed'",
    };
    format!("({})", query.states.iter().map(one).collect::<Vec<_>>().join(" OR "))
}

/// The requests with a case that is said to be of another kind than it is.
pub(super) fn differing(connection: &Connection) -> Result<Vec<i64>, StoreProblem> {
    let same = COLUMNS.map(|(column, of_case)| format!("case_kind.{column} IS {of_case}"));
    let mut statement = connection.prepare(&format!(
        "SELECT DISTINCT request FROM case_row LEFT JOIN case_kind ON case_kind.id = case_row.kind \
         WHERE NOT ({}) ORDER BY request",
        same.join(" AND ")
    ))?;
    let requests = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(requests)
}
