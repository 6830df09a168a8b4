//! Nobody drives the shipped program from outside, whatever the environment says; a build for tests can be driven.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::desk::{Desk, built, free_port, seen, shipped};

/// What WebKit's driver answers when it is asked to drive a program; nothing within the time it gets.
fn asked_to_drive(desk: &Desk, program: &Path, wait: Duration) -> Option<String> {
    let port = free_port();
    let mut driver = desk
        .at_home(Path::new("WebKitWebDriver"))
        .arg(format!("--port={port}"))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .spawn()
        .expect("WebKitWebDriver, of the Debian package webkit2gtk-driver");
    let began = Instant::now();
    let mut line = loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(line) => break line,
            Err(error) => assert!(began.elapsed() < Duration::from_secs(20), "the driver does not listen: {error}"),
        }
        sleep(Duration::from_millis(50));
    };
    let store = desk.path("store");
    let options = json!({"binary": program, "args": ["--store", store]});
    let wish = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}).to_string();
    write!(
        line,
        "POST /session HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{wish}",
        wish.len()
    )
    .expect("the wish is sent");
    line.set_read_timeout(Some(wait)).expect("a patience");
    let mut answer = vec![0; 16_384];
    let length = line.read(&mut answer).unwrap_or(0);
    let answer = String::from_utf8_lossy(&answer[..length]).into_owned();
    // The window is open all the same: that it is not driven is no fault of the start.
    let opened = seen();
    driver.kill().expect("the driver ends");
    driver.wait().expect("the driver has ended");
    ended(program);
    assert!(opened.is_some(), "{} opened no window: {answer}", program.display());
    (!answer.is_empty()).then_some(answer)
}

/// The driver leaves a program that it could not drive; here it ends.
fn ended(program: &Path) {
    let _ = Command::new("pkill").arg("-f").arg(program).status();
    let began = Instant::now();
    while seen().is_some() {
        assert!(began.elapsed() < Duration::from_secs(20), "the window does not go");
        sleep(Duration::from_millis(100));
    }
}

#[test]
fn the_shipped_window_opens_and_is_not_driven() {
    let desk = Desk::new();
    let answer = asked_to_drive(&desk, &shipped("personvernsak-desktop"), Duration::from_secs(15));
    assert!(!answer.as_deref().is_some_and(|answer| answer.contains("sessionId")), "it can be driven: {answer:?}");
}

/// Without this nobody would know whether the window is closed to the driver or the driver asks wrongly.
#[test]
fn a_build_for_tests_is_driven() {
    let desk = Desk::new();
    let answer = asked_to_drive(&desk, &built("ci", "personvernsak-desktop"), Duration::from_secs(40));
    assert!(answer.as_deref().is_some_and(|answer| answer.contains("sessionId")), "{answer:?}");
}

#[test]
fn the_environment_cannot_open_a_door_into_the_page() {
    let desk = Desk::new();
    let port = free_port();
    let mut command = desk.at_home(&shipped("personvernsak-desktop"));
    let variables = ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];
    command.env(variables[0], "true");
    for name in &variables[1..] {
        command.env(name, format!("127.0.0.1:{port}"));
    }
    let mut window = desk.open(command, &["--store", desk.path("store").to_str().expect("a path")]);
    window.when_still("");
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "something listens at the inspector's port");
    let program = shipped("personvernsak-desktop");
    let processes = fs::read_dir("/proc").expect("Linux tells its processes");
    let ours: Vec<_> = processes
        .filter_map(Result::ok)
        .filter(|process| fs::read_link(process.path().join("exe")).is_ok_and(|of| of == program))
        .collect();
    assert!(!ours.is_empty(), "the program runs");
    for process in ours {
        let environment = fs::read(process.path().join("environ")).expect("the environment of our own process");
        let environment = String::from_utf8_lossy(&environment);
        for name in variables {
            assert!(!environment.contains(name), "{name} is still there");
        }
    }
    window.end();
}

#[test]
fn the_shipped_program_knows_nothing_of_test_days() {
    let desk = Desk::new();
    for arguments in [&["--now", "2026-03-02T09:00:00+01:00"][..], &["--test-store"]] {
        let answer = desk.at_home(&shipped("personvernsak-desktop")).args(arguments).output().expect("an answer");
        assert_eq!(answer.status.code(), Some(2), "{arguments:?}");
    }
}
