//! What registering costs beside the least that a durable transaction can cost on the same disk, in the same run.

extern crate personvernsak;

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use personvernsak::adapter::store::{self, NewStore, Passphrase};
use personvernsak::adapter::system::SystemRandomness;
use personvernsak::casework::access::{Role, User};
use personvernsak::usecase::ports::{FileSystem, FileSystems, Store};

#[path = "../src/adapter/store/tests/sample.rs"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
mod sample;

use sample::Sample;

const ROUNDS: u128 = 400;

struct Disk;

impl FileSystems for Disk {
    fn kind(&self, _: &Path) -> io::Result<FileSystem> {
        Ok(FileSystem::Local)
    }
}

fn main() {
    // Asked only whether it builds and runs (cargo test --benches), it does little.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { ROUNDS } else { 3 };
    let folder = tempfile::tempdir().expect("a folder");
    let bare = bare(folder.path());
    let new = NewStore {
        folder: &folder.path().join("lager"),
        test: true,
        organisation: "helsedirektoratet",
        user: &User { name: "Kari Myhre".to_owned(), role: Role::Administrator, cleared: true },
        passphrase: &Passphrase::new("blåbær på tur"),
        now: sample::at(0),
    };
    let mut store = store::create(&new, &Disk, Box::new(SystemRandomness)).expect("a store");

    // Taken in turns, so that whatever else the machine does weighs on both.
    let (mut floor, mut registering) = (Vec::new(), Vec::new());
    for round in 1..=rounds {
        let commit = Sample::new(round).commit();
        registering.push(time(|| {
            store.commit(&commit).expect("registered");
        }));
        floor.push(time(|| {
            bare.execute("INSERT INTO thing (words) VALUES ('a few words')", []).expect("written");
        }));
    }
    let (floor, registering) = (median(floor), median(registering));
    println!("bare durable transaction  {floor:?} (median of {rounds})");
    println!("registering one request   {registering:?}");
    println!("ratio                     {:.1}", registering.as_secs_f64() / floor.as_secs_f64());
}

/// A database with the same settings and nothing else.
fn bare(folder: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(folder.join("bare.db")).expect("a database");
    connection
        .execute_batch(
            "PRAGMA key = \"x'0101010101010101010101010101010101010101010101010101010101010101'\";
             PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
             CREATE TABLE thing (words TEXT NOT NULL) STRICT;",
        )
        .expect("a table");
    connection
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
