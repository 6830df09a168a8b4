//! Pages of lists that no single index has in order: runs of one, each read from its place and no further than a page can
//! reach, and merged. A list that is narrowed by several things is as many runs as there are kinds of cases in it, so that a page
//! costs what those kinds cost, and not what the store holds.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::kinds::{self, Kind};
use super::list::{self, Asked, IS_CLOSED, IS_OPEN, WAITING};
use super::number;
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use super::scan;
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, Figure};
use crate::usecase::ports::{ListOrder, StateFilter, WorkListCursor, WorkListPage, WorkListQuery};

/// So many cases received or due in the days that are asked for are all looked at; of more it is better to read in order.
const FEW: i64 = 3_000;

/// The place of a case: what it is sorted by, the request, the case.
pub(super) type Key = (String, i64, i64);

/// A part of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it, whether or not a clock runs.
    All,
    /// The cases whose clock runs.
    Running,
    /// Those whose clock stands still, by their numbers.
    Standing,
}

/// Runs that are read by one statement.
pub(super) struct Runs {
    /// The index that is in order.
    index: Index,
    /// The index that has the days in order by which the list is narrowed and not sorted, where there is one.
    of_days: Option<Index>,
    /// What holds for every case in them beside the index's own condition.
    conditions: Vec<String>,
    /// The kinds, a run each; none where they are one run.
    kinds: Vec<i64>,
    /// Whether a case in them can wait for an answer, and so whether it must be asked.
    may_wait: bool,
}

impl Runs {
    /// One run of cases that are few by themselves, or that an index of their own is kept of.
    pub(super) fn one(index: Index) -> Self {
        Self { index, of_days: None, conditions: Vec::new(), kinds: Vec::new(), may_wait: true }
    }
}

/// An index, and the condition of the cases in it, word for word: a partial index is used only where the statement repeats it.
#[derive(Clone, Copy)]
pub(super) struct Index {
    pub(super) name: &'static str,
    pub(super) condition: &'static str,
}

impl Index {
    /// The table itself: cases as they lie, by their numbers. It is named, or SQLite goes by the days where there are some, and sorts.
    pub(super) const AS_THEY_LIE: Self = Self { name: "sqlite_autoindex_case_row_1", condition: "1" };
    const OF_OPEN_KINDS: Self = Self { name: "case_row_kind_open", condition: IS_OPEN };
    const OF_CLOSED_KINDS_BY_DUE: Self = Self { name: "case_row_kind_closed", condition: IS_CLOSED };
    const OF_CLOSED_KINDS_BY_RECEIVED: Self = Self { name: "case_row_kind_received", condition: IS_CLOSED };
    const OF_KINDS_ASKED: Self = Self { name: "case_row_kind_asked", condition: "question_since_on IS NOT NULL" };

    /// How a statement names it.
    pub(super) fn by(self) -> String {
        format!("INDEXED BY {}", self.name)
    }
}

/// A page of a list.
pub(super) fn page(
    connection: &Connection,
    query: &WorkListQuery,
    limit: u32,
    looked_at: usize,
) -> Result<WorkListPage, StoreProblem> {
    // What lies between the statements is one moment of the store.
    let moment = connection.unchecked_transaction()?;
    let want = limit as usize + 1;
    let mut keys = Vec::new();
    let kinds = kinds::asked_for(&moment, query)?;
    if is_of_breaches(query) {
        keys = read(&moment, (query, &kinds), Part::All, (usize::MAX, looked_at))?;
        if let Some(after) = &query.after {
            leave_out_until(&mut keys, after);
        }
    } else if query.order == ListOrder::Due {
        let after = query.after.as_ref();
        if query.may_run() && after.is_none_or(|after| after.on.is_some()) {
            keys = read(&moment, (query, &kinds), Part::Running, (want, looked_at))?;
        }
        if keys.len() < want && query.may_stand() {
            let left = want - keys.len();
            keys.extend(read(&moment, (query, &kinds), Part::Standing, (left, looked_at))?);
        }
    } else {
        keys = read(&moment, (query, &kinds), Part::All, (want, looked_at))?;
    }
    let more = keys.len() > limit as usize;
    keys.truncate(limit as usize);
    let mut statement =
        moment.prepare_cached(&format!("SELECT {CASE_COLUMNS} FROM case_row WHERE request = ?1 AND letter = ?2"))?;
    let mut found = Vec::with_capacity(keys.len());
    for (_, request, letter) in &keys {
        found.push(statement.query_row([request, letter], rows::read_case)?);
    }
    let next = found.last().filter(|_| more).map(|(case, row)| cursor(query, *case, row));
    Ok(WorkListPage { rows: found, next })
}

/// Whether a list is in the order of the breaches' own deadlines. They are hours, and few, so all of them are read and sorted.
fn is_of_breaches(query: &WorkListQuery) -> bool {
    query.breaches && query.order == ListOrder::Due
}

/// Leaves out what came on the pages before: all until the last case of them, or, where that is in the list no more, all that
/// is due on days before its own.
fn leave_out_until(keys: &mut Vec<Key>, after: &WorkListCursor) {
    let case = (number::key(after.case.request), list::letter_key(after.case.letter));
    match keys.iter().position(|key| (key.1, key.2) == case) {
        Some(place) => drop(keys.drain(..=place)),
        None => keys.retain(|key| after.on.is_none_or(|on| key.0 >= on.to_string())),
    }
}

fn cursor(query: &WorkListQuery, case: CaseNumber, row: &CaseRow) -> WorkListCursor {
    let on = match query.order {
        ListOrder::Due if is_of_breaches(query) => row.breach.map(|breach| breach.due_at.date_naive()),
        ListOrder::Due => row.due_on.filter(|_| row.paused_since_on(query.today).is_none()),
        ListOrder::Received => Some(row.received_on),
        ListOrder::Number => None,
    };
    WorkListCursor { on, case }
}

/// The first places of a part, in order.
fn read(
    connection: &Connection,
    (query, kinds): (&WorkListQuery, &[Kind]),
    part: Part,
    (want, looked_at): (usize, usize),
) -> Result<Vec<Key>, StoreProblem> {
    if let Some(keys) = scan::read(connection, (query, kinds), part, (want, looked_at))? {
        return Ok(keys);
    }
    let mut keys: Vec<Key> = Vec::new();
    for runs in runs(connection, (query, kinds), part)? {
        let index = match runs.of_days {
            Some(of_days) if few(connection, query, &runs, of_days)? => of_days,
            Some(_) | None => runs.index,
        };
        let mut asked = Asked::of_day(query);
        let place = Order::of(query, part);
        let conditions = conditions(&mut asked, query, part, &runs, place);
        let kind = asked.place(Value::Null);
        let bound = [(); 3].map(|()| asked.place(Value::Null));
        let most = asked.place(Value::from(i64::try_from(want).unwrap_or(i64::MAX)));
        let mut all = conditions;
        all.push(index.condition.to_owned());
        if !runs.kinds.is_empty() {
            all.push(format!("kind = ?{kind}"));
        }
        all.push(place.beside(if place.newest_first { ">" } else { "<" }, bound));
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {}, request, letter FROM case_row {} WHERE {} ORDER BY {} LIMIT ?{most}",
            place.column,
            index.by(),
            all.join(" AND "),
            place.order(),
        ))?;
        // The worst place that still comes on the page; nothing beyond it is read.
        let mut worst = place.beyond();
        let one = [0];
        for each in if runs.kinds.is_empty() { &one[..] } else { &runs.kinds[..] } {
            asked.set(kind, Value::from(*each));
            asked.set(bound[0], Value::Text(worst.0.clone()));
            asked.set(bound[1], Value::from(worst.1));
            asked.set(bound[2], Value::from(worst.2));
            let before = keys.len();
            let mut found = statement.query(params_from_iter(&asked.parameters))?;
            while let Some(row) = found.next()? {
                keys.push(key(row)?);
            }
            if keys.len() > before {
                place.sort(&mut keys);
                keys.truncate(want);
            }
            if let Some(last) = keys.get(want - 1) {
                worst = last.clone();
            }
        }
    }
    Ok(keys)
}

/// The place of a case, from the first columns of a row.
pub(super) fn key(row: &Row<'_>) -> rusqlite::Result<Key> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

/// The instant until which the next step of a breach is taken, as a text that begins with its day and sorts as the instants do.
const BREACH_DUE_AT: &str = "date(breach_due_at / 1000000, 'unixepoch') || printf(' %020d', breach_due_at)";

/// What a part is sorted by.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub(super) column: &'static str,
    newest_first: bool,
}

impl Order {
    pub(super) fn of(query: &WorkListQuery, part: Part) -> Self {
        let column = match (query.order, part) {
            (ListOrder::Due, Part::Running) => "due_order",
            (ListOrder::Due, Part::All) => BREACH_DUE_AT,
            (ListOrder::Received, Part::All) => "received_on",
            (ListOrder::Due | ListOrder::Received | ListOrder::Number, _) => "''",
        };
        Self { column, newest_first: query.order == ListOrder::Received }
    }

    fn has_day(self) -> bool {
        self.column != "''"
    }

    /// The condition that a case lies on one side of a place.
    fn beside(self, side: &str, [day, request, letter]: [usize; 3]) -> String {
        if self.has_day() {
            format!("({}, request, letter) {side} (?{day}, ?{request}, ?{letter})", self.column)
        } else {
            format!("(request, letter) {side} (?{request}, ?{letter})")
        }
    }

    pub(super) fn order(self) -> String {
        let way = if self.newest_first { " DESC" } else { "" };
        let day = if self.has_day() { format!("{}{way}, ", self.column) } else { String::new() };
        format!("{day}request{way}, letter{way}")
    }

    /// A place that every case comes before.
    fn beyond(self) -> Key {
        if self.newest_first { (String::new(), 0, -1) } else { ("~".to_owned(), i64::MAX, i64::MAX) }
    }

    /// A place that every case comes after.
    fn before(self) -> Key {
        if self.newest_first { ("~".to_owned(), i64::MAX, i64::MAX) } else { (String::new(), 0, -1) }
    }

    /// Whether one place comes before another.
    pub(super) fn precedes(self, one: &Key, other: &Key) -> bool {
        if self.newest_first { one > other } else { one < other }
    }

    pub(super) fn sort(self, keys: &mut [Key]) {
        keys.sort_unstable();
        if self.newest_first {
            keys.reverse();
        }
    }
}

/// The runs of a part.
fn runs(
    connection: &Connection,
    (query, kinds): (&WorkListQuery, &[Kind]),
    part: Part,
) -> Result<Vec<Runs>, StoreProblem> {
    let one = |name, condition| Runs::one(Index { name, condition });
    if query.requests.is_some() {
        return Ok(vec![Runs::one(Index::AS_THEY_LIE)]);
    }
    if query.undelivered {
        return Ok(vec![one("case_row_undelivered", "undelivered_from_on IS NOT NULL")]);
    }
    if query.complaints {
        return Ok(vec![one("case_row_complaint", list::HAS_COMPLAINT)]);
    }
    if query.breaches {
        return Ok(vec![one("case_row_breach", list::HAS_BREACH)]);
    }
    if query.figure == Some(Figure::Extended) {
        return Ok(vec![one("case_row_open_extended", "phase <> 'closed' AND extended_on IS NOT NULL")]);
    }
    if query.assignee.is_some() {
        let (open, closed) = list::drawers(query);
        let open = open.then(|| one("case_row_open_assignee", IS_OPEN));
        let closed = closed.then(|| one("case_row_closed_assignee", IS_CLOSED));
        return Ok(open.into_iter().chain(closed).collect());
    }
    let mut all = Vec::new();
    for (asked, closed) in [(true, false), (true, true), (false, false), (false, true)] {
        let kinds =
            kinds.iter().filter(|kind| (kind.asked, kind.closed) == (asked, closed)).map(|kind| kind.id).collect();
        let (index, of_days) = indexes(query, part, closed);
        let runs = Runs { index, of_days, conditions: Vec::new(), kinds, may_wait: asked };
        if runs.kinds.is_empty() || (part == Part::Standing && !asked) {
            continue;
        }
        let many = closed && !asked && query.order == ListOrder::Number;
        all.push(if many { as_they_lie(connection, query, runs)? } else { runs });
    }
    Ok(all)
}

/// The index that has the kinds in the order of a part, or all of each kind where none has, and the one of the days that a list
/// is narrowed by beside. What is open has one alone: it is little, and registering writes each index.
fn indexes(query: &WorkListQuery, part: Part, closed: bool) -> (Index, Option<Index>) {
    let by_due = if closed { Index::OF_CLOSED_KINDS_BY_DUE } else { Index::OF_OPEN_KINDS };
    let by_received = Index::OF_CLOSED_KINDS_BY_RECEIVED;
    let of_receipt = closed && !query.received.is_every();
    match Order::of(query, part).column {
        "due_order" => (by_due, of_receipt.then_some(by_received)),
        "received_on" if closed => (by_received, (!query.due.is_every()).then_some(by_due)),
        _ if part == Part::Standing => (Index::OF_KINDS_ASKED, None),
        // A number says nothing of a day, so all of the days that are asked for are read.
        _ if of_receipt => (by_received, None),
        _ => (by_due, None),
    }
}

/// Of a list by number: closed cases that are many are read as they lie, where one of them comes often.
fn as_they_lie(connection: &Connection, query: &WorkListQuery, runs: Runs) -> Result<Runs, StoreProblem> {
    let by_days = !query.received.is_every() || !query.due.is_every();
    if runs.kinds.is_empty() || by_days || few(connection, query, &runs, runs.index)? {
        return Ok(runs);
    }
    let kinds: Vec<String> = runs.kinds.iter().map(ToString::to_string).collect();
    let conditions = vec![format!("kind IN ({})", kinds.join(", "))];
    Ok(Runs { index: Index::AS_THEY_LIE, conditions, kinds: Vec::new(), ..runs })
}

/// The conditions of the cases in some runs.
pub(super) fn conditions(
    asked: &mut Asked,
    query: &WorkListQuery,
    part: Part,
    runs: &Runs,
    order: Order,
) -> Vec<String> {
    let mut all = common(asked, query, part, order);
    all.extend(runs.conditions.iter().cloned());
    // What a run is of a kind of, its kind says.
    if runs.kinds.is_empty() && runs.may_wait {
        asked.narrow(query);
        all.append(&mut asked.conditions);
    }
    if runs.may_wait && !query.states.is_empty() {
        let states: Vec<String> = query.states.iter().map(|state: &StateFilter| list::condition(*state)).collect();
        all.push(format!("({})", states.join(" OR ")));
    }
    match part {
        Part::Running => {
            all.extend(asked.due(query, "due_order"));
            all.extend(runs.may_wait.then(|| format!("NOT {WAITING}")));
        }
        Part::Standing => all.push(WAITING.to_owned()),
        Part::All if runs.may_wait => all.extend(asked.dates(query)),
        Part::All => all.extend(asked.due(query, "due_order")),
    }
    all
}

/// Those of them that hold whether or not a case waits: its days of receipt, and the place that the page begins after.
pub(super) fn common(asked: &mut Asked, query: &WorkListQuery, part: Part, order: Order) -> Vec<String> {
    let mut all = asked.received(query);
    let after = query.after.as_ref().filter(|after| match part {
        // Of all breaches those that came before are left out afterwards.
        Part::All if is_of_breaches(query) => false,
        Part::Running | Part::All => true,
        Part::Standing => after.on.is_none(),
    });
    let after = after.map(|after| {
        let day = after.on.map(|day| day.to_string()).unwrap_or_default();
        (day, number::key(after.case.request), list::letter_key(after.case.letter))
    });
    // Of a place and a first day SQLite goes to one alone, and reads whatever lies before the other.
    let mut key = after.unwrap_or_else(|| order.before());
    for first in first_days(query, part) {
        let place = if order.newest_first { (first, i64::MAX, i64::MAX) } else { (first, 0, -1) };
        if order.precedes(&key, &place) {
            key = place;
        }
    }
    let after = [Value::Text(key.0), Value::from(key.1), Value::from(key.2)].map(|value| asked.place(value));
    all.push(order.beside(if order.newest_first { "<" } else { ">" }, after));
    all
}

/// The days that no case of a list in this order comes before: nothing is due before it is received.
fn first_days(query: &WorkListQuery, part: Part) -> Vec<String> {
    let days = match (query.order, part) {
        (ListOrder::Due, Part::Running) => [query.due_from(), query.received.from],
        (ListOrder::Received, _) => [query.received.to, query.due.to],
        (ListOrder::Due | ListOrder::Number, _) => [None, None],
    };
    days.into_iter().flatten().map(|day| day.to_string()).collect()
}

/// Whether the days that are asked for have few cases, so that all of them can be looked at.
fn few(connection: &Connection, query: &WorkListQuery, runs: &Runs, index: Index) -> Result<bool, StoreProblem> {
    let mut asked = Asked::of_day(query);
    let mut conditions = runs.conditions.clone();
    conditions.push(index.condition.to_owned());
    if query.received.is_every() {
        conditions.extend(asked.due(query, "due_order"));
    } else {
        conditions.extend(asked.received(query));
    }
    let kind = asked.place(Value::Null);
    if !runs.kinds.is_empty() {
        conditions.push(format!("kind = ?{kind}"));
    }
    let most = asked.place(Value::Null);
    let mut statement = connection.prepare_cached(&format!(
        "SELECT count(*) FROM (SELECT 1 FROM case_row {} WHERE {} LIMIT ?{most})",
        index.by(),
        conditions.join(" AND ")
    ))?;
    let (mut left, one) = (FEW, [0]);
    for each in if runs.kinds.is_empty() { &one[..] } else { &runs.kinds[..] } {
        asked.set(kind, Value::from(*each));
        asked.set(most, Value::from(left + 1));
        left -= statement.query_row(params_from_iter(&asked.parameters), |row| row.get::<_, i64>(0))?;
        if left < 0 {
            return Ok(false);
        }
    }
    Ok(true)
}
