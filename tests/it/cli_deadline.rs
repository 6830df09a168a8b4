//! The command `deadline`, through the built program.

use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .arg("deadline")
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn answer(arguments: &[&str]) -> Value {
    let output = run(&[arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one document")
}

fn failure(arguments: &[&str], code: i32) -> Value {
    let output = run(&[arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty(), "a failure leaves standard output empty");
    let line = String::from_utf8(output.stderr).expect("text");
    assert_eq!(line.trim_end().lines().count(), 1, "one line on standard error");
    serde_json::from_str::<Value>(&line).expect("one document")["error"].take()
}

#[test]
fn the_answer_has_every_field_and_no_other() {
    let mut answer = answer(&["--received", "2026-01-31"]);
    let steps = answer["steps"].take();
    assert_eq!(
        answer,
        json!({
            "received_on": "2026-01-31", "base_on": "2026-02-28", "suspended_days": 0, "extended": false,
            "nominal_on": "2026-02-28", "due_on": "2026-03-02", "extension_notice_due_on": "2026-03-02",
            "refusal_due_on": "2026-03-02", "open_suspension": null, "steps": null
        })
    );
    let operations: Vec<&Value> = steps.as_array().expect("steps").iter().map(|step| &step["op"]).collect();
    assert_eq!(operations, ["received", "add_months", "clamp", "roll"]);
    assert_eq!(
        steps[3],
        json!({
            "op": "roll", "from_on": "2026-02-28", "to_on": "2026-03-02", "months": null, "days": null,
            "rule": "next-working-day",
            "text": "28. februar 2026 er en lørdag. Fristen flyttes til neste virkedag, mandag 2. mars 2026.",
            "source": "Forordning 1182/71 art. 3 nr. 4; domstolloven § 149; forvaltningslovforskriften § 41"
        })
    );
    assert_eq!(steps[1]["months"], 1);
}

#[test]
fn an_open_suspension_is_seen_from_the_day_given() {
    let open = ["--received", "2026-02-02", "--suspended", "2026-02-05.."];
    let seen = answer(&[&open[..], &["--today", "2026-02-15"]].concat());
    assert_eq!(seen["due_on"], Value::Null);
    assert_eq!(seen["refusal_due_on"], Value::Null);
    assert_eq!(seen["open_suspension"], json!({"since_on": "2026-02-05", "due_if_answered_on": "2026-03-12"}));
    assert_eq!(answer(&open)["open_suspension"]["due_if_answered_on"], "2026-03-02");
    assert_eq!(seen["steps"][2]["to_on"], Value::Null);
}

#[test]
fn pauses_and_extension_are_taken_together() {
    let answer = answer(&[
        "--received",
        "2026-01-31",
        "--suspended",
        "2026-02-08..2026-02-10",
        "--suspended",
        "2026-02-05..2026-02-08",
        "--extended-on",
        "2026-02-20",
        "--lang",
        "en",
    ]);
    assert_eq!(answer["due_on"], "2026-05-05");
    assert_eq!(answer["extension_notice_due_on"], "2026-03-05");
    assert_eq!(answer["suspended_days"], 5);
    assert_eq!(answer["extended"], true);
    assert_eq!(answer["steps"][1]["months"], 3);
    assert_eq!(answer["steps"][2]["text"], "April does not have 31 days, so the last day of the month: 30 April 2026.");
}

#[test]
fn impossible_and_unreadable_dates_are_told_all_at_once() {
    let error = failure(&["--received", "2026-02-30"], 2);
    assert_eq!(error["message"], "2026-02-30 finnes ikke. Skriv datoen som ÅÅÅÅ-MM-DD.");
    assert_eq!(error["fields"][0]["path"], "received");
    let error = failure(
        &[
            "--received",
            "31.01.2026",
            "--suspended",
            "2026-02-05..2026-02-31",
            "--suspended",
            "3",
            "--extended-on",
            "x",
        ],
        2,
    );
    let paths: Vec<&Value> = error["fields"].as_array().expect("fields").iter().map(|field| &field["path"]).collect();
    assert_eq!(paths, ["received", "suspended[0]", "suspended[1]", "extended_on"]);
    assert_eq!(failure(&[], 2)["fields"][0]["code"], "missing");
    assert_eq!(failure(&["--received", "0026-01-31"], 2)["code"], "date-out-of-range");
}

#[test]
fn a_rule_that_refuses_names_itself_and_its_source() {
    let error = failure(&["--received", "2026-01-31", "--extended-on", "2026-03-03"], 3);
    assert_eq!(error["code"], "extension-late");
    assert_eq!(error["rule"], "extension-notice-within-one-month");
    assert_eq!(error["source"], "Personvernforordningen art. 12 nr. 3");
    assert_eq!(error["fields"][0]["path"], "extended_on");
    assert_eq!(failure(&["--received", "2026-02-03", "--today", "2026-02-02"], 3)["code"], "receipt-in-future");
    let backwards = ["--received", "2026-02-03", "--suspended", "2026-02-09..2026-02-08"];
    assert_eq!(failure(&backwards, 3)["fields"][0]["path"], "suspended[0]");
}

#[test]
fn the_screen_shows_dates_first_and_then_why() {
    let output =
        run(&["--received", "2026-01-31", "--suspended", "2026-02-05..2026-02-10", "--extended-on", "2026-02-20"]);
    insta::assert_snapshot!(String::from_utf8(output.stdout).expect("text"));
}

#[test]
fn the_screen_speaks_nynorsk_while_the_case_waits() {
    let output =
        run(&["--received", "2026-02-02", "--suspended", "2026-02-05..", "--today", "2026-02-15", "--lang", "nn"]);
    insta::assert_snapshot!(String::from_utf8(output.stdout).expect("text"));
}
