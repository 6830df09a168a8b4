//! The table of input that cannot be right: `tests/cases/bad-input.txt`.

use std::fs;

use serde_json::Value;

use super::office::each;
use super::sample_02;

/// A line of the table, cut into cells.
struct Row {
    line: usize,
    cells: Vec<String>,
}

fn rows(section: &str) -> Vec<Row> {
    let text = fs::read_to_string("tests/cases/bad-input.txt").expect("the table");
    let mut rows = Vec::new();
    let mut here = false;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            here = name == section;
        } else if here && !line.is_empty() && !line.starts_with('#') {
            let cells = line.split('|').map(|cell| cell.trim().to_owned()).collect();
            rows.push(Row { line: number + 1, cells });
        }
    }
    rows
}

/// Sets a field such as `demands[0].register`, beside the last one or in its place.
fn set(request: &mut Value, path: &str, value: Value) {
    let mut place = request;
    for step in path.split('.') {
        let (name, index) = match step.split_once('[') {
            Some((name, index)) => (name, index.trim_end_matches(']').parse::<usize>().ok()),
            None => (step, None),
        };
        place = &mut place[name];
        if let Some(index) = index {
            let list = place.as_array_mut().expect("a list");
            while list.len() <= index {
                list.push(Value::Null);
            }
            place = &mut list[index];
        }
    }
    *place = value;
}

#[test]
fn a_request_that_cannot_be_right_is_refused_at_its_field() {
    let office = sample_02::office();
    let before = office.done(&["store", "status"]);
    let rows = rows("henvendelse");
    assert!(rows.len() > 25, "the table is read");
    for Row { line, cells } in rows {
        let [what, change, code, paths, said] = cells.as_slice() else {
            panic!("line {line} has {} cells", cells.len());
        };
        let mut request = sample_02::request();
        for change in change.split(" & ") {
            let (path, value) = change.split_once(" = ").expect("field = value");
            let value = match value.trim() {
                "en megabyte" => Value::String("a".repeat(1_000_000)),
                json => serde_json::from_str(json).expect("a JSON value"),
            };
            set(&mut request, path.trim(), value);
        }
        let file = office.write("henvendelse.json", &request.to_string());
        let what = format!("line {line}, {what}");
        let answer = office.run(&["request", "register", &file, "--json"]);
        let error = office.check_failure(&answer, code.parse().expect("a code"), &what);
        let told = each(&error["fields"], "path").join(", ");
        assert_eq!(&told, paths, "{what}");
        assert!(answer.err.contains(said.as_str()), "{what} says «{said}»: {}", answer.err);
        if code == "3" {
            assert!(
                error["rule"].is_string() && error["source"].is_string(),
                "{what}: a rule refuses, with its source"
            );
        }
    }
    assert_eq!(office.done(&["store", "status"]), before, "nothing was registered");
    office.is_whole();
}

#[test]
fn a_command_that_cannot_be_carried_out_changes_nothing() {
    let office = sample_02::office();
    let files = [
        ("finnes-ikke", office.argument("finnes-ikke.txt")),
        ("ingen-mappe", office.argument("finnes-ikke/brev.pdf")),
        ("brev", office.argument("brev.pdf")),
        ("passfrase", office.argument("passfrase")),
        ("tom", office.write("tom.txt", "\n")),
        ("stor", office.write("stor.txt", &"a".repeat(1_000_000))),
        ("begrunnelse", office.write("begrunnelse.txt", "Vi fant ingen opplysninger.")),
        ("felt", office.write("felt.json", r#"{"hilsen": "Hei"}"#)),
        ("halv", office.write("halv.json", r#"{"received_on": "2026-01-31", "text": "#)),
        ("liste", office.write("liste.json", r#"["2026-01-31"]"#)),
        ("latin1", office.argument("latin1.txt")),
    ];
    fs::write(office.path("latin1.txt"), b"bl\xe5b\xe6r").expect("a file");
    let before = (office.done(&["store", "status"]), office.show("2026/00001-a"));
    let rows = rows("kommando");
    assert!(rows.len() > 50, "the table is read");
    for Row { line, cells } in rows {
        let [command, code, error_code, said] = cells.as_slice() else {
            panic!("line {line} has {} cells", cells.len());
        };
        let words: Vec<String> = command
            .split_whitespace()
            .map(|word| {
                let name = word.strip_prefix('{').and_then(|word| word.strip_suffix('}'));
                name.map_or_else(
                    || word.to_owned(),
                    |name| files.iter().find(|(known, _)| *known == name).expect("a file").1.clone(),
                )
            })
            .collect();
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--json");
        let what = format!("line {line}, {command}");
        let answer = office.run(&arguments);
        let error = office.check_failure(&answer, code.parse().expect("a code"), &what);
        assert_eq!(error["code"], error_code.as_str(), "{what}: {}", answer.err);
        assert!(answer.err.contains(said.as_str()), "{what} says «{said}»: {}", answer.err);
        if code == "3" && !["store-not-empty", "weak-passphrase", "user-exists"].contains(&error_code.as_str()) {
            assert!(error["rule"].is_string(), "{what}: a rule refuses");
        }
        // The same in words, for people.
        let plain = office.run(&arguments[..arguments.len() - 1]);
        assert_eq!(plain.code.to_string(), *code, "{what}");
        assert!(
            plain.out.is_empty() && plain.err.contains(error["message"].as_str().expect("a message")),
            "{what}: {}",
            plain.err
        );
    }
    assert_eq!((office.done(&["store", "status"]), office.show("2026/00001-a")), before, "nothing was changed");
    assert!(!office.path("brev.pdf").exists(), "no letter was written");
    office.is_whole();
}
