//! Rows that can be erased: people, words, letters. Each has random bytes of its own, which key the hash in the log.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::keys::{KeyName, KeyRing, KeysFile};
use super::number;
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

const COLUMNS: &str = "id, kind, salt, encapsulated, bytes, sealed_for";

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
        Ok(Self { id: ContentId(Uuid::from_bytes(id)), kind: row.get(1)?, sealed_for: row.get(5)?, state })
    }

    /// Opens the row with the keys that the user has.
    pub(super) fn open(self, request: i64, ring: &KeyRing) -> Opened {
        let Self { id, kind, sealed_for: _, state } = self;
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

/// Keeps new rows and gives the keyed hash of each for the log.
pub(super) fn keep(
    connection: &Connection,
    keys: &KeysFile,
    randomness: &mut dyn Randomness,
    request: i64,
    sealed_for: SealedFor,
    contents: &[(ContentId, Content)],
) -> Result<BTreeMap<ContentId, Digest>, StoreProblem> {
    let mut hashes = BTreeMap::new();
    let mut insert = connection.prepare_cached(
        "INSERT INTO content (request, id, kind, sealed_for, salt, encapsulated, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (id, content) in contents {
        let mut salt: ContentSalt = [0; 32];
        randomness.fill(&mut salt).map_err(|error| StoreProblem::System(error.kind()))?;
        let bytes = codec::encode_content(content);
        hashes.insert(*id, mac(&salt, request, *id, content.kind(), &bytes));
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
            bytes
        ])?;
    }
    Ok(hashes)
}

/// Erases a row: its words and the random bytes that the hash in the log was keyed with.
pub(super) fn erase(connection: &Connection, request: i64, id: ContentId) -> Result<(), StoreProblem> {
    connection
        .prepare_cached(
            "UPDATE content SET salt = NULL, encapsulated = NULL, bytes = NULL WHERE request = ?1 AND id = ?2",
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
