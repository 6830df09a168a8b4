//! Rows that can be erased: people, words, letters. Each has random bytes of its own, which key the hash in the log.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::keys::{KeyName, KeyRing, KeysFile};
use super::number;
use super::person;
use super::problem::StoreProblem;
use super::sealing::{self, Sealed};
use crate::adapter::codec;
use crate::casework::audit::{ContentBytes, ContentSalt, Digest, content_mac};
use crate::casework::ids::ContentId;
use crate::casework::request::Content;
use crate::usecase::ports::Randomness;

/// For whom the rows of a request are sealed, beyond the encryption of the whole database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SealedFor {
    /// Whoever unlocks the store.
    Store,
    /// Whoever may see protected persons.
    Protected,
}

impl SealedFor {
    /// The rows of a request about such a person.
    pub(super) fn of(protected: bool) -> Self {
        if protected { Self::Protected } else { Self::Store }
    }

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Protected => "protected",
        }
    }
}

/// A row as it lies there.
pub(super) struct ContentRow {
    pub(super) id: ContentId,
    pub(super) kind: String,
    pub(super) sealed_for: String,
    /// By what a person is found again; only rows of persons have one.
    pub(super) mark: Option<Digest>,
    state: State,
}

enum State {
    Erased,
    Clear { salt: ContentSalt, bytes: Vec<u8> },
    Sealed(Sealed),
}

/// What a row came to for whoever looks at it.
pub(super) enum Opened {
    /// The bytes, and the keyed hash that the log must hold.
    Bytes { bytes: Vec<u8>, hash: Digest },
    /// Erased.
    Erased,
    /// Sealed for others.
    ForOthers,
    /// Sealed for this user too, but changed.
    Changed,
}

const COLUMNS: &str = "id, kind, salt, encapsulated, bytes, sealed_for, mark";

impl ContentRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let id: [u8; 16] = row.get(0)?;
        let (salt, encapsulated) = (row.get::<_, Option<ContentSalt>>(2)?, row.get::<_, Option<[u8; 32]>>(3)?);
        let state = match (row.get::<_, Option<Vec<u8>>>(4)?, salt, encapsulated) {
            (Some(bytes), Some(salt), None) => State::Clear { salt, bytes },
            (Some(bytes), None, Some(encapsulated)) => State::Sealed(Sealed { encapsulated, bytes }),
            // The table's checks let nothing else be half there.
            (None, ..) | (Some(_), ..) => State::Erased,
        };
        let mark = row.get::<_, Option<[u8; 32]>>(6)?.map(Digest::from_bytes);
        Ok(Self { id: ContentId(Uuid::from_bytes(id)), kind: row.get(1)?, sealed_for: row.get(5)?, mark, state })
    }

    /// Opens the row with the keys that the user has.
    pub(super) fn open(self, request: i64, ring: &KeyRing) -> Opened {
        let Self { id, kind, sealed_for: _, mark: _, state } = self;
        let mac = |salt: &ContentSalt, bytes: &[u8]| mac(salt, request, id, &kind, bytes);
        match state {
            State::Erased => Opened::Erased,
            State::Clear { salt, bytes } => Opened::Bytes { hash: mac(&salt, &bytes), bytes },
            State::Sealed(sealed) => {
                let Some(pair) = ring.pair(KeyName::Protected) else { return Opened::ForOthers };
                let Some(plain) = sealing::open_from(pair, &sealed, &context(request, id)) else {
                    return Opened::Changed;
                };
                match plain.split_first_chunk::<32>() {
                    Some((salt, bytes)) => Opened::Bytes { hash: mac(salt, bytes), bytes: bytes.to_vec() },
                    None => Opened::Changed,
                }
            }
        }
    }
}

/// The rows of a request, with or without the bytes of letters.
pub(super) fn rows(connection: &Connection, request: i64, files: bool) -> Result<Vec<ContentRow>, StoreProblem> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM content WHERE request = ?1 AND (?2 OR kind <> 'file')"))?;
    let rows = statement.query_map(params![request, files], ContentRow::read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// One row.
pub(super) fn row(connection: &Connection, request: i64, id: ContentId) -> Result<Option<ContentRow>, StoreProblem> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM content WHERE request = ?1 AND id = ?2"))?;
    Ok(statement.query_row(params![request, id.0.as_bytes()], ContentRow::read).optional()?)
}

/// The rows of persons of a request.
pub(super) fn persons(connection: &Connection, request: i64) -> Result<Vec<ContentRow>, StoreProblem> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM content WHERE request = ?1 AND kind = 'person'"))?;
    let rows = statement.query_map([request], ContentRow::read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// The rows of persons that are sealed so and wait for a mark, each with its request.
pub(super) fn unmarked(connection: &Connection, sealed_for: &str) -> Result<Vec<(i64, ContentRow)>, StoreProblem> {
    // The index is used only where the statement repeats its condition word for word.
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS}, request FROM content INDEXED BY content_unmarked \
         WHERE kind = 'person' AND mark IS NULL AND bytes IS NOT NULL AND sealed_for = ?1"
    ))?;
    let read = |row: &Row<'_>| Ok((row.get(7)?, ContentRow::read(row)?));
    let rows = statement.query_map([sealed_for], read)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Marks a row of a person, unless it has been erased meanwhile.
pub(super) fn set_mark(connection: &Connection, request: i64, id: ContentId, mark: Digest) -> Result<(), StoreProblem> {
    connection
        .prepare_cached("UPDATE content SET mark = ?3 WHERE request = ?1 AND id = ?2 AND bytes IS NOT NULL")?
        .execute(params![request, id.0.as_bytes(), mark.as_bytes()])?;
    Ok(())
}

/// Keeps new rows and gives the keyed hash of each for the log.
pub(super) fn keep(
    connection: &Connection,
    (keys, ring): (&KeysFile, &KeyRing),
    randomness: &mut dyn Randomness,
    request: i64,
    sealed_for: SealedFor,
    contents: &[(ContentId, Content)],
) -> Result<BTreeMap<ContentId, Digest>, StoreProblem> {
    let mut hashes = BTreeMap::new();
    let mut insert = connection.prepare_cached(
        "INSERT INTO content (request, id, kind, sealed_for, salt, encapsulated, bytes, mark) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (id, content) in contents {
        let mut salt: ContentSalt = [0; 32];
        randomness.fill(&mut salt).map_err(|error| StoreProblem::System(error.kind()))?;
        let bytes = codec::encode_content(content);
        hashes.insert(*id, mac(&salt, request, *id, content.kind(), &bytes));
        let mark = match content {
            Content::Person(person) => person::mark(ring, sealed_for.id(), (request, *id), person),
            Content::Representative(_) | Content::Attachments(_) | Content::Text(_) | Content::File(_) => None,
        };
        let (salt, encapsulated, bytes) = match sealed_for {
            SealedFor::Store => (Some(salt), None, bytes),
            SealedFor::Protected => {
                let sealed = seal(keys, &[&salt[..], &bytes[..]].concat(), &context(request, *id))?;
                (None, Some(sealed.encapsulated), sealed.bytes)
            }
        };
        insert.execute(params![
            request,
            id.0.as_bytes(),
            content.kind(),
            sealed_for.id(),
            salt,
            encapsulated,
            bytes,
            mark.as_ref().map(Digest::as_bytes)
        ])?;
    }
    Ok(hashes)
}

/// Erases a row: its words, the random bytes that the hash in the log was keyed with, and what a person was found by.
pub(super) fn erase(connection: &Connection, request: i64, id: ContentId) -> Result<(), StoreProblem> {
    connection
        .prepare_cached(
            "UPDATE content SET salt = NULL, encapsulated = NULL, bytes = NULL, mark = NULL \
             WHERE request = ?1 AND id = ?2",
        )?
        .execute(params![request, id.0.as_bytes()])?;
    Ok(())
}

/// Seals bytes for whoever may see protected persons.
pub(super) fn seal(keys: &KeysFile, plain: &[u8], context: &[u8]) -> Result<Sealed, StoreProblem> {
    let name = KeyName::Protected;
    let public = keys.public(name).ok_or(StoreProblem::NobodyHoldsKey { what: name.opens() })?;
    sealing::seal_to(&public, plain, context)
}

/// The keyed hash that the log holds of a row. It covers where the row stands, so that two rows cannot change places.
fn mac(salt: &ContentSalt, request: i64, id: ContentId, kind: &str, bytes: &[u8]) -> Digest {
    let request = number::number(request).map(|number| number.to_string()).unwrap_or_default();
    content_mac(salt, &ContentBytes { request: &request, id, kind, bytes })
}

/// What binds sealed bytes to their row.
pub(super) fn context(request: i64, id: ContentId) -> Vec<u8> {
    [b"row ", request.to_be_bytes().as_slice(), id.0.as_bytes()].concat()
}
