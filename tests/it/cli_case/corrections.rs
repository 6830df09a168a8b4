//! A letter that was wrong is not changed: a new one says which letter it replaces, and what was wrong.

use std::fs;

use serde_json::json;

use super::office::{Office, find};
use super::sample_02;

const CASE: &str = "2026/00001-a";

/// Sample 02, acknowledged and answered.
fn answered() -> Office {
    let mut office = sample_02::office();
    let output = office.argument("brev.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "acknowledgement", "-o", &output]);
    office.at_instant("2026-02-10T10:00:00+01:00");
    for (check, result) in [("identitet", "ja"), ("begrunnelse", "ja"), ("dokumentasjon", "ja"), ("art-17", "nei")] {
        office.done(&["case", "check", CASE, check, "--result", result]);
    }
    let reasons = office.write("grunngiving.txt", "Vi søkte i registeret 9. januar 2026 og fann ikkje noko om deg.\n");
    office.done(&["case", "decide", CASE, "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    office.done(&["letter", "issue", CASE, "--kind", "section-25-decision", "-o", &output]);
    office
}

#[test]
fn a_decision_is_corrected_by_a_new_letter_that_names_it() {
    let mut office = answered();
    office.done(&["case", "close", CASE]);
    office.at_instant("2026-02-12T10:00:00+01:00");
    let first = office.argument("første.pdf");
    office.done(&["letter", "reissue", "2026/00001-3", "-o", &first]);

    let output = office.argument("rettet.pdf");
    let again = ["letter", "issue", CASE, "--kind", "section-25-decision", "-o", &output];
    office.refused(&again, 3);
    let correct = ["--corrects", "2026/00001-3"];
    let composed =
        office.done(&[["letter", "compose", CASE, "--kind", "section-25-decision"].as_slice(), &correct].concat());
    assert_eq!(composed["corrects"], "2026/00001-3");
    assert_eq!(find(&composed["problems"], "check", "fields")["check"], "fields", "it says what was wrong");
    let fields = office.write(
        "felt.json",
        &json!({
            "correction": "Vi skreiv feil dato for søket. Rett dato er 9. februar 2026.",
            "reasons": "Vi søkte i registeret 9. februar 2026 og fann ikkje noko om deg.",
        })
        .to_string(),
    );
    let corrected = office.done(&[again.as_slice(), &correct, &["--fields", &fields]].concat());
    assert_eq!((&corrected["letter"], &corrected["supersedes"]), (&json!("2026/00001-4"), &json!("2026/00001-3")));

    let shown = office.show(CASE);
    assert_eq!(shown["state"], "closed", "the case stays as it was");
    assert_eq!(shown["appeal_due_on"], "2026-03-05", "the three weeks run anew from the new letter");
    let timeline = shown["timeline"].to_string();
    assert!(timeline.contains("Det retter brev 2026/00001-3."), "{timeline}");
    let old = office.argument("samme.pdf");
    office.done(&["letter", "reissue", "2026/00001-3", "-o", &old]);
    assert_eq!(fs::read(&first).expect("a file"), fs::read(&old).expect("a file"), "the old letter is as it was");

    let twice = office.refused(&[again.as_slice(), &correct, &["--fields", &fields]].concat(), 3);
    assert_eq!(twice["code"], "not-corrected", "{twice}");
    let last = ["--corrects", "2026/00001-4", "--fields", &fields];
    office.done(&[again.as_slice(), &last].concat());
    office.is_whole();
}

#[test]
fn the_words_name_the_letter_in_its_own_language() {
    let office = answered();
    let fields = office.write("felt.json", r#"{"correction": "Telefonnummeret var feil."}"#);
    let composed = office.done(&[
        "letter",
        "compose",
        CASE,
        "--kind",
        "acknowledgement",
        "--corrects",
        "2026/00001-2",
        "--fields",
        &fields,
    ]);
    assert_eq!(composed["problems"], json!([]), "{composed}");
    let text = composed["text"].as_str().expect("text");
    assert!(
        text.contains(
            "Dette brevet erstattar brevet vårt 2026/00001-2 frå 3. februar 2026.\n\nTelefonnummeret var feil."
        ),
        "{text}"
    );
}

#[test]
fn what_is_no_letter_of_the_case_and_what_moved_a_date_is_not_corrected() {
    let office = answered();
    let output = office.argument("brev.pdf");
    for (kind, number, code) in [
        ("section-25-decision", "2026/00001-9", "not-corrected"),
        ("acknowledgement", "2026/00001-3", "not-corrected"),
        ("identity-request", "2026/00001-2", "not-corrected"),
    ] {
        let refused =
            office.refused(&["letter", "issue", CASE, "--kind", kind, "--corrects", number, "-o", &output], 3);
        assert_eq!(refused["code"], code, "{kind} {number}: {refused}");
    }
    let elsewhere = ["letter", "issue", CASE, "--kind", "acknowledgement", "--corrects", "2026/00002-2", "-o", &output];
    assert_eq!(office.refused(&elsewhere, 2)["code"], "another-request");
}

#[test]
fn a_receipt_is_sent_once() {
    let office = answered();
    let output = office.argument("igjen.pdf");
    let again = office.refused(&["letter", "issue", CASE, "--kind", "acknowledgement", "-o", &output], 3);
    assert!(again["message"].as_str().expect("words").contains("allerede sendt"), "{again}");
    let batch = office.done(&["letter", "batch", CASE, "--kind", "acknowledgement", "--check"]);
    assert_eq!((&batch["ready"], &batch["stopped"][0]["code"]), (&json!([]), &json!("finished")));
}

/// A letter that comes back after the case is closed is sent again to the right address.
#[test]
fn the_address_is_corrected_on_a_closed_case_whose_letter_came_back() {
    let mut office = answered();
    office.done(&["case", "close", CASE]);
    let person = office.write(
        "person.json",
        r#"{"person": {"address": {"lines": ["Strandvegen 1", "6900 Florø"], "country": "NO"}}}"#,
    );
    let correct = ["case", "person", CASE, "--file", &person];
    assert_eq!(office.refused(&correct, 3)["code"], "finished");
    office.at_instant("2026-02-16T10:00:00+01:00");
    let returned =
        ["letter", "delivery", "2026/00001-3", "--returned", "--on", "2026-02-16", "--reason", "ukjent-adresse"];
    office.done(&returned);
    assert_eq!(find(&office.show(CASE)["actions"], "action", "person")["available"], true);
    assert_eq!(office.done(&correct)["person"]["address"]["lines"][0], "Strandvegen 1");
    office.is_whole();
}
