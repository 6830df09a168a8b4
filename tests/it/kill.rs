//! Killed in the middle of registering: every number that was printed is there, none is half there, and the record
//! verifies.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

const REGISTRATIONS: u32 = 200;

struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::write(office.file("passphrase"), "blåbær på tur\n").expect("written");
        fs::write(
            office.file("request.json"),
            r#"{"received_on":"2026-01-31","channel":"brev","language":"nb",
                "person":{"name":"Odd Kvalheim","protection":"ingen"},
                "identity":{"status":"unchecked"},
                "text":"Jeg ber om innsyn i alt dere har om meg.",
                "demands":[{"register":"kpr","right":"innsyn"},{"register":"kpr","right":"sletting"}]}"#,
        )
        .expect("written");
        let made = office.command(&["store", "init", "--test", "--organisation", "helsedirektoratet"]).output();
        document(&made.expect("run"));
        office
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personvernsak"));
        command.args(arguments).args(["--json", "--user", "Kari Myhre", "--store"]).arg(self.file("lager"));
        command.arg("--passphrase-file").arg(self.file("passphrase"));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn register(&self) -> Child {
        let request = self.file("request.json");
        self.command(&["request", "register", request.to_str().expect("a path")]).spawn().expect("started")
    }

    fn ask(&self, arguments: &[&str]) -> Value {
        document(&self.command(arguments).output().expect("run"))
    }
}

#[track_caller]
fn document(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one document")
}

#[test]
fn what_was_printed_is_there_after_kill_9() {
    let office = Office::new();
    let mut delay = typical_time(&office).mul_f64(0.8);
    let (mut printed, mut killed) = (BTreeSet::new(), 0);
    for round in 0..REGISTRATIONS {
        let mut child = office.register();
        // Three of four are killed, around the moment at which the number is printed: a little later after one that
        // printed nothing, a little earlier after one that was done.
        let alive = round % 4 == 3;
        if !alive {
            thread::sleep(delay);
            // SIGKILL; an error says that it was done already.
            let _ = child.kill();
        }
        let mut text = String::new();
        child.stdout.take().expect("a pipe").read_to_string(&mut text).expect("text");
        let status = child.wait().expect("ended");
        assert!(!alive || status.success());
        killed += u32::from(status.code().is_none());
        // What ends with a line break was printed whole.
        let whole = text.ends_with('\n');
        if !alive {
            delay = delay.mul_f64(if whole { 0.97 } else { 1.03 });
        }
        if whole {
            let answer: Value = serde_json::from_str(&text).expect("one document");
            printed.insert(answer["request"].as_str().expect("a number").to_owned());
        }
    }
    println!("{killed} killed, {} printed a number", printed.len());
    assert!(killed > REGISTRATIONS / 10, "only {killed} were killed: the times do not fit this machine");

    let verified = office.ask(&["store", "verify"]);
    assert_eq!(verified["ok"], true, "{verified}");
    let status = office.ask(&["store", "status"]);
    let requests = status["requests"].as_u64().expect("a count");
    assert_eq!(verified["requests"].as_u64(), Some(requests));
    assert_eq!(status["cases"].as_u64(), Some(2 * requests), "no request without its cases");
    assert!(requests >= printed.len() as u64);
    // Numbers have no gaps, so the highest one is the count; and whatever was printed is at most that.
    let year = printed.first().expect("a number")[..4].to_owned();
    for number in &printed {
        let sequence: u64 = number[5..].parse().expect("a sequence");
        assert!(number.starts_with(&year) && sequence <= requests, "{number} of {requests}");
    }
    let last = format!("{year}/{requests:05}-b");
    assert_eq!(office.ask(&["case", "show", &last])["case"], last);
}

/// How long a registration takes here and now, from start to end of the process.
fn typical_time(office: &Office) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            document(&office.register().wait_with_output().expect("ended"));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}
