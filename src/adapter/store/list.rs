//! The work list: one statement for a page, whatever is asked for and however many cases there are.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::number;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{Figure, Section25Stage};
use crate::usecase::ports::{StateFilter, WorkListCursor, WorkListPage, WorkListQuery};

/// The largest page.
const MOST: u32 = 1_000;

/// A page of the work list: cases whose clock runs by due date and number, then those whose clock stands still.
///
/// The two are read one after the other in one statement, each by an index of its own: which of them a § 25 question
/// belongs to depends on the day of looking, and nothing that is stored does.
pub(super) fn page(connection: &Connection, query: &WorkListQuery) -> Result<WorkListPage, StoreProblem> {
    let limit = query.limit.clamp(1, MOST);
    let Some((sql, parameters)) = statement(query, limit) else { return Ok(WorkListPage::default()) };
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

/// A case waits for an answer on the day of looking, which is the first parameter.
///
/// A question that stops no clock, such as one asked after the last day to answer, has no day from which it counts: an
/// unknown comparison would leave its case out of both halves of the list.
pub(super) const WAITING: &str =
    "(question_since_on IS NOT NULL AND (due_on IS NULL OR (pauses_from_on IS NOT NULL AND pauses_from_on <= ?1)))";

/// A case whose person still waits for word.
pub(super) const MAY_BE_DUE: &str = "phase IN ('open', 'decided', 'forwarded')";

/// A part of the list that has indexes of its own: a case is in one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawer {
    /// What is not closed.
    Open,
    /// What is closed.
    Closed,
    /// The few cases of some requests, closed or not, which are read by their numbers and sorted.
    OfRequests,
    /// The few cases, closed or not, with a letter that did not get through.
    Undelivered,
}

impl Drawer {
    /// Those that the states asked for lie in.
    fn of(query: &WorkListQuery) -> Vec<Self> {
        if query.requests.is_some() {
            return vec![Self::OfRequests];
        }
        if query.undelivered {
            return vec![Self::Undelivered];
        }
        // Nothing is left of a closed § 25 case either, so that stage alone asks for both drawers.
        let done = query.states.is_empty() && query.stage == Some(Section25Stage::Done);
        let closed = done || query.states.contains(&StateFilter::Closed);
        let open = query.states.is_empty() || query.states.iter().any(|state| *state != StateFilter::Closed);
        [(open, Self::Open), (closed, Self::Closed)]
            .into_iter()
            .filter_map(|(any, drawer)| any.then_some(drawer))
            .collect()
    }

    /// The condition of its indexes, word for word, since a partial index is used only where the statement repeats it.
    fn condition(self) -> Option<&'static str> {
        match self {
            Self::Open => Some("phase <> 'closed'"),
            Self::Closed => Some("phase = 'closed'"),
            Self::OfRequests => None,
            Self::Undelivered => Some("undelivered_from_on IS NOT NULL"),
        }
    }

    /// The index that is read in the order of due dates.
    fn running_index(self, query: &WorkListQuery) -> &'static str {
        match self {
            Self::Open if query.assignee.is_some() => "INDEXED BY case_row_open_assignee",
            Self::Open if query.stage.is_some() => "INDEXED BY case_row_open_stage",
            Self::Open if query.track.is_some() => "INDEXED BY case_row_open_track",
            Self::Open if query.figure == Some(Figure::Extended) => "INDEXED BY case_row_open_extended",
            Self::Open => "INDEXED BY case_row_open",
            Self::Closed => "INDEXED BY case_row_closed",
            Self::OfRequests => "",
            Self::Undelivered => "INDEXED BY case_row_undelivered",
        }
    }

    /// The index of the cases that wait for an answer.
    fn standing_index(self) -> &'static str {
        match self {
            Self::Open => "INDEXED BY case_row_waiting",
            Self::Closed => "INDEXED BY case_row_closed_waiting",
            Self::OfRequests => "",
            Self::Undelivered => "INDEXED BY case_row_undelivered_waiting",
        }
    }
}

/// A statement under way: its parameters, and the conditions that hold for all of its parts.
pub(super) struct Asked {
    pub(super) parameters: Vec<Value>,
    pub(super) conditions: Vec<String>,
}

impl Asked {
    /// What a query is narrowed by, but for states, the day that cases are due before and the place that a page begins after.
    pub(super) fn narrowed(query: &WorkListQuery) -> Self {
        let mut asked = Self { parameters: vec![Value::Text(query.today.to_string())], conditions: Vec::new() };
        asked.equal("track", query.track.map(|track| track.id().to_owned()));
        asked.equal("section_25_stage", query.stage.map(|stage| stage.id().to_owned()));
        if query.covered.is_empty() {
            asked.equal("assignee", query.assignee.clone());
        } else {
            let places: Vec<String> =
                own_and_covered(query).map(|name| format!("?{}", asked.place(Value::Text(name.clone())))).collect();
            asked.conditions.push(format!("assignee IN ({})", places.join(", ")));
        }
        asked.equal("register", query.register.as_ref().map(ToString::to_string));
        asked.equal("\"right\"", query.right.map(|right| right.id().to_owned()));
        if query.undelivered {
            asked.conditions.push("undelivered_from_on <= ?1".to_owned());
        }
        if let Some(figure) = query.figure {
            asked.conditions.push(MAY_BE_DUE.to_owned());
            if figure == Figure::Extended {
                asked.conditions.push("extended_on IS NOT NULL".to_owned());
            }
        }
        asked
    }

    /// The days that a case whose clock runs must be due between, as far as the query says so.
    pub(super) fn due(&mut self, query: &WorkListQuery, column: &str) -> Vec<String> {
        let mut own = Vec::new();
        let mut bound = |comparison: &str, day: NaiveDate| {
            let place = self.place(Value::Text(day.to_string()));
            own.push(format!("{column} {comparison} ?{place}"));
        };
        if let Some(day) = query.due_before {
            bound("<", day);
        }
        if let Some((from, before)) = query.figure.and_then(|figure| figure.due_between(query.today)) {
            from.into_iter().for_each(|from| bound(">=", from));
            bound("<", before);
        }
        if let Some((from, to)) = query.due_between {
            bound(">=", from);
            bound("<=", to);
        }
        if query.due_before.is_some() {
            own.push(MAY_BE_DUE.to_owned());
        }
        own
    }

    pub(super) fn place(&mut self, value: Value) -> usize {
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

/// The user whose cases are asked for, and those whom they cover for.
fn own_and_covered(query: &WorkListQuery) -> impl Iterator<Item = &String> {
    query.assignee.iter().chain(&query.covered)
}

/// The statement for a page and its parameters; `None` where no case can be in it.
///
/// Every part begins to read at a place of an index, also on the first page, where the place lies before every case.
fn statement(query: &WorkListQuery, limit: u32) -> Option<(String, Vec<Value>)> {
    let mut asked = Asked::narrowed(query);
    if let Some(requests) = &query.requests {
        if requests.is_empty() {
            return None;
        }
        let places: Vec<String> =
            requests.iter().map(|request| format!("?{}", asked.place(Value::Integer(number::key(*request))))).collect();
        asked.conditions.push(format!("request IN ({})", places.join(", ")));
    }
    let after = query.after.as_ref();
    // What stands still comes after everything that runs, and is not due.
    let runs = query.may_run() && after.is_none_or(|after| after.due_on.is_some());
    let running = runs.then(|| running(&mut asked, query));
    let standing = query.may_stand().then(|| standing(&mut asked, query));
    let most = asked.place(Value::Integer(i64::from(limit) + 1));
    let drawers = Drawer::of(query);
    // Where somebody covers for others, each name is read from its own place in the index, and the parts are merged.
    let mut names: Vec<Option<String>> = Vec::new();
    if !query.covered.is_empty() {
        for name in own_and_covered(query) {
            names.push(Some(format!("assignee = ?{}", asked.place(Value::Text(name.clone())))));
        }
    } else {
        names.push(None);
    }
    let part = |(drawer, name): (Drawer, &Option<String>), index: &str, own: &str, order: &str| {
        let states = states(query, drawer);
        let conditions = asked.conditions.iter().map(String::as_str).chain(name.as_deref());
        let conditions = conditions.chain(drawer.condition()).chain(states.as_deref()).chain([own]);
        format!(
            "SELECT * FROM (SELECT {CASE_COLUMNS} FROM case_row {index} WHERE {} ORDER BY {order} LIMIT ?{most})",
            conditions.collect::<Vec<_>>().join(" AND ")
        )
    };
    let each = || drawers.iter().flat_map(|drawer| names.iter().map(|name| (*drawer, name)));
    let running = running.iter().map(|own| {
        let order = "due_order, request, letter";
        let parts = each().map(|one| part(one, one.0.running_index(query), own, order)).collect();
        merged(parts, "due_on, request, letter")
    });
    let standing = standing.iter().map(|own| {
        let order = "request, letter";
        let parts = each().map(|one| part(one, one.0.standing_index(), own, order)).collect();
        merged(parts, order)
    });
    let halves: Vec<String> = running.chain(standing).collect();
    (!halves.is_empty()).then(|| (format!("{} LIMIT ?{most}", halves.join(" UNION ALL ")), asked.parameters))
}

/// The parts of several drawers as one, in order. Each has at most a page.
fn merged(mut parts: Vec<String>, order: &str) -> String {
    match parts.pop() {
        Some(part) if parts.is_empty() => part,
        last => {
            parts.extend(last);
            format!("SELECT * FROM ({} ORDER BY {order})", parts.join(" UNION ALL "))
        }
    }
}

/// The conditions of a case whose clock runs.
fn running(asked: &mut Asked, query: &WorkListQuery) -> String {
    let (due, number) = match &query.after {
        Some(after) => (after.due_on.map(|day| day.to_string()).unwrap_or_default(), Some(after.case)),
        None => (String::new(), None),
    };
    // The plus keeps SQLite from preferring an index to the numbers of the requests.
    let column = if query.requests.is_some() { "+due_order" } else { "due_order" };
    let due = asked.place(Value::Text(due));
    let (request, letter) = place_of(asked, number);
    let place = format!("({column}, request, letter) > (?{due}, ?{request}, ?{letter})");
    let own = [vec![place, format!("NOT {WAITING}")], asked.due(query, column)].concat();
    own.join(" AND ")
}

/// The conditions of a case whose clock stands still.
fn standing(asked: &mut Asked, query: &WorkListQuery) -> String {
    let number = query.after.as_ref().filter(|after| after.due_on.is_none()).map(|after| after.case);
    let (request, letter) = place_of(asked, number);
    format!("(request, letter) > (?{request}, ?{letter}) AND {WAITING}")
}

/// The place of a case among the numbers, or that before the first.
fn place_of(asked: &mut Asked, case: Option<CaseNumber>) -> (usize, usize) {
    let (request, letter) = case
        .map_or((0, -1), |case| (number::key(case.request), i64::try_from(case.letter.index()).unwrap_or(i64::MAX)));
    (asked.place(Value::Integer(request)), asked.place(Value::Integer(letter)))
}

/// The condition of the states that are asked for, as far as they lie in a drawer.
fn states(query: &WorkListQuery, drawer: Drawer) -> Option<String> {
    let states: Vec<String> = query
        .states
        .iter()
        .filter(|state| match drawer {
            Drawer::Open => **state != StateFilter::Closed,
            Drawer::Closed => **state == StateFilter::Closed,
            Drawer::OfRequests | Drawer::Undelivered => true,
        })
        .map(|state| condition(*state))
        .collect();
    (!states.is_empty()).then(|| format!("({})", states.join(" OR ")))
}

pub(super) fn condition(state: StateFilter) -> String {
    match state {
        StateFilter::Open => format!("(phase = 'open' AND NOT {WAITING})"),
        StateFilter::Suspended => format!("(phase = 'open' AND {WAITING})"),
        StateFilter::Decided => "phase = 'decided'".to_owned(),
        StateFilter::AwaitingApproval => "(phase = 'decided' AND awaits_approval = 1)".to_owned(),
        StateFilter::Answered => "phase = 'answered'".to_owned(),
        StateFilter::Forwarded => "phase IN ('forwarded', 'forwarded-told')".to_owned(),
        StateFilter::Withdrawn => "phase = 'withdrawn'".to_owned(),
        StateFilter::Closed => "phase = 'closed'".to_owned(),
    }
}

/// How SQLite means to read a page, a line a step.
#[cfg(test)]
pub(super) fn plan(connection: &Connection, query: &WorkListQuery) -> Result<Vec<String>, StoreProblem> {
    let Some((sql, parameters)) = statement(query, 50) else { return Ok(Vec::new()) };
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let lines = statement.query_map(params_from_iter(parameters), |row| row.get(3))?.collect::<Result<_, _>>()?;
    Ok(lines)
}
