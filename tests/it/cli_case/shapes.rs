//! The shapes of answers: every field is always there, `null` where there is nothing, and no other.

use serde_json::{Value, json};

use super::office::{Answer, Office, keys};
use super::{sample_02, sample_03};

const CASE: [&str; 45] = [
    "answered_on",
    "appeal_due_on",
    "assignee",
    "case",
    "covered_for",
    "days_left",
    "due_if_answered_on",
    "due_on",
    "effect_on",
    "expected_on",
    "extended_on",
    "extension_notice_due_on",
    "handled_by",
    "in_force",
    "interim_reply_due_on",
    "internal_due_on",
    "late",
    "mode",
    "nominal_on",
    "open_tasks",
    "outcome",
    "paused_since_on",
    "person",
    "question_since_on",
    "questions",
    "received_on",
    "refusal_due_on",
    "register",
    "complaint",
    "breach",
    "register_label",
    "reopened_on",
    "request",
    "right",
    "right_label",
    "section_25",
    "secure_by_on",
    "state",
    "status",
    "status_label",
    "task_due_on",
    "title",
    "track",
    "track_label",
    "undelivered",
];

/// What an opened case has beside a case in a list.
const OPENED: [&str; 50] = [
    "actions",
    "archive_number",
    "attachments",
    "channel",
    "channel_label",
    "checks",
    "child_heard",
    "claims",
    "deadline",
    "decision",
    "extended_due_on",
    "extension",
    "files",
    "grounds",
    "grounds_to_choose",
    "identity",
    "inform_parents",
    "language",
    "letter_kinds",
    "letters",
    "lift_notice_on",
    "lifted",
    "linked_numbers",
    "measures",
    "next_step",
    "notes",
    "other_dates",
    "other_parent",
    "other_rules",
    "outcomes",
    "pending_letters",
    "proposals",
    "complaints",
    "breaches",
    "ties",
    "reopen_grounds",
    "reopenings",
    "reports",
    "review",
    "representative",
    "route",
    "siblings",
    "suspensions",
    "tasks",
    "text",
    "their_reference",
    "timeline",
    "units",
    "version",
    "warnings",
];

const LETTER: [&str; 18] = [
    "cases",
    "channel",
    "channel_label",
    "correctable",
    "dated_on",
    "deliveries",
    "file",
    "file_name",
    "identities",
    "kind",
    "kind_label",
    "language",
    "letter",
    "message_title",
    "pages",
    "recipients",
    "sha256",
    "supersedes",
];

const DEADLINE: [&str; 10] = [
    "base_on",
    "due_on",
    "extended",
    "extension_notice_due_on",
    "nominal_on",
    "open_suspension",
    "received_on",
    "refusal_due_on",
    "steps",
    "suspended_days",
];

const ROUTE: [&str; 11] = [
    "channel",
    "checks",
    "handled_by",
    "hardly",
    "legal_basis",
    "legal_basis_ids",
    "mode",
    "reasons",
    "register",
    "right",
    "track",
];

fn holds(object: &Value, wanted: &[&str], what: &str) {
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    assert_eq!(keys(object), wanted, "{what}");
}

fn each_holds(list: &Value, wanted: &[&str], what: &str) {
    let list = list.as_array().expect("a list");
    assert!(!list.is_empty(), "{what}: the list must not be empty here");
    for object in list {
        holds(object, wanted, what);
    }
}

fn is_day(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<chrono::NaiveDate>().is_ok())
}

fn is_case(case: &Value, in_full: bool) {
    let listed: Vec<&str> = [&CASE[..], &["warnings"]].concat();
    if in_full {
        holds(case, &[&CASE[..], &OPENED[..]].concat(), "an opened case");
    } else {
        holds(case, &listed, "a case");
    }
    holds(&case["handled_by"], &["id", "name"], "who handles it");
    if case["track"] == "section-25" {
        let words = ["burdensome", "documents", "grounds", "public_interest", "stage", "stage_label"];
        holds(&case["section_25"], &words, "what a § 25 case has");
        assert_eq!(
            case["section_25"]["burdensome"].is_null(),
            case["right"] == "retting",
            "rectification has no steps"
        );
    } else {
        assert!(case["section_25"].is_null());
    }
    let person: &[&str] = &["birth_year", "initials", "masked_identity", "protected"];
    let full: &[&str] = if in_full { &["address", "born_on", "email", "name"] } else { &[] };
    holds(&case["person"], &[person, full].concat(), "a person");
    for day in ["received_on", "nominal_on"] {
        assert!(is_day(&case[day]), "{day}: {}", case[day]);
    }
    for day in ["due_on", "extension_notice_due_on", "refusal_due_on", "paused_since_on", "question_since_on"] {
        assert!(is_day(&case[day]) || case[day].is_null(), "{day}: {}", case[day]);
    }
    assert!(case["late"].is_boolean() && case["warnings"].is_array());
    assert!(case["days_left"].is_i64() || case["days_left"].is_null());
    let states = ["open", "suspended", "decided", "answered", "forwarded", "closed", "withdrawn"];
    assert!(states.contains(&case["state"].as_str().expect("a state")));
}

#[test]
fn a_registered_and_a_listed_case() {
    let office = Office::at("2026-03-03T09:00:00+01:00");
    let registered = office.register(&sample_03::request());
    holds(&registered, &["cases", "request", "version", "warnings"], "a registration");
    each_holds(&registered["warnings"], &["code", "message"], "warnings");
    is_case(&registered["cases"][0], false);
    let listed = office.done(&["case", "list"]);
    for field in ["cases", "next"] {
        assert!(keys(&listed).contains(&field));
    }
    is_case(&listed["cases"][0], false);
    assert_eq!(listed["next"], Value::Null);
}

#[test]
fn an_opened_case_at_every_stage() {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.register(&sample_03::request());
    let case = "2026/00001-a";
    let output = office.argument("brev.pdf");
    let letter =
        office.done(&["letter", "issue", case, "--kind", "identity-request", "--send", "epost", "-o", &output]);
    holds(&letter, &LETTER, "an issued letter");
    assert_eq!(letter["file"], output.as_str());
    assert!(letter["pages"].is_u64() && letter["sha256"].as_str().is_some_and(|hash| hash.len() == 64));
    assert_eq!(letter["cases"], json!([case]));

    let waits = office.show(case);
    is_case(&waits, true);
    each_holds(
        &waits["suspensions"],
        &[
            "answered_on",
            "asked_on",
            "correctable",
            "corrected",
            "ended_on",
            "ground",
            "ground_label",
            "number",
            "reminded_on",
            "reminder_reply_by_on",
            "reply_by_on",
        ],
        "a suspension",
    );
    each_holds(&waits["letters"], &LETTER, "a letter");
    each_holds(&waits["timeline"], &["actor", "at", "kind", "seq", "text"], "an event");
    each_holds(&waits["actions"], &["action", "available", "label", "why_not"], "an action");
    each_holds(&waits["proposals"], &["action", "label", "proposed", "source", "why"], "a proposal");
    each_holds(
        &waits["checks"],
        &["by", "doubtful", "id", "note", "on", "required", "result", "source", "text"],
        "a check",
    );
    holds(&waits["deadline"], &DEADLINE, "the deadline");
    holds(&waits["deadline"]["open_suspension"], &["due_if_answered_on", "since_on"], "an open suspension");
    each_holds(
        &waits["deadline"]["steps"],
        &["days", "from_on", "months", "op", "rule", "source", "text", "to_on"],
        "a step",
    );
    holds(&waits["route"], &ROUTE, "the route");
    holds(&waits["identity"], &["history", "method", "on", "status"], "identity");
    assert_eq!(waits["extension"], Value::Null);
    assert_eq!(waits["decision"], Value::Null);

    office.at_instant("2026-03-10T09:00:00+01:00");
    is_case(&office.done(&["case", "check", case, "identitet", "--result", "ja"]), true);
    let reasons = office.write("begrunnelse.txt", "Du har ikke sagt hva som er feil.");
    let arguments = ["case", "decide", case, "--outcome", "avvist", "--reasons-file", &reasons];
    let decided = office.done(&[&arguments[..], &["--legal-basis", "helseregisterloven § 25 første ledd"]].concat());
    is_case(&decided, true);
    holds(&decided["decision"], &["grounds", "label", "legal_basis", "outcome", "reasons"], "a decision");
    assert_eq!(decided["decision"]["legal_basis"], json!(["helseregisterloven § 25 første ledd"]));
}

#[test]
fn a_composed_letter() {
    let office = sample_02::office();
    let composed = office.done(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]);
    for field in ["draft", "kind", "language", "recipient", "text", "problems"] {
        assert!(keys(&composed).contains(&field), "{field}");
    }
    holds(&composed["recipient"], &["name", "role"], "a recipient");
    let composed = office.done(&["letter", "compose", "2026/00001-a", "--kind", "identity-request"]);
    each_holds(&composed["problems"], &["check", "message", "todo"], "a problem");
}

#[test]
fn the_store() {
    let office = Office::without_store("2026-02-03T09:00:00+01:00");
    let made = office.done(&["store", "init", "--test"]);
    holds(&made, &["recovery_key_file", "store", "user"], "a new store");
    let status = office.done(&["store", "status"]);
    let fields = ["cases", "format", "last_commit_at", "last_tested_restore_at", "organisation", "requests", "test"];
    holds(&status, &fields, "the status");
    assert_eq!((&status["last_commit_at"], &status["requests"]), (&Value::Null, &json!(0)));
    holds(
        &office.done(&["store", "verify"]),
        &["access_head", "events", "head", "ok", "problems", "readings", "requests"],
        "a verdict",
    );
    holds(&office.done(&["store", "rebuild"]), &["digest_after", "digest_before", "rows"], "what was made anew");
}

#[test]
fn what_needs_no_store_reads_none_and_no_clock() {
    let office = Office::without_store("2026-02-03T09:00:00+01:00");
    let run = |arguments: &[&str]| {
        let mut command = office.bare();
        // A store that is not there and a passphrase that is not there do not matter.
        let output =
            command.args(["--store", "borte", "--passphrase-file", "borte", "--json"]).args(arguments).output();
        let answer = Answer::of(&output.expect("the program starts"));
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
        serde_json::from_str::<Value>(&answer.out).expect("one document")
    };
    let registers = run(&["registers"]);
    for field in ["controllers", "facts", "id", "names", "rights"] {
        assert!(
            registers["registers"]
                .as_array()
                .expect("registers")
                .iter()
                .all(|register| keys(register).contains(&field))
        );
    }
    holds(&registers["registers"][0]["names"], &["en", "nb", "nn"], "names");
    let route = run(&["route", "--register", "kpr", "--right", "sletting", "--received", "2026-01-31"]);
    holds(&route, &ROUTE, "a route");
    each_holds(&route["reasons"], &["source", "text"], "a reason");
    assert_eq!(route["mode"], Value::Null);
    let deadline = run(&["deadline", "--received", "2026-01-31"]);
    holds(&deadline, &DEADLINE, "a deadline");
    // The same twenty years from now: nothing depends on today.
    assert_eq!(run(&["deadline", "--received", "2046-01-31"])["due_on"], "2046-02-28");
}

#[test]
fn the_answers_agree_with_one_another() {
    let office = sample_02::office();
    let case = office.show("2026/00001-a");
    let deadline = office.done(&["deadline", "--received", "2026-01-31"]);
    assert_eq!(case["deadline"], deadline, "the case computes as the command does");
    let route = office.done(&["route", "--register", "kpr", "--right", "sletting", "--received", "2026-01-31"]);
    assert_eq!(case["route"], route);
    for field in ["due_on", "nominal_on", "refusal_due_on", "extension_notice_due_on"] {
        assert_eq!(case[field], deadline[field], "{field}");
        assert_eq!(office.done(&["case", "list"])["cases"][0][field], deadline[field], "{field} in the list");
    }
}
