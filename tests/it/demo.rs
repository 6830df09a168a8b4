//! The demonstration: what `./run --demo` shows.

use std::process::Command;

use chrono::{DateTime, Utc};
use personvernsak::api::demo;
use personvernsak::api::desk::{CaseList, Desk};
use personvernsak::api::session::{Settings, StoreCreate};

#[test]
fn twenty_requests_stand_in_the_list_some_late_some_paused() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    let now: DateTime<Utc> = "2026-11-22T09:00:00Z".parse().expect("an instant");
    let mut desk = Desk::new(store.clone(), Settings { now: Some(now), seed: Some("demo".to_owned()) });
    let new = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: demo::USER.to_owned(),
        passphrase: "bare til prøve".to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    assert_eq!(demo::fill(&mut desk, now), Ok(20));
    let list = desk.case_list(&CaseList { limit: Some(200), ..CaseList::default() }).expect("the list");
    assert!(list.cases.iter().filter(|case| case.late).count() >= 3);
    assert!(list.cases.iter().filter(|case| case.state == "suspended").count() >= 3);
    for track in ["general", "register-access", "section-25", "forward", "not-held"] {
        assert!(list.cases.iter().any(|case| case.track == track), "{track}");
    }
    assert!(desk.store_verify(None).expect("a verdict").ok);
}

#[test]
fn a_store_that_is_there_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, "bare til prøve\n").expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .args(["demo", "--store"])
        .arg(folder.path())
        .arg("--passphrase-file")
        .arg(&passphrase)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(passphrase.exists());
}
