//! The work list: one statement for a page, whatever is asked for and however many cases there are.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::number;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use super::runs;
use super::scan;
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::projection::{Figure, Section25Stage};
use crate::usecase::ports::{ListOrder, StateFilter, WorkListCursor, WorkListPage, WorkListQuery};

/// The largest page.
const MOST: u32 = 1_000;

/// A page of the work list. What an index of its own has in order is read by one statement, everything else as runs.
pub(super) fn page(connection: &Connection, query: &WorkListQuery) -> Result<WorkListPage, StoreProblem> {
    let limit = query.limit.clamp(1, MOST);
    if is_in_order(query) {
        in_order(connection, query, limit)
    } else {
        runs::page(connection, query, limit, scan::LOOKED_AT)
    }
}

/// Whether one statement reads the list in its order, or all of it is few cases.
pub(super) fn is_in_order(query: &WorkListQuery) -> bool {
    let plain = query.order == ListOrder::Due && !query.unassigned && query.outcome.is_none();
    let few =
        query.requests.is_some() || query.undelivered || query.complaints || query.figure == Some(Figure::Extended);
    let of_index = !is_narrowed(query) && (query.states.is_empty() || query.states == [StateFilter::Closed]);
    plain && !query.breaches && query.received.is_every() && query.due.is_every() && (few || of_index)
}

/// Whether a list is narrowed by something that tells one kind of case from another, but for its state.
pub(super) fn is_narrowed(query: &WorkListQuery) -> bool {
    query.track.is_some()
        || query.stage.is_some()
        || query.register.is_some()
        || query.right.is_some()
        || query.outcome.is_some()
        || query.unassigned
}

/// Whether closed cases are asked for though no state is: nothing is left of a closed § 25 case either, and most cases with an
/// outcome are closed.
pub(super) fn closed_too(query: &WorkListQuery) -> bool {
    query.stage == Some(Section25Stage::Done) || query.outcome.is_some()
}

/// Whether what is not closed is asked for, and whether what is closed is.
pub(super) fn drawers(query: &WorkListQuery) -> (bool, bool) {
    let closed = query.states.is_empty() && closed_too(query) || query.states.contains(&StateFilter::Closed);
    let open = query.states.is_empty() || query.states.iter().any(|state| *state != StateFilter::Closed);
    (open, closed)
}

/// A page of cases whose clock runs by due date and number, then those whose clock stands still.
///
/// The two are read one after the other in one statement, each by an index of its own: which of them a § 25 question
/// belongs to depends on the day of looking, and nothing that is stored does.
fn in_order(connection: &Connection, query: &WorkListQuery, limit: u32) -> Result<WorkListPage, StoreProblem> {
    let Some((sql, parameters)) = statement(query, limit) else { return Ok(WorkListPage::default()) };
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query_map(params_from_iter(parameters), rows::read_case)?.collect::<Result<Vec<_>, _>>()?;
    // One row more than asked for says whether there is a next page.
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|(case, row)| WorkListCursor {
        on: row.due_on.filter(|_| row.paused_since_on(query.today).is_none()),
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

/// A case that was answered and opened again is not due by the month that its answer had.
pub(super) const NOT_REOPENED: &str = "reopened_on IS NULL";

/// What is not closed, and what is, word for word as the partial indexes say it.
pub(super) const IS_OPEN: &str = "phase <> 'closed'";
pub(super) const IS_CLOSED: &str = "phase = 'closed'";

/// A case with a complaint that is not done with.
pub(super) const HAS_COMPLAINT: &str = "complaint IS NOT NULL";

/// A case with a breach that is not done with.
pub(super) const HAS_BREACH: &str = "breach IS NOT NULL";

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
    /// The few cases, closed or not, with a complaint that is not done with.
    Complaints,
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
        if query.complaints {
            return vec![Self::Complaints];
        }
        let (open, closed) = drawers(query);
        [(open, Self::Open), (closed, Self::Closed)]
            .into_iter()
            .filter_map(|(any, drawer)| any.then_some(drawer))
            .collect()
    }

    /// The condition of its indexes, word for word, since a partial index is used only where the statement repeats it.
    fn condition(self) -> Option<&'static str> {
        match self {
            Self::Open => Some(IS_OPEN),
            Self::Closed => Some(IS_CLOSED),
            Self::OfRequests => None,
            Self::Undelivered => Some("undelivered_from_on IS NOT NULL"),
            Self::Complaints => Some(HAS_COMPLAINT),
        }
    }

    /// The index that is read in the order of due dates.
    fn running_index(self, query: &WorkListQuery) -> &'static str {
        match self {
            Self::Open if query.assignee.is_some() => "INDEXED BY case_row_open_assignee",
            Self::Open if query.figure == Some(Figure::Extended) => "INDEXED BY case_row_open_extended",
            Self::Open => "INDEXED BY case_row_open",
            Self::Closed if query.assignee.is_some() => "INDEXED BY case_row_closed_assignee",
            Self::Closed => "INDEXED BY case_row_closed",
            Self::OfRequests => "",
            Self::Undelivered => "INDEXED BY case_row_undelivered",
            Self::Complaints => "INDEXED BY case_row_complaint",
        }
    }

    /// The index of the cases that wait for an answer.
    fn standing_index(self) -> &'static str {
        match self {
            Self::Open => "INDEXED BY case_row_waiting",
            Self::Closed => "INDEXED BY case_row_closed_waiting",
            Self::OfRequests => "",
            Self::Undelivered => "INDEXED BY case_row_undelivered_waiting",
            Self::Complaints => "INDEXED BY case_row_complaint_waiting",
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
        let mut asked = Self::of_day(query);
        asked.narrow(query);
        asked
    }

    /// Nothing but the day of looking.
    pub(super) fn of_day(query: &WorkListQuery) -> Self {
        Self { parameters: vec![Value::Text(query.today.to_string())], conditions: Vec::new() }
    }

    /// Adds what a query is narrowed by, but for states and days.
    pub(super) fn narrow(&mut self, query: &WorkListQuery) {
        let asked = self;
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
        asked.equal("outcome", query.outcome.map(|outcome| outcome.id().to_owned()));
        if query.unassigned {
            asked.conditions.push("assignee IS NULL".to_owned());
        }
        if let Some(requests) = &query.requests {
            let places: Vec<String> = requests
                .iter()
                .map(|request| format!("?{}", asked.place(Value::Integer(number::key(*request)))))
                .collect();
            asked.conditions.push(format!("request IN ({})", places.join(", ")));
        }
        if query.undelivered {
            asked.conditions.push("undelivered_from_on <= ?1".to_owned());
        }
        if query.complaints {
            asked.conditions.push(HAS_COMPLAINT.to_owned());
        }
        if query.breaches {
            asked.conditions.push(HAS_BREACH.to_owned());
        }
        if query.figure.is_some() || query.due_before.is_some() {
            asked.conditions.push(MAY_BE_DUE.to_owned());
        }
        if query.figure == Some(Figure::Extended) {
            asked.conditions.push("extended_on IS NOT NULL".to_owned());
        }
    }

    /// The days that the cases were received on, as far as the query says so.
    pub(super) fn received(&mut self, query: &WorkListQuery) -> Vec<String> {
        let sides = [(">=", query.received.from), ("<=", query.received.to)];
        sides
            .into_iter()
            .filter_map(|(side, day)| Some((side, day?)))
            .map(|(side, day)| format!("received_on {side} ?{}", self.place(Value::Text(day.to_string()))))
            .collect()
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
        if let Some(from) = query.due.from {
            bound(">=", from);
        }
        if let Some(to) = query.due.to {
            bound("<=", to);
        }
        if !own.is_empty() {
            own.push(NOT_REOPENED.to_owned());
        }
        own
    }

    /// The days that the query asks for, in a list that has cases whose clock runs beside others.
    pub(super) fn dates(&mut self, query: &WorkListQuery) -> Vec<String> {
        let due = self.due(query, "due_order");
        match (query.may_run(), query.may_stand()) {
            (true, true) if due.is_empty() => Vec::new(),
            (true, true) => vec![format!("({WAITING} OR {})", due.join(" AND "))],
            (true, false) => due.into_iter().chain([format!("NOT {WAITING}")]).collect(),
            (false, true) => vec![WAITING.to_owned()],
            // No case. A constant would keep SQLite from the indexes that the statement names.
            (false, false) => vec![WAITING.to_owned(), format!("NOT {WAITING}")],
        }
    }

    pub(super) fn place(&mut self, value: Value) -> usize {
        self.parameters.push(value);
        self.parameters.len()
    }

    /// Puts another value at a place.
    pub(super) fn set(&mut self, place: usize, value: Value) {
        if let Some(parameter) = self.parameters.get_mut(place - 1) {
            *parameter = value;
        }
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
    if query.requests.as_ref().is_some_and(Vec::is_empty) {
        return None;
    }
    let after = query.after.as_ref();
    // What stands still comes after everything that runs, and is not due.
    let runs = query.may_run() && after.is_none_or(|after| after.on.is_some());
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
        Some(after) => (after.on.map(|day| day.to_string()).unwrap_or_default(), Some(after.case)),
        None => (query.due_from().map(|day| day.to_string()).unwrap_or_default(), None),
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
    let number = query.after.as_ref().filter(|after| after.on.is_none()).map(|after| after.case);
    let (request, letter) = place_of(asked, number);
    format!("(request, letter) > (?{request}, ?{letter}) AND {WAITING}")
}

/// The place of a case among those of its request, as the database keeps it.
pub(super) fn letter_key(letter: CaseLetter) -> i64 {
    i64::try_from(letter.index()).unwrap_or(i64::MAX)
}

/// The place of a case among the numbers, or that before the first.
fn place_of(asked: &mut Asked, case: Option<CaseNumber>) -> (usize, usize) {
    let (request, letter) = case.map_or((0, -1), |case| (number::key(case.request), letter_key(case.letter)));
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
            Drawer::OfRequests | Drawer::Undelivered | Drawer::Complaints => true,
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
