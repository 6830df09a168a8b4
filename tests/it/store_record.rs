//! The record as those who send requests and those who check it meet it: several processes at one store.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

struct Office(TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().expect("a folder"));
        fs::write(office.file("passphrase"), "blåbær på tur\n").expect("written");
        office.done(&["store", "init", "--test", "--organisation", "helsedirektoratet"]);
        office
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personvernsak"));
        command.args(arguments).args(["--json", "--user", "Kari Myhre", "--store"]).arg(self.file("lager"));
        command.arg("--passphrase-file").arg(self.file("passphrase"));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> Value {
        document(&self.command(arguments).output().expect("run"))
    }

    /// The exit code, and the document of the answer or the failure.
    fn answer(&self, arguments: &[&str]) -> (Option<i32>, Value) {
        let output = self.command(arguments).output().expect("run");
        let bytes = if output.stdout.is_empty() { &output.stderr } else { &output.stdout };
        (output.status.code(), serde_json::from_slice(bytes).expect("one document"))
    }

    fn request(&self, name: &str, key: &str, text: &str) -> String {
        let request = json!({
            "received_on": "2026-01-31", "channel": "altinn", "language": "nb",
            "person": { "name": "Odd Kvalheim", "protection": "ingen" }, "identity": { "status": "unchecked" },
            "text": text, "idempotency_key": key, "demands": [{ "register": "kpr", "right": "innsyn" }],
        });
        fs::write(self.file(name), request.to_string()).expect("written");
        self.file(name).to_str().expect("a path").to_owned()
    }
}

#[track_caller]
fn document(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one document")
}

#[test]
fn processes_that_send_the_same_at_once_get_one_request() {
    let office = Office::new();
    let path = office.request("request.json", "altinn-7", "Jeg ber om innsyn.");
    let register = ["request", "register", path.as_str()];
    let all: Vec<_> = (0..4).map(|_| office.command(&register).spawn().expect("started")).collect();
    for one in all {
        let answer = document(&one.wait_with_output().expect("ended"));
        assert_eq!((&answer["request"], answer["cases"].as_array().map(Vec::len)), (&json!("2026/00001"), Some(1)));
    }
    let other = office.request("other.json", "altinn-7", "Jeg ber om innsyn i noe annet.");
    let (code, failure) = office.answer(&["request", "register", &other]);
    assert_eq!((code, &failure["error"]["code"]), (Some(7), &json!("idempotency-conflict")));
    let long = office.request("long.json", &"7".repeat(201), "Jeg ber om innsyn.");
    let (code, failure) = office.answer(&["request", "register", &long]);
    assert_eq!((code, &failure["error"]["fields"][0]["path"]), (Some(2), &json!("idempotency_key")));
    let verified = office.done(&["store", "verify"]);
    assert_eq!((&verified["ok"], &verified["requests"]), (&json!(true), &json!(1)));
}

#[test]
fn a_head_that_was_kept_is_looked_for() {
    let office = Office::new();
    let path = office.request("request.json", "altinn-7", "Jeg ber om innsyn.");
    office.done(&["request", "register", &path]);
    let head = office.done(&["store", "verify"])["head"].as_str().expect("a head").to_owned();
    let path = office.request("request.json", "altinn-8", "Jeg ber om innsyn.");
    office.done(&["request", "register", &path]);
    assert_eq!(office.done(&["store", "verify", "--head", &head])["ok"], json!(true));
    let (code, answer) = office.answer(&["store", "verify", "--head", &"7".repeat(64)]);
    assert_eq!((code, &answer["problems"][0]["code"]), (Some(1), &json!("head-not-found")));
    let (code, failure) = office.answer(&["store", "verify", "--head", "7"]);
    assert_eq!((code, &failure["error"]["code"]), (Some(2), &json!("invalid-head")));
}
