//! Pages of lists that are read in their order: from an index alone, each case told by its kind, and no further than so many cases.
//! What comes often in a list is found so at once, however large the store is. What comes seldom is left to [`super::runs`].

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, Row, params_from_iter};

use super::kinds::Kind;
use super::list::{self, Asked};
use super::problem::StoreProblem;
use super::runs::{self, Index, Key, Order, Part, Runs};
use crate::casework::projection::Figure;
use crate::usecase::ports::{ListOrder, WorkListQuery};

/// So many cases of an index are looked at before it is given up: about as many as a list of a fiftieth of the cases needs for a page.
pub(super) const LOOKED_AT: usize = 2_500;

/// The first places of a part, in order; `None` where more than so many cases would have to be looked at.
pub(super) fn read(
    connection: &Connection,
    (query, kinds): (&WorkListQuery, &[Kind]),
    part: Part,
    (want, looked_at): (usize, usize),
) -> Result<Option<Vec<Key>>, StoreProblem> {
    let Some(drawers) = drawers(query, part) else { return Ok(None) };
    let kinds: HashMap<i64, bool> = kinds.iter().map(|kind| (kind.id, kind.asked)).collect();
    if kinds.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let order = Order::of(query, part);
    let mut asked_case = AskedCase::of(connection, query, part, order)?;
    let mut keys = Vec::new();
    // No case that comes after this one is known not to be in the list.
    let mut horizon: Option<Key> = None;
    for drawer in drawers {
        let (text, parameters) = statement(query, part, &drawer, looked_at);
        let mut statement = connection.prepare_cached(&text)?;
        let mut rows = statement.query(params_from_iter(&parameters))?;
        let (mut looked, mut found) = (0, 0);
        while let Some(row) = rows.next()? {
            looked += 1;
            let fits = match kinds.get(&row.get(3)?) {
                None => false,
                Some(true) => asked_case.fits(row)?,
                Some(false) => part != Part::Standing && row.get(4)?,
            };
            if fits {
                keys.push(runs::key(row)?);
                found += 1;
            }
            if found == want || looked == looked_at {
                let last = runs::key(row)?;
                horizon = Some(match horizon {
                    Some(before) if order.precedes(&before, &last) => before,
                    Some(_) | None => last,
                });
                break;
            }
        }
    }
    order.sort(&mut keys);
    if let Some(horizon) = &horizon {
        keys.retain(|key| !order.precedes(horizon, key));
    }
    keys.truncate(want);
    Ok((horizon.is_none() || keys.len() == want).then_some(keys))
}

/// The statement that looks at the cases of a drawer in order, with its parameters: the place of each, its kind, and whether the days
/// that are asked for hold it if its clock runs. All of that stands in the index.
fn statement(query: &WorkListQuery, part: Part, drawer: &Drawer, looked_at: usize) -> (String, Vec<Value>) {
    let order = Order::of(query, part);
    let mut asked = Asked::of_day(query);
    let mut conditions = runs::common(&mut asked, query, part, order);
    conditions.push(drawer.index.condition.to_owned());
    if drawer.of_assignee {
        let name = asked.place(Value::from(query.assignee.clone()));
        conditions.push(format!("assignee = ?{name}"));
    }
    let mut due = asked.due(query, "due_order");
    match part {
        Part::Running => conditions.append(&mut due),
        // Each of these is asked for itself, and is due on no day.
        Part::Standing => {
            conditions.push("question_since_on IS NOT NULL".to_owned());
            due.clear();
        }
        Part::All => {}
    }
    if due.is_empty() {
        due.push("1".to_owned());
    }
    let most = asked.place(Value::from(i64::try_from(looked_at).unwrap_or(i64::MAX)));
    let text = format!(
        "SELECT {}, request, letter, kind, {} FROM case_row {} WHERE {} ORDER BY {} LIMIT ?{most}",
        order.column,
        due.join(" AND "),
        drawer.index.by(),
        conditions.join(" AND "),
        order.order(),
    );
    (text, asked.parameters)
}

/// How SQLite would read the drawers of a part: a line for each step.
#[cfg(test)]
pub(super) fn plan(connection: &Connection, query: &WorkListQuery, part: Part) -> Result<Vec<String>, StoreProblem> {
    let mut lines = Vec::new();
    for drawer in drawers(query, part).unwrap_or_default() {
        let (text, parameters) = statement(query, part, &drawer, LOOKED_AT);
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}"))?;
        let steps = statement.query_map(params_from_iter(&parameters), |row| row.get(3))?;
        lines.extend(steps.collect::<Result<Vec<String>, _>>()?);
    }
    Ok(lines)
}

/// An index that has a part of the list in its order.
struct Drawer {
    index: Index,
    /// Whether it begins with the user whose the case is.
    of_assignee: bool,
}

/// The indexes that a part is read from; `None` where none is in its order.
fn drawers(query: &WorkListQuery, part: Part) -> Option<Vec<Drawer>> {
    let few = query.requests.is_some()
        || query.undelivered
        || query.complaints
        || query.breaches
        || !query.covered.is_empty();
    if few || query.figure == Some(Figure::Extended) {
        return None;
    }
    let of_assignee = query.assignee.is_some();
    let [open, closed] = match (query.order, part) {
        (ListOrder::Due, Part::Standing) => ["case_row_waiting", "case_row_closed_waiting"],
        (ListOrder::Due, _) if of_assignee => ["case_row_open_assignee", "case_row_closed_assignee"],
        _ if of_assignee => return None,
        (ListOrder::Due, _) => ["case_row_open", "case_row_closed"],
        (ListOrder::Received, _) => ["case_row_open_received", "case_row_closed_received"],
        (ListOrder::Number, _) => ["case_row_open_number", Index::AS_THEY_LIE.name],
    };
    let of_assignee = of_assignee && part != Part::Standing;
    let (any_open, any_closed) = list::drawers(query);
    let open = any_open.then_some(Drawer { index: Index { name: open, condition: list::IS_OPEN }, of_assignee });
    let closed =
        any_closed.then_some(Drawer { index: Index { name: closed, condition: list::IS_CLOSED }, of_assignee });
    Some(open.into_iter().chain(closed).collect())
}

/// The look at a case whose person was asked something: whether it waits, and so belongs to the part, is in no index.
struct AskedCase<'a> {
    statement: CachedStatement<'a>,
    asked: Asked,
    places: [usize; 2],
}

impl<'a> AskedCase<'a> {
    fn of(connection: &'a Connection, query: &WorkListQuery, part: Part, order: Order) -> Result<Self, StoreProblem> {
        let mut asked = Asked::of_day(query);
        let conditions = runs::conditions(&mut asked, query, part, &Runs::one(Index::AS_THEY_LIE), order);
        let places = [(); 2].map(|()| asked.place(Value::Null));
        let statement = connection.prepare_cached(&format!(
            "SELECT 1 FROM case_row WHERE request = ?{} AND letter = ?{} AND {}",
            places[0],
            places[1],
            conditions.join(" AND ")
        ))?;
        Ok(Self { statement, asked, places })
    }

    fn fits(&mut self, row: &Row<'_>) -> Result<bool, StoreProblem> {
        for (place, column) in self.places.into_iter().zip([1, 2]) {
            self.asked.set(place, row.get(column)?);
        }
        Ok(self.statement.exists(params_from_iter(&self.asked.parameters))?)
    }
}
