//! `report figures`: the files it writes, in which language, and who may have them.

use std::fs;

use serde_json::{Value, json};

use super::office::{Office, each, keys};

/// Three cases in two registers: one withdrawn in time, one late, one open.
pub fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    for (received_on, register) in [("2026-01-02", "kpr"), ("2026-02-02", "npr"), ("2026-02-02", "npr")] {
        office.register(&json!({
            "received_on": received_on, "channel": "brev", "language": "nb",
            "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"]}},
            "text": "Hvilke opplysninger har dere om meg?",
            "demands": [{"register": register, "right": "innsyn"}],
        }));
    }
    office.at_instant("2026-02-20T09:00:00+01:00");
    office.done(&["case", "withdraw", "2026/00001-a", "--on", "2026-02-18"]);
    office.done(&["case", "withdraw", "2026/00002-a", "--on", "2026-02-18"]);
    office
}

const YEAR: [&str; 6] = ["report", "figures", "--from", "2026-01-01", "--to", "2026-12-31"];

fn written(office: &Office, more: &[&str], format: &str) -> Vec<u8> {
    let file = office.argument("tall");
    let arguments = [&YEAR[..], more, &["--format", format, "-o", &file]].concat();
    let answer = office.done(&arguments);
    assert_eq!(keys(&answer), ["file", "format", "from", "published", "to"]);
    fs::read(office.path("tall")).expect("the report")
}

#[test]
fn the_document_has_a_value_for_each_column() {
    let office = office();
    let report: Value = serde_json::from_slice(&written(&office, &["--by", "register"], "json")).expect("one document");
    assert_eq!(keys(&report), ["columns", "from", "language", "notes", "published", "tables", "to", "today", "total"]);
    let columns = each(&report["columns"], "id");
    assert_eq!(
        columns.join(" "),
        "received answered on_time late on_time_percent median_days ninetieth_days suspended suspended_days extended \
         innvilget delvis avslag avvist ingen-opplysninger rettet supplert slettet sperret oversendt trukket gjenapnet \
         appeals complaints_to_authority",
        "others read them by their order, so it does not change"
    );
    assert_eq!(
        report["total"]["values"],
        json!([3, 2, 1, 1, 50, 16, 47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0])
    );
    assert_eq!(each(&report["tables"], "by"), ["register"]);
    let rows = &report["tables"][0]["rows"];
    assert_eq!(each(rows, "id"), ["kpr", "npr"]);
    assert_eq!(rows[1]["values"][0], 2);
    assert_eq!((&rows[0]["values"][2], &rows[0]["values"][3]), (&json!(0), &json!(1)), "it was due on 2 February");
}

#[test]
fn the_file_is_what_excel_in_norway_opens() {
    let office = office();
    for language in ["nb", "nn", "en"] {
        let file = written(&office, &["--lang", language], "csv");
        let text = String::from_utf8(file).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark").replace("\r\n", "\n");
        insta::assert_snapshot!(format!("figures-{language}"), text);
        for words in ["Tiril", "Eng;", "Skogveien"] {
            assert!(!text.contains(words), "{words}");
        }
    }
}

#[test]
fn a_caseworker_is_referred_to_others_and_the_ombudsman_is_not() {
    let office = office();
    for (name, role) in [("saksbehandler", "saksbehandler"), ("leder", "leder"), ("ombud", "personvernombud")] {
        office.let_in(name, role);
    }
    let file = office.argument("tall");
    let arguments = [&YEAR[..], &["--format", "json", "-o", &file]].concat();
    let error = office.refused_as("saksbehandler", &arguments, 3);
    assert_eq!(error["code"], "role");
    assert!(!office.path("tall").exists(), "no file is left of what was refused");
    for name in ["leder", "ombud"] {
        office.done_as(name, &arguments);
    }
}

#[test]
fn what_cannot_be_written_is_told() {
    let office = office();
    let file = office.argument("tall");
    let refused = |more: &[&str], code: i32| office.refused(&[&YEAR[..], more, &["-o", &file]].concat(), code);
    assert_eq!(refused(&["--format", "ods"], 2)["code"], "unknown-format");
    assert_eq!(refused(&["--format", "csv", "--by", "person"], 2)["fields"][0]["path"], "by");
    assert_eq!(refused(&["--format", "csv", "--published"], 3)["code"], "year-not-over");
    assert!(!office.path("tall").exists(), "no file is left of what was refused");
}
