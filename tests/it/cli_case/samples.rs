//! Requests as they reach a postmottak, with persons and words of our own: which cases each becomes, who answers, on what
//! track, by when, and what is special. Two of them are followed to their end elsewhere (`sample_02`, `sample_03`).

use serde_json::{Value, json};

use super::office::{Office, each};

/// A case as a lawyer would list it: register, right, track, mode, who answers.
type Expected = [&'static str; 5];

struct Sample {
    name: &'static str,
    registered: &'static str,
    request: Value,
    cases: &'static [Expected],
    due: &'static str,
}

fn person(name: &str, number: &str, lines: &[&str], country: &str) -> Value {
    json!({"name": name, "identity_number": number, "address": {"lines": lines, "country": country}})
}

fn logged_in(on: &str) -> Value {
    json!({"status": "confirmed", "method": "innlogget-hoyt", "on": on})
}

fn samples() -> Vec<Sample> {
    vec![
        Sample {
            name: "01: access to two health registers and to who has read in one, through Altinn",
            registered: "2026-11-02T09:00:00+01:00",
            request: json!({
                "received_on": "2026-10-30", "channel": "altinn", "language": "nb",
                "person": person("Oddny Fagerli", "14838531017", &["Skogveien 3", "0870 Oslo"], "NO"),
                "identity": logged_in("2026-10-30"),
                "text": "Jeg vil se det NPR og KPR har om meg, og hvem som har sett på eller fått noe fra NPR.",
                "demands": [
                    {"register": "npr", "right": "innsyn"},
                    {"register": "kpr", "right": "innsyn"},
                    {"register": "npr", "right": "innsyn-logg"},
                ],
            }),
            cases: &[
                ["npr", "innsyn", "register-access", "", "helsedirektoratet"],
                ["kpr", "innsyn", "register-access", "", "helsedirektoratet"],
                ["npr", "innsyn-logg", "register-access", "", "helsedirektoratet"],
            ],
            due: "2026-11-30",
        },
        Sample {
            name: "04: a veterinary, whose data Mattilsynet is responsible for",
            registered: "2026-04-15T09:00:00+02:00",
            request: json!({
                "received_on": "2026-04-14", "channel": "brev", "language": "nb",
                "person": person("Vegard Tveiten", "09877922100", &["Engvegen 20", "2315 Hamar"], "NO"),
                "text": "Datoen for godkjenningen min som dyrlege er feil. Send meg også alt registeret har om meg.",
                "demands": [
                    {"register": "hpr", "right": "retting", "facts": {"yrke": "dyrehelse"},
                     "grounds": "Godkjent 2. juni 2012, ikke 2013."},
                    {"register": "hpr", "right": "innsyn", "facts": {"yrke": "dyrehelse"}},
                    {"register": "hpr", "right": "innsyn", "facts": {"yrke": "helsepersonell"}},
                ],
            }),
            cases: &[
                ["hpr", "retting", "forward", "bistand", "mattilsynet"],
                ["hpr", "innsyn", "forward", "bistand", "mattilsynet"],
                ["hpr", "innsyn", "general", "", "helsedirektoratet"],
            ],
            due: "2026-05-15",
        },
        Sample {
            name: "05: no more newsletters, and a consent withdrawn",
            registered: "2026-06-01T09:00:00+02:00",
            request: json!({
                "received_on": "2026-05-31", "channel": "altinn", "language": "nb",
                "person": person("Gro Lundby", "21859014035", &["Elvegata 9", "7013 Trondheim"], "NO"),
                "identity": logged_in("2026-05-31"),
                "text": "Slutt å sende meg nyhetsbrev. Jeg trekker også samtykket til spørreundersøkelsen i vår.",
                "demands": [
                    {"register": "nyhetsbrev", "right": "trekk-samtykke"},
                    {"register": "sporreundersokelser", "right": "trekk-samtykke"},
                ],
            }),
            cases: &[
                ["nyhetsbrev", "trekk-samtykke", "general", "", "helsedirektoratet"],
                ["sporreundersokelser", "trekk-samtykke", "general", "", "helsedirektoratet"],
            ],
            due: "2026-06-30",
        },
        Sample {
            name: "06: a lawyer with written authority: restrict, and show the automated assessment",
            registered: "2026-09-01T09:00:00+02:00",
            request: json!({
                "received_on": "2026-08-31", "channel": "brev", "language": "nb",
                "person": {"name": "Isak Bjørnli", "identity_number": "03914833026"},
                "representative": {
                    "kind": "fullmektig", "name": "Advokat Eline Moen", "evidence": "Skriftlig fullmakt, vedlagt",
                    "address": {"lines": ["Torget 1", "9510 Alta"], "country": "NO"},
                },
                "text": "Klienten min bestrider opplysningene bak vedtaket, og vil ha kopi av den automatiske vurderingen.",
                "attachments": [{"title": "fullmakt", "pages": 1}],
                "demands": [
                    {"register": "blaresept", "right": "begrensning", "grounds": "Opplysningene er ikke riktige."},
                    {"register": "blaresept", "right": "innsyn"},
                ],
            }),
            cases: &[
                ["blaresept", "begrensning", "general", "", "helsedirektoratet"],
                ["blaresept", "innsyn", "general", "", "helsedirektoratet"],
            ],
            due: "2026-09-30",
        },
        Sample {
            name: "07: a doctor abroad, in English, about a private portal and HelseID",
            registered: "2026-03-02T09:00:00+01:00",
            request: json!({
                "received_on": "2026-02-27", "channel": "brev", "language": "en",
                "person": person("Dr Elsa Marklund", "27826641032", &["4 Quay Street", "Bristol BS1 4DJ"], "GB"),
                "text": "Please delete my account in Fastlegeportalen, and tell me what HelseID holds about me.",
                "demands": [
                    {"register": "fastlegeportalen", "right": "sletting"},
                    {"register": "helseid", "right": "innsyn"},
                ],
            }),
            cases: &[
                ["fastlegeportalen", "sletting", "forward", "henvises", "fastlegeportalen-as"],
                ["helseid", "innsyn", "forward", "oversendes", "nhn"],
            ],
            due: "2026-03-27",
        },
        Sample {
            name: "08: a child of 15 with a protected address, who does not want the parents told",
            registered: "2026-11-25T09:00:00+01:00",
            request: json!({
                "received_on": "2026-11-24", "channel": "telefon", "language": "nn",
                "person": {"name": "Runa Vik", "identity_number": "12861160090", "born_on": "2011-06-12",
                           "protection": "fortrolig"},
                "identity": {"status": "confirmed", "method": "brev", "on": "2026-11-24"},
                "inform_parents": false,
                "text": "Runa vil vite kva som står om henne i eigendelsregisteret. Foreldra skal ikkje få vite det.",
                "demands": [{"register": "frikort", "right": "innsyn"}],
            }),
            cases: &[["frikort", "innsyn", "general", "", "helsedirektoratet"]],
            due: "2026-12-24",
        },
    ]
}

#[test]
fn each_becomes_the_cases_that_a_lawyer_would_list() {
    for sample in samples() {
        let office = Office::at(sample.registered);
        let registered = office.register(&sample.request);
        let cases: Vec<[String; 5]> = registered["cases"]
            .as_array()
            .expect("cases")
            .iter()
            .map(|case| {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                [
                    text(&case["register"]),
                    text(&case["right"]),
                    text(&case["track"]),
                    text(&case["mode"]),
                    text(&case["handled_by"]["id"]),
                ]
            })
            .collect();
        assert_eq!(cases, sample.cases, "{}", sample.name);
        assert_eq!(registered["cases"][0]["due_on"], sample.due, "{}", sample.name);
        office.is_whole();
    }
}

fn sample(number: &str) -> Sample {
    samples().into_iter().find(|sample| sample.name.starts_with(number)).expect("a sample")
}

fn registered(number: &str) -> Office {
    let sample = sample(number);
    let office = Office::at(sample.registered);
    office.register(&sample.request);
    office
}

#[test]
fn what_the_access_reports_leave_out_is_on_the_list() {
    let office = registered("01");
    for case in ["2026/00001-a", "2026/00001-b"] {
        let checks = office.show(case)["checks"].clone();
        assert!(each(&checks, "id").contains(&"rapport-utelater"), "{case}");
    }
    assert!(each(&office.show("2026/00001-c")["checks"], "id").contains(&"logg-kilder"));
}

#[test]
fn a_withdrawn_consent_takes_effect_on_the_day_it_came() {
    let office = registered("05");
    let case = office.show("2026/00001-a");
    assert_eq!(case["effect_on"], "2026-05-31");
    assert_eq!(case["other_dates"][0]["id"], "effect");
    assert_eq!(case["other_dates"][0]["source"], "Personvernforordningen art. 7 nr. 3");
}

#[test]
fn letters_go_to_whoever_has_authority_and_the_restriction_takes_effect_at_once() {
    let office = registered("06");
    let draft = office.done(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]);
    assert_eq!(draft["recipient"]["role"], "fullmektig");
    assert_eq!(draft["recipient"]["name"], "Advokat Eline Moen");
    assert_eq!(office.show("2026/00001-a")["effect_on"], "2026-08-31");
}

#[test]
fn a_child_of_15_is_answered_without_an_address_and_the_parents_are_not_told() {
    let office = registered("08");
    let case = office.show("2026/00001-a");
    assert!(each(&case["checks"], "id").contains(&"barn"), "the child's own wish is on the list");
    let codes = each(&case["warnings"], "code");
    assert!(codes.contains(&"parents-not-told"), "{codes:?}");
    let draft = office.done(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]);
    assert_eq!(draft["language"], "nn");
    let text = draft["text"].as_str().expect("a text");
    assert!(!text.contains("Strandgata") && draft["problems"] == json!([]), "{}", draft["problems"]);
    let file = office.argument("brev.pdf");
    let letter = office.done(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &file]);
    assert_eq!(letter["channel"], "utleveres");
}
