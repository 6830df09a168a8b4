//! The log of one request: reading it with its chain checked, and adding to it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::number;
use super::problem::StoreProblem;
use crate::adapter::codec::{self, CodecProblem};
use crate::casework::audit::{CommitBytes, Digest, EventBytes, commit_hash, event_hash};
use crate::casework::ids::{ContentId, RequestNumber};
use crate::casework::request::{Event, Recorded};

/// An event as it lies in the log.
pub(super) struct EventRow {
    pub(super) request: i64,
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor: String,
    pub(super) kind: String,
    pub(super) body: Vec<u8>,
    pub(super) prev: Digest,
    pub(super) hash: Digest,
}

impl EventRow {
    pub(super) const COLUMNS: &'static str = "request, seq, at, actor, kind, body, prev_hash, hash";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            request: row.get(0)?,
            seq: row.get(1)?,
            at: row.get(2)?,
            actor: row.get(3)?,
            kind: row.get(4)?,
            body: row.get(5)?,
            prev: Digest::from_bytes(row.get(6)?),
            hash: Digest::from_bytes(row.get(7)?),
        })
    }

    /// The hash that the row must have.
    pub(super) fn expected_hash(&self) -> Digest {
        let request = number::number(self.request).map(|number| number.to_string()).unwrap_or_default();
        let bytes = EventBytes {
            request: &request,
            seq: self.seq.unsigned_abs(),
            at: self.at,
            actor: &self.actor,
            kind: &self.kind,
            body: &self.body,
        };
        event_hash(self.prev, &bytes)
    }

    /// What happened, and the keyed hashes of the contents that it rests on.
    pub(super) fn decode(self) -> Result<(Recorded, BTreeMap<ContentId, Digest>), CodecProblem> {
        let decoded = codec::decode_event(&self.kind, &self.body)?;
        let at = DateTime::from_timestamp_micros(self.at).ok_or(CodecProblem::Field("at"))?;
        let sequence = u32::try_from(self.seq).map_err(|_| CodecProblem::Field("seq"))?;
        Ok((Recorded { sequence, at, actor: self.actor, event: decoded.event }, decoded.hashes))
    }
}

/// A request's log, decoded, with the keyed hash of every content that it rests on.
pub(super) struct Log {
    pub(super) events: Vec<Recorded>,
    pub(super) hashes: BTreeMap<ContentId, Digest>,
}

/// Reads the log of a request and checks its chain; empty if there is no such request.
pub(super) fn read(connection: &Connection, request: RequestNumber) -> Result<Log, StoreProblem> {
    let columns = EventRow::COLUMNS;
    let mut statement =
        connection.prepare_cached(&format!("SELECT {columns} FROM event WHERE request = ?1 ORDER BY seq"))?;
    let mut log = Log { events: Vec::new(), hashes: BTreeMap::new() };
    let mut head = Digest::GENESIS;
    for (expected, row) in (1..).zip(statement.query_map([number::key(request)], EventRow::read)?) {
        let row = row?;
        let unreadable = || StoreProblem::UnreadableLog { request: request.to_string(), seq: row.seq.unsigned_abs() };
        if row.seq != expected || row.prev != head || row.hash != row.expected_hash() {
            return Err(unreadable());
        }
        head = row.hash;
        let problem = unreadable();
        let (recorded, hashes) = row.decode().map_err(|_| problem)?;
        log.events.push(recorded);
        log.hashes.extend(hashes);
    }
    Ok(log)
}

/// The last event of a request: its place and hash. `None` if there is no such request.
pub(super) fn head(connection: &Connection, request: i64) -> Result<Option<(i64, Digest)>, StoreProblem> {
    let mut statement =
        connection.prepare_cached("SELECT seq, hash FROM event WHERE request = ?1 ORDER BY seq DESC LIMIT 1")?;
    let read = |row: &Row<'_>| Ok((row.get(0)?, Digest::from_bytes(row.get(1)?)));
    Ok(statement.query_row([request], read).optional()?)
}

/// The next number of a year. Called inside the commit that takes it, so that none is left out.
pub(super) fn next_number(connection: &Connection, year: u16) -> Result<RequestNumber, StoreProblem> {
    let mut statement = connection.prepare_cached(
        "SELECT request FROM event WHERE request > ?1 AND request < ?2 ORDER BY request DESC LIMIT 1",
    )?;
    let first = number::first_key(year);
    let last: Option<i64> = statement.query_row([first, number::first_key(year + 1)], |row| row.get(0)).optional()?;
    number::number(last.unwrap_or(first) + 1).ok_or(StoreProblem::Database { code: 0 })
}

/// Who adds to the log, and when.
#[derive(Clone, Copy)]
pub(super) struct Stamp<'a> {
    pub(super) at: i64,
    pub(super) actor: &'a str,
}

/// Adds events after a head; gives the new head.
pub(super) fn append(
    connection: &Connection,
    request: RequestNumber,
    head: (i64, Digest),
    stamp: Stamp<'_>,
    events: &[Event],
    hashes: &BTreeMap<ContentId, Digest>,
) -> Result<(i64, Digest), StoreProblem> {
    let columns = EventRow::COLUMNS;
    let mut insert =
        connection.prepare_cached(&format!("INSERT INTO event ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))?;
    let number = request.to_string();
    let (mut seq, mut prev) = head;
    for event in events {
        if event.contents().iter().any(|id| !hashes.contains_key(id)) {
            return Err(StoreProblem::ContentLost { request: number });
        }
        seq += 1;
        let body = codec::encode_event(event, hashes);
        let Stamp { at, actor } = stamp;
        let kind = event.kind();
        let bytes = EventBytes { request: &number, seq: seq.unsigned_abs(), at, actor, kind, body: &body };
        let hash = event_hash(prev, &bytes);
        insert.execute(params![number::key(request), seq, at, actor, kind, body, prev.as_bytes(), hash.as_bytes()])?;
        prev = hash;
    }
    Ok((seq, prev))
}

/// A commit as it lies in the chain of the store.
pub(super) struct CommitRow {
    pub(super) position: i64,
    pub(super) request: i64,
    pub(super) version: i64,
    pub(super) head: Digest,
    pub(super) at: i64,
    pub(super) prev: Digest,
    pub(super) hash: Digest,
}

impl CommitRow {
    pub(super) const COLUMNS: &'static str = "position, request, version, head, at, prev_hash, hash";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            position: row.get(0)?,
            request: row.get(1)?,
            version: row.get(2)?,
            head: Digest::from_bytes(row.get(3)?),
            at: row.get(4)?,
            prev: Digest::from_bytes(row.get(5)?),
            hash: Digest::from_bytes(row.get(6)?),
        })
    }

    /// The hash that the row must have.
    pub(super) fn expected_hash(&self) -> Digest {
        let request = number::number(self.request).map(|number| number.to_string()).unwrap_or_default();
        let bytes = CommitBytes {
            position: self.position.unsigned_abs(),
            request: &request,
            version: self.version.unsigned_abs(),
            head: self.head,
            at: self.at,
        };
        commit_hash(self.prev, &bytes)
    }
}

/// The last commit of the store.
pub(super) fn last_commit(connection: &Connection) -> Result<Option<CommitRow>, StoreProblem> {
    let columns = CommitRow::COLUMNS;
    let mut statement =
        connection.prepare_cached(&format!("SELECT {columns} FROM commit_chain ORDER BY position DESC LIMIT 1"))?;
    Ok(statement.query_row([], CommitRow::read).optional()?)
}

/// How far a clock may be set back before anybody asks: a clock that is kept by the network is moved by seconds.
const SET_BACK: chrono::TimeDelta = chrono::TimeDelta::minutes(5);

/// Refuses to commit while the clock stands well before the last commit: dates with effect in law are reckoned from it.
pub(super) fn require_clock(connection: &Connection, now: DateTime<Utc>) -> Result<(), StoreProblem> {
    let last = last_commit(connection)?.and_then(|last| DateTime::from_timestamp_micros(last.at));
    match last.filter(|last| now + SET_BACK < *last) {
        Some(last) => Err(StoreProblem::ClockSetBack { now, last }),
        None => Ok(()),
    }
}

/// Adds a commit to the chain of the store.
pub(super) fn append_commit(
    connection: &Connection,
    request: RequestNumber,
    (version, head): (i64, Digest),
    at: i64,
) -> Result<(), StoreProblem> {
    let (position, prev) = last_commit(connection)?.map_or((1, Digest::GENESIS), |last| (last.position + 1, last.hash));
    let mut row = CommitRow { position, request: number::key(request), version, head, at, prev, hash: prev };
    row.hash = row.expected_hash();
    let columns = CommitRow::COLUMNS;
    connection
        .prepare_cached(&format!("INSERT INTO commit_chain ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"))?
        .execute(params![
            row.position,
            row.request,
            row.version,
            row.head.as_bytes(),
            row.at,
            row.prev.as_bytes(),
            row.hash.as_bytes()
        ])?;
    Ok(())
}
