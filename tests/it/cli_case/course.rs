//! A claim that belongs to another body, and one that is withdrawn.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const A: &str = "2026/00001-a";
const B: &str = "2026/00001-b";

/// An office that has registered a letter with these demands.
fn office(demands: &Value) -> Office {
    let mut office = Office::at("2026-04-15T09:00:00+02:00");
    office.keep_secret(&["Tora Vik", "Vik", "Fjellveien"]);
    office.register(&json!({
        "received_on": "2026-04-14", "channel": "brev", "language": "nb",
        "person": {"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
        "text": "Datoen for autorisasjonen min som veterinær er feil. Hva står det ellers om meg?",
        "demands": demands,
    }));
    office
}

/// A veterinarian's two claims on the register of health personnel, which Mattilsynet is responsible for.
fn animal_health() -> Office {
    office(&json!([
        {"register": "hpr", "right": "retting", "facts": {"yrke": "dyrehelse"}},
        {"register": "hpr", "right": "innsyn", "facts": {"yrke": "dyrehelse"}},
    ]))
}

fn issue(office: &Office, cases: &[&str], kind: &str) -> Value {
    let output = office.argument(&format!("{kind}.pdf"));
    office.done(&[&["letter", "issue"], cases, &["--kind", kind, "-o", &output]].concat())
}

fn refused_letter(office: &Office, cases: &[&str], kind: &str) -> Value {
    let output = office.argument("nei.pdf");
    let error = office.refused(&[&["letter", "issue"], cases, &["--kind", kind, "-o", &output]].concat(), 3);
    assert!(!office.path("nei.pdf").exists());
    error
}

#[test]
fn a_claim_goes_to_the_body_that_is_responsible_and_the_person_is_told_in_time() {
    let mut office = animal_health();
    let case = office.show(A);
    assert_eq!((&case["track"], &case["mode"]), (&json!("forward"), &json!("bistand")));
    assert_eq!(case["handled_by"]["id"], "mattilsynet");
    assert_eq!(case["due_on"], "2026-05-15", "the date is that of telling the person: 14 May is a holiday in 2026");
    assert_eq!(find(&case["actions"], "action", "forward")["available"], true);
    assert_eq!(refused_letter(&office, &[A], "forwarding")["code"], "not-forwarded");
    assert_eq!(refused_letter(&office, &[A], "forwarding-notice")["code"], "not-forwarded");

    for number in [A, B] {
        let case = office.done(&["case", "forward", number]);
        assert_eq!((&case["state"], &case["outcome"]), (&json!("forwarded"), &json!("oversendt")));
        assert_eq!(case["status"], "ikke-sendt");
        assert_eq!(case["due_on"], "2026-05-15", "sending on changes no date");
        assert_eq!(case["next_step"]["target"], "forwarding");
    }
    let twice = office.refused(&["case", "forward", A], 3);
    assert_eq!(twice["code"], "finished");
    assert_eq!(office.refused(&["case", "close", A], 3)["code"], "not-told");
    assert_eq!(office.refused(&["case", "withdraw", A, "--on", "2026-04-15"], 3)["code"], "finished");

    let letter = issue(&office, &[A, B], "forwarding");
    assert_eq!(letter["cases"], json!([A, B]));
    assert_eq!(refused_letter(&office, &[A, B], "forwarding")["code"], "finished");
    office.at_instant("2026-05-18T09:00:00+02:00");
    let case = office.show(A);
    assert_eq!((&case["late"], &case["next_step"]["target"]), (&json!(true), &json!("forwarding-notice")));
    office.at_instant("2026-05-15T09:00:00+02:00");
    issue(&office, &[A, B], "forwarding-notice");
    let case = office.show(A);
    assert_eq!((&case["state"], &case["status"]), (&json!("forwarded"), &json!("avsluttet")));
    assert_eq!((&case["late"], &case["days_left"]), (&json!(false), &Value::Null));
    assert_eq!(case["warnings"], json!([]));
    assert_eq!(refused_letter(&office, &[A], "forwarding-notice")["code"], "finished");
    let said = each(&case["timeline"], "text");
    assert!(said.contains(&"Saken er sendt videre. Ansvarlig er Mattilsynet."), "{said:?}");

    for number in [A, B] {
        let closed = office.done(&["case", "close", number]);
        assert_eq!((&closed["state"], &closed["outcome"]), (&json!("closed"), &json!("oversendt")));
    }
    office.is_whole();
}

#[test]
fn the_person_is_told_that_it_was_sent_on_when_it_was() {
    let office = office(&json!([{"register": "helseid", "right": "innsyn"}]));
    assert_eq!(office.done(&["case", "forward", A])["mode"], "oversendes");
    let error = refused_letter(&office, &[A], "forwarding-notice");
    assert_eq!(error["code"], "gate", "the notice would say what is not so");
    issue(&office, &[A], "forwarding");
    issue(&office, &[A], "forwarding-notice");
    assert_eq!(office.done(&["case", "close", A])["state"], "closed");
    office.is_whole();
}

#[test]
fn consent_that_comes_after_the_notice_is_told_of_in_one_more_notice() {
    let office = office(&json!([{"register": "fastlegeportalen", "right": "sletting"}]));
    assert_eq!(office.done(&["case", "forward", A])["mode"], "henvises");
    assert_eq!(office.show(A)["next_step"]["target"], "referral");
    assert_eq!(refused_letter(&office, &[A], "forwarding-notice")["code"], "not-forwarded");
    issue(&office, &[A], "referral");
    assert_eq!(refused_letter(&office, &[A], "referral")["code"], "finished");
    let fields = office.write("felt.json", r#"{"consent_on": "2026-04-15"}"#);
    let output = office.argument("oversendelse.pdf");
    office.done(&["letter", "issue", A, "--kind", "forwarding", "--fields", &fields, "-o", &output]);
    issue(&office, &[A], "forwarding-notice");
    assert_eq!(refused_letter(&office, &[A], "forwarding-notice")["code"], "finished");
    office.is_whole();
}

#[test]
fn what_is_ours_is_not_sent_on() {
    let office = office(&json!([{"register": "hpr", "right": "innsyn", "facts": {"yrke": "helsepersonell"}}]));
    let error = office.refused(&["case", "forward", A], 3);
    assert_eq!(error["code"], "track-does-not-fit");
    assert!(error["source"].as_str().expect("a source").contains("Forvaltningsloven § 11"));
    let action = office.show(A);
    assert_eq!(find(&action["actions"], "action", "forward")["why_not"], "Saken skal besvares her.");
}

#[test]
fn a_withdrawn_claim_ends_with_the_day_it_was_withdrawn() {
    let mut office = animal_health();
    for (day, code) in [("2026-04-13", "date-order"), ("2026-04-16", "date-order")] {
        assert_eq!(office.refused(&["case", "withdraw", A, "--on", day], 3)["code"], code, "{day}");
    }
    let case = office.done(&["case", "withdraw", A, "--on", "2026-04-15"]);
    assert_eq!((&case["state"], &case["outcome"]), (&json!("withdrawn"), &json!("trukket")));
    assert_eq!((&case["status"], &case["next_step"]["action"]), (&json!("avsluttet"), &json!("close")));
    for kind in ["acknowledgement", "extension-notice", "forwarding-notice"] {
        assert_eq!(refused_letter(&office, &[A], kind)["code"], "finished", "{kind}");
    }
    assert_eq!(office.show(B)["state"], "open", "the other claim stands");
    office.at_instant("2026-07-01T09:00:00+02:00");
    let case = office.show(A);
    assert_eq!((&case["late"], &case["days_left"]), (&json!(false), &Value::Null));
    let overdue = office.done(&["case", "list", "--overdue"]);
    assert_eq!(each(&overdue["cases"], "case"), [B]);
    let closed = office.done(&["case", "close", A]);
    assert_eq!((&closed["state"], &closed["outcome"]), (&json!("closed"), &json!("trukket")));
    let twice = office.refused(&["case", "withdraw", A, "--on", "2026-04-15"], 3);
    assert_eq!(twice["code"], "finished");
    office.is_whole();
}

#[test]
fn a_case_that_is_decided_or_sent_on_while_a_question_is_open_becomes_late() {
    let mut office = office(&json!([
        {"register": "hpr", "right": "innsyn", "facts": {"yrke": "helsepersonell"}},
        {"register": "hpr", "right": "innsyn", "facts": {"yrke": "dyrehelse"}},
    ]));
    for case in [A, B] {
        let asked =
            ["case", "suspend", case, "--ground", "identitet", "--on", "2026-04-15", "--reply-by", "2026-04-29"];
        assert_eq!(office.done(&asked)["due_on"], Value::Null);
    }
    office.at_instant("2026-05-06T09:00:00+02:00");
    let reasons = office.write("grunn.md", "Identiteten er ikke bekreftet.");
    office.done(&["case", "decide", A, "--outcome", "avvist", "--reasons-file", &reasons]);
    office.done(&["case", "forward", B]);
    for case in [A, B] {
        let case = office.show(case);
        assert_eq!((&case["due_on"], &case["late"]), (&json!("2026-06-04"), &json!(false)), "21 days were paused");
        assert_eq!((&case["paused_since_on"], &case["question_since_on"]), (&Value::Null, &Value::Null));
        let asked = &case["suspensions"][0];
        assert_eq!((&asked["answered_on"], &asked["ended_on"]), (&Value::Null, &json!("2026-05-06")));
    }
    office.at_instant("2026-06-05T09:00:00+02:00");
    assert_eq!(each(&office.done(&["case", "list", "--overdue"])["cases"], "case"), [A, B]);
    let late = office.done(&["case", "resume", A, "--on", "2026-05-01"]);
    assert_eq!(late["due_on"], "2026-06-01", "an answer that had come before is entered: 16 days were paused");
    office.is_whole();
}
