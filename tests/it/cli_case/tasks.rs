//! Tasks that units are given in a case: asked, reminded, answered, dropped, and what they do to the case.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const CASE: &str = "2026/00001-a";

/// An office with a claim for access to IPLOS, received on 2 February; the answer is due on 2 March.
fn office() -> Office {
    let mut office = Office::at("2026-02-05T09:00:00+01:00");
    office.keep_secret(&["Tiril Eng", "Skogveien"]);
    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "iplos", "right": "innsyn"}],
    }));
    office
}

fn ask(office: &Office, unit: &str, due: &str) -> Value {
    let text = office.write("oppgave.txt", "Hva sier journalen om tjenestene i 2012?");
    office.done(&["case", "task", CASE, "--ask", unit, "--text-file", &text, "--due", due])
}

fn codes(case: &Value) -> Vec<&str> {
    each(&case["warnings"], "code")
}

#[test]
fn the_catalogue_proposes_the_units_of_iplos_with_their_source() {
    let case = office().show(CASE);
    let units = each(&case["units"], "unit");
    assert_eq!(units[..3], ["kommune", "skattedirektoratet", "ssb"], "the proposed ones come first");
    assert_eq!(units.len(), 7, "every unit can be asked: {units:?}");
    for unit in &units[..3] {
        let unit = find(&case["units"], "unit", unit);
        assert!(unit["proposal"].is_string() && unit["source"].is_string(), "{unit}");
    }
    assert_eq!(find(&case["units"], "unit", "annen")["proposal"], Value::Null);
}

#[test]
fn a_task_has_a_day_an_owner_and_reminders_and_moves_no_date_of_the_case() {
    let mut office = office();
    let before = office.show(CASE);
    let asked = ask(&office, "kommune", "2026-02-16");
    for field in ["due_on", "nominal_on", "refusal_due_on", "extension_notice_due_on", "paused_since_on", "deadline"] {
        assert_eq!(asked[field], before[field], "{field}");
    }
    assert_eq!((&asked["status"], &asked["status_label"]), (&json!("venter-internt"), &json!("Venter internt")));
    assert_eq!((&asked["open_tasks"], &asked["task_due_on"]), (&json!(1), &json!("2026-02-16")));
    let task = &asked["tasks"][0];
    assert_eq!((&task["number"], &task["unit"], &task["state"]), (&json!(1), &json!("kommune"), &json!("open")));
    assert_eq!(task["owner"], "administrator", "whoever asks follows it up");
    for language in ["nb", "nn", "en"] {
        let words = task["chaser"][language].as_str().expect("words");
        assert!(words.contains(CASE), "{language}: the case's number");
        assert!(
            !words.contains("Tiril") && !words.contains("IPLOS"),
            "{language}: nobody's name, no register: {words}"
        );
    }
    let said = each(&asked["timeline"], "text");
    let last = said.last().expect("an event");
    assert_eq!(*last, "Oppgave 1 ble sendt 05.02.2026: Kommunen. Svar innen 16.02.2026. administrator følger den opp.");

    office.at_instant("2026-02-17T09:00:00+01:00");
    let late = office.show(CASE);
    assert_eq!(late["tasks"][0]["late"], true);
    assert!(codes(&late).contains(&"task-late"), "{:?}", codes(&late));
    for due in ["2026-02-20", "2026-02-25"] {
        office.done(&["case", "task", CASE, "--remind", "1", "--due", due]);
    }
    let reminded = office.show(CASE);
    assert_eq!(reminded["tasks"][0]["reminded_on"], json!(["2026-02-17", "2026-02-17"]));
    assert_eq!((&reminded["tasks"][0]["due_on"], &reminded["tasks"][0]["late"]), (&json!("2026-02-25"), &json!(false)));

    let answered = office.done(&["case", "task", CASE, "--answer", "1", "--note", "Journalen er funnet."]);
    assert_eq!(answered["tasks"][0]["state"], "answered");
    assert_eq!((&answered["open_tasks"], &answered["tasks"][0]["chaser"]), (&json!(0), &Value::Null));
    assert_ne!(answered["status"], "venter-internt");
    let again = office.refused(&["case", "task", CASE, "--remind", "1", "--due", "2026-02-26"], 3);
    assert_eq!(again["code"], "task-ended");
    office.is_whole();
}

#[test]
fn a_day_that_makes_no_sense_is_refused_field_by_field() {
    let office = office();
    let text = office.write("oppgave.txt", "Hva sier journalen?");
    let refused = |more: &[&str], code: i32| {
        let start = ["case", "task", CASE, "--ask", "kommune", "--text-file", &text];
        office.refused(&[&start[..], more].concat(), code)
    };
    let early = refused(&["--due", "2026-02-16", "--on", "2026-02-01"], 3);
    assert_eq!((&early["code"], &early["fields"][0]["path"]), (&json!("date-order"), &json!("asked_on")));
    assert_eq!(refused(&["--due", "2026-02-16", "--on", "2026-02-06"], 3)["fields"][0]["path"], "asked_on");
    assert_eq!(refused(&["--due", "2026-02-04"], 3)["fields"][0]["path"], "due_on");
    assert_eq!(refused(&["--due", "2027-02-06"], 3)["fields"][0]["path"], "due_on");
    assert_eq!(refused(&["--due", "16.02.2026"], 2)["fields"][0]["path"], "due_on");
    assert_eq!(refused(&["--due", "2026-02-16", "--owner", "Ingen Her"], 4)["code"], "unknown-user");
    let unit = office.refused(&["case", "task", CASE, "--ask", "nav", "--text-file", &text, "--due", "2026-02-16"], 2);
    assert_eq!(unit["fields"][0]["path"], "unit");
    let missing = office.refused(&["case", "task", CASE, "--remind", "3", "--due", "2026-02-16"], 3);
    assert_eq!(missing["code"], "no-such-task");
    let empty = office.write("tom.txt", "  \n");
    let nothing =
        office.refused(&["case", "task", CASE, "--ask", "ssb", "--text-file", &empty, "--due", "2026-02-16"], 2);
    assert_eq!(nothing["fields"][0]["path"], "text");
    assert_eq!(office.show(CASE)["tasks"], json!([]), "nothing was changed");
}

#[test]
fn a_day_after_the_case_s_own_is_warned_of() {
    let office = office();
    let after = ask(&office, "ssb", "2026-03-10");
    assert!(codes(&after).contains(&"task-after-deadline"), "{:?}", codes(&after));
    office.done(&["settings", "set", "--internal-days", "7"]);
    ask(&office, "kommune", "2026-02-25");
    let case = office.show(CASE);
    assert!(codes(&case).contains(&"task-after-internal"), "{:?}", codes(&case));
}

#[test]
fn a_case_with_an_open_task_may_be_decided_with_a_warning_but_not_closed() {
    let mut office = office();
    ask(&office, "kommune", "2026-02-16");
    ask(&office, "skattedirektoratet", "2026-02-16");
    office.done(&["case", "withdraw", CASE, "--on", "2026-02-05"]);
    let refused = office.refused(&["case", "close", CASE], 3);
    assert_eq!(refused["code"], "tasks-open");
    assert!(refused["message"].as_str().is_some_and(|text| text.contains("1 (Kommunen), 2 (Skattedirektoratet)")));
    office.done(&["case", "task", CASE, "--drop", "1", "--reason", "Kravet er trukket."]);
    assert_eq!(office.refused(&["case", "close", CASE], 3)["code"], "tasks-open");
    let dropped = office.done(&["case", "task", CASE, "--drop", "2", "--reason", "Kravet er trukket."]);
    assert_eq!(
        (&dropped["tasks"][1]["state"], &dropped["tasks"][1]["note"]),
        (&json!("dropped"), &json!("Kravet er trukket."))
    );
    assert_eq!(office.done(&["case", "close", CASE])["state"], "closed");
    assert_eq!(office.done(&["task", "list"])["tasks"], json!([]));
    let text = office.write("oppgave.txt", "Hva sier journalen?");
    let late = office.refused(&["case", "task", CASE, "--ask", "ssb", "--text-file", &text, "--due", "2026-02-16"], 3);
    assert_eq!(late["code"], "finished");

    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    let second = "2026/00002-a";
    office.done(&["case", "task", second, "--ask", "registerenhet", "--text-file", &text, "--due", "2026-02-16"]);
    let reasons = office.write("svar.txt", "Du får innsyn.");
    let decided = office.done(&["case", "decide", second, "--outcome", "innvilget", "--reasons-file", &reasons]);
    assert!(codes(&decided).contains(&"tasks-open"), "{:?}", codes(&decided));
    office.at_instant("2026-02-06T09:00:00+01:00");
    office.is_whole();
}

#[test]
fn open_tasks_across_cases_come_by_day_to_whoever_follows_them_up() {
    let office = office();
    office.let_in("Kari Myhre", "saksbehandler");
    ask(&office, "ssb", "2026-02-20");
    ask(&office, "kommune", "2026-02-12");
    ask(&office, "skattedirektoratet", "2026-02-13");
    office.done(&["case", "task", CASE, "--give", "3", "--to", "Kari Myhre"]);
    let twice = office.refused(&["case", "task", CASE, "--give", "3", "--to", "Kari Myhre"], 3);
    assert_eq!(twice["code"], "already-recorded");
    let mine = office.done(&["task", "list"]);
    assert_eq!(each(&mine["tasks"], "unit"), ["kommune", "ssb"]);
    assert_eq!(mine["tasks"][0]["answer_due_on"], "2026-03-02");
    let hers = office.done_as("Kari Myhre", &["task", "list"]);
    assert_eq!(each(&hers["tasks"], "unit"), ["skattedirektoratet"]);
    office.is_whole();
}
