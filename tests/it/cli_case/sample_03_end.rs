//! The e-mail of a wrong diagnosis to its end: who it is, what is wrong, a reminder, the decision.

use serde_json::{Value, json};

use super::office::{Office, each, find};
use super::sample_03::{CASE, NUMBER, office};

/// What becomes known when the person answers by letter.
const ADDRESS: &str = r#"{
    "person": {"address": {"lines": ["Elvegata 12", "2609 Lillehammer"]}},
    "identity": {"status": "confirmed", "method": "brev", "on": "2026-03-09"}
}"#;

fn issue(office: &Office, kind: &str, more: &[&str]) -> Value {
    let output = office.argument(&format!("{kind}.pdf"));
    let letter = office.done(&[&["letter", "issue", CASE, "--kind", kind, "-o", &output], more].concat());
    office.is_whole();
    letter
}

/// Acknowledged, asked who it is, answered with an address.
fn known() -> Office {
    let mut office = office();
    office.keep_secret(&["Elvegata", "Lillehammer"]);
    assert_eq!(issue(&office, "acknowledgement", &["--send", "epost"])["channel"], "epost");
    issue(&office, "identity-request", &["--send", "epost"]);
    office.at_instant("2026-03-10T09:00:00+01:00");
    let file = office.write("person.json", ADDRESS);
    office.done(&["case", "person", CASE, "--file", &file]);
    office.is_whole();
    office
}

#[test]
fn from_the_e_mail_to_the_decision() {
    let mut office = known();
    let case = office.show(CASE);
    let identity = &case["identity"];
    assert_eq!((&identity["status"], &identity["method"]), (&json!("confirmed"), &json!("brev")));
    assert_eq!(identity["on"], "2026-03-09");
    assert_eq!(case["person"]["address"]["lines"], json!(["Elvegata 12", "2609 Lillehammer"]));
    assert_eq!(case["person"]["email"], "sivert.moen@example.no", "what was known stays");
    assert_eq!(case["suspensions"][0]["answered_on"], "2026-03-09");
    assert_eq!(case["due_on"], "2026-04-08", "2 April and six days");
    assert_eq!(case["next_step"]["target"], "section-25-grounds-request");

    let composed = office.done(&["letter", "compose", CASE, "--kind", "section-25-grounds-request"]);
    assert_eq!((&composed["send"], &composed["problems"]), (&json!("brev"), &json!([])));
    let text = composed["text"].as_str().expect("text");
    for said in ["Elvegata 12", "Norsk pasientregister", "hva som er feil", "senest tirsdag 24. mars 2026"] {
        assert!(text.contains(said), "the letter says «{said}»:\n{text}");
    }
    assert!(!text.contains(NUMBER));
    let letter = issue(&office, "section-25-grounds-request", &[]);
    assert_eq!((&letter["letter"], &letter["channel"]), (&json!("2026/00001-4"), &json!("brev")));
    let case = office.show(CASE);
    let asked = &case["suspensions"][1];
    assert_eq!((&asked["ground"], &asked["asked_on"]), (&json!("presisering"), &json!("2026-03-10")));
    assert_eq!((&case["state"], &case["section_25"]["stage"]), (&json!("suspended"), &json!("venter")));
    let again = office.argument("igjen.pdf");
    let twice = office.refused(&["letter", "issue", CASE, "--kind", "section-25-grounds-request", "-o", &again], 3);
    assert_eq!(twice["code"], "already-asked");

    office.at_instant("2026-04-08T09:00:00+02:00");
    let case = office.done(&["case", "resume", CASE, "--on", "2026-04-07"]);
    assert_eq!(case["due_on"], "2026-05-06", "28 days more");
    for check in ["begrunnelse", "dokumentasjon", "hva-er-feil", "kilde-journal"] {
        office.done(&["case", "check", CASE, check, "--result", "ja"]);
    }
    let case = office.done(&["case", "check", CASE, "identitet", "--result", "ja"]);
    assert_eq!(case["identity"]["method"], "brev", "how it was confirmed is kept");
    assert_eq!(case["next_step"]["action"], "decide");
    let reasons = office.write("begrunnelse.txt", "Sykehuset har bekreftet at diagnosen ble satt på feil person.\n");
    assert_eq!(
        office.done(&["case", "decide", CASE, "--outcome", "rettet", "--reasons-file", &reasons])["state"],
        "decided"
    );
    let fields = office.write("felt.json", r#"{"new_content": "Diagnosen er fjernet.", "done_on": "2026-04-08"}"#);
    let composed = office.done(&["letter", "compose", CASE, "--kind", "section-25-decision", "--fields", &fields]);
    let text = composed["text"].as_str().expect("text");
    for said in ["Vi retter opplysningene om deg", "Diagnosen er fjernet", "tre uker fra du fikk dette brevet"] {
        assert!(text.contains(said), "the decision says «{said}»:\n{text}");
    }
    issue(&office, "section-25-decision", &["--fields", &fields]);
    // A decision that changes something is not done before it is carried out, and whoever has the data is told.
    assert_eq!(office.show(CASE)["next_step"]["target"], "gjennomforing");
    let refused = office.refused(&["case", "close", CASE], 3);
    assert_eq!(refused["code"], "measures-open");
    let done =
        ["case", "measure", CASE, "gjennomforing", "--done", "2026-04-07", "--note", "Rettet, sett i uttrekket."];
    assert_eq!(office.done(&done)["measures"][0]["state"], "done");
    let not_needed = ["case", "measure", CASE, "underretning", "--not-needed", "--note", "Ikke utlevert til noen."];
    assert_eq!(office.done(&not_needed)["measures"][1]["state"], "not-needed");
    assert_eq!(office.done(&["case", "close", CASE])["state"], "closed");
    office.is_whole();
    insta::assert_snapshot!("sample_03_end", office.run(&["case", "show", CASE]).out);
}

#[test]
fn silence_is_met_with_one_reminder_and_then_with_a_decision() {
    let mut office = known();
    issue(&office, "section-25-grounds-request", &[]);
    let nothing = office.argument("ingenting.pdf");
    office.at_instant("2026-03-24T09:00:00+01:00");
    assert_eq!(office.show(CASE)["next_step"]["action"], "resume", "the last day to reply is not over");
    office.at_instant("2026-03-25T09:00:00+01:00");
    let case = office.show(CASE);
    assert_eq!(case["next_step"]["target"], "reminder");
    let warning = find(&case["warnings"], "code", "reply-by-passed");
    assert!(warning["message"].as_str().expect("words").contains("tirsdag 24. mars 2026"), "{warning}");
    let reminder = find(&case["proposals"], "action", "reminder");
    assert_eq!(
        (&reminder["proposed"], &reminder["source"]),
        (&json!(true), &json!("Forvaltningsloven § 11 fjerde ledd"))
    );
    assert_eq!(find(&case["proposals"], "action", "decide-on-known")["proposed"], false);

    let early = office.write("tidlig.json", r#"{"reply_by_on": "2026-03-25"}"#);
    office.refused(&["letter", "issue", CASE, "--kind", "reminder", "--fields", &early, "-o", &nothing], 3);
    let later = office.write("senere.json", r#"{"reply_by_on": "2026-04-15"}"#);
    issue(&office, "reminder", &["--fields", &later]);
    let reminded = office.show(CASE);
    let asked = &reminded["suspensions"][1];
    assert_eq!((&asked["reply_by_on"], &asked["reminded_on"]), (&json!("2026-03-24"), &json!("2026-03-25")));
    assert_eq!(asked["reminder_reply_by_on"], "2026-04-15");
    assert_eq!(reminded["deadline"], case["deadline"], "a reminder changes no date");
    assert_eq!(find(&reminded["warnings"], "code", "reply-by-passed"), &Value::Null);

    office.at_instant("2026-04-16T09:00:00+02:00");
    let case = office.show(CASE);
    assert_eq!((&case["next_step"]["action"], &case["next_step"]["target"]), (&json!("decide"), &Value::Null));
    assert_eq!(find(&case["proposals"], "action", "reminder")["proposed"], false);
    assert_eq!(find(&case["proposals"], "action", "decide-on-known")["proposed"], true);
    office.is_whole();
}

#[test]
fn silence_about_who_it_is_ends_in_avvisning() {
    let mut office = office();
    issue(&office, "identity-request", &["--send", "epost"]);
    let nothing = office.argument("ingenting.pdf");
    office.at_instant("2026-03-18T09:00:00+01:00");
    assert_eq!(office.show(CASE)["next_step"]["target"], "reminder");
    issue(&office, "reminder", &["--send", "epost"]);
    office.at_instant("2026-04-02T09:00:00+02:00");
    let case = office.show(CASE);
    assert_eq!((&case["next_step"]["action"], &case["next_step"]["target"]), (&json!("decide"), &json!("avvist")));
    let dismiss = find(&case["proposals"], "action", "dismiss");
    assert_eq!(
        (&dismiss["proposed"], &dismiss["source"]),
        (&json!(true), &json!("Personvernforordningen art. 12 nr. 2 og 6"))
    );
    let answered = office.done(&["case", "resume", CASE, "--on", "2026-04-01"]);
    assert_eq!(find(&answered["proposals"], "action", "dismiss"), &Value::Null);
    let none = office.refused(&["letter", "issue", CASE, "--kind", "reminder", "--send", "epost", "-o", &nothing], 3);
    assert_eq!(none["code"], "nothing-open");
}

#[test]
fn what_is_known_of_the_person_is_corrected_with_a_new_row() {
    let office = known();
    let before = office.show(CASE)["version"].clone();
    let file = office.write("person.json", ADDRESS);
    assert_eq!(office.refused(&["case", "person", CASE, "--file", &file], 3)["code"], "nothing-new");
    for (new, code, error) in [
        (r#"{"person": {"protection": "fortrolig"}}"#, 3, "protection-stays"),
        (r#"{"person": {"email": "hos meg"}}"#, 2, "invalid-request"),
        (r#"{"person": {"identity_number": "22918821150"}}"#, 2, "invalid-request"),
        (r#"{"identity": {"status": "confirmed", "on": "2026-03-11"}}"#, 3, "date-order"),
        (r#"{"identity": {"status": "confirmed", "on": "2026-03-01"}}"#, 3, "date-order"),
        (r#"{"person": {"gate": "Elvegata"}}"#, 2, "invalid-person"),
        (r#"["Elvegata"]"#, 2, "invalid-person"),
        ("{", 2, "invalid-person"),
    ] {
        let file = office.write("person.json", new);
        assert_eq!(office.refused(&["case", "person", CASE, "--file", &file], code)["code"], error, "{new}");
    }
    assert_eq!(office.show(CASE)["version"], before, "nothing was changed");
    let file = office.write("person.json", r#"{"person": {"name": "Sivert Dahl Moen-Lie"}}"#);
    let case = office.done(&["case", "person", CASE, "--file", &file]);
    assert_eq!(case["person"]["initials"], "S.M.");
    assert_eq!(case["person"]["address"]["lines"][0], "Elvegata 12");
    assert_eq!(office.done(&["case", "list"])["cases"][0]["person"]["initials"], "S.M.");
    assert_eq!(each(&case["timeline"], "kind").iter().filter(|kind| **kind == "person-corrected").count(), 2);
    office.is_whole();
}
