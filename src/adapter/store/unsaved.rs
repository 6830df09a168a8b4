//! What a user is writing and has not yet used, and the files that wait with it. Sealed to the key of whoever writes it, so
//! that only that user reads it.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use zeroize::Zeroizing;

use super::SqliteStore;
use super::number;
use super::problem::StoreProblem;
use super::sealing::{self, Sealed};
use crate::casework::ids::{ContentId, RequestNumber};

/// How the keys of files begin. No key of a text does.
pub const FILE: &str = "file:";

/// A file that waits for the request that it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingFile {
    /// By what it is known until it lies with a request.
    pub id: ContentId,
    /// How its name ended, without the dot.
    pub ending: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

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
        let transaction = self.connection.unchecked_transaction()?;
        self.seal(&unsaved.key, unsaved.request, unsaved.text.as_bytes(), unsaved.kept_at)?;
        transaction
            .prepare_cached(
                "DELETE FROM unsaved WHERE user = ?1 AND substr(key, 1, 5) <> ?3 AND key NOT IN \
                 (SELECT key FROM unsaved WHERE user = ?1 AND substr(key, 1, 5) <> ?3 ORDER BY kept_at DESC LIMIT ?2)",
            )?
            .execute(params![user, most, FILE])?;
        Ok(transaction.commit()?)
    }

    /// Writes what is kept for the user, sealed to the user's own key.
    fn seal(
        &self,
        key: &str,
        request: Option<RequestNumber>,
        plain: &[u8],
        kept_at: DateTime<Utc>,
    ) -> Result<(), StoreProblem> {
        let user = &self.user.name;
        let sealed = sealing::seal_to(&self.ring.own()?.public(), plain, &context(user, key))?;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO unsaved (user, key, request, kept_at, encapsulated, bytes) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                user,
                key,
                request.map(number::key),
                kept_at.timestamp_micros(),
                sealed.encapsulated,
                sealed.bytes
            ])?;
        Ok(())
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
            "SELECT key, request, kept_at, encapsulated, bytes FROM unsaved \
             WHERE user = ?1 AND substr(key, 1, 5) <> ?2 ORDER BY kept_at, key",
        )?;
        let mut found = Vec::new();
        let mut rows = statement.query([user, FILE])?;
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

impl SqliteStore {
    /// Keeps a file of the user's until the request that it came with is registered.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn keep_waiting_file(&mut self, file: &WaitingFile, kept_at: DateTime<Utc>) -> Result<(), StoreProblem> {
        // An ending has no line break, and stands before the first.
        let plain = Zeroizing::new([file.ending.as_bytes(), b"\n", &file.bytes].concat());
        self.seal(&key_of(file.id), None, &plain, kept_at)
    }

    /// A file of the user's that waits; `None` where there is none, or where it cannot be opened any more.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn waiting_file(&self, id: ContentId) -> Result<Option<WaitingFile>, StoreProblem> {
        let (user, key) = (&self.user.name, key_of(id));
        let sealed = self
            .connection
            .prepare_cached("SELECT encapsulated, bytes FROM unsaved WHERE user = ?1 AND key = ?2")?
            .query_row([user, &key], |row| Ok(Sealed { encapsulated: row.get(0)?, bytes: row.get(1)? }))
            .optional()?;
        let Some(sealed) = sealed else { return Ok(None) };
        let plain = sealing::open_from(self.ring.own()?, &sealed, &context(user, &key));
        Ok(plain.and_then(|plain| {
            let end = plain.iter().position(|byte| *byte == b'\n')?;
            let ending = std::str::from_utf8(&plain[..end]).ok()?.to_owned();
            Some(WaitingFile { id, ending, bytes: plain[end + 1..].to_vec() })
        }))
    }

    /// Which of these files wait for the user. Any other that waits is forgotten:
    /// no form knows of it.
    ///
    /// # Errors
    /// A store that others hold.
    pub fn keep_only_waiting_files(&mut self, known: &[ContentId]) -> Result<Vec<ContentId>, StoreProblem> {
        let user = &self.user.name;
        let keys: Vec<String> = self
            .connection
            .prepare_cached("SELECT key FROM unsaved WHERE user = ?1 AND substr(key, 1, 5) = ?2")?
            .query_map([user, FILE], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let (kept, unknown): (Vec<String>, Vec<String>) =
            keys.into_iter().partition(|key| known.iter().any(|id| key_of(*id) == *key));
        for key in &unknown {
            self.discard_unsaved(key)?;
        }
        Ok(known.iter().copied().filter(|id| kept.contains(&key_of(*id))).collect())
    }

    /// How many bytes the files that wait for the user have together, sealed as they are.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn size_of_waiting_files(&self) -> Result<u64, StoreProblem> {
        let size: i64 = self
            .connection
            .prepare_cached(
                "SELECT coalesce(sum(length(bytes)), 0) FROM unsaved WHERE user = ?1 AND substr(key, 1, 5) = ?2",
            )?
            .query_row([&self.user.name, FILE], |row| row.get(0))?;
        Ok(size.unsigned_abs())
    }

    /// Forgets a file that lies with a request now, or that nobody wants. One that is not there is no fault.
    ///
    /// # Errors
    /// A store that others hold.
    pub fn discard_waiting_file(&mut self, id: ContentId) -> Result<(), StoreProblem> {
        self.discard_unsaved(&key_of(id))
    }
}

fn key_of(file: ContentId) -> String {
    format!("{FILE}{file}")
}

/// Erases what anybody was writing about an enquiry to the data protection officer: under these keys the window keeps it.
pub(super) fn erase_of_enquiry(connection: &Connection, enquiry: u32) -> Result<(), StoreProblem> {
    connection
        .prepare_cached("DELETE FROM unsaved WHERE key IN ('enquiry ' || ?1, 'pass on ' || ?1)")?
        .execute([enquiry])?;
    Ok(())
}

/// Erases what somebody was writing whose key is gone, so that nobody can read it any more.
pub(super) fn erase_of_user(connection: &Connection, user: &str) -> Result<(), StoreProblem> {
    connection.prepare_cached("DELETE FROM unsaved WHERE user = ?1")?.execute([user])?;
    Ok(())
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
