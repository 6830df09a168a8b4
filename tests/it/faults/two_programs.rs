//! Several programs on one store, which is allowed: nothing is lost, nothing is done twice, and whoever decided on what is
//! no longer so is told.

use std::collections::BTreeSet;
use std::thread;

use serde_json::{Value, json};

use crate::cli_case::office::{Office, each};

const NOW: &str = "2026-02-03T09:00:00+01:00";
const PROGRAMS: usize = 4;
const TIMES: usize = 6;

fn office() -> Office {
    let office = Office::at(NOW);
    let request = json!({
        "received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": "Odd Kvalheim"},
        "text": "Jeg ber om innsyn.", "demands": [{"register": "kpr", "right": "innsyn"}],
    });
    office.write("henvendelse.json", &request.to_string());
    office.write("notat.txt", "Ringte og ble enige om en time.");
    office
}

/// Runs the same command again and again from several programs at once; gives every answer.
fn all_at_once(office: &Office, command: &[&str]) -> Vec<(i32, Value)> {
    let arguments = [command, &["--json"]].concat();
    let run = || -> Vec<(i32, Value)> {
        let answers = (0..TIMES).map(|_| office.run(&arguments));
        answers
            .map(|answer| {
                let text = if answer.code == 0 { &answer.out } else { &answer.err };
                (answer.code, serde_json::from_str(text).expect("one document"))
            })
            .collect()
    };
    thread::scope(|scope| {
        let programs: Vec<_> = (0..PROGRAMS).map(|_| scope.spawn(run)).collect();
        programs.into_iter().flat_map(|program| program.join().expect("ended")).collect()
    })
}

#[test]
fn those_who_register_at_once_get_every_number_once() {
    let office = office();
    let answers = all_at_once(&office, &["request", "register", &office.argument("henvendelse.json")]);
    let given: BTreeSet<String> = answers
        .into_iter()
        .map(|(code, answer)| {
            assert_eq!(code, 0, "nothing that is new can be changed by others: {answer}");
            answer["request"].as_str().expect("a number").to_owned()
        })
        .collect();
    let expected = (1..=PROGRAMS * TIMES).map(|place| format!("2026/{place:05}")).collect();
    assert_eq!(given, expected);
    office.is_whole();
}

/// A change that was decided on a version that is no longer the last is not carried out and not repeated by itself:
/// whoever made it looks at what is there now. Every other one is there, once.
#[test]
fn those_who_change_one_case_at_once_are_in_the_log_or_told() {
    let office = office();
    office.done(&["request", "register", &office.argument("henvendelse.json")]);
    let before = office.show("2026/00001-a")["version"].as_u64().expect("a version");
    let command = ["case", "note", "2026/00001-a", "--text-file", &office.argument("notat.txt")];
    let answers = all_at_once(&office, &command);
    let done = answers.iter().filter(|(code, _)| *code == 0).count() as u64;
    for (code, answer) in answers.iter().filter(|(code, _)| *code != 0) {
        assert_eq!((*code, &answer["error"]["code"]), (7, &json!("conflict")), "{answer}");
    }
    println!("{done} notes written, {} told of a conflict", answers.len() as u64 - done);
    assert!(done >= TIMES as u64, "at least one of those who come at once is the first");
    let case = office.show("2026/00001-a");
    assert_eq!(case["version"].as_u64(), Some(before + done));
    let notes = each(&case["timeline"], "kind").into_iter().filter(|kind| *kind == "note-added").count();
    assert_eq!(notes as u64, done);
    office.is_whole();
}

#[test]
fn a_change_of_a_version_that_is_gone_is_refused() {
    let office = office();
    office.done(&["request", "register", &office.argument("henvendelse.json")]);
    let version = office.show("2026/00001-a")["version"].to_string();
    let note = ["case", "note", "2026/00001-a", "--text-file", &office.argument("notat.txt"), "--if-version", &version];
    office.done(&note);
    let error = office.refused(&note, 7);
    assert_eq!(error["code"], "conflict");
    assert!(error["message"].as_str().expect("a text").contains("Noen andre har endret saken"));
}
