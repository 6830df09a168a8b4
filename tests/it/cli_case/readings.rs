//! Who looked at whose data: what is entered, who may read it, and finding a person without leaving the number anywhere.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use super::office::{Answer, Office, each, find};
use super::sample_02;

const CASE: &str = "2026/00001-a";

/// Runs a command with lines on standard input.
pub fn fed(office: &Office, arguments: &[&str], lines: &str) -> Answer {
    ended(&mut office.command(arguments), lines)
}

fn ended(command: &mut Command, lines: &str) -> Answer {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("standard input").write_all(lines.as_bytes()).expect("written");
    Answer::of(&child.wait_with_output().expect("the program ends"))
}

/// The same as another user, whose passphrase lies in a file of the user's name.
fn another(office: &Office, user: &str, arguments: &[&str]) -> Command {
    let mut command = office.bare();
    command
        .args(["--store", &office.argument("lager"), "--passphrase-file", &office.argument(user), "--user", user])
        .args(["--now", "2026-02-03T10:00:00+01:00"])
        .args(arguments);
    command
}

fn let_in(office: &Office, user: &str, role: &str) {
    let passphrase = office.write(user, "en passfrase til hver og en\n");
    let add = ["--user", "administrator", "user", "add", user, "--role", role, "--new-passphrase-file", &passphrase];
    office.done(&add);
}

#[test]
fn a_lead_cannot_let_in_whoever_reads_the_log_or_protected_persons() {
    let office = sample_02::office();
    let_in(&office, "Eva Li", "leder");
    let passphrase = office.write("Nina Lie", "en passfrase til hver og en\n");
    let add = |more: &[&str]| {
        let add = ["user", "add", "Nina Lie", "--new-passphrase-file", &passphrase];
        ended(another(&office, "Eva Li", &[&add, more].concat()).arg("--json"), "")
    };
    for more in [
        &["--role", "administrator"][..],
        &["--role", "personvernombud"],
        &["--role", "leder"],
        &["--role", "saksbehandler", "--cleared"],
    ] {
        let error = office.check_failure(&add(more), 3, &format!("{more:?}"));
        assert_eq!((&error["code"], &error["rule"]), (&json!("role"), &json!("role")));
        assert!(error["message"].as_str().expect("a text").contains("kan bare gi tilgang til saksbehandlere"));
    }
    let answer = add(&["--role", "saksbehandler"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
}

/// Kind, case and letter of every entry of the request.
fn entries(office: &Office) -> Vec<(String, Value, Value)> {
    let log = office.done(&["access-log", "2026/00001"]);
    assert_eq!(log["request"], "2026/00001");
    let entries = log["entries"].as_array().expect("a list").iter();
    entries
        .map(|entry| {
            (entry["what"].as_str().expect("a kind").to_owned(), entry["case"].clone(), entry["letter"].clone())
        })
        .collect()
}

#[test]
fn whatever_shows_a_person_in_full_is_entered_once_each_time() {
    let office = sample_02::office();
    let version = office.show(CASE)["version"].clone();
    office.show(CASE);
    office.done(&["letter", "compose", CASE, "--kind", "acknowledgement"]);
    let file = office.argument("brev.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "acknowledgement", "-o", &file]);
    office.done(&["letter", "reissue", "2026/00001-2", "-o", &file]);
    // A list shows initials, and a change stands in the request's own log.
    office.done(&["case", "list"]);
    office.done(&["case", "assign", CASE, "--to", "administrator"]);
    for nothing in [
        &["case", "show", "2026/00001-b"][..],
        &["case", "show", "2026/00009-a"],
        &["letter", "reissue", "2026/00001-3", "-o", &file],
        &["letter", "compose", CASE, "--kind", "section-25-decision"],
    ] {
        assert_ne!(office.run(nothing).code, 0, "{nothing:?}");
    }
    let (case, letter) = (json!(CASE), json!("2026/00001-2"));
    let expected = [
        ("case", case.clone(), Value::Null),
        ("case", case.clone(), Value::Null),
        ("draft", case, Value::Null),
        ("export", Value::Null, letter),
        ("access-log", Value::Null, Value::Null),
    ]
    .map(|(what, case, letter)| (what.to_owned(), case, letter));
    assert_eq!(entries(&office), expected);
    assert_eq!(entries(&office).len(), 6, "each reading of the log is in it too");
    let version = version.as_u64().expect("a number");
    assert_eq!(office.show(CASE)["version"], version + 2, "the letter and the assignment, and no reading");
    let verified = office.done(&["store", "verify"]);
    assert_eq!((&verified["ok"], &verified["readings"]), (&json!(true), &json!(7)));
    let head = verified["access_head"].as_str().expect("a head");
    office.show(CASE);
    assert_eq!(office.done(&["store", "verify", "--head", head])["ok"], true);
    office.is_whole();
}

#[test]
fn the_log_of_readings_reads_well_at_a_terminal() {
    let office = sample_02::office();
    office.show(CASE);
    office.done(&["letter", "compose", CASE, "--kind", "acknowledgement"]);
    let file = office.argument("brev.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "acknowledgement", "-o", &file]);
    office.done(&["letter", "reissue", "2026/00001-2", "-o", &file]);
    assert_eq!(fed(&office, &["case", "list", "--person", "-"], "04875421129\n").code, 0);
    insta::assert_snapshot!("access_log", office.run(&["access-log", CASE]).out);
    insta::assert_snapshot!("access_log_without_a_case", office.run(&["access-log"]).out);
}

#[test]
fn the_ombudsman_and_administrators_read_it_and_nobody_else() {
    let office = sample_02::office();
    for (user, role) in [("Ingeborg Vik", "personvernombud"), ("Eva Li", "leder"), ("Nina Lie", "saksbehandler")] {
        let_in(&office, user, role);
    }
    let run = |user: &str, arguments: &[&str]| ended(another(&office, user, arguments).arg("--json"), "");
    assert_eq!(run("Nina Lie", &["case", "show", CASE]).code, 0);
    for user in ["Eva Li", "Nina Lie"] {
        for arguments in [&["access-log", "2026/00001"][..], &["access-log"], &["access-log", "2026/00009"]] {
            let error = office.check_failure(&run(user, arguments), 3, user);
            assert_eq!((&error["code"], &error["rule"]), (&json!("role"), &json!("role")));
            assert!(error["message"].as_str().expect("a text").contains("Be personvernombudet eller en administrator"));
            assert!(error["source"].is_string(), "the rule with its source");
        }
    }
    let answer = run("Ingeborg Vik", &["access-log", CASE]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let log: Value = serde_json::from_str(&answer.out).expect("one document");
    assert_eq!(each(&log["entries"], "actor"), ["Nina Lie", "Ingeborg Vik"], "whoever was refused saw nothing");
    assert_eq!(each(&log["entries"], "what"), ["case", "access-log"]);
    assert_eq!(log["entries"][0]["at"], "2026-02-03T09:00:00.000000Z");
    assert_eq!(log["cut"], false);
}

#[test]
fn the_ombudsman_changes_no_rows() {
    let office = sample_02::office();
    let_in(&office, "Ingeborg Vik", "personvernombud");
    let run = |arguments: &[&str]| ended(another(&office, "Ingeborg Vik", arguments).arg("--json"), "");
    let error = office.check_failure(&run(&["store", "rebuild"]), 3, "store rebuild");
    assert_eq!((&error["code"], &error["rule"]), (&json!("role"), &json!("role")));
    assert_eq!(run(&["store", "verify"]).code, 0);
}

/// Another program holds the store for longer than five seconds: what cannot be entered is not shown.
#[cfg(target_os = "linux")]
#[test]
fn a_case_whose_opening_cannot_be_entered_is_not_shown() {
    let office = sample_02::office();
    let slow = |program: &Command| {
        let mut command = Command::new("strace");
        command.args(["--follow-forks", "--quiet=all", "--trace=fsync,fdatasync", "--output"]);
        command.arg(office.path("kall")).arg("--inject=fsync,fdatasync:delay_enter=60s");
        command.arg(program.get_program()).args(program.get_args());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    if !slow(&Command::new("/bin/true")).output().is_ok_and(|done| done.status.success()) {
        eprintln!("strace is missing or not permitted here: nobody can hold the store");
        return;
    }
    // Somebody with whom the store stays open, so that unlocking it has nothing to tidy up and sync first.
    let mut desk = personvernsak::api::desk::Desk::new(office.path("lager"), Default::default());
    let passphrase = super::office::PASSPHRASE.to_owned();
    let unlock = personvernsak::api::session::StoreUnlock { store: office.path("lager"), user: None, passphrase };
    desk.store_unlock(&unlock).expect("unlocked");
    let mut holder =
        slow(&office.command(&["case", "assign", CASE, "--to", "administrator"])).spawn().expect("started");
    let answer = (0..100).find_map(|_| {
        let answer = office.run(&["case", "show", CASE, "--json"]);
        std::thread::sleep(Duration::from_millis(50));
        (answer.code != 0).then_some(answer)
    });
    // Killing the one that traces kills the traced one too.
    holder.kill().and_then(|()| holder.wait()).expect("gone");
    let error = office.check_failure(&answer.expect("the store was held"), 7, "case show");
    assert_eq!(error["code"], "busy");
    let message = error["message"].as_str().expect("a text");
    assert!(message.ends_with("Ingenting vises, for oppslaget kunne ikke skrives i oppslagsloggen."), "{message}");
    drop(desk);
    office.is_whole();
}

#[test]
fn a_person_is_found_by_number_and_the_number_stands_nowhere() {
    let office = sample_02::office();
    let mut other = sample_02::request();
    other["person"] = json!({"name": "Tiril Eng"});
    other["representative"] = json!({"kind": "fullmektig", "name": "Åsmund Hauge", "evidence": "skriftlig fullmakt"});
    office.register(&other);
    office.register(&sample_02::request());
    for number in ["04875421129\n", "048754 21129", "\u{feff}04875421129\r\n\r\n"] {
        let answer = fed(&office, &["case", "list", "--person", "-", "--json"], number);
        assert_eq!(answer.code, 0, "{}", answer.err);
        assert!(!answer.out.contains("04875421129"));
        let page: Value = serde_json::from_str(&answer.out).expect("one document");
        assert_eq!(each(&page["cases"], "case"), [CASE, "2026/00003-a"]);
    }
    let narrowed = fed(&office, &["case", "list", "--person", "-", "--track", "general", "--json"], "04875421129");
    assert_eq!(serde_json::from_str::<Value>(&narrowed.out).expect("one document")["cases"], json!([]));
    let first = fed(&office, &["case", "list", "--person", "-", "--limit", "1", "--json"], "04875421129");
    let first: Value = serde_json::from_str(&first.out).expect("one document");
    let after = first["next"].as_str().expect("a cursor");
    let second = fed(&office, &["case", "list", "--person", "-", "--after", after, "--json"], "04875421129");
    let second: Value = serde_json::from_str(&second.out).expect("one document");
    assert_eq!((each(&first["cases"], "case"), each(&second["cases"], "case")), (vec![CASE], vec!["2026/00003-a"]));

    let log = office.done(&["access-log"]);
    assert_eq!(log["request"], Value::Null);
    let found: Vec<_> = log["entries"].as_array().expect("a list").iter().map(|entry| entry["found"].clone()).collect();
    assert_eq!(found, [json!(2), json!(2), json!(2), json!(0), json!(1), json!(1), Value::Null]);
    assert_eq!(find(&log["entries"], "what", "person-search")["case"], Value::Null);
    assert!(!log.to_string().contains("04875"));
    assert_eq!(each(&office.done(&["access-log", CASE])["entries"], "what"), ["access-log"]);

    // The passphrase and the number, a line each.
    let both = ended(
        office.bare().args([
            "--store",
            &office.argument("lager"),
            "--passphrase-file",
            "-",
            "case",
            "list",
            "--person",
            "-",
        ]),
        &format!("{}\n04875421129\n", super::office::PASSPHRASE),
    );
    assert_eq!((both.code, both.out.lines().count()), (0, 2), "{}", both.err);
    office.is_whole();
}

#[test]
fn a_number_that_cannot_be_is_told_at_its_field_and_never_repeated() {
    let office = sample_02::office();
    for (lines, code, path) in [
        ("04875421120\n", "not-well-formed", "person"),
        ("0487542112", "not-well-formed", "person"),
        ("", "not-well-formed", "person"),
        ("04875421129\n04875421129\n", "usage", ""),
    ] {
        let answer = fed(&office, &["case", "list", "--person", "-", "--json"], lines);
        let error = office.check_failure(&answer, 2, lines);
        assert_eq!(error["code"], code, "{lines}");
        assert_eq!(error["fields"][0]["path"].as_str().unwrap_or_default(), path, "{lines}");
        assert!(!answer.err.contains("048754"), "{}", answer.err);
    }
    let log = office.done(&["access-log"]);
    assert_eq!(each(&log["entries"], "what"), ["access-log"], "nobody was looked for");
}

#[test]
fn a_protected_person_is_found_by_the_cleared_alone() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let_in(&office, "Nina Lie", "saksbehandler");
    let mut request = sample_02::request();
    request["person"]["protection"] = json!("fortrolig");
    request["person"]["address"] = Value::Null;
    let file = office.write("henvendelse.json", &request.to_string());
    assert_eq!(ended(&mut another(&office, "Nina Lie", &["request", "register", &file]), "").code, 0);
    let search = ["case", "list", "--person", "-", "--json"];
    let cases = |answer: Answer| {
        assert_eq!(answer.code, 0, "{}", answer.err);
        let page: Value = serde_json::from_str(&answer.out).expect("one document");
        page["cases"].as_array().map(Vec::len)
    };
    let nina = || cases(ended(&mut another(&office, "Nina Lie", &search), "04875421129"));
    let cleared = || cases(fed(&office, &[&["--user", "administrator"], &search[..]].concat(), "04875421129"));
    assert_eq!((nina(), cleared(), nina()), (Some(0), Some(1), Some(0)));
    let rebuilt = ended(&mut another(&office, "Nina Lie", &["store", "rebuild"]), "");
    assert_eq!((rebuilt.code, cleared(), nina()), (0, Some(1), Some(0)));
}
