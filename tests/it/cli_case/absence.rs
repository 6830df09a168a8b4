//! Taking over, absence with a substitute, and moving all that a colleague has.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const KARI: &str = "Kari Myhre";
const PER: &str = "Per Haug";
const LIVE: &str = "Live Solbakken";

/// Two caseworkers and a lead; three cases, the first two of which Kari has.
fn office() -> Office {
    let office = Office::at("2026-02-05T09:00:00+01:00");
    for (name, role) in [(KARI, "saksbehandler"), (PER, "saksbehandler"), (LIVE, "leder")] {
        office.let_in(name, role);
    }
    for _ in 0..3 {
        office.register(&json!({
            "received_on": "2026-02-02", "channel": "brev", "language": "nb",
            "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
            "text": "Hvilke opplysninger har dere om meg?",
            "demands": [{"register": "npr", "right": "innsyn"}],
        }));
    }
    for case in ["2026/00001-a", "2026/00002-a"] {
        office.done(&["case", "assign", case, "--to", KARI]);
    }
    office.done(&["case", "assign", "2026/00003-a", "--to", PER]);
    office
}

fn mine<'a>(page: &'a Value, field: &str) -> Vec<&'a str> {
    page["cases"].as_array().expect("cases").iter().map(|case| case[field].as_str().unwrap_or("-")).collect()
}

fn away(office: &Office, who: &str, of: &str, from: &str, to: &str, substitute: &str) -> Value {
    office.done_as(who, &["user", "away", of, "--from", from, "--to", to, "--substitute", substitute])
}

#[test]
fn a_case_is_taken_over_in_one_step_and_the_log_says_from_whom() {
    let office = office();
    let taken = office.done_as(PER, &["case", "take", "2026/00001-a"]);
    assert_eq!(taken["assignee"], PER);
    let said = each(&taken["timeline"], "text");
    assert_eq!(said.last(), Some(&"Per Haug tok over saken fra Kari Myhre."));
    let moved = office.done_as(LIVE, &["case", "assign", "2026/00001-a", "--to", KARI]);
    assert_eq!(each(&moved["timeline"], "text").last(), Some(&"Saken er flyttet fra Per Haug til Kari Myhre."));
}

#[test]
fn the_substitute_sees_the_cases_among_their_own_for_as_long_as_the_absence_lasts() {
    let mut office = office();
    assert_eq!(mine(&office.done_as(PER, &["case", "list", "--mine"]), "case"), ["2026/00003-a"]);
    let told = away(&office, KARI, KARI, "2026-02-05", "2026-02-10", PER);
    let kari = find(&told["colleagues"], "name", KARI);
    assert_eq!((&kari["away"]["substitute"], &kari["away"]["now"]), (&json!(PER), &json!(true)));
    let page = office.done_as(PER, &["case", "list", "--mine"]);
    assert_eq!(mine(&page, "case"), ["2026/00001-a", "2026/00002-a", "2026/00003-a"]);
    assert_eq!(mine(&page, "covered_for"), [KARI, KARI, "-"]);
    assert_eq!(mine(&page, "assignee"), [KARI, KARI, PER], "the cases stay with whoever has them");
    for limit in ["1", "2"] {
        let first = office.done_as(PER, &["case", "list", "--mine", "--limit", limit]);
        let after = first["next"].as_str().expect("a next page");
        let rest = office.done_as(PER, &["case", "list", "--mine", "--limit", "3", "--after", after]);
        let cases = [mine(&first, "case"), mine(&rest, "case")].concat();
        assert_eq!(cases, ["2026/00001-a", "2026/00002-a", "2026/00003-a"], "pages of {limit}");
    }
    // Whoever gets a case for somebody who is away is told so, and who covers for them.
    let assigned = office.done_as(PER, &["case", "assign", "2026/00003-a", "--to", KARI]);
    let warning = find(&assigned["warnings"], "code", "assignee-away");
    assert!(warning["message"].as_str().is_some_and(|text| text.contains(PER) && text.contains("10. februar 2026")));
    // The substitute works the case as it is.
    office.done_as(PER, &["case", "check", "2026/00001-a", "identitet", "--result", "ja"]);

    office.at_instant("2026-02-11T09:00:00+01:00");
    assert_eq!(office.done_as(PER, &["case", "list", "--mine"])["cases"], json!([]));
    office.is_whole();
}

#[test]
fn somebody_who_comes_back_early_says_so() {
    let office = office();
    away(&office, KARI, KARI, "2026-02-05", "2026-02-10", PER);
    let back = office.done_as(KARI, &["user", "back"]);
    assert_eq!(find(&back["colleagues"], "name", KARI)["away"], Value::Null);
    assert_eq!(mine(&office.done_as(PER, &["case", "list", "--mine"]), "case"), ["2026/00003-a"]);
    assert_eq!(office.refused_as(KARI, &["user", "back"], 4)["code"], "not-away");
}

#[test]
fn an_absence_that_cannot_be_is_refused_with_the_field() {
    let office = office();
    let refused = |who: &str, of: &str, from: &str, to: &str, substitute: &str| {
        let arguments = ["user", "away", of, "--from", from, "--to", to, "--substitute", substitute];
        office.refused_as(who, &arguments, 3)["fields"][0]["path"].as_str().unwrap_or("-").to_owned()
    };
    assert_eq!(refused(KARI, KARI, "2026-02-09", "2026-02-13", KARI), "substitute");
    assert_eq!(refused(KARI, KARI, "2026-02-13", "2026-02-09", PER), "to");
    assert_eq!(refused(KARI, KARI, "2026-01-05", "2026-01-09", PER), "to");
    assert_eq!(refused(KARI, KARI, "2026-02-09", "2027-03-09", PER), "to");
    assert_eq!(refused(KARI, PER, "2026-02-09", "2026-02-13", KARI), "-", "of others only a lead says so");
    away(&office, LIVE, PER, "2026-02-09", "2026-02-13", LIVE);
    assert_eq!(refused(KARI, KARI, "2026-02-13", "2026-02-20", PER), "substitute", "the substitute is away");
    assert_eq!(refused(LIVE, PER, "2026-02-10", "2026-02-11", KARI), "from", "away already");
    assert_eq!(refused(LIVE, LIVE, "2026-02-10", "2026-02-11", KARI), "from", "covers for somebody in those days");
    let nobody = ["user", "away", "--from", "2026-02-09", "--to", "2026-02-13", "--substitute", "Ingen Her"];
    assert_eq!(office.refused_as(KARI, &nobody, 4)["code"], "unknown-user");
}

#[test]
fn a_lead_moves_all_that_a_colleague_has_in_one_action() {
    let office = office();
    let text = office.write("oppgave.txt", "Finn opplysningene.");
    let ask = ["case", "task", "2026/00003-a", "--ask", "registerenhet", "--text-file", &text, "--due", "2026-02-16"];
    office.done(&[&ask[..], &["--owner", KARI]].concat());
    let refused = office.refused_as(PER, &["user", "hand-over", KARI, "--to", PER], 3);
    assert_eq!(refused["code"], "role");
    let moved = office.done_as(LIVE, &["user", "hand-over", KARI, "--to", PER]);
    assert_eq!(moved["moved"], json!(["2026/00001-a", "2026/00002-a", "2026/00003-a"]));
    assert_eq!(moved["stopped"], json!([]));
    assert_eq!(mine(&office.done_as(PER, &["case", "list", "--mine"]), "case").len(), 3);
    assert_eq!(office.done_as(KARI, &["case", "list", "--mine"])["cases"], json!([]));
    assert_eq!(each(&office.done_as(PER, &["task", "list"])["tasks"], "owner"), [PER]);
    let case = office.show("2026/00001-a");
    let last = case["timeline"].as_array().and_then(|all| all.last()).expect("an event").clone();
    assert_eq!(
        (&last["actor"], &last["text"]),
        (&json!(LIVE), &json!("Saken er flyttet fra Kari Myhre til Per Haug."))
    );
    assert_eq!(office.done_as(LIVE, &["user", "hand-over", KARI, "--to", PER])["moved"], json!([]));
    office.is_whole();
}
