//! A program that breaks off names neither people nor their words, and leaves no file of its memory.

use std::env;
use std::fs;
use std::process::{Command, Output};

use personvernsak::api::crash;

const SECRET: &str = "Ingeborg Nordgård 13846199987";

/// What this test leaves behind when it breaks off in a process of its own.
fn broken_off(test: &str) -> Output {
    let program = env::current_exe().expect("this program");
    let output = Command::new(program).args(["--ignored", "--exact", "--nocapture", test]).output();
    output.expect("the program starts again")
}

#[test]
#[ignore = "breaks off on purpose; started by the test below"]
fn breaks_off_with_a_person_in_its_message() {
    crash::leave_no_trace_of_people();
    panic!("kunne ikke lese «{SECRET}»");
}

#[test]
#[ignore = "breaks off on purpose; started by the test below"]
fn breaks_off_as_programs_do_by_themselves() {
    panic!("kunne ikke lese «{SECRET}»");
}

#[test]
fn a_fault_tells_its_place_and_nobodys_name() {
    let output = broken_off("crash::breaks_off_with_a_person_in_its_message");
    assert!(!output.status.success(), "it broke off");
    let left = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(left.contains("(crash.rs:") && left.contains("Start programmet på nytt"), "{left}");
    for word in SECRET.split(' ') {
        assert!(!left.contains(word), "«{word}» was left behind:\n{left}");
    }
    // What it would have been otherwise.
    let usual = broken_off("crash::breaks_off_as_programs_do_by_themselves");
    assert!(String::from_utf8_lossy(&usual.stderr).contains(SECRET));
}

#[test]
#[ignore = "changes the limits of its process; started by the test below"]
fn looks_at_its_own_limits() {
    crash::leave_no_trace_of_people();
    let limits = fs::read_to_string("/proc/self/limits").expect("Linux tells the limits of a process");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("the limit of core files");
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
}

#[test]
fn no_file_of_the_memory_is_left() {
    assert!(broken_off("crash::looks_at_its_own_limits").status.success());
}
