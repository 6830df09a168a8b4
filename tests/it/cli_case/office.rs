//! A small office: a test store in a folder of its own, and the built program to work at it with.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use personvernsak::api::desk::Desk;
use personvernsak::api::session::{Settings, StoreUnlock};
use serde_json::Value;
use tempfile::TempDir;

/// The passphrase of the first user.
pub const PASSPHRASE: &str = "blåbær på tur i fjellet";

/// A folder with a store, files that commands read and write, and the instant that counts as now.
pub struct Office {
    folder: TempDir,
    now: String,
    /// Whether more than the first user can unlock the store, so that a command has to say who it is.
    several: AtomicBool,
    /// Words that no failure may repeat: names and numbers of the people that were registered.
    personal: Vec<String>,
}

/// What the program answered.
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Office {
    /// A new test store at an instant.
    pub fn at(now: &str) -> Self {
        let mut office = Self::without_store(now);
        office.done(&["store", "init", "--test"]);
        office.at_instant(now);
        office
    }

    /// A folder with the passphrase, and no store yet.
    pub fn without_store(now: &str) -> Self {
        let office = Self {
            folder: tempfile::tempdir().expect("a folder"),
            now: now.to_owned(),
            several: AtomicBool::new(false),
            personal: Vec::new(),
        };
        office.write("passfrase", &format!("{PASSPHRASE}\n"));
        office
    }

    /// Moves the clock.
    pub fn at_instant(&mut self, now: &str) -> &mut Self {
        now.clone_into(&mut self.now);
        self
    }

    /// Remembers words that no failure may repeat.
    pub fn keep_secret(&mut self, words: &[&str]) {
        self.personal.extend(words.iter().map(|word| (*word).to_owned()));
    }

    /// Where a file of the office lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same as text, for an argument.
    pub fn argument(&self, name: &str) -> String {
        self.path(name).to_str().expect("a path of text").to_owned()
    }

    /// Writes a file and says where.
    pub fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).expect("a file");
        self.argument(name)
    }

    /// A command with the store, the passphrase and the instant, as the first user unless it says otherwise.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare();
        if self.several.load(Ordering::Relaxed) {
            command.env("PERSONVERNSAK_USER", "administrator");
        }
        command
            .arg("--store")
            .arg(self.path("lager"))
            .arg("--passphrase-file")
            .arg(self.path("passfrase"))
            .args(["--now", &self.now])
            .args(arguments);
        command
    }

    /// The program with nothing said, and nobody at a terminal.
    pub fn bare(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personvernsak"));
        command
            .current_dir(self.folder.path())
            .env_remove("PERSONVERNSAK_STORE")
            .env_remove("PERSONVERNSAK_USER")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(&self.command(arguments).output().expect("the program starts"))
    }

    /// Gives somebody access, with a passphrase of their own.
    pub fn let_in(&self, name: &str, role: &str) {
        let file = self.write(name, &format!("{PASSPHRASE} {name}\n"));
        self.done(&["user", "add", name, "--role", role, "--new-passphrase-file", &file]);
        self.several.store(true, Ordering::Relaxed);
    }

    /// Runs a command as somebody who was let in.
    pub fn run_as(&self, user: &str, arguments: &[&str]) -> Answer {
        let mut command = self.bare();
        command.arg("--store").arg(self.path("lager")).args(["--user", user, "--now", &self.now, "--json"]);
        command.arg("--passphrase-file").arg(self.path(user)).args(arguments);
        Answer::of(&command.output().expect("the program starts"))
    }

    /// Runs a command as somebody who was let in; it must succeed.
    pub fn done_as(&self, user: &str, arguments: &[&str]) -> Value {
        let answer = self.run_as(user, arguments);
        assert_eq!(answer.code, 0, "{user}, {arguments:?}: {}", answer.err);
        serde_json::from_str(&answer.out).expect("one document")
    }

    /// Runs a command as somebody who was let in; it must fail with this code.
    pub fn refused_as(&self, user: &str, arguments: &[&str], code: i32) -> Value {
        self.check_failure(&self.run_as(user, arguments), code, &format!("{user}, {arguments:?}"))
    }

    /// Runs a command that must succeed, and gives its one document.
    pub fn done(&self, arguments: &[&str]) -> Value {
        let answer = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
        assert!(answer.err.is_empty(), "{arguments:?} wrote on standard error: {}", answer.err);
        serde_json::from_str(&answer.out).expect("one document")
    }

    /// Runs a command that must fail with this code, and gives the error.
    pub fn refused(&self, arguments: &[&str], code: i32) -> Value {
        let answer = self.run(&[arguments, &["--json"]].concat());
        self.check_failure(&answer, code, &format!("{arguments:?}"))
    }

    /// Holds a failure against the contract: code, empty output, one line of error, words that help, nobody's data.
    pub fn check_failure(&self, answer: &Answer, code: i32, what: &str) -> Value {
        assert_eq!(answer.code, code, "{what}: {}{}", answer.err, answer.out);
        assert!(answer.out.is_empty(), "{what}: a failure leaves standard output empty: {}", answer.out);
        assert_eq!(answer.err.trim_end().lines().count(), 1, "{what}: one line on standard error: {}", answer.err);
        let mut document: Value = serde_json::from_str(&answer.err).expect("one document");
        let error = document["error"].take();
        assert_eq!(keys(&error), ["code", "fields", "message", "rule", "source"], "{what}");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.ends_with(['.', '?']) && message.contains(' '), "{what}: «{message}» is a sentence");
        for word in &self.personal {
            assert!(!answer.err.contains(word.as_str()), "{what}: a failure repeats personal data");
        }
        error
    }

    /// The desk at the store, unlocked, for what no command answers.
    pub fn desk(&self) -> Desk {
        let store = self.path("lager");
        let now = Some(self.now.parse().expect("an instant"));
        let mut desk = Desk::new(store.clone(), Settings { now, ..Settings::default() });
        let passphrase = PASSPHRASE.to_owned();
        desk.store_unlock(&StoreUnlock { store, user: None, passphrase }).expect("unlocked");
        desk
    }

    /// Registers a request from a document, from standard input.
    pub fn register(&self, request: &Value) -> Value {
        let mut child = self
            .command(&["request", "register", "-", "--json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child.stdin.take().expect("standard input").write_all(request.to_string().as_bytes()).expect("written");
        let answer = Answer::of(&child.wait_with_output().expect("the program ends"));
        assert_eq!(answer.code, 0, "{}", answer.err);
        serde_json::from_str(&answer.out).expect("one document")
    }

    /// The case as `case show` gives it.
    pub fn show(&self, case: &str) -> Value {
        self.done(&["case", "show", case])
    }

    /// The record is whole: chains verify, and lists made anew are the same.
    pub fn is_whole(&self) {
        let verified = self.done(&["store", "verify"]);
        assert_eq!(verified["ok"], true, "{verified}");
        let rebuilt = self.done(&["store", "rebuild"]);
        assert_eq!(rebuilt["digest_before"], rebuilt["digest_after"]);
    }
}

impl Answer {
    /// What a program that has ended left behind.
    pub fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().expect("the program ends by itself"),
            out: String::from_utf8(output.stdout.clone()).expect("text"),
            err: String::from_utf8(output.stderr.clone()).expect("text"),
        }
    }
}

/// The names of an object's fields, in alphabetical order.
pub fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// One field of every object in a list.
pub fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().map(|object| object[field].as_str().unwrap_or_default()).collect()
}

/// The object in a list whose field has a value.
pub fn find<'a>(list: &'a Value, field: &str, value: &str) -> &'a Value {
    list.as_array().expect("a list").iter().find(|object| object[field] == value).unwrap_or(&Value::Null)
}
