//! Finding a person's requests by identity number, without opening every row and without the number lying anywhere else.
//!
//! A person's row carries a mark: a keyed hash of the number. The key of an ordinary row is made from the store's; that of
//! a protected person's row from the private key that opens it, so whoever is not cleared can neither find such a row
//! nor try a number against it. A protected person can be registered by somebody without that key; then the row waits,
//! and the next cleared user who looks for anybody marks it first.

use rusqlite::Connection;
use uuid::Uuid;

use super::SqliteStore;
use super::content::{self, ContentRow, Opened};
use super::keys::{KeyName, KeyRing};
use super::log;
use super::number;
use super::problem::StoreProblem;
use super::secret::Key;
use crate::adapter::codec;
use crate::casework::audit::Digest;
use crate::casework::ids::{ContentId, RequestNumber};
use crate::casework::person::Person;
use crate::casework::request::{Content, Request};
use crate::law::identity::IdentityNumber;

/// The mark of a person in a row that is sealed so; `None` where this user has not the key to it.
pub(super) fn mark(
    ring: &KeyRing,
    sealed_for: &str,
    (request, id): (i64, ContentId),
    person: &Person,
) -> Option<Digest> {
    let key = key(ring, sealed_for)?;
    Some(match &person.identity_number {
        Some(number) => of_number(key, number),
        // As long as any other and found by no number, so that nobody sees who gave one.
        None => key.person_mark(&content::context(request, id)),
    })
}

/// What a number is looked for by.
fn of_number(key: &Key, number: &IdentityNumber) -> Digest {
    key.person_mark(number.expose().as_bytes())
}

/// The key that marks are made under in rows that are sealed so.
fn key<'a>(ring: &'a KeyRing, sealed_for: &str) -> Option<&'a Key> {
    match sealed_for {
        "store" => Some(&ring.store),
        "protected" => ring.pair(KeyName::Protected).map(super::sealing::KeyPair::private),
        _ => None,
    }
}

/// The keys that this user has, by what rows are sealed for.
fn keys(ring: &KeyRing) -> impl Iterator<Item = (&'static str, &Key)> {
    ["store", "protected"].into_iter().filter_map(|sealed_for| Some((sealed_for, key(ring, sealed_for)?)))
}

impl SqliteStore {
    /// The requests about the person with this number, as far as the user may see them. A request is about the person whom
    /// its log names now: a row that a correction has put aside may hold a number that is somebody else's.
    ///
    /// Where somebody has linked another number to the person, the requests under that number are about the same person:
    /// each number leads to them all.
    pub(super) fn requests_of(&mut self, number: &IdentityNumber) -> Result<Vec<RequestNumber>, StoreProblem> {
        self.mark_waiting()?;
        let mut numbers = vec![number.clone()];
        let mut requests = Vec::new();
        let mut next = 0;
        while let Some(number) = numbers.get(next).cloned() {
            next += 1;
            for (request, others) in self.marked_with(&number)? {
                if !requests.contains(&request) {
                    requests.push(request);
                }
                for other in others {
                    if !numbers.contains(&other) {
                        numbers.push(other);
                    }
                }
            }
        }
        requests.sort_unstable();
        Ok(requests)
    }

    /// The requests with this number, each with all numbers of its person where several are linked.
    fn marked_with(&self, number: &IdentityNumber) -> Result<Vec<(RequestNumber, Vec<IdentityNumber>)>, StoreProblem> {
        let mut statement =
            self.connection.prepare_cached("SELECT request, id FROM content WHERE mark = ?1 ORDER BY request")?;
        let mut requests = Vec::new();
        for (_, key) in keys(&self.ring) {
            let mark = of_number(key, number);
            let found = statement.query_map([mark.as_bytes()], |row| {
                Ok((row.get::<_, i64>(0)?, ContentId(Uuid::from_bytes(row.get(1)?))))
            })?;
            for row in found {
                let (request, row) = row?;
                if let Some(request) = number::number(request)
                    && let Some(rows) = rows_about(&self.connection, request, row)?
                {
                    requests.push((request, self.numbers_in(request, &rows)?));
                }
            }
        }
        Ok(requests)
    }

    /// The numbers in some rows of persons that this user can open; the one of a person alone leads nowhere else.
    fn numbers_in(&self, request: RequestNumber, rows: &[ContentId]) -> Result<Vec<IdentityNumber>, StoreProblem> {
        let mut numbers = Vec::new();
        for id in rows.iter().filter(|_| rows.len() > 1) {
            let key = number::key(request);
            let row = content::row(&self.connection, key, *id)?;
            if let Some(Opened::Bytes { bytes, .. }) = row.map(|row| row.open(key, &self.ring)) {
                let content = codec::decode_content("person", &bytes).ok();
                numbers.extend(content.as_ref().and_then(Content::person).and_then(|row| row.identity_number.clone()));
            }
        }
        Ok(numbers)
    }

    /// Marks the rows that waited for somebody with their key. A row that is not as it was written stays as it is: opening
    /// its request tells.
    fn mark_waiting(&mut self) -> Result<(), StoreProblem> {
        let mut marks = Vec::new();
        for (sealed_for, _) in keys(&self.ring) {
            for (request, row) in content::unmarked(&self.connection, sealed_for)? {
                let id = row.id;
                marks.extend(of_row(&self.ring, request, row).map(|mark| (request, id, mark)));
            }
        }
        if marks.is_empty() {
            return Ok(());
        }
        let transaction = self.connection.transaction()?;
        for (request, id, mark) in marks {
            content::set_mark(&transaction, request, id, mark)?;
        }
        Ok(transaction.commit()?)
    }
}

/// The rows that the request's log names as its person now, and as other numbers of the person, where this row is one.
fn rows_about(
    connection: &Connection,
    request: RequestNumber,
    row: ContentId,
) -> Result<Option<Vec<ContentId>>, StoreProblem> {
    let log = log::read(connection, request)?;
    let rows = Request::replay(&log.events).map(|request| {
        let linked = request.numbers.iter().map(|linked| linked.number);
        std::iter::once(request.person).chain(linked).collect::<Vec<_>>()
    });
    Ok(rows.filter(|rows| rows.contains(&row)))
}

/// The mark that a row must have; `None` for one that does not open, or holds no person.
fn of_row(ring: &KeyRing, request: i64, row: ContentRow) -> Option<Digest> {
    let (id, sealed_for) = (row.id, row.sealed_for.clone());
    match row.open(request, ring) {
        Opened::Bytes { bytes, .. } => of_bytes(ring, &sealed_for, (request, id), &bytes),
        Opened::Erased | Opened::ForOthers | Opened::Changed => None,
    }
}

fn of_bytes(ring: &KeyRing, sealed_for: &str, place: (i64, ContentId), bytes: &[u8]) -> Option<Digest> {
    match codec::decode_content("person", bytes) {
        Ok(Content::Person(person)) => mark(ring, sealed_for, place, &person),
        Ok(Content::Representative(_) | Content::Attachments(_) | Content::Text(_) | Content::File(_)) | Err(_) => None,
    }
}

/// Sets the marks of a request's rows of persons right, as far as the user has the keys.
pub(super) fn mark_anew(connection: &Connection, ring: &KeyRing, request: i64) -> Result<(), StoreProblem> {
    for row in content::persons(connection, request)? {
        let (id, known) = (row.id, row.mark);
        if let Some(mark) = of_row(ring, request, row)
            && known != Some(mark)
        {
            content::set_mark(connection, request, id, mark)?;
        }
    }
    Ok(())
}

/// Whether a row of a person that has been opened has another mark than it must. One that waits for its mark has not.
pub(super) fn marked_otherwise(
    ring: &KeyRing,
    (sealed_for, known): (&str, Option<Digest>),
    place: (i64, ContentId),
    bytes: &[u8],
) -> bool {
    let expected = of_bytes(ring, sealed_for, place, bytes);
    known != expected && (known.is_some() || sealed_for == "store")
}
