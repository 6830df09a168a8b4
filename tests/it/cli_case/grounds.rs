//! The grounds that an outcome rests on: chosen from the catalogue, told in the letter, cited exactly.

use serde_json::{Value, json};

use super::office::{Office, each};

const CASE: &str = "2026/00001-a";

fn office(register: &str, right: &str, language: &str) -> Office {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": language,
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"]}},
        "identity": {"status": "confirmed", "method": "brev", "on": "2026-02-02"},
        "text": "Jeg krever dette.", "demands": [{"register": register, "right": right}],
    }));
    office
}

fn reasons(office: &Office) -> String {
    office.write("begrunnelse.txt", "Vi har veid det du skriver.")
}

fn decide<'a>(outcome: &'a str, reasons: &'a str, grounds: &[&'a str]) -> Vec<&'a str> {
    let chosen = grounds.iter().flat_map(|ground| ["--ground", ground]);
    ["case", "decide", CASE, "--outcome", outcome, "--reasons-file", reasons].into_iter().chain(chosen).collect()
}

fn codes(answer: &Value) -> Vec<String> {
    each(&answer["warnings"], "code").into_iter().map(str::to_owned).collect()
}

#[test]
fn each_ground_goes_into_the_letter_with_its_provision() {
    // (register, right, outcome, ground, what the letter says, what it cites)
    let rows = [
        (
            "hpr",
            "innsyn",
            "delvis",
            "popplyl-16-d",
            "taushetsplikt om",
            "personopplysningsloven § 16 første ledd bokstav d",
        ),
        (
            "hpr",
            "innsyn",
            "avslag",
            "popplyl-16-f",
            "åpenbare og grunnleggende",
            "personopplysningsloven § 16 første ledd bokstav f",
        ),
        (
            "hpr",
            "innsyn",
            "avvist",
            "overdrevet",
            "åpenbart grunnløst",
            "personvernforordningen artikkel 12 nr. 5 bokstav b",
        ),
        (
            "hpr",
            "sletting",
            "avslag",
            "slettes-ikke-plikt-eller-oppgave",
            "rettslig plikt",
            "personvernforordningen artikkel 17 nr. 3 bokstav b",
        ),
        (
            "hpr",
            "begrensning",
            "innvilget",
            "begrenses-riktighet",
            "mens vi undersøker det",
            "personvernforordningen artikkel 18 nr. 1 bokstav a",
        ),
        (
            "hpr",
            "protest",
            "avslag",
            "protest-tvingende-grunner",
            "tvingende berettigede grunner",
            "personvernforordningen artikkel 21 nr. 1",
        ),
        (
            "hpr",
            "dataportabilitet",
            "avslag",
            "portabilitet-offentlig-oppgave",
            "offentlig myndighet",
            "personvernforordningen artikkel 20 nr. 3",
        ),
    ];
    for (register, right, outcome, ground, says, cites) in rows {
        let office = office(register, right, "nb");
        let reasons = reasons(&office);
        let decided = office.done(&decide(outcome, &reasons, &[ground]));
        assert!(!codes(&decided).contains(&"no-ground".to_owned()), "{ground}: {decided}");
        let kind = if right == "innsyn" { "access-answer" } else { "answer" };
        let text = office.done(&["letter", "compose", CASE, "--kind", kind])["text"].as_str().expect("text").to_owned();
        let (grounds, weighed) = (text.find(says), text.find("Vi har veid det du skriver."));
        assert!(grounds.is_some() && grounds < weighed, "{ground}: {text}");
        assert!(text.contains(cites), "{ground} cites {cites}: {text}");
    }
}

#[test]
fn every_language_has_the_words() {
    for (language, says) in
        [("nb", "taushetsplikt om"), ("nn", "teieplikt om"), ("en", "bound by law to keep confidential")]
    {
        let office = office("hpr", "innsyn", language);
        let reasons = reasons(&office);
        office.done(&decide("delvis", &reasons, &["popplyl-16-d"]));
        let text = office.done(&["letter", "compose", CASE, "--kind", "access-answer"]);
        assert!(text["text"].as_str().is_some_and(|text| text.contains(says)), "{language}: {text}");
    }
}

#[test]
fn a_ground_must_fit_the_claim_and_the_outcome() {
    let office = office("hpr", "sletting", "nb");
    let reasons = reasons(&office);
    for (outcome, ground) in [("avslag", "popplyl-16-d"), ("slettet", "ingen-slettegrunn"), ("avslag", "finnes-ikke")] {
        let answer = office.run(&[&decide(outcome, &reasons, &[ground])[..], &["--json"]].concat());
        let error = office.check_failure(&answer, 2, ground);
        assert_eq!(error["code"], "unknown-ground", "{ground}");
    }
    assert_eq!(office.show(CASE)["state"], "open");
}

#[test]
fn a_refusal_without_a_ground_is_warned_of() {
    let office = office("hpr", "sletting", "nb");
    let reasons = reasons(&office);
    let decided = office.done(&decide("avslag", &reasons, &[]));
    assert!(codes(&decided).contains(&"no-ground".to_owned()), "{decided}");
    let decided = office.done(&decide("avslag", &reasons, &["ingen-slettegrunn", "slettes-ikke-rettskrav"]));
    assert!(!codes(&decided).contains(&"no-ground".to_owned()), "{decided}");
    assert_eq!(
        decided["decision"]["grounds"],
        json!([
            "Ingen av vilkårene for sletting er oppfylt (personvernforordningen artikkel 17 nr. 1)",
            "Rettskrav (personvernforordningen artikkel 17 nr. 3 bokstav e)",
        ]),
    );
    office.is_whole();
}

#[test]
fn data_are_handed_over_only_where_the_processing_rests_on_consent_or_a_contract() {
    // GDPR Art. 20(1) and (3). What the checklist of each register asks, and what has to be answered for it.
    for (register, check, against, holds) in
        [("smart-mosjon", "portabilitet-grunnlag", "nei", "ja"), ("hpr", "ingen-portabilitet", "ja", "nei")]
    {
        let office = office(register, "dataportabilitet", "nb");
        let reasons = reasons(&office);
        let granted = decide("innvilget", &reasons, &[]);
        office.refused(&granted, 3);
        office.done(&["case", "check", CASE, check, "--result", against]);
        office.refused(&granted, 3);
        office.done(&["case", "check", CASE, check, "--result", holds]);
        office.done(&granted);
    }
}
