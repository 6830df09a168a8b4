//! A clock that was set back: what is read is read, and nothing is written whose dates would follow a wrong day.

use serde_json::json;

use crate::cli_case::office::Office;

const NOW: &str = "2026-02-03T09:00:00+01:00";

fn office() -> Office {
    let office = Office::at(NOW);
    let request = json!({
        "received_on": "2026-01-01", "channel": "brev", "language": "nb", "person": {"name": "Odd Kvalheim",
            "address": {"lines": ["Strandgata 7", "6700 Måløy"], "country": "NO"}},
        "text": "Jeg ber om innsyn.", "demands": [{"register": "kpr", "right": "innsyn"}],
    });
    office.write("henvendelse.json", &request.to_string());
    office.done(&["request", "register", &office.argument("henvendelse.json")]);
    office
}

#[test]
fn nothing_is_written_under_a_clock_that_stands_before_the_last_commit() {
    let mut office = office();
    let file = office.argument("henvendelse.json");
    let letter = office.argument("brev.pdf");
    office.at_instant("2026-02-01T09:00:00+01:00");
    for command in [
        &["request", "register", &file][..],
        &["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &letter],
        &[
            "case",
            "suspend",
            "2026/00001-a",
            "--ground",
            "presisering",
            "--on",
            "2026-02-01",
            "--reply-by",
            "2026-02-22",
        ],
    ] {
        let error = office.refused(command, 3);
        assert_eq!(error["code"], "clock-set-back", "{error}");
        let message = error["message"].as_str().expect("a text");
        for words in ["01.02.2026 kl. 09.00", "03.02.2026 kl. 09.00", "Still klokken", "--clock-is-right"] {
            assert!(message.contains(words), "{words} in: {message}");
        }
    }
    assert!(!office.path("brev.pdf").exists());
    // What is there can be read, and the record is whole.
    assert_eq!(office.show("2026/00001-a")["state"], "open");
    assert_eq!(office.done(&["case", "list"])["cases"][0]["case"], "2026/00001-a");
    office.is_whole();
    // With the clock put right again, work goes on, with the next number.
    office.at_instant(NOW);
    assert_eq!(office.done(&["request", "register", &file])["request"], "2026/00002");
}

#[test]
fn a_few_minutes_are_no_fault() {
    let mut office = office();
    office.at_instant("2026-02-03T08:56:00+01:00");
    let file = office.argument("henvendelse.json");
    assert_eq!(office.done(&["request", "register", &file])["request"], "2026/00002");
    office.is_whole();
}

/// It was the earlier time that was wrong: somebody looks at the clock and says so, once. The log keeps its order.
#[test]
fn a_clock_that_was_looked_at_is_taken_and_then_goes_on() {
    let mut office = office();
    let file = office.argument("henvendelse.json");
    office.at_instant("2026-02-01T09:00:00+01:00");
    office.refused(&["request", "register", &file], 3);
    assert_eq!(office.done(&["request", "register", &file, "--clock-is-right"])["request"], "2026/00002");
    assert_eq!(office.done(&["request", "register", &file])["request"], "2026/00003");
    office.is_whole();
}
