//! Clauses of the law, as docs/ledger has them, that the walks through the samples do not come past.

use serde_json::{Value, json};

use super::office::{Office, each, find};

fn request(channel: &str, demands: &Value) -> Value {
    json!({
        "received_on": "2026-02-02", "channel": channel, "language": "nb",
        "person": {
            "name": "Tiril Eng", "identity_number": "04875421129", "email": "tiril.eng@example.no",
            "address": {"lines": ["Skogveien 3", "2406 Elverum"]},
        },
        "identity": {"status": "confirmed", "method": "brev", "on": "2026-02-02"},
        "text": "Jeg ber dere se på opplysningene om meg.", "demands": demands,
    })
}

#[test]
fn an_electronic_request_is_answered_electronically_where_that_is_safe() {
    // GDPR Art. 12(3), fourth sentence; what an answer says may not go by e-mail.
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let access = json!([{"register": "hpr", "right": "innsyn"}]);
    let ways = [
        ("altinn", "digital-postkasse"),
        ("helsenorge", "digital-postkasse"),
        ("epost", "brev"),
        ("brev", "brev"),
        ("telefon", "brev"),
        ("oppmote", "brev"),
    ];
    for (place, (channel, sent)) in (1..).zip(ways) {
        office.register(&request(channel, &access));
        let case = format!("2026/{place:05}-a");
        let output = office.argument(&format!("{channel}.pdf"));
        let letter = office.done(&["letter", "issue", &case, "--kind", "acknowledgement", "-o", &output]);
        assert_eq!(letter["channel"], sent, "{channel}");
    }
    // The person may ask for something else.
    office.register(&request("altinn", &access));
    let output = office.argument("papir.pdf");
    let on_paper = ["letter", "issue", "2026/00007-a", "--kind", "acknowledgement", "--send", "brev", "-o", &output];
    assert_eq!(office.done(&on_paper)["channel"], "brev");
}

#[test]
fn a_question_pauses_the_case_that_it_is_asked_in_alone() {
    // Forvaltningslovforskriften § 38 first paragraph, third sentence.
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    let demands = json!([{"register": "npr", "right": "innsyn"}, {"register": "hpr", "right": "innsyn"}]);
    office.register(&request("brev", &demands));
    let asked = ["--ground", "presisering", "--on", "2026-02-03", "--reply-by", "2026-02-17"];
    office.done(&[&["case", "suspend", "2026/00001-a"], &asked[..]].concat());
    office.at_instant("2026-02-20T09:00:00+01:00");
    assert_eq!(office.show("2026/00001-a")["due_on"], Value::Null);
    assert_eq!(office.show("2026/00001-b")["due_on"], "2026-03-02");
    office.is_whole();
}

#[test]
fn a_section_25_outcome_follows_from_its_two_steps() {
    // Helseregisterloven § 25 first paragraph: strongly burdensome, and no strong public interests; or Article 17.
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let erasure = json!([{"register": "kpr", "right": "sletting", "grounds": "Det plager meg."}]);
    let reasons = office.write("begrunnelse.txt", "Vi har vurdert det du skriver.");
    let decide = |case: &str, outcome: &str| {
        let answer = office.run(&["case", "decide", case, "--outcome", outcome, "--reasons-file", &reasons, "--json"]);
        if answer.code == 0 {
            return "decided".to_owned();
        }
        let error = office.check_failure(&answer, 3, &format!("{case} {outcome}"));
        assert!(error["source"].as_str().is_some_and(|source| source.contains("§ 25")), "{error}");
        error["code"].as_str().expect("a code").to_owned()
    };
    let (yes, against) = ("decided", "outcome-against-checks");
    let rows = [
        // burdensome, public interest, article 17 → erased, blocked, refused, partly
        (["ja", "nei", "nei"], [yes, yes, against, yes]),
        (["ja", "ja", "nei"], [against, against, yes, yes]),
        (["nei", "nei", "nei"], [against, against, yes, yes]),
        (["nei", "ja", "ja"], [yes, yes, against, yes]),
        (["nei", "ikke-aktuelt", "nei"], [against, against, yes, yes]),
    ];
    for (place, (answers, verdicts)) in (1..).zip(rows) {
        office.register(&request("brev", &erasure));
        let case = format!("2026/{place:05}-a");
        let outcomes = ["slettet", "sperret", "avslag", "delvis"];
        for outcome in outcomes {
            assert_eq!(decide(&case, outcome), "checks-open", "{outcome} before the two steps are answered");
        }
        let steps = ["sterkt-belastende", "allmenne-hensyn", "art-17"];
        for (check, result) in steps.iter().zip(answers) {
            office.done(&["case", "check", &case, check, "--result", result]);
        }
        for (outcome, verdict) in outcomes.iter().zip(verdicts) {
            assert_eq!(decide(&case, outcome), verdict, "{answers:?} {outcome}");
        }
    }
    // Decided without a look at who received the data: allowed, and told.
    let shown = office.show("2026/00001-a");
    assert!(each(&shown["warnings"], "code").contains(&"checks-open"), "{}", shown["warnings"]);
    assert_eq!(find(&shown["checks"], "id", "sterkt-belastende")["result"], "ja");
}
