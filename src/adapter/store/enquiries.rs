//! The enquiries that reach the data protection officer: a chain of its own, only ever added to, each entry sealed to the key that
//! officers alone have. What is erased is overwritten; the entry keeps its place, and the one that erased it says so.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};
use zeroize::Zeroizing;

use super::keys::{KeyName, KeyRing};
use super::problem::StoreProblem;
use super::sealing::{self, Sealed};
use super::{DATABASE, SqliteStore, unsaved};
use crate::adapter::codec;
use crate::casework::access::Role;
use crate::casework::audit::{Digest, EnquiryBytes, enquiry_hash, erased_enquiry};
use crate::casework::ombud::{EnquiryEntry, RetentionMonths};
use crate::usecase::ports::{EnquiryRetention, EnquiryStore, NewEnquiryEntry, StoreError};
use crate::wording::Trilingual;

/// An entry as it lies in the officers' log.
pub(super) struct EnquiryRow {
    pub(super) position: i64,
    enquiry: Option<u32>,
    at: i64,
    actor: String,
    kind: String,
    /// Nothing where it is erased.
    sealed: Option<Sealed>,
    erases: Option<Vec<u8>>,
    pub(super) prev: Digest,
    pub(super) hash: Digest,
}

/// What is about to be entered, beside its place.
pub(super) struct NewRow<'a> {
    pub(super) enquiry: Option<u32>,
    pub(super) at: DateTime<Utc>,
    pub(super) actor: &'a str,
    pub(super) kind: &'a str,
    pub(super) plain: &'a [u8],
    pub(super) erases: Option<Vec<u8>>,
}

/// What was erased: by the place of each entry, that of the entry which erased it and the digest of what must be left.
pub(super) type Erased = BTreeMap<i64, (i64, Digest)>;

impl EnquiryRow {
    pub(super) const COLUMNS: &'static str =
        "position, enquiry, at, actor, kind, encapsulated, bytes, erases, prev_hash, hash";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let sealed = row.get::<_, Option<[u8; 32]>>(5)?.zip(row.get::<_, Option<Vec<u8>>>(6)?);
        Ok(Self {
            position: row.get(0)?,
            enquiry: row.get(1)?,
            at: row.get(2)?,
            actor: row.get(3)?,
            kind: row.get(4)?,
            sealed: sealed.map(|(encapsulated, bytes)| Sealed { encapsulated, bytes }),
            erases: row.get(7)?,
            prev: Digest::from_bytes(row.get(8)?),
            hash: Digest::from_bytes(row.get(9)?),
        })
    }

    fn bytes(&self) -> EnquiryBytes<'_> {
        let sealed = self.sealed.as_ref();
        EnquiryBytes {
            position: self.position.unsigned_abs(),
            enquiry: self.enquiry.unwrap_or(0),
            at: self.at,
            actor: &self.actor,
            kind: &self.kind,
            encapsulated: sealed.map_or(&[], |sealed| &sealed.encapsulated),
            sealed: sealed.map_or(&[], |sealed| &sealed.bytes),
            erases: self.erases.as_deref(),
        }
    }

    /// Whether the row is as it was written, or as it was left when it was erased. The hash covers what is sealed as it lies there, so
    /// that whoever has no key checks it as well.
    pub(super) fn holds(&self, erased: &Erased) -> bool {
        match (&self.sealed, erased.get(&self.position)) {
            (Some(_), None) => self.hash == enquiry_hash(self.prev, &self.bytes()),
            (None, Some((by, left))) => *by > self.position && *left == self.left(),
            // What is erased must be gone, and what is gone must be erased.
            (Some(_), Some(_)) | (None, None) => false,
        }
    }

    /// The digest of what is left when it is erased.
    fn left(&self) -> Digest {
        erased_enquiry(self.prev, self.hash, &self.bytes())
    }

    /// The bytes that are sealed, for whoever has a key; `None` for others than were sealed, and where they are erased.
    fn plain(&self, ring: &KeyRing) -> Option<Zeroizing<Vec<u8>>> {
        let (sealed, context) = (self.sealed.as_ref()?, context(self.position, self.enquiry.unwrap_or(0)));
        ring.officers().find_map(|pair| sealing::open_from(pair, sealed, &context))
    }

    /// Whether an officer can read it, or it is erased.
    pub(super) fn opens(&self, ring: &KeyRing) -> bool {
        match (&self.sealed, self.enquiry) {
            (None, _) => true,
            (Some(_), None) => self.plain(ring).is_some(),
            (Some(_), Some(_)) => self.entry(ring).is_some(),
        }
    }

    /// What happened to an enquiry; `None` for bytes that are not as they were sealed.
    fn entry(&self, ring: &KeyRing) -> Option<EnquiryEntry> {
        let step = match &self.sealed {
            Some(_) => Some(codec::decode_enquiry(&self.kind, &self.plain(ring)?).ok()?),
            None => None,
        };
        Some(EnquiryEntry {
            position: u32::try_from(self.position).ok()?,
            enquiry: self.enquiry?,
            at: DateTime::from_timestamp_micros(self.at)?,
            actor: self.actor.clone(),
            step,
        })
    }
}

impl EnquiryStore for SqliteStore {
    fn enquiries(&mut self, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreError> {
        self.follow_keys()?;
        self.require_officers_key()?;
        Ok(entries(&self.connection, &self.ring, only)?)
    }

    fn enter_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreError> {
        self.follow_keys()?;
        self.require_officers_key()?;
        self.renew_after_leave(new.at, &new.actor)?;
        Ok(self.append_enquiry(new)?)
    }

    fn enquiry_retention(&mut self) -> Result<EnquiryRetention, StoreError> {
        Ok(retention(&self.connection)?)
    }

    fn set_enquiry_retention(&mut self, retention: &EnquiryRetention) -> Result<(), StoreError> {
        let (at, by) = retention.changed.as_ref().map(|(at, by)| (at.timestamp_micros(), by)).unzip();
        self.connection
            .execute(
                "UPDATE enquiry_retention SET months = ?1, changed_at = ?2, changed_by = ?3 WHERE only = 1",
                params![retention.months.map(RetentionMonths::months), at, by],
            )
            .map_err(StoreProblem::from)?;
        Ok(())
    }

    fn has_recovery_code(&mut self) -> Result<bool, StoreError> {
        self.follow_keys()?;
        // A code that somebody may have read who has left does not count: it goes with the key.
        Ok(self.keys.has_recovery() && !(self.keys.officer_left() && self.ring.pair(KeyName::Ombud).is_some()))
    }

    fn make_recovery_code(&mut self, at: DateTime<Utc>, actor: &str) -> Result<Zeroizing<String>, StoreError> {
        self.follow_keys()?;
        self.require_officers_key()?;
        self.renew_after_leave(at, actor)?;
        Ok(self.new_recovery_code(at, actor)?)
    }

    fn use_recovery_code(&mut self, code: &str, at: DateTime<Utc>, actor: &str) -> Result<(), StoreError> {
        self.follow_keys()?;
        Ok(self.recover_officers_key(code, at, actor)?)
    }
}

impl SqliteStore {
    /// Refuses whoever has no key to the officers' rows.
    fn require_officers_key(&self) -> Result<(), StoreProblem> {
        match (self.ring.pair(KeyName::Ombud), self.user.role) {
            (Some(_), _) => Ok(()),
            (None, Role::Ombudsman) => Err(StoreProblem::InboxClosed { others: !self.keys.no_officer_is_left() }),
            (None, Role::Caseworker | Role::Lead | Role::Administrator) => Err(StoreProblem::NotTheOfficer),
        }
    }

    /// Adds what happened to an enquiry, and overwrites what it erases.
    fn append_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreProblem> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        self.keys.require_newest(&transaction)?;
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
        let erases = (!new.erases.is_empty()).then(|| erase(&transaction, enquiry, &new.erases)).transpose()?;
        let row = NewRow {
            enquiry: Some(enquiry),
            at: new.at,
            actor: &new.actor,
            kind: new.step.kind(),
            plain: &codec::encode_enquiry(&new.step),
            erases,
        };
        let position = append(&transaction, &self.ring, &row)?;
        if !new.erases.is_empty() {
            unsaved::erase_of_enquiry(&transaction, enquiry)?;
        }
        transaction.commit()?;
        if !new.erases.is_empty() {
            // The write-ahead log may still hold what is erased. Where others read just then, SQLite empties it when the last of
            // them closes the store. What is committed is done, so a fault here is none of whoever erased.
            let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        }
        let position = u32::try_from(position).map_err(|_| StoreProblem::Database { code: 0 })?;
        Ok(EnquiryEntry { position, enquiry, at: new.at, actor: new.actor.clone(), step: Some(new.step.clone()) })
    }
}

/// Adds an entry to the chain, sealed to the officers, and gives its place. Their key is the one in the hand of whoever writes, and never
/// what the file of keys says: somebody could have put another one there.
pub(super) fn append(transaction: &Transaction<'_>, ring: &KeyRing, new: &NewRow<'_>) -> Result<i64, StoreProblem> {
    let pair = ring.pair(KeyName::Ombud).ok_or(StoreProblem::NotTheOfficer)?;
    let columns = EnquiryRow::COLUMNS;
    let last = transaction
        .prepare_cached("SELECT position, hash FROM enquiry_log ORDER BY position DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, Digest::from_bytes(row.get(1)?))))
        .optional()?;
    // Nor is a key used that opens nothing of what is there.
    let readable = transaction
        .prepare_cached(&format!(
            "SELECT {columns} FROM enquiry_log WHERE bytes IS NOT NULL ORDER BY position DESC LIMIT 1"
        ))?
        .query_row([], EnquiryRow::read)
        .optional()?;
    if readable.is_some_and(|row| !row.opens(ring)) {
        return Err(damaged());
    }
    let (last, prev) = last.unwrap_or((0, Digest::GENESIS));
    let position = last + 1;
    let sealed = sealing::seal_to(&pair.public(), new.plain, &context(position, new.enquiry.unwrap_or(0)))?;
    let row = EnquiryRow {
        position,
        enquiry: new.enquiry,
        at: new.at.timestamp_micros(),
        actor: new.actor.to_owned(),
        kind: new.kind.to_owned(),
        sealed: Some(sealed.clone()),
        erases: new.erases.clone(),
        prev,
        hash: prev,
    };
    let hash = enquiry_hash(prev, &row.bytes());
    transaction
        .prepare_cached(&format!(
            "INSERT INTO enquiry_log ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        ))?
        .execute(params![
            row.position,
            row.enquiry,
            row.at,
            row.actor,
            row.kind,
            sealed.encapsulated,
            sealed.bytes,
            row.erases,
            prev.as_bytes(),
            hash.as_bytes()
        ])?;
    Ok(position)
}

/// Overwrites what is sealed in these entries of an enquiry, and gives what the entry that erases them holds of each.
fn erase(transaction: &Transaction<'_>, enquiry: u32, positions: &[u32]) -> Result<Vec<u8>, StoreProblem> {
    let columns = EnquiryRow::COLUMNS;
    let mut find = transaction
        .prepare_cached(&format!("SELECT {columns} FROM enquiry_log WHERE position = ?1 AND enquiry = ?2"))?;
    let mut erase =
        transaction.prepare_cached("UPDATE enquiry_log SET encapsulated = NULL, bytes = NULL WHERE position = ?1")?;
    let mut erases = Vec::with_capacity(positions.len() * 40);
    for position in positions {
        let row = find.query_row(params![position, enquiry], EnquiryRow::read).optional()?.ok_or_else(damaged)?;
        if row.sealed.is_none() {
            return Err(damaged());
        }
        erases.extend_from_slice(&row.position.to_be_bytes());
        erases.extend_from_slice(row.left().as_bytes());
        erase.execute([position])?;
    }
    Ok(erases)
}

/// What was erased, as the entries say that erased it.
pub(super) fn erased(connection: &Connection) -> Result<Erased, StoreProblem> {
    let mut statement =
        connection.prepare_cached("SELECT position, erases FROM enquiry_log WHERE erases IS NOT NULL")?;
    let mut erased = Erased::new();
    for row in statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))? {
        let (by, erases) = row?;
        for each in erases.chunks_exact(40) {
            let (place, left) = each.split_at(8);
            let place = place.first_chunk().copied().map(i64::from_be_bytes);
            if let Some((place, left)) = place.zip(Digest::from_slice(left)) {
                erased.insert(place, (by, left));
            }
        }
    }
    Ok(erased)
}

/// The entries of every enquiry or of one, in order.
fn entries(connection: &Connection, ring: &KeyRing, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreProblem> {
    let columns = EnquiryRow::COLUMNS;
    let which = if only.is_some() { "enquiry = ?1" } else { "?1 IS NULL AND enquiry IS NOT NULL" };
    let erased = erased(connection)?;
    let mut statement =
        connection.prepare_cached(&format!("SELECT {columns} FROM enquiry_log WHERE {which} ORDER BY position"))?;
    let mut entries = Vec::new();
    for row in statement.query_map([only], EnquiryRow::read)? {
        let row = row?;
        let entry = if row.holds(&erased) { row.entry(ring) } else { None };
        entries.push(entry.ok_or_else(damaged)?);
    }
    Ok(entries)
}

/// For how long enquiries are kept.
fn retention(connection: &Connection) -> Result<EnquiryRetention, StoreProblem> {
    let select = "SELECT months, changed_at, changed_by FROM enquiry_retention WHERE only = 1";
    let (months, at, by): (Option<u32>, Option<i64>, Option<String>) =
        connection.query_row(select, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(EnquiryRetention {
        months: months.and_then(RetentionMonths::new),
        changed: at.and_then(DateTime::from_timestamp_micros).zip(by),
    })
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
