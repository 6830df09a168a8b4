//! What reports to others are made from: the facts of a period, and what shows that a record is as it was written.

use chrono::NaiveDate;

use super::StoreError;
use crate::casework::audit::Digest;
use crate::casework::ids::RequestNumber;
use crate::casework::statistics::Facts;

/// What reports are made from.
pub trait ReportStore {
    /// What the figures of a period are counted from, its first and its last day among it.
    ///
    /// # Errors
    /// [`StoreError`].
    fn facts(&mut self, from_on: NaiveDate, to_on: NaiveDate) -> Result<Facts, StoreError>;

    /// What shows that the logs of some requests are as they were written, each checked as it is read.
    ///
    /// # Errors
    /// [`StoreError`]; a chain that does not hold is one.
    fn proof(&mut self, requests: &[RequestNumber]) -> Result<RecordProof, StoreError>;
}

/// A commit in the chain through the whole store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommitProof {
    /// Its place in the chain, from 1.
    pub position: u64,
    /// The last event of the request that it carried.
    pub version: u32,
    /// The hash of its entry, which covers every commit before it.
    pub hash: Digest,
}

/// The chains of one request, checked when they were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestProof {
    /// The request.
    pub request: RequestNumber,
    /// The hash of each event, in order. Each covers those before it.
    pub events: Vec<Digest>,
    /// The commits that carried them, in order.
    pub commits: Vec<CommitProof>,
}

/// What the record shows of some requests, and where its chains end now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordProof {
    /// The requests, in the order in which they were asked for.
    pub requests: Vec<RequestProof>,
    /// How many commits there are.
    pub commits: u64,
    /// The head of the chain through all of them.
    pub head: Digest,
    /// The head of the log of readings.
    pub access_head: Digest,
}
