//! Entries that were made by mistake, and changes that somebody else made first.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const CASE: &str = "2026/00001-a";

fn office() -> Office {
    let office = Office::at("2026-02-05T09:00:00+01:00");
    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    office
}

fn suspend(office: &Office, ground: &str, on: &str) -> Value {
    office.done(&["case", "suspend", CASE, "--ground", ground, "--on", on, "--reply-by", "2026-02-19"])
}

#[test]
fn a_pause_that_never_was_counts_for_nothing_and_the_log_keeps_both() {
    let mut office = office();
    let before = office.show(CASE);
    suspend(&office, "presisering", "2026-02-04");
    office.at_instant("2026-02-12T09:00:00+01:00");
    office.done(&["case", "resume", CASE, "--on", "2026-02-11"]);
    let paused = office.show(CASE);
    assert_ne!(paused["due_on"], before["due_on"], "the pause moved the date");
    let corrected = office.done(&["case", "correct", CASE, "--suspension", "1", "--reason", "Gjaldt en annen sak."]);
    assert_eq!(corrected["due_on"], before["due_on"]);
    assert_eq!(corrected["deadline"]["suspended_days"], 0);
    assert_eq!(
        (&corrected["suspensions"][0]["corrected"], &corrected["suspensions"][0]["number"]),
        (&json!(true), &json!(1))
    );
    let kinds = each(&corrected["timeline"], "kind");
    assert!(kinds.contains(&"case-suspended") && kinds.last() == Some(&"entry-corrected"), "{kinds:?}");
    let said = each(&corrected["timeline"], "text");
    assert!(said.last().is_some_and(|text| text.contains("Gjaldt en annen sak.")), "{said:?}");
    let again = office.refused(&["case", "correct", CASE, "--suspension", "1", "--reason", "Igjen."], 3);
    assert_eq!(again["code"], "nothing-to-correct");
    // The same question can be asked in earnest now, and has a number of its own.
    let asked = suspend(&office, "presisering", "2026-02-12");
    assert_eq!((&asked["state"], &asked["suspensions"][1]["number"]), (&json!("suspended"), &json!(2)));
    let corrected = office.done(&["case", "correct", CASE, "--suspension", "2", "--reason", "Feil."]);
    assert_eq!((&corrected["state"], &corrected["question_since_on"]), (&json!("open"), &Value::Null));
    office.is_whole();
}

#[test]
fn what_the_person_was_told_in_a_letter_is_no_mistake_of_the_record() {
    let office = Office::at("2026-02-05T09:00:00+01:00");
    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
        "text": "Slett det dere har om meg.",
        "demands": [{"register": "kpr", "right": "sletting"}],
    }));
    let output = office.argument("brev.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "section-25-grounds-request", "-o", &output]);
    let refused = office.refused(&["case", "correct", CASE, "--suspension", "1", "--reason", "Feil."], 3);
    assert_eq!((&refused["code"], &refused["fields"][0]["path"]), (&json!("issued-as-letter"), &json!("suspension")));
    assert_eq!(find(&office.show(CASE)["actions"], "action", "correct")["available"], false);
    let missing = office.refused(&["case", "correct", CASE, "--suspension", "7", "--reason", "Feil."], 3);
    assert_eq!(missing["code"], "nothing-to-correct");
    let empty = office.refused(&["case", "correct", CASE, "--suspension", "1", "--reason", "  "], 2);
    assert_eq!(empty["fields"][0]["path"], "reason");
}

#[test]
fn a_proposed_extension_is_taken_back_and_one_in_force_is_not() {
    let office = office();
    let extend = [
        "case",
        "extend",
        CASE,
        "--reason",
        "antall",
        "--text",
        "Du har sendt mange krav.",
        "--expected",
        "2026-04-20",
    ];
    office.done(&extend);
    let corrected = office.done(&["case", "correct", CASE, "--extension", "--reason", "Feil sak."]);
    assert_eq!(corrected["extension"], Value::Null);
    let nothing = office.refused(&["case", "correct", CASE, "--extension", "--reason", "Igjen."], 3);
    assert_eq!(nothing["code"], "nothing-to-correct");
    office.done(&extend);
    let output = office.argument("melding.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "extension-notice", "-o", &output]);
    let refused = office.refused(&["case", "correct", CASE, "--extension", "--reason", "Feil."], 3);
    assert_eq!((&refused["code"], &refused["fields"][0]["path"]), (&json!("issued-as-letter"), &json!("extension")));
    office.is_whole();
}

#[test]
fn whoever_comes_second_is_told_who_changed_what_and_nothing_is_overwritten() {
    let office = office();
    office.let_in("Kari Myhre", "saksbehandler");
    let read = office.show(CASE)["version"].to_string();
    let text = office.write("notat.txt", "Ringte og spurte.");
    office.done_as("Kari Myhre", &["case", "take", CASE]);
    office.done_as("Kari Myhre", &["case", "note", CASE, "--text-file", &text]);
    let conflict = office.refused(&["case", "assign", CASE, "--to", "administrator", "--if-version", &read], 7);
    assert_eq!(conflict["code"], "conflict");
    assert_eq!(each(&conflict["fields"], "code"), ["case-assigned", "note-added"]);
    assert_eq!(each(&conflict["fields"], "message"), ["Kari Myhre, 05.02.2026 kl. 09.00"; 2]);
    assert_eq!(office.show(CASE)["assignee"], "Kari Myhre");
}
