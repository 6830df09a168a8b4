//! What whoever has a case is reminded of, on which day, and for how long it can be put off.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const CASE: &str = "2026/00001-a";

fn office() -> Office {
    let office = Office::at("2026-02-05T09:00:00+01:00");
    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    office.done(&["case", "take", CASE]);
    office
}

fn kinds(office: &Office) -> Vec<(String, String)> {
    let found = office.done(&["reminders"]);
    let text = |reminder: &Value, field: &str| reminder[field].as_str().unwrap_or_default().to_owned();
    let reminders = found["reminders"].as_array().expect("reminders");
    reminders.iter().map(|each| (text(each, "kind"), text(each, "on"))).collect()
}

fn pair(kind: &str, on: &str) -> (String, String) {
    (kind.to_owned(), on.to_owned())
}

#[test]
fn a_day_comes_up_a_week_before_and_stays_until_something_is_done() {
    let mut office = office();
    assert_eq!(kinds(&office), [], "nothing is near");
    office.done(&["settings", "set", "--internal-days", "5"]);
    let text = office.write("oppgave.txt", "Finn opplysningene.");
    office.done(&["case", "task", CASE, "--ask", "registerenhet", "--text-file", &text, "--due", "2026-02-12"]);
    assert_eq!(kinds(&office), [pair("oppgave-1", "2026-02-12")]);
    office.at_instant("2026-02-23T09:00:00+01:00");
    let soon = [
        pair("oppgave-1", "2026-02-12"),
        pair("intern-frist", "2026-02-25"),
        pair("svarfrist-eller-melding", "2026-03-02"),
    ];
    assert_eq!(kinds(&office), soon);
    let found = office.done(&["reminders"]);
    let task = find(&found["reminders"], "kind", "oppgave-1");
    assert_eq!((&task["days_left"], &task["label"]), (&json!(-11), &json!("Oppgave 1: Registerenheten")));
    // Once the last day has passed, no notice of extension can be sent any more.
    office.at_instant("2026-03-03T09:00:00+01:00");
    assert!(kinds(&office).contains(&pair("svarfrist", "2026-03-02")), "{:?}", kinds(&office));
    office.done(&["case", "task", CASE, "--answer", "1", "--note", "Funnet."]);
    office.done(&["case", "withdraw", CASE, "--on", "2026-03-03"]);
    assert_eq!(kinds(&office), []);
    office.is_whole();
}

#[test]
fn a_reply_that_did_not_come_is_reminded_of_while_the_clock_stands_still() {
    let mut office = office();
    let asked = ["--ground", "presisering", "--on", "2026-02-05", "--reply-by", "2026-02-19"];
    office.done(&[&["case", "suspend", CASE], &asked[..]].concat());
    office.at_instant("2026-02-19T09:00:00+01:00");
    assert_eq!(kinds(&office), [], "the last day is not over");
    office.at_instant("2026-02-20T09:00:00+01:00");
    assert_eq!(kinds(&office), [pair("svar-uteblitt", "2026-02-19")]);
}

#[test]
fn a_reminder_is_put_off_for_oneself_and_comes_again() {
    let mut office = office();
    office.at_instant("2026-02-24T09:00:00+01:00");
    let put_off = |until: &str| {
        ["reminders", "--put-off", CASE, "--kind", "svarfrist-eller-melding", "--until", until].map(str::to_owned)
    };
    let run = |office: &Office, until: &str| {
        let arguments = put_off(until);
        office.done(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let refused = |office: &Office, until: &str| {
        let arguments = put_off(until);
        office.refused(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), 3)
    };
    assert_eq!(refused(&office, "2026-02-24")["code"], "put-off", "today is no later day");
    assert_eq!(refused(&office, "2026-03-03")["code"], "put-off", "not beyond the law's own day");
    let after = run(&office, "2026-02-26");
    assert_eq!(after["reminders"], json!([]));
    assert_eq!(each(&after["put_off"], "put_off_until"), ["2026-02-26"]);
    office.at_instant("2026-02-26T09:00:00+01:00");
    assert_eq!(kinds(&office), [pair("svarfrist-eller-melding", "2026-03-02")]);
    let unknown = ["reminders", "--put-off", CASE, "--kind", "oppgave-1", "--until", "2026-02-27"];
    assert_eq!(office.refused(&unknown, 4)["code"], "not-reminded");
    let no_kind = ["reminders", "--put-off", CASE, "--kind", "tull", "--until", "2026-02-27"];
    assert_eq!(office.refused(&no_kind, 2)["fields"][0]["path"], "kind");
}

#[test]
fn the_substitute_is_reminded_as_well_and_others_are_not() {
    let mut office = office();
    office.let_in("Kari Myhre", "saksbehandler");
    office.at_instant("2026-02-24T09:00:00+01:00");
    assert_eq!(office.done_as("Kari Myhre", &["reminders"])["reminders"], json!([]));
    office.done(&["user", "away", "--from", "2026-02-24", "--to", "2026-02-27", "--substitute", "Kari Myhre"]);
    let hers = office.done_as("Kari Myhre", &["reminders"]);
    assert_eq!(each(&hers["reminders"], "covered_for"), ["administrator"]);
}
