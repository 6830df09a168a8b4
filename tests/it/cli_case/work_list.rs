//! The work list: its order, its pages, and what it can be narrowed to.

use serde_json::{Value, json};

use super::office::{Office, each};

fn request(received_on: &str) -> Value {
    json!({
        "received_on": received_on, "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"]}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "npr", "right": "innsyn"}],
    })
}

/// A claim for erasure with its grounds, received on a day.
fn erasure(received_on: &str) -> Value {
    let mut request = request(received_on);
    request["demands"] = json!([{"register": "kpr", "right": "sletting", "grounds": "Det er sterkt belastende."}]);
    request
}

/// The case numbers of every page, with this many on each.
fn pages(office: &Office, limit: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let mut arguments = vec!["case", "list", "--limit", limit];
        if let Some(after) = &after {
            arguments.extend(["--after", after]);
        }
        let page = office.done(&arguments);
        pages.push(each(&page["cases"], "case").into_iter().map(str::to_owned).collect());
        after = page["next"].as_str().map(str::to_owned);
        if after.is_none() {
            return pages;
        }
        assert!(pages.len() < 60, "the list ends");
    }
}

#[test]
fn more_than_fifty_cases_come_in_pages_by_due_date_and_those_that_wait_come_last() {
    let mut office = Office::at("2026-03-02T09:00:00+01:00");
    for place in 0..53 {
        // Received in falling order, so that the order of registration is not the order of the list.
        office.register(&request(if place % 2 == 0 { "2026-02-10" } else { "2026-02-03" }));
    }
    for case in ["2026/00002-a", "2026/00005-a"] {
        office.done(&[
            "case",
            "suspend",
            case,
            "--ground",
            "identitet",
            "--on",
            "2026-02-20",
            "--reply-by",
            "2026-03-06",
        ]);
    }
    office.at_instant("2026-03-04T09:00:00+01:00");
    let whole = office.done(&["case", "list", "--limit", "200"]);
    assert_eq!(whole["next"], Value::Null);
    let order: Vec<(String, String)> = whole["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .map(|case| {
            (case["due_on"].as_str().unwrap_or("waits").to_owned(), case["case"].as_str().expect("a number").to_owned())
        })
        .collect();
    assert_eq!(order.len(), 53);
    assert!(order.is_sorted(), "by due date, then number, those without a date last: {order:?}");
    assert_eq!(order[51..].iter().map(|(_, case)| case.as_str()).collect::<Vec<_>>(), ["2026/00002-a", "2026/00005-a"]);

    let usual = office.done(&["case", "list"]);
    assert_eq!(usual["cases"].as_array().expect("cases").len(), 50, "a page has fifty cases");
    for limit in ["7", "50", "51", "52"] {
        let pages = pages(&office, limit);
        assert!(pages.iter().rev().skip(1).all(|page| page.len().to_string() == limit));
        assert_eq!(pages.concat(), order.iter().map(|(_, case)| case.clone()).collect::<Vec<_>>(), "pages of {limit}");
    }
    assert_eq!(office.refused(&["case", "list", "--after", "tull"], 2)["code"], "unknown-cursor");
}

#[test]
fn overdue_and_soon_due_cases_are_those_that_still_have_to_be_answered() {
    let mut office = Office::at("2026-02-10T09:00:00+01:00");
    office.register(&request("2026-01-08")); // Due 9 February (8 February is a Sunday): late.
    office.register(&request("2026-01-09")); // Due 9 February: late, but waiting.
    office.register(&request("2026-01-12")); // Due 12 February.
    office.register(&request("2026-02-09")); // Due 9 March.
    office.done(&[
        "case",
        "suspend",
        "2026/00002-a",
        "--ground",
        "identitet",
        "--on",
        "2026-01-20",
        "--reply-by",
        "2026-02-03",
    ]);
    let listed = |office: &Office, arguments: &[&str]| {
        let page = office.done(&[&["case", "list"], arguments].concat());
        each(&page["cases"], "case").join(" ")
    };
    assert_eq!(listed(&office, &["--overdue"]), "2026/00001-a");
    assert_eq!(listed(&office, &["--due-within", "2"]), "2026/00001-a 2026/00003-a");
    assert_eq!(listed(&office, &["--due-within", "1"]), "2026/00001-a");
    assert_eq!(listed(&office, &["--state", "suspended"]), "2026/00002-a");
    assert_eq!(
        listed(&office, &["--register", "npr", "--right", "innsyn", "--state", "open"]).len(),
        "2026/00001-a ".len() * 3 - 1
    );
    let late = office.show("2026/00001-a");
    assert_eq!((&late["late"], &late["days_left"]), (&json!(true), &json!(-1)));
    let waiting = office.show("2026/00002-a");
    assert_eq!((&waiting["late"], &waiting["days_left"]), (&json!(false), &Value::Null));

    // Answered late: it is no longer due.
    let reasons = office.write("svar.txt", "Vi har sendt deg en oversikt.");
    office.done(&["case", "decide", "2026/00001-a", "--outcome", "innvilget", "--reasons-file", &reasons]);
    assert_eq!(listed(&office, &["--overdue"]), "2026/00001-a", "decided is not answered");
    let output = office.argument("svar.pdf");
    let fields = office.write("felt.json", r#"{"granted": "Du får innsyn i alt vi har om deg."}"#);
    office.done(&["letter", "issue", "2026/00001-a", "--kind", "answer", "--fields", &fields, "-o", &output]);
    assert_eq!(listed(&office, &["--overdue"]), "");
    assert_eq!(office.show("2026/00001-a")["late"], false);
    office.at_instant("2026-02-11T09:00:00+01:00");
    office.done(&["case", "close", "2026/00001-a"]);
    assert!(!listed(&office, &[]).contains("00001"), "closed cases are shown when asked for");
    assert_eq!(listed(&office, &["--state", "closed"]), "2026/00001-a");
    office.is_whole();
}

#[test]
fn a_section_25_question_stops_the_clock_after_its_reply_by_date() {
    let mut office = Office::at("2026-02-10T09:00:00+01:00");
    office.register(&erasure("2026-02-02"));
    office.register(&erasure("2026-02-05"));
    let case = "2026/00001-a";
    let asked = ["--ground", "par25-dokumentasjon", "--on", "2026-02-05", "--reply-by", "2026-02-19"];
    office.done(&[&["case", "suspend", case], &asked[..]].concat());
    // On the last day to reply the case is open with a question outstanding.
    office.at_instant("2026-02-19T15:00:00+01:00");
    let open = office.show(case);
    assert_eq!((&open["state"], &open["due_on"]), (&json!("open"), &json!("2026-03-02")));
    assert_eq!(open["question_since_on"], "2026-02-05");
    assert_eq!(open["status"], "venter-pa-svar");
    assert_eq!(each(&office.done(&["case", "list"])["cases"], "case"), [case, "2026/00002-a"]);
    // The day after, the clock stands still, and the case stands last, also when its date would have passed.
    for now in ["2026-02-20T09:00:00+01:00", "2026-03-20T09:00:00+01:00"] {
        office.at_instant(now);
        let waits = office.show(case);
        assert_eq!((&waits["state"], &waits["due_on"]), (&json!("suspended"), &Value::Null), "{now}");
        assert_eq!(waits["paused_since_on"], "2026-02-20");
        assert_eq!(waits["late"], false);
        let listed = office.done(&["case", "list"]);
        assert_eq!(each(&listed["cases"], "case"), ["2026/00002-a", case]);
        assert_eq!(listed["cases"][1]["due_on"], Value::Null);
        assert!(!each(&office.done(&["case", "list", "--overdue"])["cases"], "case").contains(&case));
    }
    // Eight days, from the day after the reply-by date until the answer: 2 March and 8 days.
    office.at_instant("2026-03-20T09:00:00+01:00");
    let answered = office.done(&["case", "resume", case, "--on", "2026-02-28"]);
    assert_eq!(answered["due_on"], "2026-03-10");
    assert_eq!(office.done(&["case", "list"])["cases"][1]["due_on"], "2026-03-10");
    office.is_whole();
}

#[test]
fn assigning_checking_and_noting_say_who_and_when() {
    let mut office = Office::at("2026-02-10T09:00:00+01:00");
    office.register(&erasure("2026-02-02"));
    let case = "2026/00001-a";
    assert_eq!(office.done(&["case", "assign", case, "--to", "administrator"])["assignee"], "administrator");
    assert_eq!(each(&office.done(&["case", "list", "--mine"])["cases"], "case"), [case]);
    assert_eq!(office.refused(&["case", "assign", case, "--to", "Ingen Her"], 4)["code"], "unknown-user");

    office.at_instant("2026-02-11T23:30:00Z");
    let checked =
        office.done(&["case", "check", case, "mottakere", "--result", "ikke-aktuelt", "--note", "Ingen utlevering."]);
    let check = super::office::find(&checked["checks"], "id", "mottakere");
    assert_eq!(check["result"], "ikke-aktuelt");
    assert_eq!(check["note"], "Ingen utlevering.");
    assert_eq!(
        (&check["by"], &check["on"]),
        (&json!("administrator"), &json!("2026-02-12")),
        "past midnight in Norway"
    );

    let note = office.write("notat.txt", "Ringte kommunen. Fastlegen er på ferie.");
    let noted = office.done(&["case", "note", case, "--text-file", &note]);
    assert_eq!(noted["notes"][0]["text"], "Ringte kommunen. Fastlegen er på ferie.");
    assert_eq!(noted["notes"][0]["by"], "administrator");
    assert_eq!(noted["state"], "open");
    for kind in ["acknowledgement", "identity-request"] {
        let composed = office.done(&["letter", "compose", case, "--kind", kind]);
        assert!(!composed.to_string().contains("Ringte kommunen"), "{kind}: a note never enters a letter");
    }
    assert!(!noted["timeline"].to_string().contains("Ringte"), "the timeline names no words");
}

/// The stages of the list with how many cases each has.
fn stages(list: &Value) -> Vec<(String, u64)> {
    let stages = list["section_25_stages"].as_array().expect("stages");
    stages
        .iter()
        .map(|stage| (stage["stage"].as_str().expect("a word").to_owned(), stage["count"].as_u64().expect("a count")))
        .collect()
}

#[test]
fn section_25_cases_are_listed_and_counted_by_stage() {
    let office = Office::at("2026-03-02T09:00:00+01:00");
    let counted = |wanted: [u64; 4]| {
        let words = ["mangler-grunnlag", "venter", "vurderes", "ikke-sendt"];
        let wanted: Vec<_> = words.map(str::to_owned).into_iter().zip(wanted).collect();
        assert_eq!(stages(&office.done(&["case", "list", "--limit", "1"])), wanted);
        for (word, count) in wanted {
            let listed = office.done(&["case", "list", "--track", "section-25", "--stage", &word]);
            let cases = listed["cases"].as_array().expect("cases");
            assert_eq!(cases.len() as u64, count, "{word}");
            assert!(cases.iter().all(|case| case["section_25"]["stage"] == word.as_str()));
        }
    };
    counted([0, 0, 0, 0]);
    office.register(&request("2026-02-20"));
    let mut documented = erasure("2026-02-20");
    documented["attachments"] = json!([{"title": "erklæring", "pages": 1}]);
    office.register(&documented);
    office.register(&erasure("2026-02-20"));
    counted([1, 0, 1, 0]);
    assert_eq!(
        office.show("2026/00003-a")["section_25"],
        json!({
            "stage": "mangler-grunnlag", "stage_label": "Mangler grunnlag", "grounds": "mottatt", "documents": "mangler",
            "burdensome": "gjenstar", "public_interest": "gjenstar",
        })
    );
    let ground = ["--ground", "par25-dokumentasjon", "--on", "2026-02-25", "--reply-by", "2026-03-11"];
    office.done(&[&["case", "suspend", "2026/00003-a"], &ground[..]].concat());
    counted([0, 1, 1, 0]);
    office.done(&["case", "check", "2026/00002-a", "sterkt-belastende", "--result", "ja"]);
    assert_eq!(office.show("2026/00002-a")["section_25"]["burdensome"], "ja");
    let reasons = office.write("begrunnelse.txt", "Vi fant ingenting.\n");
    let decide = ["--outcome", "ingen-opplysninger", "--reasons-file", &reasons];
    office.done(&[&["case", "decide", "2026/00002-a"], &decide[..]].concat());
    counted([0, 1, 0, 1]);
    office.done(&["case", "withdraw", "2026/00003-a", "--on", "2026-02-27"]);
    counted([0, 0, 0, 1]);
    let done = office.done(&["case", "list", "--track", "section-25", "--stage", "ferdig"]);
    assert_eq!(each(&done["cases"], "case"), ["2026/00003-a"]);
    assert_eq!(office.done(&["case", "list", "--track", "general", "--stage", "ikke-sendt"])["cases"], json!([]));
    assert_eq!(office.refused(&["case", "list", "--stage", "ny"], 2)["fields"][0]["path"], "stage");
    office.is_whole();
}

/// What was sent on is due until the person has been told; what was withdrawn is due no more.
#[test]
fn forwarded_and_withdrawn_cases_are_listed_by_their_states() {
    let mut office = Office::at("2026-02-10T09:00:00+01:00");
    let mut elsewhere = request("2026-02-03");
    elsewhere["demands"] = json!([{"register": "hpr", "right": "retting", "facts": {"yrke": "dyrehelse"}}]);
    office.register(&elsewhere);
    office.register(&request("2026-02-03"));
    office.done(&["case", "forward", "2026/00001-a"]);
    office.done(&["case", "withdraw", "2026/00002-a", "--on", "2026-02-09"]);
    for (state, case, status) in
        [("forwarded", "2026/00001-a", "Ikke sendt"), ("withdrawn", "2026/00002-a", "Avsluttet")]
    {
        let listed = office.done(&["case", "list", "--state", state]);
        assert_eq!(each(&listed["cases"], "case"), [case]);
        assert_eq!(
            (&listed["cases"][0]["state"], &listed["cases"][0]["status_label"]),
            (&json!(state), &json!(status))
        );
    }
    office.at_instant("2026-03-10T09:00:00+01:00");
    let late = office.done(&["case", "list", "--overdue"]);
    assert_eq!(each(&late["cases"], "case"), ["2026/00001-a"], "the person has not been told");
    assert_eq!(late["cases"][0]["late"], true);
    assert_eq!(office.show("2026/00002-a")["late"], false);
    office.is_whole();
}

#[test]
fn however_many_days_are_asked_for_only_cases_with_a_date_are_due() {
    let office = Office::at("2026-03-02T09:00:00+01:00");
    office.register(&request("2026-02-10"));
    office.register(&request("2026-02-10"));
    let waits = "2026/00002-a";
    let ground = ["--ground", "identitet", "--on", "2026-02-20", "--reply-by", "2026-03-06"];
    office.done(&[&["case", "suspend", waits][..], &ground].concat());
    for days in ["30", "36525", "4294967295"] {
        let due = office.done(&["case", "list", "--due-within", days]);
        assert_eq!(each(&due["cases"], "case"), ["2026/00001-a"], "{days}");
    }
}
