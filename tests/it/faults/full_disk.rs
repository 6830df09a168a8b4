//! A disk that fills at every point of a write: what failed left nothing behind, and goes well once there is room.
//!
//! Each test runs again in a process of its own that has a small disk of its own (a tmpfs in a namespace of mounts, which
//! is gone when the process is), so that no other test and no other program can fill it or be hurt by it.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::cli_case::office::{Answer, Office, each};

/// The size of a block of the disk, which is a page of memory.
const BLOCK: u64 = 4096;
/// The disk has room for a store, its log and a letter, and not for much more.
const BLOCKS: u64 = 4096;
/// No write of these takes more.
const MOST: u64 = 600;
const NOW: &str = "2026-02-03T09:00:00+01:00";

/// Runs the test of this name, which must be an ignored one, in a process with a small disk of its own as its place for
/// temporary files. Tells the reason where this machine permits no such thing.
#[track_caller]
fn on_a_small_disk(test: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let begin = |namespaces: &[&str], script: &str| {
        let mut command = Command::new("unshare");
        command.args(namespaces).args(["sh", "-c", script]).arg(folder.path());
        command
    };
    let mount = format!("mount -t tmpfs -o size={} tmpfs \"$0\"", BLOCKS * BLOCK);
    // Root needs no namespace of users, and in some containers gets none; everybody else needs one.
    let ways: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let works = |way: &&&[&str]| begin(way, &mount).output().is_ok_and(|done| done.status.success());
    let Some(way) = ways.iter().find(works) else {
        eprintln!("{test} is skipped: this machine lets neither root nor a namespace of users mount a small disk");
        return;
    };
    let done = begin(way, &format!("{mount} && TMPDIR=\"$0\" exec \"$@\""))
        .arg(std::env::current_exe().expect("this test binary"))
        .args(["--exact", &format!("faults::full_disk::{test}"), "--ignored", "--nocapture"])
        .output()
        .expect("run");
    let told = String::from_utf8_lossy(&done.stdout);
    print!("{told}");
    assert!(done.status.success(), "{told}{}", String::from_utf8_lossy(&done.stderr));
    assert!(told.contains("1 passed"), "the test of the name {test} was run: {told}");
}

/// A disk that can be filled until just so many blocks are free.
struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// The disk under an office, which must be a small one: a real one is never filled.
    fn under(office: &Office) -> Self {
        let folder = office.path("");
        let disk = rustix::fs::statvfs(&folder).expect("a disk");
        assert_eq!((disk.f_bsize, disk.f_blocks), (BLOCK, BLOCKS), "the small disk of this test");
        Self { folder }
    }

    fn ballast(&self) -> PathBuf {
        self.folder.join("ballast")
    }

    /// Leaves so many blocks free.
    fn leave(&self, blocks: u64) {
        self.empty();
        let free = rustix::fs::statvfs(&self.folder).expect("a disk").f_bfree;
        let length = usize::try_from((free - blocks) * BLOCK).expect("a length");
        let mut ballast = File::create(self.ballast()).expect("a file");
        ballast.write_all(&vec![7; length]).expect("room");
        assert_eq!(rustix::fs::statvfs(&self.folder).expect("a disk").f_bfree, blocks);
    }

    fn empty(&self) {
        // It is not there the first time.
        let _ = fs::remove_file(self.ballast());
    }
}

/// What an office holds that no failure may change.
#[derive(Debug, PartialEq)]
struct Held {
    requests: serde_json::Value,
    events: serde_json::Value,
    head: serde_json::Value,
    keys: Vec<u8>,
}

impl Held {
    fn by(office: &Office) -> Self {
        let verified = office.done(&["store", "verify"]);
        assert_eq!(verified["ok"], true, "{verified}");
        let keys = fs::read(office.path("lager/keys.toml")).expect("the keys");
        Self {
            requests: verified["requests"].clone(),
            events: verified["events"].clone(),
            head: verified["head"].clone(),
            keys,
        }
    }
}

/// Runs a command with ever more room until it goes well. Every time before, it must fail in words, with nothing on
/// standard output, and leave everything as it was; `unharmed` looks at what else the command could have hurt.
fn until_it_goes_well(office: &Office, command: &[&str], unharmed: impl Fn()) -> Answer {
    let disk = Disk::under(office);
    let arguments = [command, &["--json"]].concat();
    let before = Held::by(office);
    for blocks in 0..MOST {
        disk.leave(blocks);
        let answer = office.run(&arguments);
        disk.empty();
        if answer.code == 0 {
            println!("{}: {blocks} blocks were enough", command[..2].join(" "));
            assert!(blocks > 0, "a full disk was no hindrance: the test fills the wrong one");
            return answer;
        }
        full(office, &answer, blocks);
        assert_eq!(Held::by(office), before, "{blocks} blocks");
        unharmed();
    }
    panic!("{MOST} blocks were not enough");
}

#[track_caller]
fn full(office: &Office, answer: &Answer, blocks: u64) {
    let error = office.check_failure(answer, 6, &format!("{blocks} blocks"));
    assert_eq!(error["code"], "disk-full", "{blocks} blocks: {error}");
    let message = error["message"].as_str().expect("a text");
    assert!(message.contains("full") && message.contains("Frigjør plass"), "{message}");
}

/// The files in a folder, so that nothing half is left lying there.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// An office that has registered one request.
fn office() -> Office {
    let office = Office::at(NOW);
    office.write("henvendelse.json", &request().to_string());
    let registered = office.done(&["request", "register", &office.argument("henvendelse.json")]);
    assert_eq!(registered["request"], "2026/00001");
    office
}

fn request() -> serde_json::Value {
    json!({
        "received_on": "2026-01-31", "channel": "brev", "language": "nb",
        "person": {"name": "Odd Kvalheim", "address": {"lines": ["Strandgata 7", "6700 Måløy"], "country": "NO"}},
        "text": "Jeg ber om innsyn i alt dere har om meg. ".repeat(40),
        "demands": [{"register": "kpr", "right": "innsyn"}],
    })
}

#[test]
fn registering() {
    on_a_small_disk("registering_on_a_small_disk");
}

#[test]
#[ignore = "run by registering, with a small disk of its own"]
fn registering_on_a_small_disk() {
    let office = office();
    let file = office.argument("henvendelse.json");
    let answer = until_it_goes_well(&office, &["request", "register", &file], || {});
    assert!(answer.out.contains("\"2026/00002\""), "the number was not used before: {}", answer.out);
    office.is_whole();
}

#[test]
fn pausing() {
    on_a_small_disk("pausing_on_a_small_disk");
}

#[test]
#[ignore = "run by pausing, with a small disk of its own"]
fn pausing_on_a_small_disk() {
    let office = office();
    let command = [
        "case",
        "suspend",
        "2026/00001-a",
        "--ground",
        "presisering",
        "--on",
        "2026-02-03",
        "--reply-by",
        "2026-02-24",
    ];
    until_it_goes_well(&office, &command, || {
        assert_eq!(office.show("2026/00001-a")["state"], "open");
    });
    assert_eq!(office.show("2026/00001-a")["state"], "suspended");
    office.is_whole();
}

#[test]
fn opening_a_case() {
    on_a_small_disk("opening_a_case_on_a_small_disk");
}

#[test]
#[ignore = "run by opening_a_case, with a small disk of its own"]
fn opening_a_case_on_a_small_disk() {
    let office = office();
    // What could not be entered in the log of readings was not shown, and what was shown is entered.
    let readings = || office.done(&["store", "verify"])["readings"].clone();
    until_it_goes_well(&office, &["case", "show", "2026/00001-a"], || assert_eq!(readings(), json!(0)));
    assert_eq!(readings(), json!(1));
    office.is_whole();
}

#[test]
fn issuing_a_letter() {
    on_a_small_disk("issuing_a_letter_on_a_small_disk");
}

#[test]
#[ignore = "run by issuing_a_letter, with a small disk of its own"]
fn issuing_a_letter_on_a_small_disk() {
    let office = office();
    let draft = office.done(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]);
    let draft = draft["draft"].as_str().expect("a draft").to_owned();
    let file = office.write("brev.pdf", "et eldre brev");
    let folder = office.path("");
    let before = names(&folder);
    until_it_goes_well(&office, &["letter", "issue", "--draft", &draft, "-o", &file], || {
        assert_eq!(fs::read_to_string(&file).expect("the older letter"), "et eldre brev");
        assert_eq!(names(&folder), before);
        assert_eq!(office.show("2026/00001-a")["letters"], json!([]));
    });
    assert!(fs::read(&file).expect("the letter").starts_with(b"%PDF-"));
    let letters = office.show("2026/00001-a")["letters"].clone();
    assert_eq!((letters.as_array().map(Vec::len), &letters[0]["letter"]), (Some(1), &json!("2026/00001-2")));
    office.is_whole();
}

#[test]
fn letting_somebody_in() {
    on_a_small_disk("letting_somebody_in_on_a_small_disk");
}

#[test]
#[ignore = "run by letting_somebody_in, with a small disk of its own"]
fn letting_somebody_in_on_a_small_disk() {
    let office = office();
    let file = office.write("passfrase-odd", "tyttebær på myra\n");
    let lager = office.path("lager");
    let command = ["user", "add", "Odd Vik", "--new-passphrase-file", &file];
    until_it_goes_well(&office, &command, || {
        let users = office.done(&["user", "list"]);
        assert_eq!(users["users"].as_array().map(Vec::len), Some(1), "{users}");
    });
    let users = office.done(&["user", "list", "--user", "Odd Vik", "--passphrase-file", &file]);
    assert_eq!(each(&users["users"], "name"), ["administrator", "Odd Vik"]);
    assert_eq!(names(&lager), ["keys.toml", "store.db"]);
}

#[test]
fn backing_up() {
    on_a_small_disk("backing_up_on_a_small_disk");
}

#[test]
#[ignore = "run by backing_up, with a small disk of its own"]
fn backing_up_on_a_small_disk() {
    let office = office();
    let copy = office.path("kopi");
    let tried = || office.done(&["store", "status"])["last_tested_restore_at"].clone();
    until_it_goes_well(&office, &["store", "backup", &office.argument("kopi")], || {
        assert!(!copy.exists(), "half a copy is left lying");
        assert_eq!(tried(), json!(null));
    });
    assert_eq!(names(&copy), ["keys.toml", "store.db"]);
    assert!(tried().is_string());
    office.is_whole();
}

#[test]
fn making_a_store() {
    on_a_small_disk("making_a_store_on_a_small_disk");
}

#[test]
#[ignore = "run by making_a_store, with a small disk of its own"]
fn making_a_store_on_a_small_disk() {
    let office = Office::without_store(NOW);
    let disk = Disk::under(&office);
    for blocks in 0..MOST {
        disk.leave(blocks);
        let answer = office.run(&["store", "init", "--test", "--json"]);
        disk.empty();
        if answer.code == 0 {
            println!("store init: {blocks} blocks were enough");
            assert!(blocks > 0);
            office.is_whole();
            assert_eq!(names(&office.path("lager")), ["keys.toml", "store.db"]);
            return;
        }
        full(&office, &answer, blocks);
        assert_eq!(names(&office.path("lager")), Vec::<String>::new(), "{blocks} blocks");
        office.refused(&["store", "status"], 4);
    }
    panic!("{MOST} blocks were not enough");
}
