//! The record as a whole, against a real encrypted file; with the connection in hand, to do harm and to count pages.

mod cost;
mod list;
mod record;
mod verify;

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use uuid::Uuid;

use super::{LockedStore, NewStore, Passphrase, SqliteStore, StoreProblem};
use crate::casework::access::{Role, User};
use crate::casework::channel::Channel;
use crate::casework::ids::{CaseLetter, ContentId, RequestNumber};
use crate::casework::person::{Attachment, IdentityStatus, Person, Protection};
use crate::casework::projection;
use crate::casework::request::{CheckPoint, Content, Event, Opened, Registered, Request, RouteRecord};
use crate::law::identity::IdentityNumber;
use crate::law::rights::{Right, Track};
use crate::law::routing::Facts;
use crate::usecase::ports::{Commit, Committed, FileSystem, FileSystems, Randomness, Store, StoreError, Target};
use crate::wording::Language;

const PASSPHRASE: &str = "blåbær på tur";

/// Chance that comes again, without the system adapter, which this room does not know.
struct Counter(u64);

impl Randomness for Counter {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for part in bytes.chunks_mut(32) {
            self.0 += 1;
            part.copy_from_slice(&Sha256::digest(self.0.to_be_bytes())[..part.len()]);
        }
        Ok(())
    }
}

struct Disk;

impl FileSystems for Disk {
    fn kind(&self, _: &Path) -> io::Result<FileSystem> {
        Ok(FileSystem::Local)
    }
}

/// A store in a folder that is gone when the test is over.
struct Office {
    folder: TempDir,
    store: SqliteStore,
}

impl Office {
    /// With one user of this role, who is cleared or not.
    fn of(role: Role, cleared: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let new = NewStore {
            folder: &folder.path().join("lager"),
            test: true,
            organisation: "helsedirektoratet",
            user: &User { name: "Kari Myhre".to_owned(), role, cleared },
            passphrase: &Passphrase::new(PASSPHRASE),
            now: at(0),
        };
        let store = super::create(&new, &Disk, Box::new(Counter(0))).expect("a store");
        Self { folder, store }
    }

    fn new() -> Self {
        Self::of(Role::Administrator, true)
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("lager")
    }

    /// Another process on the same store.
    fn another(&self, user: &str) -> Result<SqliteStore, StoreProblem> {
        let chance = Counter(u64::from(user.len() as u32) << 40);
        LockedStore::open(&self.path(), &Disk)?.unlock(user, &Passphrase::new(PASSPHRASE), Box::new(chance))
    }

    fn register(&mut self, sample: &Sample) -> RequestNumber {
        self.store.commit(&sample.commit()).expect("registered").number
    }

    /// Does something to a request, as a use case would.
    fn change(&mut self, number: RequestNumber, events: Vec<Event>, contents: Vec<(ContentId, Content)>) -> Committed {
        self.try_change(number, events, contents).expect("changed")
    }

    fn try_change(
        &mut self,
        number: RequestNumber,
        events: Vec<Event>,
        contents: Vec<(ContentId, Content)>,
    ) -> Result<Committed, StoreError> {
        let stored = self.store.load(number)?.expect("a request");
        let mut state = Request::replay(&stored.log).expect("a registration");
        let expected_version = state.version;
        for event in &events {
            state.apply(event);
        }
        let person = stored.contents.get(&state.registered.person).and_then(super::rows::person);
        self.store.commit(&Commit {
            target: Target::Request { number, expected_version },
            at: at(i64::from(expected_version)),
            actor: "Kari Myhre".to_owned(),
            events,
            contents,
            rows: projection::rows(&state, person),
        })
    }

    /// Runs a statement that the program has none of, as somebody with the key could.
    fn harm(&self, sql: &str) {
        self.store
            .connection
            .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}; PRAGMA foreign_keys = ON;"))
            .expect(sql);
    }
}

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_000_000 + second, 123_456_000).expect("an instant")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

fn letter(place: u16) -> CaseLetter {
    CaseLetter::at(place)
}

/// A request with its cases, of a made-up person. `seed` tells the contents of one from those of another.
struct Sample {
    seed: u128,
    year: u16,
    received_on: NaiveDate,
    rights: Vec<Right>,
    protection: Protection,
    idempotency_key: Option<String>,
}

impl Sample {
    fn new(seed: u128) -> Self {
        Self {
            seed,
            year: 2026,
            received_on: day("2026-02-02"),
            rights: vec![Right::Access, Right::Erasure],
            protection: Protection::None,
            idempotency_key: None,
        }
    }

    fn id(&self, place: u128) -> ContentId {
        id(self.seed * 100 + place)
    }

    fn person(&self) -> Person {
        Person {
            name: Some("Odd Kvalheim".to_owned()),
            identity_number: Some(IdentityNumber::parse("13846120198").or_else(|_| any_number()).expect("a number")),
            born_on: Some(day("1961-04-13")),
            deceased_on: None,
            protection: self.protection,
            address: None,
            email: Some("odd@example.no".to_owned()),
        }
    }

    fn commit(&self) -> Commit {
        let mut contents = vec![
            (self.id(1), Content::Person(Box::new(self.person()))),
            (self.id(2), Content::Text("Eg ber om at de slettar opplysningane mine.".to_owned())),
            (self.id(3), Content::Attachments(vec![Attachment { title: "Vedlegg".to_owned(), pages: Some(2) }])),
        ];
        let registered = Registered {
            received_on: self.received_on,
            received_at: Some(at(0)),
            channel: Channel::Letter,
            language: Language::Nn,
            organisation: "helsedirektoratet".parse().expect("an id"),
            rule_version: "2026-1".to_owned(),
            person: self.id(1),
            protection: self.protection,
            identity: IdentityStatus::Unchecked,
            representative: None,
            inform_parents: None,
            text: self.id(2),
            attachments: Some(self.id(3)),
            their_reference: None,
            idempotency_key: self.idempotency_key.clone(),
        };
        let mut events = vec![Event::RequestRegistered(registered)];
        for (place, right) in (0_u16..).zip(&self.rights) {
            let section_25 = *right == Right::Erasure;
            let grounds = section_25.then(|| self.id(10 + u128::from(place)));
            contents.extend(grounds.map(|id| (id, Content::Text("Det er tungt at dette ligg lagra.".to_owned()))));
            let track = if section_25 { Track::Section25 } else { Track::RegisterAccess };
            events.push(Event::CaseOpened(Opened {
                case: letter(place),
                register: "kpr".parse().expect("an id"),
                right: *right,
                facts: [("tilgang", "privat")].into_iter().collect::<Facts>(),
                grounds,
                route: RouteRecord {
                    track,
                    mode: None,
                    handled_by: "helsedirektoratet".parse().expect("an id"),
                    checks: vec![CheckPoint { id: "identitet".to_owned(), required: true }],
                },
            }));
        }
        let mut state = Request::begin(&events[0]).expect("a registration");
        events[1..].iter().for_each(|event| state.apply(event));
        Commit {
            target: Target::NewRequest { year: self.year },
            at: at(0),
            actor: "Kari Myhre".to_owned(),
            rows: projection::rows(&state, Some(&self.person())),
            events,
            contents,
        }
    }
}

/// Some synthetic number, whichever control digits the rules ask for.
fn any_number() -> Result<IdentityNumber, crate::law::identity::IdentityProblem> {
    let found = (0..100).find_map(|digits| IdentityNumber::parse(&format!("138461201{digits:02}")).ok());
    found.map_or_else(|| IdentityNumber::parse(""), Ok)
}
