//! A write-ahead log that was cut or damaged, as after a power cut on a disk that keeps no promises: whole commits stay,
//! no half ones, and what is gone from the end can be told by a head that was kept elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use personvernsak::api::desk::{Desk, RequestInput};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use serde_json::json;
use tempfile::TempDir;

const PASSPHRASE: &str = "blåbær på tur";
/// What a write-ahead log and each of its frames begin with (sqlite.org/fileformat2.html, section 4.1).
const LOG_HEADER: usize = 32;
const FRAME: usize = 24 + 4096;

/// The files of a store as they lie on the disk after some commits, none of them moved into the database yet.
struct Crashed {
    folder: TempDir,
    log: Vec<u8>,
    /// The length of the log and the head of the chain after each commit, the empty store first.
    commits: Vec<(usize, String)>,
}

fn desk(folder: &Path) -> Desk {
    let now = "2026-02-03T08:00:00Z".parse().expect("an instant");
    Desk::new(folder.to_owned(), Settings { now: Some(now), ..Settings::default() })
}

fn crashed(requests: usize) -> Crashed {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("lager");
    let mut desk = desk(&store);
    let new = StoreCreate {
        store: store.clone(),
        organisation: "helsedirektoratet".to_owned(),
        name: "Kari Myhre".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("made");
    let length = || fs::metadata(store.join("store.db-wal")).map_or(0, |file| file.len()) as usize;
    let head = |desk: &mut Desk| desk.store_verify(None).expect("verified").head;
    let mut heads = vec![(length(), String::new())];
    for place in 1..=requests {
        let draft = json!({
            "received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": "Odd Kvalheim"},
            "text": format!("Henvendelse {place}. {}", "Jeg ber om innsyn. ".repeat(30)),
            "demands": [{"register": "kpr", "right": "innsyn"}, {"register": "npr", "right": "innsyn"}],
        });
        let draft = serde_json::from_value(draft).expect("a draft");
        let registered = desk.request_register(&RequestInput { draft, files: None }).expect("registered");
        assert_eq!(registered.request, format!("2026/{place:05}"));
        heads.push((length(), String::new()));
    }
    let kept = tempfile::tempdir().expect("a folder");
    for name in ["store.db", "keys.toml"] {
        fs::copy(store.join(name), kept.path().join(name)).expect("copied");
    }
    let log = fs::read(store.join("store.db-wal")).expect("the log");
    assert_eq!(log.len(), heads.last().expect("a commit").0, "nothing was moved into the database");
    let mut crashed = Crashed { folder: kept, log, commits: heads };
    // The head after each commit is what a store says that was cut right there.
    for place in 0..crashed.commits.len() {
        let mut cut = crashed.cut(crashed.commits[place].0);
        crashed.commits[place].1 = head(&mut cut.desk);
    }
    crashed
}

/// A store whose log was cut, unlocked.
struct Cut {
    _folder: TempDir,
    desk: Desk,
}

impl Crashed {
    fn with_log(&self, log: &[u8]) -> Cut {
        let folder = tempfile::tempdir().expect("a folder");
        let store: PathBuf = folder.path().join("lager");
        fs::create_dir(&store).expect("a folder");
        for name in ["store.db", "keys.toml"] {
            fs::copy(self.folder.path().join(name), store.join(name)).expect("copied");
        }
        fs::write(store.join("store.db-wal"), log).expect("written");
        let mut desk = desk(&store);
        let unlock = StoreUnlock { store, user: None, passphrase: PASSPHRASE.to_owned() };
        desk.store_unlock(&unlock).expect("it opens");
        Cut { _folder: folder, desk }
    }

    fn cut(&self, length: usize) -> Cut {
        self.with_log(&self.log[..length])
    }

    /// How many commits are whole in so many bytes of the log.
    fn whole(&self, length: usize) -> usize {
        self.commits.iter().filter(|(end, _)| *end <= length).count() - 1
    }

    /// What was committed in the bytes before `length` is there and whole, and nothing of what came after.
    fn holds(&self, cut: &mut Cut, length: usize) {
        let whole = self.whole(length);
        let verified = cut.desk.store_verify(None).expect("verified");
        assert!(verified.ok, "{length}: {:?}", verified.problems);
        assert_eq!(verified.requests, whole as u64, "{length}");
        let status = cut.desk.store_status().expect("a status");
        assert_eq!((status.requests, status.cases), (whole as u64, 2 * whole as u64), "{length}");
    }
}

#[test]
fn a_log_cut_anywhere_keeps_whole_commits_and_no_half_ones() {
    let crashed = crashed(3);
    let frames = (crashed.log.len() - LOG_HEADER) / FRAME;
    assert_eq!(LOG_HEADER + frames * FRAME, crashed.log.len());
    let boundaries = (0..=frames).map(|frame| LOG_HEADER + frame * FRAME);
    let inside = (0..frames).map(|frame| LOG_HEADER + frame * FRAME + [1, 24, 2000][frame % 3]);
    for length in [0, 1, 31].into_iter().chain(boundaries).chain(inside) {
        let mut cut = crashed.cut(length);
        crashed.holds(&mut cut, length);
    }
}

/// A frame with a flipped bit ends the log there, as if it had been cut before it: its checksum says so, and that of every
/// frame after it.
#[test]
fn a_flipped_bit_in_the_log_ends_it_there() {
    let crashed = crashed(3);
    let frames = (crashed.log.len() - LOG_HEADER) / FRAME;
    let places = (0..frames).flat_map(|frame| [3, 20, 24 + 1000].map(|into| LOG_HEADER + frame * FRAME + into));
    for place in [0, 20].into_iter().chain(places.step_by(5)) {
        let mut log = crashed.log.clone();
        log[place] ^= 0x10;
        let mut cut = crashed.with_log(&log);
        crashed.holds(&mut cut, place);
    }
}

/// The record itself cannot tell that its end is gone: every chain fits, and the number that was printed last is given
/// again. A head that was kept elsewhere tells.
#[test]
fn what_is_gone_from_the_end_is_told_by_a_head_that_was_kept() {
    let crashed = crashed(3);
    let (lengths, heads): (Vec<usize>, Vec<&str>) =
        crashed.commits.iter().map(|(length, head)| (*length, head.as_str())).unzip();
    let mut cut = crashed.cut(lengths[3] - 1);
    assert!(cut.desk.store_verify(Some(heads[2])).expect("verified").ok, "what is left is known again");
    let told = cut.desk.store_verify(Some(heads[3])).expect("verified");
    let codes: Vec<&str> = told.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!((told.ok, codes), (false, vec!["head-not-found"]));
    let draft = json!({
        "received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": "Odd Kvalheim"},
        "text": "En ny henvendelse.", "demands": [{"register": "kpr", "right": "innsyn"}],
    });
    let draft = serde_json::from_value(draft).expect("a draft");
    assert_eq!(
        cut.desk.request_register(&RequestInput { draft, files: None }).expect("registered").request,
        "2026/00003"
    );
    assert!(!cut.desk.store_verify(Some(heads[3])).expect("verified").ok, "nor does going on hide it");
}
