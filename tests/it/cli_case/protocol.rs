//! `report protocol`: every step with its provision and its mark, for whoever may read it and as far as they may.

use std::fs;

use serde_json::{Value, json};

use super::office::{Office, each, find, keys};

fn request(protection: &str) -> Value {
    let mut request = json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "protection": protection},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "npr", "right": "innsyn"}, {"register": "helseid", "right": "innsyn"}],
    });
    if protection == "ingen" {
        request["person"]["address"] = json!({"lines": ["Skogveien 3", "2406 Elverum"]});
    }
    request
}

/// A case that was asked about and answered to, one that was withdrawn, and those of a protected person.
pub fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&request("ingen"));
    office.register(&request("fortrolig"));
    office.at_instant("2026-02-10T09:00:00+01:00");
    for (case, ground) in [("2026/00001-a", "identitet"), ("2026/00002-a", "presisering")] {
        office.done(&["case", "suspend", case, "--ground", ground, "--on", "2026-02-10", "--reply-by", "2026-02-24"]);
    }
    office.at_instant("2026-02-20T09:00:00+01:00");
    office.done(&["case", "resume", "2026/00001-a", "--on", "2026-02-18"]);
    office.done(&["case", "withdraw", "2026/00001-b", "--on", "2026-02-19"]);
    office.let_in("ombud", "personvernombud");
    office.let_in("saksbehandler", "saksbehandler");
    office
}

fn written(office: &Office, more: &[&str]) -> Value {
    let file = office.argument("protokoll");
    let arguments = [&["report", "protocol", "--format", "json", "-o", &file], more].concat();
    let answer = office.done_as("ombud", &arguments);
    assert_eq!(keys(&answer), ["cases", "file", "format", "head"]);
    serde_json::from_slice(&fs::read(office.path("protokoll")).expect("the protocol")).expect("one document")
}

#[test]
fn a_case_has_every_step_with_its_provision_and_its_mark() {
    let office = office();
    let protocol = written(&office, &["--case", "2026/00001-a"]);
    assert_eq!(
        keys(&protocol),
        ["access_head", "cases", "commits", "from", "head", "language", "made_at", "made_by", "notes", "to"]
    );
    let case = &protocol["cases"][0];
    let shown = office.show("2026/00001-a");
    assert_eq!(each(&case["steps"], "text"), each(&shown["timeline"], "text"), "the course that the case shows");
    assert_eq!(case["deadline"], shown["deadline"]["steps"]);
    assert_eq!(case["due_on"], shown["due_on"]);
    let sources: Vec<_> = each(&case["steps"], "kind").into_iter().zip(each(&case["steps"], "source")).collect();
    insta::assert_debug_snapshot!(sources);
    let hashes = each(&case["steps"], "hash");
    assert!(hashes.iter().all(|hash| hash.len() == 64), "{hashes:?}");
    // The last commit carried the other case of the request; this one's last step went before.
    let commits = case["commits"].as_array().expect("commits");
    assert_eq!(
        commits.iter().map(|commit| commit["seq"].as_u64()).collect::<Vec<_>>(),
        [Some(3), Some(4), Some(5), Some(6)]
    );
}

#[test]
fn the_marks_are_those_of_the_record() {
    let office = office();
    let protocol = written(&office, &["--from", "2026-01-01", "--to", "2026-12-31"]);
    assert_eq!(each(&protocol["cases"], "case"), ["2026/00001-a", "2026/00001-b", "2026/00002-a", "2026/00002-b"]);
    for head in ["head", "access_head"] {
        let head = protocol[head].as_str().expect("a head");
        assert_eq!(office.done(&["store", "verify", "--head", head])["ok"], true);
    }
    // Both cases of a request have the same log, each its own part of it.
    let marks = |place: usize| protocol["cases"][place]["steps"][0]["hash"].clone();
    assert_eq!(marks(0), marks(1));
    assert_ne!(marks(0), marks(2));
    assert!(each(&written(&office, &["--from", "2026-03-01", "--to", "2026-03-31"])["cases"], "case").is_empty());
}

#[test]
fn nobody_is_named_and_a_protected_person_shows_only_the_course() {
    let office = office();
    let protocol = written(&office, &["--from", "2026-01-01", "--to", "2026-12-31", "--lang", "en"]);
    for words in ["Tiril", "Eng\"", "Skogveien", "Hvilke opplysninger"] {
        assert!(!protocol.to_string().contains(words), "{words}");
    }
    let closed = find(&protocol["cases"], "case", "2026/00002-a");
    assert_eq!((&closed["closed_to_reader"], &closed["outcome"]), (&json!(true), &Value::Null));
    for step in closed["steps"].as_array().expect("steps") {
        assert_eq!((&step["text"], &step["source"]), (&json!("Needs clearance"), &Value::Null));
    }
    let open = find(&protocol["cases"], "case", "2026/00001-a");
    assert_eq!(open["closed_to_reader"], false);
    assert!(open["steps"][0]["text"].as_str().is_some_and(|text| text.starts_with("The request is registered.")));
    assert!(open["steps"][0]["source"].as_str().is_some_and(|source| source.starts_with("GDPR Art. 12(3)")));
}

#[test]
fn every_case_of_a_protocol_is_entered_as_read() {
    let office = office();
    written(&office, &["--from", "2026-01-01", "--to", "2026-12-31"]);
    for number in ["2026/00001", "2026/00002"] {
        let log = office.done_as("ombud", &["access-log", number]);
        let read: Vec<_> = each(&log["entries"], "case").into_iter().filter(|case| !case.is_empty()).collect();
        assert_eq!(read, [format!("{number}-a"), format!("{number}-b")]);
    }
}

#[test]
fn what_cannot_be_written_is_told() {
    let office = office();
    let file = office.argument("protokoll");
    let refused = |user: &str, more: &[&str], code: i32| {
        office.refused_as(user, &[&["report", "protocol", "-o", &file], more].concat(), code)
    };
    let case = ["--case", "2026/00001-a"];
    assert_eq!(refused("saksbehandler", &[&case[..], &["--format", "json"]].concat(), 3)["code"], "role");
    assert_eq!(refused("ombud", &[&case[..], &["--format", "csv"]].concat(), 2)["code"], "unknown-format");
    assert_eq!(refused("ombud", &["--format", "pdf"], 2)["fields"][0]["code"], "case-or-period");
    let both = [&case[..], &["--from", "2026-01-01", "--to", "2026-12-31", "--format", "pdf"]].concat();
    assert_eq!(refused("ombud", &both, 2)["fields"][0]["code"], "case-or-period");
    assert_eq!(refused("ombud", &["--case", "2026/00009-a", "--format", "pdf"], 4)["code"], "not-found");
    assert!(!office.path("protokoll").exists(), "no file is left of what was refused");
}
