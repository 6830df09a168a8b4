//! Importing, beside what the command line's tests of it show: a table says the same as a list, and whoever is killed in the
//! middle leaves whole lots.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use personvernsak::api::desk::{CaseShowInput, Desk};
use personvernsak::api::import::{ImportAnswer, ImportInput};
use personvernsak::api::session::{Settings, StoreCreate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cli_case::office::Office;

const NOW: &str = "2026-02-03T09:00:00+01:00";
const HEAD: &str = "mottatt;kanal;språk;navn;adresse;tekst;register;rettighet;begrunnelse\r\n";

fn desk(folder: &Path) -> Desk {
    let store = folder.join("lager");
    let now = Some(NOW.parse().expect("an instant"));
    let mut desk = Desk::new(store.clone(), Settings { now, ..Settings::default() });
    let made = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: "Kari Myhre".to_owned(),
        passphrase: "blåbær på tur i fjellet".to_owned(),
    };
    desk.store_create(&made, true).expect("a store");
    desk
}

fn import(desk: &mut Desk, folder: &Path, name: &str, bytes: &[u8]) -> ImportAnswer {
    let file = folder.join(name);
    fs::write(&file, bytes).expect("a file");
    desk.import(&ImportInput { file, dry_run: false }, &mut |_| true).expect("imported")
}

/// A cell as a spreadsheet writes it.
fn cell(text: &str) -> String {
    let guarded = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    format!("\"{}\"", guarded.replace('"', "\"\""))
}

prop_compose! {
    // An apostrophe in front of what looks like a formula is put there by our own tables, and is taken away again in a table alone.
    fn words()(text in "[A-ZÆØÅa-zæøå0-9=+@\"][ ,;:A-Za-zæøåÆØÅ0-9.\"'\n-]{0,40}[A-Za-zæøå.]") -> String {
        // A request's words never stand as lines with as many separators as a row has: that is refused as a broken file.
        text.replace(';', ",")
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_table_registers_what_a_list_does(rows in prop::collection::vec((words(), words(), 1_u32..32, 0_usize..3), 1..4)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = desk(folder.path());
        let mut table = HEAD.to_owned();
        let mut list = Vec::new();
        for (name, text, day, channel) in &rows {
            let channel = ["brev", "epost", "oppmote"][*channel];
            let name = name.replace('\n', " ");
            let cells = [format!("{day:02}.01.2026"), channel.to_owned(), "nb".to_owned()];
            let rest = [cell(&name), cell("Strandgata 7, 6700 Måløy"), cell(text)];
            table.push_str(&format!("{};{};kpr;sletting;{}\r\n", cells.join(";"), rest.join(";"), cell(text)));
            list.push(json!({
                "received_on": format!("2026-01-{day:02}"), "channel": channel, "language": "nb",
                "person": {"name": name, "address": {"lines": ["Strandgata 7", "6700 Måløy"]}},
                "text": text, "demands": [{"register": "kpr", "right": "sletting", "grounds": text}],
            }));
        }
        let by_table = import(&mut desk, folder.path(), "a.csv", table.as_bytes());
        prop_assert!(by_table.refused.is_empty(), "{:?}", by_table.refused);
        let by_list = import(&mut desk, folder.path(), "a.json", Value::from(list).to_string().as_bytes());
        prop_assert!(by_list.refused.is_empty(), "{:?}", by_list.refused);
        prop_assert_eq!((by_list.registered, by_list.known), (0, rows.len() as u64));
        let case = desk.case_show(&CaseShowInput { case: "2026/00001-a".to_owned() }).expect("a case");
        let person = case.summary.person.in_full.and_then(|person| person.name);
        prop_assert_eq!(person, Some(rows[0].0.replace('\n', " ").trim().to_owned()));
    }
}

#[test]
fn whoever_is_killed_in_the_middle_leaves_whole_lots_and_can_go_on() {
    let office = Office::at(NOW);
    let rows: String = (0..3000)
        .map(|place| format!("2026-01-31;brev;nb;Odd Kvalheim nr {place};;Jeg ber om innsyn.;kpr;innsyn;\r\n"))
        .collect();
    let file = office.write("mange.csv", &format!("{HEAD}{rows}"));
    let database = office.path("lager").join("store.db-wal");
    let mut child = office
        .command(&["request", "import", &file])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    // Killed once something is on the disk; the write-ahead log grows with each lot.
    let start = Instant::now();
    while fs::metadata(&database).map_or(0, |file| file.len()) < 2 * 1024 * 1024
        && start.elapsed() < Duration::from_secs(60)
    {
        thread::sleep(Duration::from_millis(5));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    let registered = office.done(&["store", "status"])["requests"].as_u64().expect("a count");
    assert!(registered.is_multiple_of(500), "{registered} is no number of whole lots");
    assert!((500..3000).contains(&registered), "{registered}: it was not killed in the middle");
    assert_eq!(office.done(&["store", "verify"])["ok"], true);
    let again = office.done(&["request", "import", &file]);
    assert_eq!((&again["registered"], &again["known"]), (&json!(3000 - registered), &json!(registered)));
    office.is_whole();
}

/// Rows that are large fill a lot before it has five hundred; each is still done once.
#[test]
fn large_rows_end_a_lot_early_and_none_is_lost() {
    const ROWS: usize = 20;
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path());
    let long = "a".repeat(1_900_000);
    let row = |row| format!("2026-01-31;brev;nb;Odd Kvalheim {row};;{long};kpr;innsyn;\r\n");
    let of_text: String = std::iter::once(HEAD.to_owned()).chain((0..ROWS).map(row)).collect();
    let zeros = vec![0; 900_000];
    let of_values: Vec<Value> =
        (0..ROWS).map(|row| json!({ "idempotency_key": format!("N-{row}"), "attachments": zeros })).collect();
    for (name, bytes) in [("a.csv", of_text.into_bytes()), ("a.json", json!(of_values).to_string().into_bytes())] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).expect("a file");
        let mut lots = Vec::new();
        let answer = desk.import(&ImportInput { file, dry_run: true }, &mut |step| {
            lots.push(step.answer.refused.len());
            true
        });
        let answer = answer.expect("read to its end");
        assert_eq!(answer.refused.len(), ROWS, "{name}: each is refused, for its length");
        assert!(lots.len() >= 2 && lots.iter().sum::<usize>() == ROWS, "{name}: {lots:?}");
    }
}
