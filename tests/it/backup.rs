//! Copies of a whole store: made, tried, taken back; and everything that can be in the way.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use personvernsak::api::Exit;
use personvernsak::api::desk::{Desk, StoreBackup};
use personvernsak::api::session::{Settings, StoreUnlock};
use personvernsak::usecase::ports::{FileSystem, FileSystems};
use serde_json::{Value, json};

use crate::cli_case::office::{Answer, Office, PASSPHRASE, keys};
use crate::cli_case::sample_02;

const CASE: &str = "2026/00001-a";

/// A command at another store than the office's.
fn at(office: &Office, store: &str, arguments: &[&str]) -> Answer {
    let mut command = office.bare();
    command.arg("--store").arg(office.path(store)).arg("--passphrase-file").arg(office.path("passfrase"));
    command.args(["--now", "2026-02-28T09:00:00+01:00", "--json"]).args(arguments);
    Answer::of(&command.output().expect("the program starts"))
}

fn done(office: &Office, store: &str, arguments: &[&str]) -> Value {
    let answer = at(office, store, arguments);
    assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
    serde_json::from_str(&answer.out).expect("one document")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_copy_is_tried_and_taken_back_with_everything_in_it() {
    let office = sample_02::office();
    assert_eq!(office.done(&["store", "status"])["last_tested_restore_at"], Value::Null);
    let verified = office.done(&["store", "verify"]);
    let made = office.done(&["store", "backup", &office.argument("kopi")]);
    assert_eq!(keys(&made), ["events", "folder", "head", "ok", "problems", "requests", "tested_at"]);
    assert_eq!((&made["ok"], &made["head"]), (&json!(true), &verified["head"]));
    assert_eq!(office.done(&["store", "status"])["last_tested_restore_at"], made["tested_at"]);
    assert_eq!(names(&office.path("kopi")), ["keys.toml", "store.db"]);
    let bytes = fs::read(office.path("kopi/store.db")).expect("the copy");
    assert!(!bytes.windows(12).any(|window| window == b"CREATE TABLE"), "the copy is encrypted");

    let before = office.show(CASE);
    let restored = done(&office, "hentet", &["store", "restore", &office.argument("kopi")]);
    assert_eq!(keys(&restored), ["events", "head", "ok", "problems", "requests", "store", "tested_at", "user"]);
    assert_eq!((&restored["ok"], &restored["head"]), (&json!(true), &verified["head"]));
    let shown = done(&office, "hentet", &["case", "show", CASE]);
    for field in ["case", "person", "text", "checks", "timeline", "letters", "due_on"] {
        assert_eq!(shown[field], before[field], "{field}");
    }
    let status = done(&office, "hentet", &["store", "status"]);
    assert_eq!(status["last_tested_restore_at"], restored["tested_at"]);
    assert_eq!(done(&office, "hentet", &["store", "verify"])["ok"], true);
    assert_eq!(names(&office.path("kopi")), ["keys.toml", "store.db"], "taking it back leaves the copy as it was");
}

/// What was sent can be sent again elsewhere: a letter's bytes are kept, and nothing of the machine is in them.
#[test]
fn a_letter_is_the_same_on_another_machine() {
    let office = sample_02::office();
    let sent = office.argument("sendt.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "acknowledgement", "-o", &sent]);
    office.done(&["store", "backup", &office.argument("kopi")]);
    done(&office, "hentet", &["store", "restore", &office.argument("kopi")]);
    let again = office.argument("igjen.pdf");
    done(&office, "hentet", &["letter", "reissue", "2026/00001-2", "-o", &again]);
    let (sent, again) = (fs::read(&sent).expect("a file"), fs::read(&again).expect("a file"));
    assert_eq!(sent, again);
    for of_here in [office.argument("").as_bytes(), b"/usr/", b"/tmp/"] {
        assert!(!sent.windows(of_here.len()).any(|window| window == of_here), "nothing of the machine is in it");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_a_copy() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = sample_02::office();
    office.done(&["store", "backup", &office.argument("kopi")]);
    for name in ["kopi", "kopi/store.db", "kopi/keys.toml"] {
        let mode = fs::metadata(office.path(name)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}

#[test]
fn a_store_is_never_written_over() {
    let office = sample_02::office();
    office.done(&["store", "backup", &office.argument("kopi")]);
    let before = fs::read(office.path("lager/store.db")).expect("the store");
    let refused = office.refused(&["store", "restore", &office.argument("kopi")], 3);
    assert_eq!(refused["code"], "store-not-empty");
    assert_eq!(fs::read(office.path("lager/store.db")).expect("the store"), before);
    office.is_whole();
}

#[test]
fn what_is_in_the_way_of_a_copy_is_told_and_nothing_is_left_there() {
    let office = sample_02::office();
    office.write("fil", "noe annet");
    fs::create_dir(office.path("full")).expect("a folder");
    office.write("full/brev.txt", "mitt");
    for (folder, exit, code, words) in [
        ("full", 3, "backup-not-empty", "ikke tom"),
        ("lager", 3, "backup-inside-store", "egen mappe"),
        ("lager/kopi", 3, "backup-inside-store", "egen mappe"),
        ("fil", 6, "backup-unreachable", "kan ikke nås"),
        ("fil/under", 6, "backup-unreachable", "koblet til"),
    ] {
        let refused = office.refused(&["store", "backup", &office.argument(folder)], exit);
        assert_eq!(refused["code"], code, "{folder}");
        assert!(refused["message"].as_str().expect("a text").contains(words), "{folder}: {refused}");
    }
    assert_eq!(names(&office.path("full")), ["brev.txt"]);
    assert_eq!(fs::read_to_string(office.path("fil")).expect("the file"), "noe annet");
    assert_eq!(office.done(&["store", "status"])["last_tested_restore_at"], Value::Null);
}

#[test]
fn a_copy_that_cannot_be_taken_back_says_why_and_leaves_no_store() {
    let office = sample_02::office();
    office.done(&["store", "backup", &office.argument("kopi")]);
    office.write("feil", "tyttebær på myra\n");
    let copy = |name: &str, harm: &dyn Fn(&Path)| {
        let folder = office.path(name);
        fs::create_dir(&folder).expect("a folder");
        for file in ["store.db", "keys.toml"] {
            fs::copy(office.path("kopi").join(file), folder.join(file)).expect("copied");
        }
        harm(&folder);
    };
    copy("uten-nokler", &|folder| fs::remove_file(folder.join("keys.toml")).expect("removed"));
    copy("kort", &|folder| cut(&folder.join("store.db"), 5000));
    copy("halv", &|folder| cut(&folder.join("store.db"), 4 * 4096));
    copy("uferdig", &|folder| fs::write(folder.join("store.unfinished"), "").expect("written"));
    copy("nyere", &|folder| {
        let keys = fs::read_to_string(folder.join("keys.toml")).expect("the keys");
        fs::write(folder.join("keys.toml"), keys.replacen("format = ", "format = 9", 1)).expect("written");
    });
    for (from, exit, code) in [
        ("finnes-ikke", 4, "no-backup"),
        ("uten-nokler", 4, "no-backup"),
        ("uferdig", 4, "no-backup"),
        ("kort", 6, "backup-damaged"),
        ("halv", 6, "store-damaged"),
        ("nyere", 6, "store-newer"),
    ] {
        let answer = at(&office, "hentet", &["store", "restore", &office.argument(from)]);
        assert_eq!(office.check_failure(&answer, exit, from)["code"], code, "{from}");
        let left = fs::read_dir(office.path("hentet")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{from} leaves files");
    }
    let mut command = office.bare();
    command.arg("--store").arg(office.path("hentet")).arg("--passphrase-file").arg(office.path("feil"));
    command.args(["--json", "store", "restore", &office.argument("kopi")]);
    let wrong = Answer::of(&command.output().expect("the program starts"));
    assert_eq!(office.check_failure(&wrong, 5, "a wrong passphrase")["code"], "locked");
    assert!(!office.path("hentet").join("store.db").exists());
}

fn cut(file: &Path, length: u64) {
    fs::OpenOptions::new().write(true).open(file).and_then(|file| file.set_len(length)).expect("cut");
}

/// Broken off in the middle, it is neither a store nor a backup, and the next attempt makes one there.
#[test]
fn a_copy_that_was_never_finished_is_made_anew() {
    let office = sample_02::office();
    let folder = office.path("kopi");
    fs::create_dir(&folder).expect("a folder");
    for name in ["store.unfinished", "store.db", "keys.toml.new"] {
        fs::write(folder.join(name), "half").expect("written");
    }
    assert_eq!(at(&office, "hentet", &["store", "restore", &office.argument("kopi")]).code, 4);
    office.done(&["store", "backup", &office.argument("kopi")]);
    assert_eq!(names(&folder), ["keys.toml", "store.db"]);
    assert_eq!(done(&office, "hentet", &["store", "restore", &office.argument("kopi")])["ok"], true);
}

#[test]
fn only_an_administrator_carries_a_copy_away() {
    let office = sample_02::office();
    for role in ["saksbehandler", "leder", "personvernombud"] {
        let file = office.write(role, &format!("{PASSPHRASE} {role}\n"));
        office.done(&["user", "add", role, "--role", role, "--new-passphrase-file", &file, "--user", "administrator"]);
        let mut command = office.bare();
        command.arg("--store").arg(office.path("lager")).args(["--user", role, "--passphrase-file", &file, "--json"]);
        command.args(["store", "backup", &office.argument("kopi")]);
        let answer = Answer::of(&command.output().expect("the program starts"));
        let refused = office.check_failure(&answer, 3, role);
        assert!(refused["message"].as_str().expect("a text").contains("Be en administrator"), "{refused}");
        assert!(!office.path("kopi").exists());
    }
}

/// Says that one folder, and what lies in it, is on another machine.
struct Share(PathBuf);

impl FileSystems for Share {
    fn kind(&self, folder: &Path) -> io::Result<FileSystem> {
        Ok(if folder.starts_with(&self.0) { FileSystem::Network("cifs") } else { FileSystem::Local })
    }
}

#[test]
fn a_copy_is_not_made_on_a_share_where_it_cannot_be_tried() {
    let office = sample_02::office();
    let share = office.path("delt");
    fs::create_dir(&share).expect("a folder");
    let store = office.path("lager");
    let mut desk = Desk::on(store.clone(), Settings::default(), Box::new(Share(share.clone())));
    desk.store_unlock(&StoreUnlock { store, user: None, passphrase: PASSPHRASE.to_owned() }).expect("unlocked");
    for dated in [false, true] {
        let refused = desk.store_backup(&StoreBackup { folder: share.clone(), dated }).expect_err("refused");
        assert_eq!((refused.exit, refused.code), (Exit::StoreUnusable, "network-share"));
        for words in ["nettverksdisk (cifs)", "kopiere til nettverksdisken"] {
            assert!(refused.message.contains(words), "{}", refused.message);
        }
        assert_eq!(names(&share), Vec::<String>::new());
    }
    let local = office.path("lokal");
    let made = desk.store_backup(&StoreBackup { folder: local.clone(), dated: true }).expect("made");
    assert!(made.ok && Path::new(&made.folder).starts_with(&local), "{made:?}");
    assert_eq!(names(Path::new(&made.folder)), ["keys.toml", "store.db"]);
}
