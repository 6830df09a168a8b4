//! The enquiries that reach the data protection officer: a chain of its own, only ever added to, each entry sealed to the key that
//! officers alone have.

use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use super::keys::{KeyName, KeyRing};
use super::problem::StoreProblem;
use super::sealing::{self, Sealed};
use super::{DATABASE, SqliteStore};
use crate::adapter::codec;
use crate::casework::audit::{Digest, EnquiryBytes, enquiry_hash};
use crate::casework::ombud::EnquiryEntry;
use crate::usecase::ports::{EnquiryStore, NewEnquiryEntry, StoreError};
use crate::wording::Trilingual;

/// An entry as it lies in the officers' log.
pub(super) struct EnquiryRow {
    pub(super) position: i64,
    pub(super) enquiry: u32,
    at: i64,
    actor: String,
    kind: String,
    sealed: Sealed,
    pub(super) prev: Digest,
    pub(super) hash: Digest,
}

impl EnquiryRow {
    pub(super) const COLUMNS: &'static str = "position, enquiry, at, actor, kind, encapsulated, bytes, prev_hash, hash";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            position: row.get(0)?,
            enquiry: row.get(1)?,
            at: row.get(2)?,
            actor: row.get(3)?,
            kind: row.get(4)?,
            sealed: Sealed { encapsulated: row.get(5)?, bytes: row.get(6)? },
            prev: Digest::from_bytes(row.get(7)?),
            hash: Digest::from_bytes(row.get(8)?),
        })
    }

    /// The hash that the row must have. It covers what is sealed as it lies there, so that whoever has no key checks it as well.
    pub(super) fn expected_hash(&self) -> Digest {
        let bytes = EnquiryBytes {
            position: self.position.unsigned_abs(),
            enquiry: self.enquiry,
            at: self.at,
            actor: &self.actor,
            kind: &self.kind,
            encapsulated: &self.sealed.encapsulated,
            sealed: &self.sealed.bytes,
        };
        enquiry_hash(self.prev, &bytes)
    }

    /// What happened, for whoever has the key; `None` for bytes that are not as they were sealed.
    pub(super) fn open(&self, ring: &KeyRing) -> Result<Option<EnquiryEntry>, StoreProblem> {
        let pair = ring.pair(KeyName::Ombud).ok_or(StoreProblem::NotTheOfficer)?;
        let plain = sealing::open_from(pair, &self.sealed, &context(self.position, self.enquiry));
        let step = plain.and_then(|plain| codec::decode_enquiry(&self.kind, &plain).ok());
        let (at, position) = (DateTime::from_timestamp_micros(self.at), u32::try_from(self.position).ok());
        Ok(step.zip(at).zip(position).map(|((step, at), position)| EnquiryEntry {
            position,
            enquiry: self.enquiry,
            at,
            actor: self.actor.clone(),
            step,
        }))
    }
}

impl EnquiryStore for SqliteStore {
    fn enquiries(&mut self, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreError> {
        Ok(entries(&self.connection, &self.ring, only)?)
    }

    fn enter_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreError> {
        Ok(self.with_newest_keys(|store| store.append_enquiry(new))?)
    }
}

impl SqliteStore {
    /// Adds an entry to the chain, sealed to the officers.
    fn append_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreProblem> {
        let key = KeyName::Ombud;
        let public = self.keys.public(key).ok_or(StoreProblem::NobodyHoldsKey { what: key.opens() })?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let last = transaction
            .prepare_cached("SELECT position, hash FROM enquiry_log ORDER BY position DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get::<_, i64>(0)?, Digest::from_bytes(row.get(1)?))))
            .optional()?;
        let (last, prev) = last.unwrap_or((0, Digest::GENESIS));
        let enquiry = match new.of {
            None => {
                transaction.query_row("SELECT ifnull(max(enquiry), 0) + 1 FROM enquiry_log", [], |row| row.get(0))?
            }
            Some((enquiry, version)) => {
                let count = "SELECT count(*) FROM enquiry_log WHERE enquiry = ?1";
                let found: u32 = transaction.query_row(count, [enquiry], |row| row.get(0))?;
                if found != version {
                    return Err(StoreProblem::Conflict { request: enquiry.to_string(), found: u64::from(found) });
                }
                enquiry
            }
        };
        let position = last + 1;
        let plain = codec::encode_enquiry(&new.step);
        let sealed = sealing::seal_to(&public, &plain, &context(position, enquiry))?;
        let (actor, kind) = (new.actor.clone(), new.step.kind().to_owned());
        let at = new.at.timestamp_micros();
        let mut row = EnquiryRow { position, enquiry, at, actor, kind, sealed, prev, hash: prev };
        row.hash = row.expected_hash();
        let columns = EnquiryRow::COLUMNS;
        transaction
            .prepare_cached(&format!(
                "INSERT INTO enquiry_log ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
            ))?
            .execute(params![
                row.position,
                row.enquiry,
                row.at,
                row.actor,
                row.kind,
                row.sealed.encapsulated,
                row.sealed.bytes,
                row.prev.as_bytes(),
                row.hash.as_bytes()
            ])?;
        transaction.commit()?;
        let position = u32::try_from(position).map_err(|_| StoreProblem::Database { code: 0 })?;
        let EnquiryRow { actor, .. } = row;
        Ok(EnquiryEntry { position, enquiry, at: new.at, actor, step: new.step.clone() })
    }
}

/// The entries of every enquiry or of one, in order.
fn entries(connection: &Connection, ring: &KeyRing, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreProblem> {
    if ring.pair(KeyName::Ombud).is_none() {
        return Err(StoreProblem::NotTheOfficer);
    }
    let columns = EnquiryRow::COLUMNS;
    let which = if only.is_some() { "enquiry = ?1" } else { "?1 IS NULL" };
    let mut statement =
        connection.prepare_cached(&format!("SELECT {columns} FROM enquiry_log WHERE {which} ORDER BY position"))?;
    let mut entries = Vec::new();
    for row in statement.query_map([only], EnquiryRow::read)? {
        let row = row?;
        let entry = if row.hash == row.expected_hash() { row.open(ring)? } else { None };
        entries.push(entry.ok_or_else(damaged)?);
    }
    Ok(entries)
}

/// What binds sealed bytes to their place.
fn context(position: i64, enquiry: u32) -> Vec<u8> {
    [b"enquiry ", position.to_be_bytes().as_slice(), &enquiry.to_be_bytes()].concat()
}

fn damaged() -> StoreProblem {
    StoreProblem::Damaged {
        file: DATABASE,
        why: Trilingual::fixed(
            "en henvendelse til personvernombudet er endret etter at den ble skrevet",
            "ein førespurnad til personvernombodet er endra etter at han blei skriven",
            "an enquiry to the data protection officer was changed after it was written",
        ),
    }
}
