//! What the index of words costs whoever registers, at worst, and what a search costs. The pages of a registration are
//! counted in a test; here is the time, in one run: the slowest of a hundred beside the one in the middle.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

// By these names the sample finds the core, in the tests of which it lies.
use personvernsak::{adapter, casework, law, usecase, wording};

use adapter::store::{self, NewStore, Passphrase, SqliteStore};
use adapter::system::SystemRandomness;
use casework::access::{Role, User};
use casework::request::Content;
use casework::search::Query;
use usecase::ports::{FileSystem, FileSystems, Store, WorkListQuery};

#[path = "../src/adapter/store/tests/sample.rs"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
mod sample;

use sample::Sample;

const REGISTRATIONS: u128 = 2_500;
/// How many words a text has, and from how many they are taken.
const WORDS: (u128, u128) = (60, 5_000);

struct Disk;

impl FileSystems for Disk {
    fn kind(&self, _: &Path) -> io::Result<FileSystem> {
        Ok(FileSystem::Local)
    }
}

fn main() {
    // Asked only whether it builds and runs (cargo test --benches), it does little.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { REGISTRATIONS } else { 3 };
    // Nobody ever waits for this office: every piece is left lying. Then one where somebody is idle now and then.
    for (name, idle) in [("nothing merged", u128::MAX), ("merged when idle, after every 50", 50)] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = create(&folder.path().join("lager"));
        let mut times = Vec::new();
        for round in 1..=rounds {
            let mut commit = Sample::new(round).commit();
            for (_, content) in &mut commit.contents {
                if let Content::Text(text) = content {
                    *text = words(round);
                }
            }
            times.push(time(|| {
                store.commit(&commit).expect("registered");
            }));
            if round % idle == 0 {
                while store.tidy().expect("in order") {}
            }
        }
        times.sort_unstable();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        let (median, slow, worst) = (at(0.5), at(0.99), at(1.0));
        let ratio = slow.as_secs_f64() / median.as_secs_f64();
        println!(
            "{name}: registering {median:?} median, {slow:?} p99 ({ratio:.1} times), {worst:?} worst, of {rounds}"
        );
        for (kind, text) in
            [("a common word", "krav"), ("a word of one in eighty", "ord77x"), ("two words", "krav ord77x")]
        {
            let query = Query::parse(text).expect("a search");
            let within = WorkListQuery { limit: 50, ..WorkListQuery::default() };
            let mut times: Vec<Duration> = (0..51)
                .map(|_| {
                    time(|| {
                        store.search(&query, &within).expect("searched");
                    })
                })
                .collect();
            times.sort_unstable();
            println!("  newest 50 of {kind}: {:?}", times[25]);
        }
    }
}

fn create(folder: &Path) -> SqliteStore {
    let new = NewStore {
        folder,
        test: true,
        organisation: "helsedirektoratet",
        user: &User { name: "Kari Myhre".to_owned(), role: Role::Administrator, cleared: true },
        passphrase: &Passphrase::new("blåbær på tur"),
        now: sample::at(0),
    };
    store::create(&new, &Disk, Box::new(SystemRandomness)).expect("a store")
}

/// A text with one word that all have, and others that come again in every run.
fn words(seed: u128) -> String {
    let (count, kinds) = WORDS;
    let mut state = seed;
    let words = (0..count).map(|_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) % (1 << 64);
        format!("ord{}x", (state >> 33) % kinds)
    });
    std::iter::once("Krav".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
