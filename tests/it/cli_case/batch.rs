//! Many letters at once: each stands or falls by itself.

use std::fs;

use serde_json::{Value, json};

use super::office::{Office, each};
use super::sample_02;

/// Three requests by post, one of them with two cases, and one by e-mail that says nothing of who or where.
fn office() -> Office {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let mut request = sample_02::request();
    office.register(&request);
    request["demands"] = json!([
        {"register": "kpr", "right": "sletting", "grounds": "Det er lenge sidan."},
        {"register": "npr", "right": "innsyn"},
    ]);
    office.register(&request);
    request["person"]["name"] = json!("Ola \u{1F600} Nordli");
    office.register(&request);
    office.register(&sample_02::request());
    office
}

const ALL: [&str; 5] = ["2026/00001-a", "2026/00002-a", "2026/00002-b", "2026/00003-a", "2026/00004-a"];

fn batch(office: &Office, more: &[&str]) -> Value {
    let command = ["letter", "batch", "--kind", "acknowledgement"];
    office.done(&[command.as_slice(), &ALL, more].concat())
}

#[test]
fn one_bad_letter_does_not_stop_the_rest() {
    let office = office();
    let checked = batch(&office, &["--check"]);
    assert_eq!(
        checked["ready"],
        json!([["2026/00001-a"], ["2026/00002-a", "2026/00002-b"], ["2026/00004-a"]]),
        "cases of one request share a letter"
    );
    assert_eq!(checked["stopped"][0]["fields"][0]["code"], "characters", "{checked}");
    assert_eq!(office.show(ALL[0])["letters"], json!([]), "checking issues nothing");

    let folder = office.argument("brev");
    let answer = batch(&office, &["-o", &folder]);
    assert_eq!(each(&answer["issued"], "letter"), ["2026/00001-2", "2026/00002-2", "2026/00004-2"]);
    assert_eq!(answer["issued"][1]["cases"], json!(["2026/00002-a", "2026/00002-b"]));
    assert_eq!(answer["stopped"][0]["cases"], json!(["2026/00003-a"]));
    assert_eq!(answer["left"], json!([]));
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().into_string().expect("a name"))
        .collect();
    files.sort();
    assert_eq!(files, ["2026-00001-2.pdf", "2026-00002-2.pdf", "2026-00004-2.pdf"], "a name tells the number alone");
    let again = office.argument("same.pdf");
    office.done(&["letter", "reissue", "2026/00002-2", "-o", &again]);
    let written = fs::read(office.path("brev").join("2026-00002-2.pdf")).expect("a file");
    assert_eq!(fs::read(&again).expect("a file"), written, "the file is the letter");
    assert_eq!(office.show("2026/00003-a")["letters"], json!([]));
    office.is_whole();
}

/// An answer is about one case, so the two cases of a request get a letter each, the second numbered after the first.
#[test]
fn answers_are_written_case_by_case() {
    let office = office();
    let reasons = office.write("grunngiving.txt", "Vi fann ikkje noko om deg.");
    for case in ["2026/00002-a", "2026/00002-b", "2026/00004-a"] {
        for (check, result) in [("identitet", "ja"), ("begrunnelse", "ja"), ("dokumentasjon", "ja")] {
            office.run(&["case", "check", case, check, "--result", result]);
        }
        let decision = ["case", "decide", case, "--outcome", "ingen-opplysninger", "--reasons-file", &reasons];
        office.done(&decision);
    }
    let list = office.write("saker.txt", "2026/00002-a\n2026/00004-a\n2026/00002-a\n2026/00009-a\n");
    let folder = office.argument("vedtak");
    let command = ["letter", "batch", "--kind", "section-25-decision", "--cases-file", &list, "-o", &folder];
    let answer = office.done(&command);
    assert_eq!(each(&answer["issued"], "letter"), ["2026/00002-2", "2026/00004-2"], "{answer}");
    assert_eq!(answer["stopped"][0]["code"], "not-found", "a case that is not there is told, and stops nothing");
    assert_eq!(office.show("2026/00002-a")["state"], "answered");
    assert_eq!(office.show("2026/00002-b")["state"], "decided");
    office.is_whole();
}

/// What a lead has approved goes out as it was approved, for a whole selection.
#[test]
fn approved_letters_go_out_together() {
    let office = office();
    office.let_in("Kari Myhre", "saksbehandler");
    office.let_in("Live Solbakken", "leder");
    office.done(&["settings", "set", "--second-person", "ja"]);
    let reasons = office.write("grunngiving.txt", "Vi fann ikkje noko om deg.");
    let fields = office.write("felt.json", r#"{"guidance": "Spør gjerne kommunen."}"#);
    for case in ["2026/00001-a", "2026/00004-a"] {
        office.done_as(
            "Kari Myhre",
            &["case", "decide", case, "--outcome", "ingen-opplysninger", "--reasons-file", &reasons],
        );
        office.done_as(
            "Kari Myhre",
            &["letter", "ask-approval", case, "--kind", "section-25-decision", "--fields", &fields],
        );
    }
    office.done_as("Live Solbakken", &["case", "approve", "2026/00004-a"]);
    let folder = office.argument("vedtak");
    let command = ["letter", "batch", "--kind", "section-25-decision", "2026/00001-a", "2026/00004-a", "-o", &folder];
    let answer = office.done_as("Kari Myhre", &command);
    assert_eq!(each(&answer["issued"], "letter"), ["2026/00004-2"], "{answer}");
    assert_eq!(answer["stopped"][0]["fields"][0]["code"], "approval");
    office.is_whole();
}

#[test]
fn a_selection_that_cannot_be_is_told() {
    let office = office();
    for arguments in [
        &["letter", "batch", "--kind", "acknowledgement", "-o", "mappe"][..],
        &["letter", "batch", "--kind", "hilsen", "--check", ALL[0]],
        &["letter", "batch", "--kind", "acknowledgement", ALL[0]],
    ] {
        office.refused(arguments, 2);
    }
}
