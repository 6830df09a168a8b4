//! Stores that earlier programs made (tests/databases), opened with today's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The instant at which the earlier program was asked.
const THEN: &str = "2026-02-24T09:00:00+01:00";

/// A copy of the store that a program of format 2 made, and the program to work at it with.
struct Copy(TempDir);

impl Copy {
    fn new() -> Self {
        let copy = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(copy.store()).expect("a folder");
        for name in ["store.db", "keys.toml"] {
            fs::copy(fixture(&format!("store/{name}")), copy.store().join(name)).expect("copied");
        }
        fs::write(copy.file("Kari Myhre"), "blåbær på tur i fjellet\n").expect("written");
        fs::write(copy.file("Odd Vik"), "tyttebær på tur i fjellet\n").expect("written");
        copy
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn store(&self) -> PathBuf {
        self.file("lager")
    }

    fn command(&self, user: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personvernsak"));
        command.args(arguments).args(["--user", user, "--now", THEN, "--store"]).arg(self.store());
        command.arg("--passphrase-file").arg(self.file(user));
        command.stdin(Stdio::null());
        command
    }

    #[track_caller]
    fn done(&self, user: &str, arguments: &[&str]) -> Value {
        document(&self.command(user, &[arguments, &["--json"]].concat()).output().expect("run"))
    }

    /// The record verifies, and the projections made anew are the ones that are there.
    #[track_caller]
    fn is_whole(&self, user: &str) -> Value {
        let verified = self.done(user, &["store", "verify"]);
        assert_eq!((&verified["ok"], &verified["problems"]), (&json!(true), &json!([])));
        let rebuilt = self.done(user, &["store", "rebuild"]);
        assert_eq!(rebuilt["digest_before"], rebuilt["digest_after"]);
        rebuilt["digest_after"].clone()
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases/format-2").join(name)
}

fn expected() -> Value {
    serde_json::from_slice(&fs::read(fixture("expected.json")).expect("a file")).expect("a document")
}

#[track_caller]
fn document(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one document")
}

#[test]
fn a_store_of_format_2_opens_and_says_what_it_said() {
    let copy = Copy::new();
    let expected = expected();
    let verified = copy.done("Kari Myhre", &["store", "verify", "--head", expected["head"].as_str().expect("a head")]);
    assert_eq!((&verified["ok"], &verified["head"]), (&json!(true), &expected["head"]));
    assert_eq!((&verified["requests"], &verified["events"]), (&expected["requests"], &expected["events"]));

    let listed = copy.done("Kari Myhre", &["case", "list"]);
    let listed = listed["cases"].as_array().expect("cases");
    for before in expected["cases"].as_array().expect("cases") {
        let number = before["case"].as_str().expect("a number");
        let shown = copy.done("Kari Myhre", &["case", "show", number]);
        let row = listed.iter().find(|case| case["case"] == number);
        assert_eq!(row.is_none(), before["state"] == "closed", "{number} in the list");
        for now in [Some(&shown), row].into_iter().flatten() {
            for (field, value) in before.as_object().expect("an object") {
                match field.as_str() {
                    "person" => holds(&now["person"], value, number),
                    "events" | "letters" => {}
                    _ => assert_eq!(&now[field], value, "{number}: {field}"),
                }
            }
        }
        let kinds: Vec<_> = shown["timeline"].as_array().expect("events").iter().map(|event| &event["kind"]).collect();
        assert_eq!(json!(kinds), before["events"], "{number}");
        let letters = shown["letters"].as_array().expect("letters");
        assert_eq!(letters.len(), before["letters"].as_array().expect("letters").len(), "{number}");
        for (now, before) in letters.iter().zip(before["letters"].as_array().expect("letters")) {
            holds(now, before, number);
        }
    }
    copy.is_whole("Kari Myhre");
}

/// Every field of `before` has the same value in `now`.
#[track_caller]
fn holds(now: &Value, before: &Value, what: &str) {
    for (field, value) in before.as_object().expect("an object") {
        assert_eq!(&now[field], value, "{what}: {field}");
    }
}

#[test]
fn a_letter_of_an_older_store_is_reissued_byte_for_byte() {
    let copy = Copy::new();
    let path = copy.file("vedtak.pdf");
    copy.done("Kari Myhre", &["letter", "reissue", "2026/00001-3", "-o", path.to_str().expect("a path")]);
    assert!(fs::read(path).expect("a file") == fs::read(fixture("2026-00001-3.pdf")).expect("a file"));
}

/// Somebody who may not see protected persons opens it first: the rows come out the same.
#[test]
fn whoever_opens_an_older_store_makes_the_same_rows() {
    let (kari, odd) = (Copy::new(), Copy::new());
    odd.done("Odd Vik", &["case", "list"]);
    assert_eq!(kari.is_whole("Kari Myhre"), odd.is_whole("Odd Vik"));
    assert_eq!(odd.is_whole("Kari Myhre"), odd.is_whole("Odd Vik"));
}

/// Nobody could register a breach in it: its cases have none, and the first one is kept, found and made anew as any other.
#[test]
fn a_case_of_an_older_store_shows_a_breach() {
    let copy = Copy::new();
    assert_eq!(copy.done("Kari Myhre", &["case", "show", "2026/00001-a"])["breaches"], json!([]));
    let found =
        ["--aware", "2026-02-23T14:30", "--concerns", "integritet", "--about", "Feil dato.", "--reference", "117"];
    let case = copy.done("Kari Myhre", &[&["case", "breach", "2026/00001-a"], &found[..]].concat());
    assert_eq!(case["breaches"][0]["clock"]["due_at"], "2026-02-26T13:30:00Z");
    let listed = copy.done("Kari Myhre", &["case", "list", "--breaches"]);
    assert_eq!(listed["cases"].as_array().map(Vec::len), Some(1));
    copy.is_whole("Kari Myhre");
}

/// Nothing was marked in it: whoever opens it first finds people by number all the same, and what is looked at is entered.
#[test]
fn a_person_of_an_older_store_is_found_by_number() {
    let copy = Copy::new();
    fs::write(copy.file("nummer"), "22918821159\n").expect("written");
    let mut search = copy.command("Odd Vik", &["case", "list", "--person", "-", "--json"]);
    let answer = document(&search.stdin(fs::File::open(copy.file("nummer")).expect("a file")).output().expect("run"));
    assert_eq!(answer["cases"][0]["case"], "2026/00002-a");
    copy.done("Odd Vik", &["case", "show", "2026/00002-a"]);
    let log = copy.done("Kari Myhre", &["access-log", "2026/00002"]);
    let (first, last) = (&log["entries"][0], &log["entries"][1]);
    assert_eq!(
        (&first["actor"], &first["what"], &first["case"]),
        (&json!("Odd Vik"), &json!("case"), &json!("2026/00002-a"))
    );
    assert_eq!((&last["actor"], &last["position"]), (&json!("Kari Myhre"), &json!(3)));
    assert_eq!(copy.done("Kari Myhre", &["store", "verify"])["readings"], 3);
    copy.is_whole("Odd Vik");
}

/// The work goes on: what is decided now is kept beside what was decided then.
#[test]
fn an_older_store_is_worked_on() {
    let copy = Copy::new();
    let resumed = copy.done("Odd Vik", &["case", "resume", "2026/00002-a", "--on", "2026-02-23"]);
    assert_eq!((&resumed["state"], &resumed["due_on"]), (&json!("open"), &json!("2026-03-23")));
    copy.is_whole("Odd Vik");
}
