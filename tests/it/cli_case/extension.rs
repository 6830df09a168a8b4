//! A longer deadline: proposed, in force when the notice is sent, and never twice.

use std::process::Command;

use serde_json::{Value, json};

use super::office::{Office, each, find, keys};

const CASE: &str = "2026/00001-a";

fn office(received_on: &str, now: &str) -> Office {
    let office = Office::at(now);
    office.register(&json!({
        "received_on": received_on, "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"]}},
        "text": "Hva har dere om meg, og hvem har sett det?",
        "demands": [{"register": "hpr", "right": "innsyn", "facts": {"yrke": "helsepersonell"}}],
    }));
    office
}

fn extend(expected: &str) -> [&str; 9] {
    ["case", "extend", CASE, "--reason", "kompleksitet", "--text", "Vi må spørre tre steder.", "--expected", expected]
}

fn notice(office: &Office) -> Vec<String> {
    ["letter", "issue", CASE, "--kind", "extension-notice", "-o", &office.argument("melding.pdf")]
        .map(str::to_owned)
        .to_vec()
}

fn words(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

/// What the command `deadline` says of the same facts.
fn deadline(arguments: &[String]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .arg("deadline")
        .args(arguments)
        .arg("--json")
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one document")
}

#[test]
fn the_dates_of_a_case_are_those_of_the_command_deadline() {
    // Received, asked and answered, the notice sent, the day of looking.
    for (received, pauses, notice_on, today) in [
        ("2026-01-31", &[][..], "2026-03-02", "2026-03-03"),
        ("2026-03-02", &[], "2026-03-02", "2026-03-02"),
        ("2026-03-02", &[("2026-03-04", Some("2026-03-20"))], "2026-04-10", "2026-04-20"),
        ("2026-03-02", &[("2026-04-06", Some("2026-04-09"))], "2026-04-09", "2026-04-10"),
        ("2026-03-02", &[("2026-03-04", None)], "2026-05-20", "2026-05-28"),
        (
            "2026-11-30",
            &[("2026-12-02", Some("2026-12-08")), ("2026-12-08", Some("2026-12-21"))],
            "2027-01-18",
            "2027-02-01",
        ),
    ] {
        let what = format!("received {received}, asked {pauses:?}, notice {notice_on}");
        let mut office = office(received, &format!("{received}T12:00:00Z"));
        for (asked, answered) in pauses {
            let latest = answered.unwrap_or(notice_on);
            office.at_instant(&format!("{latest}T12:00:00Z"));
            let reply_by = "2028-01-03";
            office.done(&["case", "suspend", CASE, "--ground", "presisering", "--on", asked, "--reply-by", reply_by]);
            if let Some(answered) = answered {
                office.done(&["case", "resume", CASE, "--on", answered]);
            }
        }
        office.at_instant(&format!("{notice_on}T12:00:00Z"));
        let before = office.show(CASE);
        let longest = {
            let mut facts = vec!["--received".to_owned(), received.to_owned()];
            facts.extend([
                "--extended-on".to_owned(),
                notice_on.to_owned(),
                "--today".to_owned(),
                notice_on.to_owned(),
            ]);
            for (asked, answered) in pauses {
                facts.extend(["--suspended".to_owned(), format!("{asked}..{}", answered.unwrap_or_default())]);
            }
            facts
        };
        let said = deadline(&longest);
        let last = said["due_on"].as_str().or(said["open_suspension"]["due_if_answered_on"].as_str()).expect("a day");
        let proposed = office.done(&extend(last));
        for date in ["due_on", "nominal_on", "refusal_due_on", "extension_notice_due_on"] {
            assert_eq!(proposed[date], before[date], "{what}: proposing changes no {date}");
        }
        assert_eq!(proposed["extension"]["notice_on"], Value::Null);
        assert_eq!(proposed["deadline"]["extended"], false);
        office.done(&words(&notice(&office)));

        office.at_instant(&format!("{today}T12:00:00Z"));
        let mut facts = longest;
        facts.extend(["--today".to_owned(), today.to_owned()]);
        let place = facts.iter().position(|word| word == "--today").expect("a day");
        facts.drain(place..place + 2);
        let said = deadline(&facts);
        let case = office.show(CASE);
        assert_eq!(case["deadline"], said, "{what}");
        for date in ["due_on", "nominal_on", "refusal_due_on", "extension_notice_due_on"] {
            assert_eq!(case[date], said[date], "{what}: {date}");
        }
        assert_eq!(case["extension"]["notice_on"], notice_on, "{what}");
        let listed = office.done(&["case", "list"]);
        assert_eq!(listed["cases"][0]["due_on"], said["due_on"], "{what}");
        office.is_whole();
    }
}

#[test]
fn the_notice_is_what_extends_and_it_is_sent_once() {
    let mut office = office("2026-01-31", "2026-02-03T09:00:00+01:00");
    let early = office.refused(&words(&notice(&office)), 3);
    assert_eq!(early["code"], "not-proposed");

    // The one-month date is 2 March; three months from receipt are 30 April.
    for (expected, code) in [("2026-03-02", "date-order"), ("2026-05-01", "date-order"), ("2026-02-01", "date-order")] {
        let error = office.refused(&extend(expected), 3);
        assert_eq!(error["code"], code, "{expected}");
        assert_eq!(error["fields"][0]["path"], "expected");
        let message = error["message"].as_str().expect("a message");
        assert!(message.contains("mandag 2. mars 2026") && message.contains("torsdag 30. april 2026"), "{message}");
    }
    for expected in ["2026-04-30", "2026-03-03", "2026-04-10"] {
        let case = office.done(&extend(expected));
        assert_eq!(case["extension"]["expected_on"], expected, "it may be proposed anew until the notice is sent");
        assert_eq!(case["due_on"], "2026-03-02");
    }
    let case = office.show(CASE);
    holds_extension(&case["extension"]);
    assert!(find(&case["letter_kinds"], "kind", "extension-notice")["proposed"].as_bool().expect("a flag"));
    assert_eq!(
        office.refused(
            &["case", "extend", CASE, "--reason", "ferie", "--text", "Vi har ferie.", "--expected", "2026-04-10"],
            2
        )["code"],
        "not-well-formed"
    );

    office.at_instant("2026-02-26T09:00:00+01:00");
    let case = office.show(CASE);
    let warning = find(&case["warnings"], "code", "extension-notice-due");
    assert!(warning["message"].as_str().expect("words").contains("mandag 2. mars 2026"), "{warning}");
    office.at_instant("2026-02-24T09:00:00+01:00");
    assert!(
        find(&office.show(CASE)["warnings"], "code", "extension-notice-due").is_null(),
        "four working days are left"
    );

    office.at_instant("2026-03-02T23:30:00+01:00");
    let letter = office.done(&words(&notice(&office)));
    assert_eq!((&letter["kind"], &letter["dated_on"]), (&json!("extension-notice"), &json!("2026-03-02")));
    let case = office.show(CASE);
    assert_eq!((&case["due_on"], &case["refusal_due_on"]), (&json!("2026-04-30"), &json!("2026-03-02")));
    assert_eq!(each(&case["warnings"], "code"), [""; 0]);
    assert_eq!(office.refused(&extend("2026-04-10"), 3)["code"], "already-extended");
    assert_eq!(office.refused(&words(&notice(&office)), 3)["code"], "already-extended");
    assert_eq!(find(&case["actions"], "action", "extend")["why_not"], "Fristen er allerede forlenget.");
    office.is_whole();
}

fn holds_extension(extension: &Value) {
    assert_eq!(keys(extension), ["expected_on", "notice_on", "reason", "reason_label", "text"]);
    assert_eq!(extension["text"], "Vi må spørre tre steder.");
}

#[test]
fn after_the_last_day_the_answer_is_late_and_the_person_is_to_be_told() {
    let mut office = office("2026-01-31", "2026-02-03T09:00:00+01:00");
    office.done(&extend("2026-04-10"));
    office.at_instant("2026-03-03T00:30:00+01:00");
    let letter = notice(&office);
    for arguments in [&extend("2026-04-10")[..], &words(&letter)] {
        let error = office.refused(arguments, 3);
        assert_eq!((&error["code"], &error["rule"]), (&json!("extension-late"), &json!("extension-late")));
        let message = error["message"].as_str().expect("a message");
        assert!(message.contains("mandag 2. mars 2026") && message.contains("med en gang"), "{message}");
        assert!(error["source"].as_str().expect("a source").contains("art. 12 nr. 3"));
    }
    assert!(!office.path("melding.pdf").exists());
    let case = office.show(CASE);
    assert_eq!((&case["late"], &case["due_on"]), (&json!(true), &json!("2026-03-02")));
    assert_eq!(
        find(&case["actions"], "action", "extend")["why_not"],
        "Siste dag for melding om lengre frist var 02.03.2026."
    );

    // The person is told of the delay, which moves no date.
    assert_eq!(find(&case["letter_kinds"], "kind", "delay-notice")["proposed"], json!(true));
    let fields = r#"{"delay_reason": "Vi venter på to arkiver.", "expected_on": "2026-03-20"}"#;
    let (fields, output) = (office.write("grunn.json", fields), office.argument("beskjed.pdf"));
    let told = office.done(&["letter", "issue", CASE, "--kind", "delay-notice", "--fields", &fields, "-o", &output]);
    assert_eq!((&told["kind"], &told["dated_on"]), (&json!("delay-notice"), &json!("2026-03-03")));
    let case = office.show(CASE);
    assert_eq!((&case["late"], &case["due_on"]), (&json!(true), &json!("2026-03-02")));
    assert_eq!(find(&case["letter_kinds"], "kind", "delay-notice")["proposed"], json!(false));
    office.is_whole();
}

#[test]
fn while_the_clock_stands_still_the_notice_is_in_time() {
    let mut office = office("2026-01-31", "2026-02-03T09:00:00+01:00");
    office.done(&[
        "case",
        "suspend",
        CASE,
        "--ground",
        "presisering",
        "--on",
        "2026-02-03",
        "--reply-by",
        "2026-02-17",
    ]);
    office.at_instant("2026-03-16T09:00:00+01:00");
    office.done(&extend("2026-05-29"));
    office.done(&words(&notice(&office)));
    let case = office.done(&["case", "resume", CASE, "--on", "2026-03-16"]);
    assert_eq!((&case["due_on"], &case["deadline"]["extended"]), (&json!("2026-06-10"), &json!(true)));
    office.is_whole();
}

#[test]
fn an_answer_that_came_before_the_notice_may_take_its_ground_away() {
    let mut office = office("2026-01-31", "2026-02-03T09:00:00+01:00");
    office.done(&[
        "case",
        "suspend",
        CASE,
        "--ground",
        "presisering",
        "--on",
        "2026-02-03",
        "--reply-by",
        "2026-02-17",
    ]);
    office.at_instant("2026-03-16T09:00:00+01:00");
    office.done(&extend("2026-05-29"));
    office.done(&words(&notice(&office)));
    // It turns out that the answer lay there all the time.
    let case = office.done(&["case", "resume", CASE, "--on", "2026-02-04"]);
    assert_eq!((&case["due_on"], &case["deadline"]["extended"]), (&json!("2026-03-02"), &json!(false)));
    assert_eq!(each(&case["warnings"], "code"), ["extension-late"]);
    office.is_whole();
}
