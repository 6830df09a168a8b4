//! Reading a request, and the bytes of a letter, as they stood at one moment.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::content::{self, Opened};
use super::keys::KeyRing;
use super::log;
use super::number;
use super::problem::StoreProblem;
use crate::adapter::codec;
use crate::casework::ids::{ContentId, RequestNumber};
use crate::usecase::ports::Stored;

/// The request with its contents, as far as the user may see them; `None` if there is none with this number. The caller
/// holds a transaction: between the log and the contents nobody may have written.
pub(super) fn load(
    connection: &Connection,
    ring: &KeyRing,
    request: RequestNumber,
) -> Result<Option<Stored>, StoreProblem> {
    let log = log::read(connection, request)?;
    if log.events.is_empty() {
        return Ok(None);
    }
    let lost = || StoreProblem::ContentLost { request: request.to_string() };
    let key = number::key(request);
    let mut contents = BTreeMap::new();
    for row in content::rows(connection, key, false)? {
        let (id, kind) = (row.id, row.kind.clone());
        match row.open(key, ring) {
            Opened::Bytes { bytes, hash } if log.hashes.get(&id) == Some(&hash) => {
                contents.insert(id, codec::decode_content(&kind, &bytes).map_err(|_| lost())?);
            }
            Opened::Bytes { .. } | Opened::Changed => return Err(lost()),
            Opened::Erased | Opened::ForOthers => {}
        }
    }
    Ok(Some(Stored { number: request, log: log.events, contents }))
}

/// The bytes of a letter; `None` if they are erased or were never there. The caller holds a transaction.
pub(super) fn file(
    connection: &Connection,
    ring: &KeyRing,
    request: RequestNumber,
    content: ContentId,
) -> Result<Option<Vec<u8>>, StoreProblem> {
    let log = log::read(connection, request)?;
    let key = number::key(request);
    let Some(row) = content::row(connection, key, content)?.filter(|row| row.kind == "file") else {
        return Ok(None);
    };
    match row.open(key, ring) {
        Opened::Bytes { bytes, hash } if log.hashes.get(&content) == Some(&hash) => Ok(Some(bytes)),
        Opened::Bytes { .. } | Opened::Changed => Err(StoreProblem::ContentLost { request: request.to_string() }),
        Opened::Erased => Ok(None),
        Opened::ForOthers => Err(StoreProblem::NotCleared),
    }
}
