//! Importing a file of requests, beside the same rows written with SQL by hand in the same lots; and what memory it takes.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use personvernsak::api::desk::RequestInput;
use personvernsak::api::import::ImportInput;
use tempfile::TempDir;

use crate::office;
use crate::registering::{Hand, model};
use crate::turns::Judgements;

/// How many requests a lot has, here and there.
const LOT: usize = 500;
/// How many requests are timed.
const TIMED: usize = 5_000;
const ROUNDS: usize = 5;
/// How many rows the small file has, and the large one.
const SIZES: [usize; 2] = [1_000, 100_000];
/// Our way may take so many times as long as the bare insert: 0.4 of its speed.
const BOUND: f64 = 1.0 / 0.4;
/// So much more memory may the large file take than the small one.
const MORE: u64 = 16 * 1024 * 1024;

/// Times the import of requests of two demands, and the same rows by hand in lots of the same size, in turns; then imports
/// files of a thousand and a hundred thousand rows, each in a process of its own, and compares what memory they took at most.
pub fn compare(folder: &Path, judgements: &mut Judgements) {
    let place = tempfile::tempdir_in(folder).expect("a folder");
    let file = place.path().join("timed.csv");
    table(&file, TIMED);
    let mut ours = Vec::new();
    let mut by_hand = Vec::new();
    for round in 0..ROUNDS {
        let round = place.path().join(round.to_string());
        fs::create_dir(&round).expect("a folder");
        ours.push(import(&round.join("ours"), &file));
        by_hand.push(hand(&round));
    }
    ours.sort_unstable();
    by_hand.sort_unstable();
    let (ours, by_hand) = (ours[ROUNDS / 2], by_hand[ROUNDS / 2]);
    judgements.about(&format!("Importing {TIMED} requests of two cases from CSV, {LOT} at a time (medians of {ROUNDS} in turns)"));
    judgements.tell("the same rows with SQL by hand, in the same lots", by_hand);
    judgements.tell("from the file to the last commit", ours);
    judgements.ratio("from the file to the last commit over SQL by hand", ours, by_hand, BOUND);
    for kind in ["csv", "json", "xlsx"] {
        let [small, large] = SIZES.map(|rows| peak(&place, kind, rows));
        judgements.about(&format!("Memory at most while importing {} and {} rows of {kind}", SIZES[0], SIZES[1]));
        judgements.tell_size("the small file", small);
        judgements.tell_size("the large file", large);
        judgements.at_most_more("the large file over the small one", large, small, MORE);
    }
}

/// Imports a file in this process; what `peak` starts. Says nothing but what memory it took at most, in KiB.
pub fn alone(store: &Path, file: &Path) {
    import(store, file);
    let status = fs::read_to_string("/proc/self/status").expect("what the system says of this process");
    let line = status.lines().find(|line| line.starts_with("VmHWM")).expect("the peak");
    println!("{}", line.split_whitespace().nth(1).expect("a number"));
}

fn import(store: &Path, file: &Path) -> Duration {
    let mut desk = office::new(store, office::now(0));
    let start = Instant::now();
    let given = ImportInput { file: file.to_owned(), dry_run: false };
    let answer = desk.import(&given, &mut |_| true).expect("imported");
    let taken = start.elapsed();
    assert!(answer.refused.is_empty() && answer.known == 0, "every row is registered");
    taken
}

fn hand(folder: &Path) -> Duration {
    let model_of = folder.join("model");
    let now = office::now(0);
    let mut desk = office::new(&model_of, now);
    desk.request_register(&RequestInput { draft: office::draft(0, now.date_naive()), files: None }).expect("registered");
    drop(desk);
    let mut hand = Hand::new(&folder.join("hand.db"), &model(&model_of));
    let start = Instant::now();
    for _ in 0..TIMED / LOT {
        hand.register_many(LOT);
    }
    start.elapsed()
}

/// The memory that importing so many rows takes at most, in bytes.
fn peak(place: &TempDir, kind: &str, rows: usize) -> u64 {
    let file = file(place.path(), kind, rows);
    let program = std::env::current_exe().expect("the program knows where it is");
    let store = place.path().join(format!("{kind}-{rows}"));
    let output = Command::new(program).arg("--import").arg(&store).arg(&file).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    fs::remove_dir_all(&store).expect("removed");
    fs::remove_file(&file).expect("removed");
    text.trim().parse::<u64>().expect("a number") * 1024
}

/// A file of so many rows, two to a request.
fn file(folder: &Path, kind: &str, rows: usize) -> PathBuf {
    let path = folder.join(format!("{rows}.{kind}"));
    match kind {
        "csv" => table(&path, rows / 2),
        "json" => list(&path, rows / 2),
        _ => workbook(&path, rows / 2),
    }
    path
}

const HEAD: [&str; 11] =
    ["nøkkel", "mottatt", "kanal", "språk", "navn", "fødselsnummer", "adresse", "tekst", "register", "rettighet", "begrunnelse"];

/// The cells of each of the two rows of a request.
fn rows(place: usize) -> [[String; 11]; 2] {
    let draft = office::draft(place, office::now(0).date_naive());
    let person = draft.person.expect("a person");
    let lines = person.address.and_then(|address| address.lines).expect("lines").join(", ");
    let text = draft.text.expect("a text");
    let demands = draft.demands.expect("demands");
    [0, 1].map(|demand| {
        [
            format!("N-{place}"),
            draft.received_on.clone().expect("a day"),
            "brev".to_owned(),
            "nn".to_owned(),
            person.name.clone().expect("a name"),
            person.identity_number.clone().expect("a number"),
            lines.clone(),
            text.clone(),
            "kpr".to_owned(),
            demands[demand].right.clone().expect("a right"),
            demands[demand].grounds.clone().unwrap_or_default(),
        ]
    })
}

fn table(path: &Path, requests: usize) {
    let mut file = BufWriter::new(fs::File::create(path).expect("a file"));
    writeln!(file, "{}", HEAD.join(";")).expect("written");
    for cells in (0..requests).flat_map(rows) {
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
        writeln!(file, "{}", cells.join(";")).expect("written");
    }
    file.flush().expect("written");
}

fn list(path: &Path, requests: usize) {
    let mut file = BufWriter::new(fs::File::create(path).expect("a file"));
    file.write_all(b"[").expect("written");
    for place in 0..requests {
        let mut draft = office::draft(place, office::now(0).date_naive());
        draft.idempotency_key = Some(format!("N-{place}"));
        let comma = if place == 0 { "" } else { "," };
        write!(file, "{comma}\n{}", serde_json::to_string(&draft).expect("JSON")).expect("written");
    }
    file.write_all(b"\n]\n").expect("written");
    file.flush().expect("written");
}

/// As other programs than Excel write: each cell with its own text.
fn workbook(path: &Path, requests: usize) {
    let mut writer = zip::ZipWriter::new(BufWriter::new(fs::File::create(path).expect("a file")));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
    ] {
        writer.start_file(name, options).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.start_file("xl/worksheets/sheet1.xml", options).expect("a part");
    writer.write_all(b"<worksheet><sheetData>").expect("written");
    let all = std::iter::once(HEAD.map(str::to_owned)).chain((0..requests).flat_map(rows));
    for cells in all {
        let cells: String =
            cells.iter().map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")).collect();
        write!(writer, "<row>{cells}</row>").expect("written");
    }
    writer.write_all(b"</sheetData></worksheet>").expect("written");
    writer.finish().expect("a workbook").flush().expect("written");
}
