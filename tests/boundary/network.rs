//! The program talks with nobody: the system tells every connection that it asks for.

use std::path::Path;
use std::process::Command;

use crate::desk::{Desk, free_port, shipped};

/// What strace shows of a program and all that it starts.
fn watched(desk: &Desk, program: &Path) -> Command {
    let mut command = desk.at_home(Path::new("strace"));
    // `%network` holds every call that opens, binds, connects or sends on a socket.
    command.args(["-f", "-qq", "-e", "trace=%network", "-o"]).arg(desk.path("calls")).arg(program);
    command
}

fn calls(desk: &Desk) -> String {
    std::fs::read_to_string(desk.path("calls")).expect("what strace saw")
}

/// The calls that reach, or could reach, another machine. Sockets of the display and of the desktop's bus are files; that
/// GLib asks the kernel which networks there are (AF_NETLINK) reaches nobody.
fn outward(calls: &str) -> Vec<&str> {
    calls.lines().filter(|line| line.contains("socket(AF_INET") || line.contains("sa_family=AF_INET")).collect()
}

/// Without this nobody would know whether there is no connection or nobody looks.
#[test]
fn a_program_that_connects_is_seen() {
    let desk = Desk::new();
    let mut command = watched(&desk, Path::new("bash"));
    command.args(["-c", &format!("echo a > /dev/tcp/127.0.0.1/{}", free_port())]);
    command.output().expect("bash runs under strace");
    assert!(outward(&calls(&desk)).iter().any(|line| line.contains("connect(")), "{}", calls(&desk));
}

#[test]
fn the_window_talks_with_nobody() {
    let desk = Desk::new();
    desk.work(watched(&desk, &shipped("personvernsak-desktop")));
    let calls = calls(&desk);
    assert!(calls.contains("AF_UNIX"), "strace saw the window reach its display");
    assert_eq!(outward(&calls), [""; 0]);
}

#[test]
fn the_command_line_talks_with_nobody() {
    let desk = Desk::new();
    let letter = desk.path("brev.pdf");
    let letter = letter.to_str().expect("a path");
    let mut seen = 0;
    for arguments in [
        &["store", "status"][..],
        &["case", "list"],
        &["case", "show", "2026/00001-a"],
        &["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", letter],
        &["store", "verify"],
    ] {
        let mut command = watched(&desk, &shipped("personvernsak"));
        desk.for_store(&mut command, arguments);
        let output = command.output().expect("the command line runs under strace");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(outward(&calls(&desk)), [""; 0], "{arguments:?}");
        seen += 1;
    }
    assert_eq!(seen, 5);
}
