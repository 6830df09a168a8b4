//! The hashes of some requests' logs and of the commits that carried them, each checked against what it is made of.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::params_from_iter;

use super::log::{self, CommitRow, EventRow};
use super::problem::StoreProblem;
use super::{access, number};
use crate::casework::audit::Digest;
use crate::casework::ids::RequestNumber;
use crate::usecase::ports::{CommitProof, RecordProof, RequestProof};

/// The proof of some requests. The chain of commits is gone through once, however many they are.
pub(super) fn read(connection: &Connection, requests: &[RequestNumber]) -> Result<RecordProof, StoreProblem> {
    let mut commits = commits(connection, requests)?;
    let proofs = requests.iter().map(|request| {
        let events = events(connection, *request)?;
        let commits = commits.remove(&number::key(*request)).unwrap_or_default();
        let unlike = |row: &&CommitRow| {
            let carried = usize::try_from(row.version - 1).ok().and_then(|place| events.get(place));
            row.hash != row.expected_hash() || carried != Some(&row.head)
        };
        let last = commits.last().map_or(0, |row| row.version);
        if let Some(seq) =
            commits.iter().find(unlike).map(|row| row.version).or((last != events.len() as i64).then_some(last))
        {
            return Err(StoreProblem::UnreadableLog { request: request.to_string(), seq: seq.unsigned_abs() });
        }
        let proof = |row: &CommitRow| CommitProof {
            position: row.position.unsigned_abs(),
            version: u32::try_from(row.version).unwrap_or(u32::MAX),
            hash: row.hash,
        };
        Ok(RequestProof { request: *request, commits: commits.iter().map(proof).collect(), events })
    });
    let requests = proofs.collect::<Result<_, _>>()?;
    let last = log::last_commit(connection)?;
    Ok(RecordProof {
        requests,
        commits: last.as_ref().map_or(0, |last| last.position.unsigned_abs()),
        head: last.map_or(Digest::GENESIS, |last| last.hash),
        access_head: access::head(connection)?.map_or(Digest::GENESIS, |(_, hash)| hash),
    })
}

fn events(connection: &Connection, request: RequestNumber) -> Result<Vec<Digest>, StoreProblem> {
    let columns = EventRow::COLUMNS;
    let mut statement =
        connection.prepare_cached(&format!("SELECT {columns} FROM event WHERE request = ?1 ORDER BY seq"))?;
    let mut hashes: Vec<Digest> = Vec::new();
    for (expected, row) in (1..).zip(statement.query_map([number::key(request)], EventRow::read)?) {
        let row = row?;
        let before = hashes.last().copied().unwrap_or(Digest::GENESIS);
        if row.seq != expected || row.prev != before || row.hash != row.expected_hash() {
            return Err(StoreProblem::UnreadableLog { request: request.to_string(), seq: row.seq.unsigned_abs() });
        }
        hashes.push(row.hash);
    }
    Ok(hashes)
}

fn commits(connection: &Connection, of: &[RequestNumber]) -> Result<BTreeMap<i64, Vec<CommitRow>>, StoreProblem> {
    let places: Vec<String> = (1..=of.len()).map(|place| format!("?{place}")).collect();
    let columns = CommitRow::COLUMNS;
    let mut statement = connection.prepare(&format!(
        "SELECT {columns} FROM commit_chain WHERE request IN ({}) ORDER BY position",
        places.join(", ")
    ))?;
    let keys = of.iter().map(|request| number::key(*request));
    let mut found: BTreeMap<i64, Vec<CommitRow>> = BTreeMap::new();
    for row in statement.query_map(params_from_iter(keys), CommitRow::read)? {
        let row = row?;
        found.entry(row.request).or_default().push(row);
    }
    Ok(found)
}
