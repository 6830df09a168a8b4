//! Carrying out decisions: everything or nothing of each.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::SqliteStore;
use super::content::{self, SealedFor};
use super::keys::{KeyRing, KeysFile};
use super::log::{self, Stamp};
use super::problem::StoreProblem;
use super::rows::{self, Head, Projected, RequestState};
use super::{number, request, search, unsaved};
use crate::adapter::codec;
use crate::casework::audit::Digest;
use crate::casework::ids::RequestNumber;
use crate::casework::request::Event;
use crate::usecase::ports::{Commit, Committed, Counts, Randomness, StoreError, Target};

impl SqliteStore {
    /// Everything that one decision changes, in one transaction.
    pub(super) fn carry_out(&mut self, commit: &Commit) -> Result<Committed, StoreProblem> {
        let committed = self.in_transaction(|writer, transaction| writer.write(transaction, commit))?;
        self.clear_erased(commit)?;
        Ok(committed)
    }

    /// The same for many. A conflict is met before anything of its commit is written, so the others stand beside it.
    pub(super) fn carry_out_many(
        &mut self,
        commits: &[Commit],
    ) -> Result<Vec<Result<Committed, StoreError>>, StoreProblem> {
        let done = self.in_transaction(|writer, transaction| {
            let each = commits.iter().map(|commit| match writer.write(transaction, commit) {
                Ok(committed) => Ok(Ok(committed)),
                Err(conflict @ (StoreProblem::Conflict { .. } | StoreProblem::OtherDelivery { .. })) => {
                    Ok(Err(conflict.into()))
                }
                Err(problem) => Err(problem),
            });
            each.collect()
        })?;
        // What many new rows have filled the memory with is not what is looked at next.
        self.connection.execute_batch("PRAGMA shrink_memory")?;
        commits.iter().try_for_each(|commit| self.clear_erased(commit))?;
        Ok(done)
    }

    /// The same for many that stand or fall together: what meets a conflict stops them all.
    pub(super) fn carry_out_together(&mut self, commits: &[Commit]) -> Result<(), StoreProblem> {
        self.in_transaction(|writer, transaction| {
            commits.iter().try_for_each(|commit| writer.write(transaction, commit).map(drop))
        })?;
        commits.iter().try_for_each(|commit| self.clear_erased(commit))
    }

    /// All that is written, or nothing.
    fn in_transaction<T>(
        &mut self,
        write: impl FnOnce(&mut Writer<'_>, &Transaction<'_>) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = Writer {
            keys: &self.keys,
            ring: &self.ring,
            randomness: self.seeded.as_deref_mut().unwrap_or(&mut *self.randomness),
            clock_is_right: self.clock_is_right,
        };
        let done = write(&mut writer, &transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// The write-ahead log may still hold the words that a commit erased; what is erased must be gone from the disk. Another
    /// process that reads just now holds this up until the next one; the commit stands either way.
    fn clear_erased(&self, commit: &Commit) -> Result<(), StoreProblem> {
        if commit.events.iter().any(|event| matches!(event, Event::ContentErased { .. })) {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }
}

/// What decisions are written with.
struct Writer<'a> {
    keys: &'a KeysFile,
    ring: &'a KeyRing,
    randomness: &'a mut dyn Randomness,
    clock_is_right: bool,
}

impl Writer<'_> {
    /// Writes everything that one decision changes: numbers, log, contents, chain, projections.
    fn write(&mut self, transaction: &Transaction<'_>, commit: &Commit) -> Result<Committed, StoreProblem> {
        let (request, head, before, state) = match commit.target {
            Target::NewRequest { year } => {
                if let Some(known) = known_delivery(transaction, self.ring, commit)? {
                    return Ok(known);
                }
                let request = log::next_number(transaction, year)?;
                let state =
                    commit.events.first().and_then(RequestState::begin).ok_or(StoreProblem::Database { code: 0 })?;
                (request, (0, Digest::GENESIS), Counts::default(), state)
            }
            Target::Request { number: request, expected_version } => {
                let missing = || StoreProblem::UnreadableLog { request: request.to_string(), seq: 1 };
                let key = number::key(request);
                let head = log::head(transaction, key)?.ok_or_else(missing)?;
                if head.0 != i64::from(expected_version) {
                    let found = head.0.unsigned_abs();
                    return Err(StoreProblem::Conflict { request: request.to_string(), found });
                }
                let state = rows::state(transaction, key)?.ok_or_else(missing)?;
                (request, head, rows::counts_of(transaction, key)?, state)
            }
        };
        if !self.clock_is_right {
            log::require_clock(transaction, commit.at)?;
        }
        let key = number::key(request);
        let sealed_for = SealedFor::of(state.protected);
        let hashes =
            content::keep(transaction, (self.keys, self.ring), self.randomness, key, sealed_for, &commit.contents)?;
        let stamp = Stamp { at: commit.at.timestamp_micros(), actor: &commit.actor };
        let head = log::append(transaction, request, head, stamp, &commit.events, &hashes)?;
        if sealed_for == SealedFor::Store {
            let first = head.0 + 1 - i64::try_from(commit.events.len()).unwrap_or(i64::MAX);
            search::put(transaction, key, first, commit)?;
        }
        for event in &commit.events {
            if let Event::ContentErased { content, .. } = event {
                search::forget(transaction, self.ring, key, *content)?;
                content::erase(transaction, key, *content)?;
                unsaved::erase(transaction, key)?;
            }
        }
        log::append_commit(transaction, request, head, stamp.at)?;
        let projected = Head { version: head.0, protected: state.protected, delivery: state.delivery };
        rows::write(transaction, &Projected::new(request, projected, &commit.rows), before)?;
        if let Some(draft) = commit.draft {
            transaction.prepare_cached("DELETE FROM letter_draft WHERE id = ?1")?.execute([draft.0.as_bytes()])?;
        }
        let version = u32::try_from(head.0).map_err(|_| StoreProblem::Database { code: 0 })?;
        Ok(Committed { number: request, version, known: false })
    }
}

/// The request that a new one's delivery was registered as before, if it said the same then.
pub(super) fn known_delivery(
    connection: &Connection,
    ring: &KeyRing,
    commit: &Commit,
) -> Result<Option<Committed>, StoreProblem> {
    let delivery = commit.events.first().and_then(RequestState::begin).and_then(|state| state.delivery);
    let Some(mark) = delivery else { return Ok(None) };
    let Some(known) = rows::delivered(connection, mark)? else { return Ok(None) };
    same_delivery(connection, ring, known, commit).map(Some)
}

/// The request that a delivery was registered as, if it said the same then.
fn same_delivery(
    connection: &Connection,
    ring: &KeyRing,
    known: RequestNumber,
    again: &Commit,
) -> Result<Committed, StoreProblem> {
    let unreadable = || StoreProblem::UnreadableLog { request: known.to_string(), seq: 1 };
    let stored = request::load(connection, ring, known)?.ok_or_else(unreadable)?;
    let version = u32::try_from(stored.log.len()).map_err(|_| unreadable())?;
    let registration: Vec<Event> = stored
        .log
        .into_iter()
        .map(|recorded| recorded.event)
        .take_while(|event| {
            matches!(
                event,
                Event::RequestRegistered(_)
                    | Event::CaseOpened(_)
                    | Event::OtherRulesNoted { .. }
                    | Event::ArchiveNumberGiven { .. }
            )
        })
        .collect();
    if codec::same_delivery((&registration, &stored.contents), (&again.events, &again.contents)) {
        Ok(Committed { number: known, version, known: true })
    } else {
        Err(StoreProblem::OtherDelivery { request: known.to_string() })
    }
}
