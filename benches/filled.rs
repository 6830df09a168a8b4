//! Stores with many cases, made once and kept among what is built.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use personvernsak::adapter::store::{self, FORMAT, LockedStore, NewStore, Passphrase, SqliteStore};
use personvernsak::adapter::system::SystemRandomness;
use personvernsak::casework::access::{Role, User};
use personvernsak::usecase::ports::{FileSystem, FileSystems, Store};

#[path = "../src/adapter/store/tests/sample.rs"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
pub mod sample;

use sample::Sample;

const USER: &str = "Kari Myhre";
const PASSPHRASE: &str = "blåbær på tur";

struct Disk;

impl FileSystems for Disk {
    fn kind(&self, _: &Path) -> io::Result<FileSystem> {
        Ok(FileSystem::Local)
    }
}

/// The store with so many cases, made if it is not there yet.
pub fn store(cases: u32) -> SqliteStore {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("finding");
    let path = folder.join(format!("format-{FORMAT}-cases-{cases}"));
    if !path.exists() {
        let unfinished = folder.join(format!("unfinished-{cases}"));
        let _ = std::fs::remove_dir_all(&unfinished);
        std::fs::create_dir_all(&folder).expect("a folder");
        let begun = Instant::now();
        make(&unfinished, cases);
        let took = begun.elapsed();
        println!("made {cases} cases in {took:?}, {:.0} a second", f64::from(cases) / took.as_secs_f64());
        std::fs::rename(&unfinished, &path).expect("renamed");
    }
    let locked = LockedStore::open(&path, &Disk).expect("a store");
    locked.unlock(USER, &Passphrase::new(PASSPHRASE), Box::new(SystemRandomness)).expect("unlocked")
}

fn make(path: &Path, cases: u32) {
    let new = NewStore {
        folder: path,
        test: true,
        organisation: "helsedirektoratet",
        user: &User { name: USER.to_owned(), role: Role::Administrator, cleared: true },
        passphrase: &Passphrase::new(PASSPHRASE),
        now: sample::at(0),
    };
    let mut store = store::create(&new, &Disk, Box::new(SystemRandomness)).expect("a store");
    let template = Sample::new(1);
    store.fill(cases, &template.commit().rows[0], &template.person()).expect("filled");
    // Those that are looked for by their numbers are registered as anybody is, since their logs are read.
    for seed in 1..=20 {
        store.commit(&Sample { year: 2027, ..Sample::new(9_000_000_000 + seed) }.commit()).expect("registered");
    }
    while store.tidy().expect("in order") {}
}
