//! Stores that cannot be used, and people who may not.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use super::office::{Answer, Office, PASSPHRASE, each, find};
use super::sample_02;

#[test]
fn a_passphrase_is_asked_for_and_never_waited_for() {
    let office = sample_02::office();
    let store = office.argument("lager");
    let wrong = office.write("feil", "en helt annen passfrase\n");
    for (arguments, code, error) in [
        (vec!["--store", &store, "--passphrase-file", &wrong], 5, "locked"),
        (vec!["--store", &store], 5, "no-passphrase"),
        (vec!["--store", &store, "--passphrase-file", "-"], 5, "locked"),
        (vec!["--store", &store, "--passphrase-file", "borte"], 4, "no-passphrase-file"),
        (vec!["--store", "borte", "--passphrase-file", &wrong], 4, "no-store"),
        (vec!["--store", "borte"], 4, "no-store"),
        (vec!["--passphrase-file", &wrong], 2, "no-store"),
    ] {
        let output =
            office.bare().args(&arguments).args(["store", "status", "--json"]).output().expect("the program starts");
        let answer = Answer::of(&output);
        assert_eq!(office.check_failure(&answer, code, &format!("{arguments:?}"))["code"], error);
        assert!(!answer.err.contains("annen passfrase"), "a passphrase is never repeated");
    }
    let mut child = office
        .bare()
        .args(["--store", &store, "--passphrase-file", "-", "store", "status", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("standard input")
        .write_all(format!("{PASSPHRASE}\r\nmer\n").as_bytes())
        .expect("written");
    let answer = Answer::of(&child.wait_with_output().expect("the program ends"));
    assert_eq!(answer.code, 0, "the first line of standard input is the passphrase");
}

#[test]
fn a_damaged_foreign_or_newer_store_is_told_and_left_as_it_is() {
    let office = sample_02::office();
    let copy = |name: &str, change: &dyn Fn(&std::path::Path)| {
        let folder = office.path(name);
        fs::create_dir(&folder).expect("a folder");
        for file in fs::read_dir(office.path("lager")).expect("the store") {
            let file = file.expect("a file");
            fs::copy(file.path(), folder.join(file.file_name())).expect("copied");
        }
        change(&folder);
    };
    let stranger = Office::at("2026-02-03T09:00:00+01:00");
    copy("kuttet", &|folder| {
        let file = fs::OpenOptions::new().write(true).open(folder.join("store.db")).expect("the database");
        file.set_len(5000).expect("cut");
    });
    copy("tomt", &|folder| fs::write(folder.join("store.db"), b"").expect("emptied"));
    copy("fremmed", &|folder| {
        fs::copy(stranger.path("lager").join("store.db"), folder.join("store.db")).map(|_| ()).expect("copied");
    });
    copy("tekst", &|folder| {
        fs::write(folder.join("store.db"), "Dette er ikke et lager. ".repeat(500)).expect("written")
    });
    copy("uten-nokler", &|folder| fs::write(folder.join("keys.toml"), "format = \"to\"").expect("written"));
    copy("nyere", &|folder| {
        let keys = fs::read_to_string(folder.join("keys.toml")).expect("the keys");
        let newer: Vec<String> = keys
            .lines()
            .map(|line| if line.starts_with("format = ") { "format = 99".to_owned() } else { line.to_owned() })
            .collect();
        fs::write(folder.join("keys.toml"), newer.join("\n")).expect("written");
    });
    let passphrase = office.argument("passfrase");
    for (name, code, said) in [
        ("kuttet", "store-damaged", "avkortet"),
        ("tomt", "store-damaged", "sikkerhetskopi"),
        ("fremmed", "store-damaged", "ikke et lager med denne nøkkelen"),
        ("tekst", "store-damaged", "sikkerhetskopi"),
        ("uten-nokler", "store-damaged", "sikkerhetskopi"),
        ("nyere", "store-newer", "Oppdater programmet"),
    ] {
        let before = fs::read(office.path(name).join("store.db")).expect("the database");
        for command in [["store", "status"], ["store", "verify"], ["case", "list"]] {
            let output = office
                .bare()
                .args(["--store", &office.argument(name), "--passphrase-file", &passphrase, "--json"])
                .args(command)
                .output()
                .expect("the program starts");
            let answer = Answer::of(&output);
            let error = office.check_failure(&answer, 6, name);
            assert_eq!(error["code"], code, "{name}: {}", answer.err);
            assert!(error["message"].as_str().expect("a message").contains(said), "{name}: {}", answer.err);
        }
        assert_eq!(
            fs::read(office.path(name).join("store.db")).expect("the database"),
            before,
            "{name} is left as it is"
        );
    }
    // A newer store is told before the passphrase is asked for.
    let output = office.bare().args(["--store", &office.argument("nyere"), "store", "status", "--json"]).output();
    assert_eq!(Answer::of(&output.expect("the program starts")).code, 6);
    office.is_whole();
}

#[test]
fn a_store_is_not_made_where_nothing_can_be_written() {
    let office = Office::without_store("2026-02-03T09:00:00+01:00");
    let passphrase = office.argument("passfrase");
    for place in ["/proc/lager", "/dev/null/lager"] {
        let output = office
            .bare()
            .args(["--store", place, "--passphrase-file", &passphrase, "--json", "store", "init", "--test"])
            .output()
            .expect("the program starts");
        office.check_failure(&Answer::of(&output), 6, place);
    }
}

#[test]
fn a_real_store_takes_no_other_time_than_now() {
    let office = Office::without_store("2026-02-03T09:00:00+01:00");
    let store = office.argument("lager");
    let passphrase = office.argument("passfrase");
    let run = |arguments: &[&str]| {
        let output = office
            .bare()
            .args(["--store", &store, "--passphrase-file", &passphrase, "--json"])
            .args(arguments)
            .output()
            .expect("the program starts");
        Answer::of(&output)
    };
    assert_eq!(run(&["store", "init", "--organisation", "nhn"]).code, 0);
    for seam in [["--now", "2026-02-03T09:00:00+01:00"], ["--ids", "frø"]] {
        let error = office.check_failure(&run(&[&seam[..], &["store", "status"]].concat()), 3, seam[0]);
        assert_eq!(error["code"], "not-a-test-store");
    }
    let status: Value = serde_json::from_str(&run(&["store", "status"]).out).expect("one document");
    assert_eq!(status["test"], false);
    assert_eq!(status["organisation"], "nhn");
    assert_eq!(status["last_commit_at"], Value::Null);
}

#[test]
fn two_people_unlock_one_store_and_each_does_what_the_role_allows() {
    let office = sample_02::office();
    let second = office.write("passfrase-2", "ombudets egen lange passfrase\n");
    let added =
        office.done(&["user", "add", "Ingeborg Vik", "--role", "personvernombud", "--new-passphrase-file", &second]);
    assert_eq!(added, json!({"name": "Ingeborg Vik", "role": "personvernombud", "cleared": false}));
    assert_eq!(office.refused(&["store", "status"], 2)["code"], "which-user", "with two users, say who you are");
    let lead = |arguments: &[&str]| office.done(&[&["--user", "administrator"], arguments].concat());
    assert_eq!(each(&lead(&["user", "list"])["users"], "role"), ["administrator", "personvernombud"]);

    let store = office.argument("lager");
    let ombud = |arguments: &[&str]| {
        let output = office
            .bare()
            .args(["--store", &store, "--passphrase-file", &second, "--user", "Ingeborg Vik"])
            .args(["--now", "2026-02-03T10:00:00+01:00", "--json"])
            .args(arguments)
            .output()
            .expect("the program starts");
        Answer::of(&output)
    };
    assert_eq!(ombud(&["case", "show", "2026/00001-a"]).code, 0, "the ombudsman sees every case");
    let file = office.write("henvendelse.json", &sample_02::request().to_string());
    let output = office.argument("brev.pdf");
    for refused in [
        &["request", "register", &file][..],
        &["case", "assign", "2026/00001-a", "--to", "administrator"],
        &["case", "check", "2026/00001-a", "identitet", "--result", "ja"],
        &["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &output],
        &["user", "add", "Nina", "--new-passphrase-file", &second],
    ] {
        let error = office.check_failure(&ombud(refused), 3, &format!("{refused:?}"));
        assert_eq!((&error["code"], &error["rule"]), (&json!("role"), &json!("role")), "{refused:?}");
    }
    assert!(!office.path("brev.pdf").exists());
    assert_eq!(lead(&["store", "status"])["requests"], 1, "nothing was registered");
    assert_eq!(lead(&["store", "verify"])["ok"], true);
}

#[test]
fn whoever_is_not_cleared_sees_only_dates_and_track_of_a_protected_person() {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.keep_secret(&["Hauge", "rusproblem"]);
    let mut request = sample_02::request();
    request["person"]["protection"] = json!("fortrolig");
    request["person"]["address"] = Value::Null;
    request["other_rules"] =
        json!([{"rules": "journalinnsyn", "text": "Personen er vist til den som gav helsehjelpa."}]);
    office.register(&request);
    office.done(&["case", "check", "2026/00001-a", "begrunnelse", "--result", "nei"]);
    let full = office.show("2026/00001-a");
    assert_eq!(full["person"]["name"], "Åsmund Hauge", "whoever made the store is cleared");
    assert_eq!(full["section_25"]["grounds"], "mangler");
    let noted = |case: &Value| find(&case["checks"], "id", "begrunnelse")["result"].clone();
    assert_eq!(noted(&full), "nei");
    assert!(!full["proposals"].as_array().expect("a list").is_empty());
    assert_eq!(office.done(&["request", "show", "2026/00001"])["other_rules"][0]["rules"], "journalinnsyn");

    let second = office.write("passfrase-2", "en ny medarbeider kommer\n");
    office.done(&["user", "add", "Nina Lie", "--new-passphrase-file", &second]);
    let store = office.argument("lager");
    let run = |arguments: &[&str]| {
        let output = office
            .bare()
            .args(["--store", &store, "--passphrase-file", &second, "--user", "Nina Lie"])
            .args(["--now", "2026-02-03T10:00:00+01:00", "--json"])
            .args(arguments)
            .output()
            .expect("the program starts");
        Answer::of(&output)
    };
    for command in [&["case", "list"][..], &["case", "show", "2026/00001-a"]] {
        let answer = run(command);
        assert_eq!(answer.code, 0, "{}", answer.err);
        for word in ["Hauge", "Å.H.", "048754", "rusproblem", "Sjøgata"] {
            assert!(!answer.out.contains(word), "{command:?} shows «{word}»");
        }
        assert!(answer.out.contains("2026-03-02") && answer.out.contains("section-25"));
        assert!(answer.out.contains("Krever klarering"));
    }
    let shown: Value = serde_json::from_str(&run(&["case", "show", "2026/00001-a"]).out).expect("one document");
    assert_eq!((&shown["section_25"], &noted(&shown), &shown["proposals"]), (&Value::Null, &Value::Null, &json!([])));
    assert_eq!(shown["next_step"], Value::Null);
    assert_eq!(each(&shown["timeline"], "kind"), each(&full["timeline"], "kind"), "the course is shown");
    assert!(each(&shown["timeline"], "text").iter().all(|text| *text == "Krever klarering"), "{shown}");
    let listed: Value = serde_json::from_str(&run(&["case", "list"]).out).expect("one document");
    assert_eq!(listed["cases"][0]["section_25"], Value::Null);
    let whole: Value = serde_json::from_str(&run(&["request", "show", "2026/00001"]).out).expect("one document");
    assert_eq!((&whole["other_rules"], &whole["text"]), (&json!([]), &Value::Null), "{whole}");
    let error =
        office.check_failure(&run(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]), 3, "compose");
    assert_eq!(error["code"], "not-cleared");
}

#[test]
fn the_same_delivery_twice_is_one_request() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let mut request = sample_02::request();
    request["idempotency_key"] = json!("altinn-4711");
    let first = office.register(&request);
    assert_eq!(office.register(&request), first);
    assert_eq!(office.done(&["store", "status"])["requests"], 1);
    office.is_whole();
}

#[test]
fn a_character_that_the_font_lacks_stops_the_letter_by_name() {
    let mut office = sample_02::office();
    let reasons = office.write("grunngiving.txt", "Vi fann ingenting 😀 i registeret.");
    office.done(&["case", "decide", "2026/00001-a", "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    let output = office.argument("vedtak.pdf");
    let issue = ["letter", "issue", "2026/00001-a", "--kind", "section-25-decision", "-o", &output];
    let error = office.refused(&issue, 3);
    assert_eq!((&error["code"], &error["rule"]), (&json!("gate"), &json!("characters")));
    assert!(error["fields"][0]["message"].as_str().expect("a message").contains("«😀» (U+1F600, bildetegn)"));
    assert!(!office.path("vedtak.pdf").exists(), "no file");
    office.write("grunngiving.txt", "Vi fann ingenting i registeret.");
    office.done(&["case", "decide", "2026/00001-a", "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    assert_eq!(office.done(&issue)["letter"], "2026/00001-2", "no number was used");
    office.at_instant("2026-02-04T09:00:00+01:00");
    office.is_whole();
}

#[test]
fn nobody_reading_the_answer_is_no_fault() {
    let office = sample_02::office();
    for arguments in
        [&["case", "show", "2026/00001-a"][..], &["registers", "--json"], &["--help"], &["case", "list", "--tull"]]
    {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        let mut child = office
            .command(arguments)
            .stdout(writer.try_clone().expect("a pipe"))
            .stderr(writer)
            .spawn()
            .expect("the program starts");
        drop(reader);
        let code = child.wait().expect("the program ends").code();
        assert!(code.is_some_and(|code| code == 0 || code == 2), "{arguments:?} ended with {code:?}");
    }
}
