//! Registering a request, beside the same rows written with SQL by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use personvernsak::adapter::codec::{encode_content, encode_event};
use personvernsak::adapter::store::{DATABASE, LockedStore, Passphrase, SqliteStore};
use personvernsak::adapter::system::{SystemFileSystems, SystemRandomness};
use personvernsak::api::desk::RequestInput;
use personvernsak::casework::audit::Digest;
use personvernsak::casework::projection::{self, CaseRow};
use personvernsak::casework::request::{Content, Request};
use personvernsak::casework::search::{Searched, Words};
use personvernsak::usecase::ports::{Commit, Store, Stored, Target};
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, params, params_from_iter};

use crate::office;
use crate::rows::columns;
use crate::turns::{Judgements, in_turns, time};

const ROUNDS: usize = 400;
const YEAR: u16 = 2026;
/// How many pages more one side may write than the other before they no longer do the same.
const ALIKE: f64 = 1.0;

/// Three ways to register the same request, in turns on the same disk: as the window does it, from the typed draft to
/// the answer; the store's part alone; and the rows that this leaves, by hand. The hand has everything made beforehand
/// (identifiers, encoded events and contents, salts, hashes, the words of its texts): it takes the lock, asks for the last number and the last
/// commit, writes the rows with prepared statements and commits.
pub fn compare(folder: &Path, judgements: &mut Judgements) {
    let place = tempfile::tempdir_in(folder).expect("a folder");
    let now = office::now(0);
    let draft = |round: usize| office::draft(round, now.date_naive());

    let folders = ["desk", "store", "hand"].map(|name| place.path().join(name));
    let mut desk = office::new(&folders[0], now);
    desk.request_register(&RequestInput { draft: draft(0), files: None }).expect("registered");
    drop(desk);
    let model = model(&folders[0]);
    let mut desk = office::opened(&folders[0], now);
    drop(office::new(&folders[1], now));
    let mut store = unlock(&folders[1]);
    fs::create_dir(&folders[2]).expect("a folder");
    let mut hand = Hand::new(&folders[2].join(DATABASE), &model);

    let [by_desk, by_store, by_hand] = in_turns(
        ROUNDS,
        [
            &mut |round| {
                let input = RequestInput { draft: draft(round + 1), files: None };
                time(|| desk.request_register(&input).expect("registered"))
            },
            &mut |_| {
                let commit = model.commit();
                time(|| store.commit(&commit).expect("registered"))
            },
            &mut |_| time(|| hand.register()),
        ],
    );
    judgements.about(&format!("Registering a request of two cases (medians of {ROUNDS} in turns)"));
    judgements.tell("the same rows with SQL by hand", by_hand);
    judgements.tell("the store's part: encoding, keyed hashes, chains, rows", by_store);
    judgements.tell("from the draft to the answer", by_desk);
    judgements.ratio("the store's part over SQL by hand", by_store, by_hand, 1.3);
    judgements.ratio("from the draft to the answer over SQL by hand", by_desk, by_hand, 1.3);
    drop((desk, store));
    hand.check_against(&folders[1]);
}

fn unlock(folder: &Path) -> SqliteStore {
    let locked = LockedStore::open(folder, &SystemFileSystems).expect("a store");
    locked.unlock(office::USER, &Passphrase::new(office::PASSPHRASE), Box::new(SystemRandomness)).expect("unlocked")
}

/// A registered request, as it lies in the store.
pub struct Model {
    stored: Stored,
    rows: Vec<CaseRow>,
}

/// The request of a store that has one.
pub fn model(folder: &Path) -> Model {
    let number = "2026/00001".parse().expect("a number");
    let stored = unlock(folder).load(number).expect("read").expect("a request");
    let state = Request::replay(&stored.log).expect("a registration");
    let person = stored.contents.values().find_map(|content| match content {
        Content::Person(person) => Some(&**person),
        Content::Representative(_) | Content::Attachments(_) | Content::Text(_) | Content::File(_) => None,
    });
    let rows = projection::rows(&state, person);
    Model { stored, rows }
}

impl Model {
    fn commit(&self) -> Commit {
        Commit {
            target: Target::NewRequest { year: YEAR },
            at: self.stored.log[0].at,
            actor: office::USER.to_owned(),
            events: self.stored.log.iter().map(|recorded| recorded.event.clone()).collect(),
            contents: self.stored.contents.iter().map(|(id, content)| (*id, content.clone())).collect(),
            rows: self.rows.clone(),
            draft: None,
        }
    }
}

/// Whoever writes the rows by hand.
pub struct Hand {
    connection: Connection,
    at: i64,
    /// Identifier, kind and bytes.
    contents: Vec<([u8; 16], &'static str, Vec<u8>)>,
    /// Kind and body.
    events: Vec<(&'static str, Vec<u8>)>,
    /// What is searched: the place of the event, the content, the case, names and stems.
    texts: Vec<(i64, [u8; 16], Option<i64>, String, String)>,
    cases: Vec<Vec<Value>>,
    insert_case: String,
}

const ANY_HASH: [u8; 32] = [7; 32];
const FIRST_KEY: i64 = YEAR as i64 * 1_000_000_000;

/// What stands for the keyed hash of a person's number: the same length, and another for each.
fn mark(request: i64) -> [u8; 32] {
    let mut mark = ANY_HASH;
    mark[..8].copy_from_slice(&request.wrapping_mul(0x9E37_79B9_7F4A_7C15_u64.cast_signed()).to_be_bytes());
    mark
}

impl Hand {
    /// A database beside a request whose rows are written again and again.
    pub fn new(path: &Path, model: &Model) -> Self {
        let connection = office::bare_database(path);
        let migrations = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/sqlite");
        let mut files: Vec<_> =
            fs::read_dir(migrations).expect("the migrations").map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        for file in files {
            connection.execute_batch(&fs::read_to_string(file).expect("a migration")).expect("the schema");
        }
        let contents: Vec<_> = model
            .stored
            .contents
            .iter()
            .map(|(id, content)| (*id.0.as_bytes(), content.kind(), encode_content(content)))
            .collect();
        let hashes: BTreeMap<_, _> =
            model.stored.contents.keys().map(|id| (*id, Digest::from_bytes(ANY_HASH))).collect();
        let events = model
            .stored
            .log
            .iter()
            .map(|recorded| (recorded.event.kind(), encode_event(&recorded.event, &hashes)))
            .collect();
        let searched = (1_i64..)
            .zip(&model.stored.log)
            .flat_map(|(place, recorded)| Searched::of(&recorded.event).into_iter().map(move |text| (place, text)));
        let texts = searched.filter_map(|(place, searched)| {
            let words = match model.stored.contents.get(&searched.content)? {
                Content::Text(text) => Words::of(text),
                Content::Person(_) | Content::Representative(_) | Content::Attachments(_) | Content::File(_) => {
                    return None;
                }
            };
            let case = searched.case.map(|case| case.index() as i64);
            let names = words.names().collect::<Vec<_>>().join(" ");
            let stems = words.stems().collect::<Vec<_>>().join(" ");
            Some((place, *searched.content.0.as_bytes(), case, names, stems))
        });
        let texts = texts.collect();
        let (names, _): (Vec<_>, Vec<_>) = columns(&model.rows[0]).into_iter().unzip();
        let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
        let insert_case = format!("INSERT INTO case_row ({}) VALUES ({})", names.join(", "), places.join(", "));
        let cases = model.rows.iter().map(|row| columns(row).into_iter().map(|(_, value)| value).collect()).collect();
        Self { connection, at: model.stored.log[0].at.timestamp_micros(), contents, events, texts, cases, insert_case }
    }

    fn register(&mut self) {
        self.register_many(1);
    }

    /// Writes so many in one transaction.
    pub fn register_many(&mut self, count: usize) {
        self.write(count).expect("written");
    }

    fn write(&mut self, count: usize) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for _ in 0..count {
            Self::write_one(&transaction, (self.at, &self.contents, &self.events, &self.texts), (&mut self.cases, &self.insert_case))?;
        }
        transaction.commit()
    }

    #[allow(clippy::type_complexity, reason = "the parts of the hand, of which one is borrowed by the transaction")]
    fn write_one(
        transaction: &Transaction<'_>,
        (at, contents, events, texts): (
            i64,
            &[([u8; 16], &'static str, Vec<u8>)],
            &[(&'static str, Vec<u8>)],
            &[(i64, [u8; 16], Option<i64>, String, String)],
        ),
        (rows, insert_case): (&mut [Vec<Value>], &str),
    ) -> rusqlite::Result<()> {
        let (version, cases) = (events.len() as i64, rows.len() as i64);
        let last: i64 = transaction
            .prepare_cached(
                "SELECT ifnull((SELECT request FROM event WHERE request > ?1 ORDER BY request DESC LIMIT 1), ?1)",
            )?
            .query_row([FIRST_KEY], |row| row.get(0))?;
        let request = last + 1;
        let mut insert_content = transaction.prepare_cached(
            "INSERT INTO content (request, id, kind, sealed_for, salt, bytes, mark) \
             VALUES (?1, ?2, ?3, 'store', ?4, ?5, ?6)",
        )?;
        for (id, kind, bytes) in contents {
            let mark = (*kind == "person").then(|| mark(request));
            insert_content.execute(params![request, id, kind, ANY_HASH, bytes, mark])?;
        }
        let mut insert_event = transaction.prepare_cached(
            "INSERT INTO event (request, seq, at, actor, kind, body, prev_hash, hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        )?;
        for (seq, (kind, body)) in (1_i64..).zip(events) {
            insert_event.execute(params![request, seq, at, office::USER, kind, body, ANY_HASH])?;
        }
        let mut insert_text =
            transaction.prepare_cached("INSERT INTO search_row (id, content, of_letter) VALUES (?1, ?2, ?3)")?;
        let mut index_text =
            transaction.prepare_cached("INSERT INTO search_index (rowid, names, stems) VALUES (?1, ?2, ?3)")?;
        for (place, content, case, names, stems) in texts {
            let id = (request << 20) + place;
            insert_text.execute(params![id, content, case])?;
            index_text.execute(params![id, names, stems])?;
        }
        let (position, _): (i64, [u8; 32]) = transaction
            .prepare_cached(
                "SELECT position, hash FROM commit_chain UNION ALL SELECT 0, zeroblob(32) ORDER BY position DESC LIMIT 1",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        transaction
            .prepare_cached(
                "INSERT INTO commit_chain (position, request, version, head, at, prev_hash, hash) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?4, ?4)",
            )?
            .execute(params![position + 1, request, version, ANY_HASH, at])?;
        transaction
            .prepare_cached("INSERT INTO request_row (request, version, cases, protected) VALUES (?1, ?2, ?3, 0)")?
            .execute(params![request, version, cases])?;
        let mut insert_row = transaction.prepare_cached(insert_case)?;
        for case in rows.iter_mut() {
            case[0] = Value::from(request);
            insert_row.execute(params_from_iter(case.iter()))?;
        }
        transaction
            .prepare_cached(
                "UPDATE figures SET requests = requests + 1, cases = cases + ?1, open_cases = open_cases + ?1, \
                 open_section_25 = open_section_25 + 1, section_25_without_basis = section_25_without_basis + 1",
            )?
            .execute([cases])?;
        Ok(())
    }

    /// The databases must be equally large for each request, or the two no longer do the same.
    fn check_against(self, store: &Path) {
        let requests: f64 =
            self.connection.query_row("SELECT count(*) FROM request_row", [], |row| row.get(0)).expect("a count");
        let hand = self.connection.path().expect("a file").to_owned();
        drop(self);
        let pages = |path: &Path| fs::metadata(path).expect("a database").len() as f64 / 4096.0 / requests;
        let (by_store, by_hand) = (pages(&store.join(DATABASE)), pages(Path::new(&hand)));
        println!("  (a registration leaves {by_store:.2} pages, by hand {by_hand:.2})");
        assert!((by_store - by_hand).abs() < ALIKE, "they no longer write the same rows");
    }
}
