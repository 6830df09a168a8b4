//! Complaints from the outside: an appeal that is sent on with what is registered of it, and word from Datatilsynet.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const A: &str = "2026/00001-a";

/// An office that refused a § 25 rectification by a letter of 10 March, and closed the case.
fn refused() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Vik", "Fjellveien"]);
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
        "text": "Datoen for operasjonen min er feil.",
        "demands": [{"register": "npr", "right": "retting", "grounds": "Operasjonen var 4. mai, ikke 5. mai."}],
    }));
    office.at_instant("2026-03-10T09:00:00+01:00");
    let reasons = office.write("grunn.txt", "Journalen viser at datoen er riktig.\n");
    office.done(&["case", "decide", A, "--outcome", "avslag", "--reasons-file", &reasons]);
    let output = office.argument("vedtak.pdf");
    office.done(&["letter", "issue", A, "--kind", "section-25-decision", "-o", &output]);
    office.done(&["case", "close", A]);
    office
}

fn complaint(office: &Office, more: &[&str]) -> Value {
    office.done(&[&["case", "complaint", A], more].concat())
}

#[test]
fn an_appeal_is_registered_once_and_the_letter_takes_its_facts_from_there() {
    let mut office = refused();
    office.at_instant("2026-04-02T09:00:00+02:00");
    assert!(office.done(&["case", "list", "--complaints"])["cases"].as_array().expect("cases").is_empty());
    let case = complaint(
        &office,
        &[
            "--received",
            "2026-04-01",
            "--posted",
            "2026-03-30",
            "--kind",
            "forvaltningsklage",
            "--about",
            "Sykehuset tok feil.",
        ],
    );
    assert_eq!(case["state"], "closed", "a complaint opens no case");
    let registered = &case["complaints"][0];
    assert_eq!((&registered["timing"], &registered["state"]), (&json!("i-tide"), &json!("mottatt")));
    assert_eq!(registered["against"], "2026/00001-2");
    assert_eq!(find(&case["other_dates"], "id", "complaint")["on"], "2026-04-15");
    let listed = office.done(&["case", "list", "--complaints"]);
    assert_eq!(
        listed["cases"][0]["complaint"],
        json!({"state": "mottatt", "label": "Klage mottatt", "due_on": "2026-04-15"})
    );
    assert_eq!(case["next_step"]["action"], "complaint");
    assert_eq!(each(&office.done(&["case", "list", "--search", "sykehuset"])["cases"], "case"), [A]);

    let case = complaint(&office, &["--view", "opprettholder", "--note", "Journalen er den samme."]);
    assert_eq!(case["next_step"]["target"], "complaint-forwarding");
    assert_eq!(find(&case["letter_kinds"], "kind", "complaint-forwarding")["proposed"], true);
    let wrong = json!({"case_account": "Om en dato.", "opinion": "Vedtaket er riktig.", "complaint_on": "2026-03-31"});
    let wrong = office.write("feil.json", &wrong.to_string());
    let output = office.argument("klage.pdf");
    let letter = |fields| ["letter", "issue", A, "--kind", "complaint-forwarding", "--fields", fields, "-o", &output];
    let refused = office.refused(&letter(&wrong), 3);
    assert_eq!((&refused["code"], &refused["rule"]), (&json!("gate"), &json!("dates")), "{refused}");
    let fields = office
        .write("felt.json", &json!({"case_account": "Om en dato.", "opinion": "Vedtaket er riktig."}).to_string());
    let composed = office.done(&["letter", "compose", A, "--kind", "complaint-forwarding", "--fields", &fields]);
    let text = composed["text"].as_str().expect("text");
    assert!(text.contains("kom til oss 1. april 2026") && text.contains("Klagen er i tide."), "{text}");
    office.done(&letter(&fields));
    office.is_whole();
    let case = office.show(A);
    assert_eq!(case["complaints"][0]["sent"], "2026/00001-3");
    assert_eq!(case["complaint"], json!({"state": "oversendt", "label": "Klage til avgjørelse", "due_on": null}));

    office.at_instant("2026-06-10T09:00:00+02:00");
    let case =
        complaint(&office, &["--outcome", "opphevet", "--on", "2026-06-09", "--note", "Saken må undersøkes bedre."]);
    assert_eq!(case["next_step"]["action"], "reopen");
    assert_eq!(find(&case["other_dates"], "id", "complaint")["on"], "2026-06-23");
    let case =
        office.done(&["case", "reopen", A, "--ground", "ikke-staende", "--reason", "Departementet opphevet vedtaket."]);
    assert_eq!((&case["state"], &case["complaint"]), (&json!("open"), &Value::Null));
    assert_eq!(case["complaints"][0]["reopened_on"], "2026-06-10");
    let kinds = each(&case["timeline"], "kind");
    for kind in ["complaint-received", "complaint-considered", "complaint-decided", "case-reopened"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    office.done(&["store", "verify"]);
    office.done(&["store", "rebuild"]);
    assert_eq!(office.show(A), case);
}

#[test]
fn datatilsynet_asks_and_gets_an_answer() {
    let mut office = refused();
    office.at_instant("2026-04-02T09:00:00+02:00");
    let received = ["--received", "2026-04-01", "--kind", "datatilsynet", "--about", "Klage på svaret."];
    let case = complaint(&office, &[&received[..], &["--reply-by", "2026-04-22"]].concat());
    let date = find(&case["other_dates"], "id", "complaint");
    assert_eq!((&date["on"], &date["assumed"]), (&json!("2026-04-22"), &json!(false)));
    assert!(date["why"].as_str().is_some_and(|why| why.contains("Datatilsynet har bedt om svar")), "{date}");
    assert_eq!(case["complaints"][0]["next"], json!(["svart", "avgjort"]));
    let case = complaint(&office, &["--replied", "2026-04-02", "--note", "Vi sendte dokumentene."]);
    assert_eq!(case["complaints"][0]["state"], "oversendt");
    let case = complaint(&office, &["--outcome", "uten-tiltak", "--on", "2026-04-02", "--note", "De avsluttet saken."]);
    assert_eq!((&case["complaint"], &case["complaints"][0]["state"]), (&Value::Null, &json!("ferdig")));
    for (arguments, code, exit) in [
        (&["--view", "tull", "--note", "x"][..], "unknown-value", 2),
        (&["--outcome", "palegg", "--on", "2026-04-02", "--note", "x"], "already-recorded", 3),
        (&["--number", "7", "--view", "avviser", "--note", "x"], "no-such-complaint", 3),
        (&["--view", "avviser"], "usage", 2),
        (&[], "usage", 2),
    ] {
        let refused = office.refused(&[&["case", "complaint", A], arguments].concat(), exit);
        assert_eq!(refused["code"], code, "{arguments:?}");
    }
}
