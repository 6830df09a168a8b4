//! Checking the whole record: pages, chains, keyed hashes, projections. It collects what does not hold and goes on.

mod enquiries;
mod lists;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::access::AccessRow;
use super::content::{self, Opened};
use super::digests::Digests;
use super::keys::KeyRing;
use super::log::{CommitRow, EventRow};
use super::one_log::OneLog;
use super::problem::StoreProblem;
use super::{number, person};
use crate::casework::audit::Digest;
use crate::casework::request::Event;
use crate::usecase::ports::{RecordProblem, Verification};
use crate::wording::Trilingual;

/// Checks everything.
///
/// `known_head` is the head of an earlier check, kept elsewhere: it must still be in the chain.
///
/// # Errors
/// Only if the database does not even begin a transaction.
pub(super) fn verify(
    connection: &Connection,
    ring: &KeyRing,
    known_head: Option<Digest>,
) -> Result<Verification, StoreProblem> {
    // What lies in the write-ahead log has checksums of its own and is moved into the file as far as it can be. If it
    // cannot be read at all, the check of the pages below says so.
    let _ = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    // Everything is read as it was at one moment, whatever others write meanwhile.
    let moment = connection.unchecked_transaction()?;
    let connection = &*moment;
    let mut check =
        Check { connection, ring, problems: Vec::new(), events: 0, readings: 0, heads: BTreeMap::new(), known_head };
    check.step(Check::pages);
    check.step(Check::logs);
    let head = check.step(Check::commits).unwrap_or(Digest::GENESIS);
    let access_head = check.step(Check::readings).unwrap_or(Digest::GENESIS);
    check.step(Check::enquiries);
    check.head();
    check.step(Check::projections);
    check.step(Check::texts);
    check.step(Check::ghosts);
    Ok(Verification {
        requests: check.heads.len() as u64,
        events: check.events,
        head: head.to_string(),
        readings: check.readings,
        access_head: access_head.to_string(),
        problems: check.problems,
    })
}

struct Check<'a> {
    connection: &'a Connection,
    ring: &'a KeyRing,
    problems: Vec<RecordProblem>,
    events: u64,
    readings: u64,
    /// The hash of every event that a commit may name, by request: the place is the index plus one.
    heads: BTreeMap<i64, Vec<Digest>>,
    /// The head of an earlier check, of either chain, until it is found.
    known_head: Option<Digest>,
}

impl Check<'_> {
    /// Carries out one part; what cannot even be read is a problem of the record, not of the check.
    fn step<T>(&mut self, part: fn(&mut Self) -> Result<T, StoreProblem>) -> Option<T> {
        match part(self) {
            Ok(done) => Some(done),
            Err(problem) => {
                self.tell(None, None, "unreadable", problem.text());
                None
            }
        }
    }

    fn tell(&mut self, request: Option<i64>, seq: Option<i64>, code: &'static str, message: Trilingual) {
        self.problems.push(RecordProblem {
            request: request.and_then(number::number),
            sequence: seq.and_then(|seq| u32::try_from(seq).ok()),
            code,
            message,
        });
    }

    /// Every page of the file against its own keyed hash (SQLCipher): a flipped byte anywhere is told here.
    fn pages(&mut self) -> Result<(), StoreProblem> {
        let mut statement = self.connection.prepare("PRAGMA cipher_integrity_check")?;
        let mut damaged = || statement.query_map([], |row| row.get(0))?.collect::<Result<BTreeSet<String>, _>>();
        // SQLCipher reads the file past the transaction, so a page that another process is just writing may look damaged:
        // what is damaged is so twice.
        let first = damaged()?;
        let twice = if first.is_empty() { first } else { first.intersection(&damaged()?).cloned().collect() };
        for line in twice {
            let page: String = line.chars().filter(char::is_ascii_digit).collect();
            self.tell(
                None,
                None,
                "page-damaged",
                Trilingual::made(
                    format!("Side {page} i store.db er skadet eller endret."),
                    format!("Side {page} i store.db er skadd eller endra."),
                    format!("Page {page} of store.db is damaged or changed."),
                ),
            );
        }
        Ok(())
    }

    /// Every request's log: places, hashes, kinds, and the contents that it rests on.
    fn logs(&mut self) -> Result<(), StoreProblem> {
        let columns = EventRow::COLUMNS;
        let mut statement = self.connection.prepare(&format!("SELECT {columns} FROM event ORDER BY request, seq"))?;
        let mut rows = statement.query([])?;
        let mut current = OneLog::default();
        while let Some(row) = rows.next()? {
            let row = EventRow::read(row)?;
            if row.request != current.request {
                self.contents(&std::mem::replace(&mut current, OneLog::begin(row.request)))?;
            }
            self.event(&mut current, row);
        }
        self.contents(&current)
    }

    fn event(&mut self, log: &mut OneLog, row: EventRow) {
        self.events += 1;
        let (request, seq, hash) = (row.request, row.seq, row.hash);
        log.place += 1;
        if seq != log.place {
            self.tell(
                Some(request),
                Some(log.place),
                "event-missing",
                Trilingual::fixed(
                    "Hendelsen mangler i loggen.",
                    "Hendinga manglar i loggen.",
                    "The event is missing in the log.",
                ),
            );
            log.place = seq;
        } else if row.prev != log.head {
            self.tell(
                Some(request),
                Some(seq),
                "chain-broken",
                Trilingual::fixed(
                    "Hendelsen følger ikke etter den før.",
                    "Hendinga følgjer ikkje etter den før.",
                    "The event does not follow the one before it.",
                ),
            );
        }
        if hash != row.expected_hash() {
            self.tell(
                Some(request),
                Some(seq),
                "event-changed",
                Trilingual::fixed(
                    "Hendelsen er endret etter at den ble skrevet.",
                    "Hendinga er endra etter at ho blei skriven.",
                    "The event was changed after it was written.",
                ),
            );
        }
        log.head = hash;
        self.heads.entry(request).or_default().push(hash);
        match row.decode() {
            Ok((recorded, hashes)) => {
                if let Event::ContentErased { content, .. } = &recorded.event {
                    log.erased.insert(*content);
                }
                log.hashes.extend(hashes.into_iter().map(|(id, hash)| (id, (seq, hash))));
                log.events.push(recorded);
            }
            Err(problem) => {
                log.unreadable = true;
                self.tell(
                    Some(request),
                    Some(seq),
                    "event-unreadable",
                    Trilingual::made(
                        format!("Hendelsen kan ikke leses: {}.", problem.text().nb),
                        format!("Hendinga kan ikkje lesast: {}.", problem.text().nn),
                        format!("The event cannot be read: {}.", problem.text().en),
                    ),
                );
            }
        }
    }

    /// The contents of a request against the keyed hashes in its log.
    fn contents(&mut self, log: &OneLog) -> Result<(), StoreProblem> {
        if log.place == 0 {
            return Ok(());
        }
        let request = log.request;
        let mut missing = log.hashes.clone();
        let mut digests = Digests::of(log);
        for row in content::rows(self.connection, request, true)? {
            let Some((seq, expected)) = missing.remove(&row.id) else {
                if !log.unreadable {
                    self.tell(
                        Some(request),
                        None,
                        "content-unknown",
                        Trilingual::fixed(
                            "Det ligger innhold her som loggen ikke kjenner.",
                            "Det ligg innhald her som loggen ikkje kjenner.",
                            "There is content here that the log does not know.",
                        ),
                    );
                }
                continue;
            };
            let erased = log.erased.contains(&row.id);
            if log.sealed_for().is_some_and(|sealed_for| sealed_for.id() != row.sealed_for) {
                self.tell(
                    Some(request),
                    Some(seq),
                    "content-sealed-otherwise",
                    Trilingual::fixed(
                        "Innhold er forseglet for andre enn personens vern krever.",
                        "Innhald er forsegla for andre enn vernet av personen krev.",
                        "Content is sealed for others than the person’s protection demands.",
                    ),
                );
            }
            let (place, kind) = ((request, row.id), row.kind.clone());
            let (sealed_for, mark) = (row.sealed_for.clone(), row.mark);
            match row.open(request, self.ring) {
                Opened::Erased if erased => {}
                Opened::Erased => {
                    self.tell(
                        Some(request),
                        Some(seq),
                        "content-missing",
                        Trilingual::fixed(
                            "Innhold er borte uten å være slettet i loggen.",
                            "Innhald er borte utan å vere sletta i loggen.",
                            "Content is gone without having been erased in the log.",
                        ),
                    );
                }
                Opened::Bytes { .. } | Opened::ForOthers | Opened::Changed if erased => {
                    self.tell(
                        Some(request),
                        Some(seq),
                        "content-left",
                        Trilingual::fixed(
                            "Innhold er slettet i loggen, men ligger her ennå.",
                            "Innhald er sletta i loggen, men ligg her enno.",
                            "Content is erased in the log, but is still here.",
                        ),
                    );
                }
                Opened::Bytes { hash, bytes } if hash == expected => {
                    digests.read(place.1, &kind, &bytes);
                    if kind == "person" && person::marked_otherwise(self.ring, (&sealed_for, mark), place, &bytes) {
                        self.tell(
                            Some(request),
                            Some(seq),
                            "mark-differs",
                            Trilingual::fixed(
                                "Personen kan ikke finnes igjen på identitetsnummeret. Kjør «store rebuild».",
                                "Personen kan ikkje finnast igjen på identitetsnummeret. Køyr «store rebuild».",
                                "The person cannot be found by the identity number. Run “store rebuild”.",
                            ),
                        );
                    }
                }
                // Only those who have the key can check what is sealed for them.
                Opened::ForOthers => {}
                Opened::Bytes { .. } | Opened::Changed => {
                    self.tell(
                        Some(request),
                        Some(seq),
                        "content-changed",
                        Trilingual::fixed(
                            "Innhold er endret etter at det ble skrevet.",
                            "Innhald er endra etter at det blei skrive.",
                            "Content was changed after it was written.",
                        ),
                    );
                }
            }
        }
        for seq in digests.differing() {
            self.tell(
                Some(request),
                Some(seq),
                "digest-differs",
                Trilingual::fixed(
                    "Avtrykket (SHA-256) som står i loggen, er ikke avtrykket av filen.",
                    "Avtrykket (SHA-256) som står i loggen, er ikkje avtrykket av fila.",
                    "The digest (SHA-256) in the log is not that of the file.",
                ),
            );
        }
        for (seq, digest) in log.digests_left() {
            if !missing.contains_key(&digest) {
                self.tell(
                    Some(request),
                    Some(seq),
                    "content-left",
                    Trilingual::fixed(
                        "Et brev eller en fil er slettet i loggen, men avtrykket av det ligger her ennå.",
                        "Eit brev eller ei fil er sletta i loggen, men avtrykket av det ligg her enno.",
                        "A letter or a file is erased in the log, but its digest is still here.",
                    ),
                );
            }
        }
        for (seq, _) in missing.into_values() {
            self.tell(
                Some(request),
                Some(seq),
                "content-missing",
                Trilingual::fixed(
                    "Innhold er borte uten å være slettet i loggen.",
                    "Innhald er borte utan å vere sletta i loggen.",
                    "Content is gone without having been erased in the log.",
                ),
            );
        }
        Ok(())
    }

    /// The chain of the store: that every commit is there, and that every event is in one.
    fn commits(&mut self) -> Result<Digest, StoreProblem> {
        let columns = CommitRow::COLUMNS;
        let mut statement =
            self.connection.prepare(&format!("SELECT {columns} FROM commit_chain ORDER BY position"))?;
        let (mut head, mut place) = (Digest::GENESIS, 0);
        let mut versions = BTreeMap::new();
        for row in statement.query_map([], CommitRow::read)? {
            let row = row?;
            place += 1;
            let request = Some(row.request);
            if row.position != place || row.prev != head {
                self.tell(
                    request,
                    None,
                    "commit-missing",
                    Trilingual::fixed(
                        "Et ledd mangler i kjeden gjennom hele lageret.",
                        "Eit ledd manglar i kjeda gjennom heile lageret.",
                        "A link is missing in the chain through the whole store.",
                    ),
                );
                place = row.position;
            }
            if row.hash != row.expected_hash() {
                self.tell(
                    request,
                    Some(row.version),
                    "commit-changed",
                    Trilingual::fixed(
                        "Et ledd i kjeden gjennom hele lageret er endret.",
                        "Eit ledd i kjeda gjennom heile lageret er endra.",
                        "A link in the chain through the whole store was changed.",
                    ),
                );
            }
            let event = usize::try_from(row.version - 1)
                .ok()
                .and_then(|index| self.heads.get(&row.request).and_then(|hashes| hashes.get(index)));
            if event != Some(&row.head) {
                self.tell(
                    request,
                    Some(row.version),
                    "commit-differs",
                    Trilingual::fixed(
                        "Loggen er en annen enn kjeden gjennom lageret sier.",
                        "Loggen er ein annan enn kjeda gjennom lageret seier.",
                        "The log is another than the chain through the store says.",
                    ),
                );
            }
            versions.insert(row.request, row.version);
            head = row.hash;
            self.known_head = self.known_head.filter(|known| *known != head);
        }
        let uncovered: Vec<_> = self
            .heads
            .iter()
            .map(|(request, hashes)| (*request, hashes.len() as i64))
            .filter(|(request, last)| versions.get(request) != Some(last))
            .collect();
        for (request, last) in uncovered {
            self.tell(
                Some(request),
                Some(last),
                "event-uncommitted",
                Trilingual::fixed(
                    "Hendelsen står ikke i kjeden gjennom lageret.",
                    "Hendinga står ikkje i kjeda gjennom lageret.",
                    "The event is not in the chain through the store.",
                ),
            );
        }
        Ok(head)
    }

    /// The chain of readings. What is taken away from its end alone is told only by a head that was kept.
    fn readings(&mut self) -> Result<Digest, StoreProblem> {
        let columns = AccessRow::COLUMNS;
        let mut statement = self.connection.prepare(&format!("SELECT {columns} FROM access_log ORDER BY position"))?;
        let (mut head, mut place) = (Digest::GENESIS, 0);
        for row in statement.query_map([], AccessRow::read)? {
            let row = row?;
            self.readings += 1;
            place += 1;
            let (request, position) = (row.request, row.position);
            if position != place || row.prev != head {
                let message = Trilingual::made(
                    format!("Oppslagsloggen henger ikke sammen ved oppføring {position}."),
                    format!("Oppslagsloggen heng ikkje saman ved oppføring {position}."),
                    format!("The access log does not hang together at entry {position}."),
                );
                self.tell(request, None, "access-missing", message);
                place = position;
            }
            if row.hash != row.expected_hash() {
                let message = Trilingual::made(
                    format!("Oppføring {position} i oppslagsloggen er endret etter at den ble skrevet."),
                    format!("Oppføring {position} i oppslagsloggen er endra etter at ho blei skriven."),
                    format!("Entry {position} of the access log was changed after it was written."),
                );
                self.tell(request, None, "access-changed", message);
            }
            head = row.hash;
            self.known_head = self.known_head.filter(|known| *known != head);
            if row.decode().is_none() {
                let message = Trilingual::made(
                    format!("Oppføring {position} i oppslagsloggen kan ikke leses."),
                    format!("Oppføring {position} i oppslagsloggen kan ikkje lesast."),
                    format!("Entry {position} of the access log cannot be read."),
                );
                self.tell(request, None, "access-unreadable", message);
            }
        }
        Ok(head)
    }

    /// Whether the head of an earlier check was found in one of the two chains.
    fn head(&mut self) {
        if self.known_head.is_some() {
            self.tell(
                None,
                None,
                "head-not-found",
                Trilingual::fixed(
                    "Hodet du oppga, finnes verken i kjeden gjennom lageret eller i oppslagsloggen: lageret er kuttet, skrevet om eller et annet.",
                    "Hovudet du oppgav, finst verken i kjeda gjennom lageret eller i oppslagsloggen: lageret er kutta, skrive om eller eit anna.",
                    "The head you gave is neither in the chain through the store nor in the access log: the store was cut back or rewritten, or is another one.",
                ),
            );
        }
    }
}
