//! `report deadlines`: which cases are in a period, what the file holds, and what is refused.

use std::fs;

use serde_json::{Value, json};

use super::office::{Office, each, find, keys};

/// Four cases that are due in a period or not, one that waits, one of a protected person. Seen on Friday 6 March 2026.
fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    for (received_on, register) in
        [("2026-01-02", "kpr"), ("2026-02-02", "npr"), ("2026-02-02", "npr"), ("2026-02-02", "helseid")]
    {
        office.register(&request(received_on, register));
    }
    let mut protected = request("2026-02-02", "npr");
    protected["person"] = json!({ "name": "Anon Lid", "protection": "fortrolig" });
    office.register(&protected);
    office.at_instant("2026-02-20T09:00:00+01:00");
    office.done(&[
        "case",
        "suspend",
        "2026/00002-a",
        "--ground",
        "identitet",
        "--on",
        "2026-02-20",
        "--reply-by",
        "2026-03-06",
    ]);
    office.done(&["case", "withdraw", "2026/00003-a", "--on", "2026-02-18"]);
    office.at_instant("2026-03-06T09:00:00+01:00");
    office
}

fn request(received_on: &str, register: &str) -> Value {
    json!({
        "received_on": received_on, "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"]}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": register, "right": "innsyn"}],
    })
}

fn report(office: &Office, from: &str, to: &str, format: &str) -> String {
    let file = office.argument("frister");
    let written = office.done(&["report", "deadlines", "--from", from, "--to", to, "--format", format, "-o", &file]);
    assert_eq!(keys(&written), ["cases", "file", "format", "from", "to"]);
    assert_eq!((&written["file"], &written["format"]), (&json!(file), &json!(format)));
    fs::read_to_string(office.path("frister")).expect("the report")
}

fn document(office: &Office, from: &str, to: &str) -> Value {
    serde_json::from_str(&report(office, from, to, "json")).expect("one document")
}

#[test]
fn a_period_has_its_cases_answered_or_not_and_those_that_would_be_due_in_it() {
    let office = office();
    let cases = |from, to| each(&document(&office, from, to)["cases"], "case").join(" ");
    // Answered today, 2026/00002-a would be due on 16 March: 2 March and fourteen days.
    for (from, to, wanted) in [
        ("2026-02-01", "2026-02-28", "2026/00001-a"),
        ("2026-03-02", "2026-03-02", "2026/00003-a 2026/00004-a 2026/00005-a"),
        ("2026-03-16", "2026-03-16", "2026/00002-a"),
        ("2026-03-03", "2026-03-15", ""),
        ("2026-01-01", "2026-12-31", "2026/00001-a 2026/00003-a 2026/00004-a 2026/00005-a 2026/00002-a"),
    ] {
        assert_eq!(cases(from, to), wanted, "{from} {to}");
    }
}

#[test]
fn the_document_has_the_figures_of_today_and_a_row_for_each_case() {
    let office = office();
    let report = document(&office, "2026-01-01", "2026-12-31");
    assert_eq!(keys(&report), ["cases", "figures", "from", "registers", "to", "today", "tracks"]);
    let figures: Vec<_> =
        report["figures"].as_array().expect("figures").iter().map(|each| (&each["figure"], &each["count"])).collect();
    let [late, within_7, within_30, paused, extended, unanswered] = [3, 0, 0, 1, 0, 4].map(|count| json!(count));
    assert_eq!(
        figures,
        [
            (&json!("forfalt"), &late),
            (&json!("innen-7"), &within_7),
            (&json!("innen-30"), &within_30),
            (&json!("pa-vent"), &paused),
            (&json!("forlenget"), &extended),
            (&json!("ubesvart"), &unanswered),
        ]
    );
    assert_eq!(each(&report["registers"], "id"), ["npr", "helseid", "kpr"]);
    assert_eq!(report["registers"][0]["counts"], json!([1, 0, 0, 1, 0, 2]));
    assert_eq!(each(&report["tracks"], "id"), ["register-access", "forward"]);

    let waits = find(&report["cases"], "case", "2026/00002-a");
    assert_eq!(
        keys(waits),
        [
            "answered_on",
            "case",
            "days_left",
            "due_if_answered_on",
            "due_on",
            "expected_on",
            "extended_on",
            "initials",
            "late",
            "paused_since_on",
            "questions",
            "received_on",
            "register",
            "register_label",
            "right",
            "right_label",
            "state",
            "track",
            "track_label",
        ]
    );
    assert_eq!((&waits["due_on"], &waits["due_if_answered_on"]), (&Value::Null, &json!("2026-03-16")));
    assert_eq!(waits["questions"][0]["reply_by_on"], "2026-03-06");
    let withdrawn = find(&report["cases"], "case", "2026/00003-a");
    assert_eq!((&withdrawn["state"], &withdrawn["answered_on"]), (&json!("withdrawn"), &json!("2026-02-18")));
    assert_eq!(
        find(&report["cases"], "case", "2026/00005-a")["initials"],
        Value::Null,
        "nothing of a protected person"
    );
}

#[test]
fn the_file_is_what_excel_in_norway_opens() {
    let office = office();
    let text = report(&office, "2026-01-01", "2026-12-31", "csv");
    insta::assert_snapshot!(text.strip_prefix('\u{feff}').expect("a byte order mark").replace("\r\n", "\n"));
    assert_eq!(text.matches("\r\n").count(), 6);
    for words in ["Tiril", "Eng", "Anon", "Lid", "Skogveien", "Skjermet", "fortrolig"] {
        assert!(!text.contains(words), "{words}");
    }
}

#[test]
fn what_cannot_be_written_is_told() {
    let office = office();
    let file = office.argument("rapport");
    let refused = |from: &str, to: &str, format: &str, code: i32| {
        office.refused(&["report", "deadlines", "--from", from, "--to", to, "--format", format, "-o", &file], code)
    };
    for format in ["xlsx", "pdf"] {
        let error = refused("2026-01-01", "2026-12-31", format, 2);
        assert_eq!((&error["code"], &error["fields"][0]["path"]), (&json!("unknown-format"), &json!("format")));
        let message = error["message"].as_str().expect("a text");
        assert!(message.contains(&format!("skriver ikke rapporten som {format}")), "{message}");
    }
    assert_eq!(refused("2026-01-01", "2026-12-31", "ods", 2)["code"], "unknown-format");
    let backwards = refused("2026-12-31", "2026-01-01", "csv", 2);
    assert_eq!(backwards["fields"][0]["code"], "period-backwards");
    let both = refused("2026-02-30", "1.1.2026", "csv", 2);
    assert_eq!(each(&both["fields"], "path"), ["from", "to"]);
    assert!(!office.path("rapport").exists(), "no file is left of what was refused");
    let nowhere = office.argument("borte/rapport.csv");
    let arguments = ["report", "deadlines", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "csv", "-o"];
    assert_eq!(office.refused(&[&arguments[..], &[nowhere.as_str()]].concat(), 1)["code"], "cannot-write");
}

/// The same figures narrow the list of cases.
#[test]
fn a_figure_narrows_the_list() {
    let office = office();
    let listed = |figure: &str| each(&office.done(&["case", "list", "--figure", figure])["cases"], "case").join(" ");
    assert_eq!(listed("forfalt"), "2026/00001-a 2026/00004-a 2026/00005-a");
    assert_eq!(listed("pa-vent"), "2026/00002-a");
    assert_eq!(listed("forlenget"), "");
    assert_eq!(listed("ubesvart"), "2026/00001-a 2026/00004-a 2026/00005-a 2026/00002-a");
    assert_eq!(office.refused(&["case", "list", "--figure", "gul"], 2)["code"], "unknown-value");
}

/// Those whose clock runs, each on its last day, and nobody's name. Written again to the same place the file is new.
#[test]
fn the_calendar_has_the_days_of_what_runs() {
    let office = office();
    let calendar = |more: &[&str]| {
        let file = office.argument("frister.ics");
        let written = office.done(&[&["calendar", "-o", &file], more].concat());
        let text = fs::read_to_string(office.path("frister.ics")).expect("the calendar");
        // What is too long for a line goes on in the next one.
        let text = text.replace("\r\n ", "");
        let titles: Vec<String> = text
            .split("BEGIN:VEVENT")
            .skip(1)
            .map(|event| {
                let of = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
                format!("{} {}", of("DTSTART;VALUE=DATE:"), of("SUMMARY:"))
            })
            .collect();
        assert_eq!(written["deadlines"], titles.len());
        assert!(["Tiril", "Eng", "Anon", "Lid"].iter().all(|name| !text.contains(name)), "{text}");
        titles.join("\n")
    };
    let all = "20260202 Svarfrist 2026/00001-a (KPR\\, innsyn)\n\
               20260302 Svarfrist 2026/00004-a (HelseID\\, innsyn)\n\
               20260302 Svarfrist 2026/00005-a (NPR\\, innsyn)";
    assert_eq!(calendar(&[]), all);
    assert_eq!(calendar(&["--register", "kpr"]), "20260202 Svarfrist 2026/00001-a (KPR\\, innsyn)");
    assert_eq!(calendar(&["--mine"]), "");
    office.done(&["case", "take", "2026/00004-a"]);
    assert_eq!(calendar(&["--mine"]), "20260302 Svarfrist 2026/00004-a (HelseID\\, innsyn)");
    office.done(&["case", "withdraw", "2026/00001-a", "--on", "2026-03-06"]);
    assert_eq!(calendar(&["--register", "kpr"]), "", "what is answered is gone");
    assert_eq!(
        office.refused(&["calendar", "-o", &office.argument("x.ics"), "--register", "finnes-ikke"], 2)["code"],
        "unknown-register"
    );
}
