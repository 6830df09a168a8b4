//! A breach of personal data security that a case has shown: registered, notified too late with reasons, told of, corrected, and known
//! again in another case by its number.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const A: &str = "2026/00001-a";
const B: &str = "2026/00002-a";

/// An office with two cases of two persons, the first of them closed, in the week before the clocks go forward.
fn office() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Vik", "Fjellveien", "Ola Nes"]);
    for (name, register) in [("Tora Vik", "npr"), ("Ola Nes", "kpr")] {
        office.register(&json!({
            "received_on": "2026-03-02", "channel": "brev", "language": "nb",
            "person": {"name": name, "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
            "text": "Hva står det om meg?",
            "demands": [{"register": register, "right": "innsyn"}],
        }));
    }
    office.done(&["case", "take", A]);
    office.done(&["case", "withdraw", A, "--on", "2026-03-03"]);
    office.done(&["case", "close", A]);
    office
}

fn breach(office: &Office, case: &str, more: &[&str]) -> Value {
    office.done(&[&["case", "breach", case], more].concat())
}

const FOUND: [&str; 6] =
    ["--aware", "2026-03-27T14:30", "--concerns", "konfidensialitet,integritet", "--about", "Konvolutt til feil nabo."];

#[test]
fn a_closed_case_shows_a_breach_that_is_notified_late_with_reasons() {
    let mut office = office();
    office.at_instant("2026-03-27T15:00:00+01:00");
    assert!(office.done(&["case", "list", "--breaches"])["cases"].as_array().expect("cases").is_empty());
    let before = office.show(A);
    let case = breach(&office, A, &FOUND);
    assert_eq!(case["state"], "closed", "a breach opens no case");
    for date in ["due_on", "nominal_on", "internal_due_on", "extension_notice_due_on", "refusal_due_on", "days_left"] {
        assert_eq!(case[date], before[date], "{date}");
    }
    let known = &case["breaches"][0];
    assert_eq!((&known["number"], &known["state"]), (&json!(1), &json!("skal-vurderes")));
    assert_eq!(known["aware_at"], "2026-03-27T13:30:00Z");
    assert_eq!(each(&known["concerns"], "id"), ["konfidensialitet", "integritet"]);
    let clock = &known["clock"];
    assert_eq!(
        (&clock["due_at"], &clock["late"], &clock["hours_left"]),
        (&json!("2026-03-30T13:30:00Z"), &json!(false), &json!(71))
    );
    assert_eq!((&clock["source"], &clock["doubtful"]), (&json!("Personvernforordningen art. 33 nr. 1"), &json!(true)));
    assert_eq!(
        clock["text"],
        "Ble kjent fredag 27. mars 2026 kl. 14.30. 72 timer. Frist mandag 30. mars 2026 kl. 15.30. Klokken stilles én time fram imens, så fristen er én time senere på dagen."
    );
    assert_eq!(known["next"], json!(["meldt", "ikke-meldt", "berorte", "referanse", "rettet"]));
    let listed = office.done(&["case", "list", "--breaches"]);
    assert_eq!(
        listed["cases"][0]["breach"],
        json!({"state": "skal-vurderes", "label": "Avvik skal vurderes", "due_at": "2026-03-30T13:30:00Z"})
    );
    assert_eq!((&case["next_step"]["action"], &case["next_step"]["target"]), (&json!("breach"), &json!("1")));
    let date = find(&case["other_dates"], "id", "breach");
    assert_eq!((&date["on"], &date["source"]), (&json!("2026-03-30"), &json!("Personvernforordningen art. 33 nr. 1")));
    assert!(date["why"].as_str().is_some_and(|why| why.contains("72 timer") && why.contains("1182/71")), "{date}");
    assert_eq!(each(&office.done(&["case", "list", "--search", "konvolutt"])["cases"], "case"), [A]);

    // The last day: reminded before the hour, and after it.
    let reminded = |office: &Office| {
        let reminders = office.done(&["reminders"]);
        let of_breach = find(&reminders["reminders"], "kind", "avvik-1").clone();
        (of_breach["label"].as_str().expect("a label").to_owned(), of_breach["days_left"].clone())
    };
    office.at_instant("2026-03-30T15:29:00+02:00");
    let (label, days) = reminded(&office);
    assert_eq!(days, 0);
    assert_eq!(label, "Avvik 1: Meld avviket, eller begrunn at det ikke meldes (frist kl. 15.30)");
    office.at_instant("2026-03-30T15:31:00+02:00");
    assert_eq!(
        reminded(&office).0,
        "Avvik 1: Meld avviket, eller begrunn at det ikke meldes (frist kl. 15.30, gått ut)"
    );
    assert_eq!(office.show(A)["breaches"][0]["clock"]["late"], true);
    office.at_instant("2026-03-31T08:00:00+02:00");
    assert_eq!(reminded(&office).1, -1);

    let notified = ["--notified", "2026-03-30T16:00", "--reference", "26/04417-2"];
    let refused = office.refused(&[&["case", "breach", A], &notified[..]].concat(), 3);
    assert_eq!(
        (&refused["code"], &refused["source"]),
        (&json!("delay-unexplained"), &json!("Personvernforordningen art. 33 nr. 1"))
    );
    let case = breach(&office, A, &[&notified[..], &["--note", "Vi måtte finne ut hvem som fikk brevet."]].concat());
    let known = &case["breaches"][0];
    assert_eq!(
        (&known["verdict"], &known["in_time"], &known["state"]),
        (&json!("meldt"), &json!(false), &json!("berorte-gjenstar"))
    );
    assert_eq!((&known["notified_reference"], &known["clock"]["late"]), (&json!("26/04417-2"), &json!(false)));
    let case = breach(&office, A, &["--persons-told", "2026-03-31", "--high-risk", "ja"]);
    assert_eq!((&case["breach"], &case["breaches"][0]["state"]), (&Value::Null, &json!("ferdig")));
    assert_eq!(case["breaches"][0]["persons_label"], "De berørte ble varslet 31.03.2026. Høy risiko er trolig.");
    assert!(office.done(&["reminders"])["reminders"].as_array().expect("reminders").is_empty());

    // What is known later is added, and nothing is altered.
    let again =
        ["--corrected-aware", "2026-03-27T13:00", "--concerns", "konfidensialitet", "--note", "Tok feil av vakten."];
    let case = breach(&office, A, &again);
    assert_eq!(case["breaches"][0]["corrections"], json!(["Tok feil av vakten."]));
    assert_eq!(case["breaches"][0]["clock"]["due_at"], "2026-03-30T12:00:00Z");
    let of_breach = |entry: &&Value| entry["kind"].as_str().is_some_and(|kind| kind.starts_with("breach-"));
    let entries = case["timeline"].as_array().expect("a timeline").iter().filter(of_breach);
    let told: Vec<&str> = entries.map(|entry| entry["text"].as_str().expect("text")).collect();
    assert_eq!(
        told,
        [
            "Avvik 1 er registrert. Det ble kjent 27.03.2026 kl. 14.30.",
            "Avvik 1 er meldt til Datatilsynet 30.03.2026 kl. 16.00.",
            "Avvik 1: De berørte ble varslet 31.03.2026. Høy risiko er trolig.",
            "Avvik 1 er rettet: kjent 27.03.2026 kl. 13.00, gjelder konfidensialitet.",
        ]
    );
    office.done(&["store", "verify"]);
    office.done(&["store", "rebuild"]);
    assert_eq!(office.show(A), case);
    office.is_whole();
}

#[test]
fn what_is_told_later_is_shown_as_such_and_a_wrong_time_is_corrected() {
    let mut office = office();
    office.at_instant("2026-03-27T15:00:00+01:00");
    let case = breach(&office, B, &FOUND);
    let unminded = |case: &Value| each(&case["warnings"], "code").contains(&"breach-unassigned");
    assert!(unminded(&case), "nobody has the case: {}", case["warnings"]);
    assert!(!unminded(&office.done(&["case", "take", B])));
    let not_notified = |case: &Value| case["breaches"][0]["not_notified"].as_array().map(Vec::len);
    assert_eq!(not_notified(&case), Some(2));

    office.at_instant("2026-04-02T09:00:00+02:00");
    let case = breach(&office, B, &["--notified", "2026-03-28T10:00"]);
    assert_eq!((&case["breaches"][0]["in_time"], not_notified(&case)), (&json!(true), Some(1)));
    assert_eq!(case["breach"]["due_at"], Value::Null, "the law gives no hour for telling the persons");
    let reminders = office.done(&["reminders"]);
    assert_eq!(
        find(&reminders["reminders"], "kind", "avvik-1")["label"],
        "Avvik 1: Varsle de berørte, eller begrunn at de ikke varsles (dagen er kontorets egen)"
    );
    let more = ["--notified", "2026-04-02T08:30", "--reference", "26/04417-3", "--note", "Brevet er levert tilbake."];
    let known = breach(&office, B, &more)["breaches"][0].clone();
    assert_eq!((&known["in_time"], &known["notified_at"]), (&json!(true), &json!("2026-03-28T09:00:00Z")));
    assert_eq!(
        known["supplements"],
        json!([
            "Mer sendt til Datatilsynet 02.04.2026 kl. 08.30 (art. 33 nr. 4). Nummer 26/04417-3. Brevet er levert tilbake."
        ])
    );
    office.refused(&["case", "breach", B, "--not-notified", "ingen-risiko", "--note", "Ingen leste det."], 3);
    let corrected = ["--corrected-aware", "2026-03-27T14:30", "--concerns", "integritet", "--note", "Feil dag."];
    let case = breach(&office, B, &[&corrected[..], &["--corrected-notified", "2026-03-29T10:00"]].concat());
    assert_eq!(case["breaches"][0]["notified_at"], "2026-03-29T08:00:00Z");
    let case = breach(&office, B, &["--not-notified", "ikke-avvik", "--note", "Det var rett nabo."]);
    let known = &case["breaches"][0];
    assert_eq!((&known["verdict"], &known["notified_at"]), (&json!("ikke-avvik"), &json!("2026-03-29T08:00:00Z")));
    office.done(&["store", "verify"]);
    office.done(&["store", "rebuild"]);
    assert_eq!(office.show(B), case);
}

#[test]
fn the_same_breach_is_known_again_in_another_case_by_its_number() {
    let mut office = office();
    office.at_instant("2026-03-27T15:00:00+01:00");
    breach(&office, A, &[&FOUND[..], &["--reference", "AVVIK-2026/117"]].concat());
    let case = breach(&office, B, &FOUND);
    assert_eq!((&case["breaches"][0]["reference"], &case["breaches"][0]["same_in"]), (&Value::Null, &json!([])));
    let case = breach(&office, B, &["--add-reference", "avvik-2026/117"]);
    assert_eq!(
        (&case["breaches"][0]["reference"], &case["breaches"][0]["same_in"]),
        (&json!("avvik-2026/117"), &json!([A]))
    );
    assert_eq!(office.show(A)["breaches"][0]["same_in"], json!([B]));
    assert_eq!(each(&office.done(&["case", "list", "--reference", "Avvik-2026/117"])["cases"], "case"), [A, B]);
    let case = breach(&office, B, &["--not-notified", "ikke-avvik", "--note", "Det var rett nabo."]);
    assert_eq!(
        (&case["breaches"][0]["verdict"], &case["breaches"][0]["reason"]),
        (&json!("ikke-avvik"), &json!("Det var rett nabo."))
    );
    assert_eq!(each(&office.done(&["case", "list", "--breaches"])["cases"], "case"), [A]);
    office.done(&["store", "verify"]);
}

#[test]
fn whoever_only_reads_sees_it_and_records_nothing() {
    let mut office = office();
    office.at_instant("2026-03-27T15:00:00+01:00");
    office.let_in("Ida Ombud", "personvernombud");
    breach(&office, A, &FOUND);
    let seen = office.done_as("Ida Ombud", &["case", "show", A]);
    assert_eq!(seen["breaches"], office.show(A)["breaches"]);
    assert_eq!(each(&office.done_as("Ida Ombud", &["case", "list", "--breaches"])["cases"], "case"), [A]);
    office.refused_as("Ida Ombud", &[&["case", "breach", A], &FOUND[..]].concat(), 3);
}

#[test]
fn what_cannot_be_read_or_recorded_is_refused() {
    let mut office = office();
    office.at_instant("2026-03-29T12:00:00+02:00");
    let found = |aware: &'static str| ["--aware", aware, "--concerns", "integritet", "--about", "x"];
    for (arguments, code, exit) in [
        (&found("2026-03-29T02:30")[..], "not-well-formed", 2),
        (&found("i går")[..], "not-well-formed", 2),
        (&found("2026-03-29T12:01"), "date-order", 3),
        (&["--aware", "2026-03-28T10:00", "--concerns", "alt", "--about", "x"], "not-well-formed", 2),
        (&[&found("2026-03-28T10:00")[..], &["--reference", "13846107759"]].concat(), "unknown-value", 2),
        (&["--aware", "2026-03-28T10:00"], "usage", 2),
        (&["--notified", "2026-03-28T10:00"], "no-such-breach", 3),
        (&["--not-notified", "ingen-risiko"], "usage", 2),
        (&["--persons-not-told", "--high-risk", "kanskje", "--note", "x"], "unknown-value", 2),
        (&["--add-reference", "Kari"], "unknown-value", 2),
        (&["--add-reference", "117", "--note", "x"], "usage", 2),
        (&[&found("2026-03-28T10:00")[..], &["--note", "x"]].concat(), "usage", 2),
        (&[&found("2026-03-28T10:00")[..], &["--number", "2"]].concat(), "usage", 2),
        (&[&found("2026-03-28T10:00")[..], &["--high-risk", "ja"]].concat(), "usage", 2),
        (&["--notified", "2026-03-28T10:00", "--concerns", "integritet"], "usage", 2),
        (&["--not-notified", "ikke-avvik", "--note", "x", "--reference", "117"], "usage", 2),
        (&["--corrected-notified", "2026-03-28T10:00"], "usage", 2),
        (&[], "usage", 2),
    ] {
        let refused = office.refused(&[&["case", "breach", A], arguments].concat(), exit);
        assert_eq!(refused["code"], code, "{arguments:?}: {refused}");
        assert!(!refused.to_string().contains("13846107759"));
    }
}

/// The list follows the breaches' own deadlines to the hour, page by page, whatever the cases are due on: two of one day, and two on
/// either side of midnight in Norway.
#[test]
fn breaches_are_listed_by_their_own_deadline() {
    let office = Office::at("2026-03-27T16:00:00+01:00");
    let aware = ["2026-03-26T14:30", "2026-03-26T08:00", "2026-03-25T00:45", "2026-03-24T23:45"];
    for (name, aware) in ["Tora Vik", "Ola Nes", "Ane Lid", "Jon Vik"].into_iter().zip(aware) {
        let registered = office.register(&json!({
            "received_on": "2026-03-02", "channel": "brev", "language": "nb", "person": {"name": name},
            "text": "Hva står det om meg?", "demands": [{"register": "npr", "right": "innsyn"}],
        }));
        let case = registered["cases"][0]["case"].as_str().expect("a case");
        breach(&office, case, &["--aware", aware, "--concerns", "konfidensialitet", "--about", "Feil mottaker."]);
    }
    let by_deadline = ["2026/00004-a", "2026/00003-a", "2026/00002-a", "2026/00001-a"];
    assert_eq!(each(&office.done(&["case", "list", "--breaches"])["cases"], "case"), by_deadline);
    let mut found = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let mut page = vec!["case", "list", "--breaches", "--limit", "1"];
        page.extend(after.iter().flat_map(|after| ["--after", after.as_str()]));
        let page = office.done(&page);
        found.extend(each(&page["cases"], "case").into_iter().map(str::to_owned));
        match page["next"].as_str() {
            Some(next) => after = Some(next.to_owned()),
            None => break,
        }
    }
    assert_eq!(found, by_deadline);
}
