//! What a user is writing and has not yet used. Sealed to the key of whoever writes it, so that only that user reads it.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::SqliteStore;
use super::number;
use super::problem::StoreProblem;
use super::sealing::{self, Sealed};
use crate::casework::ids::RequestNumber;

/// A text as it was when its writer last paused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// Which field or form of the window it stands in.
    pub key: String,
    /// The request that it is about; none before there is one.
    pub request: Option<RequestNumber>,
    /// What was written.
    pub text: String,
    /// When it was kept.
    pub kept_at: DateTime<Utc>,
}

impl SqliteStore {
    /// Keeps what the user is writing, in place of what stood there. Beyond `most` texts the oldest go.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn keep_unsaved(&mut self, unsaved: &Unsaved, most: u32) -> Result<(), StoreProblem> {
        let user = &self.user.name;
        let own = self.ring.own()?.public();
        let sealed = sealing::seal_to(&own, unsaved.text.as_bytes(), &context(user, &unsaved.key))?;
        let transaction = self.connection.unchecked_transaction()?;
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO unsaved (user, key, request, kept_at, encapsulated, bytes) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                user,
                unsaved.key,
                unsaved.request.map(number::key),
                unsaved.kept_at.timestamp_micros(),
                sealed.encapsulated,
                sealed.bytes
            ])?;
        transaction
            .prepare_cached(
                "DELETE FROM unsaved WHERE user = ?1 AND key NOT IN \
                 (SELECT key FROM unsaved WHERE user = ?1 ORDER BY kept_at DESC LIMIT ?2)",
            )?
            .execute(params![user, most])?;
        Ok(transaction.commit()?)
    }

    /// Everything that the user was writing, oldest first. What cannot be opened is left out: a text that nobody can read
    /// any more must not keep its writer from the rest.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn unsaved(&self) -> Result<Vec<Unsaved>, StoreProblem> {
        let user = &self.user.name;
        let own = self.ring.own()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT key, request, kept_at, encapsulated, bytes FROM unsaved WHERE user = ?1 ORDER BY kept_at, key",
        )?;
        let mut found = Vec::new();
        let mut rows = statement.query([user])?;
        while let Some(row) = rows.next()? {
            let key: String = row.get(0)?;
            let sealed = Sealed { encapsulated: row.get(3)?, bytes: row.get(4)? };
            let plain = sealing::open_from(own, &sealed, &context(user, &key));
            let text = plain.and_then(|plain| String::from_utf8(plain.to_vec()).ok());
            let request = row.get::<_, Option<i64>>(1)?.and_then(number::number);
            let kept_at = DateTime::from_timestamp_micros(row.get(2)?).unwrap_or_default();
            found.extend(text.map(|text| Unsaved { key, request, text, kept_at }));
        }
        Ok(found)
    }

    /// Forgets a text that was used or discarded. One that is not there is no fault.
    ///
    /// # Errors
    /// A store that others hold.
    pub fn discard_unsaved(&mut self, key: &str) -> Result<(), StoreProblem> {
        self.connection
            .prepare_cached("DELETE FROM unsaved WHERE user = ?1 AND key = ?2")?
            .execute([&self.user.name, key])?;
        Ok(())
    }
}

/// Erases what anybody was writing about a request.
pub(super) fn erase(connection: &Connection, request: i64) -> Result<(), StoreProblem> {
    connection.prepare_cached("DELETE FROM unsaved WHERE request = ?1")?.execute([request])?;
    Ok(())
}

/// What binds a sealed text to its writer and its place.
fn context(user: &str, key: &str) -> Vec<u8> {
    [b"unsaved\0", user.as_bytes(), b"\0", key.as_bytes()].concat()
}
