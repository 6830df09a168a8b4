//! A case that is opened again, from the outside: the log and the letters keep what was, and the list shows what is left.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const A: &str = "2026/00001-a";

fn answered() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Vik", "Fjellveien"]);
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
        "text": "Datoen for operasjonen min er feil.",
        "demands": [{"register": "npr", "right": "retting", "grounds": "Operasjonen var 4. mai, ikke 5. mai."}],
    }));
    office.at_instant("2026-03-10T09:00:00+01:00");
    decide(&office, "avslag");
    issue(&office, &json!({}), &[]);
    office.done(&["case", "close", A]);
    office
}

fn decide(office: &Office, outcome: &str) {
    let reasons = office.write("grunn.txt", "Journalen viser hva som er riktig.\n");
    office.done(&["case", "decide", A, "--outcome", outcome, "--reasons-file", &reasons]);
}

fn issue(office: &Office, fields: &Value, more: &[&str]) -> Value {
    let fields = office.write("felt.json", &fields.to_string());
    let output = office.argument("vedtak.pdf");
    let letter = ["letter", "issue", A, "--kind", "section-25-decision", "--fields", &fields, "-o", &output];
    let letter = office.done(&[&letter, more].concat());
    office.is_whole();
    letter
}

fn reopen(office: &Office, ground: &str) -> Value {
    office.done(&["case", "reopen", A, "--ground", ground, "--reason", "Sykehuset har rettet journalen."])
}

#[test]
fn a_closed_case_is_opened_again_and_answered_anew_and_everything_stays_in_the_log() {
    let mut office = answered();
    assert!(office.done(&["case", "list"])["cases"].as_array().expect("cases").is_empty());
    office.at_instant("2026-04-20T09:00:00+02:00");
    let closed = office.show(A);
    assert_eq!(find(&closed["actions"], "action", "reopen")["available"], true);
    let grounds = each(&closed["reopen_grounds"], "id");
    assert_eq!(grounds, ["klage-omgjort", "ikke-staende", "ny-opplysning", "feil-hos-oss"]);

    let case = reopen(&office, "ny-opplysning");
    assert_eq!((&case["state"], &case["reopened_on"]), (&json!("open"), &json!("2026-04-20")));
    assert_eq!((&case["due_on"], &case["late"], &case["days_left"]), (&closed["due_on"], &json!(false), &Value::Null));
    assert_eq!(case["internal_due_on"], "2026-05-04", "two weeks, the office's own");
    assert_eq!(find(&case["other_dates"], "id", "reopened")["on"], "2026-05-04");
    let told = find(&case["warnings"], "code", "reopened")["message"].as_str().expect("words").to_owned();
    for said in ["gjenåpnet 20.04.2026", "svar 10.03.2026, i brev 2026/00001-2", "ingen ny", "4. mai 2026"] {
        assert!(told.contains(said), "«{said}»: {told}");
    }
    let reopening = &case["reopenings"][0];
    assert_eq!((&reopening["role"], &reopening["answer"]), (&json!("administrator"), &json!("2026/00001-2")));
    assert_eq!(reopening["reason"], "Sykehuset har rettet journalen.");
    assert_eq!(each(&case["letters"], "letter"), ["2026/00001-2"], "the answer that was sent stays");
    assert_eq!(each(&office.done(&["case", "list"])["cases"], "case"), [A]);
    for overdue in [&["case", "list", "--overdue"][..], &["case", "list", "--figure", "forfalt"]] {
        assert!(office.done(overdue)["cases"].as_array().expect("cases").is_empty(), "{overdue:?}");
    }
    assert_eq!(office.refused(&["case", "reopen", A, "--ground", "retur", "--reason", "x"], 3)["code"], "not-ended");
    let found = office.done(&["case", "list", "--search", "sykehuset"]);
    assert_eq!(each(&found["cases"], "case"), [A], "the reason is found");

    decide(&office, "rettet");
    let fields = json!({
        "new_content": "Du ble operert 4. mai 2018.", "done_on": "2026-04-24", "correction": "Vi har endret vedtaket.",
    });
    let letter = issue(&office, &fields, &["--corrects", "2026/00001-2"]);
    assert_eq!(letter["letter"], "2026/00001-3");
    let case = office.show(A);
    assert_eq!(
        (&case["state"], &case["reopened_on"], &case["outcome"]),
        (&json!("answered"), &Value::Null, &json!("rettet"))
    );
    let kinds = each(&case["timeline"], "kind");
    for kind in ["case-closed", "case-reopened"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    assert_eq!(kinds.iter().filter(|kind| **kind == "case-decided").count(), 2, "both decisions stand in the log");
    office.done(&["store", "verify"]);
    office.done(&["store", "rebuild"]);
    assert_eq!(office.show(A), case, "the rows follow from the log");
}

#[test]
fn a_withdrawn_claim_that_stands_after_all_has_the_date_it_always_had() {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "epost", "language": "nb", "person": {"name": "Odd Lie"},
        "text": "Hva står det om meg?", "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    office.done(&["case", "withdraw", A, "--on", "2026-03-03"]);
    office.at_instant("2026-04-10T09:00:00+02:00");
    let refused = office.refused(&["case", "reopen", A, "--ground", "feil-hos-oss", "--reason", "x"], 3);
    assert_eq!(refused["code"], "ground-does-not-fit");
    let case = reopen(&office, "kravet-star");
    assert_eq!((&case["due_on"], &case["late"]), (&json!("2026-04-07"), &json!(true)), "no new month: {case}");
    assert_eq!(case["reopened_on"], Value::Null, "it was never answered");
}
