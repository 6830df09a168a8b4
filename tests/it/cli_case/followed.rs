//! What comes after the answer: a recipient that is told, a restriction that is lifted, an appeal; and an application for
//! destruction that goes to Nasjonalarkivet before the answer.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const A: &str = "2026/00001-a";
const B: &str = "2026/00001-b";

/// An office that has registered a letter with these demands.
fn office(demands: &Value) -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Vik", "Fjellveien"]);
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
        "text": "Datoen for operasjonen min er feil. Ikke bruk opplysningene før det er rettet.",
        "demands": demands,
    }));
    office
}

fn issue(office: &Office, cases: &[&str], kind: &str, fields: &Value) -> Value {
    let output = office.argument(&format!("{kind}.pdf"));
    let fields = office.write("felt.json", &fields.to_string());
    let letter =
        office.done(&[&["letter", "issue"], cases, &["--kind", kind, "--fields", &fields, "-o", &output]].concat());
    office.is_whole();
    letter
}

fn decide(office: &Office, case: &str, outcome: &str) {
    let reasons = office.write("grunn.txt", "Journalen viser at datoen var feil.\n");
    office.done(&["case", "decide", case, "--outcome", outcome, "--reasons-file", &reasons]);
}

fn kinds(case: &Value) -> Vec<&str> {
    each(&case["letter_kinds"], "kind")
}

/// A § 25 rectification and a restriction, decided and told in one letter of 10 March.
fn answered_in_one_letter() -> Office {
    let mut office = office(&json!([
        {"register": "npr", "right": "retting", "grounds": "Operasjonen var 4. mai, ikke 5. mai."},
        {"register": "hpr", "right": "begrensning", "facts": {"yrke": "helsepersonell"}},
    ]));
    office.at_instant("2026-03-10T09:00:00+01:00");
    assert!(kinds(&office.show(A)).contains(&"answer"), "one letter can tell both");
    decide(&office, A, "rettet");
    decide(&office, B, "innvilget");
    let only_a = office.argument("nei.pdf");
    let refused = office.refused(&["letter", "issue", A, "--kind", "answer", "-o", &only_a], 3);
    assert_eq!(refused["code"], "wrong-letter-kind");
    let fields = json!({
        "new_content.a": "Du ble operert 4. mai 2018.", "done_on.a": "2026-03-13", "granted.b": "Begrensningen gjelder fra i dag.",
    });
    let composed = {
        let fields = office.write("felt.json", &fields.to_string());
        office.done(&["letter", "compose", A, B, "--kind", "answer", "--fields", &fields])
    };
    assert_eq!(composed["problems"], json!([]));
    let text = composed["text"].as_str().expect("text");
    for said in ["Vedtak om retting: NPR (2026/00001-a)", "Er du uenig i vedtaket om retting i NPR (2026/00001-a)"] {
        assert!(text.contains(said), "«{said}»: {text}");
    }
    assert_eq!(issue(&office, &[A, B], "answer", &fields)["letter"], "2026/00001-2");
    for case in [A, B] {
        assert_eq!(office.show(case)["state"], "answered");
    }
    assert_eq!(office.show(A)["next_step"]["target"], "gjennomforing");
    office
}

#[test]
fn a_recipient_that_a_measure_names_is_told_and_the_letter_settles_it() {
    let mut office = answered_in_one_letter();
    office.at_instant("2026-03-13T09:00:00+01:00");
    let to = "Si fra til Kreftregisteret\nPostboks 5313 Majorstuen\n0304 Oslo";
    office.done(&["case", "measure", A, "--add", to, "--to", "mottaker"]);
    let early = office.argument("tidlig.pdf");
    let fields = office.write("felt.json", r#"{"notice_content": "Operasjonen var 4. mai 2018."}"#);
    let refused =
        office.refused(&["letter", "issue", A, "--kind", "recipients-notice", "--fields", &fields, "-o", &early], 3);
    assert_eq!(refused["code"], "gate", "nothing is changed in the register yet: {refused}");
    let done = ["case", "measure", A, "gjennomforing", "--done", "2026-03-13", "--note", "Rettet, sett i uttrekket."];
    let case = office.done(&done);
    assert_eq!(case["next_step"]["target"], "recipients-notice");
    assert_eq!(find(&case["letter_kinds"], "kind", "recipients-notice")["proposed"], true);

    let composed = office.done(&["letter", "compose", A, "--kind", "recipients-notice", "--fields", &fields]);
    assert_eq!(composed["problems"], json!([]));
    assert_eq!(composed["recipient"], json!({"name": "Kreftregisteret", "role": "body"}));
    let text = composed["text"].as_str().expect("text");
    for said in ["Kreftregisteret\nPostboks 5313 Majorstuen\n0304 Oslo\n", "Vi har rettet opplysninger om Tora Vik"] {
        assert!(text.contains(said), "«{said}»: {text}");
    }
    assert!(!text.contains("Fjellveien"), "{text}");
    issue(&office, &[A], "recipients-notice", &json!({"notice_content": "Operasjonen var 4. mai 2018."}));
    let case = office.show(A);
    let measure = find(&case["measures"], "id", "1");
    assert_eq!((&measure["state"], &measure["done_on"]), (&json!("done"), &json!("2026-03-13")));
    assert_eq!(measure["note"], "Sendt i brev 2026/00001-3.");
    assert_eq!(case["next_step"]["target"], "underretning", "whether there are others is for somebody to say");

    // One more is found, and told without a measure.
    let other = json!({"recipient": "Statistisk sentralbyrå", "notice_content": "Operasjonen var 4. mai 2018.", "measure": "underretning"});
    issue(&office, &[A], "recipients-notice", &other);
    assert_eq!(find(&office.show(A)["measures"], "id", "underretning")["note"], "Sendt i brev 2026/00001-4.");
    assert_eq!(office.show(A)["next_step"]["action"], "close");
}

#[test]
fn an_appeal_and_a_lifted_restriction_come_after_the_end_of_the_case() {
    let mut office = answered_in_one_letter();
    office.at_instant("2026-03-13T09:00:00+01:00");
    for (case, measures) in [(A, ["gjennomforing", "underretning"]), (B, ["gjennomforing", "underretning"])] {
        for measure in measures {
            office.done(&["case", "measure", case, measure, "--done", "2026-03-13", "--note", "Gjort."]);
        }
        assert_eq!(office.done(&["case", "close", case])["state"], "closed");
    }
    office.at_instant("2026-03-30T09:00:00+02:00");
    let (a, b) = (office.show(A), office.show(B));
    assert_eq!(kinds(&a), ["recipients-notice", "complaint-forwarding"]);
    assert_eq!(kinds(&b), ["recipients-notice", "restriction-lift-notice"]);
    assert_eq!(find(&a["actions"], "action", "letter")["available"], true);

    let output = office.argument("nei.pdf");
    let letter = ["letter", "issue", A, "--kind", "complaint-forwarding", "-o", &output];
    assert_eq!(office.refused(&letter, 3)["code"], "nothing-open", "no appeal is registered");
    let about = ["--about", "Hun mener at datoen fortsatt er feil."];
    office.done(
        &[&["case", "complaint", A, "--received", "2026-03-27", "--kind", "forvaltningsklage"][..], &about].concat(),
    );
    assert_eq!(office.refused(&letter, 3)["code"], "not-decided", "nobody has looked at it");
    office.done(&["case", "complaint", A, "--view", "opprettholder", "--note", "Ingenting nytt."]);
    let appeal = json!({
        "case_account": "Saken gjelder datoen for en operasjon.", "opinion": "Vi mener at vedtaket er riktig.",
    });
    let letter = issue(&office, &[A], "complaint-forwarding", &appeal);
    assert_eq!((&letter["letter"], &letter["language"]), (&json!("2026/00001-3"), &json!("nb")));
    let lifted = json!({"lifted_on": "2026-04-13", "lift_reason": "Opplysningene er rettet."});
    issue(&office, &[B], "restriction-lift-notice", &lifted);
    for (case, kind, code) in [
        (A, "acknowledgement", "finished"),
        (A, "restriction-lift-notice", "outcome-does-not-fit"),
        (B, "complaint-forwarding", "track-does-not-fit"),
    ] {
        let output = office.argument("nei.pdf");
        let refused = office.refused(&["letter", "issue", case, "--kind", kind, "-o", &output], 3);
        assert_eq!(refused["code"], code, "{case} {kind}: {refused}");
    }
    for case in [A, B] {
        assert_eq!(office.show(case)["state"], "closed", "a letter opens no case again");
    }
    let said = find(&office.show(A)["letter_kinds"], "kind", "complaint-forwarding").clone();
    assert_eq!(said["why"], "En klage er sendt til klageinstansen.");
}

#[test]
fn nasjonalarkivet_gets_the_application_before_the_person_is_told_so() {
    let mut office = office(&json!([{"register": "arkiv", "right": "kassasjon"}]));
    office.at_instant("2026-03-10T09:00:00+01:00");
    decide(&office, A, "oversendt");
    let case = office.show(A);
    assert_eq!(case["next_step"]["target"], "kassasjon-opinion", "{case}");
    let opinion = "Vi mener at opplysningene bør kasseres.";
    let fields = office.write("felt.json", &json!({"opinion": opinion}).to_string());
    let output = office.argument("nei.pdf");
    let refused = office.refused(&["letter", "issue", A, "--kind", "answer", "--fields", &fields, "-o", &output], 3);
    assert_eq!((&refused["code"], &refused["rule"]), (&json!("gate"), &json!("occasion")), "{refused}");
    issue(
        &office,
        &[A],
        "kassasjon-opinion",
        &json!({"opinion": opinion, "investigation": "Ingen bruker opplysningene."}),
    );
    let case = office.show(A);
    assert_eq!(case["next_step"]["target"], "answer");
    let again = office.refused(&["letter", "issue", A, "--kind", "kassasjon-opinion", "-o", &output], 3);
    assert_eq!(again["code"], "finished");
    issue(&office, &[A], "answer", &json!({"opinion": opinion}));
    assert_eq!(office.show(A)["state"], "answered");
}
