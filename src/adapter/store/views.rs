//! Saved views, and the order and the columns that each user has chosen. They are no part of the record, and no check of it
//! looks at them.

use rusqlite::{Connection, OptionalExtension, params};

use super::problem::StoreProblem;
use crate::usecase::ports::SavedView;

/// A user's views and those that colleagues share, by name.
pub(super) fn read(connection: &Connection, user: &str) -> Result<Vec<SavedView>, StoreProblem> {
    let mut statement = connection.prepare_cached(
        "SELECT owner, name, shared, body FROM saved_view WHERE owner = ?1 OR shared = 1 ORDER BY name, owner",
    )?;
    let views = statement
        .query_map([user], |row| {
            Ok(SavedView { owner: row.get(0)?, name: row.get(1)?, shared: row.get(2)?, body: row.get(3)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(views)
}

/// Keeps a view, in place of its owner's of the same name.
pub(super) fn keep(connection: &Connection, view: &SavedView) -> Result<(), StoreProblem> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO saved_view (owner, name, shared, body) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![view.owner, view.name, view.shared, view.body])?;
    Ok(())
}

/// Takes a view away; says whether it was there.
pub(super) fn drop(connection: &Connection, owner: &str, name: &str) -> Result<bool, StoreProblem> {
    let gone = connection
        .prepare_cached("DELETE FROM saved_view WHERE owner = ?1 AND name = ?2")?
        .execute(params![owner, name])?;
    Ok(gone > 0)
}

/// What a user has chosen for lists.
pub(super) fn choice(connection: &Connection, user: &str) -> Result<Option<String>, StoreProblem> {
    let mut statement = connection.prepare_cached("SELECT body FROM list_choice WHERE user = ?1")?;
    Ok(statement.query_row([user], |row| row.get(0)).optional()?)
}

/// Keeps what a user has chosen for lists.
pub(super) fn keep_choice(connection: &Connection, user: &str, body: &str) -> Result<(), StoreProblem> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO list_choice (user, body) VALUES (?1, ?2)")?
        .execute(params![user, body])?;
    Ok(())
}
