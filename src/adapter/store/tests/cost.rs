//! What one registration, and one look at a case, cost the disk: pages written, and syncs.

use super::*;
use crate::casework::access::{NewReading, Reading};

/// More pages than this, and registering is no longer a matter of one millisecond (each is encrypted and hashed).
const MOST_PAGES: f64 = 30.0;

#[test]
fn a_registration_writes_few_pages() {
    let mut office = Office::new();
    // The write-ahead log is left to grow, so that its length is what was written.
    let frames = |office: &Office| -> i64 {
        office.store.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(1)).expect("a count")
    };
    (1..=300).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    office.store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("emptied");
    office.store.connection.execute_batch("PRAGMA wal_autocheckpoint = 0").expect("switched off");
    let count = 100;
    (301..=300 + count).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    let pages = frames(&office) as f64 / count as f64;
    println!("{pages} pages for each registration");
    assert!(pages > 1.0 && pages <= MOST_PAGES, "{pages}");
}

/// A look at a case may not cost much more than the look: the end of a table, its index, and nothing of the request.
const MOST_PAGES_OF_A_READING: f64 = 4.0;

#[test]
fn a_reading_writes_few_pages() {
    let mut office = Office::new();
    office.register(&Sample::new(1));
    (0..300).for_each(|second| look(&mut office, second));
    office.store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("emptied");
    office.store.connection.execute_batch("PRAGMA wal_autocheckpoint = 0").expect("switched off");
    let count = 200_u32;
    let begun = std::time::Instant::now();
    (0..count).for_each(|second| look(&mut office, i64::from(second)));
    let each = begun.elapsed() / count;
    let frames: i64 =
        office.store.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(1)).expect("a count");
    let pages = frames as f64 / f64::from(count);
    println!("{pages} pages for each reading, {each:?} on the average");
    assert!((1.0..=MOST_PAGES_OF_A_READING).contains(&pages), "{pages}");
}

fn look(office: &mut Office, second: i64) {
    let number = RequestNumber::new(2026, 1).expect("a number");
    let reading = Reading::Case(number.case(letter(0)));
    let new = NewReading { at: at(second), actor: "Kari Myhre".to_owned(), reading };
    office.store.record_reading(&new).expect("entered");
}

/// What the counted process prints before and after the registrations that count.
const MARK: &str = "------ mark ------";

/// How many registrations lie between the marks; few enough that the write-ahead log is not moved into the file.
const BETWEEN: u128 = 40;

/// One sync for each registration: fewer, and a number that was printed may be gone after a power cut; more, and
/// registering takes twice as long.
#[cfg(target_os = "linux")]
#[test]
fn a_registration_is_one_sync() {
    if let Some(syncs) = syncs_of("registers_between_marks") {
        assert_eq!(syncs as u128, BETWEEN);
    }
}

/// One sync for each look at a case: fewer, and somebody may have seen what no log says after a power cut.
#[cfg(target_os = "linux")]
#[test]
fn a_reading_is_one_sync() {
    if let Some(syncs) = syncs_of("looks_between_marks") {
        assert_eq!(syncs as u128, BETWEEN);
    }
}

/// The syncs of a process between its two marks, by the kernel's own account of it (strace).
#[cfg(target_os = "linux")]
fn syncs_of(test: &str) -> Option<usize> {
    use std::process::Command;

    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("calls");
    let strace = |program: &Path| {
        let mut command = Command::new("strace");
        command.args(["--follow-forks", "--trace=fsync,fdatasync,sync_file_range,msync,write", "--output"]);
        command.arg(&log).arg(program);
        command
    };
    if !strace(Path::new("/bin/true")).output().is_ok_and(|done| done.status.success()) {
        eprintln!("strace is missing or not permitted here: syncs are not counted");
        return None;
    }
    let itself = std::env::current_exe().expect("this test binary");
    let done = strace(&itself)
        .args(["--exact", &format!("adapter::store::tests::cost::{test}"), "--ignored", "--nocapture"])
        .output()
        .expect("run");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    let calls = std::fs::read_to_string(&log).expect("the calls");
    let between: Vec<&str> = calls.split(MARK).collect();
    assert_eq!(between.len(), 3, "two marks");
    Some(between[1].lines().filter(|line| line.contains("sync")).count())
}

/// A process that is counted above.
#[test]
#[ignore = "run by a_registration_is_one_sync, in a process of its own"]
fn registers_between_marks() {
    use std::io::Write as _;

    let mut office = Office::new();
    let mark = || std::io::stdout().write_all(format!("{MARK}\n").as_bytes()).expect("printed");
    office.register(&Sample::new(1));
    mark();
    (2..2 + BETWEEN).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    mark();
}

/// A process that is counted above.
#[test]
#[ignore = "run by a_reading_is_one_sync, in a process of its own"]
fn looks_between_marks() {
    use std::io::Write as _;

    let mut office = Office::new();
    let mark = || std::io::stdout().write_all(format!("{MARK}\n").as_bytes()).expect("printed");
    office.register(&Sample::new(1));
    mark();
    (0..BETWEEN).for_each(|second| look(&mut office, second as i64));
    mark();
}
