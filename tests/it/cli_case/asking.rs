//! What has been asked for and given is not asked for again, through the built program.

use personvernsak::casework::letter::LetterKind;
use serde_json::{Value, json};

use super::office::{Office, each};

const CASE: &str = "2026/00001-a";

/// An office with a claim under helseregisterloven § 25 that came without grounds or documents.
fn office(right: &str) -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Vik", "Fjellveien"]);
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
        "text": "Det dere har om meg, skal bort eller rettes.",
        "demands": [{"register": "kpr", "right": right}],
    }));
    office
}

/// What keeps the letter that asks for grounds from being sent, and its words.
fn asking(office: &Office) -> (Value, String) {
    let composed = office.done(&["letter", "compose", CASE, "--kind", "section-25-grounds-request"]);
    (json!(each(&composed["problems"], "check")), composed["text"].as_str().expect("text").to_owned())
}

fn check(office: &Office, point: &str, result: &str) {
    office.done(&["case", "check", CASE, point, "--result", result]);
}

#[test]
fn what_the_person_answered_is_not_asked_for_again() {
    for right in ["sletting", "retting"] {
        let mut office = office(right);
        assert_eq!(asking(&office).0, json!([]));
        let output = office.argument("brev.pdf");
        office.done(&["letter", "issue", CASE, "--kind", "section-25-grounds-request", "-o", &output]);
        office.at_instant("2026-03-11T09:00:00+01:00");
        office.done(&["case", "resume", CASE, "--on", "2026-03-10"]);
        assert_eq!(asking(&office).0, json!(["already-given"]), "{right}");
        let output = office.argument("igjen.pdf");
        office.refused(&["letter", "issue", CASE, "--kind", "section-25-grounds-request", "-o", &output], 3);

        check(&office, "dokumentasjon", "nei");
        let (problems, text) = asking(&office);
        assert_eq!(problems, json!([]), "what came was not it: {right}");
        assert!(text.contains("Legg ved noe som viser") && text.contains("Det trenger du ikke gjenta"), "{text}");
        office.done(&["letter", "issue", CASE, "--kind", "section-25-grounds-request", "-o", &output]);
        office.at_instant("2026-03-20T09:00:00+01:00");
        office.done(&["case", "resume", CASE, "--on", "2026-03-19"]);
        assert_eq!(asking(&office).0, json!(["already-given"]), "it came after the no: {right}");
        office.is_whole();
    }
}

#[test]
fn what_the_checklist_says_was_given_is_not_asked_for() {
    let office = office("sletting");
    check(&office, "begrunnelse", "ja");
    let (problems, text) = asking(&office);
    assert_eq!(problems, json!([]), "documents are missing");
    assert!(text.contains("Du har skrevet hvorfor du ber om dette"), "{text}");
    check(&office, "dokumentasjon", "ja");
    assert_eq!(asking(&office).0, json!(["already-given"]));
    check(&office, "begrunnelse", "nei");
    let (problems, text) = asking(&office);
    assert_eq!(problems, json!([]));
    assert!(text.contains("Du har alt sendt oss noe som viser det"), "{text}");
}

#[test]
fn every_kind_of_letter_is_named_where_none_was_chosen() {
    let office = office("sletting");
    let refused = office.refused(&["letter", "compose", CASE], 2);
    let help = office.run(&["letter", "compose", "--help"]).out;
    for kind in LetterKind::ALL {
        assert!(refused["message"].as_str().expect("words").contains(kind.id()), "{refused}");
        assert!(help.split_whitespace().any(|word| word.trim_matches(',') == kind.id()), "{help}");
    }
}
