//! The same done with many cases: each stands or falls by itself, and a dry run says what would stop which.

use serde_json::{Value, json};

use super::office::{Office, each};
use super::sample_02;

const NOW: &str = "2026-02-03T09:00:00+01:00";

fn office() -> Office {
    let office = Office::at(NOW);
    let mut request = sample_02::request();
    request["demands"] = json!([
        {"register": "kpr", "right": "innsyn"},
        {"register": "npr", "right": "innsyn"},
    ]);
    office.register(&request);
    request["demands"] = json!([{"register": "hpr", "right": "innsyn"}]);
    office.register(&request);
    office.let_in("Aud Lid", "saksbehandler");
    office.let_in("Ombud", "personvernombud");
    office
}

fn bulk(office: &Office, arguments: &[&str]) -> Value {
    office.done(&[&["case", "bulk"], arguments].concat())
}

#[test]
fn cases_of_a_filter_or_a_list_are_assigned_and_one_that_cannot_stops_no_other() {
    let office = office();
    let assign = ["assign", "--to", "Aud Lid"];
    let dry = bulk(&office, &[&assign[..], &["--right", "innsyn", "--dry-run"]].concat());
    assert_eq!(dry["done"], json!(["2026/00001-a", "2026/00001-b", "2026/00002-a"]));
    assert_eq!(office.show("2026/00001-a")["assignee"], Value::Null, "a dry run changes nothing");

    let done = bulk(&office, &[&assign[..], &["--register", "kpr"]].concat());
    assert_eq!(done["done"], json!(["2026/00001-a"]));
    let list = office.write("saker.txt", "2026/00001-a\n2026/00001-b 2026/00009-a\n2026/00001-b\n");
    let done = bulk(&office, &[&assign[..], &["--cases", &list]].concat());
    assert_eq!(done["done"], json!(["2026/00001-b"]));
    assert_eq!(each(&done["stopped"], "case"), ["2026/00001-a", "2026/00009-a"]);
    assert_eq!(each(&done["stopped"], "code"), ["nothing-new", "not-found"]);
    let all = bulk(&office, &[&assign[..], &["--all"]].concat());
    assert_eq!(all["done"], json!(["2026/00002-a"]));
    assert_eq!(office.show("2026/00002-a")["assignee"], "Aud Lid");
    office.is_whole();
}

#[test]
fn cases_are_put_on_hold_and_none_is_closed_before_it_is_answered() {
    let office = office();
    let hold = ["suspend", "--ground", "presisering", "--on", "2026-02-02", "--reply-by", "2026-02-16"];
    let done = bulk(&office, &[&hold[..], &["--all"]].concat());
    assert_eq!(done["done"].as_array().map(Vec::len), Some(3), "{done}");
    assert_eq!(office.show("2026/00001-b")["state"], "suspended");
    let closed = bulk(&office, &["close", "--state", "suspended"]);
    assert_eq!(closed["done"], json!([]));
    assert_eq!(each(&closed["stopped"], "code"), ["not-answered"; 3]);
    office.is_whole();
}

#[test]
fn what_was_done_is_undone_later_where_nobody_has_done_more() {
    let office = office();
    office.done(&["case", "assign", "2026/00001-a", "--to", "Aud Lid"]);
    let (given, asked) = (office.argument("fordelt.txt"), office.argument("spurt.txt"));
    let assign = ["assign", "--to", "administrator", "--unassigned", "--undo-file", &given];
    assert_eq!(bulk(&office, &assign)["done"], json!(["2026/00001-b", "2026/00002-a"]));
    office.done(&["case", "assign", "2026/00002-a", "--to", "Aud Lid"]);
    let undone = bulk(&office, &["undo", &given]);
    assert_eq!(undone["done"], json!(["2026/00001-b"]));
    assert_eq!(
        (each(&undone["stopped"], "case"), each(&undone["stopped"], "code")),
        (vec!["2026/00002-a"], vec!["conflict"])
    );
    assert_eq!(office.show("2026/00001-b")["assignee"], Value::Null);
    // What is undone is not undone again.
    assert_eq!(bulk(&office, &["undo", &given])["done"], json!([]));

    let hold = ["suspend", "--ground", "presisering", "--on", "2026-02-02", "--reply-by", "2026-02-16"];
    let due = office.show("2026/00001-a")["due_on"].clone();
    bulk(&office, &[&hold[..], &["--assignee", "Aud Lid", "--undo-file", &asked]].concat());
    assert_eq!(office.show("2026/00001-a")["due_on"], Value::Null);
    assert_eq!(bulk(&office, &["undo", &asked])["done"], json!(["2026/00002-a", "2026/00001-a"]));
    assert_eq!(office.show("2026/00001-a")["due_on"], due);

    let other = office.write("annet.txt", "2026/00001-a\n");
    assert_eq!(office.refused(&["case", "bulk", "undo", &other], 2)["code"], "not-undo-file");
    let wrong = office.write("feil.txt", "2026/00001-a 1\n2026/00001-a 900\n");
    assert_eq!(each(&bulk(&office, &["undo", &wrong])["stopped"], "code"), ["conflict"; 2]);
    office.is_whole();
}

#[test]
fn nothing_is_done_with_every_case_by_mistake_or_by_whoever_only_reads() {
    let office = office();
    assert_eq!(office.refused(&["case", "bulk", "close"], 2)["code"], "which-cases");
    assert_eq!(office.refused(&["case", "bulk", "close", "--all", "--mine"], 2)["code"], "which-cases");
    assert_eq!(office.refused(&["case", "bulk", "assign", "--to", "Ombud", "--all"], 4)["code"], "unknown-user");
    // An order is no filter.
    assert_eq!(office.refused(&["case", "bulk", "close", "--sort", "number"], 2)["code"], "which-cases");
    let empty = office.write("tom.txt", "\n");
    assert_eq!(office.refused(&["case", "bulk", "close", "--cases", &empty], 2)["code"], "no-case");
    office.refused_as("Ombud", &["case", "bulk", "close", "--all", "--dry-run"], 3);
    office.refused_as("Ombud", &["case", "bulk", "assign", "--to", "Aud Lid", "--all"], 3);
}
