//! A second person's word: an office that has decided so sends no refusal, erasure or § 25 decision without it.

use serde_json::{Value, json};

use super::office::{Office, each, find};
use super::sample_02;

const CASE: &str = "2026/00001-a";
const KIND: &str = "section-25-decision";

/// Sample 02 decided, in an office with a caseworker, two leads and a second person for what weighs.
fn decided() -> Office {
    let office = sample_02::office();
    office.let_in("Kari Myhre", "saksbehandler");
    office.let_in("Live Solbakken", "leder");
    office.let_in("Tor Vik", "leder");
    let settings = office.done(&["settings", "set", "--second-person", "ja"]);
    assert_eq!((&settings["second_person"], &settings["internal_days"]), (&json!(true), &Value::Null));
    decide(&office, "Vi søkte i registeret 9. februar 2026 og fann ikkje noko om deg.");
    office
}

fn decide(office: &Office, reasons: &str) {
    for (check, result) in [("identitet", "ja"), ("begrunnelse", "ja"), ("dokumentasjon", "ja"), ("art-17", "nei")] {
        office.done_as("Kari Myhre", &["case", "check", CASE, check, "--result", result]);
    }
    let file = office.write("grunngiving.txt", reasons);
    let decision = ["case", "decide", CASE, "--outcome", "ingen-opplysninger", "--reasons-file", &file];
    office.done_as("Kari Myhre", &decision);
}

fn compose(office: &Office, user: &str) -> Value {
    office.done_as(user, &["letter", "compose", CASE, "--kind", KIND])
}

fn issue(output: &str) -> [&str; 7] {
    ["letter", "issue", CASE, "--kind", KIND, "-o", output]
}

#[test]
fn a_decision_goes_from_its_writer_to_a_lead_and_out() {
    let office = decided();
    let output = office.argument("vedtak.pdf");
    let composed = compose(&office, "Kari Myhre");
    assert_eq!(each(&composed["problems"], "check"), ["approval"], "nothing but the approval is missing");
    assert_eq!((&composed["approval"]["state"], &composed["approval"]["can_ask"]), (&json!("not-asked"), &json!(true)));
    assert_eq!(office.refused_as("Kari Myhre", &issue(&output), 3)["code"], "gate");
    assert_eq!(office.refused_as("Live Solbakken", &["case", "approve", CASE], 3)["code"], "nothing-open");

    let asked = office.done_as("Kari Myhre", &["letter", "ask-approval", CASE, "--kind", KIND]);
    assert_eq!((&asked["status"], &asked["state"]), (&json!("til-godkjenning"), &json!("decided")));
    assert_eq!(asked["next_step"]["action"], "approve");
    assert_eq!(asked["pending_letters"][0]["asked_by"], "Kari Myhre");
    let waiting = office.done(&["case", "list", "--state", "awaiting-approval"]);
    assert_eq!(each(&waiting["cases"], "case"), [CASE]);
    assert_eq!(office.refused_as("Kari Myhre", &issue(&output), 3)["code"], "gate");
    let refused = office.refused_as("Kari Myhre", &["case", "approve", CASE], 3);
    assert!(refused["message"].as_str().expect("words").contains("kan ikke godkjenne brev"), "{refused}");

    let seen = compose(&office, "Live Solbakken");
    assert_eq!((&seen["approval"]["state"], &seen["approval"]["may_answer"]), (&json!("asked"), &json!(true)));
    assert!(seen["text"].as_str().expect("text").contains("Saksbehandlar: Kari Myhre"), "the writer stays the writer");
    let approved = office.done_as("Live Solbakken", &["case", "approve", CASE]);
    assert_eq!(approved["status"], "ikke-sendt");
    assert_eq!(office.done(&["case", "list", "--state", "awaiting-approval"])["cases"], json!([]));

    // Whoever issues it, its writer and whoever approved it sign.
    let text = compose(&office, "Tor Vik")["text"].as_str().expect("text").to_owned();
    let signed = text.split("Venleg helsing").nth(1).expect("a closing");
    assert!(signed.contains("Live Solbakken\nleiar") && signed.contains("Kari Myhre\nsaksbehandlar"), "{signed}");
    assert!(!signed.contains("Tor Vik"), "{signed}");
    let letter = office.done_as("Kari Myhre", &issue(&output));
    assert_eq!(letter["letter"], "2026/00001-2");
    let shown = office.show(CASE);
    assert_eq!(shown["pending_letters"], json!([]));
    for kind in ["approval-asked", "letter-approved", "letter-issued"] {
        assert!(!find(&shown["timeline"], "kind", kind).is_null(), "{kind} is in the timeline");
    }
    office.is_whole();
}

#[test]
fn a_lead_does_not_approve_what_they_wrote() {
    let office = decided();
    office.done_as("Live Solbakken", &["letter", "ask-approval", CASE, "--kind", KIND]);
    assert_eq!(office.refused_as("Live Solbakken", &["case", "approve", CASE], 3)["code"], "own-approval");
    assert_eq!(compose(&office, "Live Solbakken")["approval"]["may_answer"], false);
    office.done_as("Tor Vik", &["case", "approve", CASE]);
    office.done_as("Live Solbakken", &issue(&office.argument("vedtak.pdf")));
}

#[test]
fn a_letter_that_is_sent_back_says_why_and_goes_round_again() {
    let office = decided();
    office.done_as("Kari Myhre", &["letter", "ask-approval", CASE, "--kind", KIND]);
    let back = ["case", "approve", CASE, "--send-back", "Skriv òg at du leitte i arkivet."];
    let sent_back = office.done_as("Live Solbakken", &back);
    assert_eq!(sent_back["status"], "ikke-sendt");
    assert_eq!(sent_back["next_step"]["why"], "Brevet er sendt tilbake og må rettes.");
    let composed = compose(&office, "Kari Myhre");
    assert_eq!(composed["approval"]["state"], "sent-back");
    assert_eq!(composed["approval"]["reason"], "Skriv òg at du leitte i arkivet.");
    assert_eq!(each(&composed["problems"], "check"), ["approval"]);
    office.done_as("Kari Myhre", &["letter", "ask-approval", CASE, "--kind", KIND]);
    office.done_as("Live Solbakken", &["case", "approve", CASE]);
    office.done_as("Kari Myhre", &issue(&office.argument("vedtak.pdf")));
    office.is_whole();
}

/// What was approved is the words: whatever changes them after that takes the approval away.
#[test]
fn a_letter_that_says_something_else_than_was_approved_is_not_sent() {
    let office = decided();
    let output = office.argument("vedtak.pdf");
    office.done_as("Kari Myhre", &["letter", "ask-approval", CASE, "--kind", KIND]);
    office.done_as("Live Solbakken", &["case", "approve", CASE]);
    let fields = office.write("felt.json", &json!({"guidance": "Du kan òg spørje kommunen."}).to_string());
    let otherwise = ["letter", "compose", CASE, "--kind", KIND, "--fields", &fields];
    assert_eq!(office.done_as("Kari Myhre", &otherwise)["approval"]["state"], "changed");
    let with_fields = ["letter", "issue", CASE, "--kind", KIND, "--fields", &fields, "-o", &output];
    let refused = office.refused_as("Kari Myhre", &with_fields, 3);
    assert_eq!(refused["fields"][0]["code"], "approval", "{refused}");
    assert_eq!(compose(&office, "Kari Myhre")["approval"]["state"], "approved", "as it was, it may go");

    // A new address changes whom it goes to; a new decision takes everything away.
    let person = office.write(
        "person.json",
        r#"{"person": {"address": {"lines": ["Strandvegen 1", "6900 Florø"], "country": "NO"}}}"#,
    );
    office.done_as("Kari Myhre", &["case", "person", CASE, "--file", &person]);
    assert_eq!(compose(&office, "Kari Myhre")["approval"]["state"], "changed");
    decide(&office, "Vi søkte éin gong til.");
    assert_eq!(compose(&office, "Kari Myhre")["approval"]["state"], "not-asked");
    office.is_whole();
}

#[test]
fn only_what_weighs_needs_a_second_person() {
    let office = decided();
    let acknowledgement = ["letter", "compose", CASE, "--kind", "acknowledgement"];
    assert_eq!(office.done_as("Kari Myhre", &acknowledgement)["approval"]["state"], "not-needed");
    let ask = ["letter", "ask-approval", CASE, "--kind", "acknowledgement"];
    assert_eq!(office.refused_as("Kari Myhre", &ask, 3)["code"], "needs-no-approval");
    office.done(&["settings", "set", "--second-person", "nei"]);
    assert_eq!(compose(&office, "Kari Myhre")["approval"]["state"], "not-needed");
}

/// An answer that gives everything goes out by itself; one that refuses or erases does not, on any track.
#[test]
fn refusals_and_erasures_weigh_on_every_track() {
    let mut request = sample_02::request();
    request["demands"] = json!([{"register": "hpr", "right": "retting", "facts": {"yrke": "helsepersonell"}}]);
    for (outcome, state) in
        [("rettet", "not-needed"), ("delvis", "not-asked"), ("avslag", "not-asked"), ("avvist", "not-asked")]
    {
        let office = Office::at("2026-02-03T09:00:00+01:00");
        office.let_in("Live Solbakken", "leder");
        office.done(&["settings", "set", "--second-person", "ja"]);
        office.register(&request);
        let reasons = office.write("grunngiving.txt", "Slik er det.");
        office.done(&["case", "decide", CASE, "--outcome", outcome, "--reasons-file", &reasons]);
        let composed = office.done(&["letter", "compose", CASE, "--kind", "answer"]);
        assert_eq!(composed["approval"]["state"], state, "{outcome}");
    }
}

#[test]
fn a_second_person_has_to_be_there() {
    let office = sample_02::office();
    let refused = office.refused(&["settings", "set", "--second-person", "ja"], 3);
    assert_eq!(refused["code"], "nobody-approves");
    assert_eq!(office.done(&["settings", "show"])["second_person"], false);
    office.refused(&["settings", "set"], 2);
    office.refused(&["settings", "set", "--second-person", "kanskje"], 2);
}
