//! Stores with many requests of made-up persons, registered through the real desk.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, Utc};
use personvernsak::adapter::store::{FORMAT, LockedStore, Passphrase};
use personvernsak::adapter::system::{SystemFileSystems, SystemRandomness};
use personvernsak::api::desk::{CaseAssign, CaseSuspend, Desk, RequestInput};
use personvernsak::api::draft::{AddressDraft, DemandDraft, PersonDraft, RequestDraft};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::casework::request::Content;
use personvernsak::law::identity::IdentityNumber;
use personvernsak::usecase::ports::{Store as _, WorkListQuery};
use rusqlite::Connection;

/// The user of every store here.
pub const USER: &str = "Kari Myhre";
/// The user's passphrase: the stores are test stores.
pub const PASSPHRASE: &str = "bare til prøve";

/// How many requests are registered on one day.
const A_DAY: usize = 150;

/// The instant at which the first request is registered.
fn beginning() -> DateTime<Utc> {
    "2026-01-05T09:00:00Z".parse().expect("an instant")
}

/// The instant that counts as now in a store of so many requests: the day of the last one.
pub fn now(requests: usize) -> DateTime<Utc> {
    beginning() + Days::new((requests / A_DAY) as u64)
}

/// A desk with an empty test store in the folder.
pub fn new(store: &Path, now: DateTime<Utc>) -> Desk {
    let mut desk = Desk::new(store.to_path_buf(), Settings { now: Some(now), ..Settings::default() });
    let new = StoreCreate {
        store: store.to_path_buf(),
        organisation: "helsedirektoratet".to_owned(),
        name: USER.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    desk
}

/// A desk with the store in the folder, unlocked.
pub fn opened(store: &Path, now: DateTime<Utc>) -> Desk {
    let mut desk = Desk::new(store.to_path_buf(), Settings { now: Some(now), ..Settings::default() });
    desk.store_unlock(&unlock(store, PASSPHRASE)).expect("unlocked");
    desk
}

/// What the user types to unlock a store.
pub fn unlock(store: &Path, passphrase: &str) -> StoreUnlock {
    StoreUnlock { store: store.to_path_buf(), user: Some(USER.to_owned()), passphrase: passphrase.to_owned() }
}

/// The folder of a store of so many cases, two to a request. It is made when it is not there yet, which takes minutes
/// for a large one; every third request is assigned, and every twentieth waits for an answer.
pub fn filled(folder: &Path, cases: usize) -> PathBuf {
    let store = folder.join(format!("format-{FORMAT}-cases-{cases}"));
    if store.exists() {
        return store;
    }
    eprintln!("Making a store of {cases} cases in {} …", store.display());
    // Under another name until it is whole, so that a run that was broken off leaves nothing that looks finished.
    let unfinished = folder.join(format!("unfinished-{cases}"));
    let _ = fs::remove_dir_all(&unfinished);
    let requests = cases / 2;
    let mut desk = new(&unfinished, beginning());
    for place in 0..requests {
        let today = beginning() + Days::new((place / A_DAY) as u64);
        desk.travel_to(today).expect("a test store");
        register(&mut desk, place, today.date_naive());
    }
    drop(desk);
    fs::rename(&unfinished, &store).expect("renamed");
    store
}

/// A test store with so many cases that no desk has the time to register: all but the first are filled in. Made unless it is there
/// already.
pub fn crowded(folder: &Path, cases: u32) -> PathBuf {
    let path = folder.join(format!("format-{FORMAT}-filled-{cases}"));
    if path.exists() {
        return path;
    }
    eprintln!("Making a store of {cases} cases in {} …", path.display());
    let unfinished = folder.join(format!("unfinished-filled-{cases}"));
    let _ = fs::remove_dir_all(&unfinished);
    let first = filled(folder, 2);
    copy_store(&first, &unfinished);
    let locked = LockedStore::open(&unfinished, &SystemFileSystems).expect("a store");
    let mut store =
        locked.unlock(USER, &Passphrase::new(PASSPHRASE), Box::new(SystemRandomness)).expect("unlocked");
    let all = WorkListQuery { today: beginning().date_naive(), limit: 1, ..WorkListQuery::default() };
    let (case, template) = store.work_list(&all).expect("a page").rows.remove(0);
    let stored = store.load(case.request).expect("read").expect("a request");
    let person = stored.contents.values().find_map(Content::person).expect("a person");
    store.fill(cases, &template, person).expect("filled");
    drop(store);
    fs::rename(&unfinished, &path).expect("renamed");
    path
}

fn copy_store(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("a store") {
        let file = file.expect("a file").path();
        fs::copy(&file, to.join(file.file_name().expect("a name"))).expect("copied");
    }
}

fn register(desk: &mut Desk, place: usize, today: NaiveDate) {
    let received_on = today - Days::new((place % 29) as u64);
    let registered = desk.request_register(&RequestInput { draft: draft(place, received_on), files: None }).expect("registered");
    for case in registered.cases {
        if place % 3 == 0 {
            let assign = CaseAssign { case: case.case.clone(), to: USER.to_owned(), if_version: None };
            desk.case_assign(&assign).expect("assigned");
        }
        if place % 20 == 0 {
            let suspend = CaseSuspend {
                case: case.case,
                ground: "presisering".to_owned(),
                on: today.to_string(),
                reply_by: (today + Days::new(14)).to_string(),
                if_version: None,
            };
            desk.case_suspend(&suspend).expect("suspended");
        }
    }
}

/// A request for access and for erasure by a made-up person; `place` tells one from another.
pub fn draft(place: usize, received_on: NaiveDate) -> RequestDraft {
    const FIRST: [&str; 8] = ["Odd", "Maren", "Torgeir", "Aud", "Sunniva", "Leif", "Ragnhild", "Eivind"];
    const LAST: [&str; 8] = ["Kvalheim", "Holmbakk", "Fossmark", "Lid", "Bakketun", "Sandvoll", "Myrseth", "Nordbø"];
    let name = format!("{} {}", FIRST[place % FIRST.len()], LAST[place / FIRST.len() % LAST.len()]);
    let demand = |right: &str, grounds: Option<&str>| DemandDraft {
        register: Some("kpr".to_owned()),
        right: Some(right.to_owned()),
        grounds: grounds.map(str::to_owned),
        facts: None,
    };
    RequestDraft {
        received_on: Some(received_on.to_string()),
        channel: Some("brev".to_owned()),
        language: Some("nn".to_owned()),
        person: Some(PersonDraft {
            name: Some(name),
            identity_number: Some(identity_number(place)),
            address: Some(AddressDraft {
                lines: Some(vec![format!("Strandgata {}", place % 90 + 1), "6700 Måløy".to_owned()]),
                country: Some("NO".to_owned()),
            }),
            ..PersonDraft::default()
        }),
        text: Some("Eg ber om innsyn i opplysningane mine, og om at de slettar dei.".to_owned()),
        demands: Some(vec![demand("innsyn", None), demand("sletting", Some("Det er tungt at dette ligg lagra."))]),
        ..RequestDraft::default()
    }
}

/// A synthetic identity number: 80 is added to the month, as no living person has it.
fn identity_number(place: usize) -> String {
    let (day, month, year) = (place % 28 + 1, place / 28 % 12 + 81, place / 336 % 60 + 30);
    // Some serial numbers have no control digits; then the next one is taken.
    (100 + place / 20_160..500)
        .flat_map(|serial| (0..100).map(move |control| format!("{day:02}{month}{year}{serial}{control:02}")))
        .find(|digits| IdentityNumber::parse(digits).is_ok())
        .expect("some number has control digits")
}

/// A database with the same encryption and the same settings as a store's, and nothing in it.
pub fn bare_database(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("a database");
    connection
        .execute_batch(
            "PRAGMA key = \"x'0101010101010101010101010101010101010101010101010101010101010101'\";
             PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON;
             PRAGMA cache_size = -65536;",
        )
        .expect("the settings");
    connection.set_prepared_statement_cache_capacity(64);
    connection
}
